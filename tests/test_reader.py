"""Values by type, and hints at the right name."""

from collections.abc import Callable
from datetime import date, time

import pytest

from procedure.errors import Diagnostic, FileError
from procedure.moments import Moment
from procedure.nearest import nearest
from procedure.periods import UNITS, Counting, backward, forward
from procedure.reader import MOST_FAULTS, YEARS, Reader, plain_date, plain_moment, plain_period, whole_number
from procedure.yaml_text import Node, parse
from tests.tiny import planted


def node(text: str) -> Node:
    return parse(text, "x.yaml")


def value(text: str) -> Node:
    """The value under the only key."""
    found = node(text).get("k")
    assert found is not None
    return found


def told(reader: Reader) -> list[tuple[int, int, str, str, str]]:
    return [(each.place.line, each.place.column, each.code, each.message, each.help) for each in reader.faults]


# Hints


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("disolve", ["dissolve", "convene"], "did you mean 'dissolve'?"),
        ("DISSOLVE", ["dissolve", "convene"], "did you mean 'dissolve'?"),
        ("Majilis", ["Mäjilis", "Senate"], "did you mean 'Mäjilis'?"),
        ("Senat", ["Mäjilis", "Senate"], "did you mean 'Senate'?"),
        ("xyz", ["convene", "dissolve"], "known: convene, dissolve"),
        ("xyz", [], ""),
        ("", ["b", "a"], "known: a, b"),
    ],
)
def test_the_nearest_name_is_offered(name: str, known: list[str], hint: str) -> None:
    assert nearest(name, known) == hint


def test_a_letter_of_another_alphabet_is_named() -> None:
    assert nearest("dissоlve", ["dissolve"]) == (
        "did you mean 'dissolve'? The letter 'о' written here is U+043E CYRILLIC SMALL LETTER O."
    )


def test_a_long_list_is_not_told_whole() -> None:
    hint = nearest("zzzz", [f"act-{number}" for number in range(100)])
    assert hint.startswith("100 are known, such as: act-")
    assert len(hint) < 100


def test_a_very_long_name_is_hinted_at_in_time() -> None:
    assert nearest("k" * 1_000_000, ["dissolve", "convene"]) == "known: convene, dissolve"


# Keys


def test_unknown_and_missing_keys() -> None:
    reader = Reader()
    found = reader.fields(node("- titel: x\n  kind: y\n").items[0], "an act", ("title", "kind"), ("note",))  # type: ignore[index]
    assert list(found) == ["kind"]
    assert told(reader) == [
        (1, 3, "PR201", "unknown key 'titel' in an act", "did you mean 'title'?"),
        (1, 3, "PR202", "an act lacks the key 'title'", "add `title: …`"),
    ]


def test_a_comma_in_unquoted_text_is_explained() -> None:
    reader = Reader()
    reader.languages(value("k: {en: Nobody votes for another, and the ballot is handed over.}"), "says")
    assert told(reader) == [
        (
            1,
            35,
            "PR201",
            "unknown key 'and the ballot is handed over.' in says",
            "a comma inside { } begins a new key: put the text before it in quotes",
        )
    ]


@pytest.mark.parametrize(
    ("text", "code", "message", "help"),
    [
        (
            "k: §[a]",
            "PR203",
            "an act: this must be keys with values, not a list",
            "write lines of the form `key: value`",
        ),
        (
            "k: §word",
            "PR203",
            "an act: this must be keys with values, not text",
            "write lines of the form `key: value`",
        ),
        (
            "k:\n  §act:dissolve",
            "PR203",
            "an act: this must be keys with values, not text",
            "put a space after the colon",
        ),
        ("§k:", "PR204", "an act: nothing is written here", "write `key: value` lines under it, or remove the key"),
    ],
)
def test_what_is_no_mapping_is_one_fault(text: str, code: str, message: str, help: str) -> None:
    text, line, column = planted(text)
    reader = Reader()
    assert reader.fields(value(text), "an act", ("act", "date")) == {}
    assert told(reader) == [(line, column, code, message, help)]


# Values


