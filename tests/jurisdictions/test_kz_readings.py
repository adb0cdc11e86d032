"""Every answer to every open question that a rule asks has a log on which it makes a difference."""

from collections.abc import Iterator
from fractions import Fraction

import attrs
import pytest
from attrs import frozen

from procedure.judge import replay
from procedure.machine import Rule
from procedure.outcomes import Outcome
from procedure.rules.facts import Construed
from tests.jurisdictions.kz_logs import cut, whole
from tests.jurisdictions.mutate import Change, add, at, by, changed, complete, facts, given, keep, on, pin, until
from tests.jurisdictions.mutations.case import LAWFUL, UNDETERMINED, UNLAWFUL

VOTES = {
    "Amanat": 3_431_510,
    "Auyl": 693_938,
    "Respublica": 547_154,
    "Aq Jol": 535_139,
    "People's Party of Kazakhstan": 432_920,
    "JSDP": 320_000,
    "Baytaq": 146_431,
}

UNASKED = {
    "caretaker_end": "no act in the vocabulary is one that a caretaker Government alone may do or may not do",
    "initiative": "the party's right to propose is heard as a practice, whichever answer is right in law",
}
"""The axes that no rule asks, with the reason."""


@frozen
class Witness:
    """A log on which the answers to an open question part: what becomes of one act under each."""

    axis: str
    log: str
    act: str
    outcomes: dict[str, Outcome] = attrs.field(repr=False)
    changes: tuple[Change, ...] = attrs.field(repr=False, default=())


def laid_down(when: str, presence: str = "nobody") -> tuple[Change, ...]:
    """The Government lays down its powers at another time, in front of the house or of nobody."""
    return at("lay-down-powers", when), facts("lay-down-powers", {"in_presence_of": presence})


def decree(poll: str) -> tuple[Change, ...]:
    """A decree signed on 19, published on 20, printed in the gazette on 21 January 2023, and the poll that it sets."""
    moments = at("dissolve", "2023-01-19", signed="2023-01-19", published="2023-01-20", gazetted="2023-01-21")
    return moments, facts("call-election", {"poll_day": on(poll)})


EARLIER = (
    keep(["call-election", "close-registration"]),
    at("call-election", "2020-10-21"),
    facts("call-election", {"poll_day": on("2021-01-10")}),
    at("close-registration", "2020-12-10"),
    add("agitate", "posters", "2021-01-09 12:00", "Amanat", {"medium": "posters"}),
)
"""A campaign of 2021, which no calendar on file binds, with posters on the day before the vote."""

IN_2022 = (
    keep(["nominate-pm", "consent"]),
    at("nominate-pm", "2022-12-01 10:00"),
    at("consent", "2022-12-01 12:00"),
    facts("consent", {"for": 50, "against": 48, "abstained": 0, "voting": 98, "present_at_opening": 98}),
)
"""A consent of 50 deputies of the house that was elected with 107 seats, after the Constitution had given it 98."""

IN_2006 = (
    keep(["nominate-pm", "consent"]),
    given({"senate_seats": 39}),
    at("nominate-pm", "2006-12-01 10:00"),
    at("consent", "2006-12-01 12:00"),
    by("consent", "Parliament"),
    facts(
        "consent",
        {
            "for": 65,
            "senators_for": 15,
            "deputies_for": 50,
            "against": 51,
            "abstained": 0,
            "voting": 116,
            "senators_present": 39,
            "deputies_present": 77,
        },
    ),
)
"""A consent of Parliament before 2007: 65 of 116 deputies of both Chambers, but 15 of 39 senators."""

