"""Scenarios: what is read, and every planted fault with its place, its code and a way out."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procedure.errors import FileError, LawError, ProcedureError
from procedure.moments import Moment
from procedure.scenario_files import load_scenario, scenario_from_text
from tests.tiny import ACTORS, LAW, SCENARIO, SOURCES, Told, act, acts, altered, check, only, planted, tiny

ZONE = "Asia/Almaty"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(tiny(tmp_path_factory.mktemp("tiny")))


# What is read


def test_the_tiny_scenario_is_read(told: Told) -> None:
    scenario = told.scenario(SCENARIO)
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


def test_a_file_is_loaded_like_its_text(tmp_path: Path, told: Told) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode())
    from_file, from_text = load_scenario(path, only(told.country)), told.scenario(SCENARIO)
    assert from_file.hash == from_text.hash
    assert [each.when for each in from_file.acts] == [each.when for each in from_text.acts]
    assert from_file.file == str(path)


# Planted faults; § marks the place

TOP = [
    (
        "scenario: The House is dissolved",
        "scenario: §2023",
        "PR204",
        "scenario: this must be words, not '2023'",
        "in words",
    ),
    ("scenario: The House is dissolved", "§scenario:", "PR204", "scenario: nothing is written here", "write a value"),
    (
        "scenario: The House is dissolved",
        "scenario: §[a]",
        "PR203",
        "scenario: this must be text, not a list",
        "one value",
    ),
    ("jurisdiction: tiny", "jurisdiction: §tinny", "PR207", "no jurisdiction 'tinny'", "known: tiny"),
    ("kind: history", "kind: §fiction", "PR205", "kind: 'fiction' cannot stand here", "known: history, hypothetical"),
    ("kind: history", "§kinds: history", "PR201", "unknown key 'kinds' in a scenario", "did you mean 'kind'?"),
    (
        "about: A log for the tests.",
        "about: §{a: b}",
        "PR203",
        "about: this must be text, not keys with values",
        "one value",
    ),
    ("until: 2023-04-30", "until: §2023-04-31", "PR206", "until: day is out of range for month", "2023-03-19"),
    ("until: 2023-04-30", "until: §30 April 2023", "PR206", "until: '30 April 2023' is not a date", "2023-03-19"),
    ("until: 2023-04-30", "§until:", "PR204", "until: nothing is written here", "write a value"),
    (
        "standing: primary",
        "standing: §official",
        "PR205",
        "standing: 'official' cannot stand here",
        "known: primary, secondary, tertiary",
    ),
    ("publisher: The Gazette", "publisher: §7", "PR204", "publisher: this must be words, not '7'", "in words"),
    (
        "publisher: The Gazette, ",
        "§publishr: The Gazette, ",
        "PR201",
        "unknown key 'publishr' in source 'decree'",
        "'publisher'",
    ),
    (
        "  decree: {title: Decree of the day, ",
        "  decree: §{",
        "PR202",
        "source 'decree' lacks the key 'title'",
        "add `title: …`",
    ),
    ("given: {seats: 98", "given: {seats: §many", "PR206", "seats: 'many' is not a whole number", "98"),
    ("given: {seats: 98", "given: {§seat: 98", "PR207", "`given:` has no fact 'seat'", "did you mean 'seats'?"),
    ("term_ends: 2026-01-01", "term_ends: §soon", "PR206", "term_ends: 'soon' is not a date", "2023-03-19"),
    ("complete: [dissolve]", "complete: §dissolve", "PR203", "complete: this must be a list, not text", "[dissolve]"),
    (
        "complete: [dissolve]",
        "complete: [§disolve]",
        "PR207",
        "no act 'disolve' is known in tiny",
        "did you mean 'dissolve'?",
    ),
    (
        "complete: [dissolve]",
        "complete: [{act: dissolve, §why: x}]",
        "PR201",
        "unknown key 'why' in complete",
        "because",
    ),
    (
        "complete: [dissolve]",
        "complete: [dissolve, §dissolve]",
        "PR205",
        "'dissolve' stands twice under complete",
        "keep one",
    ),
    (
        "readings: {first_day",
        "readings: {§firstday",
        "PR207",
        "no reading axis 'firstday' is known in tiny",
        "'first_day'",
    ),
    (
        "first_day: same_day",
        "first_day: §same",
        "PR205",
        "the reading 'first_day': 'same' cannot stand here",
        "did you mean 'same_day'?",
    ),
    (
        "{act: dissolve, is: lawful",
        "{act: §disolve, is: lawful",
        "PR207",
        "no act has the id 'disolve'",
        "did you mean 'dissolve'?",
    ),
    ("is: lawful", "is: §legal", "PR205", "is: 'legal' cannot stand here", ""),
    (
        "under: tiny.const.1",
        "under: §tiny.const.12",
        "PR207",
        "no norm 'tiny.const.12' is known in tiny",
        "did you mean",
    ),
    ("is: lawful, under: tiny.const.1, ", "lapse: §tiny.const.3, ", "PR207", "no norm 'tiny.const.3'", "did you mean"),
    ("because: done by the President", "because: §7", "PR204", "because: this must be words", "in words"),
    (", because: done by the President", "", "PR202", "an expectation lacks the key 'because'", "add `because: …`"),
    ("{act: dissolve, is: lawful, under: tiny.const.1", "§{act: dissolve", "PR202", "expects nothing of it", "`is:`"),
    (
        "{act: dissolve, is: lawful, under: tiny.const.1",
        "§{is: lawful",
        "PR202",
        "names no act, lapse or state",
        "`act:`",
    ),
    (
        "is: lawful, under",
        "is: lawful, shown: §maybe, under",
        "PR205",
        "shown: 'maybe' cannot stand here",
        "known: no, yes",
    ),
    ("procedure: house", "procedure: §hose", "PR207", "no procedure 'hose' is known in tiny", "did you mean 'house'?"),
    ("state: SITTING", "state: §SITING", "PR207", "house has no state 'SITING'", "did you mean 'SITTING'?"),
    ("state: SITTING", "state: §SITTING or GONE", "PR207", "house has no state 'GONE'", "known: DISSOLVED, SITTING"),
    (
        "{procedure: house, state: SITTING",
        "{state: §SITTING",
        "PR202",
        "has `state:` without `procedure:`",
        "add `procedure: …`",
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "message", "help"), TOP)
def test_a_fault_at_the_top(told: Told, old: str, new: str, code: str, message: str, help: str) -> None:
    text = altered(SCENARIO, old, new)
    text, line, column = planted(text) if "§" in text else (text, 33, 5)
    found = told.faults(text)
    check(found, line, column, code, message, help)
    assert len(found) == (2 if "publishr" in new else 1), "\n".join(map(str, found))


def test_an_unknown_country_does_not_hide_what_needs_none(told: Told) -> None:
    text = SCENARIO.replace("jurisdiction: tiny", "jurisdiction: tinny").replace("date: 2023-02-05", "date: 2023-02-29")
    text = text.replace("sources: [wiki]", "sources: [wikipedia]").replace("until: 2023-04-30", "until: later")
    assert [each.code for each in told.faults(text)] == ["PR207", "PR207", "PR206", "PR206"]


def test_a_missing_country_is_one_fault(told: Told) -> None:
    (fault,) = told.faults(altered(SCENARIO, "jurisdiction: tiny\n", ""))
    assert (fault.place.line, fault.place.column, fault.code) == (1, 1, "PR202")
    assert (fault.message, fault.help) == ("a scenario lacks the key 'jurisdiction'", "add `jurisdiction: …`")


def test_all_that_is_missing_at_the_top(told: Told) -> None:
    assert [each.message for each in told.faults("about: nothing\n")] == [
        "a scenario lacks the key 'acts'",
        "a scenario lacks the key 'jurisdiction'",
        "a scenario lacks the key 'scenario'",
        "a scenario lacks the key 'until'",
    ]


@pytest.mark.parametrize(
    ("text", "column", "code", "message"),
    [
        ("- a\n", 1, "PR203", "a scenario: this must be keys with values, not a list"),
        ("scenario:x\n", 1, "PR203", "a scenario: this must be keys with values, not text"),
        ("just words\n", 1, "PR203", "a scenario: this must be keys with values, not text"),
        ("# nothing\n", 1, "PR102", "the file holds nothing but comments"),
    ],
)
def test_a_file_that_is_no_scenario(told: Told, text: str, column: int, code: str, message: str) -> None:
    (fault,) = told.faults(text)
    assert (fault.place.line, fault.place.column, fault.code, fault.message) == (1, column, code, message)
    assert fault.help


@pytest.mark.parametrize(
    ("acts", "code", "message"),
    [
        ("acts: §[]", "PR204", "acts: nothing is written here"),
        ("§acts:", "PR204", "acts: nothing is written here"),
        ("acts: §{act: convene}", "PR203", "acts: this must be a list, not keys with values"),
        ("acts: [§convene]", "PR203", "an act: this must be keys with values, not text"),
        ("acts: [§[act, convene]]", "PR203", "an act: this must be keys with values, not a list"),
    ],
)
def test_acts_of_the_wrong_shape(told: Told, acts: str, code: str, message: str) -> None:
    text, line, column = planted(f"scenario: x\njurisdiction: tiny\n{acts}\nuntil: 2023-04-30\n")
    found = told.faults(text)
    assert [(each.place.line, each.place.column, each.code) for each in found] == [(line, column, code)]
    assert found[0].message == message


def test_a_fault_in_a_list_that_is_no_list_is_told_once(told: Told) -> None:
    text = altered(SCENARIO, "under: tiny.const.1, because", "under: [tiny.const.1], because")
    assert [each.code for each in told.faults(text)] == ["PR203"]


def test_an_expectation_of_a_kind_that_occurs_twice(told: Told) -> None:
    twice = ("act: convene\nid: first\ndate: 2023-02-01", "act: convene\nid: second\ndate: 2023-03-01")
    expect = "expect:\n  - {act: §convene, is: lawful, because: it met}\n"
    text, line, column = planted(acts(*twice, more=expect))
    (fault,) = told.faults(text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR207")
    assert (fault.message, fault.help) == ("2 acts are of the kind 'convene'", "name one by its id: first, second")


def test_a_lapse_may_name_an_act_that_never_was(told: Told) -> None:
    expect = "expect:\n  - {lapse: tiny.const.2, act: convene, shown: no, because: it never met}\n"
    expected = told.scenario(act("act: dissolve\ndate: 2023-01-19", expect)).expect[0]
    assert (expected.lapse, expected.act, expected.shown) == ("tiny.const.2", "convene", False)
    (fault,) = told.faults(act("act: dissolve\ndate: 2023-01-19", expect.replace("convene", "convoke")))
    assert (fault.code, fault.help) == ("PR207", "did you mean 'convene'?")


def test_the_whole_file_in_one_pass_sorted_by_place(told: Told) -> None:
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
    with_places = [(each.place.line, each.place.column, each.code) for each in told.faults(text)]
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


def test_a_fault_of_the_text_makes_it_an_error_of_the_file(told: Told) -> None:
    for text, codes in (
        (altered(SCENARIO, "act: register", "act: !x registr"), ["PR106"]),
        (altered(SCENARIO, "Qoşanov", "Qo\x07anov").replace("date: 2023-02-05", "date: soon"), ["PR206", "PR109"]),
    ):
        with pytest.raises(FileError) as caught:
            told.scenario(text)
        assert [each.code for each in caught.value.diagnostics] == codes


def test_a_diagnostic_of_a_scenario_is_written_whole(told: Told) -> None:
    (fault,) = told.faults(altered(SCENARIO, "date: 2023-02-05", "date: 2023-13-19"))
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
        *(
            "signed",
            "published",
            "candidate",
            "wiki",
            "decree",
            "title",
            "publisher",
            "standing",
            "is",
            "under",
            "lapse",
        ),
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


def only_author_errors(text: str, told: Told) -> None:
    try:
        scenario = told.scenario(text)
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
def test_any_structure_is_read_or_refused(told: Told, top: dict[str, object], quote: str) -> None:
    only_author_errors("\n".join(f"{key}: {written(value, quote)}" for key, value in top.items()), told)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6), min_size=1, max_size=3),
    more=st.dictionaries(KEYS, VALUES, max_size=3),
    quote=st.sampled_from(["", '"']),
)
def test_any_acts_are_read_or_refused(
    told: Told, acts: list[dict[str, object]], more: dict[str, object], quote: str
) -> None:
    whole = [{"act": "convene", "date": "2023-01-19", **each} for each in acts]
    head = f"scenario: x\njurisdiction: tiny\nuntil: 2023-04-30\n{SOURCES}acts: {written(whole, quote)}\n"
    rest = {key: value for key, value in more.items() if key in ("given", "complete", "readings", "expect", "actors")}
    only_author_errors(head + "\n".join(f"{key}: {written(value, quote)}" for key, value in rest.items()), told)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_scenario_with_a_few_letters_changed_is_read_or_refused(told: Told, data: st.DataObject) -> None:
    text = SCENARIO
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(SCALARS | KEYS) + text[start + data.draw(st.integers(0, 5)) :]
    only_author_errors(text, told)


def test_deep_nesting_in_a_scenario(told: Told) -> None:
    fault = told.faults("acts: " + "[" * 3000)[-1]
    assert (fault.place.line, fault.code) == (1, "PR108")
