"""What the law makes of the log of 2023 once something in it is otherwise; each case was written before its replay."""

from fractions import Fraction

import pytest
from attrs import frozen

from procedure.expect import SHOWS
from procedure.judge import replay
from procedure.verdict import Finding, Outcome, Report, Status
from procedure.words import speaker
from tests.jurisdictions.kz_logs import CUTS, cut, cut_report, whole_report
from tests.jurisdictions.mutate import (
    Change,
    add,
    at,
    by,
    changed,
    complete,
    drop,
    drop_kind,
    facts,
    given,
    incomplete,
    moment,
    move,
    on,
    status,
    until,
)

LAWFUL = Outcome.LAWFUL
UNLAWFUL = Outcome.UNLAWFUL
UNDETERMINED = Outcome.UNDETERMINED
CONTESTED = Outcome.CONTESTED
IRREGULAR = Outcome.IRREGULAR
UNPLACED = Outcome.UNPLACED

CONST, EL, CEC = "kz.const.", "kz.el.", "kz.cec."
CLGOV, CLPARL, REGL, PRACTICE = "kz.clgov.", "kz.clparl.", "kz.regl.", "kz.practice."


@frozen(kw_only=True)
class Case:
    """A change of the log, and what the law makes of one act then; `same` marks a control that changes no outcome."""

    log: str
    says: str
    changes: tuple[Change, ...]
    act: str
    outcome: Outcome
    norm: str
    repair: str = ""
    working: Outcome | None = None
    margin: str = ""
    result: str = ""
    same: bool = False

    def __str__(self) -> str:
        return f"{self.log}: {self.says}"


CASES: list[Case] = []


def case(
    log: str,
    says: str,
    changes: Change | tuple[Change, ...],
    act: str,
    outcome: Outcome,
    norm: str = "",
    repair: str = "",
    *,
    working: Outcome | None = None,
    margin: str = "",
    result: str = "",
    same: bool = False,
) -> None:
    """Put a case on the table."""
    several = changes if isinstance(changes, tuple) else (changes,)
    CASES.append(
        Case(
            log=log,
            says=says,
            changes=several,
            act=act,
            outcome=outcome,
            norm=norm,
            repair=repair,
            working=working,
            margin=margin,
            result=result,
            same=same,
        )
    )


# dissolution

LOG = "dissolution"

case(
    LOG,
    "the poll is set for the day after the two months",
    facts("call-election", {"poll_day": on("2023-03-20")}),
    "call-election",
    UNLAWFUL,
    CONST + "51.3",
    "by the end of 19 March 2023",
    margin="1 day late",
)
case(
    LOG,
    "the poll is set for 18 March, the eve, which is in time however the months are counted",
    facts("call-election", {"poll_day": on("2023-03-18")}),
    "call-election",
    LAWFUL,
    CONST + "51.3",
)
case(
    LOG,
    "the gazette prints the decree a day later and the poll is on 20 March: in time only if the gazette counts",
    (
        at("dissolve", "2023-01-19", signed="2023-01-19", published="2023-01-19", effective="2023-01-20"),
        facts("call-election", {"poll_day": on("2023-03-20")}),
    ),
    "call-election",
    CONTESTED,
    CONST + "51.3",
    "by the end of 19 March 2023",
    working=UNLAWFUL,
    same=True,
)
case(
    LOG,
    "the election is called two days after the dissolution and not together with it",
    at("call-election", "2023-01-21"),
    "call-election",
    UNLAWFUL,
    CONST + "51.3",
    "by 19 January 2023",
)
case(
    LOG,
    "the chair of the Senate is not consulted, and the log lists consultations in full",
    facts("consult-on-dissolution", {"with": ("chair of the Mäjilis", "Prime Minister")}),
    "dissolve",
    UNLAWFUL,
    CONST + "63.1",
    "after consultation with chair of the Senate",
)
case(
    LOG,
    "no consultation with the chair of the Senate is on record, and the log does not list them in full",
    (
        facts("consult-on-dissolution", {"with": ("chair of the Mäjilis", "Prime Minister")}),
        incomplete("consult_on_dissolution"),
    ),
    "dissolve",
    UNDETERMINED,
    CONST + "63.1",
    "after consultation with chair of the Senate",
)
case(
    LOG,
    "nobody is consulted",
    drop("consult-on-dissolution"),
    "dissolve",
    UNLAWFUL,
    CONST + "63.1",
    "chair of the Senate, chair of the Mäjilis and Prime Minister",
)
case(
    LOG,
    "the three are consulted the day after the decree",
    at("consult-on-dissolution", "2023-01-20"),
    "dissolve",
    UNLAWFUL,
    CONST + "63.1",
    "after consultation with",
)
case(
    LOG,
    "the Prime Minister dissolves the house",
    by("dissolve", "Prime Minister"),
    "dissolve",
    UNLAWFUL,
    CONST + "63.1",
    "President",
)
case(
    LOG,
    "an acting President dissolves the house",
    (by("dissolve", "acting President"), facts("dissolve", {"capacity": "acting"})),
    "dissolve",
    UNLAWFUL,
    CONST + "48.2",
    "in office",
)
case(
    LOG,
    "whether the President was in office or acting is not on record",
    facts("dissolve", {"capacity": None}),
    "dissolve",
    UNDETERMINED,
    CONST + "48.2",
)
case(
    LOG,
    "a state of emergency has been declared nine days before",
    add("declare_emergency", "emergency", "2023-01-10", "President", {"regime": "state of emergency"}),
    "dissolve",
    UNLAWFUL,
    CONST + "63.2",
    "end emergency",
)
case(
    LOG,
    "martial law in one region has been declared nine days before",
    add(
        "declare_emergency",
        "martial-law",
        "2023-01-10",
        "President",
        {"regime": "martial law", "territory": "Mangystau"},
    ),
    "dissolve",
    UNLAWFUL,
    CONST + "63.2",
    "end emergency",
)
case(
    LOG,
    "a state of emergency was ended the week before",
    (
        add("declare_emergency", "emergency", "2023-01-05", "President", {"regime": "state of emergency"}),
        add("end_emergency", "emergency-over", "2023-01-12", "President", {"regime": "state of emergency"}),
    ),
    "dissolve",
    LAWFUL,
    CONST + "63.2",
    same=True,
)
case(
    LOG,
    "the log does not claim to list every state of emergency",
    incomplete("declare_emergency"),
    "dissolve",
    UNDETERMINED,
    CONST + "63.2",
    "in full",
)
case(
    LOG,
    "the last dissolution was seven months ago",
    given({"last_dissolution": on("2022-06-19")}),
    "dissolve",
    UNLAWFUL,
    CONST + "63.2",
    "from 20 June 2023",
)
case(
    LOG,
    "the last dissolution was a year and a day ago",
    given({"last_dissolution": on("2022-01-18")}),
    "dissolve",
    LAWFUL,
    CONST + "63.2",
    same=True,
)
case(
    LOG,
    "when the house was last dissolved is not given",
    given({"last_dissolution": None}),
    "dissolve",
    UNDETERMINED,
    CONST + "63.2",
)
case(
    LOG,
    "five months of the President's term are left",
    given({"presidential_term_ends": on("2023-06-19")}),
    "dissolve",
    UNLAWFUL,
    CONST + "63.2",
    "by the end of 19 December 2022",
)
case(
    LOG,
    "six months and a day of the President's term are left",
    given({"presidential_term_ends": on("2023-07-20")}),
    "dissolve",
    LAWFUL,
    CONST + "63.2",
    same=True,
)
case(
    LOG,
    "when the President's term ends is not given",
    given({"presidential_term_ends": None}),
    "dissolve",
    UNDETERMINED,
    CONST + "63.2",
)
AGAIN = (
    until("2023-12-31"),
    add(
        "consult_on_dissolution",
        "consult-again",
        "2023-10-18",
        "President",
        {"with": ("chair of the Senate", "chair of the Mäjilis", "Prime Minister")},
    ),
)
case(
    LOG,
    "the new Mäjilis is dissolved nine months after the old one",
    (
        *AGAIN,
        add("dissolve", "dissolve-again", "2023-10-19", "President", {"object": "Mäjilis", "capacity": "in office"}),
    ),
    "dissolve-again",
    UNLAWFUL,
    CONST + "63.2",
    "from 20 January 2024",
)
case(
    LOG,
    "Parliament is dissolved nine months after the Mäjilis: barred if the two bar each other",
    (
        *AGAIN,
        add("dissolve", "dissolve-again", "2023-10-19", "President", {"object": "Parliament", "capacity": "in office"}),
    ),
    "dissolve-again",
    CONTESTED,
    CONST + "63.2",
    "from 20 January 2024",
    working=UNLAWFUL,
)
case(
    LOG,
    "the new Mäjilis is dissolved on the consultation of January, with no other",
    (
        until("2024-12-31"),
        add("dissolve", "dissolve-again", "2024-06-19", "President", {"object": "Mäjilis", "capacity": "in office"}),
    ),
    "dissolve-again",
    UNLAWFUL,
    CONST + "63.1",
    "after consultation with",
)
case(
    LOG,
    "an election is called without a dissolution, long before the term of the house ends",
    (drop("dissolve"), given({"house_term_ends": on("2026-01-15")})),
    "call-election",
    LAWFUL,
    CONST + "51.1",
)
case(
    LOG,
    "an election is called without a dissolution, with a poll in the last month of the term",
    (drop("dissolve"), given({"house_term_ends": on("2023-04-15")})),
    "call-election",
    UNLAWFUL,
    CONST + "51.1",
    "by the end of 15 February 2023",
)
case(
    LOG,
    "the Senate makes a law before the Mäjilis is dissolved",
    add("enact_without_house", "early-law", "2023-01-10", "Senate", {"law": "a law"}),
    "early-law",
    UNLAWFUL,
    CONST + "55.5",
    "after",
)
case(
    LOG,
    "the Senate makes a law alone while the new house sits",
    add("enact_without_house", "late-law", "2023-04-10", "Senate", {"law": "a law"}),
    "late-law",
    UNLAWFUL,
    CONST + "55.5",
    "open joint session",
)
case(
    LOG,
    "the Government makes the law while the Mäjilis is dissolved",
    by("senate-anti-riot-law", "Government"),
    "senate-anti-riot-law",
    UNLAWFUL,
    CONST + "55.5",
    "Senate",
)
case(
    LOG,
    "the chair of the Senate signs the law",
    by("sign-anti-riot-law", "chair of the Senate"),
    "sign-anti-riot-law",
    UNLAWFUL,
    CONST + "62.2",
    "President",
)

