"""What was said of an act, remembered by what was read to say it: equal reads give equal words, by construction.

A rule is written once and knows nothing of this. While it hears an act, everything that it asks of that act, of the
record and of the case is noted; the answer is kept under the values that were read. Another act, in another log, of
which the same would be read, has the same answer.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Any, Protocol, TypeVar, cast

from attrs import define, field

from procedure.record import Act, Fact, Roll
from procedure.watch import Field, Kinds, Watch

T = TypeVar("T")
K = TypeVar("K")

ALL = 1_000_000
DEEP = 3
LATEST = 2_048
"""How much is remembered of variants, of each kind of thing: enough for every value of an axis of nearly that many."""


class Lately(dict[K, T]):
    """A mapping that grows until it is settled, and after that holds what it held, and the latest of what came since.

    Only what is put in by `[]=` counts. When more than `latest` came since, the oldest eighth of that gives way.
    """

    __slots__ = ("latest", "settled")

    def __init__(self, times: int = 1) -> None:
        super().__init__()
        self.latest = times * LATEST
        self.settled: int | None = None

    @classmethod
    def bounded(cls) -> "Lately[K, T]":
        """One that holds nothing but the latest."""
        made = cls()
        made.settle()
        return made

    def settle(self) -> None:
        """Hold what is here for good."""
        self.settled = len(self)

    def clear(self) -> None:
        """Hold nothing."""
        super().clear()
        self.settled = None if self.settled is None else 0

    def __setitem__(self, key: K, value: T) -> None:
        if self.settled is not None and len(self) - self.settled >= self.latest:
            for old in list(islice(self, self.settled, self.settled + self.latest // 8 + 1)):
                del self[old]
        super().__setitem__(key, value)


def concerned(acts: Iterable[Act]) -> Mapping[str, str]:
    """The act that each axis of claims is of; none where several acts have an axis of one name."""
    found: dict[str, str] = {}
    for act in acts:
        for axis in act.claims:
            found[axis.name] = act.id if found.setdefault(axis.name, act.id) == act.id else ""
    return found


class Record(Protocol):
    """What a question is asked about beside the act: the acts on record, and the answers that are fixed."""

    @property
    def record(self) -> Sequence[Act]: ...

    @property
    def fixed_of(self) -> Mapping[str, tuple[tuple[str, str], ...]]: ...

    def last(self, kinds: Kinds, depth: int, case: Mapping[str, str], fields: tuple[Field, ...] = ()) -> list[Act]: ...


@define
class Past:
    """The acts on record with effect, in order and by kind, and the answers that are fixed on this way through the log.

    `fixed_of` holds the answers about an act's claims under its id, and all others under none. `marks` are numbers for
    all acts of some kinds on record, with what is fixed about each, as far as they were counted.
    """

    record: Roll = field(factory=Roll)
    fixed_of: dict[str, tuple[tuple[str, str], ...]] = field(factory=dict)
    marks: dict[Kinds, int] = field(factory=dict)
    marked: int = 0

    def fork(self) -> "Past":
        return Past(self.record.fork(), self.fixed_of, dict(self.marks), self.marked)

    def add(self, act: Act) -> None:
        """Put an act on record."""
        self.record.entered.append(act)

    def put(self, acts: Iterable[Act]) -> None:
        """Have these acts on record and no others."""
        self.record, self.marks, self.marked = Roll(list(acts)), {}, 0

    def fix(self, fixed: Mapping[str, str], about: Mapping[str, str]) -> None:
        """Fix answers; `about` names the act that an axis of claims is about."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for axis, answer in sorted(fixed.items()):
            act = about.get(axis, "")
            found[act] = (*found.get(act, ()), (axis, answer))
        altered = {act for act in {*found, *self.fixed_of} if found.get(act) != self.fixed_of.get(act)}
        kinds = {act.kind for act in self.record.entered if act.id in altered}
        self.marks = {each: mark for each, mark in self.marks.items() if kinds.isdisjoint(each)}
        self.fixed_of = found

    def last(self, kinds: Kinds, depth: int, case: Mapping[str, str], fields: tuple[Field, ...] = ()) -> list[Act]:
        """The latest acts of some kinds that concern a case, latest first; `fields` tells what is read of them."""
        return list(islice(self.record.latest(kinds, case), depth))


