"""The page on accuracy is fresh, and silence is never counted as agreement."""

from pathlib import Path

import pytest

import procedure
from procedure.accuracy import compare, page
from procedure.judge import replay
from procedure.scenario_files import load_scenario
from procedure.shipped import find, names

PAGE = Path(procedure.__file__).parent.parent / "docs" / "explanation" / "accuracy.md"


@pytest.fixture(scope="module")
def comparisons() -> list[procedure.accuracy.Comparison]:
    """Every real act that some norm heard, compared."""
    logs = [(name, load_scenario(find(name))) for name in names() if name.startswith("kz/2")]
    return [each for name, log in logs if log.kind == "history" for each in compare(name, log, replay(log))]


def test_page_is_fresh(comparisons: list[procedure.accuracy.Comparison]) -> None:
    """Run `python tools/make_accuracy.py` when it is not."""
    assert PAGE.read_text(encoding="utf-8") == page(comparisons)


def test_silence_is_not_agreement(comparisons: list[procedure.accuracy.Comparison]) -> None:
    """Without a ruling on the merits, a finding or an admission there is nothing to agree with."""
    silent = [
        each
        for each in comparisons
        if each.history in ("no ruling on record", "complaint dismissed, not on the merits")
    ]

    assert silent
    assert {each.agreement for each in silent} == {"nothing to agree with"}
