"""One world of a log that was judged, and what becomes of it when some of its acts are changed.

Only what a change can reach is heard again: the act itself, the acts that its machines place after it while they stand
elsewhere than before, and the acts whose rules read acts of its kind. What they read from memory answers at once.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from math import ceil

from attrs import define, field

from procedure.machine import Procedure
from procedure.recall import ALL, Past
from procedure.record import Act
from procedure.sweep.bench import NOTHING, Bench, Change, Entry, Stand, Track, moved, on_record, otherwise
from procedure.watch import Field, Kinds
from procedure.worlds import CaseKey

Reader = tuple[float, int, frozenset[Field]]
"""An act some rule of which reads acts of a kind: its position, its place in the log, and what is read of them."""


class View:
    """The record as it stood before a position of a line that is being changed."""

    __slots__ = ("asked", "change", "fixed_of", "line", "spot")

    def __init__(self, line: "Line", fixed_of: Mapping[str, tuple[tuple[str, str], ...]]):
        self.line, self.fixed_of = line, fixed_of
        self.change, self.spot = NOTHING, 0.0
        self.asked: set[tuple[Kinds, tuple[Field, ...]]] = set()

    @property
    def record(self) -> list[Act]:
        if not self.change.spots:
            order = self.line.order
            place = min(len(order), ceil(self.spot)) if self.spot < len(order) else len(order)
            return self.line.latest(self.change, order, place, self.spot, ALL, None)[::-1]
        kinds = self.line.bench.kinds.union(act.kind for act in self.change.acts.values() if act is not None)
        return self.line.before(self.change, tuple(kinds), self.spot, ALL, None)[::-1]

    def last(self, kinds: Kinds, depth: int, case: Mapping[str, str], fields: tuple[Field, ...] = ()) -> list[Act]:
        self.asked.add((kinds, fields))
        return self.line.before(self.change, kinds, self.spot, depth, case)


@define(eq=False)
class Line:
    """One world of a log: its acts in their order, what became of each, where each machine stood."""

    bench: Bench
    fixed: Mapping[str, str]
    acts: Sequence[Act]
    order: tuple[int, ...]
    about: Mapping[str, str]
    spots: dict[int, float] = field(factory=dict)
    kinds: dict[str, tuple[list[float], list[int]]] = field(factory=dict)
    entries: dict[int, Entry] = field(factory=dict)
    tracks: dict[CaseKey, Track] = field(factory=dict)
    readers: dict[str, list[Reader]] = field(factory=dict)
    gone: dict[int, int] = field(factory=dict)
    """The acts that a ruling takes off the record, and that ruling."""
    signs: dict[frozenset[str], int] = field(factory=dict)
    ranks: dict[frozenset[str], list[float]] = field(factory=dict)
    view: View = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Judge the whole line once."""
        past = Past()
        past.fix(self.fixed, self.about)
        self.view = View(self, past.fixed_of)
        for place, index in enumerate(self.order):
            act, spot = self.acts[index], float(place)
            self.view.spot = spot
            self.view.asked = set()
            keys = self.bench.keys(act)
            stands = [self._stand(self.tracks.get(key), spot, procedure) for procedure, key in keys]
            entry = self.bench.hear(self.view, act, stands, self.fixed)
            self.spots[index], self.entries[index] = spot, entry
            for (procedure, key), old in zip(keys, stands, strict=True):
                track = self.tracks.setdefault(key, Track())
                track.spots.append(spot)
                track.acts.append(index)
                track.stands.append(moved(entry, procedure, old, act))
            if act.ruling is not None and act.ruling.removes:
                self.gone |= {each: index for each in self.order if self.acts[each].id == act.ruling.on}
            spots, acts = self.kinds.setdefault(act.kind, ([], []))
            spots.append(spot)
            acts.append(index)
            for kind, read in self._reads().items():
                self.readers.setdefault(kind, []).append((spot, index, read))

    def _reads(self) -> dict[str, frozenset[Field]]:
        """Of which kinds of acts the record was just asked, and what of them."""
        found: dict[str, frozenset[Field]] = {}
        for kinds, read in self.view.asked:
            for kind in kinds:
                found[kind] = found.get(kind, frozenset()).union(read)
        return found

    def _stand(self, track: Track | None, spot: float, procedure: Procedure) -> Stand:
        """Where a case stands before a position, unchanged."""
        place = bisect_left(track.spots, spot) if track else 0
        return track.stands[place - 1] if track and place else (procedure.initial, None, False)

    def before(
        self, change: Change, kinds: Kinds, spot: float, depth: int, case: Mapping[str, str] | None
    ) -> list[Act]:
        """The acts of some kinds on record before a position, latest first, that concern a case (None: all)."""
        if len(kinds) == 1 and not change.spots:
            held = self.kinds.get(kinds[0])
            if held is None:
                return []
            return self.latest(change, held[1], bisect_left(held[0], spot), spot, depth, case)
        found: list[tuple[float, int]] = []
        for kind in kinds:
            held = self.kinds.get(kind)
            if held is not None:
                place = bisect_left(held[0], spot)
                found += zip(held[0][:place], held[1][:place], strict=True)
        if change.spots:
            found = [each for each in found if each[1] not in change.spots]
            for index, new in change.spots.items():
                act = change.acts.get(index) or (self.acts[index] if index < len(self.acts) else None)
                if act is not None and act.kind in kinds and new < spot:
                    found.append((new, index))
        found.sort()
        return self.latest(change, [index for _, index in found], len(found), spot, depth, case)

    def latest(
        self,
        change: Change,
        indices: Sequence[int],
        place: int,
        spot: float,
        depth: int,
        case: Mapping[str, str] | None,
    ) -> list[Act]:
        """The acts on record among the first of some, latest first, that concern a case."""
        found: list[Act] = []
        over, acts, gone = change.over, change.acts, self.gone
        while place:
            place -= 1
            index = indices[place]
            entry = over[index] if index in over else self.entries.get(index)
            if entry is None or entry.void or (index in gone and self._removed(change, gone[index], spot)):
                continue
            act = acts[index] if index in acts else self.acts[index]
            if act is not None and (case is None or not act.case or act.concerns(case)):
                found.append(act)
                if len(found) == depth:
                    break
        return found

    def _removed(self, change: Change, ruling: int, spot: float) -> bool:
        """Whether a ruling that takes an act off the record stands before a position."""
        entry = change.over[ruling] if ruling in change.over else self.entries.get(ruling)
        return change.spots.get(ruling, self.spots[ruling]) < spot and on_record(entry)

    def run(self, change: Change) -> None:
        """Hear anew what a change can reach, in order; Unplanned where it alters the ways through the log."""
        view, bench = self.view, self.bench
        view.change, view.asked = change, set()
        count = len(self.acts)
        heap: list[tuple[float, int]] = []
        for index in {*change.acts, *change.spots}:
            old = self.acts[index] if index < count else None
            new_act = change.acts.get(index, old)
            for spot in {self.spots.get(index), change.spots.get(index)} - {None}:
                heappush(heap, (spot, index))  # type: ignore[misc]
            change.kinds.update(act.kind for act in (old, new_act) if act is not None)
        last: tuple[float, int] | None = None
        while heap:
            item = heappop(heap)
            if item == last:
                continue
            last = item
            spot, index = item
            old = self.acts[index] if index < count else None
            act = change.acts.get(index, old)
            leaves = index in change.spots and self.spots.get(index) == spot and change.spots[index] != spot
            if leaves:
                act = None
            change.kinds.update(each.kind for each in (old, act) if each is not None)
            view.spot = spot
            entry: Entry | None = None
            stands: list[Stand] = []
            keys = bench.keys(act) if act is not None else ()
            if act is not None:
                stands = [change.stands.get(key) or self._stand(self.tracks.get(key), spot, p) for p, key in keys]
                entry = bench.hear(view, act, stands, self.fixed)
            if not leaves:
                change.over[index] = entry
            elif index not in change.over:
                change.over[index] = None
            self._place(change, heap, spot, act, old, entry, dict(zip((k for _, k in keys), stands, strict=True)))
            was = self.entries.get(index) if self.spots.get(index) == spot else None
            stood, stands_now = on_record(was), on_record(entry)
            whole = stood != stands_now or index in change.spots
            if whole or index in change.acts:
                told = None if whole or old is None or act is None else otherwise(old, act)
                kinds = {each.kind for each in (old, act) if each is not None}
                for kind in kinds | {self.acts[on].kind for on, ruling in self.gone.items() if ruling == index}:
                    self._push(change, heap, kind, spot, told)
        change.kinds.update(kind for kinds, _ in view.asked for kind in kinds)

    def _place(
        self,
        change: Change,
        heap: list[tuple[float, int]],
        spot: float,
        act: Act | None,
        old: Act | None,
        entry: Entry | None,
        stands: Mapping[CaseKey, Stand],
    ) -> None:
        """Where the machines stand after an act, and which of their acts must be heard anew because of it."""
        keys = {key: procedure for each in (old, act) if each is not None for procedure, key in self.bench.keys(each)}
        for key, procedure in keys.items():
            track = self.tracks.get(key)
            base = self._stand(track, spot + 1e-9, procedure)
            before = stands.get(key) or change.stands.get(key) or self._stand(track, spot, procedure)
            now = moved(entry, procedure, before, act) if entry is not None and act is not None else before
            change.kinds.update(self._known(procedure))
            if now == base:
                change.stands.pop(key, None)
            else:
                change.stands[key] = now
                if track is not None:
                    place = bisect_left(track.spots, spot + 1e-9)
                    if place < len(track.spots):
                        heappush(heap, (track.spots[place], track.acts[place]))

    def cases(self, change: Change, procedure: Procedure) -> list[tuple[str, Stand]]:
        """The cases of a procedure that some act has moved, and where each stands at the end."""
        if procedure.per is None:
            return [("", self.stand(change, (procedure.name, ""), procedure))]
        keys = sorted(key for key in {*self.tracks, *change.stands} if key[0] == procedure.name)
        stands = [(key[1], self.stand(change, key, procedure)) for key in keys]
        return [(case, stand) for case, stand in stands if stand[2]]

    def stand(self, change: Change, key: CaseKey, procedure: Procedure) -> Stand:
        """Where a case stands at the end."""
        return change.stands.get(key) or self._stand(self.tracks.get(key), float("inf"), procedure)

    def rank(self, kinds: frozenset[str], spot: float) -> int:
        """How many acts of some kinds stand before a position when nothing is changed."""
        held = self.ranks.get(kinds)
        if held is None:
            held = self.ranks[kinds] = sorted(
                each for kind in kinds if kind in self.kinds for each in self.kinds[kind][0]
            )
        return bisect_left(held, spot)

    def _known(self, procedure: Procedure) -> Iterable[str]:
        return procedure.acts

    def _push(
        self, change: Change, heap: list[tuple[float, int]], kind: str, spot: float, told: frozenset[Field] | None
    ) -> None:
        """Have the later readers of a kind heard anew; where only some of an act is otherwise, those that read it."""
        readers = self.readers.get(kind, [])
        kinds = change.kinds
        for place in range(bisect_left(readers, (spot + 1e-9, -1, frozenset())), len(readers)):
            reader, index, fields = readers[place]
            if told is None or not told.isdisjoint(fields):
                if index not in change.acts:
                    heappush(heap, (reader, index))
                kinds.add(self.acts[index].kind)

    def sign(self, kinds: frozenset[str], number: dict[object, int]) -> int:
        """A number for everything that this line has of some kinds: their order, what became of them, what is fixed."""
        found = self.signs.get(kinds)
        if found is None:
            mine = tuple((index, id(self.entries[index])) for index in self.order if self.acts[index].kind in kinds)
            ids = {self.acts[index].id for index, _ in mine} | {""}
            fixed = tuple((act, each) for act, each in self.view.fixed_of.items() if act in ids)
            key = (mine, fixed)
            found = self.signs[kinds] = number.setdefault(key, len(number))
        return found
