"""The logs of the other years: sourced, judged by the law of their day, and visibly wrong under the law of another."""

from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from attrs import evolve

from procedure import check, load, replay
from procedure.cli.common import unannounced
from procedure.outcomes import Outcome, Status
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.seats import allocate
from procedure.verdict import Report, Verdict
from procedure.votes import Share
from procedure.words import speaker

LOGS = {
    "2011-12-snap-election": 70,
    "2014-2015-governments": 29,
    "2016-snap-election": 49,
    "2019-february": 9,
    "2021-regular-election": 41,
    "2022-january-and-february": 28,
    "2024-february": 24,
    "2026-kurultai": 16,
}
"""Each log with the number of acts that it holds at least."""

STRADDLES = (
    "new-house-meets-the-day-before-the-amendment",
    "consent-on-the-last-day-of-the-old-constitution",
    "dissolution-on-the-last-day-of-the-old-constitution",
)


@cache
def log(name: str) -> Scenario:
    """A log by its name."""
    return load(f"kz/{name}")


@cache
def report(name: str, law_as_of: date | None = None, as_now: bool = False) -> Report:
    """The replay of a log, under the law of another day if one is given, or with later rulings applied."""
    return replay(evolve(log(name), law_as_of=law_as_of, as_now=as_now))


def verdict(name: str, act: str, law_as_of: date | None = None) -> Verdict:
    """The verdict on an act of a log."""
    return report(name, law_as_of).verdict(log(name).act(act).id)


def sources_of(act: Act) -> list[tuple[str, ...]]:
    """What an act cites, and each of its rival claims."""
    return [act.sources, *(claim.sources for axis in act.claims for claim in axis.claims)]


def margins(name: str, act: str, norm: str) -> set[str]:
    """The margins in words that the findings on an act under a norm give."""
    said = speaker(report(name))
    opinions = [
        opinion
        for finding in verdict(name, act).findings
        if finding.norm == norm
        for opinion in finding.opinions
        if opinion.heard.margin
    ]
    return {said.say(opinion.heard.margin) for opinion in opinions if opinion.heard.margin}


# every log


@pytest.mark.parametrize("name", LOGS)
def test_log_is_a_history_of_its_density(name: str) -> None:
    scenario = log(name)

    assert scenario.kind == "history"
    assert len(scenario.acts) >= LOGS[name]
    assert scenario.expect
    assert all(each.because for each in scenario.expect)
    assert all(scenario.complete.values())


@pytest.mark.parametrize("name", LOGS)
def test_every_act_and_claim_has_a_source(name: str) -> None:
    """Every act and every rival claim cites something that stands in the list, and nothing in the list is idle."""
    scenario = log(name)
    cited = [sources for act in scenario.acts for sources in sources_of(act)]

    assert all(cited)
    assert {id for sources in cited for id in sources} == set(scenario.sources)


@pytest.mark.parametrize("name", LOGS)
def test_what_history_supports_is_what_the_replay_gives(name: str) -> None:
    scenario = log(name)

    assert [str(failure) for failure in check(scenario, report(name))] == []
    assert unannounced(scenario, report(name)) == []


@pytest.mark.parametrize("name", LOGS)
def test_every_act_has_a_place(name: str) -> None:
    """No act of history is left without a step, and every act has one verdict in the order of the file."""
    verdicts = report(name).verdicts

    assert [each.act for each in verdicts if each.outcome is Outcome.UNPLACED] == []
    assert [each.act for each in verdicts] == [act.id for act in log(name).acts]


# the odd steps


def test_a_minority_asks_for_dissolution() -> None:
    """Fifty-three of 107 are fewer than half; the request breaks nothing, and nothing hangs on it."""
    request = log("2011-12-snap-election").act("request_dissolution")
    signatories = request.facts["signatories"]
    without = evolve(
        log("2011-12-snap-election"),
        acts=tuple(act for act in log("2011-12-snap-election").acts if act.id != request.id),
    )

    assert isinstance(signatories, int)
    assert 2 * signatories < 107
    assert verdict("2011-12-snap-election", "request_dissolution").outcome is Outcome.LAWFUL
    assert replay(without).verdict("dissolve") == report("2011-12-snap-election").verdict("dissolve")


