"""Moments: what is known of a time, and comparisons that may not be able to tell."""

import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.moments import Moment, end_of, parse_date, parse_time, start_of

ALMATY = "Asia/Almaty"
ZONES = ("UTC", ALMATY, "Asia/Qyzylorda", "Europe/London", "America/Havana", "Asia/Beirut", "Pacific/Chatham")
DAY = date(2023, 1, 19)

zones = st.sampled_from(ZONES)
days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
instants = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC))
minutes = instants.map(lambda instant: instant.replace(second=0, microsecond=0))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Draw a whole day, an instant, or an interval with ends of either kind."""
    zone = draw(zones)

    def one() -> Moment:
        if draw(st.booleans()):
            return Moment.on(draw(days), zone)
        instant = draw(st.one_of(instants, minutes))
        return Moment(instant, instant, zone)

    first = one()
    if draw(st.booleans()):
        return first
    second = one()
    return Moment(min(first.earliest, second.earliest), max(first.latest, second.latest), zone)


def at(text: str) -> Moment:
    return Moment.parse(text, ALMATY)


# What is stored


def test_a_day_is_the_whole_local_day() -> None:
    moment = Moment.on(DAY, ALMATY)
    assert moment.earliest == datetime(2023, 1, 18, 18, tzinfo=UTC)
    assert moment.latest == datetime(2023, 1, 19, 17, 59, 59, 999999, tzinfo=UTC)
    assert (moment.day(), moment.local_time(), moment.precision) == (DAY, None, "day")


def test_a_time_is_one_instant_in_utc() -> None:
    moment = Moment.at(DAY, time(16, 4), ALMATY)
    assert moment.earliest == moment.latest == datetime(2023, 1, 19, 10, 4, tzinfo=UTC)
    assert moment.earliest.tzinfo is UTC
    assert (moment.day(), moment.local_time(), moment.precision) == (DAY, time(16, 4), "minute")


def test_any_aware_instant_is_put_in_utc() -> None:
    east = datetime(2023, 1, 19, 16, 4, tzinfo=timezone(timedelta(hours=6)))
    assert Moment(east, east, ALMATY) == Moment.at(DAY, time(16, 4), ALMATY)
    assert Moment(east, east, ALMATY).earliest.tzinfo is UTC


def test_naive_instants_empty_intervals_and_unknown_zones_are_refused() -> None:
    naive, aware = datetime(2023, 1, 19), datetime(2023, 1, 19, tzinfo=UTC)
    with pytest.raises(ValueError, match="needs a time zone"):
        Moment(naive, naive, ALMATY)
    with pytest.raises(ValueError, match="no instant lies between"):
        Moment(aware, aware - timedelta(seconds=1), ALMATY)
    for zone in ("Asia/Astana", "", "../etc", "Asia"):
        with pytest.raises(ValueError, match="there is no time zone named"):
            Moment(aware, aware, zone)


def test_a_moment_is_a_value() -> None:
    moment = at("2023-01-19 16:04")
    assert pickle.loads(pickle.dumps(moment)) == moment
    assert len({moment, at("2023-01-19T16:04+06:00")}) == 1
    assert moment != Moment.parse("2023-01-19T16:04+06:00", "UTC")


# Clocks that are put back or forward


def test_the_day_on_which_almaty_put_its_clocks_back_had_25_hours() -> None:
    day = Moment.on(date(2024, 2, 29), ALMATY)
    assert day.latest - day.earliest == timedelta(hours=25) - timedelta(microseconds=1)
    assert day.earliest.utcoffset() == timedelta(0)


def test_instants_are_compared_across_the_change_and_not_clock_faces() -> None:
    before, after = at("2024-02-29 22:00"), at("2024-03-01 01:00")
    assert after.earliest - before.earliest == timedelta(hours=4)
    assert before.is_before(after) is True


def test_a_clock_time_that_came_twice_is_an_interval() -> None:
    moment = at("2024-02-29 23:30")
    assert moment.latest - moment.earliest == timedelta(hours=1)
    assert (moment.precision, moment.day(), moment.local_time()) == ("interval", date(2024, 2, 29), None)
    assert moment.iso() == "2024-02-29T23:30+06:00/2024-02-29T23:30+05:00"
    assert at("2024-02-29T23:30+06:00").is_before(at("2024-02-29T23:30+05:00")) is True


def test_a_clock_time_that_never_came_is_refused() -> None:
    with pytest.raises(ValueError, match="did not occur on 2023-03-26"):
        Moment.parse("2023-03-26 01:30", "Europe/London")


def test_a_day_that_begins_at_one_o_clock_still_begins() -> None:
    start = start_of(date(2023, 3, 12), "America/Havana")
    assert (start.day(), start.local_time()) == (date(2023, 3, 12), time(1))
    assert Moment.parse("2023-03-11 24:00", "America/Havana") == start


def test_a_day_that_was_skipped_is_refused() -> None:
    with pytest.raises(ValueError, match="no instant lies between"):
        Moment.on(date(2011, 12, 30), "Pacific/Apia")


# Ends and starts of days


def test_the_start_and_the_end_of_a_day_are_exact() -> None:
    start, end = start_of(DAY, ALMATY), end_of(DAY, ALMATY)
    assert start.precision == end.precision == "minute"
    assert start.day() == end.day() == DAY
    assert Moment.on(DAY, ALMATY) == Moment(start.earliest, end.latest, ALMATY)
    assert start_of(DAY + timedelta(days=1), ALMATY).earliest - end.latest == timedelta(microseconds=1)


def test_24_00_is_the_next_midnight() -> None:
    assert at("2023-03-18 24:00") == start_of(date(2023, 3, 19), ALMATY) == at("2023-03-19 00:00")
    assert at("2023-12-31T24:00") == at("2024-01-01T00:00")
    assert at("2023-03-18T24:00+06:00") == at("2023-03-19T00:00+06:00")
    assert end_of(date(2023, 3, 18), ALMATY).is_before(at("2023-03-18 24:00")) is True


# Comparison


@pytest.mark.parametrize(
    ("one", "other", "before", "after", "not_later"),
    [
        ("2023-01-19", "2023-01-20", True, False, True),
        ("2023-01-20", "2023-01-19", False, True, False),
        ("2023-01-19", "2023-01-19", None, None, None),
        ("2023-01-19", "2023-01-19 18:00", None, None, None),
        ("2023-01-19 17:59", "2023-01-19 18:00", True, False, True),
        ("2023-01-19 18:00", "2023-01-19 18:00", False, False, True),
        ("2023-01-19 18:01", "2023-01-19 18:00", False, True, False),
        ("2023-01-19", "2023-01-19 24:00", True, False, True),
        ("2023-01-19", "2023-01-19 00:00", False, None, None),
        ("2023-01-19 00:00", "2023-01-19", None, False, True),
        ("2023-01-19 10:00/2023-01-19 12:00", "2023-01-19 12:00", None, False, True),
        ("2023-01-19 12:00/2023-01-19 13:00", "2023-01-19 12:00", False, None, None),
    ],
)
def test_comparisons(one: str, other: str, before: bool | None, after: bool | None, not_later: bool | None) -> None:
    assert at(one).is_before(at(other)) is before
    assert at(one).is_after(at(other)) is after
    assert at(one).not_later_than(at(other)) is not_later
    assert at(other).not_earlier_than(at(one)) is not_later


def test_an_act_of_the_last_day_is_in_time_whatever_its_hour() -> None:
    limit = end_of(date(2023, 3, 19), ALMATY)
    assert at("2023-03-19").not_later_than(limit) is True
    assert at("2023-03-19 23:59").not_later_than(limit) is True
    assert at("2023-03-20 00:00").not_later_than(limit) is False
    assert at("2023-03-18/2023-03-20").not_later_than(limit) is None


def test_zones_do_not_matter_to_a_comparison() -> None:
    assert Moment.parse("2023-03-19 20:00", "Asia/Qyzylorda").is_after(at("2023-03-19 20:00")) is True


# Bounds


def test_bounds_narrow_a_day() -> None:
    day = Moment.on(date(2023, 3, 29), ALMATY)
    bounded = day.narrowed(not_after=at("2023-03-29 12:52"))
    assert bounded.iso() == "2023-03-29/2023-03-29T12:52+06:00"
    assert (bounded.precision, bounded.day()) == ("interval", date(2023, 3, 29))
    assert bounded.not_later_than(at("2023-03-29 13:00")) is True
    assert day.narrowed() == day
    assert day.narrowed(not_before=at("2023-03-28"), not_after=at("2023-03-30")) == day
    assert day.narrowed(not_before=at("2023-03-29 10:50"), not_after=at("2023-03-29 10:50")).precision == "minute"


def test_bounds_that_leave_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing of 2023-03-29 is left"):
        Moment.on(date(2023, 3, 29), ALMATY).narrowed(not_before=at("2023-03-30"))


def test_bounds_make_a_moment_alone_or_with_a_day() -> None:
    first, last, day = at("2023-03-29 10:00"), at("2023-03-29 12:52"), at("2023-03-29")
    assert Moment.between(first, last) == at("2023-03-29 10:00/2023-03-29 12:52")
    assert Moment.between(on=day) == day
    assert Moment.between(first, on=day) == at("2023-03-29 10:00/2023-03-29")
    assert Moment.between(None, last, on=day) == at("2023-03-29/2023-03-29 12:52")
    for bounds in ((None, None), (first, None), (None, last)):
        with pytest.raises(ValueError, match="needs both"):
            Moment.between(*bounds)
    with pytest.raises(ValueError, match="the first is the later"):
        Moment.between(last, first)


def test_a_moment_that_spans_days_has_no_day() -> None:
    moment = at("2023-03-28/2023-03-30")
    assert (moment.day(), moment.local_time(), moment.precision) == (None, None, "interval")
    assert (moment.earliest_day, moment.latest_day) == (date(2023, 3, 28), date(2023, 3, 30))


# Text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-01-19", "2023-01-19"),
        ("2023-01-19 16:04", "2023-01-19T16:04+06:00"),
        ("2023-01-19T16:04", "2023-01-19T16:04+06:00"),
        ("2023-01-19T16:04+06:00", "2023-01-19T16:04+06:00"),
        ("2023-01-19T10:04Z", "2023-01-19T16:04+06:00"),
        ("2023-01-19 16:04:05", "2023-01-19T16:04:05+06:00"),
        ("2023-01-19 00:00", "2023-01-19T00:00+06:00"),
        ("2023-01-19 24:00", "2023-01-20T00:00+06:00"),
        ("2023-01-19/2023-01-21", "2023-01-19/2023-01-21"),
        ("2023-01-19 10:00/2023-01-19 12:52", "2023-01-19T10:00+06:00/2023-01-19T12:52+06:00"),
        ("2023-01-19@Asia/Almaty", "2023-01-19"),
    ],
)
def test_text_forms(text: str, iso: str) -> None:
    assert at(text).iso() == iso


def test_a_named_zone_overrides_the_one_given() -> None:
    moment = Moment.parse("2023-01-19@Europe/London", ALMATY)
    assert moment == Moment.on(DAY, "Europe/London")
    assert moment.iso(named=True) == "2023-01-19@Europe/London"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not a moment"),
        ("19.01.2023", "is not a date"),
        ("2023-1-9", "is not a date"),
        ("2023-13-19", "month must be in 1..12"),
        ("2023-02-30", "day .*"),
        ("0000-01-01", "year must be in"),
        ("9999-12-31", "year must be in"),
        ("0001-01-01", "beyond the calendar"),
        ("2023-01-19 16", "is not a time"),
        ("2023-01-19 7:00", "is not a time"),
        ("2023-01-19 25:00", "hour must be in 0..23"),
        ("2023-01-19 24:01", "24:00 is no time of its own"),
        ("2023-01-19 18:60", "minute must be in 0..59"),
        ("2023-01-19  18:00", "is not a moment"),
        ("2023-01-19T16:04+99:00", ".+"),
        ("2023-01-19/2023-01-20/2023-01-21", "is not a date"),
        ("2023-01-21/2023-01-19", "the first is the later"),
        ("2023-01-19@Nowhere", "there is no time zone"),
    ],
)
def test_bad_text_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        at(text)


def test_dates_and_times_alone() -> None:
    assert parse_date("2024-02-29") == date(2024, 2, 29)
    assert parse_time("07:00") == time(7)
    assert parse_time("23:59:59.5") == time(23, 59, 59, 500000)
    with pytest.raises(ValueError, match="24:00 is no time of its own"):
        parse_time("24:00")
    with pytest.raises(ValueError, match="two digits each"):
        parse_time("1800")
    with pytest.raises(ValueError, match="is not a date"):
        parse_date("2023-01-1\u0669")


# Properties


@given(moments())
def test_text_round_trips_exactly(moment: Moment) -> None:
    assert Moment.parse(moment.iso(), moment.zone) == moment
    assert Moment.parse(moment.iso(named=True), "UTC") == moment


@given(days, zones)
def test_days_are_whole_and_follow_one_another(day: date, zone: str) -> None:
    moment = Moment.on(day, zone)
    assert (moment.day(), moment.precision, moment.iso()) == (day, "day", day.isoformat())
    assert start_of(day + timedelta(days=1), zone).earliest - moment.latest == timedelta(microseconds=1)
    assert timedelta(hours=22) < moment.latest - moment.earliest < timedelta(hours=26)


@given(moments(), moments())
def test_comparisons_agree_with_one_another(one: Moment, other: Moment) -> None:
    assert one.is_after(other) is other.is_before(one)
    assert one.not_earlier_than(other) is other.not_later_than(one)
    assert {one.is_before(other), one.not_earlier_than(other)} in ({True, False}, {None})
    assert {one.is_after(other), one.not_later_than(other)} in ({True, False}, {None})
    if one.is_before(other):
        assert one.is_after(other) is False
        assert one.not_later_than(other) is True


@given(moments(), moments(), st.data())
def test_a_certain_answer_holds_for_every_possible_instant(one: Moment, other: Moment, data: st.DataObject) -> None:
    def instant(moment: Moment) -> datetime:
        span = (moment.latest - moment.earliest) // timedelta(microseconds=1)
        return moment.earliest + timedelta(microseconds=data.draw(st.integers(0, span)))

    mine, theirs = instant(one), instant(other)
    assert one.is_before(other) in (mine < theirs, None)
    assert one.not_later_than(other) in (mine <= theirs, None)


@given(moments(), moments(), moments())
def test_knowing_more_never_turns_an_answer_round(one: Moment, bound: Moment, limit: Moment) -> None:
    known = one.not_later_than(limit)
    for bounds in ({"not_before": bound}, {"not_after": bound}):
        try:
            narrowed = one.narrowed(**bounds)
        except ValueError:
            continue
        assert one.earliest <= narrowed.earliest <= narrowed.latest <= one.latest
        assert known is None or narrowed.not_later_than(limit) is known


@given(moments(), moments(), moments())
def test_what_is_earlier_than_a_kept_deadline_is_kept(one: Moment, other: Moment, limit: Moment) -> None:
    if one.not_later_than(limit) and other.is_before(one):
        assert other.not_later_than(limit) is True
