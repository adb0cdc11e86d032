"""Worlds alike: an act is tried once for all worlds in which its hearing reads the same.

What a hearing can read is the act itself, where its machines stand, what is fixed, and the acts of those kinds that its
rules were seen to ask for. Worlds that have all of this in common have one trial, the very same object.
"""

from collections.abc import Hashable, Iterable, Mapping

from attrs import define, field

from procedure.jurisdiction import Jurisdiction
from procedure.machine import State
from procedure.recall import Past, Slot
from procedure.record import Act
from procedure.watch import Kinds
from procedure.worlds import CaseKey, Trial, World

Tried = tuple[Trial, Mapping[CaseKey, State]]
"""What became of an act, and where it leads its machines."""


@define(eq=False)
class Alike:
    """The trials of a log so far, each under all that its hearing could read.

    It answers for acts with a place and in worlds without void acts; what it does not know is heard.
    """

    country: Jurisdiction
    trials: dict[Hashable, Tried] = field(factory=dict)
    same: dict[Hashable, Tried] = field(factory=dict)
    asked: dict[str, tuple[Kinds, ...]] = field(factory=dict)
    groups: dict[str, list[Kinds]] = field(factory=dict)
    machines: dict[str, tuple[CaseKey, ...]] = field(factory=dict)
    numbers: dict[Hashable, int] = field(factory=dict)

    def find(self, world: World, act: Act) -> Tried | None:
        """What became of an act in a world where its hearing would read the same."""
        asked = self.asked.get(act.id)
        return None if asked is None else self.trials.get(self._read(world, act, asked))

    def keep(self, world: World, act: Act, tried: Tried, slots: Iterable[Slot]) -> Tried:
        """Keep what became of an act under the kinds that its questions were seen to read; equal trials are one."""
        known = self.asked.get(act.id)
        kinds = {kinds for slot in slots for kinds, *_ in slot.queries}
        if known is None or not kinds.issubset(known):
            known = self.asked[act.id] = tuple(sorted(kinds.union(known or ())))
        trial, _ = tried
        said = tuple(id(each.cells) for each in trial.testimonies)
        tried = self.same.setdefault((self._stands(world, act), trial.steps, trial.computed, said), tried)
        self.trials[self._read(world, act, known)] = tried
        return tried

    def _read(self, world: World, act: Act, asked: tuple[Kinds, ...]) -> Hashable:
        """All that the hearing of an act could read in a world, if its rules ask for acts of these kinds."""
        past = world.past
        self._count(past)
        marks = tuple([past.marks[kinds] if kinds in past.marks else self._mark(past, kinds) for kinds in asked])
        return self._stands(world, act), past.fixed_of.get(""), past.fixed_of.get(act.id), marks

    def _count(self, past: Past) -> None:
        """Take the acts that came on record since into the marks of their kinds."""
        acts, marks = past.record.entered, past.marks
        if not past.marked:
            marks.update(dict.fromkeys((kinds for known in self.groups.values() for kinds in known), 0))
        for spot in range(past.marked, len(acts)):
            act = acts[spot]
            for kinds in self.groups.get(act.kind, ()):
                if kinds in marks:
                    marks[kinds] = self._number((marks[kinds], act.id, past.fixed_of.get(act.id)))
        past.marked = len(acts)

    def _mark(self, past: Past, kinds: Kinds) -> int:
        """The number that stands for all acts of some kinds on record, in order, with what is fixed about each."""
        for kind in kinds:
            if kinds not in self.groups.setdefault(kind, []):
                self.groups[kind].append(kinds)
        mark = 0
        for act in past.record.entered:
            if act.kind in kinds:
                mark = self._number((mark, act.id, past.fixed_of.get(act.id)))
        past.marks[kinds] = mark
        return mark

    def _stands(self, world: World, act: Act) -> Hashable:
        """An act, where each machine that knows it stands before it, and since when its case is open."""
        keys = self.machines.get(act.id)
        if keys is None:
            knowing = self.country.knowing(act.kind)
            keys = tuple((each.name, act.case.get(each.per, "") if each.per else "") for each in knowing)
            self.machines[act.id] = keys
        states, opened = world.states, world.opened
        return act.id, *[(id(states.get(key)), opened.get(key)) for key in keys]

    def _number(self, value: Hashable) -> int:
        """The number that stands for a value."""
        found = self.numbers.get(value)
        if found is None:
            found = self.numbers[value] = len(self.numbers) + 1
        return found
