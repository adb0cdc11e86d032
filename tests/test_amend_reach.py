"""Which cases an amendment reaches: all, new ones only, or those that it names; for each kind of amendment."""

import pytest

from procedure.judge import replay
from procedure.outcomes import Outcome
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report
from tests.test_amend import BASE, outcome, under
from tests.tiny import refused

LATER = """
acts:
  - {act: nominate_candidate, id: c-stands, date: 2030-03-12, case: {candidate: C}, facts: {standing: deputy}}
  - {act: canvass, id: c-canvasses, date: 2030-03-26, by: candidate, case: {candidate: C}}
""".lstrip()


def judged(amendment: str, *, more: str = "") -> Report:
    """The whole cycle of Ruritania under one amendment."""
    return replay(scenario_from_text(f"scenario: Amended\n{BASE}{more}amend:\n  - {amendment}\n", "own.yaml"))


# the election of 2030 is a case that opens with the dissolution on 1 March

POLL = "norm: ru.const.31, term: election, value: 10 days"
NEW = ", reaches: new cases"
IN_MARCH, IN_FEBRUARY = "from: 2030-03-10", "from: 2030-02-10"


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [
        (IN_MARCH, "unlawful"),
        (IN_MARCH + NEW, "lawful"),
        (IN_FEBRUARY, "unlawful"),
        (IN_FEBRUARY + NEW, "unlawful"),
    ],
)
def test_a_term_for_new_cases_leaves_running_ones_alone(scope: str, wanted: str) -> None:
    assert outcome(judged(f"{{{POLL}, {scope}}}"), "poll") == wanted


def test_the_act_that_opens_a_case_is_of_a_new_one() -> None:
    """The dissolution itself is judged by the law of its day."""
    bar = "{norm: ru.const.29.1, term: bar, value: 3 years, from: 2030-03-01, reaches: new cases}"
    assert outcome(judged(bar), "dissolve") == "unlawful"


@pytest.mark.parametrize("verb", ["suspend", "repeal"])
@pytest.mark.parametrize(("scope", "heard"), [(IN_MARCH, False), (IN_MARCH + NEW, True), (IN_FEBRUARY + NEW, False)])
def test_a_norm_is_taken_away_from_new_cases(verb: str, scope: str, heard: bool) -> None:
    report = judged(f"{{norm: ru.const.31, {verb}: yes, {scope}}}")
    assert ("ru.const.31" in report.verdict("poll").heard) is heard


ADOPTED = "adopt: x.1, on: open_poll, rule: never, with: {act: call_election}, says: No poll after a writ."


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [(IN_MARCH, ["broken"]), (IN_MARCH + NEW, []), (IN_FEBRUARY + NEW, ["broken"])],
)
def test_a_norm_is_adopted_for_new_cases(scope: str, wanted: list[str]) -> None:
    report = judged(f"{{{ADOPTED}, {scope}}}")
    assert under(report, "poll", "x.1") == wanted
    assert not wanted or [each.says for each in report.norms if each.id == "x.1"] == ["No poll after a writ."]


DROP = "procedure: election, drop: {act: publish_opinion_poll}"


@pytest.mark.parametrize(
    ("scope", "wanted"), [(IN_MARCH, "unplaced"), (IN_MARCH + NEW, "lawful"), (IN_FEBRUARY + NEW, "unplaced")]
)
def test_a_step_is_dropped_for_new_cases(scope: str, wanted: str) -> None:
    assert outcome(judged(f"{{{DROP}, {scope}}}"), "publish_opinion_poll") == wanted


EARLY = "acts:\n  - {act: open_diet, id: early, date: 2030-03-20, by: Crown}\n"


@pytest.mark.parametrize(
    ("scope", "wanted"), [(IN_MARCH, "context"), (IN_MARCH + NEW, "unplaced"), (IN_FEBRUARY + NEW, "context")]
)
def test_a_step_is_added_for_new_cases(scope: str, wanted: str) -> None:
    step = "procedure: election, step: {act: open_diet, from: CALLED}"
    assert outcome(judged(f"{{{step}, {scope}}}", more=EARLY), "early") == wanted


# each candidate is a case of the machine of candidacies

NAMED = "reaches: {candidate: [B]}"
SIGNATURES = "{norm: ru.el.5.2, term: signatures, value: 500, " + NAMED + "}"


@pytest.mark.parametrize(
    ("amendment", "of_a", "of_b"),
    [
        (SIGNATURES, ["kept"], ["broken"]),
        (f"{{norm: ru.el.5.2, suspend: yes, {NAMED}}}", ["kept"], []),
        (f"{{norm: ru.el.5.2, repeal: yes, {NAMED}}}", ["kept"], []),
    ],
)
def test_an_amendment_names_its_cases(amendment: str, of_a: list[str], of_b: list[str]) -> None:
    report = judged(amendment)
    assert (under(report, "a-stands", "ru.el.5.2"), under(report, "b-stands", "ru.el.5.2")) == (of_a, of_b)


