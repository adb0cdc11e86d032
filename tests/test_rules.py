"""Rules: each keeps and breaks, and says when it cannot tell."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import procedure.rules as rules
from procedure.hearing import GivenNumber, NumberIn, TermOf
from procedure.machine import NormRef, Rule
from procedure.outcomes import Status
from procedure.record import Act
from procedure.rules import (
    adds_up,
    after,
    after_any,
    all_of,
    as_counted,
    at_least,
    at_local_time,
    at_most,
    before,
    by,
    by_then,
    construed,
    consulted,
    consulted_all,
    dated,
    dated_from,
    dated_within,
    day_in,
    done,
    each_chamber,
    in_window,
    initiated_by,
    latest_of,
    listed,
    never,
    not_before,
    not_during,
    not_within,
    not_within_last,
    open_ballot,
    quorum,
    repeated,
    same_act_as,
    seats_as_counted,
    secret,
    share_reaches,
    standing,
    stated,
    term_day,
    unless_listed,
    unread,
    within,
)
from tests.court import BROKEN, KEPT, UNSURE, act, axis, hear, norm, status

DAY = date(2030, 3, 10)
days = st.integers(0, 400)
small = st.integers(0, 120)


def later(number: int) -> str:
    """The day so many days after the tenth of March."""
    return str(DAY + timedelta(days=number))


def key(phrase: Any) -> str:
    """The key of a phrase, or nothing."""
    return phrase.key if phrase else ""


# Who, and what was stated


@pytest.mark.parametrize(("actor", "found"), [("Crown", KEPT), ("Regent", BROKEN), (None, UNSURE)])
def test_by_asks_who_acted(actor: str | None, found: Status) -> None:
    """One of those named keeps it, another breaks it, and nobody on record is unknown."""
    assert status(by("Crown", "Council"), act(by=actor)) is found


def test_by_names_those_who_might_have_done_it() -> None:
    """The repair of a stranger's act is the right actor."""
    assert dict(hear(by("Crown"), act(by="Regent")).repair.values) == {"actors": ("Crown",)}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("facts", "found"),
    [({"ground": "age"}, KEPT), ({"ground": "opinions"}, BROKEN), ({}, UNSURE)],
)
def test_stated_asks_for_a_word(facts: Mapping[str, str], found: Status) -> None:
    """A fact that is one of the words keeps it, another word breaks it, and no fact is unknown."""
    assert status(stated("ground", "age", "deposit"), act(**facts)) is found


@pytest.mark.parametrize(("value", "found"), [(True, KEPT), (False, BROKEN)])
def test_stated_reads_yes_and_no(value: bool, found: Status) -> None:
    """A yes/no fact is compared by its word."""
    assert status(stated("deputy", "yes"), act(deputy=value)) is found


@pytest.mark.parametrize(("ground", "found"), [("age", KEPT), ("opinions", BROKEN), (None, UNSURE)])
def test_listed_asks_for_a_word_of_the_norm(ground: str | None, found: Status) -> None:
    """The words stand in the law and not in the rule."""
    deed = act(**({"ground": ground} if ground else {}))
    assert status(listed("grounds", "ground"), deed, terms={"grounds": ("age", "deposit")}) is found


# What came before


def test_after_is_kept_by_an_act_on_record() -> None:
    """An earlier act of one of the kinds is enough."""
    assert status(after("consent", "decree"), act(), act("decree")) is KEPT


def test_after_is_broken_only_on_a_full_log() -> None:
    """What is not on record did not happen only where the log lists such acts in full."""
    assert status(after("consent"), act()) is UNSURE
    assert status(after("consent"), act(), complete=["consent"]) is BROKEN
    assert status(after("consent", "decree"), act(), complete=["consent"]) is UNSURE


def test_after_since_counts_only_what_follows() -> None:
    """An act before the last `since` does not serve."""
    rule = after("consent", since="nominate")
    assert status(rule, act(), act("nominate"), act("consent"), complete=["consent"]) is KEPT
    assert status(rule, act(), act("consent"), act("nominate"), complete=["consent"]) is BROKEN
    assert status(rule, act(), act("consent")) is KEPT


def test_after_any_is_after_with_several_kinds() -> None:
    """Any of the kinds serves, if it came since."""
    rule = after_any(("resign", "dismiss"), since="swear")
    assert status(rule, act(), act("swear"), act("dismiss")) is KEPT
    assert status(rule, act(), act("resign"), act("swear"), complete=["resign", "dismiss"]) is BROKEN


@pytest.mark.parametrize(("declared", "found"), [("given", KEPT), ("refused", BROKEN), (None, UNSURE)])
def test_after_where_reads_a_fact(declared: str | None, found: Status) -> None:
    """The earlier act must have the fact; where it has none nobody knows whether it serves."""
    earlier = act("consent", **({"declared": declared} if declared else {}))
    assert status(after("consent", where=("declared", "given")), act(), earlier, complete=["consent"]) is found


