"""What the rules that hear an act depend on together, so that one look-up tells what became of it."""

from collections.abc import Hashable, Sequence
from typing import Any

from attrs import define, field

from procedure.recall import Lately, Memory, Slot
from procedure.watch import Field, Kinds

Query = tuple[Kinds, int, tuple[Field, ...], int]
"""Of which kinds of acts how many are read, what of them, and the number that stands for that."""


@define(eq=False)
class Joint:
    """Some rules that hear an act together, what they were seen to read, and what became of acts by what they read."""

    slots: Sequence[Slot]
    learned: int = -1
    stamp: int = -1
    own: tuple[Field, ...] = ()
    own_number: int = 0
    queries: tuple[Query, ...] = ()
    opened: bool = False
    kinds: frozenset[str] = frozenset()
    answers: Lately[Hashable, Any] = field(factory=Lately)

    def learn(self, memory: Memory) -> None:
        """Take in what the rules were seen to read since."""
        self.learned = memory.learned
        stamp = sum(slot.learned for slot in self.slots)
        if stamp == self.stamp:
            return
        self.stamp = stamp
        own = tuple(sorted({each for slot in self.slots for each in slot.own}))
        asked: dict[Kinds, tuple[int, set[Field]]] = {}
        for slot in self.slots:
            for kinds, depth, fields, _ in slot.queries:
                deepest, read = asked.setdefault(kinds, (0, set()))
                asked[kinds] = max(deepest, depth), read.union(fields)
        told = {kinds: (depth, tuple(sorted(fields))) for kinds, (depth, fields) in asked.items()}
        queries = tuple((kinds, *told[kinds], memory.number(("fields", told[kinds][1]))) for kinds in sorted(told))
        opened = any(slot.opened for slot in self.slots)
        self.own, self.own_number = own, memory.number(("fields", own))
        self.queries, self.opened = queries, opened
        self.kinds = frozenset(kind for kinds, *_ in queries for kind in kinds)
        self.answers.clear()
