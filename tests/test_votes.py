"""Votes: thresholds in whole numbers, and tallies that contradict themselves."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.votes import DIRECTIONS, Share, Tally

bases = st.integers(0, 10_000)
numbers = st.integers(0, 15_000)
words = st.sampled_from(["statutory seats", "present", "votes of those who took part", "list seats", "cast"])


@st.composite
def shares(
    draw: st.DrawFn,
    directions: tuple[str, ...] = DIRECTIONS,
    roundings: tuple[str | None, ...] = (None, "up", "down"),
) -> Share:
    """Draw any share that can be met."""
    direction = draw(st.sampled_from(directions))
    top = {"at least": Fraction(1), "more than": Fraction(199, 200)}.get(direction, Fraction(3))
    fraction = draw(st.fractions(0, top, max_denominator=200))
    return Share(fraction, direction, draw(words), draw(st.sampled_from(roundings)))


# Text


@pytest.mark.parametrize(
    ("text", "share", "canonical"),
    [
        (
            "more than 1/2 of statutory seats",
            Share(Fraction(1, 2), "more than", "statutory seats"),
            "more than 1/2 of statutory seats",
        ),
        (
            "majority of statutory seats",
            Share(Fraction(1, 2), "more than", "statutory seats"),
            "more than 1/2 of statutory seats",
        ),
        (
            "2/3 of statutory seats",
            Share(Fraction(2, 3), "at least", "statutory seats"),
            "at least 2/3 of statutory seats",
        ),
        (
            "at least 5% of votes of those who took part",
            Share(Fraction(1, 20), "at least", "votes of those who took part"),
            "at least 5% of votes of those who took part",
        ),
        ("at most 130% of list seats", Share(Fraction(13, 10), "at most", "list seats"), "at most 130% of list seats"),
        (
            "at most 130 % of  list seats, rounded up",
            Share(Fraction(13, 10), "at most", "list seats", "up"),
            "at most 130% of list seats, rounded up",
        ),
        ("less than 1/10 of the house", Share(Fraction(1, 10), "less than", "the house"), "less than 10% of the house"),
        ("20% of list", Share(Fraction(1, 5), "at least", "list"), "at least 1/5 of list"),
        ("2/4 of present", Share(Fraction(1, 2), "at least", "present"), "at least 1/2 of present"),
        ("0.7% of cast", Share(Fraction(7, 1000), "at least", "cast"), "at least 7/1000 of cast"),
        (
            "1/1 of statutory seats",
            Share(Fraction(1), "at least", "statutory seats"),
            "at least 100% of statutory seats",
        ),
        ("at most 0% of list", Share(Fraction(0), "at most", "list"), "at most 0% of list"),
    ],
)
def test_shares_are_read_and_written(text: str, share: Share, canonical: str) -> None:
    assert Share.parse(text) == share
    assert str(share) == canonical
    assert Share.parse(canonical) == share


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not a share"),
        ("1/2", "is not a share"),
        ("half of present", "is not a share"),
        ("0.5 of present", "is not a share"),
        ("more then 1/2 of present", "is not a share"),
        ("more than majority of present", "is not a share"),
        ("-1/2 of present", "is not a share"),
        ("1/2 of ", "is not a share"),
        ("1/2 of present, rounded off", "does not name a base"),
        ("1/0 of present", "divided by zero"),
        ("3/2 of present", "can never be met"),
        ("more than 101% of present", "can never be met"),
        ("more than 1/1 of present", "can never be met"),
    ],
)
def test_what_is_no_share_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Share.parse(text)


def test_shares_are_exact_and_their_words_known() -> None:
    with pytest.raises(ValueError, match="a share is a fraction"):
        Share(0.5, "at least", "present")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not negative"):
        Share(Fraction(-1, 2), "at least", "present")
    with pytest.raises(ValueError, match="is not a direction"):
        Share(Fraction(1, 2), "over", "present")
    with pytest.raises(ValueError, match="is not a rounding"):
        Share(Fraction(1, 2), "at least", "present", "nearest")
    with pytest.raises(ValueError, match="does not name a base"):
        Share(Fraction(1, 2), "at least", " ")
    with pytest.raises(ValueError, match="the base of a share cannot be -1"):
        Share(Fraction(1, 2), "at least", "present").needed(-1)


# Thresholds


@pytest.mark.parametrize(
    ("text", "base", "needed"),
    [
        ("majority of statutory seats", 98, 50),
        ("majority of statutory seats", 107, 54),
        ("majority of statutory seats", 77, 39),
        ("majority of statutory seats", 145, 73),
        ("at least 1/2 of statutory seats", 98, 49),
        ("2/3 of statutory seats", 98, 66),
        ("2/3 of statutory seats", 99, 66),
        ("more than 2/3 of statutory seats", 99, 67),
        ("1/5 of statutory seats", 98, 20),
        ("5% of votes of those who took part", 6_366_441, 318_323),
        ("at most 130% of list seats", 69, 89),
        ("at most 130% of list seats, rounded up", 69, 90),
        ("at most 130% of list seats, rounded down", 69, 89),
        ("at most 130% of list seats", 70, 91),
        ("less than 130% of list seats", 70, 90),
        ("less than 130% of list seats", 69, 89),
        ("less than 1/2 of present", 0, -1),
        ("more than 1/2 of present", 0, 1),
        ("more than 1/2 of present, rounded up", 97, 50),
        ("more than 1/2 of present, rounded down", 97, 49),
    ],
)
def test_thresholds(text: str, base: int, needed: int) -> None:
    assert Share.parse(text).needed(base) == needed


@pytest.mark.parametrize(
    ("text", "votes", "passing", "failing"),
    [
        ("majority of {}", 49, ("voting", 97), ("statutory seats", 98)),
        ("majority of {}", 50, ("statutory seats", 98), ("statutory seats", 107)),
        ("majority of {}", 49, ("present", 96), ("statutory seats", 98)),
        ("majority of {}", 48, ("deputies in office", 95), ("statutory seats", 98)),
        ("2/3 of {}", 65, ("present", 96), ("statutory seats", 98)),
        ("1/5 of {}", 20, ("statutory seats", 98), ("statutory seats", 107)),
        ("5% of {}", 331_058, ("votes for lists", 6_118_150), ("papers found", 6_621_161)),
        ("at most 130% of {}", 90, ("list seats", 70), ("list seats", 69)),
    ],
)
def test_the_same_number_passes_on_one_base_and_fails_on_another(
    text: str, votes: int, passing: tuple[str, int], failing: tuple[str, int]
) -> None:
    for (base, size), outcome in ((passing, True), (failing, False)):
        share = Share.parse(text.format(base))
        assert share.base == base
        assert share.met(votes, size) is outcome
        assert (share.margin(votes, size) >= 0) is outcome


def test_a_threshold_of_the_same_number_differs_when_strict() -> None:
    assert Share.parse("at least 1/2 of present").met(49, 98)
    assert not Share.parse("more than 1/2 of present").met(49, 98)
    assert Share.parse("more than 1/2 of present").strict
    assert not Share.parse("at most 1/2 of present").strict


def test_a_margin_says_how_many_are_wanting() -> None:
    majority, cap = Share.parse("majority of statutory seats"), Share.parse("at most 130% of list seats")
    assert (majority.margin(82, 98), majority.margin(39, 98)) == (32, -11)
    assert (cap.margin(85, 69), cap.margin(90, 69)) == (4, -1)


# Tallies


def test_the_number_cast_is_told_or_found_or_summed_or_unknown() -> None:
    assert Tally().cast() is None
    assert Tally(for_=82, against=7, abstained=8).cast() is None
    assert Tally(for_=82, against=7, abstained=8, invalid=0).cast() == 97
    assert Tally(for_=103, against=1, issued=105, found=104).cast() == 104
    assert Tally(for_=82, against=7, voting=97, found=96).cast() == 97
    assert Tally(for_=0, against=0, abstained=0, invalid=0).cast() == 0


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        (Tally(), ()),
        (Tally(issued=105, found=104, for_=103, against=1), ()),
        (Tally(issued=104, found=105), (("found", 105, "issued", 104),)),
        (Tally(for_=82, against=7, abstained=8, voting=97, present=97), ()),
        (
            Tally(for_=82, against=7, abstained=8, voting=97, present=96),
            (("votes", 97, "present", 96), ("voting", 97, "present", 96)),
        ),
        (Tally(for_=50, invalid=1, found=50), (("votes", 51, "found", 50),)),
        (Tally(for_=99, issued=98), (("votes", 99, "issued", 98),)),
        (Tally(for_=99, voting=98), (("votes", 99, "voting", 98),)),
        (Tally(found=99, voting=98, present=98), (("found", 99, "voting", 98), ("found", 99, "present", 98))),
        (Tally(issued=100, present=98), ()),
    ],
)
def test_contradictions(tally: Tally, expected: tuple[tuple[str, int, str, int], ...]) -> None:
    assert tally.contradictions() == expected


def test_negative_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="for cannot be -1"):
        Tally(for_=-1)


# Properties


@given(shares())
def test_shares_round_trip(share: Share) -> None:
    assert Share.parse(str(share)) == share


@given(shares(), bases)
def test_the_number_needed_is_the_last_that_is_enough(share: Share, base: int) -> None:
    needed, beyond = share.needed(base), 1 if share.cap else -1
    assert share.met(needed, base)
    assert not share.met(needed + beyond, base)
    assert share.margin(needed, base) == 0


@given(shares(), numbers, bases)
def test_met_and_margin_agree(share: Share, votes: int, base: int) -> None:
    assert share.met(votes, base) is (share.margin(votes, base) >= 0)


@given(shares(), numbers, numbers, bases)
def test_more_votes_never_lose_what_fewer_won(share: Share, one: int, other: int, base: int) -> None:
    few, many = sorted((one, other), reverse=share.cap)
    assert not share.met(few, base) or share.met(many, base)


@given(shares(), bases, bases)
def test_a_larger_base_never_needs_fewer(share: Share, one: int, other: int) -> None:
    small, large = sorted((one, other))
    assert share.needed(small) <= share.needed(large)


@given(shares(("at least", "more than"), (None,)), st.integers(1, 10_000))
def test_a_floor_can_be_met_by_all(share: Share, base: int) -> None:
    assert share.met(base, base)


@given(shares(("more than", "less than")), bases)
def test_the_strict_share_is_never_easier(share: Share, base: int) -> None:
    lax = Share(share.fraction, "at most" if share.cap else "at least", share.base, share.rounding)
    assert share.margin(0, base) <= lax.margin(0, base)
    assert abs(share.needed(base) - lax.needed(base)) <= 1


counts = st.none() | st.integers(0, 20)


@given(st.builds(Tally, **dict.fromkeys(["for_", "against", "abstained", "invalid", "issued", "found"], counts)))
def test_a_contradiction_is_always_of_a_larger_with_a_smaller_number_on_record(tally: Tally) -> None:
    for more, part, less, whole in tally.contradictions():
        assert part > whole
        assert whole == getattr(tally, less)
        assert more == "votes" or part == getattr(tally, more)


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_a_tally_that_adds_up_contradicts_nothing(parts: list[int], lost: int, kept: int, away: int) -> None:
    found = sum(parts) + lost
    tally = Tally(
        for_=parts[0],
        against=parts[1],
        abstained=parts[2],
        invalid=parts[3],
        found=found,
        voting=found,
        issued=found + kept,
        present=found + kept + away,
    )
    assert tally.contradictions() == ()
    assert tally.cast() == found