# campaign

LOG = "campaign"

case(
    LOG,
    "posters go up on the day of silence",
    add("agitate", "posters", "2023-03-18 12:00", "Amanat", {"medium": "posters"}, case={"party": "Amanat"}),
    "posters",
    UNLAWFUL,
    CEC + "campaign",
    "by 18 March 2023, 00:00",
)
case(
    LOG,
    "posters go up on polling day, after zero hours however they are read",
    add("agitate", "posters", "2023-03-19 12:00", "Amanat", {"medium": "posters"}, case={"party": "Amanat"}),
    "posters",
    UNLAWFUL,
    EL + "27.2",
    "by the end of 17 March 2023",
)
case(
    LOG,
    "the billboards go up in the campaign period",
    at("billboards", "2023-02-20"),
    "billboards",
    LAWFUL,
    EL + "27.2",
)
case(
    LOG,
    "the billboards are alleged and neither admitted nor found",
    status("billboards", "alleged"),
    "billboards",
    UNDETERMINED,
    EL + "27.2",
)
case(
    LOG,
    "the free rides are alleged and not found",
    status("free-rides", "alleged"),
    "free-rides",
    UNDETERMINED,
    EL + "27.gifts",
)
case(
    LOG,
    "the post on social media is published in the campaign period",
    at("post-jylanbaev", "2023-02-20"),
    "post-jylanbaev",
    LAWFUL,
    EL + "27.1",
)
case(
    LOG,
    "a court campaigns for a party",
    add("agitate", "a-court", "2023-03-01", "courts", {"medium": "press", "office": "court"}),
    "a-court",
    UNLAWFUL,
    EL + "27.4",
    "none",
)
case(
    LOG,
    "a rally is held without a permit",
    facts("rally-gandi-park", {"permit": "not sought"}),
    "rally-gandi-park",
    UNLAWFUL,
    EL + "27.rally",
    "granted",
)
case(
    LOG,
    "a rally with a permit is held before registration closes",
    at("rally-gandi-park", "2023-02-12"),
    "rally-gandi-park",
    UNLAWFUL,
    EL + "27.2",
    "after",
)
case(
    LOG,
    "an opinion poll is published on 15 March",
    (at("poll-almaty", "2023-03-15 10:00"), facts("poll-almaty", {"notified": True})),
    "poll-almaty",
    UNLAWFUL,
    EL + "28.9",
    "by the end of 13 March 2023",
)
case(
    LOG,
    "an opinion poll is published on 13 March by a pollster who gave notice",
    (at("poll-almaty", "2023-03-13"), facts("poll-almaty", {"notified": True})),
    "poll-almaty",
    LAWFUL,
    EL + "28.9",
)
case(
    LOG,
    "the pollster of January gave no notice to the commission",
    facts("poll-opinion-january", {"notified": False}),
    "poll-opinion-january",
    UNLAWFUL,
    EL + "28.9.pollsters",
    "yes",
)
case(
    LOG,
    "the calendar is adopted before the election is called",
    at("adopt-calendar", "2023-01-18"),
    "adopt-calendar",
    UNLAWFUL,
    EL + "12",
    "call election",
)
case(
    LOG,
    "the Government adopts the calendar",
    by("adopt-calendar", "Government"),
    "adopt-calendar",
    UNLAWFUL,
    EL + "12",
    "CEC",
)
case(
    LOG,
    "nomination opens and no calendar is on record, nor a full list of them",
    (drop("adopt-calendar"), incomplete("adopt_calendar")),
    "open-nomination",
    UNDETERMINED,
    EL + "12",
    "adopt calendar",
)
case(
    LOG,
    "nomination closes a day late",
    at("close-nomination", "2023-02-09 18:00"),
    "close-nomination",
    UNLAWFUL,
    CEC + "nomination",
    "by 8 February 2023, 18:00",
)
case(
    LOG,
    "a list is nominated on 9 February",
    at("nominate-list-jsdp", "2023-02-09"),
    "nominate-list-jsdp",
    UNLAWFUL,
    CEC + "nomination",
    "by 8 February 2023, 18:00",
)
case(
    LOG,
    "a list is nominated on 8 February at an hour that is not on record",
    at("nominate-list-jsdp", "2023-02-08"),
    "nominate-list-jsdp",
    UNDETERMINED,
    CEC + "nomination",
    "before or after 8 February 2023, 18:00",
)
case(
    LOG,
    "a list has 91 names",
    facts("nominate-list-amanat", {"candidates": 91}),
    "nominate-list-amanat",
    UNLAWFUL,
    EL + "87.cap",
    "1 fewer",
)
case(
    LOG,
    "a list has 90 names: one too many if the cap is exact",
    facts("nominate-list-amanat", {"candidates": 90}),
    "nominate-list-amanat",
    CONTESTED,
    EL + "87.cap",
    "1 fewer",
    working=LAWFUL,
    same=True,
)
case(
    LOG,
    "a list has 89 names",
    facts("nominate-list-amanat", {"candidates": 89}),
    "nominate-list-amanat",
    LAWFUL,
    EL + "87.cap",
)
case(
    LOG,
    "a list is not made by a congress",
    facts("nominate-list-jsdp", {"congress": False}),
    "nominate-list-jsdp",
    UNLAWFUL,
    EL + "87",
    "yes",
)
case(
    LOG,
    "a party that is not registered nominates a list",
    facts("nominate-list-jsdp", {"registered": False}),
    "nominate-list-jsdp",
    UNLAWFUL,
    EL + "87",
    "yes",
)
case(
    LOG,
    "a list is registered half an hour after registration closed",
    at("register-list-amanat", "2023-02-18 18:30"),
    "register-list-amanat",
    UNLAWFUL,
    CEC + "registration",
    "by 18 February 2023, 18:00",
    margin="30 minutes late",
)
case(
    LOG,
    "women, the young and persons with disabilities make up a quarter of a list",
    facts("register-list-amanat", {"quota_share": Fraction(1, 4)}),
    "register-list-amanat",
    UNLAWFUL,
    EL + "87.quota",
    "at least 30%",
)
case(
    LOG,
    "women, the young and persons with disabilities make up just thirty per cent of a list",
    facts("register-list-amanat", {"quota_share": Fraction(3, 10)}),
    "register-list-amanat",
    LAWFUL,
    EL + "87.quota",
)
case(
    LOG,
    "a district commission registers a list",
    by("register-list-amanat", "district commissions"),
    "register-list-amanat",
    UNLAWFUL,
    EL + "89",
    "CEC",
)
case(
    LOG,
    "a list is registered that was never nominated, though another was",
    (drop("nominate-list-amanat"), complete("nominate_list")),
    "register-list-amanat",
    UNLAWFUL,
    EL + "89",
    "nominate list",
)
case(
    LOG,
    "a candidate is registered the day after registration closed",
    at("register-shoraev", "2023-02-19"),
    "register-shoraev",
    UNLAWFUL,
    CEC + "registration",
    "by 18 February 2023, 18:00",
)
case(
    LOG,
    "a candidate is registered who was never nominated",
    (drop("nominate-shoraev"), complete("nominate_candidate")),
    "register-shoraev",
    UNLAWFUL,
    EL + "89.smd",
    "nominate candidate",
)
case(
    LOG,
    "the commission that refused a candidate restores her: who may do so is open",
    facts("restore-tileujan", {"decided_by": "same commission"}),
    "restore-tileujan",
    CONTESTED,
    EL + "20.appeal",
    "court or higher commission",
)
case(
    LOG,
    "a candidate is restored whom nobody refused",
    drop("refuse-tileujan"),
    "restore-tileujan",
    UNPLACED,
)
case(
    LOG,
    "the judgment against a candidate is in force two days before the vote, and he stays on the ballot",
    facts("judgment-shoraev", {"in_force": on("2023-03-17")}),
    "shoraev-on-ballot",
    UNLAWFUL,
    EL + "89.judgment",
    "by the end of 16 March 2023",
)
case(
    LOG,
    "the judgment against a candidate comes into force after the vote",
    facts("judgment-shoraev", {"in_force": on("2023-03-25")}),
    "shoraev-on-ballot",
    CONTESTED,
    EL + "89.judgment",
    working=LAWFUL,
)
case(
    LOG,
    "a candidate who withdrew stays on the ballot",
    add(
        "withdraw_candidate",
        "withdraw-shoraev",
        "2023-03-16",
        "Arman Şoraev",
        case={"candidate": "Arman Şoraev"},
        before="shoraev-on-ballot",
    ),
    "shoraev-on-ballot",
    UNLAWFUL,
    EL + "37.crossing",
    "before",
)
case(
    LOG,
    "registration closes an hour late",
    at("close-registration", "2023-02-18 19:00"),
    "close-registration",
    UNLAWFUL,
    CEC + "registration",
    "by 18 February 2023, 18:00",
)
case(
    LOG,
    "the campaign begins an hour before registration closes",
    at("begin-campaign", "2023-02-18 17:00"),
    "begin-campaign",
    UNLAWFUL,
    EL + "27.2",
    "after",
)
case(
    LOG,
    "the campaign ends on the morning of the day of silence",
    at("end-campaign", "2023-03-18 10:00"),
    "end-campaign",
    UNLAWFUL,
    CEC + "campaign",
    "by 18 March 2023, 00:00",
)
case(
    LOG,
    "the voter lists are approved nineteen days before the vote",
    at("approve-voter-lists", "2023-02-28"),
    "approve-voter-lists",
    UNLAWFUL,
    EL + "24.lists",
    "by the end of 27 February 2023",
)
case(
    LOG,
    "the vote is a day earlier, and the voter lists are approved on the same day as before",
    facts("call-election", {"poll_day": on("2023-03-18")}),
    "approve-voter-lists",
    UNLAWFUL,
    EL + "24.lists",
    "by the end of 26 February 2023",
)
case(
    LOG,
    "the vote is a day earlier, and the calendar leaves the voter lists where they were",
    facts("call-election", {"poll_day": on("2023-03-18")}),
    "adopt-calendar",
    UNLAWFUL,
    EL + "24.lists",
    "by the end of 26 February 2023",
)
case(
    LOG,
    "the commission itself approves the voter lists",
    by("approve-voter-lists", "CEC"),
    "approve-voter-lists",
    UNLAWFUL,
    EL + "24.lists",
    "akims",
)
case(
    LOG,
    "the voter lists are open to voters fourteen days before the vote",
    at("open-list-check", "2023-03-05"),
    "open-list-check",
    UNLAWFUL,
    EL + "26.1",
    "by the end of 4 March 2023",
)
case(
    LOG,
    "requests to vote elsewhere close twenty-nine days before the vote",
    at("close-absentee-requests", "2023-02-18"),
    "close-absentee-requests",
    UNLAWFUL,
    CEC + "absentee_notice",
    "by the end of 17 February 2023",
)
case(
    LOG,
    "absentee papers are issued sixteen days before the vote",
    at("issue-absentee-papers", "2023-03-03"),
    "issue-absentee-papers",
    UNLAWFUL,
    EL + "24.papers",
    "from 4 March 2023",
)
case(
    LOG,
    "observers are accredited an hour after accreditation closed",
    at("first-observers", "2023-03-13 19:00"),
    "first-observers",
    UNLAWFUL,
    CEC + "accreditation",
    "by 13 March 2023, 18:00",
)
case(
    LOG,
    "12,200,000 ballots are printed",
    facts("approve-ballots", {"printed": 12_200_000}),
    "approve-ballots",
    UNLAWFUL,
    EL + "37.ballots",
    "47,124 fewer",
)
case(
    LOG,
    "one ballot fewer is printed, which is within one per cent however it is rounded",
    facts("approve-ballots", {"printed": 12_152_875}),
    "approve-ballots",
    LAWFUL,
    EL + "37.ballots",
)
case(
    LOG,
    "the ballot has no line against all",
    facts("approve-ballots", {"against_all": False}),
    "approve-ballots",
    UNLAWFUL,
    EL + "aa",
    "yes",
)
case(
    LOG,
    "no two districts of a region differ by more than a tenth of the voters: kept only if the region is the measure",
    facts("draw-districts", {"widest_within_region": Fraction(1, 10)}),
    "draw-districts",
    CONTESTED,
    CEC + "districts",
    working=LAWFUL,
)

