"""`procedure compare`."""

import re
from collections.abc import Iterator
from datetime import date

import cattrs
import click
from attrs import evolve

from procedure.cli.common import Day, format_option, page, scenario
from procedure.compare import compare as compared
from procedure.comparison import ActChange, ActTold, Comparison, NormChange, Said, Side
from procedure.errors import ProcedureError
from procedure.outcomes import Assignment
from procedure.reader import nearest
from procedure.render.json_form import dumps
from procedure.render.page import COLOURS, MARKS, Page, wrap
from procedure.render.text import lapse_line, move_line
from procedure.scenario import Scenario
from procedure.verdict import Phrase
from procedure.words import Speaker, speaker_of

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
        two, name = evolve(two, law_as_of=law_as_of), f"{name}, under the law of {law_as_of}"
    for reading in readings:
        two, name = _pinned(two, reading), f"{name}, with {reading.replace('_', ' ')}"
    found = compared(one, two, (first, name))
    speak = speaker_of(one.country.law)
    if form == "json":
        converter = cattrs.Converter()
        converter.register_unstructure_hook(date, date.isoformat)
        converter.register_unstructure_hook(
            Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
        )
        click.echo(dumps({"form": FORM, **converter.unstructure(found)}))
        return 0
    click.echo("\n".join(line.rstrip() for line in _lines(found, page(one.country), speak)))
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
        yield from wrap(_side(side), shown, 0, f"{letter}  ")
    yield ""
    if not found.differs:
        yield f"Nothing differs: {found.same} acts, the same verdicts, lapses and states."
        return
    if found.parting:
        where = f"{found.parting.act}, {speak.moment(found.parting.when)}: {PARTING[found.parting.how]}"
        yield from wrap(shown.paint(f"They part at {where}", None, True), shown, 0)
    else:
        yield "They part at no act."
    turned = [each for each in found.changed if each.turned]
    rest = [each for each in found.changed if not each.turned]
    for title, changes in (
        ("Acts with another outcome", turned),
        ("Acts with the same outcome, not all the same", rest),
    ):
        yield from _title(title, len(changes), shown)
        for change in changes:
            yield from _act(change, shown, speak)
    for letter, acts in (("A", found.only_first), ("B", found.only_second)):
        yield from _title(f"Acts only in {letter}", len(acts), shown)
        for each in acts:
            yield from wrap(_told(each, speak), shown, 2, f"{MARKS[each.outcome]} ")
    yield from _title("Duties not seen done in time", len(found.lapses), shown)
    for lapse in found.lapses:
        for letter, told in (("A", lapse.before), ("B", lapse.after)):
            text = lapse_line(told, speak) if told else f"{lapse.cite}: no such lapse"
            yield from wrap(text, shown, 2, f"{letter}: ")
    yield from _title("Where they end", len(found.states), shown)
    for state in found.states:
        yield from wrap(move_line(state.procedure, state.case, state.before, state.after, shown), shown, 2)
    yield ""
    yield f"{found.same} acts have the same verdict in both, {len(found.changed)} not."


PARTING = {
    "only in the first": "it stands in A only",
    "only in the second": "it stands in B only",
    "order": "it comes earlier in B than in A",
    "log": "the logs themselves differ",
    "outcome": "the outcome is another",
    "norms": "a norm says something else",
    "moves": "a procedure moves otherwise",
}


def _side(side: Side) -> str:
    text = f"{side.name}: {side.scenario} ({side.acts} acts until {side.until}; scenario {side.scenario_hash[:12]}"
    return f"{text}; law {side.law_hash[:12]})"


def _title(title: str, number: int, shown: Page) -> Iterator[str]:
    if number:
        yield ""
        yield shown.paint(f"{title} ({number})", None, True)


def _told(each: ActTold, speak: Speaker) -> str:
    return f"{each.act}, {speak.moment(each.when)}: {each.what or speak.name(each.kind)} ({each.outcome.value})"


def _act(change: ActChange, shown: Page, speak: Speaker) -> Iterator[str]:
    """One act: its outcomes, what the logs have otherwise, what each norm says otherwise, how the machines moved."""
    before, after = change.outcome
    yield from wrap(f"{change.act}, {speak.moment(change.when)}: {change.what or speak.name(change.kind)}", shown, 2)
    outcome = f"{MARKS[before]} {before.value}"
    if before is not after:
        outcome += f" → {MARKS[after]} {after.value}"
    if change.working != change.outcome:
        outcome += f" (working readings: {' → '.join(dict.fromkeys(each.value for each in change.working))})"
    yield " " * 4 + shown.paint(outcome, COLOURS.get(after), True)
    for log in change.log:
        text = f"{log.key.replace('_', ' ')}: {log.before or 'nothing'} → {log.after or 'nothing'}"
        yield from wrap(text, shown, 4, "~ ")
    for norm in change.norms:
        yield from wrap(_norm(norm, speak), shown, 4, "· ")
    for letter, moves in zip("AB", change.moves, strict=True):
        for move in moves:
            text = move_line(move.procedure, move.case, move.before, move.after, shown)
            yield from wrap(text, shown, 4, f"→ {letter}: ")


def _norm(change: NormChange, speak: Speaker) -> str:
    one, two = _said(change.before, speak), _said(change.after, speak)
    versions = [side.version for side in (change.before, change.after) if side]
    rule = _CAPITAL.sub(" ", change.rule).lower()
    text = f"{change.cite} ({rule}): {one} → {two}"
    return text + (f" [version of {versions[0]} → {versions[1]}]" if len(set(versions)) > 1 else "")


def _said(said: Said | None, speak: Speaker) -> str:
    if said is None:
        return "not heard"
    text = said.statuses[0].value
    if len(said.statuses) > 1:
        cells = {
            status: [_cell(cell) for each in said.opinions if each.heard.status is status for cell in each.cells]
            for status in said.statuses
        }
        text = ", ".join(f"{status.value} [{'; '.join(held)}]" for status, held in cells.items())
    margins = " or ".join(speak.say(margin) for margin in said.margins)
    return f"{text} ({margins})" if margins else text


def _cell(cell: Assignment) -> str:
    return ", ".join(f"{axis}={answer}".replace("_", " ") for axis, answer in cell)
