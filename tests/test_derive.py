"""Scenarios based on others: what is inherited, each edit, and every refusal with its place and a way out."""

from pathlib import Path

import pytest

from procedure.errors import FileError, ScenarioError
from procedure.moments import Moment
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario, scenario_from_text
from tests.tiny import SCENARIO, altered, check, only, planted, tiny

ZONE = "Asia/Almaty"
WHOLE = "ruritania/good/whole-cycle"
RULING = """\
  - {act: brief, id: ruling, date: 2023-02-06, ruling: {on: register, does: upholds, merits: no}}
until: 2023-04-30"""


def based(tmp_path: Path, more: str, base: str = SCENARIO) -> Scenario:
    """A scenario based on the tiny one, both as files."""
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    path = tmp_path / "own.yaml"
    path.write_text(f"scenario: Otherwise\nbased on: base\n{more}", encoding="utf-8")
    return load_scenario(path, only(tiny(tmp_path / "tiny")))


def ids(scenario: Scenario) -> list[str]:
    return [act.id for act in scenario.acts]


def test_the_rest_is_inherited(tmp_path: Path) -> None:
    own = based(tmp_path, "")
    base = load_scenario(tmp_path / "base.yaml", only(own.country))
    for name in ("until", "given", "complete", "readings", "sources"):
        assert getattr(own, name) == getattr(base, name)
    assert ids(own) == ids(base)
    assert (own.title, own.kind, own.expect, own.about) == ("Otherwise", "hypothetical", (), "")
    assert own.hash != base.hash


def test_own_keys_override(tmp_path: Path) -> None:
    own = based(tmp_path, "until: 2023-03-01\ngiven: {seats: 99, term_ends: none}\nreadings: {first_day: day_after}\n")
    assert str(own.until) == "2023-03-01"
    assert own.given == {"seats": 99}
    assert own.readings == {"first_day": "day_after"}


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        ("{cut after: convene-house}", ["dissolve", "convene-house"]),
        ("{cut after: convene}", ["dissolve", "convene-house"]),
        ("{cut before: convene-house}", ["dissolve"]),
        ("{drop: convene-house}", ["dissolve", "register"]),
        ("{drop: [dissolve, register]}", ["convene-house"]),
        ("{move: register, before: dissolve}", ["register", "dissolve", "convene-house"]),
        ("{move: dissolve, after: convene-house}", ["convene-house", "dissolve", "register"]),
    ],
)
def test_acts_are_cut_dropped_and_moved(tmp_path: Path, edit: str, left: list[str]) -> None:
    assert ids(based(tmp_path, f"changes: [{edit}]\n")) == left


def test_a_moved_act_takes_the_day_beside_it(tmp_path: Path) -> None:
    own = based(tmp_path, "changes: [{move: register, before: dissolve}]\n")
    assert own.act("register").when == Moment.parse("2023-01-19", ZONE)


def test_claims_of_an_order_fall_with_the_act(tmp_path: Path) -> None:
    own = based(tmp_path, "changes: [{drop: dissolve}]\n")
    assert all(claim.order is None for axis in own.act("convene-house").claims for claim in axis.claims)


def test_an_act_is_changed(tmp_path: Path) -> None:
    own = based(tmp_path, "changes: [{change: dissolve, date: 2023-02-01, facts: {seats: 90, object: none}}]\n")
    act = own.act("dissolve")
    assert act.when == Moment.parse("2023-02-01 16:04", ZONE)
    assert act.facts["seats"] == 90
    assert "object" not in act.facts
    assert act.facts["votes"] == {"Left": 5, "Right": 3}


def test_claims_about_what_is_changed_fall(tmp_path: Path) -> None:
    own = based(tmp_path, "changes: [{change: convene-house, date: 2023-02-04}]\n")
    assert own.act("convene-house").claims == ()
    assert own.act("convene-house").when == Moment.parse("2023-02-04", ZONE)


def test_dates_are_shifted_together(tmp_path: Path) -> None:
    base = altered(SCENARIO, "seats: 98, share", "poll_day: 2023-03-19, ground: of 2023-01-01, seats: 98, share")
    own = based(tmp_path, "changes: [{shift: 7 days, from: dissolve}]\n", base)
    first, second, third = own.acts
    assert first.when == Moment.parse("2023-01-26 16:04", ZONE)
    assert str(first.facts["poll_day"]) == "2023-03-26"
    assert first.facts["ground"] == "of 2023-01-01"
    assert first.moments["published"] == Moment.parse("2023-01-27", ZONE)
    assert second.when == Moment.parse("2023-02-08/2023-02-10 12:00", ZONE)
    assert third.when == Moment.parse("2023-02-12", ZONE)
    assert str(own.until) == "2023-05-07"
    later = based(tmp_path, "changes: [{shift: -1 week, from: register}]\n")
    assert [str(act.when.earliest_day) for act in later.acts] == ["2023-01-19", "2023-02-01", "2023-01-29"]


