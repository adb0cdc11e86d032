"""Acts: their times, actors, cases and facts, and every planted fault with its place, its code and a way out."""

from datetime import date, time
from fractions import Fraction

import pytest

from procedure.moments import Moment
from procedure.periods import Period
from tests.tiny import SCENARIO, Told, act, acts, altered, check, planted, tiny

ZONE = "Asia/Almaty"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(tiny(tmp_path_factory.mktemp("tiny")))


# What is read


def test_facts_of_every_type(told: Told) -> None:
    facts = (
        '{object: Senate, share: 1/3, poll_day: 2023-03-19, session: 2023-03-29 10:00, opening: "07:00", '
        "length: 20 minutes, secret: no, ground: 'Number 7'}"
    )
    scenario = told.scenario(act(f"act: dissolve\ndate: 2023-01-19\nzone: Europe/London\nfacts: {facts}"))
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
def test_the_time_of_an_act(told: Told, lines: str, when: str) -> None:
    found = told.scenario(act(f"act: convene\n{lines}")).acts[0].when
    wanted = Moment.parse(when, ZONE)
    assert (found.earliest, found.zone) == (wanted.earliest, wanted.zone)
    assert abs((found.latest - wanted.latest).total_seconds()) < 1


# Planted faults; § marks the place

ACTS = [
    ("act: register", "act: §registr", "PR207", "no act 'registr' is known in tiny", "did you mean 'register'?"),
    ("act: register", "act: §dissоlve", "PR207", "no act 'dissоlve' is known in tiny", "CYRILLIC SMALL LETTER O"),
    ("  - act: register\n    date", "  - §date", "PR202", "an act lacks the key 'act'", "add `act: …`"),
    ("  - act: register", "  - §act:", "PR204", "act: nothing is written here", "write a value"),
    ("id: convene-house", "id: §dissolve", "PR205", "two acts have the id 'dissolve'", "the first is in line 12"),
    (
        "  - act: register",
        "  - act: §convene-house",
        "PR207",
        "no act 'convene-house' is known in tiny",
        "did you mean 'convene'?",
    ),
    (
        "date: 2023-02-05",
        "§dat: 2023-02-05\n    date: 2023-02-05",
        "PR201",
        "unknown key 'dat' in an act",
        "did you mean 'date'?",
    ),
    ("date: 2023-02-05", "date: §2023-13-19", "PR206", "date: month must be in 1..12", "write it like `2023-03-19`"),
    (
        "date: 2023-02-05",
        "date: §2023-02-30",
        "PR206",
        "date: day is out of range for month",
        "write it like `2023-03-19`",
    ),
    ("date: 2023-02-05", "date: §2023-2-5", "PR206", "date: '2023-2-5' is not a date", "write it like `2023-03-19`"),
    ("date: 2023-02-05", "date: §[2023-02-05]", "PR203", "date: this must be text, not a list", "one value"),
    ("date: 2023-02-05", "§date:", "PR204", "date: nothing is written here", "write a value"),
    ("date: 2023-02-05", "date: §0023-02-05", "PR206", "the year 0023 is not between 1000 and 2999", "2023-03-19"),
    ('time: "16:04"', 'time: §"25:00"', "PR206", "time: hour must be in 0..23", 'write it like `"18:00"`'),
    ('time: "16:04"', 'time: §"24:00"', "PR206", "time: 24:00 is no time of its own", 'write it like `"18:00"`'),
    ('time: "16:04"', "time: §4 pm", "PR206", "time: '4 pm' is not a time", 'write it like `"18:00"`'),
    ('time: "16:04"', 'zone: §Asia/Astana\n    time: "16:04"', "PR206", "there is no time zone 'Asia/Astana'", "IANA"),
    ('time: "16:04"', "zone: §../etc", "PR206", "there is no time zone '../etc'", "IANA"),
    (
        "by: President\n    what",
        "by: §Presidnt\n    what",
        "PR207",
        "by: no actor 'Presidnt' is known",
        "did you mean 'President'?",
    ),
    ("by: President\n    what", "by: §Queen\n    what", "PR207", "by: no actor 'Queen' is known", "own `actors:`"),
    (
        "by: President\n    what",
        "by: §[President]\n    what",
        "PR203",
        "by: this must be text, not a list",
        "one value",
    ),
    (
        "what: The President dissolves",
        "found by: §Cort\n    what: He dissolves",
        "PR207",
        "found by: no actor 'Cort'",
        "`actors:`",
    ),
    (
        "what: The President dissolves the House.",
        "what: §42",
        "PR204",
        "what: this must be words, not '42'",
        "in words",
    ),
    (
        "what: The President dissolves",
        "status: §rumoured\n    what: He dissolves",
        "PR205",
        "status: 'rumoured' cannot stand here",
        "known: ",
    ),
    ("object: House", "object: §Hose", "PR205", "object: 'Hose' cannot stand here", "did you mean 'House'?"),
    ("object: House", "§objekt: House", "PR207", "the act 'dissolve' has no fact 'objekt'", "did you mean 'object'?"),
    ("seats: 98, share", "seats: §ninety, share", "PR206", "seats: 'ninety' is not a whole number", "98"),
    ("seats: 98, share", "seats: §'6,354', share", "PR206", "write 6354, without separators", "98"),
    ("seats: 98, share", "seats: §[98], share", "PR203", "seats: this must be text, not a list", "one value"),
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
    ("share: 54.21%", "ground: §''", "PR204", "ground: nothing is written here", "write a value, or remove the key"),
    ("votes: {Left: 5", "votes: {Left: §five", "PR206", "votes of 'Left': 'five' is not a whole number", "98"),
    (
        "votes: {Left: 5, Right: 3}",
        "votes: §5",
        "PR203",
        "votes: this must be keys with values, not text",
        "key: value",
    ),
    ("with: [Mäjilis]", "with: §Mäjilis", "PR203", "with: this must be a list, not text", "[Mäjilis]"),
    ("rounds: [1, 2]", "rounds: [1, §two]", "PR206", "rounds: 'two' is not a whole number", "98"),
    ('signed: "16:00"', "sgned: x, §signd: x", "PR201", "unknown key 'signd' in moments", "did you mean 'signed'?"),
    ('signed: "16:00"', 'signed: §"16:60"', "PR206", "signed: minute must be in 0..59", '"10:50"'),
    (
        "published: 2023-01-20",
        "published: §tomorrow",
        "PR206",
        "published: 'tomorrow' is not a date",
        "2023-01-19 16:04",
    ),
    (
        "    sources: [decree]\n  - act: convene",
        "    sources: [§decre]\n  - act: convene",
        "PR207",
        "no source 'decre'",
        "'decree'",
    ),
    (
        "    sources: [decree]\n  - act: convene",
        "    sources: §decree\n  - act: convene",
        "PR203",
        "must be a list",
        "[decree]",
    ),
    (
        "{candidate: E. Qoşanov}",
        "{§district: '12'}",
        "PR207",
        "no procedure runs for each 'district'",
        "known: candidate",
    ),
    (
        "    case: {candidate: E. Qoşanov}\n",
        "",
        "PR202",
        "'register' runs for each candidate",
        "add `case: {candidate: …}`",
    ),
    ("{candidate: E. Qoşanov}", "§E. Qoşanov", "PR203", "case: this must be keys with values, not text", "key: value"),
    (
        "order: after dissolve",
        "order: §after disolve",
        "PR207",
        "no act has the id 'disolve'",
        "did you mean 'dissolve'?",
    ),
    (
        "order: after dissolve",
        "order: §after convene-house",
        "PR206",
        "here an act names itself",
        "the other act",
    ),
    ("order: after dissolve", "order: §dissolve", "PR206", "order: 'dissolve' does not say", "`after dissolve`"),
    ("order: after dissolve", "order: §after", "PR206", "order: 'after' does not say", "`after dissolve`"),
    (
        "order: after dissolve",
        "order: §during dissolve",
        "PR206",
        "order: 'during dissolve' does not say",
        "`after dissolve`",
    ),
    (
        "order: after dissolve, ",
        "§odrer: after dissolve, order: after dissolve, ",
        "PR201",
        "unknown key 'odrer' in a claim",
        "'order'",
    ),
    ("      - {order: after dissolve, sources", "      - §{sources", "PR204", "the claim says nothing", "add the fact"),
    (
        "{order: after dissolve, sources: [wiki]}",
        "§{order: after dissolve}",
        "PR202",
        "a claim lacks the key 'sources'",
        "`sources: …`",
    ),
    ("sources: [wiki]}", "sources: §[]}", "PR204", "the claim names no source", "at least one"),
    (
        "sources: [wiki]}",
        "sources: [§wikipedia]}",
        "PR207",
        "no source 'wikipedia' stands under `sources:`",
        "did you mean 'wiki'?",
    ),
    (
        "- {order: after dissolve, sources: [wiki]}",
        "- §order",
        "PR203",
        "a claim: this must be keys with values, not text",
        "key: value",
    ),
    (
        "{not after: 2023-02-02",
        "{not after: §2023-01-02",
        "PR206",
        "not after 2023-01-02 contradicts not before 2023-02-01",
        "correct one",
    ),
    (
        'not after: "2023-02-03 12:00"',
        "not after: §2023-01-03",
        "PR206",
        "contradicts not before 2023-02-01",
        "correct one",
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "message", "help"), ACTS)
def test_a_fault_in_an_act(told: Told, old: str, new: str, code: str, message: str, help: str) -> None:
    text = altered(SCENARIO, old, new)
    text, line, column = planted(text) if "§" in text else (text, 28, 5)
    check(told.faults(text), line, column, code, message, help)


