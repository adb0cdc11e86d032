"""Expectations: each kind of them is met and missed, and a miss says what was found, why, and where."""

import pytest

from procedure.expect import check
from procedure.judge import replay
from tests.logs import DISSOLUTION, log

ACTS = f"""\
{DISSOLUTION}\
  - {{act: open_poll, id: poll, date: 2030-04-11, time: "06:30", by: Election Office}}
  - {{act: nominate_candidate, id: a, date: 2030-03-12, case: {{candidate: A}}, facts: {{standing: deputy}}}}
  - {{act: nominate_candidate, id: b, date: 2030-03-12, case: {{candidate: B}}, facts: {{standing: deputy}}}}
  - {{act: register_candidate, date: 2030-03-13, by: Election Office, case: {{candidate: A}}}}
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {{ballot: secret, present: 60, for: 30, against: 30, declared: elected}}
"""
HEAD = "complete: [declare_siege, register_candidate, refuse_candidate]\n"


def misses(expectation: str, acts: str = ACTS, head: str = HEAD) -> list[str]:
    """What is not as one expectation has it."""
    scenario = log(acts, head, expect=f"expect:\n  - {{{expectation}, because: the test says so}}\n")
    return [str(failure) for failure in check(scenario, replay(scenario))]


@pytest.mark.parametrize(
    "expectation",
    [
        "act: poll, is: unlawful",
        "act: open_poll, is: unlawful",
        "act: dissolve, is: lawful, working: lawful",
        "act: poll, is: unlawful, under: ru.const.31",
        "act: poll, is: unlawful, under: ru.const.13",
        "act: poll, under: ru.const.32.2",
        "act: dissolve, is: lawful, under: ru.const.30.2",
        "act: poll, also: unlawful",
        "act: poll, margin: 1 day late",
        "act: poll, margin: margin.late",
        "act: poll, margin: margin, under: ru.el.9",
        "act: poll, repair: by the end of 10 April 2030",
        "act: poll, repair: repair.from, under: ru.el.9",
        "lapse: ru.el.6.1",
        "lapse: ru.el.6.1, shown: yes, case: B",
        "lapse: ru.el.6.1, act: b",
        "state: POLLING, procedure: election",
        "state: the poll is open, procedure: election",
        "state: REGISTERED, procedure: candidacy, case: A",
        "state: REGISTERED, procedure: candidacy/A",
        "state: NOMINATED, procedure: candidacy, case: B",
    ],
)
def test_an_expectation_is_met(expectation: str) -> None:
    """What the replay gives is as expected."""
    assert misses(expectation) == []


@pytest.mark.parametrize(
    ("expectation", "told"),
    [
        ("act: poll, is: lawful", "poll: expected lawful, found unlawful"),
        ("act: poll, working: lawful", "expected lawful on the working readings, found unlawful on them"),
        ("act: poll, also: disputed", "expected also disputed, found unlawful"),
        ("act: poll, is: unlawful, under: ru.const.32.2", "expected Const. 32(2) broken or void"),
        ("act: dissolve, is: lawful, under: ru.const.31", "expected that Const. 31 hears it"),
        ("act: poll, margin: 2 days late", "expected the margin “2 days late”, found “"),
        ("act: poll, margin: 1 day late, under: ru.el.9", "found “30 minutes early” (margin.early)"),
        ("act: dissolve, repair: by the Regent", "expected the repair “by the Regent”, found none"),
        ("lapse: ru.const.31", "expected a duty not seen done in time, found Electoral Act 6(1) after b (B), shown"),
        ("lapse: ru.el.6.1, shown: no", "expected not shown, found Electoral Act 6(1) after b (B), shown"),
        ("lapse: ru.el.6.1, case: A", "the lapse under Electoral Act 6(1): expected a duty"),
        ("state: POLLED, procedure: election", "the state of election: expected POLLED, found election: POLLING"),
        ("state: REGISTERED, procedure: candidacy", "expected REGISTERED, found A: REGISTERED; B: NOMINATED"),
        (
            "state: REGISTERED, procedure: candidacy, case: C",
            "the state of candidacy (C): expected REGISTERED, found no such case",
        ),
        ("state: POLLING or POLLED, procedure: election", "expected POLLING or POLLED, found election: POLLING"),
    ],
)
def test_an_expectation_is_missed(expectation: str, told: str) -> None:
    """A miss names its subject, what was expected and found, the reason and the place."""
    missed = misses(expectation)
    assert any(told in each for each in missed), missed
    assert all(each.endswith("(expected because the test says so)") for each in missed)
    assert all(each.startswith("<text>:") for each in missed)


UNDECLARED = """\
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {ballot: secret, present: 58, for: 30, against: 28}
"""


def test_states_that_fork_are_expected_together() -> None:
    """Where the way forks a state is a set, and one of it is not the whole."""
    head = "readings: {}\n"
    acts = UNDECLARED.replace("58", "60").replace("28", "30")
    assert misses("state: VACANT, procedure: speaker", acts, head) == []
    forked = """\
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {ballot: secret, present: 60, for: 31, against: 29}
    claims:
      - {declared: elected, sources: [minutes]}
      - {declared: not elected, sources: [courier]}
"""
    sources = """\
sources:
  minutes: {title: Minutes, publisher: Diet, standing: primary}
  courier: {title: A report, publisher: The Strelsau Courier, standing: secondary}
"""
    assert misses("state: VACANT or ELECTED, procedure: speaker", forked, sources) == []
    assert misses("state: ELECTED, procedure: speaker", forked, sources) != []


@pytest.mark.parametrize(
    ("outcome", "norm", "kept"),
    [("undetermined", "ru.const.36.2", True), ("undetermined", "ru.const.36.1", False)],
)
def test_an_undetermined_act_rests_on_what_is_unknown(outcome: str, norm: str, kept: bool) -> None:
    """The norm named must be the one that cannot be decided."""
    count = "{present: 60, for: 31, against: 29, declared: elected}"
    acts = f"  - {{act: elect_speaker, date: 2030-05-07, by: Diet, facts: {count}}}\n"
    assert (misses(f"act: elect_speaker, is: {outcome}, under: {norm}", acts) == []) is kept
