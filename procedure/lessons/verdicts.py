"""Questions about a verdict: is it lawful, which norm decides, and whose reading makes it lawful?"""

import re
from collections.abc import Iterator

from procedure.law import Norm
from procedure.lesson import Choice, Pool, Question, Stop
from procedure.lessons.desk import BREACH, GOOD, Desk
from procedure.outcomes import Outcome
from procedure.verdict import Verdict

NEAR = {
    Outcome.LAWFUL: (Outcome.UNLAWFUL, Outcome.CONTESTED, Outcome.DISPUTED),
    Outcome.UNLAWFUL: (Outcome.LAWFUL, Outcome.CONTESTED, Outcome.DISPUTED),
    Outcome.VOID: (Outcome.LAWFUL, Outcome.CONTESTED, Outcome.DISPUTED),
    Outcome.CONTESTED: (Outcome.LAWFUL, Outcome.UNLAWFUL, Outcome.DISPUTED),
    Outcome.DISPUTED: (Outcome.LAWFUL, Outcome.UNLAWFUL, Outcome.CONTESTED),
    Outcome.UNDETERMINED: (Outcome.LAWFUL, Outcome.UNLAWFUL),
    Outcome.IRREGULAR: (Outcome.UNLAWFUL, Outcome.CONTESTED, Outcome.DISPUTED),
}
"""The wrong answers to each right one. That something cannot be said is never offered as a wrong answer."""

FULLY_READ = ("verified", "secondary")
MOST_NORMS = 8


