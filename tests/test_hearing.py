"""Hearings: what the law asks in a cell, what the record shows, and which cells there are."""

from collections.abc import Mapping
from datetime import date

import pytest
from attrs import frozen

from procedure.deliberation import cells, deliberate, weigh
from procedure.hearing import AxisNeeded, GivenNumber, Hearing, NotKnown, NumberIn, TermOf
from procedure.law import UNKNOWN
from procedure.machine import NormRef
from procedure.outcomes import Assignment, Status
from procedure.record import Claim, ClaimAxis
from procedure.rules import by, construed, within
from procedure.rules.anchors import done
from procedure.verdict import Heard, say
from tests.court import NORM, act, axis, docket, hearing, law_of, moment, norm


def disputed(key: str, *values: object, outweighed: str = "") -> ClaimAxis:
    """Rival claims about one fact."""
    claims = tuple(Claim(str(value), {key: value}, ()) for value in values)  # type: ignore[dict-item]
    return ClaimAxis(f"deed: {key}", "deed", frozenset((key,)), claims, frozenset((outweighed,)))


# What the law asks


def test_a_term_is_the_norms_own() -> None:
    """Without a reading the version of the day gives the term."""
    assert hearing(act(), terms={"seats": 60}).term("seats") == 60


def test_a_reading_puts_its_term_in_place_of_the_norms() -> None:
    """An answer that sets the term is read, and one that sets nothing leaves the norm's own."""
    axes = [axis("how", strict={"seats": 61}, loose={})]
    for answer, seats in (("strict", 61), ("loose", 60)):
        asked = hearing(act(), terms={"seats": 60}, axes=axes, chosen={"how": answer})
        assert asked.term("seats") == seats
        assert asked.read == {"how"}


def test_a_reading_is_asked_only_for_what_it_sets() -> None:
    """An axis that sets another term does not come into it."""
    asked = hearing(act(), terms={"seats": 60}, axes=[axis("how", strict={"quorum": 31})])
    assert asked.term("seats") == 60
    assert asked.read == set()


def test_a_reading_of_another_norm_is_not_asked() -> None:
    """An axis bears on the norms that it names."""
    asked = hearing(act(), terms={"seats": 60}, axes=[axis("how", bears_on=["law.2"], strict={"seats": 61})])
    assert asked.term("seats") == 60


def test_an_open_question_must_be_answered() -> None:
    """A term on which an unanswered question bears raises the question with its answers."""
    asked = hearing(act(), terms={"seats": 60}, axes=[axis("how", strict={"seats": 61}, loose={})])
    with pytest.raises(AxisNeeded) as needed:
        asked.term("seats")
    assert (needed.value.axis, needed.value.answers) == ("how", ("strict", "loose"))


def test_a_pinned_answer_is_taken_and_not_asked() -> None:
    """A scenario may pin an answer; the axis is then not read."""
    asked = hearing(act(), terms={"seats": 60}, axes=[axis("how", strict={"seats": 61})], pinned={"how": "strict"})
    assert asked.term("seats") == 61
    assert asked.read == set()


@pytest.mark.parametrize("terms", [{}, {"seats": "unknown"}])
def test_an_unread_term_is_not_known(terms: Mapping[str, str]) -> None:
    """A missing term and an unread one are not known."""
    with pytest.raises(NotKnown):
        hearing(act(), terms=terms).term("seats")


def test_a_word_has_a_default() -> None:
    """A parameter that nobody sets, or that is unread, is what the rule takes it to be."""
    assert hearing(act()).word("first", "day after") == "day after"
    assert hearing(act(), terms={"first": "unknown"}).word("first", "day after") == "day after"
    assert hearing(act(), terms={"first": "same day"}).word("first", "day after") == "same day"
    assert hearing(act(), terms={"first": "unknown"}).term_or_none("first") is UNKNOWN


