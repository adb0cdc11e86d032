"""Deadlines as a calendar file (RFC 5545), the same bytes each time."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from attrs import frozen
from icalendar import Calendar, Event

END_OF_DAY = "23:59:59"


@frozen
class Term:
    """An entry of the calendar: its title, its first and last moment (ISO; one of them may be empty), and a text."""

    title: str
    opens: str
    closes: str
    text: str = ""


def calendar(name: str, stamp: date, terms: Iterable[Term]) -> str:
    """The calendar of these terms; each stands at its last moment, or at its first where it has no last.

    stamp: the day that stands for the moment of writing, since the library has no clock.
    """
    book = Calendar()
    book.add("prodid", "-//procedure//procedure//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", name)
    for term in terms:
        book.add_component(_event(name, stamp, term))
    text: bytes = book.to_ical()
    return text.decode()


def _event(name: str, stamp: date, term: Term) -> Event:
    event = Event()
    key = "|".join((name, term.title, term.opens, term.closes))
    event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@procedure")
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    start, end = _span(term.closes or term.opens)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", term.title)
    if term.text:
        event.add("description", term.text)
    event.add("transp", "TRANSPARENT")
    return event


def _span(iso: str) -> tuple[date | datetime, date | datetime]:
    """The day of a moment that is a day or its end; else the instant, in universal time."""
    if "T" not in iso or END_OF_DAY in iso:
        day = date.fromisoformat(iso[:10])
        return day, day + timedelta(days=1)
    instant = datetime.fromisoformat(iso).astimezone(UTC)
    return instant, instant