def lawful(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """Is this act lawful? Every choice speaks of all readings at once, so that none is right on a rival one."""
    verdict = desk.verdict(question.act or stop.act)
    if verdict.outcome not in NEAR:
        raise desk.unanswerable(question, f"the verdict is {verdict.outcome.value}", "ask it of an act that is judged")
    tell = desk.speak.tell
    right = _outcome(desk, verdict.outcome, "")
    wrong = [
        _outcome(desk, each, tell(f"lesson.not.{each.value}"))
        for each in NEAR[verdict.outcome]
        if each not in verdict.outcomes
    ]
    prompt = _prompt(desk, "lawful", question, stop)
    return desk.pool(question, stop, id, prompt, right, wrong, desk.why(verdict))


def _outcome(desk: Desk, outcome: Outcome, why: str) -> Choice:
    return Choice(outcome.value, desk.speak.tell(f"lesson.is.{outcome.value}"), why)


def _prompt(desk: Desk, key: str, question: Question, stop: Stop) -> str:
    if question.act and question.act != stop.act:
        return desk.speak.tell(f"lesson.ask.{key}_of", act=question.act)
    return desk.speak.tell(f"lesson.ask.{key}")


# which norm decides


def deciding(desk: Desk, verdict: Verdict) -> str | None:
    """The norm that decides: one that is broken, else one with a margin, else the first that heard the act."""
    opinions = list(desk.opinions(verdict))
    for finding, opinion in opinions:
        if opinion.heard.status in BREACH:
            return finding.norm
    for finding, opinion in opinions:
        if opinion.heard.margin:
            return finding.norm
    return opinions[0][0].norm if opinions else None


def norm(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """Which norm decides? Wrong are norms near by that cannot bear on such an act, in no edition and on no reading."""
    act = question.act or stop.act
    verdict = desk.verdict(act)
    right = deciding(desk, verdict)
    if right is None:
        raise desk.unanswerable(question, "no norm heard the act", "ask it of an act that is judged")
    near = sorted(_elsewhere(desk, verdict), key=lambda each: _distance(desk, right, each))[:MOST_NORMS]
    wrong = [Choice(each.id, _cited(desk, each.id), desk.speak.tell("lesson.not.norm", norm=each.id)) for each in near]
    broken = verdict.outcome in (Outcome.UNLAWFUL, Outcome.VOID)
    key = "norm_broken" if broken else "norm_contested" if verdict.outcome is Outcome.CONTESTED else "norm"
    why = (*_says(desk, right, verdict), *desk.why(verdict, (right,)))
    prompt = _prompt(desk, key, question, stop)
    return desk.pool(question, stop, id, prompt, Choice(right, _cited(desk, right)), wrong, why)


def _cited(desk: Desk, norm: str) -> str:
    return desk.speak.tell("lesson.choice.norm", norm=norm)


def _says(desk: Desk, norm: str, verdict: Verdict) -> list[str]:
    version = next((each.version for each in verdict.findings if each.norm == norm), None)
    told = desk.speak.says(norm, version)
    return [desk.speak.tell("lesson.says", norm=norm, says=told)] if told else []


def bearing(desk: Desk, verdict: Verdict) -> frozenset[str]:
    """Every norm that hears, heard or touches acts of this kind, or shares an open question with one that does."""
    country = desk.scenario.country
    kind = verdict.done.kind
    found = {guard.norm.id for _, row, guard in country.guards() if row.act == kind}
    found |= {each.norm for each in verdict.findings} | {*verdict.heard, *verdict.not_encoded}
    found |= {each.id for each in country.law.norms.values() if kind in each.touches}
    shared = {other for each in found for axis in country.law.axes_on(each) for other in axis.bears_on}
    return frozenset(found | shared)


def _elsewhere(desk: Desk, verdict: Verdict) -> Iterator[Norm]:
    """The norms of the day that cannot decide this act, and whose words are known well enough to say so."""
    law = desk.scenario.country.law
    near, day = bearing(desk, verdict), desk.day(verdict.act)
    for each in law.norms.values():
        version = desk.docket.version(each, day)
        if version is None or each.id in near or each.nature == "definition" or each.kind != "law":
            continue
        if version.text_known in FULLY_READ:
            yield each


def _distance(desk: Desk, right: str, other: Norm) -> tuple[bool, bool, int, str]:
    """How far a norm stands from the right one: heard in this log, then the same instrument, then the next articles."""
    law = desk.scenario.country.law
    heard = any(other.id in verdict.heard for verdict in desk.report.verdicts)
    same = law.instrument_of(right).id == law.instrument_of(other.id).id
    return not heard, not same, abs(_article(right) - _article(other.id)), other.id


def _article(norm: str) -> int:
    found = re.search(r"\.(\d+)", norm)
    return int(found[1]) if found else 0


# whose reading


def whose(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """Whose reading makes it lawful? Wrong are the readings on which it is unlawful whatever else is answered."""
    verdict = desk.verdict(question.act or stop.act)
    parted = next(_parting(desk, verdict), None)
    if parted is None:
        raise desk.unanswerable(question, "no reading makes it lawful where another does not", "ask `lawful` instead")
    axis, good, bad = parted
    tell = desk.speak.tell
    wrong = [_answer(desk, axis, each, tell("lesson.not.whose")) for each in bad]
    wrong += [Choice(each, tell(f"lesson.choice.{each}"), tell("lesson.not.whose_all")) for each in ("all", "none")]
    why = (tell("lesson.question", question=desk.speak.question(axis)), *desk.why(verdict))
    prompt = _prompt(desk, "whose", question, stop)
    return desk.pool(question, stop, id, prompt, _answer(desk, axis, good, ""), wrong, why)


def _parting(desk: Desk, verdict: Verdict) -> Iterator[tuple[str, str, list[str]]]:
    """Each open question that parts the act: an answer that makes it lawful, and those that make it unlawful."""
    cells = [cell for cell in verdict.cells if desk.counts(cell.assignment)]
    for axis in desk.scenario.country.law.axes.values():
        kept: list[str] = []
        broken: list[str] = []
        for answer in axis.counted:
            found = {cell.status for cell in cells if dict(cell.assignment).get(axis.name, answer.name) == answer.name}
            if found and found <= GOOD:
                kept.append(answer.name)
            elif found and found <= BREACH:
                broken.append(answer.name)
        if kept and broken:
            yield axis.name, axis.working if axis.working in kept else kept[0], broken


def _answer(desk: Desk, axis: str, answer: str, why: str) -> Choice:
    says, held = desk.speak.answer(axis, answer), desk.speak.held_by(axis, answer)
    return Choice(f"{axis}={answer}", desk.speak.tell("lesson.choice.whose", says=says, held=held), why)
