"""`procedure cite`."""

from datetime import date

import click

from procedure.cli.common import Day, format_option, page
from procedure.errors import ProcedureError
from procedure.jurisdiction import Jurisdiction
from procedure.jurisdictions import jurisdiction
from procedure.law import Norm
from procedure.law_files import term_text
from procedure.reader import nearest
from procedure.render.json_form import dumps
from procedure.render.page import Page, wrap

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
    shown = page(place)
    click.echo("\n".join(_history(place, found, shown) if history else _lines(told, shown)))
    return 0


def _find(country: Jurisdiction, name: str) -> tuple[Norm, str]:
    """The norm that a name means, and the claimed citation by which it was found."""
    law = country.law
    names = [name, f"{country.name}.{name}", *(f"{each.id}.{name}" for each in law.instruments)]
    for each in names:
        if each in law.norms:
            return law.norms[each], ""
        if each in law.claimed:
            return law.norms[law.claimed[each].means], each
    known = dict.fromkeys(law.norms) | {id.removeprefix(f"{country.name}.").partition(".")[2]: None for id in law.norms}
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
        "instrument": law.instrument_of(norm.id).title,
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
                        "held_by": each.held_by,
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
        "not_encoded": norm.not_encoded,
        "checked_on": law.instrument_of(norm.id).checked_on.isoformat(),
    }


def _history(country: Jurisdiction, norm: Norm, shown: Page) -> list[str]:
    """Every version of a norm, with what changed from the one before."""
    lines = wrap(shown.paint(f"{country.law.cite(norm.id)} — {norm.title.get('en', '')}", None, True), shown, 0)
    terms: dict[str, str] = {}
    for version in norm.versions:
        by = f", by {version.amended_by}" if version.amended_by else ""
        until = f"to {version.until}" if version.until else "until further notice"
        lines += ["", *wrap(f"{version.since} {until}{by}; text {version.text_known}", shown, 0)]
        lines += wrap(version.says.get("en", "no words: repealed"), shown, 2, "“ ")
        now = {name: term_text(term) for name, term in version.terms.items()}
        for name in sorted(now.keys() | terms.keys()):
            before, after = terms.get(name), now.get(name, "none")
            text = after if before is None or before == after else f"{before} → {after}"
            lines += wrap(f"{name}: {text}".replace("_", " "), shown, 4)
        terms = now
        lines += wrap(f"source: {', '.join(version.sources)}", shown, 2) if version.sources else []
        lines += wrap(f"note: {version.note}", shown, 2) if version.note else []
    return lines


def _lines(told: dict[str, object], shown: Page) -> list[str]:
    text = {name: value for name, value in told.items() if isinstance(value, str)}
    lines: list[str] = []
    claimed = told["claimed"]
    if isinstance(claimed, dict):
        held = ", ".join(claimed["claimed_by"])
        lines += wrap(
            f"{claimed['citation']} is a claimed citation ({claimed['standing']}; claimed by {held}). It means:",
            shown,
            0,
        )
        lines += wrap(str(claimed["note"]), shown, 2)
        lines.append("")
    lines += wrap(shown.paint(f"{text['cite']} — {text['title']}", None, True), shown, 0)
    lines += wrap(f"{text['norm']}, {text['instrument']}", shown, 2)
    lines += wrap(
        f"{text['nature']}, {text['kind']}" + (f"; holder: {text['holder']}" if text["holder"] else ""), shown, 2
    )
    version = told["version"]
    if isinstance(version, dict):
        span = f"in force from {version['since']}" + (f" to {version['until']}" if version["until"] else "")
        by = f", by {version['amended_by']}" if version["amended_by"] else ""
        lines += ["", *wrap(f"{span}{by}; text {version['text_known']}", shown, 2)]
        lines += wrap(str(version["says"].get("en", "no words: repealed")), shown, 2, "“ ")
        for name, term in version["terms"].items():
            lines += wrap(f"{name}: {term}", shown, 4)
        for source in version["sources"]:
            lines += wrap(f"source: {source}", shown, 2)
        if version["note"]:
            lines += wrap(f"note: {version['note']}", shown, 2)
    else:
        versions = told["versions"]
        assert isinstance(versions, list)
        lines += wrap(f"not in force on {text['on']}; versions: {'; '.join(versions)}", shown, 2)
    readings = told["readings"]
    assert isinstance(readings, list)
    for axis in readings:
        lines += ["", *wrap(f"{axis['id']} {axis['question']}", shown, 2)]
        for answer in axis["answers"]:
            working = "working reading, " if answer["working"] else ""
            lines += wrap(
                f"{answer['name']}: {answer['says']} ({working}{answer['standing']}; held by {answer['held_by']})",
                shown,
                4,
                "- ",
            )
    used, also = told["used"], told["also_claimed_as"]
    assert isinstance(used, list) and isinstance(also, list)
    lines += ["", *wrap("used in " + "; ".join(used) if used else f"not encoded: {text['not_encoded']}", shown, 2)]
    if also and not claimed:
        lines += wrap(f"also cited, not rightly, as {', '.join(also)}", shown, 2)
    lines += wrap(f"the instrument was last checked on {text['checked_on']}", shown, 2)
    return lines
