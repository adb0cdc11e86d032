"""A report as Markdown: a table of the acts, the findings that decide, and what all of it rests on."""

import re
from collections.abc import Iterator

from procedure.outcomes import Outcome, Status
from procedure.render.edges import axis_told, band_told, notes, own_told, row_told, varied
from procedure.render.page import MARKS, STATUS_MARKS
from procedure.render.text import answer_line, citation_line, headline, lapse_line, opinion_line, told
from procedure.sweep.maps import Map, Rows
from procedure.sweep.survey import Survey
from procedure.verdict import Report, Verdict
from procedure.words import Speaker

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|^[#+\-=])")
_CONTROL = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def markdown(report: Report, speak: Speaker, survey: Survey | None = None, command: str = "") -> str:
    """The whole report; every text of the log and of the law is escaped, so that it stays text.

    `survey` is the sweep that the scenario names, and `command` what shows it where a page cannot.
    """
    parts = [
        _head(report, speak),
        _sweep(survey, speak, command) if survey else iter(()),
        _acts(report, speak),
        _findings(report, speak),
        _section(speak.tell("lapses"), (lapse_line(each, speak) for each in report.lapses)),
        _questions(report, speak),
        _norms(report, speak),
        _section(speak.tell("citations"), (citation_line(each, speak) for each in report.citations)),
        _sources(report, speak),
        _reproduce(report, speak),
    ]
    return "\n".join(line.rstrip() for part in parts for line in part).strip() + "\n"


def plain(text: str) -> str:
    """Text as Markdown that shows it as it is, on one line and without marks that turn the direction of writing."""
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub("", " ".join(text.split())))


def _head(report: Report, speak: Speaker) -> Iterator[str]:
    yield f"# {plain(speak.heading(report))}"
    yield ""
    if report.about:
        yield plain(speak.about(report))
        yield ""


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    """A section with an item for each line; nothing where there is none."""
    items = [f"- {plain(line)}" for line in lines]
    if items:
        yield from ("", f"## {plain(title)}", "", *items)


def _sweep(survey: Survey, speak: Speaker, command: str) -> Iterator[str]:
    """The maps of a sweep in words: for one axis a list of its bands, for two a row for each stretch of the first."""
    yield f"## {plain(speak.tell('page.sweep'))}"
    yield ""
    if survey.found is None:
        yield plain(speak.tell(f"sweep.{survey.why}", axes=len(survey.axes), size=survey.size))
        yield from ("", f"    {command}", "")
        return
    for each in survey.found.maps:
        yield from (f"### {plain(speak.tell('sweep.map', act=each.act))}", "", plain(varied(each, speak)), "")
        if each.down is None:
            yield from (f"- {plain(line)}" for line in _bands(each, each.rows[0], speak))
        else:
            heads = [axis_told(axis, each, speak) for axis in (each.down, each.across)]
            yield from (f"| {' | '.join(map(plain, heads))} |", "| --- | --- |")
            for row in each.rows:
                bands = "<br>".join(plain(line) for line in _bands(each, row, speak))
                yield f"| {plain(row_told(row, each.down, speak))} | {bands} |"
        if own := own_told(each, speak):
            yield from ("", plain(own))
        yield ""
    yield from (*(plain(note) for note in notes(survey.found, speak)), "")


def _bands(each: Map, row: Rows, speak: Speaker) -> Iterator[str]:
    for band in row.bands:
        mark = f"{MARKS[band.answer.outcome]} " if band.answer.outcome else ""
        yield f"{mark}{band_told(band, each, speak)}"


def _acts(report: Report, speak: Speaker) -> Iterator[str]:
    yield f"## {plain(speak.tell('md.verdicts'))}"
    yield ""
    yield speak.tell("md.head")
    yield "| ---: | --- | --- | --- | --- |"
    for number, verdict in enumerate(report.verdicts, 1):
        norms = ", ".join(dict.fromkeys(speak.cite(finding.norm) for finding in verdict.broken()))
        outcome = f"{MARKS[verdict.outcome]} {headline(verdict, speak)}"
        cells = (speak.moment(verdict.done.when), told(verdict, speak), outcome, norms)
        yield f"| {number} | " + " | ".join(plain(cell) for cell in cells) + " |"


def _findings(report: Report, speak: Speaker) -> Iterator[str]:
    """The findings of the acts that are not simply lawful: every opinion that is not kept."""
    plainly = (Outcome.LAWFUL, Outcome.CONTEXT)
    shown = [(number, verdict) for number, verdict in enumerate(report.verdicts, 1) if verdict.outcome not in plainly]
    if shown:
        yield from ("", f"## {plain(speak.tell('md.findings'))}")
    for number, verdict in shown:
        yield from ("", f"### {number}\\. {plain(told(verdict, speak))}", "")
        yield f"**{plain(headline(verdict, speak))}**"
        yield ""
        yield from (f"- {plain(line)}" for line in _lines(verdict, speak))


def _lines(verdict: Verdict, speak: Speaker) -> Iterator[str]:
    for finding in verdict.findings:
        for opinion in finding.opinions:
            if opinion.heard.status is not Status.KEPT:
                where = f" [{'; '.join(speak.cell(cell) for cell in opinion.cells)}]" if any(opinion.cells) else ""
                yield f"{STATUS_MARKS[opinion.heard.status]} {opinion_line(finding, opinion.heard, speak, where)}"
    yield from (speak.say(note) for note in verdict.notes)
    if verdict.not_encoded:
        cites = ", ".join(speak.cite(norm) for norm in verdict.not_encoded)
        yield speak.tell("act.not_encoded", norms=cites)


def _questions(report: Report, speak: Speaker) -> Iterator[str]:
    if report.axes:
        yield from ("", f"## {plain(speak.tell('md.questions'))}")
    for axis in report.axes:
        yield from ("", f"**{plain(axis.id)}** {plain(speak.question(axis.name) or axis.question)}", "")
        yield from (f"- {plain(answer_line(axis, each, speak))}" for each in axis.answers)


def _norms(report: Report, speak: Speaker) -> Iterator[str]:
    told = (
        speak.tell(
            "md.norm",
            norm=norm.id,
            known=speak.tell(f"known.{norm.text_known}"),
            says=speak.says(norm.id, norm.since) or norm.says,
        )
        for norm in report.norms
    )
    return _section(speak.tell("md.norms"), told)


def _sources(report: Report, speak: Speaker) -> Iterator[str]:
    told = (
        speak.tell(
            "explain.source",
            id=each.id,
            title=each.title,
            publisher=each.publisher,
            standing=speak.tell(f"source.{each.standing}"),
            url=each.url,
        )
        for each in report.sources
    )
    return _section(speak.tell("md.sources"), told)


def _reproduce(report: Report, speak: Speaker) -> Iterator[str]:
    law, log = report.law_hash, report.scenario_hash
    yield from ("", f"## {plain(speak.tell('md.reproduce'))}", "")
    yield plain(speak.tell("summary.versions", version=report.version, law=law, scenario=log))
