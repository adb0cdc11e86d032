"""Machines changed for one scenario: a step added, a step taken away, an act introduced, and what is refused."""

import pytest

from procedure.errors import ScenarioError
from procedure.judge import replay
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report
from tests.test_amend import BASE, outcome, under
from tests.tiny import refused


def amended(*each: str, more: str = "") -> Scenario:
    """The whole cycle of Ruritania under amendments, with more keys of the scenario."""
    lines = "".join(f"  - {line}\n" for line in each)
    return scenario_from_text(f"scenario: Amended\n{BASE}{more}amend:\n{lines}", "own.yaml")


def move(report: Report, act: str, procedure: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """From which states an act led to which in a procedure."""
    return next(((each.before, each.after) for each in report.verdict(act).moves if each.procedure == procedure), None)


def notes(report: Report, act: str) -> list[str]:
    return [note.key for note in report.verdict(act).notes]


# a step is added

RETURN = "act: withdraw_candidate, from: [REFUSED, not nominated], to: WITHDRAWN"
WITHDRAWN = "acts:\n  - {act: withdraw_candidate, date: 2030-03-11, by: candidate, case: {candidate: C}}\n"


def test_a_step_is_added() -> None:
    """In the law on file one who is not nominated cannot withdraw; states are named by name or by sentence."""
    plain, added = (
        replay(amended(each, more=WITHDRAWN))
        for each in (
            "{reading: majority_base, pin: all_seats}",
            f"{{procedure: candidacy, step: {{{RETURN}}}}}",
        )
    )
    assert outcome(plain, "withdraw_candidate") == "unplaced"
    assert outcome(added, "withdraw_candidate") == "context"
    assert move(added, "withdraw_candidate", "candidacy") == (("NONE",), ("WITHDRAWN",))


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("from: 2030-03-11", "context"),
        ("from: 2030-03-12", "unplaced"),
        ("until: 2030-03-11", "context"),
        ("until: 2030-03-10", "unplaced"),
    ],
)
def test_a_step_has_its_days(days: str, wanted: str) -> None:
    report = replay(amended(f"{{procedure: candidacy, step: {{{RETURN}}}, {days}}}", more=WITHDRAWN))
    assert outcome(report, "withdraw_candidate") == wanted


def test_a_step_brings_its_norms() -> None:
    """With `under` the rules come along under which the act stands at the other steps of the machine."""
    late = WITHDRAWN.replace("03-11", "04-11")
    report = replay(amended(f"{{procedure: candidacy, step: {{{RETURN}, under: ru.el.5.1}}}}", more=late))
    assert outcome(report, "withdraw_candidate") == "unlawful"
    assert under(report, "withdraw_candidate", "ru.el.5.1") == ["broken"]


BRANCH = "{procedure: speaker, step: {act: elect_speaker, from: VACANT, when: {declared: elected}}}"


def test_a_branch_is_told_apart_by_what_is_declared() -> None:
    """A Speaker who is elected takes the chair only later, in this hypothesis: the branch on file is dropped first."""
    report = replay(amended("{procedure: speaker, drop: {act: elect_speaker, from: VACANT}}", BRANCH, KEEP))
    assert move(report, "elect_speaker", "speaker") == (("VACANT",), ("VACANT",))


KEEP = "{procedure: speaker, step: {act: form_club, from: VACANT, to: ELECTED}}"


def test_a_machine_may_hear_an_act_that_another_places() -> None:
    """The chair is filled when a club is formed; that the ministry's machine places the act stays as it was."""
    report = replay(amended("{procedure: speaker, step: {act: form_club, to: ELECTED}}"))
    assert move(report, "blues-form", "speaker") == (("ELECTED",), ("ELECTED",))
    assert move(report, "blues-form", "ministry") == (("IN_OFFICE",), ("IN_OFFICE",))
    early = "acts:\n  - {act: open_poll, id: parade, date: 2030-04-11, by: Election Office}\n"
    report = replay(amended("{procedure: speaker, step: {act: open_poll}}", more=early))
    assert outcome(report, "parade") == "unplaced"


# an act is introduced

ESTATES = (
    "{introduce: estates_consent, title: the Estates vote on a dissolution, by: [Estates],"
    " facts: {declared: {one of: [given, refused]}}}"
)
STEP = "{procedure: election, step: {act: estates_consent, from: SITS}}"
NORM = (
    "{adopt: x.1, on: dissolve, rule: after, says: The Estates consent first.,"
    " with: {act: estates_consent, since: dissolve, where: {declared: given}}}"
)
BY = "{adopt: x.2, on: estates_consent, rule: stated, with: {fact: declared, words: given}, says: They do.}"


