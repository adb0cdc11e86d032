"""Scenarios: what is read, and every planted fault with its place, its code and a way out."""

from collections.abc import Callable
from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procedure.errors import Diagnostic, FileError, LawError, ProcedureError, ScenarioError
from procedure.jurisdiction import Jurisdiction
from procedure.moments import Moment
from procedure.periods import Period
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario, scenario_from_text
from tests.tiny import ACTORS, LAW, SCENARIO, SOURCES, altered, only, planted, tiny

ZONE = "Asia/Almaty"
Faults = Callable[[str], tuple[Diagnostic, ...]]


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Jurisdiction:
    return tiny(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def faults(country: Jurisdiction) -> Faults:
    def found(text: str) -> tuple[Diagnostic, ...]:
        with pytest.raises((FileError, ScenarioError)) as caught:
            scenario_from_text(text, "x.yaml", only(country))
        return caught.value.diagnostics

    return found


@pytest.fixture(scope="module")
def loaded(country: Jurisdiction) -> Callable[[str], Scenario]:
    return lambda text: scenario_from_text(text, "x.yaml", only(country))


def act(lines: str, more: str = "") -> str:
    """A scenario of one act, given by its lines."""
    body = "\n    ".join(lines.strip().split("\n"))
    return f"scenario: One act\njurisdiction: tiny\n{SOURCES}acts:\n  - {body}\nuntil: 2023-04-30\n{more}"


# What is read


def test_the_tiny_scenario_is_read(loaded: Callable[[str], Scenario]) -> None:
    scenario = loaded(SCENARIO)
    dissolved, convened, registered = scenario.acts
    assert (scenario.title, scenario.kind, scenario.until) == ("The House is dissolved", "history", date(2023, 4, 30))
    assert dissolved.when == Moment.parse("2023-01-19 16:04", ZONE)
    assert dissolved.facts == {
        "object": "House",
        "seats": 98,
        "share": Fraction(5421, 10000),
        "votes": {"Left": 5, "Right": 3},
        "with": ("Mäjilis",),
        "rounds": (1, 2),
    }
    assert dissolved.moments["signed"] == Moment.parse("2023-01-19 16:00", ZONE)
    assert (convened.when.earliest_day, convened.when.latest) == (
        date(2023, 2, 1),
        Moment.parse("2023-02-03 12:00", ZONE).latest,
    )
    assert [claim.name for claim in convened.claims[0].claims] == ["not after 2023-02-02", "order after dissolve"]
    assert registered.case == {"candidate": "E. Qoşanov"}
    assert scenario.given == {"seats": 98, "term_ends": date(2026, 1, 1)}
    assert (scenario.complete, scenario.readings) == ({"dissolve": ""}, {"first_day": "same_day"})
    assert [(each.act, each.outcome, each.state) for each in scenario.expect] == [
        ("dissolve", "lawful", None),
        (None, None, ("house", "SITTING")),
    ]


def test_facts_of_every_type(loaded: Callable[[str], Scenario]) -> None:
    facts = (
        '{object: Senate, share: 1/3, poll_day: 2023-03-19, session: 2023-03-29 10:00, opening: "07:00", '
        "length: 20 minutes, secret: no, ground: 'Number 7'}"
    )
    scenario = loaded(act(f"act: dissolve\ndate: 2023-01-19\nzone: Europe/London\nfacts: {facts}"))
    assert scenario.acts[0].facts == {
        "object": "Senate",
        "share": Fraction(1, 3),
        "poll_day": date(2023, 3, 19),
        "session": Moment.parse("2023-03-29 10:00", "Europe/London"),
        "opening": time(7),
        "length": Period(20, "minutes"),
        "secret": False,
        "ground": "Number 7",
    }


def test_a_file_is_loaded_like_its_text(tmp_path: Path, country: Jurisdiction) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode())
    from_file, from_text = load_scenario(path, only(country)), scenario_from_text(SCENARIO, "x", only(country))
    assert from_file.hash == from_text.hash
    assert [each.when for each in from_file.acts] == [each.when for each in from_text.acts]
    assert from_file.file == str(path)


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ("date: 2023-03-29", "2023-03-29"),
        ('date: 2023-03-29\ntime: "18:00"', "2023-03-29 18:00"),
        ('date: 2023-03-29\nzone: Europe/London\ntime: "18:00"', "2023-03-29 18:00@Europe/London"),
        ('date: 2023-03-29\nnot before: "10:00"\nnot after: "24:00"', "2023-03-29 10:00/2023-03-29"),
        ('date: 2023-03-29\nnot after: "2023-03-29 12:52"', "2023-03-29/2023-03-29 12:52"),
        ("not before: 2023-03-01\nnot after: 2023-03-29", "2023-03-01/2023-03-29"),
        ('not before: "2023-03-01 10:00"\nnot after: "2023-03-01 10:00"', "2023-03-01 10:00"),
    ],
)
def test_the_time_of_an_act(loaded: Callable[[str], Scenario], lines: str, when: str) -> None:
    told = loaded(act(f"act: convene\n{lines}")).acts[0].when
    wanted = Moment.parse(when, ZONE)
    assert (told.earliest, told.zone) == (wanted.earliest, wanted.zone)
    assert abs((told.latest - wanted.latest).total_seconds()) < 1


