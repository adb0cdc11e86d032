"""Lapses: duties not seen done in time, shown only where the log lists such acts in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.jurisdictions import jurisdiction
from procedure.lapses import duties
from procedure.verdict import Lapse
from tests.logs import DISSOLUTION, SOURCES, replayed

POLL = '  - {act: open_poll, date: 2030-04-10, time: "07:00", by: Election Office}\n'


def lapsed(acts: str, complete: str = "", until: str = "2030-12-31", head: str = "") -> tuple[Lapse, ...]:
    """The lapses of a log that lists these kinds of acts in full."""
    return replayed(acts, f"{head}complete: [declare_siege{complete}]\n", until).lapses


def vote(declared: str, votes: int = 31, claims: str = "") -> str:
    """A motion and a vote of no confidence."""
    said = f", declared: {declared}" if declared else ""
    return f"""\
  - {{act: move_no_confidence, date: 2030-06-03, time: "10:00", by: deputies, facts: {{initiators: 12}}}}
  - act: vote_no_confidence
    date: 2030-06-05
    time: "10:01"
    by: Diet
    facts: {{for: {votes}, against: {60 - votes}{said}}}
{claims}"""


def test_the_duties_of_ruritania_are_those_with_a_time_limit() -> None:
    """A duty comes from the same rule that calls an act late."""
    found = {(duty.norm.id, duty.acts) for duty in duties(jurisdiction("ruritania"))}
    assert found == {
        ("ru.const.31", ("open_poll",)),
        ("ru.const.35.1", ("open_diet",)),
        ("ru.const.44.4", ("dismiss_ministry",)),
        ("ru.el.6.1", ("register_candidate", "refuse_candidate")),
        ("ru.el.13.1", ("establish_results",)),
    }


@pytest.mark.parametrize(("complete", "shown"), [("", False), (", open_poll", True)])
def test_a_lapse_is_shown_only_on_a_full_log(complete: str, shown: bool) -> None:
    """What is not on record did not happen only where the log lists such acts in full."""
    (lapse,) = lapsed(DISSOLUTION, complete)
    assert (lapse.norm, lapse.act, lapse.holder, lapse.after) == ("ru.const.31", "open_poll", "Crown", "dissolve")
    assert lapse.shown is shown
    assert lapse.due[-1].limit.startswith("2030-04-10T23:59:59")


@given(st.integers(1, 20))
def test_a_duty_lapses_when_its_time_is_past(day: int) -> None:
    """On the last day it still runs, and on the next it has lapsed; the reading that ends a day sooner is excluded."""
    found = lapsed(DISSOLUTION, until=f"2030-04-{day:02}")
    limits = {due.limit[:10] for lapse in found for due in lapse.due}
    assert limits == ({"2030-04-10"} if day > 10 else set())


def test_a_duty_done_late_is_late_and_not_lapsed() -> None:
    """An act too late is a verdict, and not a lapse as well."""
    assert lapsed(DISSOLUTION + POLL.replace("04-10", "04-20"), ", open_poll", until="2030-04-20") == ()


def test_a_duty_begins_with_its_anchor() -> None:
    """Nobody owes an election before a dissolution."""
    assert lapsed("  - {act: hold_parade, date: 2030-01-01}\n", ", open_poll") == ()


CANDIDATES = "".join(
    f"  - {{act: nominate_candidate, id: {name}, date: 2030-03-12, by: candidate, case: {{candidate: {name}}}, "
    "facts: {standing: deputy}}\n"
    for name in "AB"
)


def test_each_case_has_its_own_duty() -> None:
    """The decision on one candidate does not perform the duty towards the other."""
    decided = "  - {act: refuse_candidate, date: 2030-03-13, case: {candidate: A}, facts: {ground: age}}\n"
    found = lapsed(DISSOLUTION + CANDIDATES + decided, ", register_candidate, refuse_candidate", until="2030-04-01")
    assert [(lapse.norm, lapse.case, lapse.shown) for lapse in found] == [("ru.el.6.1", "B", True)]


def test_either_act_performs_a_duty_that_two_can() -> None:
    """Refusal performs the duty to decide as well as registration does, and the log must list both to show a lapse."""
    found = lapsed(DISSOLUTION + CANDIDATES, ", register_candidate", until="2030-04-01")
    assert {(lapse.case, lapse.shown) for lapse in found} == {("A", False), ("B", False)}


def test_a_case_that_is_over_owes_nothing() -> None:
    """Nobody decides on a candidate who has withdrawn."""
    gone = "  - {act: withdraw_candidate, date: 2030-03-13, by: candidate, case: {candidate: A}}\n"
    found = lapsed(DISSOLUTION + CANDIDATES + gone, until="2030-04-01")
    assert [lapse.case for lapse in found] == ["B"]


@pytest.mark.parametrize(
    ("declared", "votes", "norms"), [("carried", 31, ["ru.const.44.4"]), ("lost", 30, []), ("", 30, [])]
)
def test_a_branch_not_taken_owes_nothing(declared: str, votes: int, norms: list[str]) -> None:
    """A motion that was lost obliges nobody to dismiss the ministry."""
    assert [lapse.norm for lapse in lapsed(vote(declared, votes), ", dismiss_ministry")] == norms


def test_a_lapse_in_one_world_says_in_which() -> None:
    """Where sources part on the result, the duty lapsed only if it was carried."""
    claims = (
        "    claims:\n      - {declared: carried, sources: [minutes]}\n      - {declared: lost, sources: [courier]}\n"
    )
    (lapse,) = lapsed(vote("", 31, claims), ", dismiss_ministry", head=SOURCES)
    assert [due.cells for due in lapse.due] == [((("vote_no_confidence: declared", "declared carried"),),)]


def test_a_lapse_in_every_world_names_none() -> None:
    """Where the way forks on something else the lapse holds throughout."""
    claims = """\
  - act: hold_parade
    date: 2030-06-20
    claims:
      - {order: before vote_no_confidence, sources: [minutes]}
      - {order: after vote_no_confidence, sources: [courier]}
"""
    (lapse,) = lapsed(vote("carried") + claims, ", dismiss_ministry", head=SOURCES)
    assert [due.cells for due in lapse.due] == [((),)]
