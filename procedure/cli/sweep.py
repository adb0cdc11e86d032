"""`procedure sweep`."""

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from procedure import shipped
from procedure.cli.common import language, page, scenario, tell
from procedure.errors import Place, ProcedureError
from procedure.nearest import nearest
from procedure.render.sweep import lines
from procedure.scenario import Scenario, Vary
from procedure.sweep.bands import Found, mapped
from procedure.sweep.table import FORMATS, columns, done, head, need_parquet, to_parquet
from procedure.sweep.variants import Sweep, Task
from procedure.sweep.work import parallel, serial
from procedure.words import Speaker, load_texts, speaker_in


@click.command()
@click.argument("file")
@click.option("--vary", multiple=True, metavar="PATH=VALUES", help="What varies, such as acts[ID].facts.for=0..98.")
@click.option("--ask", multiple=True, metavar="ACT", help="The acts asked about; those that vary, if none is named.")
@click.option("--to", "form", type=click.Choice(FORMATS), help="Write the table: a row for each variant.")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where the table is written.")
@click.option("--map", "chart", type=click.Path(path_type=Path, dir_okay=False), help="Write the map as SVG.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many workers share the table.")
@click.option("--backend", type=click.Choice(["loky", "threading", "dask", "ray"]), help="Which workers; see joblib.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="The address of the scheduler of a Dask cluster.")
@click.option("--resume", is_flag=True, help="Go on with a table that was interrupted.")
def sweep(
    file: str,
    vary: tuple[str, ...],
    ask: tuple[str, ...],
    form: str | None,
    out: Path | None,
    chart: Path | None,
    jobs: int,
    backend: str | None,
    scheduler: str,
    resume: bool,
) -> int:
    """Replay FILE in every variant of what varies, and show where the answer changes.

    VALUES are a range (0..98, or 2023-03-01..2023-04-30 step 7), a list (a,b,c), or random(0..98, 20, seed 7).
    PATH is acts[ID].facts.NAME, acts[ID].date, .time, .by or .status, law[NORM].TERM, or readings[AXIS] (also =all).
    """
    if file == "-":
        raise ProcedureError("sweep: the log is read once for each law, so it must be a file; name one")
    if resume and out is None:
        raise ProcedureError("--resume: nothing says which table is to be gone on with; add --out FILE")
    case = scenario(file)
    written = tuple(Vary(text, Place("--vary", number), text) for number, text in enumerate(vary, 1)) or case.sweep
    if not written:
        raise ProcedureError("sweep: nothing varies; add --vary 'acts[ID].facts.for=0..98', or `sweep:` to the file")
    task = Task(str(shipped.find(file).resolve()), written, _asked(case, ask))
    made = Sweep.of(case, task)
    axes = len(made.grid.axes)
    if chart is not None and axes > 2:
        raise ProcedureError(f"--map: a map shows one axis or two, and {axes} vary; leave --map out, or pin the others")
    if form is not None:
        _table(task, made, form, out, jobs, backend, scheduler, resume)
    if form is not None and chart is None:
        return _replayed(made)
    if axes > 2:
        raise ProcedureError(f"sweep: {axes} axes vary, and a map shows two; add --to csv for a table")
    found = mapped(made)
    kinds = {act.id: act.kind for act in case.acts}
    speak = speaker_in(case.country, language(), kinds, load_texts(case, language()))
    if chart is not None:
        _draw(chart, found, speak)
    click.echo("\n".join(each.rstrip() for each in lines(found, page(), speak)), err=form is not None and out is None)
    return _replayed(made)


def _replayed(made: Sweep) -> int:
    """Say how many variants no plan could follow."""
    if made.replays:
        click.echo(tell("sweep.replayed", number=made.replays), err=True)
    return 0


def _draw(chart: Path, found: Found, speak: Speaker) -> None:
    """Write the maps as a picture; what draws pages is imported only here."""
    from procedure.render.html.document import as_file
    from procedure.render.html.sweep import alone

    chart.write_text(as_file(alone(found, speak)), encoding="utf-8")


def _asked(case: Scenario, ask: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for name in ask:
        try:
            found.append(case.act(name).id)
        except KeyError:
            help = nearest(name, [act.id for act in case.acts])
            raise ProcedureError(f"--ask: no act '{name}'; {help}") from None
    return tuple(found)


def _table(
    task: Task,
    made: Sweep,
    form: str,
    out: Path | None,
    jobs: int,
    backend: str | None,
    scheduler: str,
    resume: bool,
) -> None:
    """Write the table, as far as it comes: what is interrupted is kept."""
    if form == "parquet":
        need_parquet()
        if out is None:
            raise ProcedureError("--to parquet: a file of columns cannot be written to a terminal; add --out FILE")
    names = columns(made)
    rows = out.with_name(out.name + ".rows") if out and form == "parquet" else out
    mark = out.with_name(out.name + ".sweep") if out else None
    what = [made.scenario.hash, form, [each.text for each in task.vary], made.ask]
    sign = hashlib.sha256(json.dumps(what).encode()).hexdigest()
    first = 0
    if resume and rows is not None and rows.exists() and mark is not None:
        if not mark.exists() or mark.read_text(encoding="utf-8") != sign:
            raise ProcedureError(f"--resume: {out} is not an unfinished table of this sweep; leave --resume out")
        first = done(rows, form)
    elif mark is not None:
        mark.write_text(sign, encoding="utf-8")
    grid = made.grid
    if jobs == 1 and backend is None:
        work = serial(made, form, first)
    else:
        work = parallel(task, form, grid.size, grid.turn, first, jobs, backend or "loky", scheduler)
    with _opened(rows, "a" if first else "w") as file:
        if not first:
            file.write(head(names, form))
        count, replayed = first, 0
        try:
            for number, text, replays in work:
                file.write(text)
                count, replayed = count + number, replayed + replays
                _progress(count, grid.size, file)
        except KeyboardInterrupt:
            file.flush()
            if out is not None:
                click.echo("\n" + tell("sweep.kept", done=count, size=grid.size, file=str(out)), err=True)
            raise
    made.replays = replayed
    if out is not None and rows is not None and form == "parquet":
        to_parquet(rows, out, names)
        rows.unlink()
    if mark is not None:
        mark.unlink(missing_ok=True)


@contextmanager
def _opened(path: Path | None, how: str) -> Iterator[IO[str]]:
    """A file that is written, or standard output."""
    if path is None:
        yield sys.stdout
        return
    with path.open(how, encoding="utf-8", newline="") as file:
        yield file


def _progress(count: int, size: int, file: IO[str]) -> None:
    """Tell on a terminal how far the table has come, unless the table itself goes there."""
    if sys.stderr.isatty() and not file.isatty():
        click.echo("\r" + tell("sweep.progress", done=count, size=size), err=True, nl=count == size)
