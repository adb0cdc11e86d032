"""`procedure list`."""

import click

from procedure import shipped
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import COUNTRIES, jurisdiction


@click.command("list")
@click.argument("country", required=False)
def list_(country: str | None) -> int:
    """List countries, procedures and scenarios; with COUNTRY, also its norms, acts and open questions."""
    for name in [country] if country else COUNTRIES:
        place = jurisdiction(name)
        click.echo(f"{place.name}: {place.title.get('en', '')}")
        for procedure in place.procedures:
            per = f", one for each {procedure.per}" if procedure.per else ""
            click.echo(
                f"  procedure {procedure.name}: {len(procedure.states)} states, {len(procedure.steps)} steps{per}"
            )
        if country:
            _details(place)
    click.echo("scenarios")
    for name in shipped.names():
        if country is None or name.startswith(f"{country}/"):
            click.echo(f"  {name}")
    return 0


def _details(place: Jurisdiction) -> None:
    used = {guard.norm.id for _, _, guard in place.guards()}
    click.echo("norms")
    for norm in place.law.norms.values():
        note = "" if norm.id in used else " (not encoded)"
        click.echo(f"  {norm.id}: {norm.title.get('en', '')}{note}")
    click.echo("open questions")
    for axis in place.law.axes.values():
        click.echo(f"  {axis.name} ({axis.id}): {', '.join(answer.name for answer in axis.answers)}")
    click.echo("acts")
    for kind in place.vocabulary.acts.values():
        note = " (context)" if kind.context else ""
        click.echo(f"  {kind.name}: {kind.title.get('en', '')}{note}")
