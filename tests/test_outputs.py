"""A report as Markdown and as a table: every act is there, and what a log says stays text."""

import csv
from io import StringIO

import pytest
from attrs import evolve

from procedure.judge import replay
from procedure.render.csv_form import COLUMNS, safe, table
from procedure.render.markdown import markdown, plain
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report
from procedure.words import LANGUAGES, speaker

HOSTILE = """\
scenario: "# <script>alert(1)</script> | a | b |"
about: "[link](javascript:alert(1)) `code` **bold**"
jurisdiction: ruritania
kind: hypothetical
sources:
  gazette: {title: "=cmd|' /C calc'!A0", publisher: "<b>", standing: primary}
acts:
  - act: elect_speaker
    id: one
    date: 2030-05-07
    by: Diet
    what: "=HYPERLINK(\\"x\\") | <img src=x onerror=alert(1)>"
    facts: {ballot: secret, present: 60, for: 30, declared: elected}
    sources: [gazette]
until: 2030-05-08
"""


@pytest.fixture(scope="module")
def report() -> Report:
    """A replay of hostile texts; marks of direction, which the loader refuses, are put in afterwards."""
    report = replay(scenario_from_text(HOSTILE, "hostile.yaml"))
    return evolve(report, about=f"{report.about} \u202e reversed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_shows_hostile_text_as_text(report: Report, language: str) -> None:
    """No angle bracket, bar, link or mark of direction that the log wrote is left to act."""
    text = markdown(report, speaker(report, language))
    assert "<script" not in text.replace("\\<", "")
    assert "<b>" not in text.replace("\\<", "")
    assert "[link](" not in text.replace("\\[", "")
    assert "\u202e" not in text
    rows = [line for line in text.splitlines() if line.startswith("| 1 |")]
    assert len(rows) == 1
    assert rows[0].replace("\\|", "").count("|") == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_for_each_act(report: Report, language: str) -> None:
    rows = list(csv.reader(StringIO(table(report, speaker(report, language)))))
    assert rows[0] == list(COLUMNS)
    assert [row[1] for row in rows[1:]] == [verdict.act for verdict in report.verdicts]
    assert all(len(row) == len(COLUMNS) for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")


@pytest.mark.parametrize("cell", ["49", "a = b", "1-2", ""])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("# x", "\\# x"),
        ("a - b. c", "a - b. c"),
        ("a\nb", "a b"),
        ("*x*", "\\*x\\*"),
    ],
)
def test_text_is_escaped_only_where_it_would_act(text: str, told: str) -> None:
    assert plain(text) == told
