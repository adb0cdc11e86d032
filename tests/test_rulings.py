"""Later rulings: as things were known then, and as they are known now."""

import pytest
from attrs import evolve

from procedure.errors import ScenarioError
from procedure.judge import replay
from procedure.outcomes import Outcome
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text

LOG = """
scenario: The court rules on an election that was open
jurisdiction: ruritania
given: {deputies_in_office: 60}
acts:
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {candidate: M. Holf, ballot: open, present: 60, for: 31, against: 29, declared: elected}
  - act: rule
    id: first-ruling
    date: 2030-05-20
    by: Election Court
    ruling: {on: elect_speaker, does: %s, merits: %s, applicant: a deputy}
%suntil: 2030-06-30
"""
RESTORED = """  - act: rule
    id: second-ruling
    date: 2030-06-01
    by: Election Court
    ruling: {on: elect_speaker, does: restores, merits: yes}
"""


def log(does: str, merits: str = "yes", more: str = "") -> Scenario:
    """The log with a ruling that does this."""
    return scenario_from_text(LOG % (does, merits, more))


def keys(scenario: Scenario) -> list[str]:
    """The notes on the election."""
    return [note.key for note in replay(scenario).verdict("elect_speaker").notes]


def state(scenario: Scenario) -> tuple[str, ...]:
    """Where the speaker's machine stands at the end."""
    return next(each.states for each in replay(scenario).states if each.procedure == "speaker")


def test_as_then_an_annulled_act_keeps_its_verdict() -> None:
    """What was known then is judged then; the later ruling is told."""
    scenario = log("annuls from the start")

    assert replay(scenario).verdict("elect_speaker").outcome is Outcome.UNLAWFUL
    assert keys(scenario) == ["note.ruling"]
    assert state(scenario) == ("ELECTED",)


def test_as_now_an_annulled_act_is_void() -> None:
    """With later rulings applied the act moves no machine."""
    scenario = evolve(log("annuls from the start"), as_now=True)

    assert replay(scenario).verdict("elect_speaker").outcome is Outcome.VOID
    assert state(scenario) == ("VACANT",)


@pytest.mark.parametrize("does", ["upholds", "annuls from now on", "suspends", "dismisses"])
def test_as_now_only_annulment_from_the_start_reaches_back(does: str) -> None:
    """Other rulings leave the act what it was on its day."""
    scenario = evolve(log(does), as_now=True)

    assert replay(scenario).verdict("elect_speaker").outcome is Outcome.UNLAWFUL


def test_a_restored_act_is_not_void() -> None:
    """A later ruling that restores the act undoes the annulment."""
    scenario = evolve(log("annuls from the start", more=RESTORED), as_now=True)

    assert replay(scenario).verdict("elect_speaker").outcome is Outcome.UNLAWFUL
    assert keys(scenario) == ["note.ruling", "note.ruling"]


def test_a_dismissal_not_on_the_merits_upholds_nothing() -> None:
    """The note says so, and as-now changes nothing."""
    scenario = log("dismisses", "no")

    assert keys(scenario) == ["note.ruling_not_merits"]
    assert replay(evolve(scenario, as_now=True)).verdict("elect_speaker").outcome is Outcome.UNLAWFUL


def test_an_annulled_ruling_annuls_nothing() -> None:
    """A ruling that is itself annulled leaves the act as it was."""
    more = RESTORED.replace("on: elect_speaker, does: restores", "on: first-ruling, does: annuls from the start")
    scenario = evolve(log("annuls from the start", more=more), as_now=True)

    assert replay(scenario).verdict("elect_speaker").outcome is Outcome.UNLAWFUL


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("on: elect_speaker", "on: elect_speeker"),
        ("does: upholds", "does: confirms"),
        ("merits: yes", "merits: perhaps"),
    ],
)
def test_a_ruling_is_read_strictly(text: str, message: str) -> None:
    """An unknown act, effect or word is a fault."""
    with pytest.raises(ScenarioError):
        scenario_from_text((LOG % ("upholds", "yes", "")).replace(text, message))


def test_after_a_ruling_the_act_is_off_the_record() -> None:
    """A second election after the annulment is judged on a record without the first."""
    again = """  - act: elect_speaker
    id: again
    date: 2030-06-10
    by: Diet
    facts: {candidate: M. Holf, ballot: secret, present: 60, for: 31, against: 29, declared: elected}
"""
    taken = evolve(log("annuls from the start", more=again), as_now=True)

    assert replay(taken).verdict("again").outcome is Outcome.LAWFUL
    assert replay(log("upholds", more=again)).verdict("again").outcome is Outcome.UNPLACED