# Planted faults; § marks the place

TOP = [
    ("scenario: The House is dissolved", "scenario: §2023", "PR204", "scenario must be words, not '2023'", "in words"),
    ("scenario: The House is dissolved", "§scenario:", "PR204", "scenario is empty", "write a value"),
    ("scenario: The House is dissolved", "scenario: §[a]", "PR203", "scenario must be text, not a list", "one value"),
    ("jurisdiction: tiny", "jurisdiction: §tinny", "PR207", "no jurisdiction 'tinny'", "known: tiny"),
    ("kind: history", "kind: §fiction", "PR205", "kind cannot be 'fiction'", "known: history, hypothetical"),
    ("kind: history", "§kinds: history", "PR201", "unknown key 'kinds' in a scenario", "did you mean 'kind'?"),
    ("about: A log for the tests.", "about: §{a: b}", "PR203", "about must be text, not keys with values", "one value"),
    ("until: 2023-04-30", "until: §2023-04-31", "PR206", "until: day is out of range for month", "2023-03-19"),
    ("until: 2023-04-30", "until: §30 April 2023", "PR206", "until: '30 April 2023' is not a date", "2023-03-19"),
    ("until: 2023-04-30", "§until:", "PR204", "until is empty", "write a value"),
    ("standing: primary", "standing: §official", "PR205", "standing cannot be 'official'", "known: primary, secondary, tertiary"),
    ("publisher: The Gazette", "publisher: §7", "PR204", "publisher must be words, not '7'", "in words"),
    ("publisher: The Gazette, ", "§publishr: The Gazette, ", "PR201", "unknown key 'publishr' in source 'decree'", "'publisher'"),
    ("  decree: {title: Decree of the day, ", "  decree: §{", "PR202", "source 'decree' lacks the key 'title'", "add `title: …`"),
    ("given: {seats: 98", "given: {seats: §many", "PR206", "seats: 'many' is not a whole number", "98"),
    ("given: {seats: 98", "given: {§seat: 98", "PR207", "`given:` has no fact 'seat'", "did you mean 'seats'?"),
    ("term_ends: 2026-01-01", "term_ends: §soon", "PR206", "term_ends: 'soon' is not a date", "2023-03-19"),
    ("complete: [dissolve]", "complete: §dissolve", "PR203", "complete must be a list, not text", "[dissolve]"),
    ("complete: [dissolve]", "complete: [§disolve]", "PR207", "no act 'disolve' is known in tiny", "did you mean 'dissolve'?"),
    ("complete: [dissolve]", "complete: [{act: dissolve, §why: x}]", "PR201", "unknown key 'why' in complete", "because"),
    ("complete: [dissolve]", "complete: [dissolve, §dissolve]", "PR205", "'dissolve' stands twice under complete", "keep one"),
    ("readings: {first_day", "readings: {§firstday", "PR207", "no reading axis 'firstday' is known in tiny", "'first_day'"),
    ("first_day: same_day", "first_day: §same", "PR205", "the reading 'first_day' cannot be 'same'", "day_after, same_day"),
    ("{act: dissolve, is: lawful", "{act: §disolve, is: lawful", "PR207", "no act has the id 'disolve'", "did you mean 'dissolve'?"),
    ("is: lawful", "is: §legal", "PR205", "is cannot be 'legal'", ""),
    ("under: tiny.const.1", "under: §tiny.const.12", "PR207", "no norm 'tiny.const.12' is known in tiny", "did you mean"),
    ("is: lawful, under: tiny.const.1, ", "lapse: §tiny.const.3, ", "PR207", "no norm 'tiny.const.3'", "did you mean"),
    ("because: done by the President", "because: §7", "PR204", "because must be words", "in words"),
    (", because: done by the President", "", "PR202", "an expectation lacks the key 'because'", "add `because: …`"),
    ("{act: dissolve, is: lawful, under: tiny.const.1", "§{act: dissolve", "PR202", "expects nothing of it", "`is:`"),
    ("{act: dissolve, is: lawful, under: tiny.const.1", "§{is: lawful", "PR202", "names no act, lapse or state", "`act:`"),
    ("is: lawful, under", "is: lawful, shown: §maybe, under", "PR205", "shown cannot be 'maybe'", "known: no, yes"),
    ("procedure: house", "procedure: §hose", "PR207", "no procedure 'hose' is known in tiny", "did you mean 'house'?"),
    ("state: SITTING", "state: §SITING", "PR207", "house has no state 'SITING'", "did you mean 'SITTING'?"),
    ("state: SITTING", "state: §SITTING or GONE", "PR207", "house has no state 'GONE'", "known: DISSOLVED, SITTING"),
    ("{procedure: house, state", "{§state", "PR202", "has `state:` without `procedure:`", "add `procedure: …`"),
]

