"""Verdicts: the headline of a matrix of cells, and what a report answers."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.outcomes import Outcome, Status, headline, worst
from procedure.verdict import say
from tests.logs import DISSOLUTION, replayed

KEPT, BROKEN, UNKNOWN, VOID, IRREGULAR, UNPLACED = (
    Status.KEPT,
    Status.BROKEN,
    Status.UNKNOWN,
    Status.VOID,
    Status.IRREGULAR,
    Status.UNPLACED,
)
LAW = frozenset(("law", "other"))


def told(*cells: tuple[str, Status]) -> tuple[str, ...]:
    """The outcomes of cells written as `law=a fact=b`."""
    read = [(tuple(sorted(tuple(part.split("=")) for part in text.split())), status) for text, status in cells]
    return tuple(outcome.value for outcome in headline(read, LAW))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (KEPT, "lawful"),
        (BROKEN, "unlawful"),
        (VOID, "void"),
        (UNKNOWN, "undetermined"),
        (IRREGULAR, "irregular"),
        (UNPLACED, "unplaced"),
    ],
)
def test_one_cell_has_one_outcome(status: Status, outcome: str) -> None:
    """Where nothing is open the status is the outcome."""
    assert told(("", status)) == (outcome,)


def test_no_cell_is_lawful() -> None:
    """An act against which nothing is said is lawful."""
    assert headline((), LAW) == (Outcome.LAWFUL,)


@pytest.mark.parametrize(
    ("cells", "outcomes"),
    [
        # the law is open
        ([("law=a", KEPT), ("law=b", BROKEN)], ("contested",)),
        ([("law=a", KEPT), ("law=b", VOID)], ("contested",)),
        ([("law=a", IRREGULAR), ("law=b", BROKEN)], ("contested",)),
        # the facts are open
        ([("fact=a", KEPT), ("fact=b", BROKEN)], ("disputed",)),
        # both are
        (
            [("fact=a law=a", KEPT), ("fact=a law=b", BROKEN), ("fact=b law=a", BROKEN), ("fact=b law=b", BROKEN)],
            ("contested", "disputed"),
        ),
        (
            [("fact=a law=a", KEPT), ("fact=a law=b", BROKEN), ("fact=b law=a", BROKEN), ("fact=b law=b", KEPT)],
            ("contested", "disputed"),
        ),
        ([("law=a", KEPT), ("fact=a law=b", KEPT), ("fact=b law=b", BROKEN)], ("contested", "disputed")),
        # a breach in every cell
        ([("law=a", VOID), ("law=b", BROKEN)], ("unlawful",)),
        ([("fact=a", VOID), ("fact=b", BROKEN)], ("unlawful",)),
        ([("law=a", VOID), ("law=b", VOID)], ("void",)),
        # something unknown
        ([("law=a", KEPT), ("law=b", UNKNOWN)], ("undetermined",)),
        ([("law=a", BROKEN), ("law=b", UNKNOWN)], ("undetermined",)),
        ([("law=a", KEPT), ("law=b", BROKEN), ("law=c", UNKNOWN)], ("contested", "undetermined")),
        ([("fact=a", UNPLACED), ("fact=b", KEPT)], ("undetermined",)),
        # practice
        ([("law=a", IRREGULAR), ("law=b", KEPT)], ("irregular",)),
        ([("law=a", IRREGULAR), ("law=b", UNKNOWN)], ("undetermined",)),
    ],
)
def test_the_headline_of_a_matrix(cells: Sequence[tuple[str, Status]], outcomes: tuple[str, ...]) -> None:
    """Contested where readings part, disputed where claims part, and the rest beside it."""
    assert told(*cells) == outcomes


@given(
    st.lists(st.sampled_from([KEPT, BROKEN, VOID, UNKNOWN, IRREGULAR]), min_size=4, max_size=4),
    st.permutations(range(4)),
)
def test_the_headline_does_not_depend_on_the_order_of_cells(statuses: list[Status], order: list[int]) -> None:
    """Cells in another order have the same outcomes."""
    names = [f"fact={fact} law={law}" for fact, law in itertools.product("ab", repeat=2)]
    cells = list(zip(names, statuses, strict=True))
    assert told(*cells) == told(*(cells[spot] for spot in order))


@given(st.lists(st.sampled_from(list(Status)), max_size=5))
def test_the_worst_status_is_the_gravest(statuses: list[Status]) -> None:
    """One breach outweighs what is kept, and nothing is kept."""
    assert worst(statuses) is max(statuses, key=list(Status).index, default=KEPT)
    assert worst([*statuses, VOID, BROKEN]) in (VOID, UNPLACED)


def test_a_phrase_keeps_its_values_in_order() -> None:
    """Two phrases said with their values in another order are one."""
    assert say("key", b=1, a=2) == say("key", a=2, b=1)


def test_a_report_answers_by_act() -> None:
    """A verdict is found by the id of its act, and an act that is not there is an error."""
    report = replayed(DISSOLUTION)
    assert report.verdict("dissolve").act == "dissolve"
    with pytest.raises(KeyError):
        report.verdict("poll")


def test_a_verdict_says_what_it_rests_on() -> None:
    """It names the norms that heard the act, those that are not encoded, and the weakest text."""
    verdict = replayed(DISSOLUTION).verdict("dissolve")
    assert verdict.heard == ("ru.const.29.1", "ru.const.29.2", "ru.const.30.1", "ru.const.30.2", "ru.const.30.3")
    assert verdict.not_encoded == ("ru.const.33",)
    assert verdict.weakest_text == "verified"
    assert verdict.outcomes == {Outcome.LAWFUL}
    assert verdict.broken() == ()
