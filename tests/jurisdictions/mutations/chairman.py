"""Mutations of the election of the chair and the deputy chairs."""

from tests.jurisdictions.mutate import at, by, complete, drop, facts, move
from tests.jurisdictions.mutations.case import (
    CLPARL,
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

CASES: tuple[Case, ...] = (
    when(
        "the chair is declared elected with 49 votes",
        facts("elect-chairman", {"present": 98, "for": 49, "against": 49, "declared": "elected"}),
    ).then(
        "elect-chairman",
        UNLAWFUL,
        CONST + "58.1",
        "1 vote more, or declared: not elected",
        margin="1 vote short",
        result="not elected",
    ),
    still(
        "with 49 votes the chair is declared not elected, which is a lawful act that fails",
        facts("elect-chairman", {"present": 98, "for": 49, "against": 49, "declared": "not elected"}),
    ).then("elect-chairman", LAWFUL, CONST + "58.1", margin="1 vote short", result="not elected"),
    still(
        "the chair is declared elected with 50 votes",
        facts("elect-chairman", {"present": 98, "for": 50, "against": 48, "declared": "elected"}),
    ).then("elect-chairman", LAWFUL, CONST + "58.1", margin="0 votes above", result="elected"),
    when(
        "with 50 votes the chair is declared not elected",
        facts("elect-chairman", {"present": 98, "for": 50, "against": 48, "declared": "not elected"}),
    ).then("elect-chairman", UNLAWFUL, CONST + "58.1", "if declared: elected", result="elected"),
    when(
        "97 deputies hold a seat and 49 elect the chair: enough of those in office, too few of the seats",
        facts("register-deputies", {"number": 97, "districts": 28}),
        facts("elect-chairman", {"present": 97, "for": 49, "against": 48, "declared": "elected"}),
    ).then("elect-chairman", CONTESTED, CONST + "58.1", "1 vote more, or declared: not elected", working=UNLAWFUL),
    when("the chair is elected by open ballot", facts("elect-chairman", {"ballot": "open"})).then(
        "elect-chairman", UNLAWFUL, CONST + "58.1", "by secret ballot"
    ),
    when("the papers can be traced to those who voted", facts("elect-chairman", {"traced": True})).then(
        "elect-chairman", UNLAWFUL, CONST + "58.1", "by secret ballot"
    ),
    when("the house publishes how each deputy voted", facts("elect-chairman", {"votes_published": True})).then(
        "elect-chairman", UNLAWFUL, CONST + "58.1", "by secret ballot"
    ),
    when("whether the ballot was secret is not on record", facts("elect-chairman", {"ballot": None})).then(
        "elect-chairman", UNDETERMINED, CONST + "58.1"
    ),
    when(
        "97 votes are cast for the chair by 96 who are present",
        facts("elect-chairman", {"present": 96, "for": 97, "declared": "elected"}),
    ).then("elect-chairman", UNDETERMINED, CONST + "58.1", "numbers that agree"),
    when(
        "60 deputies are present, and 55 elect the chair",
        facts("elect-chairman", {"present": 60, "for": 55, "against": 5, "declared": "elected"}),
    ).then("elect-chairman", UNLAWFUL, CONST + "59.5", "6 members more"),
    when("the chair is elected the day before the session opens", at("elect-chairman", "2023-03-28")).then(
        "elect-chairman", UNLAWFUL, CONST + "49.2", "open joint session"
    ),
    when(
        "the chair is elected and nobody was nominated", drop("nominate-chairman"), complete("nominate_chairman")
    ).then("elect-chairman", UNLAWFUL, CONST + "58.1", "nominate chairman"),
    when("the Senate elects the chair of the Mäjilis", by("elect-chairman", "Senate")).then(
        "elect-chairman", UNLAWFUL, CONST + "58.1", "Mäjilis"
    ),
    when(
        "the deputies swear their oath only after the chair is elected",
        move("swear-in-deputies", after="elect-chairman"),
        complete("swear_in_deputies"),
    ).then("elect-chairman", IRREGULAR, PRACTICE + "oath-first", "swear in deputies"),
    when("the President nominates the chair", by("nominate-chairman", "President")).then(
        "nominate-chairman", UNLAWFUL, CONST + "58.1", "deputies"
    ),
    when("a candidate is nominated though no plenary was opened", drop("open-plenary"), complete("open_plenary")).then(
        "nominate-chairman", UNLAWFUL, CLPARL + "open", "open plenary"
    ),
    when("the vote itself is held openly", facts("hold-chair-ballot", {"ballot": "open"})).then(
        "hold-chair-ballot", UNLAWFUL, CONST + "58.1", "by secret ballot"
    ),
    when("the vote is held on paper, as is the practice", facts("hold-chair-ballot", {"medium": "paper"})).then(
        "hold-chair-ballot", LAWFUL, PRACTICE + "paper-ballot"
    ),
    when(
        "the vote is held and no commission was elected for it",
        drop("elect-counting-commission"),
        complete("elect_counting_commission"),
    ).then("hold-chair-ballot", UNLAWFUL, REGL + "2.1", "elect counting commission"),
    when(
        "the commission for the ballot is elected by secret vote",
        facts("elect-counting-commission", {"ballot": "secret"}),
    ).then("elect-counting-commission", UNLAWFUL, REGL + "2.1", "by open ballot"),
    when(
        "the commission for the ballot is elected after the chair",
        move("elect-counting-commission", after="elect-chairman"),
    ).then("elect-counting-commission", UNLAWFUL, REGL + "2.1", "before"),
    when("a deputy chair is elected by secret vote", facts("elect-rau", {"ballot": "secret"})).then(
        "elect-rau", UNLAWFUL, REGL + "deputy-chairs", "by open ballot"
    ),
    when("a deputy chair is elected whom nobody proposed", drop("propose-rau"), complete("propose_deputy_chair")).then(
        "elect-rau", UNLAWFUL, CLPARL + "9.8", "propose deputy chair"
    ),
    when("deputies and not the chair propose a deputy chair", by("propose-rau", "deputies")).then(
        "propose-rau", UNLAWFUL, CLPARL + "9.8", "chair of the Mäjilis"
    ),
    when(
        "a deputy chair is proposed after a ballot that elected no chair",
        facts("elect-chairman", {"present": 98, "for": 49, "against": 49, "declared": "not elected"}),
        complete("elect_chairman"),
    ).then("propose-rau", UNLAWFUL, CLPARL + "9.8", "elect chairman"),
)
