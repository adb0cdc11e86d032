"""Each candidate in a district, and each party's list: nominated, registered, refused, restored, struck."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import (
    after,
    at_most,
    before,
    by,
    by_then,
    construed,
    day_in,
    in_window,
    never,
    share_reaches,
    stated,
    term_day,
    unread,
)

el = instrument("kz.el")
cec = instrument("kz.cec")


class Candidacy(Enum):
    """How far a candidate in a district has come."""

    NONE = "not nominated"
    NOMINATED = "nominated"
    REGISTERED = "registered"
    REFUSED = "refused"
    STRUCK = "registration cancelled"
    WITHDRAWN = "withdrawn"


class PartyList(Enum):
    """How far a party's list has come."""

    NONE = "no list nominated"
    NOMINATED = "list nominated"
    REGISTERED = "list registered"
    REFUSED = "list refused"
    STRUCK = "registration of the list cancelled"


NOMINATION = {name: term_day(cec["nomination"], name) for name in ("opens", "closes")}
REGISTRATION = {name: term_day(cec["registration"], name) for name in ("opens", "closes")}

IN_TIME_TO_NOMINATE = under(cec["nomination"], in_window(**NOMINATION))
IN_TIME_TO_REGISTER = under(cec["registration"], in_window(**REGISTRATION))

LOST = (Candidacy.REFUSED, Candidacy.STRUCK)
AFTER_LOSS = after("refuse_candidate", "cancel_registration")
CANCELLING = unread("the grounds on which registration is cancelled, and until when")

CANDIDACY = Procedure(
    "candidacy",
    Candidacy,
    [
        step(
            "nominate_candidate",
            tuple(Candidacy),
            Candidacy.NOMINATED,
            under(el["87.smd"], stated("nominated_by", "self", "party", "public association")),
            IN_TIME_TO_NOMINATE,
        ),
        step(
            "register_candidate",
            (Candidacy.NONE, Candidacy.NOMINATED, *LOST, Candidacy.WITHDRAWN),
            Candidacy.REGISTERED,
            under(el["89.smd"], after("nominate_candidate")),
            IN_TIME_TO_REGISTER,
        ),
        step(
            "refuse_candidate",
            (Candidacy.NONE, Candidacy.NOMINATED),
            Candidacy.REFUSED,
            under(el["89.smd"], after("nominate_candidate"), unread("the grounds on which registration is refused")),
        ),
        step("appeal_refusal", tuple(Candidacy), None, under(el["49.limits"], unread("the time limit of the appeal"))),
        step(
            "restore_candidate",
            LOST,
            Candidacy.REGISTERED,
            under(
                el["20.appeal"],
                construed("commission_restores", may_not=stated("decided_by", "court", "higher commission")),
            ),
            when=on("decided_by", "same commission"),
        ),
        step("restore_candidate", LOST, Candidacy.REGISTERED, under(el["20.appeal"], AFTER_LOSS)),
        step("cancel_registration", Candidacy.REGISTERED, Candidacy.STRUCK, under(el["89.cancel"], CANCELLING)),
        step("withdraw_candidate", (Candidacy.NOMINATED, Candidacy.REGISTERED), Candidacy.WITHDRAWN),
        step("find_against_candidate", tuple(Candidacy), None),
        step(
            "remain_on_ballot",
            (Candidacy.NONE, Candidacy.NOMINATED, Candidacy.REGISTERED),
            None,
            under(
                el["89.judgment"],
                construed(
                    "judgment_not_in_force",
                    until_in_force=by_then("eve", before=day_in("find_against_candidate", "in_force")),
                    at_once=never("find_against_candidate"),
                ),
            ),
        ),
        step(
            "remain_on_ballot",
            (*LOST, Candidacy.WITHDRAWN),
            None,
            under(
                el["37.crossing"],
                before("refuse_candidate", "cancel_registration", "withdraw_candidate", since="restore_candidate"),
            ),
        ),
    ],
    per="candidate",
    title={"en": "Candidacy in a district"},
)

BY_CONGRESS = (
    under(el["87"], stated("congress", "yes")),
    under(el["87.cap"], at_most("cap", "candidates")),
    IN_TIME_TO_NOMINATE,
)
NO_PARTY = under(el["87"], stated("registered", "yes"))
UNLISTED = (PartyList.NONE, PartyList.NOMINATED, PartyList.REFUSED, PartyList.STRUCK)
REGISTERING = (under(el["89"], by("CEC"), after("nominate_list")), IN_TIME_TO_REGISTER)
SHARE = under(el["87.quota"], share_reaches("quota", "quota_share"))
SAID = under(el["87.quota"], stated("quota_met", "yes"))

PARTY_LIST = Procedure(
    "party_list",
    PartyList,
    [
        step(
            "nominate_list", tuple(PartyList), PartyList.NOMINATED, NO_PARTY, *BY_CONGRESS, when=on("registered", "no")
        ),
        step("nominate_list", tuple(PartyList), PartyList.NOMINATED, *BY_CONGRESS),
        step("register_list", UNLISTED, PartyList.REGISTERED, *REGISTERING, SAID, when=on("quota_met", "yes", "no")),
        step("register_list", UNLISTED, PartyList.REGISTERED, *REGISTERING, SHARE),
        step(
            "refuse_list",
            (PartyList.NONE, PartyList.NOMINATED),
            PartyList.REFUSED,
            under(el["89"], by("CEC"), unread("the grounds on which a list is refused")),
        ),
        step("withdraw_from_list", (PartyList.NOMINATED, PartyList.REGISTERED), None),
        step("cancel_list", PartyList.REGISTERED, PartyList.STRUCK, under(el["89.cancel"], by("CEC"), CANCELLING)),
    ],
    per="party",
    title={"en": "Party list"},
)
