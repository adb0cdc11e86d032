"""A country's calendar of working days: public holidays, moved days of rest, moved working days."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from procedure.compiled import kept
from procedure.periods import CannotTell
from procedure.values import frozen


@frozen
class SpecialDay:
    """A day that is not what its place in the week would make it; a moved day is itself ordered by somebody."""

    kind: str
    name: Mapping[str, str]
    source: str


@frozen(eq=False)
class WorkCalendar:
    """Which days are working days, for the years on file; CannotTell outside them."""

    since: date
    until: date
    days: Mapping[date, SpecialDay]
    weekend: tuple[int, ...] = (5, 6)

    def __call__(self, day: date) -> bool:
        if not self.since <= day <= self.until:
            raise CannotTell(f"no calendar of working days is on file for {day.year}")
        special = self.days.get(day)
        if special is not None:
            return special.kind == "working day"
        return day.weekday() not in self.weekend


def load_calendar(path: Path) -> WorkCalendar:
    """The calendar in a file, as compiled or read anew; raises LawError with every fault."""

    def read() -> WorkCalendar:
        from procedure.calendar_files import read_calendar

        return read_calendar(path)

    return kept("calendar", [path], (), read)
