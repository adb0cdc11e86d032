"""Every date that the law gives from a few fixed days, with the days counted, beside what a delegated calendar set."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from procedure.errors import JurisdictionError
from procedure.hearing import Docket
from procedure.jurisdiction import Jurisdiction
from procedure.lapses import windows
from procedure.machine import Rule
from procedure.matrix import reduced
from procedure.moments import Moment
from procedure.outcomes import Assignment
from procedure.record import Act
from procedure.rules.anchors import Anchor, Standing, TermDay
from procedure.rules.facts import nested
from procedure.rules.times import AtLocalTime, InWindow
from procedure.rules.windows import Timed, Window
from procedure.verdict import Phrase
from procedure.worlds import World


@frozen
class Entry:
    """A date of the timetable: which acts, under which norm, from and until when, in which cells; what it waits for."""

    acts: tuple[str, ...]
    norm: str
    kind: str
    text_known: str
    opens: str
    closes: str
    asked: Phrase | None
    counted: Phrase | None
    cells: tuple[Assignment, ...]
    waits_for: tuple[str, ...] = ()


@frozen
class Timetable:
    """The dates of the law and of the calendar, sorted; then those that wait for an act not fixed."""

    jurisdiction: str
    fixed: tuple[tuple[str, date], ...]
    law: tuple[Entry, ...]
    calendar: tuple[Entry, ...]
    waiting: tuple[Entry, ...]


def timetable(country: Jurisdiction, fixed: Mapping[str, date]) -> Timetable:
    """Every date that follows from the fixed days; JurisdictionError when a day has a name that the country lacks."""
    record: list[Act] = []
    for name, day in fixed.items():
        if name not in country.days:
            known = ", ".join(country.days) or "none"
            raise JurisdictionError(f"{country.name} lays out no timetable from '{name}'; it knows: {known}")
        kind, fact = country.days[name]
        when = Moment.on(day if fact is None else min(fixed.values()), country.zone)
        record.append(Act(name, kind, when, facts={} if fact is None else {fact: day}))
    record.sort(key=lambda act: act.when.earliest)
    world = World({}, ())
    world.past.put(record)
    docket = Docket(country.law, country.zone, bases=country.bases, working_day=country.working_day)
    entries = _merged(_entries(country, docket, world, Moment.on(max(fixed.values()), country.zone)))
    timed = sorted((each for each in entries if not each.waits_for), key=lambda each: each.closes or each.opens)
    return Timetable(
        country.name,
        tuple(fixed.items()),
        tuple(each for each in timed if each.kind != "delegated"),
        tuple(each for each in timed if each.kind == "delegated"),
        tuple(each for each in entries if each.waits_for),
    )


def _entries(country: Jurisdiction, docket: Docket, world: World, now: Moment) -> Iterator[Entry]:
    for _, row, guard in country.guards():
        norm = country.law.norms[guard.norm.id]
        version = norm.in_force(now.earliest_day)
        if version is None:
            continue
        for rule in guard.rules:
            for timed in _timed(rule):
                probe = Act(f"({row.act})", row.act, now)
                found: dict[Window | None, list[Assignment]] = {}
                for cell, window in reduced(windows(docket, world.record, world.fixed, norm, timed, probe)):
                    found.setdefault(window, []).append(cell)
                for window, cells in found.items():
                    yield Entry(
                        (row.act,),
                        norm.id,
                        norm.kind,
                        version.text_known,
                        window.opens.iso() if window and window.opens else "",
                        window.closes.iso() if window and window.closes else "",
                        window.asked if window else None,
                        window.counted if window else None,
                        tuple(cells),
                        () if window is not None else _awaited(timed, world),
                    )


def _timed(rule: Rule) -> Iterator[Timed]:
    """The rules of time within a rule; clock times need an act of their own."""
    return (each for each in nested(rule) if isinstance(each, Timed) and not isinstance(each, AtLocalTime))


def _merged(entries: Iterator[Entry]) -> list[Entry]:
    """Entries that differ in nothing but the act, as one."""
    acts: dict[Entry, list[str]] = {}
    for entry in entries:
        acts.setdefault(evolve(entry, acts=()), []).append(entry.acts[0])
    return [evolve(entry, acts=tuple(dict.fromkeys(names))) for entry, names in acts.items()]


def _awaited(rule: Timed, world: World) -> tuple[str, ...]:
    """What a rule waits for: acts that are not on record, or standing facts; nothing where only its text is wanting."""
    named: list[Anchor | None] = [getattr(rule, name, None) for name in ("after", "before", "of")]
    if isinstance(rule, InWindow):
        named += [rule.opens, rule.closes]
    anchors = [anchor for anchor in named if anchor is not None and not isinstance(anchor, TermDay)]
    on_record = {act.kind for act in world.record}
    acts = [act for anchor in anchors for act in anchor.acts() if act not in on_record]
    facts = [anchor.fact for anchor in anchors if isinstance(anchor, Standing)]
    return tuple(dict.fromkeys((*acts, *facts)))
