"""`procedure list`."""

from collections.abc import Iterator

import click

from procedure import shipped
from procedure.cli.common import language, page, speaking, tell
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.render.page import Page, wrap
from procedure.words import Speaker


@click.command("list")
@click.argument("country", required=False)
def list_(country: str | None) -> int:
    """List countries, procedures and scenarios; with COUNTRY, also its norms, acts and open questions."""
    shown = page()
    for name in [country] if country else COUNTRIES:
        place = jurisdiction(name)
        title = place.title.get(language()) or place.title.get("en", "")
        for line in wrap(tell("list.country", name=place.name, title=title), shown, 0):
            click.echo(shown.paint(line, None, True))
        speak = speaking(place)
        for line in (*_procedures(place, shown, speak), *(_details(place, shown, speak) if country else ())):
            click.echo(line)
    click.echo(shown.paint(tell("list.scenarios"), None, True))
    for name in shipped.names():
        if country is None or name.startswith(f"{country}/"):
            click.echo(f"  {name}")
    return 0


def _procedures(place: Jurisdiction, shown: Page, speak: Speaker) -> Iterator[str]:
    for procedure in place.procedures:
        told = speak.tell(
            "list.procedure_per" if procedure.per else "list.procedure",
            name=procedure.name,
            title=speak.procedure(procedure.name),
            states=len(procedure.states),
            steps=len(procedure.steps),
            per=speak.names.cases.get(procedure.per or "", procedure.per or ""),
        )
        yield from wrap(told, shown, 2)


def _details(place: Jurisdiction, shown: Page, speak: Speaker) -> Iterator[str]:
    used = {guard.norm.id for _, _, guard in place.guards()}
    yield shown.paint(tell("list.norms"), None, True)
    for norm in place.law.norms.values():
        key = "list.norm" if norm.id in used else "list.not_encoded"
        yield from wrap(speak.tell(key, norm=norm.id, title=speak.title(norm.id)), shown, 2)
    yield shown.paint(tell("list.axes"), None, True)
    for axis in place.law.axes.values():
        answers = ", ".join(answer.name for answer in axis.answers)
        yield from wrap(speak.tell("list.axis", axis=axis.name, id=axis.id, answers=answers), shown, 2)
    yield shown.paint(tell("list.acts"), None, True)
    for kind in place.vocabulary.acts.values():
        key = "list.context" if kind.context else "list.act"
        yield from wrap(speak.tell(key, act=kind.name, title=speak.of(kind.title)), shown, 2)