@pytest.mark.parametrize(
    ("mine", "theirs", "found"), [("A", "A", KEPT), ("A", "B", BROKEN), ("A", None, UNSURE), (None, "A", UNSURE)]
)
def test_after_same_compares_a_fact(mine: str | None, theirs: str | None, found: Status) -> None:
    """The earlier act must be on the same matter; two silences are not the same matter."""
    deed = act(**({"candidate": mine} if mine else {}))
    earlier = act("consent", **({"candidate": theirs} if theirs else {}))
    assert status(after("consent", same="candidate"), deed, earlier, complete=["consent"]) is found


def test_after_passes_over_another_matter_without_the_fact() -> None:
    """An act on another matter does not serve, whatever else it lacks."""
    rule = after("consent", where=("declared", "given"), same="candidate")
    assert status(rule, act(candidate="A"), act("consent", candidate="B"), complete=["consent"]) is BROKEN


def test_before_and_never_are_broken_by_an_act_on_record() -> None:
    """They are kept until such an act is on record."""
    for rule in (before("poll"), never("poll")):
        assert status(rule, act()) is KEPT
        heard = hear(rule, act(), act("poll"))
        assert (heard.status, key(heard.repair)) == (BROKEN, "repair.before")


def test_before_since_begins_anew() -> None:
    """What came before the last `since` is forgotten."""
    rule = never("refuse", since="restore")
    assert status(rule, act(), act("refuse"), act("restore")) is KEPT
    assert status(rule, act(), act("restore"), act("refuse")) is BROKEN


def test_repeated_counts_acts_with_a_fact() -> None:
    """As many as the term asks keep it; fewer break it only on a full log where each says what it was."""
    rule = repeated("refusals", "consent", where=("declared", "refused"), since="swear")
    no, yes = act("consent", id="no", declared="refused"), act("consent", id="yes", declared="given")
    terms: dict[str, Any] = {"terms": {"refusals": 2}}
    assert status(rule, act(), no, no, **terms) is KEPT
    assert status(rule, act(), no, yes, **terms) is UNSURE
    assert status(rule, act(), no, yes, complete=["consent"], **terms) is BROKEN
    assert status(rule, act(), no, act("consent"), complete=["consent"], **terms) is UNSURE
    assert status(rule, act(), no, act("swear"), no, complete=["consent"], **terms) is BROKEN
    assert status(rule, act(), no, no, terms={"refusals": "two"}) is UNSURE


def test_not_during_asks_whether_a_regime_is_open() -> None:
    """Open it breaks, ended it keeps, and an incomplete log says nothing."""
    rule = not_during("siege", "end")
    assert status(rule, act(), act("siege")) is BROKEN
    assert status(rule, act(), act("siege"), act("end"), complete=["siege"]) is KEPT
    assert status(rule, act(), complete=["siege"]) is KEPT
    assert status(rule, act()) is UNSURE
    assert status(rule, act(), act("siege"), act("end"), act("siege"), complete=["siege"]) is BROKEN


def test_earlier_acts_of_another_case_are_not_heard() -> None:
    """One candidate's refusal is not another's."""
    deed = act(case={"candidate": "A"})
    assert status(never("refuse"), deed, act("refuse", case={"candidate": "B"})) is KEPT
    assert status(never("refuse"), deed, act("refuse", case={"candidate": "A"})) is BROKEN
    assert status(never("poll"), deed, act("poll")) is BROKEN


# Consultation

CONSULTED = {"consulted": ("Chancellor", "Speaker")}


def test_consulted_wants_each_name_of_the_term() -> None:
    """Everyone named in the norm is found among the earlier acts, in one act or in several."""
    rule = consulted("consult", "with", "consulted")
    both = act("consult", with_=("Speaker", "Chancellor"))
    assert status(rule, act(), both, terms=CONSULTED) is KEPT
    assert (
        status(rule, act(), act("consult", with_="Speaker"), act("consult", with_="Chancellor"), terms=CONSULTED)
        is KEPT
    )


def test_consulted_left_out_is_a_breach_only_on_a_full_log() -> None:
    """The one who is missing is named in the repair."""
    rule = consulted("consult", "with", "consulted")
    partly = act("consult", with_=("Chancellor",))
    assert status(rule, act(), partly, terms=CONSULTED) is UNSURE
    heard = hear(rule, act(), partly, terms=CONSULTED, complete=["consult"])
    assert heard.status is BROKEN
    assert dict(heard.repair.values) == {"names": ("Speaker",)}  # type: ignore[union-attr]


def test_consulted_since_forgets_older_consultations() -> None:
    """A consultation before the last `since` was on another matter."""
    rule = consulted("consult", "with", "consulted", since="open")
    both = act("consult", with_=("Speaker", "Chancellor"))
    assert status(rule, act(), both, act("open"), terms=CONSULTED, complete=["consult"]) is BROKEN


