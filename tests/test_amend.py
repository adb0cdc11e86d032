"""The law changed for one scenario: each kind of amendment, each refusal, and the way back."""

from pathlib import Path

import pytest

from procedure.errors import ScenarioError
from procedure.judge import replay
from procedure.outcomes import Outcome
from procedure.render.json_form import dumps, to_plain
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report
from tests.tiny import refused

BASE = "based on: ruritania/good/whole-cycle\n"


def amended(*each: str, more: str = BASE) -> Scenario:
    """The whole cycle of Ruritania under amendments."""
    lines = "".join(f"  - {line}\n" for line in each)
    return scenario_from_text(f"scenario: Amended\n{more}" + (f"amend:\n{lines}" if each else ""), "own.yaml")


def outcome(report: Report, act: str) -> str:
    return report.verdict(act).outcome.value


def under(report: Report, act: str, norm: str) -> list[str]:
    """The statuses that a norm gives to an act."""
    return [
        each.heard.status.value
        for finding in report.verdict(act).findings
        if finding.norm == norm
        for each in finding.opinions
    ]


MAJORITY = "{norm: ru.const.36.1, term: majority, value: at least 3/5 of statutory seats"


def test_a_term_is_set() -> None:
    """With three fifths asked, thirty-one votes of sixty are no longer enough."""
    assert outcome(replay(amended()), "elect_speaker") == "lawful"
    assert outcome(replay(amended(MAJORITY + "}")), "elect_speaker") == "unlawful"


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("from: 2030-05-07", "unlawful"),
        ("from: 2030-05-08", "lawful"),
        ("until: 2030-05-07", "unlawful"),
        ("until: 2030-05-06", "lawful"),
        ("from: 2030-05-01, until: 2030-05-31", "unlawful"),
    ],
)
def test_an_amendment_has_its_days(days: str, wanted: str) -> None:
    assert outcome(replay(amended(f"{MAJORITY}, {days}}}")), "elect_speaker") == wanted


@pytest.mark.parametrize(
    "amendment",
    ["{norm: ru.const.36.1, repeal: yes, from: 2030-05-01}", "{norm: ru.const.36.1, suspend: yes, until: 2030-05-07}"],
)
def test_a_norm_is_repealed_or_suspended(amendment: str) -> None:
    report = replay(amended(amendment))
    assert "ru.const.36.1" not in report.verdict("elect_speaker").heard
    assert [dict(note.values)["norm"] for note in report.verdict("elect_speaker").notes] == ["ru.const.36.1"]


def test_a_suspended_norm_comes_back() -> None:
    report = replay(amended("{norm: ru.const.36.1, suspend: yes, until: 2030-05-06}"))
    assert "ru.const.36.1" in report.verdict("elect_speaker").heard


def test_a_reading_is_pinned() -> None:
    assert amended("{reading: majority_base, pin: in_office}").readings == {"majority_base": "in_office"}


ADOPTED = [
    ("dissolve", "after", "{act: consent}", ["unknown"]),
    ("elect_speaker", "secret", "", ["kept"]),
    ("elect_speaker", "open_ballot", "", ["broken"]),
    ("dissolve", "not_within", "{term: 2 years, after: {given: diet_opened}}", ["broken"]),
    ("dissolve", "not_within_last", "{term: 3 years, before: {given: diet_term_ends}}", ["broken"]),
    ("open_diet", "within", "{term: 30 days, after: publish_results}", ["kept"]),
    ("open_diet", "within", "{term: 3 days, after: [share_seats, {act: call_election, fact: poll_day}]}", ["broken"]),
    ("call_election", "not_before", "{term: 2 days, before: {act: call_election, fact: poll_day}}", None),
    ("open_diet", "by_then", "{term: 2 days, before: {given: diet_term_ends}}", ["kept"]),
    ("elect_speaker", "before", "{act: dissolve, since: open_diet}", ["kept"]),
    ("elect_speaker", "never", "{act: open_diet}", ["broken"]),
    ("dissolve", "not_during", "{opens: declare_siege, ends: end_siege}", ["kept"]),
    ("call_election", "same_act_as", "{act: dissolve}", ["kept"]),
    ("elect_speaker", "stated", "{fact: ballot, words: open}", ["broken"]),
    ("elect_speaker", "as_counted", "{term: at least 2/3 of statutory seats, won: elected}", ["broken"]),
    ("consent", "as_counted", "{term: at least 1/4 of statutory seats, won: given, lost: refused}", ["kept"]),
    ("elect_speaker", "at_least", "{term: at least 2/3 of statutory seats, fact: for}", ["broken"]),
    ("elect_speaker", "at_most", "{term: 40, fact: for}", ["kept"]),
    ("elect_speaker", "quorum", "{term: at least 1/2 of statutory seats}", ["kept"]),
    ("nominate_chancellor", "after", "{act: elect_speaker, where: {declared: elected}}", ["kept"]),
    ("elect_speaker", "repeated", "{term: 2, act: elect_speaker, where: {declared: elected}}", None),
]


