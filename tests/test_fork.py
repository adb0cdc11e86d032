"""A fork says of an act offered after any act of a log what a replay of just these acts says."""

import random
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import procedure
from procedure import shipped
from procedure.errors import ProcedureError
from procedure.judge import replay
from procedure.moments import Moment
from procedure.outcomes import Outcome
from procedure.record import Act, Ruling
from procedure.scenario_files import load_scenario
from procedure.sweep.fork import Fork
from procedure.sweep.plan import Plan

LONG = "kz/2023-snap-election"
NAMES = [name for name in shipped.names() if "2023-snap" not in name]


@cache
def plan(name: str) -> Plan:
    """The plan of a shipped log, made once."""
    return Plan(load_scenario(shipped.find(name)))


def offers(draw: random.Random, fork: Fork, plan: Plan) -> Iterator[Act]:
    """One to three acts, each on or after the last: as in the log, of another kind, by others, with other numbers."""
    kinds = sorted(plan.scenario.country.vocabulary.acts)
    last = max(act.when.earliest for act in fork.acts)
    for number in range(draw.choice((1, 2, 3))):
        model = draw.choice(plan.acts)
        last += timedelta(days=draw.choice((0, 0, 1, 3, 10)))
        when = Moment(last, last + (model.when.latest - model.when.earliest), model.when.zone)
        claims = model.claims if draw.random() < 0.2 else ()
        act = evolve(model, id=f"offered-{number}", when=when, claims=claims)
        how = draw.randrange(5)
        if how == 0:
            act = evolve(act, kind=draw.choice(kinds))
        elif how == 1:
            act = evolve(act, by=draw.choice((None, "President", "Diet")))
        elif how == 2:
            act = evolve(act, facts={name: 0 if type(value) is int else value for name, value in act.facts.items()})
        elif how == 3 and draw.random() < 0.3:
            act = evolve(act, ruling=Ruling(draw.choice(fork.acts).id, "annuls from the start", True))
        yield act


def agree(fork: Fork, scenario: procedure.Scenario) -> None:
    """The fork says of its last act what a replay of its acts says, which remembers nothing."""
    wanted = replay(evolve(scenario, acts=fork.acts), recall=False).verdict(fork.act.id)
    broken = sorted({finding.norm for finding in wanted.broken()})

    assert (fork.outcome, fork.working, sorted(fork.broken)) == (wanted.outcome, wanted.working, broken)
    assert fork.verdict == wanted


def chained(name: str, seed: int) -> list[Fork]:
    """A fork at a place drawn at random, and those that come of acts offered to it and to one another."""
    draw, held = random.Random(seed), plan(name)
    forks = [held.after(draw.choice(held.acts).id)]
    for act in offers(draw, forks[0], held):
        try:
            forks.append(forks[-1].offer(act))
        except ProcedureError as error:
            assert "the log ends" in str(error)
    return forks


@settings(max_examples=80)
@given(st.sampled_from([name for name in NAMES if not name.startswith("kz/lessons")]), st.integers(0, 10**6))
def test_a_fork_agrees_with_a_replay(name: str, seed: int) -> None:
    """At random places of random logs, for chains of random acts."""
    assume(plan(name).acts)
    for fork in chained(name, seed):
        agree(fork, plan(name).scenario)


def test_a_fork_agrees_with_a_replay_on_the_long_log() -> None:
    """The log of 2023 has rival claims about time and about what was said, and so many worlds."""
    forks = [fork for seed in range(6) for fork in chained(LONG, seed)]
    for fork in forks[1::2]:
        agree(fork, plan(LONG).scenario)

    assert len({len(fork._prefix.stretches) for fork in forks}) > 2


def test_few_forks_are_replayed() -> None:
    """A fork that handed everything to the replay would agree with it too."""
    forks = [fork for seed in range(60) for fork in chained(LONG, seed) if fork.offered]

    assert sum(fork.replayed for fork in forks) * 4 < len(forks)


def voted(act: Act, votes: int) -> Act:
    """A vote with so many for it, on which all agree."""
    return evolve(act, facts={**act.facts, "for": votes}, claims=())


def test_a_fork_can_be_used_again() -> None:
    """Acts offered to a fork do not know of one another, and leave it as it was."""
    held = plan(LONG)
    act = held.scenario.act("consent")
    place = held.after(held.acts[held.by_id["consent"] - 1].id)
    few, many = (place.offer(voted(act, votes)) for votes in (40, 60))
    again = place.offer(voted(act, 40))

    assert few.outcome is again.outcome is Outcome.UNLAWFUL
    assert many.outcome is Outcome.UNDETERMINED
    assert few._told is again._told
    assert place.offered == () and "consent" not in {each.id for each in place.acts}


def test_nothing_that_follows_is_there() -> None:
    """A poll that is offered before its election was called is not placed by what the log has later."""
    held = plan("ruritania/good/poll-on-the-fortieth-day")
    poll, first = held.scenario.act("poll"), held.acts[0]

    assert held.after(first.id).offer(poll).verdict.moves != replay(held.scenario).verdict("poll").moves


def test_a_ruling_is_replayed() -> None:
    """A ruling may take an act off the record: no plan follows it, and the fork says so."""
    held = plan("ruritania/good/poll-on-the-fortieth-day")
    last = held.acts[-1]
    ruling = evolve(last, id="ruling", ruling=Ruling(held.acts[0].id, "annuls from the start", True))
    fork = held.after(last.id).offer(ruling)

    assert fork.replayed and fork.offer(evolve(last, id="more")).replayed
    agree(fork.offer(evolve(last, id="more")), held.scenario)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "again"}, None),
        ({}, "there is one with this id"),
        ({"id": "x", "kind": "open_pole"}, "did you mean 'open_poll'"),
        ({"id": "x", "when": Moment.parse("1999-01-01", "Europe/London")}, "cannot be offered after"),
        ({"id": "x", "when": Moment.parse("2999-01-01", "Europe/London")}, "the log ends on"),
    ],
)
def test_what_cannot_be_offered(change: dict[str, object], told: str | None) -> None:
    """Acts that are on the log, before its last act or after its end, or of no kind, are refused in whole sentences."""
    held = plan("ruritania/good/poll-on-the-fortieth-day")
    act = evolve(held.scenario.act("poll"), **change)
    fork = held.after("poll")
    if told is None:
        assert fork.offer(act).act is act
        return
    with pytest.raises(ProcedureError, match=told):
        fork.offer(act)


def test_no_fork_after_an_act_that_is_not_there() -> None:
    """The act is named by its id."""
    with pytest.raises(KeyError):
        plan("ruritania/good/poll-on-the-fortieth-day").after("pole")