ACTS = [
    ("act: register", "act: §registr", "PR207", "no act 'registr' is known in tiny", "did you mean 'register'?"),
    ("act: register", "act: §dissоlve", "PR207", "no act 'dissоlve' is known in tiny", "CYRILLIC SMALL LETTER O"),
    ("  - act: register\n    date", "  - §date", "PR202", "an act lacks the key 'act'", "add `act: …`"),
    ("  - act: register", "  - §act:", "PR204", "act is empty", "write a value"),
    ("id: convene-house", "id: §dissolve", "PR205", "two acts have the id 'dissolve'", "the first is in line 12"),
    ("  - act: register", "  - act: §convene-house", "PR207", "no act 'convene-house' is known in tiny", "did you mean 'convene'?"),
    ("date: 2023-02-05", "§dat: 2023-02-05\n    date: 2023-02-05", "PR201", "unknown key 'dat' in an act", "did you mean 'date'?"),
    ("date: 2023-02-05", "date: §2023-13-19", "PR206", "date: month must be in 1..12", "write it like `2023-03-19`"),
    ("date: 2023-02-05", "date: §2023-02-30", "PR206", "date: day is out of range for month", "write it like `2023-03-19`"),
    ("date: 2023-02-05", "date: §2023-2-5", "PR206", "date: '2023-2-5' is not a date", "write it like `2023-03-19`"),
    ("date: 2023-02-05", "date: §[2023-02-05]", "PR203", "date must be text, not a list", "one value"),
    ("date: 2023-02-05", "§date:", "PR204", "date is empty", "write a value"),
    ("date: 2023-02-05", "date: §0023-02-05", "PR206", "the year 0023 is not between 1000 and 2999", "2023-03-19"),
    ('time: "16:04"', 'time: §"25:00"', "PR206", "time: hour must be in 0..23", 'write it like `"18:00"`'),
    ('time: "16:04"', 'time: §"24:00"', "PR206", "time: 24:00 is no time of its own", 'write it like `"18:00"`'),
    ('time: "16:04"', "time: §4 pm", "PR206", "time: '4 pm' is not a time", 'write it like `"18:00"`'),
    ('time: "16:04"', 'zone: §Asia/Astana\n    time: "16:04"', "PR206", "there is no time zone 'Asia/Astana'", "IANA"),
    ('time: "16:04"', "zone: §../etc", "PR206", "there is no time zone '../etc'", "IANA"),
    ("by: President\n    what", "by: §Presidnt\n    what", "PR207", "by: no actor 'Presidnt' is known", "did you mean 'President'?"),
    ("by: President\n    what", "by: §Queen\n    what", "PR207", "by: no actor 'Queen' is known", "own `actors:`"),
    ("by: President\n    what", "by: §[President]\n    what", "PR203", "by must be text, not a list", "one value"),
    ("what: The President dissolves", "found by: §Cort\n    what: He dissolves", "PR207", "found by: no actor 'Cort'", "`actors:`"),
    ("what: The President dissolves the House.", "what: §42", "PR204", "what must be words, not '42'", "in words"),
    ("what: The President dissolves", "status: §rumoured\n    what: He dissolves", "PR205", "status cannot be 'rumoured'", "known: "),
    ("object: House", "object: §Hose", "PR205", "object cannot be 'Hose'", "did you mean 'House'?"),
    ("object: House", "§objekt: House", "PR207", "the act 'dissolve' has no fact 'objekt'", "did you mean 'object'?"),
    ("seats: 98, share", "seats: §ninety, share", "PR206", "seats: 'ninety' is not a whole number", "98"),
    ("seats: 98, share", "seats: §'6,354', share", "PR206", "write 6354, without separators", "98"),
    ("seats: 98, share", "seats: §[98], share", "PR203", "seats must be text, not a list", "one value"),
    ("seats: 98, share", f"seats: §{'9' * 400}, share", "PR206", "the number has 400 digits", "98"),
    ("share: 54.21%", "share: §154%", "PR206", "share: '154%' is more than the whole", "54.21%"),
    ("share: 54.21%", "share: §1/0", "PR206", "share: '1/0' is not a share: nothing is divided by zero", "54.21%"),
    ("share: 54.21%", "share: §1e999999999", "PR206", "share: '1e999999999' is not a share", "54.21%"),
    ("share: 54.21%", "share: §half", "PR206", "share: 'half' is not a share", "54.21%"),
    ("share: 54.21%", "share: §-5%", "PR206", "share: '-5%' is not a share", "54.21%"),
    ("share: 54.21%", "poll_day: §2023-02-29", "PR206", "poll_day: day is out of range for month", "2023-03-19"),
    ("share: 54.21%", "session: §2023-03-29 25:00", "PR206", "session: hour must be in 0..23", "2023-03-29 10:00"),
    ("share: 54.21%", "opening: §7am", "PR206", "opening: '7am' is not a time", '"18:00"'),
    ("share: 54.21%", "length: §20 minuts", "PR206", "length: 'minuts' is not a unit of time", "20 minutes"),
    ("share: 54.21%", "length: §20", "PR206", "length: '20' is not a period", "20 minutes"),
    ("share: 54.21%", "secret: §true", "PR206", "secret: 'true' is neither yes nor no", "yes"),
    ("share: 54.21%", "§ground: ''", "PR204", "", ""),
    ("votes: {Left: 5", "votes: {Left: §five", "PR206", "votes of 'Left': 'five' is not a whole number", "98"),
    ("votes: {Left: 5, Right: 3}", "votes: §5", "PR203", "votes must be keys with values, not text", "key: value"),
    ("with: [Mäjilis]", "with: §Mäjilis", "PR203", "with must be a list, not text", "[Mäjilis]"),
    ("rounds: [1, 2]", "rounds: [1, §two]", "PR206", "rounds: 'two' is not a whole number", "98"),
    ('signed: "16:00"', "sgned: x, §signd: x", "PR201", "unknown key 'signd' in moments", "did you mean 'signed'?"),
    ('signed: "16:00"', 'signed: §"16:60"', "PR206", "signed: minute must be in 0..59", '"10:50"'),
    ("published: 2023-01-20", "published: §tomorrow", "PR206", "published: 'tomorrow' is not a moment", "2023-01-19 16:04"),
    ("    sources: [decree]\n  - act: convene", "    sources: [§decre]\n  - act: convene", "PR207", "no source 'decre'", "'decree'"),
    ("    sources: [decree]\n  - act: convene", "    sources: §decree\n  - act: convene", "PR203", "must be a list", "[decree]"),
    ("{candidate: E. Qoşanov}", "{§district: '12'}", "PR207", "no procedure runs for each 'district'", "known: candidate"),
    ("    case: {candidate: E. Qoşanov}\n", "", "PR202", "'register' runs for each candidate", "add `case: {candidate: …}`"),
    ("{candidate: E. Qoşanov}", "§E. Qoşanov", "PR203", "case must be keys with values, not text", "key: value"),
    ("order: after dissolve", "order: §after disolve", "PR207", "no act has the id 'disolve'", "did you mean 'dissolve'?"),
    ("order: after dissolve", "order: §after convene-house", "PR206", "neither before nor after itself", "the other act"),
    ("order: after dissolve", "order: §dissolve", "PR206", "order cannot be 'dissolve'", "`after` or `before`"),
    ("order: after dissolve", "order: §after", "PR206", "order cannot be 'after'", "`after` or `before`"),
    ("order: after dissolve", "order: §during dissolve", "PR206", "order cannot be 'during dissolve'", "`after` or `before`"),
    ("order: after dissolve, ", "§odrer: after dissolve, order: after dissolve, ", "PR201", "unknown key 'odrer' in a claim", "'order'"),
    ("      - {order: after dissolve, sources", "      - §{sources", "PR204", "the claim says nothing", "add the fact"),
    ("{order: after dissolve, sources: [wiki]}", "§{order: after dissolve}", "PR202", "a claim lacks the key 'sources'", "`sources: …`"),
    ("sources: [wiki]}", "sources: §[]}", "PR204", "the claim names no source", "at least one"),
    ("sources: [wiki]}", "sources: [§wikipedia]}", "PR207", "no source 'wikipedia' stands under `sources:`", "did you mean 'wiki'?"),
    ("- {order: after dissolve, sources: [wiki]}", "- §order", "PR203", "a claim must be keys with values, not text", "key: value"),
    ("{not after: 2023-02-02", "{not after: §2023-01-02", "PR206", "not after 2023-01-02 contradicts not before 2023-02-01", "correct one"),
    ('not after: "2023-02-03 12:00"', "not after: §2023-01-03", "PR206", "contradicts not before 2023-02-01", "correct one"),
]


