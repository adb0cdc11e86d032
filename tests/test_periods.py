"""Periods: the same words counted in every way that a norm or a reading may ask for."""

from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from procedure.moments import Moment, end_of, start_of
from procedure.periods import UNITS, CannotTell, Count, Counting, Period, backward, days_between, forward

ZONE = "Asia/Almaty"
PLAIN = Counting()

days = st.dates(date(1995, 1, 1), date(2035, 12, 31))
numbers = st.integers(1, 400)
firsts = st.sampled_from(["day after", "same day", "full days"])
countings = st.builds(
    Counting,
    first=firsts,
    end=st.sampled_from(["same numeral", "inclusive", "eve"]),
    month_end=st.sampled_from(["clamp", "next day"]),
)
spans = st.builds(Period, count=numbers, unit=st.sampled_from(["days", "weeks", "working days", "months"]))


def on(text: str) -> Moment:
    return Moment.on(date.fromisoformat(text), ZONE)


def weekday(day: date) -> bool:
    return day.weekday() < 5


def last(anchor: str, period: str, counting: Counting = PLAIN) -> str:
    return str(forward(on(anchor), Period.parse(period), counting, weekday).last_day)


def back(anchor: str, period: str, counting: Counting = PLAIN) -> str:
    return str(backward(on(anchor), Period.parse(period), counting, weekday).last_day)


# Periods as text


@pytest.mark.parametrize(
    ("text", "period", "canonical"),
    [
        ("40 days", Period(40, "days"), "40 days"),
        ("1 day", Period(1, "days"), "1 day"),
        ("1 year", Period(1, "years"), "1 year"),
        ("5 working days", Period(5, "working days"), "5 working days"),
        ("1 working day", Period(1, "working days"), "1 working day"),
        (" 12  hours ", Period(12, "hours"), "12 hours"),
        ("0 days", Period(0, "days"), "0 days"),
    ],
)
def test_periods_are_read_and_written(text: str, period: Period, canonical: str) -> None:
    assert Period.parse(text) == period
    assert str(period) == canonical


@pytest.mark.parametrize("text", ["", "40", "days", "-1 days", "1.5 days", "forty days", "40days", "\u0664\u0660 days"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period: write a whole number and a unit"):
        Period.parse(text)


def test_unknown_units_and_negative_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="'fortnights' is not a unit of time"):
        Period.parse("2 fortnights")
    with pytest.raises(ValueError, match="negative"):
        Period(-1, "days")


def test_a_period_is_no_number() -> None:
    with pytest.raises(TypeError):
        int(Period(40, "days"))  # type: ignore[call-overload]
    assert Period(12, "months") != Period(1, "years")


@given(st.integers(0, 999_999), st.sampled_from(UNITS))
def test_periods_round_trip(count: int, unit: str) -> None:
    assert Period.parse(str(Period(count, unit))) == Period(count, unit)


@pytest.mark.parametrize("fault", [{"first": "day one"}, {"end": "noon"}, {"rolls": "yes"}, {"month_end": ""}])
def test_unknown_ways_of_counting_are_refused(fault: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(fault))} must be one of: "):
        Counting(**fault)


# Facts