def test_a_vote_annulled_and_restored() -> None:
    """The Council's ruling stands as it then was; as now known it never had effect, and the objection is lawful."""
    name, ruling = "2011-12-snap-election", "cancel-voting-zhanaozen"
    days = [log(name).act(id).when.earliest_day for id in (ruling, "object-to-ruling", "restore-voting-zhanaozen")]
    town = log(name).act("vote-in-zhanaozen")

    assert days == [date(2012, 1, 6), date(2012, 1, 10), date(2012, 1, 11)]
    assert all(day < town.when.earliest_day for day in days)
    assert verdict(name, ruling).outcome is not Outcome.VOID
    assert [note.key for note in verdict(name, ruling).notes] == ["note.ruling", "note.ruling"]
    assert report(name, as_now=True).verdict(ruling).outcome is Outcome.VOID
    assert verdict(name, "object-to-ruling").outcome is Outcome.LAWFUL


def test_deputy_and_chairman_on_one_day() -> None:
    """A mandate ends, is handed over, and its new holder is registered and elected chairman, all on 1 February 2022."""
    name = "2022-january-and-february"
    way = ("vacate_chair", "end_mandate", "hand_over_mandate", "register_deputy", "nominate-qosanov", "elect-qosanov")
    acts = [log(name).act(id) for id in way]
    order = [act.id for act in log(name).acts]

    assert {act.when.earliest_day for act in acts} == {date(2022, 2, 1)}
    assert sorted(order.index(act.id) for act in acts) == [order.index(act.id) for act in acts]
    assert [case.states for case in report(name).states if case.procedure == "chairman"] == [("ELECTED",)]


def test_a_ballot_paper_that_never_came_back() -> None:
    """One paper fewer in the box than was handed out is no contradiction; 103 votes are 49 above what is needed."""
    name = "2014-2015-governments"
    found = [each for each in verdict(name, "elect_chairman").findings if each.rule == "AddsUp"]

    assert log(name).act("elect_chairman").facts["issued"] == 105
    assert log(name).act("elect_chairman").facts["found"] == 104
    assert {status for each in found for status in each.statuses} == {Status.KEPT}
    assert margins(name, "elect_chairman", "kz.const.58.1") == {"49 votes above what is needed"}


def test_the_question_of_confidence_that_nobody_reports() -> None:
    """In 2012 it was put and voted; in 2016 it was due, and that it was not put is not shown."""
    duty = "kz.practice.confidence-on-the-first-day"

    assert margins("2011-12-snap-election", "vote_confidence", "kz.const.70.confidence") == {
        "38 votes above what is needed"
    }
    assert [each.norm for each in report("2011-12-snap-election").lapses if each.norm == duty] == []
    assert [each.shown for each in report("2016-snap-election").lapses if each.norm == duty] == [False]


# the seats of 98 by list


@pytest.mark.parametrize(
    ("name", "seats"),
    [
        ("2011-12-snap-election", {"Nur Otan": 83, "Aq Jol": 8, "Communist People's Party": 7}),
        ("2016-snap-election", {"Nur Otan": 84, "Aq Jol": 7, "Communist People's Party": 7}),
        ("2021-regular-election", {"Nur Otan": 76, "Aq Jol": 12, "People's Party of Kazakhstan": 10}),
    ],
)
def test_seats_by_the_threshold_of_their_day(name: str, seats: dict[str, int]) -> None:
    """Seven per cent, the quota and the largest remainders give the seats that the commission gave, 98 in all."""
    scenario = log(name)
    results, allocation = scenario.act("establish_results"), scenario.act("allocate_seats")
    norm = scenario.country.law.norms["kz.el.97.1"].in_force(allocation.when.earliest_day)
    assert norm is not None
    threshold, number = norm.terms["threshold"], norm.terms["seats"]
    votes, valid = results.facts["votes"], results.facts["valid"]
    assert isinstance(threshold, Share)
    assert isinstance(number, int)
    assert isinstance(votes, dict)
    assert isinstance(valid, int)

    found = allocate(votes, number, threshold.fraction, valid).result

    assert threshold.fraction == Fraction(7, 100)
    assert sum(votes.values()) == valid
    assert found is not None
    assert {party: count for party, count in found.items() if count} == seats == allocation.facts["seats"]
    assert sum(seats.values()) == number == 98
    assert verdict(name, "allocate_seats").working is Outcome.LAWFUL


def test_a_lower_threshold_would_have_let_a_fourth_list_in() -> None:
    """The threshold of the day matters: five per cent, the law of later, would have given Auyl seats in 2021."""
    results = log("2021-regular-election").act("establish_results")
    votes = results.facts["votes"]
    assert isinstance(votes, dict)

    found = allocate(votes, 98, Fraction(5, 100), 7_241_562).result

    assert found is not None
    assert found["Auyl"] > 0


# the law of another vintage


