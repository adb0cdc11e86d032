"""A report as text for a terminal: a row for each act, findings under it, lapses, and a summary."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from procedure.law import Answer, Axis
from procedure.outcomes import Assignment, Outcome, Status
from procedure.render.page import COLOURS, MARKS, NARROW, STATUS_MARKS, Page, knowing, wrap
from procedure.verdict import AnswerTold, AxisTold, CitationTold, Finding, Heard, Lapse, Opinion, Report, Verdict
from procedure.words import Speaker, speaker


def render(report: Report, page: Page, speak: Speaker | None = None) -> str:
    """The whole report, in the words of a speaker; in English where none is given."""
    speak = speak or speaker(report)
    lines = [*_head(report, page, speak)]
    page = knowing(page, report)
    for number, verdict in enumerate(report.verdicts, 1):
        if page.only and not verdict.outcomes & page.only:
            continue
        if page.since and verdict.done.when[:10] < page.since:
            continue
        lines += act(verdict, number, report, page, speak)
    lines += _lapses(report, page, speak)
    lines += _citations(report, page, speak)
    lines += _summary(report, page, speak)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    yield page.paint(speak.heading(report), None, True)
    if report.about:
        yield from wrap(speak.about(report), page, 0)
    yield ""


def _when(verdict: Verdict, speak: Speaker) -> str:
    """The act's day and time, short and the same in every language."""
    first, two, last = verdict.done.when.partition("/")
    if not two:
        return first[:16].replace("T", " ")
    if first[:10] != last[:10]:
        return f"{first[:10]}…{last[:10]}"
    start, end = speak.clock(first), speak.clock(last)
    bounds = f"{start}–{end}" if start and end else f"≥{start}" if start else f"≤{end}"
    return f"{first[:10]} {bounds}"