@pytest.mark.parametrize(("act", "rule", "params", "wanted"), ADOPTED, ids=[" ".join(each[:3]) for each in ADOPTED])
def test_a_norm_is_adopted(act: str, rule: str, params: str, wanted: list[str] | None) -> None:
    given = f", with: {params}" if params else ""
    case = amended(f"{{adopt: x.1, on: {act}, rule: {rule}{given}, says: {{en: A norm of our own.}}}}")
    report = replay(case)
    assert "x.1" in report.verdict(act).heard
    assert case.country.law.cite("x.1") == "Amendment 1"
    if wanted is not None:
        assert under(report, act, "x.1") == wanted


def test_an_adopted_norm_has_its_days_and_can_be_amended() -> None:
    norm = "{adopt: x.1, on: elect_speaker, rule: open_ballot, says: Openly., from: 2030-05-08}"
    assert "x.1" not in replay(amended(norm)).verdict("elect_speaker").heard
    norm = "{adopt: x.1, on: open_diet, rule: within, with: {term: 3 days, after: publish_results}, says: Soon.}"
    more = "{norm: x.1, term: term, value: 30 days}"
    assert under(replay(amended(norm, more)), "open_diet", "x.1") == ["kept"]


def test_an_expectation_may_name_an_adopted_norm() -> None:
    more = BASE + "expect:\n  - {act: elect_speaker, is: unlawful, under: x.1, because: it was not open}\n"
    case = amended("{adopt: x.1, on: elect_speaker, rule: open_ballot, says: Openly.}", more=more)
    assert case.expect[0].under == "x.1"
    assert replay(case).verdict("elect_speaker").outcome is Outcome.UNLAWFUL


RESET = "{norm: ru.const.36.1, term: majority, value: more than 1/2 of statutory seats"
OPENLY = "{adopt: x.1, on: elect_speaker, rule: open_ballot, says: Openly."
CANVASS = "{procedure: candidacy, drop: {act: canvass}"
AGAIN = "{procedure: candidacy, step: {act: canvass, from: [NOMINATED, REGISTERED], under: ru.el.10}"
LOSE = "{procedure: speaker, drop: {act: elect_speaker}}"
HOLD = "{procedure: speaker, step: {act: resign_ministry, from: ELECTED, to: VACANT}"
UNDONE = [
    (MAJORITY + "}", RESET + "}"),
    (MAJORITY + ", from: 2030-03-01}", RESET + "}"),
    (MAJORITY + ", from: 2030-03-01}", "{norm: ru.const.36.1, restore: yes}"),
    (MAJORITY + ", from: 2030-03-01, reaches: new cases}", RESET + "}"),
    (MAJORITY + ", from: 2030-03-01, reaches: new cases}", RESET + ", from: 2030-03-01, reaches: new cases}"),
    (MAJORITY + ", from: 2030-03-01, until: 2031-01-01}", "{norm: ru.const.36.1, restore: yes, from: 2029-01-01}"),
    ("{norm: ru.const.36.2, suspend: yes}", "{norm: ru.const.36.2, restore: yes}"),
    ("{norm: ru.const.36.2, suspend: yes, until: 2030-12-31}", "{norm: ru.const.36.2, restore: yes}"),
    ("{norm: ru.const.36.2, repeal: yes}", "{norm: ru.const.36.2, restore: yes}"),
    (
        "{norm: ru.el.5.2, repeal: yes, reaches: {candidate: A}}",
        "{norm: ru.el.5.2, restore: yes, reaches: {candidate: A}}",
    ),
    (OPENLY + "}", "{norm: x.1, repeal: yes}"),
    (OPENLY + ", from: 2030-01-01}", "{norm: x.1, repeal: yes}"),
    (OPENLY + ", from: 2030-01-01, reaches: new cases}", "{norm: x.1, repeal: yes}"),
    (HOLD + "}", "{procedure: speaker, drop: {act: resign_ministry}}"),
    (HOLD + ", from: 2030-05-01}", "{procedure: speaker, drop: {act: resign_ministry}, from: 2030-05-01}"),
    (CANVASS + "}", AGAIN + "}"),
    (CANVASS + ", from: 2030-03-20}", AGAIN + ", from: 2030-03-20}"),
    (CANVASS + ", reaches: {candidate: [A]}}", AGAIN + ", reaches: {candidate: [A]}}"),
    (
        "{norm: ru.el.12, term: silence, value: 3 days, until: 2030-12-31}",
        "{norm: ru.el.12, term: silence, value: 5 days}",
    ),
]
REPRODUCED = ("law_hash", "scenario_hash", "version")


