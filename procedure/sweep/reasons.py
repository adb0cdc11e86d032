"""The reasons of a plan: whole verdicts and whole reports, made when somebody asks, equal to those of a replay.

What a plan holds of an act is what is decided. Its trial in each world is heard again where it stands, from memory, by
the court of the replay, and told by its judge; acts that no change reached have the trials of the log on file.
"""

from typing import TYPE_CHECKING

from attrs import evolve

from procedure.judge import told_whole, verdict_on
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.sweep.owed import owed
from procedure.sweep.standing import trial_of
from procedure.verdict import CaseState, Report, Verdict
from procedure.worlds import Trial, World

if TYPE_CHECKING:
    from procedure.sweep.judged import Judged


def scenario_of(judged: "Judged") -> Scenario:
    """The scenario with the acts of a variant."""
    plan = judged.plan
    return plan.scenario if judged is plan.base else evolve(plan.scenario, acts=judged.acts)


def verdict_of(judged: "Judged", index: int, act: Act) -> Verdict:
    """The whole verdict on an act of a variant."""
    whole = judged.replayed()
    if whole is not None:
        return whole.verdict(act.id)
    plan = judged.plan
    worlds = plan.worlds if judged is plan.base else _worlds(judged, index, act)
    main = [worlds[number] for number in plan.counted]
    return verdict_on(scenario_of(judged), plan.docket, worlds, main, plan.apart, act)


def _worlds(judged: "Judged", index: int, act: Act) -> list[World]:
    """The worlds of a variant, as far as they tell of one act."""
    plan = judged.plan
    found: list[World] = []
    heard: dict[int, Trial] = {}
    for line, change, base in zip(plan.lines, judged.changes, plan.worlds, strict=True):
        if index not in change.over:
            trial = base.trials[act.id]
        else:
            trial = heard.get(id(change.over)) or trial_of(line, change, index, act)
            if trial.placed:
                heard[id(change.over)] = trial
        found.append(World(dict(line.fixed), (), trials={act.id: trial}))
    return found


def report_of(judged: "Judged") -> Report:
    """The whole report on a variant."""
    whole = judged.replayed()
    if whole is not None:
        return whole
    plan, ends = judged.plan, judged.plan.ends
    verdicts = tuple(holding.verdict for holding in judged.holdings())
    lapsed = owed(ends, judged.changes, plan.lapses)
    states = tuple(CaseState(*each) for each in judged.states())
    forks = tuple(tuple(sorted(line.fixed.items())) for line in plan.lines if len(plan.lines) > 1)
    return told_whole(scenario_of(judged), plan.docket, verdicts, lapsed, states, forks)
