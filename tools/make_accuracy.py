"""Writes the page on accuracy from the real logs: `python tools/make_accuracy.py`."""

from pathlib import Path

from procedure.accuracy import compare, page
from procedure.judge import replay
from procedure.scenario_files import load_scenario
from procedure.shipped import find, names

TARGET = Path(__file__).parent.parent / "docs" / "explanation" / "accuracy.md"


def written() -> str:
    """The page as the logs and the law on file give it."""
    found = []
    for name in names():
        scenario = load_scenario(find(name))
        if scenario.kind == "history":
            found += list(compare(name, scenario, replay(scenario)))
    return page(found)


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
