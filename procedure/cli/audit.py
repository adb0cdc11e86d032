"""`procedure audit`."""

from pathlib import Path

import click

from procedure import shipped
from procedure.audit import audit as audited
from procedure.cli.common import format_option, tell, terminal
from procedure.errors import ProcedureError
from procedure.render.json_form import dumps
from procedure.render.page import wrap
from procedure.table_files import read_tables
from procedure.tables import Discrepancy, Weight

FORM = "procedure.audit/1"


@click.command()
@click.argument("files", nargs=-1, type=click.Path())
@format_option
def audit(files: tuple[str, ...], form: str) -> int:
    """Recompute published tables of results in FILES (all that are shipped when none is named).

    Every sum, share and percentage is computed exactly; what does not add up is told, with what is printed beside it.
    """
    paths = [Path(name) for name in files] or sorted(shipped.folder().glob("*/data/*.yaml"))
    if not paths:
        raise ProcedureError("no tables are shipped; name the files to audit")
    found = audited(read_tables(paths))
    if form == "json":
        click.echo(dumps({"form": FORM, "files": [shipped.told(path) for path in paths], "found": _plain(found)}))
        return 0
    shown = terminal()
    click.echo(shown.paint(tell("audit", tables=len(paths), number=len(found)), None, True))
    for weight in Weight:
        mine = [each for each in found if each.weight is weight]
        if not mine:
            continue
        title = tell(f"audit.{weight.name.lower()}", number=len(mine))
        click.echo("\n" + "\n".join(shown.paint(line, None, True) for line in wrap(title, shown, 0)))
        for each in mine:
            key = "audit.found" if each.printed else "audit.found_unprinted"
            text = tell(key, where=each.where, what=each.what, printed=each.printed, computed=each.computed)
            click.echo("\n".join(wrap(text, shown, 2, "- ")))
            if each.note:
                click.echo("\n".join(wrap(each.note, shown, 4)))
    return 0


def _plain(found: tuple[Discrepancy, ...]) -> list[dict[str, str]]:
    return [
        {
            "where": each.where,
            "what": each.what,
            "printed": each.printed,
            "computed": each.computed,
            "note": each.note,
            "weight": each.weight.value,
        }
        for each in found
    ]
