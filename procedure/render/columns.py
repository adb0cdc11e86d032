"""Where each box and lane of a layer stands: near what it is joined to, and not too near its neighbours."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

Cell: TypeAlias = tuple[int, int]
"""What stands where: the layer, and a box's index or, below zero, a lane."""

ROUNDS = 40


@frozen
class Pull:
    """Two cells of neighbouring layers that are joined, how far from their middles, and how firmly."""

    upper: Cell
    lower: Cell
    upper_offset: int = 0
    lower_offset: int = 0
    weight: int = 1


def columns(
    rows: Sequence[Sequence[Cell]], apart: Callable[[Cell, Cell], int], pulls: Sequence[Pull]
) -> dict[Cell, int]:
    """The middle of each cell, given how far apart neighbours must be and which cells pull at each other."""
    x: dict[Cell, float] = {}
    for row in rows:
        steps = [0, *(apart(one, other) for one, other in pairwise(row))]
        half = sum(steps) / 2
        for index, cell in enumerate(row):
            x[cell] = sum(steps[: index + 1]) - half
    above, below = _sides(pulls)
    for turn in range(ROUNDS):
        down = turn % 2 == 0 or turn >= ROUNDS - 3
        for row in rows if down else reversed(rows):
            wishes = []
            for cell in row:
                pulling = (above if down else below).get(cell, ())
                weight = sum(pull.weight for _, pull in pulling)
                wish = sum(pull.weight * _wish(x, cell, other, pull) for other, pull in pulling)
                wishes.append((wish / weight, weight) if weight else (x[cell], 0.01))
            x.update(zip(row, _spaced(row, wishes, apart), strict=True))
    return {cell: round(value) for cell, value in x.items()}


def _sides(
    pulls: Sequence[Pull],
) -> tuple[Mapping[Cell, list[tuple[Cell, Pull]]], Mapping[Cell, list[tuple[Cell, Pull]]]]:
    above: dict[Cell, list[tuple[Cell, Pull]]] = {}
    below: dict[Cell, list[tuple[Cell, Pull]]] = {}
    for pull in pulls:
        above.setdefault(pull.lower, []).append((pull.upper, pull))
        below.setdefault(pull.upper, []).append((pull.lower, pull))
    return above, below


def _wish(x: Mapping[Cell, float], cell: Cell, other: Cell, pull: Pull) -> float:
    """Where a cell would stand for its line to be straight."""
    offset = pull.upper_offset - pull.lower_offset
    return x[other] + (offset if cell == pull.lower else -offset)


def _spaced(
    row: Sequence[Cell], wishes: Sequence[tuple[float, float]], apart: Callable[[Cell, Cell], int]
) -> list[float]:
    """The places nearest to the wishes that keep the distances: neighbours that would meet move as one."""
    shifts = [0.0]
    for one, other in pairwise(row):
        shifts.append(shifts[-1] + apart(one, other))
    blocks: list[tuple[float, float, int]] = []
    for (wish, weight), shift in zip(wishes, shifts, strict=True):
        block = (wish - shift, weight, 1)
        while blocks and blocks[-1][0] > block[0]:
            mean, mass, count = blocks.pop()
            whole = mass + block[1]
            block = ((mean * mass + block[0] * block[1]) / whole, whole, count + block[2])
        blocks.append(block)
    places = [mean for mean, _, count in blocks for _ in range(count)]
    return [place + shift for place, shift in zip(places, shifts, strict=True)]