def test_the_base_of_a_share_is_found() -> None:
    """A whole is a term of a norm, a number that an act put on record, a standing fact, or a fact of the act."""
    bases = {
        "seats": TermOf(NormRef("law.2"), "seats"),
        "office": NumberIn("open", "in_office", given="in_office"),
        "voters": GivenNumber("voters"),
    }
    rest = {"bases": bases, "others": [norm("law.2", {"seats": 60})], "given": {"in_office": 57, "voters": 1000}}
    asked = hearing(act(present=40), act("open", in_office=58), **rest)  # type: ignore[arg-type]
    assert [asked.base(name) for name in ("seats", "office", "voters", "present")] == [60, 58, 1000, 40]
    assert hearing(act(), **rest).base("office") == 57  # type: ignore[arg-type]
    with pytest.raises(NotKnown):
        asked.base("crowd")


# What the record shows


def test_a_fact_is_what_this_cells_claims_say() -> None:
    """A disputed fact must be chosen, and the choice is read."""
    deed = act(claims=(disputed("votes", 31, 30),), votes=29)
    with pytest.raises(AxisNeeded):
        hearing(deed).fact("votes")
    asked = hearing(deed, chosen={"deed: votes": "30"})
    assert (asked.fact("votes"), asked.read) == (30, {"deed: votes"})


def test_who_acted_and_how_well_it_is_known_may_be_disputed() -> None:
    """Claims about `by` and `status` are chosen like any other."""
    deed = act(by="Crown", claims=(disputed("by", "Crown", "Regent"), disputed("status", "found", "alleged")))
    chosen = {"deed: by": "Regent", "deed: status": "alleged"}
    assert hearing(deed, chosen=chosen).by() == "Regent"
    assert hearing(deed, chosen=chosen).status() == "alleged"
    assert hearing(act(by="Crown")).by() == "Crown"


def test_when_an_act_was_done_may_be_disputed() -> None:
    """A claim about time gives the moment, and its own signing or publication where it has one."""
    claim = Claim("early", {}, (), moment("2030-03-09"), {"published": moment("2030-03-12")})
    deed = act(claims=(ClaimAxis("deed: when", "deed", frozenset(("when",)), (claim,)),))
    asked = hearing(deed, chosen={"deed: when": "early"})
    assert asked.when() == moment("2030-03-09")
    assert asked.when(moment="published") == moment("2030-03-12")
    assert asked.when(moment="signed") == moment("2030-03-09")


def test_an_act_without_separate_moments_has_one_for_all() -> None:
    """Signed, published and effective are the moment of the act where the log does not part them."""
    deed = act(when="2030-03-10", moments={"published": "2030-03-12"})
    assert hearing(deed).when(moment="published") == moment("2030-03-12")
    assert hearing(deed).when(moment="signed") == moment("2030-03-10")


def test_the_law_of_the_first_day_governs() -> None:
    """Of an act with bounds the first day says which version is asked."""
    assert hearing(act(when="2030-03-10/2030-03-12")).day() == date(2030, 3, 10)


def test_earlier_acts_come_latest_first_and_of_the_same_case() -> None:
    """Acts of another candidate are passed over, and acts of no case concern everyone."""
    mine, yours, all_ = {"candidate": "A"}, {"candidate": "B"}, act("call", id="all")
    record = [act("call", id="one", case=mine), act("call", id="two", case=yours), all_, act("poll")]
    asked = hearing(act(case=mine), *record)
    assert [each.id for each in asked.acts("call")] == ["all", "one"]
    last = asked.last("call", "poll")
    assert last is not None and last.id == "poll"
    assert asked.last("siege") is None


@pytest.mark.parametrize("facts", [{}, {"votes": True}, {"votes": "many"}])
def test_a_number_that_decides_must_be_one(facts: Mapping[str, object]) -> None:
    """Neither nothing nor a word nor a yes is a number."""
    with pytest.raises(NotKnown):
        hearing(act(**facts)).number("votes")


# Cells


