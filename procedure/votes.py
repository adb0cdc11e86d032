"""A tally of votes, and shares of a named base, in whole numbers and fractions only."""

import re
from fractions import Fraction
from math import ceil, floor
from typing import Self

from attrs import asdict

from procedure.values import frozen

DIRECTIONS = ("at least", "more than", "at most", "less than")
CAPS = ("at most", "less than")

_SHARE = re.compile(
    r"(?:(?:(at least|more than|at most|less than) )?([0-9]+/[0-9]+|[0-9]+(?:\.[0-9]+)? ?%)|(majority))"
    r" of (.+?)(?:, rounded (up|down))?"
)


@frozen
class Share:
    """A share of a named base that a number must reach, pass or keep under."""

    fraction: Fraction
    direction: str
    base: str
    rounding: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no share: an unknown word, a negative part, more than the whole of what can be had."""
        if self.direction not in DIRECTIONS:
            raise ValueError(f"{self.direction!r} is not a direction: write one of {', '.join(DIRECTIONS)}")
        if self.rounding not in (None, "up", "down"):
            raise ValueError(f"{self.rounding!r} is not a rounding: write up or down")
        if not self.base or self.base != " ".join(self.base.split()) or ", rounded " in self.base:
            raise ValueError(f"{self.base!r} does not name a base: write words, such as statutory seats")
        if not isinstance(self.fraction, Fraction) or self.fraction < 0:
            raise ValueError("a share is a fraction that is not negative")
        if not self.cap and (self.fraction > 1 or (self.strict and self.fraction == 1)):
            raise ValueError(f"{self} can never be met: only a cap may exceed the whole")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a share written as more than 1/2 of statutory seats; without a direction it is at least."""
        match = _SHARE.fullmatch(" ".join(text.split()))
        if not match:
            raise ValueError(f"{text!r} is not a share: write it like 'more than 1/2 of statutory seats'")
        direction, amount, majority, base, rounding = match.groups()
        if majority:
            return cls(Fraction(1, 2), "more than", base, rounding)
        try:
            part = Fraction(amount.rstrip(" %")) / (100 if amount.endswith("%") else 1)
        except ZeroDivisionError as error:
            raise ValueError(f"{amount} is not a fraction: nothing is divided by zero") from error
        return cls(part, direction or "at least", base, rounding)

    def __str__(self) -> str:
        """Write the share as the law file does, a simple fraction as such and hundredths as per cent."""
        part, percent = self.fraction, self.fraction * 100
        simple = part.denominator in (2, 3, 4, 5) or percent.denominator != 1
        amount = f"{part.numerator}/{part.denominator}" if simple else f"{percent}%"
        rounded = f", rounded {self.rounding}" if self.rounding else ""
        return f"{self.direction} {amount} of {self.base}{rounded}"

    @property
    def strict(self) -> bool:
        """Whether exactly the share is not enough, or for a cap too much."""
        return self.direction in ("more than", "less than")

    @property
    def cap(self) -> bool:
        """Whether the share is a ceiling and not a floor."""
        return self.direction in CAPS

    def needed(self, base: int) -> int:
        """Give the smallest whole number that meets the share, or for a cap the largest."""
        part = self._part(base)
        if self.cap:
            return ceil(part) - 1 if self.strict else floor(part)
        return floor(part) + 1 if self.strict else ceil(part)

    def met(self, votes: int, base: int) -> bool:
        """Say whether a number meets the share of a base."""
        part = self._part(base)
        if votes == part:
            return not self.strict
        return votes < part if self.cap else votes > part

    def margin(self, votes: int, base: int) -> int:
        """Say how many are to spare, or how many are wanting as a negative number."""
        return self.needed(base) - votes if self.cap else votes - self.needed(base)

    def _part(self, base: int) -> Fraction:
        """Take the share of a base, rounded to a whole number where the norm says so."""
        if base < 0:
            raise ValueError(f"the base of a share cannot be {base}")
        part = self.fraction * base
        if self.rounding is None:
            return part
        return Fraction(ceil(part) if self.rounding == "up" else floor(part))


@frozen(kw_only=True)
class Tally:
    """The numbers on record of one vote, where what is missing stays unknown."""

    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    invalid: int | None = None
    issued: int | None = None
    found: int | None = None
    present: int | None = None
    voting: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a negative number."""
        for name, number in asdict(self).items():
            if number is not None and number < 0:
                raise ValueError(f"{name.rstrip('_')} cannot be {number}")

    def cast(self) -> int | None:
        """Give the number of votes cast: those said to be voting, else the ballots found, else the sum of all votes."""
        parts = (self.for_, self.against, self.abstained, self.invalid)
        total = sum(part or 0 for part in parts)
        known = total if None not in parts else None
        return next((number for number in (self.voting, self.found, known) if number is not None), None)

    def contradictions(self) -> tuple[tuple[str, int, str, int], ...]:
        """List each number that exceeds one it cannot exceed, where `votes` is the sum of the votes on record."""
        parts = [part for part in (self.for_, self.against, self.abstained, self.invalid) if part is not None]
        votes = sum(parts) if parts else None
        pairs = (
            ("votes", votes, "found", self.found),
            ("votes", votes, "issued", self.issued),
            ("votes", votes, "voting", self.voting),
            ("votes", votes, "present", self.present),
            ("found", self.found, "issued", self.issued),
            ("found", self.found, "voting", self.voting),
            ("found", self.found, "present", self.present),
            ("voting", self.voting, "present", self.present),
        )
        return tuple(
            (more, part, less, whole)
            for more, part, less, whole in pairs
            if part is not None and whole is not None and part > whole
        )