@pytest.mark.parametrize(
    ("anchor", "period", "counting", "expected"),
    [
        ("2023-01-19", "2 months", PLAIN, "2023-03-19"),
        ("2023-01-19", "2 months", Counting(end="same numeral"), "2023-03-19"),
        ("2023-01-19", "2 months", Counting(end="eve"), "2023-03-18"),
        ("2023-01-19", "2 months", Counting(first="same day"), "2023-03-18"),
        ("2023-01-19", "2 months", Counting(first="same day", end="eve"), "2023-03-18"),
        ("2022-12-31", "2 months", PLAIN, "2023-02-28"),
        ("2022-12-31", "2 months", Counting(month_end="next day"), "2023-03-01"),
        ("2023-12-31", "2 months", PLAIN, "2024-02-29"),
        ("2024-02-29", "1 year", PLAIN, "2025-02-28"),
        ("2024-02-29", "4 years", PLAIN, "2028-02-29"),
        ("2023-03-27", "30 days", PLAIN, "2023-04-26"),
        ("2023-03-27", "10 days", PLAIN, "2023-04-06"),
        ("2023-03-27", "10 days", Counting(first="same day"), "2023-04-05"),
        ("2023-03-27", "10 days", Counting(end="eve"), "2023-04-05"),
        ("2023-03-27", "10 days", Counting(first="full days"), "2023-04-07"),
        ("2023-03-27", "2 weeks", PLAIN, "2023-04-10"),
        ("2023-03-27", "0 days", PLAIN, "2023-03-27"),
        ("2023-03-19", "7 days", PLAIN, "2023-03-26"),
        ("2023-03-19", "7 days", Counting(rolls="next working day"), "2023-03-27"),
        ("2023-03-17", "1 working day", PLAIN, "2023-03-20"),
        ("2023-03-17", "5 working days", PLAIN, "2023-03-24"),
        ("2023-03-17", "1 working day", Counting(first="same day"), "2023-03-17"),
        ("2023-03-18", "1 working day", Counting(first="same day"), "2023-03-20"),
        ("2023-03-17", "1 working day", Counting(first="full days"), "2023-03-21"),
        ("2023-03-17", "0 working days", PLAIN, "2023-03-17"),
    ],
)
def test_counting_forward(anchor: str, period: str, counting: Counting, expected: str) -> None:
    assert last(anchor, period, counting) == expected


@pytest.mark.parametrize(
    ("anchor", "period", "counting", "expected"),
    [
        ("2023-03-19", "40 days", PLAIN, "2023-02-07"),
        ("2023-03-19", "40 days", Counting(first="full days"), "2023-02-06"),
        ("2023-03-19", "40 days", Counting(first="same day"), "2023-02-08"),
        ("2023-03-19", "5 days", PLAIN, "2023-03-14"),
        ("2023-03-19", "5 days", Counting(end="eve"), "2023-03-13"),
        ("2023-03-19", "1 month", PLAIN, "2023-02-19"),
        ("2023-03-19", "1 month", Counting(end="eve"), "2023-02-18"),
        ("2023-03-19", "1 month", Counting(first="full days", end="eve"), "2023-02-17"),
        ("2021-01-10", "1 month", PLAIN, "2020-12-10"),
        ("2021-01-10", "40 days", Counting(first="full days"), "2020-11-30"),
        ("2023-03-31", "1 month", PLAIN, "2023-02-28"),
        ("2023-03-31", "1 month", Counting(month_end="next day"), "2023-03-01"),
        ("2023-03-20", "1 working day", PLAIN, "2023-03-17"),
        ("2023-03-20", "1 working day", Counting(first="same day"), "2023-03-20"),
        ("2023-03-20", "1 working day", Counting(first="full days"), "2023-03-16"),
        ("2023-03-20", "1 day", Counting(rolls="next working day"), "2023-03-20"),
    ],
)
def test_counting_backward(anchor: str, period: str, counting: Counting, expected: str) -> None:
    assert back(anchor, period, counting) == expected


def test_a_count_says_what_it_counted() -> None:
    anchor = Moment.at(date(2023, 1, 19), time(16, 4), ZONE)
    day = date(2023, 3, 19)
    assert forward(anchor, Period(2, "months"), PLAIN) == Count(
        end_of(day, ZONE), day, days=59, anchor_day=date(2023, 1, 19), counting=PLAIN
    )
    assert backward(on("2023-03-19"), Period(40, "days"), PLAIN).days == 40


def test_a_roll_is_told() -> None:
    counting = Counting(rolls="next working day")
    count = forward(on("2023-03-19"), Period(7, "days"), counting, weekday)
    assert (count.last_day, count.rolled_from, count.days) == (date(2023, 3, 27), date(2023, 3, 26), 8)
    assert forward(on("2023-03-20"), Period(7, "days"), counting, weekday).rolled_from is None


