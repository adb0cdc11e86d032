"""`procedure schema`."""

import click

from procedure.errors import ProcedureError
from procedure.file_schema import FILES, file_schema
from procedure.jurisdictions import jurisdiction
from procedure.nearest import nearest
from procedure.render.json_form import dumps


@click.command()
@click.argument("kind", default="scenario", metavar="[KIND]")
@click.option("--jurisdiction", "country", metavar="COUNTRY", help="Offer the names that this country knows.")
def schema(kind: str, country: str | None) -> int:
    """Print the JSON Schema of a KIND of file: scenario, law, readings, acts, actors, calendar, words, coverage."""
    if kind not in FILES:
        raise ProcedureError(f"no kind of file '{kind}'; {nearest(kind, FILES)}")
    click.echo(dumps(file_schema(kind, jurisdiction(country) if country else None)))
    return 0
