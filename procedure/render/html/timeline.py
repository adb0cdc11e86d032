"""The timeline as a picture: a lane for each machine, with its states and its acts by outcome."""

from collections.abc import Iterator

from procedure.outcomes import Outcome
from procedure.render.html.axis import AXIS, GUTTER, WIDE, Days, axis, picture
from procedure.render.html.charts import fit
from procedure.render.html.lanes import Lane, Place, Stay, lanes
from procedure.render.html.markup import Html, el, figure
from procedure.render.html.matter import Matter, anchor
from procedure.render.labels import letter, width, wrap
from procedure.render.page import MARKS

MARK, COUNTED, BAND = 14, 25, 15


def timeline(matter: Matter, days: Days, linked: bool = True) -> Html:
    """The timeline of a report. Marks lead to the acts where `linked`."""
    place = days.scale
    parts, backs = list[Html](), list[Html]()
    y = AXIS
    for index, lane in enumerate(lanes(matter, place)):
        high = _height(matter, lane)
        backs += [el("rect", y=y, width=WIDE, height=high, class_="odd")] if index % 2 else []
        parts += _lane(matter, lane, y, linked)
        y += high
    title = matter.tell("timeline.title", text=matter.speak.heading(matter.report))
    desc = matter.tell("timeline.desc", first=place.first.isoformat(), last=place.last.isoformat())
    return picture("timeline", title, desc, y + 6, [*backs, *axis(matter, place, y + 6), *parts], linked)


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
    """What a lane is called, in at most three lines."""
    if lane.procedure is not None:
        name = matter.speak.procedure(lane.procedure.name)
    else:
        context = all(group.outcome is Outcome.CONTEXT for each in lane.places for group in each.groups)
        name = matter.tell("timeline.context" if context else "timeline.loose")
    return wrap(name, GUTTER - 16, 13, True)[:3]


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
