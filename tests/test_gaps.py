"""Where an act stands that is dated anew: the gap that is found is the one in which placing all acts puts it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from procedure.sweep.gaps import Gaps, ticks
from procedure.timeline import Moved, Spans, placing

START = datetime(2023, 1, 1, tzinfo=UTC)


def hours(first: int, length: int) -> tuple[datetime, datetime]:
    return START + timedelta(hours=first), START + timedelta(hours=first + length)


SPAN = st.builds(hours, st.integers(0, 96), st.sampled_from((0, 0, 5, 24, 24, 24, 60)))


@st.composite
def logs(draw: st.DrawFn) -> tuple[Spans, Moved]:
    """Acts by their times, mostly in order; sometimes a claim puts one beside another."""
    when = draw(st.lists(SPAN, min_size=2, max_size=12))
    when = sorted(when) if draw(st.booleans()) else when
    last = len(when) - 1
    if draw(st.integers(0, 3)):
        return when, []
    one, two = draw(st.integers(0, last)), draw(st.integers(0, last))
    other = None if one == two or not draw(st.booleans()) else two
    return when, [(one, draw(st.sampled_from(("before", "after"))), other)]


@given(logs(), st.data())
def test_the_gap_is_where_placing_all_acts_puts_it(log: tuple[Spans, Moved], data: st.DataObject) -> None:
    when, moved = log
    act, span = data.draw(st.integers(0, len(when) - 1)), data.draw(SPAN)
    gaps = Gaps(when, moved)
    found = gaps.gap(act, *ticks(*span))
    if found is None:
        return
    order = placing([*when[:act], span, *when[act + 1 :]], moved)
    place = order.index(act)
    beside = [-1, *order, -1]
    assert found == (beside[place], beside[place + 2])
    assert [each for each in order if each != act] == [each for each in gaps.order if each != act]


@given(st.lists(st.integers(0, 40), min_size=2, max_size=12), st.data())
def test_whole_days_always_tell_the_gap(days: list[int], data: st.DataObject) -> None:
    """Where no two overlap without being the same, nothing has to be placed again."""
    when = [hours(24 * day, 23) for day in sorted(days)]
    act, day = data.draw(st.integers(0, len(when) - 1)), data.draw(st.integers(0, 40))
    assert Gaps(when, []).gap(act, *ticks(*hours(24 * day, 23))) is not None


def test_an_act_that_parts_two_that_overlap_has_all_placed_again() -> None:
    """The second may have come before the third; dated between them, the first makes the third the earlier one."""
    when = [hours(0, 0), hours(0, 48), hours(10, 0)]
    assert placing(when, []) == [0, 1, 2]
    assert placing([hours(20, 0), *when[1:]], []) == [2, 0, 1]
    assert Gaps(when, []).gap(0, *ticks(*hours(20, 0))) is None
    assert Gaps(when, []).gap(0, *ticks(*hours(60, 0))) == (2, -1)


def test_an_act_that_holds_others_in_their_places_has_all_placed_again() -> None:
    """The first certainly came after the third, which therefore stands before the second as well."""
    when = [hours(48, 0), hours(0, 72), hours(10, 0)]
    gaps = Gaps(when, [])
    assert gaps.order == [2, 0, 1]
    assert gaps.gap(0, *ticks(*hours(5, 0))) is None


def test_instants_are_told_apart_to_the_microsecond_in_any_century() -> None:
    """The last instant of a day is before the next midnight, also where a floating point number could not tell."""
    for year in (1, 1995, 2300, 9998):
        midnight = datetime(year, 6, 1, tzinfo=UTC)
        last, first = ticks(midnight - timedelta(microseconds=1), midnight)
        assert first - last == 1
