"""The section on a sweep: the map of each act asked about, its edges in words, and how they were found."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from procedure.outcomes import Outcome, Status
from procedure.render.edges import axis_told, band_told, notes, own_told, row_told, value_told, varied
from procedure.render.html.answer import OPEN, SHORT
from procedure.render.html.map import EDGE, WIDE, plot
from procedure.render.html.markup import Child, Html, el, figure
from procedure.render.html.matter import Matter, table
from procedure.render.html.patterns import fill, patterns
from procedure.render.labels import width, wrap
from procedure.render.page import MARKS
from procedure.sweep.axes import Axis
from procedure.sweep.bands import Found
from procedure.sweep.maps import Band, Map, Rows
from procedure.sweep.survey import EXPLAINED, MANY_AXES, Survey
from procedure.sweep.variants import Answer
from procedure.words import Speaker

SWATCH = 22
MOST_TOLD = 40
"""A picture alone that would have more lines of words than these leaves them out."""


def sweep(matter: Matter) -> Html | None:
    """The section on the sweep that a scenario names; none where it names none."""
    survey = matter.survey
    if survey is None:
        return None
    inner = _maps(matter, survey.found) if survey.found else _instead(matter, survey)
    return el(
        "section", el("h2", matter.tell("sweep"), id="sweep-head"), *inner, id="sweep", aria_labelledby="sweep-head"
    )


def _maps(matter: Matter, found: Found) -> Iterator[Html]:
    yield el("p", matter.tell("sweep.how"), class_="note")
    for number, each in enumerate(found.maps, 1):
        name = f"sweep{number}"
        head = matter.speak.tell("sweep.map", act=each.act)
        yield el("h3", matter.act(each.act, head) if each.act in matter.verdicts else head)
        picture = el("div", drawn(each, matter.speak, name), class_="wide", tabindex="0", role="group",
                     aria_label=head)  # fmt: skip
        own = own_told(each, matter.speak)
        yield el("figure", picture, el("figcaption", " ".join([varied(each, matter.speak), *([own] if own else [])])))
        yield _table(matter, each, name) if each.down else _list(matter, each, each.rows[0])
    yield el("p", " ".join(notes(found, matter.speak)), class_="note")
    yield el("p", matter.tell("sweep.command"), " ", el("code", command(matter, "--to csv")), class_="note")


def _list(matter: Matter, each: Map, row: Rows) -> Html:
    return el("ul", *(el("li", *_band(matter, each, row, band)) for band in row.bands), class_="edges")


def _table(matter: Matter, each: Map, name: str) -> Html:
    """The bands of a map of two axes: a row for the values of the first along which they are the same."""
    assert each.down is not None
    heads = [axis_told(axis, each, matter.speak) for axis in (each.down, each.across)]
    rows = [[_named(matter, each.down, row), _list(matter, each, row)] for row in each.rows]
    found = table(f"{name}-table", matter.tell("sweep.edges"), heads, rows, "edged")
    if len(rows) <= SHORT:
        return found
    return el("details", el("summary", matter.tell("sweep.edges.many", number=len(rows))), found)


def _named(matter: Matter, down: Axis, row: Rows) -> Child:
    """The values of the first axis; the answers of an open question with what they say."""
    if down.kind != "readings":
        return row_told(row, down, matter.speak)
    says = [[el("br"), el("small", matter.speak.answer(down.of, text))] for text in row.values]
    return [row_told(row, down, matter.speak), says]


def _band(matter: Matter, each: Map, row: Rows, band: Band) -> list[Child]:
    """A band in words, led by the mark of its outcome; the norms in it lead to what the page says of them."""
    mark = matter.mark(band.answer.outcome) if band.answer.outcome else None
    norms = [[", " if spot else " — ", matter.norm(norm)] for spot, norm in enumerate(band.answer.broken)]
    why = _why(matter, each, row, band)
    bare = evolve(band, answer=Answer(band.answer.outcome))
    return [mark, band_told(bare, each, matter.speak), norms, [el("br"), el("small", why)] if why else None]


def _why(matter: Matter, each: Map, row: Rows, band: Band) -> str:
    """What the first rule that decides says of the value at the edge of a band; empty where that is not looked up."""
    outcome = band.answer.outcome
    if matter.survey is None or not matter.survey.explains or outcome not in EXPLAINED:
        return ""
    text, verdict = matter.survey.verdict(each, row, band)
    wanted = (Status.UNKNOWN,) if outcome is Outcome.UNDETERMINED else (Status.BROKEN, Status.VOID)
    opinions = [one for finding in verdict.findings for one in finding.opinions if one.heard.status in wanted]
    if not opinions:
        return ""
    first = next((one for one in opinions if matter.works(one.cells)), opinions[0])
    value = value_told(each.across, text, matter.speak)
    shown = matter.speak.say(first.heard.margin or first.heard.shown)
    if outcome in OPEN and first.cells and first.cells[0]:
        return matter.tell("sweep.why.if", value=value, cell=matter.speak.cell(first.cells[0]), shown=shown)
    return matter.tell("sweep.why", value=value, shown=shown)


def _instead(matter: Matter, survey: Survey) -> Iterator[Html]:
    """Why there is no map, and the command that shows what is asked."""
    yield el("p", matter.speak.tell(f"sweep.{survey.why}", axes=len(survey.axes), size=survey.size))
    yield el("p", el("code", instead(matter)))


def instead(matter: Matter) -> str:
    """The command that shows what a page cannot: a table where too much varies for a map, else the map."""
    many = matter.survey is not None and matter.survey.why == MANY_AXES
    return command(matter, "--to csv -o sweep.csv" if many else "--map map.svg")


def command(matter: Matter, option: str) -> str:
    """The command that sweeps the log of a page."""
    name = matter.scenario.file
    return f"procedure sweep {name if Path(name).is_file() else 'FILE'} {option}"


def drawn(each: Map, speak: Speaker, name: str) -> Html:
    """The map of one act as a picture, with the key to its patterns."""
    parts, foot = plot(each, speak, name, 0)
    key, foot = _key(_shown([each]), speak, name, foot + 14)
    title, told = speak.tell("sweep.map", act=each.act), _told(each, speak)
    return _svg(title, told, [*parts, *key], _shown([each]), name, foot)


def alone(found: Found, speak: Speaker) -> Html:
    """The maps of a sweep under each other, with their edges in words, as one picture."""
    name, parts, y = "sweep", list[Html](), 0.0
    for each in found.maps:
        head, y = _lines([speak.tell("sweep.map", act=each.act)], y + 4, "head", 17)
        more, y = _lines([varied(each, speak)], y, "small")
        cells, y = plot(each, speak, name, y + 4)
        key, y = _key(_shown([each]), speak, name, y + 14)
        parts += [*head, *more, *cells, *key]
        told = sum(1 + len(row.bands) for row in each.rows)
        for row in each.rows if told <= MOST_TOLD else ():
            if each.down is not None:
                line, y = _lines([row_told(row, each.down, speak)], y + 4, "told row")
                parts += line
            lines, y = _lines([band_told(band, each, speak) for band in row.bands], y, "told", 13, 18 * bool(each.down))
            parts += lines
        own = [own_told(each, speak), *([speak.tell("sweep.elsewhere")] if told > MOST_TOLD else [])]
        line, y = _lines(own, y + 4, "told")
        parts += line
        y += 12
    last, y = _lines(list(notes(found, speak)), y, "small")
    title = speak.tell("sweep.title", acts=tuple(each.act for each in found.maps))
    desc = "; ".join(_told(each, speak) for each in found.maps)
    return _svg(title, desc, [*parts, *last], _shown(found.maps), name, y)


def _svg(title: str, told: str, parts: Sequence[Html], outcomes: Sequence[Outcome], name: str, high: float) -> Html:
    return el(
        "svg",
        el("title", title, id=f"{name}-title"),
        el("desc", told, id=f"{name}-desc"),
        patterns(outcomes, name),
        el("g", *parts, aria_hidden="true"),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        viewBox=f"0 0 {WIDE} {figure(high + 8)}",
        width=WIDE,
        height=figure(high + 8),
        class_="chart map",
    )


def _shown(maps: Sequence[Map]) -> list[Outcome]:
    """The outcomes in some maps, in the order that a key has."""
    found = {cell.outcome for each in maps for line in each.cells for cell in line}
    return [each for each in Outcome if each in found]


def _key(outcomes: Sequence[Outcome], speak: Speaker, name: str, y: float) -> tuple[list[Html], float]:
    """The key to the patterns, in as many lines as it needs."""
    parts, x = list[Html](), float(EDGE)
    for each in outcomes:
        words = speak.outcome(each.value)
        if x > EDGE and x + SWATCH + 24 + width(words, 12) > WIDE - EDGE:
            x, y = float(EDGE), y + 22
        parts += [
            el("rect", x=figure(x), y=figure(y), width=SWATCH, height=14, fill=fill(each, name),
               class_=f"cell {each.value}"),
            el("text", MARKS[each], x=figure(x + SWATCH + 13), y=figure(y + 11.5), class_="tick mid"),
            el("text", words, x=figure(x + SWATCH + 24), y=figure(y + 11.5), class_="tick"),
        ]  # fmt: skip
        x += SWATCH + 46 + width(words, 12)
    return parts, y + 18


def _lines(texts: Sequence[str], y: float, kind: str, size: int = 13, inset: int = 0) -> tuple[list[Html], float]:
    """Sentences below each other, each wrapped to the width; an empty one takes no room."""
    parts = []
    for text in texts:
        for line in wrap(text, WIDE - 2 * EDGE - inset, size, size > 13) if text else ():
            y += size + 5
            parts.append(el("text", line, x=EDGE + inset, y=figure(y), class_=kind))
    return parts, y


def _told(each: Map, speak: Speaker) -> str:
    """The bands of a map in one text, for those who do not see it."""
    rows = (
        (f"{row_told(row, each.down, speak)}: " if each.down else "")
        + ", ".join(band_told(band, each, speak) for band in row.bands)
        for row in each.rows
    )
    return "; ".join(rows)
