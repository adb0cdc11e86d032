"""`procedure law-diff`."""

from datetime import date

import cattrs
import click

from procedure.cli.common import Day, format_option, page, speaking
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
    shown, speak = page(), speaking(place)
    head = speak.tell("law_diff", country=speak.of(place.title), first=first, second=second, number=len(changes))
    lines = [shown.paint(line, None, True) for line in wrap(head, shown, 0)]
    for change in changes:
        norm = place.law.norms[change.norm]
        key = f"law_diff.{change.what.replace(' ', '_')}"
        by = f" ({'; '.join(change.by)})" if change.by else ""
        lines += ["", *wrap(speak.tell(key, norm=change.norm, by=by), shown, 0)]
        for version, mark in ((norm.in_force(first), "- "), (norm.in_force(second), "+ ")):
            lines += wrap(speak.of(version.says), shown, 2, mark) if version else []
        none = speak.tell("cite.none")
        for name, before, after in change.terms:
            text = f"{speak.term(name)}: {speak.value(before) or none} → {speak.value(after) or none}"
            lines += wrap(text, shown, 4)
    click.echo("\n".join(lines))
    return 0
