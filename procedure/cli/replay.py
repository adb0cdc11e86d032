"""`procedure replay` and `procedure explain`."""

from collections.abc import Iterator
from datetime import date

import click
from attrs import evolve

from procedure.cli.common import (
    Day,
    default_log,
    failures,
    format_option,
    inherited,
    page,
    scenario,
    speaking,
    status,
    unannounced,
)
from procedure.errors import ProcedureError
from procedure.judge import replay as judged
from procedure.nearest import nearest
from procedure.outcomes import Outcome
from procedure.render.page import Page, knowing, wrap
from procedure.render.text import act, answer_line, citation_line, render
from procedure.verdict import Report, Verdict
from procedure.words import Speaker


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
    speak = speaking(case.country, report, case)
    if form == "json":
        from procedure.render.json_form import dumps, to_plain

        click.echo(dumps(to_plain(report, speak)))
        return status(case, report)
    shown = page(verbose, _outcomes(only), str(since or ""))
    click.echo(render(report, shown, speak), nl=False)
    if readings:
        from procedure.render.matrix import matrix

        click.echo(matrix(report, shown, speak), nl=False)
    unmet, surprises = failures(case, report), unannounced(case, report)
    for failure in unmet:
        click.echo("\n".join(wrap(speak.tell("replay.unmet", failure=str(failure)), shown, 2)))
    for name in surprises:
        click.echo("\n".join(wrap(speak.tell("replay.unannounced", name=name), shown, 2)))
    for name, each in inherited(case, report):
        told = speak.tell("replay.inherited", name=name, place=str(each.place))
        click.echo("\n".join(wrap(told, shown, 2)))
    if case.expect and not unmet and not surprises:
        click.echo("\n".join(wrap(speak.tell("replay.met", number=len(case.expect)), shown, 2)))
    return 1 if unmet or surprises else 0


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
    speak = speaking(case.country, report, case)
    if form == "json":
        from procedure.render.json_form import dumps, to_plain

        told = to_plain(report, speak)
        told["verdicts"] = [each for each in told["verdicts"] if each["done"]["id"] == done.id]
        click.echo(dumps(told))
        return 0
    shown = knowing(page(verbose=True), report)
    number = [each.act for each in report.verdicts].index(done.id) + 1
    lines = [*act(verdict, number, report, shown, speak)]
    lines += _norms(report, verdict, shown, speak)
    lines += _readings(report, verdict, shown, speak)
    lines += _sources(report, verdict, shown, speak)
    for citation in report.citations:
        if citation.means in verdict.heard:
            lines += wrap(citation_line(citation, speak), shown, 2, "§ ")
    click.echo("\n".join(line.rstrip() for line in lines))
    return 0


def _norms(report: Report, verdict: Verdict, shown: Page, speak: Speaker) -> Iterator[str]:
    yield ""
    yield from wrap(speak.tell("explain.heard" if verdict.heard else "explain.unheard"), shown, 0)
    for norm in report.norms:
        if norm.id in verdict.heard:
            known = speak.tell(f"known.{norm.text_known}")
            says = speak.says(norm.id, norm.since) or norm.says
            told = speak.tell("explain.norm", norm=norm.id, since=norm.since, known=known, says=says)
            yield from wrap(told, shown, 2)
    if verdict.not_encoded:
        yield ""
        yield from wrap(speak.tell("explain.silent"), shown, 0)
        for norm in report.norms:
            if norm.id in verdict.not_encoded:
                says = speak.says(norm.id, norm.since) or norm.says
                why = speak.why_silent(norm.id) or norm.not_encoded
                yield from wrap(speak.tell("explain.silent_norm", norm=norm.id, says=says, why=why), shown, 2)


def _readings(report: Report, verdict: Verdict, shown: Page, speak: Speaker) -> Iterator[str]:
    asked = {
        axis for finding in verdict.findings for each in finding.opinions for cell in each.cells for axis, _ in cell
    }
    for axis in report.axes:
        if axis.name not in asked:
            continue
        yield ""
        yield from wrap(
            speak.tell("explain.axis", id=axis.id, question=speak.question(axis.name) or axis.question), shown, 0
        )
        for answer in axis.answers:
            yield from wrap(answer_line(axis, answer, speak), shown, 2, "- ")
        if axis.note:
            yield from wrap(axis.note, shown, 2)


def _sources(report: Report, verdict: Verdict, shown: Page, speak: Speaker) -> Iterator[str]:
    done = verdict.done
    ids = {*done.sources, *(id for claim in done.claims for id in claim.sources)}
    yield ""
    yield from wrap(speak.tell("explain.sources" if ids else "explain.no_source"), shown, 0)
    for source in report.sources:
        if source.id in ids:
            standing = speak.tell(f"source.{source.standing}")
            told = speak.tell(
                "explain.source",
                id=source.id,
                title=source.title,
                publisher=source.publisher,
                standing=standing,
                url=source.url,
            )
            yield from wrap(told, shown, 2, "- ")
