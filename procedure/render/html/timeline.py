"""The timeline as a picture: a lane for each machine, then deadlines, windows, bars and lapses under their norms."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from procedure.outcomes import Outcome
from procedure.render.html.calendar import fixed_days, fixed_name
from procedure.render.html.charts import fit
from procedure.render.html.lanes import Lane, Place, Stay, day_of, lanes
from procedure.render.html.markup import Html, el, figure
from procedure.render.html.matter import Matter, anchor
from procedure.render.html.scale import Scale, scale
from procedure.render.html.spans import Span, spans, told
from procedure.render.labels import letter, width, wrap
from procedure.render.page import MARKS

WIDE, GUTTER, RIGHT = 1080, 196, 24
AXIS, MARK, COUNTED, BAND, ROW = 50, 14, 25, 15, 19
EMPTY = Html("")
MOST = 26
"""At most so many deadlines are drawn."""


@frozen
class Drawn:
    """The picture, and what a reader should know of it: acts before its start, deadlines left out."""

    picture: Html
    earlier: int
    left_out: int


def timeline(matter: Matter, linked: bool = True) -> Drawn | None:
    """The timeline of a report; none where no act is judged. Marks lead to the acts where `linked`."""
    if not matter.judged:
        return None
    days = [day_of(each) for each in matter.judged]
    every = spans(matter)
    drawn = tuple(told(every, MOST))
    busy = {*days}
    first, last = min(days), max(matter.report.until, max(days))
    for span in drawn:
        busy |= {day for each in (span.opens, span.closes, span.done) if each and first <= (day := _day(each)) <= last}
    place = scale(first, last, busy, GUTTER, WIDE - GUTTER - RIGHT)
    parts, backs = list[Html](), list[Html]()
    y = AXIS
    for index, lane in enumerate(lanes(matter, place)):
        high = _height(matter, lane)
        backs.append(el("rect", y=y, width=WIDE, height=high, class_="odd") if index % 2 else EMPTY)
        parts += _lane(matter, lane, y, linked)
        y += high
    if drawn:
        parts.append(el("text", matter.tell("timeline.spans"), x=0, y=y + 24, class_="h"))
        y += 34
        for span in drawn:
            parts += _span(matter, span, place, y)
            y += ROW
    high = y + 12
    axis = list(_axis(matter, place, high))
    picture = el(
        "svg",
        el("title", matter.tell("timeline.title", text=matter.report.scenario), id="timeline-title"),
        el("desc", matter.tell("timeline.desc", first=first.isoformat(), last=last.isoformat()), id="timeline-desc"),
        *backs,
        *axis,
        el("g", *parts, aria_hidden="true"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE} {high}",
        width=WIDE,
        height=high,
        role="group" if linked else "img",
        aria_labelledby="timeline-title timeline-desc",
        class_="chart timeline",
    )
    earlier = sum(day_of(each) < first for each in matter.report.verdicts if each.outcome is Outcome.CONTEXT)
    return Drawn(picture, earlier, len(every) - len(drawn))


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


# the axis


def _axis(matter: Matter, place: Scale, high: int) -> Iterator[Html]:
    """Months and days on top, short stretches shaded, and the days from which the law counts."""
    parts: list[Html] = []
    for each in place.breaks:
        wide = each.end - each.start
        parts.append(el("rect", x=figure(each.start), y=AXIS - 14, width=figure(wide), height=high - AXIS + 8, class_="gap"))
        words = matter.tell("timeline.gap", days=each.days)
        if wide > width(words, 10):
            parts.append(el("text", words, x=figure((each.start + each.end) / 2), y=AXIS - 4, class_="tick mid"))
    month_at = -1000.0
    day, end = place.first, place.last
    while day <= end:
        x = place.left_of(day)
        short = any(each.start <= x < each.end for each in place.breaks)
        if day.day == 1 or day == place.first:
            parts.append(el("path", d=f"M{figure(x)} {AXIS - 32}V{high - 6}", class_="month"))
            following = place.left_of((day.replace(day=1) + timedelta(days=31)).replace(day=1))
            if x - month_at > 96 and (day.day == 1 or following - x > 96):
                parts.append(el("text", matter.month(day.isoformat()), x=figure(x + 4), y=AXIS - 22, class_="mon"))
                month_at = x
        if not short and (day.day % 5 == 0 or day.day == 1) and day.day != 30 and place.day >= 5:
            parts.append(el("text", day.day, x=figure((x + place.left_of(day + timedelta(days=1))) / 2), y=AXIS - 4, class_="tick mid"))
        day += timedelta(days=1)
    for name, when in fixed_days(matter).items():
        if place.holds(when.isoformat()):
            x, words = place.at(when.isoformat()), fixed_name(matter, name)
            parts.append(el("path", d=f"M{figure(x)} 12V{high - 6}", class_="fixed"))
            side = "end" if x + width(words, 11) > WIDE else "start"
            parts.append(el("text", words, x=figure(x + (4 if side == "start" else -4)), y=12, class_="day", text_anchor=side))
    yield el("g", *parts, aria_hidden="true")


# lanes


def _height(matter: Matter, lane: Lane) -> int:
    stack = max((_stack(place) for place in lane.places), default=MARK)
    named = 0 if lane.procedure is None else len(_named(matter, lane)) + (lane.cases > 1)
    return max(stack + 10 + (BAND + 5 if lane.stays else 0), 32, 15 * named + 10)


def _stack(place: Place) -> int:
    return sum(COUNTED if len(group.acts) > 1 else MARK for group in place.groups) + 2 * (len(place.groups) - 1)


def _lane(matter: Matter, lane: Lane, y: int, linked: bool) -> Iterator[Html]:
    more = matter.tell("timeline.cases", number=lane.cases) if lane.cases > 1 else ""
    lines = _named(matter, lane)
    for spot, words in enumerate(lines):
        yield el("text", words, x=4, y=y + 17 + 15 * spot, class_="name")
    if more:
        yield el("text", more, x=4, y=y + 17 + 15 * len(lines), class_="small")
    for stay in lane.stays:
        yield from _stay(matter, lane, stay, y + 4)
    top = y + 5 + (BAND + 5 if lane.stays else 0)
    for each in lane.places:
        yield from _marks(matter, each, top, linked)


def _named(matter: Matter, lane: Lane) -> tuple[str, ...]:
    """What a lane is called, in at most two lines."""
    if lane.procedure is not None:
        name = matter.speak.procedure(lane.procedure.name)
    else:
        context = all(group.outcome is Outcome.CONTEXT for each in lane.places for group in each.groups)
        name = matter.tell("timeline.context" if context else "timeline.loose")
    return wrap(name, GUTTER - 16, 13, True)[:2]


def _stay(matter: Matter, lane: Lane, stay: Stay, y: int) -> Iterator[Html]:
    """A stay as a band: the state's letter in the diagram, and its sentence where there is room."""
    assert lane.procedure is not None
    states = list(lane.procedure.states)
    wide = stay.right - stay.left
    tint = f"stay s{stay.states[0] % 2}"
    yield el("rect", x=figure(stay.left), y=y, width=figure(wide), height=BAND, class_=tint)
    letters = "/".join(letter(each) for each in stay.states)
    names = [matter.speak.state(lane.procedure.name, states[each].name) for each in stay.states]
    whole = f"{letters}  {matter.speak.listed(names, 'or')}"
    words = whole if wide > 90 else letters if wide > width(letters, 11) + 4 else ""
    if words:
        yield el("text", fit(words, wide - 6, 11), x=figure(stay.left + 4), y=y + 11, class_="state")


