"""Statute books read from YAML: instruments and readings, every fault with its place."""

import re
from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path

from attrs import evolve

from procedure.errors import LawError
from procedure.law import (
    STANDINGS,
    TEXT_KNOWN,
    UNKNOWN,
    Answer,
    Axis,
    ClaimedCitation,
    Instrument,
    Law,
    Norm,
    Term,
    Version,
)
from procedure.moments import Moment, parse_date, parse_time
from procedure.periods import Period
from procedure.reader import Reader, nearest
from procedure.votes import Share
from procedure.yaml_text import Node, read

NATURES = ("power", "duty", "bar", "requirement", "definition")
LATENESS = ("ends power", "breaches duty", "no stated effect")
BREACHES = ("unlawful", "void")
KINDS = ("law", "delegated", "practice")

_PERIOD = re.compile(r"\d+ (working days?|days?|weeks?|months?|years?|hours?|minutes?)")
_SHARE = re.compile(r"(more than|less than|at least|at most) [\d/%.]+ of .+|majority of .+|\d+(/\d+|%) of .+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?")


def parse_term(text: str, zone: str) -> Term:
    """A term by its form: `98`, `40 days`, `more than 1/2 of statutory seats`, `2023-02-08 18:00`, `07:00`, words, `unknown`."""
    if text == "unknown":
        return UNKNOWN
    if text.isascii() and text.isdigit():
        return int(text)
    if _PERIOD.fullmatch(text):
        return Period.parse(text)
    if _SHARE.fullmatch(text):
        return Share.parse(text)
    if _MOMENT.fullmatch(text):
        return Moment.parse(text, zone)
    if re.fullmatch(r"\d\d:\d\d", text):
        return parse_time(text)
    return text


def term_text(term: Term) -> str:
    """A term as it is written in a law file."""
    if term is UNKNOWN:
        return "unknown"
    if isinstance(term, Moment):
        return term.iso()
    if isinstance(term, time):
        return term.strftime("%H:%M")
    if isinstance(term, tuple):
        return ", ".join(term)
    return str(term)


def load_law(folder: Path, zone: str) -> Law:
    """The law in a folder of YAML files; raises LawError with every fault of every file."""
    reader = Reader()
    instruments: list[Instrument] = []
    axes: dict[str, Axis] = {}
    claimed: dict[str, ClaimedCitation] = {}
    axis_nodes: list[tuple[Node, str]] = []
    for path in sorted(folder.glob("*.yaml")):
        root = read(path)
        if path.stem.startswith("readings"):
            for name, (key, node) in reader.entries(root, "the readings").items():
                axis = _axis(reader, name, node, zone)
                if name in axes:
                    reader.note(key, "PR205", f"the axis '{name}' stands in another file too", "rename one of them")
                axes[name] = axis
                axis_nodes += [(each, each.text or "") for each in _list(node.get("bears on"))]
        else:
            instruments.append(_instrument(reader, root, zone, claimed))
    law = Law(tuple(instruments), axes, claimed)
    for node, norm_id in axis_nodes:
        if norm_id not in law.norms:
            reader.note(node, "PR207", f"no norm '{norm_id}'", nearest(norm_id, law.norms))
    if reader.faults:
        raise LawError(reader.faults)
    return law


def _list(node: Node | None) -> list[Node]:
    return (node.items or []) if node else []


def _instrument(reader: Reader, root: Node, zone: str, claimed: dict[str, ClaimedCitation]) -> Instrument:
    keys = reader.fields(
        root,
        "an instrument",
        ("instrument", "id", "cite as", "checked on", "articles"),
        ("kind", "claimed citations", "note"),
    )
    identity = reader.text(keys.get("id"), "id")
    kind = reader.choice(keys.get("kind"), "kind", KINDS, "law")
    checked = reader.date(keys.get("checked on"), "checked on")
    articles = keys.get("articles")
    norms = [
        _norm(reader, f"{identity}.{article}", article, kind, node, zone)
        for article, (_, node) in (reader.entries(articles, "articles") if articles else {}).items()
    ]
    if "claimed citations" in keys:
        for article, (_, node) in reader.entries(keys["claimed citations"], "claimed citations").items():
            what = reader.fields(node, "a claimed citation", ("means", "claimed by", "standing"), ("note",))
            citation = f"{identity}.{article}"
            claimed[citation] = ClaimedCitation(
                citation,
                reader.text(what.get("means"), "means"),
                reader.texts(what.get("claimed by"), "claimed by"),
                reader.text(what.get("standing"), "standing"),
                reader.text(what.get("note"), "note"),
            )
    return Instrument(
        identity,
        reader.words(keys.get("instrument"), "instrument"),
        reader.text(keys.get("cite as"), "cite as"),
        kind,
        checked or parse_date("1900-01-01"),
        tuple(norms),
    )


