"""Numbers as a source prints them: exact, and knowing how far they may have been rounded."""

import re
from fractions import Fraction
from math import ceil, floor
from sys import maxsize

from procedure.values import frozen

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)", re.ASCII)


@frozen
class Printed:
    """A number as printed: its value, how many digits stand after the point, and whether it is a percentage."""

    value: Fraction
    digits: int = 0
    percent: bool = False

    @classmethod
    def of(cls, text: str) -> "Printed":
        """Read `12,035,578`, `1.01` or `54.21%`; anything else is a ValueError."""
        found = _NUMBER.fullmatch(text.strip())
        if not found:
            raise ValueError(f"'{text}' is not a number")
        whole, after, percent = found[1].replace(",", ""), found[2] or "", bool(found[3])
        return cls(Fraction(int(whole + after), 10 ** len(after)), len(after), percent)

    @staticmethod
    def is_number(text: str) -> bool:
        return _NUMBER.fullmatch(text.strip()) is not None

    @property
    def half(self) -> Fraction:
        """Half a unit of the last digit."""
        return Fraction(1, 2 * 10**self.digits)

    def rounds(self, exact: Fraction) -> bool:
        """Whether the exact number is printed so when rounded half up or half to even."""
        off = self.value - exact
        even = self.value / (2 * self.half) % 2 == 0
        return abs(off) < self.half or off == self.half or (off == -self.half and even)

    def wholes(self, part: Fraction) -> tuple[int, int]:
        """The least and the greatest total of which a part is this percentage, as rounded; nothing bounds 0%."""
        least = ceil(100 * part / (self.value + self.half))
        return least, floor(100 * part / (self.value - self.half)) if self.value > self.half else maxsize


def shown(exact: Fraction, digits: int = 0, percent: bool = False) -> str:
    """A number rounded half up, with its thousands grouped."""
    scaled = floor(abs(exact) * 10**digits + Fraction(1, 2))
    sign = "-" if exact < 0 and scaled else ""
    after = f".{scaled % 10**digits:0{digits}d}" if digits else ""
    return f"{sign}{scaled // 10**digits:,}{after}{'%' if percent else ''}"
