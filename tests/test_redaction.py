"""What a log tells of a secret vote is a remark about the log, and can be left out."""

from attrs import evolve

from procedure.judge import replay
from procedure.scenario_files import load_scenario
from procedure.shipped import find

SCENARIO = load_scenario(find("ruritania/good/log-that-names-a-secret-vote"))


def test_a_named_vote_is_a_warning() -> None:
    """The verdict is lawful and carries a note."""
    verdict = replay(SCENARIO).verdict("elect_speaker")

    assert [note.key for note in verdict.notes] == ["note.named_votes"]


def test_redacted_the_verdicts_are_the_same() -> None:
    """Without the named vote everything is the same but for the note."""
    plain, redacted = replay(SCENARIO), replay(SCENARIO.redacted())

    assert [evolve(each, notes=()) for each in plain.verdicts] == list(redacted.verdicts)
