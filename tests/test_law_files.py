"""Statute books: what is read, and every planted fault with its place, its code and a way out."""

from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procedure.errors import Diagnostic, LawError
from procedure.jurisdiction import load_law
from procedure.law import UNKNOWN, Law, Term, term_text
from procedure.moments import Moment
from procedure.periods import Period
from procedure.term_files import parse_term
from procedure.votes import Share
from tests.tiny import LAW, READINGS, altered, planted, tiny

ZONE = "Asia/Almaty"


def load(folder: Path, law: str = LAW, readings: str = READINGS, **more: str) -> Law:
    tiny(folder, law=law, readings=readings)
    for name, text in more.items():
        (folder / "law" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_law(folder / "law", ZONE)


def faults(folder: Path, law: str = LAW, readings: str = READINGS, **more: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(LawError) as caught:
        load(folder, law, readings, **more)
    return caught.value.diagnostics


# What is read


def test_the_tiny_law_is_read(tmp_path: Path) -> None:
    law = load(tmp_path)
    convening = law.norms["tiny.const.2"]
    assert [(each.since, each.until) for each in convening.versions] == [
        (date(2000, 1, 1), date(2019, 12, 31)),
        (date(2020, 1, 1), None),
    ]
    assert convening.versions[1].terms == {
        "convening": Period(20, "days"),
        "opens": time(10),
        "ballot": "secret",
        "elders": ("A", "B"),
    }
    assert law.norms["tiny.const.1"].versions[0].terms["majority"] == Share(
        Fraction(1, 2), "more than", "statutory seats"
    )
    assert law.resolve("tiny.const.9") is law.norms["tiny.const.1"]
    assert law.axes["first_day"].working == "day_after"
    assert law.axes["first_day"].bears_on == ("tiny.const.2",)


def test_a_version_ends_where_the_next_begins(tmp_path: Path) -> None:
    law = load(tmp_path, altered(LAW, "        until: 2019-12-31\n", ""))
    assert law.norms["tiny.const.2"].versions[0].until == date(2019, 12, 31)


def test_versions_are_sorted_by_their_first_day(tmp_path: Path) -> None:
    start, end = LAW.index("      2020-01-01:"), LAW.index("claimed citations")
    moved = LAW[:start] + LAW[end:]
    law = altered(moved, "      2000-01-01:\n        until", f"{LAW[start:end]}      2000-01-01:\n        until")
    assert load(tmp_path, law) == load(tmp_path)


def test_what_readers_are_shown_may_stand_in_each_language(tmp_path: Path) -> None:
    text = altered(LAW, "instrument: Constitution of Tiny", "instrument: {en: Constitution of Tiny, ru: Конституция}")
    text = altered(text, "cite as: Const.", "cite as: {en: Const., kk: Конст.}")
    text = altered(
        text, "    title: {en: Dissolution}\n", "    cite: {en: 1 (first), ru: 1 (первая)}\n    title: {en: D}\n"
    )
    text = altered(
        text, "    title: {en: Convening}\n", "    title: {en: C}\n    not encoded: {en: no act, ru: нет акта}\n"
    )
    held = altered(READINGS, "held by: the House", "held by: {en: the House, ru: Палата}")
    held = altered(held, "standing: argued", "standing: excluded, excluded by: {en: a ruling, ru: решение}")
    law = load(tmp_path, text, held)
    first, second = law.norms["tiny.const.1"], law.norms["tiny.const.2"]
    assert [law.cite(first.id, each) for each in ("en", "ru", "kk")] == [
        "Const. 1 (first)",
        "Const. 1 (первая)",
        "Конст. 1 (first)",
    ]
    assert law.cite(second.id) == "Const. 2"
    assert law.instruments[0].title["ru"] == "Конституция"
    assert (first.not_encoded, second.not_encoded) == ({}, {"en": "no act", "ru": "нет акта"})
    answers = law.axes["first_day"].answers
    assert [each.held_by for each in answers] == [{"en": "the House", "ru": "Палата"}, {"en": "a lawyer"}]
    assert [each.excluded_by for each in answers] == [{}, {"en": "a ruling", "ru": "решение"}]


REPEAL = """\
      2024-01-01:
        repealed: true
        text known: verified
        source: https://example.org/const
claimed citations:
"""


def test_a_repeal_is_a_version_without_words(tmp_path: Path) -> None:
    norm = load(tmp_path, altered(LAW, "claimed citations:\n", REPEAL)).norms["tiny.const.2"]
    assert norm.in_force(date(2023, 12, 31)) is norm.versions[1]
    assert norm.in_force(date(2024, 1, 1)) is None


# Planted faults; § marks the place

INSTRUMENT = [
    (
        "instrument: Constitution",
        "§instrumnt: Constitution",
        ["PR201", "PR202"],
        "unknown key 'instrumnt'",
        "'instrument'",
    ),
    ("instrument: Constitution of Tiny", "instrument: §1995", ["PR204"], "instrument: this must be words", "in words"),
    ("kind: law", "kind: §statute", ["PR205"], "kind: 'statute' cannot stand here", "known: delegated, law, practice"),
    ("checked on: 2026-11-21", "checked on: §2026-11-31", ["PR206"], "checked on: day is out of range", "2023-03-19"),
    ("checked on: 2026-11-21", "§checked on:", ["PR204"], "checked on: nothing is written here", "write a value"),
    ('  "2":\n', '  §"1":\n', ["PR105"], "the key '1' stands twice", "it stands first in line 7; keep one"),
    (
        '  "9": {means: tiny.const.1,',
        '  "9": {means: §tiny.const.7,',
        ["PR207"],
        "there is no norm 'tiny.const.7'",
        "'tiny.const.",
    ),
    (
        "claimed by: [an encyclopaedia]",
        "claimed by: §an encyclopaedia",
        ["PR203"],
        "must be a list, not text",
        "[an encyclopaedia]",
    ),
    (", standing: rejected}", ", §status: rejected}", ["PR202", "PR201"], "unknown key 'status'", "known: "),
]

NORMS = [
    (
        "nature: power",
        "nature: §right",
        ["PR205"],
        "nature: 'right' cannot stand here",
        "known: bar, definition, duty, power, requirement",
    ),
    ("    nature: power\n", "    §natur: power\n", ["PR202", "PR201"], "unknown key 'natur'", "did you mean 'nature'?"),
    (
        "lateness: breaches duty",
        "lateness: §breach duty",
        ["PR205"],
        "lateness: 'breach duty' cannot stand here",
        "did you mean 'breaches duty'?",
    ),
    (
        "nature: duty",
        "nature: duty\n    breach: §void",
        ["PR202"],
        "'tiny.const.2' makes acts void without citing a basis",
        "`basis:`",
    ),
    (
        "nature: duty",
        "nature: duty\n    breach: §null",
        ["PR205"],
        "breach: 'null' cannot stand here",
        "known: unlawful, void",
    ),
    ("nature: duty", "nature: duty\n    kind: §custom", ["PR205"], "kind: 'custom' cannot stand here", "known: "),
    ("nature: duty", "nature: duty\n    touches: §convene", ["PR203"], "touches: this must be a list", "[convene]"),
    ("title: {en: Convening}", "title: §{kk: Шақыру}", ["PR202"], "title lacks the key 'en'", "add `en: …`"),
    ("title: {en: Convening}", "title: §30", ["PR204"], "title: this must be words", "in words"),
    (
        "      2020-01-01:\n",
        "      §2020-13-01:\n",
        ["PR206"],
        "the first day of a version: month must be",
        "2007-05-21",
    ),
    (
        "      2020-01-01:\n",
        "      §from 2020:\n",
        ["PR206"],
        "the first day of a version: 'from 2020' is not a date",
        "2007-05-21",
    ),
    (
        "until: 2019-12-31",
        "until: §2020-12-31",
        ["PR208"],
        "two versions of norm 'tiny.const.2' are in force on 2020-01-01",
        "2019-12-31",
    ),
    (
        "until: 2019-12-31",
        "until: §1999-12-31",
        ["PR208"],
        "until 1999-12-31 lies before the first day, 2000-01-01",
        "correct one",
    ),
    ("until: 2019-12-31", "until: §2019-02-29", ["PR206"], "until: day is out of range", "2023-03-19"),
    (
        "text known: secondary",
        "text known: §rumour",
        ["PR205"],
        "text known: 'rumour' cannot stand here",
        "known: secondary, unread, unverified, verified",
    ),
    ("        sources: [https", "        sources: §https", ["PR203", "PR103"], "", ""),
]

TERMS = [
    ("30 days", "§30 dyas", "'dyas' is not a unit of time: the units are minutes, hours, days"),
    ("30 days", "§30 Days", "'30 Days' is not a period: write a whole number and a unit"),
    ("30 days", "§30days", "'30days' is not a period"),
    ("30 days", "§30 fortnights", "'fortnights' is not a unit of time"),
    ("30 days", "§-30 days", "'-30 days' is not a whole number"),
    ("30 days", "§1 month 2 days", "'1 month 2 days' is not a period"),
    ("30 days", "§4000000 days", "'4000000 days' is not a period"),
    ("30 days", "§999999 years", "'999999 years' is longer than 500 years"),
    ("30 days", "§200000 working days", "'200000 working days' is longer than 500 years"),
    ("30 days", f"§{'9' * 5000}", "the number has 5000 digits"),
    ("30 days", "§'12,000'", "'12,000' is not a whole number: write 12000, without separators"),
    ("30 days", "§12 000", "'12 000' is not a whole number: write 12000, without separators"),
    ("30 days", "§2023-13-19", "month must be in 1..12"),
    ("30 days", "§2023-02-30 10:00", "day is out of range for month"),
    ("30 days", "§19.03.2023", "'19.03.2023' is not a whole number"),
    ("30 days", "§0099-01-01", "the year 0099 is not between 1000 and 2999"),
    ('"10:00"', '§"25:00"', "hour must be in 0..23"),
    ('"10:00"', '§"9:00"', "'9:00' is not a time"),
    ('"10:00"', '§"24:00"', "24:00 is no time of its own"),
    ("more than 1/2 of statutory seats", "§1/2", "'1/2' is not a share"),
    ("more than 1/2 of statutory seats", "§51%", "'51%' is not a share"),
    ("more than 1/2 of statutory seats", "§more than half of statutory seats", "is not a share: write it like"),
    ("more than 1/2 of statutory seats", "§at least 1/0 of statutory seats", "nothing is divided by zero"),
    ("more than 1/2 of statutory seats", "§at least 3/2 of statutory seats", "can never be met"),
    ("more than 1/2 of statutory seats", f"§at least 1/{'9' * 5000} of seats", "holds a number of more than 18 digits"),
    ("more than 1/2 of statutory seats", "§at most 1e9 of statutory seats", "is not a share"),
]

AXES = [
    (
        "  question: {en: Does the first day count?}\n",
        "",
        ["PR202"],
        "axis 'first_day' lacks the key 'question'",
        "add `question: …`",
    ),
    (
        "bears on: [tiny.const.2]",
        "bears on: [§tiny.cons.2]",
        ["PR207"],
        "there is no norm 'tiny.cons.2'",
        "did you mean 'tiny.const.2'?",
    ),
    (
        "bears on: [tiny.const.2]",
        "bears on: [§[tiny.const.2]]",
        ["PR203"],
        "bears on: this must be text, not a list",
        "one value",
    ),
    (
        "standing: practised",
        "standing: §practiced",
        ["PR205"],
        "standing: 'practiced' cannot stand here",
        "did you mean 'practised'?",
    ),
    ("held by: a lawyer}", "held by: a lawyer, working: §true}", ["PR205"], "more than one working answer", "keep one"),
    ("working: true", "working: §yes", ["PR205"], "working: 'yes' cannot stand here", "known: false, true"),
    ("since: 2001-01-01", "since: §2001-02-29", ["PR206"], "since: day is out of range", "2023-03-19"),
    (
        "same_day: {sets: {first: same day}, standing: argued",
        "same_day: §{standing: excluded",
        ["PR202"],
        "is excluded by nobody",
        "`excluded by:`",
    ),
    (
        "held by: a lawyer",
        "held by: §{ru: юрист}",
        ["PR202"],
        "held by lacks the key 'en'",
        "add `en: …`",
    ),
    (
        "standing: argued, held by: a lawyer",
        "standing: argued, held by: §7",
        ["PR204"],
        "held by: this must be words",
        "in words",
    ),
    (
        "same_day: {sets: {first: same day}",
        "same_day: {sets: {first: §the day itself}",
        ["PR205"],
        "term 'first': 'the day itself' cannot stand here",
        "known: day after, full days, same day, unknown",
    ),
    (
        "same_day: {sets: {first: same day}",
        "same_day: {sets: {count: §1 dya}",
        ["PR206"],
        "term 'count': 'dyas' is not a unit",
        "40 days",
    ),
    (
        "same_day: {sets: {first: same day}",
        "same_day: {sets: §first",
        ["PR203"],
        "sets: this must be keys with values",
        "key: value",
    ),
]


@pytest.mark.parametrize(("old", "new", "codes", "message", "help"), [*INSTRUMENT, *NORMS[:-1]])
def test_a_fault_in_an_instrument(
    tmp_path: Path, old: str, new: str, codes: list[str], message: str, help: str
) -> None:
    text, line, column = planted(altered(LAW, old, new))
    found = faults(tmp_path, text)
    assert [each.code for each in found] == codes
    fault = next(each for each in found if message in each.message)
    assert (fault.place.line, fault.place.column) == (line, column)
    assert fault.place.file == str(tmp_path / "law" / "constitution.yaml")
    assert help in fault.help
    assert all(each.help for each in found)


@pytest.mark.parametrize(("old", "new", "message"), TERMS)
def test_a_fault_in_a_term(tmp_path: Path, old: str, new: str, message: str) -> None:
    text, line, column = planted(altered(LAW, old, new))
    (fault,) = faults(tmp_path, text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR206")
    assert message in fault.message
    assert fault.message.startswith("term '")
    assert fault.help == "write it like `40 days`"


@pytest.mark.parametrize(("old", "new", "codes", "message", "help"), AXES)
def test_a_fault_in_a_reading(tmp_path: Path, old: str, new: str, codes: list[str], message: str, help: str) -> None:
    text = altered(READINGS, old, new)
    text, line, column = planted(text) if "§" in text else (text, 2, 3)
    found = faults(tmp_path, readings=text)
    assert [each.code for each in found] == codes
    assert message in found[0].message
    assert (found[0].place.line, found[0].place.column) == (line, column)
    assert help in found[0].help


def test_an_excluded_answer_cannot_be_the_working_one(tmp_path: Path) -> None:
    text = altered(READINGS, "standing: practised", "standing: excluded, excluded by: a ruling")
    text, line, column = planted(altered(text, "working: true", "working: §true"))
    (fault,) = faults(tmp_path, readings=text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR205")
    assert fault.message == "answer 'day_after' is excluded and cannot be the working one"


@pytest.mark.parametrize(
    ("law", "message"),
    [
        (
            altered(LAW, LAW[LAW.index("articles:") : LAW.index("claimed")], "articles: §{}\n"),
            "the instrument has no articles",
        ),
        (
            altered(LAW, LAW[LAW.index("articles:") : LAW.index("claimed")], "§articles:\n"),
            "articles: nothing is written here",
        ),
        (
            altered(
                LAW,
                LAW[LAW.index("      2000-01-01:\n        until") - 14 : LAW.index("claimed")],
                "    versions: §{}\n",
            ),
            "norm 'tiny.const.2' has no versions",
        ),
    ],
)
def test_what_holds_nothing_is_a_fault(tmp_path: Path, law: str, message: str) -> None:
    text, line, column = planted(law)
    fault = faults(tmp_path, text)[0]
    assert (fault.place.line, fault.place.column, fault.code, fault.message) == (line, column, "PR204", message)
    assert fault.help


def test_an_axis_without_answers(tmp_path: Path) -> None:
    text, line, column = planted(READINGS[: READINGS.index("  answers:")] + "  answers: §{}\n")
    (fault,) = faults(tmp_path, readings=text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR204")
    assert fault.message == "axis 'first_day' has no answers"


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "help"),
    [
        ("repealed: true", "repealed: §yes", "PR205", "repealed: 'yes' cannot stand here", "known: false, true"),
        ("repealed: true", "repealed: true\n        §says: {en: x}", "PR201", "unknown key 'says'", "known: "),
        (
            "        text known: verified\n        source: https://example.org/const\nclaimed",
            "claimed",
            "PR202",
            "lacks",
            "add",
        ),
    ],
)
def test_a_fault_in_a_repeal(tmp_path: Path, old: str, new: str, code: str, message: str, help: str) -> None:
    text = altered(LAW, "claimed citations:\n", REPEAL)
    text = altered(text, old, new)
    text, line, column = planted(text) if "§" in text else (text, 34, 9)
    found = faults(tmp_path, text)
    fault = next(each for each in found if each.code == code)
    assert (fault.place.line, fault.place.column) == (line, column)
    assert message in fault.message
    assert help in fault.help


def test_a_question_that_closes_before_it_opens(tmp_path: Path) -> None:
    text, line, column = planted(READINGS + "  opens: 2023-01-20\n  closes: §2023-01-19\n")
    (fault,) = faults(tmp_path, readings=text)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR208")
    assert fault.message == "axis 'first_day' closes on 2023-01-19, before it opens on 2023-01-20"


def test_two_instruments_with_one_id(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, second=LAW[: LAW.index("claimed")])
    assert (Path(fault.place.file).name, fault.place.line, fault.place.column) == ("second.yaml", 2, 5)
    assert (fault.code, fault.message) == ("PR205", "two instruments have the id 'tiny.const'")
    assert "Constitution of Tiny" in fault.help


def test_an_axis_in_two_files(tmp_path: Path) -> None:
    text = READINGS.replace("tiny.const.2", "tiny.const.1")
    more = {"readings-2": text}
    (fault,) = faults(tmp_path, **more)
    assert (Path(fault.place.file).name, fault.place.line, fault.place.column, fault.code) == (
        "readings.yaml",
        1,
        1,
        "PR205",
    )
    assert fault.message == "the axis 'first_day' stands in another file too"


def test_a_folder_without_law(tmp_path: Path) -> None:
    with pytest.raises(LawError) as caught:
        load_law(tmp_path / "law", ZONE)
    (fault,) = caught.value.diagnostics
    assert (fault.place.file, fault.code, fault.message) == (str(tmp_path / "law"), "PR101", "no law is in this folder")
    assert fault.help


def test_a_file_that_holds_a_list(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, other="- a\n- b\n")
    assert (fault.place.line, fault.place.column, fault.code) == (1, 1, "PR203")
    assert fault.message == "an instrument: this must be keys with values, not a list"


def test_all_faults_of_all_files_come_in_one_pass_sorted_by_place(tmp_path: Path) -> None:
    law = LAW.replace("nature: power", "nature: right").replace("30 days", "30 dyas").replace("kind: law", "kind: lawe")
    readings = READINGS.replace("argued", "argud").replace("2001-01-01", "2001-01-32")
    found = faults(tmp_path, law, readings, broken="a: &x 1\nb: 'y\n", empty="")
    assert [(Path(each.place.file).name, each.place.line, each.code) for each in found] == [
        ("broken.yaml", 1, "PR106"),
        ("broken.yaml", 2, "PR103"),
        ("constitution.yaml", 4, "PR205"),
        ("constitution.yaml", 10, "PR205"),
        ("constitution.yaml", 25, "PR206"),
        ("empty.yaml", 1, "PR102"),
        ("readings.yaml", 6, "PR206"),
        ("readings.yaml", 7, "PR205"),
    ]


def test_norms_of_a_file_that_cannot_be_read_are_not_called_unknown(tmp_path: Path) -> None:
    found = faults(tmp_path, LAW.replace("id: tiny.const", "id: 'tiny.const"))
    assert {Path(each.place.file).name for each in found} == {"constitution.yaml"}


# Terms


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("98", 98),
        ("0", 0),
        ("40 days", Period(40, "days")),
        ("1 month", Period(1, "months")),
        ("5 working days", Period(5, "working days")),
        ("20 minutes", Period(20, "minutes")),
        ("more than 1/2 of statutory seats", Share(Fraction(1, 2), "more than", "statutory seats")),
        ("majority of present", Share(Fraction(1, 2), "more than", "present")),
        ("2/3 of deputies in office", Share(Fraction(2, 3), "at least", "deputies in office")),
        ("5% of votes of those who took part", Share(Fraction(1, 20), "at least", "votes of those who took part")),
        ("at most 130% of list seats", Share(Fraction(13, 10), "at most", "list seats")),
        ("at most 130% of list seats, rounded up", Share(Fraction(13, 10), "at most", "list seats", "up")),
        ("2023-02-08 18:00", Moment.parse("2023-02-08 18:00", ZONE)),
        ("2023-02-08", Moment.on(date(2023, 2, 8), ZONE)),
        ("07:00", time(7)),
        ("0.7", "0.7"),
        ("secret", "secret"),
        ("next working day", "next working day"),
        ("majority", "majority"),
        ("unknown", UNKNOWN),
    ],
)
def test_a_term_is_read_by_its_form(text: str, term: Term) -> None:
    assert parse_term(text, ZONE) == term


@pytest.mark.parametrize(
    "text", ["98", "40 days", "1 year", "at least 2/3 of statutory seats", "07:00", "secret", "unknown"]
)
def test_a_term_is_written_as_it_was_read(text: str) -> None:
    assert term_text(parse_term(text, ZONE)) == text


def test_a_moment_and_a_list_are_written() -> None:
    assert term_text(parse_term("2023-02-08 18:00", ZONE)) == "2023-02-08T18:00+06:00"
    assert term_text(("defence", "foreign affairs")) == "defence, foreign affairs"


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.from_regex(r"(more than|at least|at most) [0-9./%e-]{1,8}( of [a-z ]{1,8})?|[0-9:. -]{1,20}[a-z]*")
)
def test_any_term_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        term = parse_term(text, ZONE)
    except ValueError as error:
        assert str(error)
    else:
        assert isinstance(term_text(term), str)
        assert not (isinstance(term, str) and text[:1].isdigit() and text.isascii() and "." not in text)
