"""Where one act stands that is dated anew, found in the order of all the others without placing them again.

An act stands before the first act that the log has before it and that certainly came later, and after those that the
log has after it and that certainly came earlier. The others keep their order, unless it parts two that overlap.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from attrs import define, field, frozen

from procedure.timeline import Moved, Spans, placing

EPOCH, TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


def ticks(earliest: datetime, latest: datetime) -> tuple[int, int]:
    """Two instants in microseconds, which are compared more quickly."""
    return (earliest - EPOCH) // TICK, (latest - EPOCH) // TICK


@frozen(eq=False)
class Rest:
    """The order of all acts but one: where those stand that the log has before it, and how late any begins or ends."""

    order: Sequence[int]
    before: Sequence[int]
    begun: Sequence[int]
    """For each of those before it, the latest beginning so far."""
    ended: Sequence[int]
    """For each act in order, the latest end so far."""


@define(eq=False)
class Gaps:
    """The order of a log under one choice of claims about time, ready to take an act that is dated anew."""

    spans: Spans
    moved: Moved
    when: list[tuple[int, int]] = field(init=False)
    """When each act may have been done, in microseconds."""
    order: list[int] = field(init=False)
    leaders: set[int] = field(init=False, factory=set)
    _others: dict[int, tuple[list[tuple[int, int, int, int]], list[tuple[int, int, int]]]] = field(
        init=False, factory=dict
    )
    _rests: dict[int, Rest | None] = field(init=False, factory=dict)
    _apart: frozenset[int] = field(init=False)
    _beside: frozenset[int] = field(init=False)
    _parted: list[tuple[int, int, int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.when = [ticks(*span) for span in self.spans]
        self.order = placing(self.when, self.moved, self.leaders)
        self._apart = frozenset(act for act, *_ in self.moved)
        self._beside = self._apart.union(len(self.when) if other is None else other for *_, other in self.moved)
        ends: list[int] = []
        self._parted = []
        for act in range(len(self.when) - 1, -1, -1):
            earliest, latest = self.when[act]
            spot = bisect_left(ends, earliest)
            if spot < len(ends) and ends[spot] < latest:
                self._parted.append((act, ends[spot], latest))
            insort(ends, latest)

    def gap(self, act: int, earliest: int, latest: int) -> tuple[int, int] | None:
        """The acts between which an act stands when it was done between these microseconds, -1 where there is none.

        None where that is not to be told without placing all acts again.
        """
        if act not in self._rests:
            self._rests[act] = self._rest(act)
        rest = self._rests[act]
        if rest is None:
            return None
        for each, end, last in self._parted:
            if each <= act:
                break
            if end < earliest <= last:
                return None
        count = bisect_right(rest.begun, latest)
        low = rest.before[count - 1] + 1 if count else 0
        high = rest.before[count] if count < len(rest.before) else len(rest.order)
        spot = max(low, bisect_left(rest.ended, earliest))
        if spot == low:
            while spot < high and self.when[rest.order[spot]][1] < earliest:
                spot += 1
        spot = min(spot, high)
        beside = rest.order[spot - 1] if spot else -1, rest.order[spot] if spot < len(rest.order) else -1
        return None if self._beside.intersection(beside) or (self._beside and -1 in beside) else beside

    def like(self, other: "Gaps") -> bool:
        """Whether all acts stand as under another choice of claims, some of which only date them otherwise."""
        return self.order == other.order and self.moved == other.moved

    def agrees(self, other: "Gaps", act: int, earliest: int, latest: int) -> bool:
        """Whether an act done between these microseconds stands as under a choice that this one is like."""
        if act in self.leaders:
            return False
        if id(other) not in self._others:
            acts = [each for each, span in enumerate(self.when) if span != other.when[each]]
            parted = [each for each in self._parted if each not in other._parted]
            self._others[id(other)] = [(*self.when[each], *other.when[each]) for each in acts], parted
        spans, parted = self._others[id(other)]
        for begins, ends, begun, ended in spans:
            if (ends < earliest) is not (ended < earliest) or (begins > latest) is not (begun > latest):
                return False
        return not any(each > act and end < earliest <= last for each, end, last in parted)

    def _rest(self, act: int) -> Rest | None:
        """The others, as they stand without it; None where they then stand otherwise, or are put beside it."""
        if act in self._beside:
            return None
        place = self.order.index(act)
        order = self.order[:place] + self.order[place + 1 :]
        if act in self.leaders:
            when = [*self.when]
            others = [each for each in range(len(when)) if each != act]
            alone = placing([when[each] for each in others], [])
            if self.moved or [others[each] for each in alone] != order:
                return None
        when, apart = self.when, self._apart
        before = [spot for spot, each in enumerate(order) if each < act]
        if apart:
            before = [spot for spot in before if order[spot] not in apart]
        begun = list(accumulate([when[order[spot]][0] for spot in before], max))
        ends = [when[each][1] for each in order]
        for spot in [spot for spot, each in enumerate(order) if each in apart] if apart else ():
            ends[spot] = ends[spot - 1] if spot else when[order[spot]][0]
        return Rest(order, before, begun, list(accumulate(ends, max)))
