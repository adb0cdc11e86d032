"""Mutations of the campaign: the timetable, the lists, the candidates, those who campaign."""

from fractions import Fraction

from tests.jurisdictions.mutate import add, at, by, complete, drop, facts, incomplete, on, status
from tests.jurisdictions.mutations.case import (
    CEC,
    CONTESTED,
    EL,
    LAWFUL,
    UNDETERMINED,
    UNLAWFUL,
    UNPLACED,
    Case,
    still,
    when,
)

CASES: tuple[Case, ...] = (
    when(
        "posters go up on the day of silence",
        add("agitate", "posters", "2023-03-18 12:00", "Amanat", {"medium": "posters"}, case={"party": "Amanat"}),
    ).then("posters", UNLAWFUL, CEC + "campaign", "by 18 March 2023, 00:00"),
    when(
        "posters go up on polling day, after zero hours however they are read",
        add("agitate", "posters", "2023-03-19 12:00", "Amanat", {"medium": "posters"}, case={"party": "Amanat"}),
    ).then("posters", UNLAWFUL, EL + "27.2", "by the end of 17 March 2023"),
    when("the billboards go up in the campaign period", at("billboards", "2023-02-20")).then(
        "billboards", LAWFUL, EL + "27.2"
    ),
    when("the billboards are alleged and neither admitted nor found", status("billboards", "alleged")).then(
        "billboards", UNDETERMINED, EL + "27.2"
    ),
    when("the free rides are alleged and not found", status("free-rides", "alleged")).then(
        "free-rides", UNDETERMINED, EL + "27.gifts"
    ),
    when("the post on social media is published in the campaign period", at("post-jylanbaev", "2023-02-20")).then(
        "post-jylanbaev", LAWFUL, EL + "27.1"
    ),
    when(
        "a court campaigns for a party",
        add("agitate", "a-court", "2023-03-01", "courts", {"medium": "press", "office": "court"}),
    ).then("a-court", UNLAWFUL, EL + "27.4", "none"),
    when("a rally is held without a permit", facts("rally-gandi-park", {"permit": "not sought"})).then(
        "rally-gandi-park", UNLAWFUL, EL + "27.rally", "granted"
    ),
    when("a rally with a permit is held before registration closes", at("rally-gandi-park", "2023-02-12")).then(
        "rally-gandi-park", UNLAWFUL, EL + "27.2", "after"
    ),
    when(
        "an opinion poll is published on 15 March",
        at("poll-almaty", "2023-03-15 10:00"),
        facts("poll-almaty", {"notified": True}),
    ).then("poll-almaty", UNLAWFUL, EL + "28.9", "by the end of 13 March 2023"),
    when(
        "an opinion poll is published on 13 March by a pollster who gave notice",
        at("poll-almaty", "2023-03-13"),
        facts("poll-almaty", {"notified": True}),
    ).then("poll-almaty", LAWFUL, EL + "28.9"),
    when(
        "the pollster of January gave no notice to the commission", facts("poll-opinion-january", {"notified": False})
    ).then("poll-opinion-january", UNLAWFUL, EL + "28.9.pollsters", "yes"),
    when("the calendar is adopted before the election is called", at("adopt-calendar", "2023-01-18")).then(
        "adopt-calendar", UNLAWFUL, EL + "12", "call election"
    ),
    when("the Government adopts the calendar", by("adopt-calendar", "Government")).then(
        "adopt-calendar", UNLAWFUL, EL + "12", "CEC"
    ),
    when(
        "nomination opens and no calendar is on record, nor a full list of them",
        drop("adopt-calendar"),
        incomplete("adopt_calendar"),
    ).then("open-nomination", UNDETERMINED, EL + "12", "adopt calendar"),
    when("nomination closes a day late", at("close-nomination", "2023-02-09 18:00")).then(
        "close-nomination", UNLAWFUL, CEC + "nomination", "by 8 February 2023, 18:00"
    ),
    when("a list is nominated on 9 February", at("nominate-list-jsdp", "2023-02-09")).then(
        "nominate-list-jsdp", UNLAWFUL, CEC + "nomination", "by 8 February 2023, 18:00"
    ),
    when(
        "a list is nominated on 8 February at an hour that is not on record", at("nominate-list-jsdp", "2023-02-08")
    ).then("nominate-list-jsdp", UNDETERMINED, CEC + "nomination", "before or after 8 February 2023, 18:00"),
    when("a list has 91 names", facts("nominate-list-amanat", {"candidates": 91})).then(
        "nominate-list-amanat", UNLAWFUL, EL + "87.cap", "1 fewer"
    ),
    still(
        "a list has 90 names: one too many if the cap is exact", facts("nominate-list-amanat", {"candidates": 90})
    ).then("nominate-list-amanat", CONTESTED, EL + "87.cap", "1 fewer", working=LAWFUL),
    when("a list has 89 names", facts("nominate-list-amanat", {"candidates": 89})).then(
        "nominate-list-amanat", LAWFUL, EL + "87.cap"
    ),
    when("a list is not made by a congress", facts("nominate-list-jsdp", {"congress": False})).then(
        "nominate-list-jsdp", UNLAWFUL, EL + "87", "yes"
    ),
    when("a party that is not registered nominates a list", facts("nominate-list-jsdp", {"registered": False})).then(
        "nominate-list-jsdp", UNLAWFUL, EL + "87", "yes"
    ),
    when(
        "a list is registered half an hour after registration closed", at("register-list-amanat", "2023-02-18 18:30")
    ).then(
        "register-list-amanat", UNLAWFUL, CEC + "registration", "by 18 February 2023, 18:00", margin="30 minutes late"
    ),
    when(
        "women, the young and persons with disabilities make up a quarter of a list",
        facts("register-list-amanat", {"quota_share": Fraction(1, 4)}),
    ).then("register-list-amanat", UNLAWFUL, EL + "87.quota", "at least 30%"),
    when(
        "women, the young and persons with disabilities make up just thirty per cent of a list",
        facts("register-list-amanat", {"quota_share": Fraction(3, 10)}),
    ).then("register-list-amanat", LAWFUL, EL + "87.quota"),
    when("a district commission registers a list", by("register-list-amanat", "district commissions")).then(
        "register-list-amanat", UNLAWFUL, EL + "89", "CEC"
    ),
    when(
        "a list is registered that was never nominated, though another was",
        drop("nominate-list-amanat"),
        complete("nominate_list"),
    ).then("register-list-amanat", UNLAWFUL, EL + "89", "nominate list"),
    when("a candidate is registered the day after registration closed", at("register-shoraev", "2023-02-19")).then(
        "register-shoraev", UNLAWFUL, CEC + "registration", "by 18 February 2023, 18:00"
    ),
    when(
        "a candidate is registered who was never nominated", drop("nominate-shoraev"), complete("nominate_candidate")
    ).then("register-shoraev", UNLAWFUL, EL + "89.smd", "nominate candidate"),
    when(
        "the commission that refused a candidate restores her: who may do so is open",
        facts("restore-tileujan", {"decided_by": "same commission"}),
    ).then("restore-tileujan", CONTESTED, EL + "20.appeal", "court or higher commission"),
    when("a candidate is restored whom nobody refused", drop("refuse-tileujan")).then("restore-tileujan", UNPLACED),
    when(
        "the judgment against a candidate is in force two days before the vote, and he stays on the ballot",
        facts("judgment-shoraev", {"in_force": on("2023-03-17")}),
    ).then("shoraev-on-ballot", UNLAWFUL, EL + "89.judgment", "by the end of 16 March 2023"),
    when(
        "the judgment against a candidate comes into force after the vote",
        facts("judgment-shoraev", {"in_force": on("2023-03-25")}),
    ).then("shoraev-on-ballot", CONTESTED, EL + "89.judgment", working=LAWFUL),
    when(
        "a candidate who withdrew stays on the ballot",
        add(
            "withdraw_candidate",
            "withdraw-shoraev",
            "2023-03-16",
            "Arman Şoraev",
            case={"candidate": "Arman Şoraev"},
            before="shoraev-on-ballot",
        ),
    ).then("shoraev-on-ballot", UNLAWFUL, EL + "37.crossing", "before"),
    when("registration closes an hour late", at("close-registration", "2023-02-18 19:00")).then(
        "close-registration", UNLAWFUL, CEC + "registration", "by 18 February 2023, 18:00"
    ),
    when("the campaign begins an hour before registration closes", at("begin-campaign", "2023-02-18 17:00")).then(
        "begin-campaign", UNLAWFUL, EL + "27.2", "after"
    ),
    when("the campaign ends on the morning of the day of silence", at("end-campaign", "2023-03-18 10:00")).then(
        "end-campaign", UNLAWFUL, CEC + "campaign", "by 18 March 2023, 00:00"
    ),
    when("the voter lists are approved nineteen days before the vote", at("approve-voter-lists", "2023-02-28")).then(
        "approve-voter-lists", UNLAWFUL, EL + "24.lists", "by the end of 27 February 2023"
    ),
    when(
        "the vote is a day earlier, and the voter lists are approved on the same day as before",
        facts("call-election", {"poll_day": on("2023-03-18")}),
    ).then("approve-voter-lists", UNLAWFUL, EL + "24.lists", "by the end of 26 February 2023"),
    when(
        "the vote is a day earlier, and the calendar leaves the voter lists where they were",
        facts("call-election", {"poll_day": on("2023-03-18")}),
    ).then("adopt-calendar", UNLAWFUL, EL + "24.lists", "by the end of 26 February 2023"),
    when("the commission itself approves the voter lists", by("approve-voter-lists", "CEC")).then(
        "approve-voter-lists", UNLAWFUL, EL + "24.lists", "akims"
    ),
    when("the voter lists are open to voters fourteen days before the vote", at("open-list-check", "2023-03-05")).then(
        "open-list-check", UNLAWFUL, EL + "26.1", "by the end of 4 March 2023"
    ),
    when(
        "requests to vote elsewhere close twenty-nine days before the vote", at("close-absentee-requests", "2023-02-18")
    ).then("close-absentee-requests", UNLAWFUL, CEC + "absentee_notice", "by the end of 17 February 2023"),
    when("absentee papers are issued sixteen days before the vote", at("issue-absentee-papers", "2023-03-03")).then(
        "issue-absentee-papers", UNLAWFUL, EL + "24.papers", "from 4 March 2023"
    ),
    when("observers are accredited an hour after accreditation closed", at("first-observers", "2023-03-13 19:00")).then(
        "first-observers", UNLAWFUL, CEC + "accreditation", "by 13 March 2023, 18:00"
    ),
    when("12,200,000 ballots are printed", facts("approve-ballots", {"printed": 12_200_000})).then(
        "approve-ballots", UNLAWFUL, EL + "37.ballots", "47,124 fewer"
    ),
    when(
        "one ballot fewer is printed, which is within one per cent however it is rounded",
        facts("approve-ballots", {"printed": 12_152_875}),
    ).then("approve-ballots", LAWFUL, EL + "37.ballots"),
    when("the ballot has no line against all", facts("approve-ballots", {"against_all": False})).then(
        "approve-ballots", UNLAWFUL, EL + "aa", "yes"
    ),
    when(
        "no two districts of a region differ by more than a tenth of the voters: kept if the region is the measure",
        facts("draw-districts", {"widest_within_region": Fraction(1, 10)}),
    ).then("draw-districts", CONTESTED, CEC + "districts", working=LAWFUL),
)
