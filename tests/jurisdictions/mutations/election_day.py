"""Mutations of election day: stations, count, results, seats, districts, repeat votes."""

from fractions import Fraction

from tests.jurisdictions.mutate import add, at, by, complete, drop, facts, status, until
from tests.jurisdictions.mutations.case import CEC, CONTESTED, EL, LAWFUL, UNDETERMINED, UNLAWFUL, Case, when

SEATS = {"Amanat": 41, "Auyl": 8, "Respublica": 6, "Aq Jol": 6, "People's Party of Kazakhstan": 5, "JSDP": 3}


VOTES = {
    "Amanat": 3_431_510,
    "Auyl": 693_938,
    "Respublica": 547_154,
    "Aq Jol": 535_139,
    "People's Party of Kazakhstan": 432_920,
    "Baytaq": 146_431,
}


ANNULLED = add("annul_results", "annul-results", "2023-03-28", "CEC", {"proposed_by": "citizens"})

CASES: tuple[Case, ...] = (
    when("the stations close at 20:30", at("close-utc6", "2023-03-19 20:30")).then(
        "close-utc6", UNLAWFUL, EL + "38", "by 19 March 2023, 20:00", margin="30 minutes late"
    ),
    when(
        "the western stations close when it is 20:00 in Astana and 19:00 where they are",
        at("close-utc5", "2023-03-19 19:00"),
    ).then("close-utc5", UNLAWFUL, EL + "38", "from 19 March 2023, 20:00"),
    when("the stations open at 07:30", at("open-utc6", "2023-03-19 07:30")).then(
        "open-utc6", UNLAWFUL, EL + "38", "by 19 March 2023, 07:00"
    ),
    when("the stations that may open early open at 05:30", at("open-early", "2023-03-19 05:30")).then(
        "open-early", UNLAWFUL, EL + "38.change", "from 19 March 2023, 06:00"
    ),
    when("an akim sets the early hour", facts("open-early", {"decided_by": "akim"})).then(
        "open-early", UNLAWFUL, EL + "38.change", "territorial commission"
    ),
    when("nobody is on record as setting the early hour", facts("open-early", {"decided_by": None})).then(
        "open-early", UNLAWFUL, EL + "38", "from 19 March 2023, 07:00"
    ),
    when("ballots are handed to the voters themselves", facts("ballots-for-relatives", {"to": "the voter"})).then(
        "ballots-for-relatives", LAWFUL, EL + "41.2"
    ),
    when("the stuffing of a box is alleged only", status("stuffing-aktas", "alleged")).then(
        "stuffing-aktas", UNDETERMINED, EL + "41.2"
    ),
    when("the count begins an hour before the stations close", at("begin-count", "2023-03-19 19:00")).then(
        "begin-count", UNLAWFUL, CEC + "count", "from 19 March 2023, 20:00"
    ),
    when(
        "the count lasts thirteen hours and a half",
        at("begin-count", "2023-03-19 20:00"),
        add("end_count", "end-count", "2023-03-20 09:30", "precinct commissions", after="begin-count"),
    ).then("end-count", UNLAWFUL, EL + "43", "by 20 March 2023, 08:00"),
    when(
        "the count lasts eleven hours",
        at("begin-count", "2023-03-19 20:00"),
        add("end_count", "end-count", "2023-03-20 07:00", "precinct commissions", after="begin-count"),
    ).then("end-count", LAWFUL, EL + "43"),
    when("preliminary results are announced before anybody counted", drop("begin-count"), complete("begin_count")).then(
        "announce-preliminary", UNLAWFUL, EL + "43", "begin count"
    ),
    when(
        "an exit poll is published in the evening of polling day",
        at("exit-poll-eurasian", "2023-03-19 21:00"),
        complete("announce_preliminary"),
    ).then("exit-poll-eurasian", UNLAWFUL, EL + "28.9.exit", "from 20 March 2023"),
    when(
        "an exit poll is published half an hour after polling day and before the commission's first results",
        at("exit-poll-eurasian", "2023-03-20 00:30"),
        complete("announce_preliminary"),
    ).then("exit-poll-eurasian", CONTESTED, EL + "28.9.exit", "announce preliminary", working=LAWFUL),
    when(
        "the protocols reach the commission on the third day",
        add("report_protocols", "protocols", "2023-03-22", "territorial commissions"),
    ).then("protocols", UNLAWFUL, EL + "94.2", "by the end of 21 March 2023"),
    when(
        "the results are established on day 7, which every reading allows", at("establish-results", "2023-03-26")
    ).then("establish-results", LAWFUL, EL + "result7"),
    when("the results are established on day 11", at("establish-results", "2023-03-30")).then(
        "establish-results", UNLAWFUL, EL + "result7", "by the end of 29 March 2023"
    ),
    when("the results are published on day 11", at("publish-results", "2023-03-30")).then(
        "publish-results", UNLAWFUL, EL + "44.4", "by the end of 29 March 2023", margin="1 day late"
    ),
    when("the results are published and were never established", drop("establish-results")).then(
        "publish-results", UNLAWFUL, EL + "44.4", "establish results"
    ),
    when("the Government publishes the results", by("publish-results", "Government")).then(
        "publish-results", UNLAWFUL, EL + "44.4", "CEC"
    ),
    when(
        "one seat is declared for Amanat that the votes give to the JSDP", facts("allocate-seats", {"seats": SEATS})
    ).then("allocate-seats", UNLAWFUL, EL + "97.1", "Amanat 40"),
    when(
        "the JSDP has 300,000 votes, below five per cent of either base, and four seats are declared for it",
        facts("establish-results", {"votes": {**VOTES, "JSDP": 300_000}}),
    ).then("allocate-seats", UNLAWFUL, EL + "97.1", "Amanat 42"),
    when(
        "the JSDP has 320,000 votes: enough of the votes for lists and against all, too few of all who took part",
        facts("establish-results", {"votes": {**VOTES, "JSDP": 320_000}}),
    ).then("allocate-seats", CONTESTED, EL + "97.1", "Amanat 42", working=LAWFUL),
    when(
        "a district is given to a candidate with one vote fewer than another",
        facts("winner-4", {"runner_up_votes": 15_931}),
    ).then("winner-4", UNLAWFUL, EL + "9.smd", "2 fewer"),
    when(
        "a district is given to one of two candidates with as many votes",
        facts("winner-4", {"runner_up_votes": 15_930}),
    ).then("winner-4", UNLAWFUL, EL + "9.smd", "1 fewer"),
    when("the winner of a district has more than half", facts("winner-4", {"share": Fraction(51, 100)})).then(
        "winner-4", LAWFUL, EL + "9.smd"
    ),
    when(
        "the election in a district is extended while candidates are left",
        add(
            "extend_election",
            "extend-30",
            "2023-03-15",
            "CEC",
            {"candidates_left": "some"},
            case={"district": "30"},
            after="close-registration",
        ),
    ).then("extend-30", UNLAWFUL, EL + "93-2", "none"),
    when(
        "a vote is repeated where none was declared invalid",
        add("hold_repeat_vote", "repeat-vote", "2023-04-20", "territorial commissions"),
    ).then("repeat-vote", UNLAWFUL, EL + "95", "annul results"),
    when(
        "a vote is repeated three months after the first was declared invalid",
        until("2023-07-31"),
        ANNULLED,
        add("hold_repeat_vote", "repeat-vote", "2023-06-28", "territorial commissions"),
    ).then("repeat-vote", UNLAWFUL, EL + "repeat", "by the end of 28 May 2023"),
    when(
        "a vote is repeated within two months after the first was declared invalid",
        until("2023-07-31"),
        ANNULLED,
        add("hold_repeat_vote", "repeat-vote", "2023-05-28", "territorial commissions"),
    ).then("repeat-vote", LAWFUL, EL + "repeat"),
    when(
        "the commission declares a vote invalid that nobody asked it to",
        add("annul_results", "annul-results", "2023-03-28", "CEC", {"proposed_by": "nobody"}),
    ).then("annul-results", UNLAWFUL, EL + "95", "territorial commission or citizens"),
)
