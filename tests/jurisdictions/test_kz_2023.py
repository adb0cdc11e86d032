"""The shipped log of 2023: whole, sourced, judged as the law asks, and the same whatever the order of its claims."""

import json
from functools import cache
from typing import Any

import pytest
from attrs import evolve

from procedure import check, from_json, replay, scenario_from_text, to_json
from procedure.outcomes import Outcome, Status
from procedure.shipped import find
from procedure.verdict import Finding, Report, Verdict
from procedure.words import speaker
from procedure.yaml_text import read
from tests.jurisdictions.kz_logs import WHOLE, whole, whole_report

OFFICIAL = {
    "President",
    "CEC",
    "CEC chair",
    "Mäjilis",
    "chair of the Mäjilis",
    "deputies",
    "Senate",
    "chair of the Senate",
    "Government",
    "Prime Minister",
}


def verdict(act: str) -> Verdict:
    """The verdict on an act of the shipped log."""
    return whole_report().verdict(act)


def heard(act: str, norm: str, rule: str | None = None) -> list[Finding]:
    """The findings on an act under a norm."""
    return [each for each in verdict(act).findings if each.norm == norm and rule in (None, each.rule)]


def margins(act: str, norm: str) -> set[str]:
    """The margins in words that the findings on an act under a norm give."""
    said = speaker(whole_report())
    opinions = [opinion for finding in heard(act, norm) for opinion in finding.opinions]
    return {said.say(opinion.heard.margin) for opinion in opinions if opinion.heard.margin}


# nothing is lost


def test_log_is_long_enough() -> None:
    """The log tells at least ninety acts, from September 2022 to April 2023."""
    acts = whole().acts

    assert len(acts) >= 90
    assert (acts[0].when.earliest_day.year, acts[0].when.earliest_day.month) == (2022, 9)
    assert (acts[-1].when.latest_day.year, acts[-1].when.latest_day.month) == (2023, 4)


def test_no_act_is_lost() -> None:
    """Every act of the file has exactly one verdict, in the order of the file."""
    assert [each.act for each in whole_report().verdicts] == [act.id for act in whole().acts]


def test_every_act_has_a_source() -> None:
    """Every act names a source, and so does every claim; each stands in the list."""
    scenario = whole()
    cited = [(act.id, act.sources) for act in scenario.acts]
    cited += [(axis.name, claim.sources) for act in scenario.acts for axis in act.claims for claim in axis.claims]

    assert [name for name, sources in cited if not sources or not {*sources} <= scenario.sources.keys()] == []


def test_every_act_is_heard_or_context() -> None:
    """Some guard hears every act, unless it is context; no act is left without a place."""
    context = {name for name, kind in whole().country.vocabulary.acts.items() if kind.context}
    silent = [each.act for each in whole_report().verdicts if not each.heard and each.outcome is not Outcome.CONTEXT]
    unheard = {each.done.kind for each in whole_report().verdicts if not each.heard} - context
    stepped = {row.act for procedure in whole().country.procedures for row in procedure.steps}

    assert silent == []
    assert unheard <= stepped
    assert not any(each.outcome is Outcome.UNPLACED for each in whole_report().verdicts)


def test_expectations_are_met() -> None:
    """Everything that the log expects of its replay, it gets."""
    assert [str(failure) for failure in check(whole(), whole_report())] == []


# the way from the decree to the appointment


def test_no_official_step_is_unlawful() -> None:
    """On the working readings no official step from the decree to the appointment is unlawful or void."""
    acts = [each.act for each in whole_report().verdicts]
    way = whole_report().verdicts[acts.index("dissolve") : acts.index("appoint-pm") + 1]
    official = [each for each in way if each.done.by in OFFICIAL and each.outcome is not Outcome.CONTEXT]
    wrong = {Outcome.UNLAWFUL, Outcome.VOID, Outcome.UNPLACED}

    assert len(official) >= 75
    assert [each.act for each in official if each.working in wrong or each.outcome in wrong] == []


@pytest.mark.parametrize(
    ("act", "norm", "margin"),
    [
        ("consent", "kz.const.56.1.2", "32 votes above what is needed"),
        ("elect-chairman", "kz.const.58.1", "48 votes above what is needed"),
        ("call-election", "kz.const.51.3", "on the last day"),
        ("publish-results", "kz.el.44.4", "2 days before the limit"),
        ("convene", "kz.const.59.2", "30 days before the limit"),
        ("close-utc6", "kz.el.38", "exactly at the limit"),
    ],
)
def test_margin(act: str, norm: str, margin: str) -> None:
    """The margins are those that the digest gives: 82 where 50 are needed, the last day of two months, day 8 of 10."""
    assert margin in margins(act, norm)


def test_poll_on_the_last_day() -> None:
    """The poll is on the last day where the same number counts, and late only if the decree's day counts too."""
    election = heard("call-election", "kz.const.51.3", "DatedWithin")[0]
    found = {
        (dict(cell)["effect_moment"], dict(cell)["first_day"]): opinion.heard.status
        for opinion in election.opinions
        for cell in opinion.cells
    }

    assert found == {
        ("signing", "same_numeral"): Status.KEPT,
        ("signing", "eve"): Status.BROKEN,
        ("publication", "same_numeral"): Status.KEPT,
        ("publication", "eve"): Status.BROKEN,
        ("gazette", "same_numeral"): Status.KEPT,
        ("gazette", "eve"): Status.KEPT,
    }
    assert {"on the last day", "1 day late"} <= margins("call-election", "kz.const.51.3")
    assert (verdict("call-election").outcome, verdict("call-election").working) == (Outcome.CONTESTED, Outcome.LAWFUL)


