"""From the commission's calendar to the day of silence: the common timetable, each candidate, each party list."""

from enum import Enum

from procedure.machine import Branch, Guard, Procedure, Step, instrument, on, step, under
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
OPEN = (Campaign.SCHEDULED, Campaign.NOMINATION, Campaign.REGISTRATION)
OFFICES = ("state body", "local body", "election commission", "court", "military", "law enforcement", "religious body")

POLL = day_in("call_election", "poll_day")
NOMINATION = {name: term_day(cec["nomination"], name) for name in ("opens", "closes")}
REGISTRATION = {name: term_day(cec["registration"], name) for name in ("opens", "closes")}
PAPERS = {name: term_day(cec["absentee_papers"], name) for name in ("opens", "closes")}
PERIOD = {name: term_day(cec["campaign"], name) for name in ("opens", "closes")}
OBSERVERS_CLOSE = term_day(cec["accreditation"], "closes")
REQUESTS_CLOSE = term_day(cec["absentee_notice"], "day")

IN_TIME_TO_NOMINATE = under(cec["nomination"], in_window(**NOMINATION))
IN_TIME_TO_REGISTER = under(cec["registration"], in_window(**REGISTRATION))

REGISTRATION_OVER = after("close_registration", since="call_election")
# «с момента окончания срока регистрации», «в ноль часов дня, предшествующего дню выборов»
IN_PERIOD = (
    under(el["27.2"], REGISTRATION_OVER, not_within_last("quiet", before=POLL)),
    under(cec["campaign"], in_window(**PERIOD)),
)
IN_PERIOD_IF_AGITATION = (
    under(el["27.1"], construed("social_post", agitation=REGISTRATION_OVER)),
    under(el["27.2"], construed("social_post", agitation=not_within_last("quiet", before=POLL))),
    under(cec["campaign"], construed("social_post", agitation=in_window(**PERIOD))),
)

CALENDAR = (
    under(el["12"], by("CEC"), after("call_election")),
    under(el["87.window"], dated("nomination_close", of=NOMINATION["closes"], before=POLL)),
    under(el["89.window"], dated("registration_close", of=REGISTRATION["closes"], before=POLL)),
    under(el["silence"], dated("gap", of=PERIOD["closes"], before=term_day(cec["poll"], "day"))),
    under(el["20-2.window"], dated("accreditation_close", of=OBSERVERS_CLOSE, before=POLL)),
    under(el["24.lists"], dated("lists", of=term_day(cec["lists"], "day"), before=POLL)),
    under(el["24.absentee"], dated("notice", of=REQUESTS_CLOSE, before=POLL)),
    under(el["26.1"], dated("check", of=term_day(cec["list_check"], "opens"), before=POLL)),
)
NAMED = under(el["27.anonymous"], stated("author", "named"))
BY_CEC = under(el["12"], by("CEC"))
DISTRICTS = under(
    cec["districts"],
    by("CEC"),
    construed(
        "district_deviation",
        region=share_reaches("spread", "widest_within_region"),
        mean=all_of(at_most("ceiling", "largest"), at_least("floor", "smallest")),
        each_other=at_most("ratio", "largest"),
    ),
)
LOST = (Candidacy.REFUSED, Candidacy.STRUCK)
AFTER_LOSS = after("refuse_candidate", "cancel_registration")
CANCELLING = unread("the grounds on which registration is cancelled, and until when")


def anytime(act: str, *guards: Guard, when: Branch | None = None) -> Step:
    """A step that any state of the timetable takes and that leads nowhere else."""
    return step(act, EVERYWHERE, None, *guards, when=when)


