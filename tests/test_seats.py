"""Seats: the quota and the largest remainders, ties as values, and the two published libraries that do the same."""

from fractions import Fraction
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from procedure.seats import Kind, OneParty, Tie, allocate, plurality

# The final result of the party-list vote of 19 March 2023; the votes against all count for the threshold alone.
VOTES_2023 = {
    "Amanat": 3_431_510,
    "Auyl": 693_938,
    "Respublica": 547_154,
    "Aq Jol": 535_139,
    "QHP": 432_920,
    "JSDP": 331_058,
    "Baytaq": 146_431,
}
AGAINST_ALL_2023 = 248_291
BASE_2023 = 6_366_441

names = st.sampled_from("ABCDEFGH")
tables = st.dictionaries(names, st.integers(0, 5_000), min_size=1).filter(lambda votes: sum(votes.values()) > 0)
seat_numbers = st.integers(1, 120)


# The election of 2023


def test_base_of_2023_holds_the_votes_against_all() -> None:
    assert sum(VOTES_2023.values()) + AGAINST_ALL_2023 == BASE_2023


def test_seats_of_2023() -> None:
    found = allocate(VOTES_2023, 69, Fraction(5, 100), BASE_2023)
    assert found.result == {"Amanat": 40, "Auyl": 8, "Respublica": 6, "Aq Jol": 6, "QHP": 5, "JSDP": 4, "Baytaq": 0}
    assert found.ties == () and found.unplaced == 0


def test_steps_of_2023() -> None:
    found = allocate(VOTES_2023, 69, Fraction(5, 100), BASE_2023)
    margins = {step.party: step.number("margin") for step in found.of(Kind.PASSES)}
    assert list(margins) == ["Amanat", "Auyl", "Respublica", "Aq Jol", "QHP", "JSDP"]
    assert margins["JSDP"] == Fraction("12735.95")
    (short,) = found.of(Kind.FALLS_SHORT)
    assert (short.party, short.number("needed"), short.number("margin")) == (
        "Baytaq",
        Fraction("318322.05"),
        Fraction("-171891.05"),
    )
    (quota,) = found.of(Kind.QUOTA)
    assert quota.number("quota") == Fraction(5_971_719, 69)
    assert [int(step.number("seats")) for step in found.of(Kind.WHOLE)] == [39, 8, 6, 6, 5, 3]
    assert [(step.party, int(step.number("rank"))) for step in found.of(Kind.REMAINDER)] == [("JSDP", 1), ("Amanat", 2)]


def test_base_without_the_votes_against_all_changes_margins_and_no_seat() -> None:
    found = allocate(VOTES_2023, 69, Fraction(5, 100), BASE_2023 - AGAINST_ALL_2023)
    assert found.result == allocate(VOTES_2023, 69, Fraction(5, 100), BASE_2023).result
    assert found.of(Kind.PASSES)[-1].number("margin") == Fraction("25150.5")


# The threshold


def test_threshold_is_reached_by_equality_unless_it_is_strict() -> None:
    votes = {"A": 95, "B": 5}
    assert allocate(votes, 20, Fraction(5, 100), 100).result == {"A": 19, "B": 1}
    assert allocate(votes, 20, Fraction(5, 100), 100, strict=True).result == {"A": 20, "B": 0}


def test_nobody_passes_and_every_seat_is_unplaced() -> None:
    found = allocate({"A": 2, "B": 1}, 7, Fraction(5, 100), 100)
    assert (found.result, found.unplaced, found.settled) == (None, 7, ())


def test_without_a_vote_no_seat_is_placed() -> None:
    found = allocate({"A": 0}, 3)
    assert (found.result, found.unplaced) == (None, 3)


@pytest.mark.parametrize(
    ("votes", "seats", "share", "base"),
    [({"A": 1}, 0, None, 0), ({"A": -1}, 1, None, 0), ({"A": 1}, 1, Fraction(1, 20), 0)],
)
def test_what_is_no_election_is_refused(votes: dict[str, int], seats: int, share: Fraction | None, base: int) -> None:
    with pytest.raises(ValueError, match="one or more"):
        allocate(votes, seats, share, base)


# Ties


def test_tie_is_a_value_and_leaves_the_result_open() -> None:
    found = allocate({"A": 6, "B": 1, "C": 1}, 3)
    assert found.result is None
    assert found.ties == (Tie(("B", "C"), 1, "remainder"),)
    assert dict(found.settled) == {"A": 2, "B": 0, "C": 0}


def test_who_is_above_the_tie_keeps_the_seat() -> None:
    found = allocate({"A": 5, "B": 3, "C": 3, "D": 1}, 2)
    assert found.ties == (Tie(("B", "C"), 1, "remainder"),)
    assert [step.party for step in found.of(Kind.REMAINDER)] == ["A"]