def test_consulted_all_wants_each_member_on_record() -> None:
    """Every club formed is heard, and the log must list the clubs in full."""
    rule = consulted_all("hear", "club", of="form", member="club")
    blues, reds = act("form", id="b", club="Blues"), act("form", id="r", club="Reds")
    heard_blues, heard_reds = act("hear", id="hb", club="Blues"), act("hear", id="hr", club="Reds")
    full = [blues, reds, heard_blues, heard_reds]
    assert status(rule, act(), *full, complete=["form"]) is KEPT
    assert status(rule, act(), *full) is UNSURE
    assert status(rule, act(), blues, reds, heard_blues, complete=["form", "hear"]) is BROKEN
    assert status(rule, act(), blues, reds, heard_blues, complete=["form"]) is UNSURE
    assert status(rule, act()) is UNSURE


# Rules about rules


def test_construed_hears_the_rule_of_the_answer() -> None:
    """Each answer has its own rule, and an answer without one asks nothing further."""
    rule = construed("axis", strict=by("Crown"), lenient=by("Regent"))
    axes = [axis("axis", strict={}, lenient={}, silent={})]
    for answer, found in (("strict", BROKEN), ("lenient", KEPT), ("silent", KEPT)):
        assert status(rule, act(by="Regent"), axes=axes, chosen={"axis": answer}) is found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (by("Crown"), never("poll"), KEPT),
        (by("Regent"), never("poll"), BROKEN),
        (by("Crown"), after("consent"), UNSURE),
        (after("consent"), by("Regent"), BROKEN),
        (stated("ground", "age"), by("Regent"), BROKEN),
    ],
)
def test_all_of_is_as_grave_as_its_gravest_rule(first: Rule, second: Rule, found: Status) -> None:
    """A broken rule is heard even where another cannot tell, in whatever way it says so."""
    assert status(all_of(first, second), act(by="Crown")) is found
    assert status(all_of(second, first), act(by="Crown")) is found


def test_unless_listed_spares_those_named() -> None:
    """Those in the list are spared, and the rule is heard for the others."""
    rule = unless_listed("exempt", "standing", at_least("signatures", "signatures"))
    terms = {"exempt": ("deputy",), "signatures": 200}
    assert status(rule, act(standing="deputy", signatures=0), terms=terms) is KEPT
    assert status(rule, act(standing="newcomer", signatures=0), terms=terms) is BROKEN
    assert status(rule, act(standing="newcomer", signatures=200), terms=terms) is KEPT


def test_unread_is_always_unknown() -> None:
    """A text that nobody has read decides nothing."""
    assert status(unread("the rules are not on file"), act(by="Crown")) is UNSURE


@pytest.mark.parametrize(
    "rule",
    [
        within("term", after=done("start")),
        at_least("term", "number"),
        consulted("consult", "with", "term"),
        as_counted("term"),
        quorum("term"),
        secret("term"),
        open_ballot("term"),
        share_reaches("term", "number"),
        unless_listed("term", "number", by("Crown")),
    ],
)
def test_an_unread_term_is_unknown(rule: Rule) -> None:
    """A rule whose term is unknown or missing cannot tell, and names the text."""
    deed = act(number=1, for_=1, present=1, ballot="secret")
    for terms in ({"term": "unknown"}, {}):
        heard = hear(rule, deed, act("start", "2030-03-01"), terms=terms)
        assert (heard.status, heard.shown.key) == (UNSURE, "text.unread")


# Times


@given(length=days, passed=days)
def test_within_is_kept_to_its_last_day_and_no_longer(length: int, passed: int) -> None:
    """With the day after as the first, day N is the last of N days, and the margin counts what is left."""
    heard = hear(
        within("term", after=done("start")),
        act(when=later(passed)),
        act("start", DAY),
        terms={"term": f"{length} days"},
    )
    assert heard.status is (KEPT if passed <= length else BROKEN)
    assert heard.margin is not None
    assert dict(heard.margin.values)["days"] == abs(length - passed)


@given(length=days, passed=days, sooner=days)
def test_a_kept_deadline_stays_kept_when_the_act_comes_earlier(length: int, passed: int, sooner: int) -> None:
    """Inside its window an act in time is not made late by haste."""
    rule = within("term", after=done("start"))
    terms = {"term": f"{length} days"}
    assume(sooner <= passed)
    if status(rule, act(when=later(passed)), act("start", DAY), terms=terms) is KEPT:
        assert status(rule, act(when=later(sooner)), act("start", DAY), terms=terms) is KEPT


@given(length=days, passed=days)
def test_a_day_is_within_a_term_or_not_within_it(length: int, passed: int) -> None:
    """A deadline and a bar of the same length part the days between them."""
    deed, start, terms = act(when=later(passed)), act("start", DAY), {"term": f"{length} days"}
    found = {
        status(within("term", after=done("start")), deed, start, terms=terms),
        status(not_within("term", after=done("start")), deed, start, terms=terms),
    }
    assert found == {KEPT, BROKEN}


