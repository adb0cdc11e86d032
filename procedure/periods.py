"""How the law counts time: typed periods, the first and the last day in or out, missing month days, days of rest."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Self

from dateutil.relativedelta import relativedelta

from procedure.moments import Moment, end_of
from procedure.values import frozen

UNITS = ("minutes", "hours", "days", "working days", "weeks", "months", "years")
CLOCK_UNITS = ("minutes", "hours")
MONTH_UNITS = ("months", "years")
FIRST = {"day after": 0, "same day": -1, "full days": 1}
END = ("same numeral", "inclusive", "eve")
ROLLS = ("no", "next working day")
MONTH_END = ("clamp", "next day")

Working = Callable[[date], bool]


class CannotTell(ValueError):
    """The anchor is not known well enough to count from it."""


@frozen
class Period:
    """A number of units of time, which stays a period and never becomes a bare number."""

    count: int
    unit: str

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown unit and a negative count."""
        if self.unit not in UNITS:
            raise ValueError(f"{self.unit!r} is not a unit of time: the units are {', '.join(UNITS)}")
        if self.count < 0:
            raise ValueError("a period cannot be negative")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period written as 40 days, 1 year or 5 working days."""
        match = re.fullmatch(r"([0-9]{1,6}) ([a-z ]+)", " ".join(text.split()))
        if not match:
            raise ValueError(f"{text!r} is not a period: write a whole number and a unit, such as 40 days")
        return cls(int(match[1]), match[2] if match[2].endswith("s") else f"{match[2]}s")

    def __str__(self) -> str:
        """Write the period as the law file does."""
        return f"{self.count} {self.unit[:-1] if self.count == 1 else self.unit}"


@frozen
class Counting:
    """How days are counted: what the first day is, whether the last is in, what rolls, and what a missing day becomes.

    first: with "day after" a day that is N days off lies N days off; with "same day" the anchor day is day one, so
    the day lies one nearer; with "full days" N full days lie between, so it lies one further off.
    end: with "same numeral" or "inclusive" the day so found is the last; with "eve" the day before it is.
    Months that start on the anchor day end on the eve already, so "same day" and "eve" together take one day, not two.
    month_end: where the month has no such day, "clamp" takes its last day and "next day" the first of the next month.
    Hours and minutes run from instant to instant, and nothing here bears on them.
    """

    first: str = "day after"
    end: str = "inclusive"
    rolls: str = "no"
    month_end: str = "clamp"

    def __attrs_post_init__(self) -> None:
        """Refuse a word that no way of counting has."""
        for name, value, allowed in (
            ("first", self.first, tuple(FIRST)),
            ("end", self.end, END),
            ("rolls", self.rolls, ROLLS),
            ("month_end", self.month_end, MONTH_END),
        ):
            if value not in allowed:
                raise ValueError(f"{name} must be one of: {', '.join(allowed)}; not {value!r}")


@frozen
class Count:
    """A counted period: its last moment and day, how far from the anchor that lies, and what it rolled from."""

    limit: Moment
    last_day: date
    days: int
    anchor_day: date
    counting: Counting
    rolled_from: date | None = None


def days_between(a: date, b: date) -> int:
    """Count the midnights from one day to another, fewer than none if the second is earlier."""
    return (b - a).days


def forward(anchor: Moment, period: Period, counting: Counting, working: Working | None = None) -> Count:
    """Find the last moment within the period after the anchor."""
    return _count(anchor, period, counting, working, 1)


def backward(anchor: Moment, period: Period, counting: Counting, working: Working | None = None) -> Count:
    """Find the last moment that is still the period before the anchor, for days the end of the day D - N."""
    return _count(anchor, period, counting, working, -1)


def _count(anchor: Moment, period: Period, counting: Counting, working: Working | None, step: int) -> Count:
    """Count a period from an anchor, onwards with step 1 and back with step -1."""
    start = anchor.day()
    if start is None:
        raise CannotTell(f"{period} cannot be counted from {anchor.iso()}: the day is not certain")
    rolled_from = None
    try:
        if period.unit in CLOCK_UNITS:
            limit = _by_the_clock(anchor, period, step)
            last = limit.earliest_day
        else:
            found = last = _last_day(start, period, counting, working, step)
            if counting.rolls == "next working day":
                last = _working_day(found - timedelta(days=1), 1, 1, working)
                rolled_from = found if last != found else None
            limit = end_of(last, anchor.zone)
    except OverflowError as error:
        raise ValueError(f"{period} from {start} runs beyond the calendar") from error
    return Count(limit, last, abs(days_between(start, last)), start, counting, rolled_from)


def _by_the_clock(anchor: Moment, period: Period, step: int) -> Moment:
    """Find the instant a number of hours or minutes away."""
    if anchor.precision != "minute":
        raise CannotTell(f"{period} cannot be counted from {anchor.iso()}: the time of day is not known")
    one = timedelta(hours=1) if period.unit == "hours" else timedelta(minutes=1)
    instant = anchor.earliest + step * period.count * one
    return Moment(instant, instant, anchor.zone)


def _last_day(start: date, period: Period, counting: Counting, working: Working | None, step: int) -> date:
    """Find the last day of a period of days or longer, before it rolls."""
    further = FIRST[counting.first]
    eve = 1 if counting.end == "eve" else 0
    if period.unit == "working days":
        outset = start - timedelta(days=step) if counting.first == "same day" else start
        last = _working_day(outset, period.count, step, working)
        further = max(further, 0)
    elif period.unit in MONTH_UNITS:
        last = _months_away(start, step * period.count * (12 if period.unit == "years" else 1), counting.month_end)
        eve = 0 if counting.first == "same day" and step > 0 else eve
    else:
        last = start + timedelta(days=step * period.count * (7 if period.unit == "weeks" else 1))
    return last + timedelta(days=step * further - eve)


def _months_away(start: date, months: int, month_end: str) -> date:
    """Find the same numeral of another month, or what stands for it where that month is too short."""
    found = start + relativedelta(months=months)
    return found + timedelta(days=1) if month_end == "next day" and found.day != start.day else found


def _working_day(start: date, count: int, step: int, working: Working | None) -> date:
    """Find the working day that is so many working days away."""
    if working is None:
        raise ValueError("working days cannot be counted without a calendar that says which days those are")
    day = start
    while count:
        day += timedelta(days=step)
        count -= working(day)
    return day