def test_acts_are_added_by_date_or_by_place(tmp_path: Path) -> None:
    more = """\
acts:
  - {act: brief, id: late, date: 2023-03-01}
  - {act: brief, id: early, date: 2023-01-25}
  - {act: brief, id: same-day, date: 2023-02-05, place: {before: register}}
  - {act: brief, id: next, date: 2023-01-25, place: {after: early}}
"""
    assert ids(based(tmp_path, more)) == [
        *("dissolve", "early", "next", "convene-house", "same-day", "register", "late")
    ]


def test_a_shipped_scenario_by_name_and_a_chain(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(f"scenario: One\nbased on: {WHOLE}\nchanges: [{{cut after: dissolve}}]\n")
    own = scenario_from_text("scenario: Two\nbased on: one.yaml\nchanges: [{drop: dissolve}]\n", str(tmp_path / "two"))
    assert ids(own) == ["consult_on_dissolution"]
    assert own.country.name == "ruritania"


REFUSED = [
    ("changes: [§{cut: dissolve}]", "PR202", "says nothing that is done", "cut after"),
    ("changes: [§{drop: dissolve, change: register, by: President}]", "PR205", "drop and change in one", "one of"),
    ("changes: [§{cut after: dissolve, cut before: register}]", "PR205", "not both", "keep one"),
    ("changes: [{drop: §disolve}]", "PR207", "no act has the id 'disolve'", "did you mean 'dissolve'?"),
    ("changes: [{drop: dissolve}, {cut after: §dissolve}]", "PR207", "no act has the id 'dissolve'", "known"),
    ("changes: [{drop: dissolve, §because: no}]", "PR201", "unknown key 'because' in a drop", "known: drop"),
    ("changes: [§{change: dissolve}]", "PR204", "changes nothing", "facts"),
    ("changes: [{change: dissolve, §id: other}]", "PR201", "unknown key 'id'", "known: "),
    ("changes: [{change: dissolve, facts: {§seat: 9}}]", "PR207", "no fact 'seat'", "seats"),
    ("changes: [{change: dissolve, date: §2023-13-01}]", "PR206", "month must be in 1..12", "2023-03-19"),
    ("changes: [§{move: register}]", "PR202", "neither after nor before", "after: ID"),
    ("changes: [§{move: register, after: dissolve, before: dissolve}]", "PR205", "both after and before", "after: ID"),
    ("changes: [§{move: register, after: register}]", "PR206", "beside itself", "other act"),
    ("changes: [{shift: §a week, from: register}]", "PR206", "not a number of days or weeks", "7 days"),
    ("changes: [§{shift: 7 days}]", "PR202", "lacks the key 'from'", "from"),
    ("changes: [{shift: §99999 weeks, from: register}]", "PR206", "beyond the calendar", "by less"),
    ("changes: §drop", "PR203", "must be a list", "[drop]"),
    ("changes: [{drop: §register}]", "PR206", "'ruling' is a ruling on 'register'", "drop ruling too"),
    ("acts: [{act: brief, date: 2023-02-01, place: §{}}]", "PR202", "neither after nor before", "after: ID"),
    ("acts: [{act: brief, date: 2023-02-01, place: {after: §nobody}}]", "PR207", "no act has the id", "known"),
    ("acts: [{act: brief, id: §dissolve, date: 2023-02-01}]", "PR205", "two acts have the id", "give each"),
    ("jurisdiction: §kz", "PR206", "is of 'tiny'", "leave the key out"),
    ("effect: §harsh", "PR205", "effect: 'harsh' cannot stand here", "strict"),
]


@pytest.mark.parametrize(("text", "code", "message", "help"), REFUSED, ids=[each[0] for each in REFUSED])
def test_what_cannot_be_done_is_refused(tmp_path: Path, text: str, code: str, message: str, help: str) -> None:
    more, line, column = planted(f"scenario: Otherwise\nbased on: base\n{text}\n")
    base = altered(SCENARIO, "until: 2023-04-30", RULING)
    with pytest.raises((FileError, ScenarioError)) as caught:
        based(tmp_path, more.split("\n", 2)[2], base)
    found = [each for each in caught.value.diagnostics if each.place.file.endswith("own.yaml")]
    check(tuple(found), line, column, code, message, help)


@pytest.mark.parametrize(
    ("text", "code", "message", "help"),
    [
        ("based on: §kz/2023-snap", "PR207", "no scenario 'kz/2023-snap' is found", "did you mean 'kz/2023-snap-"),
        ("based on: §own.yaml", "PR206", "based on itself", "starts from"),
        ("§based on:", "PR204", "nothing is written here", "write a value"),
        ("jurisdiction: ruritania\n§changes: []", "PR202", "nothing that they change", "based on"),
    ],
)
def test_a_base_that_cannot_be_had(tmp_path: Path, text: str, code: str, message: str, help: str) -> None:
    whole, line, column = planted(f"scenario: Otherwise\n{text}\n")
    path = tmp_path / "own.yaml"
    path.write_text(whole, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path)
    check(caught.value.diagnostics, line, column, code, message, help)


def test_a_fault_of_the_base_keeps_its_place(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        based(tmp_path, "", altered(SCENARIO, "date: 2023-02-05", "date: 2023-02-35"))
    place = caught.value.diagnostics[0].place
    assert (place.file.endswith("base.yaml"), place.column) == (True, 11)
