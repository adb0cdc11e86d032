"""`procedure timetable`."""

from collections.abc import Iterator
from datetime import date

import cattrs
import click

from procedure.cli.common import Day, format_option, page, speaking
from procedure.errors import ProcedureError
from procedure.jurisdictions import jurisdiction
from procedure.render.json_form import dumps
from procedure.render.page import Page, wrap
from procedure.timetable import Entry, Timetable
from procedure.timetable import timetable as laid_out
from procedure.verdict import Phrase
from procedure.words import Speaker

FORM = "procedure.timetable/1"


@click.command()
@click.argument("country")
@click.option("--dissolved", type=Day(), help="The day of dissolution.")
@click.option("--poll", type=Day(), help="The day of the vote.")
@format_option
def timetable(country: str, dissolved: date | None, poll: date | None, form: str) -> int:
    """Lay out every date that the law of COUNTRY gives, with the days counted, beside its commission's calendar."""
    place = jurisdiction(country)
    fixed = {name: day for name, day in (("dissolved", dissolved), ("poll", poll)) if day is not None}
    if not fixed:
        raise ProcedureError("give --dissolved, --poll or both, such as --dissolved 2023-01-19 --poll 2023-03-19")
    table = laid_out(place, fixed)
    speak = speaking(place)
    if form == "json":
        converter = cattrs.Converter()
        converter.register_unstructure_hook(date, date.isoformat)
        converter.register_unstructure_hook(
            Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
        )
        click.echo(dumps({"form": FORM, **converter.unstructure(table)}))
        return 0
    click.echo("\n".join(_lines(table, page(), speak)))
    return 0


def _lines(table: Timetable, shown: Page, speak: Speaker) -> Iterator[str]:
    fixed = ", ".join(
        speak.tell("timetable.fixed", what=speak.tell(f"timetable.{name}"), day=day) for name, day in table.fixed
    )
    yield from _title(speak.tell("timetable", country=table.jurisdiction, fixed=fixed), shown)
    for title, entries, none in (
        ("timetable.law", table.law, "timetable.no_law"),
        ("timetable.calendar", table.calendar, "timetable.no_calendar"),
    ):
        yield ""
        yield from _title(speak.tell(title), shown)
        for entry in entries:
            yield from wrap(entry_line(entry, speak), shown, 2, "→ ")
        if not entries:
            yield from wrap(speak.tell(none), shown, 2)
    yield ""
    yield from _title(speak.tell("timetable.waiting"), shown)
    for entry in table.waiting:
        waits = speak.listed(
            [_awaited(each, speak) for each in entry.waits_for] or [speak.tell("timetable.text")], "and"
        )
        told = speak.tell(
            "timetable.waits", acts=_acts(entry, speak), norm=entry.norm, cells=_cells(entry, speak), waits=waits
        )
        yield from wrap(told, shown, 2, "· ")


def _awaited(name: str, speak: Speaker) -> str:
    """What is waited for: an act, or a standing fact."""
    return speak.name(name) if name in speak.names.acts else speak.fact(name)


def _title(text: str, shown: Page) -> Iterator[str]:
    return (shown.paint(line, None, True) for line in wrap(text, shown, 0))


def entry_line(entry: Entry, speak: Speaker) -> str:
    """A date of the timetable in one sentence: which acts, from and until when, under which norm, how counted."""
    if entry.opens and entry.opens == entry.closes:
        key = "timetable.at"
    elif entry.opens and entry.closes:
        key = "timetable.from_by"
    elif entry.opens:
        key = "timetable.from"
    else:
        key = "timetable.by" if entry.closes else "timetable.undated"
    line = speak.tell(
        key,
        acts=_acts(entry, speak),
        opens=entry.opens,
        closes=entry.closes,
        norm=entry.norm,
        cells=_cells(entry, speak),
    )
    if entry.counted:
        line = speak.tell("finding.margin", line=line, margin=speak.say(entry.counted))
    if entry.text_known in ("unverified", "unread"):
        line = speak.tell("finding.text", line=line, known=speak.tell(f"known.{entry.text_known}"))
    return line


def _acts(entry: Entry, speak: Speaker) -> str:
    return ", ".join(speak.name(act) for act in entry.acts)


def _cells(entry: Entry, speak: Speaker) -> str:
    """The readings on which the date is so."""
    cells = [speak.cell(cell) for cell in entry.cells if cell]
    return f" [{'; '.join(cells)}]" if cells else ""
