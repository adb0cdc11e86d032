"""A report as text for a terminal: a row for each act, findings under it, lapses, and a summary."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from procedure.outcomes import Assignment, Outcome, Status
from procedure.render.page import COLOURS, MARKS, NARROW, STATUS_MARKS, Page, knowing, wrap
from procedure.verdict import CitationTold, Finding, Heard, Lapse, Opinion, Report, Verdict
from procedure.words import Speaker, speaker


def render(report: Report, page: Page) -> str:
    """The whole report."""
    lines = [*_head(report, page)]
    speak = speaker(report)
    page = knowing(page, report)
    for number, verdict in enumerate(report.verdicts, 1):
        if page.only and not verdict.outcomes & page.only:
            continue
        if page.since and verdict.done.when[:10] < page.since:
            continue
        lines += act(verdict, number, report, page, speak)
    lines += _lapses(report, page, speak)
    lines += _citations(report, page)
    lines += _summary(report, page)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(report: Report, page: Page) -> Iterator[str]:
    yield page.paint(report.scenario, None, True)
    if report.about:
        yield from wrap(report.about, page, 0)
    yield ""


def _when(verdict: Verdict, speak: Speaker) -> str:
    """The act's day and time, short."""
    iso = verdict.done.when
    first, two, _ = iso.partition("/")
    if not two:
        return iso[:16].replace("T", " ")
    words = speak.moment(iso)
    if first[:10] == iso.partition("/")[2][:10]:
        short = words.partition(", ")[2]
        for long, sign in (("not after ", "≤"), ("not before ", "≥"), ("between ", ""), (" and ", "–")):
            short = short.replace(long, sign)
        return f"{first[:10]} {short}"
    return f"{first[:10]}…{iso.partition('/')[2][:10]}"


