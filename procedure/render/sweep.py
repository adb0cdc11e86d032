"""Maps of a sweep: bands and grids by outcome, with their edges named, on a page and as SVG."""

from collections.abc import Iterator, Sequence
from html import escape

from procedure.outcomes import Outcome
from procedure.render.page import COLOURS, MARKS, Page, wrap
from procedure.render.strokes import text
from procedure.sweep.bands import Band, Found, Map
from procedure.sweep.variants import Answer
from procedure.words import Speaker

FILLS = {
    Outcome.LAWFUL: "#009e73",
    Outcome.UNLAWFUL: "#d55e00",
    Outcome.VOID: "#7f3b08",
    Outcome.CONTESTED: "#cc79a7",
    Outcome.DISPUTED: "#56b4e9",
    Outcome.UNDETERMINED: "#f0e442",
    Outcome.IRREGULAR: "#e69f00",
    Outcome.UNPLACED: "#999999",
    Outcome.CONTEXT: "#ffffff",
}
"""Colours that colour-blind readers tell apart; each has a pattern too."""

PATTERNS = {
    Outcome.UNLAWFUL: "M0 8L8 0",
    Outcome.VOID: "M0 8L8 0M0 0L8 8",
    Outcome.CONTESTED: "M0 0L8 8",
    Outcome.DISPUTED: "M4 0V8",
    Outcome.UNDETERMINED: "M3 3h2v2h-2z",
    Outcome.IRREGULAR: "M0 4H8",
    Outcome.UNPLACED: "M0 4H8M4 0V8",
}
WIDE, HIGH, LEFT, MOST = 720, 360, 150, 120


def lines(found: Found, page: Page, speak: Speaker) -> Iterator[str]:
    """The maps for a terminal, each with its edges in words, and how many variants were judged for them."""
    for each in found.maps:
        yield page.paint(speak.tell("sweep.map", act=each.act), None, True)
        yield from _grid(each, page)
        for row in each.rows:
            if each.down is not None:
                named = _stretch(row.first, row.last, speak)
                yield from wrap(speak.tell("sweep.row", axis=each.down.name, values=named), page, 2)
            for band in row.bands:
                mark = MARKS[band.answer.outcome] if band.answer.outcome else " "
                yield from wrap(told(band, each, speak), page, 4 if each.down else 2, f"{mark} ")
        yield ""
    yield from wrap(saving(found, speak), page, 0)


def saving(found: Found, speak: Speaker) -> str:
    """How many variants were judged, and by what right not all of them."""
    if found.judged < found.size:
        return speak.tell("sweep.halved", judged=found.judged, size=found.size, rules=found.once)
    if found.because:
        return speak.tell("sweep.unsure", size=found.size, rules=found.because)
    return speak.tell("sweep.all", size=found.size)


def told(band: Band, each: Map, speak: Speaker) -> str:
    """A band in words: from which value until which, with what outcome, under which norms."""
    first, last = band.first == each.across.texts[0], band.last == each.across.texts[-1]
    key = "throughout" if first and last else "until" if first else "from" if last else "between"
    key = "at" if band.first == band.last and key != "throughout" else key
    outcome = f"outcome.{band.answer.outcome.value}" if band.answer.outcome else "sweep.beyond"
    words = speak.tell(outcome)
    norms = tuple(speak.cite(norm) for norm in band.answer.broken)
    if norms:
        words = speak.tell("sweep.under", outcome=words, norms=norms)
    return speak.tell(f"sweep.{key}", outcome=words, first=band.first, last=band.last)


def _stretch(first: str, last: str, speak: Speaker) -> str:
    return speak.moment(first) if first == last else speak.tell("sweep.stretch", first=first, last=last)


def _grid(each: Map, page: Page) -> Iterator[str]:
    """The cells as marks: a line for each value of the first axis; of too many, some at equal steps."""
    names = each.down.texts if each.down else ("",)
    width = max(map(len, names))
    across = _sample(len(each.across.texts), page.width - width - 6)
    down = _sample(len(names), 40)
    for spot in down:
        cells = [each.cells[spot][place] for place in across]
        yield f"  {names[spot].rjust(width)} {_painted(cells, page)}"
    first, last = each.across.texts[0], each.across.texts[-1]
    gap = max(1, len(across) - len(first) - len(last))
    yield f"  {' ' * width} {first}{' ' * gap}{last}"