# election day

LOG = "election day"

case(
    LOG,
    "the stations close at 20:30",
    at("close-utc6", "2023-03-19 20:30"),
    "close-utc6",
    UNLAWFUL,
    EL + "38",
    "by 19 March 2023, 20:00",
    margin="30 minutes late",
)
case(
    LOG,
    "the western stations close when it is 20:00 in Astana and 19:00 where they are",
    at("close-utc5", "2023-03-19 19:00"),
    "close-utc5",
    UNLAWFUL,
    EL + "38",
    "from 19 March 2023, 20:00",
)
case(
    LOG,
    "the stations open at 07:30",
    at("open-utc6", "2023-03-19 07:30"),
    "open-utc6",
    UNLAWFUL,
    EL + "38",
    "by 19 March 2023, 07:00",
)
case(
    LOG,
    "the stations that may open early open at 05:30",
    at("open-early", "2023-03-19 05:30"),
    "open-early",
    UNLAWFUL,
    EL + "38.change",
    "from 19 March 2023, 06:00",
)
case(
    LOG,
    "an akim sets the early hour",
    facts("open-early", {"decided_by": "akim"}),
    "open-early",
    UNLAWFUL,
    EL + "38.change",
    "territorial commission",
)
case(
    LOG,
    "nobody is on record as setting the early hour",
    facts("open-early", {"decided_by": None}),
    "open-early",
    UNLAWFUL,
    EL + "38",
    "from 19 March 2023, 07:00",
)
case(
    LOG,
    "ballots are handed to the voters themselves",
    facts("ballots-for-relatives", {"to": "the voter"}),
    "ballots-for-relatives",
    LAWFUL,
    EL + "41.2",
)
case(
    LOG,
    "the stuffing of a box is alleged only",
    status("stuffing-aktas", "alleged"),
    "stuffing-aktas",
    UNDETERMINED,
    EL + "41.2",
)
case(
    LOG,
    "the count begins an hour before the stations close",
    at("begin-count", "2023-03-19 19:00"),
    "begin-count",
    UNLAWFUL,
    CEC + "count",
    "from 19 March 2023, 20:00",
)
case(
    LOG,
    "the count lasts thirteen hours and a half",
    (
        at("begin-count", "2023-03-19 20:00"),
        add("end_count", "end-count", "2023-03-20 09:30", "precinct commissions", after="begin-count"),
    ),
    "end-count",
    UNLAWFUL,
    EL + "43",
    "by 20 March 2023, 08:00",
)
case(
    LOG,
    "the count lasts eleven hours",
    (
        at("begin-count", "2023-03-19 20:00"),
        add("end_count", "end-count", "2023-03-20 07:00", "precinct commissions", after="begin-count"),
    ),
    "end-count",
    LAWFUL,
    EL + "43",
)
case(
    LOG,
    "preliminary results are announced before anybody counted",
    (drop("begin-count"), complete("begin_count")),
    "announce-preliminary",
    UNLAWFUL,
    EL + "43",
    "begin count",
)
case(
    LOG,
    "an exit poll is published in the evening of polling day",
    (at("exit-poll-eurasian", "2023-03-19 21:00"), complete("announce_preliminary")),
    "exit-poll-eurasian",
    UNLAWFUL,
    EL + "28.9.exit",
    "from 20 March 2023",
)
case(
    LOG,
    "an exit poll is published half an hour after polling day and before the commission's first results",
    (at("exit-poll-eurasian", "2023-03-20 00:30"), complete("announce_preliminary")),
    "exit-poll-eurasian",
    CONTESTED,
    EL + "28.9.exit",
    "announce preliminary",
    working=LAWFUL,
)
case(
    LOG,
    "the protocols reach the commission on the third day",
    add("report_protocols", "protocols", "2023-03-22", "territorial commissions"),
    "protocols",
    UNLAWFUL,
    EL + "94.2",
    "by the end of 21 March 2023",
)
case(
    LOG,
    "the results are established on day 7, which every reading allows",
    at("establish-results", "2023-03-26"),
    "establish-results",
    LAWFUL,
    EL + "result7",
)
case(
    LOG,
    "the results are established on day 11",
    at("establish-results", "2023-03-30"),
    "establish-results",
    UNLAWFUL,
    EL + "result7",
    "by the end of 29 March 2023",
)
case(
    LOG,
    "the results are published on day 11",
    at("publish-results", "2023-03-30"),
    "publish-results",
    UNLAWFUL,
    EL + "44.4",
    "by the end of 29 March 2023",
    margin="1 day late",
)
case(
    LOG,
    "the results are published and were never established",
    drop("establish-results"),
    "publish-results",
    UNLAWFUL,
    EL + "44.4",
    "establish results",
)
case(
    LOG,
    "the Government publishes the results",
    by("publish-results", "Government"),
    "publish-results",
    UNLAWFUL,
    EL + "44.4",
    "CEC",
)
SEATS = {"Amanat": 41, "Auyl": 8, "Respublica": 6, "Aq Jol": 6, "People's Party of Kazakhstan": 5, "JSDP": 3}
case(
    LOG,
    "one seat is declared for Amanat that the votes give to the JSDP",
    facts("allocate-seats", {"seats": SEATS}),
    "allocate-seats",
    UNLAWFUL,
    EL + "97.1",
    "Amanat 40",
)
VOTES = {
    "Amanat": 3_431_510,
    "Auyl": 693_938,
    "Respublica": 547_154,
    "Aq Jol": 535_139,
    "People's Party of Kazakhstan": 432_920,
    "Baytaq": 146_431,
}
case(
    LOG,
    "the JSDP has 300,000 votes, below five per cent of either base, and four seats are declared for it",
    facts("establish-results", {"votes": {**VOTES, "JSDP": 300_000}}),
    "allocate-seats",
    UNLAWFUL,
    EL + "97.1",
    "Amanat 42",
)
case(
    LOG,
    "the JSDP has 320,000 votes: enough of the votes for lists and against all, too few of all who took part",
    facts("establish-results", {"votes": {**VOTES, "JSDP": 320_000}}),
    "allocate-seats",
    CONTESTED,
    EL + "97.1",
    "Amanat 42",
    working=LAWFUL,
)
case(
    LOG,
    "a district is given to a candidate with one vote fewer than another",
    facts("winner-4", {"runner_up_votes": 15_931}),
    "winner-4",
    UNLAWFUL,
    EL + "9.smd",
    "2 fewer",
)
case(
    LOG,
    "a district is given to one of two candidates with as many votes",
    facts("winner-4", {"runner_up_votes": 15_930}),
    "winner-4",
    UNLAWFUL,
    EL + "9.smd",
    "1 fewer",
)
case(
    LOG,
    "the winner of a district has more than half",
    facts("winner-4", {"share": Fraction(51, 100)}),
    "winner-4",
    LAWFUL,
    EL + "9.smd",
)
case(
    LOG,
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
    "extend-30",
    UNLAWFUL,
    EL + "93-2",
    "none",
)
case(
    LOG,
    "a vote is repeated where none was declared invalid",
    add("hold_repeat_vote", "repeat-vote", "2023-04-20", "territorial commissions"),
    "repeat-vote",
    UNLAWFUL,
    EL + "95",
    "annul results",
)
ANNULLED = add("annul_results", "annul-results", "2023-03-28", "CEC", {"proposed_by": "citizens"})
case(
    LOG,
    "a vote is repeated three months after the first was declared invalid",
    (until("2023-07-31"), ANNULLED, add("hold_repeat_vote", "repeat-vote", "2023-06-28", "territorial commissions")),
    "repeat-vote",
    UNLAWFUL,
    EL + "repeat",
    "by the end of 28 May 2023",
)
case(
    LOG,
    "a vote is repeated within two months after the first was declared invalid",
    (until("2023-07-31"), ANNULLED, add("hold_repeat_vote", "repeat-vote", "2023-05-28", "territorial commissions")),
    "repeat-vote",
    LAWFUL,
    EL + "repeat",
)
case(
    LOG,
    "the commission declares a vote invalid that nobody asked it to",
    add("annul_results", "annul-results", "2023-03-28", "CEC", {"proposed_by": "nobody"}),
    "annul-results",
    UNLAWFUL,
    EL + "95",
    "territorial commission or citizens",
)

