"""A scale of days on which long stretches without an act are drawn short, and marked as such."""

from collections.abc import Collection
from datetime import date, timedelta

from attrs import frozen

QUIET = 6
"""A longer run of days without an act is drawn short."""


@frozen
class Break:
    """A stretch drawn short: where it lies, and how many days it stands for."""

    start: float
    end: float
    days: int


@frozen
class Scale:
    """Days as places on a line: the left edge of each day, the width of a full day, and the stretches drawn short."""

    first: date
    last: date
    edges: tuple[float, ...]
    day: float
    breaks: tuple[Break, ...]

    @property
    def right(self) -> float:
        """The end of the last day."""
        return self.edges[-1]

    def left_of(self, when: date) -> float:
        """The left edge of a day; days before and after the scale lie at its ends."""
        return self.edges[min(max((when - self.first).days, 0), len(self.edges) - 1)]

    def at(self, iso: str) -> float:
        """The place of a moment (ISO): within its day by the clock, in the middle of it where no clock is known."""
        day = date.fromisoformat(iso[:10])
        left, right = self.left_of(day), self.left_of(day + timedelta(days=1))
        if len(iso) < 16:
            return (left + right) / 2
        hours = int(iso[11:13]) + int(iso[14:16]) / 60
        return left + (right - left) * min(hours / 24, 1)

    def holds(self, iso: str) -> bool:
        """Whether a moment lies on the scale."""
        return self.first <= date.fromisoformat(iso[:10]) <= self.last


def scale(first: date, last: date, busy: Collection[date], left: float, wide: float, widest: float = 140) -> Scale:
    """A scale of some width from a first to a last day (included); `busy` days are always drawn in full."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    weights = [1.0] * len(days)
    runs: list[tuple[int, int]] = []
    start = 0
    for spot in range(len(days) + 1):
        if spot < len(days) and days[spot] not in busy:
            continue
        if spot - start > QUIET:
            runs.append((start, spot))
        start = spot + 1
    for begin, end in runs:
        share = (3 + (end - begin) / 20) / (end - begin)
        weights[begin:end] = [share] * (end - begin)
    unit = min(wide / sum(weights), widest)
    edges = [left]
    for weight in weights:
        edges.append(edges[-1] + weight * unit)
    breaks = tuple(Break(edges[begin], edges[end], end - begin) for begin, end in runs)
    return Scale(first, last, tuple(edges), unit, breaks)
