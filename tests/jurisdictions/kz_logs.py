"""The shipped log of 2023 and seven cuts of it, one for each procedure with the acts that it leans on; read once."""

from functools import cache

from procedure import load
from procedure.judge import replay
from procedure.scenario import Scenario
from procedure.verdict import Report
from tests.jurisdictions.mutate import changed, keep

WHOLE = "kz/2023-snap-election"

SPINE = (
    "consult-on-dissolution",
    "dissolve",
    "call-election",
    "adopt-calendar",
    "establish-results",
    "publish-results",
    "allocate-seats",
    "convene",
    "choose-amanat",
    "choose-auyl",
    "choose-respublica",
    "choose-aq-jol",
    "choose-qhp",
    "choose-jsdp",
    "register-deputies",
    "open-joint-session",
)
"""What every cut holds: the way from the consultation to the opening of the first session."""

HOUSE = ("open-plenary", "swear-in-deputies", "nominate-chairman", "elect-chairman", "set-faction-size")

FORMATION = (
    "lay_down_powers",
    "note_laying_down",
    "form_faction",
    "propose_candidate",
    "consult_faction",
    "nominate_pm",
    "consent",
    "appoint_pm",
    "appoint_minister",
)

TIMETABLE = (
    "draw_districts",
    "open_nomination",
    "close_nomination",
    "close_registration",
    "begin_campaign",
    "end_campaign",
    "begin_silence",
    "begin_poll_silence",
    "approve_voter_lists",
    "open_list_check",
    "close_absentee_requests",
    "issue_absentee_papers",
    "accredit_observers",
    "close_accreditation",
    "publish_poll",
    "draw_ballot_order",
    "approve_ballots",
    "strike_from_ballot",
    "agitate",
    "hold_rally",
)

RUNNERS = (
    "nominate-list-amanat",
    "register-list-amanat",
    "nominate-list-jsdp",
    "register-list-jsdp",
    "nominate-tileujan",
    "refuse-tileujan",
    "restore-tileujan",
    "cancel-tileujan",
    "nominate-shoraev",
    "register-shoraev",
    "judgment-shoraev",
    "shoraev-on-ballot",
)

POLLING = (
    "open_stations",
    "close_stations",
    "issue_ballots",
    "stuff_ballots",
    "begin_count",
    "publish_exit_poll",
    "announce_preliminary",
)

CHAIR = (
    "elect_counting_commission",
    "nominate_chairman",
    "include_on_ballot",
    "hold_chair_ballot",
    "elect_chairman",
    "propose_deputy_chair",
    "elect_deputy_chair",
)

CUTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "dissolution": ((*SPINE,), ("enact_without_house", "sign_law")),
    "campaign": ((*SPINE, *RUNNERS), TIMETABLE),
    "election day": ((*SPINE, "close-registration", "winner-1", "winner-4"), POLLING),
    "convening": ((*SPINE, *HOUSE), ("form_faction",)),
    "chairman": ((*SPINE, "open-plenary", "swear-in-deputies"), CHAIR),
    "cabinet": ((*SPINE, *HOUSE), FORMATION),
    "nomination": ((*SPINE, *HOUSE), FORMATION),
}
"""Each procedure's cut, by the ids and the kinds of acts that it keeps."""


@cache
def whole() -> Scenario:
    """The log as shipped."""
    return load(WHOLE)


@cache
def whole_report() -> Report:
    """The replay of the log as shipped."""
    return replay(whole())


@cache
def cut(procedure: str) -> Scenario:
    """The cut of a procedure."""
    ids, kinds = CUTS[procedure]
    return changed(whole(), keep(ids, kinds))


@cache
def cut_report(procedure: str) -> Report:
    """The replay of the cut of a procedure."""
    return replay(cut(procedure))
