"""`procedure due`."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

import cattrs
import click
from attrs import evolve

from procedure.cli.common import Day, default_log, format_option, page, scenario
from procedure.due import Agenda, Condition, Later, Possible
from procedure.due import due as agenda_of
from procedure.render.json_form import dumps
from procedure.render.page import Page, wrap
from procedure.verdict import Phrase
from procedure.words import Speaker, speaker_of

FORM = "procedure.due/1"


@click.command()
@click.argument("file", default=default_log)
@click.option("--on", type=Day(), required=True, help="The day, at whose end the state of affairs is told.")
@format_option
@click.option("-v", "--verbose", is_flag=True, help="Also tell what bears on each act that may be done.")
def due(file: str, on: date, form: str, verbose: bool) -> int:
    """Tell what may be done in FILE on a day and by whom, what must be done by when, and what is not yet possible."""
    case = scenario(file)
    agenda = agenda_of(case, on)
    speak = speaker_of(case.country.law)
    if form == "json":
        converter = cattrs.Converter()
        converter.register_unstructure_hook(date, date.isoformat)
        converter.register_unstructure_hook(
            Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
        )
        click.echo(dumps({"form": FORM, **converter.unstructure(agenda)}))
        return 0
    click.echo("\n".join(_lines(agenda, page(case.country, verbose), speak)))
    return 0


def _lines(agenda: Agenda, shown: Page, speak: Speaker) -> list[str]:
    lines = [shown.paint(f"{agenda.scenario}, on {speak.date(agenda.on.isoformat())}", None, True)]
    lines += ["", shown.paint("Must be done", None, True)]
    for duty in agenda.outstanding:
        limits = " or ".join(speak.moment(each.limit) for each in duty.due)
        late = "by" if not duty.overdue else "overdue since" if duty.shown else "not on record, was due by"
        who = duty.holder or "holder not named"
        text = f"{speak.name(duty.act)}{_case(duty.case)}: {who}, {late} {limits} ({speak.cite(duty.norm)})"
        lines += wrap(text, shown, 2, "→ " if not duty.overdue else "✗ " if duty.shown else "? ")
    lines += [] if agenda.outstanding else ["  nothing runs against a date"]
    lines += ["", shown.paint("May be done now", None, True)]
    for each in _together(agenda.now, shown):
        lines += wrap(f"{_head(each, speak, shown)}{_cites(each.provided, speak)}", shown, 2, "✓ ")
        if shown.verbose:
            for condition in each.provided:
                lines += wrap(f"{speak.cite(condition.norm)}: {speak.say(condition.heard.asked)}", shown, 6)
    lines += [] if agenda.now else ["  nothing"]
    lines += ["", shown.paint("Not yet: the law stands in the way, or something must come first", None, True)]
    for each in _together(agenda.not_yet, shown):
        lines += wrap(_head(each, speak, shown), shown, 2, "✗ ")
        for condition in dict.fromkeys(each.blocked):
            heard = condition.heard
            repair = f" → {speak.say(heard.repair)}" if heard.repair else ""
            lines += wrap(f"{speak.cite(condition.norm)}: {speak.say(heard.shown)}{repair}", shown, 6)
    lines += ["", shown.paint("Not from here: other acts lie on the way", None, True)]
    for later in _together(agenda.later, shown):
        way = ", then ".join(speak.name(act) for act in later.way) or "no way leads there"
        lines += wrap(f"{speak.name(later.act)}{_case(later.case)} ({later.procedure}): first {way}", shown, 2, "· ")
    return lines


T = TypeVar("T", Possible, Later)
MOST_CASES = 3
"""How many candidates, districts … of which the same is said are named; `-v` names them all."""


def _together(entries: Sequence[T], shown: Page) -> list[T]:
    """Entries that differ in nothing but the case, as one that names the first cases and counts the rest."""
    cases: dict[T, list[str]] = {}
    for entry in entries:
        cases.setdefault(evolve(entry, case=""), []).append(entry.case)
    return [evolve(entry, case=_named(names, shown)) for entry, names in cases.items()]


def _named(cases: Sequence[str], shown: Page) -> str:
    if shown.verbose or len(cases) <= MOST_CASES + 1:
        return ", ".join(cases)
    return f"{', '.join(cases[:MOST_CASES])} and {len(cases) - MOST_CASES} more"


def _case(case: str) -> str:
    return f" [{case}]" if case else ""


def _head(each: Possible, speak: Speaker, shown: Page) -> str:
    state = shown.states.get((each.procedure, each.state), each.state)
    by = f", by {speak.listed(list(each.by), 'or')}" if each.by else ""
    return f"{speak.name(each.act)}{_case(each.case)}{by} ({each.procedure}: {state})"


def _cites(provided: tuple[Condition, ...], speak: Speaker) -> str:
    norms = dict.fromkeys(speak.cite(condition.norm) for condition in provided)
    return f"; subject to {', '.join(norms)}" if norms else ""