CAMPAIGN = Procedure(
    "campaign",
    Campaign,
    [
        step("call_election", EVERYWHERE, Campaign.CALLED),
        anytime("draw_districts", DISTRICTS),
        step("adopt_calendar", (Campaign.NONE, Campaign.CALLED, Campaign.OVER), Campaign.SCHEDULED, *CALENDAR),
        step("adopt_calendar", (*OPEN, Campaign.REGISTERED, Campaign.CAMPAIGN), None, *CALENDAR),
        step(
            "open_nomination",
            (Campaign.CALLED, Campaign.SCHEDULED),
            Campaign.NOMINATION,
            under(el["12"], after("adopt_calendar", since="call_election")),
            under(cec["nomination"], in_window(opens=NOMINATION["opens"])),
        ),
        step(
            "close_nomination",
            (Campaign.CALLED, Campaign.SCHEDULED, Campaign.NOMINATION),
            Campaign.REGISTRATION,
            under(cec["nomination"], in_window(opens=NOMINATION["closes"], closes=NOMINATION["closes"])),
            under(el["87.window"], by_then("nomination_close", before=POLL)),
        ),
        step(
            "close_registration",
            (Campaign.CALLED, *OPEN),
            Campaign.REGISTERED,
            under(cec["registration"], in_window(opens=REGISTRATION["closes"], closes=REGISTRATION["closes"])),
            under(el["89.window"], by_then("registration_close", before=POLL)),
        ),
        step("begin_campaign", (Campaign.CALLED, *OPEN, Campaign.REGISTERED), Campaign.CAMPAIGN, *IN_PERIOD),
        step(
            "end_campaign",
            (Campaign.REGISTERED, Campaign.CAMPAIGN),
            Campaign.SILENCE,
            under(cec["campaign"], in_window(opens=PERIOD["closes"], closes=PERIOD["closes"])),
        ),
        anytime("begin_silence", under(cec["silence"], in_window(closes=term_day(cec["silence"], "day")))),
        anytime("begin_poll_silence", under(cec["polls"], in_window(closes=term_day(cec["polls"], "bars")))),
        anytime("approve_voter_lists", under(el["24.lists"], by("akims"), by_then("lists", before=POLL))),
        anytime("open_list_check", under(el["26.1"], by_then("check", before=POLL))),
        anytime(
            "close_absentee_requests",
            under(el["24.absentee"], not_before("notice", before=POLL)),
            under(cec["absentee_notice"], in_window(closes=REQUESTS_CLOSE)),
        ),
        anytime(
            "issue_absentee_papers",
            under(el["24.papers"], not_before("papers", before=POLL)),
            under(cec["absentee_papers"], in_window(**PAPERS)),
        ),
        anytime("accredit_observers", BY_CEC, under(cec["accreditation"], in_window(closes=OBSERVERS_CLOSE))),
        anytime(
            "close_accreditation", under(cec["accreditation"], in_window(opens=OBSERVERS_CLOSE, closes=OBSERVERS_CLOSE))
        ),
        anytime(
            "publish_poll",
            under(el["28.9"], not_within_last("bar", before=POLL)),
            under(el["28.9.pollsters"], stated("notified", "yes")),
        ),
        anytime("draw_ballot_order", BY_CEC),
        anytime(
            "approve_ballots",
            under(el["37.ballots"], by("CEC"), at_most("cap", "printed")),
            under(el["aa"], stated("against_all", "yes")),
        ),
        anytime("strike_from_ballot", under(el["37.crossing"], stated("by_hand", "yes"), stated("signed", "yes"))),
        anytime("agitate", when=on("content", "altered")),
        anytime("agitate", under(el["27.4"], stated("office", "none")), *IN_PERIOD, when=on("office", *OFFICES)),
        anytime("agitate", under(el["27.gifts"], stated("gifts", "no")), *IN_PERIOD, when=on("gifts", "yes")),
        anytime("agitate", NAMED, *IN_PERIOD, when=on("author", "anonymous")),
        anytime("agitate", *IN_PERIOD_IF_AGITATION, when=on("medium", "social media")),
        anytime("agitate", *IN_PERIOD),
        anytime("hold_rally", under(el["27.rally"], stated("permit", "granted", "not needed")), *IN_PERIOD),
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