@given(length=days, ahead=days)
def test_by_then_and_not_before_meet_on_one_day(length: int, ahead: int) -> None:
    """The day N days before the anchor is the last for the one and the first for the other."""
    poll = act("call", "2030-01-01", poll_day=DAY + timedelta(days=ahead))
    terms = {"term": f"{length} days"}
    deadline = status(by_then("term", day_in("call", "poll_day")), act(when=DAY), poll, terms=terms)
    opening = status(not_before("term", day_in("call", "poll_day")), act(when=DAY), poll, terms=terms)
    assert deadline is (KEPT if ahead >= length else BROKEN)
    assert opening is (KEPT if ahead <= length else BROKEN)


@given(length=st.integers(0, 30), ahead=st.integers(0, 400))
def test_not_within_last_bars_the_end(length: int, ahead: int) -> None:
    """The last days before the anchor are barred, and the day on which they begin to run is not."""
    found = status(
        not_within_last("term", standing("ends")),
        act(when=DAY),
        given={"ends": DAY + timedelta(days=ahead)},
        terms={"term": f"{length} days"},
    )
    assert found is (KEPT if ahead >= length else BROKEN)


@pytest.mark.parametrize(
    ("parameters", "last"),
    [
        ({}, "2030-03-20"),
        ({"first": "day after"}, "2030-03-20"),
        ({"first": "same day"}, "2030-03-19"),
        ({"first": "full days"}, "2030-03-21"),
        ({"end": "eve"}, "2030-03-19"),
        ({"rolls": "next working day"}, "2030-03-20"),
    ],
)
def test_the_norm_says_how_days_are_counted(parameters: Mapping[str, str], last: str) -> None:
    """First day in or out, last day in or out, are words of the norm."""
    rule, terms = within("term", after=done("start")), {"term": "10 days", **parameters}
    day = date.fromisoformat(last)
    assert status(rule, act(when=day), act("start", DAY), terms=terms) is KEPT
    assert status(rule, act(when=day + timedelta(days=1)), act("start", DAY), terms=terms) is BROKEN


def test_a_day_of_rest_rolls_where_the_norm_says_so() -> None:
    """Ten days from 6 March end on a Saturday and roll to Monday."""
    rule, start = within("term", after=done("start")), act("start", "2030-03-06")
    monday = act(when="2030-03-18")
    assert status(rule, monday, start, terms={"term": "10 days"}) is BROKEN
    assert status(rule, monday, start, terms={"term": "10 days", "rolls": "next working day"}) is KEPT


def test_a_month_without_the_day_ends_as_the_norm_says() -> None:
    """A month from 31 January ends with 28 February, or with 1 March where the norm takes the next day."""
    rule, start, deed = within("term", after=done("start")), act("start", "2030-01-31"), act(when="2030-03-01")
    assert status(rule, deed, start, terms={"term": "1 month"}) is BROKEN
    assert status(rule, deed, start, terms={"term": "1 month", "month_end": "next day"}) is KEPT


def test_working_days_without_a_calendar_are_unknown() -> None:
    """Without a calendar nobody can count working days."""
    rule, start = within("term", after=done("start")), act("start", "2030-03-06")
    terms = {"term": "3 working days"}
    assert status(rule, act(when="2030-03-07"), start, terms=terms) is KEPT
    assert status(rule, act(when="2030-03-07"), start, terms=terms, working_day=None) is UNSURE


def test_hours_run_from_instant_to_instant() -> None:
    """Forty-eight hours need the time of day of both acts."""
    rule, terms = not_within("term", after=done("move")), {"term": "48 hours"}
    move = act("move", "2030-06-03 10:00")
    assert status(rule, act(when="2030-06-05 10:01"), move, terms=terms) is KEPT
    early = hear(rule, act(when="2030-06-05 09:59"), move, terms=terms)
    assert (early.status, key(early.margin)) == (BROKEN, "margin.early")
    assert status(rule, act(when="2030-06-05"), move, terms=terms) is UNSURE
    assert status(rule, act(when="2030-06-05 10:01"), act("move", "2030-06-03"), terms=terms) is UNSURE


def test_a_deadline_without_its_anchor_is_unknown() -> None:
    """What nobody has begun cannot be late."""
    heard = hear(within("term", after=done("start")), act(), terms={"term": "10 days"})
    assert (heard.status, key(heard.repair)) == (UNSURE, "repair.after")


def test_a_bar_is_kept_where_its_anchor_never_was() -> None:
    """A bar after an act that the log knows not to have happened bars nothing."""
    rule, terms = not_within("term", after=done("start")), {"term": "10 days"}
    assert status(rule, act(), terms=terms, complete=["start"]) is KEPT
    assert status(rule, act(), terms=terms) is UNSURE


def test_an_uncertain_day_is_unknown_only_around_the_limit() -> None:
    """Bounds on both sides of the limit leave it open; bounds on one side do not."""
    rule, start, terms = within("term", after=done("start")), act("start", DAY), {"term": "10 days"}
    assert status(rule, act(when="2030-03-18/2030-03-20"), start, terms=terms) is KEPT
    assert status(rule, act(when="2030-03-18/2030-03-21"), start, terms=terms) is UNSURE
    assert status(rule, act(when="2030-03-21/2030-03-25"), start, terms=terms) is BROKEN


