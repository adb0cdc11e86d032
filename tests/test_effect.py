"""The state of the law had no unlawful act taken effect: what falls, and the root that each fallen act names."""

import pytest
from attrs import evolve

from procedure import judge
from procedure.effect import fallen
from procedure.judge import replay
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report

BASE = "scenario: Strict\nbased on: ruritania/good/whole-cycle\n"
BY_DIET = "changes: [{change: dissolve, by: Diet}]\n"


def told(more: str) -> Scenario:
    return scenario_from_text(BASE + more, "own.yaml")


def notes(report: Report, act: str, key: str) -> list[str]:
    """The acts that the notes of a kind on an act name."""
    return [str(dict(note.values).get("act", "")) for note in report.verdict(act).notes if note.key == key]


def test_by_default_an_unlawful_act_takes_effect() -> None:
    report = replay(told(BY_DIET + "effect: as it happened\n"))

    assert report.verdict("dissolve").outcome.value == "unlawful"
    assert report.verdict("call_election").outcome.value == "lawful"


def test_strict_without_a_breach_changes_nothing() -> None:
    plain, strict = replay(told("")), replay(told("effect: strict\n"))

    assert (strict.verdicts, strict.states, strict.lapses) == (plain.verdicts, plain.states, plain.lapses)


def test_what_falls_names_the_root() -> None:
    """Without the dissolution no writ, without the writ no calendar; each names the dissolution."""
    report = replay(told(BY_DIET + "effect: strict\n"))

    assert report.verdict("dissolve").outcome.value == "unlawful"
    assert report.verdict("dissolve").moves == ()
    assert notes(report, "dissolve", "note.struck") == [""]
    for act in ("call_election", "adopt_calendar", "poll"):
        assert report.verdict(act).outcome.value == "unplaced"
        assert notes(report, act, "note.falls") == ["dissolve"]
        assert notes(report, act, "note.struck") == [""]


def test_what_does_not_lean_on_it_stands() -> None:
    report = replay(told(BY_DIET + "effect: strict\n"))

    assert report.verdict("consult_on_dissolution").outcome.value == "lawful"
    assert notes(report, "a-registered", "note.falls") == []


def test_contested_is_not_without_effect() -> None:
    """On one reading the Speaker is elected by a majority of those in office: the act keeps its effect."""
    text = "scenario: Strict\nbased on: ruritania/bad/majority-of-which-base\neffect: strict\n"
    report = replay(scenario_from_text(text, "own.yaml"))

    assert report.verdict("elect_speaker").outcome.value == "contested"
    assert notes(report, "elect_speaker", "note.struck") == []
    assert report.verdict("elect_speaker").moves != ()


def one_by_one(scenario: Scenario) -> Report:
    """The same told slowly: the first act that falls is struck, and all is replayed, until none falls any more."""
    docket = judge.docket_of(scenario)
    while True:
        told = judge.report(scenario, docket, judge.run(scenario.country, docket, scenario.acts), scenario.acts)
        lost = next((each.act for each in told.verdicts if each.act in fallen(told) - docket.struck), None)
        if lost is None:
            return told
        docket = evolve(docket, struck=docket.struck | {lost})


@pytest.mark.parametrize(
    "more",
    [
        BY_DIET,
        "changes: [{change: open_diet, by: Diet}]\n",
        "changes: [{change: consult_on_dissolution, by: Diet}, {change: elect_speaker, facts: {for: 20}}]\n",
        "changes: [{change: a-registered, by: Crown}, {change: resign_ministry, by: Crown}]\n",
    ],
)
def test_acts_fall_together_as_they_would_one_by_one(more: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same report from a few replays, however many acts fall."""
    scenario = told(more + "effect: strict\n")
    slowly = one_by_one(scenario)
    runs: list[None] = []
    run = judge.run
    monkeypatch.setattr(judge, "run", lambda *args: (runs.append(None), run(*args))[1])

    assert replay(scenario) == slowly
    assert len(runs) <= 4
    assert fallen(slowly)
