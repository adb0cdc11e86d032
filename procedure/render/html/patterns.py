"""How a map fills a cell of each outcome: with a tint, and over it a pattern that a reader without colours knows."""

from collections.abc import Iterable

from procedure.outcomes import Outcome
from procedure.render.html.markup import Html, el

PATTERNS = {
    Outcome.UNLAWFUL: "M0 8L8 0M-2 2L2 -2M6 10L10 6",
    Outcome.VOID: "M0 8L8 0M0 0L8 8",
    Outcome.CONTESTED: "M0 0L8 8M-2 6L2 10M6 -2L10 2",
    Outcome.DISPUTED: "M4 0V8",
    Outcome.UNDETERMINED: "M3 3h2v2h-2z",
    Outcome.IRREGULAR: "M0 4H8",
    Outcome.UNPLACED: "M0 4H8M4 0V8",
}


def fill(outcome: Outcome | None, name: str) -> str | None:
    """What a cell is filled with, where that is a pattern; `name` leads the names of the patterns."""
    return f"url(#{name}-{outcome.value})" if outcome in PATTERNS else None


def patterns(outcomes: Iterable[Outcome], name: str) -> Html:
    """The patterns of some outcomes, defined."""
    return el("defs", *(_pattern(each, name) for each in outcomes if each in PATTERNS))


def _pattern(outcome: Outcome, name: str) -> Html:
    ground = el("rect", width=8, height=8, class_=f"tint {outcome.value}")
    lines = el("path", d=PATTERNS[outcome], class_=f"hatch {outcome.value}")
    return el("pattern", ground, lines, id=f"{name}-{outcome.value}", width=8, height=8, patternUnits="userSpaceOnUse")
