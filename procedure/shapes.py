"""The shape of a machine on one day and for one kind of case: its states in reach, and where a case of it ends."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from attrs import evolve, frozen

from procedure.law import Norm, Reach, Version
from procedure.machine import NormRef, Procedure, State, Step, Wording
from procedure.texts_amended import Scope


@frozen(eq=False, slots=False)
class Shape:
    """The rows of a machine that stand on a day for the cases of a reach, as if some norms were not in force."""

    machine: Procedure
    norms: Mapping[str, Norm]
    day: date
    reach: Reach | None
    ignoring: frozenset[str] = frozenset()

    def of(self, machine: Procedure) -> "Shape":
        """The shape that another table has on the same day for the same cases."""
        return evolve(self, machine=machine)

    def without(self, marks: Iterable[NormRef]) -> "Shape":
        """The shape that the table would have if these norms were not in force."""
        return evolve(self, ignoring=self.ignoring | {mark.id for mark in marks})

    @cached_property
    def rows(self) -> tuple[Step, ...]:
        """The rows that stand, those of an edition first."""
        standing = [
            row
            for row in self.machine.steps
            if (row.during is None or self._stands(row.during)) and not any(map(self._stands, row.without))
        ]
        return tuple(sorted(standing, key=lambda row: row.during is None))

    def _stands(self, mark: NormRef | Wording) -> bool:
        version = next((self._of(each) for each in self.norms[mark.id].versions if each.covers(self.day)), None)
        if version is None or not version.says or mark.id in self.ignoring:
            return False
        return isinstance(mark, NormRef) or version.terms.get(mark.term) == mark.word

    def _of(self, version: Version) -> Version:
        return next((each for reach, each in version.apart if reach == self.reach), version)

    @cached_property
    def ways(self) -> Mapping[State, tuple[State, ...]]:
        """Where one step leads from each state; of two steps without a branch only the first is ever taken."""
        found: dict[State, dict[State, None]] = {state: {} for state in self.machine.states}
        plain: set[tuple[str, State]] = set()
        for row in self.rows:
            for source in row.sources:
                if row.when is None and (row.act, source) in plain:
                    continue
                if row.when is None:
                    plain.add((row.act, source))
                if row.target is not None:
                    found[source][row.target] = None
        return {state: tuple(targets) for state, targets in found.items()}

    def onward(self, state: State) -> tuple[State, ...]:
        """A state, and all that some run of steps reaches from it."""
        seen, queue = {state: None}, [state]
        while queue:
            for target in self.ways[queue.pop()]:
                if target not in seen:
                    seen[target] = None
                    queue.append(target)
        return tuple(seen)

    @cached_property
    def reachable(self) -> tuple[State, ...]:
        """The states that some run of steps reaches from the initial one."""
        return self.onward(self.machine.initial)

    @cached_property
    def ends(self) -> frozenset[State]:
        """Where a case ends: the final states; where none is declared, each state in reach that no step leaves, and the
        initial state if a case comes back to it. A machine that goes round for ever has none."""
        if self.machine.final:
            return frozenset(self.machine.final)
        rests = {state for state in self.reachable if not set(self.ways[state]) - {state}}
        back = {self.machine.initial for state in self.reachable if self.machine.initial in self.ways[state]}
        return frozenset((rests - {self.machine.initial}) | back)

    def alike(self, mark: NormRef) -> Iterator[tuple[Step, Step, State]]:
        """A row that stands by a norm, another, and a state from which no branch tells the two apart."""
        for row in (each for each in self.rows if each.during == mark):
            for other in self.rows:
                shared = [source for source in row.sources if source in other.sources]
                if other is not row and other.act == row.act and shared and _overlap(row, other):
                    yield row, other, shared[0]


def _overlap(row: Step, other: Step) -> bool:
    if row.when is None or other.when is None:
        return row.when is other.when
    return row.when.fact == other.when.fact and bool(set(row.when.words) & set(other.when.words))


def shapes(machine: Procedure, norms: Mapping[str, Norm], scope: Scope) -> Iterator[Shape]:
    """The shapes of a machine for the cases of a scope, one for each run of its days on which nothing changes."""
    marks = {mark.id for row in machine.steps for mark in (row.during, *row.without) if mark is not None}
    turns = {day for id in marks for each in norms[id].versions for day in (each.since, _after(each.until)) if day}
    first = scope.since or min((each.since for norm in norms.values() for each in norm.versions), default=date.min)
    for day in sorted({first} | {day for day in turns if day > first and (scope.until is None or day <= scope.until)}):
        yield Shape(machine, norms, day, scope.reach)


def _after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None
