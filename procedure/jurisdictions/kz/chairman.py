"""The election of the chair of the Mäjilis and of the deputy chairs."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import adds_up, after, as_counted, by, never, open_ballot, quorum, secret, stated

const = instrument("kz.const")
clparl = instrument("kz.clparl")
regl = instrument("kz.regl")
practice = instrument("kz.practice")


class Chairman(Enum):
    """How far the election of the chair has come."""

    VACANT = "the new house has no chair"
    COMMISSION = "the commission for the ballot is elected"
    NOMINATED = "a candidate is nominated"
    LISTED = "a candidate is on the ballot"
    VOTED = "the ballot has been held"
    ELECTED = "the chair is elected"
    PROPOSED = "deputy chairs are proposed"
    DEPUTIES = "deputy chairs are elected"
    FELL_VACANT = "the chair has fallen vacant during the convocation"


EVERYWHERE = tuple(Chairman)
BEFORE = (Chairman.VACANT, Chairman.COMMISSION, Chairman.NOMINATED, Chairman.LISTED, Chairman.VOTED)
ELECTED = (Chairman.ELECTED, Chairman.PROPOSED, Chairman.DEPUTIES)

COMMISSION = under(
    regl["2.1"], by("Mäjilis"), open_ballot("ballot"), never("elect_chairman", since="open_plenary"), adds_up()
)
NOMINATED = after("nominate_chairman", since="open_plenary")
CHAIR_TAKEN = under(const["58.1"], never("elect_chairman", since="open_plenary"))
PLENARY_OPEN = under(clparl["open"], after("open_plenary", since="publish_results"))

ELECTION = (
    under(
        const["58.1"],
        by("Mäjilis"),
        NOMINATED,
        secret("ballot"),
        as_counted("majority", votes="for", declared="declared", won="elected"),
        adds_up(),
    ),
    under(const["49.2"], after("open_joint_session", since="publish_results")),
    PLENARY_OPEN,
    under(const["59.5"], quorum("quorum", present="present")),
    under(practice["oath-first"], after("swear_in_deputies", since="open_joint_session")),
)

# a chair that falls vacant between first sessions: no opening, no oath
NOMINATED_SINCE = after("nominate_chairman", since="vacate_chair")
BY_ELECTION = (
    under(
        const["58.1"],
        by("Mäjilis"),
        NOMINATED_SINCE,
        secret("ballot"),
        as_counted("majority", votes="for", declared="declared", won="elected"),
        adds_up(),
    ),
    under(const["59.5"], quorum("quorum", present="present")),
)

PROPOSAL = under(
    clparl["9.8"],
    by("chair of the Mäjilis"),
    after("elect_chairman", since="open_plenary", where=("declared", "elected")),
)

DEPUTY = (
    under(regl["deputy-chairs"], by("Mäjilis"), open_ballot("ballot"), adds_up()),
    under(clparl["9.8"], after("propose_deputy_chair", since="elect_chairman")),
)

CHAIRMAN = Procedure(
    "chairman",
    Chairman,
    [
        step("dissolve", EVERYWHERE, Chairman.VACANT),
        step("publish_results", EVERYWHERE, Chairman.VACANT),
        step(
            "elect_counting_commission",
            (Chairman.VACANT, Chairman.COMMISSION),
            Chairman.COMMISSION,
            COMMISSION,
            PLENARY_OPEN,
        ),
        step(
            "elect_counting_commission",
            (Chairman.NOMINATED, Chairman.LISTED, Chairman.VOTED, *ELECTED),
            None,
            COMMISSION,
            PLENARY_OPEN,
        ),
        step(
            "nominate_chairman",
            BEFORE,
            Chairman.NOMINATED,
            under(const["58.1"], by("deputies")),
            PLENARY_OPEN,
        ),
        step(
            "include_on_ballot",
            BEFORE,
            Chairman.LISTED,
            under(const["58.1"], by("Mäjilis"), NOMINATED, adds_up()),
        ),
        step(
            "hold_chair_ballot",
            BEFORE,
            Chairman.VOTED,
            under(const["58.1"], NOMINATED, secret("ballot"), adds_up()),
            under(regl["2.1"], after("elect_counting_commission", since="open_plenary")),
            under(practice["paper-ballot"], stated("medium", "paper")),
        ),
        step("elect_chairman", BEFORE, Chairman.ELECTED, *ELECTION, when=on("declared", "elected")),
        step("elect_chairman", BEFORE, Chairman.VACANT, *ELECTION),
        step("propose_deputy_chair", ELECTED, Chairman.PROPOSED, PROPOSAL),
        step("propose_deputy_chair", BEFORE, None, PROPOSAL),
        step("elect_deputy_chair", ELECTED, Chairman.DEPUTIES, *DEPUTY, when=on("declared", "elected")),
        step("elect_deputy_chair", ELECTED, None, *DEPUTY),
        step("elect_deputy_chair", BEFORE, None, *DEPUTY),
        step("vacate_chair", EVERYWHERE, Chairman.FELL_VACANT),
        step("elect_counting_commission", Chairman.FELL_VACANT, None),
        step("nominate_chairman", ELECTED, None, CHAIR_TAKEN),
        step("include_on_ballot", ELECTED, None, CHAIR_TAKEN),
        step("hold_chair_ballot", ELECTED, None, CHAIR_TAKEN),
        step("nominate_chairman", Chairman.FELL_VACANT, None, under(const["58.1"], by("deputies"))),
        step(
            "include_on_ballot",
            Chairman.FELL_VACANT,
            None,
            under(const["58.1"], by("Mäjilis"), NOMINATED_SINCE, adds_up()),
        ),
        step(
            "hold_chair_ballot",
            Chairman.FELL_VACANT,
            None,
            under(const["58.1"], NOMINATED_SINCE, secret("ballot"), adds_up()),
            under(practice["paper-ballot"], stated("medium", "paper")),
        ),
        step("elect_chairman", Chairman.FELL_VACANT, Chairman.ELECTED, *BY_ELECTION, when=on("declared", "elected")),
        step("elect_chairman", Chairman.FELL_VACANT, None, *BY_ELECTION),
    ],
    title={"en": "Chair of the Mäjilis"},
)