@pytest.mark.parametrize(
    ("lines", "message", "help"),
    [
        ("§act: convene\nby: President", "the act has no date", "`date:`, or both `not before:` and `not after:`"),
        ("§act: convene\nnot before: 2023-03-01", "the act has no date", "`date:`, or both"),
        ('act: convene\ntime: §"18:00"', "there is a time without a date", "add `date:`"),
        (
            'act: convene\nnot before: §"10:00"\nnot after: 2023-03-01',
            "not before is a time without a date",
            "write `not before: 2023-03-29 10:00`",
        ),
    ],
)
def test_an_act_without_a_date(told: Told, lines: str, message: str, help: str) -> None:
    text, line, column = planted(act(lines))
    (fault,) = told.faults(text)
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
def test_times_that_contradict_each_other(told: Told, lines: str, message: str) -> None:
    text, line, column = planted(act(f"act: convene\n{lines}"))
    (fault,) = told.faults(text)
    assert (fault.place.line, fault.place.column, fault.code, fault.message) == (line, column, "PR206", message)
    assert fault.help.startswith("correct ")


@pytest.mark.parametrize("bound", ['not before: §"25:00"', 'not after: §"10:61"', "not after: §2023-02-30 10:00"])
def test_an_impossible_bound(told: Told, bound: str) -> None:
    text, line, column = planted(act(f"act: convene\ndate: 2023-03-29\n{bound}"))
    (fault,) = told.faults(text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR206")
    assert fault.help.startswith("write it like ")


def test_a_wrong_date_does_not_hide_the_rest_of_its_act(told: Told) -> None:
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
    found = told.faults(act(lines))
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


def test_an_unknown_act_does_not_hide_the_rest(told: Told) -> None:
    found = told.faults(
        act("act: dissolv\nid: x\ndate: 2023-02-30\nby: Nobody\nclaims: [{order: after x, sources: [wiki]}]")
    )
    assert [each.code for each in found] == ["PR207", "PR206", "PR207", "PR206"]
    assert found[3].message == "here an act names itself"


def test_what_refers_to_a_faulty_act_is_no_fault(told: Told) -> None:
    text = altered(SCENARIO, "date: 2023-01-19", "date: 2023-01-32")
    assert [each.message for each in told.faults(text)] == ["date: day is out of range for month"]


@pytest.mark.parametrize(
    ("ruling", "code", "message", "help"),
    [
        ("ruling: §quashed", "PR203", "a ruling: this must be keys with values, not text", "key: value"),
        ("ruling: §{does: upholds, merits: yes}", "PR202", "a ruling lacks the key 'on'", "add `on: …`"),
        (
            "ruling: {on: dissolve, does: §quashes, merits: yes}",
            "PR205",
            "does: 'quashes' cannot stand here",
            "upholds",
        ),
        (
            "ruling: {on: dissolve, does: upholds, merits: §maybe}",
            "PR205",
            "merits: 'maybe' cannot stand here",
            "no, yes",
        ),
        ("ruling: {on: §disolve, does: upholds, merits: yes}", "PR207", "no act has the id 'disolve'", "'dissolve'"),
        ("ruling: {on: §convene, does: upholds, merits: yes}", "PR206", "here an act names itself", "the other act"),
        (
            "ruling: {on: dissolve, does: upholds, merits: yes, §by: x}",
            "PR201",
            "unknown key 'by' in a ruling",
            "known: ",
        ),
    ],
)
def test_a_fault_in_a_ruling(told: Told, ruling: str, code: str, message: str, help: str) -> None:
    log = acts("act: dissolve\ndate: 2023-01-19", f"act: convene\ndate: 2023-01-20\n{ruling}")
    text, line, column = planted(log)
    found = told.faults(text)
    assert len(found) == 1
    check(found, line, column, code, message, help)
