"""Ruritania: every scenario gives what it expects, every feature is shown, and reports depend on nothing else."""

import ast
import os
import random
import subprocess
import sys
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import procedure.rules as rules
from procedure.cli.common import unannounced
from procedure.expect import check
from procedure.judge import replay
from procedure.jurisdictions import jurisdiction
from procedure.law import UNKNOWN
from procedure.outcomes import Outcome, Status
from procedure.scenario_files import load_scenario
from procedure.verdict import Report
from tests.logs import DISSOLUTION, NAMES, bare, changed, path_of, replayed

COUNTRY = jurisdiction("ruritania")
LAW = COUNTRY.law
SCENARIOS = {name: load_scenario(path_of(name)) for name in NAMES}
REPORTS = {name: replay(scenario) for name, scenario in SCENARIOS.items()}
PLAIN = (Outcome.LAWFUL, Outcome.CONTEXT)

names = st.sampled_from(NAMES)


# Every scenario


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_gives_what_it_expects(name: str) -> None:
    """Each expectation is met."""
    assert [str(failure) for failure in check(SCENARIOS[name], REPORTS[name])] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_makes_one_point_and_announces_it(name: str) -> None:
    """Whatever is not lawful in a scenario is expected by it, and so is every lapse shown."""
    scenario, report = SCENARIOS[name], REPORTS[name]
    assert scenario.expect and scenario.kind == "hypothetical"
    announced = {scenario.act(each.act).id for each in scenario.expect if each.act and each.outcome}
    assert {verdict.act for verdict in report.verdicts if verdict.outcome not in PLAIN} <= announced
    assert unannounced(scenario, report) == []


@pytest.mark.parametrize("name", [name for name in NAMES if "/good/" in name])
def test_a_good_scenario_holds_no_breach(name: str) -> None:
    """No act of a good scenario breaks the law on any answer that counts."""
    for verdict in REPORTS[name].verdicts:
        assert not {cell.status for cell in verdict.cells if cell.counted} & {Status.BROKEN, Status.VOID}


@pytest.mark.parametrize("name", [name for name in NAMES if "/bad/" in name])
def test_a_bad_scenario_holds_something_to_see(name: str) -> None:
    """A bad scenario has an act that is not simply lawful, a lapse, or a way that forks."""
    report = REPORTS[name]
    assert report.lapses or report.forks or any(verdict.outcome not in PLAIN for verdict in report.verdicts)


def test_there_are_scenarios_of_both_kinds() -> None:
    """Good and bad ones stand side by side."""
    assert sum("/good/" in name for name in NAMES) >= 30
    assert sum("/bad/" in name for name in NAMES) >= 30


# Every feature is shown


