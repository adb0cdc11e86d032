"""`procedure report`: a replay as a page to be read, cited and printed, or its pictures and tables alone."""

from collections.abc import Callable
from pathlib import Path

import click

from procedure.cli.common import default_log, language, scenario, status
from procedure.errors import ProcedureError
from procedure.judge import replay
from procedure.nearest import nearest
from procedure.render.csv_form import table
from procedure.render.html.document import PARTS, page, picture
from procedure.render.html.matter import Matter
from procedure.render.html.sweep import instead
from procedure.render.markdown import markdown
from procedure.whole_files import write_whole


def _calendar(matter: Matter) -> str:
    """The deadlines as a calendar; the library that writes calendars is imported only here."""
    from procedure.render.html.terms import deadlines

    return deadlines(matter)


FORMS: dict[str, Callable[[Matter], str]] = {
    "html": page,
    "md": lambda matter: markdown(matter.report, matter.speak, matter.survey, instead(matter)),
    "csv": lambda matter: table(matter.report, matter.speak),
    "ics": _calendar,
}


@click.command()
@click.argument("file", default=default_log)
@click.option("--to", "form", type=click.Choice([*FORMS, "svg"]), default="html", show_default=True)
@click.option("--part", type=click.Choice(PARTS), help="Which picture; with --to svg.")
@click.option("--procedure", "machine", default="", help="Whose diagram; with --part diagram.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file, whole or not at all.")
def report(file: str, form: str, part: str | None, machine: str, output: str | None) -> int:
    """Write the replay of FILE as one page that needs no network and no script, or as another form.

    Without FILE the log of the first country on file is told. With `--to svg --part` one picture is written alone.
    """
    if (form == "svg") != (part is not None):
        raise ProcedureError(f"--to svg and --part go together; --part is one of {', '.join(PARTS)}")
    if machine and part != "diagram":
        raise ProcedureError("--procedure goes with --part diagram")
    case = scenario(file)
    machines = [each.name for each in case.country.procedures]
    if machine and machine not in machines:
        raise ProcedureError(f"{case.country.name} has no procedure '{machine}'; {nearest(machine, machines)}")
    matter = Matter.of(case, replay(case), language())
    if part is None:
        text = FORMS[form](matter)
    else:
        drawn = picture(matter, part, machine)
        if drawn is None:
            raise ProcedureError(f"{file}: nothing to draw as --part {part}")
        text = drawn
    if output:
        write_whole(Path(output), text)
    else:
        click.echo(text, nl=not text.endswith("\n"))
    return status(case, matter.report)