WITNESSES = (
    Witness(
        "addressee",
        "cabinet",
        "lay-down-powers",
        {"institutional": LAWFUL, "temporal": UNLAWFUL, "presence": LAWFUL},
        laid_down("2023-03-29 15:00", "Mäjilis"),
    ),
    Witness(
        "addressee",
        "cabinet",
        "lay-down-powers",
        {"institutional": LAWFUL, "temporal": LAWFUL, "presence": UNLAWFUL},
        laid_down("2023-03-29 09:00"),
    ),
    Witness(
        "trigger",
        "cabinet",
        "lay-down-powers",
        {"results": LAWFUL, "registration": UNLAWFUL, "opening": UNLAWFUL},
        laid_down("2023-03-27 20:00"),
    ),
    Witness(
        "trigger",
        "cabinet",
        "lay-down-powers",
        {"results": LAWFUL, "registration": LAWFUL, "opening": UNLAWFUL},
        laid_down("2023-03-29 09:00"),
    ),
    Witness(
        "acceptance",
        "cabinet",
        "note-laying-down",
        {"automatic": LAWFUL, "decision": UNLAWFUL},
        (
            *laid_down("2023-03-29 09:00"),
            at("note-laying-down", "2023-04-09"),
            facts("note-laying-down", {"caretaker": "by law"}),
        ),
    ),
    Witness("first_day", "dissolution", "call-election", {"same_numeral": LAWFUL, "eve": UNLAWFUL}),
    Witness(
        "effect_moment",
        "dissolution",
        "call-election",
        {"signing": UNLAWFUL, "publication": LAWFUL, "gazette": LAWFUL},
        decree("2023-03-20"),
    ),
    Witness(
        "effect_moment",
        "dissolution",
        "call-election",
        {"signing": UNLAWFUL, "publication": UNLAWFUL, "gazette": LAWFUL},
        decree("2023-03-21"),
    ),
    Witness(
        "incompatibility",
        "convening",
        "two-offices",
        {"registration": UNLAWFUL, "oath": LAWFUL},
        (
            add(
                "hold_office",
                "two-offices",
                "2023-03-28 18:00",
                "minister",
                {"office": "member of the Government", "mandate": "registered"},
            ),
        ),
    ),
    Witness("before_registration", "convening", "convene", {"publication": LAWFUL, "registration": UNLAWFUL}),
    Witness(
        "quorum_moment",
        "nomination",
        "consent",
        {"opening": LAWFUL, "vote": UNLAWFUL},
        (facts("consent", {"for": 52, "against": 8, "abstained": 0, "voting": 60, "present": 60}),),
    ),
    Witness("whose_factions", "nomination", "nominate-pm", {"existing": LAWFUL, "independents": UNLAWFUL}),
    Witness(
        "interchangeable",
        "dissolution",
        "dissolve-again",
        {"any_object": UNLAWFUL, "same_object": LAWFUL},
        (
            until("2023-12-31"),
            add(
                "consult_on_dissolution",
                "consult-again",
                "2023-10-18",
                "President",
                {"with": ("chair of the Senate", "chair of the Mäjilis", "Prime Minister")},
            ),
            add(
                "dissolve",
                "dissolve-again",
                "2023-10-19",
                "President",
                {"object": "Parliament", "capacity": "in office"},
            ),
        ),
    ),
    Witness(
        "total_number",
        "chairman",
        "elect-chairman",
        {"statutory": UNLAWFUL, "in_office": LAWFUL},
        (
            facts("register-deputies", {"number": 97, "districts": 28}),
            facts("elect-chairman", {"present": 97, "for": 49, "against": 48, "declared": "elected"}),
        ),
    ),
    Witness("joint_count", "nomination", "consent", {"together": LAWFUL, "each": UNLAWFUL}, IN_2006),
    Witness("sitting_house", "nomination", "consent", {"as_elected": UNLAWFUL, "as_amended": LAWFUL}, IN_2022),
    Witness("backward_windows", "campaign", "close-nomination", {"changed": UNDETERMINED, "as_before": UNLAWFUL}),
    Witness("backward_windows", "campaign", "close-registration", {"changed": UNDETERMINED, "as_before": LAWFUL}),
    Witness("zero_hours", "campaign", "posters", {"start": UNLAWFUL, "end": LAWFUL}, EARLIER),
    Witness(
        "results_term",
        "election day",
        "establish-results",
        {"ten": LAWFUL, "seven": UNLAWFUL, "seven_rolled": LAWFUL},
    ),
    Witness(
        "results_term",
        "election day",
        "establish-results",
        {"ten": LAWFUL, "seven": UNLAWFUL, "seven_rolled": UNLAWFUL},
        (at("establish-results", "2023-03-28"),),
    ),
    Witness(
        "threshold_base",
        "election day",
        "allocate-seats",
        {"with_against_all": LAWFUL, "took_part": UNLAWFUL},
        (facts("establish-results", {"votes": VOTES}),),
    ),
    Witness("district_winner", "election day", "winner-4", {"plurality": LAWFUL, "majority": UNLAWFUL}),
    Witness("rounding", "campaign", "nominate-list-amanat", {"up": LAWFUL, "exact": UNLAWFUL}),
    Witness("rounding", "campaign", "approve-ballots", {"up": LAWFUL, "exact": UNLAWFUL}),
    Witness(
        "district_deviation",
        "campaign",
        "draw-districts",
        {"region": LAWFUL, "mean": UNLAWFUL, "each_other": UNLAWFUL},
        (facts("draw-districts", {"widest_within_region": Fraction(1, 10)}),),
    ),
    Witness(
        "district_deviation",
        "campaign",
        "draw-districts",
        {"region": UNLAWFUL, "mean": LAWFUL, "each_other": UNLAWFUL},
        (
            facts(
                "draw-districts",
                {"widest_within_region": Fraction(1, 4), "mean": 415_020, "largest": 480_000, "smallest": 390_000},
            ),
        ),
    ),
    Witness("social_post", "campaign", "post-jylanbaev", {"agitation": UNLAWFUL, "speech": LAWFUL}),
    Witness(
        "judgment_not_in_force",
        "campaign",
        "shoraev-on-ballot",
        {"until_in_force": LAWFUL, "at_once": UNLAWFUL},
        (facts("judgment-shoraev", {"in_force": on("2023-03-25")}),),
    ),
    Witness(
        "exit_poll",
        "election day",
        "exit-poll-eurasian",
        {"after_vote": LAWFUL, "after_preliminary": UNLAWFUL},
        (at("exit-poll-eurasian", "2023-03-20 00:30"), complete("announce_preliminary")),
    ),
    Witness(
        "commission_restores",
        "campaign",
        "restore-tileujan",
        {"may": LAWFUL, "may_not": UNLAWFUL},
        (facts("restore-tileujan", {"decided_by": "same commission"}),),
    ),
)

