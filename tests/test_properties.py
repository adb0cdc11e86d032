"""What holds of every log: deadlines, votes, acts that have nothing to do with each other, what is listed in full."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from procedure import from_json, load, to_json
from procedure.judge import replay
from procedure.moments import Moment
from procedure.outcomes import Assignment, Outcome, Status
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.shipped import names
from procedure.verdict import Report
from tests.jurisdictions.kz_logs import CUTS, WHOLE, cut, cut_report, whole, whole_report
from tests.jurisdictions.mutate import Change, add, at, changed, drop, facts, incomplete, keep, until
from tests.jurisdictions.mutations import cabinet, campaign, chairman, convening, dissolution, election_day, nomination
from tests.jurisdictions.mutations.case import Case

quick = settings(max_examples=20, deadline=None, derandomize=True, database=None)

MUTATED: list[tuple[str, Case]] = [
    (log, case)
    for log, table in zip(
        CUTS, (dissolution, campaign, election_day, convening, chairman, cabinet, nomination), strict=True
    )
    for case in table.CASES
]
mutated = st.sampled_from(MUTATED)


def mutant(log: str, case: Case) -> Scenario:
    """The log of a case."""
    return changed(cut(log), *case.changes)


# deadlines


class Deadline:
    """A duty under a time limit: the act, the day from which its time runs, the norm and the rule, the last day."""

    def __init__(
        self, log: Scenario, act: str, runs_from: str, norm: str, rule: str, days: int, *, dates: bool = False
    ):
        self.log, self.act, self.norm, self.rule, self.days, self.dates = log, act, norm, rule, days, dates
        self.runs_from = date.fromisoformat(runs_from)

    def __repr__(self) -> str:
        return self.norm

    def put(self, offset: int) -> Change:
        """The act done, or the date that it sets, so many days after the day from which the time runs."""
        day = self.runs_from + timedelta(days=offset)
        return facts(self.act, {"poll_day": day}) if self.dates else at(self.act, str(day))

    def statuses(self, offset: int) -> Mapping[Assignment, Status]:
        """What the rule finds in each cell."""
        verdict = replay(changed(self.log, self.put(offset))).verdict(self.act)
        [finding] = [each for each in verdict.findings if (each.norm, each.rule) == (self.norm, self.rule)]
        return {cell: opinion.heard.status for opinion in finding.opinions for cell in opinion.cells}

    def working(self, offset: int) -> Status:
        """What the rule finds on the working readings."""
        axes = self.log.country.law.axes
        [found] = {
            status
            for cell, status in self.statuses(offset).items()
            if all(axes[axis].working == answer for axis, answer in cell)
        }
        return found


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Four deadlines of 2023, each on a log of the few acts that it needs."""
    long = changed(whole(), until("2023-12-31"))
    call = changed(long, keep(["dissolve", "call-election"]))
    results = changed(long, keep(["call-election", "publish-results"]))
    session = changed(long, keep(["publish-results", "convene"]))
    structure = add("propose_structure", "structure", "2023-04-01", "Prime Minister")
    return (
        Deadline(call, "call-election", "2023-01-19", "kz.const.51.3", "DatedWithin", 59, dates=True),
        Deadline(results, "publish-results", "2023-03-19", "kz.el.44.4", "Within", 10),
        Deadline(session, "convene", "2023-03-27", "kz.const.59.2", "Within", 30),
        Deadline(
            changed(long, keep(["appoint-pm"]), structure), "structure", "2023-03-30", "kz.const.65.2", "Within", 10
        ),
    )


@pytest.mark.parametrize("number", range(4))
@quick
@given(data=st.data())
def test_kept_stays_kept_when_earlier(number: int, data: st.DataObject) -> None:
    """What is in time on a day is in time on every earlier day of the window, in every cell."""
    deadline = deadlines()[number]
    later = data.draw(st.integers(1, 2 * deadline.days), label="days after the start")
    earlier = data.draw(st.integers(1, later), label="earlier")
    before, after = deadline.statuses(earlier), deadline.statuses(later)

    assert before.keys() == after.keys()
    assert all(before[cell] is Status.KEPT for cell, status in after.items() if status is Status.KEPT)
    assert all(after[cell] is Status.BROKEN for cell, status in before.items() if status is Status.BROKEN)


@pytest.mark.parametrize("number", range(4))
@quick
@given(data=st.data())
def test_deadline_is_a_day(number: int, data: st.DataObject) -> None:
    """On the working readings the act is in time up to the last day, that day included, and late from the next on."""
    deadline = deadlines()[number]
    offset = data.draw(st.sampled_from([1, deadline.days - 1, deadline.days, deadline.days + 1, 2 * deadline.days]))

    assert (deadline.working(offset) is Status.KEPT) is (offset <= deadline.days)


# votes


@cache
def consent_log() -> Scenario:
    """The registration of 98 deputies, a nomination and the vote on it, and nothing else."""
    return changed(whole(), keep(["register-deputies", "nominate-pm", "consent"]))