# convening

LOG = "convening"

case(
    LOG,
    "the session is convened on day 31",
    (
        drop("open-joint-session"),
        at("convene", "2023-04-27"),
        facts("convene", {"session": moment("2023-04-27 10:00")}),
    ),
    "convene",
    UNLAWFUL,
    CONST + "59.2",
    "by the end of 26 April 2023",
    margin="1 day late",
)
case(
    LOG,
    "the session is convened at once, for day 31",
    facts("convene", {"session": moment("2023-04-27 10:00")}),
    "convene",
    UNLAWFUL,
    CONST + "59.2",
    "by the end of 26 April 2023",
)
case(
    LOG,
    "the session is convened for day 30, before the deputies are registered",
    facts("convene", {"session": moment("2023-04-26 10:00")}),
    "convene",
    CONTESTED,
    CONST + "59.2",
    working=LAWFUL,
    same=True,
)
case(
    LOG,
    "the deputies are registered before the session is convened",
    (move("register-deputies", before="convene"), at("register-deputies", "2023-03-27")),
    "convene",
    LAWFUL,
    CONST + "59.2",
)
case(
    LOG,
    "the session is convened before the results are published",
    at("convene", "2023-03-26"),
    "convene",
    UNLAWFUL,
    CONST + "59.2",
    "publish results",
)
case(
    LOG,
    "the chair of the Senate convenes the session",
    by("convene", "chair of the Senate"),
    "convene",
    UNLAWFUL,
    CONST + "44.2",
    "President",
)
case(
    LOG,
    "a party chooses its deputies on day 11",
    at("choose-jsdp", "2023-04-07"),
    "choose-jsdp",
    UNLAWFUL,
    EL + "97.5",
    "by the end of 6 April 2023",
)
case(
    LOG,
    "the deputies are registered before the results are published",
    at("register-deputies", "2023-03-26"),
    "register-deputies",
    UNLAWFUL,
    EL + "98",
    "publish results",
)
case(
    LOG,
    "ninety-nine deputies are registered",
    facts("register-deputies", {"number": 99}),
    "register-deputies",
    UNLAWFUL,
    CONST + "50.3",
    "1 fewer",
)
case(
    LOG,
    "the chair of the old house registers the deputies",
    by("register-deputies", "chair of the Mäjilis"),
    "register-deputies",
    UNLAWFUL,
    EL + "98",
    "CEC",
)
case(
    LOG,
    "the first session opens and nobody convened it",
    drop("convene"),
    "open-joint-session",
    UNLAWFUL,
    CONST + "59.2",
    "convene",
)
case(
    LOG,
    "the first session opens on day 31",
    at("open-joint-session", "2023-04-27 10:00"),
    "open-joint-session",
    UNLAWFUL,
    CONST + "59.2",
    "by the end of 26 April 2023",
)
case(
    LOG,
    "the first session opens before any deputy is registered",
    drop("register-deputies"),
    "open-joint-session",
    UNLAWFUL,
    EL + "98",
    "register deputies",
)
case(
    LOG,
    "the chair of the Senate opens the first session",
    by("open-joint-session", "chair of the Senate"),
    "open-joint-session",
    UNLAWFUL,
    CLPARL + "open",
    "President",
)
case(
    LOG,
    "65 deputies are present at the opening",
    facts("open-joint-session", {"deputies_present": 65}),
    "open-joint-session",
    UNLAWFUL,
    CONST + "59.5",
    "1 member more",
    margin="1 member short",
)
case(
    LOG,
    "66 deputies are present at the opening",
    facts("open-joint-session", {"deputies_present": 66}),
    "open-joint-session",
    LAWFUL,
    CONST + "59.5",
    same=True,
)
case(
    LOG,
    "33 of 50 senators are present at the opening",
    facts("open-joint-session", {"senators_present": 33}),
    "open-joint-session",
    UNLAWFUL,
    CONST + "59.5",
    "1 member more",
)
case(
    LOG,
    "34 of 50 senators are present at the opening",
    facts("open-joint-session", {"senators_present": 34}),
    "open-joint-session",
    LAWFUL,
    CONST + "59.5",
    same=True,
)
case(
    LOG,
    "how many seats the Senate has is not given",
    given({"senate_seats": None}),
    "open-joint-session",
    UNDETERMINED,
    CONST + "59.5",
)
case(
    LOG,
    "the old chair opens the first plenary",
    by("open-plenary", "chair of the Mäjilis"),
    "open-plenary",
    UNLAWFUL,
    CLPARL + "open",
    "CEC chair",
)
case(
    LOG,
    "60 deputies are present at the first plenary",
    facts("open-plenary", {"present": 60}),
    "open-plenary",
    UNLAWFUL,
    CONST + "59.5",
    "6 members more",
)
case(
    LOG,
    "all 98 deputies are present at the first plenary",
    facts("open-plenary", {"present": 98}),
    "open-plenary",
    LAWFUL,
    CONST + "59.5",
)
case(
    LOG,
    "the deputies swear the day before the session opens",
    at("swear-in-deputies", "2023-03-28"),
    "swear-in-deputies",
    UNLAWFUL,
    CONST + "49.2",
    "open joint session",
)
case(
    LOG,
    "people swear the oath who were not registered as deputies",
    drop("register-deputies"),
    "swear-in-deputies",
    UNLAWFUL,
    CONST + "51.6",
    "register deputies",
)
case(
    LOG,
    "three deputies form a faction where the smallest list has four seats",
    facts("faction-jsdp", {"members": 3}),
    "faction-jsdp",
    UNLAWFUL,
    REGL + "157",
    "1 more",
)
case(
    LOG,
    "the number of members of the largest faction is on record",
    facts("faction-amanat", {"members": 62}),
    "faction-amanat",
    LAWFUL,
    REGL + "157",
)

