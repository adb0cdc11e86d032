"""What the law makes of the log of 2023 once something in it is otherwise; each case was written before its replay."""

import pytest
from attrs import evolve

from procedure.expect import SHOWS
from procedure.judge import replay
from procedure.outcomes import Status
from procedure.verdict import Finding, Report, Verdict
from procedure.words import speaker
from tests.jurisdictions.kz_logs import CUTS, cut, cut_report, whole_report
from tests.jurisdictions.mutate import changed
from tests.jurisdictions.mutations import cabinet, campaign, chairman, convening, dissolution, election_day, nomination
from tests.jurisdictions.mutations.case import Case

TABLE = {
    "dissolution": dissolution.CASES,
    "campaign": campaign.CASES,
    "election day": election_day.CASES,
    "convening": convening.CASES,
    "chairman": chairman.CASES,
    "cabinet": cabinet.CASES,
    "nomination": nomination.CASES,
}
EVERY = [pytest.param(log, each, id=f"{log}: {each.says}") for log, cases in TABLE.items() for each in cases]


def findings(report: Report, each: Case) -> list[Finding]:
    """The findings under the norm of a case that hold what its outcome rests on."""
    wanted = SHOWS.get(each.outcome, frozenset((Status.KEPT,)))
    return [
        finding
        for finding in report.verdict(each.act).findings
        if finding.norm == each.norm and finding.statuses & wanted
    ]


@pytest.mark.parametrize(("log", "each"), EVERY)
def test_mutation(log: str, each: Case) -> None:
    """The act has the outcome that the law gives it, under the norm that says so, with the way out."""
    report = replay(changed(cut(log), *each.changes))
    verdict = report.verdict(each.act)
    said = speaker(report)
    heard = [opinion.heard for finding in findings(report, each) for opinion in finding.opinions]
    before = {(was.outcome, was.working) for was in cut_report(log).verdicts if was.act == each.act}

    assert verdict.outcome is each.outcome
    assert each.working in (None, verdict.working)
    assert heard or not each.norm
    assert not each.repair or any(each.repair in said.say(one.repair) for one in heard)
    assert not each.margin or any(each.margin in said.say(one.margin) for one in heard)
    assert not each.result or (verdict.result is not None and dict(verdict.result.values)["word"] == each.result)
    assert ((verdict.outcome, verdict.working) in before) is each.same


def test_every_procedure_has_its_cases() -> None:
    """Each of the seven procedures has at least three mutations that change an outcome; all have fifty or more."""
    counted = {log: sum(not each.same for each in cases) for log, cases in TABLE.items()}

    assert list(TABLE) == list(CUTS)
    assert min(counted.values()) >= 3
    assert sum(counted.values()) >= 50
    assert all(len({each.says for each in cases}) == len(cases) for cases in TABLE.values())


def alone(verdict: Verdict) -> Verdict:
    """A verdict without the states that machines came from, and without what it tells of later rulings."""
    notes = tuple(note for note in verdict.notes if not note.key.startswith("note.ruling"))
    return evolve(verdict, moves=(), notes=notes)


@pytest.mark.parametrize("log", CUTS)
def test_cutting_changes_no_verdict(log: str) -> None:
    """An act that a cut keeps has the verdict that it has in the whole log."""
    whole = whole_report()
    differ = [each.act for each in cut_report(log).verdicts if alone(each) != alone(whole.verdict(each.act))]

    assert differ == []
