"""The act by reading matrix: each contested act in each cell, with who holds the answers."""

from collections.abc import Iterator

from procedure.outcomes import Outcome
from procedure.render.page import STATUS_MARKS, Page, wrap
from procedure.verdict import Cell, Report, Verdict


def matrix(report: Report, page: Page) -> str:
    """One line for each cell of every act on which readings part, in the order of the log."""
    lines = ["", page.paint("Contested acts, reading by reading", None, True)]
    contested = [verdict for verdict in report.verdicts if Outcome.CONTESTED in verdict.outcomes]
    for verdict in contested:
        lines += ["", *_act(verdict, report, page)]
    lines += [] if contested else ["  no act is contested"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _act(verdict: Verdict, report: Report, page: Page) -> Iterator[str]:
    done = verdict.done
    label = " + ".join(each.value for each in (verdict.outcome, *verdict.also))
    text = f"{done.id} ({label}; on the working readings {verdict.working.value})"
    yield from wrap(page.paint(text, None, True), page, 2)
    for cell in verdict.cells:
        told = "" if cell.counted else "; told, not counted"
        working = "; the working readings" if cell.working and cell.counted else ""
        line = f"{cell.status.value}: {_answers(cell, verdict, report)}{working}{told}"
        yield from wrap(line, page, 4, f"{STATUS_MARKS[cell.status]} ")


def _answers(cell: Cell, verdict: Verdict, report: Report) -> str:
    return ", ".join(
        f"{axis}={answer}".replace("_", " ") + f" ({_held(axis, answer, verdict, report)})"
        for axis, answer in cell.assignment
    )


def _held(axis: str, answer: str, verdict: Verdict, report: Report) -> str:
    """Who holds an answer, and how it stands; of a claim, the sources that say so."""
    for question in report.axes:
        for each in question.answers:
            if (question.name, each.name) == (axis, answer):
                return f"{each.standing}, held by {each.held_by}"
    acts = (verdict, *(each for each in report.verdicts if each is not verdict))
    sources = {
        source: None
        for each in acts
        for claim in each.done.claims
        if (claim.axis, claim.says) == (axis, answer)
        for source in claim.sources
    }
    return f"so {', '.join(sources)}" if sources else "no source named"
