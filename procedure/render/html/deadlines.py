"""Deadlines, windows, bars and lapses as a picture: each a row under the days of the timeline."""

from collections.abc import Iterator

from procedure.render.html.axis import AXIS, GUTTER, WIDE, Days, axis, picture
from procedure.render.html.charts import fit
from procedure.render.html.markup import Html, el, figure
from procedure.render.html.matter import Matter
from procedure.render.html.scale import Scale
from procedure.render.html.spans import Span
from procedure.render.labels import width

ROW = 19


def deadlines(matter: Matter, days: Days) -> Html | None:
    """The deadlines of a report with what was left of them; none where none was heard."""
    rows, place = days.spans, days.scale
    if not rows:
        return None
    high = AXIS + ROW * len(rows) + 10
    parts = [*axis(matter, place, high)]
    for spot, span in enumerate(rows):
        parts += _row(matter, span, place, AXIS + ROW * spot)
    title = matter.tell("timeline.spans")
    said = "; ".join(f"{_named(matter, span)}: {_left(matter, span)}" for span in rows)
    return picture("deadlines", title, said, high, parts, False)


def _named(matter: Matter, span: Span) -> str:
    first = matter.verdicts.get(span.acts[0])
    name = matter.name(first.done.kind if first else span.acts[0])
    more = matter.tell("timeline.more", number=len(span.acts) - 1) if len(span.acts) > 1 else ""
    return f"{name} {more}".strip()


def _left(matter: Matter, span: Span) -> str:
    return matter.tell("timeline.left", left=span.left, norm=span.norm)


def _row(matter: Matter, span: Span, place: Scale, y: int) -> Iterator[Html]:
    """A row: the norm and the act, the stretch with its ends, when it was done, and what was left."""
    middle = y + 9
    yield el("text", fit(_named(matter, span), GUTTER - 12, 12), x=4, y=y + 13)
    left = place.at(span.opens) if span.opens else None
    right = place.at(span.closes) if span.closes else None
    done = place.at(span.done) if span.done else None
    start = left if left is not None else min(each for each in (done, right, place.right) if each is not None)
    start = place.edges[0] if left is None and span.kind in ("bar",) else start
    end = right if right is not None else place.right
    start, end = min(start, end), max(start, end)
    shape = f"M{figure(start)} {middle}H{figure(end)}"
    shape += f"M{figure(start)} {middle - 5}v10" if left is not None else ""
    shape += f"M{figure(end)} {middle - 5}v10" if right is not None else ""
    yield el("path", d=shape, class_=f"span {span.kind} {span.status.value}")
    furthest = end
    if done is not None and place.holds(span.done):
        size = f"M{figure(done - 4)} {middle}l4 -5 4 5 -4 5z"
        yield el("path", d=size, class_=f"done {span.status.value}")
        furthest = max(furthest, done + 4)
    room = WIDE - furthest - 10
    words = _left(matter, span)
    if width(words, 11) > room and room > 160:
        words = fit(words, room, 11)
    if width(words, 11) <= room:
        yield el("text", words, x=figure(furthest + 8), y=y + 13, class_=f"left {span.status.value}")
    else:
        before = min(start, done - 4 if done is not None else start) - 7
        words = fit(words, before - GUTTER, 11)
        yield el("text", words, x=figure(before), y=y + 13, class_=f"left {span.status.value}", text_anchor="end")