def test_which_moment_of_the_anchor_counts_is_the_norms() -> None:
    """Signed on the tenth and published on the twelfth, a term of ten days ends two days apart."""
    rule, deed = within("term", after=done("start")), act(when="2030-03-22")
    start = act("start", DAY, moments={"signed": "2030-03-10", "published": "2030-03-12"})
    assert status(rule, deed, start, terms={"term": "10 days", "moment": "published"}) is KEPT
    assert status(rule, deed, start, terms={"term": "10 days", "moment": "signed"}) is BROKEN
    assert status(within("term", after=done("start", "published")), deed, start, terms={"term": "10 days"}) is KEPT


def test_the_last_act_of_a_kind_is_the_anchor() -> None:
    """A second start begins the term anew."""
    rule, deed = within("term", after=done("start")), act(when=later(15))
    assert status(rule, deed, act("start", DAY), terms={"term": "10 days"}) is BROKEN
    assert status(rule, deed, act("start", DAY), act("start", later(10), id="again"), terms={"term": "10 days"}) is KEPT


def test_latest_of_falls_back() -> None:
    """The first anchor that is on record is taken, and a standing fact stands in."""
    rule, terms = not_within("term", after=latest_of(done("open"), standing("opened"))), {"term": "10 days"}
    opened = {"opened": date(2030, 1, 1)}
    assert status(rule, act(when=DAY), act("open", DAY), terms=terms, given=opened) is BROKEN
    assert status(rule, act(when=DAY), terms=terms, given=opened) is KEPT
    assert status(rule, act(when=DAY), terms=terms, complete=["open"]) is UNSURE


def test_day_in_reads_a_date_or_a_moment_of_an_act() -> None:
    """The day may be a fact of an earlier act or of the act itself, and must be on record."""
    rule = in_window(closes=day_in("call", "session"))
    assert status(rule, act(when="2030-03-11"), act("call", session=date(2030, 3, 11))) is KEPT
    assert status(rule, act(when="2030-03-12"), act("call", session=date(2030, 3, 11))) is BROKEN
    assert status(rule, act("call", "2030-03-12", session=date(2030, 3, 11))) is BROKEN
    assert status(rule, act(), act("call")) is UNSURE
    assert status(rule, act()) is UNSURE
    assert status(rule, act(), act("call", session="tomorrow")) is UNSURE


CALENDAR = norm("law.2", {"opens": "2030-03-11", "closes": "2030-03-21 00:00", "word": "later"})
OPENS, CLOSES = term_day(NormRef("law.2"), "opens"), term_day(NormRef("law.2"), "closes")


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2030-03-10", BROKEN),
        ("2030-03-11", KEPT),
        ("2030-03-20", KEPT),
        ("2030-03-20 23:59", KEPT),
        ("2030-03-21 00:01", BROKEN),
        ("2030-03-21", BROKEN),
        ("2030-03-20/2030-03-21", UNSURE),
    ],
)
def test_in_window_has_two_ends(when: str, found: Status) -> None:
    """A window that closes at midnight closes with the day before."""
    assert status(in_window(OPENS, CLOSES), act(when=when), others=[CALENDAR]) is found


def test_a_term_that_is_no_moment_is_unread() -> None:
    """A window by a term that gives no date is unknown."""
    rule = in_window(opens=term_day(NormRef("law.2"), "word"))
    assert status(rule, act(), others=[CALENDAR]) is UNSURE


@pytest.mark.parametrize(
    ("poll", "opens", "closes"),
    [("2030-04-10", KEPT, KEPT), ("2030-04-09", KEPT, BROKEN), ("2030-04-11", BROKEN, KEPT)],
)
def test_a_delegated_date_is_judged_by_the_law(poll: str, opens: Status, closes: Status) -> None:
    """The dates that a calendar sets lie within the bounds of the law, whenever it is adopted."""
    call = act("call", "2030-03-01", poll_day=date.fromisoformat(poll))
    to_poll = day_in("call", "poll_day")
    terms = {"opens": "30 days", "closes": "21 days"}
    for deed in (act(when="2030-03-02"), act(when="2030-06-02")):
        assert (
            status(dated_from("opens", of=OPENS, before=to_poll), deed, call, terms=terms, others=[CALENDAR]) is opens
        )
        calendar = norm("law.2", {"closes": "2030-03-20"})
        rule = dated("closes", of=term_day(NormRef("law.2"), "closes"), before=to_poll)
        assert status(rule, deed, call, terms=terms, others=[calendar]) is closes


