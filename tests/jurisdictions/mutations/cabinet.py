"""Mutations of the end of the Government and of the next one's beginning."""

from procedure.record import Fact
from tests.jurisdictions.mutate import Change, add, at, by, complete, drop, drop_kind, facts
from tests.jurisdictions.mutations.case import (
    CLGOV,
    CONST,
    CONTESTED,
    LAWFUL,
    UNDETERMINED,
    UNLAWFUL,
    Case,
    still,
    when,
)

RESIGNATION = add("tender_resignation", "resign", "2023-04-18", "Government")


def motion(initiators: int = 20) -> Change:
    """A motion of no confidence by so many deputies."""
    return add("move_no_confidence", "motion", "2023-04-18", "deputies", {"initiators": initiators})


def no_confidence(votes: int, declared: str, present: int = 98) -> Change:
    """A vote of no confidence with so many for it."""
    said: dict[str, Fact] = {"for": votes, "against": present - votes, "present": present, "declared": declared}
    return add("vote_no_confidence", "no-confidence", "2023-04-20", "Mäjilis", said)


CASES: tuple[Case, ...] = (
    when(
        "the Government lays down its powers before the results: too early if the house is the addressee",
        at("lay-down-powers", "2023-03-26"),
    ).then("lay-down-powers", UNDETERMINED, CONST + "70.1", working=UNLAWFUL),
    when(
        "the Government lays down its powers on 28 March: early only if the opening counts, in time if time is meant",
        at("lay-down-powers", "2023-03-28 12:00"),
    ).then("lay-down-powers", CONTESTED, CONST + "70.1", "open joint session", working=LAWFUL),
    when(
        "the Government lays down its powers in the afternoon, after the house convened: late only if time is meant",
        at("lay-down-powers", "2023-03-29 15:00"),
    ).then("lay-down-powers", CONTESTED, CONST + "70.1", "by 29 March 2023, 10:00", working=LAWFUL),
    when("the President lays down the Government's powers for it", by("lay-down-powers", "President")).then(
        "lay-down-powers", UNLAWFUL, CONST + "70.1", "Government"
    ),
    when(
        "a caretaker is appointed where the law itself lets the Government go on",
        facts("note-laying-down", {"caretaker": "by appointment"}),
    ).then("note-laying-down", UNLAWFUL, CLGOV + "4", "by law"),
    when("a decree notes a laying-down that never was", drop("lay-down-powers")).then(
        "note-laying-down", UNLAWFUL, CONST + "70.1", "lay down powers"
    ),
    when(
        "a resignation is accepted on day 11",
        RESIGNATION,
        add("accept_resignation", "accept", "2023-04-29", "President"),
    ).then("accept", UNLAWFUL, CONST + "70.answer", "by the end of 28 April 2023"),
    when(
        "a resignation is accepted on day 10",
        RESIGNATION,
        add("accept_resignation", "accept", "2023-04-28", "President"),
    ).then("accept", LAWFUL, CONST + "70.answer"),
    when(
        "a resignation is rejected on day 11",
        RESIGNATION,
        add("reject_resignation", "reject", "2023-04-29", "President"),
    ).then("reject", UNLAWFUL, CONST + "70.answer", "by the end of 28 April 2023"),
    when(
        "a resignation is accepted that nobody tendered", add("accept_resignation", "accept", "2023-04-20", "President")
    ).then("accept", UNLAWFUL, CONST + "70.answer", "tender resignation"),
    when(
        "the President tenders the Government's resignation",
        add("tender_resignation", "resign", "2023-04-18", "President"),
    ).then("resign", UNLAWFUL, CONST + "70.resign", "Government"),
    when("19 deputies move no confidence", motion(19)).then("motion", UNLAWFUL, CONST + "56.2", "1 more"),
    when("20 deputies move no confidence", motion(20)).then("motion", LAWFUL, CONST + "56.2", margin="0 to spare"),
    when("no confidence is declared carried with 49 votes", motion(), no_confidence(49, "carried")).then(
        "no-confidence", UNLAWFUL, CONST + "56.2", "1 vote more, or declared: not carried", result="not carried"
    ),
    when(
        "no confidence is declared not carried with 49 votes, which is lawful",
        motion(),
        no_confidence(49, "not carried"),
    ).then("no-confidence", LAWFUL, CONST + "56.2", result="not carried"),
    when("no confidence is carried with 50 votes", motion(), no_confidence(50, "carried")).then(
        "no-confidence", LAWFUL, CONST + "56.2", margin="0 votes above", result="carried"
    ),
    when(
        "no confidence is carried with 50 votes of 60 present", motion(), no_confidence(50, "carried", present=60)
    ).then("no-confidence", UNLAWFUL, CONST + "59.5", "6 members more"),
    when(
        "no confidence is voted and nobody moved it", no_confidence(50, "carried"), complete("move_no_confidence")
    ).then("no-confidence", UNLAWFUL, CONST + "56.2", "move no confidence"),
    when(
        "an acting President dismisses the Government",
        add("dismiss_government", "dismissal", "2023-04-20", "acting President", {"capacity": "acting"}),
    ).then("dismissal", UNLAWFUL, CONST + "48.2", "in office"),
    when(
        "the President dismisses the Government",
        add("dismiss_government", "dismissal", "2023-04-20", "President", {"capacity": "in office"}),
    ).then("dismissal", LAWFUL, CONST + "70.own"),
    when(
        "the structure of the Government is proposed on day 11",
        add("propose_structure", "structure", "2023-04-10", "Prime Minister"),
    ).then("structure", UNLAWFUL, CONST + "65.2", "by the end of 9 April 2023", margin="1 day late"),
    when(
        "the structure of the Government is proposed on day 10",
        add("propose_structure", "structure", "2023-04-09", "Prime Minister"),
    ).then("structure", LAWFUL, CONST + "65.2"),
    when(
        "the President proposes the structure to himself",
        add("propose_structure", "structure", "2023-04-05", "President"),
    ).then("structure", UNLAWFUL, CONST + "65.2", "Prime Minister"),
    when(
        "the structure is set and nobody proposed it",
        add("approve_structure", "approval", "2023-04-05", "President"),
        complete("propose_structure"),
    ).then("approval", UNLAWFUL, CONST + "44.3", "propose structure"),
    when(
        "a minister is appointed without consulting the Mäjilis", facts("appoint-health-minister", {"consulted": False})
    ).then("appoint-health-minister", UNLAWFUL, CONST + "44.3", "yes"),
    when(
        "a minister is appointed after consulting the Mäjilis", facts("appoint-health-minister", {"consulted": True})
    ).then("appoint-health-minister", LAWFUL, CONST + "44.3"),
    still(
        "the minister of foreign affairs is appointed without consulting the Mäjilis",
        facts("appoint-foreign-minister", {"consulted": False}),
    ).then("appoint-foreign-minister", LAWFUL, CONST + "44.3"),
    when(
        "the Prime Minister appoints a minister",
        by("appoint-health-minister", "Prime Minister"),
        facts("appoint-health-minister", {"consulted": True}),
    ).then("appoint-health-minister", UNLAWFUL, CONST + "44.3", "President"),
    when(
        "a minister is appointed the evening before the Prime Minister",
        at("appoint-health-minister", "2023-03-29 20:00"),
        facts("appoint-health-minister", {"consulted": True}),
    ).then("appoint-health-minister", UNLAWFUL, CONST + "44.3", "appoint pm"),
    when(
        "the Government swears its oath before any minister is appointed",
        drop_kind("appoint_minister"),
        complete("appoint_minister"),
        add("swear_in_government", "oath", "2023-04-02", "Government"),
    ).then("oath", UNLAWFUL, CONST + "65.3", "appoint minister"),
)
