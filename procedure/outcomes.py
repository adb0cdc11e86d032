"""Statuses of cells, and the headline that a matrix of cells has."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import Enum
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Assignment: TypeAlias = tuple[tuple[str, str], ...]
"""Answers chosen on axes, sorted by axis."""


class Status(Enum):
    """What one rule finds in one cell."""

    KEPT = "kept"
    IRREGULAR = "irregular"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    VOID = "void"
    UNPLACED = "unplaced"


_WEIGHT = {status: weight for weight, status in enumerate(Status)}


class Outcome(Enum):
    """The headline of a verdict."""

    UNPLACED = "unplaced"
    VOID = "void"
    UNLAWFUL = "unlawful"
    CONTESTED = "contested"
    DISPUTED = "disputed"
    UNDETERMINED = "undetermined"
    IRREGULAR = "irregular"
    LAWFUL = "lawful"
    CONTEXT = "context"


def worst(statuses: Iterable[Status]) -> Status:
    """The gravest status; KEPT where there is none."""
    return max(statuses, key=_WEIGHT.__getitem__, default=Status.KEPT)


_BREACH = frozenset((Status.BROKEN, Status.VOID))


_KEPT = frozenset((Status.KEPT,))
_KNOWN_GOOD = frozenset((Status.KEPT, Status.IRREGULAR))


def headline(cells: Sequence[tuple[Assignment, Status]], readings: frozenset[str]) -> tuple[Outcome, ...]:
    """The outcomes that a matrix of cells has, the headline first; `readings` names the axes of law among the axes."""
    statuses = {status for _, status in cells}
    if statuses <= _KEPT:
        return (Outcome.LAWFUL,)
    if statuses == {Status.UNPLACED}:
        return (Outcome.UNPLACED,)
    if statuses == {Status.VOID}:
        return (Outcome.VOID,)
    if statuses <= _BREACH:
        return (Outcome.UNLAWFUL,)
    found: list[Outcome] = []
    if _differ(cells, lambda axis: axis not in readings):
        found.append(Outcome.CONTESTED)
    if _differ(cells, lambda axis: axis in readings):
        found.append(Outcome.DISPUTED)
    if not found and statuses & _BREACH and statuses & _KNOWN_GOOD:
        found += [Outcome.CONTESTED, Outcome.DISPUTED]
    if statuses & {Status.UNKNOWN, Status.UNPLACED}:
        found.append(Outcome.UNDETERMINED)
    if Status.IRREGULAR in statuses and not found:
        found.append(Outcome.IRREGULAR)
    return tuple(found) or (Outcome.LAWFUL,)


def by_axes(cells: Iterable[tuple[Assignment, T]]) -> Mapping[frozenset[str], list[tuple[Assignment, T]]]:
    """Cells by the axes that they answer."""
    found: dict[frozenset[str], list[tuple[Assignment, T]]] = {}
    for assignment, value in cells:
        found.setdefault(frozenset([axis for axis, _ in assignment]), []).append((assignment, value))
    return found


def on(axes: Collection[str], assignment: Assignment) -> Assignment:
    """A choice of answers on some axes only."""
    return tuple([pair for pair in assignment if pair[0] in axes])


def _differ(cells: Sequence[tuple[Assignment, Status]], same: Callable[[str], bool]) -> bool:
    """Whether two cells that agree on the axes named by `same` part between breach and no breach."""

    def sides(wanted: frozenset[Status]) -> Mapping[frozenset[str], list[tuple[Assignment, None]]]:
        mine = {tuple([pair for pair in cell if same(pair[0])]) for cell, status in cells if status in wanted}
        return by_axes((cell, None) for cell in mine)

    return any(
        not {on(one & two, cell) for cell, _ in bad}.isdisjoint([on(one & two, cell) for cell, _ in good])
        for one, bad in sides(_BREACH).items()
        for two, good in sides(_KNOWN_GOOD).items()
    )