@pytest.mark.parametrize(
    ("read", "text", "code", "message", "help"),
    [
        (
            Reader.text,
            "k: §[a]",
            "PR203",
            "title: this must be text, not a list",
            "write one value, in quotes if need be",
        ),
        (
            Reader.text,
            "k: §{a: b}",
            "PR203",
            "title: this must be text, not keys with values",
            "write one value, in quotes if need be",
        ),
        (Reader.text, "§k:", "PR204", "title: nothing is written here", "write a value, or remove the key"),
        (Reader.text, "k: §'  '", "PR204", "title: nothing is written here", "write a value, or remove the key"),
        (Reader.words, "k: §2023", "PR204", "title: this must be words, not '2023'", "write it in words"),
        (Reader.words, "k: §—", "PR204", "title: this must be words, not '—'", "write it in words"),
        (Reader.items, "k: §a", "PR203", "title: this must be a list, not text", "write [a]"),
        (
            Reader.items,
            "k: §{a: b}",
            "PR203",
            "title: this must be a list, not keys with values",
            "begin each item with `- `",
        ),
        (Reader.items, "§k:", "PR204", "title: nothing is written here", "write a list, or remove the key"),
        (
            Reader.texts,
            "k: [a, §[b]]",
            "PR203",
            "title: this must be text, not a list",
            "write one value, in quotes if need be",
        ),
        (Reader.flag, "k: §yes", "PR205", "title: 'yes' cannot stand here", "known: false, true"),
        (
            Reader.integer,
            "k: §many",
            "PR206",
            "title: 'many' is not a whole number written in digits",
            "write it like `98`",
        ),
        (
            Reader.integer,
            "k: §-5",
            "PR206",
            "title: '-5' is not a whole number written in digits",
            "write it like `98`",
        ),
        (
            Reader.integer,
            "k: §9.5",
            "PR206",
            "title: '9.5' is not a whole number written in digits",
            "write it like `98`",
        ),
        (
            Reader.integer,
            "k: §٩٨",
            "PR206",
            "title: '٩٨' is not a whole number written in digits",
            "write it like `98`",
        ),
        (Reader.integer, "k: §²", "PR206", "title: '²' is not a whole number written in digits", "write it like `98`"),
        (
            Reader.integer,
            "k: §0x1F",
            "PR206",
            "title: '0x1F' is not a whole number written in digits",
            "write it like `98`",
        ),
        (
            Reader.integer,
            "k: §'6,354,612'",
            "PR206",
            "title: '6,354,612' is not a whole number: write 6354612, without separators",
            "write it like `98`",
        ),
        (
            Reader.integer,
            "k: §6 354 612",
            "PR206",
            "title: '6 354 612' is not a whole number: write 6354612, without separators",
            "write it like `98`",
        ),
        (
            Reader.integer,
            f"k: §{'9' * 5000}",
            "PR206",
            "title: the number has 5000 digits, and at most 18 are read",
            "write it like `98`",
        ),
        (
            Reader.date,
            "k: §19.03.2023",
            "PR206",
            "title: '19.03.2023' is not a date: write year-month-day, such as 2023-01-19",
            "write it like `2023-03-19`",
        ),
        (
            Reader.date,
            "k: §0023-03-19",
            "PR206",
            "title: the year 0023 is not between 1000 and 2999",
            "write it like `2023-03-19`",
        ),
        (
            Reader.time,
            "k: §7:00",
            "PR206",
            "title: '7:00' is not a time: write hours and minutes with two digits each, such as 07:00",
            'write it like `"18:00"`',
        ),
        (
            Reader.time,
            "k: §24:00",
            "PR206",
            "title: 24:00 is no time of its own: write it with its date, or as 00:00 of the next day",
            'write it like `"18:00"`',
        ),
        (
            Reader.languages,
            "k: §[a]",
            "PR203",
            "title: this must be keys with values, not a list",
            "write lines of the form `key: value`",
        ),
        (Reader.languages, "k: §{ru: да}", "PR202", "title lacks the key 'en'", "add `en: …`"),
        (
            Reader.languages,
            "k: {en: a, ru: §7}",
            "PR204",
            "title in 'ru': this must be words, not '7'",
            "write it in words",
        ),
        (Reader.languages, "k: {en: a, §de: b}", "PR201", "unknown key 'de' in title", "known: en, kk, ru"),
    ],
)
def test_a_value_of_the_wrong_kind(
    read: Callable[[Reader, Node, str], object], text: str, code: str, message: str, help: str
) -> None:
    text, line, column = planted(text)
    reader = Reader()
    read(reader, value(text), "title")
    assert told(reader) == [(line, column, code, message, help)]


@pytest.mark.parametrize("text", ["2023-13-19", "2023-02-30", "2023-00-01", "2023-04-31"])
def test_an_impossible_date(text: str) -> None:
    reader = Reader()
    assert reader.date(value(f"k: {text}"), "until") is None
    assert told(reader)[0][:3] == (1, 4, "PR206")
    assert reader.faults[0].message.startswith("until: ")


