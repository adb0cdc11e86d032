"""The days above a timeline: months, days, stretches drawn short, and the days from which the law counts."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from procedure.outcomes import Outcome, Status
from procedure.render.html.calendar import fixed_days, fixed_name
from procedure.render.html.lanes import day_of
from procedure.render.html.markup import Html, el, figure
from procedure.render.html.matter import Matter
from procedure.render.html.scale import Scale, scale
from procedure.render.html.spans import Span, spans
from procedure.render.labels import width

WIDE, GUTTER, RIGHT, AXIS = 1080, 196, 24, 50
MOST = 26
"""At most so many deadlines are drawn."""


@frozen
class Days:
    """The scale of a report, the deadlines drawn under it, and how many are left out for want of room."""

    scale: Scale
    spans: tuple[Span, ...]
    left_out: int


def days_of(matter: Matter) -> Days | None:
    """From the first judged act to the end, days on which something falls in full; none where no act is judged.

    Where deadlines are too many, those not kept are drawn first.
    """
    if not matter.judged:
        return None
    days, every = [day_of(each) for each in matter.judged], spans(matter)
    first, last = min(days), max(matter.report.until, *days)
    before = sorted(every, key=lambda span: (span.status is Status.KEPT, span.kind == "bar"))[:MOST]
    drawn = tuple(span for span in every if span in before)
    moments = [each for span in drawn for each in (span.opens, span.closes, span.done) if each]
    busy = {day for each in moments if first <= (day := date.fromisoformat(each[:10])) <= last}
    return Days(scale(first, last, busy | set(days), GUTTER, WIDE - GUTTER - RIGHT), drawn, len(every) - len(drawn))


def earlier(matter: Matter, days: Days) -> int:
    """How many acts of context lie before the scale."""
    around = (each for each in matter.report.verdicts if each.outcome is Outcome.CONTEXT)
    return sum(day_of(each) < days.scale.first for each in around)


def picture(name: str, title: str, desc: str, high: int, parts: list[Html], linked: bool) -> Html:
    """A picture under its name: its title, its description, and its parts, of which screen readers hear nothing."""
    return el(
        "svg",
        el("title", title, id=f"{name}-title"),
        el("desc", desc, id=f"{name}-desc"),
        el("g", *parts, aria_hidden="true"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE} {high}",
        width=WIDE,
        height=high,
        role="group" if linked else "img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_="chart timeline",
    )


def axis(matter: Matter, place: Scale, high: int) -> Iterator[Html]:
    """Months and days on top, short stretches shaded, and the days from which the law counts."""
    for each in place.breaks:
        wide = each.end - each.start
        yield el("rect", x=figure(each.start), y=AXIS - 14, width=figure(wide), height=high - AXIS + 8, class_="gap")
        words = matter.tell("timeline.gap", days=each.days)
        if wide > width(words, 10):
            yield el("text", words, x=figure((each.start + each.end) / 2), y=AXIS - 4, class_="tick mid")
    marks = [*_marks(place)]
    free = 0.0
    for spot, day in enumerate(marks):
        x, words = place.left_of(day), matter.month(day.isoformat())
        if day.day == 1 or day == place.first:
            yield el("path", d=f"M{figure(x)} {AXIS - 32}V{high - 6}", class_="month")
        following = place.left_of(marks[spot + 1]) if spot + 1 < len(marks) else float(WIDE)
        long = width(words, 13, True)
        left = min(x, following - long - 6)
        if left >= max(free, place.edges[0]):
            yield el("text", words, x=figure(left + 4), y=AXIS - 22, class_="mon")
            free = left + long
    if place.day >= 5:
        yield from _days(place)
    for name, when in fixed_days(matter).items():
        if place.holds(when.isoformat()):
            x, words = place.at(when.isoformat()), fixed_name(matter, name)
            yield el("path", d=f"M{figure(x)} 12V{high - 6}", class_="fixed")
            side = "end" if x + width(words, 11) > WIDE else "start"
            yield (
                el("text", words, x=figure(x + (4 if side == "start" else -4)), y=12, class_="day", text_anchor=side)
            )


def _marks(place: Scale) -> Iterator[date]:
    """The days by which a month is named: the first, each first of a month, the first after a short stretch."""
    before = place.first
    for day, short in _each(place):
        months = (day.year, day.month) != (before.year, before.month)
        if day == place.first or (not short and (day.day == 1 or months)):
            yield day
        before = before if short else day


def _days(place: Scale) -> Iterator[Html]:
    """The numbers of some days, none in a stretch drawn short."""
    for day, short in _each(place):
        if not short and (day.day % 5 == 0 or day.day == 1) and day.day != 30:
            middle = (place.left_of(day) + place.left_of(day + timedelta(days=1))) / 2
            yield el("text", day.day, x=figure(middle), y=AXIS - 4, class_="tick mid")


def _each(place: Scale) -> Iterator[tuple[date, bool]]:
    """Every day, and whether it lies in a stretch drawn short."""
    for number in range((place.last - place.first).days + 1):
        day = place.first + timedelta(days=number)
        yield day, any(each.start <= place.left_of(day) < each.end for each in place.breaks)
