"""Changes to a loaded scenario: each is a function that gives another scenario and leaves the one it was given alone.

A change of a fact or a time drops the rival claims about it, since they would otherwise still speak.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from attrs import evolve

from procedure.moments import Moment, parse_date
from procedure.record import Act, Fact
from procedure.scenario import Scenario

Change = Callable[[Scenario], Scenario]


def changed(scenario: Scenario, *changes: Change) -> Scenario:
    """The scenario after all changes, in order; it expects nothing any more, and its hash is nobody's."""
    for change in changes:
        scenario = change(scenario)
    return evolve(scenario, expect=(), hash="")


def _spot(scenario: Scenario, id: str) -> int:
    """Where an act stands; KeyError when the log has no such id."""
    for spot, act in enumerate(scenario.acts):
        if act.id == id:
            return spot
    raise KeyError(id)


def _act(id: str, change: Callable[[Act], Act]) -> Change:
    def apply(scenario: Scenario) -> Scenario:
        spot = _spot(scenario, id)
        acts = list(scenario.acts)
        acts[spot] = change(acts[spot])
        return evolve(scenario, acts=tuple(acts))

    return apply


def _silenced(act: Act, *keys: str) -> Act:
    """The act without the rival claims about some keys."""
    return evolve(act, claims=tuple(axis for axis in act.claims if not axis.keys & set(keys)))


def facts(id: str, said: Mapping[str, Fact | None]) -> Change:
    """Facts of an act put in place of what it says; None takes a fact off the record."""

    def change(act: Act) -> Act:
        kept = {key: value for key, value in {**act.facts, **said}.items() if value is not None}
        return evolve(_silenced(act, *said), facts=kept)

    return _act(id, change)


def at(id: str, when: str, **moments: str) -> Change:
    """An act done at another time, in its own zone; `signed`, `published` and `gazetted` only as given here."""

    def change(act: Act) -> Act:
        zone = act.when.zone
        others = {name: Moment.parse(text, zone) for name, text in moments.items()}
        return evolve(_silenced(act, "when"), when=Moment.parse(when, zone), moments=others)

    return _act(id, change)


def by(id: str, actor: str | None) -> Change:
    """An act done by somebody else."""
    return _act(id, lambda act: evolve(_silenced(act, "by"), by=actor))


def status(id: str, word: str) -> Change:
    """An act attested, admitted, found or alleged."""
    return _act(id, lambda act: evolve(_silenced(act, "status"), status=word))


def drop(*ids: str) -> Change:
    """Acts that are not in the log."""

    def apply(scenario: Scenario) -> Scenario:
        for id in ids:
            _spot(scenario, id)
        return evolve(scenario, acts=tuple(act for act in scenario.acts if act.id not in ids))

    return apply


def drop_kind(*kinds: str) -> Change:
    """No act of some kinds in the log."""
    return lambda scenario: evolve(scenario, acts=tuple(act for act in scenario.acts if act.kind not in kinds))


def keep(ids: Iterable[str] = (), kinds: Iterable[str] = ()) -> Change:
    """Only acts with these ids or of these kinds."""
    wanted, sorts = frozenset(ids), frozenset(kinds)

    def apply(scenario: Scenario) -> Scenario:
        for id in wanted:
            _spot(scenario, id)
        return evolve(scenario, acts=tuple(act for act in scenario.acts if act.id in wanted or act.kind in sorts))

    return apply


def move(id: str, *, before: str | None = None, after: str | None = None) -> Change:
    """An act put elsewhere in the file, beside another; its time stays."""

    def apply(scenario: Scenario) -> Scenario:
        moved = scenario.acts[_spot(scenario, id)]
        rest = evolve(scenario, acts=tuple(act for act in scenario.acts if act.id != id))
        return _inserted(rest, moved, before, after)

    return apply


def _inserted(scenario: Scenario, act: Act, before: str | None, after: str | None) -> Scenario:
    spot = len(scenario.acts)
    if before is not None:
        spot = _spot(scenario, before)
    elif after is not None:
        spot = _spot(scenario, after) + 1
    return evolve(scenario, acts=(*scenario.acts[:spot], act, *scenario.acts[spot:]))


def add(
    kind: str,
    id: str,
    when: str,
    by: str | None = None,
    said: Mapping[str, Fact] | None = None,
    *,
    case: Mapping[str, str] | None = None,
    before: str | None = None,
    after: str | None = None,
) -> Change:
    """One more act, at the end of the file or beside another."""

    def apply(scenario: Scenario) -> Scenario:
        country = scenario.country
        known = country.vocabulary.acts[kind].facts
        assert not set(said or {}) - set(known), f"{kind} has no such fact: {set(said or {}) - set(known)}"
        act = Act(id, kind, Moment.parse(when, country.zone), by, case=dict(case or {}), facts=dict(said or {}))
        return _inserted(scenario, act, before, after)

    return apply


def complete(*kinds: str) -> Change:
    """Kinds of acts that the log now lists in full."""
    return lambda scenario: evolve(
        scenario, complete={**scenario.complete, **dict.fromkeys(kinds, "so that the mutation shows")}
    )


def incomplete(*kinds: str) -> Change:
    """Kinds of acts that the log no longer claims to list in full; each must have been one."""

    def apply(scenario: Scenario) -> Scenario:
        assert set(kinds) <= set(scenario.complete), f"not listed in full: {set(kinds) - set(scenario.complete)}"
        full = {kind: why for kind, why in scenario.complete.items() if kind not in kinds}
        return evolve(scenario, complete=full)

    return apply


def given(said: Mapping[str, Fact | None]) -> Change:
    """Standing facts put in place of those that are given; None takes one away."""

    def apply(scenario: Scenario) -> Scenario:
        kept = {key: value for key, value in {**scenario.given, **said}.items() if value is not None}
        return evolve(scenario, given=kept)

    return apply


def pin(**readings: str) -> Change:
    """Answers of reading axes that are taken as given."""
    return lambda scenario: evolve(scenario, readings={**scenario.readings, **readings})


def until(day: str) -> Change:
    """Another last day of the log."""
    return lambda scenario: evolve(scenario, until=parse_date(day))


def on(text: str) -> date:
    """A date, as a fact."""
    return parse_date(text)


def moment(text: str, zone: str = "Asia/Almaty") -> Moment:
    """A moment, as a fact."""
    return Moment.parse(text, zone)