def check(found: tuple[Diagnostic, ...], line: int, column: int, code: str, message: str, help: str) -> None:
    wanted = [each for each in found if (each.place.line, each.place.column, each.code) == (line, column, code)]
    assert wanted, "\n".join(map(str, found))
    assert message in wanted[0].message
    assert help in wanted[0].help
    assert wanted[0].source
    assert all(each.help for each in found)


@pytest.mark.parametrize(("old", "new", "code", "message", "help"), TOP)
def test_a_fault_at_the_top(faults: Faults, old: str, new: str, code: str, message: str, help: str) -> None:
    text = altered(SCENARIO, old, new)
    text, line, column = planted(text) if "§" in text else (text, 33, 5)
    found = faults(text)
    check(found, line, column, code, message, help)
    assert len(found) == (2 if "publishr" in new else 1), "\n".join(map(str, found))


@pytest.mark.parametrize(("old", "new", "code", "message", "help"), ACTS)
def test_a_fault_in_an_act(faults: Faults, old: str, new: str, code: str, message: str, help: str) -> None:
    text = altered(SCENARIO, old, new)
    text, line, column = planted(text) if "§" in text else (text, 28, 5)
    check(faults(text), line, column, code, message, help)


@pytest.mark.parametrize(
    ("lines", "message", "help"),
    [
        ('§act: convene\nby: President', "the act has no date", "`date:`, or both `not before:` and `not after:`"),
        ("§act: convene\nnot before: 2023-03-01", "the act has no date", "`date:`, or both"),
        ('act: convene\ntime: §"18:00"', "there is a time without a date", "add `date:`"),
        (
            'act: convene\nnot before: §"10:00"\nnot after: 2023-03-01',
            "not before is a time without a date",
            "write `not before: 2023-03-29 10:00`",
        ),
    ],
)
def test_an_act_without_a_date(faults: Faults, lines: str, message: str, help: str) -> None:
    text, line, column = planted(act(lines))
    (fault,) = faults(text)
    assert (fault.place.line, fault.place.column, fault.code, fault.message) == (line, column, "PR202", message)
    assert help in fault.help


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('date: 2023-03-29\nnot before: "12:00"\nnot after: §"10:00"', "not after 10:00 contradicts not before 12:00"),
        ("not before: 2023-03-29\nnot after: §2023-03-28", "not after 2023-03-28 contradicts not before 2023-03-29"),
        ("date: 2023-03-29\nnot before: §2023-03-30", "not before 2023-03-30 is later than the act"),
        ("date: 2023-03-29\nnot after: §2023-03-28", "not after 2023-03-28 is earlier than the act"),
        ('date: 2023-03-29\ntime: "18:00"\nnot after: §"17:00"', "not after 17:00 is earlier than the act"),
        ('date: 2023-03-29\ntime: "18:00"\nnot before: §"19:00"', "not before 19:00 is later than the act"),
        (
            'date: 2023-03-26\nzone: Europe/Berlin\ntime: §"02:30"',
            "the time of the act: 02:30:00 did not occur on 2023-03-26 in Europe/Berlin: the clock was put forward",
        ),
    ],
)
def test_times_that_contradict_each_other(faults: Faults, lines: str, message: str) -> None:
    text, line, column = planted(act(f"act: convene\n{lines}"))
    (fault,) = faults(text)
    assert (fault.place.line, fault.place.column, fault.code, fault.message) == (line, column, "PR206", message)
    assert fault.help.startswith("correct ")