@pytest.mark.parametrize("text", ["25:00", "18:60", "18:00:61", "noon", "18.00", "1800"])
def test_an_impossible_time(text: str) -> None:
    reader = Reader()
    assert reader.time(value(f"k: '{text}'"), "time") is None
    assert told(reader)[0][:3] == (1, 4, "PR206")


def test_values_as_they_should_be() -> None:
    reader = Reader()
    assert reader.integer(value("k: 007"), "k") == 7
    assert reader.date(value("k: 2023-03-19"), "k") == date(2023, 3, 19)
    assert reader.time(value("k: 18:00"), "k") == time(18)
    assert reader.texts(value("k: [a, ' b ']"), "k") == ("a", "b")
    assert reader.flag(value("k: true"), "k")
    assert not reader.flag(None, "k")
    assert reader.languages(value("k: words"), "k") == {"en": "words"}
    assert reader.languages(value("k: {en: a, kk: ә}"), "k") == {"en": "a", "kk": "ә"}
    assert reader.languages(value("k: {en: 63(1), kk: '63'}"), "k", numbers=True) == {"en": "63(1)", "kk": "63"}
    assert reader.text(value("k: ''"), "k", empty=True) == ""
    assert reader.choice(value("k: b"), "k", ("a", "b"), "a") == "b"
    assert reader.faults == []


def test_what_is_absent_is_no_fault() -> None:
    reader = Reader()
    assert (reader.text(None, "k"), reader.items(None, "k"), reader.texts(None, "k")) == ("", [], ())
    assert (reader.integer(None, "k"), reader.date(None, "k"), reader.choice(None, "k", ("a",), "a")) == (
        None,
        None,
        "a",
    )
    assert reader.languages(None, "k") == {}
    assert reader.faults == []


def test_a_choice_that_is_wrong_falls_back() -> None:
    reader = Reader()
    assert reader.choice(value("k: practise"), "kind", ("law", "practice"), "law") == "law"
    assert told(reader) == [(1, 4, "PR205", "kind: 'practise' cannot stand here", "did you mean 'practice'?")]


def test_a_number_too_large_for_python_is_a_fault_and_no_crash() -> None:
    reader = Reader()
    assert reader.typed(value("k: 1"), "k", lambda _: int(float("inf")), "98") is None
    assert [each.code for each in reader.faults] == ["PR206"]


def test_faults_without_end_are_cut_short() -> None:
    reader = Reader()
    root = node("".join(f"k{number}: x\n" for number in range(MOST_FAULTS + 100)))
    with pytest.raises(FileError) as caught:
        reader.fields(root, "a file", (), ("other",))
    assert len(caught.value.diagnostics) == MOST_FAULTS + 2
    last = [each for each in caught.value.diagnostics if each.code == "PR108"]
    assert [(each.place.line, each.message, each.help) for each in last] == [
        (501, "more than 500 faults; the rest of the file is not told", "mend these first")
    ]


def test_faults_carry_the_source_line() -> None:
    reader = Reader()
    reader.integer(value("k: many  # seats"), "seats")
    assert isinstance(reader.faults[0], Diagnostic)
    assert str(reader.faults[0]) == (
        "x.yaml:1:4: error[PR206]: seats: 'many' is not a whole number written in digits\n"
        "   | k: many  # seats\n"
        "   |    ^\n"
        "   help: write it like `98`"
    )


@pytest.mark.parametrize("text", ["", "1.000.000", "1 00", "1,00,000", "1e3", "+1", " 1"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="is not a whole number written in digits"):
        whole_number(text)


def test_dates_and_moments_stay_within_what_a_log_can_speak_of() -> None:
    assert plain_date("2999-12-31") == date(2999, 12, 31)
    assert plain_moment("2023-03-19", "Asia/Almaty") == Moment.on(date(2023, 3, 19), "Asia/Almaty")
    for text in ("0001-01-01T00:00Z", "3000-01-01", "2023-01-01/9998-01-01"):
        with pytest.raises(ValueError, match="is not between 1000 and 2999"):
            plain_moment(text, "America/New_York")


@pytest.mark.parametrize("unit", UNITS)
def test_no_period_runs_beyond_the_calendar(unit: str) -> None:
    longest = max(count for count in range(0, 1_000_000, 250) if fits(f"{count} {unit}"))
    for year in (YEARS[0], YEARS[-1]):
        anchor = Moment.parse(f"{year}-07-01 12:00", "Asia/Almaty")
        for count in (forward, backward):
            count(anchor, plain_period(f"{longest} {unit}"), Counting(), lambda day: day.weekday() < 5)


def fits(text: str) -> bool:
    try:
        plain_period(text)
    except ValueError:
        return False
    return True
