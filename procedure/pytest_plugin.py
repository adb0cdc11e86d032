"""Scenario files as tests of pytest, where `pytest_procedure` has found some: each is a test of what it expects."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from procedure import judge, shipped
from procedure.cli.common import page, unannounced
from procedure.errors import ProcedureError
from procedure.expect import check
from procedure.render.text import act, lapse_line
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario
from procedure.verdict import Report
from procedure.words import speaker


class Unmet(Exception):
    """What a scenario expects and its replay does not give, as a report."""


class ScenarioItem(pytest.Item):
    """A scenario is read, replayed, and held against what it expects; each breach in it must be announced."""

    def runtest(self) -> None:
        try:
            scenario = load_scenario(Path(shipped.told(self.path)))
            report = told(scenario, judge.replay(scenario))
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


class ScenarioFile(pytest.File):
    """A scenario file, which holds one test."""

    def collect(self) -> Iterator[ScenarioItem]:
        yield ScenarioItem.from_parent(self, name=self.path.stem)


def told(scenario: Scenario, report: Report) -> str:
    """What is not as the scenario has it, as a report: what was expected, and the verdict on each act concerned."""
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