def consented(votes: int, declared: str) -> Outcome:
    """What the law makes of the consent with so many of 98 votes for it."""
    said = {"for": votes, "against": 98 - votes, "abstained": 0, "voting": 98, "present_at_opening": 98}
    return replay(changed(consent_log(), facts("consent", {**said, "declared": declared}))).verdict("consent").outcome


def test_consent_flips_once() -> None:
    """From no vote to 98, a consent declared given turns from unlawful to lawful once, at 50; refused, back."""
    given_by = [consented(votes, "given") for votes in range(99)]
    refused = [consented(votes, "refused") for votes in range(99)]

    assert given_by == [Outcome.UNLAWFUL] * 50 + [Outcome.LAWFUL] * 49
    assert refused == [Outcome.LAWFUL] * 50 + [Outcome.UNLAWFUL] * 49


# acts that have nothing to do with each other


def inserted(scenario: Scenario, spot: int) -> Scenario:
    """The log with a statement of the President, at a place of the file, made when the act before it was done."""
    when = scenario.acts[max(spot - 1, 0)].when
    act = Act("a-statement", "publish_statement", when, "President")
    return evolve(scenario, acts=(*scenario.acts[:spot], act, *scenario.acts[spot:]))


def without(report: Report, act: str) -> Report:
    """The report without the verdict on an act."""
    return evolve(report, verdicts=tuple(each for each in report.verdicts if each.act != act))


@quick
@given(log=st.sampled_from(sorted(CUTS)), part=st.floats(0, 1))
def test_act_without_common_facts_changes_nothing(log: str, part: float) -> None:
    """A context act, which no procedure knows and no rule reads, changes no other verdict, lapse or state."""
    scenario = cut(log)
    report = replay(inserted(scenario, round(part * len(scenario.acts))))

    assert report.verdict("a-statement").outcome is Outcome.CONTEXT
    assert without(report, "a-statement") == cut_report(log)


@quick
@given(log=st.sampled_from(["campaign", "dissolution"]), data=st.data())
def test_certain_times_order_the_log(log: str, data: st.DataObject) -> None:
    """Whatever the order of the file, no act is heard before one that was certainly done earlier."""
    acts = [act for act in cut(log).acts if not any("when" in axis.keys for axis in act.claims)]
    mixed = data.draw(st.permutations(acts))
    when = {act.id: act.when for act in acts}
    heard: list[Moment] = [
        when[verdict.act] for verdict in replay(evolve(cut(log), acts=tuple(mixed), expect=())).verdicts
    ]

    assert not any(one.is_after(other) for spot, one in enumerate(heard) for other in heard[spot + 1 :])


# what is listed in full


@quick
@given(each=mutated, data=st.data())
def test_less_listed_in_full_proves_less(each: tuple[str, Case], data: st.DataObject) -> None:
    """Where the log lists less in full, a rule finds what it found or cannot tell: no breach and no proof is new.

    So an act that is lawful then was lawful, one that is unlawful was unlawful, and a lapse is shown only if it was.
    """
    scenario = mutant(*each)
    kinds = data.draw(st.sets(st.sampled_from(sorted(scenario.complete)), min_size=1), label="no longer in full")
    full, less = replay(scenario), replay(changed(scenario, incomplete(*kinds)))

    for before, after in zip(full.verdicts, less.verdicts, strict=True):
        for was, now in zip(before.findings, after.findings, strict=True):
            assert (was.norm, was.rule) == (now.norm, now.rule)
            assert now.statuses <= was.statuses | {Status.UNKNOWN}
        for outcome in (Outcome.LAWFUL, Outcome.UNLAWFUL):
            assert after.outcome is not outcome or before.outcome is outcome
    shown = {(lapse.norm, lapse.act, lapse.case, lapse.after) for lapse in full.lapses if lapse.shown}
    assert all((each.norm, each.act, each.case, each.after) in shown for each in less.lapses if each.shown)


@quick
@given(each=mutated)
def test_nothing_listed_in_full_shows_no_absence(each: tuple[str, Case]) -> None:
    """Where the log lists nothing in full, no lapse is shown."""
    scenario = mutant(*each)

    assert not any(lapse.shown for lapse in replay(evolve(scenario, complete={})).lapses)


# reports


@quick
@given(each=mutated)
def test_mutated_report_survives_json(each: tuple[str, Case]) -> None:
    """The report on any mutation is the same after a round trip through JSON."""
    report = replay(mutant(*each))

    assert from_json(to_json(report)) == report


@quick
@given(name=st.sampled_from(sorted({*names()} - {WHOLE})))
def test_shipped_report_survives_json(name: str) -> None:
    """The report on any shipped scenario is the same after a round trip through JSON."""
    report = replay(load(name))

    assert from_json(to_json(report)) == report


def test_context_can_be_left_out() -> None:
    """The log of 2023 without its context acts, save those that rule on another, has the same verdicts on the rest."""
    scenario = whole()
    kinds = scenario.country.vocabulary.acts
    context = [act.id for act in scenario.acts if kinds[act.kind].context and act.ruling is None]
    kept = {each.act: each for each in replay(changed(scenario, drop(*context))).verdicts}

    assert len(context) >= 50
    assert {each.act: each for each in whole_report().verdicts if each.act in kept} == kept
