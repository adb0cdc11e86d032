"""What may be done on a day and by whom, what must be done by when, and what is not yet possible and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from procedure.deliberation import deliberate
from procedure.hearing import Docket
from procedure.judge import docket_of
from procedure.jurisdiction import Jurisdiction
from procedure.lapses import duties, pending
from procedure.machine import Guard, Procedure, State, Step
from procedure.matrix import reduced
from procedure.moments import Moment
from procedure.outcomes import Assignment, Status
from procedure.record import Act
from procedure.rules.facts import By
from procedure.rules.order import After
from procedure.scenario import Scenario
from procedure.steps import standing_rows
from procedure.timeline import run
from procedure.verdict import Due, Heard, Phrase
from procedure.worlds import World


@frozen
class Condition:
    """What a norm asks of an act that is not done yet, and what the record shows so far."""

    norm: str
    heard: Heard
    cells: tuple[Assignment, ...] = ()


@frozen
class Possible:
    """An act that a machine would take from where it stands: who may do it, and what bears on it."""

    procedure: str
    case: str
    state: str
    act: str
    by: tuple[str, ...]
    provided: tuple[Condition, ...] = ()
    blocked: tuple[Condition, ...] = ()


@frozen
class Later:
    """An act that no step takes from where a machine stands, and the acts on the way to it."""

    procedure: str
    case: str
    state: str
    act: str
    way: tuple[str, ...]


@frozen
class Outstanding:
    """A duty that runs: its holder, until when, and from which act; overdue where its time is past.

    `shown` where the log lists such acts in full, so that one not on record was not done.
    """

    norm: str
    act: str
    holder: str
    procedure: str
    case: str
    after: str
    due: tuple[Due, ...]
    overdue: bool
    shown: bool


@frozen
class Agenda:
    """The state of affairs on a day."""

    scenario: str
    on: date
    now: tuple[Possible, ...]
    not_yet: tuple[Possible, ...]
    later: tuple[Later, ...]
    outstanding: tuple[Outstanding, ...]


def due(scenario: Scenario, on: date) -> Agenda:
    """The state of affairs at the end of a day of a scenario."""
    docket = evolve(docket_of(scenario), until=on)
    acts = tuple(act for act in scenario.acts if act.when.earliest_day <= on)
    worlds = run(scenario.country, docket, acts)
    now = Moment.on(on, scenario.country.zone)
    possible: dict[tuple[str, str, str, str], Possible] = {}
    later: dict[tuple[str, str, str, str], Later] = {}
    for world in worlds:
        for each in _possible(scenario.country, docket, world, now):
            possible.setdefault((each.procedure, each.case, each.state, each.act), each)
        for other in _later(scenario.country, docket, world, on):
            later.setdefault((other.procedure, other.case, other.state, other.act), other)
    return Agenda(
        scenario.title,
        on,
        tuple(each for each in possible.values() if not each.blocked),
        tuple(each for each in possible.values() if each.blocked),
        tuple(later.values()),
        tuple(_outstanding(scenario.country, docket, worlds, now)),
    )


def _cases(world: World, procedure: Procedure) -> list[tuple[str, State]]:
    """The cases of a procedure and where they stand."""
    if procedure.per is None:
        return [("", world.states.get((procedure.name, ""), procedure.initial))]
    return sorted(((case, state) for (name, case), state in world.states.items() if name == procedure.name), key=str)


def _possible(country: Jurisdiction, docket: Docket, world: World, now: Moment) -> Iterator[Possible]:
    for procedure in country.procedures:
        for case, state in _cases(world, procedure):
            seen: set[str] = set()
            for row in standing_rows(docket, procedure.outgoing(state), now.earliest_day, world.case(procedure, case)):
                offence = country.vocabulary.acts[row.act].offence
                if row.act in seen or offence or country.knowing(row.act)[0] is not procedure:
                    continue
                seen.add(row.act)
                yield _weighed(country, docket, world, procedure, case, state, row, now)


def actors(row: Step) -> tuple[str, ...]:
    """Those who may do an act under some norm of a step."""
    named = [rule.actors for guard in row.guards for rule in guard.rules if isinstance(rule, By)]
    if not named:
        return ()
    return tuple(actor for actor in named[0] if all(actor in each for each in named)) or named[0]


def _weighed(
    country: Jurisdiction,
    docket: Docket,
    world: World,
    procedure: Procedure,
    case: str,
    state: State,
    row: Step,
    now: Moment,
) -> Possible:
    """What bears on an act if it were done now, with its facts not yet known."""
    by = actors(row)
    mine = world.case(procedure, case)
    probe = Act(f"({row.act})", row.act, now, by[0] if by else None, case=mine.names)
    provided: list[Condition] = []
    blocked: list[Condition] = []
    for guard in (g for other in country.knowing(row.act) for g in _guards(docket, world, other, row, case, now)):
        norm = docket.law.norms[guard.norm.id]
        if docket.version(norm, now.earliest_day, mine) is None:
            continue
        for rule in guard.rules:
            cells = reduced(deliberate(docket, probe, world.record, world.fixed, norm, rule, mine.opened))
            for heard in dict.fromkeys(heard for _, heard in cells):
                where = tuple(cell for cell, each in cells if each == heard)
                waits = isinstance(rule, After) and heard.status is Status.UNKNOWN
                if heard.status in (Status.BROKEN, Status.VOID) or waits:
                    blocked.append(Condition(norm.id, heard, where))
                elif not isinstance(rule, By) and (heard.status is not Status.KEPT or heard.counted):
                    provided.append(Condition(norm.id, heard, where))
    return Possible(procedure.name, case, state.name, row.act, by, tuple(provided), tuple(blocked))


def _guards(docket: Docket, world: World, procedure: Procedure, row: Step, case: str, now: Moment) -> Sequence[Guard]:
    """The guards that an act would meet in one of the machines that know it."""
    if row in procedure.steps:
        return row.guards
    mine = case if procedure.per else ""
    rows = procedure.steps_from(row.act, world.states.get((procedure.name, mine), procedure.initial))
    rows = standing_rows(docket, rows, now.earliest_day, world.case(procedure, mine))
    return rows[0].guards if rows else ()


def _later(country: Jurisdiction, docket: Docket, world: World, on: date) -> Iterator[Later]:
    for procedure in country.procedures:
        for case, state in _cases(world, procedure):
            rows = standing_rows(docket, procedure.steps, on, world.case(procedure, case))
            for act in sorted({row.act for row in rows}):
                if (
                    country.knowing(act)[0] is not procedure
                    or any(row.act == act and state in row.sources for row in rows)
                    or country.vocabulary.acts[act].offence
                ):
                    continue
                yield Later(procedure.name, case, state.name, act, procedure.way(state, act, rows))


def _outstanding(country: Jurisdiction, docket: Docket, worlds: Sequence[World], now: Moment) -> Iterator[Outstanding]:
    seen: set[tuple[str, str, str, str]] = set()
    for duty in duties(country):
        for world in worlds:
            for case, after, asked in pending(docket, world, duty, now):
                limits: dict[tuple[str, Phrase | None], list[Assignment]] = {}
                late = False
                for cell, window in asked:
                    if window and window.closes:
                        limits.setdefault((window.closes.iso(), window.counted), []).append(cell)
                        late = late or bool(window.closes.is_before(now))
                key = (duty.norm.id, duty.acts[0], case, after.id)
                if not limits or key in seen:
                    continue
                seen.add(key)
                told = tuple(Due(limit, counted, tuple(cells)) for (limit, counted), cells in limits.items())
                yield Outstanding(
                    duty.norm.id,
                    duty.acts[0],
                    duty.norm.holder,
                    duty.procedure.name,
                    case,
                    after.id,
                    told,
                    late,
                    all(kind in docket.complete for kind in duty.acts),
                )