AXES = whole().country.law.axes
WORKING = {name: axis.working for name, axis in AXES.items() if axis.working is not None}


@pytest.mark.parametrize("each", WITNESSES, ids=lambda each: f"{each.axis}: {each.act}")
def test_witness(each: Witness) -> None:
    """With every other question answered as the library works, the act has the outcome that each answer gives it."""
    log = changed(cut(each.log), *each.changes)
    found = {
        answer: replay(changed(log, pin(**{**WORKING, each.axis: answer}))).verdict(each.act).outcome
        for answer in each.outcomes
    }

    assert found == each.outcomes


@pytest.mark.parametrize("axis", [name for name in AXES if name not in UNASKED])
def test_every_answer_makes_a_difference(axis: str) -> None:
    """Each answer to a question that some rule asks parts from every other answer in some log."""
    answers = [answer.name for answer in AXES[axis].answers]
    logs = [each.outcomes for each in WITNESSES if each.axis == axis]
    pairs = [(one, two) for spot, one in enumerate(answers) for two in answers[:spot]]

    assert all(outcomes.keys() == set(answers) for outcomes in logs)
    assert [pair for pair in pairs if not any(outcomes[pair[0]] is not outcomes[pair[1]] for outcomes in logs)] == []


def asked_by(value: object) -> Iterator[str]:
    """The axes that a rule, or a rule within it, names."""
    if isinstance(value, Construed):
        yield value.axis
    if isinstance(value, tuple):
        for each in value:
            yield from asked_by(each)
    else:
        for name in getattr(type(value), "__slots__", ()):
            yield from asked_by(getattr(value, name, ()))


def rules() -> Iterator[tuple[str, Rule]]:
    """Every rule of every procedure, with its norm."""
    for procedure in whole().country.procedures:
        for row in procedure.steps:
            for guard in row.guards:
                yield from ((guard.norm.id, rule) for rule in guard.rules)


def test_unasked_axes_are_listed_exactly() -> None:
    """The axes that no rule asks are those of the list: no rule names them, and they set no term to be read."""
    named = {axis for _, rule in rules() for axis in asked_by(rule)}
    setting = {name for name, axis in AXES.items() if axis.parameters}

    assert AXES.keys() - named - setting == UNASKED.keys()
    assert {each.axis for each in WITNESSES} == AXES.keys() - UNASKED.keys()
