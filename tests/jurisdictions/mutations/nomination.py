"""Mutations of the choice of the Prime Minister."""

from procedure.record import Fact
from tests.jurisdictions.mutate import Change, add, by, complete, drop, facts, incomplete, move
from tests.jurisdictions.mutations.case import (
    CONST,
    CONTESTED,
    IRREGULAR,
    LAWFUL,
    PRACTICE,
    REGL,
    UNDETERMINED,
    UNLAWFUL,
    Case,
    still,
    when,
)


def vote(votes: int, against: int, declared: str, *, opening: int = 98, present: int | None = None) -> Change:
    """A vote on consent without abstentions, everybody who is present taking part."""
    there = votes + against if present is None else present
    said: dict[str, Fact | None] = {
        "for": votes,
        "against": against,
        "abstained": 0,
        "voting": votes + against,
        "present": there,
        "present_at_opening": opening,
        "declared": declared,
    }
    return facts("consent", said)


CASES: tuple[Case, ...] = (
    when("one faction is not consulted, and the log lists consultations in full", drop("consult-jsdp")).then(
        "nominate-pm", UNLAWFUL, CONST + "44.3", "after consultation with JSDP"
    ),
    when(
        "no consultation with one faction is on record, and the log does not list them in full",
        drop("consult-jsdp"),
        incomplete("consult_faction"),
    ).then("nominate-pm", UNDETERMINED, CONST + "44.3", "after consultation with JSDP"),
    when(
        "the factions on record were consulted, but the log does not claim to list them all", incomplete("form_faction")
    ).then("nominate-pm", UNDETERMINED, CONST + "44.3", "in full"),
    when(
        "a candidate is nominated while the Government sits",
        drop("lay-down-powers", "note-laying-down"),
        complete("accept_resignation"),
    ).then("nominate-pm", UNLAWFUL, CONST + "44.3", "lay down powers"),
    when(
        "no end of the Government is on record, and the log does not list acceptances of a resignation in full",
        drop("lay-down-powers", "note-laying-down"),
    ).then("nominate-pm", UNDETERMINED, CONST + "44.3", "lay down powers"),
    when("the party nominates the Prime Minister itself", by("nominate-pm", "Amanat")).then(
        "nominate-pm", UNLAWFUL, CONST + "44.3", "President"
    ),
    when(
        "the President nominates though no party proposed anybody: a practice is broken, not the law",
        drop("propose-candidate"),
        complete("propose_candidate"),
    ).then("nominate-pm", IRREGULAR, PRACTICE + "party-proposes", "propose candidate"),
    when("the party proposes after the President has nominated", move("propose-candidate", after="nominate-pm")).then(
        "propose-candidate", IRREGULAR, PRACTICE + "party-proposes", "before"
    ),
    when("a faction is consulted that was never formed", drop("faction-jsdp")).then(
        "consult-jsdp", UNLAWFUL, REGL + "157", "form faction"
    ),
    when(
        "the chair of the Mäjilis consults a faction in the President's place",
        by("consult-jsdp", "chair of the Mäjilis"),
    ).then("consult-jsdp", UNLAWFUL, CONST + "44.3", "President"),
    when("consent is declared given with 49 votes", vote(49, 49, "given")).then(
        "consent",
        UNLAWFUL,
        CONST + "56.1.2",
        "1 vote more, or declared: refused",
        margin="1 vote short",
        result="refused",
    ),
    still("consent is declared refused with 49 votes, which is lawful", vote(49, 49, "refused")).then(
        "consent", LAWFUL, CONST + "56.1.2", result="refused"
    ),
    still("consent is declared given with 50 votes", vote(50, 48, "given")).then(
        "consent", LAWFUL, CONST + "56.1.2", margin="0 votes above", result="given"
    ),
    when("consent is declared refused with 82 votes", vote(82, 15, "refused")).then(
        "consent", UNLAWFUL, CONST + "56.1.2", "if declared: given", result="given"
    ),
    when(
        "97 deputies hold a seat and 49 consent: enough of those in office, too few of the seats",
        facts("register-deputies", {"number": 97, "districts": 28}),
        vote(49, 48, "given", opening=97),
    ).then("consent", CONTESTED, CONST + "56.1.2", "1 vote more, or declared: refused", working=UNLAWFUL),
    when("60 deputies are present and vote", vote(52, 8, "given", opening=60)).then(
        "consent", UNLAWFUL, CONST + "59.5", "6 members more", margin="6 members short"
    ),
    when("65 deputies are present and vote", vote(60, 5, "given", opening=65)).then(
        "consent", UNLAWFUL, CONST + "59.5", "1 member more"
    ),
    still("66 deputies are present and vote", vote(60, 6, "given", opening=66)).then("consent", LAWFUL, CONST + "59.5"),
    when(
        "60 deputies are present at the opening and 97 when the vote is taken", vote(82, 15, "given", opening=60)
    ).then("consent", CONTESTED, CONST + "59.5", "6 members more", working=UNLAWFUL),
    when("96 deputies are present at the opening and 60 when the vote is taken", vote(52, 8, "given", opening=96)).then(
        "consent", CONTESTED, CONST + "59.5", "6 members more", working=LAWFUL
    ),
    when(
        "more votes are counted than deputies voted",
        facts("consent", {"for": 82, "against": 20, "abstained": 8, "voting": 97}),
    ).then("consent", UNDETERMINED, CONST + "56.1.2", "numbers that agree"),
    when("the house consents to somebody whom nobody nominated", drop("nominate-pm")).then(
        "consent", UNLAWFUL, CONST + "56.1.2", "nominate pm"
    ),
    when("the Senate consents", by("consent", "Senate")).then("consent", UNLAWFUL, CONST + "56.1.2", "Mäjilis"),
    when(
        "a house consents that was dissolved after its session opened",
        add(
            "dissolve",
            "dissolve-again",
            "2023-03-30",
            "President",
            {"object": "Mäjilis", "capacity": "in office"},
            before="consent",
        ),
    ).then("consent", UNLAWFUL, CONST + "49.2", "before"),
    when("the Prime Minister is appointed before the house consents", move("appoint-pm", before="consent")).then(
        "appoint-pm", UNLAWFUL, CONST + "44.3", "consent"
    ),
    when("the Prime Minister is appointed after the house refused", vote(49, 49, "refused")).then(
        "appoint-pm", UNLAWFUL, CONST + "44.3", "consent"
    ),
    still(
        "the Prime Minister is appointed on a vote declared given with 49: the house broke the law, the President not",
        vote(49, 49, "given"),
    ).then("appoint-pm", LAWFUL, CONST + "44.3"),
    when("the chair of the Mäjilis appoints the Prime Minister", by("appoint-pm", "chair of the Mäjilis")).then(
        "appoint-pm", UNLAWFUL, CONST + "44.3", "President"
    ),
)
