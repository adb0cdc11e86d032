"""`procedure cite`."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import click

from procedure.cli.common import Day, format_option, page, speaking
from procedure.errors import ProcedureError
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import jurisdiction
from procedure.law import Norm, Version, in_language, term_text
from procedure.nearest import nearest
from procedure.render.json_form import dumps
from procedure.render.page import Page, wrap
from procedure.render.text import answer_line
from procedure.words import Speaker

FORM = "procedure.cite/1"


@click.command()
@click.argument("country")
@click.argument("norm")
@click.option("--on", type=Day(), help="The day on which the norm is read; its last version when not given.")
@click.option("--history", is_flag=True, help="Show every version, oldest first, with the acts that changed it.")
@format_option
def cite(country: str, norm: str, on: date | None, history: bool, form: str) -> int:
    """Tell what NORM (such as 70.1, const.70.1 or kz.const.70.1) of COUNTRY says, and where it is used."""
    place = jurisdiction(country)
    found, claimed = _find(place, norm)
    told = _told(place, found, claimed, on)
    if form == "json":
        click.echo(dumps({"form": FORM, **told}))
        return 0
    shown, speak = page(), speaking(place)
    lines = _history(found, shown, speak) if history else _lines(place, found, told, shown, speak)
    click.echo("\n".join(lines))
    return 0


def _find(country: Jurisdiction, name: str) -> tuple[Norm, str]:
    """The norm that a name means, and the claimed citation by which it was found."""
    law = country.law
    countries = dict.fromkeys(each.id.partition(".")[0] for each in law.instruments)
    names = [name, *(f"{each}.{name}" for each in countries), *(f"{each.id}.{name}" for each in law.instruments)]
    for each in names:
        if each in law.norms:
            return law.norms[each], ""
        if each in law.claimed:
            return law.norms[law.claimed[each].means], each
    known = dict.fromkeys(law.norms) | {id.partition(".")[2]: None for id in law.norms}
    help = nearest(name, known) or f"`procedure list {country.name}` lists them"
    raise ProcedureError(f"{country.name} has no norm '{name}'; {help}")


def _told(country: Jurisdiction, norm: Norm, claimed: str, on: date | None) -> dict[str, object]:
    law = country.law
    version = norm.in_force(on) if on else (norm.versions[-1] if norm.versions else None)
    used = sorted(
        {f"{procedure.name}: {row.act}" for procedure, row, guard in country.guards() if guard.norm.id == norm.id}
        | {
            f"{procedure.name}: {each.act} (owed)"
            for procedure in country.procedures
            for each in procedure.owed
            if each.guard.norm.id == norm.id
        }
    )
    citation = law.claimed.get(claimed)
    return {
        "norm": norm.id,
        "cite": law.cite(norm.id),
        "instrument": in_language(law.instrument_of(norm.id).title),
        "title": norm.title.get("en", ""),
        "kind": norm.kind,
        "nature": norm.nature,
        "holder": norm.holder,
        "lateness": norm.lateness,
        "on": on.isoformat() if on else "",
        "in_force": version is not None,
        "version": None
        if version is None
        else {
            "since": version.since.isoformat(),
            "until": version.until.isoformat() if version.until else "",
            "says": dict(version.says),
            "terms": {name: term_text(term) for name, term in version.terms.items()},
            "text_known": version.text_known,
            "amended_by": version.amended_by,
            "sources": list(version.sources),
            "note": version.note,
        },
        "versions": [f"{each.since} to {each.until or 'now'}" for each in norm.versions],
        "readings": [
            {
                "axis": axis.name,
                "id": axis.id,
                "question": axis.question.get("en", ""),
                "answers": [
                    {
                        "name": each.name,
                        "says": each.says.get("en", ""),
                        "standing": each.standing,
                        "held_by": in_language(each.held_by),
                        "working": each.working,
                    }
                    for each in axis.answers
                ],
            }
            for axis in law.axes_on(norm.id)
        ],
        "claimed": None
        if citation is None
        else {
            "citation": citation.id,
            "claimed_by": list(citation.claimed_by),
            "standing": citation.standing,
            "note": citation.note,
        },
        "also_claimed_as": [each.id for each in law.claimed.values() if each.means == norm.id],
        "used": used,
        "not_encoded": in_language(norm.not_encoded),
        "checked_on": law.instrument_of(norm.id).checked_on.isoformat(),
    }


def _history(norm: Norm, shown: Page, speak: Speaker) -> Iterator[str]:
    """Every version of a norm, with what changed from the one before."""
    yield from _title(norm, shown, speak)
    terms: dict[str, str] = {}
    for version in norm.versions:
        yield ""
        yield from wrap(_span(version, speak), shown, 0)
        yield from wrap(_words(version, speak), shown, 2, "“ ")
        now = {name: speak.value(term_text(term)) for name, term in version.terms.items()}
        for name in sorted(now.keys() | terms.keys()):
            before, after = terms.get(name), now.get(name, speak.tell("cite.none"))
            text = after if before is None or before == after else f"{before} → {after}"
            yield from wrap(f"{speak.term(name)}: {text}", shown, 4)
        terms = now
        if version.sources:
            yield from wrap(speak.tell("cite.source", source=", ".join(version.sources)), shown, 2)
        if version.note:
            yield from wrap(speak.tell("cite.note", note=version.note), shown, 2)


def _title(norm: Norm, shown: Page, speak: Speaker) -> Iterator[str]:
    return (shown.paint(line, None, True) for line in wrap(speak.tell("cite", norm=norm.id), shown, 0))


def _span(version: Version, speak: Speaker) -> str:
    """From when until when a version is in force, by which act, and how well its text is known."""
    key = "cite.span" if version.until else "cite.open_span"
    known = speak.tell(f"known.{version.text_known}")
    span = speak.tell(key, since=version.since, until=version.until, known=known)
    return speak.tell("cite.by", span=span, by=version.amended_by) if version.amended_by else span


def _words(version: Version, speak: Speaker) -> str:
    return speak.of(version.says) or speak.tell("cite.repealed")


def _lines(country: Jurisdiction, norm: Norm, told: Mapping[str, Any], shown: Page, speak: Speaker) -> Iterator[str]:
    law, claimed = country.law, told["claimed"]
    if claimed is not None:
        standing, held = speak.tell(f"standing.{claimed['standing']}"), ", ".join(claimed["claimed_by"])
        wrong = speak.tell("cite.claimed", citation=claimed["citation"], standing=standing, held=held)
        yield from wrap(wrong, shown, 0)
        yield from wrap(claimed["note"], shown, 2)
        yield ""
    yield from _title(norm, shown, speak)
    yield from wrap(f"{norm.id}, {speak.of(law.instrument_of(norm.id).title)}", shown, 2)
    nature, kind = speak.tell(f"nature.{norm.nature}"), speak.tell(f"norm.{norm.kind}")
    key = "cite.holder" if norm.holder else "cite.nature"
    yield from wrap(speak.tell(key, nature=nature, kind=kind, holder=norm.holder), shown, 2)
    yield ""
    on = told["on"]
    version = norm.in_force(date.fromisoformat(on)) if on else norm.versions[-1]
    if version is not None:
        yield from wrap(_span(version, speak), shown, 2)
        yield from wrap(_words(version, speak), shown, 2, "“ ")
        for name, term in version.terms.items():
            yield from wrap(f"{speak.term(name)}: {speak.value(term_text(term))}", shown, 4)
        for source in version.sources:
            yield from wrap(speak.tell("cite.source", source=source), shown, 2)
        if version.note:
            yield from wrap(speak.tell("cite.note", note=version.note), shown, 2)
    else:
        spans = "; ".join(
            speak.tell("cite.version" if each.until else "cite.open_version", since=each.since, until=each.until)
            for each in norm.versions
        )
        yield from wrap(speak.tell("cite.not_in_force", day=on, versions=spans), shown, 2)
    for axis in law.axes_on(norm.id):
        yield ""
        yield from wrap(speak.tell("explain.axis", id=axis.id, question=speak.question(axis.name)), shown, 2)
        for answer in axis.answers:
            yield from wrap(answer_line(axis, answer, speak), shown, 4, "- ")
    yield ""
    used = "; ".join(told["used"])
    yield from wrap(
        speak.tell("cite.used", used=used) if used else speak.tell("cite.not_encoded", why=speak.of(norm.not_encoded)),
        shown,
        2,
    )
    also = ", ".join(told["also_claimed_as"])
    if also and claimed is None:
        yield from wrap(speak.tell("cite.also", citations=also), shown, 2)
    yield from wrap(speak.tell("cite.checked", day=told["checked_on"]), shown, 2)
