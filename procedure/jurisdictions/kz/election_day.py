"""From the opening of the stations to the seats: the common count, each group of stations, each district."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import (
    after,
    at_least,
    at_local_time,
    at_most,
    before,
    by,
    construed,
    day_in,
    done,
    in_window,
    not_within,
    seats_as_counted,
    share_reaches,
    stated,
    term_day,
    unread,
    within,
)

const = instrument("kz.const")
const2026 = instrument("kz.const2026")
el = instrument("kz.el")
cec = instrument("kz.cec")

POLL = day_in("call_election", "poll_day")
COUNT_BEGINS = term_day(cec["count"], "begins")


class ElectionDay(Enum):
    """How far the count has come."""

    WAITING = "no count has begun"
    COUNTING = "votes are counted"
    PRELIMINARY = "preliminary results are announced"
    ESTABLISHED = "the results are established"
    PUBLISHED = "the results are published"


class Stations(Enum):
    """Whether a group of stations is open."""

    SHUT = "not open"
    OPEN = "open for voting"
    CLOSED = "closed"


EVERYWHERE = tuple(ElectionDay)
RUNNING = (ElectionDay.COUNTING, ElectionDay.PRELIMINARY)

ELECTION_DAY = Procedure(
    "election_day",
    ElectionDay,
    [
        step("report_turnout", EVERYWHERE, None),
        # «Голосование за других лиц не допускается»
        step("issue_ballots", EVERYWHERE, None, under(el["41.2"], stated("to", "the voter"))),
        step("stuff_ballots", EVERYWHERE, None, under(el["41.2"], stated("papers", "own"))),
        step(
            "begin_count",
            (ElectionDay.WAITING, ElectionDay.PUBLISHED),
            ElectionDay.COUNTING,
            under(cec["count"], in_window(opens=COUNT_BEGINS, closes=COUNT_BEGINS)),
        ),
        step(
            "begin_count",
            RUNNING,
            None,
            under(cec["count"], in_window(opens=COUNT_BEGINS, closes=COUNT_BEGINS)),
            under(el["43"], before("begin_count", "announce_preliminary", since="call_election")),
        ),
        step("end_count", RUNNING, None, under(el["43"], within("count", after=done("begin_count")))),
        step(
            "publish_exit_poll",
            EVERYWHERE,
            None,
            under(
                el["28.9.exit"],
                construed(
                    "exit_poll",
                    after_vote=not_within("day", after=POLL),
                    after_preliminary=after("announce_preliminary"),
                ),
                construed("exit_poll", after_preliminary=within("window", after=done("announce_preliminary"))),
            ),
        ),
        step(
            "report_protocols",
            EVERYWHERE,
            None,
            under(el["94.2"], by("territorial commissions"), within("protocols", after=POLL)),
        ),
        step(
            "announce_preliminary",
            (ElectionDay.WAITING, ElectionDay.COUNTING),
            ElectionDay.PRELIMINARY,
            under(el["43"], after("begin_count")),
        ),
        step(
            "establish_results",
            (ElectionDay.WAITING, *RUNNING, ElectionDay.PUBLISHED),
            ElectionDay.ESTABLISHED,
            under(el["94.2"], by("CEC")),
            under(el["result7"], within("establish", after=POLL)),
        ),
        step(
            "publish_results",
            EVERYWHERE,
            ElectionDay.PUBLISHED,
            under(
                el["44.4"],
                by("CEC"),
                after("establish_results", since="call_election"),
                within("publish", after=POLL),
            ),
        ),
        step(
            "allocate_seats",
            EVERYWHERE,
            None,
            under(
                el["97.1"],
                by("CEC"),
                after("establish_results", since="call_election"),
                seats_as_counted("threshold", "seats", votes_in=("establish_results", "publish_results")),
            ),
        ),
        step(
            "annul_results",
            EVERYWHERE,
            None,
            under(el["95"], by("CEC"), stated("proposed_by", "territorial commission", "citizens")),
        ),
        step(
            "hold_repeat_vote",
            EVERYWHERE,
            None,
            under(el["95"], after("annul_results")),
            under(el["repeat"], within("repeat", after=done("annul_results"))),
        ),
        step("sanction_commissioners", EVERYWHERE, None),
        step(
            "lodge_complaints",
            EVERYWHERE,
            None,
            under(el["49.limits"], unread("the time limits, and who may complain")),
        ),
        step(
            "rule_on_complaints",
            EVERYWHERE,
            None,
            under(el["20.appeal"], by("courts", "court", "Supreme Court", "CEC", "territorial commissions")),
        ),
        step(
            "elect_by_assembly",
            EVERYWHERE,
            None,
            under(
                el["assembly"],
                by("Assembly of the People"),
                at_least("seats", "number"),
                at_most("seats", "number"),
                share_reaches("majority", "lowest_share"),
            ),
            during=el["assembly"],
        ),
        step("cancel_voting", EVERYWHERE, None),
        step(
            "object_to_ruling",
            EVERYWHERE,
            None,
            under(const["73.objection"], by("President"), after("cancel_voting", since="restore_voting")),
            during=const["73.objection"],
        ),
        step(
            "restore_voting",
            EVERYWHERE,
            None,
            under(const["73.objection"], after("object_to_ruling", since="cancel_voting")),
            during=const["73.objection"],
        ),
        step(
            "allocate_seats",
            EVERYWHERE,
            None,
            under(
                const2026["threshold"],
                by("CEC"),
                after("establish_results", since="call_election"),
                seats_as_counted("threshold", "seats", votes_in=("establish_results", "publish_results")),
            ),
            during=const2026["threshold"],
        ),
    ],
    title={"en": "Election day and results"},
)

STATIONS = Procedure(
    "stations",
    Stations,
    [
        step(
            "open_stations",
            tuple(Stations),
            Stations.OPEN,
            under(
                el["38.change"],
                stated("decided_by", "territorial commission"),
                at_local_time(earliest="earliest", latest="latest"),
            ),
            when=on("decided_by", "territorial commission", "precinct commission", "akim", "CEC"),
        ),
        step(
            "open_stations",
            tuple(Stations),
            Stations.OPEN,
            under(el["38"], at_local_time(earliest="opens", latest="opens")),
        ),
        step(
            "close_stations",
            tuple(Stations),
            Stations.CLOSED,
            under(
                el["38.change"],
                stated("decided_by", "territorial commission"),
                at_local_time(earliest="earliest", latest="latest"),
            ),
            when=on("decided_by", "territorial commission", "precinct commission", "akim", "CEC"),
        ),
        step(
            "close_stations",
            tuple(Stations),
            Stations.CLOSED,
            under(el["38"], at_local_time(earliest="closes", latest="closes")),
        ),
    ],
    per="stations",
    title={"en": "Polling stations"},
)
