"""The values of an axis as they are written: the numbers or days of a range, or so many of them drawn by a seed."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import overload

from attrs import frozen

from procedure.reader import plain_date

MOST_VALUES = 1_000_000

_RANGE = re.compile(r"(.+?)\.\.(.+?)(?: step ([0-9]{1,6}))?")
_RANDOM = re.compile(r"random\((.+?)\.\.(.+?), ?([0-9]{1,7})(?:, ?seed ([0-9]{1,12}))?\)")


@frozen
class Digits(Sequence[str]):
    """The whole numbers of a range as text, made when they are asked for."""

    numbers: range

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, spot: int) -> str: ...
    @overload
    def __getitem__(self, spot: slice) -> "Digits": ...
    def __getitem__(self, spot: int | slice) -> "str | Digits":
        return Digits(self.numbers[spot]) if isinstance(spot, slice) else str(self.numbers[spot])


def ranged(text: str) -> Sequence[str] | None:
    """The values of a range or a draw; None where a text is neither, ValueError where it is one at fault."""
    if drawn := _RANDOM.fullmatch(text):
        first, last, number, seed = drawn.groups()
        return tuple(_drawn(first.strip(), last.strip(), int(number), int(seed or 0)))
    if text.startswith("random"):
        raise ValueError("write it like random(0..98, 20, seed 7)")
    if found := _RANGE.fullmatch(text):
        return _range(found[1].strip(), found[2].strip(), int(found[3] or 1))
    return None


def _range(first: str, last: str, step: int) -> Sequence[str]:
    if step < 1:
        raise ValueError("a step is at least 1")
    if first.isdigit() and last.isdigit():
        numbers = range(int(first), int(last) + 1, step)
        _bounded(len(numbers))
        return Digits(numbers)
    start, end = plain_date(first), plain_date(last)
    days = range(0, (end - start).days + 1, step)
    _bounded(len(days))
    return tuple(str(start + timedelta(days=day)) for day in days)


def _drawn(first: str, last: str, number: int, seed: int) -> Iterator[str]:
    """So many different values between two, drawn by a seed, in order."""
    size: int
    write: Callable[[int], str]
    if first.isdigit() and last.isdigit():
        low, size = int(first), int(last) - int(first) + 1
        write = lambda spot: str(low + spot)  # noqa: E731
    else:
        start, size = plain_date(first), (plain_date(last) - plain_date(first)).days + 1
        write = lambda spot: str(start + timedelta(days=spot))  # noqa: E731
    _bounded(size)
    if not 0 < number <= size:
        raise ValueError(f"{number} different values cannot be drawn from {size}")
    return map(write, sorted(random.Random(seed).sample(range(size), number)))


def _bounded(size: int) -> None:
    if size < 1:
        raise ValueError("the range ends before it begins")
    if size > MOST_VALUES:
        raise ValueError(f"the range has {size:,} values, more than the {MOST_VALUES:,} of one axis")
