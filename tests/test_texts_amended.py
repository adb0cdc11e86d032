"""Versions cut and changed: on any day and for any case a norm says what the amendments make of it one by one."""

from datetime import date, timedelta

from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from procedure.law import Case, Norm, Reach, Version
from procedure.texts_amended import Scope, on_file, parts, restored, wordless

FIRST = date(2030, 1, 1)
DAYS = st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))
CASES = st.builds(
    Case,
    st.none() | DAYS,
    st.dictionaries(st.sampled_from(["district", "candidate"]), st.sampled_from("ABC"), max_size=2),
)
REACHES = st.none() | st.builds(
    Reach,
    st.none() | DAYS,
    st.dictionaries(
        st.sampled_from(["district", "candidate"]),
        st.lists(st.sampled_from("ABC"), min_size=1, max_size=2).map(tuple),
        max_size=2,
    ),
)


def version(first: int, last: int | None, word: str) -> Version:
    """A version between two days counted from the first, with one word."""
    end = None if last is None else FIRST + timedelta(days=last)
    return Version(FIRST + timedelta(days=first), {"en": word}, {}, "verified", (), end)


FILED = Norm("x.1", "1", {}, "duty", (version(0, 9, "old"), version(10, 19, "new"), version(25, None, "newest")))


@frozen
class Made:
    """An amendment: a new word, None for a suspension, or `restore`."""

    scope: Scope
    word: str | None


SCOPES = st.builds(Scope, st.none() | DAYS, st.none() | DAYS, REACHES)
MADE = st.builds(Made, SCOPES, st.sampled_from(["a", "b", "restore", None]))


def put(norm: Norm, made: Made) -> Norm:
    """The norm under one more amendment."""

    def change(each: Version) -> Version:
        if made.word == "restore":
            return on_file(FILED, each)
        return evolve(each, says={"en": made.word} if made.word else {})

    versions = (part for each in norm.versions for part in parts(each, made.scope, change, lambda _: True))
    return evolve(norm, versions=tuple(versions))


def says(norm: Norm, day: date, case: Case) -> str | None:
    """What a norm says on a day for a case."""
    found = norm.in_force(day, case)
    return found.says["en"] if found else None


def reached(scope: Scope, day: date, case: Case) -> bool:
    inside = (scope.since is None or scope.since <= day) and (scope.until is None or day <= scope.until)
    return inside and (scope.reach is None or scope.reach.covers(case))


@given(st.lists(MADE, max_size=5), DAYS, CASES)
def test_a_norm_says_what_the_amendments_make_of_it(every: list[Made], day: date, case: Case) -> None:
    norm, wanted = FILED, says(FILED, day, case)
    gap = FILED.in_force(day) is None
    for made in every:
        norm = put(norm, made)
        if reached(made.scope, day, case) and not gap:
            wanted = says(FILED, day, case) if made.word == "restore" else made.word

    assert says(norm, day, case) == wanted


@given(st.lists(MADE, max_size=5))
def test_what_is_restored_for_all_is_the_norm_on_file(every: list[Made]) -> None:
    norm = FILED
    for made in (*every, Made(Scope(), "restore")):
        norm = put(norm, made)

    assert restored(norm, FILED) is FILED


@given(st.lists(MADE, max_size=5))
def test_what_is_suspended_for_all_has_no_words(every: list[Made]) -> None:
    norm = FILED
    for made in (*every, Made(Scope(), None)):
        norm = put(norm, made)

    assert wordless(norm)


@given(REACHES.filter(bool), REACHES.filter(bool), CASES)
def test_two_reaches_meet_in_the_cases_of_both(one: Reach, other: Reach, case: Case) -> None:
    assert (one & other).covers(case) is (one.covers(case) and other.covers(case))
