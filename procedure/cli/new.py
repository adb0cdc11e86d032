"""`procedure new`."""

import os
from datetime import date
from pathlib import Path

import click

from procedure import shipped
from procedure.cli.common import Day, scenario, tell
from procedure.errors import ProcedureError
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import jurisdiction
from procedure.scenario_files import scenario_from_text
from procedure.stubs import based_on, empty, skeleton
from procedure.whole_files import write_whole


@click.command()
@click.argument("file")
@click.option("--country", help="An empty scenario of this country.")
@click.option("--from", "log", metavar="LOG", help="A scenario that starts from this log: a file or a shipped name.")
@click.option("--procedure", "way", nargs=2, metavar="COUNTRY PROCEDURE", help="One act for each act of a procedure.")
@click.option("--on", type=Day(), help="The first day; that of the country's own log when not given.")
@click.option("--title", default="", help="The sentence under `scenario:`.")
def new(
    file: str, country: str | None, log: str | None, way: tuple[str, str] | None, on: date | None, title: str
) -> int:
    """Write to FILE a commented scenario to start from; a file that is there already is left alone."""
    if [country, log, way].count(None) != 2:
        raise ProcedureError(
            "say what to start from, one of: --country NAME, --from LOG, --procedure COUNTRY PROCEDURE"
        )
    if log is not None and on is not None:
        raise ProcedureError("--on: the days are those of the log; shift them with `changes:` in the file")
    path = Path(file)
    _refuse(path)
    if log is not None:
        text = based_on(_named(log, path), title)
    elif way is not None:
        place = jurisdiction(way[0])
        text = skeleton(place, place.procedure(way[1]), on or _first_day(place), title)
    else:
        place = jurisdiction(country or "")
        text = empty(place, on or _first_day(place), title)
    scenario_from_text(text, str(path))
    write_whole(path, text, lambda: _refuse(path))
    click.echo(tell("new.written", file=file))
    return 0


def _refuse(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise ProcedureError(f"{path}: the file exists already, and nothing was written; choose another name")
    if not path.parent.is_dir():
        raise ProcedureError(f"{path}: there is no folder {path.parent}; make it first")


def _first_day(country: Jurisdiction) -> date:
    """The day on which the country's own log begins: its law and its offices are on file for that time."""
    return scenario(country.default_log).acts[0].when.earliest_day


def _named(log: str, path: Path) -> str:
    """A log as the new file names it: by its shipped name, or by the way there from the new file."""
    if log == "-":
        raise ProcedureError("--from: a scenario cannot rest on standard input; name a file")
    found = shipped.find(scenario(log).file).resolve()
    home = shipped.folder().resolve()
    if found.is_relative_to(home):
        return found.relative_to(home).with_suffix("").as_posix()
    return Path(os.path.relpath(found, path.parent.resolve())).as_posix()
