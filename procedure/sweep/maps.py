"""Maps as values: the answers of an act over one axis or two, and the same as bands with their edges."""

from collections.abc import Hashable, Sequence
from datetime import date, time
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from attrs import frozen

from procedure.outcomes import Outcome
from procedure.scenario import Scenario
from procedure.sweep.axes import Axis
from procedure.sweep.variants import Answer

BREACHED = (Outcome.UNLAWFUL, Outcome.VOID, Outcome.CONTESTED, Outcome.DISPUTED)
"""The outcomes that some norm is to be named for."""


@frozen
class Band:
    """Values with one answer, and what is told of the act there; of values in order, a stretch without a gap."""

    values: tuple[str, ...]
    answer: Answer

    @property
    def first(self) -> str:
        """The first of the values."""
        return self.values[0]

    @property
    def last(self) -> str:
        """The last of the values."""
        return self.values[-1]


@frozen
class Rows:
    """Values of the first axis along which the bands of the last axis are the same."""

    values: tuple[str, ...]
    bands: tuple[Band, ...]


@frozen
class Map:
    """The answers of one act over one axis or two: `cells` by value, and the same as bands."""

    act: str
    across: Axis
    down: Axis | None
    cells: tuple[tuple[Answer, ...], ...]
    rows: tuple[Rows, ...]
    here: tuple[int | None, int | None] = (None, None)
    """Which value of the first axis, and which of the last, the log itself has; none where that is not among them."""

    @property
    def flat(self) -> bool:
        """Whether the answer is the same everywhere."""
        return len(self.rows) == 1 and len(self.rows[0].bands) == 1


def map_of(scenario: Scenario, act: str, across: Axis, down: Axis | None, cells: tuple[tuple[Answer, ...], ...]) -> Map:
    """The map of one act from its answers by value."""
    here = (own(scenario, down) if down else None, own(scenario, across))
    bands = [
        tuple(Band(tuple(across.texts[spot] for spot in spots), answer) for spots, answer in grouped(across, line))
        for line in ([named(each) for each in line] for line in cells)
    ]
    if down is None:
        return Map(act, across, None, cells, (Rows(("",), bands[0]),), here)
    rows = tuple(Rows(tuple(down.texts[spot] for spot in spots), each) for spots, each in grouped(down, bands))
    return Map(act, across, down, cells, rows, here)


def named(answer: Answer) -> Answer:
    """An answer as it is told: a norm is named where it is broken by some reading or source at least."""
    return answer if answer.outcome in BREACHED else Answer(answer.outcome)


T = TypeVar("T", bound=Hashable)


def grouped(axis: Axis, told: Sequence[T]) -> list[tuple[list[int], T]]:
    """The numbers of the values of which the same is told: those in a row where the axis is in order, else all."""
    if not in_order(axis):
        found: dict[T, list[int]] = {}
        for spot, each in enumerate(told):
            found.setdefault(each, []).append(spot)
        return [(spots, each) for each, spots in found.items()]
    runs: list[tuple[list[int], T]] = []
    for spot, each in enumerate(told):
        if runs and runs[-1][1] == each:
            runs[-1][0].append(spot)
        else:
            runs.append(([spot], each))
    return runs


def in_order(axis: Axis) -> bool:
    """Whether the values are numbers, days or times that rise: then one may say from where until where."""
    kinds = {type(value) for value in axis.values}
    if len(kinds) > 1 or not kinds <= {int, date, time, Fraction}:
        return False
    return all(one < two for one, two in zip(axis.values, axis.values[1:], strict=False))  # type: ignore[operator]


def gaps(axis: Axis) -> bool:
    """Whether values that could be tried lie between those of an axis in order."""
    if not in_order(axis):
        return False
    numbers = [each.toordinal() if isinstance(each, date) else each for each in axis.values]
    return any(not isinstance(one, int) or two != one + 1 for one, two in pairwise(numbers))


def own(scenario: Scenario, axis: Axis) -> int | None:
    """Which value of an axis the log itself has; none where it has none of them, or the axis is of law or readings."""
    if axis.outer:
        return None
    act = scenario.act(axis.of)
    value = {
        "facts": act.facts.get(axis.key),
        "date": act.when.day(),
        "time": act.when.local_time(),
        "by": act.by,
        "status": act.status,
    }[axis.kind]
    return axis.values.index(value) if value in axis.values else None