@pytest.mark.parametrize(("word", "wanted"), [("given", ["kept"]), ("refused", ["broken"])])
def test_dissolution_needs_the_consent_of_another_house(word: str, wanted: list[str]) -> None:
    facts = f"facts: {{declared: {word}}}"
    more = f"acts:\n  - {{act: estates_consent, date: 2030-02-28, by: Estates, {facts}}}\n"
    report = replay(amended(ESTATES, STEP, NORM, BY, more=more + "complete: [estates_consent]\n"))
    assert under(report, "dissolve", "x.1") == wanted
    assert under(report, "estates_consent", "x.2") == wanted


def test_without_the_act_the_duty_is_broken_where_the_log_is_complete() -> None:
    report = replay(amended(ESTATES, STEP, NORM, more="complete: [estates_consent]\n"))
    assert outcome(report, "dissolve") == "unlawful"


def test_a_norm_adopted_before_a_step_bears_on_the_step_too() -> None:
    norm = f"{{adopt: x.1, on: withdraw_candidate, rule: never, with: {{act: consult_on_dissolution}}, {'says: No.'}}}"
    report = replay(amended(norm, f"{{procedure: candidacy, step: {{{RETURN}}}}}", more=WITHDRAWN))
    assert under(report, "withdraw_candidate", "x.1") == ["broken"]


# a step is dropped


def test_a_step_is_dropped() -> None:
    """The act has no place then, and the note says that the scenario's own step is why."""
    report = replay(amended("{procedure: candidacy, drop: {act: canvass}}"))
    assert outcome(report, "canvass") == "unplaced"
    assert notes(report, "canvass") == ["note.edition"]


@pytest.mark.parametrize(("sources", "wanted"), [("NOMINATED", "lawful"), ("[NOMINATED, registered]", "unplaced")])
def test_a_step_is_dropped_from_some_states(sources: str, wanted: str) -> None:
    report = replay(amended(f"{{procedure: candidacy, drop: {{act: canvass, from: {sources}}}}}"))
    assert outcome(report, "canvass") == wanted


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("from: 2030-03-25", "unplaced"),
        ("from: 2030-03-26", "lawful"),
        ("until: 2030-03-25", "unplaced"),
        ("until: 2030-03-24", "lawful"),
    ],
)
def test_a_drop_has_its_days(days: str, wanted: str) -> None:
    assert outcome(replay(amended(f"{{procedure: candidacy, drop: {{act: canvass}}, {days}}}")), "canvass") == wanted


def test_the_way_leads_past_what_is_dropped() -> None:
    """Nobody is told to take a step that the hypothesis has taken away."""
    more = "changes: [{drop: [call_election, adopt_calendar]}]\n"
    drop = "{procedure: election, drop: {act: call_election, from: DISSOLVED}, from: 2030-01-01}"
    add = "{procedure: election, step: {act: dissolve, from: DISSOLVED, to: CALLED}}"
    calendar = "acts:\n  - {act: publish_opinion_poll, id: early, date: 2030-03-02, by: press}\n"
    plain = replay(amended("{reading: majority_base, pin: all_seats}", more=more + calendar))
    other = replay(amended(drop, add, more=more + calendar))
    ways = [
        [dict(note.values)["acts"] for note in report.verdict("early").notes if note.key == "note.way"]
        for report in (plain, other)
    ]
    assert ways == [[("call_election",)], [("open_poll",)]]


def test_a_duty_that_no_step_can_fulfil_any_more_does_not_lapse() -> None:
    """The ministry is dismissed within ten days of a lost vote, unless the step is not there."""
    lost = """
changes: [{cut after: reds-form}]
acts:
  - {act: move_no_confidence, date: 2030-05-09, by: deputies, facts: {initiators: 20}}
  - {act: vote_no_confidence, date: 2030-05-12, by: Diet, facts: {for: 40, against: 20, declared: carried}}
until: 2030-06-12
""".lstrip()
    drop = "{procedure: ministry, drop: {act: dismiss_ministry}}"
    add = "{procedure: ministry, step: {act: form_club, from: DEFEATED, to: CARETAKER}}"
    pick = "{procedure: ministry, drop: {act: form_club, from: DEFEATED}}"
    plain = replay(amended("{reading: majority_base, pin: all_seats}", more=lost))
    other = replay(amended(drop, pick, add, more=lost))
    assert [each.norm for each in plain.lapses] == ["ru.const.44.4"]
    assert other.lapses == ()


# refusals

