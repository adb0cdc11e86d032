"""What a plan makes when asked for reasons is what a replay makes: every verdict, every lapse, the whole report."""

import random
from contextlib import suppress
from functools import cache

import pytest
from attrs import evolve

from procedure import shipped
from procedure.judge import replay
from procedure.render.json_form import to_json
from procedure.scenario_files import load_scenario
from procedure.sweep.bench import Unplanned
from procedure.sweep.judged import Judged
from procedure.sweep.plan import Plan
from tests.mutants import mutants, shifted

LONG = "kz/2023-snap-election"
NAMES = [name for name in shipped.names() if "2023-snap" not in name and not name.startswith("kz/lessons")]


@cache
def plan(name: str) -> Plan:
    """The plan of a shipped log, made once."""
    return Plan(load_scenario(shipped.find(name)))


def variants(name: str, number: int, seed: int) -> list[Judged]:
    """So many changed logs, those that the plan follows."""
    found = []
    for acts in mutants(plan(name).scenario, number, seed):
        with suppress(Unplanned):
            found.append(plan(name).judge(acts))
    return found


def equal(judged: Judged) -> None:
    """The same report as that of a replay, to the last word."""
    wanted = replay(evolve(judged.plan.scenario, acts=judged.acts))
    found = judged.report()

    assert found.verdicts == wanted.verdicts
    assert found == wanted


@pytest.mark.parametrize("part", range(3))
def test_reports_are_those_of_a_replay(part: int) -> None:
    """Some hundred changed logs, other ones in each part."""
    compared = replayed = 0
    for spot, name in enumerate(random.Random(part).sample(NAMES, 12)):
        if plan(name).refused:
            continue
        for judged in variants(name, 8, part * 100 + spot):
            equal(judged)
            compared += 1
            replayed += judged.replayed() is not None

    assert compared > 60
    assert replayed * 8 < compared


def test_reports_of_the_long_log_are_those_of_a_replay() -> None:
    """Most of them without a replay, though the log has many worlds."""
    found = variants(LONG, 5, 11)
    for judged in found:
        equal(judged)

    assert len(found) > 2
    assert [judged for judged in found if judged.replayed() is not None] == []


def test_the_log_itself() -> None:
    """A plan has the report on its own log too."""
    assert plan(LONG).base.report() == replay(plan(LONG).scenario)


def test_in_json_too() -> None:
    """What is written of a report is the same, from the plan and from the replay."""
    for judged in variants("ruritania/good/entrusted-after-two-refusals", 20, 4):
        assert to_json(judged.report()) == to_json(replay(evolve(judged.plan.scenario, acts=judged.acts)))


def test_holdings_are_told_at_once() -> None:
    """One for each act, in the order of the report, with its outcome and the norms broken."""
    for judged in variants(LONG, 5, 12):
        report = judged.report()

        assert [holding.act.id for holding in judged.holdings()] == [verdict.act for verdict in report.verdicts]
        assert [(each.outcome, each.working) for each in judged.holdings()] == [
            (verdict.outcome, verdict.working) for verdict in report.verdicts
        ]
        assert [sorted(each.broken) for each in judged.holdings()] == [
            sorted({finding.norm for finding in verdict.broken()}) for verdict in report.verdicts
        ]
        assert judged.digest().states == tuple((each.procedure, each.case, each.states) for each in report.states)
        assert {lapse[:4] for lapse in judged.digest().lapses} == {
            (each.norm, each.act, each.case, each.after) for each in report.lapses
        }


def test_what_no_change_reached_is_shared() -> None:
    """Two variants have the same holding, and so the same verdict, for each act that no change reached."""
    held = plan(LONG)
    act = held.scenario.act("consent")
    one, two = (held.change({"consent": evolve(act, note=f"note {number}")}) for number in (1, 2))
    together = list(zip(one.holdings(), two.holdings(), strict=True))
    apart = [mine.act.id for mine, other in together if mine is not other]

    assert apart == ["consent"]
    assert one.holdings()[0].verdict is two.holdings()[0].verdict
    assert next(each for each in one.holdings() if each.act.id == "consent").verdict.done.note == "note 1"


def test_a_claim_that_no_longer_matters() -> None:
    """Where a variant has fewer worlds than the log, its report is that of a replay, and names only these."""
    name = "ruritania/bad/withdrawal-before-or-after-the-opening"
    held = plan(name)
    axis = next(iter(held.lines[0].fixed))
    about = held.bench.court.about[axis]
    rest = [act for act in held.scenario.acts if act.id != about]
    fewer = held.judge(rest)

    assert len(held.lines) == 2
    assert fewer.replayed() is not None
    assert fewer.report().forks == ()
    equal(fewer)


@pytest.mark.parametrize("name", ["good/petition-dismissed-for-want-of-time", "bad/open-election-annulled-later"])
def test_a_ruling_that_moves_is_told_of_the_act_that_it_is_on(name: str) -> None:
    """The act itself is not heard anew, but its verdict names the ruling with its day; one after the end counts too."""
    held = plan(f"ruritania/{name}")
    ruling = next(act for act in held.acts if act.ruling is not None)
    assert ruling.ruling is not None
    base = held.base.report().verdict(ruling.ruling.on)
    for days in (1, 400):
        moved = evolve(ruling, when=shifted(ruling.when, days))
        changed = held.change({ruling.id: moved})
        judged = held.judge([moved if act is ruling else act for act in held.scenario.acts])
        for each in (changed, judged):
            equal(each)

            assert each.report().verdict(base.act).notes != base.notes