@define(eq=False)
class Slot:
    """A question that is asked of many acts: what its answers were seen to depend on, and the answers so far."""

    own: tuple[Field, ...] = ()
    own_number: int = 0
    queries: tuple[tuple[Kinds, int, tuple[Field, ...], int], ...] = ()
    opened: bool = False
    learned: int = 0
    """How often it was learned that its answers depend on more."""
    answers: Lately[Hashable, Any] = field(factory=Lately)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of earlier acts that any answer depended on."""
        return frozenset(kind for kinds, *_ in self.queries for kind in kinds)

    def learn(self, watch: Watch, number: Callable[[Hashable], int]) -> bool:
        """Take in what a hearing read; whether that is more than was known."""
        own = tuple(sorted({*self.own, *watch.own}))
        known = {kinds: (depth, fields, held) for kinds, depth, fields, held in self.queries}
        for kinds, read in watch.asked.items():
            old_depth, old, held = known.get(kinds, (0, (), -1))
            depth, fields = max(old_depth, watch.depth[kinds]), tuple(sorted({*old, *read}))
            held = held if held >= 0 and fields == old else number(("fields", fields))
            known[kinds] = (depth if depth <= DEEP else ALL, fields, held)
        queries = tuple((kinds, *known[kinds]) for kinds in sorted(known))
        opened = self.opened or watch.opened
        if (own, queries, opened) == (self.own, self.queries, self.opened):
            return False
        self.own, self.queries, self.opened = own, queries, opened
        self.learned += 1
        self.own_number = number(("fields", own))
        self.answers.clear()
        return True


@define(frozen=True, eq=False)
class _Same:
    """A value that cannot be hashed, and so stands for itself only."""

    value: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@define(eq=False)
class Memory:
    """The answers given so far under one docket: all of one log; once it is settled, of other logs the latest.

    A number stands for one value for ever, so that each thing here may be forgotten without the others.
    """

    slots: dict[Hashable, Slot] = field(factory=dict)
    numbers: Lately[Hashable, int] = field(factory=lambda: Lately(4))
    views: Lately[tuple[int, int], tuple[int, Act]] = field(factory=lambda: Lately(4))
    settled: bool = False
    asked: int = 0
    heard: int = 0
    learned: int = 0
    """How often it was learned that some answer depends on more."""
    _next: Iterator[int] = field(factory=count)

    def slot(self, key: Hashable) -> Slot:
        found = self.slots.get(key)
        if found is None:
            found = self.slots[key] = Slot()
            if self.settled:
                found.answers.settle()
        return found

    def settle(self) -> None:
        """Hold for good what is remembered now."""
        self.settled = True
        self.numbers.settle()
        self.views.settle()
        for slot in self.slots.values():
            slot.answers.settle()

    def number(self, value: Hashable) -> int:
        """The number that stands for a value."""
        found = self.numbers.get(value)
        if found is None:
            found = self.numbers[value] = next(self._next)
        return found

    def ask(self, slot: Slot, act: Act, past: Record, opened: Hashable, hear: Callable[[Act, Watch], T]) -> T:
        """The answer to a question about an act, as remembered or as heard now."""
        self.asked += 1
        key = self._key(slot, act, past, opened) if slot.answers else None
        found = slot.answers.get(key, _NONE)
        if found is _NONE:
            self.heard += 1
            watch = Watch()
            found = hear(watch.act(act), watch)
            learned = slot.learn(watch, self.number)
            self.learned += learned
            if learned or key is None:
                key = self._key(slot, act, past, opened)
            slot.answers[key] = found
        return cast(T, found)

    def _key(self, slot: Slot, act: Act, past: Record, opened: Hashable) -> Hashable:
        fixed_of = past.fixed_of
        parts: list[Any] = [self.view(act, slot.own, slot.own_number)]
        fixed = [fixed_of.get("", ()), fixed_of.get(act.id, ())] if fixed_of else None
        for kinds, depth, fields, number in slot.queries:
            for each in past.last(kinds, depth, act.case, fields):
                parts.append(self.view(each, fields, number))
                if fixed is not None and each.id in fixed_of:
                    fixed.append(fixed_of[each.id])
            parts.append(-1)
        if slot.opened:
            parts.append(opened)
        if fixed is not None:
            parts.append(tuple(fixed))
        return tuple(parts)

    def view(self, act: Act, fields: tuple[Field, ...], number: int) -> int:
        """The number that stands for what an act answers when it is asked these things."""
        held = self.views.get((id(act), number))
        if held is not None:
            return held[0]
        values = [
            self._value(
                act.facts.get(name)
                if how == "fact"
                else act.moments.get(name)
                if how == "moment"
                else act.axis_about(name)
                if how == "about"
                else getattr(act, name)
            )
            for how, name in fields
        ]
        case = tuple(sorted(act.case.items())) if act.case else ()
        found = self.number((act.id, act.kind, case, number, *values))
        self.views[id(act), number] = found, act
        return found

    def _value(self, value: Fact | object) -> Hashable:
        """A value that can stand in a key; what cannot be hashed stands for itself only."""
        if isinstance(value, (str, type(None))):
            return value
        try:
            hash(value)
        except TypeError:
            return _Same(value)
        return (type(value), value)


_NONE = object()
