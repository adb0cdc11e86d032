"""Rival claims read from a scenario: which of them speak of the same fact, in an order that is not the file's."""

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from procedure.record import WHEN_KEYS, Act, Claim, ClaimAxis, Fact, Source


@frozen
class RawClaim:
    """A claim as read: its keys as written, and its values."""

    written: Mapping[str, str]
    claim: Claim


def subject(key: str) -> str:
    """What a key is about; all keys of time and order are about `when`."""
    return "when" if key in WHEN_KEYS else key


def axes(act: Act, raw: Sequence[RawClaim], sources: Mapping[str, Source]) -> Act:
    """The act with its claims grouped into axes; a claim that nobody contradicts is simply on record."""
    found: list[ClaimAxis] = []
    for group in _groups(raw):
        keys = frozenset(subject(key) for each in group for key in each.written)
        if len(group) == 1:
            rival = _base(act, group[0], keys)
            if rival is None:
                act = _on_record(act, group[0].claim)
                continue
            group = [*group, rival]
        found.append(_axis(act, keys, group, sources))
    return evolve(act, claims=tuple(sorted(found, key=lambda axis: axis.name)))


def _groups(raw: Sequence[RawClaim]) -> list[list[RawClaim]]:
    """Claims that share a subject, directly or through others."""
    groups: list[tuple[set[str], list[RawClaim]]] = []
    for each in raw:
        subjects, members = {subject(key) for key in each.written}, [each]
        for group in [group for group in groups if group[0] & subjects]:
            groups.remove(group)
            subjects |= group[0]
            members = group[1] + members
        groups.append((subjects, members))
    return [members for _, members in groups]


def _base(act: Act, only: RawClaim, keys: frozenset[str]) -> RawClaim | None:
    """What the act itself says against its only claim, if it speaks of the same facts."""
    facts: dict[str, Fact] = {key: act.facts[key] for key in keys if key in act.facts}
    if "by" in keys and act.by:
        facts["by"] = act.by
    if "status" in keys:
        facts["status"] = act.status
    if not facts and "when" not in keys:
        return None
    if facts == dict(only.claim.facts) and "when" not in keys:
        return None
    written = {key: str(value) for key, value in facts.items()} or {"date": act.when.iso()}
    return RawClaim(written, Claim("", facts, act.sources, act.when, act.moments))


def _on_record(act: Act, claim: Claim) -> Act:
    facts = {key: value for key, value in claim.facts.items() if key not in ("by", "status")}
    return evolve(
        act,
        facts={**act.facts, **facts},
        by=str(claim.facts["by"]) if "by" in claim.facts else act.by,
        status=str(claim.facts["status"]) if "status" in claim.facts else act.status,
        sources=tuple(dict.fromkeys((*act.sources, *claim.sources))),
    )


def _axis(act: Act, keys: frozenset[str], group: Sequence[RawClaim], sources: Mapping[str, Source]) -> ClaimAxis:
    by_name: dict[str, Claim] = {}
    for each in group:
        name = ", ".join(f"{key} {value}" for key, value in sorted(each.written.items()))
        other = by_name.get(name)
        held = tuple(sorted({*each.claim.sources, *(other.sources if other else ())}))
        by_name[name] = evolve(each.claim, name=name, sources=held)
    standings = {name: {sources[id].standing for id in claim.sources if id in sources} for name, claim in by_name.items()}
    primary = any("primary" in each for each in standings.values())
    outweighed = frozenset(name for name, each in standings.items() if primary and each <= {"tertiary"})
    claims = tuple(by_name[name] for name in sorted(by_name))
    return ClaimAxis(f"{act.id}: {', '.join(sorted(keys))}", act.id, keys, claims, outweighed)
