"""`procedure replay` and `procedure explain`."""

from datetime import date

import click
from attrs import evolve

from procedure.cli.common import Day, default_log, failures, format_option, page, scenario, status, unannounced
from procedure.errors import ProcedureError
from procedure.judge import replay as judged
from procedure.outcomes import Outcome
from procedure.reader import nearest
from procedure.render.json_form import dumps, to_plain
from procedure.render.matrix import matrix
from procedure.render.page import Page, knowing, wrap
from procedure.render.text import act, citation_line, render
from procedure.verdict import Report
from procedure.words import speaker


@click.command()
@click.argument("file", default=default_log)
@format_option
@click.option("--only", default="", help="Show only these outcomes, such as unlawful,contested.")
@click.option("--since", type=Day(), help="Show acts from this day on.")
@click.option("--until", type=Day(), help="Replay to the end of this day instead of the scenario's own.")
@click.option("--redact", is_flag=True, help="Leave out what the log tells of how somebody voted in secret.")
@click.option("--as-now", is_flag=True, help="Apply later rulings to the acts that they annul.")
@click.option("--law-as-of", type=Day(), help="Force the law of this day on every act.")
@click.option(
    "--readings", type=click.Choice(["all"]), help="Show every contested act in every cell, after the summary."
)
@click.option("-v", "--verbose", is_flag=True, help="Show every rule that was heard.")
def replay(
    file: str,
    form: str,
    only: str,
    since: date | None,
    until: date | None,
    redact: bool,
    as_now: bool,
    law_as_of: date | None,
    readings: str | None,
    verbose: bool,
) -> int:
    """Replay FILE (a path, a shipped name, or - for standard input) and judge every act.

    Without FILE the log of the first country on file is replayed.
    """
    case = scenario(file)
    if until is not None:
        case = evolve(case, until=until)
    if redact:
        case = case.redacted()
    if as_now:
        case = evolve(case, as_now=True)
    if law_as_of is not None:
        case = evolve(case, law_as_of=law_as_of)
    report = judged(case)
    if form == "json":
        click.echo(dumps(to_plain(report)))
        return status(case, report)
    shown = page(case.country, verbose, _outcomes(only), str(since or ""))
    click.echo(render(report, shown), nl=False)
    if readings:
        click.echo(matrix(report, shown), nl=False)
    for failure in failures(case, report):
        click.echo(f"  not as expected: {failure}")
    for name in unannounced(case, report):
        click.echo(f"  not announced by the scenario: {name}")
    if not status(case, report) and case.expect:
        click.echo(f"  {len(case.expect)} expectations, all met")
    return status(case, report)


def _outcomes(text: str) -> list[Outcome]:
    known = {outcome.value: outcome for outcome in Outcome}
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise ProcedureError(f"--only: no outcome '{name}'; {nearest(name, known)}")
    return [known[name] for name in names]


@click.command()
@click.argument("file")
@click.argument("act_id", metavar="ACT")
@format_option
def explain(file: str, act_id: str, form: str) -> int:
    """Explain in full the verdict on ACT (its id, or its kind where only one is on record) of FILE."""
    case = scenario(file)
    try:
        done = case.act(act_id)
    except KeyError:
        ids = {each.id for each in case.acts}
        of_kind = [each.id for each in case.acts if each.kind == act_id]
        help = f"the log has {len(of_kind)} of that kind: {', '.join(of_kind)}" if of_kind else nearest(act_id, ids)
        raise ProcedureError(f"{file}: no act '{act_id}'; {help}") from None
    report = judged(case)
    verdict = report.verdict(done.id)
    if form == "json":
        told = to_plain(report)
        told["verdicts"] = [each for each in told["verdicts"] if each["done"]["id"] == done.id]
        click.echo(dumps(told))
        return 0
    shown = knowing(page(case.country, verbose=True), report)
    number = [each.act for each in report.verdicts].index(done.id) + 1
    click.echo("\n".join(act(verdict, number, report, shown, speaker(report))))
    click.echo("\n".join(_norms(report, verdict.heard, verdict.not_encoded, shown)))
    click.echo("\n".join(_readings(report, verdict.act, shown)))
    click.echo("\n".join(_sources(report, verdict.act, shown)))
    for citation in report.citations:
        if citation.means in verdict.heard:
            click.echo("\n".join(wrap(citation_line(citation, report), shown, 2, "§ ")))
    return 0


def _norms(report: Report, heard: tuple[str, ...], silent: tuple[str, ...], shown: Page) -> list[str]:
    lines = ["", "Norms that heard it" if heard else "No norm heard it"]
    for norm in report.norms:
        if norm.id in heard:
            text = f"{norm.cite} ({norm.title}; since {norm.since}; text {norm.text_known}): {norm.says}"
            lines += wrap(text, shown, 2)
    if silent:
        lines += ["", "Known to bear on it and not encoded"]
        for norm in report.norms:
            if norm.id in silent:
                lines += wrap(f"{norm.cite} ({norm.title}): {norm.says} — {norm.not_encoded}", shown, 2)
    return lines


def _readings(report: Report, act_id: str, shown: Page) -> list[str]:
    verdict = report.verdict(act_id)
    asked = {
        axis for finding in verdict.findings for each in finding.opinions for cell in each.cells for axis, _ in cell
    }
    lines: list[str] = []
    for axis in report.axes:
        if axis.name not in asked:
            continue
        lines += ["", *wrap(f"{axis.id} {axis.question}", shown, 0)]
        for answer in axis.answers:
            mark = "working reading, " if answer.working else ""
            since = f", since {answer.since}" if answer.since else ""
            text = f"{answer.name}: {answer.says} ({mark}{answer.standing}; held by {answer.held_by}{since})"
            lines += wrap(text, shown, 2, "- ")
        lines += wrap(axis.note, shown, 2) if axis.note else []
    return lines


def _sources(report: Report, act_id: str, shown: Page) -> list[str]:
    done = report.verdict(act_id).done
    ids = {*done.sources, *(id for claim in done.claims for id in claim.sources)}
    lines = ["", "Sources" if ids else "No source is given"]
    for source in report.sources:
        if source.id in ids:
            lines += wrap(
                f"{source.id}: {source.title}, {source.publisher} ({source.standing}) {source.url}", shown, 2, "- "
            )
    return lines
