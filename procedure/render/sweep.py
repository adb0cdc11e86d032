"""Maps of a sweep for a terminal: bands and grids by outcome, with their edges named."""

from collections.abc import Iterator, Sequence

from procedure.render.cells import thinned
from procedure.render.edges import band_told, notes, own_told, row_told, short, varied
from procedure.render.page import COLOURS, MARKS, Page, wrap
from procedure.sweep.bands import Found
from procedure.sweep.maps import Map, in_order
from procedure.sweep.variants import Answer
from procedure.words import Speaker

MOST_ROWS = 40


def lines(found: Found, page: Page, speak: Speaker) -> Iterator[str]:
    """The maps for a terminal, each with its edges in words, and how many variants were judged for them."""
    for each in found.maps:
        for line in wrap(speak.tell("sweep.map", act=each.act), page, 0):
            yield page.paint(line, None, True)
        yield from wrap(varied(each, speak), page, 0)
        if in_order(each.across):
            yield ""
            yield from _grid(each, page, speak)
            yield ""
        for row in each.rows:
            if each.down is not None:
                yield from wrap(row_told(row, each.down, speak), page, 2)
            for band in row.bands:
                mark = MARKS[band.answer.outcome] if band.answer.outcome else " "
                yield from wrap(band_told(band, each, speak), page, 4 if each.down else 2, f"{mark} ")
        if own := own_told(each, speak):
            yield from wrap(own, page, 2)
        yield ""
    for note in notes(found, speak):
        yield from wrap(note, page, 0)


def _grid(each: Map, page: Page, speak: Speaker) -> Iterator[str]:
    """The cells as marks, a line for each value of the first axis; long names stand on lines of their own."""
    names = [short(each.down, text, speak) for text in each.down.texts] if each.down else []
    longest = max(map(len, names), default=0)
    beside = 0 < longest <= page.width // 3
    inset = 3 + longest if beside else 4 if names else 2
    rows, grid = thinned(each, page.width - inset, MOST_ROWS)
    for row, cells in zip(rows, grid, strict=True):
        if names and not beside:
            yield from wrap(names[row], page, 2)
        lead = f"  {names[row].rjust(longest)} " if beside else " " * inset
        yield f"{lead}{_painted(cells, page)}"
    first, last = (short(each.across, each.across.texts[spot], speak) for spot in (0, -1))
    gap = max(1, len(grid[0]) - len(first) - len(last))
    if inset + len(first) + gap + len(last) <= page.width:
        yield f"{' ' * inset}{first}{' ' * gap}{last}"
    else:
        yield from (f"{' ' * inset}{first}", f"{' ' * max(inset, inset + len(grid[0]) - len(last))}{last}")


def _painted(cells: Sequence[Answer], page: Page) -> str:
    return "".join(
        page.paint(MARKS[cell.outcome], COLOURS.get(cell.outcome), False) if cell.outcome else " " for cell in cells
    )