def test_tie_is_resolved_by_the_order_that_is_given() -> None:
    found = allocate({"A": 1, "B": 1}, 1, tie_order=["B", "A"])
    assert found.result == {"A": 0, "B": 1}
    assert found.ties == (Tie(("A", "B"), 1, "remainder", ("B",)),)
    assert [step.party for step in found.of(Kind.TIE_RULE)] == ["B"]


def test_order_that_does_not_name_all_who_tie_resolves_nothing() -> None:
    assert allocate({"A": 1, "B": 1}, 1, tie_order=["B"]).result is None


def test_equal_remainders_that_all_get_a_seat_are_no_tie() -> None:
    found = allocate({"A": 2, "B": 2, "C": 1}, 3)
    assert (found.ties, found.result) == ((), {"A": 1, "B": 1, "C": 1})


def test_tie_for_two_seats_among_three() -> None:
    found = allocate({"A": 1, "B": 1, "C": 1}, 2, tie_order=["C", "A", "B"])
    assert found.ties == (Tie(("A", "B", "C"), 2, "remainder", ("C", "A")),)
    assert found.result == {"A": 1, "B": 0, "C": 1}


def test_plurality() -> None:
    assert plurality({"A": 3, "B": 2}) == "A"
    assert plurality({"A": 3, "B": 2, "C": 3}) == Tie(("A", "C"), 1)
    with pytest.raises(ValueError, match="at least one candidate"):
        plurality({})


# One party alone over the threshold

ALONE = {"A": 880, "B": 46, "C": 40}


def test_without_the_rule_one_party_takes_all() -> None:
    assert allocate(ALONE, 98, Fraction(7, 100), 1000).result == {"A": 98, "B": 0, "C": 0}


def test_next_list_is_admitted_beside_the_only_one_that_passes() -> None:
    found = allocate(ALONE, 98, Fraction(7, 100), 1000, OneParty())
    assert [step.party for step in found.of(Kind.ADMITTED)] == ["B"]
    assert found.result == {"A": 93, "B": 5, "C": 0}


def test_correction_of_the_admitted_list() -> None:
    found = allocate(ALONE, 98, Fraction(7, 100), 1000, OneParty(correction=Fraction(7, 10)))
    (corrected,) = found.of(Kind.CORRECTED)
    assert corrected.number("quotas") == Fraction(46 * 98, 926) * Fraction(7, 10)
    assert found.result == {"A": 94, "B": 4, "C": 0}


def test_rest_of_a_correction_is_unplaced_unless_it_is_the_leaders() -> None:
    votes = {"A": 50, "B": 40}
    low = Fraction(1, 10)
    found = allocate(votes, 9, Fraction(45, 100), 100, OneParty(correction=low))
    assert (found.result, found.unplaced, dict(found.settled)) == (None, 3, {"A": 5, "B": 1})
    assert allocate(votes, 9, Fraction(45, 100), 100, OneParty(low, rest_to_leader=True)).result == {"A": 8, "B": 1}
    assert allocate(votes, 9, Fraction(45, 100), 100, OneParty(low, 2, True)).result == {"A": 7, "B": 2}
    assert allocate(votes, 9, Fraction(45, 100), 100, OneParty(low, 4)).result == {"A": 5, "B": 4}


def test_minimum_of_the_admitted_list() -> None:
    votes = {"A": 990, "B": 5}
    assert allocate(votes, 98, Fraction(7, 100), 1000, OneParty()).result == {"A": 98, "B": 0}
    found = allocate(votes, 98, Fraction(7, 100), 1000, OneParty(minimum=2))
    assert found.result == {"A": 96, "B": 2}
    assert [step.party for step in found.of(Kind.MINIMUM)] == ["B"]
    assert allocate(votes, 1, Fraction(7, 100), 1000, OneParty(minimum=2)).result == {"A": 0, "B": 1}


def test_tie_for_admission_is_open_until_an_order_is_given() -> None:
    votes = {"A": 90, "B": 5, "C": 5}
    found = allocate(votes, 19, Fraction(7, 100), 100, OneParty())
    assert (found.result, found.ties) == (None, (Tie(("B", "C"), 1, "admission"),))
    assert allocate(votes, 19, Fraction(7, 100), 100, OneParty(), ["C", "B", "A"]).result == {"A": 18, "B": 0, "C": 1}


def test_rule_is_silent_where_two_pass_or_nobody_else_stands() -> None:
    votes = {"A": 60, "B": 40}
    assert allocate(votes, 10, Fraction(7, 100), 100, OneParty(Fraction(1, 2), 5)).result == {"A": 6, "B": 4}
    assert allocate({"A": 60, "B": 0}, 10, Fraction(7, 100), 100, OneParty(minimum=5)).result == {"A": 10, "B": 0}