@pytest.mark.parametrize(
    ("name", "law_as_of", "act", "then", "forced"),
    [
        ("2011-12-snap-election", date(2023, 3, 29), "vote_confidence", Outcome.LAWFUL, Outcome.UNPLACED),
        ("2014-2015-governments", date(2023, 3, 29), "lay_down_powers", Outcome.LAWFUL, Outcome.UNDETERMINED),
        ("2016-snap-election", date(2023, 3, 29), "elect_by_assembly", Outcome.LAWFUL, Outcome.UNPLACED),
        ("2019-february", date(2006, 6, 1), "consent", Outcome.LAWFUL, Outcome.UNLAWFUL),
        ("2021-regular-election", date(2023, 3, 29), "allocate_seats", Outcome.LAWFUL, Outcome.UNLAWFUL),
        ("2022-january-and-february", date(2006, 6, 1), "consent", Outcome.LAWFUL, Outcome.UNLAWFUL),
        ("2024-february", date(2006, 6, 1), "consent", Outcome.UNDETERMINED, Outcome.UNLAWFUL),
        ("2026-kurultai", date(2026, 6, 30), "end_parliament", Outcome.LAWFUL, Outcome.UNPLACED),
    ],
)
def test_another_vintage_fails_visibly(name: str, law_as_of: date, act: str, then: Outcome, forced: Outcome) -> None:
    """The law of another vintage does not give what a log expects, and the act that shows it has another outcome."""
    scenario = evolve(log(name), law_as_of=law_as_of)

    assert verdict(name, act).outcome is then
    assert verdict(name, act, law_as_of).outcome is forced
    assert check(scenario, report(name, law_as_of)) or unannounced(scenario, report(name, law_as_of))


def test_2012_under_the_law_of_2023_lacks_the_laying_down_of_powers() -> None:
    """The question of confidence has no step any more; the laying-down that took its place is shown to be missing."""
    name, day = "2011-12-snap-election", date(2023, 3, 29)

    assert verdict(name, "put_confidence_question", day).outcome is Outcome.UNPLACED
    assert [(each.act, each.shown) for each in report(name, day).lapses if each.act == "lay_down_powers"] == [
        ("lay_down_powers", True)
    ]
    assert [each.act for each in report(name).lapses if each.act == "lay_down_powers"] == []


def test_2023_under_the_law_of_2012_lacks_the_question_of_confidence() -> None:
    """A duty that the log of 2023 knew nothing of is not seen done, and seven per cent let fewer lists in."""
    name, day = "2023-snap-election", date(2012, 6, 1)
    question = [each for each in report(name, day).lapses if each.act == "put_confidence_question"]

    assert [each.norm for each in question] == ["kz.practice.confidence-on-the-first-day"]
    assert [each.act for each in report(name).lapses if each.act == "put_confidence_question"] == []
    assert verdict(name, "allocate-seats", day).outcome is Outcome.UNLAWFUL
    assert check(evolve(log(name), law_as_of=day), report(name, day))


# logs that straddle a change of law


@pytest.mark.parametrize("name", STRADDLES)
def test_straddle(name: str) -> None:
    scenario = load(f"kz/hypothetical/{name}")

    assert [str(failure) for failure in check(scenario, replay(scenario))] == []


def test_an_amendment_falls_between_the_question_and_the_vote() -> None:
    """Each act is judged by its own day: the question by the law of 13 March 2017, the laying-down by the next."""
    found = replay(load("kz/hypothetical/new-house-meets-the-day-before-the-amendment"))
    versions = {(each.act, finding.norm): finding.version for each in found.verdicts for finding in each.findings}

    assert versions["put_confidence_question", "kz.const.70.confidence"] == date(2007, 5, 21)
    assert versions["lay_down_powers", "kz.const.70.1"] == date(2017, 3, 14)
    assert found.verdict("vote_confidence").outcome is Outcome.UNPLACED


def test_two_constitutions_in_one_log() -> None:
    """On 30 June 2026 the Constitution of 1995 is heard and on 1 July that of 2026, each alone."""
    found = replay(load("kz/hypothetical/dissolution-on-the-last-day-of-the-old-constitution"))

    assert all(norm.startswith("kz.const.") for norm in found.verdict("on-30-june").heard)
    assert all(norm.startswith("kz.const2026.") for norm in found.verdict("on-1-july").heard)


def test_the_verdicts_of_2026_say_how_little_they_rest_on() -> None:
    """Two acts of the log of 2026 are judged, and no text under them has been verified; all others are context."""
    judged = [each for each in report("2026-kurultai").verdicts if each.outcome is not Outcome.CONTEXT]

    assert [each.act for each in judged] == ["end_parliament", "call_election"]
    assert {each.weakest_text for each in judged} <= {"secondary", "unverified", "unread"}
    assert all(norm.startswith("kz.const2026.") for each in judged for norm in each.heard)
