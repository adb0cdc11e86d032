"""A country's calendar of working days read from YAML."""

from datetime import date
from pathlib import Path

from procedure.errors import LawError
from procedure.forms.vocabulary import CALENDAR, DAY, DAY_KINDS
from procedure.moments import parse_date
from procedure.reader import Reader
from procedure.workdays import SpecialDay, WorkCalendar
from procedure.yaml_text import read


def read_calendar(path: Path) -> WorkCalendar:
    """The calendar in a file, read anew; raises LawError with every fault."""
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
