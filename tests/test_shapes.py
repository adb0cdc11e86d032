"""The shape of a machine: what is in reach on a day, and where a case of it ends."""

from datetime import date
from enum import Enum

from procedure.law import Norm, Version
from procedure.machine import NormRef, Procedure, Step, on, step
from procedure.shapes import Shape, shapes
from procedure.texts_amended import Scope


class Way(Enum):
    """Three states."""

    A = "at the start"
    B = "under way"
    C = "far"


def shape(*rows: Step, final: tuple[Way, ...] = ()) -> Shape:
    return Shape(Procedure("way", Way, rows, final=final), {}, date(2030, 1, 1), None)


ONWARD = (step("go", Way.A, Way.B), step("go", Way.B, Way.C))


def test_a_state_that_no_step_leaves_is_an_end() -> None:
    assert shape(*ONWARD).ends == {Way.C}
    assert shape(*ONWARD, step("stay", Way.C, Way.C)).ends == {Way.C}


def test_the_initial_state_is_an_end_where_a_case_comes_back_to_it() -> None:
    """A case ends when its machine is back where it began."""
    assert shape(*ONWARD, step("back", Way.C, Way.A)).ends == {Way.A}
    assert shape(*ONWARD, step("back", Way.B, Way.A)).ends == {Way.A, Way.C}


def test_a_machine_that_goes_round_for_ever_has_no_end() -> None:
    assert shape(*ONWARD, step("again", Way.C, Way.B)).ends == frozenset()


def test_final_states_are_the_ends_where_they_are_declared() -> None:
    assert shape(*ONWARD, step("back", Way.C, Way.A), final=(Way.B,)).ends == {Way.B}


def test_of_two_steps_without_a_branch_that_of_the_edition_is_taken() -> None:
    """The row without an edition leads nowhere while the other stands; a branch stands beside both."""
    mark = NormRef("x.1")
    says = Version(date(2031, 1, 1), {"en": "Anew."}, {}, "verified", (), date(2031, 12, 31))
    norms = {"x.1": Norm("x.1", "1", {}, "requirement", (says,))}
    rows = (
        *ONWARD,
        step("go", Way.A, Way.A, during=mark),
        step("go", Way.A, Way.C, when=on("far", "yes")),
    )
    machine = Procedure("way", Way, rows)
    found = {each.day.year: each.ways[Way.A] for each in shapes(machine, norms, Scope(date(2030, 1, 1)))}

    assert found == {2030: (Way.B, Way.C), 2031: (Way.A, Way.C), 2032: (Way.B, Way.C)}
    assert [each.day.year for each in shapes(machine, norms, Scope(until=date(2031, 5, 1)))] == [2031]
