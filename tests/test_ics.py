"""The calendar of deadlines, read back by the library that reads calendars."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from procedure.render.ics import Term, calendar

STAMP = date(2023, 4, 30)


def read(*terms: Term) -> list[dict[str, object]]:
    events = Calendar.from_ical(calendar("Deadlines", STAMP, terms)).walk("VEVENT")
    names = ("SUMMARY", "DTSTART", "DTEND", "UID")
    return [{name.lower(): each.decoded(name) for name in names} for each in events]


@pytest.mark.parametrize("closes", ["2023-03-19", "2023-03-19T23:59:59.999999+06:00"])
def test_a_day_and_the_end_of_a_day_are_whole_days(closes: str) -> None:
    (event,) = read(Term("the poll", "2023-01-19", closes))
    assert (event["dtstart"], event["dtend"]) == (date(2023, 3, 19), date(2023, 3, 20))


def test_a_time_is_an_instant() -> None:
    (event,) = read(Term("close of nomination", "", "2023-02-08T18:00+06:00"))
    assert event["dtstart"] == event["dtend"] == datetime(2023, 2, 8, 12, tzinfo=UTC)


def test_without_a_last_moment_it_stands_at_the_first() -> None:
    (event,) = read(Term("the first day", "2023-02-18", ""))
    assert event["dtstart"] == date(2023, 2, 18)


def test_texts_are_escaped_and_names_differ() -> None:
    """A line break or a colon in a text opens no property and no component of its own."""
    terms = (Term("a\r\nBEGIN:VALARM", "", "2023-01-01", "x\ny"), Term("b", "", "2023-01-01"))
    one, two = read(*terms)
    assert one["uid"] != two["uid"]
    names = [each.name for each in Calendar.from_ical(calendar("Deadlines", STAMP, terms)).walk()]
    assert names == ["VCALENDAR", "VEVENT", "VEVENT"]


def test_the_same_bytes() -> None:
    terms = [Term("a", "", "2023-01-01"), Term("ә", "", "2023-01-02")]
    assert calendar("n", STAMP, terms) == calendar("n", STAMP, terms)
