"""From the commission's calendar to the day of silence: the common timetable, each candidate, each party list."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import (
    after,
    all_of,
    at_least,
    at_most,
    before,
    by,
    by_then,
    construed,
    dated,
    day_in,
    in_window,
    never,
    not_before,
    not_within_last,
    share_reaches,
    stated,
    term_day,
    unread,
)

el = instrument("kz.el")
cec = instrument("kz.cec")

POLL = day_in("call_election", "poll_day")


class Campaign(Enum):
    """How far the common timetable has come."""

    NONE = "no election is called"
    CALLED = "an election is called, no calendar is adopted"
    SCHEDULED = "the calendar is adopted, nomination is not open"
    NOMINATION = "nomination is open"
    REGISTRATION = "nomination is closed, registration is open"
    REGISTERED = "registration is closed"
    CAMPAIGN = "the campaign period runs"
    SILENCE = "the campaign period is over"
    OVER = "the results are published"


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


EVERYWHERE = tuple(Campaign)
BEFORE_CLOSE = (Campaign.SCHEDULED, Campaign.NOMINATION, Campaign.REGISTRATION)

NOMINATION_CLOSES = term_day(cec["nomination"], "closes")
REGISTRATION_CLOSES = term_day(cec["registration"], "closes")
CAMPAIGN_CLOSES = term_day(cec["campaign"], "closes")

IN_TIME_FOR_NOMINATION = under(
    cec["nomination"], in_window(opens=term_day(cec["nomination"], "opens"), closes=NOMINATION_CLOSES)
)
IN_TIME_FOR_REGISTRATION = under(
    cec["registration"], in_window(opens=term_day(cec["registration"], "opens"), closes=REGISTRATION_CLOSES)
)

# «с момента окончания срока регистрации … в ноль часов … дня, предшествующего дню выборов»
IN_PERIOD = (
    under(el["27.2"], in_window(opens=REGISTRATION_CLOSES), not_within_last("quiet", before=POLL)),
    under(cec["campaign"], in_window(opens=term_day(cec["campaign"], "opens"))),
)
POST_IN_PERIOD = (
    under(
        el["27.1"],
        construed("social_post", agitation=in_window(opens=REGISTRATION_CLOSES)),
    ),
    under(
        el["27.2"],
        construed("social_post", agitation=not_within_last("quiet", before=POLL)),
    ),
)
OFFICES = ("state body", "local body", "election commission", "court", "military", "law enforcement", "religious body")

CALENDAR = (
    under(el["12"], by("CEC"), after("call_election")),
    under(el["87.window"], dated("nomination_close", of=NOMINATION_CLOSES, before=POLL)),
    under(el["89.window"], dated("registration_close", of=REGISTRATION_CLOSES, before=POLL)),
    under(el["silence"], dated("gap", of=CAMPAIGN_CLOSES, before=term_day(cec["poll"], "day"))),
    under(el["20-2.window"], dated("accreditation_close", of=term_day(cec["accreditation"], "closes"), before=POLL)),
    under(el["24.lists"], dated("lists", of=term_day(cec["lists"], "day"), before=POLL)),
    under(el["24.absentee"], dated("notice", of=term_day(cec["absentee_notice"], "day"), before=POLL)),
    under(el["26.1"], dated("check", of=term_day(cec["list_check"], "opens"), before=POLL)),
)

DISTRICTS = (
    under(
        cec["districts"],
        by("CEC"),
        construed(
            "district_deviation",
            region=share_reaches("spread", "widest_within_region"),
            mean=all_of(at_most("ceiling", "largest"), at_least("floor", "smallest")),
            each_other=at_most("ratio", "largest"),
        ),
    ),
)

POLLING = (
    under(el["28.9"], not_within_last("bar", before=POLL)),
    under(el["28.9.pollsters"], stated("notified", "yes")),
)

CAMPAIGN = Procedure(
    "campaign",
    Campaign,
    [
        step("call_election", EVERYWHERE, Campaign.CALLED),
        step("draw_districts", EVERYWHERE, None, *DISTRICTS),
        step("adopt_calendar", (Campaign.NONE, Campaign.CALLED, Campaign.OVER), Campaign.SCHEDULED, *CALENDAR),
        step("adopt_calendar", (*BEFORE_CLOSE, Campaign.REGISTERED, Campaign.CAMPAIGN), None, *CALENDAR),
        step(
            "open_nomination",
            (Campaign.CALLED, Campaign.SCHEDULED),
            Campaign.NOMINATION,
            under(el["12"], after("adopt_calendar", since="call_election")),
            under(cec["nomination"], in_window(opens=term_day(cec["nomination"], "opens"))),
        ),
        step(
            "close_nomination",
            (Campaign.SCHEDULED, Campaign.NOMINATION),
            Campaign.REGISTRATION,
            under(cec["nomination"], in_window(opens=NOMINATION_CLOSES, closes=NOMINATION_CLOSES)),
        ),
        step(
            "close_registration",
            BEFORE_CLOSE,
            Campaign.REGISTERED,
            under(cec["registration"], in_window(opens=REGISTRATION_CLOSES, closes=REGISTRATION_CLOSES)),
        ),
        step(
            "begin_campaign",
            (*BEFORE_CLOSE, Campaign.REGISTERED),
            Campaign.CAMPAIGN,
            *IN_PERIOD,
        ),
        step(
            "end_campaign",
            (Campaign.REGISTERED, Campaign.CAMPAIGN),
            Campaign.SILENCE,
            under(cec["campaign"], in_window(opens=CAMPAIGN_CLOSES, closes=CAMPAIGN_CLOSES)),
        ),
        step(
            "begin_silence",
            EVERYWHERE,
            None,
            under(cec["silence"], in_window(closes=term_day(cec["silence"], "day"))),
        ),
        step(
            "begin_poll_silence",
            EVERYWHERE,
            None,
            under(cec["polls"], in_window(closes=term_day(cec["polls"], "bars"))),
        ),
        step(
            "approve_voter_lists",
            EVERYWHERE,
            None,
            under(el["24.lists"], by("akims"), by_then("lists", before=POLL)),
        ),
        step("open_list_check", EVERYWHERE, None, under(el["26.1"], by_then("check", before=POLL))),
        step(
            "close_absentee_requests",
            EVERYWHERE,
            None,
            under(el["24.absentee"], not_before("notice", before=POLL)),
            under(cec["absentee_notice"], in_window(closes=term_day(cec["absentee_notice"], "day"))),
        ),
        step(
            "issue_absentee_papers",
            EVERYWHERE,
            None,
            under(el["24.papers"], not_before("papers", before=POLL)),
            under(
                cec["absentee_papers"],
                in_window(
                    opens=term_day(cec["absentee_papers"], "opens"), closes=term_day(cec["absentee_papers"], "closes")
                ),
            ),
        ),
        step(
            "accredit_observers",
            EVERYWHERE,
            None,
            under(el["12"], by("CEC")),
            under(cec["accreditation"], in_window(closes=term_day(cec["accreditation"], "closes"))),
        ),
        step(
            "close_accreditation",
            EVERYWHERE,
            None,
            under(
                cec["accreditation"],
                in_window(opens=term_day(cec["accreditation"], "closes"), closes=term_day(cec["accreditation"], "closes")),
            ),
        ),
        step("publish_poll", EVERYWHERE, None, *POLLING),
        step("draw_ballot_order", EVERYWHERE, None, under(el["12"], by("CEC"))),
        step(
            "approve_ballots",
            EVERYWHERE,
            None,
            under(el["37.ballots"], by("CEC"), at_most("cap", "printed")),
            under(el["aa"], stated("against_all", "yes")),
        ),
        step(
            "strike_from_ballot",
            EVERYWHERE,
            None,
            under(el["37.crossing"], stated("by_hand", "yes"), stated("signed", "yes")),
        ),
        step("agitate", EVERYWHERE, None, when=on("content", "altered")),
        step(
            "agitate",
            EVERYWHERE,
            None,
            under(el["27.4"], stated("office", "none")),
            *IN_PERIOD,
            when=on("office", *OFFICES),
        ),
        step("agitate", EVERYWHERE, None, under(el["27.gifts"], stated("gifts", "no")), *IN_PERIOD, when=on("gifts", "yes")),
        step(
            "agitate",
            EVERYWHERE,
            None,
            under(el["27.anonymous"], stated("author", "named")),
            *IN_PERIOD,
            when=on("author", "anonymous"),
        ),
        step("agitate", EVERYWHERE, None, *POST_IN_PERIOD, when=on("medium", "social media")),
        step("agitate", EVERYWHERE, None, *IN_PERIOD),
        step(
            "hold_rally",
            EVERYWHERE,
            None,
            under(el["27.rally"], stated("permit", "granted", "not needed")),
            *IN_PERIOD,
        ),
        step("publish_results", EVERYWHERE, Campaign.OVER),
    ],
    title={"en": "Campaign"},
)

CANDIDACY = Procedure(
    "candidacy",
    Candidacy,
    [
        step(
            "nominate_candidate",
            tuple(Candidacy),
            Candidacy.NOMINATED,
            under(el["87.smd"], stated("nominated_by", "self", "party", "public association")),
            IN_TIME_FOR_NOMINATION,
        ),
        step(
            "register_candidate",
            (Candidacy.NONE, Candidacy.NOMINATED, Candidacy.REFUSED, Candidacy.STRUCK, Candidacy.WITHDRAWN),
            Candidacy.REGISTERED,
            under(el["89.smd"], after("nominate_candidate")),
            IN_TIME_FOR_REGISTRATION,
        ),
        step(
            "refuse_candidate",
            (Candidacy.NONE, Candidacy.NOMINATED),
            Candidacy.REFUSED,
            under(el["89.smd"], after("nominate_candidate"), unread("the grounds on which registration is refused")),
        ),
        step(
            "appeal_refusal",
            tuple(Candidacy),
            None,
            under(el["49.limits"], unread("the time limit of the appeal")),
        ),
        step(
            "restore_candidate",
            (Candidacy.REFUSED, Candidacy.STRUCK),
            Candidacy.REGISTERED,
            under(
                el["20.appeal"],
                construed("commission_restores", may_not=stated("decided_by", "court", "higher commission")),
            ),
            when=on("decided_by", "same commission"),
        ),
        step(
            "restore_candidate",
            (Candidacy.REFUSED, Candidacy.STRUCK),
            Candidacy.REGISTERED,
            under(el["20.appeal"], after("refuse_candidate", "cancel_registration")),
        ),
        step(
            "cancel_registration",
            Candidacy.REGISTERED,
            Candidacy.STRUCK,
            under(el["89.cancel"], unread("the grounds on which registration is cancelled, and until when")),
        ),
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
            (Candidacy.REFUSED, Candidacy.STRUCK, Candidacy.WITHDRAWN),
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

NOMINATED_BY_CONGRESS = (
    under(el["87"], stated("congress", "yes")),
    under(el["87.cap"], at_most("cap", "candidates")),
    IN_TIME_FOR_NOMINATION,
)

PARTY_LIST = Procedure(
    "party_list",
    PartyList,
    [
        step(
            "nominate_list",
            tuple(PartyList),
            PartyList.NOMINATED,
            under(el["87"], stated("registered", "yes")),
            *NOMINATED_BY_CONGRESS,
            when=on("registered", "no"),
        ),
        step("nominate_list", tuple(PartyList), PartyList.NOMINATED, *NOMINATED_BY_CONGRESS),
        step(
            "register_list",
            (PartyList.NONE, PartyList.NOMINATED, PartyList.REFUSED, PartyList.STRUCK),
            PartyList.REGISTERED,
            under(el["89"], by("CEC"), after("nominate_list")),
            under(el["87.quota"], share_reaches("quota", "quota_share")),
            IN_TIME_FOR_REGISTRATION,
        ),
        step(
            "refuse_list",
            (PartyList.NONE, PartyList.NOMINATED),
            PartyList.REFUSED,
            under(el["89"], by("CEC"), unread("the grounds on which a list is refused")),
        ),
        step("withdraw_from_list", (PartyList.NOMINATED, PartyList.REGISTERED), None),
        step(
            "cancel_list",
            PartyList.REGISTERED,
            PartyList.STRUCK,
            under(el["89.cancel"], by("CEC"), unread("the grounds on which registration is cancelled, and until when")),
        ),
    ],
    per="party",
    title={"en": "Party list"},
)