def test_every_rule_is_used_in_ruritania() -> None:
    """The vocabulary of rules is shown in full by the procedures of the sample country."""
    called = {
        node.func.id
        for path in COUNTRY.folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert set(rules.__all__) <= called


def test_every_outcome_is_shown() -> None:
    """Each headline that a verdict can have stands over some act."""
    found = {verdict.outcome for report in REPORTS.values() for verdict in report.verdicts}
    assert found == set(Outcome)


def test_every_act_of_the_vocabulary_is_done() -> None:
    """No act is on file that no scenario shows."""
    done = {act.kind for scenario in SCENARIOS.values() for act in scenario.acts}
    assert done == set(COUNTRY.vocabulary.acts)


def test_every_step_is_taken() -> None:
    """No step is left unseen, save turns that are foreseen so that their norm speaks."""
    moved = {
        (move.procedure, verdict.done.kind, before)
        for report in REPORTS.values()
        for verdict in report.verdicts
        for move in verdict.moves
        for before in move.before
    }
    foreseen = {
        ("speaker", "open_diet", "ELECTED"),
        ("ministry", "form_club"),
        ("ministry", "consult_club"),
        ("election", "publish_opinion_poll", "POLLING"),
        ("election", "lodge_petition", "DECLARED"),
        ("candidacy", "canvass", "REGISTERED"),
        ("candidacy", "withdraw_candidate", "REGISTERED"),
        ("ministry", "swear_in_ministry", "CONSENTED"),
        ("ministry", "appoint_chancellor", "NOMINATED"),
    }
    missing = {
        (procedure.name, row.act, source.name)
        for procedure in COUNTRY.procedures
        for row in procedure.steps
        for source in row.sources
    } - moved
    assert {each for each in missing if each not in foreseen and each[:2] not in foreseen} == set()


def test_every_norm_is_kept_and_broken() -> None:
    """Each norm that a rule hears is kept in some log; and broken, unless its text is unread or numbers must agree."""
    found: dict[str, set[Status]] = {}
    for report in REPORTS.values():
        for verdict in report.verdicts:
            for finding in verdict.findings:
                found.setdefault(finding.norm, set()).update(finding.statuses)
    heard = {guard.norm.id for _, _, guard in COUNTRY.guards()}
    unread = {norm for norm in heard if LAW.norms[norm].versions[-1].text_known == "unread"}
    assert set(found) == heard
    assert {norm for norm in heard if Status.KEPT not in found[norm]} == unread
    breach = {Status.BROKEN, Status.VOID, Status.IRREGULAR}
    assert {norm for norm in heard if not found[norm] & breach} - unread == {"ru.el.13.3"}


def test_the_law_shows_what_a_law_file_can_say() -> None:
    """Kinds of instruments, an amendment, a void norm, an unencoded one, an unread term, a claimed citation."""
    norms = LAW.norms.values()
    assert {each.kind for each in LAW.instruments} == {"law", "delegated", "practice"}
    assert [len(norm.versions) for norm in norms if len(norm.versions) > 1] == [2]
    assert [norm.id for norm in norms if norm.breach == "void" and norm.basis] == ["ru.const.41.4"]
    assert [norm.id for norm in norms if norm.not_encoded and norm.touches] == ["ru.const.33"]
    assert [norm.id for norm in norms if UNKNOWN in norm.versions[0].terms.values()] == ["ru.el.5.3"]
    assert [(each.id, each.means) for each in LAW.claimed.values()] == [("ru.const.13", "ru.const.31")]
    assert {norm.nature for norm in norms} == {"power", "duty", "bar", "requirement", "definition"}
    assert {norm.lateness for norm in norms} == {"ends power", "breaches duty", "no stated effect"}
    known = {version.text_known for norm in norms for version in norm.versions}
    assert known == {"verified", "secondary", "unread"}


def test_the_readings_show_what_an_axis_can_be() -> None:
    """One sets a term, one has a rule for each answer, one is open, one has an excluded answer, one makes void."""
    axes = LAW.axes
    assert axes["first_day"].parameters == {"first"}
    assert [answer.name for answer in axes["first_day"].answers if answer.standing == "excluded"] == ["assembly"]
    assert (axes["newly_elected"].parameters, axes["newly_elected"].working) == (frozenset(), None)
    assert axes["majority_base"].parameters == {"base"}
    assert axes["writ"].parameters == {"breach"}
    assert {answer.standing for axis in axes.values() for answer in axis.answers} == {
        "ruled",
        "practised",
        "argued",
        "excluded",
    }


@pytest.mark.parametrize("axis", sorted(LAW.axes))
def test_every_reading_flips_some_verdict(axis: str) -> None:
    """For each open question some act is found otherwise on one answer than on another."""
    parted = [
        verdict.act
        for report in REPORTS.values()
        for verdict in report.verdicts
        for cell in verdict.cells
        if axis in dict(cell.assignment)
    ]
    parted += [name for report in REPORTS.values() for fork in report.forks for name, _ in fork if name == axis]
    assert parted


def test_the_amendment_came_into_force_on_new_years_day() -> None:
    """Article 31 has forty days until the end of 2030 and thirty afterwards."""
    norm = LAW.norms["ru.const.31"]
    for day, election in ((date(2030, 12, 31), "40 days"), (date(2031, 1, 1), "30 days")):
        version = norm.in_force(day)
        assert version is not None and str(version.terms["election"]) == election


# What a report depends on


@pytest.mark.parametrize("name", NAMES)
def test_a_replay_is_deterministic(name: str) -> None:
    """The same log gives the same report, read anew and replayed again."""
    assert replay(load_scenario(path_of(name))) == REPORTS[name]


SHOW = """
import hashlib, sys
from procedure.judge import replay
from procedure.scenario_files import load_scenario
for path in sys.argv[1:]:
    print(hashlib.sha256(repr(replay(load_scenario(path))).encode()).hexdigest())
"""


def test_a_replay_does_not_depend_on_the_process() -> None:
    """Another process, with other hashes of its own, gives the same reports to the letter."""
    paths = [str(path_of(name)) for name in NAMES]
    root = Path(__file__).parent.parent
    printed = {
        subprocess.run(
            [sys.executable, "-c", SHOW, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def reverse_claims(plain: dict[str, Any]) -> None:
    """The claims of every act in the opposite order."""
    for act in plain["acts"]:
        if "claims" in act:
            act["claims"].reverse()


@pytest.mark.parametrize("name", [name for name in NAMES if any(act.claims for act in SCENARIOS[name].acts)])
def test_the_order_of_claims_changes_no_report(name: str) -> None:
    """Who is written down first is not believed more."""
    assert changed(name, reverse_claims) == bare(REPORTS[name])


def shuffle_top(plain: dict[str, Any], seed: random.Random) -> None:
    """The sources, the standing facts and what is listed in full, in another order."""
    for key in ("sources", "given"):
        items = list(plain.get(key, {}).items())
        seed.shuffle(items)
        if items:
            plain[key] = dict(items)
    if "complete" in plain:
        seed.shuffle(plain["complete"])


def without_sources(report: Report) -> Report:
    """A report with its sources sorted."""
    from attrs import evolve

    return evolve(report, sources=tuple(sorted(report.sources, key=lambda each: each.id)))


@given(names, st.randoms())
def test_the_order_of_sources_and_facts_changes_no_verdict(name: str, seed: random.Random) -> None:
    """Only acts have an order."""
    found = changed(name, lambda plain: shuffle_top(plain, seed))
    assert without_sources(found) == without_sources(bare(REPORTS[name]))


def strangers(day: str) -> list[dict[str, Any]]:
    """Acts that share no fact with the others of a log."""
    return [
        {"act": "hold_parade", "id": "stranger", "date": day, "facts": {"place": "Zenda"}},
        {
            "act": "submit_list",
            "id": "stranger",
            "date": day,
            "by": "party",
            "case": {"party": "Strangers"},
            "facts": {"names": "90"},
        },
        {
            "act": "canvass",
            "id": "stranger",
            "date": day,
            "by": "candidate",
            "case": {"candidate": "Stranger"},
        },
    ]


@given(names, st.integers(0, 40), st.integers(0, 2))
def test_a_stranger_changes_no_other_verdict(name: str, spot: int, which: int) -> None:
    """An act that reads and writes no common fact leaves every other verdict, lapse and state as it was."""
    acts = SCENARIOS[name].acts
    near = acts[spot % len(acts)]

    def insert(plain: dict[str, Any]) -> None:
        plain["acts"].insert(spot % len(acts), strangers(str(near.when.earliest_day))[which])

    found = changed(name, insert)
    assert [verdict for verdict in found.verdicts if verdict.act != "stranger"] == list(REPORTS[name].verdicts)
    assert found.lapses == REPORTS[name].lapses
    assert set(REPORTS[name].states) <= set(found.states)


# Counts of days and of votes

BALLOT = """\
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {{ballot: secret, present: 60, for: {votes}, against: {against}, declared: {declared}}}
"""


@given(st.integers(0, 60))
def test_the_poll_is_in_time_for_forty_days_and_no_longer(passed: int) -> None:
    """A kept deadline stays kept on every earlier day of its window, and none later keeps it."""
    day = date.fromordinal(date(2030, 3, 1).toordinal() + passed)
    poll = f'  - {{act: open_poll, date: {day}, time: "07:00", by: Election Office}}\n'
    verdict = replayed(DISSOLUTION + poll).verdict("open_poll")
    assert verdict.outcome is (Outcome.LAWFUL if passed <= 40 else Outcome.UNLAWFUL)


@given(st.integers(0, 60), st.sampled_from(["elected", "not elected"]))
def test_a_declaration_is_lawful_when_the_count_bears_it(votes: int, declared: str) -> None:
    """With sixty deputies in office thirty-one votes elect, whichever base is taken."""
    verdict = replayed(BALLOT.format(votes=votes, against=60 - votes, declared=declared)).verdict("elect_speaker")
    assert verdict.outcome is (Outcome.LAWFUL if (votes > 30) is (declared == "elected") else Outcome.UNLAWFUL)


@pytest.mark.parametrize(("votes", "office"), list(product((28, 29, 30, 31), (56, 58, 60))))
def test_a_reading_is_contested_only_where_it_matters(votes: int, office: int) -> None:
    """The two bases of a majority part only between half of the deputies in office and half of the seats."""
    acts = BALLOT.format(votes=votes, against=0, declared="elected").replace("present: 60", f"present: {office}")
    head = f"given: {{deputies_in_office: {office}}}\n"
    from procedure.scenario_files import scenario_from_text

    text = f"scenario: A count\njurisdiction: ruritania\n{head}acts:\n{acts}until: 2030-06-01\n"
    verdict = replay(scenario_from_text(text)).verdict("elect_speaker")
    by_seats, by_office = votes > 30, 2 * votes > office
    expected = Outcome.LAWFUL if by_seats and by_office else Outcome.CONTESTED if by_office else Outcome.UNLAWFUL
    assert verdict.outcome is expected