def act(verdict: Verdict, number: int, report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    """One act: its row, how the machines moved, what the norms found."""
    done, outcome = verdict.done, verdict.outcome
    head = f"{number:>3}  {_when(verdict, speak):<16}  "
    case = f" [{speak.case(done.case)}]" if done.case else ""
    text = told(verdict, speak) + case
    label, mark = headline(verdict, speak), f"{MARKS[outcome]} "
    pad = 5
    if page.width < NARROW:
        yield head.rstrip()
        yield from wrap(text, page, pad)
    else:
        yield from wrap(text, page, 0, head)
    counts = _counts(verdict, speak)
    fits = pad + len(mark + label) + 2 + len(counts) <= page.width
    painted = " " * pad + page.paint(mark + label, COLOURS.get(outcome), outcome is not Outcome.CONTEXT)
    yield painted + (f"  {counts}" if fits else "")
    if not fits:
        yield from wrap(counts, page, pad + 2)
    for move in verdict.moves:
        yield from wrap(move_line(move.procedure, move.case, move.before, move.after, speak), page, pad, "→ ")
    if verdict.result and page.verbose:
        yield from wrap(speak.say(verdict.result), page, pad, "= ")
    for finding in verdict.findings:
        yield from _finding(finding, verdict, page, speak, pad)
    for note in verdict.notes:
        if note.key == "note.not_in_force" and not page.verbose:
            continue
        yield from wrap(speak.say(note), page, pad, "! ")
    if outcome is not Outcome.CONTEXT:
        yield from _standing(verdict, page, speak, pad)
        yield from _claims(verdict, page, speak, pad)
        if len(verdict.cells) > 1 and page.verbose:
            yield from _matrix(verdict, page, speak, pad)
    for citation in report.citations:
        if citation.means in verdict.heard:
            standing = speak.tell(f"standing.{citation.standing}")
            wrong = speak.tell("act.claimed", norm=citation.means, citation=citation.id, standing=standing)
            yield from wrap(wrong, page, pad, "· ")
    if verdict.not_encoded and (page.verbose or outcome is not Outcome.LAWFUL):
        cites = ", ".join(speak.cite(norm) for norm in verdict.not_encoded)
        yield from wrap(speak.tell("act.not_encoded", norms=cites), page, pad, "· ")


def told(verdict: Verdict, speak: Speaker) -> str:
    """Who did what, in the words of the log where it has them in this language, else by the kind of the act."""
    text = verdict.done.what if speak.language == "en" else speak.what(verdict.act)
    text = text or speak.name(verdict.act)
    return speak.tell("act.by", actor=verdict.done.by, text=text) if verdict.done.by else text


def headline(verdict: Verdict, speak: Speaker) -> str:
    """The outcome in words, with what else holds, and what it is on the working readings where that differs."""
    label = " + ".join(speak.outcome(each.value) for each in (verdict.outcome, *verdict.also))
    if verdict.working is verdict.outcome:
        return label
    return speak.tell("outcome.working", label=label, working=verdict.working.value)


def _counts(verdict: Verdict, speak: Speaker) -> str:
    if verdict.outcome is Outcome.CONTEXT or not verdict.heard:
        return ""
    key = "act.heard" + ("_weakest" if verdict.weakest_text else "") + ("_silent" if verdict.not_encoded else "")
    weakest = speak.tell(f"known.{verdict.weakest_text}") if verdict.weakest_text else ""
    return speak.tell(key, heard=len(verdict.heard), weakest=weakest, silent=len(verdict.not_encoded))


def move_line(procedure: str, case: str, before: Sequence[str], after: Sequence[str], speak: Speaker) -> str:
    """How a machine moved, or where a case stands on two sides."""

    def named(states: Sequence[str]) -> str:
        return speak.listed([speak.state(procedure, state) for state in states], "or")

    machine = speak.procedure(procedure) + (f" [{speak.actor(case)}]" if case else "")
    key = "move.stays" if before == after else "move"
    return speak.tell(key, machine=machine, before=named(before), after=named(after))


def _finding(finding: Finding, verdict: Verdict, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    """What one rule found: every opinion, or in short the working one and each that comes to another end."""
    if page.verbose:
        for opinion in finding.opinions:
            where = f" [{'; '.join(speak.cell(cell) for cell in opinion.cells)}]" if any(opinion.cells) else ""
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
        where = f" [{'; '.join(speak.cell(cell) for cell in cells)}]"
        where = where if counted else speak.tell("finding.excluded", where=where)
        yield from _opinion(finding, others[0].heard, where, page, speak, pad)


def _excluded(cell: Assignment, page: Page) -> bool:
    return any(pair in page.excluded for pair in cell)


def _works(cells: Sequence[Assignment], verdict: Verdict, page: Page) -> bool:
    """Whether an opinion is held on the working answers of every open question that it read."""
    return any(all(page.working.get(axis, answer) == answer for axis, answer in cell) for cell in cells)


def _opinion(finding: Finding, heard: Heard, where: str, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    line = opinion_line(finding, heard, speak, where)
    if finding.text_known in ("unverified", "unread") and (page.verbose or heard.status is not Status.KEPT):
        line = speak.tell("finding.text", line=line, known=speak.tell(f"known.{finding.text_known}"))
    if finding.kind != "law":
        line = speak.tell("finding.kind", line=line, kind=speak.tell(f"norm.{finding.kind}"))
    yield from wrap(line, page, pad, STATUS_MARKS[heard.status] + " ")
    for working in heard.workings if page.verbose else ():
        yield from wrap(speak.say(working), page, pad + 2, "· ")


def opinion_line(finding: Finding, heard: Heard, speak: Speaker, where: str = "") -> str:
    """What a rule says in one sentence: what was asked, what is shown, by how much, and the way out."""
    asked, shown = speak.say(heard.asked), speak.say(heard.shown)
    line = speak.tell("finding", norm=finding.norm, where=where, asked=asked, shown=shown)
    if heard.margin:
        line = speak.tell("finding.margin", line=line, margin=speak.say(heard.margin))
    if heard.counted:
        line = speak.tell("finding.counted", line=line, counted=speak.say(heard.counted))
    if heard.repair:
        key = "finding.needs" if heard.status is Status.UNKNOWN else "finding.repair"
        line = speak.tell(key, line=line, repair=speak.say(heard.repair))
    return line


def answer_line(axis: AxisTold | Axis, answer: AnswerTold | Answer, speak: Speaker) -> str:
    """An answer to an open question: what it says, how it stands, who holds it, since when."""
    return speak.tell(
        "explain.answer" + ("_working" if answer.working else "") + ("_since" if answer.since else ""),
        answer=answer.name,
        says=speak.answer(axis.name, answer.name) or str(answer.says),
        standing=speak.tell(f"standing.{answer.standing}"),
        held=speak.held_by(axis.name, answer.name) or str(answer.held_by),
        since=answer.since,
    )


def _standing(verdict: Verdict, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    """Accusation, attribution and sanction, which are three questions."""
    done = verdict.done
    if done.status != "attested" or done.attributed_to or done.sanction:
        line = speak.tell(
            "act.status_by" if done.found_by else "act.status",
            status=speak.tell(f"fact.{done.status}"),
            by=speak.actor(done.found_by),
            attribution=speak.word(done.attributed_to) or speak.tell("act.open"),
            sanction=speak.word(done.sanction) or speak.tell("act.open"),
        )
        yield from wrap(line, page, pad, "§ ")


def _claims(verdict: Verdict, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    for claim in verdict.done.claims:
        key = "act.claim_outweighed" if claim.outweighed else "act.claim"
        yield from wrap(
            speak.tell(key, says=speak.claim(claim.says), sources=", ".join(claim.sources)), page, pad, "» "
        )


def _matrix(verdict: Verdict, page: Page, speak: Speaker, pad: int) -> Iterator[str]:
    for cell in verdict.cells:
        status = speak.tell(f"status.{cell.status.value}")
        key = "act.cell" if cell.counted else "act.cell_told"
        yield from wrap(speak.tell(key, cell=speak.cell(cell.assignment), status=status), page, pad, "| ")


def _lapses(report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    if not report.lapses:
        return
    yield ""
    yield page.paint(speak.tell("lapses"), None, True)
    for lapse in report.lapses:
        yield from wrap(lapse_line(lapse, speak), page, 2, "✗ " if lapse.shown else "? ")


def lapse_line(lapse: Lapse, speak: Speaker) -> str:
    """One lapse: whose duty, what, until when, under which norm, and whether it is shown."""
    due = [
        speak.moment(each.limit)
        + (f" [{'; '.join(speak.cell(cell) for cell in each.cells)}]" if any(each.cells) else "")
        for each in lapse.due
    ]
    return speak.tell(
        "lapse",
        norm=lapse.norm,
        holder=speak.actor(lapse.holder) if lapse.holder else speak.tell("lapse.holder"),
        act=lapse.act,
        case=f" [{speak.actor(lapse.case)}]" if lapse.case else "",
        due=speak.listed(due, "or"),
        after=lapse.after,
        shown=speak.tell("lapse.shown" if lapse.shown else "lapse.not_shown"),
    )


def _citations(report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    """Citations that sources make and that are not right."""
    if not report.citations:
        return
    yield ""
    yield page.paint(speak.tell("citations"), None, True)
    for each in report.citations:
        yield from wrap(citation_line(each, speak), page, 2)


def citation_line(citation: CitationTold, speak: Speaker) -> str:
    """One claimed citation, what it means, and who claims it."""
    return speak.tell(
        "citation",
        citation=citation.id,
        norm=citation.means,
        standing=speak.tell(f"standing.{citation.standing}"),
        held=", ".join(citation.claimed_by),
        note=citation.note,
    )


def _summary(report: Report, page: Page, speak: Speaker) -> Iterator[str]:
    counts = Counter(verdict.outcome for verdict in report.verdicts)
    yield ""
    yield page.paint(speak.tell("summary"), None, True)
    parts = [f"{MARKS[each]} {counts[each]} {speak.outcome(each.value)}" for each in Outcome if counts[each]]
    told = ", ".join(parts)
    yield from wrap(speak.tell("summary.acts", number=len(report.verdicts), until=report.until, counts=told), page, 2)
    judged = {norm for verdict in report.verdicts for norm in verdict.heard}
    silent = {norm for verdict in report.verdicts for norm in verdict.not_encoded}
    yield from wrap(speak.tell("summary.norms", heard=len(judged), silent=len(silent)), page, 2)
    law, scenario = report.law_hash[:12], report.scenario_hash[:12]
    yield from wrap(speak.tell("summary.versions", version=report.version, law=law, scenario=scenario), page, 2)
