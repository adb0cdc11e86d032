"""Duties not seen done in time, from the same rules that call an act late."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from procedure.deliberation import cells
from procedure.hearing import Docket, Hearing, NotKnown, uncounted
from procedure.jurisdiction import Jurisdiction
from procedure.law import Case, Norm
from procedure.machine import Procedure, State, Step
from procedure.moments import Moment
from procedure.outcomes import Assignment
from procedure.record import Act
from procedure.rules.windows import Timed, Window
from procedure.steps import standing_rows
from procedure.values import frozen
from procedure.verdict import Due, Lapse, Phrase
from procedure.watch import Watch
from procedure.worlds import World


@frozen
class Duty:
    """A duty with a time limit: the norm, the rule that counts, and the kinds of acts any of which performs it."""

    procedure: Procedure
    norm: Norm
    rule: Timed
    acts: tuple[str, ...]


def duties(country: Jurisdiction) -> Iterator[Duty]:
    """Every duty that some step of a procedure puts under a time limit."""
    for procedure in country.procedures:
        found: dict[tuple[str, Timed], list[str]] = {}
        for row in procedure.steps:
            for guard in row.guards:
                for rule in guard.rules:
                    if isinstance(rule, Timed) and rule.runs and country.law.norms[guard.norm.id].nature == "duty":
                        found.setdefault((guard.norm.id, rule), []).append(row.act)
        for each in procedure.owed:
            for rule in each.guard.rules:
                if isinstance(rule, Timed):
                    found.setdefault((each.guard.norm.id, rule), []).append(each.act)
        for (norm_id, rule), acts in found.items():
            yield Duty(procedure, country.law.norms[norm_id], rule, tuple(dict.fromkeys(acts)))


def anchor_acts(rule: Timed) -> tuple[str, ...]:
    """The kinds of acts from which a rule counts."""
    anchor = getattr(rule, "after", None) or getattr(rule, "before", None)
    return anchor.acts() if anchor is not None else ()


def pending(
    docket: Docket, world: World, duty: Duty, now: Moment
) -> Iterator[tuple[str, Act, list[tuple[Assignment, Window | None]]]]:
    """The cases in which a duty runs and has not been performed: the case, the act from which it runs, its windows."""
    kinds = anchor_acts(duty.rule)
    for case in _cases(world, duty.procedure):
        mine = world.case(duty.procedure, case)
        after = next(world.past.record.latest((*kinds, *duty.acts), mine.names), None)
        if after is None or after.kind in duty.acts:
            continue
        start = world.states.get((duty.procedure.name, case), duty.procedure.initial)
        rows = standing_rows(docket, duty.procedure.steps, now.earliest_day, mine)
        if not runs(duty, start, kinds, rows):
            continue
        probe = Act(f"({duty.acts[0]})", duty.acts[0], now, case=mine.names)
        yield case, after, windows(docket, world.record, world.fixed, duty.norm, duty.rule, probe, mine.opened)


def runs(duty: Duty, start: State, anew: Sequence[str], rows: Sequence[Step]) -> bool:
    """Whether the duty's act can still be come to from where its machine stands, without the act from which it runs."""
    seen, queue = {start}, [start]
    while queue:
        here = queue.pop()
        for row in (each for each in rows if here in each.sources):
            if row.act in duty.acts:
                return True
            if row.act not in anew and row.target is not None and row.target not in seen:
                seen.add(row.target)
                queue.append(row.target)
    return False


def _cases(world: World, procedure: Procedure) -> Sequence[str]:
    if procedure.per is None:
        return [""]
    return sorted(case for name, case in world.states if name == procedure.name)


def windows(
    docket: Docket,
    record: Sequence[Act],
    fixed: Mapping[str, str],
    norm: Norm,
    rule: Timed,
    probe: Act,
    opened: date | None = None,
    watch: Watch | None = None,
) -> list[tuple[Assignment, Window | None]]:
    """When an act could be done under a rule, in each cell; None where that is not known."""
    version = docket.version(norm, probe.when.earliest_day, Case(opened, probe.case))
    if watch is not None and norm.apart:
        watch.opened = True

    def ask(chosen: Mapping[str, str]) -> tuple[Window | None, set[str]]:
        hearing = Hearing(docket, probe, record, chosen, norm, version, watch=watch)
        if hearing.version is None:
            return None, hearing.read
        try:
            return rule.window(hearing), hearing.read
        except NotKnown:
            return None, hearing.read

    return cells(ask, fixed)


def lapses(country: Jurisdiction, docket: Docket, worlds: Sequence[World], until: Moment) -> tuple[Lapse, ...]:
    """The duties whose time ran out by a moment without the act being seen; in which worlds, where not in all."""
    apart = uncounted(docket.law, worlds[0].sequence if worlds else ())
    counted = [world for world in worlds if not apart & set(world.fixed.items())] or worlds
    found = (
        (lapse, tuple(sorted(world.fixed.items())))
        for duty in duties(country)
        for world in counted
        for case, after, asked in pending(docket, world, duty, until)
        if (lapse := lapse_of(docket, duty, until, apart, case, after, asked)) is not None
    )
    return together(found, len(counted))


def lapse_of(
    docket: Docket,
    duty: Duty,
    until: Moment,
    apart: frozenset[tuple[str, str]],
    case: str,
    after: Act,
    asked: Iterable[tuple[Assignment, Window | None]],
) -> Lapse | None:
    """A duty that runs from an act and was not seen done, where its time ran out in some cell that counts."""
    due: dict[tuple[str, Phrase | None], list[Assignment]] = {}
    for assignment, window in asked:
        closes = window.closes if window else None
        if window and closes and closes.is_before(until) and not apart & set(assignment):
            due.setdefault((closes.iso(), window.counted), []).append(assignment)
    if not due:
        return None
    version = docket.version(duty.norm, until.earliest_day)
    return Lapse(
        duty.norm.id,
        version.since if version else None,
        duty.acts[0],
        duty.norm.holder,
        duty.procedure.name,
        case,
        after.id,
        tuple(Due(limit, counted, tuple(each)) for (limit, counted), each in due.items()),
        all(kind in docket.complete for kind in duty.acts),
        version.text_known if version else "",
    )


def together(held: Iterable[tuple[Lapse, Assignment]], worlds: int) -> tuple[Lapse, ...]:
    """The lapses of so many worlds, each in the world with these answers, as they are told: each once, in order."""
    found: dict[tuple[str, str, str, str], list[tuple[Lapse, Assignment]]] = {}
    for lapse, fixed in held:
        found.setdefault(lapse.key, []).append((lapse, fixed))
    return tuple(_together(found[key], worlds) for key in sorted(found))


def _together(held: Sequence[tuple[Lapse, Assignment]], worlds: int) -> Lapse:
    """One lapse out of the same lapse in several worlds; its cells name the world where not all have it."""
    everywhere = len({fixed for _, fixed in held}) == worlds
    due: dict[Due, None] = {}
    for lapse, fixed in held:
        for each in lapse.due:
            cells = tuple(tuple(sorted({*cell, *fixed})) for cell in each.cells)
            due[each if everywhere else evolve(each, cells=cells)] = None
    return evolve(held[0][0], due=tuple(due))