@pytest.mark.parametrize("bound", ['not before: §"25:00"', 'not after: §"10:61"', "not after: §2023-02-30 10:00"])
def test_an_impossible_bound(faults: Faults, bound: str) -> None:
    text, line, column = planted(act(f"act: convene\ndate: 2023-03-29\n{bound}"))
    (fault,) = faults(text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR206")
    assert fault.help.startswith("write it like ")


def test_a_wrong_date_does_not_hide_the_rest_of_its_act(faults: Faults) -> None:
    lines = """\
act: convene
date: 2023-13-19
not after: "25:00"
by: Nobody
what: 7
moments: {signed: never}
status: told
sources: [none]
claims: [{sources: [wiki]}, {time: "26:00", sources: [decree]}]"""
    found = faults(act(lines))
    assert [(each.place.line - 6, each.code) for each in found] == [
        (2, "PR206"),
        (3, "PR206"),
        (4, "PR207"),
        (5, "PR204"),
        (6, "PR206"),
        (7, "PR205"),
        (8, "PR207"),
        (9, "PR204"),
        (9, "PR206"),
    ]


def test_an_unknown_act_does_not_hide_the_rest(faults: Faults) -> None:
    found = faults(act("act: dissolv\nid: x\ndate: 2023-02-30\nby: Nobody\nclaims: [{order: after x, sources: [wiki]}]"))
    assert [each.code for each in found] == ["PR207", "PR206", "PR207", "PR206"]
    assert found[3].message == "an act comes neither before nor after itself"


def test_what_refers_to_a_faulty_act_is_no_fault(faults: Faults) -> None:
    text = altered(SCENARIO, "date: 2023-01-19", "date: 2023-01-32")
    assert [each.message for each in faults(text)] == ["date: day is out of range for month"]


def test_an_unknown_country_does_not_hide_what_needs_none(faults: Faults) -> None:
    text = SCENARIO.replace("jurisdiction: tiny", "jurisdiction: tinny").replace("date: 2023-02-05", "date: 2023-02-29")
    text = text.replace("sources: [wiki]", "sources: [wikipedia]").replace("until: 2023-04-30", "until: later")
    assert [each.code for each in faults(text)] == ["PR207", "PR207", "PR206", "PR206"]


def test_a_missing_country_is_one_fault(faults: Faults) -> None:
    (fault,) = faults(altered(SCENARIO, "jurisdiction: tiny\n", ""))
    assert (fault.place.line, fault.place.column, fault.code) == (1, 1, "PR202")
    assert (fault.message, fault.help) == ("a scenario lacks the key 'jurisdiction'", "add `jurisdiction: …`")


def test_all_that_is_missing_at_the_top(faults: Faults) -> None:
    assert [each.message for each in faults("about: nothing\n")] == [
        "a scenario lacks the key 'acts'",
        "a scenario lacks the key 'jurisdiction'",
        "a scenario lacks the key 'scenario'",
        "a scenario lacks the key 'until'",
    ]


@pytest.mark.parametrize(
    ("text", "column", "code", "message"),
    [
        ("- a\n", 1, "PR203", "a scenario must be keys with values, not a list"),
        ("scenario:x\n", 1, "PR203", "a scenario must be keys with values, not text"),
        ("just words\n", 1, "PR203", "a scenario must be keys with values, not text"),
        ("# nothing\n", 1, "PR102", "the file holds nothing but comments"),
    ],
)
def test_a_file_that_is_no_scenario(faults: Faults, text: str, column: int, code: str, message: str) -> None:
    (fault,) = faults(text)
    assert (fault.place.line, fault.place.column, fault.code, fault.message) == (1, column, code, message)
    assert fault.help


@pytest.mark.parametrize(
    ("acts", "code", "message"),
    [
        ("acts: §[]", "PR204", "acts is empty"),
        ("§acts:", "PR204", "acts is empty"),
        ("acts: §{act: convene}", "PR203", "acts must be a list, not keys with values"),
        ("acts: [§convene]", "PR203", "an act must be keys with values, not text"),
        ("acts: [§[act, convene]]", "PR203", "an act must be keys with values, not a list"),
    ],
)
def test_acts_of_the_wrong_shape(faults: Faults, acts: str, code: str, message: str) -> None:
    text, line, column = planted(f"scenario: x\njurisdiction: tiny\n{acts}\nuntil: 2023-04-30\n")
    found = faults(text)
    assert [(each.place.line, each.place.column, each.code) for each in found] == [(line, column, code)]
    assert found[0].message == message


def test_a_fault_in_a_list_that_is_no_list_is_told_once(faults: Faults) -> None:
    text = altered(SCENARIO, "under: tiny.const.1, because", "under: [tiny.const.1], because")
    assert [each.code for each in faults(text)] == ["PR203"]


def test_an_expectation_of_a_kind_that_occurs_twice(faults: Faults) -> None:
    twice = "\n  - act: convene\n    id: second\n    date: 2023-03-01"
    expect = "expect:\n  - {act: §convene, is: lawful, because: it met}\n"
    text, line, column = planted(act(f"act: convene\nid: first\ndate: 2023-02-01{twice}", expect))
    (fault,) = faults(text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR207")
    assert (fault.message, fault.help) == ("2 acts are of the kind 'convene'", "name one by its id: first, second")


def test_a_lapse_may_name_an_act_that_never_was(loaded: Callable[[str], Scenario], faults: Faults) -> None:
    expect = "expect:\n  - {lapse: tiny.const.2, act: convene, shown: no, because: it never met}\n"
    expected = loaded(act("act: dissolve\ndate: 2023-01-19", expect)).expect[0]
    assert (expected.lapse, expected.act, expected.shown) == ("tiny.const.2", "convene", False)
    (fault,) = faults(act("act: dissolve\ndate: 2023-01-19", expect.replace("convene", "convoke")))
    assert (fault.code, fault.help) == ("PR207", "did you mean 'convene'?")


def test_the_whole_file_in_one_pass_sorted_by_place(faults: Faults) -> None:
    text = """\
scenario: 7
jurisdiction: tiny
knd: history
sources: {decree: {title: Decree, publisher: Gazette, standing: first}}
given: {seats: '1,000'}
complete: [convok]
readings: {first_day: never}
acts:
  - act: &here dissolve
    date: 2023-02-30
    by: Parlament
    by: President
    sources: [decre]
  - act: convene
    time: "18:00"
    facts: {place: Astana}
  - act: convene
    date: *there
    claims: [{order: after nobody, sources: [decree]}]
until: 2023-99-99
expect: [{act: 9, is: fine, because: "\\u202E"}]
"""
    with_places = [(each.place.line, each.place.column, each.code) for each in faults(text)]
    assert with_places == [
        (1, 11, "PR204"),
        (3, 1, "PR201"),
        (4, 65, "PR205"),
        (5, 16, "PR206"),
        (6, 12, "PR207"),
        (7, 23, "PR205"),
        (9, 10, "PR106"),
        (10, 11, "PR206"),
        (11, 9, "PR207"),
        (12, 5, "PR105"),
        (13, 15, "PR207"),
        (15, 11, "PR202"),
        (16, 13, "PR207"),
        (17, 10, "PR205"),
        (18, 11, "PR106"),
        (19, 22, "PR207"),
        (20, 8, "PR206"),
        (21, 16, "PR207"),
        (21, 23, "PR205"),
        (21, 38, "PR109"),
    ]


def test_a_fault_of_the_text_makes_it_an_error_of_the_file(country: Jurisdiction) -> None:
    with pytest.raises(FileError) as caught:
        scenario_from_text(SCENARIO.replace("act: register", "act: !x registr"), "x", only(country))
    assert [each.code for each in caught.value.diagnostics] == ["PR106"]
    with pytest.raises(FileError) as caught:
        scenario_from_text(SCENARIO.replace("Qoşanov", "Qo\x07anov").replace("act: register", "act: registr"), "x", only(country))
    assert [each.code for each in caught.value.diagnostics] == ["PR207", "PR109"]


def test_a_diagnostic_of_a_scenario_is_written_whole(faults: Faults) -> None:
    (fault,) = faults(altered(SCENARIO, "date: 2023-02-05", "date: 2023-13-19"))
    assert str(fault).splitlines()[1:] == [
        "   |     date: 2023-13-19",
        "   |           ^",
        "   help: write it like `2023-03-19`",
    ]
    assert str(fault).startswith("x.yaml:29:11: error[PR206]: date: month must be in 1..12")


def test_a_broken_law_is_told_as_such(tmp_path: Path) -> None:
    country = tiny(tmp_path, law=altered(LAW, "nature: power", "nature: right"))
    with pytest.raises(LawError) as caught:
        scenario_from_text(SCENARIO, "x", only(country))
    assert [each.code for each in caught.value.diagnostics] == ["PR205"]


def test_a_broken_vocabulary_is_told_as_such(tmp_path: Path) -> None:
    country = tiny(tmp_path, actors=altered(ACTORS, "seats: integer", "seats: number"))
    with pytest.raises(LawError):
        scenario_from_text(SCENARIO, "x", only(country))


# Claims


def claimed(loaded: Callable[[str], Scenario], lines: str) -> Scenario:
    return loaded(act(f"act: dissolve\n{lines}"))


def test_claims_on_one_fact_are_rivals_whatever_their_order(loaded: Callable[[str], Scenario]) -> None:
    first, second = "{seats: 96, sources: [wiki]}", "{seats: 97, with: [A], sources: [decree]}"
    one = claimed(loaded, f"date: 2023-01-19\nclaims: [{first}, {second}]").acts[0]
    other = claimed(loaded, f"date: 2023-01-19\nclaims: [{second}, {first}]").acts[0]
    assert one == other
    assert [claim.name for claim in one.claims[0].claims] == ["seats 96", "seats 97, with A"]
    assert one.claims[0].outweighed == {"seats 96"}


def test_a_claim_that_nobody_contradicts_is_on_record(loaded: Callable[[str], Scenario]) -> None:
    done = claimed(loaded, "date: 2023-01-19\nfacts: {seats: 98}\nclaims: [{seats: 98, ground: a crisis, sources: [wiki]}]").acts[0]
    assert done.claims == ()
    assert done.facts == {"seats": 98, "ground": "a crisis"}
    assert done.sources == ("wiki",)


def test_a_claim_against_the_act_itself_is_its_rival(loaded: Callable[[str], Scenario]) -> None:
    done = claimed(loaded, "date: 2023-01-19\nfacts: {seats: 98}\nclaims: [{seats: 97, sources: [wiki]}]").acts[0]
    assert [claim.name for claim in done.claims[0].claims] == ["seats 97", "seats 98"]


def test_what_the_act_says_is_not_lost_among_other_claims(loaded: Callable[[str], Scenario]) -> None:
    claims = "claims: [{seats: 97, sources: [wiki]}, {seats: 96, sources: [decree]}]"
    done = claimed(loaded, f"date: 2023-01-19\nfacts: {{seats: 98}}\n{claims}").acts[0]
    assert [claim.name for claim in done.claims[0].claims] == ["seats 96", "seats 97", "seats 98"]


def test_sources_that_say_the_same_are_one_voice_on_record(loaded: Callable[[str], Scenario]) -> None:
    claims = "claims: [{seats: 97, sources: [wiki]}, {seats: 97, sources: [decree]}]"
    done = claimed(loaded, f"date: 2023-01-19\n{claims}").acts[0]
    assert (done.claims, done.facts, done.sources) == ((), {"seats": 97}, ("decree", "wiki"))


def test_a_time_within_the_day_of_the_act_only_says_more(loaded: Callable[[str], Scenario]) -> None:
    done = claimed(loaded, 'date: 2023-01-19\nclaims: [{time: "10:50", sources: [decree]}]').acts[0]
    assert (done.claims, done.when) == ((), Moment.parse("2023-01-19 10:50", ZONE))


def test_a_time_against_the_time_of_the_act_is_a_rival(loaded: Callable[[str], Scenario]) -> None:
    done = claimed(loaded, 'date: 2023-01-19\ntime: "11:00"\nclaims: [{time: "10:50", sources: [decree]}]').acts[0]
    assert [claim.name for claim in done.claims[0].claims] == ["date 2023-01-19T11:00+06:00", "time 10:50"]


def test_a_claim_of_moments_keeps_the_time_of_the_act(loaded: Callable[[str], Scenario]) -> None:
    claims = 'claims: [{moments: {signed: "10:00"}, sources: [wiki]}, {moments: {signed: "10:30"}, sources: [decree]}]'
    done = claimed(loaded, f'date: 2023-01-19\ntime: "11:00"\n{claims}').acts[0]
    assert {claim.when for claim in done.claims[0].claims} == {Moment.parse("2023-01-19 11:00", ZONE)}
    assert [claim.name for claim in done.claims[0].claims] == ["moments signed 10:00", "moments signed 10:30"]


def test_a_claim_of_order_narrows_the_time(loaded: Callable[[str], Scenario]) -> None:
    text = act(
        'act: dissolve\ndate: 2023-01-19\ntime: "12:00"\n\n  - act: convene\n    date: 2023-01-19\n    claims:\n'
        '      - {order: after dissolve, sources: [wiki]}\n      - {not after: "11:00", sources: [decree]}'
    ).replace("\n    \n      - act", "\n  - act").replace("\n        date: 2023-01-19\n        claims:\n          -", "\n    date: 2023-01-19\n    claims:\n      -").replace("\n          - {not", "\n      - {not")
    axis = loaded(text).acts[1].claims[0]
    assert axis.about_order
    order = axis.claim("order after dissolve")
    assert order.when is not None and order.when.earliest == Moment.parse("2023-01-19 12:00", ZONE).earliest


# Whatever the text

SCALARS = st.sampled_from(
    [
        *("", "~", "0", "-1", "1,000", "9" * 30, "98", "2023-13-19", "2023-02-30", "0001-01-01", "9998-12-31", "25:00"),
        *("24:00", "10:50", "2023-01-19", "2023-01-01 10:00", "2023-01-01@Mars/Olympus", "0001-01-01T00:00Z", "T"),
        *("2023-01-01/2022-01-01", "President", "dissolve", "convene", "register", "convene-house", "after dissolve"),
        *("40 days", "4 dyas", "1/0", "1e9999999", "54.21%", "House", "yes", "true", "Asia/Almaty", "America/New_York"),
        *("../../etc", "tiny", "tiny.const.1", "lawful", "house", "house/x", "SITTING or GONE", "wiki", "decree", "٣"),
        *("\x07", "\u202e", "\ud800", "ә", "議", "first_day", "same_day", "E. Qoşanov", "history", "attested"),
    ]
) | st.text(max_size=5)
KEYS = st.sampled_from(
    [
        *("scenario", "jurisdiction", "acts", "until", "kind", "about", "sources", "actors", "given", "complete"),
        *("readings", "expect", "act", "id", "date", "time", "zone", "not before", "not after", "by", "what", "case"),
        *("facts", "moments", "claims", "status", "found by", "order", "seats", "votes", "with", "rounds", "session"),
        *("signed", "published", "candidate", "wiki", "decree", "title", "publisher", "standing", "is", "under", "lapse"),
        *("state", "procedure", "because", "shown", "first_day", "en", "<<", "share", "length", "secret", "object"),
    ]
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


def written(value: object, quote: str) -> str:
    """A value in YAML, every scalar in quotes or, with none, as it is."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(each, quote)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(each, quote) for each in value) + "]"
    text = str(value)
    return f'"{text}"' if quote and '"' not in text and "\\" not in text else text


def only_author_errors(text: str, country: Jurisdiction) -> None:
    try:
        scenario = scenario_from_text(text, "x.yaml", only(country))
    except ProcedureError as error:
        assert error.diagnostics
        assert list(error.diagnostics) == sorted(set(error.diagnostics))
        assert all(each.message and each.help for each in error.diagnostics), str(error)
        str(error).encode()
    else:
        assert scenario.acts
        repr(scenario).encode()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=st.dictionaries(KEYS, VALUES, max_size=8), quote=st.sampled_from(["", '"']))
def test_any_structure_is_read_or_refused(country: Jurisdiction, top: dict[str, object], quote: str) -> None:
    only_author_errors("\n".join(f"{key}: {written(value, quote)}" for key, value in top.items()), country)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6), min_size=1, max_size=3),
    more=st.dictionaries(KEYS, VALUES, max_size=3),
    quote=st.sampled_from(["", '"']),
)
def test_any_acts_are_read_or_refused(
    country: Jurisdiction, acts: list[dict[str, object]], more: dict[str, object], quote: str
) -> None:
    whole = [{"act": "convene", "date": "2023-01-19", **each} for each in acts]
    head = f"scenario: x\njurisdiction: tiny\nuntil: 2023-04-30\n{SOURCES}acts: {written(whole, quote)}\n"
    rest = {key: value for key, value in more.items() if key in ("given", "complete", "readings", "expect", "actors")}
    only_author_errors(head + "\n".join(f"{key}: {written(value, quote)}" for key, value in rest.items()), country)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_scenario_with_a_few_letters_changed_is_read_or_refused(country: Jurisdiction, data: st.DataObject) -> None:
    text = SCENARIO
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(SCALARS | KEYS) + text[start + data.draw(st.integers(0, 5)) :]
    only_author_errors(text, country)


def test_deep_nesting_in_a_scenario(faults: Faults) -> None:
    fault = faults("acts: " + "[" * 3000)[-1]
    assert (fault.place.line, fault.code) == (1, "PR108")
