"""Matrices of cells: two choices of answers as one, and the axes on which nothing turns left out."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from procedure.outcomes import Assignment, by_axes, on

T = TypeVar("T", bound=Hashable)


def both(first: Assignment, second: Assignment) -> Assignment:
    """Two choices of answers as one."""
    if not first or not second:
        return first or second
    return tuple(sorted({**dict(first), **dict(second)}.items()))


def reduced(cells: Sequence[tuple[Assignment, T]]) -> tuple[tuple[Assignment, T], ...]:
    """The cells without the axes on which nothing turns; a cell may leave an axis open."""
    if len(cells) == 1 and not cells[0][0]:
        return tuple(cells)
    for axis in sorted({axis for assignment, _ in cells for axis, _ in assignment}):
        without: dict[Assignment, T] = {}
        for assignment, value in cells:
            stripped = tuple(pair for pair in assignment if pair[0] != axis)
            found = without.setdefault(stripped, value)
            if found is not value and found != value:
                break
        else:
            if _consistent(list(without.items())):
                cells = list(without.items())
    return tuple(sorted(dict(cells).items(), key=lambda cell: cell[0]))


def united(
    worlds: Sequence[tuple[Assignment, tuple[tuple[Assignment, T], ...]]],
) -> tuple[tuple[Assignment, T], ...]:
    """The cells of several worlds, each with the answers fixed in it, without the axes on which nothing turns."""
    first = worlds[0][1] if worlds else ()
    if len(worlds) == 1 and not worlds[0][0]:
        return reduced(first)
    if all(cells is first for _, cells in worlds):
        mentioned = {axis for cell, _ in first for axis, _ in cell}
        if all(axis not in mentioned for fixed, _ in worlds for axis, _ in fixed):
            return reduced(first)  # nothing turns on what is fixed: the worlds have the very same cells
    return reduced([(both(fixed, cell), value) for fixed, cells in worlds for cell, value in cells])


def _consistent(cells: Sequence[tuple[Assignment, T]]) -> bool:
    """Whether cells that can hold together have one value."""
    kinds = list(by_axes(cells).items())
    for spot, (axes, some) in enumerate(kinds):
        for others, more in kinds[:spot]:
            shared = axes & others
            values: dict[Assignment, set[T]] = {}
            for cell, value in some:
                values.setdefault(on(shared, cell), set()).add(value)
            for cell, value in more:
                if values.get(on(shared, cell), {value}) != {value}:
                    return False
    return True