def test_laying_down_and_its_readings() -> None:
    """The laying-down is kept if the house is the addressee, from whichever moment, and otherwise undetermined."""
    [finding] = heard("lay-down-powers", "kz.const.70.1", "Construed")
    found: dict[str, set[Status]] = {}
    for opinion in finding.opinions:
        for cell in opinion.cells:
            found.setdefault(dict(cell)["addressee"], set()).add(opinion.heard.status)

    assert found == {"institutional": {Status.KEPT}, "temporal": {Status.UNKNOWN}, "presence": {Status.UNKNOWN}}
    assert verdict("lay-down-powers").outcome is Outcome.UNDETERMINED
    assert verdict("lay-down-powers").working is Outcome.LAWFUL


def test_both_citations_of_the_laying_down_resolve() -> None:
    """The report tells the story of the two citations: that of the seed documents is rejected and means the other."""
    told = {each.id: each for each in whole_report().citations}["kz.const.67.4"]
    law = whole().country.law

    assert (told.means, told.standing) == ("kz.const.70.1", "rejected")
    assert "The seed documents cite Article 67(4) of the Constitution" in told.note
    assert "the decrees found (2015, 2021, 2023) cite Article 70(1)" in told.note
    assert law.resolve("kz.const.67.4") is law.norms["kz.const.70.1"]


@pytest.mark.parametrize(
    ("act", "norm"), [("close-nomination", "kz.el.87.window"), ("close-registration", "kz.el.89.window")]
)
def test_unread_windows(act: str, norm: str) -> None:
    """When nomination and registration must close has not been read: undetermined, and the finding says so."""
    [finding] = heard(act, norm)
    shown = {opinion.heard.shown.key for opinion in finding.opinions if opinion.heard.status is Status.UNKNOWN}

    assert verdict(act).outcome is verdict(act).working is Outcome.UNDETERMINED
    assert (finding.text_known, shown) == ("unread", {"text.unread"})
    assert verdict(act).weakest_text == "unread"


# what befell parties and candidates


def test_billboards() -> None:
    """The billboards are an admitted breach; whose it is and what follows from it are open."""
    told = verdict("billboards")

    assert (told.outcome, told.working, told.done.status) == (Outcome.UNLAWFUL, Outcome.UNLAWFUL, "admitted")
    assert told.done.attributed_to.startswith("open")
    assert told.done.sanction.startswith("open")
    assert {claim.axis for claim in told.done.claims} == {"billboards: hung_by"}
    assert "kz.el.27.2" in {finding.norm for finding in told.broken()}


def test_posts_on_social_media() -> None:
    """The posts are contested, since whether a post is agitation is open, and at least one is disputed as well."""
    posts = [
        each
        for each in whole_report().verdicts
        if each.done.kind == "agitate" and each.done.status == "found" and each.act.startswith("post-")
    ]

    assert len(posts) >= 4
    assert {each.outcome for each in posts} == {Outcome.CONTESTED}
    assert [each.act for each in posts if Outcome.DISPUTED in each.outcomes] == ["post-synmetullaev"]


def test_nobody_is_judged_by_an_allegation() -> None:
    """No breach of a person or party in this log rests on an allegation alone."""
    wrong = [each for each in whole_report().verdicts if Outcome.UNLAWFUL in (each.outcome, each.working)]

    assert {each.done.status for each in wrong} <= {"attested", "admitted", "found"}


# seats


def test_seats() -> None:
    """The 69 list seats computed from the votes are those declared, on each base and each count of turnout."""
    [finding] = heard("allocate-seats", "kz.el.97.1", "SeatsAsCounted")
    computed = {dict(opinion.heard.shown.values)["seats"] for opinion in finding.opinions}
    official = ("Amanat 40", "Auyl 8", "Aq Jol 6", "Respublica 6", "People's Party of Kazakhstan 5", "JSDP 4")

    assert finding.statuses == {Status.KEPT}
    assert computed == {official}
    assert sum(int(each.rpartition(" ")[2]) for each in official) == 69


def test_districts() -> None:
    """Twenty-nine districts have one winner each, 22 of Amanat and 7 independents."""
    winners = [act for act in whole().acts if act.kind == "declare_district_winner"]
    parties = [act.facts["party"] for act in winners]

    assert len({act.case["district"] for act in winners}) == len(winners) == 29
    assert (parties.count("Amanat"), parties.count("Independent")) == (22, 7)


# one log, one report


def turned(value: Any) -> Any:
    """A file's values with every list of claims the other way round."""
    if isinstance(value, list):
        return [turned(each) for each in value]
    if isinstance(value, dict):
        return {key: turned(each[::-1] if key == "claims" else each) for key, each in value.items()}
    return value


@cache
def values() -> Any:
    """The shipped file as text, lists and keys."""
    return read(find(WHOLE)).plain()


def report_on(told: Any) -> Report:
    """The replay of a log written anew; JSON is YAML."""
    return replay(scenario_from_text(json.dumps(told, ensure_ascii=False, indent=1)))


def test_order_of_claims_changes_no_report() -> None:
    """Whichever of two rival claims stands first in the file, the report is the same, save the hash of the file."""
    assert turned(values()) != values()
    assert evolve(report_on(turned(values())), scenario_hash="") == evolve(whole_report(), scenario_hash="")


def test_replay_is_deterministic() -> None:
    """The same log, read and replayed again, gives the same report."""
    assert evolve(report_on(values()), scenario_hash="") == evolve(whole_report(), scenario_hash="")
    assert replay(whole()) == whole_report()


def test_report_survives_json() -> None:
    """The report written as JSON and read back is the same report."""
    assert from_json(to_json(whole_report())) == whole_report()