def act(verdict: Verdict, number: int, report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    """One act: its row, how the machines moved, what the norms found."""
    done, outcome = verdict.done, verdict.outcome
    label = " + ".join(each.value for each in (outcome, *verdict.also))
    if verdict.working is not outcome:
        label += f" (working readings: {verdict.working.value})"
    head = f"{number:>3}  {_when(verdict, speak):<16}  "
    who = f"{done.by}: " if done.by else ""
    case = f" [{done.case}]" if done.case else ""
    text = done.what or speak.name(done.kind)
    mark = f"{MARKS[outcome]} "
    pad = 5
    if page.width < NARROW:
        yield head.rstrip()
        yield from wrap(f"{who}{text}{case}", page, pad)
    else:
        yield from wrap(f"{who}{text}{case}", page, 0, head)
    counts = _counts(verdict)
    fits = pad + len(mark + label) + 2 + len(counts) <= page.width
    headline = " " * pad + page.paint(mark + label, COLOURS.get(outcome), outcome is not Outcome.CONTEXT)
    yield headline + (f"  {counts}" if fits else "")
    if not fits:
        yield from wrap(counts, page, pad + 2)
    for move in verdict.moves:
        yield from wrap(move_line(move.procedure, move.case, move.before, move.after, page), page, pad, "→ ")
    if verdict.result and page.verbose:
        yield from wrap(speak.say(verdict.result), page, pad, "= ")
    for finding in verdict.findings:
        yield from _finding(finding, verdict, page, speak, pad)
    for note in verdict.notes:
        if note.key == "note.not_in_force" and not page.verbose:
            continue
        yield from wrap(speak.say(note), page, pad, "! ")
    if outcome is not Outcome.CONTEXT:
        yield from _standing(verdict, page, pad)
        yield from _claims(verdict, page, pad)
        if len(verdict.cells) > 1 and page.verbose:
            yield from _matrix(verdict, page, pad)
    for citation in report.citations:
        if citation.means in verdict.heard:
            wrong = f"{speak.cite(citation.means)} is cited as {citation.id} by some sources: "
            wrong += f"{citation.standing}, see below"
            yield from wrap(wrong, page, pad, "· ")
    if verdict.not_encoded and (page.verbose or outcome is not Outcome.LAWFUL):
        cites = ", ".join(speak.cite(norm) for norm in verdict.not_encoded)
        yield from wrap(f"known and not encoded: {cites}", page, pad, "· ")


def _counts(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.CONTEXT or not verdict.heard:
        return ""
    weakest = f", weakest text {verdict.weakest_text}" if verdict.weakest_text else ""
    silent = f", {len(verdict.not_encoded)} known and not encoded" if verdict.not_encoded else ""
    return f"({len(verdict.heard)} norm{'s' if len(verdict.heard) != 1 else ''} heard it{weakest}{silent})"


def move_line(procedure: str, case: str, before: Sequence[str], after: Sequence[str], page: Page) -> str:
    """How a machine moved, or where a case stands on two sides."""

    def named(states: Sequence[str]) -> str:
        return " or ".join(page.states.get((procedure, state), state.lower().replace("_", " ")) for state in states)

    name = f"{procedure} [{case}]" if case else procedure
    if before == after:
        return f"{name}: {named(after)}"
    return f"{name}: {named(before)} → {named(after)}"


def _finding(finding: Finding, verdict: Verdict, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    """What one rule found: every opinion, or in short the working one and each that comes to another end."""
    if page.verbose:
        for opinion in finding.opinions:
            where = f" [{'; '.join(_cell(cell) for cell in opinion.cells)}]" if any(opinion.cells) else ""
            heard = opinion.heard
            if not _works(opinion.cells, verdict, page):
                heard = evolve(heard, workings=())
            yield from _opinion(finding, heard, where, page, speak, pad)
        return
    first = next((each for each in finding.opinions if _works(each.cells, verdict, page)), finding.opinions[0])
    statuses = finding.statuses
    if first.heard.status is not Status.KEPT or first.heard.margin or len(statuses) > 1:
        yield from _opinion(finding, first.heard, "", page, speak, pad)
    rest: dict[tuple[Status, str], list[Opinion]] = {}
    for each in finding.opinions:
        if each.heard.status is not first.heard.status:
            rest.setdefault((each.heard.status, each.heard.shown.key), []).append(each)
    for others in rest.values():
        cells = [cell for each in others for cell in each.cells]
        counted = any(not _excluded(cell, page) for cell in cells)
        where = f" [{'; '.join(_cell(cell) for cell in cells)}]" + ("" if counted else " (excluded, not counted)")
        yield from _opinion(finding, others[0].heard, where, page, speak, pad)


def _excluded(cell: Assignment, page: Page) -> bool:
    return any(pair in page.excluded for pair in cell)


def _works(cells: Sequence[Assignment], verdict: Verdict, page: Page) -> bool:
    """Whether an opinion is held on the working answers of every open question that it read."""
    return any(all(page.working.get(axis, answer) == answer for axis, answer in cell) for cell in cells)


def _opinion(finding: Finding, heard: Heard, where: str, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    line = f"{speak.cite(finding.norm)}{where}: asked {speak.say(heard.asked)}; {speak.say(heard.shown)}"
    line += _tail(heard, speak)
    if finding.text_known in ("unverified", "unread") and (page.verbose or heard.status is not Status.KEPT):
        line += f" [text {finding.text_known}]"
    if finding.kind != "law":
        line += f" [{finding.kind}]"
    yield from wrap(line, page, pad, STATUS_MARKS[heard.status] + " ")
    for working in heard.workings if page.verbose else ():
        yield from wrap(speak.say(working), page, pad + 2, "· ")


def _tail(heard: Heard, speak: Speaker) -> str:
    parts = ""
    if heard.margin:
        parts += f" — {speak.say(heard.margin)}"
    if heard.counted:
        parts += f" ({speak.say(heard.counted)})"
    if heard.repair:
        parts += (
            f". Would be lawful: {speak.say(heard.repair)}"
            if heard.status is not Status.UNKNOWN
            else f". Needs: {speak.say(heard.repair)}"
        )
    return parts


def _cell(cell: Assignment) -> str:
    return ", ".join(f"{axis}={answer}".replace("_", " ") for axis, answer in cell)


def _standing(verdict: Verdict, page: Page, pad: int) -> Iterator[str]:
    """Accusation, attribution and sanction, which are three questions."""
    done = verdict.done
    if done.status != "attested" or done.attributed_to or done.sanction:
        by = f" by {done.found_by}" if done.found_by else ""
        parts = [
            f"{done.status}{by}",
            f"attribution: {done.attributed_to or 'open'}",
            f"sanction: {done.sanction or 'open'}",
        ]
        yield from wrap("; ".join(parts), page, pad, "§ ")


def _claims(verdict: Verdict, page: Page, pad: int) -> Iterator[str]:
    for claim in verdict.done.claims:
        weight = " — told, not counted: a primary source says otherwise" if claim.outweighed else ""
        yield from wrap(f"{claim.says} ({', '.join(claim.sources)}){weight}", page, pad, "» ")


def _matrix(verdict: Verdict, page: Page, pad: int) -> Iterator[str]:
    for cell in verdict.cells:
        weight = "" if cell.counted else " (told, not counted)"
        yield from wrap(f"{_cell(cell.assignment)}: {cell.status.value}{weight}", page, pad, "| ")


def _lapses(report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    if not report.lapses:
        return
    yield ""
    yield page.paint("Duties not seen done in time", None, True)
    for lapse in report.lapses:
        yield from wrap(lapse_line(lapse, speak), page, 2, "✗ " if lapse.shown else "? ")


def lapse_line(lapse: Lapse, speak: Speaker) -> str:
    """One lapse: whose duty, what, until when, under which norm, and whether it is shown."""
    due = " or ".join(
        speak.moment(each.limit) + (f" [{'; '.join(_cell(cell) for cell in each.cells)}]" if any(each.cells) else "")
        for each in lapse.due
    )
    case = f" [{lapse.case}]" if lapse.case else ""
    shown = "lapsed" if lapse.shown else "not shown: the log does not claim to list such acts in full"
    holder = lapse.holder or "the holder of the duty"
    what = f"{holder} to {speak.name(lapse.act)}{case} by {due}, after {speak.name(lapse.after)}"
    return f"{speak.cite(lapse.norm)}: {what} — {shown}"


def _citations(report: Report, page: Page) -> Iterator[str]:
    """Citations that sources make and that are not right."""
    if not report.citations:
        return
    yield ""
    yield page.paint("Claimed citations", None, True)
    for each in report.citations:
        yield from wrap(citation_line(each, report), page, 2)


def citation_line(citation: CitationTold, report: Report) -> str:
    """One claimed citation, what it means, and who claims it."""
    cites = {norm.id: norm.cite for norm in report.norms}
    held = ", ".join(citation.claimed_by)
    means = cites.get(citation.means, citation.means)
    return f"{citation.id} → {means} ({citation.standing}; claimed by {held}). {citation.note}"


def _summary(report: Report, page: Page) -> Iterator[str]:
    counts = Counter(verdict.outcome for verdict in report.verdicts)
    yield ""
    yield page.paint("Summary", None, True)
    parts = [f"{MARKS[outcome]} {counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome]]
    yield from wrap(f"{len(report.verdicts)} acts until {report.until}: " + ", ".join(parts), page, 2)
    judged = sorted({norm for verdict in report.verdicts for norm in verdict.heard})
    silent = sorted({norm for verdict in report.verdicts for norm in verdict.not_encoded})
    yield from wrap(
        f"{len(judged)} norms heard the acts; {len(silent)} more are known to bear on them and not encoded. "
        f"Lawful means that no breach was found among the norms encoded.",
        page,
        2,
    )
    yield from wrap(
        f"procedure {report.version}; law {report.law_hash[:12]}; scenario {report.scenario_hash[:12]}", page, 2
    )