def _marks(matter: Matter, place: Place, y: int, linked: bool) -> Iterator[Html]:
    for group in place.groups:
        many = len(group.acts) > 1
        high = COUNTED if many else MARK
        words = matter.text(matter.verdicts[group.acts[0]])
        key = "timeline.marks" if many else "timeline.mark"
        title = matter.tell(key, outcome=group.outcome.value, number=len(group.acts), text=fit(words, 300, 14))
        yield el(
            "a" if linked else "g",
            el("title", title),
            el("path", d=f"M0 0h{MARK}v{high}H0z"),
            el("text", MARKS[group.outcome], x=MARK // 2, y=11),
            el("text", len(group.acts), x=MARK // 2, y=22, class_="n") if many else None,
            transform=f"translate({round(place.x) - MARK // 2} {y})",
            class_=f"k {group.outcome.value}",
            href=f"#{anchor('act', group.acts[0])}" if linked else None,
            tabindex=-1 if linked else None,
        )
        y += high + 2


# deadlines


def _span(matter: Matter, span: Span, place: Scale, y: int) -> Iterator[Html]:
    """A row: the norm and the act, the stretch with its ends, when it was done, and what was left."""
    middle = y + 9
    first = matter.verdicts.get(span.acts[0])
    more = matter.tell("timeline.more", number=len(span.acts) - 1) if len(span.acts) > 1 else ""
    name = matter.speak.name(first.done.kind if first else span.acts[0])
    yield el("text", fit(f"{name} {more}".strip(), GUTTER - 12, 12), x=4, y=y + 13)
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
        size = "M{0} {1}l4 -5 4 5 -4 5z".format(figure(done - 4), middle)
        yield el("path", d=size, class_=f"done {span.status.value}")
        furthest = max(furthest, done + 4)
    room = WIDE - furthest - 10
    words = matter.tell("timeline.left", left=span.left, norm=span.norm)
    if width(words, 11) > room and room > 160:
        words = fit(words, room, 11)
    if width(words, 11) <= room:
        yield el("text", words, x=figure(furthest + 8), y=y + 13, class_=f"left {span.status.value}")
    else:
        before = min(start, done - 4 if done is not None else start) - 7
        words = fit(words, before - GUTTER, 11)
        yield el("text", words, x=figure(before), y=y + 13, class_=f"left {span.status.value}", text_anchor="end")
