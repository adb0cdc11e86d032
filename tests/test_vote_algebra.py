"""One table of votes: the same numbers pass on one base and fail on another, for every base that the vintages use."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.hearing import Docket, GivenNumber, Hearing, NumberIn, SumOf, TermOf
from procedure.jurisdictions import jurisdiction
from procedure.machine import NormRef
from procedure.moments import Moment
from procedure.outcomes import Status
from procedure.record import Act
from procedure.rules import as_counted, at_least, at_most, each_chamber, quorum
from procedure.rules.votes import base_of
from procedure.votes import Share
from tests.court import BROKEN, KEPT, act, hear, norm

KZ = jurisdiction("kz")
SENATE = 39
IN_EACH = {"senate seats": "senators_for", "statutory seats": "deputies_for"}

GOLDEN = (
    # what it is, the numbers, and for each share how many are needed and whether they are there
    (
        "fifty of the house of 2023",
        {"for": 50, "against": 40, "abstained": 8, "present": 98, "statutory seats": 98},
        {
            "more than 1/2 of statutory seats": (50, True),
            "more than 1/2 of present": (50, True),
            "at least 2/3 of statutory seats": (66, False),
        },
    ),
    (
        "fifty of the house of 2007",
        {"for": 50, "against": 40, "abstained": 8, "present": 98, "statutory seats": 107},
        {"more than 1/2 of statutory seats": (54, False), "more than 1/2 of present": (50, True)},
    ),
    (
        "forty-nine where one seat of 98 is empty",
        {"for": 49, "against": 48, "abstained": 0, "present": 97, "statutory seats": 98, "deputies in office": 97},
        {
            "more than 1/2 of statutory seats": (50, False),
            "more than 1/2 of deputies in office": (49, True),
            "more than 1/2 of present": (49, True),
            "at least 1/2 of statutory seats": (49, True),
        },
    ),
    (
        "forty of seventy-seven, many of them away",
        {"for": 38, "against": 10, "abstained": 4, "invalid": 0, "present": 52, "statutory seats": 77},
        {
            "more than 1/2 of statutory seats": (39, False),
            "more than 1/2 of present": (27, True),
            "more than 1/2 of cast": (27, True),
            "at least 2/3 of present": (35, True),
            "at least 2/3 of statutory seats": (52, False),
        },
    ),
    (
        "a plurality against a majority of those who vote",
        {"for": 44, "against": 30, "abstained": 26, "invalid": 0, "present": 100, "statutory seats": 107},
        {
            "more than 1/2 of cast": (51, False),
            "more than 1/2 of present": (51, False),
            "at least 2/5 of cast": (40, True),
        },
    ),
    (
        "105 papers issued and 104 found, as in 2014",
        {"for": 103, "against": 1, "issued": 105, "found": 104, "present": 105, "statutory seats": 107},
        {
            "more than 1/2 of statutory seats": (54, True),
            "at least 99% of found": (103, True),
            "at least 99% of issued": (104, False),
        },
    ),
    (
        "confidence in 2012: 92 of 105 who voted",
        {"for": 92, "against": 5, "abstained": 8, "invalid": 0, "statutory seats": 107},
        {
            "more than 1/2 of statutory seats": (54, True),
            "more than 1/2 of cast": (53, True),
            "at least 7/8 of cast": (92, True),
            "at least 7/8 of statutory seats": (94, False),
        },
    ),
    (
        "a list with 320,000 votes: enough of the valid, too few of all who took part",
        {"for": 320_000, "valid": 6_366_441, "voted": 6_521_860},
        {
            "at least 5% of valid": (318_323, True),
            "at least 5% of voted": (326_093, False),
            "at least 7% of valid": (445_651, False),
        },
    ),
    (
        "the third list of 2012, at seven per cent",
        {"for": 498_788, "valid": 6_941_220},
        {"at least 7% of valid": (485_886, True), "at least 1/10 of valid": (694_122, False)},
    ),
    (
        "the house and the Senate together, of old",
        {"for": 65, "statutory seats": 77, "senate seats": SENATE, "seats of both Chambers": 77 + SENATE},
        {
            "more than 1/2 of seats of both Chambers": (59, True),
            "at least 2/3 of seats of both Chambers": (78, False),
            "at least 2/3 of statutory seats": (52, True),
        },
    ),
    (
        "the Kurultai",
        {"for": 73, "present": 100, "seats of the Kurultai": 145, "statutory seats": 98},
        {
            "more than 1/2 of seats of the Kurultai": (73, True),
            "at least 2/3 of seats of the Kurultai": (97, False),
            "at least 2/3 of statutory seats": (66, True),
        },
    ),
)

TABLE = [
    pytest.param(numbers, share, needed, passes, id=f"{what}: {share}")
    for what, numbers, shares in GOLDEN
    for share, (needed, passes) in shares.items()
]


@pytest.mark.parametrize(("numbers", "share", "needed", "passes"), TABLE)
def test_the_golden_table(numbers: Mapping[str, int], share: str, needed: int, passes: bool) -> None:
    """A share says how many are needed of its base, and what was declared is judged by that."""
    for declared, wanted in (("carried", passes), ("not carried", not passes)):
        facts = {"for_" if name == "for" else name: number for name, number in numbers.items()}
        heard = hear(as_counted("share"), act(declared=declared, **facts), terms={"share": share})
        assert heard.status is (KEPT if wanted else BROKEN)
    assert heard.margin is not None
    assert ("needed", needed) in heard.asked.values


def test_every_row_parts_one_base_from_another() -> None:
    """No row of the table passes throughout or fails throughout, or the base would not matter in it."""
    assert [what for what, _, shares in GOLDEN if len({passes for _, passes in shares.values()}) < 2] == []


def hearing(day: str, senators: int = SENATE, in_office: int = 0, **facts: int) -> Hearing:
    """An act of a day before the Kazakh law of that day."""
    given = {"senate_seats": senators, **({"deputies_in_office": in_office} if in_office else {})}
    deed = Act("deed", "consent", Moment.on(date.fromisoformat(day), KZ.zone), facts=facts)
    return Hearing(Docket(KZ.law, KZ.zone, given, bases=KZ.bases), deed, (), {"sitting_house": "as_elected"})


NEEDED = (
    # norm, term, day, the whole, the number needed of it
    ("kz.const.58.1", "majority", "1996-02-01", 67, 34),
    ("kz.const.58.1", "majority", "1999-12-01", 77, 39),
    ("kz.const.58.1", "majority", "2007-09-02", 107, 54),
    ("kz.const.58.1", "majority", "2022-02-01", 107, 54),
    ("kz.const.58.1", "majority", "2022-12-01", 107, 54),
    ("kz.const.58.1", "majority", "2023-03-29", 98, 50),
    ("kz.const.56.1.2", "majority", "2012-09-24", 107, 54),
    ("kz.const.56.1.2", "majority", "2023-03-30", 98, 50),
    ("kz.const.56.2", "initiative", "2012-09-24", 107, 22),
    ("kz.const.56.2", "initiative", "2023-03-30", 98, 20),
    ("kz.const.59.5", "quorum", "1996-02-01", 67, 45),
    ("kz.const.59.5", "quorum", "1999-12-01", 77, 52),
    ("kz.const.59.5", "quorum", "2007-09-02", 107, 72),
    ("kz.const.59.5", "quorum", "2023-03-30", 98, 66),
    ("kz.const.59.5", "senators", "1999-12-01", SENATE, 26),
    ("kz.const.53.consent", "majority", "1996-02-01", 67 + SENATE, 54),
    ("kz.const.53.consent", "majority", "2002-01-28", 77 + SENATE, 59),
    ("kz.const.53.confidence", "initiative", "2003-06-01", 77 + SENATE, 24),
    ("kz.const.70.confidence", "majority", "2012-01-20", 107, 54),
    ("kz.el.87.cap", "cap", "2011-12-01", 98, 127),
    ("kz.el.87.cap", "cap", "2023-02-01", 69, 89),
)


@pytest.mark.parametrize(("norm", "term", "day", "whole", "needed"), NEEDED)
def test_what_the_law_of_a_day_needs(norm: str, term: str, day: str, whole: int, needed: int) -> None:
    """The base of a share is the number that the law of the day gives it."""
    before = hearing(day).before(NormRef(norm))
    assert before.version is not None
    share = before.version.terms[term]
    assert isinstance(share, Share)
    assert (base_of(before, share), share.needed(whole)) == (whole, needed)


@pytest.mark.parametrize(
    ("senators", "deputies", "share", "each", "together"),
    [
        (26, 52, "at least 2/3", True, True),
        (25, 77, "at least 2/3", False, True),
        (39, 51, "at least 2/3", False, True),
        (10, 55, "more than 1/2", False, True),
        (39, 20, "more than 1/2", False, True),
        (20, 39, "more than 1/2", True, True),
        (19, 39, "more than 1/2", False, False),
        (20, 38, "more than 1/2", False, False),
        (26, 51, "at least 2/3", False, False),
    ],
)
def test_both_chambers_together_and_each(senators: int, deputies: int, share: str, each: bool, together: bool) -> None:
    """A majority of both Chambers together is not one of each: 25 senators and 77 deputies are 102 of 116."""
    deed = act(senators_for=senators, deputies_for=deputies, for_=senators + deputies, declared="carried")
    bases = {"senate seats": GivenNumber("senate"), "statutory seats": GivenNumber("seats")}
    bases_of_all = {**bases, "seats of both Chambers": SumOf(("senate seats", "statutory seats"))}
    known = {"given": {"senate": SENATE, "seats": 77}, "bases": bases_of_all}
    apart = hear(each_chamber("each", IN_EACH), deed, terms={"each": f"{share} of each Chamber"}, **known)
    joint = hear(as_counted("all"), deed, terms={"all": f"{share} of seats of both Chambers"}, **known)
    assert (apart.status, joint.status) == (KEPT if each else BROKEN, KEPT if together else BROKEN)


@pytest.mark.parametrize(
    ("quorum_of", "there", "found"),
    [
        ("at least 2/3 of statutory seats", 65, BROKEN),
        ("at least 2/3 of statutory seats", 66, KEPT),
        ("more than 1/2 of statutory seats", 49, BROKEN),
        ("more than 1/2 of statutory seats", 50, KEPT),
        ("at least 2/3 of deputies in office", 60, KEPT),
    ],
)
def test_quorums_of_the_same_house(quorum_of: str, there: int, found: Status) -> None:
    """Sixty-five of 98 are no quorum of two thirds, and sixty are one where ninety are in office."""
    bases = {"statutory seats": TermOf(NormRef("law.2"), "seats"), "deputies in office": NumberIn("oath", "number")}
    others = [norm("law.2", {"seats": 98})]
    deed = act(present=there)
    heard = hear(
        quorum("quorum"), deed, act("oath", number=90), terms={"quorum": quorum_of}, bases=bases, others=others
    )
    assert heard.status is found


@given(st.integers(1, 60), st.integers(1, 150), st.integers(0, 60), st.integers(0, 150))
def test_a_majority_of_each_is_one_of_all(senate: int, house: int, senators: int, deputies: int) -> None:
    """Where each Chamber has its majority both together have one; the other way round it need not be so."""
    half = Share.parse("more than 1/2 of seats")
    if half.met(senators, senate) and half.met(deputies, house):
        assert half.met(senators + deputies, senate + house)


@given(
    st.integers(1, 150), st.integers(0, 150), st.integers(0, 150), st.sampled_from(["more than 1/2", "at least 2/3"])
)
def test_fewer_in_office_never_ask_for_more(seats: int, empty: int, votes: int, part: str) -> None:
    """What is enough of all the seats is enough of the deputies in office."""
    share = Share.parse(f"{part} of seats")
    in_office = max(seats - empty, 0)
    assert share.needed(in_office) <= share.needed(seats)
    if share.met(votes, seats) and in_office:
        assert share.met(votes, in_office)


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_floor_and_a_cap_of_one_number_meet_in_it(number: int, said: int) -> None:
    """At least and at most a number is exactly that number, as with the nine of the Assembly."""
    terms = {"seats": number}
    floor = hear(at_least("seats", "number"), act(number=said), terms=terms).status
    cap = hear(at_most("seats", "number"), act(number=said), terms=terms).status
    assert ((floor, cap) == (KEPT, KEPT)) is (said == number)
