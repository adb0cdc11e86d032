"""Claims: which of them are rivals, which are simply on record, and that their order in the file is nothing."""

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from procedure.claims import RawClaim, axes, subject
from procedure.record import Act, Claim, Source
from tests.court import act, moment

SOURCES = {
    "minutes": Source("minutes", "Minutes", "Diet", "primary"),
    "courier": Source("courier", "A report", "Courier", "secondary"),
    "observer": Source("observer", "Another report", "Observer", "secondary"),
    "wiki": Source("wiki", "A page", "Encyclopaedia", "tertiary"),
}


def claim(*sources: str, when: str | None = None, order: tuple[str, str] | None = None, **facts: Any) -> RawClaim:
    """A claim of these sources."""
    written = {key: str(value) for key, value in facts.items()}
    if when:
        written["date"] = when
    if order:
        written["order"] = " ".join(order)
    return RawClaim(written, Claim("", facts, sources, moment(when) if when else None, {}, order))


def held(deed: Act) -> dict[str, dict[str, tuple[str, ...]]]:
    """The axes of an act: claims and who makes them."""
    return {axis.name: {each.name: each.sources for each in axis.claims} for axis in deed.claims}


def test_rival_claims_make_an_axis() -> None:
    """Two values of one fact stand side by side, each with its sources."""
    found = axes(act(), [claim("minutes", votes=31), claim("courier", votes=30)], SOURCES)
    assert held(found) == {"deed: votes": {"votes 31": ("minutes",), "votes 30": ("courier",)}}


def test_claims_about_other_facts_are_no_rivals() -> None:
    """Each fact has its own axis."""
    found = axes(
        act(),
        [
            claim("minutes", votes=31),
            claim("courier", votes=30),
            claim("minutes", by="Diet"),
            claim("courier", by="Crown"),
        ],
        SOURCES,
    )
    assert sorted(held(found)) == ["deed: by", "deed: votes"]


def test_claims_that_share_a_fact_hang_together() -> None:
    """A claim about two facts binds the claims about either."""
    found = axes(
        act(),
        [claim("minutes", votes=31, against=29), claim("courier", votes=30), claim("observer", against=30)],
        SOURCES,
    )
    assert list(held(found)) == ["deed: against, votes"]
    assert len(found.claims[0].claims) == 3


def test_all_keys_of_time_are_about_when() -> None:
    """A date and an order are rivals about one thing."""
    assert {subject(key) for key in ("date", "time", "not before", "not after", "order", "moments")} == {"when"}
    assert subject("votes") == "votes"
    found = axes(act(), [claim("minutes", when="2030-03-10"), claim("courier", order=("after", "poll"))], SOURCES)
    assert list(held(found)) == ["deed: when"]
    assert found.claims[0].about_order


def test_a_claim_that_nobody_contradicts_is_on_record() -> None:
    """It is a fact of the act, with its source among the act's."""
    found = axes(act(), [claim("minutes", votes=31)], SOURCES)
    assert (found.claims, found.facts, found.sources) == ((), {"votes": 31}, ("minutes",))


def test_claims_that_say_the_same_are_on_record() -> None:
    """Two sources that agree dispute nothing."""
    found = axes(act(), [claim("minutes", votes=31), claim("courier", votes=31)], SOURCES)
    assert (found.claims, found.facts) == ((), {"votes": 31})


@pytest.mark.parametrize(
    "claims", [[("courier", 30)], [("courier", 30), ("observer", 30)], [("courier", 30), ("observer", 29)]]
)
def test_what_the_act_itself_says_is_a_rival_too(claims: Sequence[tuple[str, int]]) -> None:
    """A claim against the act's own fact does not silence it, however many make it."""
    deed = evolve(act(votes=31), sources=("minutes",))
    found = axes(deed, [claim(source, votes=votes) for source, votes in claims], SOURCES)
    told = held(found)["deed: votes"]
    assert told["votes 31"] == ("minutes",)
    assert set(told) == {"votes 31", *(f"votes {votes}" for _, votes in claims)}


def test_a_claim_that_only_says_more_is_no_rival() -> None:
    """The hour of a day that is on record contradicts nothing."""
    hour = RawClaim({"time": "10:00"}, Claim("", {}, ("minutes",), moment("2030-03-10 10:00")))
    found = axes(act(when="2030-03-10"), [hour], SOURCES)
    assert (found.claims, found.when) == ((), moment("2030-03-10 10:00"))


@pytest.mark.parametrize(
    ("first", "second", "outweighed"),
    [
        ("minutes", "wiki", {"votes 30"}),
        ("wiki", "minutes", {"votes 31"}),
        ("minutes", "courier", set()),
        ("courier", "wiki", set()),
        ("courier", "observer", set()),
    ],
)
def test_a_tertiary_source_is_outweighed_by_a_primary_one(first: str, second: str, outweighed: set[str]) -> None:
    """An encyclopaedia gives way to the organ's own document, and to nothing less."""
    found = axes(act(), [claim(first, votes=31), claim(second, votes=30)], SOURCES)
    assert found.claims[0].outweighed == outweighed


def test_a_tertiary_source_beside_another_is_not_outweighed() -> None:
    """What the press says too is not put aside because an encyclopaedia repeats it."""
    found = axes(act(), [claim("minutes", votes=31), claim("wiki", "courier", votes=30)], SOURCES)
    assert found.claims[0].outweighed == frozenset()


CLAIMS = [
    claim("minutes", votes=31, against=29),
    claim("courier", votes=30),
    claim("wiki", votes=30),
    claim("observer", by="Crown"),
    claim("courier", by="Regent"),
    claim("minutes", ballot="secret"),
    claim("minutes", when="2030-03-10"),
    claim("courier", when="2030-03-11"),
]


@given(st.permutations(CLAIMS))
def test_the_order_of_claims_in_the_file_is_nothing(claims: Sequence[RawClaim]) -> None:
    """However the claims are written down, the act is the same."""
    assert axes(act(), claims, SOURCES) == axes(act(), CLAIMS, SOURCES)
