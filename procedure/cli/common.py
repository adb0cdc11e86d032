"""What the commands share: reading scenarios, the page, colours, formats."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import evolve

from procedure import shipped
from procedure.errors import Diagnostic, Place, ProcedureError
from procedure.expect import Failure, check
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.moments import parse_date
from procedure.nearest import nearest
from procedure.outcomes import Outcome
from procedure.render.page import Page, no_paint
from procedure.scenario import Expectation, Scenario
from procedure.scenario_files import load_scenario, scenario_from_text
from procedure.verdict import Report, Value
from procedure.words import LANGUAGES, Speaker, load_texts, speaker, speaker_in
from procedure.words.catalogue import catalogue


def default_log() -> str:
    """The log that is replayed when none is named: that of the first country on file."""
    return jurisdiction(next(iter(COUNTRIES))).default_log


F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date on the command line."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return parse_date(value)
        except ValueError as error:
            self.fail(f"{error}; write it like 2023-03-19", param, ctx)


def format_option(command: F) -> F:
    """`--format text|json`."""
    return click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)(
        command
    )


def scenario(name: str) -> Scenario:
    """The scenario in a file, shipped under a name, or on standard input (`-`)."""
    if name == "-":
        from procedure.yaml_text import decode

        return scenario_from_text(decode(sys.stdin.buffer.read(), "<stdin>"), "<stdin>")
    path = shipped.find(name)
    if not path.exists():
        close = nearest(name, shipped.names())
        help = close if close.startswith("did you mean") else "`procedure list` names the files shipped"
        message = "cannot read the file: no such file or directory"
        raise ProcedureError([Diagnostic(Place(name), "PR101", message, help)])
    return load_scenario(Path(shipped.told(path)))


def terminal() -> Page:
    """The page for this terminal: its width, and colour only where it shows."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(max(40, min(_columns(), 140)), paint=_paint if colour else no_paint)


def _columns() -> int:
    """How wide the terminal is: as `COLUMNS` says, else as it says itself, else 100."""
    told = os.environ.get("COLUMNS", "")
    try:
        return (int(told) if told.isdecimal() else 0) or os.get_terminal_size().columns or 100
    except (ValueError, OSError):
        return 100


def page(verbose: bool = False, only: Iterable[Outcome] = (), since: str = "") -> Page:
    """The page for a report: this terminal's, with what is to be shown."""
    return evolve(terminal(), verbose=verbose, only=frozenset(only), since=since)


def language() -> str:
    """The language asked for on the command line, else by `PROCEDURE_LANG` or the locale's messages, else English."""
    context = click.get_current_context(silent=True)
    asked = context.find_root().obj if context else None
    return str(asked or preferred(os.environ))


def preferred(environment: Mapping[str, str]) -> str:
    """The language that an environment asks for, English where it asks for none that the library speaks."""
    for name in ("PROCEDURE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "").partition("_")[0].partition(".")[0].casefold()
        if code in LANGUAGES:
            return code
    return "en"


def speaking(country: Jurisdiction, report: Report | None = None, case: Scenario | None = None) -> Speaker:
    """A speaker in the language asked for, which cites and names as a country does, or a report of it.

    With a scenario it also tells the log's own words, where they lie beside the log in that language.
    """
    code = language()
    texts = load_texts(case, code) if case else None
    return speaker_in(country, code, texts=texts) if report is None else speaker(report, code, country, texts)


def tell(key: str, **values: Value | date | None) -> str:
    """A sentence of the catalogue in the language asked for, where no country is at hand."""
    return Speaker(language(), catalogue(language())).tell(key, **values)


def progress(names: Sequence[str]) -> Iterator[str]:
    """The names one after another, with a bar on standard error where that is a terminal and there are several."""
    if len(names) < 2 or not sys.stderr.isatty():
        yield from names
        return
    with click.progressbar(names, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _paint(text: str, colour: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=colour, bold=bold)


UNANNOUNCED = (Outcome.UNLAWFUL, Outcome.VOID, Outcome.UNPLACED)


def unannounced(case: Scenario, report: Report) -> list[str]:
    """The acts that break the law, and the lapses shown, that neither the scenario nor what it is based on expects."""
    theirs = {each for each, _ in inherited(case, report)}
    return [each for each in _surprises(case, report) if each not in theirs]


def inherited(case: Scenario, report: Report) -> list[tuple[str, Expectation]]:
    """What breaks the law as a scenario expects on which this one is based, with what is expected there."""
    kinds = {verdict.act: verdict.done.kind for verdict in report.verdicts}
    outcomes = {verdict.act: verdict.outcome.value for verdict in report.verdicts}
    found: list[tuple[str, Expectation]] = []
    for name in _surprises(case, report):
        for each in case.inherited:
            told = each.act in (name, kinds.get(name)) and each.outcome == outcomes.get(name)
            if told if name in kinds else each.lapse == name:
                found.append((name, each))
                break
    return found


def _surprises(case: Scenario, report: Report) -> list[str]:
    """The acts that break the law, and the lapses shown, that the scenario itself does not expect."""
    announced = {each.act for each in case.expect if each.outcome}
    lapses = {each.lapse for each in case.expect if each.lapse}
    acts = [
        verdict.act
        for verdict in report.verdicts
        if verdict.outcome in UNANNOUNCED and not {verdict.act, verdict.done.kind} & announced
    ]
    return acts + [lapse.norm for lapse in report.lapses if lapse.shown and lapse.norm not in lapses]


def failures(case: Scenario, report: Report) -> tuple[Failure, ...]:
    """What a scenario expects and the replay does not give."""
    return check(case, report)


def status(case: Scenario, report: Report) -> int:
    """0 where the replay gives what the scenario expects and no breach that it does not announce; else 1."""
    return 1 if failures(case, report) or unannounced(case, report) else 0
