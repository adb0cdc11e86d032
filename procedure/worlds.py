"""One way in which a log may have gone, and what became of each act on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import define, field

from procedure.errors import TooManyForks
from procedure.jurisdiction import Jurisdiction
from procedure.law import Case, Norm
from procedure.machine import Procedure, Rule, State
from procedure.matrix import both
from procedure.outcomes import Assignment, Status, by_axes, on, worst
from procedure.recall import Past
from procedure.record import Act
from procedure.values import frozen
from procedure.verdict import CaseState, Heard, Move

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

    @cached_property
    def voided(self) -> tuple[Assignment, ...]:
        """The cells in which it is void."""
        return tuple([cell for cell, status in self.cells if status is Status.VOID])

    @property
    def axes(self) -> frozenset[str]:
        """The axes on which something that was said of it may turn."""
        cells = (cell for each in self.testimonies for cell, _ in each.cells)
        return frozenset(axis for cell in (*cells, *(cell for cell, _ in self.cells)) for axis, _ in cell)


@define
class World:
    """One way in which the log may have gone: answers fixed so far, where each case stands, what is on record."""

    fixed: dict[str, str]
    sequence: tuple[Act, ...]
    states: dict[CaseKey, State] = field(factory=dict)
    past: Past = field(factory=Past)
    trials: dict[str, Trial] = field(factory=dict)
    void: dict[str, Act] = field(factory=dict)
    opened: dict[CaseKey, date] = field(factory=dict)

    @property
    def record(self) -> Sequence[Act]:
        """The acts on record with effect, in order."""
        return self.past.record

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each act stands in the order of this world, by its id."""
        return {act.id: place for place, act in enumerate(self.sequence)}

    def case(self, procedure: Procedure, name: str) -> Case:
        """A case of a procedure, the only one or the one of a name, with the day from which it is open."""
        names = {procedure.per: name} if procedure.per and name else {}
        return Case(self.opened.get((procedure.name, name)), names)

    def fork(self, more: Mapping[str, str]) -> "World":
        fixed = {**self.fixed, **more}
        states, past, trials = dict(self.states), self.past.fork(), dict(self.trials)
        return World(fixed, self.sequence, states, past, trials, dict(self.void), dict(self.opened))

    def move(self, country: Jurisdiction, act: Act, nexts: Mapping[CaseKey, State]) -> None:
        """Take the machines on; a case opens when it leaves its initial state, and ends when it comes back to it."""
        for key, state in nexts.items():
            initial = country.procedure(key[0]).initial
            if state is initial:
                self.opened.pop(key, None)
            elif self.states.get(key, initial) is initial:
                self.opened[key] = act.when.earliest_day
            self.states[key] = state

    def with_(self, void: Act) -> list[Act]:
        """The acts on record as if one without effect were among them, in its place."""
        ids = {void.id, *(each.id for each in self.record)}
        return [each for each in self.sequence[: len(self.trials)] if each.id in ids]

    def enter(self, act: Act) -> None:
        """Put an act on record; a ruling on the merits takes another off it, or puts it back in its place."""
        self.past.add(act)
        ruling = act.ruling
        if ruling is not None and ruling.removes:
            self.past.put([each for each in self.record if each.id != ruling.on])
        elif ruling is not None and ruling.restores and ruling.on not in self.void:
            ids = {each.id for each in self.record} | {ruling.on}
            self.past.put([each for each in self.sequence if each.id in ids])


def joined(partitions: Sequence[Sequence[tuple[Assignment, Heard]]]) -> tuple[tuple[Assignment, Status], ...]:
    """The cells of several rules together: every choice of answers on all their axes, with the gravest status."""
    cells: dict[Assignment, Status] = {(): Status.KEPT}
    for partition in partitions:
        if len(partition) == 1 and not partition[0][0]:
            cells = {assignment: worst((status, partition[0][1].status)) for assignment, status in cells.items()}
            continue
        merged: dict[Assignment, Status] = {}
        for axes, mine in by_axes(cells.items()).items():
            for others, theirs in by_axes(partition).items():
                shared = axes & others
                held: dict[Assignment, list[tuple[Assignment, Heard]]] = {}
                for cell in theirs:
                    held.setdefault(on(shared, cell[0]), []).append(cell)
                for assignment, status in mine:
                    for other, heard in held.get(on(shared, assignment), ()):
                        merged[both(assignment, other)] = worst((status, heard.status))
        if len(merged) > MOST_CELLS:
            names = sorted({axis for assignment in merged for axis, _ in assignment})
            raise TooManyForks(f"more than {MOST_CELLS} cells for one act, over: {'; '.join(names)}")
        cells = merged
    return tuple(sorted(cells.items(), key=lambda cell: cell[0]))


def fixed_in(world: World) -> Assignment:
    """The answers fixed in a world, as a choice of answers."""
    return tuple(sorted(world.fixed.items()))


def states_at_end(procedures: Sequence[Procedure], worlds: Sequence[World]) -> tuple[CaseState, ...]:
    """Where each case stands at the end."""
    found: dict[tuple[str, str], set[str]] = {}
    for world in worlds:
        for procedure in procedures:
            if procedure.per is None:
                found.setdefault((procedure.name, ""), set()).add(
                    world.states.get((procedure.name, ""), procedure.initial).name
                )
        for key, state in world.states.items():
            found.setdefault(key, set()).add(state.name)
    places = {procedure.name: spot for spot, procedure in enumerate(procedures)}
    return tuple(
        CaseState(name, case, tuple(sorted(states)))
        for (name, case), states in sorted(found.items(), key=lambda item: (places[item[0][0]], item[0][1]))
    )


def moved(trials: Sequence[Trial]) -> tuple[Move, ...]:
    """How each machine moved, with sets of states where the worlds differ."""
    together: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for trial in trials:
        for move in trial.moves:
            before, after = together.setdefault((move.procedure, move.case), (set(), set()))
            before.update(move.before)
            after.update(move.after)
    return tuple(
        Move(procedure, case, tuple(sorted(before)), tuple(sorted(after)))
        for (procedure, case), (before, after) in together.items()
    )