def test_the_limit_is_the_end_of_the_last_local_day_across_the_change_of_clocks() -> None:
    count = forward(on("2024-02-20"), Period(10, "days"), PLAIN)
    assert count.limit == end_of(date(2024, 3, 1), ZONE)
    assert count.days == 10


# Hours


def test_hours_run_from_instant_to_instant() -> None:
    count = forward(Moment.parse("2023-03-19 20:00", ZONE), Period(12, "hours"), Counting(first="same day", end="eve"))
    assert count.limit == Moment.parse("2023-03-20 08:00", ZONE)
    assert (count.last_day, count.days, count.rolled_from) == (date(2023, 3, 20), 1, None)
    assert backward(count.limit, Period(720, "minutes"), PLAIN).limit == Moment.parse("2023-03-19 20:00", ZONE)


def test_hours_are_real_hours_on_the_night_the_clocks_were_put_back() -> None:
    count = forward(Moment.parse("2024-02-29 20:00", ZONE), Period(12, "hours"), PLAIN)
    assert count.limit == Moment.parse("2024-03-01 07:00", ZONE)


def test_hours_need_a_time() -> None:
    with pytest.raises(CannotTell, match="12 hours cannot be counted from 2023-03-19: the time of day is not known"):
        forward(on("2023-03-19"), Period(12, "hours"), PLAIN)
    assert backward(start_of(date(2023, 3, 19), ZONE), Period(12, "hours"), PLAIN).last_day == date(2023, 3, 18)


# What cannot be counted


def test_an_uncertain_anchor_day_cannot_be_counted_from() -> None:
    anchor = Moment.parse("2023-01-19/2023-01-21", ZONE)
    for count in (forward, backward):
        with pytest.raises(CannotTell, match="the day is not certain"):
            count(anchor, Period(40, "days"), PLAIN)
    same_day = Moment.parse("2023-01-19 10:00/2023-01-19 12:00", ZONE)
    assert forward(same_day, Period(40, "days"), PLAIN).last_day == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("period", "counting"),
    [(Period(5, "working days"), PLAIN), (Period(5, "days"), Counting(rolls="next working day"))],
)
def test_working_days_need_a_calendar(period: Period, counting: Counting) -> None:
    with pytest.raises(ValueError, match="without a calendar") as caught:
        forward(on("2023-03-19"), period, counting)
    assert not isinstance(caught.value, CannotTell)


@pytest.mark.parametrize("unit", UNITS)
def test_periods_beyond_the_calendar_are_refused(unit: str) -> None:
    anchor = Moment.parse("9990-01-01 10:00", ZONE)
    with pytest.raises(ValueError, match=r"calendar|out of range"):
        forward(anchor, Period(10**10, unit), PLAIN, weekday)


def test_a_calendar_without_working_days_ends() -> None:
    with pytest.raises(ValueError, match="beyond the calendar"):
        forward(on("9990-01-01"), Period(1, "working days"), PLAIN, lambda _: False)


def test_days_between() -> None:
    assert days_between(date(2023, 1, 19), date(2023, 3, 19)) == 59
    assert days_between(date(2023, 3, 19), date(2023, 2, 8)) == -39
    assert days_between(date(2024, 2, 29), date(2024, 3, 1)) == 1


# Properties


@given(days, numbers, firsts)
def test_forward_and_backward_days_agree(day: date, number: int, first: str) -> None:
    period, counting = Period(number, "days"), Counting(first=first)
    there = forward(Moment.on(day, ZONE), period, counting)
    assert there.days == number + {"day after": 0, "same day": -1, "full days": 1}[first]
    assert backward(Moment.on(there.last_day, ZONE), period, counting).last_day == day


@given(days, numbers)
def test_full_days_lie_between(day: date, number: int) -> None:
    count = backward(Moment.on(day, ZONE), Period(number, "days"), Counting(first="full days"))
    assert days_between(count.last_day + timedelta(days=1), day) == number


