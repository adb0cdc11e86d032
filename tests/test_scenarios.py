"""Every scenario that is shipped gives what it expects, and what breaks the law in it was announced."""

import re
from pathlib import Path

import pytest

from procedure import shipped
from procedure.judge import replay
from procedure.pytest_plugin import told
from procedure.scenario_files import load_scenario, scenario_from_text

FOLDER = shipped.folder()
FILES = [FOLDER / f"{name}.yaml" for name in shipped.names()]
QUESTIONS = sorted((FOLDER / "kz" / "hypothetical").glob("*.yaml"))


def stem(path: Path) -> str:
    """The name of a scenario without its folder."""
    return path.stem


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_scenario(path: Path) -> None:
    """A replay gives what its scenario expects and announces, and the same where every rule is heard anew."""
    scenario = load_scenario(path)
    replayed = replay(scenario)

    report = told(scenario, replayed)

    if report:
        pytest.fail(report, pytrace=False)
    assert replayed == replay(scenario, recall=False)


@pytest.mark.parametrize("path", QUESTIONS, ids=stem)
def test_a_question_can_be_put_to_a_class(path: Path) -> None:
    """A hypothetical file asks, explains in a few sentences, expects something, and says that it is invented."""
    scenario = load_scenario(path)

    assert scenario.title.endswith("?")
    assert 2 <= len(re.findall(r"[.?](?= |$)", scenario.about)) <= 4
    assert scenario.expect
    assert {source.title for source in scenario.sources.values()} == {"Invented for this question"}
    assert all(each.sources for each in scenario.acts)


WRONG = """\
scenario: A law is signed by the wrong hand, and the scenario has it otherwise
jurisdiction: kz
acts:
  - {act: sign_law, id: once, date: 2024-10-10, by: Senate}
  - {act: sign_law, id: again, date: 2024-10-11, by: Senate}
until: 2024-10-11
expect:
  - {act: once, is: lawful, because: the test says so}
"""


def test_a_failure_reads_like_a_report() -> None:
    """It has the scenario's title, the place of the expectation, what was expected and found, why, and the verdict."""
    scenario = scenario_from_text(WRONG, "wrong.yaml")

    report = told(scenario, replay(scenario))

    assert report.startswith("A law is signed by the wrong hand, and the scenario has it otherwise\n")
    assert "wrong.yaml:8:5: once: expected lawful, found unlawful (expected because the test says so)" in report
    assert "not announced by the scenario: again" in report
    assert " ".join(report.split()).count("asked done by President or acting President; done by Senate") == 2
