"""Mutations of the dissolution and of the call."""

from tests.jurisdictions.mutate import Change, add, at, by, drop, facts, given, incomplete, on, until
from tests.jurisdictions.mutations.case import CONST, CONTESTED, LAWFUL, UNDETERMINED, UNLAWFUL, Case, still, when

AGAIN = (
    until("2023-12-31"),
    add(
        "consult_on_dissolution",
        "consult-again",
        "2023-10-18",
        "President",
        {"with": ("chair of the Senate", "chair of the Mäjilis", "Prime Minister")},
    ),
)


def poll(day: str) -> Change:
    """The poll set for another day."""
    return facts("call-election", {"poll_day": on(day)})


CASES: tuple[Case, ...] = (
    when("the poll is set a day later: in time only if the gazette's day is counted from", poll("2023-03-20")).then(
        "call-election", CONTESTED, CONST + "51.3", "by the end of 19 March 2023", working=UNLAWFUL, margin="1 day late"
    ),
    when("the poll is set two days later, which is late however it is counted", poll("2023-03-21")).then(
        "call-election", UNLAWFUL, CONST + "51.3", "by the end of 20 March 2023", margin="2 days late"
    ),
    when(
        "the poll is set a day later, and signing, publication and gazette are of one day",
        at("dissolve", "2023-01-19"),
        poll("2023-03-20"),
    ).then("call-election", UNLAWFUL, CONST + "51.3", "by the end of 19 March 2023", margin="1 day late"),
    when("the poll is set for 18 March, which is in time however it is counted", poll("2023-03-18")).then(
        "call-election", LAWFUL, CONST + "51.3"
    ),
    when(
        "the election is called two days after the dissolution and not together with it",
        at("call-election", "2023-01-21"),
    ).then("call-election", UNLAWFUL, CONST + "51.3", "by 19 January 2023"),
    when(
        "the chair of the Senate is not consulted, and the log lists consultations in full",
        facts("consult-on-dissolution", {"with": ("chair of the Mäjilis", "Prime Minister")}),
    ).then("dissolve", UNLAWFUL, CONST + "63.1", "after consultation with chair of the Senate"),
    when(
        "no consultation with the chair of the Senate is on record, and the log does not list them in full",
        facts("consult-on-dissolution", {"with": ("chair of the Mäjilis", "Prime Minister")}),
        incomplete("consult_on_dissolution"),
    ).then("dissolve", UNDETERMINED, CONST + "63.1", "after consultation with chair of the Senate"),
    when("nobody is consulted", drop("consult-on-dissolution")).then(
        "dissolve", UNLAWFUL, CONST + "63.1", "chair of the Senate, chair of the Mäjilis and Prime Minister"
    ),
    when("the three are consulted the day after the decree", at("consult-on-dissolution", "2023-01-20")).then(
        "dissolve", UNLAWFUL, CONST + "63.1", "after consultation with"
    ),
    when("the Prime Minister dissolves the house", by("dissolve", "Prime Minister")).then(
        "dissolve", UNLAWFUL, CONST + "63.1", "President"
    ),
    when(
        "an acting President dissolves the house",
        by("dissolve", "acting President"),
        facts("dissolve", {"capacity": "acting"}),
    ).then("dissolve", UNLAWFUL, CONST + "48.2", "in office"),
    when("whether the President was in office or acting is not on record", facts("dissolve", {"capacity": None})).then(
        "dissolve", UNDETERMINED, CONST + "48.2"
    ),
    when(
        "a state of emergency has been declared nine days before",
        add("declare_emergency", "emergency", "2023-01-10", "President", {"regime": "state of emergency"}),
    ).then("dissolve", UNLAWFUL, CONST + "63.2", "end emergency"),
    when(
        "martial law in one region has been declared nine days before",
        add(
            "declare_emergency",
            "martial-law",
            "2023-01-10",
            "President",
            {"regime": "martial law", "territory": "Mangystau"},
        ),
    ).then("dissolve", UNLAWFUL, CONST + "63.2", "end emergency"),
    still(
        "a state of emergency was ended the week before",
        add("declare_emergency", "emergency", "2023-01-05", "President", {"regime": "state of emergency"}),
        add("end_emergency", "emergency-over", "2023-01-12", "President", {"regime": "state of emergency"}),
    ).then("dissolve", LAWFUL, CONST + "63.2"),
    when("the log does not claim to list every state of emergency", incomplete("declare_emergency")).then(
        "dissolve", UNDETERMINED, CONST + "63.2", "in full"
    ),
    when("the last dissolution was seven months ago", given({"last_dissolution": on("2022-06-19")})).then(
        "dissolve", UNLAWFUL, CONST + "63.2", "from 20 June 2023"
    ),
    still("the last dissolution was a year and a day ago", given({"last_dissolution": on("2022-01-18")})).then(
        "dissolve", LAWFUL, CONST + "63.2"
    ),
    when("when the house was last dissolved is not given", given({"last_dissolution": None})).then(
        "dissolve", UNDETERMINED, CONST + "63.2"
    ),
    when("five months of the President's term are left", given({"presidential_term_ends": on("2023-06-19")})).then(
        "dissolve", UNLAWFUL, CONST + "63.2", "by the end of 19 December 2022"
    ),
    still(
        "six months and a day of the President's term are left", given({"presidential_term_ends": on("2023-07-20")})
    ).then("dissolve", LAWFUL, CONST + "63.2"),
    when("when the President's term ends is not given", given({"presidential_term_ends": None})).then(
        "dissolve", UNDETERMINED, CONST + "63.2"
    ),
    when(
        "the new Mäjilis is dissolved nine months after the old one",
        *AGAIN,
        add("dissolve", "dissolve-again", "2023-10-19", "President", {"object": "Mäjilis", "capacity": "in office"}),
    ).then("dissolve-again", UNLAWFUL, CONST + "63.2", "from 20 January 2024"),
    when(
        "Parliament is dissolved nine months after the Mäjilis: barred if the two bar each other",
        *AGAIN,
        add("dissolve", "dissolve-again", "2023-10-19", "President", {"object": "Parliament", "capacity": "in office"}),
    ).then("dissolve-again", CONTESTED, CONST + "63.2", "from 20 January 2024", working=UNLAWFUL),
    when(
        "the new Mäjilis is dissolved on the consultation of January, with no other",
        until("2024-12-31"),
        add("dissolve", "dissolve-again", "2024-06-19", "President", {"object": "Mäjilis", "capacity": "in office"}),
    ).then("dissolve-again", UNLAWFUL, CONST + "63.1", "after consultation with"),
    when(
        "an election is called without a dissolution, long before the term of the house ends",
        drop("dissolve"),
        given({"house_term_ends": on("2026-01-15")}),
    ).then("call-election", LAWFUL, CONST + "51.1"),
    when(
        "an election is called without a dissolution, with a poll in the last month of the term",
        drop("dissolve"),
        given({"house_term_ends": on("2023-04-15")}),
    ).then("call-election", UNLAWFUL, CONST + "51.1", "by the end of 15 February 2023"),
    when(
        "the Senate makes a law before the Mäjilis is dissolved",
        add("enact_without_house", "early-law", "2023-01-10", "Senate", {"law": "a law"}),
    ).then("early-law", UNLAWFUL, CONST + "55.5", "after"),
    when(
        "the Senate makes a law alone while the new house sits",
        add("enact_without_house", "late-law", "2023-04-10", "Senate", {"law": "a law"}),
    ).then("late-law", UNLAWFUL, CONST + "55.5", "open joint session"),
    when("the Government makes the law while the Mäjilis is dissolved", by("senate-anti-riot-law", "Government")).then(
        "senate-anti-riot-law", UNLAWFUL, CONST + "55.5", "Senate"
    ),
    when("the chair of the Senate signs the law", by("sign-anti-riot-law", "chair of the Senate")).then(
        "sign-anti-riot-law", UNLAWFUL, CONST + "62.2", "President"
    ),
)