# chairman

LOG = "chairman"

case(
    LOG,
    "the chair is declared elected with 49 votes",
    facts("elect-chairman", {"present": 98, "for": 49, "against": 49, "declared": "elected"}),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "1 vote more, or declared: not elected",
    margin="1 vote short",
    result="not elected",
)
case(
    LOG,
    "with 49 votes the chair is declared not elected, which is a lawful act that fails",
    facts("elect-chairman", {"present": 98, "for": 49, "against": 49, "declared": "not elected"}),
    "elect-chairman",
    LAWFUL,
    CONST + "58.1",
    margin="1 vote short",
    result="not elected",
    same=True,
)
case(
    LOG,
    "the chair is declared elected with 50 votes",
    facts("elect-chairman", {"present": 98, "for": 50, "against": 48, "declared": "elected"}),
    "elect-chairman",
    LAWFUL,
    CONST + "58.1",
    margin="0 votes above",
    result="elected",
    same=True,
)
case(
    LOG,
    "with 50 votes the chair is declared not elected",
    facts("elect-chairman", {"present": 98, "for": 50, "against": 48, "declared": "not elected"}),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "if declared: elected",
    result="elected",
)
case(
    LOG,
    "97 deputies hold a seat and 49 elect the chair: enough of those in office, too few of the seats",
    (
        facts("register-deputies", {"number": 97, "districts": 28}),
        facts("elect-chairman", {"present": 97, "for": 49, "against": 48, "declared": "elected"}),
    ),
    "elect-chairman",
    CONTESTED,
    CONST + "58.1",
    "1 vote more, or declared: not elected",
    working=UNLAWFUL,
)
case(
    LOG,
    "the chair is elected by open ballot",
    facts("elect-chairman", {"ballot": "open"}),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "by secret ballot",
)
case(
    LOG,
    "the papers can be traced to those who voted",
    facts("elect-chairman", {"traced": True}),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "by secret ballot",
)
case(
    LOG,
    "the house publishes how each deputy voted",
    facts("elect-chairman", {"votes_published": True}),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "by secret ballot",
)
case(
    LOG,
    "whether the ballot was secret is not on record",
    facts("elect-chairman", {"ballot": None}),
    "elect-chairman",
    UNDETERMINED,
    CONST + "58.1",
)
case(
    LOG,
    "97 votes are cast for the chair by 96 who are present",
    facts("elect-chairman", {"present": 96, "for": 97, "declared": "elected"}),
    "elect-chairman",
    UNDETERMINED,
    CONST + "58.1",
    "numbers that agree",
)
case(
    LOG,
    "60 deputies are present, and 55 elect the chair",
    facts("elect-chairman", {"present": 60, "for": 55, "against": 5, "declared": "elected"}),
    "elect-chairman",
    UNLAWFUL,
    CONST + "59.5",
    "6 members more",
)
case(
    LOG,
    "the chair is elected the day before the session opens",
    at("elect-chairman", "2023-03-28"),
    "elect-chairman",
    UNLAWFUL,
    CONST + "49.2",
    "open joint session",
)
case(
    LOG,
    "the chair is elected and nobody was nominated",
    (drop("nominate-chairman"), complete("nominate_chairman")),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "nominate chairman",
)
case(
    LOG,
    "the Senate elects the chair of the Mäjilis",
    by("elect-chairman", "Senate"),
    "elect-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "Mäjilis",
)
case(
    LOG,
    "the deputies swear their oath only after the chair is elected",
    (move("swear-in-deputies", after="elect-chairman"), complete("swear_in_deputies")),
    "elect-chairman",
    IRREGULAR,
    PRACTICE + "oath-first",
    "swear in deputies",
)
case(
    LOG,
    "the President nominates the chair",
    by("nominate-chairman", "President"),
    "nominate-chairman",
    UNLAWFUL,
    CONST + "58.1",
    "deputies",
)
case(
    LOG,
    "a candidate is nominated though no plenary was opened",
    (drop("open-plenary"), complete("open_plenary")),
    "nominate-chairman",
    UNLAWFUL,
    CLPARL + "open",
    "open plenary",
)
case(
    LOG,
    "the vote itself is held openly",
    facts("hold-chair-ballot", {"ballot": "open"}),
    "hold-chair-ballot",
    UNLAWFUL,
    CONST + "58.1",
    "by secret ballot",
)
case(
    LOG,
    "the vote is held on paper, as is the practice",
    facts("hold-chair-ballot", {"medium": "paper"}),
    "hold-chair-ballot",
    LAWFUL,
    PRACTICE + "paper-ballot",
)
case(
    LOG,
    "the vote is held and no commission was elected for it",
    (drop("elect-counting-commission"), complete("elect_counting_commission")),
    "hold-chair-ballot",
    UNLAWFUL,
    REGL + "2.1",
    "elect counting commission",
)
case(
    LOG,
    "the commission for the ballot is elected by secret vote",
    facts("elect-counting-commission", {"ballot": "secret"}),
    "elect-counting-commission",
    UNLAWFUL,
    REGL + "2.1",
    "by open ballot",
)
case(
    LOG,
    "the commission for the ballot is elected after the chair",
    move("elect-counting-commission", after="elect-chairman"),
    "elect-counting-commission",
    UNLAWFUL,
    REGL + "2.1",
    "before",
)
case(
    LOG,
    "a deputy chair is elected by secret vote",
    facts("elect-rau", {"ballot": "secret"}),
    "elect-rau",
    UNLAWFUL,
    REGL + "deputy-chairs",
    "by open ballot",
)
case(
    LOG,
    "a deputy chair is elected whom nobody proposed",
    (drop("propose-rau"), complete("propose_deputy_chair")),
    "elect-rau",
    UNLAWFUL,
    CLPARL + "9.8",
    "propose deputy chair",
)
case(
    LOG,
    "deputies and not the chair propose a deputy chair",
    by("propose-rau", "deputies"),
    "propose-rau",
    UNLAWFUL,
    CLPARL + "9.8",
    "chair of the Mäjilis",
)
case(
    LOG,
    "a deputy chair is proposed after a ballot that elected no chair",
    (
        facts("elect-chairman", {"present": 98, "for": 49, "against": 49, "declared": "not elected"}),
        complete("elect_chairman"),
    ),
    "propose-rau",
    UNLAWFUL,
    CLPARL + "9.8",
    "elect chairman",
)