def test_a_norm_is_adopted_for_cases_that_are_named() -> None:
    norm = "adopt: x.1, on: register_candidate, rule: never, with: {act: adopt_calendar}, says: Not after a calendar."
    report = judged(f"{{{norm}, {NAMED}}}")
    assert (under(report, "a-registered", "x.1"), under(report, "b-registered", "x.1")) == ([], ["broken"])


def test_a_step_is_dropped_for_cases_that_are_named() -> None:
    report = judged("{procedure: candidacy, drop: {act: canvass}, reaches: {candidate: C}}", more=LATER)
    assert (outcome(report, "canvass"), outcome(report, "c-canvasses")) == ("lawful", "unplaced")


def test_a_step_is_added_for_cases_that_are_named() -> None:
    """Only B may be nominated anew while nominated."""
    again = """
acts:
  - {act: nominate_candidate, id: a-again, date: 2030-03-12, case: {candidate: A}, place: {after: a-stands}}
  - {act: nominate_candidate, id: b-again, date: 2030-03-12, case: {candidate: B}, place: {after: b-stands}}
""".lstrip()
    report = judged(
        "{procedure: candidacy, step: {act: nominate_candidate, from: NOMINATED}, reaches: {candidate: B}}", more=again
    )
    assert (outcome(report, "a-again"), outcome(report, "b-again")) == ("unplaced", "context")


def test_a_later_amendment_for_all_is_for_those_too_that_were_told_apart() -> None:
    """Five hundred for B, then a suspension for all; and the other way round five hundred for B alone."""
    for each, of_a, of_b in (
        ((SIGNATURES, "{norm: ru.el.5.2, suspend: yes}"), [], []),
        ((SIGNATURES, "{norm: ru.el.5.2, term: signatures, value: 220}"), ["kept"], ["kept"]),
        (("{norm: ru.el.5.2, term: signatures, value: 300}", SIGNATURES), ["broken"], ["broken"]),
        (("{norm: ru.el.5.2, suspend: yes}", f"{{norm: ru.el.5.2, restore: yes, {NAMED}}}"), [], ["kept"]),
    ):
        report = judged("\n  - ".join(each))
        assert under(report, "a-stands", "ru.el.5.2") == of_a
        assert under(report, "b-stands", "ru.el.5.2") == of_b


def test_two_amendments_that_reach_some_cases_meet() -> None:
    """What reaches new cases and what reaches B together reach B as a new case."""
    report = judged(
        "{norm: ru.el.5.2, term: signatures, value: 500, from: 2030-03-12, reaches: new cases}\n"
        "  - {norm: ru.el.5.2, term: signatures, value: 100, reaches: {candidate: B}}"
    )
    assert under(report, "a-stands", "ru.el.5.2") == ["broken"]
    assert under(report, "b-stands", "ru.el.5.2") == ["kept"]


def test_what_is_owed_is_owed_by_the_law_that_reaches_the_case() -> None:
    """The registration of B must be decided in a day, by an amendment that is for B."""
    more = "changes: [{cut before: a-registered}]\nuntil: 2030-03-14\n"
    report = judged("{norm: ru.el.6.1, term: decision, value: 1 days, reaches: {candidate: B}}", more=more)
    assert [(each.norm, each.case) for each in report.lapses] == [("ru.el.6.1", "B")]


REFUSED = [
    (f"{{{POLL}, reaches: §new ones}}", "PR205", "'new ones' cannot stand here", "new cases"),
    (f"{{{POLL}, reaches: §new cases}}", "PR202", "which cases are new is not said", "from"),
    (f"{{{POLL}, reaches: {{§candidate: A}}}}", "PR207", "runs for each 'candidate'", "new cases"),
    ("{norm: ru.el.5.2, repeal: yes, reaches: {§candidat: A}}", "PR207", "each 'candidat'", "'candidate'"),
    ("{norm: ru.el.5.2, repeal: yes, reaches: {candidate: [A, §Z]}}", "PR207", "about the candidate 'Z'", "A, B"),
    ("{norm: ru.el.5.2, repeal: yes, reaches: §{}}", "PR204", "no case is named", "new cases"),
    ("{reading: majority_base, pin: all_seats, §reaches: new cases}", "PR201", "unknown key 'reaches'", "pin"),
]


@pytest.mark.parametrize(("text", "code", "message", "help"), REFUSED, ids=[each[0] for each in REFUSED])
def test_nonsense_is_refused(text: str, code: str, message: str, help: str) -> None:
    refused(f"scenario: Amended\n{BASE}amend:\n  - {text}\n", code, message, help)


def test_the_amended_norm_is_told_with_what_it_says_for_those_it_reaches() -> None:
    report = judged(SIGNATURES)
    assert "signatures: 500" in next(each.says for each in report.norms if each.id == "ru.el.5.2")
    assert report.verdict("b-stands").outcome is Outcome.UNLAWFUL
