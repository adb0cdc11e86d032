"""Diagnostics as they are read: place, code, the source line with a caret, and the way out."""

import pickle

import pytest

from procedure.characters import named, quoted, shown, visible, width
from procedure.errors import (
    WIDEST,
    Diagnostic,
    FileError,
    JurisdictionError,
    LawError,
    Place,
    ProcedureError,
    ScenarioError,
    TooManyForks,
)
from procedure.yaml_text import Text


def told(line: str, column: int, help: str = "") -> list[str]:
    return str(Diagnostic(Place("x.yaml", 19, column), "PR206", "wrong", help, line)).splitlines()


def test_a_diagnostic_is_written_as_the_design_shows_it() -> None:
    fault = Diagnostic(
        Place("scenarios/kz/x.yaml", 19, 11),
        "PR206",
        "date: month must be in 1..12",
        "write it like `2023-03-19`",
        "    date: 2023-13-19",
    )
    assert str(fault) == (
        "scenarios/kz/x.yaml:19:11: error[PR206]: date: month must be in 1..12\n"
        "   |     date: 2023-13-19\n"
        "   |           ^\n"
        "   help: write it like `2023-03-19`"
    )


def test_a_diagnostic_without_source_or_help_is_one_line() -> None:
    assert str(Diagnostic(Place("x.yaml"), "PR101", "cannot be read")) == "x.yaml:1:1: error[PR101]: cannot be read"


def test_a_blank_source_line_is_not_shown() -> None:
    assert told("   ", 2, "do this") == ["x.yaml:19:2: error[PR206]: wrong", "   help: do this"]


def test_a_severity_is_told() -> None:
    assert str(Diagnostic(Place("x"), "PR301", "odd", severity="warning")) == "x:1:1: warning[PR301]: odd"


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [
        ("by: Президент", 5, 4),
        ("by: Мәжіліс төрағасы Ғ", 22, 21),
        ("by: Ma\u0308jilis x", 14, 12),  # two dots that stand above the letter before them take no column
        ("by: 議会 x", 8, 9),  # each of these letters takes two columns
        ("by: 😀 x", 7, 7),
        ("\tby: x", 2, 1),  # a tab is shown as one space, so that the caret stays under its letter
        ("by: a\u200bb", 7, 6),  # a space of no width is shown as a space
        ("by: x", 6, 5),  # the end of the line, one past its last letter
        ("by: x   ", 9, 8),
    ],
)
def test_the_caret_stands_under_the_column(line: str, column: int, before: int) -> None:
    _, source, caret = told(line, column)
    assert caret == "   | " + " " * before + "^"
    assert source == "   | " + line.replace("\t", " ").replace("\u200b", " ").rstrip()


def test_what_cannot_be_printed_is_a_space_in_the_source_line() -> None:
    _, source, caret = told("a:\x1b[31m\u202ered", 9)
    assert source == "   | a: [31m red"
    assert caret == "   |         ^"


@pytest.mark.parametrize("column", [1, 40, 300, 960, 1000, 1001])
def test_a_long_line_is_shown_in_part(column: int) -> None:
    line = "".join(chr(ord("a") + spot % 26) for spot in range(1000))
    _, source, caret = told(line, column)
    excerpt, spot = source.removeprefix("   | "), len(caret.removeprefix("   | ")) - 1
    assert len(excerpt) <= WIDEST + 4
    assert excerpt.startswith("… ") is (column > WIDEST // 2 + 1)
    assert excerpt.endswith(" …") is (column < 1000 - WIDEST // 2)
    assert (excerpt + "$")[spot] == (line + "$")[column - 1]


def test_a_long_line_of_wide_letters_keeps_to_the_same_width() -> None:
    _, source, caret = told("議" * 500, 250)
    assert sum(map(width, source.removeprefix("   | "))) <= WIDEST + 4
    spot = len(caret.removeprefix("   | ")) - 1
    assert spot == sum(map(width, source.removeprefix("   | ")[: (spot - 2) // 2 + 2]))


def test_a_line_of_megabytes_is_cut_and_not_measured() -> None:
    assert len("\n".join(told("x" * 2_000_000, 1_500_000))) < 400


def test_messages_show_what_cannot_be_seen() -> None:
    fault = Diagnostic(Place("a\nb.yaml"), "PR201", "unknown key 'a\x1b[31m\u202e\u200b\ud800'", "known: \x07")
    assert str(fault) == (
        "a\\x0ab.yaml:1:1: error[PR201]: unknown key 'a\\x1b[31m\\u202e\\u200b\\ud800'\n   help: known: \\x07"
    )
    str(fault).encode()


def test_long_messages_lose_their_middle() -> None:
    fault = Diagnostic(Place("x"), "PR201", f"unknown key '{'k' * 100_000}' in an act")
    assert len(fault.message) < 700
    assert fault.message.startswith("unknown key 'kkk")
    assert fault.message.endswith("kkk' in an act")


def test_names_are_quoted_short() -> None:
    assert quoted("dissolve") == "'dissolve'"
    assert quoted("a\tb") == "'a\\x09b'"
    assert len(quoted("k" * 100_000)) < 100


def test_characters_are_named() -> None:
    assert named("о") == "U+043E CYRILLIC SMALL LETTER O"
    assert named("\0") == "U+0000"
    assert visible("\U000e0001") == "\\U000e0001"
    assert shown("Мәжіліс 議会") == "Мәжіліс 議会"


def test_faults_are_sorted_by_place_and_told_once() -> None:
    text = Text("x", ["a: 1", "b: 2", "c: 3"])
    third, second, first = (
        text.fault(3, 1, "PR201", "z"),
        text.fault(2, 4, "PR206", "y"),
        text.fault(2, 1, "PR205", "x"),
    )
    error = ScenarioError([third, second, first, second])
    assert error.diagnostics == (first, second, third)
    assert str(error) == "\n".join(map(str, (first, second, third)))


def test_line_ten_comes_after_line_nine() -> None:
    faults = [Diagnostic(Place("x", line, column), "PR201", "m") for line, column in ((10, 1), (9, 10), (9, 9))]
    assert [(each.place.line, each.place.column) for each in ScenarioError(faults).diagnostics] == [
        (9, 9),
        (9, 10),
        (10, 1),
    ]


def test_an_error_may_be_one_sentence() -> None:
    error = TooManyForks("more than 64 ways\x07\nthese claims")
    assert str(error) == "more than 64 ways\\x07\nthese claims"
    assert error.diagnostics == ()


@pytest.mark.parametrize("kind", [FileError, LawError, ScenarioError, JurisdictionError, TooManyForks])
def test_every_mistake_of_an_author_is_a_procedure_error(kind: type[ProcedureError]) -> None:
    assert issubclass(kind, ProcedureError)


def test_an_error_travels_between_processes() -> None:
    error = FileError([Text("x", ["a"]).fault(1, 1, "PR103", "wrong", "mend it")])
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is FileError
    assert copy.diagnostics == error.diagnostics
    assert str(copy) == str(error)