@given(days, numbers)
def test_forward_and_backward_working_days_agree(day: date, number: int) -> None:
    assume(weekday(day))
    period = Period(number, "working days")
    there = forward(Moment.on(day, ZONE), period, PLAIN, weekday)
    assert weekday(there.last_day)
    assert backward(Moment.on(there.last_day, ZONE), period, PLAIN, weekday).last_day == day


@given(days, days, spans, countings)
def test_a_later_anchor_never_gives_an_earlier_limit(
    one: date, other: date, period: Period, counting: Counting
) -> None:
    first, second = sorted((one, other))
    for count in (forward, backward):
        early, late = (count(Moment.on(day, ZONE), period, counting, weekday) for day in (first, second))
        assert early.last_day <= late.last_day
        assert early.limit.not_later_than(late.limit) is True


@given(days, spans, numbers, countings)
def test_a_longer_period_never_ends_earlier(day: date, period: Period, more: int, counting: Counting) -> None:
    anchor, longer = Moment.on(day, ZONE), Period(period.count + more, period.unit)
    short, long = (forward(anchor, each, counting, weekday).last_day for each in (period, longer))
    assert short < long
    short, long = (backward(anchor, each, counting, weekday).last_day for each in (period, longer))
    assert short > long


@given(days, numbers)
def test_months_lie_ahead_and_come_back_no_later(day: date, number: int) -> None:
    period = Period(number, "months")
    there = forward(Moment.on(day, ZONE), period, PLAIN).last_day
    again = backward(Moment.on(there, ZONE), period, PLAIN).last_day
    assert there > day
    assert 0 <= days_between(again, day) <= 3
    assert again == day or there.day < day.day


@given(days, spans, countings)
def test_the_eve_is_never_after_the_day(day: date, period: Period, counting: Counting) -> None:
    anchor = Moment.on(day, ZONE)
    whole = forward(anchor, period, Counting(counting.first, "same numeral", month_end=counting.month_end), weekday)
    eve = forward(anchor, period, Counting(counting.first, "eve", month_end=counting.month_end), weekday)
    assert days_between(eve.last_day, whole.last_day) in (0, 1)


@given(days, spans, countings, st.integers(0, 127))
def test_a_roll_never_moves_earlier_and_ends_on_a_working_day(
    day: date, period: Period, counting: Counting, mask: int
) -> None:
    assume(mask)

    def working(each: date) -> bool:
        return bool(mask >> each.weekday() & 1)

    rolling = Counting(counting.first, counting.end, "next working day", counting.month_end)
    for count in (forward, backward):
        still = count(Moment.on(day, ZONE), period, counting, working)
        rolled = count(Moment.on(day, ZONE), period, rolling, working)
        assert working(rolled.last_day)
        assert 0 <= days_between(still.last_day, rolled.last_day) < 7
        assert rolled.rolled_from == (None if working(still.last_day) else still.last_day)


@given(days, spans, countings, st.integers(0, 3000))
def test_a_kept_deadline_stays_kept_when_the_act_is_earlier(
    day: date, period: Period, counting: Counting, sooner: int
) -> None:
    count = forward(Moment.on(day, ZONE), period, counting, weekday)
    assert Moment.on(count.last_day, ZONE).not_later_than(count.limit) is True
    assert Moment.on(count.last_day - timedelta(days=sooner), ZONE).not_later_than(count.limit) is True
    assert Moment.on(count.last_day + timedelta(days=1), ZONE).not_later_than(count.limit) is False


@given(days, st.times(), st.integers(0, 5000), st.sampled_from(["hours", "minutes"]))
def test_hours_forward_and_backward_agree(day: date, clock: time, number: int, unit: str) -> None:
    anchor = Moment.at(day, clock, "Asia/Qyzylorda") if day.year > 2005 else Moment.at(day, clock, "UTC")
    assume(anchor.precision == "minute")
    period = Period(number, unit)
    assert backward(forward(anchor, period, PLAIN).limit, period, PLAIN).limit == anchor