def ask_for(*axes: str) -> object:
    """Ask for answers one by one: the second only where the first is `a`."""

    def ask(chosen: Mapping[str, str]) -> tuple[str, set[str]]:
        read: set[str] = set()
        for name in axes:
            read.add(name)
            if name not in chosen:
                raise AxisNeeded(name, ("a", "b"))
            if chosen[name] == "b":
                break
        return "".join(chosen[name] for name in sorted(read)), read

    return ask


def test_cells_are_opened_only_where_a_question_is_asked() -> None:
    """A question that arises on one answer alone parts only that answer's cell."""
    found: list[tuple[Assignment, str]] = cells(ask_for("one", "two"), {})  # type: ignore[arg-type]
    assert found == [
        ((("one", "a"), ("two", "a")), "aa"),
        ((("one", "a"), ("two", "b")), "ab"),
        ((("one", "b"),), "b"),
    ]


def test_cells_keep_what_is_fixed() -> None:
    """An answer fixed before is not asked again, and is told where it was read."""
    assert cells(ask_for("one", "two"), {"one": "b", "other": "x"}) == [((("one", "b"),), "b")]  # type: ignore[arg-type]


def test_a_norm_is_heard_in_each_cell() -> None:
    """Deliberation gives a testimony for each answer that the rule asked for."""
    law = law_of(norm(), axes=[axis("who", crown={}, regent={})])
    rule = construed("who", crown=by("Crown"), regent=by("Regent"))
    found = deliberate(docket(law), act(by="Crown"), (), {}, law.norms[NORM.id], rule)
    assert [(cell, heard.status) for cell, heard in found] == [
        ((("who", "crown"),), Status.KEPT),
        ((("who", "regent"),), Status.BROKEN),
    ]


# The weight of a breach


@pytest.mark.parametrize(
    ("kind", "breach", "standing", "found"),
    [
        ("law", "unlawful", "attested", Status.BROKEN),
        ("delegated", "unlawful", "attested", Status.BROKEN),
        ("practice", "unlawful", "attested", Status.IRREGULAR),
        ("law", "void", "attested", Status.VOID),
        ("law", "unlawful", "admitted", Status.BROKEN),
        ("law", "unlawful", "found", Status.BROKEN),
        ("law", "unlawful", "alleged", Status.UNKNOWN),
        ("law", "void", "alleged", Status.UNKNOWN),
        ("practice", "unlawful", "alleged", Status.UNKNOWN),
    ],
)
def test_a_breach_weighs_what_its_norm_and_its_proof_give(kind: str, breach: str, standing: str, found: Status) -> None:
    """Practice makes irregular, a void norm void, and an allegation alone is never a breach."""
    deed = act(by="Regent", status=standing)
    assert weigh(hearing(deed, kind=kind, breach=breach), by("Crown")).status is found
    assert weigh(hearing(act(by="Crown", status=standing), kind=kind, breach=breach), by("Crown")).status is Status.KEPT


def test_a_reading_may_say_whether_a_breach_is_void() -> None:
    """The effect of a breach may itself be an open question."""
    axes = [axis("effect", nullity={"breach": "void"}, duty={"breach": "unlawful"})]
    for answer, found in (("nullity", Status.VOID), ("duty", Status.BROKEN)):
        asked = hearing(act(by="Regent"), axes=axes, chosen={"effect": answer})
        assert weigh(asked, by("Crown")).status is found


@frozen
class Silent:
    """A rule that cannot tell."""

    def hear(self, asked: Hearing) -> Heard:
        raise NotKnown(say("shown"), say("asked"), say("repair"))


def test_what_is_not_known_is_a_value() -> None:
    """A rule that cannot tell is unknown, and says what was asked and what is missing."""
    heard = weigh(hearing(act()), Silent())
    assert heard == Heard(Status.UNKNOWN, say("asked"), say("shown"), repair=say("repair"))


def test_a_question_within_a_rule_is_not_swallowed() -> None:
    """A rule that needs an answer asks for it."""
    asked = hearing(act(), act("start"), terms={"term": "10 days"}, axes=[axis("first", one={"first": "same day"})])
    with pytest.raises(AxisNeeded):
        weigh(asked, within("term", after=done("start")))
