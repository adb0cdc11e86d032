"""From the commission's calendar to the day of silence: the common timetable."""

from enum import Enum

from procedure.machine import Branch, Guard, Procedure, Step, instrument, on, step, under
from procedure.rules import (
    after,
    all_of,
    at_least,
    at_most,
    by,
    by_then,
    construed,
    dated,
    day_in,
    in_window,
    not_before,
    not_within_last,
    share_reaches,
    stated,
    term_day,
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
            (Campaign.CALLED, *OPEN, Campaign.CAMPAIGN),
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
