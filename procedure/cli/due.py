"""`procedure due`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

import cattrs
import click
from attrs import evolve

from procedure.cli.common import Day, default_log, format_option, page, scenario, speaking
from procedure.due import Agenda, Later, Possible
from procedure.due import due as agenda_of
from procedure.render.json_form import dumps
from procedure.render.page import Page, wrap
from procedure.verdict import Phrase
from procedure.words import Speaker

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
    speak = speaking(case.country, case=case)
    if form == "json":
        converter = cattrs.Converter()
        converter.register_unstructure_hook(date, date.isoformat)
        converter.register_unstructure_hook(
            Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
        )
        click.echo(dumps({"form": FORM, **converter.unstructure(agenda)}))
        return 0
    click.echo("\n".join(_lines(agenda, page(verbose), speak)))
    return 0


def _lines(agenda: Agenda, shown: Page, speak: Speaker) -> Iterator[str]:
    yield shown.paint(speak.tell("due", scenario=speak.texts.title or agenda.scenario, day=agenda.on), None, True)
    yield from _title("due.must", shown, speak)
    for duty in agenda.outstanding:
        key = "due.duty" if not duty.overdue else "due.overdue" if duty.shown else "due.not_on_record"
        holder = speak.actor(duty.holder) if duty.holder else speak.tell("due.no_holder")
        limits = speak.listed([speak.moment(each.limit) for each in duty.due], "or")
        case = _case(speak.actor(duty.case))
        text = speak.tell(key, act=speak.name(duty.act) + case, holder=holder, limits=limits, norm=duty.norm)
        yield from wrap(text, shown, 2, "→ " if not duty.overdue else "✗ " if duty.shown else "? ")
    if not agenda.outstanding:
        yield from wrap(speak.tell("due.no_duty"), shown, 2)
    yield from _title("due.may", shown, speak)
    for each in _together(agenda.now, shown, speak):
        norms = ", ".join(dict.fromkeys(speak.cite(condition.norm) for condition in each.provided))
        head = _head(each, speak)
        yield from wrap(speak.tell("due.subject", act=head, norms=norms) if norms else head, shown, 2, "✓ ")
        if shown.verbose:
            for condition in each.provided:
                asked = speak.say(condition.heard.asked)
                yield from wrap(speak.tell("due.condition", norm=condition.norm, text=asked), shown, 6)
    if not agenda.now:
        yield from wrap(speak.tell("due.nothing"), shown, 2)
    yield from _title("due.not_yet", shown, speak)
    for each in _together(agenda.not_yet, shown, speak):
        yield from wrap(_head(each, speak), shown, 2, "✗ ")
        for condition in dict.fromkeys(each.blocked):
            heard = condition.heard
            text = speak.tell("due.condition", norm=condition.norm, text=speak.say(heard.shown))
            text = speak.tell("due.way_out", text=text, repair=speak.say(heard.repair)) if heard.repair else text
            yield from wrap(text, shown, 6)
    yield from _title("due.later", shown, speak)
    for later in _together(agenda.later, shown, speak):
        way = speak.listed([speak.name(act) for act in later.way], "then")
        act = speak.name(later.act) + _case(later.case)
        machine = speak.procedure(later.procedure)
        key = "due.first" if way else "due.no_way"
        yield from wrap(speak.tell(key, act=act, machine=machine, way=way), shown, 2, "· ")


def _title(key: str, shown: Page, speak: Speaker) -> Iterator[str]:
    yield ""
    for line in wrap(speak.tell(key), shown, 0):
        yield shown.paint(line, None, True)


T = TypeVar("T", Possible, Later)
MOST_CASES = 3
"""How many candidates, districts … of which the same is said are named; `-v` names them all."""


def _together(entries: Sequence[T], shown: Page, speak: Speaker) -> list[T]:
    """Entries that differ in nothing but the case, as one that names the first cases and counts the rest."""
    cases: dict[T, list[str]] = {}
    for entry in entries:
        cases.setdefault(evolve(entry, case=""), []).append(speak.actor(entry.case))
    return [evolve(entry, case=_named(names, shown, speak)) for entry, names in cases.items()]


def _named(cases: Sequence[str], shown: Page, speak: Speaker) -> str:
    if shown.verbose or len(cases) <= MOST_CASES + 1:
        return ", ".join(cases)
    return speak.tell("due.more_cases", cases=", ".join(cases[:MOST_CASES]), number=len(cases) - MOST_CASES)


def _case(case: str) -> str:
    return f" [{case}]" if case else ""


def _head(each: Possible, speak: Speaker) -> str:
    act = speak.name(each.act) + _case(each.case)
    key = "due.act_by" if each.by else "due.act"
    machine, state = speak.procedure(each.procedure), speak.state(each.procedure, each.state)
    return speak.tell(key, act=act, actors=each.by, machine=machine, state=state)