# cabinet

LOG = "cabinet"

case(
    LOG,
    "the Government lays down its powers before the results: too early if the house is the addressee",
    at("lay-down-powers", "2023-03-26"),
    "lay-down-powers",
    UNDETERMINED,
    CONST + "70.1",
    working=UNLAWFUL,
    same=True,
)
case(
    LOG,
    "the Government lays down its powers on 28 March: early only if the opening counts, in time if time is meant",
    at("lay-down-powers", "2023-03-28 12:00"),
    "lay-down-powers",
    CONTESTED,
    CONST + "70.1",
    "open joint session",
    working=LAWFUL,
)
case(
    LOG,
    "the Government lays down its powers in the afternoon, after the house convened: late only if time is meant",
    at("lay-down-powers", "2023-03-29 15:00"),
    "lay-down-powers",
    CONTESTED,
    CONST + "70.1",
    "by 29 March 2023, 10:00",
    working=LAWFUL,
)
case(
    LOG,
    "the President lays down the Government's powers for it",
    by("lay-down-powers", "President"),
    "lay-down-powers",
    UNLAWFUL,
    CONST + "70.1",
    "Government",
)
case(
    LOG,
    "a caretaker is appointed where the law itself lets the Government go on",
    facts("note-laying-down", {"caretaker": "by appointment"}),
    "note-laying-down",
    UNLAWFUL,
    CLGOV + "4",
    "by law",
)
case(
    LOG,
    "a decree notes a laying-down that never was",
    drop("lay-down-powers"),
    "note-laying-down",
    UNLAWFUL,
    CONST + "70.1",
    "lay down powers",
)
RESIGNATION = add("tender_resignation", "resign", "2023-04-18", "Government")
case(
    LOG,
    "a resignation is accepted on day 11",
    (RESIGNATION, add("accept_resignation", "accept", "2023-04-29", "President")),
    "accept",
    UNLAWFUL,
    CONST + "70.answer",
    "by the end of 28 April 2023",
)
case(
    LOG,
    "a resignation is accepted on day 10",
    (RESIGNATION, add("accept_resignation", "accept", "2023-04-28", "President")),
    "accept",
    LAWFUL,
    CONST + "70.answer",
)
case(
    LOG,
    "a resignation is rejected on day 11",
    (RESIGNATION, add("reject_resignation", "reject", "2023-04-29", "President")),
    "reject",
    UNLAWFUL,
    CONST + "70.answer",
    "by the end of 28 April 2023",
)
case(
    LOG,
    "a resignation is accepted that nobody tendered",
    add("accept_resignation", "accept", "2023-04-20", "President"),
    "accept",
    UNLAWFUL,
    CONST + "70.answer",
    "tender resignation",
)
case(
    LOG,
    "the President tenders the Government's resignation",
    add("tender_resignation", "resign", "2023-04-18", "President"),
    "resign",
    UNLAWFUL,
    CONST + "70.resign",
    "Government",
)


