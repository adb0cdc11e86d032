"""What is drawn: every step is told somewhere, and the arrows follow the acts that the rules ask for."""

from datetime import date
from enum import Enum

from hypothesis import given
from hypothesis import strategies as st

from procedure.jurisdictions import jurisdiction
from procedure.machine import Procedure, Step, step
from procedure.outcomes import Outcome
from procedure.render.labels import stays_anywhere
from procedure.render.plan import Plan, plan, trail
from procedure.verdict import CaseState, Done, Move, Report, Verdict
from tests.drawn import VOTE, Vote


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Draw a procedure in which every state can be reached."""
    count = draw(st.integers(1, 7))
    states = Enum("States", {f"S{index}": f"state {index}" for index in range(count)})  # type: ignore[misc]
    members = list(states)
    steps = [step(f"go{at}", members[draw(st.integers(0, at - 1))], members[at]) for at in range(1, count)]
    for number in range(draw(st.integers(0, 8))):
        sources = draw(st.lists(st.sampled_from(members), min_size=1, unique=True))
        steps.append(step(f"act{number}", sources, draw(st.sampled_from([None, *members]))))
    return Procedure("drawn", states, steps)


def told(found: Plan, procedure: Procedure) -> set[tuple[int, Enum, Enum]]:
    """Every step with its source and target, as a plan tells them."""
    ways = {(index, arrow.source, arrow.target) for arrow in found.arrows for index in arrow.steps}
    ways |= {
        (each.step, source, target)
        for target, all_ in found.entries.items()
        for each in all_
        for source in each.sources
    }
    ways |= {(index, state, state) for state, indices in found.stays.items() for index in indices}
    return ways | {
        (row.index, state, state) for row in procedure.steps if stays_anywhere(procedure, row) for state in row.sources
    }


def meant(rows: tuple[Step, ...]) -> set[tuple[int, Enum, Enum]]:
    return {(row.index, source, row.target or source) for row in rows for source in row.sources}


@given(procedures())
def test_every_step_is_told_once(procedure: Procedure) -> None:
    found = plan(procedure)
    assert told(found, procedure) == meant(procedure.steps)
    drawn = {(index, arrow.source, arrow.target) for arrow in found.arrows for index in arrow.steps}
    entered = {
        (each.step, way, target) for target, all_ in found.entries.items() for each in all_ for way in each.sources
    }
    assert not drawn & entered


@given(procedures())
def test_an_arrow_leads_to_every_state_but_the_first(procedure: Procedure) -> None:
    reached = {arrow.target for arrow in plan(procedure).arrows}
    assert {*procedure.states} - {procedure.initial} <= reached


def pairs(found: Plan, act: str) -> set[tuple[str, str]]:
    return {
        (arrow.source.name, arrow.target.name)
        for arrow in found.arrows
        if any(VOTE.steps[index].act == act for index in arrow.steps)
    }


def test_a_step_from_many_states_is_drawn_where_its_rules_are_kept() -> None:
    found = plan(VOTE)
    assert pairs(found, "vote") == {("DEBATED", "PASSED"), ("DEBATED", "LOST")}
    assert pairs(found, "propose") >= {("NONE", "PROPOSED")}
    (entry,) = found.entries[Vote.PASSED]
    assert entry.sources == (Vote.NONE, Vote.PROPOSED) and not entry.everywhere


def test_a_step_from_everywhere_back_to_the_start_is_told_there() -> None:
    found = plan(VOTE)
    assert pairs(found, "dissolve") == set()
    (entry,) = found.entries[Vote.NONE]
    assert VOTE.steps[entry.step].act == "dissolve" and entry.everywhere


def test_a_few_sources_are_all_drawn() -> None:
    assert pairs(plan(VOTE), "withdraw") == {("PROPOSED", "NONE"), ("DEBATED", "NONE")}


def test_what_was_taken_is_drawn() -> None:
    taken = ("dissolve", "DEBATED", "NONE")
    found = plan(VOTE, [taken])
    assert pairs(found, "dissolve") == {("DEBATED", "NONE")}
    assert told(found, VOTE) == meant(VOTE.steps)


def test_the_spine_of_the_chairmans_election() -> None:
    """The rules ask for a commission, a candidate and a ballot before the election; the arrows show just that."""
    procedure = jurisdiction("kz").procedure("chairman")
    arrows = {(arrow.source.name, arrow.target.name) for arrow in plan(procedure).arrows}
    assert {
        ("VACANT", "COMMISSION"),
        ("COMMISSION", "NOMINATED"),
        ("NOMINATED", "LISTED"),
        ("LISTED", "VOTED"),
        ("VOTED", "ELECTED"),
    } <= arrows


def verdict(kind: str, *moves: Move) -> Verdict:
    return Verdict(Done(kind, kind, "2030-01-01"), Outcome.LAWFUL, Outcome.LAWFUL, moves=moves)


def test_the_trail_of_a_replay() -> None:
    report = Report(
        "a scenario",
        "xx",
        "history",
        date(2030, 1, 1),
        (
            verdict("propose", Move("vote", "", ("NONE",), ("PROPOSED",)), Move("other", "", ("A",), ("B",))),
            verdict(
                "vote", Move("vote", "", ("PROPOSED",), ("LOST", "PASSED")), Move("vote", "x", ("NONE",), ("LOST",))
            ),
        ),
        (),
        (CaseState("vote", "", ("PASSED",)),),
    )
    visited, taken = trail(report, VOTE)
    assert visited == ("NONE", "PROPOSED", "LOST", "PASSED")
    assert set(taken) == {
        ("propose", "NONE", "PROPOSED"),
        ("vote", "PROPOSED", "LOST"),
        ("vote", "PROPOSED", "PASSED"),
    }
    assert trail(report, VOTE, "x") == (("NONE", "LOST"), (("vote", "NONE", "LOST"),))
