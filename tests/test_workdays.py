"""Calendars of working days: what is a working day, what is beyond the file, and what is wrong with a file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.errors import FileError, LawError
from procedure.forms.vocabulary import DAY_KINDS
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.moments import Moment
from procedure.periods import CannotTell, Counting, Period, backward, forward
from procedure.workdays import SpecialDay, WorkCalendar, load_calendar

SINCE, UNTIL = date(2030, 1, 1), date(2030, 12, 31)
FRIDAY, SATURDAY, SUNDAY, MONDAY = date(2030, 3, 15), date(2030, 3, 16), date(2030, 3, 17), date(2030, 3, 18)
ROLLED = Counting(rolls="next working day")

dates = st.dates(SINCE, UNTIL)

GOOD = """\
calendar: Working days
since: 2030-01-01
until: 2030-12-31
days:
  2030-03-15: {kind: holiday, name: {en: Birthday of the King}, source: Gazette}
  2030-03-16: {kind: working day, name: Worked in place of the 15th, source: Gazette, note: A Saturday.}
"""


def calendar(**kinds: str) -> WorkCalendar:
    """A calendar of 2030 in which days of March, named like d15, are of these kinds."""
    days = {date(2030, 3, int(name[1:])): SpecialDay(kind, {"en": name}, "Gazette") for name, kind in kinds.items()}
    return WorkCalendar(SINCE, UNTIL, days)


def written(folder: Path, text: str) -> Path:
    path = folder / "calendar.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of every fault of a file."""
    with pytest.raises((FileError, LawError)) as caught:
        load_calendar(written(folder, text))
    assert {fault.place.file for fault in caught.value.diagnostics} == {str(folder / "calendar.yaml")}
    return [(fault.place.line, fault.place.column, fault.code) for fault in caught.value.diagnostics]


# What is a working day


def test_a_week_without_special_days() -> None:
    assert [calendar()(FRIDAY + timedelta(days=n)) for n in range(4)] == [True, False, False, True]


@pytest.mark.parametrize(("kind", "working"), [("holiday", False), ("day of rest", False), ("working day", True)])
@pytest.mark.parametrize("day", [15, 16])
def test_a_special_day_is_what_it_is_said_to_be_on_any_day_of_the_week(day: int, kind: str, working: bool) -> None:
    assert calendar(**{f"d{day}": kind})(date(2030, 3, day)) is working


def test_every_kind_is_tested_above() -> None:
    assert set(DAY_KINDS) == {"holiday", "day of rest", "working day"}


def test_a_weekend_may_lie_on_other_days() -> None:
    friday_only = WorkCalendar(SINCE, UNTIL, {}, weekend=(4,))

    assert [friday_only(day) for day in (FRIDAY, SATURDAY, SUNDAY)] == [False, True, True]


@given(dates)
def test_no_day_on_file_is_left_open(day: date) -> None:
    assert calendar(d15="holiday", d16="working day")(day) in (True, False)


# Beyond the file


def test_the_first_and_the_last_day_are_on_file() -> None:
    assert calendar()(SINCE) is True
    assert calendar()(UNTIL) is True


@pytest.mark.parametrize("day", [SINCE - timedelta(days=1), UNTIL + timedelta(days=1), date.min, date.max])
def test_it_cannot_tell_outside_its_years(day: date) -> None:
    with pytest.raises(CannotTell, match=str(day.year)):
        calendar()(day)


def test_a_count_that_leaves_the_calendar_cannot_be_told() -> None:
    start = Moment.on(date(2030, 12, 27), "Asia/Almaty")

    assert forward(start, Period(2, "working days"), Counting(), calendar()).last_day == UNTIL
    with pytest.raises(CannotTell, match="2031"):
        forward(start, Period(3, "working days"), Counting(), calendar())


# Counting by it


def test_a_period_rolls_over_moved_days() -> None:
    start = Moment.on(date(2030, 3, 14), "Asia/Almaty")
    one = Period(1, "days")

    assert forward(start, one, ROLLED, calendar()).last_day == FRIDAY
    assert forward(start, one, ROLLED, calendar(d15="holiday")).last_day == MONDAY
    assert forward(start, one, ROLLED, calendar(d15="holiday", d16="working day")).last_day == SATURDAY
    assert forward(start, one, ROLLED, calendar(d15="holiday", d18="day of rest")).last_day == date(2030, 3, 19)


