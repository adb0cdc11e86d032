"""A pytest plugin: each scenario file under the paths given to pytest is a test of what it expects.

PYTEST_DONT_REWRITE: nothing here asserts, and the package may have been imported before.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from procedure.scenario import Scenario
    from procedure.verdict import Report

SNIFFED = 64 * 1024
"""How much of a file is read to tell whether it is a scenario."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ScenarioFile | None:
    """A YAML file is collected when it begins like a scenario; every other file is left alone."""
    if file_path.suffix == ".yaml" and looks_like_a_scenario(file_path):
        return ScenarioFile.from_parent(parent, path=file_path)
    return None


def looks_like_a_scenario(path: Path) -> bool:
    """Whether the first key is `scenario:`, and another says of which country or on what log it rests."""
    try:
        with path.open("rb") as file:
            head = file.read(SNIFFED).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return False
    lines = (line for line in head.splitlines() if line.strip() not in (b"", b"---") and not line.startswith(b"#"))
    if not next(lines, b"").startswith(b"scenario:"):
        return False
    return any(line.startswith((b"jurisdiction:", b"based on:")) for line in lines)


class ScenarioFile(pytest.File):
    """A scenario file, which holds one test."""

    def collect(self) -> Iterator[ScenarioItem]:
        yield ScenarioItem.from_parent(self, name=self.path.stem)


class Unmet(Exception):
    """What a scenario expects and its replay does not give, as a report."""


class ScenarioItem(pytest.Item):
    """A scenario is read, replayed, and held against what it expects; each breach in it must be announced."""

    def runtest(self) -> None:
        from procedure import shipped
        from procedure.errors import ProcedureError
        from procedure.judge import replay
        from procedure.scenario_files import load_scenario

        try:
            scenario = load_scenario(Path(shipped.told(self.path)))
            report = told(scenario, replay(scenario))
        except ProcedureError as error:
            raise Unmet(f"{self.name}\n\n{error}") from None
        if report:
            raise Unmet(report)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: None = None) -> str:  # type: ignore[override]
        """The report itself; a traceback only where the fault is ours."""
        if isinstance(excinfo.value, Unmet):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"scenario {self.name}"


def told(scenario: Scenario, report: Report) -> str:
    """What is not as the scenario has it, as a report: what was expected, and the verdict on each act concerned."""
    from procedure.cli.common import page, unannounced
    from procedure.expect import check
    from procedure.render.text import act, lapse_line
    from procedure.words import speaker

    failures = check(scenario, report)
    surprises = unannounced(scenario, report)
    if not failures and not surprises:
        return ""
    lines = [scenario.title, ""]
    lines += [f"not as expected: {failure}" for failure in failures]
    lines += [f"not announced by the scenario: {surprise}" for surprise in surprises]
    concerned = {failure.about for failure in failures} | set(surprises)
    kinds = [each.kind for each in scenario.acts]
    alone = {each.id for each in scenario.acts if kinds.count(each.kind) == 1}
    shown, speak = page(), speaker(report, country=scenario.country)
    for number, verdict in enumerate(report.verdicts, 1):
        if verdict.act in concerned or (verdict.act in alone and verdict.done.kind in concerned):
            lines += ["", *act(verdict, number, report, shown, speak)]
    lapses = [lapse_line(lapse, speak) for lapse in report.lapses if lapse.norm in surprises]
    if lapses:
        lines += ["", *lapses]
    return "\n".join(lines)
