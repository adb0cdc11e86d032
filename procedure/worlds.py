"""One way in which a log may have gone, and what became of each act on it."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import define, field

from procedure.errors import TooManyForks
from procedure.jurisdiction import Jurisdiction
from procedure.law import Case, Norm
from procedure.machine import Procedure, Rule, State
from procedure.outcomes import Assignment, Status, worst
from procedure.recall import Past
from procedure.record import Act
from procedure.values import frozen
from procedure.verdict import Heard, Move

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
    past: Past = field(factory=Past)
    trials: dict[str, Trial] = field(factory=dict)
    void: set[str] = field(factory=set)
    opened: dict[CaseKey, date] = field(factory=dict)

    @property
    def record(self) -> list[Act]:
        """The acts on record with effect, in order."""
        return self.past.record

    def case(self, procedure: Procedure, name: str) -> Case:
        """A case of a procedure, the only one or the one of a name, with the day from which it is open."""
        names = {procedure.per: name} if procedure.per and name else {}
        return Case(self.opened.get((procedure.name, name)), names)

    def fork(self, more: Mapping[str, str]) -> "World":
        fixed = {**self.fixed, **more}
        states, past, trials = dict(self.states), self.past.fork(), dict(self.trials)
        return World(fixed, self.sequence, states, past, trials, set(self.void), dict(self.opened))

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