def test_dated_within_judges_the_date_and_not_the_act() -> None:
    """The day that a writ names lies within the term, however early the writ."""
    rule, start = dated_within("term", of=day_in("call", "poll_day"), after=done("start")), act("start", DAY)
    for number, found in ((40, KEPT), (41, BROKEN)):
        deed = act("call", DAY, poll_day=DAY + timedelta(days=number))
        assert status(rule, deed, start, terms={"term": "40 days"}) is found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2030-04-10 06:59", BROKEN),
        ("2030-04-10 07:00", KEPT),
        ("2030-04-10 20:00", KEPT),
        ("2030-04-10 20:01", BROKEN),
        ("2030-04-10", UNSURE),
        ("2030-04-10/2030-04-11", UNSURE),
        ("2030-04-10 06:30@Europe/London", BROKEN),
        ("2030-04-10 07:30@Europe/London", KEPT),
    ],
)
def test_local_time_is_that_of_the_place(when: str, found: Status) -> None:
    """The clock of the place of the act decides, and a day alone does not."""
    rule = at_local_time(earliest="opens", latest="closes")
    assert status(rule, act(when=when), terms={"opens": "07:00", "closes": "20:00"}) is found


@pytest.mark.parametrize(
    ("closes", "asked"), [("20:00", "asked.clock"), ("07:00", "asked.clock_exact"), (None, "asked.clock_earliest")]
)
def test_a_time_that_opens_and_closes_at_once_is_told_as_one(closes: str | None, asked: str) -> None:
    rule = at_local_time(earliest="opens", latest="closes" if closes else None)
    terms = {"opens": "07:00"} | ({"closes": closes} if closes else {})
    assert key(hear(rule, act(when="2030-04-10 07:00"), terms=terms).asked) == asked


@pytest.mark.parametrize(
    ("other", "found"), [("2030-03-10 09:00", KEPT), ("2030-03-09", BROKEN), ("2030-03-09/2030-03-10", UNSURE)]
)
def test_same_act_as_asks_for_the_same_day(other: str, found: Status) -> None:
    """Two things done in one act are done on one day."""
    assert status(same_act_as("dissolve"), act(when=DAY), act("dissolve", other)) is found
    assert status(same_act_as("dissolve"), act(when=DAY)) is UNSURE


# Votes

SEATS = {"majority": "more than 1/2 of statutory seats"}


@given(seats=st.integers(1, 200), votes=st.integers(0, 250))
def test_only_one_declaration_of_a_count_is_right(seats: int, votes: int) -> None:
    """Won is right above half, lost is right otherwise, and the repair says what is missing."""
    base = {"statutory seats": GivenNumber("seats")}
    rule = as_counted("majority", won="carried", lost="lost")
    found = {
        declared: hear(rule, act(for_=votes, declared=declared), terms=SEATS, bases=base, given={"seats": seats})
        for declared in ("carried", "lost")
    }
    won = 2 * votes > seats
    assert found["carried"].status is (KEPT if won else BROKEN)
    assert found["lost"].status is (BROKEN if won else KEPT)
    wrong = found["lost" if won else "carried"]
    assert key(wrong.repair) == ("repair.declare" if won else "repair.votes_or_declare")


@given(seats=st.integers(1, 200), votes=st.integers(0, 250), more=small)
def test_more_votes_never_undo_a_majority(seats: int, votes: int, more: int) -> None:
    """A declaration of victory that the count bears is borne by every larger count."""
    bases = {"statutory seats": GivenNumber("seats")}
    rule, rest = as_counted("majority"), {"terms": SEATS, "bases": bases, "given": {"seats": seats}}
    if status(rule, act(for_=votes, declared="carried"), **rest) is KEPT:
        assert status(rule, act(for_=votes + more, declared="carried"), **rest) is KEPT


def test_nothing_declared_cannot_be_wrong() -> None:
    """A count without a declaration is kept, and its margin tells the result."""
    rest: dict[str, Any] = {"terms": SEATS, "bases": {"statutory seats": GivenNumber("seats")}, "given": {"seats": 60}}
    assert key(hear(as_counted("majority"), act(for_=31), **rest).margin) == "margin.votes_above"
    lost = hear(as_counted("majority"), act(for_=30), **rest)
    assert (lost.status, key(lost.margin)) == (KEPT, "margin.votes_short")


def test_a_count_without_votes_or_base_is_unknown() -> None:
    """Neither a missing number of votes nor a missing whole is guessed."""
    bases = {"statutory seats": GivenNumber("seats")}
    assert status(as_counted("majority"), act(), terms=SEATS, bases=bases, given={"seats": 60}) is UNSURE
    assert status(as_counted("majority"), act(for_=31), terms=SEATS, bases=bases) is UNSURE


@pytest.mark.parametrize(
    ("base", "facts", "found"),
    [
        ("present", {"present": 58}, KEPT),
        ("present", {"present": 60}, BROKEN),
        ("cast", {"against": 28, "abstained": 0, "invalid": 0}, KEPT),
        ("cast", {"against": 29, "abstained": 1, "invalid": 0}, BROKEN),
        ("cast", {"found": 59}, KEPT),
        ("voting", {"voting": 60}, BROKEN),
        ("cast", {"against": 28}, UNSURE),
        ("deputies", {}, KEPT),
    ],
)
def test_the_base_of_a_majority_is_named(base: str, facts: Mapping[str, int], found: Status) -> None:
    """Thirty votes are a majority of some wholes and not of others."""
    deed = act(for_=30, declared="carried", **facts)
    bases = {"deputies": NumberIn("open", "in_office")}
    opened = act("open", in_office=59)
    assert status(as_counted("term"), deed, opened, terms={"term": f"more than 1/2 of {base}"}, bases=bases) is found


