"""The map of a sweep as a picture: values along an axis or two, coloured and patterned by outcome."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from procedure.outcomes import Outcome
from procedure.render.cells import stretches, thinned
from procedure.render.edges import axis_told, short, value_told
from procedure.render.html.charts import fit
from procedure.render.html.markup import Html, el, figure
from procedure.render.html.patterns import fill
from procedure.render.html.scale_marks import Tick, ticks
from procedure.render.labels import width, wrap
from procedure.render.page import MARKS
from procedure.sweep.maps import Map, in_order, named
from procedure.sweep.variants import Answer
from procedure.words import Speaker

WIDE, NAMES, EDGE, BAND = 760, 210, 8, 46
"""How wide a map is, how wide its names of rows may be, its margin, and how high a single band is, in pixels."""

MOST_ROWS, HIGH = 120, 380
"""How many rows are drawn at most, and how high they may be together."""

MOST_TICKS = 1_000
"""How many edges are tried on a scale, at most; only some tens find room."""


@frozen
class Plot:
    """Where the cells of a map lie: the left and right edge, the top, and the edges of the rows."""

    left: float
    right: float
    edges: tuple[float, ...]

    @property
    def foot(self) -> float:
        """Where the last row ends."""
        return self.edges[-1]


def plot(each: Map, speak: Speaker, name: str, top: float) -> tuple[list[Html], float]:
    """The cells of a map with their scales, from a height on, and the height at which they end.

    `name` leads the names of the patterns, which a page has only once.
    """
    rows, grid = thinned(each, WIDE, MOST_ROWS)
    texts = [value_told(each.down, each.down.texts[row], speak) for row in rows] if each.down else []
    ordered = each.down is not None and in_order(each.down)
    names = [wrap(text, NAMES - 12, 12) for text in texts]
    left = max((width(line, 12) for name_ in names for line in name_), default=0) + (EDGE + 14 if names else EDGE)
    space = Plot(left, WIDE - EDGE, _edges(names, ordered, len(grid), top + 22))
    parts = list(_cells(each, grid, space, speak, name))
    parts += _rows(names, grid, ordered, space)
    parts += _here(each, rows, space, speak)
    below, foot = _scale(each, space, speak)
    return parts + below, foot


def _edges(names: Sequence[Sequence[str]], ordered: bool, rows: int, top: float) -> tuple[float, ...]:
    """Where the rows begin and end: rows of days or numbers are alike, others as high as their names."""
    if not names:
        return (top, top + BAND)
    highs = [min(28.0, max(4.0, HIGH / rows))] * rows if ordered else [15.0 * len(each) + 14 for each in names]
    edges = [top]
    for high in highs:
        edges.append(edges[-1] + high)
    return tuple(edges)


def _cells(each: Map, grid: Sequence[Sequence[Answer]], space: Plot, speak: Speaker, name: str) -> Iterator[Html]:
    """The cells, those of one answer that lie together as one; with mark and word where there is room.

    Where rows are in order, a word is not said again below a cell of the same answer that says it.
    """
    ordered = each.down is not None and in_order(each.down)
    above: list[tuple[int, int, Answer]] = []
    for first, last in stretches([tuple(line) for line in grid]):
        line, worded = grid[first], []
        wide = (space.right - space.left) / len(line)
        for start, stop in stretches(line):
            x, y = space.left + wide * start, space.edges[first]
            long, high = wide * (stop - start), space.edges[last] - y
            yield _cell(line[start].outcome, x, y, long, high, name)
            said = ordered and any(one < stop and start < two and line[start] == told for one, two, told in above)
            words = [] if said else list(_word(line[start].outcome, x, y, long, high, speak))
            yield from words
            worded += [(start, stop, line[start])] if said or words else []
        above = worded


def _cell(outcome: Outcome | None, x: float, y: float, wide: float, high: float, name: str) -> Html:
    kind = f"cell {outcome.value}" if outcome else "cell"
    place = {"x": figure(x), "y": figure(y), "width": figure(wide), "height": figure(high)}
    return el("rect", **place, fill=fill(outcome, name), class_=kind)


def _word(outcome: Outcome | None, x: float, y: float, wide: float, high: float, speak: Speaker) -> Iterator[Html]:
    if outcome is None or high < 15:
        return
    whole = f"{MARKS[outcome]}\u2002{speak.outcome(outcome.value)}"
    words = next((each for each in (whole, MARKS[outcome]) if width(each, 13, True) + 8 <= wide), "")
    if words:
        yield el("text", words, x=figure(x + wide / 2), y=figure(y + high / 2 + 4.5), class_="in mid")


def _rows(names: Sequence[Sequence[str]], grid: Sequence[Sequence[Answer]], ordered: bool, space: Plot) -> list[Html]:
    """The names of the rows: of each where they have no order, else of those with which something begins."""
    if not names:
        return []
    starts = [start for start, _ in stretches([tuple(line) for line in grid])]
    wanted = [0, len(names) - 1, *starts] if ordered else list(range(len(names)))
    placed: dict[int, float] = {}
    for row in dict.fromkeys(wanted):
        middle = (space.edges[row] + space.edges[row + 1]) / 2
        if not ordered or all(abs(middle - other) >= 14 for other in placed.values()):
            placed[row] = middle
    return [each for row, middle in placed.items() for each in _name(names[row], space.left - 12, middle)]


def _name(lines: Sequence[str], x: float, middle: float) -> Iterator[Html]:
    top = middle + 4 - 7.5 * (len(lines) - 1)
    for spot, line in enumerate(lines):
        yield el("text", line, x=figure(x), y=figure(top + 15 * spot), class_="tick", text_anchor="end")


def _here(each: Map, rows: Sequence[int], space: Plot, speak: Speaker) -> Iterator[Html]:
    """Where the log itself stands: a mark above its column, and one beside its row."""
    down, across = each.here
    if across is not None:
        x = space.left + (space.right - space.left) * (across + 0.5) / len(each.across.texts)
        top = space.edges[0]
        words = speak.tell("sweep.here", value=value_told(each.across, each.across.texts[across], speak))
        side = "end" if x + width(words, 12) + 10 > space.right else "start"
        yield el("path", d=f"M{figure(x)} {figure(top - 2)}l-5 -9h10z", class_="here")
        yield el("text", words, x=figure(x + (9 if side == "start" else -9)), y=figure(top - 4), class_="small",
                 text_anchor=side)  # fmt: skip
    if down is not None and down in rows:
        row = rows.index(down)
        y = (space.edges[row] + space.edges[row + 1]) / 2
        yield el("path", d=f"M{figure(space.left - 1)} {figure(y)}l-6 -4v8z", class_="here")


def _scale(each: Map, space: Plot, speak: Speaker) -> tuple[list[Html], float]:
    """The scale below: the ends and the edges of values in order, the names of others; and what it is a scale of."""
    axis = each.across
    wide = (space.right - space.left) / len(axis.texts)
    if not in_order(axis):
        return _columns(each, space, wide, speak)
    starts = (start for line in each.cells for start, _ in stretches([named(cell) for cell in line]))
    marked = list(dict.fromkeys([0, len(axis.texts) - 1, *starts]))[:MOST_TICKS]
    days = [value for value in axis.values if isinstance(value, date)]
    months = _months(days, space, speak)
    brief = bool(days) and all(any(_month(days[spot]) == month for month, _ in months) for spot in marked)
    wanted = [
        (space.left + wide * (spot + 0.5), str(days[spot].day) if brief else short(axis, axis.texts[spot], speak))
        for spot in marked
    ]
    parts, levels = [], 0
    for tick in ticks(wanted, space.left, space.right):
        parts += _tick(tick, space.foot)
        levels = max(levels, tick.level + 1)
    y = space.foot + 20 + 15 * levels
    if brief:
        parts += [el("text", tick.words, x=figure(tick.left), y=figure(y - 1), class_="mon") for _, tick in months]
        y += 17
    return [*parts, _title(each, space, y, speak)], y + 8


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _months(days: Sequence[date], space: Plot, speak: Speaker) -> list[tuple[tuple[int, int], Tick]]:
    """The months below the numbers of days, each from its first day on, as far as they find room on one level."""
    found: list[tuple[tuple[int, int], Tick]] = []
    free = space.left
    for spot, _ in stretches([_month(day) for day in days]):
        words = speak.tell(f"page.month.{days[spot].month}", year=str(days[spot].year))
        left, long = space.left + (space.right - space.left) * spot / len(days), width(words, 12, True)
        if left >= free and left + long <= space.right:
            found.append((_month(days[spot]), Tick(left, words, left, 0)))
            free = left + long + 8
    return found


def _tick(tick: Tick, foot: float) -> list[Html]:
    y = foot + 19 + 15 * tick.level
    return [
        el("path", d=f"M{figure(tick.x)} {figure(foot)}V{figure(y - 11)}", class_="l"),
        el("text", tick.words, x=figure(tick.left), y=figure(y), class_="tick"),
    ]


def _columns(each: Map, space: Plot, wide: float, speak: Speaker) -> tuple[list[Html], float]:
    """The names of values that have no order, each below its column."""
    parts, most = list[Html](), 1
    for spot, text in enumerate(each.across.texts):
        lines = wrap(value_told(each.across, text, speak), int(wide - 8), 12)[:4]
        most = max(most, len(lines))
        x = space.left + wide * (spot + 0.5)
        parts += [
            el("text", fit(line, wide, 12), x=figure(x), y=figure(space.foot + 17 + 15 * row), class_="tick mid")
            for row, line in enumerate(lines)
        ]
    y = space.foot + 22 + 15 * most
    return [*parts, _title(each, space, y, speak)], y + 8


def _title(each: Map, space: Plot, y: float, speak: Speaker) -> Html:
    words = fit(axis_told(each.across, each, speak), space.right - space.left, 12)
    return el("text", words, x=figure(space.left), y=figure(y), class_="small")
