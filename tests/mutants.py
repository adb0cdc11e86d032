"""Logs changed at random by a seed: acts dropped, moved, doubled, dated anew, with other facts, actors and standing."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from attrs import evolve

from procedure.judge import replay
from procedure.moments import Moment
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.sweep.bench import Unplanned
from procedure.sweep.plan import Plan
from procedure.verdict import Report

DAYS = (-40, -7, -3, -1, 1, 3, 7, 40)


def shifted(moment: Moment, days: int) -> Moment:
    """A moment some days off."""
    return Moment(moment.earliest + timedelta(days=days), moment.latest + timedelta(days=days), moment.zone)


def _drop(draw: random.Random, acts: list[Act], spot: int) -> None:
    del acts[spot]


def _date(draw: random.Random, acts: list[Act], spot: int) -> None:
    acts[spot] = evolve(acts[spot], when=shifted(acts[spot].when, draw.choice(DAYS)))


def _fact(draw: random.Random, acts: list[Act], spot: int) -> None:
    act = acts[spot]
    numbers = [name for name, value in act.facts.items() if type(value) is int]
    if numbers:
        name = draw.choice(numbers)
        value = act.facts[name]
        assert isinstance(value, int)
        acts[spot] = evolve(act, facts={**act.facts, name: max(0, value + draw.choice((-50, -1, 1, 50)))})
    elif act.facts:
        gone = draw.choice(sorted(act.facts))
        acts[spot] = evolve(act, facts={name: value for name, value in act.facts.items() if name != gone})


def _by(draw: random.Random, acts: list[Act], spot: int) -> None:
    acts[spot] = evolve(acts[spot], by=draw.choice((None, "President", "Mäjilis", "Crown", "Diet")))


def _double(draw: random.Random, acts: list[Act], spot: int) -> None:
    acts.insert(spot + 1, evolve(acts[spot], id=f"{acts[spot].id}-{len(acts)}"))


def _move(draw: random.Random, acts: list[Act], spot: int) -> None:
    acts.insert(draw.randrange(len(acts)), acts.pop(spot))


def _status(draw: random.Random, acts: list[Act], spot: int) -> None:
    acts[spot] = evolve(acts[spot], status=draw.choice(("alleged", "attested")))


def _claims(draw: random.Random, acts: list[Act], spot: int) -> None:
    acts[spot] = evolve(acts[spot], claims=acts[spot].claims[1:])


WAYS: tuple[Callable[[random.Random, list[Act], int], None], ...] = (
    *(_drop, _date, _date, _fact, _fact, _by, _double, _move, _status, _claims),
)


def mutants(scenario: Scenario, number: int, seed: int = 0) -> Iterator[Sequence[Act]]:
    """So many logs, each with one to three changes."""
    draw = random.Random(seed)
    for _ in range(number):
        acts = list(scenario.acts)
        for _ in range(draw.choice((1, 1, 1, 2, 3))):
            if acts:
                draw.choice(WAYS)(draw, acts, draw.randrange(len(acts)))
        yield acts


def differences(plan: Plan, acts: Sequence[Act], whole: bool = False) -> tuple[int, list[str]] | None:
    """How many acts were compared, and what plan and replay do not say alike; None where no plan follows the log.

    Where it is to be `whole`, every finding is compared, and all of the report.
    """
    try:
        judged = plan.judge(acts)
    except Unplanned:
        return None
    report = replay(evolve(plan.scenario, acts=tuple(acts)), recall=False)
    found = []
    for verdict in report.verdicts:
        told = judged.told[plan.by_id[verdict.act]] if verdict.act in plan.by_id else judged.added.get(verdict.act)
        theirs = (verdict.outcome, verdict.working, sorted({finding.norm for finding in verdict.broken()}))
        mine = (told.outcome, told.working, sorted(told.broken)) if told else None
        if mine != theirs:
            found.append(f"{verdict.act}: {mine} and not {theirs}")
    if judged.lapses() != _lapses(report):
        found.append("lapses")
    if judged.states() != tuple((each.procedure, each.case, each.states) for each in report.states):
        found.append("states")
    if whole and judged.report() != report:
        alike = zip(judged.report().verdicts, report.verdicts, strict=True)
        found += [f"{other.act}: another verdict" for mine, other in alike if mine != other] or ["the report"]
    return len(report.verdicts), found


def _lapses(report: Report) -> tuple[tuple[str, str, str, str, bool], ...]:
    return tuple(sorted((each.norm, each.act, each.case, each.after, each.shown) for each in report.lapses))
