"""The page of a terminal: its width, its marks and colours, and what is known of the report that it shows."""

import textwrap
from collections.abc import Callable, Mapping

from attrs import evolve

from procedure.outcomes import Outcome, Status
from procedure.values import frozen
from procedure.verdict import Report

MARKS = {
    Outcome.LAWFUL: "✓",
    Outcome.UNLAWFUL: "✗",
    Outcome.VOID: "∅",
    Outcome.CONTESTED: "≠",
    Outcome.DISPUTED: "≈",
    Outcome.UNDETERMINED: "?",
    Outcome.IRREGULAR: "~",
    Outcome.UNPLACED: "!",
    Outcome.CONTEXT: "·",
}
STATUS_MARKS = {
    Status.KEPT: "✓",
    Status.BROKEN: "✗",
    Status.UNKNOWN: "?",
    Status.IRREGULAR: "~",
    Status.VOID: "∅",
    Status.UNPLACED: "!",
}
COLOURS = {
    Outcome.LAWFUL: "green",
    Outcome.UNLAWFUL: "red",
    Outcome.VOID: "red",
    Outcome.UNPLACED: "red",
    Outcome.CONTESTED: "magenta",
    Outcome.DISPUTED: "magenta",
    Outcome.UNDETERMINED: "yellow",
    Outcome.IRREGULAR: "cyan",
}

NARROW = 72
"""Below this width the row of an act stands above its text."""

Paint = Callable[[str, str | None, bool], str]


def no_paint(text: str, colour: str | None = None, bold: bool = False) -> str:
    """Text without colour."""
    return text


@frozen
class Page:
    """How a report is laid out: how wide, how much is told, and with which colours."""

    width: int = 100
    verbose: bool = False
    paint: Paint = no_paint
    working: Mapping[str, str] = {}
    excluded: frozenset[tuple[str, str]] = frozenset()
    only: frozenset[Outcome] = frozenset()
    since: str = ""


def knowing(page: Page, report: Report) -> Page:
    """The page with the working and the excluded answers of the report's open questions."""
    answers = [(axis.name, answer) for axis in report.axes for answer in axis.answers]
    outweighed = {
        (claim.axis, claim.says) for verdict in report.verdicts for claim in verdict.done.claims if claim.outweighed
    }
    return evolve(
        page,
        working={axis: answer.name for axis, answer in answers if answer.working},
        excluded=frozenset({(axis, each.name) for axis, each in answers if each.standing == "excluded"} | outweighed),
    )


def wrap(text: str, page: Page, indent: int, first: str = "") -> list[str]:
    """Text wrapped to the page, every line indented, the first led by a mark."""
    start = " " * indent + first
    rest = " " * len(start)
    room = max(page.width - len(start), 24)
    words = " ".join(text.split())
    lines = _at_spaces(words, room) or textwrap.wrap(words, room)
    return [start + lines[0], *(rest + line for line in lines[1:])]


def _at_spaces(words: str, room: int) -> list[str]:
    """Text broken at its spaces only; nothing where it is also to be broken at a hyphen or inside a long word."""
    lines: list[str] = []
    start = 0
    while len(words) - start > room:
        end = words.rfind(" ", start, start + room + 1)
        if end < 0 or "-" in words[end + 1 :].partition(" ")[0]:
            return []
        lines.append(words[start:end])
        start = end + 1
    return [*lines, words[start:]]
