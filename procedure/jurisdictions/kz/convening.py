"""From the results to the first plenary: deputies chosen and registered, the session convened and opened, the oath."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import (
    after,
    at_least,
    at_most,
    by,
    construed,
    dated_within,
    day_in,
    done,
    quorum,
    stated,
    unless_listed,
    unread,
    within,
)

const = instrument("kz.const")
const2026 = instrument("kz.const2026")
el = instrument("kz.el")
clparl = instrument("kz.clparl")
regl = instrument("kz.regl")


class Convening(Enum):
    """How far a new house has come."""

    SITS = "the house sits"
    AWAITED = "a new house is awaited"
    REGISTERED = "the deputies are registered, no session is convened"
    CONVENED = "the session is convened, no deputies are registered"
    READY = "the session is convened and the deputies are registered"
    OPEN = "the first session is open"
    PLENARY = "the first plenary of the Mäjilis is open"


class Mandates(Enum):
    """Whether a party has said which candidates of its list take its seats."""

    WAITING = "the party has not chosen its deputies"
    CHOSEN = "the party has chosen its deputies"


EVERYWHERE = tuple(Convening)
COMING = (Convening.AWAITED, Convening.REGISTERED, Convening.CONVENED, Convening.READY)
MEETING = (Convening.OPEN, Convening.PLENARY)

HEAD_OF_STATE = by("President", "acting President")
POWERS_BEGUN = under(const["49.2"], after("open_joint_session", since="publish_results"))

REGISTERING = (
    under(el["98"], by("CEC"), after("publish_results")),
    under(el["97.5"], after("choose_deputies", since="publish_results")),
    under(const["50.3"], at_most("seats", "number")),
)

BY_DECREE = (
    under(const["44.2"], HEAD_OF_STATE),
    under(
        const["59.2"],
        within("convened", after=done("publish_results")),
        dated_within("convened", of=day_in("convene", "session"), after=done("publish_results")),
        construed(
            "before_registration",
            publication=after("publish_results"),
            registration=after("register_deputies", since="publish_results"),
        ),
    ),
)

OPENING = (
    under(clparl["open"], HEAD_OF_STATE),
    under(
        const["59.2"],
        after("convene", since="publish_results"),
        within("convened", after=done("publish_results")),
    ),
    under(
        const["59.5"],
        quorum("quorum", present="deputies_present"),
        quorum("senators", present="senators_present"),
    ),
    under(el["98"], after("register_deputies", since="publish_results")),
)

OATH = (POWERS_BEGUN, under(const["51.6"], by("deputies"), after("register_deputies", since="publish_results")))

NOT_A_DEPUTY = construed(
    "incompatibility",
    registration=stated("mandate", "elected", "laid down"),
    oath=stated("mandate", "elected", "registered", "laid down"),
)
ONE_OFFICE = under(const["52.3"], unless_listed("permitted", "office", NOT_A_DEPUTY))

CONVENING = Procedure(
    "convening",
    Convening,
    [
        step("dissolve", EVERYWHERE, Convening.AWAITED),
        step("publish_results", (Convening.SITS, *MEETING), Convening.AWAITED),
        step("publish_results", COMING, None),
        step("register_deputies", Convening.AWAITED, Convening.REGISTERED, *REGISTERING),
        step("register_deputies", Convening.CONVENED, Convening.READY, *REGISTERING),
        step(
            "register_deputies",
            (Convening.SITS, Convening.REGISTERED, Convening.READY, *MEETING),
            None,
            *REGISTERING,
        ),
        step("convene", (Convening.SITS, Convening.AWAITED), Convening.CONVENED, *BY_DECREE),
        step("convene", Convening.REGISTERED, Convening.READY, *BY_DECREE),
        step("convene", (Convening.CONVENED, Convening.READY, *MEETING), None, *BY_DECREE),
        step("open_joint_session", COMING, Convening.OPEN, *OPENING),
        step("open_joint_session", (Convening.SITS, *MEETING), None, *OPENING),
        step(
            "open_plenary",
            (*COMING, Convening.OPEN),
            Convening.PLENARY,
            POWERS_BEGUN,
            under(clparl["open"], by("CEC chair")),
            under(const["59.5"], quorum("quorum", present="present")),
        ),
        step("swear_in_deputies", Convening.PLENARY, Convening.SITS, *OATH),
        step("swear_in_deputies", (Convening.SITS, *COMING, Convening.OPEN), None, *OATH),
        step("set_faction_size", EVERYWHERE, None, POWERS_BEGUN, under(regl["157"], by("Mäjilis"))),
        step("form_faction", EVERYWHERE, None, POWERS_BEGUN, under(regl["157"], at_least("size", "members"))),
        step(
            "hold_office",
            EVERYWHERE,
            None,
            ONE_OFFICE,
            under(const["68.2"], NOT_A_DEPUTY),
            when=on("office", "member of the Government"),
        ),
        step("hold_office", EVERYWHERE, None, ONE_OFFICE),
        step("end_mandate", EVERYWHERE, None),
        step(
            "hand_over_mandate",
            EVERYWHERE,
            None,
            under(
                el["97.vacant"],
                by("CEC"),
                stated("chosen_by", "party"),
                after("end_mandate", since="hand_over_mandate"),
            ),
        ),
        step(
            "register_deputy",
            EVERYWHERE,
            None,
            under(el["98"], by("CEC"), after("hand_over_mandate", since="register_deputy")),
        ),
        step(
            "register_deputies",
            EVERYWHERE,
            Convening.REGISTERED,
            under(const2026["kurultai"], by("CEC"), after("publish_results"), at_most("seats", "number")),
            during=const2026["kurultai"],
        ),
        step(
            "open_kurultai",
            EVERYWHERE,
            Convening.SITS,
            under(
                const2026["session"],
                after("register_deputies", since="publish_results"),
                unread("who convenes and opens the first session, and by when"),
            ),
            during=const2026["session"],
        ),
    ],
    title={"en": "Convening"},
)

MANDATES = Procedure(
    "mandates",
    Mandates,
    [
        step(
            "choose_deputies",
            tuple(Mandates),
            Mandates.CHOSEN,
            under(el["97.5"], after("publish_results"), within("choose", after=done("publish_results"))),
        ),
    ],
    per="party",
    title={"en": "Choice of deputies from the lists"},
)
