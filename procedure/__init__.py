"""Says of each step of a parliamentary procedure whether it was lawful, under which norm, and why not.

>>> import procedure
>>> report = procedure.replay(procedure.load("ruritania/good/poll-on-the-fortieth-day"))
>>> [(verdict.act, verdict.outcome.value) for verdict in report.verdicts][-1]
('poll', 'lawful')
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from procedure.version import VERSION as __version__

if TYPE_CHECKING:
    import procedure.words as words
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
    from procedure.sweep.bench import Unplanned
    from procedure.sweep.fork import Fork
    from procedure.sweep.judged import Digest, Holding, Judged
    from procedure.sweep.plan import Plan
    from procedure.timetable import Timetable, timetable
    from procedure.verdict import Cell, Finding, Lapse, Report, Verdict
    from procedure.votes import Share, Tally
    from procedure.words import Speaker

    speaker = words.speaker

_PLACES = {
    "procedure.compare": "compare",
    "procedure.comparison": "Comparison",
    "procedure.due": "Agenda due",
    "procedure.errors": (
        "Diagnostic FileError JurisdictionError LawError Place ProcedureError ScenarioError TooManyForks"
    ),
    "procedure.expect": "Failure check",
    "procedure.judge": "replay",
    "procedure.jurisdiction": "Jurisdiction",
    "procedure.jurisdictions": "jurisdiction",
    "procedure.law": "Axis Law Norm Version",
    "procedure.moments": "Moment",
    "procedure.outcomes": "Outcome Status",
    "procedure.periods": "Counting Period backward forward",
    "procedure.record": "Act Claim Source",
    "procedure.render.json_form": "from_json to_json",
    "procedure.scenario": "Expectation Scenario",
    "procedure.scenario_files": "load_scenario scenario_from_text",
    "procedure.seats": "Allocation allocate",
    "procedure.sweep.bench": "Unplanned",
    "procedure.sweep.fork": "Fork",
    "procedure.sweep.judged": "Digest Holding Judged",
    "procedure.sweep.plan": "Plan",
    "procedure.timetable": "Timetable timetable",
    "procedure.verdict": "Cell Finding Lapse Report Verdict",
    "procedure.votes": "Share Tally",
    "procedure.words": "Speaker speaker",
}
_PUBLIC = {name: module for module, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: a command imports no more than it needs."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'procedure' has no attribute {name!r}")
    value = getattr(import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """The package, whose public functions are not hidden by modules of the same names when these are imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def load(name: str | Path) -> "Scenario":
    """The scenario in a file, or shipped under a name such as `kz/2023-snap-election`; raises ProcedureError."""
    from procedure import shipped
    from procedure.scenario_files import load_scenario

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
    "Digest",
    "Expectation",
    "Failure",
    "FileError",
    "Finding",
    "Fork",
    "Holding",
    "Judged",
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
    "Plan",
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
    "Unplanned",
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
