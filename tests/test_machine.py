"""Machines: tables of steps, where they lead, and what a table must not have."""

from collections.abc import Iterable
from enum import Enum

import pytest

from procedure.errors import JurisdictionError
from procedure.jurisdictions import jurisdiction
from procedure.machine import NormRef, Procedure, Step, instrument, on, step, under
from procedure.rules import by


class Vote(Enum):
    """A vote."""

    OPEN = "nothing is moved"
    MOVED = "a motion is moved"
    CARRIED = "the motion is carried"


class Other(Enum):
    """Another machine's states."""

    STRANGE = "strange"


MOVE = step("move", Vote.OPEN, Vote.MOVED)
CARRY = step("vote", Vote.MOVED, Vote.CARRIED, when=on("declared", "carried"))
LOSE = step("vote", Vote.MOVED, Vote.OPEN, when=on("declared", "lost"))
STAY = step("speak", (Vote.OPEN, Vote.MOVED), None)


def procedure(*steps: Step) -> Procedure:
    """A procedure of these steps."""
    return Procedure("vote", Vote, steps)


VOTING = procedure(MOVE, CARRY, LOSE, STAY)


def test_the_first_state_is_the_initial_one() -> None:
    """Every case begins in the first state of the enumeration."""
    assert VOTING.initial is Vote.OPEN


def test_a_procedure_knows_the_acts_of_its_steps() -> None:
    """The acts are those of the table."""
    assert VOTING.acts == {"move", "vote", "speak"}


def test_steps_are_found_by_act_and_state() -> None:
    """From each state an act has the steps that start there, branches included."""
    assert [row.target for row in VOTING.steps_from("vote", Vote.MOVED)] == [Vote.CARRIED, Vote.OPEN]
    assert VOTING.steps_from("vote", Vote.OPEN) == ()
    assert VOTING.steps_from("dance", Vote.OPEN) == ()


@pytest.mark.parametrize("turn", [0, 1])
def test_the_chosen_step_moves_the_machine(turn: int) -> None:
    """Of two branches the one that was chosen is carried out."""
    chosen = VOTING.steps_from("vote", Vote.MOVED)[turn]
    assert VOTING.fire(Vote.MOVED, chosen) is chosen.target


def test_a_step_without_target_stays() -> None:
    """A step with no target leaves each state where it is."""
    for state in (Vote.OPEN, Vote.MOVED):
        assert VOTING.fire(state, VOTING.steps_from("speak", state)[0]) is state


def test_a_machine_keeps_nothing_between_moves() -> None:
    """Firing from one state does not bear on the next."""
    carry = VOTING.steps_from("vote", Vote.MOVED)[0]
    move = VOTING.steps_from("move", Vote.OPEN)[0]
    assert VOTING.fire(Vote.MOVED, carry) is Vote.CARRIED
    assert VOTING.fire(Vote.OPEN, move) is Vote.MOVED
    assert VOTING.fire(Vote.MOVED, carry) is Vote.CARRIED


@pytest.mark.parametrize(
    ("state", "act", "way"),
    [
        (Vote.OPEN, "vote", ("move",)),
        (Vote.MOVED, "vote", ()),
        (Vote.CARRIED, "vote", ()),
        (Vote.OPEN, "dance", ()),
    ],
)
def test_the_way_to_an_act_is_the_shortest(state: Vote, act: str, way: tuple[str, ...]) -> None:
    """The way names the acts that are missing, and is empty where there is none or none is needed."""
    assert VOTING.way(state, act) == way


def test_outgoing_steps_come_in_the_order_of_the_table() -> None:
    """What leads on from a state is listed as written."""
    assert [row.act for row in VOTING.outgoing(Vote.MOVED)] == ["vote", "vote", "speak"]


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        (
            (MOVE, CARRY, step("vote", Vote.MOVED, Vote.OPEN, when=on("result", "carried")), MOVE),
            "no branch tells apart",
        ),
        ((MOVE,), "'the motion is carried' cannot be reached"),
        ((MOVE, CARRY, step("dance", Other.STRANGE, None)), "strange state"),
        ((MOVE, CARRY, step("dance", Vote.OPEN, Other.STRANGE)), "strange state"),
    ],
)
def test_a_table_with_faults_is_refused(steps: Iterable[Step], fault: str) -> None:
    """Strange states, unreachable ones, and steps that nothing tells apart are the author's mistakes."""
    with pytest.raises(JurisdictionError, match=fault):
        procedure(*steps)


def test_norms_are_named_by_article() -> None:
    """An instrument gives references to its norms."""
    const = instrument("ru.const")
    guard = under(const["31"], by("Crown"))
    assert guard.norm == NormRef("ru.const.31")
    assert guard.rules == (by("Crown"),)


@pytest.mark.parametrize("name", [each.name for each in jurisdiction("ruritania").procedures])
def test_every_state_of_ruritania_is_a_sentence_and_reached(name: str) -> None:
    """The states of the sample country can be shown to a reader, and all can be come to."""
    machine = jurisdiction("ruritania").procedure(name)
    assert machine.reachable() == set(machine.states)
    assert all(" " in state.value or state.value.islower() for state in machine.states)