# Properties


@given(tables, seat_numbers)
def test_every_seat_is_settled_or_at_stake(votes: dict[str, int], seats: int) -> None:
    found = allocate(votes, seats)
    assert sum(dict(found.settled).values()) + sum(tie.seats for tie in found.ties) == seats
    assert all(0 < tie.seats < len(tie.parties) for tie in found.ties)
    assert (found.result is None) == bool(found.ties)


@given(tables, seat_numbers)
def test_nobody_gets_less_than_whole_quotas_or_more_than_one_above(votes: dict[str, int], seats: int) -> None:
    found = allocate(votes, seats, tie_order=sorted(votes))
    assert found.result is not None
    for party, cast in votes.items():
        quotas = Fraction(cast * seats, sum(votes.values()))
        assert floor(quotas) <= found.result[party] <= ceil(quotas)


@given(tables, seat_numbers)
def test_more_votes_never_mean_fewer_seats_than_another(votes: dict[str, int], seats: int) -> None:
    result = allocate(votes, seats, tie_order=sorted(votes)).result
    assert result is not None
    for one in votes:
        for other in votes:
            assert votes[one] <= votes[other] or result[one] >= result[other]


@given(tables, seat_numbers, st.integers(1, 500), st.data())
def test_votes_gained_never_cost_a_seat(votes: dict[str, int], seats: int, gained: int, data: st.DataObject) -> None:
    party = data.draw(st.sampled_from(sorted(votes)))
    before = allocate(votes, seats, tie_order=sorted(votes)).result
    after = allocate(votes | {party: votes[party] + gained}, seats, tie_order=sorted(votes)).result
    assert before is not None and after is not None
    assert after[party] >= before[party]


@given(tables, seat_numbers, st.integers(2, 9))
def test_only_proportions_count(votes: dict[str, int], seats: int, times: int) -> None:
    bigger = {party: cast * times for party, cast in votes.items()}
    assert allocate(bigger, seats).result == allocate(votes, seats).result


@given(tables, seat_numbers)
def test_order_of_the_lists_does_not_count(votes: dict[str, int], seats: int) -> None:
    turned = dict(reversed(votes.items()))
    found, other = allocate(votes, seats), allocate(turned, seats)
    assert dict(found.settled) == dict(other.settled)
    assert [set(tie.parties) for tie in found.ties] == [set(tie.parties) for tie in other.ties]


@given(tables, seat_numbers, st.integers(0, 50), st.booleans())
def test_only_who_reaches_the_threshold_gets_a_seat(
    votes: dict[str, int], seats: int, percent: int, strict: bool
) -> None:
    base = sum(votes.values())
    found = allocate(votes, seats, Fraction(percent, 100), base, strict=strict)
    passing = {step.party for step in found.of(Kind.PASSES)}
    assert passing == {
        party
        for party, cast in votes.items()
        if 100 * cast > percent * base or (not strict and 100 * cast == percent * base)
    }
    assert all(party in passing for party, number in found.settled if number)


# The published libraries, where they are installed


@pytest.fixture(scope="module")
def apportionment() -> Any:
    return pytest.importorskip("apportionment.methods")


@pytest.fixture(scope="module")
def votelib() -> Any:
    return pytest.importorskip("votelib.evaluate.proportional")


@given(votes=tables, seats=seat_numbers)
def test_agrees_with_apportionment(apportionment: Any, votes: dict[str, int], seats: int) -> None:
    result = allocate(votes, seats).result
    assume(result is not None)
    assert result is not None
    theirs = apportionment.compute("largest_remainder", list(votes.values()), seats, fractions=True, tiesallowed=False)
    assert list(result.values()) == theirs


@given(votes=tables, seats=seat_numbers)
def test_agrees_with_votelib(votelib: Any, votes: dict[str, int], seats: int) -> None:
    result = allocate(votes, seats).result
    assume(result is not None)
    assert result is not None
    theirs = votelib.LargestRemainder("hare").evaluate(votes, seats)
    assert {party: number for party, number in result.items() if number} == {p: n for p, n in theirs.items() if n}


def test_both_libraries_give_the_seats_of_2023(apportionment: Any, votelib: Any) -> None:
    passing = {party: cast for party, cast in VOTES_2023.items() if party != "Baytaq"}
    assert apportionment.compute("largest_remainder", list(passing.values()), 69, fractions=True) == [40, 8, 6, 6, 5, 4]
    assert list(votelib.LargestRemainder("hare").evaluate(passing, 69).values()) == [40, 8, 6, 6, 5, 4]
