"""The plan says what the replay says, over logs changed at random; what is remembered says what is heard anew."""

import random

import pytest
from attrs import evolve

from procedure import shipped
from procedure.judge import docket_of, replay
from procedure.recall import Memory
from procedure.scenario_files import load_scenario
from procedure.sweep.bench import Unplanned
from procedure.sweep.plan import Plan
from procedure.timeline import run
from tests.mutants import differences, mutants

NAMES = [name for name in shipped.names() if "2023-snap" not in name]
LONG = "kz/2023-snap-election"


@pytest.mark.parametrize("part", range(6))
def test_plan_and_replay_agree(part: int) -> None:
    """Some hundred changed logs, other ones in each part."""
    compared = 0
    for spot, name in enumerate(random.Random(part).sample(NAMES, 40)):
        plan = Plan(load_scenario(shipped.find(name)))
        if plan.refused:
            continue
        for acts in mutants(plan.scenario, 4, part * 100 + spot):
            told = differences(plan, acts)
            if told is not None:
                assert told[1] == [], name
                compared += told[0]

    assert compared > 300


def test_plan_and_replay_agree_on_the_long_log() -> None:
    """The log of 2023 has rival claims about time, and so several worlds."""
    plan = Plan(load_scenario(shipped.find(LONG)))
    found = [told for acts in mutants(plan.scenario, 6, 3) if (told := differences(plan, acts))]

    assert len(plan.lines) > 1
    assert len(found) >= 4
    assert [wrong for _, wrong in found if wrong] == []


def test_most_changes_are_followed() -> None:
    """A plan that handed everything to the replay would agree with it too."""
    plan = Plan(load_scenario(shipped.find(LONG)))
    followed = 0
    for acts in mutants(plan.scenario, 60, 8):
        try:
            plan.judge(acts)
            followed += 1
        except Unplanned:
            pass

    assert followed >= 50


def test_what_is_remembered_is_what_is_heard() -> None:
    """With and without memory a report is the same, to the last word, in many worlds (see also test_scenarios)."""
    long = load_scenario(shipped.find(LONG))
    for acts in mutants(long, 2, 21):
        mutant = evolve(long, acts=tuple(acts))
        assert replay(mutant) == replay(mutant, recall=False)


@pytest.mark.parametrize("name", ["kz/2026-kurultai", "ruritania/bad/speaker-elected-twice"])
def test_worlds_with_acts_that_fall_are_heard_alike(name: str) -> None:
    """Where acts are without effect, and later rulings apply, memory changes nothing either."""
    scenario = evolve(load_scenario(shipped.find(name)), strict=True, as_now=True)

    assert replay(scenario) == replay(scenario, recall=False)


def test_worlds_that_read_the_same_share_their_trials() -> None:
    """The log of 2023 has two dozen worlds; each act is heard in one of them, save where another reads otherwise."""
    scenario = load_scenario(shipped.find(LONG))
    memory = Memory()
    worlds = run(scenario.country, docket_of(scenario), scenario.acts, memory)
    trials = {act.id: {id(world.trials[act.id]) for world in worlds} for act in scenario.acts}

    assert len(worlds) > 20
    assert sum(len(each) > 1 for each in trials.values()) < 30
    assert memory.asked < 4 * len(scenario.acts)


def test_little_is_heard_again() -> None:
    """A vote that changes is no matter for the acts that do not read it."""
    plan = Plan(load_scenario(shipped.find(LONG)))
    act = plan.scenario.act("consent")
    before = plan.bench.court.memory.heard  # type: ignore[union-attr]
    plan.change({"consent": evolve(act, facts={**act.facts, "for": 41})})

    assert plan.bench.court.memory.heard - before < 20  # type: ignore[union-attr]


def test_strict_effect_is_replayed() -> None:
    """Where acts fall with others, no plan follows."""
    scenario = evolve(load_scenario(shipped.find(LONG)), strict=True)

    assert "strict" in Plan(scenario).refused
