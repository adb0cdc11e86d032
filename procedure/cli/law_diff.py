"""`procedure law-diff`."""

from datetime import date

import cattrs
import click

from procedure.cli.common import Day, format_option, page
from procedure.jurisdictions import jurisdiction
from procedure.law_diff import law_diff as changes_between
from procedure.render.json_form import dumps
from procedure.render.page import wrap

FORM = "procedure.law-diff/1"


@click.command("law-diff")
@click.argument("country")
@click.argument("first", type=Day())
@click.argument("second", type=Day())
@format_option
def law_diff(country: str, first: date, second: date, form: str) -> int:
    """Show what the law of COUNTRY says otherwise on the SECOND day than on the FIRST."""
    place = jurisdiction(country)
    changes = changes_between(place.law, first, second)
    if form == "json":
        told = [cattrs.unstructure(change) for change in changes]
        click.echo(dumps({"form": FORM, "first": first.isoformat(), "second": second.isoformat(), "changes": told}))
        return 0
    shown = page(place)
    click.echo(shown.paint(f"{country}: from {first} to {second}, {len(changes)} norms differ", None, True))
    for change in changes:
        by = f" ({'; '.join(change.by)})" if change.by else ""
        lines = ["", *wrap(f"{change.cite}: {change.what}{by}", shown, 0)]
        lines += wrap(change.before, shown, 2, "- ") if change.before else []
        lines += wrap(change.after, shown, 2, "+ ") if change.after else []
        for name, before, after in change.terms:
            lines += wrap(f"{name}: {before or 'none'} → {after or 'none'}".replace("_", " "), shown, 4)
        click.echo("\n".join(lines))
    return 0
