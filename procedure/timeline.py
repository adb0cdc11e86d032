"""The log offered act by act to every machine that knows it, in every world that the claims leave possible.

Machines follow what was done; verdicts say what the law makes of it. A choice that alters the way forks the replay.
"""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from math import prod
from typing import Any

from attrs import define, evolve, field, frozen

from procedure.deliberation import deliberate
from procedure.errors import TooManyForks
from procedure.hearing import AxisNeeded, Docket
from procedure.jurisdiction import Jurisdiction
from procedure.law import Case, Norm
from procedure.machine import Procedure, Rule, State, Step
from procedure.moments import Moment
from procedure.outcomes import Assignment, Status, worst
from procedure.record import Act
from procedure.steps import choose, standing_rows
from procedure.verdict import Heard, Move

MOST_FORKS = 64
MOST_CELLS = 4096

CaseKey = tuple[str, str]


@frozen
class Testimony:
    """What one rule under one norm said in each cell of its own axes."""

    norm: Norm
    rule: Rule
    cells: tuple[tuple[Assignment, Heard], ...]
    opened: date | None = None


@frozen
class Trial:
    """What became of one act in one world."""

    placed: bool
    testimonies: tuple[Testimony, ...] = ()
    cells: tuple[tuple[Assignment, Status], ...] = ()
    moves: tuple[Move, ...] = ()
    void: bool = False
    computed: bool = False
    from_states: tuple[tuple[str, str], ...] = ()
    not_in_force: tuple[str, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()
    leans_on: tuple[str, ...] = ()


@define
class World:
    """One way in which the log may have gone: answers fixed so far, where each case stands, what is on record."""

    fixed: dict[str, str]
    sequence: tuple[Act, ...]
    states: dict[CaseKey, State] = field(factory=dict)
    record: list[Act] = field(factory=list)
    trials: dict[str, Trial] = field(factory=dict)
    void: set[str] = field(factory=set)
    opened: dict[CaseKey, date] = field(factory=dict)

    def case(self, procedure: Procedure, name: str) -> Case:
        """A case of a procedure, the only one or the one of a name, with the day from which it is open."""
        names = {procedure.per: name} if procedure.per and name else {}
        return Case(self.opened.get((procedure.name, name)), names)

    def fork(self, more: Mapping[str, str]) -> "World":
        fixed = {**self.fixed, **more}
        states, record, trials = dict(self.states), list(self.record), dict(self.trials)
        return World(fixed, self.sequence, states, record, trials, set(self.void), dict(self.opened))

    def move(self, country: Jurisdiction, act: Act, nexts: Mapping[CaseKey, State]) -> None:
        """Take the machines on; a case opens when it leaves its initial state, and ends when it comes back to it."""
        for key, state in nexts.items():
            initial = country.procedure(key[0]).initial
            if state is initial:
                self.opened.pop(key, None)
            elif self.states.get(key, initial) is initial:
                self.opened[key] = act.when.earliest_day
            self.states[key] = state

    def enter(self, act: Act) -> None:
        """Put an act on record; a ruling on the merits takes another off it, or puts it back in its place."""
        self.record.append(act)
        ruling = act.ruling
        if ruling is not None and ruling.removes:
            self.record[:] = [each for each in self.record if each.id != ruling.on]
        elif ruling is not None and ruling.restores and ruling.on not in self.void:
            ids = {each.id for each in self.record} | {ruling.on}
            self.record[:] = [each for each in self.sequence if each.id in ids]


def run(country: Jurisdiction, docket: Docket, acts: Sequence[Act]) -> list[World]:
    """Every world of a log, each replayed to its end."""
    worlds = list(_orders(acts))
    done: list[World] = []
    while worlds:
        if len(worlds) + len(done) > MOST_FORKS:
            raise _too_many({axis for world in (*worlds, *done) for axis in world.fixed})
        world = worlds.pop()
        forked = _advance(country, docket, world)
        worlds += forked
        if not forked:
            done.append(world)
    return sorted(done, key=lambda world: sorted(world.fixed.items()))


def _too_many(axes: Collection[str]) -> TooManyForks:
    return TooManyForks(
        f"more than {MOST_FORKS} ways to read the log; these claims and readings alter it: {'; '.join(sorted(axes))}"
    )


def _orders(acts: Sequence[Act]) -> Iterator[World]:
    """A world for each order of the acts that the claims leave possible."""
    axes = [axis for act in acts for axis in act.claims if "when" in axis.keys]
    plain = _sequence(acts, {})
    matter = [
        axis
        for axis in axes
        if any(_sequence(acts, {axis.name: claim.name}) != plain for claim in axis.claims) or axis.about_order
    ]
    if prod(len(axis.claims) for axis in matter) > MOST_FORKS:
        raise _too_many({axis.name for axis in matter})
    for names in product(*([claim.name for claim in axis.claims] for axis in matter)):
        fixed = {axis.name: name for axis, name in zip(matter, names, strict=True)}
        yield World(fixed, _sequence(acts, fixed))


def _sequence(acts: Sequence[Act], fixed: Mapping[str, str]) -> tuple[Act, ...]:
    """The acts in the order of the file, save where a chosen claim, or certain times, say otherwise."""
    placed: list[Act] = []
    moved: list[tuple[Act, str, str]] = []
    moments: dict[str, Moment] = {}
    newest: Moment | None = None
    for act in acts:
        axis = act.axis_about("when")
        claim = axis.claim(fixed[axis.name]) if axis and axis.name in fixed else None
        moments[act.id] = (claim.when if claim else None) or act.when
        if claim and claim.order:
            moved.append((act, *claim.order))
            continue
        when = moments[act.id]
        spot = len(placed)
        if newest is not None and newest.is_after(when):
            spot = next(index for index, each in enumerate(placed) if moments[each.id].is_after(when))
        newest = when if newest is None or when.earliest > newest.earliest else newest
        placed.insert(spot, act)
    for act, way, other in moved:
        spot = next((index for index, each in enumerate(placed) if each.id == other), len(placed) - 1)
        placed.insert(spot + (way == "after"), act)
    return tuple(placed)


def _advance(country: Jurisdiction, docket: Docket, world: World) -> list[World]:
    """Replay a world until its end, or until it forks; the forks, or nothing at the end."""
    for act in world.sequence[len(world.trials) :]:
        try:
            trial, nexts = _try(country, docket, world, act)
        except AxisNeeded as needed:
            return [world.fork({needed.axis: answer}) for answer in needed.answers]
        if act.id in docket.annulled:
            trial = evolve(trial, cells=((_fixed(world), Status.VOID),), moves=(), void=True)
        struck = act.id in docket.struck
        trial = evolve(trial, moves=(), void=True) if struck else trial
        void = {cell for cell, status in trial.cells if status is Status.VOID}
        if void and len(void) < len(trial.cells) and not struck:
            deciding = [
                each.cells for each in trial.testimonies if any(heard.status is Status.VOID for _, heard in each.cells)
            ]
            return [world.fork(dict(cell)) for cell, _ in joined(deciding)]
        world.trials[act.id] = trial
        if void or struck:
            world.void.add(act.id)
            continue
        if trial.placed:
            world.move(country, act, nexts)
        world.enter(act)
    return []


def _try(country: Jurisdiction, docket: Docket, world: World, act: Act) -> tuple[Trial, dict[CaseKey, State]]:
    """Choose the steps in every machine that knows the act, hear all their guards, and see where they lead."""
    chosen: list[tuple[Procedure, CaseKey, State, Step]] = []
    knowing = country.knowing(act.kind)
    computed = False
    from_states: list[tuple[str, str]] = []
    for index, procedure in enumerate(knowing):
        key = (procedure.name, act.case.get(procedure.per, "") if procedure.per else "")
        state = world.states.get(key, procedure.initial)
        from_states.append((procedure.name, state.name))
        opened = world.opened.get(key)
        row, was_computed = choose(docket, world.record, act, procedure, state, world.fixed, opened)
        if row is None and index == 0:
            rows = standing_rows(docket, procedure.steps, act.when.earliest_day, Case(opened, act.case))
            leans_on = _leans_on(docket, world, act, (), procedure.way(state, act.kind, rows))
            unplaced = ((_fixed(world), Status.UNPLACED),)
            return Trial(False, (), unplaced, from_states=tuple(from_states), leans_on=leans_on), {}
        computed = computed or was_computed
        if row is not None:
            chosen.append((procedure, key, state, row))
    testimonies, lapsed = _hear(docket, world, act, chosen)
    cells = joined([testimony.cells for testimony in testimonies])
    nexts = {key: procedure.fire(state, row) for procedure, key, state, row in chosen}
    moves = tuple(
        Move(procedure.name, key[1], (state.name,), (nexts[key].name,)) for procedure, key, state, _ in chosen
    )
    void = bool(cells) and all(status is Status.VOID for _, status in cells)
    steps = tuple((procedure.name, row.index) for procedure, _, _, row in chosen)
    moves = () if void else moves
    states, leans_on = tuple(from_states), _leans_on(docket, world, act, testimonies)
    return Trial(bool(chosen), testimonies, cells, moves, void, computed, states, lapsed, steps, leans_on), nexts


def _leans_on(
    docket: Docket, world: World, act: Act, testimonies: Sequence[Testimony], missing: Sequence[str] = ()
) -> tuple[str, ...]:
    """The void acts that are missing on the way, or with which on record some rule would say something else."""
    found: list[str] = []
    done, recorded = world.sequence[: len(world.trials)], {each.id for each in world.record}
    for void in (each for each in done if world.trials[each.id].void):
        record = [each for each in done if each.id in recorded or each is void]
        if void.kind in missing or any(
            tuple(deliberate(docket, act, record, world.fixed, each.norm, each.rule, each.opened)) != each.cells
            for each in testimonies
        ):
            found += world.trials[void.id].leans_on or (void.id,)
    return tuple(dict.fromkeys(found))


def _fixed(world: World) -> Assignment:
    return tuple(sorted(world.fixed.items()))


def _hear(
    docket: Docket, world: World, act: Act, chosen: Sequence[tuple[Procedure, CaseKey, State, Step]]
) -> tuple[tuple[Testimony, ...], tuple[str, ...]]:
    """What every rule of the guards says, each once; and the norms that were not in force on the day."""
    heard: list[Testimony] = []
    absent: list[str] = []
    seen: set[tuple[str, Rule]] = set()
    for key, guard in ((key, guard) for _, key, _, row in chosen for guard in row.guards):
        norm = docket.law.norms[guard.norm.id]
        opened = world.opened.get(key)
        if docket.version(norm, act.when.earliest_day, Case(opened, act.case)) is None:
            absent.append(norm.id)
            continue
        for rule in guard.rules:
            if (norm.id, rule) in seen:
                continue
            seen.add((norm.id, rule))
            cells = tuple(deliberate(docket, act, world.record, world.fixed, norm, rule, opened))
            heard.append(Testimony(norm, rule, cells, opened))
            _tell("norm.found", act=act.id, norm=norm.id, statuses=sorted({each.status.value for _, each in cells}))
    _tell("act.heard", act=act.id, norms=len(heard))
    return tuple(heard), tuple(dict.fromkeys(absent))


def joined(partitions: Sequence[Sequence[tuple[Assignment, Heard]]]) -> tuple[tuple[Assignment, Status], ...]:
    """The cells of several rules together: every choice of answers on all their axes, with the gravest status."""
    cells: dict[Assignment, Status] = {(): Status.KEPT}
    for partition in partitions:
        merged: dict[Assignment, Status] = {}
        for assignment, status in cells.items():
            for other, heard in partition:
                both = _both(assignment, other)
                if both is not None:
                    merged[both] = worst((status, heard.status))
        if len(merged) > MOST_CELLS:
            names = sorted({axis for assignment in merged for axis, _ in assignment})
            raise TooManyForks(f"more than {MOST_CELLS} cells for one act, over: {'; '.join(names)}")
        cells = merged
    return tuple(sorted(cells.items(), key=lambda cell: cell[0]))


def _both(first: Assignment, second: Assignment) -> Assignment | None:
    """Two choices of answers as one; None where they contradict each other."""
    if not first or not second:
        return first or second
    together = dict(first)
    for axis, answer in second:
        if together.setdefault(axis, answer) != answer:
            return None
    return tuple(sorted(together.items()))


def _tell(event: str, **values: Any) -> None:
    """Log an event, only where somebody configured structlog."""
    structlog = sys.modules.get("structlog")
    if structlog is not None and structlog.is_configured():
        structlog.get_logger("procedure").info(event, **values)