def test_working_days_are_counted_both_ways() -> None:
    moved = calendar(d15="holiday", d16="working day")
    two = Period(2, "working days")

    assert forward(Moment.on(date(2030, 3, 14), "Asia/Almaty"), two, Counting(), moved).last_day == MONDAY
    assert backward(Moment.on(MONDAY, "Asia/Almaty"), two, Counting(), moved).last_day == date(2030, 3, 14)


@given(st.dates(date(2030, 2, 1), date(2030, 4, 30)), st.integers(1, 60))
def test_what_has_rolled_ends_on_a_working_day(day: date, days: int) -> None:
    moved = calendar(d15="holiday", d16="working day", d18="day of rest")
    found = forward(Moment.on(day, "Asia/Almaty"), Period(days, "days"), ROLLED, moved)

    assert moved(found.last_day)
    assert found.rolled_from is None or not moved(found.rolled_from)


# Files


def test_a_file_is_read(tmp_path: Path) -> None:
    read = load_calendar(written(tmp_path, GOOD))

    assert (read.since, read.until, read.weekend) == (SINCE, UNTIL, (5, 6))
    assert read.days == {
        FRIDAY: SpecialDay("holiday", {"en": "Birthday of the King"}, "Gazette"),
        SATURDAY: SpecialDay("working day", {"en": "Worked in place of the 15th"}, "Gazette"),
    }
    assert [read(day) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [False, True, False, True]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("kind: holiday", "kind: holidy", (5, 22, "PR205")),
        ("2030-03-15:", "2030-02-30:", (5, 3, "PR206")),
        ("2030-03-15:", "15.03.2030:", (5, 3, "PR206")),
        ("2030-03-16:", "2030-03-15:", (6, 3, "PR105")),
        ("since: 2030-01-01", "since: 2030", (2, 8, "PR206")),
        ("until: 2030-12-31", "until: [2030-12-31]", (3, 8, "PR203")),
        ("until: 2030-12-31\n", "", (1, 1, "PR202")),
        ("calendar: Working days\n", "", (1, 1, "PR202")),
        ("until:", "untill:", (3, 1, "PR201")),
        (", source: Gazette}", "}", (5, 15, "PR202")),
        (", source: Gazette}", ", sauce: x, source: Gazette}", (5, 65, "PR201")),
        ("source: Gazette}", "source: }", (5, 65, "PR204")),
        ("{en: Birthday of the King}", "{ru: День короля}", (5, 37, "PR202")),
        ("{en: Birthday of the King}", "[Birthday]", (5, 37, "PR203")),
        ("{kind: holiday, name: {en: Birthday of the King}, source: Gazette}", "holiday", (5, 15, "PR203")),
        ("note: A Saturday.", "note: &a Saturday", (6, 93, "PR106")),
    ],
)
def test_a_fault_has_its_place(tmp_path: Path, right: str, wrong: str, expected: tuple[int, int, str]) -> None:
    assert right in GOOD

    assert expected in faults(tmp_path, GOOD.replace(right, wrong, 1))


def test_all_faults_come_in_one_pass(tmp_path: Path) -> None:
    text = GOOD.replace("since: 2030-01-01", "since: soon").replace("holiday", "feast")
    text = text.replace("2030-03-16", "tomorrow")

    assert faults(tmp_path, text) == [(2, 8, "PR206"), (5, 22, "PR205"), (6, 3, "PR206")]


def test_days_must_be_a_mapping(tmp_path: Path) -> None:
    text = "calendar: A\nsince: 2030-01-01\nuntil: 2030-12-31\ndays: [2030-03-15]\n"

    assert faults(tmp_path, text) == [(4, 7, "PR203")]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        load_calendar(tmp_path / "none.yaml")

    assert [fault.code for fault in caught.value.diagnostics] == ["PR101"]


# Those shipped


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_shipped_calendar_holds_only_days_that_it_covers(country: str) -> None:
    shipped = jurisdiction(country).working_day
    if shipped is None:
        pytest.skip("no calendar on file")
    assert isinstance(shipped, WorkCalendar)

    assert shipped.since <= min(shipped.days) <= max(shipped.days) <= shipped.until
    assert all(special.name["en"] and special.source for special in shipped.days.values())
