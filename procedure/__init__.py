"""Says of each step of a parliamentary procedure whether it was lawful, under which norm, and why not.

>>> import procedure
>>> report = procedure.replay(procedure.load("ruritania/good/poll-on-the-fortieth-day"))
>>> [(verdict.act, verdict.outcome.value) for verdict in report.verdicts][-1]
('poll', 'lawful')
"""

from pathlib import Path

from procedure import shipped
from procedure.compare import compare
from procedure.comparison import Comparison
from procedure.due import Agenda, due
from procedure.errors import (
    Diagnostic,
    FileError,
    JurisdictionError,
    LawError,
    Place,
    ProcedureError,
    ScenarioError,
    TooManyForks,
)
from procedure.expect import Failure, check
from procedure.judge import replay
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import jurisdiction
from procedure.law import Axis, Law, Norm, Version
from procedure.moments import Moment
from procedure.outcomes import Outcome, Status
from procedure.periods import Counting, Period, backward, forward
from procedure.record import Act, Claim, Source
from procedure.render.json_form import from_json, to_json
from procedure.scenario import Expectation, Scenario
from procedure.scenario_files import load_scenario, scenario_from_text
from procedure.seats import Allocation, allocate
from procedure.timetable import Timetable, timetable
from procedure.verdict import Cell, Finding, Lapse, Report, Verdict
from procedure.version import VERSION as __version__
from procedure.votes import Share, Tally
from procedure.words import Speaker, speaker


def load(name: str | Path) -> Scenario:
    """The scenario in a file, or shipped under a name such as `kz/2023-snap-election`; raises ProcedureError."""
    return load_scenario(shipped.find(str(name)))


__all__ = [
    "Act",
    "Agenda",
    "Allocation",
    "Axis",
    "Cell",
    "Claim",
    "Comparison",
    "Counting",
    "Diagnostic",
    "Expectation",
    "Failure",
    "FileError",
    "Finding",
    "Jurisdiction",
    "JurisdictionError",
    "Lapse",
    "Law",
    "LawError",
    "Moment",
    "Norm",
    "Outcome",
    "Period",
    "Place",
    "ProcedureError",
    "Report",
    "Scenario",
    "ScenarioError",
    "Share",
    "Source",
    "Speaker",
    "Status",
    "Tally",
    "Timetable",
    "TooManyForks",
    "Verdict",
    "Version",
    "__version__",
    "allocate",
    "backward",
    "check",
    "compare",
    "due",
    "forward",
    "from_json",
    "jurisdiction",
    "load",
    "load_scenario",
    "replay",
    "scenario_from_text",
    "speaker",
    "timetable",
    "to_json",
]
