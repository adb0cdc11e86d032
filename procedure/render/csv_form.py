"""A report as a table of comma-separated values: one row for each act, in the order of the log."""

import csv
from io import StringIO

from procedure.render.text import told
from procedure.verdict import Report, Verdict
from procedure.words import Speaker

COLUMNS = (
    "number",
    "act",
    "kind",
    "when",
    "by",
    "case",
    "text",
    "outcome",
    "also",
    "on_the_working_readings",
    "norms_heard",
    "norms_broken",
    "margins",
    "repairs",
    "weakest_text",
    "known_and_not_encoded",
    "sources",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""


def table(report: Report, speak: Speaker) -> str:
    """The table with its head; a cell that begins like a formula is led by an apostrophe, and so stays text."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, verdict in enumerate(report.verdicts, 1):
        writer.writerow([safe(cell) for cell in _row(number, verdict, speak)])
    return text.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(FORMULA) or cell.startswith(FORMULA) else line


def _row(number: int, verdict: Verdict, speak: Speaker) -> tuple[str, ...]:
    done = verdict.done
    heard = [opinion.heard for finding in verdict.broken() for opinion in finding.opinions]
    return (
        str(number),
        done.id,
        done.kind,
        done.when,
        speak.actor(done.by),
        speak.case(done.case),
        told(verdict, speak),
        speak.outcome(verdict.outcome.value),
        "; ".join(speak.outcome(each.value) for each in verdict.also),
        speak.outcome(verdict.working.value),
        "; ".join(speak.cite(norm) for norm in verdict.heard),
        "; ".join(dict.fromkeys(speak.cite(finding.norm) for finding in verdict.broken())),
        "; ".join(dict.fromkeys(speak.say(each.margin) for each in heard if each.margin)),
        "; ".join(dict.fromkeys(speak.say(each.repair) for each in heard if each.repair)),
        speak.tell(f"known.{verdict.weakest_text}") if verdict.weakest_text else "",
        "; ".join(speak.cite(norm) for norm in verdict.not_encoded),
        "; ".join(done.sources),
    )
