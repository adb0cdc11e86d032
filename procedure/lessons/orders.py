"""The question of order: put these acts in a lawful one. Every other order is replayed before it is called wrong."""

from collections.abc import Sequence
from itertools import permutations

from attrs import evolve

from procedure.judge import replay
from procedure.lesson import Choice, Pool, Question, Stop
from procedure.lessons.desk import Desk
from procedure.outcomes import Outcome
from procedure.scenario import Scenario
from procedure.verdict import Report

GOOD = frozenset((Outcome.LAWFUL, Outcome.IRREGULAR, Outcome.CONTEXT))
WRONG = frozenset((Outcome.UNLAWFUL, Outcome.VOID))


def order(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """Put these acts in lawful order; an order is wrong where an act of it is unlawful on every reading."""
    tell = desk.speak.tell
    right: tuple[str, ...] | None = None
    wrong: list[Choice] = []
    told = sorted(question.acts, key=[act.id for act in desk.scenario.acts].index)
    for ids in permutations(told):
        report = replay(reordered(desk.scenario, ids))
        outcomes = [report.verdict(each).outcome for each in ids]
        if all(each in GOOD for each in outcomes):
            right = right or ids
        elif WRONG.intersection(outcomes):
            wrong.append(Choice(">".join(ids), tell("lesson.choice.way", acts=ids), _why_not(desk, report, ids)))
    if right is None:
        raise desk.unanswerable(question, "no order of these acts is lawful throughout", "name acts of a lawful log")
    choice = Choice(">".join(right), tell("lesson.choice.way", acts=right))
    why = [line for each in right for line in _kept(desk, each)]
    prompt = tell("lesson.ask.order")
    return desk.pool(question, stop, id, prompt, choice, wrong, tuple(dict.fromkeys(why)) or (tell("lesson.order"),))


def reordered(scenario: Scenario, ids: Sequence[str]) -> Scenario:
    """The log with these acts in this order: they trade places and times."""
    named = {act.id: act for act in scenario.acts}
    slots = [spot for spot, act in enumerate(scenario.acts) if act.id in set(ids)]
    acts = list(scenario.acts)
    for spot, id in zip(slots, ids, strict=True):
        acts[spot] = evolve(named[id], when=scenario.acts[spot].when, moments={}, claims=())
    return evolve(scenario, acts=tuple(acts), expect=())


def _why_not(desk: Desk, report: Report, ids: Sequence[str]) -> str:
    """The first act that breaks a norm in a wrong order."""
    act = next(each for each in ids if report.verdict(each).outcome in WRONG)
    norm = report.verdict(act).broken()[0].norm
    return desk.speak.tell("lesson.not.order", act=act, norm=norm)


def _kept(desk: Desk, act: str) -> list[str]:
    """What the norms ask to have been done before an act."""
    lines: list[str] = []
    verdict = desk.verdict(act)
    for finding, opinion in desk.opinions(verdict):
        if opinion.heard.asked.key.startswith(("asked.after", "asked.before")):
            asked = desk.speak.say(opinion.heard.asked)
            lines.append(desk.speak.tell("lesson.order_asked", act=act, norm=finding.norm, asked=asked))
            lines += desk.how_known(finding.norm, verdict)
    return lines
