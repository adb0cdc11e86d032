"""How the work of a replay grows, counted in calls and not in time: no more than its log, and than what is asked."""

import sys
from types import FrameType

from attrs import evolve
from pytest import approx

from benchmarks.growth import grown
from procedure.judge import replay
from procedure.record import Ruling
from procedure.scenario import Scenario


def calls(scenario: Scenario) -> int:
    """How many Python functions, and turns of generators, a replay takes when the law has been read once."""
    replay(scenario)
    found = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal found
        found += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        replay(scenario)
    finally:
        sys.setprofile(before)
    return found


def test_work_grows_with_the_acts_and_no_faster() -> None:
    """Every further cycle of the log takes as many calls as the one before it."""
    small, middle, large = (calls(grown(acts=number)) for number in (200, 400, 800))

    assert large - middle < 2.1 * (middle - small)


def test_acts_without_effect_make_the_others_no_slower() -> None:
    """A consultation that is annulled from the start is thought of by those acts that may lean on it, and no others."""

    def struck(number: int) -> Scenario:
        scenario = grown(acts=number)
        consulted, *rest = scenario.acts
        ruling = Ruling(consulted.id, "annuls from the start", True)
        rule = evolve(rest[-1], id="ruling", kind="rule", case={}, facts={}, ruling=ruling)
        return evolve(scenario, acts=(consulted, *rest, rule), as_now=True)

    small, middle, large = (calls(struck(number)) for number in (200, 400, 800))

    assert large - middle < 2.1 * (middle - small)


def test_norms_that_are_not_concerned_cost_nothing() -> None:
    """A replay takes the same calls under five thousand norms as under fifty."""
    assert calls(grown(acts=100, norms=5_000)) == approx(calls(grown(acts=100)), rel=0.001)


def test_questions_that_no_rule_asks_cost_nothing() -> None:
    """Not even those that bear on a norm which is heard, but on another term of it."""
    assert calls(grown(acts=100, unasked=64)) == approx(calls(grown(acts=100)), rel=0.001)


def test_work_grows_with_the_answers_of_a_question_and_no_faster() -> None:
    """Each further answer is one cell more of the acts that ask."""
    small, middle, large = (calls(grown(acts=60, answers=number)) for number in (16, 32, 64))

    assert large - middle < 2.1 * (middle - small)
