"""`procedure draw`."""

from pathlib import Path

import click

from procedure.cli.common import speaking
from procedure.jurisdictions import jurisdiction
from procedure.render.mermaid import mermaid
from procedure.render.svg import svg
from procedure.whole_files import write_whole


@click.command()
@click.argument("country")
@click.argument("procedure")
@click.option("--to", "form", type=click.Choice(["mermaid", "svg"]), default="mermaid", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file, whole or not at all.")
def draw(country: str, procedure: str, form: str, output: str | None) -> int:
    """Draw PROCEDURE of COUNTRY as a diagram, with citations on its edges."""
    place = jurisdiction(country)
    machine = place.procedure(procedure)
    drawing = mermaid if form == "mermaid" else svg
    text = drawing(machine, place.vocabulary.acts, speaking(place))
    if output:
        write_whole(Path(output), text)
    else:
        click.echo(text, nl=not text.endswith("\n"))
    return 0