REFUSED = [
    ("{procedure: §ministri, step: {act: consent}}", "PR207", "no procedure 'ministri' is known", "'ministry'"),
    ("{procedure: ministry, step: {act: §consnt, to: CONSENTED}}", "PR207", "no act 'consnt'", "introduce it before"),
    ("{procedure: ministry, step: {act: consent, from: §CALLED}}", "PR207", "no state 'CALLED'", "known: "),
    ("{procedure: ministry, step: {act: consent, to: §CONSENTD}}", "PR207", "no state 'CONSENTD'", "'CONSENTED'"),
    ("{procedure: ministry, step: {act: consent, from: DEFEATED, §too: X}}", "PR201", "unknown key 'too'", "'to'"),
    ("{procedure: ministry, step: §{from: DEFEATED}}", "PR202", "lacks the key 'act'", "add"),
    (
        "{procedure: ministry, step: {act: consent, when: {§declard: given}}}",
        "PR207",
        "no fact 'declard'",
        "'declared'",
    ),
    ("{procedure: ministry, step: {act: consent, when: {declared: §givn}}}", "PR205", "'givn' cannot stand", "'given'"),
    ("{procedure: ministry, step: {act: consent, when: §{}}}", "PR206", "one fact with its word", "fact: word"),
    (
        "{procedure: ministry, step: {act: consent, from: DEFEATED, under: §ru.const.41.4}}",
        *("PR207", "no step 'consent' of ministry stands under 'ru.const.41.4'", "'ru.const.41.3'"),
    ),
    (
        "{procedure: ministry, step: §{act: form_club, from: DEFEATED, to: CARETAKER}}",
        *("PR206", "nothing tells the step 'form_club' from 'the Diet has voted no confidence' apart", "when"),
    ),
    (
        "{procedure: ministry, step: §{act: consent, from: NOMINATED, when: {declared: given}}}",
        *("PR206", "nothing tells the step 'consent' from 'a Chancellor is nominated' apart", "drop the other"),
    ),
    ("{procedure: ministry, drop: {act: §dissolve}}", "PR207", "ministry has no step 'dissolve'", "known: "),
    (
        "{procedure: ministry, drop: {act: consent, from: §IN_OFFICE}}",
        *("PR207", "no step 'consent' from 'a ministry is in office' in these days", "there is one from: NOMINATED"),
    ),
    (
        "{procedure: ministry, drop: §{act: appoint_chancellor}}",
        *("PR206", "'a Chancellor is appointed' can no longer be reached", "add another that leads there"),
    ),
    (
        "{procedure: election, drop: §{act: open_diet}}",
        *("PR206", "it can never end: no way leads on from 'the Diet is dissolved'", "add another that leads on"),
    ),
    (
        "{procedure: election, drop: §{act: open_diet, from: DECLARED}, from: 2040-01-01, until: 2041-01-01}",
        *("PR206", "to 'the Diet sits'", "keep it"),
    ),
    ("§{procedure: ministry, step: {act: consent}, drop: {act: consent}}", "PR205", "two things in one", "for each"),
    ("§{step: {act: consent}}", "PR202", "lacks the key 'procedure'", "add"),
    ("{introduce: §consent, title: votes}", "PR205", "the act 'consent' is known", "another name"),
    ("{introduce: §Estates vote, title: votes}", "PR206", "no name for a kind of act", "small letters"),
    ("{introduce: estates_vote, title: votes, facts: {for: §intger}}", "PR205", "'intger' cannot stand", "'integer'"),
    ("{introduce: estates_vote, title: votes, by: [§Estate]}", "PR207", "no actor 'Estate' is known", "'Estates'"),
    ("§{introduce: estates_vote}", "PR202", "lacks the key 'title'", "add"),
]


@pytest.mark.parametrize(("text", "code", "message", "help"), REFUSED, ids=[each[0] for each in REFUSED])
def test_nonsense_is_refused(text: str, code: str, message: str, help: str) -> None:
    refused(f"scenario: Amended\n{BASE}amend:\n  - {text}\n", code, message, help)


def test_each_drop_is_told_what_it_takes() -> None:
    """Without the opening the machine cannot end; without the dissolution it cannot begin: two faults, two places."""
    with pytest.raises(ScenarioError) as caught:
        amended(
            "{procedure: election, drop: {act: open_diet}}",
            "{procedure: election, drop: {act: dissolve}}",
        )
    assert [(each.place.line, "never end" in each.message) for each in caught.value.diagnostics] == [
        (4, True),
        (5, False),
    ]


def test_a_step_that_is_put_in_its_place_mends_a_drop() -> None:
    """What is judged is what the amendments make of the machine together, in whatever order they stand."""
    drop = "{procedure: election, drop: {act: open_diet, from: DECLARED}}"
    step = "{procedure: election, step: {act: elect_speaker, from: DECLARED, to: SITS}}"
    for each in ((drop, step), (step, drop)):
        assert outcome(replay(amended(*each)), "open_diet") == "unplaced"


def test_what_is_dropped_twice_is_refused() -> None:
    drop = "{procedure: candidacy, drop: {act: canvass}}"
    with pytest.raises(ScenarioError, match="no step 'canvass' in these days"):
        amended(drop, drop)
