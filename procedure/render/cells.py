"""The cells of a map for fewer places than there are values: a short stretch is shown rather than a long one."""

from collections.abc import Hashable, Sequence
from itertools import pairwise

from procedure.sweep.maps import Map, named
from procedure.sweep.variants import Answer


def places(told: Sequence[Hashable], most: int) -> list[int]:
    """Which value stands at each of so many places: of those that share a place, one of the shortest stretch."""
    size = len(told)
    if size <= most:
        return list(range(size))
    lengths: list[int] = []
    for start, stop in stretches(told):
        lengths += [stop - start] * (stop - start)
    edges = [place * size // most for place in range(most + 1)]
    return [min(range(one, two), key=lengths.__getitem__) for one, two in pairwise(edges)]


def stretches(told: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where what is told begins and ends to be the same: from the first number on, up to the second."""
    starts = [spot for spot in range(len(told)) if not spot or told[spot] != told[spot - 1]]
    return list(pairwise([*starts, len(told)]))


def thinned(each: Map, across: int, down: int) -> tuple[list[int], list[list[Answer]]]:
    """Which rows are shown, and the answers of each as they are told, at most so many across and down."""
    lines = [tuple(named(cell) for cell in line) for line in each.cells]
    rows = places(lines, down)
    return rows, [[lines[row][spot] for spot in places(lines[row], across)] for row in rows]
