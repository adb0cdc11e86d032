"""`procedure check`."""

from pathlib import Path

import click

from procedure import shipped
from procedure.cli.common import failures, format_option, scenario, unannounced
from procedure.errors import Diagnostic, ProcedureError
from procedure.judge import replay
from procedure.render.json_form import dumps

FORM = "procedure.check/1"


@click.command()
@click.argument("files", nargs=-1)
@format_option
def check(files: tuple[str, ...], form: str) -> int:
    """Check FILES (files, folders or shipped names; all that is shipped when none is named).

    The form of each file is checked first, then what it expects is held against its replay.
    """
    faults: list[Diagnostic] = []
    unmet: list[dict[str, str]] = []
    breaches: list[dict[str, str]] = []
    plain: list[str] = []
    names = _files(files)
    for name in names:
        try:
            case = scenario(name)
            report = replay(case)
        except ProcedureError as error:
            faults += error.diagnostics
            plain += [] if error.diagnostics else [f"{name}: {error}"]
            continue
        unmet += [{"file": name, "message": str(failure)} for failure in failures(case, report)]
        breaches += [{"file": name, "message": act} for act in unannounced(case, report)]
    if form == "json":
        told = {
            "form": FORM,
            "files": len(names),
            "faults": [_plain(fault) for fault in sorted(faults)] + [{"message": message} for message in plain],
            "unmet": unmet,
            "unannounced": breaches,
        }
        click.echo(dumps(told))
    else:
        for fault in sorted(faults):
            click.echo(str(fault), err=True)
        for message in plain:
            click.echo(message, err=True)
        for each in unmet:
            click.echo(f"{each['file']}: not as expected: {each['message']}")
        for each in breaches:
            click.echo(f"{each['file']}: not announced by the scenario: {each['message']}")
        wrong = len(faults) + len(plain) + len(unmet) + len(breaches)
        click.echo(f"{len(names)} file{'s' if len(names) != 1 else ''} checked, {wrong or 'nothing'} to report")
    return 2 if faults or plain else 1 if unmet or breaches else 0


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
            found += [str(each) for each in sorted(path.rglob("*.yaml")) if "data" not in each.relative_to(path).parts]
        else:
            found.append(name)
    return found
