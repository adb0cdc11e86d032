"""Logs of Ruritania for tests: written out, changed, and replayed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import evolve

from procedure import shipped
from procedure.judge import replay
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report
from procedure.yaml_text import read

NAMES = tuple(name for name in shipped.names() if name.startswith("ruritania/"))
"""The scenarios of Ruritania that are shipped."""

DISSOLUTION = """\
  - {act: consult_on_dissolution, date: 2030-02-27, by: Crown, facts: {with: [Chancellor, Speaker]}}
  - {act: dissolve, date: 2030-03-01, by: Crown}
  - {act: call_election, date: 2030-03-01, by: Crown, facts: {poll_day: 2030-04-10}}
"""

GIVEN = "given: {diet_opened: 2028-05-02, diet_term_ends: 2032-05-02, deputies_in_office: 60}\n"

SOURCES = """\
sources:
  minutes: {title: Minutes, publisher: Diet, standing: primary}
  courier: {title: A report, publisher: The Strelsau Courier, standing: secondary}
  wiki: {title: A page, publisher: The Open Ruritanian, standing: tertiary}
"""


def log(acts: str, head: str = "complete: [declare_siege]\n", until: str = "2030-12-31", expect: str = "") -> Scenario:
    """A log of Ruritania with these acts."""
    text = f"scenario: A test\njurisdiction: ruritania\n{GIVEN}{head}acts:\n{acts}until: {until}\n{expect}"
    return scenario_from_text(text)


def replayed(acts: str, head: str = "complete: [declare_siege]\n", until: str = "2030-12-31") -> Report:
    """The report on a log of Ruritania with these acts."""
    return replay(log(acts, head, until))


def path_of(name: str) -> Path:
    """The file of a shipped scenario."""
    return shipped.find(name)


def changed(name: str, change: Callable[[dict[str, Any]], None]) -> Report:
    """The report on a shipped scenario after a change to its text, without the marks of the text itself."""
    plain = read(path_of(name)).plain()
    change(plain)
    return bare(replay(scenario_from_text(json.dumps(plain))))


def bare(report: Report) -> Report:
    """A report without the hash of its scenario's text."""
    return evolve(report, scenario_hash="")
