"""A country's calendar of working days, read from data: public holidays, moved days of rest, moved working days."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attrs import frozen

from procedure.compiled import kept
from procedure.errors import LawError
from procedure.forms.vocabulary import CALENDAR, DAY, DAY_KINDS
from procedure.moments import parse_date
from procedure.periods import CannotTell
from procedure.reader import Reader
from procedure.yaml_text import read


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
    """The calendar in a file; raises LawError with every fault."""
    return kept("calendar", [path], (), lambda: _calendar(path))


def _calendar(path: Path) -> WorkCalendar:
    reader = Reader()
    keys = reader.form(read(path), CALENDAR)
    days: dict[date, SpecialDay] = {}
    for text, (key, node) in (reader.entries(keys["days"], "days") if "days" in keys else {}).items():
        day = reader.typed(key, "a day", parse_date, "2023-03-21")
        entry = reader.form(node, DAY, f"day {text}")
        if day is not None:
            days[day] = SpecialDay(
                reader.choice(entry.get("kind"), "kind", DAY_KINDS, "holiday"),
                reader.languages(entry.get("name"), "name"),
                reader.text(entry.get("source"), "source"),
            )
    since, until = reader.date(keys.get("since"), "since"), reader.date(keys.get("until"), "until")
    if reader.faults or since is None or until is None:
        raise LawError(reader.faults)
    return WorkCalendar(since, until, days)
