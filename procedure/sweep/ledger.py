"""The record of one world of a log: which acts of which kinds stand where, and which of them count after a change."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import define, field

from procedure.record import Act
from procedure.sweep.bench import Change, Entry, on_record
from procedure.watch import Kinds

Stretch = tuple[list[float], list[int]]
"""Acts in order: their positions, and which they are."""

_NOBODY: Stretch = [], []


@define(eq=False)
class Ledger:
    """The acts of a log in one order, what became of each, and where those of each kind stand."""

    acts: Sequence[Act]
    order: tuple[int, ...]
    spots: dict[int, float] = field(factory=dict, kw_only=True)
    entries: dict[int, Entry] = field(factory=dict, kw_only=True)
    kinds: dict[str, Stretch] = field(factory=dict, kw_only=True)
    merged: dict[Kinds | None, Stretch] = field(factory=dict, kw_only=True)
    gone: dict[int, int] = field(factory=dict, kw_only=True)
    """The acts that a ruling takes off the record, and that ruling."""

    def add(self, index: int, spot: float) -> None:
        """Put an act after all others."""
        act = self.acts[index]
        if act.ruling is not None and act.ruling.removes:
            self.gone |= {each: index for each in self.order if self.acts[each].id == act.ruling.on}
        held = [self.kinds.setdefault(act.kind, ([], []))]
        held += [each for kinds, each in self.merged.items() if kinds is None or act.kind in kinds]
        for spots, acts in held:
            spots.append(spot)
            acts.append(index)

    def before(
        self, change: Change, kinds: Kinds | None, spot: float, depth: int, case: Mapping[str, str] | None
    ) -> list[Act]:
        """The acts of some kinds (None: all) on record before a position, latest first, that concern a case."""
        spots, indices = self.of(kinds)
        place = bisect_left(spots, spot)
        over, acts, gone, moved = change.over, change.acts, self.gone, change.spots
        mine = self._moved(change, kinds, spot) if moved else []
        found: list[Act] = []
        while place or mine:
            if mine and (not place or mine[-1][0] > spots[place - 1]):
                index = mine.pop()[1]
            else:
                place -= 1
                index = indices[place]
                if index in moved:
                    continue
            entry = over[index] if index in over else self.entries.get(index)
            if entry is None or entry.void or (index in gone and self._removed(change, gone[index], spot)):
                continue
            act = acts[index] if index in acts else self.acts[index]
            if act is not None and (case is None or not act.case or act.concerns(case)):
                found.append(act)
                if len(found) == depth:
                    break
        return found

    def of(self, kinds: Kinds | None) -> Stretch:
        """The acts of some kinds (None: all) when nothing is changed: their positions, and which they are."""
        if kinds is not None and len(kinds) == 1:
            return self.kinds.get(kinds[0], _NOBODY)
        found = self.merged.get(kinds)
        if found is None:
            names = self.kinds if kinds is None else kinds
            lists = [self.kinds[kind] for kind in names if kind in self.kinds]
            pairs = sorted(each for spots, indices in lists for each in zip(spots, indices, strict=True))
            found = self.merged[kinds] = [spot for spot, _ in pairs], [index for _, index in pairs]
        return found

    def _moved(self, change: Change, kinds: Kinds | None, spot: float) -> list[tuple[float, int]]:
        """The acts of some kinds that moved to before a position, in order."""
        found = []
        for index, new in change.spots.items():
            if new < spot:
                act = change.acts.get(index) or (self.acts[index] if index < len(self.acts) else None)
                if act is not None and (kinds is None or act.kind in kinds):
                    found.append((new, index))
        found.sort()
        return found

    def _removed(self, change: Change, ruling: int, spot: float) -> bool:
        """Whether a ruling that takes an act off the record stands before a position."""
        entry = change.over[ruling] if ruling in change.over else self.entries.get(ruling)
        return change.spots.get(ruling, self.spots[ruling]) < spot and on_record(entry)
