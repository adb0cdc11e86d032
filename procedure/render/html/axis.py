"""The days above a timeline: months, days, stretches drawn short, and the days from which the law counts."""

from collections.abc import Iterator
from datetime import date, timedelta

from procedure.outcomes import Outcome
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


def days_of(matter: Matter) -> Scale:
    """The scale of a report: from its first judged act to its end, with the days on which something falls in full."""
    days = [day_of(each) for each in matter.judged]
    first, last = min(days), max(matter.report.until, *days)
    moments = [each for span in drawn(matter) for each in (span.opens, span.closes, span.done) if each]
    busy = {day for each in moments if first <= (day := date.fromisoformat(each[:10])) <= last}
    return scale(first, last, busy | set(days), GUTTER, WIDE - GUTTER - RIGHT)


def drawn(matter: Matter) -> tuple[Span, ...]:
    """The deadlines that are drawn: those not kept first, where they are too many."""
    every = spans(matter)
    kept = sorted(every, key=lambda span: (span.status.value == "kept", span.kind == "bar"))[:MOST]
    return tuple(span for span in every if span in kept)


def earlier(matter: Matter) -> int:
    """How many acts of context lie before the scale."""
    first = min(day_of(each) for each in matter.judged)
    return sum(day_of(each) < first for each in matter.report.verdicts if each.outcome is Outcome.CONTEXT)


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
    month_at = -1000.0
    day, end = place.first, place.last
    while day <= end:
        x = place.left_of(day)
        short = any(each.start <= x < each.end for each in place.breaks)
        if day.day == 1 or day == place.first:
            yield el("path", d=f"M{figure(x)} {AXIS - 32}V{high - 6}", class_="month")
            following = place.left_of((day.replace(day=1) + timedelta(days=31)).replace(day=1))
            if x - month_at > 96 and (day.day == 1 or min(following, WIDE) - x > 96 or following >= place.right):
                yield el("text", matter.month(day.isoformat()), x=figure(x + 4), y=AXIS - 22, class_="mon")
                month_at = x
        if not short and (day.day % 5 == 0 or day.day == 1) and day.day != 30 and place.day >= 5:
            yield (
                el(
                    "text",
                    day.day,
                    x=figure((x + place.left_of(day + timedelta(days=1))) / 2),
                    y=AXIS - 4,
                    class_="tick mid",
                )
            )
        day += timedelta(days=1)
    for name, when in fixed_days(matter).items():
        if place.holds(when.isoformat()):
            x, words = place.at(when.isoformat()), fixed_name(matter, name)
            yield el("path", d=f"M{figure(x)} 12V{high - 6}", class_="fixed")
            side = "end" if x + width(words, 11) > WIDE else "start"
            yield (
                el("text", words, x=figure(x + (4 if side == "start" else -4)), y=12, class_="day", text_anchor=side)
            )