@pytest.mark.parametrize(("one", "other"), UNDONE, ids=["  ".join(each) for each in UNDONE])
def test_amended_and_undone_is_as_before(one: str, other: str) -> None:
    """Byte for byte but for the block that says how to reproduce it; the one amendment alone is told."""
    plain, changed, undone = (told(replay(amended(*each))) for each in ((), (one,), (one, other)))
    assert changed != plain
    assert undone == plain


def told(report: Report) -> str:
    """A report in JSON, without how to reproduce it; the states and verdicts of other machines are all in it."""
    plain = to_plain(report)
    assert all(plain.pop(key) for key in REPRODUCED)
    return dumps(plain)


def test_what_is_set_back_is_the_law_on_file() -> None:
    assert replay(amended(MAJORITY + "}", RESET + "}")).law_hash == replay(amended()).law_hash


def test_the_law_on_file_is_not_touched() -> None:
    before = amended().country.law.norms["ru.const.36.1"]
    amended(MAJORITY + "}")
    assert amended().country.law.norms["ru.const.36.1"] == before


def test_amendments_are_inherited(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(f"scenario: One\n{BASE}amend:\n  - {MAJORITY}}}\n", encoding="utf-8")
    case = scenario_from_text("scenario: Two\nbased on: one\n", str(tmp_path / "two.yaml"))
    assert outcome(replay(case), "elect_speaker") == "unlawful"


SAYS = "says: Ours."
REFUSED = [
    ("{norm: §ru.const.36.9, repeal: yes}", "PR207", "no norm 'ru.const.36.9' is known", "did you mean"),
    ("{norm: ru.const.36.1, term: §majorty, value: 40 days}", "PR207", "has no term 'majorty'", "'majority'"),
    ("{norm: ru.const.36.1, term: majority, value: §45 days}", "PR206", "a share", "write a share"),
    ("{norm: ru.const.31, term: election, value: §30}", "PR206", "is a period (30 days)", "write a period"),
    ("{norm: ru.const.31, term: election, value: §45 dayz}", "PR206", "units are", "30 days"),
    ("{norm: ru.const.36.1, term: majority, value: §more than 7/5 of statutory seats}", "PR206", "", ""),
    ("{norm: ru.const.36.1, term: majority, value: §at least 3/5 of statutory chairs}", "PR207", "no whole", "seats"),
    ("{norm: ru.const.36.2, term: ballot, value: §secert}", "PR205", "'secert' cannot stand here", "secret"),
    ("{norm: ru.const.36.1, term: §base, value: x}", "PR206", "readings of 'majority_base'", "pin an answer"),
    ("{norm: ru.const.36.1, suspend: §no}", "PR205", "suspend: 'no' cannot stand here", "yes"),
    ("{norm: ru.const.36.1, suspend: yes, from: 2030-02-01, until: §2030-01-01}", "PR206", "ends before", "correct"),
    ("{norm: ru.const.36.1, repeal: yes, §until: 2030-01-01}", "PR201", "unknown key 'until'", "known"),
    ("{norm: ru.const.36.1, suspend: yes, from: §1900-01-01, until: 1910-01-01}", "PR208", "nothing would change", ""),
    ("§{norm: ru.const.36.1}", "PR202", "says nothing that it changes", "suspend: yes"),
    ("§{norm: ru.const.36.1, suspend: yes, repeal: yes}", "PR205", "two things in one", "for each"),
    ("§{norm: ru.const.36.1, term: majority}", "PR202", "lacks the key 'value'", "add"),
    ("{reading: §majority, pin: x}", "PR207", "no reading axis 'majority'", "majority_base"),
    ("{reading: majority_base, pin: §seats}", "PR205", "'seats' cannot stand here", "all_seats"),
    (f"{{adopt: x.1, on: §disolve, rule: secret, {SAYS}}}", "PR207", "no act 'disolve'", "dissolve"),
    (f"{{adopt: x.1, on: §hold_parade, rule: secret, {SAYS}}}", "PR206", "no procedure hears", "an act that"),
    (f"{{adopt: x.1, on: elect_speaker, rule: §secrete, {SAYS}}}", "PR207", "there is no rule 'secrete'", "'secret'"),
    (f"{{adopt: x.1, on: elect_speaker, rule: §adds_up, {SAYS}}}", "PR207", "needs Python", "known"),
    (f"{{adopt: x.1, on: dissolve, rule: §secret, {SAYS}}}", "PR206", "carries no fact 'ballot'", "that is a vote"),
    (f"{{adopt: §ru.const.99, on: dissolve, rule: never, with: {{act: dissolve}}, {SAYS}}}", "PR206", "no name", "x.1"),
    (f"§{{adopt: x.1, on: dissolve, rule: never, {SAYS}}}", "PR202", "lacks its parameters", "act"),
    ("§{adopt: x.1, on: elect_speaker, rule: secret}", "PR202", "lacks the key 'says'", "add"),
    (f"{{adopt: x.1, on: dissolve, rule: never, with: §{{}}, {SAYS}}}", "PR202", "lacks the key 'act'", "add"),
    (f"{{adopt: x.1, on: dissolve, rule: never, with: {{act: §disolve}}, {SAYS}}}", "PR207", "no act", "dissolve"),
    (f"{{adopt: x.1, on: dissolve, rule: never, with: {{act: poll, §of: x}}, {SAYS}}}", "PR201", "key 'of'", "known"),
    (
        f"{{adopt: x.1, on: dissolve, rule: not_within, with: {{term: §2, after: dissolve}}, {SAYS}}}",
        *("PR206", "'2' is not a period", "2 years"),
    ),
    (
        f"{{adopt: x.1, on: dissolve, rule: not_within, with: {{term: 2 years, after: {{given: §opened}}}}, {SAYS}}}",
        *("PR207", "no fact 'opened'", "diet_opened"),
    ),
    (
        f"{{adopt: x.1, on: dissolve, rule: not_within, with: {{term: 2 years, after: §{{act: dissolve}}}}, {SAYS}}}",
        *("PR202", "what to count from", "given"),
    ),
    (
        f"{{adopt: x.1, on: elect_speaker, rule: at_least, with: {{term: 3, fact: §four}}, {SAYS}}}",
        *("PR207", "no fact 'four'", "for"),
    ),
    (
        f"{{adopt: x.1, on: dissolve, rule: after, with: {{act: consent, where: §{{}}}}, {SAYS}}}",
        *("PR206", "one fact with its word", "fact: word"),
    ),
    (
        f"{{adopt: x.1, on: elect_speaker, rule: as_counted, with: {{term: 1/2 of seats, won: §chosen}}, {SAYS}}}",
        *("PR205", "'chosen' cannot stand here", "elected"),
    ),
    (
        f"{{adopt: x.1, on: dissolve, rule: §as_counted, with: {{term: 1/2 of seats, won: given}}, {SAYS}}}",
        *("PR206", "does not carry both facts", "that is a vote"),
    ),
    ("§majority", "PR203", "must be keys with values", "key: value"),
]


@pytest.mark.parametrize(("text", "code", "message", "help"), REFUSED, ids=[each[0] for each in REFUSED])
def test_nonsense_is_refused(text: str, code: str, message: str, help: str) -> None:
    refused(f"scenario: Amended\n{BASE}amend:\n  - {text}\n", code, message, help)


def test_what_is_said_twice_is_refused() -> None:
    norm = f"{{adopt: x.1, on: elect_speaker, rule: secret, {SAYS}}}"
    pin = "{reading: majority_base, pin: all_seats}"
    for each, message in ((norm, "adopted twice"), (pin, "pinned twice")):
        with pytest.raises(ScenarioError, match=message):
            amended(each, each)