def motion(initiators: int = 20) -> Change:
    """A motion of no confidence by so many deputies."""
    return add("move_no_confidence", "motion", "2023-04-18", "deputies", {"initiators": initiators})


def no_confidence(votes: int, declared: str, present: int = 98) -> Change:
    """A vote of no confidence with so many for it."""
    said = {"for": votes, "against": present - votes, "present": present, "declared": declared}
    return add("vote_no_confidence", "no-confidence", "2023-04-20", "Mäjilis", said)


case(
    LOG,
    "19 deputies move no confidence",
    motion(19),
    "motion",
    UNLAWFUL,
    CONST + "56.2",
    "1 more",
)
case(LOG, "20 deputies move no confidence", motion(20), "motion", LAWFUL, CONST + "56.2", margin="0 to spare")
case(
    LOG,
    "no confidence is declared carried with 49 votes",
    (motion(), no_confidence(49, "carried")),
    "no-confidence",
    UNLAWFUL,
    CONST + "56.2",
    "1 vote more, or declared: not carried",
    result="not carried",
)
case(
    LOG,
    "no confidence is declared not carried with 49 votes, which is lawful",
    (motion(), no_confidence(49, "not carried")),
    "no-confidence",
    LAWFUL,
    CONST + "56.2",
    result="not carried",
)
case(
    LOG,
    "no confidence is carried with 50 votes",
    (motion(), no_confidence(50, "carried")),
    "no-confidence",
    LAWFUL,
    CONST + "56.2",
    margin="0 votes above",
    result="carried",
)
case(
    LOG,
    "no confidence is carried with 50 votes of 60 present",
    (motion(), no_confidence(50, "carried", present=60)),
    "no-confidence",
    UNLAWFUL,
    CONST + "59.5",
    "6 members more",
)
case(
    LOG,
    "no confidence is voted and nobody moved it",
    (no_confidence(50, "carried"), complete("move_no_confidence")),
    "no-confidence",
    UNLAWFUL,
    CONST + "56.2",
    "move no confidence",
)
case(
    LOG,
    "an acting President dismisses the Government",
    add("dismiss_government", "dismissal", "2023-04-20", "acting President", {"capacity": "acting"}),
    "dismissal",
    UNLAWFUL,
    CONST + "48.2",
    "in office",
)
case(
    LOG,
    "the President dismisses the Government",
    add("dismiss_government", "dismissal", "2023-04-20", "President", {"capacity": "in office"}),
    "dismissal",
    LAWFUL,
    CONST + "70.own",
)
case(
    LOG,
    "the structure of the Government is proposed on day 11",
    add("propose_structure", "structure", "2023-04-10", "Prime Minister"),
    "structure",
    UNLAWFUL,
    CONST + "65.2",
    "by the end of 9 April 2023",
    margin="1 day late",
)
case(
    LOG,
    "the structure of the Government is proposed on day 10",
    add("propose_structure", "structure", "2023-04-09", "Prime Minister"),
    "structure",
    LAWFUL,
    CONST + "65.2",
)
case(
    LOG,
    "the President proposes the structure to himself",
    add("propose_structure", "structure", "2023-04-05", "President"),
    "structure",
    UNLAWFUL,
    CONST + "65.2",
    "Prime Minister",
)
case(
    LOG,
    "the structure is set and nobody proposed it",
    (add("approve_structure", "approval", "2023-04-05", "President"), complete("propose_structure")),
    "approval",
    UNLAWFUL,
    CONST + "44.3",
    "propose structure",
)
case(
    LOG,
    "a minister is appointed without consulting the Mäjilis",
    facts("appoint-health-minister", {"consulted": False}),
    "appoint-health-minister",
    UNLAWFUL,
    CONST + "44.3",
    "yes",
)
case(
    LOG,
    "a minister is appointed after consulting the Mäjilis",
    facts("appoint-health-minister", {"consulted": True}),
    "appoint-health-minister",
    LAWFUL,
    CONST + "44.3",
)
case(
    LOG,
    "the minister of foreign affairs is appointed without consulting the Mäjilis",
    facts("appoint-foreign-minister", {"consulted": False}),
    "appoint-foreign-minister",
    LAWFUL,
    CONST + "44.3",
    same=True,
)
case(
    LOG,
    "the Prime Minister appoints a minister",
    (by("appoint-health-minister", "Prime Minister"), facts("appoint-health-minister", {"consulted": True})),
    "appoint-health-minister",
    UNLAWFUL,
    CONST + "44.3",
    "President",
)
case(
    LOG,
    "a minister is appointed the evening before the Prime Minister",
    (at("appoint-health-minister", "2023-03-29 20:00"), facts("appoint-health-minister", {"consulted": True})),
    "appoint-health-minister",
    UNLAWFUL,
    CONST + "44.3",
    "appoint pm",
)
case(
    LOG,
    "the Government swears its oath before any minister is appointed",
    (
        drop_kind("appoint_minister"),
        complete("appoint_minister"),
        add("swear_in_government", "oath", "2023-04-02", "Government"),
    ),
    "oath",
    UNLAWFUL,
    CONST + "65.3",
    "appoint minister",
)

# nomination

LOG = "nomination"

case(
    LOG,
    "one faction is not consulted, and the log lists consultations in full",
    drop("consult-jsdp"),
    "nominate-pm",
    UNLAWFUL,
    CONST + "44.3",
    "after consultation with JSDP",
)
case(
    LOG,
    "no consultation with one faction is on record, and the log does not list them in full",
    (drop("consult-jsdp"), incomplete("consult_faction")),
    "nominate-pm",
    UNDETERMINED,
    CONST + "44.3",
    "after consultation with JSDP",
)
case(
    LOG,
    "the factions on record were consulted, but the log does not claim to list them all",
    incomplete("form_faction"),
    "nominate-pm",
    UNDETERMINED,
    CONST + "44.3",
    "in full",
)
case(
    LOG,
    "a candidate is nominated while the Government sits",
    (drop("lay-down-powers", "note-laying-down"), complete("accept_resignation")),
    "nominate-pm",
    UNLAWFUL,
    CONST + "44.3",
    "lay down powers",
)
case(
    LOG,
    "no end of the Government is on record, and the log does not list acceptances of a resignation in full",
    drop("lay-down-powers", "note-laying-down"),
    "nominate-pm",
    UNDETERMINED,
    CONST + "44.3",
    "lay down powers",
)
case(
    LOG,
    "the party nominates the Prime Minister itself",
    by("nominate-pm", "Amanat"),
    "nominate-pm",
    UNLAWFUL,
    CONST + "44.3",
    "President",
)
case(
    LOG,
    "the President nominates though no party proposed anybody: a practice is broken, not the law",
    (drop("propose-candidate"), complete("propose_candidate")),
    "nominate-pm",
    IRREGULAR,
    PRACTICE + "party-proposes",
    "propose candidate",
)
case(
    LOG,
    "the party proposes after the President has nominated",
    move("propose-candidate", after="nominate-pm"),
    "propose-candidate",
    IRREGULAR,
    PRACTICE + "party-proposes",
    "before",
)
case(
    LOG,
    "a faction is consulted that was never formed",
    drop("faction-jsdp"),
    "consult-jsdp",
    UNLAWFUL,
    REGL + "157",
    "form faction",
)
case(
    LOG,
    "the chair of the Mäjilis consults a faction in the President's place",
    by("consult-jsdp", "chair of the Mäjilis"),
    "consult-jsdp",
    UNLAWFUL,
    CONST + "44.3",
    "President",
)


