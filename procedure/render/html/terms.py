"""The deadlines, windows and bars of a report as entries of a calendar."""

from collections.abc import Iterator

from procedure.render.html.matter import Matter
from procedure.render.html.spans import Span, spans
from procedure.render.ics import Term, calendar
from procedure.render.page import STATUS_MARKS


def deadlines(matter: Matter) -> str:
    """A calendar with an entry for each stretch of time that the report tells."""
    name = matter.speak.tell("ics.name", scenario=matter.speak.heading(matter.report))
    return calendar(name, matter.report.until, _terms(matter))


def _terms(matter: Matter) -> Iterator[Term]:
    for span in spans(matter):
        if span.opens or span.closes:
            mark = STATUS_MARKS[span.status]
            title = matter.speak.tell(f"ics.{span.kind}", act=_acts(matter, span), norm=span.norm)
            yield Term(f"{mark} {title}", span.opens, span.closes, span.left)


def _acts(matter: Matter, span: Span) -> str:
    return ", ".join(dict.fromkeys(matter.speak.name(act) for act in span.acts))
