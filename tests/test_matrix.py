"""Cells held against each other: what is found by hashing is what comparing every pair finds."""

from hypothesis import assume, given
from hypothesis import strategies as st

from procedure.matrix import _consistent, both
from procedure.outcomes import Assignment, Outcome, Status, headline, worst
from procedure.verdict import Heard, say
from procedure.worlds import joined

READINGS = frozenset(("law", "other"))
BREACH, GOOD = (Status.BROKEN, Status.VOID), (Status.KEPT, Status.IRREGULAR)

assignments = st.dictionaries(
    st.sampled_from(("law", "other", "fact", "source")), st.sampled_from("abc"), max_size=3
).map(lambda chosen: tuple(sorted(chosen.items())))
matrices = st.dictionaries(assignments, st.sampled_from([*BREACH, *GOOD, Status.UNKNOWN]), min_size=1, max_size=8)


def agree(first: Assignment, second: Assignment) -> bool:
    """Whether two choices of answers, either of which may leave an axis open, can hold together."""
    other = dict(second)
    return all(other.get(axis, answer) == answer for axis, answer in first)


def on(axes: frozenset[str], cell: Assignment, *, but: bool) -> Assignment:
    return tuple(pair for pair in cell if (pair[0] in axes) is not but)


@given(matrices)
def test_cells_are_consistent_where_those_that_agree_have_one_value(cells: dict[Assignment, Status]) -> None:
    """Every pair is asked; cells that answer the same axes are different answers, and never agree."""
    found = list(cells.items())

    assert _consistent(found) is not any(
        agree(one, two) and first is not second for one, first in found for two, second in found
    )


@given(matrices)
def test_what_parts_breach_from_no_breach_is_found(cells: dict[Assignment, Status]) -> None:
    """Contested where two cells of the same claims part; disputed where two of the same readings do."""
    found = list(cells.items())

    def parts(but: bool) -> bool:
        return any(
            first in BREACH and second in GOOD and agree(on(READINGS, one, but=but), on(READINGS, two, but=but))
            for one, first in found
            for two, second in found
        )

    statuses = set(cells.values())
    assume(not statuses <= {*BREACH})
    both_sides = bool(statuses & {*BREACH}) and bool(statuses & {*GOOD})
    neither = both_sides and not parts(but=True) and not parts(but=False)
    outcomes = headline(found, READINGS)

    assert (Outcome.CONTESTED in outcomes) is (parts(but=True) or neither)
    assert (Outcome.DISPUTED in outcomes) is (parts(but=False) or neither)


@given(st.lists(matrices, max_size=3))
def test_cells_of_several_rules_together(several: list[dict[Assignment, Status]]) -> None:
    """Every choice that can hold together, with the gravest of its statuses."""
    partitions = [
        tuple((cell, Heard(status, say("asked"), say("shown"))) for cell, status in each.items()) for each in several
    ]
    wanted: dict[Assignment, set[Status]] = {(): {Status.KEPT}}
    for each in several:
        merged: dict[Assignment, set[Status]] = {}
        for one, before in wanted.items():
            for two, status in each.items():
                if agree(one, two):
                    merged.setdefault(both(one, two), set()).update({worst((first, status)) for first in before})
        wanted = merged
    told = dict(joined(partitions))

    assert told.keys() == wanted.keys()
    assert all(status in wanted[cell] for cell, status in told.items())