def _norm(reader: Reader, norm_id: str, article: str, kind: str, node: Node, zone: str) -> Norm:
    keys = reader.fields(
        node,
        f"norm {norm_id}",
        ("title", "nature", "versions"),
        ("cite", "holder", "lateness", "breach", "basis", "not encoded", "touches", "kind"),
    )
    breach = reader.choice(keys.get("breach"), "breach", BREACHES, "unlawful")
    if breach == "void" and "basis" not in keys:
        reader.note(node, "PR202", f"norm {norm_id} makes acts void without citing a basis", "add `basis:` with the text that says so")
    entries = reader.entries(keys["versions"], "versions") if "versions" in keys else {}
    found = [_version(reader, since, key, value, zone) for since, (key, value) in entries.items()]
    versions = sorted((version for version in found if version), key=lambda version: version.since)
    for earlier, later in zip(versions, versions[1:], strict=False):
        if earlier.until and earlier.until >= later.since:
            reader.note(node, "PR208", f"two versions of {norm_id} are in force on {later.since}", "correct `until:`")
    return Norm(
        norm_id,
        reader.text(keys.get("cite"), "cite") or article,
        reader.languages(keys.get("title"), "title"),
        reader.choice(keys.get("nature"), "nature", NATURES, "requirement"),
        _closed(versions),
        reader.text(keys.get("holder"), "holder"),
        reader.choice(keys.get("lateness"), "lateness", LATENESS, "no stated effect"),
        breach,
        reader.text(keys.get("basis"), "basis"),
        reader.text(keys.get("not encoded"), "not encoded"),
        reader.texts(keys.get("touches"), "touches"),
        reader.choice(keys.get("kind"), "kind", KINDS, kind),
    )


def _closed(versions: list[Version]) -> tuple[Version, ...]:
    """Versions that end where the next begins."""
    closed = [
        version if version.until else evolve(version, until=following.since - timedelta(days=1))
        for version, following in zip(versions, versions[1:], strict=False)
    ]
    return (*closed, *versions[-1:])


def _version(reader: Reader, since: str, key: Node, node: Node, zone: str) -> Version | None:
    day = reader.typed(key, "a version's first day", parse_date, "2007-05-21")
    keys = reader.fields(
        node,
        f"version {since}",
        ("says", "text known"),
        ("until", "terms", "source", "sources", "amended by", "note"),
    )
    sources = (reader.text(keys["source"], "source"),) if "source" in keys else ()
    if day is None:
        return None
    return Version(
        day,
        reader.languages(keys.get("says"), "says"),
        _terms(reader, keys.get("terms"), zone),
        reader.choice(keys.get("text known"), "text known", TEXT_KNOWN, "unverified"),
        sources + reader.texts(keys.get("sources"), "sources"),
        reader.date(keys.get("until"), "until"),
        reader.text(keys.get("amended by"), "amended by"),
        reader.text(keys.get("note"), "note"),
    )


def _terms(reader: Reader, node: Node | None, zone: str) -> Mapping[str, Term]:
    terms: dict[str, Term] = {}
    for name, (_, value) in (reader.entries(node, "terms") if node else {}).items():
        if value.items is not None:
            terms[name] = reader.texts(value, f"term {name}")
        else:
            term = reader.typed(value, f"term {name}", lambda text: parse_term(text, zone), "40 days")
            if term is not None:
                terms[name] = term
    return terms


def _axis(reader: Reader, name: str, node: Node, zone: str) -> Axis:
    keys = reader.fields(node, f"axis {name}", ("question", "bears on", "answers"), ("id", "note"))
    entries = reader.entries(keys["answers"], "answers") if "answers" in keys else {}
    answers = tuple(_answer(reader, each, value, zone) for each, (_, value) in entries.items())
    if sum(answer.working for answer in answers) > 1:
        reader.note(node, "PR205", f"axis {name} has more than one working answer", "keep one `working: true`")
    return Axis(
        name,
        reader.text(keys.get("id"), "id") or name,
        reader.languages(keys.get("question"), "question"),
        reader.texts(keys.get("bears on"), "bears on"),
        answers,
    )


def _answer(reader: Reader, name: str, node: Node, zone: str) -> Answer:
    keys = reader.fields(
        node,
        f"answer {name}",
        ("standing", "held by"),
        ("sets", "says", "since", "working", "excluded by", "note"),
    )
    standing = reader.choice(keys.get("standing"), "standing", STANDINGS, "argued")
    if standing == "excluded" and "excluded by" not in keys:
        reader.note(node, "PR202", f"answer {name} is excluded by nobody", "add `excluded by:` with the text or the ruling")
    return Answer(
        name,
        standing,
        reader.text(keys.get("held by"), "held by"),
        reader.languages(keys.get("says"), "says"),
        _terms(reader, keys.get("sets"), zone),
        reader.date(keys.get("since"), "since"),
        reader.choice(keys.get("working"), "working", ("true", "false"), "false") == "true",
        reader.text(keys.get("excluded by"), "excluded by"),
    )
