"""The record as it stood before one act of a line that is being changed, and what is read of it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, overload

from attrs import define

from procedure.recall import ALL, Memory
from procedure.record import Act, Kept
from procedure.sweep.bench import NOTHING, Change, Entry, Stand
from procedure.sweep.joint import Joint, Query
from procedure.watch import Field, Kinds

if TYPE_CHECKING:
    from procedure.sweep.line import Line


@define(eq=False)
class Earlier(Kept):
    """The acts on record before a position of a line that is being changed, found when they are asked for."""

    line: "Line"
    change: Change
    spot: float
    _acts: list[Act] | None = None

    def latest(self, kinds: Iterable[str], case: Mapping[str, str]) -> Iterator[Act]:
        """The acts of some kinds that concern a case, latest first."""
        return iter(self.line.before(self.change, tuple(dict.fromkeys(kinds)), self.spot, ALL, case))

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, spot: int) -> Act: ...
    @overload
    def __getitem__(self, spot: slice) -> list[Act]: ...
    def __getitem__(self, spot: int | slice) -> Act | list[Act]:
        return self._all()[spot]

    def _all(self) -> list[Act]:
        if self._acts is None:
            self._acts = self.line.before(self.change, None, self.spot, ALL, None)[::-1]
        return self._acts


class View:
    """The record as it stood before a position of a line that is being changed."""

    __slots__ = ("asked", "change", "fixed_of", "index", "joint", "line", "spot")

    def __init__(self, line: "Line", fixed_of: Mapping[str, tuple[tuple[str, str], ...]]):
        self.line, self.fixed_of = line, fixed_of
        self.change, self.spot, self.index = NOTHING, 0.0, -1
        self.joint: Joint | None = None
        self.asked: set[tuple[Kinds, tuple[Field, ...]]] = set()

    @property
    def record(self) -> "Earlier":
        """The acts on record at this position."""
        return Earlier(self.line, self.change, self.spot)

    def last(self, kinds: Kinds, depth: int, case: Mapping[str, str], fields: tuple[Field, ...] = ()) -> list[Act]:
        self.asked.add((kinds, fields))
        return self.line.before(self.change, kinds, self.spot, depth, case)

    def read(self, joint: Joint, act: Act, memory: Memory) -> tuple[Hashable, ...]:
        """What rules that hear together read of an act, and of the record before it, as numbers."""
        line, altered, fixed_of = self.line, self.change.altered, self.fixed_of
        parts: list[Hashable] = [memory.view(act, joint.own, joint.own_number)]
        if fixed_of:
            parts.append((fixed_of.get("", ()), fixed_of.get(act.id, ())))
        here = line.spots.get(self.index) == self.spot and act.case == line.acts[self.index].case
        known = line.read.get((self.index, joint)) if here else None
        if here and (known is None or known[0] is not joint.queries):
            known = line.read[self.index, joint] = joint.queries, [None] * len(joint.queries)
        for number, query in enumerate(joint.queries):
            if known is None or not altered.isdisjoint(query[0]):
                parts.append(self._asked(query, act, memory))
            else:
                found = known[1][number]
                if found is None:
                    found = known[1][number] = self._asked(query, act, memory)
                parts.append(found)
        return tuple(parts)

    def _asked(self, query: Query, act: Act, memory: Memory) -> tuple[Hashable, ...]:
        """What one query reads of the acts that it asks for."""
        kinds, depth, fields, number = query
        fixed_of = self.fixed_of
        found: list[Hashable] = []
        for each in self.line.before(self.change, kinds, self.spot, depth, act.case):
            found.append(memory.view(each, fields, number))
            if each.id in fixed_of:
                found.append(fixed_of[each.id])
        return tuple(found)

    def before(self, joint: Joint, read: tuple[Hashable, ...], stands: Sequence[Stand], memory: Memory) -> Entry | None:
        """What became of the act in the log on file, where its machines stood so and the same was read of it."""
        line, index = self.line, self.index
        entry = line.entries.get(index)
        if (
            entry is None
            or line.joints[index] is not joint
            or line.spots.get(index) != self.spot
            or line.stood[index] != stands
        ):
            return None
        change, self.change = self.change, NOTHING
        same = self.read(joint, line.acts[index], memory) == read
        self.change = change
        return entry if same else None
