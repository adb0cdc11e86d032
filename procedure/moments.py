"""Dates known to the day, to the minute or between bounds, in a zone; a comparison may answer that it cannot tell."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Literal, Self
from zoneinfo import ZoneInfo

from attrs import field, frozen

_DAY, _TICK = timedelta(days=1), timedelta(microseconds=1)
_TEXT = re.compile(r"([^ T]+)(?:[ T]([0-9:.]+)(Z|[+-][0-9:.]+)?)?")


def parse_date(text: str) -> date:
    """Read a date written as 2023-01-19."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"{text!r} is not a date: write year-month-day, such as 2023-01-19")
    if text[:4] in ("0000", "9999"):
        raise ValueError("year must be in 1..9998")
    return date.fromisoformat(text)


def parse_time(text: str) -> time:
    """Read a time of day written as 18:00."""
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?", text):
        raise ValueError(f"{text!r} is not a time: write hours and minutes with two digits each, such as 07:00")
    if text.startswith("24:"):
        raise ValueError("24:00 is no time of its own: write it with its date, or as 00:00 of the next day")
    return time.fromisoformat(text)


def _zone(name: str) -> ZoneInfo:
    """Find a time zone by its IANA name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"there is no time zone named {name!r}: write a name such as Europe/London") from error


def _utc(instant: datetime) -> datetime:
    """Put an aware instant in UTC, where alone instants are compared."""
    if instant.tzinfo is UTC:
        return instant
    if instant.utcoffset() is None:
        raise ValueError("an instant needs a time zone")
    try:
        return instant.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{instant} is beyond the calendar") from error


def _instant(day: date, clock: time, zone: str, fold: Literal[0, 1] = 0) -> datetime:
    """Find the instant of a wall-clock time, the first or the second of the two when the clock was put back."""
    return _utc(datetime.combine(day, clock.replace(fold=fold), tzinfo=_zone(zone)))


def _midnight(day: date, zone: str) -> datetime:
    """Find the first instant of a local day."""
    return _instant(day, time(), zone)


@frozen(cache_hash=True)
class Moment:
    """A moment known to some precision: a closed interval of the instants at which it may have been."""

    earliest: datetime = field(converter=_utc)
    latest: datetime = field(converter=_utc)
    zone: str

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown zone and an empty interval."""
        _zone(self.zone)
        if self.earliest > self.latest:
            raise ValueError(f"no instant lies between {self.earliest} and {self.latest}: the first is the later")

    @classmethod
    def on(cls, day: date, zone: str) -> Self:
        """Know the local day and no more."""
        return cls(_midnight(day, zone), _midnight(day + _DAY, zone) - _TICK, zone)

    @classmethod
    def at(cls, day: date, clock: time, zone: str) -> Self:
        """Know the local time, which is an interval only where the clock showed that time twice."""
        first, second = _instant(day, clock, zone), _instant(day, clock, zone, fold=1)
        if first > second:
            raise ValueError(f"{clock} did not occur on {day} in {zone}: the clock was put forward")
        return cls(first, second, zone)

    @classmethod
    def between(
        cls, earliest: "Moment | None" = None, latest: "Moment | None" = None, *, on: "Moment | None" = None
    ) -> "Moment":
        """Know bounds, either of which a day or other moment may supply or narrow."""
        first, last = on or earliest, on or latest
        if first is None or last is None:
            raise ValueError("a moment needs both an earliest and a latest bound, or the day between them")
        return cls(first.earliest, last.latest, first.zone).narrowed(not_before=earliest, not_after=latest)

    @classmethod
    def parse(cls, text: str, zone: str) -> "Moment":
        """Read a date, a date and time, or two of them as earliest/latest, in the zone given or named after an @."""
        body, named, own = text.partition("@")
        first, two, last = body.partition("/")
        zone = own if named else zone
        return cls.between(cls._one(first, zone), cls._one(last, zone)) if two else cls._one(first, zone)

    @classmethod
    def _one(cls, text: str, zone: str) -> "Moment":
        """Read a date, or a date and time."""
        match = _TEXT.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not a moment: write 2023-01-19, or 2023-01-19 16:04")
        day, clock, offset = parse_date(match[1]), match[2], match[3]
        if clock is None:
            return cls.on(day, zone)
        if ends := clock == "24:00":
            day, clock = day + timedelta(days=1), "00:00"
        if offset:
            instant = datetime.fromisoformat(f"{day}T{parse_time(clock).isoformat()}{offset}")
            return cls(instant, instant, zone)
        return start_of(day, zone) if ends else cls.at(day, parse_time(clock), zone)

    def iso(self, *, named: bool = False) -> str:
        """Write the moment so that it can be read back exactly, with its zone if named."""
        return f"{self._iso}@{self.zone}" if named else self._iso

    @cached_property
    def _iso(self) -> str:
        """The moment as written without its zone."""
        if self.earliest == self.latest:
            return self._written(self.earliest)
        first, last = self.earliest_day, self.latest_day
        whole_first = self.earliest == _midnight(first, self.zone)
        whole_last = self.latest == _midnight(last + _DAY, self.zone) - _TICK
        left = str(first) if whole_first else self._written(self.earliest)
        right = str(last) if whole_last else self._written(self.latest)
        return left if left == right else f"{left}/{right}"

    def _written(self, instant: datetime) -> str:
        """Write an instant as local time with its offset, no finer than needed."""
        local = instant.astimezone(_zone(self.zone))
        return local.isoformat(timespec="auto" if local.second or local.microsecond else "minutes")

    def narrowed(self, *, not_before: "Moment | None" = None, not_after: "Moment | None" = None) -> "Moment":
        """Drop the instants before all those of one moment and after all those of another."""
        low = self.earliest if not_before is None else max(self.earliest, not_before.earliest)
        high = self.latest if not_after is None else min(self.latest, not_after.latest)
        if low > high:
            raise ValueError(f"nothing of {self.iso()} is left: it would begin {low} and end {high}")
        return Moment(low, high, self.zone)

    @cached_property
    def earliest_day(self) -> date:
        """The first local day on which it may have been."""
        return self.earliest.astimezone(_zone(self.zone)).date()

    @cached_property
    def latest_day(self) -> date:
        """The last local day on which it may have been."""
        return self.latest.astimezone(_zone(self.zone)).date()

    @property
    def precision(self) -> Literal["minute", "day", "interval"]:
        """How well it is known: to the minute, as a whole local day, or between other bounds."""
        if self.earliest == self.latest:
            return "minute"
        return "day" if self == Moment.on(self.earliest_day, self.zone) else "interval"

    def day(self) -> date | None:
        """Give the local date if it is certain."""
        return self.earliest_day if self.earliest_day == self.latest_day else None

    def local_time(self) -> time | None:
        """Give the local time of day if it is certain."""
        return self.earliest.astimezone(_zone(self.zone)).time() if self.earliest == self.latest else None

    def is_before(self, other: "Moment") -> bool | None:
        """Say whether it is strictly before the other: yes, no, or cannot tell."""
        if self.latest < other.earliest:
            return True
        return False if self.earliest >= other.latest else None

    def is_after(self, other: "Moment") -> bool | None:
        """Say whether it is strictly after the other: yes, no, or cannot tell."""
        return other.is_before(self)

    def not_later_than(self, limit: "Moment") -> bool | None:
        """Say whether it is at the limit or before it: yes, no, or cannot tell."""
        late = limit.is_before(self)
        return None if late is None else not late

    def not_earlier_than(self, limit: "Moment") -> bool | None:
        """Say whether it is at the limit or after it: yes, no, or cannot tell."""
        return limit.not_later_than(self)


def start_of(day: date, zone: str) -> Moment:
    """Give the first instant of a local day, its zero hours."""
    instant = _midnight(day, zone)
    return Moment(instant, instant, zone)


def end_of(day: date, zone: str) -> Moment:
    """Give the last instant of a local day, one microsecond before the next local midnight."""
    instant = _midnight(day + _DAY, zone) - _TICK
    return Moment(instant, instant, zone)