def vote(votes: int, against: int, declared: str, *, opening: int = 98, present: int | None = None) -> Change:
    """A vote on consent without abstentions, everybody who is present taking part."""
    there = votes + against if present is None else present
    said = {
        "for": votes,
        "against": against,
        "abstained": 0,
        "voting": votes + against,
        "present": there,
        "present_at_opening": opening,
        "declared": declared,
    }
    return facts("consent", said)


case(
    LOG,
    "consent is declared given with 49 votes",
    vote(49, 49, "given"),
    "consent",
    UNLAWFUL,
    CONST + "56.1.2",
    "1 vote more, or declared: refused",
    margin="1 vote short",
    result="refused",
)
case(
    LOG,
    "consent is declared refused with 49 votes, which is lawful",
    vote(49, 49, "refused"),
    "consent",
    LAWFUL,
    CONST + "56.1.2",
    result="refused",
    same=True,
)
case(
    LOG,
    "consent is declared given with 50 votes",
    vote(50, 48, "given"),
    "consent",
    LAWFUL,
    CONST + "56.1.2",
    margin="0 votes above",
    result="given",
    same=True,
)
case(
    LOG,
    "consent is declared refused with 82 votes",
    vote(82, 15, "refused"),
    "consent",
    UNLAWFUL,
    CONST + "56.1.2",
    "if declared: given",
    result="given",
)
case(
    LOG,
    "97 deputies hold a seat and 49 consent: enough of those in office, too few of the seats",
    (facts("register-deputies", {"number": 97, "districts": 28}), vote(49, 48, "given", opening=97)),
    "consent",
    CONTESTED,
    CONST + "56.1.2",
    "1 vote more, or declared: refused",
    working=UNLAWFUL,
)
case(
    LOG,
    "60 deputies are present and vote",
    vote(52, 8, "given", opening=60),
    "consent",
    UNLAWFUL,
    CONST + "59.5",
    "6 members more",
    margin="6 members short",
)
case(
    LOG,
    "65 deputies are present and vote",
    vote(60, 5, "given", opening=65),
    "consent",
    UNLAWFUL,
    CONST + "59.5",
    "1 member more",
)
case(
    LOG,
    "66 deputies are present and vote",
    vote(60, 6, "given", opening=66),
    "consent",
    LAWFUL,
    CONST + "59.5",
    same=True,
)
case(
    LOG,
    "60 deputies are present at the opening and 97 when the vote is taken",
    vote(82, 15, "given", opening=60),
    "consent",
    CONTESTED,
    CONST + "59.5",
    "6 members more",
    working=UNLAWFUL,
)
case(
    LOG,
    "96 deputies are present at the opening and 60 when the vote is taken",
    vote(52, 8, "given", opening=96),
    "consent",
    CONTESTED,
    CONST + "59.5",
    "6 members more",
    working=LAWFUL,
)
case(
    LOG,
    "more votes are counted than deputies voted",
    facts("consent", {"for": 82, "against": 20, "abstained": 8, "voting": 97}),
    "consent",
    UNDETERMINED,
    CONST + "56.1.2",
    "numbers that agree",
)
case(
    LOG,
    "the house consents to somebody whom nobody nominated",
    drop("nominate-pm"),
    "consent",
    UNLAWFUL,
    CONST + "56.1.2",
    "nominate pm",
)
case(
    LOG,
    "the Senate consents",
    by("consent", "Senate"),
    "consent",
    UNLAWFUL,
    CONST + "56.1.2",
    "Mäjilis",
)
case(
    LOG,
    "a house consents that was dissolved after its session opened",
    add(
        "dissolve",
        "dissolve-again",
        "2023-03-30",
        "President",
        {"object": "Mäjilis", "capacity": "in office"},
        before="consent",
    ),
    "consent",
    UNLAWFUL,
    CONST + "49.2",
    "before",
)
case(
    LOG,
    "the Prime Minister is appointed before the house consents",
    move("appoint-pm", before="consent"),
    "appoint-pm",
    UNLAWFUL,
    CONST + "44.3",
    "consent",
)
case(
    LOG,
    "the Prime Minister is appointed after the house refused",
    vote(49, 49, "refused"),
    "appoint-pm",
    UNLAWFUL,
    CONST + "44.3",
    "consent",
)
case(
    LOG,
    "the Prime Minister is appointed on a vote declared given with 49: the house broke the law, the President not",
    vote(49, 49, "given"),
    "appoint-pm",
    LAWFUL,
    CONST + "44.3",
    same=True,
)
case(
    LOG,
    "the chair of the Mäjilis appoints the Prime Minister",
    by("appoint-pm", "chair of the Mäjilis"),
    "appoint-pm",
    UNLAWFUL,
    CONST + "44.3",
    "President",
)


# the tests


def findings(report: Report, each: Case) -> list[Finding]:
    """The findings under the norm of a case that hold what its outcome rests on."""
    wanted = SHOWS.get(each.outcome, frozenset((Status.KEPT,)))
    return [
        finding
        for finding in report.verdict(each.act).findings
        if finding.norm == each.norm and finding.statuses & wanted
    ]


@pytest.mark.parametrize("each", CASES, ids=str)
def test_mutation(each: Case) -> None:
    """The act has the outcome that the law gives it, under the norm that says so, with the way out."""
    report = replay(changed(cut(each.log), *each.changes))
    verdict = report.verdict(each.act)
    said = speaker(report)

    assert verdict.outcome is each.outcome
    if each.working is not None:
        assert verdict.working is each.working
    if each.norm:
        assert each.norm in report.verdict(each.act).heard
        assert findings(report, each)
    heard = [opinion.heard for finding in findings(report, each) for opinion in finding.opinions]
    if each.repair:
        assert any(each.repair in said.say(one.repair) for one in heard), [said.say(one.repair) for one in heard]
    if each.margin:
        assert any(each.margin in said.say(one.margin) for one in heard), [said.say(one.margin) for one in heard]
    if each.result:
        assert verdict.result is not None
        assert dict(verdict.result.values)["word"] == each.result


@pytest.mark.parametrize("each", [case for case in CASES if not case.same], ids=str)
def test_mutation_changes_the_outcome(each: Case) -> None:
    """The act, where the log has it, had another outcome before the change."""
    before = [verdict.outcome for verdict in cut_report(each.log).verdicts if verdict.act == each.act]

    assert each.outcome not in before


def test_every_procedure_has_its_cases() -> None:
    """Each of the seven procedures has at least three mutations that change an outcome, and all have more than fifty."""
    counted = [sum(case.log == log and not case.same for case in CASES) for log in CUTS]

    assert len(CUTS) == 7
    assert min(counted) >= 3
    assert sum(counted) >= 50
    assert len({str(case) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("log", CUTS)
def test_cutting_changes_no_verdict(log: str) -> None:
    """An act that a cut keeps has the verdict that it has in the whole log."""
    whole = whole_report()

    assert [verdict for verdict in cut_report(log).verdicts if verdict != whole.verdict(verdict.act)] == []
