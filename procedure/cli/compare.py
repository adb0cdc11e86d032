"""`procedure compare`."""

import re
from collections.abc import Iterator
from datetime import date

import cattrs
import click
from attrs import evolve

from procedure.cli.common import Day, format_option, page, scenario, speaking, tell
from procedure.compare import compare as compared
from procedure.comparison import ActChange, ActTold, Comparison, NormChange, Said, Side
from procedure.errors import ProcedureError
from procedure.nearest import nearest
from procedure.render.json_form import dumps
from procedure.render.page import COLOURS, MARKS, Page, wrap
from procedure.render.text import lapse_line, move_line
from procedure.scenario import Scenario
from procedure.verdict import Phrase
from procedure.words import Speaker

FORM = "procedure.compare/1"
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@click.option("--law-as-of", type=Day(), help="Force the law of this day on every act of B.")
@click.option("--reading", "readings", multiple=True, metavar="AXIS=ANSWER", help="Pin an open question in B.")
@format_option
def compare(first: str, second: str | None, law_as_of: date | None, readings: tuple[str, ...], form: str) -> int:
    """Compare the replays of A and B: files or shipped names; B is A again when it is not named.

    With --law-as-of or --reading, B is replayed under another law or another reading.
    """
    if second is None and law_as_of is None and not readings:
        raise ProcedureError("nothing to compare with: name a second scenario, or add --law-as-of or --reading")
    one = scenario(first)
    two = scenario(second) if second is not None else one
    name = second or first
    if law_as_of is not None:
        two, name = evolve(two, law_as_of=law_as_of), tell("compare.law_as_of", name=name, day=law_as_of)
    for reading in readings:
        two, name = _pinned(two, reading), tell("compare.reading", name=name, reading=reading)
    found = compared(one, two, (first, name))
    speak = speaking(one.country)
    if form == "json":
        converter = cattrs.Converter()
        converter.register_unstructure_hook(date, date.isoformat)
        converter.register_unstructure_hook(
            Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
        )
        click.echo(dumps({"form": FORM, **converter.unstructure(found)}))
        return 0
    click.echo("\n".join(line.rstrip() for line in _lines(found, page(), speak)))
    return 0


def _pinned(case: Scenario, reading: str) -> Scenario:
    """A scenario with one more open question answered."""
    axis, _, answer = (part.strip() for part in reading.partition("="))
    axes = case.country.law.axes
    if axis not in axes:
        raise ProcedureError(f"--reading: {case.country.name} has no open question '{axis}'; {nearest(axis, axes)}")
    answers = [each.name for each in axes[axis].answers]
    if answer not in answers:
        help = nearest(answer, answers) or f"its answers are {', '.join(answers)}"
        raise ProcedureError(f"--reading: {axis} has no answer '{answer}'; {help}")
    return evolve(case, readings={**case.readings, axis: answer})


def _lines(found: Comparison, shown: Page, speak: Speaker) -> Iterator[str]:
    for letter, side in (("A", found.first), ("B", found.second)):
        yield from wrap(_side(side, speak), shown, 0, f"{letter}  ")
    yield ""
    if not found.differs:
        yield from wrap(speak.tell("compare.same", number=found.same), shown, 0)
        return
    if found.parting:
        how = speak.tell(f"compare.parting.{found.parting.how.replace(' ', '_')}")
        where = speak.tell("compare.part", act=found.parting.act, when=found.parting.when, how=how)
        yield from wrap(shown.paint(where, None, True), shown, 0)
    else:
        yield from wrap(speak.tell("compare.part_nowhere"), shown, 0)
    turned = [each for each in found.changed if each.turned]
    rest = [each for each in found.changed if not each.turned]
    for title, changes in (("compare.turned", turned), ("compare.not_turned", rest)):
        yield from _title(speak.tell(title), len(changes), shown)
        for change in changes:
            yield from _act(change, shown, speak)
    for letter, acts in (("A", found.only_first), ("B", found.only_second)):
        yield from _title(speak.tell("compare.only", side=letter), len(acts), shown)
        for each in acts:
            yield from wrap(_told(each, speak), shown, 2, f"{MARKS[each.outcome]} ")
    yield from _title(speak.tell("lapses"), len(found.lapses), shown)
    for lapse in found.lapses:
        for letter, told in (("A", lapse.before), ("B", lapse.after)):
            text = lapse_line(told, speak) if told else speak.tell("lapse.none", norm=lapse.norm)
            yield from wrap(text, shown, 2, f"{letter}: ")
    yield from _title(speak.tell("compare.states"), len(found.states), shown)
    for state in found.states:
        yield from wrap(move_line(state.procedure, state.case, state.before, state.after, speak), shown, 2)
    yield ""
    yield from wrap(speak.tell("compare.counts", same=found.same, changed=len(found.changed)), shown, 0)


