"""The pictures of a page: scale, lanes, deadlines, bars, house, diagrams; alone they are whole files."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procedure.judge import docket_of, replay
from procedure.outcomes import Outcome, Status
from procedure.render.editions import around, edition
from procedure.render.html.axis import days_of
from procedure.render.html.charts import fit, percent, places, shares
from procedure.render.html.count import counts, house
from procedure.render.html.document import PARTS, picture
from procedure.render.html.lanes import lanes
from procedure.render.html.matter import Matter
from procedure.render.html.scale import scale
from procedure.render.html.spans import spans
from procedure.render.labels import width
from tests.logs import DISSOLUTION, log
from tests.pages import CYCLE, HISTORY, REFUSED, SWEPT, hostile, matter

DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(DAYS, st.integers(0, 900), st.sets(st.integers(0, 900), max_size=20))
def test_a_scale_runs_on_and_never_back(first: date, long: int, busy: set[int]) -> None:
    last = first + timedelta(days=long)
    days = {first + timedelta(days=each) for each in busy if each <= long}
    found = scale(first, last, days, 100, 800)
    assert all(one < other for one, other in zip(found.edges, found.edges[1:], strict=False))
    assert found.edges[0] == 100 and found.right <= 900.001
    for day in days:
        assert found.left_of(day + timedelta(days=1)) - found.left_of(day) == pytest.approx(found.day)
    for each in found.breaks:
        assert (each.end - each.start) < each.days * found.day


def test_a_moment_lies_within_its_day() -> None:
    found = scale(date(2023, 3, 1), date(2023, 3, 3), {date(2023, 3, 2)}, 0, 300)
    left, right = found.left_of(date(2023, 3, 2)), found.left_of(date(2023, 3, 3))
    assert found.at("2023-03-02") == (left + right) / 2
    assert left < found.at("2023-03-02T06:00") < found.at("2023-03-02T18:00+06:00") < right
    assert not found.holds("2023-03-04") and found.holds("2023-03-03T23:59")


@pytest.mark.parametrize("name", [CYCLE, HISTORY, REFUSED])
def test_every_judged_act_stands_in_a_lane(name: str) -> None:
    told = matter(name)
    days = days_of(told)
    assert days is not None
    drawn = {
        act for lane in lanes(told, days.scale) for place in lane.places for each in place.groups for act in each.acts
    }
    assert {each.act for each in told.judged} <= drawn


def test_deadlines_tell_what_was_left_and_lapses_that_nothing_was_done() -> None:
    kept = {span.acts[0]: span for span in spans(matter(CYCLE)) if span.kind == "deadline"}
    results = kept["establish_results"]
    assert (results.opens[:10], results.closes[:10], results.done[:10]) == ("2030-04-10", "2030-04-17", "2030-04-13")
    assert results.status is Status.KEPT and "4 days before the limit" in results.left
    case = log(DISSOLUTION, "complete: [declare_siege, open_poll]\n")
    lapsed = [span for span in spans(Matter.of(case, replay(case))) if span.kind == "lapse"]
    assert lapsed and all(
        not span.done and span.status is Status.BROKEN for span in lapsed if span.acts == ("open_poll",)
    )


def test_acts_under_one_window_share_a_row_and_the_gravest_is_told() -> None:
    windows = [span for span in spans(matter(HISTORY)) if span.kind == "window" and len(span.acts) > 5]
    assert windows
    assert any(span.status is Status.BROKEN for span in windows)


def test_the_count_of_2023() -> None:
    """The commission's protocol: 69 seats by quota and largest remainders, six lists over the threshold."""
    (count,) = counts(matter(HISTORY))
    assert {line.party: line.seats for line in count.lines} == {
        "Amanat": 40,
        "Auyl": 8,
        "Respublica": 6,
        "Aq Jol": 6,
        "People's Party of Kazakhstan": 5,
        "JSDP": 4,
        "Baytaq": 0,
    }
    assert [line.party for line in count.lines if not line.passes] == ["Baytaq"]
    assert {line.party: line.rank for line in count.lines if line.rank} == {"JSDP": 1, "Amanat": 2}


def test_the_house_of_2023() -> None:
    """Lists and districts together: 98 seats, 62 of Amanat, seven won by independents."""
    seated = house(matter(HISTORY))
    assert seated is not None and seated.size == 98
    assert dict(seated.parties)["Amanat"] == 62 and dict(seated.parties)["Independent"] == 7
    assert sum(number for _, number in seated.parties) == 98
    assert house(matter(REFUSED)) is None


@settings(max_examples=40)
@given(st.integers(1, 700))
def test_seats_do_not_overlap(seats: int) -> None:
    spots, radius = places(seats)
    assert len(spots) == seats
    ordered = sorted(spots)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other[0] - one[0] > 2 * radius:
                break
            assert dist(one, other) > 2 * radius - 1e-6


@given(st.integers(1, 900), st.lists(st.floats(1, 400), min_size=1, max_size=12))
def test_rows_share_all_seats(seats: int, radii: list[float]) -> None:
    assert sum(shares(seats, radii)) == seats


def test_shares_are_rounded_half_up() -> None:
    assert (percent(1, 3), percent(1, 2000), percent(1, 16)) == ("33.33", "0.05", "6.25")


@given(st.text(max_size=60), st.integers(10, 300))
def test_a_text_that_is_cut_fits(text: str, room: int) -> None:
    assert width(fit(text, room), 14) <= max(room, width("…", 14))


def test_an_edition_leaves_out_what_stood_on_no_day_of_the_log() -> None:
    country = matter(HISTORY).scenario.country
    docket = docket_of(matter(HISTORY).scenario)
    before, after = (
        {row.act for row in edition(country.procedure("convening"), docket, [date.fromisoformat(day)]).steps}
        for day in ("2023-03-29", "2026-09-01")
    )
    assert before != after
    cut = edition(country.procedure("cabinet"), docket, [date(2023, 3, 29)])
    assert {each.name for each in cut.states} <= {each.name for each in country.procedure("cabinet").states}


def test_around_keeps_the_way_and_one_step_more() -> None:
    cabinet = matter(HISTORY).scenario.country.procedure("cabinet")
    near = around(cabinet, ["GOVERNS"], few=1)
    assert cabinet.initial.name in near.states.__members__ and len(near.states) <= len(cabinet.states)
    assert around(cabinet, [], few=99) is cabinet


def test_a_diagram_tells_its_states_in_a_language() -> None:
    told = matter(HISTORY, "kk")
    drawn = picture(told, "diagram", "chairman")
    assert drawn is not None
    words = " ".join(ET.fromstring(drawn).itertext())
    assert told.speak.procedure("chairman") in words
    assert all(told.speak.sentence(str(each.value)) in words for each in told.procedures["chairman"].states)


@pytest.mark.parametrize(
    ("case", "part"),
    [(case, part) for case in (CYCLE, "hostile") for part in PARTS if part != "sweep"] + [(SWEPT, "sweep")],
)
def test_a_picture_alone_is_a_whole_file(case: str, part: str) -> None:
    text = picture(hostile() if case == "hostile" else matter(case), part)
    assert text is not None
    root = ET.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg" and root[0].text
    assert "var(" not in text and "url(http" not in text and "<script" not in text
    assert not any(key.endswith("href") for each in root.iter() for key in each.attrib)


def test_nothing_to_draw() -> None:
    assert picture(matter(REFUSED), "hemicycle") is None
    assert picture(matter(REFUSED), "bars") is None
    assert picture(matter(REFUSED), "sweep") is None
    assert all(each.outcome is not Outcome.CONTEXT for each in matter(REFUSED).judged)
