"""Statuses of cells, and the headline that a matrix of cells has."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import TypeAlias

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


_KNOWN_GOOD = frozenset((Status.KEPT, Status.IRREGULAR))


def headline(cells: Sequence[tuple[Assignment, Status]], readings: frozenset[str]) -> tuple[Outcome, ...]:
    """The outcomes that a matrix of cells has, the headline first; `readings` names the axes of law among the axes."""
    statuses = {status for _, status in cells}
    if not statuses:
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


def agree(first: Assignment, second: Assignment) -> bool:
    """Whether two choices of answers, either of which may leave an axis open, can hold together."""
    other = dict(second)
    return all(other.get(axis, answer) == answer for axis, answer in first)


def _differ(cells: Sequence[tuple[Assignment, Status]], same: Callable[[str], bool]) -> bool:
    """Whether two cells that agree on the axes named by `same` part between breach and no breach."""

    def sides(wanted: frozenset[Status]) -> set[Assignment]:
        return {tuple(pair for pair in assignment if same(pair[0])) for assignment, status in cells if status in wanted}

    return any(agree(one, other) for one in sides(_BREACH) for other in sides(_KNOWN_GOOD))
