"""The act by reading matrix: each contested act in each cell, with who holds the answers."""

from collections.abc import Iterator

from procedure.outcomes import Outcome
from procedure.render.page import STATUS_MARKS, Page, wrap
from procedure.verdict import Report, Verdict
from procedure.words import Speaker, speaker


def matrix(report: Report, page: Page, speak: Speaker | None = None) -> str:
    """One line for each cell of every act on which readings part, in the order of the log."""
    speak = speak or speaker(report)
    lines = ["", page.paint(speak.tell("matrix"), None, True)]
    contested = [verdict for verdict in report.verdicts if Outcome.CONTESTED in verdict.outcomes]
    for verdict in contested:
        lines += ["", *_act(verdict, report, page, speak)]
    lines += [] if contested else wrap(speak.tell("matrix.none"), page, 2)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _act(verdict: Verdict, report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    label = " + ".join(speak.outcome(each.value) for each in (verdict.outcome, *verdict.also))
    text = speak.tell("matrix.act", act=verdict.act, label=label, working=verdict.working.value)
    yield from wrap(page.paint(text, None, True), page, 2)
    for cell in verdict.cells:
        key = "matrix.cell" + ("_told" if not cell.counted else "_working" if cell.working else "")
        status = speak.tell(f"status.{cell.status.value}")
        answers = ", ".join(_answer(axis, answer, verdict, report, speak) for axis, answer in cell.assignment)
        yield from wrap(speak.tell(key, status=status, answers=answers), page, 4, f"{STATUS_MARKS[cell.status]} ")


def _answer(axis: str, answer: str, verdict: Verdict, report: Report, speak: Speaker) -> str:
    return speak.cell(((axis, answer),)) + f" ({held(axis, answer, verdict, report, speak)})"


def held(axis: str, answer: str, verdict: Verdict, report: Report, speak: Speaker) -> str:
    """Who holds an answer, and how it stands; of a claim, the sources that say so."""
    for question in report.axes:
        for each in question.answers:
            if (question.name, each.name) == (axis, answer):
                standing = speak.tell(f"standing.{each.standing}")
                return speak.tell("matrix.held", standing=standing, held=speak.held_by(axis, answer) or each.held_by)
    acts = (verdict, *(each for each in report.verdicts if each is not verdict))
    sources = {
        source: None
        for each in acts
        for claim in each.done.claims
        if (claim.axis, claim.says) == (axis, answer)
        for source in claim.sources
    }
    return speak.tell("matrix.sources", sources=", ".join(sources)) if sources else speak.tell("matrix.no_source")
