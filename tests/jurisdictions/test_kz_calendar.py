"""The Kazakh calendar: facts known from elsewhere, the package that it is made from, and what it does to reading R9."""

import re
import runpy
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from procedure.jurisdictions import jurisdiction
from procedure.moments import Moment
from procedure.periods import CannotTell, Counting, Period, forward
from procedure.timetable import timetable
from procedure.workdays import WorkCalendar, load_calendar

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "procedure" / "jurisdictions" / "kz" / "calendar.yaml"
KZ = load_calendar(FILE)

CORRECTED = {date(2008, 7, 7)}
"""Days on which the package is wrong; the entry in the calendar says why."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


# Facts


def test_the_country_uses_it() -> None:
    calendar = jurisdiction("kz").working_day

    assert isinstance(calendar, WorkCalendar)
    assert calendar.days == KZ.days


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023-01-02", "holiday"),
        ("2023-01-03", "day of rest"),  # for Sunday 1 January
        ("2023-03-08", "holiday"),
        ("2023-03-21", "holiday"),
        ("2023-03-22", "holiday"),
        ("2023-03-23", "holiday"),
        ("2023-05-01", "holiday"),
        ("2023-05-08", "day of rest"),  # for Sunday 7 May
        ("2023-05-09", "holiday"),
        ("2023-06-28", "day of rest"),  # Kurban Ait
        ("2023-07-06", "holiday"),
        ("2023-07-07", "day of rest"),  # moved from 1 July
        ("2023-08-30", "holiday"),
        ("2023-10-25", "holiday"),  # Republic Day, again since 2022
        ("2023-12-18", "day of rest"),  # for Saturday 16 December
    ],
)
def test_days_off_in_2023(text: str, kind: str) -> None:
    assert not KZ(day(text))
    assert KZ.days[day(text)].kind == kind


def test_no_other_weekday_was_off_in_2023() -> None:
    off = [one for one in every_day(day("2023-01-01"), day("2023-12-31")) if one.weekday() < 5 and not KZ(one)]

    assert len(off) == 15


@pytest.mark.parametrize("text", ["2023-01-04", "2023-03-20", "2023-03-24", "2023-03-27", "2023-12-01", "2023-12-15"])
def test_days_worked_in_2023(text: str) -> None:
    assert KZ(day(text))
    assert day(text) not in KZ.days


def test_one_saturday_was_worked_in_2023() -> None:
    worked = [one for one in every_day(day("2023-01-01"), day("2023-12-31")) if one.weekday() > 4 and KZ(one)]

    assert worked == [day("2023-07-01")]


def test_the_decree_of_2023_is_cited_for_both_of_its_days() -> None:
    for text in ("2023-07-01", "2023-07-07"):
        assert KZ.days[day(text)].source == "https://adilet.zan.kz/rus/docs/P2300000326"


def test_the_days_that_came_and_went() -> None:
    assert [year for year in range(2002, 2027) if day(f"{year}-03-21") in KZ.days] == [2005, *range(2010, 2027)]
    assert [year for year in range(2002, 2027) if day(f"{year}-07-06") in KZ.days] == [*range(2008, 2027)]
    assert [year for year in range(2002, 2027) if day(f"{year}-08-30") in KZ.days] == [*range(2002, 2026)]
    assert [year for year in range(2002, 2027) if day(f"{year}-10-25") in KZ.days] == [
        *range(2002, 2009),
        *range(2022, 2027),
    ]
    assert [year for year in range(2002, 2027) if day(f"{year}-12-01") in KZ.days] == [*range(2012, 2022)]


def test_a_monday_in_lieu_may_itself_be_moved() -> None:
    assert not KZ(day("2020-05-08"))
    assert KZ(day("2020-05-11"))


def test_capital_day_began_in_2008() -> None:
    """By Law 47-IV of 25 June 2008, as Kazakhstan Today reported on 26 June 2008; the package has it from 2009."""
    assert not KZ(day("2008-07-07"))


@pytest.mark.parametrize("text", ["2001-12-31", "1995-09-05", "2027-01-01"])
def test_it_cannot_tell_outside_its_years(text: str) -> None:
    with pytest.raises(CannotTell, match=text[:4]):
        KZ(day(text))


# Form


def test_every_day_has_three_languages_and_a_source() -> None:
    for special in KZ.days.values():
        assert set(special.name) == {"en", "kk", "ru"}
        assert "https://" in special.source


def test_a_worked_day_is_a_weekend_and_pairs_with_a_day_of_rest_of_one_source() -> None:
    rest = [special.source for special in KZ.days.values() if special.name["en"].startswith("Day of rest, moved")]
    worked = {one: special for one, special in KZ.days.items() if special.kind == "working day"}

    assert all(one.weekday() > 4 for one in worked)
    for special in worked.values():
        rest.remove(special.source)
    assert rest == [KZ.days[day("2020-05-08")].source]


# The package


def test_it_agrees_with_the_package_day_by_day() -> None:
    holidays = pytest.importorskip("holidays")
    package = holidays.country_holidays("KZ", years=range(2002, 2026))
    span = every_day(KZ.since, day("2025-12-31"))

    assert {one for one in span if KZ(one) is not package.is_working_day(one)} <= CORRECTED


def test_the_file_is_what_the_script_makes() -> None:
    pytest.importorskip("holidays")
    text = FILE.read_text(encoding="utf-8")
    made = re.search(r"package holidays ([0-9.]+) ", text)
    assert made
    if version("holidays") != made[1]:
        pytest.skip(f"made with holidays {made[1]}, and {version('holidays')} is installed")

    assert runpy.run_path(str(ROOT / "tools" / "make_kz_calendar.py"))["calendar"]() == text


# Reading R9


def test_day_seven_of_the_results_rolls_to_monday() -> None:
    vote = Moment.on(day("2023-03-19"), "Asia/Almaty")
    found = forward(vote, Period(7, "days"), Counting(rolls="next working day"), KZ)

    assert (found.rolled_from, found.last_day) == (day("2023-03-26"), day("2023-03-27"))


def test_the_timetable_of_2023_has_a_limit_for_every_answer_of_r9() -> None:
    laid_out = timetable(jurisdiction("kz"), {"dissolved": day("2023-01-19"), "poll": day("2023-03-19")})
    limits = {
        answer: entry.closes[:10]
        for entry in laid_out.law
        if entry.norm == "kz.el.result7"
        for cell in entry.cells or ((),)
        for axis, answer in cell
        if axis == "results_term"
    }

    assert limits == {"ten": "2023-03-29", "seven": "2023-03-26", "seven_rolled": "2023-03-27"}
