"""`procedure timetable`."""

from datetime import date

import cattrs
import click

from procedure.cli.common import Day, format_option, page
from procedure.errors import ProcedureError
from procedure.jurisdictions import jurisdiction
from procedure.render.json_form import dumps
from procedure.render.page import Page, wrap
from procedure.timetable import Entry, Timetable
from procedure.timetable import timetable as laid_out
from procedure.verdict import Phrase
from procedure.words import Speaker, speaker_of

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
    speak = speaker_of(place.law)
    if form == "json":
        converter = cattrs.Converter()
        converter.register_unstructure_hook(date, date.isoformat)
        converter.register_unstructure_hook(
            Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
        )
        click.echo(dumps({"form": FORM, **converter.unstructure(table)}))
        return 0
    click.echo("\n".join(_lines(table, page(place), speak)))
    return 0


def _lines(table: Timetable, shown: Page, speak: Speaker) -> list[str]:
    fixed = ", ".join(f"{name} {speak.date(day.isoformat())}" for name, day in table.fixed)
    lines = [shown.paint(f"Timetable, {table.jurisdiction}: {fixed}", None, True), ""]
    lines += [shown.paint("By law", None, True)]
    for entry in table.law:
        lines += _entry(entry, shown, speak)
    lines += [] if table.law else ["  nothing follows from these days alone"]
    lines += ["", shown.paint("By the calendar of the commission", None, True)]
    for entry in table.calendar:
        lines += _entry(entry, shown, speak)
    lines += [] if table.calendar else ["  no calendar is on file for these days"]
    lines += ["", shown.paint("Counted from an act that is not fixed here, or from a text not read", None, True)]
    for entry in table.waiting:
        waits = " and ".join(speak.name(act) for act in entry.waits_for)
        lines += wrap(
            f"{_acts(entry, speak)} ({speak.cite(entry.norm)}){_cells(entry)}: waits for {waits}", shown, 2, "· "
        )
    return lines


def _entry(entry: Entry, shown: Page, speak: Speaker) -> list[str]:
    bounds = []
    if entry.opens and entry.opens == entry.closes:
        bounds.append(f"at {speak.moment(entry.opens)}")
    elif entry.opens:
        bounds.append(f"from {speak.moment(entry.opens)}")
    if entry.closes and entry.opens != entry.closes:
        bounds.append(f"by {speak.moment(entry.closes)}")
    counted = f" — {speak.say(entry.counted)}" if entry.counted else ""
    known = f" [text {entry.text_known}]" if entry.text_known in ("unverified", "unread") else ""
    text = f"{_acts(entry, speak)}: {' '.join(bounds)} ({speak.cite(entry.norm)}){_cells(entry)}{counted}{known}"
    return wrap(text, shown, 2, "→ ")


def _acts(entry: Entry, speak: Speaker) -> str:
    return ", ".join(speak.name(act) for act in entry.acts)


def _cells(entry: Entry) -> str:
    """The readings on which the date is so."""
    cells = [", ".join(f"{axis}={answer}".replace("_", " ") for axis, answer in cell) for cell in entry.cells if cell]
    return f" [{'; '.join(cells)}]" if cells else ""
