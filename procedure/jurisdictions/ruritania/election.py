"""From the dissolution of one Diet to the opening of the next."""

from enum import Enum

from procedure.machine import Procedure, instrument, step, under
from procedure.rules import (
    adds_up,
    after,
    at_least,
    at_local_time,
    by,
    consulted,
    dated,
    dated_from,
    dated_within,
    day_in,
    done,
    latest_of,
    not_during,
    not_within,
    not_within_last,
    quorum,
    same_act_as,
    seats_as_counted,
    standing,
    term_day,
    unread,
    within,
)

const = instrument("ru.const")
act = instrument("ru.el")
calendar = instrument("ru.cal")


class Election(Enum):
    """How far the way from one Diet to the next has come."""

    SITS = "the Diet sits"
    DISSOLVED = "the Diet is dissolved"
    CALLED = "an election is called"
    POLLING = "the poll is open"
    POLLED = "the poll is closed"
    COUNTED = "the results are established"
    DECLARED = "the results are published"


POLL_DAY = day_in("call_election", "poll_day")

ELECTION = Procedure(
    "election",
    Election,
    [
        step("consult_on_dissolution", Election.SITS, None, under(const["30.2"], by("Crown"))),
        step(
            "dissolve",
            Election.SITS,
            Election.DISSOLVED,
            under(const["29.1"], not_within("bar", after=latest_of(done("open_diet"), standing("diet_opened")))),
            under(const["29.2"], not_within_last("last_months", standing("diet_term_ends"))),
            under(const["30.1"], by("Crown")),
            under(const["30.2"], consulted("consult_on_dissolution", "with", "consulted", since="open_diet")),
            under(const["30.3"], not_during("declare_siege", "end_siege")),
        ),
        step(
            "call_election",
            Election.DISSOLVED,
            Election.CALLED,
            under(const["31"], dated_within("election", of=POLL_DAY, after=done("dissolve"))),
            under(const["32"], by("Crown"), same_act_as("dissolve")),
        ),
        step(
            "adopt_calendar",
            Election.CALLED,
            None,
            under(
                act["8"],
                by("Election Office"),
                dated_from("opens", of=term_day(calendar["nomination"], "opens"), before=POLL_DAY),
                dated("closes", of=term_day(calendar["nomination"], "closes"), before=POLL_DAY),
            ),
        ),
        step(
            "publish_opinion_poll",
            (Election.CALLED, Election.POLLING),
            None,
            under(act["12"], not_within_last("silence", POLL_DAY)),
        ),
        step(
            "open_poll",
            (Election.DISSOLVED, Election.CALLED),
            Election.POLLING,
            under(const["31"], within("election", after=done("dissolve"))),
            under(const["32.2"], after("call_election", since="dissolve")),
            under(act["9"], at_local_time(earliest="opens")),
        ),
        step(
            "close_poll",
            Election.POLLING,
            Election.POLLED,
            under(act["9"], at_local_time(earliest="earliest_close", latest="latest_close")),
        ),
        step(
            "establish_results",
            Election.POLLED,
            Election.COUNTED,
            under(act["13.1"], by("Election Office"), within("results", after=done("close_poll"))),
            under(act["13.2"], at_least("turnout", "voted")),
            under(act["13.3"], adds_up("valid")),
        ),
        step(
            "share_seats",
            Election.COUNTED,
            None,
            under(act["14"], seats_as_counted("threshold", "seats", votes_in=("establish_results",))),
        ),
        step("publish_results", Election.COUNTED, Election.DECLARED, under(act["13.1"], by("Election Office"))),
        step(
            "lodge_petition",
            (Election.COUNTED, Election.DECLARED),
            None,
            under(act["20"], unread("the rules of the Election Court are not on file")),
        ),
        step(
            "open_diet",
            Election.DECLARED,
            Election.SITS,
            under(const["35.1"], by("Crown"), within("opening", after=done("publish_results"))),
            under(const["35.2"], quorum("quorum")),
        ),
    ],
    title={"en": "Election of the Diet"},
)
