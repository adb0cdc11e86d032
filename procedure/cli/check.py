"""`procedure check`."""

from pathlib import Path

import click

from procedure import shipped
from procedure.cli.common import failures, format_option, inherited, progress, scenario, tell, terminal, unannounced
from procedure.coverage import Coverage, Covered, coverage
from procedure.coverage_files import load_explanations
from procedure.errors import Diagnostic, ProcedureError
from procedure.judge import replay
from procedure.jurisdictions import jurisdiction
from procedure.render.json_form import coverage_to_plain, dumps
from procedure.render.page import Page, wrap
from procedure.sweep.axes import axes

FORM = "procedure.check/1"


@click.command()
@click.argument("files", nargs=-1)
@click.option("--coverage", "country", metavar="COUNTRY", help="Which versions of the law no scenario tries, and why.")
@format_option
def check(files: tuple[str, ...], country: str | None, form: str) -> int:
    """Check FILES (files, folders or shipped names; all that is shipped when none is named).

    The form of each file is checked first, then what it expects is held against its replay.

    With --coverage, instead: for each version of each norm of COUNTRY that a guard uses, whether a shipped scenario
    keeps it and one breaks it. Scenarios that amend the law do not count.
    """
    if country is not None:
        if files:
            raise click.UsageError("--coverage looks at every shipped scenario of the country; name no files with it")
        return _coverage(country, form)
    faults: list[Diagnostic] = []
    unmet: list[dict[str, str]] = []
    breaches: list[dict[str, str]] = []
    theirs: list[tuple[str, str, str]] = []
    plain: list[str] = []
    names = _files(files)
    for name in progress(names):
        try:
            case = scenario(name)
            report = replay(case)
            axes(case, case.sweep)
        except ProcedureError as error:
            faults += error.diagnostics
            plain += [] if error.diagnostics else [f"{name}: {error}"]
            continue
        unmet += [{"file": name, "message": str(failure)} for failure in failures(case, report)]
        breaches += [{"file": name, "message": act} for act in unannounced(case, report)]
        theirs += [(name, act, str(each.place)) for act, each in inherited(case, report)]
    if form == "json":
        told = {
            "form": FORM,
            "files": len(names),
            "faults": [_plain(fault) for fault in sorted(faults)] + [{"message": message} for message in plain],
            "unmet": unmet,
            "unannounced": breaches,
            "inherited": [{"file": name, "message": act, "at": place} for name, act, place in theirs],
        }
        click.echo(dumps(told))
    else:
        for fault in sorted(faults):
            click.echo(str(fault), err=True)
        for message in plain:
            click.echo(message, err=True)
        for each in unmet:
            click.echo(f"{each['file']}: {tell('replay.unmet', failure=each['message'])}")
        for each in breaches:
            click.echo(f"{each['file']}: {tell('replay.unannounced', name=each['message'])}")
        for name, act, place in theirs:
            click.echo(f"{name}: {tell('replay.inherited', name=act, place=place)}")
        wrong = len(faults) + len(plain) + len(unmet) + len(breaches)
        click.echo(tell("check.done" if wrong else "check.clean", files=len(names), number=wrong))
    return 2 if faults or plain else 1 if unmet or breaches else 0


def _coverage(country: str, form: str) -> int:
    place = jurisdiction(country)
    explanations = load_explanations(place.folder)
    cases = [scenario(name) for name in shipped.names() if name.startswith(f"{country}/")]
    filed = [case for case in cases if case.country is place]
    found = coverage(place, [replay(case) for case in filed], explanations)
    click.echo(dumps(coverage_to_plain(found)) if form == "json" else "\n".join(_told(found, terminal())))
    return 1 if found.unexplained or found.stale else 0


def _told(found: Coverage, page: Page) -> list[str]:
    """The report in text: what nobody explains first, then what somebody does, then what is explained in vain."""
    explained = [each for each in found.holes if each.why]
    lines: list[str] = []
    for title, holes in (("coverage.unexplained", found.unexplained), ("coverage.explained", explained)):
        if holes:
            lines += [page.paint(line, None, True) for line in wrap(tell(title, number=len(holes)), page, 0)]
            for each in holes:
                lines += wrap(_hole(each), page, 2)
                lines += wrap(each.why, page, 4, "· ") if each.why else []
            lines.append("")
    if found.stale:
        lines.append(page.paint(tell("coverage.stale", number=len(found.stale)), None, True))
        for one in found.stale:
            since = tell("coverage.since", since=one.since) if one.since else ""
            lines += wrap(f"{one.file}:{one.line}:{one.column}: {one.norm}{since}: {one.message}", page, 2)
        lines.append("")
    counts = tell(
        "coverage",
        country=found.country,
        versions=len(found.versions),
        scenarios=found.scenarios,
        both=len(found.versions) - len(found.holes),
        explained=len(explained),
        unexplained=len(found.unexplained),
    )
    return lines + wrap(counts, page, 0)


def _hole(version: Covered) -> str:
    """A version that no case keeps, or none breaks: from when until when, and what was seen."""
    lacks = "nothing" if not version.kept and not version.broken else "kept" if not version.kept else "broken"
    span = tell("coverage.span" if version.until else "coverage.since", since=version.since, until=version.until)
    return tell(
        f"coverage.lacks_{lacks}",
        cite=version.cite,
        norm=version.norm,
        span=span,
        seen=", ".join(tell(f"status.{each}") for each in version.seen) or "–",
        known=tell(f"known.{version.text_known}"),
    )


def _plain(fault: Diagnostic) -> dict[str, str | int]:
    place = fault.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "code": fault.code,
        "severity": fault.severity,
        "message": fault.message,
        "help": fault.help,
    }


def _files(files: tuple[str, ...]) -> list[str]:
    if not files:
        return list(shipped.names())
    found: list[str] = []
    for name in files:
        path = Path(name)
        if path.is_dir():
            found += [str(each) for each in shipped.within(path)]
        else:
            found.append(name)
    return found