def _side(side: Side, speak: Speaker) -> str:
    law, log = side.law_hash[:12], side.scenario_hash[:12]
    return speak.tell(
        "compare.side", name=side.name, scenario=side.scenario, acts=side.acts, until=side.until, law=law, log=log
    )


def _title(title: str, number: int, shown: Page) -> Iterator[str]:
    if number:
        yield ""
        for line in wrap(f"{title} ({number})", shown, 0):
            yield shown.paint(line, None, True)


def _told(each: ActTold, speak: Speaker) -> str:
    return speak.tell("compare.told", act=_named(each, speak), outcome=each.outcome.value)


def _named(each: ActTold | ActChange, speak: Speaker) -> str:
    what = each.what if speak.language == "en" else ""
    return speak.tell("compare.act", act=each.act, when=each.when, what=what or speak.name(each.kind))


def _act(change: ActChange, shown: Page, speak: Speaker) -> Iterator[str]:
    """One act: its outcomes, what the logs have otherwise, what each norm says otherwise, how the machines moved."""
    before, after = change.outcome
    yield from wrap(_named(change, speak), shown, 2)
    outcome = f"{MARKS[before]} {speak.outcome(before.value)}"
    if before is not after:
        outcome += f" → {MARKS[after]} {speak.outcome(after.value)}"
    if change.working != change.outcome:
        working = " → ".join(dict.fromkeys(speak.outcome(each.value) for each in change.working))
        outcome = speak.tell("compare.working", outcome=outcome, working=working)
    for line in wrap(outcome, shown, 4):
        yield shown.paint(line, COLOURS.get(after), True)
    nothing = speak.tell("compare.nothing")
    for log in change.log:
        text = f"{speak.fact(log.key)}: {log.before or nothing} → {log.after or nothing}"
        yield from wrap(text, shown, 4, "~ ")
    for norm in change.norms:
        yield from wrap(_norm(norm, speak), shown, 4, "· ")
    for letter, moves in zip("AB", change.moves, strict=True):
        for move in moves:
            text = move_line(move.procedure, move.case, move.before, move.after, speak)
            yield from wrap(text, shown, 4, f"→ {letter}: ")


def _norm(change: NormChange, speak: Speaker) -> str:
    one, two = _said(change.before, speak), _said(change.after, speak)
    versions = list(dict.fromkeys(side.version for side in (change.before, change.after) if side))
    rule = _CAPITAL.sub(" ", change.rule).lower()
    text = speak.tell("compare.norm", norm=change.norm, rule=rule, before=one, after=two)
    if len(versions) < 2:
        return text
    return speak.tell("compare.versions", text=text, before=versions[0], after=versions[1])


def _said(said: Said | None, speak: Speaker) -> str:
    if said is None:
        return speak.tell("compare.not_heard")
    text = speak.tell(f"status.{said.statuses[0].value}")
    if len(said.statuses) > 1:
        cells = {
            status: [speak.cell(cell) for each in said.opinions if each.heard.status is status for cell in each.cells]
            for status in said.statuses
        }
        text = ", ".join(
            f"{speak.tell(f'status.{status.value}')} [{'; '.join(held)}]" for status, held in cells.items()
        )
    margins = speak.listed([speak.say(margin) for margin in said.margins], "or")
    return f"{text} ({margins})" if margins else text