def test_a_reading_may_name_another_base() -> None:
    """The same count is judged by the base of the answer."""
    axes = [axis("which", all={"base": "statutory seats"}, office={"base": "deputies in office"})]
    bases = {"statutory seats": TermOf(NormRef("law.1"), "seats"), "deputies in office": GivenNumber("deputies")}
    deed = act(for_=30, declared="carried")
    for answer, found in (("all", BROKEN), ("office", KEPT)):
        rest: dict[str, Any] = {"terms": {**SEATS, "seats": 60}, "bases": bases, "given": {"deputies": 58}}
        assert status(as_counted("majority"), deed, axes=axes, chosen={"which": answer}, **rest) is found


@pytest.mark.parametrize(
    ("diet", "estates", "declared", "found"),
    [
        (40, 14, "called", KEPT),
        (39, 14, "called", BROKEN),
        (60, 13, "called", BROKEN),
        (60, 13, "refused", KEPT),
        (40, 14, "refused", BROKEN),
        (40, None, "called", UNSURE),
        (39, 13, None, KEPT),
    ],
)
def test_each_chamber_must_meet_the_share(diet: int, estates: int | None, declared: str | None, found: Status) -> None:
    """What one chamber has to spare does not help the other."""
    rule = each_chamber("share", {"diet": "diet_for", "estates": "estates_for"}, won="called", lost="refused")
    facts = {"diet_for": diet, "estates_for": estates, "declared": declared}
    deed = act(**{name: value for name, value in facts.items() if value is not None})
    bases = {"diet": GivenNumber("diet"), "estates": GivenNumber("estates")}
    terms = {"share": "at least 2/3 of each chamber"}
    assert status(rule, deed, terms=terms, bases=bases, given={"diet": 60, "estates": 20}) is found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"present": 40}, KEPT),
        ({"present": 39}, BROKEN),
        ({"for_": 40, "against": 0, "abstained": 0, "invalid": 0}, KEPT),
        ({"for_": 39, "against": 0, "abstained": 0, "invalid": 0}, UNSURE),
        ({}, UNSURE),
    ],
)
def test_a_quorum_counts_those_present(facts: Mapping[str, int], found: Status) -> None:
    """Those who voted were present; that fewer voted does not say how many were."""
    rest: dict[str, Any] = {"terms": {"quorum": "at least 2/3 of seats"}, "bases": {"seats": GivenNumber("seats")}}
    assert status(quorum("quorum"), act(**facts), given={"seats": 60}, **rest) is found


@given(needed=small, number=small)
def test_floors_and_caps_meet_at_the_number(needed: int, number: int) -> None:
    """A floor and a cap of the same number part the numbers between them, and share the number itself."""
    deed, terms = act(number=number), {"term": needed}
    floor, cap = hear(at_least("term", "number"), deed, terms=terms), hear(at_most("term", "number"), deed, terms=terms)
    assert floor.status is (KEPT if number >= needed else BROKEN)
    assert cap.status is (KEPT if number <= needed else BROKEN)
    if floor.status is BROKEN:
        assert (key(floor.repair), dict(floor.repair.values)["number"]) == ("repair.more", needed - number)  # type: ignore[union-attr]
    if cap.status is BROKEN:
        assert (key(cap.repair), dict(cap.repair.values)["number"]) == ("repair.fewer", number - needed)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("rule", "term", "number", "found"),
    [
        (at_least("term", "number"), "at least 1/3 of voters", 20, KEPT),
        (at_least("term", "number"), "at least 1/3 of voters", 19, BROKEN),
        (at_most("term", "number"), "at most 120% of voters", 72, KEPT),
        (at_most("term", "number"), "at most 120% of voters", 73, BROKEN),
        (initiated_by("term", "number"), "at least 1/5 of voters", 12, KEPT),
        (initiated_by("term", "number"), "at least 1/5 of voters", 11, BROKEN),
        (at_least("term", "number"), "40 days", 40, UNSURE),
    ],
)
def test_shares_of_a_whole_are_floors_and_caps(rule: Rule, term: str, number: int, found: Status) -> None:
    """A share is taken of its base, and a term that is no number is not one."""
    rest: dict[str, Any] = {
        "terms": {"term": term},
        "bases": {"voters": GivenNumber("voters")},
        "given": {"voters": 60},
    }
    heard = hear(rule, act(number=number), **rest)
    assert heard.status is found
    if found is BROKEN:
        assert dict(heard.repair.values)["number"] == 1  # type: ignore[union-attr]
    assert status(rule, act(), **rest) is UNSURE


