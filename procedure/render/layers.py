"""The layer of each box of a picture, and the order within the layers in which the fewest lines cross."""

from collections.abc import Hashable, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

CellT = TypeVar("CellT", bound=Hashable)
SWEEPS = 12


def ranks(count: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """The layer of each box: the first alone on top, others below all that lead to them unless a circle forbids it."""
    order: list[int] = []
    while len(order) < count:
        left = [box for box in range(count) if box not in order]
        led = (box for box in left if any(target == box and source in order for source, target in links))
        order.append(next(led, left[0]) if order else 0)
    layer, down = [0, *[1] * (count - 1)], list[tuple[int, int]]()
    for source, target in sorted(links, key=lambda each: order.index(each[0]) > order.index(each[1])):
        if target and not _leads(down, target, source):
            down.append((source, target))
    for _ in range(count):
        for source, target in down:
            layer[target] = max(layer[target], layer[source] + 1)
    return layer


def _leads(links: Sequence[tuple[int, int]], source: int, target: int) -> bool:
    queue = [source]
    for here in queue:
        queue += sorted({end for start, end in links if start == here} - set(queue))
    return target in queue


def untangled(rows: Sequence[Sequence[CellT]], lines: Sequence[tuple[CellT, CellT]]) -> list[list[CellT]]:
    """The rows with their cells reordered; `lines` join cells of neighbouring rows, the upper one first."""
    now = [list(row) for row in rows]
    best, fewest = [list(row) for row in now], _crossings(now, lines)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for index in range(len(now)) if down else reversed(range(len(now))):
            place = {cell: at for row in now for at, cell in enumerate(row)}
            row = now[index]
            middle = {cell: _middle(cell, lines, place, down) for cell in row}
            row.sort(key=lambda cell: middle[cell])
        _swapped(now, lines)
        found = _crossings(now, lines)
        if found < fewest:
            best, fewest = [list(row) for row in now], found
    return best


def _middle(cell: CellT, lines: Sequence[tuple[CellT, CellT]], place: dict[CellT, int], down: bool) -> float:
    """The mean place of what a cell is joined to, above it on the way down and below it on the way up."""
    joined = [place[upper if down else lower] for upper, lower in lines if (lower if down else upper) == cell]
    return sum(joined) / len(joined) if joined else place[cell]


def _swapped(rows: list[list[CellT]], lines: Sequence[tuple[CellT, CellT]]) -> None:
    """Swaps neighbours for as long as that saves crossings."""
    fewest, better = _crossings(rows, lines), True
    while better:
        better = False
        for row in rows:
            for at in range(len(row) - 1):
                row[at], row[at + 1] = row[at + 1], row[at]
                found = _crossings(rows, lines)
                if found < fewest:
                    fewest, better = found, True
                else:
                    row[at], row[at + 1] = row[at + 1], row[at]


def _crossings(rows: Sequence[Sequence[CellT]], lines: Sequence[tuple[CellT, CellT]]) -> int:
    return sum(_between(upper, lower, lines) for upper, lower in pairwise(rows))


def _between(upper: Sequence[CellT], lower: Sequence[CellT], lines: Sequence[tuple[CellT, CellT]]) -> int:
    above = {cell: at for at, cell in enumerate(upper)}
    below = {cell: at for at, cell in enumerate(lower)}
    ends = [(above[one], below[other]) for one, other in lines if one in above and other in below]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))
