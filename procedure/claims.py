"""Rival claims read from a scenario: which of them speak of the same fact, in an order that is not the file's."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from procedure.record import WHEN_KEYS, Act, Claim, ClaimAxis, Fact, Source


@frozen
class RawClaim:
    """A claim as read: its keys as written, and its values."""

    written: Mapping[str, str]
    claim: Claim


def told(value: Any) -> str:
    """A value as written, on one line: text, a list, or keys with values."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {told(each)}" for key, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(told(each) for each in value)
    return str(value)


def subject(key: str) -> str:
    """What a key is about; all keys of time and order are about `when`."""
    return "when" if key in WHEN_KEYS else key


def axes(act: Act, raw: Sequence[RawClaim], sources: Mapping[str, Source]) -> Act:
    """The act with its claims grouped into axes; a claim that nobody contradicts is simply on record."""
    found: list[ClaimAxis] = []
    base = act
    for keys, group in _groups(raw):
        rival = _base(base, group, keys)
        if rival is None and all(each.written == group[0].written for each in group) and not group[0].claim.order:
            act = _on_record(act, group)
        else:
            found.append(_axis(base, keys, [*group, rival] if rival else group, sources))
    return evolve(act, claims=tuple(sorted(found, key=lambda axis: axis.name)))


def _groups(raw: Sequence[RawClaim]) -> list[tuple[frozenset[str], list[RawClaim]]]:
    """Claims that share a subject, directly or through others, with all their subjects."""
    groups: list[tuple[set[str], list[RawClaim]]] = []
    for each in raw:
        subjects, members = {subject(key) for key in each.written}, [each]
        for group in [group for group in groups if group[0] & subjects]:
            groups.remove(group)
            subjects |= group[0]
            members = group[1] + members
        groups.append((subjects, members))
    groups.sort(key=lambda group: sorted(group[0]))
    return [(frozenset(subjects), members) for subjects, members in groups]


def _base(act: Act, group: Sequence[RawClaim], keys: frozenset[str]) -> RawClaim | None:
    """What the act itself says, as a rival of claims none of which agrees with it."""
    said: dict[str, Fact] = {key: act.facts[key] for key in sorted(keys) if key in act.facts}
    if "by" in keys and act.by:
        said["by"] = act.by
    if "status" in keys and len(group) == 1:
        said["status"] = act.status
    alone = len(group) == 1 and group[0].claim.order is not None
    if not alone and any(_agrees(each.claim, act, said) for each in group):
        return None
    written = {key: told(value) for key, value in said.items()}
    written |= {"date": act.when.iso()} if "when" in keys else {}
    return RawClaim(written, Claim("", said, act.sources, act.when, act.moments))


def _agrees(claim: Claim, act: Act, said: Mapping[str, Fact]) -> bool:
    """Whether a claim contradicts nothing that the act itself says; a time within the act's own only says more."""
    when = claim.when
    within = when is None or (act.when.earliest <= when.earliest and when.latest <= act.when.latest)
    moments = all(act.moments.get(name, moment) == moment for name, moment in claim.moments.items())
    facts = all(claim.facts.get(key, fact) == fact for key, fact in said.items())
    return facts and moments and (within or claim.order is not None)


def _on_record(act: Act, group: Sequence[RawClaim]) -> Act:
    """The act with what claims that all say the same add to it."""
    claim = group[0].claim
    held = sorted({source for each in group for source in each.claim.sources})
    return evolve(
        act,
        when=claim.when or act.when,
        by=str(claim.facts["by"]) if "by" in claim.facts else act.by,
        facts={**act.facts, **{key: fact for key, fact in claim.facts.items() if key not in ("by", "status")}},
        moments={**act.moments, **claim.moments},
        status=str(claim.facts["status"]) if "status" in claim.facts else act.status,
        sources=tuple(dict.fromkeys((*act.sources, *held))),
    )


def _axis(act: Act, keys: frozenset[str], group: Sequence[RawClaim], sources: Mapping[str, Source]) -> ClaimAxis:
    by_name: dict[str, Claim] = {}
    for each in group:
        name = ", ".join(f"{key} {value}" for key, value in sorted(each.written.items()))
        other = by_name.get(name)
        held = tuple(sorted({*each.claim.sources, *(other.sources if other else ())}))
        by_name[name] = evolve(each.claim, name=name, sources=held)
    standings = {
        name: {sources[id].standing for id in claim.sources if id in sources} for name, claim in by_name.items()
    }
    primary = any("primary" in each for each in standings.values())
    outweighed = frozenset(name for name, each in standings.items() if primary and each <= {"tertiary"})
    claims = tuple(by_name[name] for name in sorted(by_name))
    return ClaimAxis(f"{act.id}: {', '.join(sorted(keys))}", act.id, keys, claims, outweighed)


def ordered(acts: list[Act]) -> tuple[Act, ...]:
    """Acts whose claims of order also narrow the time at which they may have been done."""
    by_id = {act.id: act for act in acts}

    def timed(claim: Claim) -> Claim:
        other = by_id.get(claim.order[1]) if claim.order else None
        if other is None or claim.when is None or claim.order is None:
            return claim
        after = claim.order[0] == "after"
        try:
            when = claim.when.narrowed(
                not_before=other.when if after else None, not_after=None if after else other.when
            )
        except ValueError:
            return claim
        return evolve(claim, when=when)

    return tuple(
        evolve(
            act, claims=tuple(evolve(axis, claims=tuple(timed(each) for each in axis.claims)) for axis in act.claims)
        )
        for act in acts
    )
