"""Editions of confidence: two thirds of each Chamber, a bill tied to it, and the question put to a new Mäjilis."""

from procedure.jurisdictions.kz.government import CABINET_ITSELF, OUT, SAFE, SHAKEN, Cabinet
from procedure.machine import Step, instrument, on, step, under, worded
from procedure.rules import (
    adds_up,
    after,
    as_counted,
    before,
    by,
    done,
    each_chamber,
    initiated_by,
    quorum,
    stated,
    unread,
    within,
)

const = instrument("kz.const")
clgov = instrument("kz.clgov")
practice = instrument("kz.practice")

# 2007 to 2017: the question of confidence before a newly elected Mäjilis
CONFIDENCE_ASKED = const["70.confidence"]
QUESTION = (
    under(
        CONFIDENCE_ASKED,
        by("Prime Minister"),
        stated("to", "Mäjilis"),
        after("open_joint_session", since="publish_results"),
    ),
    under(clgov["4.3"], stated("in_writing", "yes")),
    under(practice["confidence-on-the-first-day"], within("day", after=done("open_joint_session"))),
)
CONFIDENCE_VOTED = (
    under(
        CONFIDENCE_ASKED,
        by("Mäjilis"),
        after("put_confidence_question", since="vote_confidence"),
        as_counted("majority", votes="for", declared="declared", won="given", lost="refused"),
        adds_up(),
    ),
    under(const["59.5"], quorum("quorum", present="present")),
)

# until 2007: Parliament, two thirds of each Chamber; a bill could be tied to it
JOINT = const["53.confidence"]
TIED = const["61.7"]
TIED_OF_OLD = worded(TIED, "voters", "both Chambers")
EACH = each_chamber("majority", {"senate seats": "senators_for", "statutory seats": "deputies_for"}, won="carried")
BOTH_THERE = under(
    const["59.5"],
    quorum("quorum", present="deputies_present"),
    quorum("senators", present="senators_present"),
)
BY_PARLIAMENT = (
    under(JOINT, by("Parliament"), after("move_no_confidence", since="vote_no_confidence"), EACH),
    BOTH_THERE,
)
ON_THE_BILL = (under(TIED, by("Parliament"), EACH), BOTH_THERE)

EDITIONS: tuple[Step, ...] = (
    step("put_confidence_question", SAFE, Cabinet.QUESTION, *QUESTION, during=CONFIDENCE_ASKED),
    step("put_confidence_question", (*SHAKEN, *OUT), None, *QUESTION, during=CONFIDENCE_ASKED),
    step(
        "vote_confidence",
        (*SAFE, *SHAKEN),
        Cabinet.GOVERNS,
        *CONFIDENCE_VOTED,
        when=on("declared", "given"),
        during=CONFIDENCE_ASKED,
    ),
    step("vote_confidence", (*SAFE, *SHAKEN), Cabinet.DISTRUSTED, *CONFIDENCE_VOTED, during=CONFIDENCE_ASKED),
    step(
        "move_no_confidence",
        SAFE,
        Cabinet.MOVED,
        under(JOINT, by("deputies"), initiated_by("initiative", "initiators")),
        during=JOINT,
    ),
    step(
        "vote_no_confidence",
        (*SAFE, Cabinet.MOVED),
        Cabinet.DEFEATED,
        *BY_PARLIAMENT,
        when=on("declared", "carried"),
        during=JOINT,
    ),
    step("vote_no_confidence", (*SAFE, Cabinet.MOVED), Cabinet.GOVERNS, *BY_PARLIAMENT, during=JOINT),
    step("tie_bill_to_confidence", SAFE, Cabinet.TIED, under(TIED, CABINET_ITSELF)),
    step(
        "vote_no_confidence",
        Cabinet.TIED,
        Cabinet.DEFEATED,
        *ON_THE_BILL,
        when=on("declared", "carried"),
        during=TIED_OF_OLD,
    ),
    step("vote_no_confidence", Cabinet.TIED, None, *ON_THE_BILL, during=TIED_OF_OLD),
    step("vote_no_confidence", Cabinet.TIED, None, under(TIED, unread("who votes on the bill, by what majority"))),
    step(
        "adopt_tied_bill",
        Cabinet.TIED,
        Cabinet.GOVERNS,
        under(TIED, by("Parliament"), after("tie_bill_to_confidence", since="adopt_tied_bill")),
    ),
    step(
        "adopt_tied_bill",
        Cabinet.DEFEATED,
        None,
        under(TIED, by("Parliament"), before("vote_no_confidence", since="tie_bill_to_confidence")),
    ),
)
"""Rows of the machine of the Government."""