def _painted(cells: Sequence[Answer], page: Page) -> str:
    return "".join(
        page.paint(MARKS[cell.outcome], COLOURS.get(cell.outcome), False) if cell.outcome else " " for cell in cells
    )


def _sample(size: int, most: int) -> list[int]:
    """Places at equal steps, the first and the last among them, at most so many."""
    most = max(2, most)
    if size <= most:
        return list(range(size))
    return sorted({round(spot * (size - 1) / (most - 1)) for spot in range(most)})


def svg(found: Found, speak: Speaker) -> str:
    """The maps as one SVG: cells coloured and patterned by outcome, the edges named below."""
    parts: list[str] = []
    top = 20
    for each in found.maps:
        drawn, top = _picture(each, speak, top)
        parts += drawn
    shown = {cell.outcome for each in found.maps for row in each.cells for cell in row if cell.outcome}
    for outcome in (outcome for outcome in Outcome if outcome in shown):
        parts.append(_cell(LEFT, top, 24, 14, outcome, ""))
        parts.append(text(LEFT + 32, top + 12, speak.tell(f"outcome.{outcome.value}"), 13))
        top += 20
    parts.append(text(LEFT, top + 14, saving(found, speak), 12))
    patterns = "".join(
        f'<pattern id="{outcome.value}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{FILLS[outcome]}"/>'
        f'<path d="{PATTERNS[outcome]}" stroke="#000000" stroke-width="1" fill="none"/></pattern>'
        for outcome in PATTERNS
    )
    title = escape(speak.tell("sweep.title", acts=tuple(each.act for each in found.maps)))
    width = LEFT + WIDE + 40
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}" width="{width}" height="{top + 40}" '
        f'viewBox="0 0 {width} {top + 40}" font-family="sans-serif"><title>{title}</title><defs>{patterns}</defs>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _picture(each: Map, speak: Speaker, top: int) -> tuple[list[str], int]:
    """One map from a height on, and the height at which it ends."""
    parts = [text(LEFT, top + 6, speak.tell("sweep.map", act=each.act), 16, bold=True)]
    top += 20
    names = each.down.texts if each.down else ("",)
    down = _sample(len(names), MOST)
    high = max(3, min(28, HIGH // len(down)))
    size = len(each.across.texts)
    for spot in down:
        for start, stop, answer in _runs(each.cells[spot]):
            x, end = LEFT + WIDE * start // size, LEFT + WIDE * stop // size
            title = f"{names[spot]} {each.across.texts[start]}–{each.across.texts[stop - 1]}".strip()
            parts.append(_cell(x, top, max(1, end - x), high, answer.outcome, title))
        if high >= 12 or spot in (down[0], down[-1]):
            parts.append(text(LEFT - 8, top + min(high, 14) - 2, names[spot], 11, anchor="end"))
        top += high
    parts.append(text(LEFT, top + 14, each.across.texts[0], 12))
    parts.append(text(LEFT + WIDE, top + 14, each.across.texts[-1], 12, anchor="end"))
    parts.append(text(LEFT + WIDE // 2, top + 14, each.across.name, 12, anchor="middle"))
    if each.down is not None:
        parts.append(text(8, top - 4, each.down.name, 12))
    top += 34
    for row in each.rows:
        if each.down is not None:
            words = speak.tell("sweep.row", axis=each.down.name, values=_stretch(row.first, row.last, speak))
            parts.append(text(LEFT, top, words, 13, bold=True))
            top += 18
        for band in row.bands:
            parts.append(text(LEFT, top, told(band, each, speak), 13))
            top += 18
    return parts, top + 14


def _runs(cells: Sequence[Answer]) -> Iterator[tuple[int, int, Answer]]:
    start = 0
    for spot in range(1, len(cells) + 1):
        if spot == len(cells) or cells[spot] != cells[start]:
            yield start, spot, cells[start]
            start = spot


def _cell(x: int, y: int, width: int, high: int, outcome: Outcome | None, title: str) -> str:
    fill = "#ffffff" if outcome is None else f"url(#{outcome.value})" if outcome in PATTERNS else FILLS[outcome]
    inner = f"<title>{escape(title)}</title>" if title else ""
    place = f'x="{x}" y="{y}" width="{width}" height="{high}"'
    return f'<rect {place} fill="{fill}" stroke="#000000" stroke-width="0.3">{inner}</rect>'