@pytest.mark.parametrize(
    ("term", "value", "found"),
    [
        ("at least 30% of list", Fraction(3, 10), KEPT),
        ("at least 30% of list", Fraction(29, 100), BROKEN),
        ("more than 30% of list", Fraction(3, 10), BROKEN),
        ("at most 30% of list", Fraction(3, 10), KEPT),
        ("at most 30% of list", Fraction(31, 100), BROKEN),
        ("less than 30% of list", Fraction(3, 10), BROKEN),
        ("at least 30% of list", None, UNSURE),
        ("30 days", Fraction(3, 10), UNSURE),
    ],
)
def test_a_share_given_as_such_is_compared(term: str, value: Fraction | None, found: Status) -> None:
    """A quota in per cent meets the share that is asked, exactly."""
    assert status(share_reaches("term", "quota"), act(quota=value), terms={"term": term}) is found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"ballot": "secret"}, KEPT),
        ({"ballot": "open"}, BROKEN),
        ({"ballot": "secret", "traced": True}, BROKEN),
        ({"ballot": "secret", "traced": False}, KEPT),
        ({"ballot": "secret", "votes_published": True}, BROKEN),
        ({"traced": True}, BROKEN),
        ({}, UNSURE),
    ],
)
def test_a_secret_ballot_can_be_broken_by_the_body_that_holds_it(facts: Mapping[str, Any], found: Status) -> None:
    """Open, traced or published, the ballot was not secret."""
    assert status(secret(), act(**facts), terms={"ballot": "secret"}) is found


def test_unanimity_breaks_no_secrecy() -> None:
    """A unanimous ballot discloses every vote and is secret all the same."""
    assert status(secret(), act(ballot="secret", for_=60, against=0, found=60), terms={"ballot": "secret"}) is KEPT


@pytest.mark.parametrize(("mode", "found"), [("open", KEPT), ("secret", BROKEN), (None, UNSURE)])
def test_an_open_vote_is_open(mode: str | None, found: Status) -> None:
    """Where the norm asks for an open vote a secret one breaks it."""
    assert status(open_ballot(), act(**({"ballot": mode} if mode else {})), terms={"ballot": "open"}) is found


@given(for_=small, against=small, found=small)
def test_numbers_that_contradict_decide_nothing(for_: int, against: int, found: int) -> None:
    """More votes than papers are unknown, and never a breach by themselves."""
    heard = hear(adds_up(), act(for_=for_, against=against, found=found))
    assert heard.status is (KEPT if for_ + against <= found else UNSURE)


VOTES = {"Blues": 480, "Reds": 350, "Greens": 130, "Greys": 40}


@pytest.mark.parametrize(
    ("seats", "found"),
    [
        ({"Blues": 30, "Reds": 22, "Greens": 8}, KEPT),
        ({"Blues": 30, "Reds": 22, "Greens": 8, "Greys": 0}, KEPT),
        ({"Blues": 31, "Reds": 21, "Greens": 8}, BROKEN),
        (None, UNSURE),
    ],
)
def test_seats_follow_from_votes(seats: Mapping[str, int] | None, found: Status) -> None:
    """Threshold, quota and largest remainders give the seats, from this act or from an earlier one."""
    rule = seats_as_counted("threshold", "seats", votes_in=("count",))
    terms = {"threshold": "at least 5% of voted", "seats": 60}
    facts = {"seats": seats} if seats is not None else {}
    assert status(rule, act(votes=VOTES, voted=1000, **facts), terms=terms) is found
    assert status(rule, act(**facts), act("count", votes=VOTES, voted=1000), terms=terms) is found


def test_a_tie_leaves_the_seats_open() -> None:
    """Two equal lists and one seat give no result, and no breach."""
    deed = act(votes={"Blues": 10, "Reds": 10}, voted=20, seats={"Blues": 1})
    terms = {"threshold": "at least 5% of voted", "seats": 1}
    assert status(seats_as_counted("threshold", "seats"), deed, terms=terms) is UNSURE


def test_seats_without_votes_are_unknown() -> None:
    """Neither votes nor their whole are guessed."""
    rule, terms = seats_as_counted("threshold", "seats"), {"threshold": "at least 5% of voted", "seats": 60}
    assert status(rule, act(seats={"Blues": 60}), terms=terms) is UNSURE
    assert status(rule, act(votes=VOTES, seats={"Blues": 60}), terms=terms) is UNSURE


# All of them


def test_every_rule_is_tested_here() -> None:
    """Whatever the vocabulary offers is used in this file."""
    assert not [name for name in rules.__all__ if name not in globals()]


EARLIER = (act("start", "2030-03-01"), act("poll"), act("siege"))


@pytest.mark.parametrize(
    "rule",
    [
        by("Crown"),
        never("poll"),
        stated("ground", "age"),
        within("term", after=done("start")),
        not_during("siege", "end"),
    ],
)
def test_a_rule_is_a_value(rule: Rule) -> None:
    """Rules are frozen, hashable, equal to their like, and hear the same twice."""
    assert len({rule, rule}) == 1
    deed: Act = act(by="Crown", ground="age", when=later(3))
    rest: dict[str, Any] = {"terms": {"term": "10 days"}}
    assert hear(rule, deed, *EARLIER, **rest) == hear(rule, deed, *EARLIER, **rest)
