"""Standing for the Diet: one case for each candidate, and one for each party's list."""

from enum import Enum

from procedure.machine import Procedure, instrument, step, under
from procedure.rules import (
    at_least,
    at_most,
    before,
    by,
    by_then,
    day_in,
    done,
    in_window,
    listed,
    never,
    not_before,
    share_reaches,
    term_day,
    unless_listed,
    within,
)

act = instrument("ru.el")
calendar = instrument("ru.cal")


class Candidacy(Enum):
    """Where a candidate stands."""

    NONE = "not nominated"
    NOMINATED = "nominated"
    REGISTERED = "registered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


POLL_DAY = day_in("call_election", "poll_day")
DECISION = within("decision", after=done("nominate_candidate"))
CANVASS = under(act["10"], in_window(term_day(calendar["canvass"], "opens"), term_day(calendar["canvass"], "closes")))

CANDIDACY = Procedure(
    "candidacy",
    Candidacy,
    [
        step(
            "nominate_candidate",
            Candidacy.NONE,
            Candidacy.NOMINATED,
            under(act["5.1"], not_before("opens", POLL_DAY), by_then("closes", POLL_DAY)),
            under(act["5.2"], unless_listed("exempt", "standing", at_least("signatures", "signatures"))),
        ),
        step("pay_deposit", Candidacy.NOMINATED, None, under(act["5.3"], at_least("deposit", "crowns"))),
        step(
            "register_candidate",
            (Candidacy.NOMINATED, Candidacy.REFUSED),
            Candidacy.REGISTERED,
            under(act["6.1"], by("Election Office"), DECISION),
            under(act["6.3"], never("refuse_candidate", since="restore_candidate")),
        ),
        step(
            "refuse_candidate",
            Candidacy.NOMINATED,
            Candidacy.REFUSED,
            under(act["6.1"], by("Election Office"), DECISION),
            under(act["6.2"], listed("grounds", "ground")),
        ),
        step(
            "restore_candidate",
            Candidacy.REFUSED,
            Candidacy.NOMINATED,
            under(act["6.3"], by("Election Court")),
        ),
        step("canvass", (Candidacy.NOMINATED, Candidacy.REGISTERED), None, CANVASS),
        step(
            "withdraw_candidate",
            (Candidacy.NOMINATED, Candidacy.REGISTERED),
            Candidacy.WITHDRAWN,
            under(act["5.1"], before("open_poll")),
        ),
    ],
    per="candidate",
    title={"en": "Candidacy"},
)


class PartyList(Enum):
    """Where a party's list stands."""

    NONE = "not submitted"
    SUBMITTED = "submitted"


PARTY_LIST = Procedure(
    "party_list",
    PartyList,
    [
        step(
            "submit_list",
            PartyList.NONE,
            PartyList.SUBMITTED,
            under(act["7.1"], at_most("cap", "names")),
            under(act["7.2"], share_reaches("quota", "young")),
        ),
    ],
    per="party",
    title={"en": "Party list"},
)
