"""One world of a log that was judged, and what becomes of it when some of its acts are changed.

Only what a change can reach is heard again: the act itself, the acts that its machines place after it while they stand
elsewhere than before, and the acts whose rules read acts of its kind. What they read from memory answers at once.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping
from heapq import heappop, heappush

from attrs import define, field

from procedure.machine import Procedure
from procedure.recall import Past, Slot
from procedure.record import Act
from procedure.sweep.bench import Bench, Change, Entry, Stand, Track, moved, on_record, otherwise
from procedure.sweep.joint import Joint
from procedure.sweep.ledger import Ledger
from procedure.sweep.view import View
from procedure.watch import Field
from procedure.worlds import CaseKey

Rows = tuple[tuple[str, tuple[int, bool, int]], ...]
"""The acts in order: the kind of each, and which it is, whether it is on record, by which rules it was heard."""

Reader = tuple[float, int, frozenset[Field]]
"""An act some rule of which reads acts of a kind: its position, its place in the log, and what is read of them."""


_MOVES = frozenset({("is", "when"), ("is", "ruling")})
"""What the machines and the record read of every act."""


@define(eq=False)
class Line(Ledger):
    """One world of a log: its acts in their order, what became of each, where each machine stood."""

    bench: Bench
    fixed: Mapping[str, str]
    about: Mapping[str, str]
    stood: dict[int, list[Stand]] = field(factory=dict)
    """Where the machines of each act stood before it."""
    joints: dict[int, Joint | None] = field(factory=dict)
    own: dict[int, frozenset[Field]] = field(factory=dict)
    """What the rules that heard an act read of itself."""
    read: dict[tuple[int, Joint], tuple[object, list[tuple[Hashable, ...] | None]]] = field(factory=dict)
    tracks: dict[CaseKey, Track] = field(factory=dict)
    readers: dict[str, list[Reader]] = field(factory=dict)
    rows: tuple[int, Rows, tuple[tuple[str, str, object], ...]] | None = None
    signs: dict[tuple[frozenset[str], frozenset[str], frozenset[str]], int] = field(factory=dict)
    parts: dict[tuple[str, str], int] = field(factory=dict)
    ranks: dict[frozenset[str], list[float]] = field(factory=dict)
    view: View = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Judge the whole line once."""
        past = Past()
        past.fix(self.fixed, self.about)
        self.view = View(self, past.fixed_of)
        for place, index in enumerate(self.order):
            act, spot = self.acts[index], float(place)
            self.view.spot, self.view.index = spot, index
            self.view.asked = set()
            self.spots[index] = spot
            keys = self.bench.keys(act)
            stands = [self._stand(self.tracks.get(key), spot, procedure) for procedure, key in keys]
            entry = self.bench.hear(self.view, act, stands, self.fixed)
            self.entries[index], self.stood[index] = entry, stands
            self.joints[index] = self.view.joint
            slots = self.bench.slots(act, stands, self.view.joint)
            self.own[index] = frozenset(each for slot in slots for each in slot.own)
            for (procedure, key), old in zip(keys, stands, strict=True):
                track = self.tracks.setdefault(key, Track())
                track.spots.append(spot)
                track.acts.append(index)
                track.stands.append(moved(entry, procedure, old, act))
            self.add(index, spot)
            for kind, read in _reads(slots).items():
                self.readers.setdefault(kind, []).append((spot, index, read))

    def _stand(self, track: Track | None, spot: float, procedure: Procedure) -> Stand:
        """Where a case stands before a position, unchanged."""
        place = bisect_left(track.spots, spot) if track else 0
        return track.stands[place - 1] if track and place else (procedure.initial, None, False)

    def run(self, change: Change) -> None:
        """Hear anew what a change can reach, in order; Unplanned where it alters the ways through the log."""
        view, bench, heap = self.view, self.bench, list[tuple[float, int]]()
        view.change, view.asked = change, set()
        for index in change.acts.keys() | change.spots.keys():
            if not self._unread(change, heap, index):
                for spot in {self.spots.get(index), change.spots.get(index)} - {None}:
                    heappush(heap, (spot, index))  # type: ignore[misc]
        last: tuple[float, int] | None = None
        while heap:
            item = heappop(heap)
            if item == last:
                continue
            last = item
            spot, index = item
            old = self.acts[index] if index < len(self.acts) else None
            act = change.acts.get(index, old)
            stood = self.spots.get(index) == spot
            leaves = stood and change.spots.get(index, spot) != spot
            if leaves:
                act = None
            view.spot, view.index = spot, index
            entry: Entry | None = None
            stands: dict[CaseKey, Stand] = {}
            if act is not None:
                change.kinds.add(act.kind)
                keys = bench.keys(act)
                stands = {key: change.stands.get(key) or self._stand(self.tracks.get(key), spot, p) for p, key in keys}
                entry = bench.hear(view, act, list(stands.values()), self.fixed)
                if view.joint is not None:
                    change.kinds |= view.joint.kinds
            if old is not None:
                change.kinds.add(old.kind)
            if not leaves:
                change.over[index] = entry
            else:
                change.over.setdefault(index, None)
            self._place(change, heap, spot, act, old, entry, stands)
            was = self.entries.get(index) if stood else None
            whole = on_record(was) != on_record(entry) or index in change.spots
            if whole or index in change.acts:
                told = None if whole or old is None or act is None else otherwise(old, act)
                self._tell(change, heap, spot, index, [each for each in (old, act) if each is not None], told)
        change.kinds.update(kind for kinds, _ in view.asked for kind in kinds)

    def _unread(self, change: Change, heap: list[tuple[float, int]], index: int) -> bool:
        """Whether nothing that was changed of an act is read of it when it is heard; later readers are told."""
        act = change.acts.get(index)
        if act is None or index in change.spots or index >= len(self.acts):
            return False
        told = otherwise(self.acts[index], act)
        if told is None or not told.isdisjoint(_MOVES) or not told.isdisjoint(self.own[index]):
            return False
        change.kinds.add(act.kind)
        change.procedures.update([procedure.name for procedure, _ in self.bench.keys(act)])
        if told and on_record(self.entries[index]):
            self._tell(change, heap, self.spots[index], index, [act], told)
        return True

    def _tell(
        self,
        change: Change,
        heap: list[tuple[float, int]],
        spot: float,
        index: int,
        acts: list[Act],
        told: frozenset[Field] | None,
    ) -> None:
        """Have the later readers of an act heard anew, and of what it takes off the record."""
        if self.gone:
            acts = acts + [self.acts[on] for on, ruling in self.gone.items() if ruling == index]
        change.altered.update([act.kind for act in acts])
        if len(acts) == 2 and acts[0].kind == acts[1].kind and acts[0].case == acts[1].case:
            acts = acts[1:]
        for act in acts:
            self._push(change, heap, act, spot, told)

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
        keys = self.bench.keys(old) if old is not None else ()
        if act is not None and (old is None or act.kind != old.kind or act.case != old.case):
            keys = tuple(dict.fromkeys((*keys, *self.bench.keys(act))))
        for procedure, key in keys:
            change.procedures.add(procedure.name)
            track = self.tracks.get(key)
            before = stands.get(key) or change.stands.get(key) or self._stand(track, spot, procedure)
            now = moved(entry, procedure, before, act) if entry is not None and act is not None else before
            place = bisect_left(track.spots, spot + 1e-9) if track is not None else 0
            if now == (track.stands[place - 1] if track is not None and place else (procedure.initial, None, False)):
                change.stands.pop(key, None)
            else:
                change.stands[key] = now
                if track is not None and place < len(track.spots):
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

    def _push(
        self, change: Change, heap: list[tuple[float, int]], act: Act, spot: float, told: frozenset[Field] | None
    ) -> None:
        """Have the later acts heard anew that read acts like this one; where only some is otherwise, that read it."""
        readers = self.readers.get(act.kind, [])
        for place in range(bisect_left(readers, (spot + 1e-9, -1, frozenset())), len(readers)):
            reader, index, fields = readers[place]
            if told is None or not told.isdisjoint(fields):
                theirs = self.acts[index]
                if not act.case or act.concerns(theirs.case):
                    heappush(heap, (reader, index))
                    change.kinds.add(theirs.kind)

    def sign(
        self,
        kinds: frozenset[str],
        number: dict[object, int],
        procedures: frozenset[str] = frozenset(),
        altered: frozenset[str] = frozenset(),
    ) -> int:
        """A number for what a change meets here: lines with one number answer it alike.

        It stands for the acts of some kinds on record, by which rules each was heard, and what is fixed about them; for
        where the cases of some procedures stood after each act; and for the acts that read acts of altered kinds.
        """
        asked = kinds, procedures, altered
        found = self.signs.get(asked)
        if found is None:
            laid, acts, about = self.rows = self.rows or self._laid(number)
            held = "acts", laid, kinds
            mine = number.get(held)
            if mine is None:
                rows = tuple([row for kind, row in acts if kind in kinds])
                mine = number[held] = number.setdefault(("some", rows), len(number))
            fixed = tuple([(act, answers) for kind, act, answers in about if not act or kind in kinds])
            tracks = tuple([self._tracked(name, number) for name in sorted(procedures)])
            readers = tuple([self._read(kind, number) for kind in sorted(altered)])
            found = self.signs[asked] = number.setdefault((mine, fixed, tracks, readers), len(number))
        return found

    def _laid(self, number: dict[object, int]) -> tuple[int, Rows, tuple[tuple[str, str, object], ...]]:
        """What is signed, laid out: the acts by kind with what was decided of each, and what is fixed about acts."""
        kinds = {act.id: act.kind for act in self.acts}
        acts = tuple(
            (self.acts[index].kind, (index, on_record(self.entries[index]), id(self.joints[index])))
            for index in self.order
        )
        fixed = tuple((kinds.get(act, ""), act, answers) for act, answers in self.view.fixed_of.items())
        return number.setdefault(("rows", acts), len(number)), acts, fixed

    def _tracked(self, name: str, number: dict[object, int]) -> int:
        """A number for where the cases of a procedure stood after each act."""
        if ("tracks", name) not in self.parts:
            tracks = sorted(
                (key[1], tuple(track.acts), tuple(track.stands)) for key, track in self.tracks.items() if key[0] == name
            )
            self.parts["tracks", name] = number.setdefault(("tracks", name, *tracks), len(number))
        return self.parts["tracks", name]

    def _read(self, kind: str, number: dict[object, int]) -> int:
        """A number for the acts that read acts of a kind, and what they read of them."""
        if ("readers", kind) not in self.parts:
            readers = [(index, fields) for _, index, fields in self.readers.get(kind, ())]
            self.parts["readers", kind] = number.setdefault(("readers", kind, *readers), len(number))
        return self.parts["readers", kind]


def _reads(slots: Iterable[Slot]) -> dict[str, frozenset[Field]]:
    """Of which kinds of earlier acts questions read something, and what."""
    found: dict[str, frozenset[Field]] = {}
    for slot in slots:
        for kinds, _, fields, _ in slot.queries:
            for kind in kinds:
                found[kind] = found.get(kind, frozenset()).union(fields)
    return found
