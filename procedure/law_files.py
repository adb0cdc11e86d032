"""Statute books read from YAML: instruments and readings, every fault of every file with its place."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from attrs import define, evolve, field

from procedure.characters import quoted
from procedure.errors import Diagnostic, LawError, Place
from procedure.forms.law import (
    BREACHES,
    CITATION,
    INSTRUMENT,
    KINDS,
    LATENESS,
    NATURES,
    NORM,
    REPEAL,
    VERSION,
)
from procedure.law import RUNNING, TEXT_KNOWN, Axis, ClaimedCitation, Instrument, Law, Norm, Version, in_language
from procedure.nearest import nearest
from procedure.reader import Reader, plain_date
from procedure.reading_files import read_axis
from procedure.term_files import read_terms
from procedure.yaml_text import Node, examine_file

LONG_AGO = date(1900, 1, 1)


def read_law(folder: Path, zone: str) -> Law:
    """The law in a folder of YAML files, read anew; raises LawError with every fault of every file."""
    book = _Book(Reader(), zone)
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        help = "put at least one instrument there, such as constitution.yaml"
        book.reader.faults.append(Diagnostic(Place(str(folder)), "PR101", "no law is in this folder", help))
    for path in paths:
        root, faults = examine_file(path)
        book.reader.examined(faults)
        book.whole = book.whole and not faults
        if root is None:
            continue
        if path.stem.startswith("readings"):
            book.readings(root)
        else:
            book.instrument(root)
    law = Law(tuple(book.instruments.values()), book.axes, book.claimed)
    for node in book.named if book.whole else ():
        if node.text is not None and node.text.strip() and node.text.strip() not in law.norms:
            help = nearest(node.text, law.norms) or "no norm is on file"
            book.reader.note(node, "PR207", f"there is no norm {quoted(node.text)}", help)
    if book.reader.faults:
        raise LawError(book.reader.faults)
    return law


@define
class _Book:
    """The statute book as it is read: `named` are places that name a norm, `whole` is whether all files were read."""

    reader: Reader
    zone: str
    instruments: dict[str, Instrument] = field(factory=dict)
    axes: dict[str, Axis] = field(factory=dict)
    claimed: dict[str, ClaimedCitation] = field(factory=dict)
    named: list[Node] = field(factory=list)
    whole: bool = True

    def readings(self, root: Node) -> None:
        """The open questions of one file."""
        for name, (key, node) in self.reader.entries(root, "the readings").items():
            if name in self.axes:
                self.reader.note(
                    key, "PR205", f"the axis {quoted(name)} stands in another file too", "rename one of them"
                )
            self.axes[name] = read_axis(self.reader, name, node, self.zone)
            bears = node.get("bears on")
            self.named += (bears.items or []) if bears else []

    def instrument(self, root: Node) -> None:
        """One instrument with its norms."""
        read = self.reader
        keys = read.form(root, INSTRUMENT)
        identity = read.text(keys.get("id"), "id")
        kind = read.choice(keys.get("kind"), "kind", KINDS, "law")
        if identity in self.instruments and identity:
            title = in_language(self.instruments[identity].title)
            other = f"'{title}' has it already; give each instrument its own"
            read.note(keys["id"], "PR205", f"two instruments have the id {quoted(identity)}", other)
        articles = read.entries(keys["articles"], "articles") if "articles" in keys else {}
        if "articles" in keys and keys["articles"].entries == {}:
            read.note(keys["articles"], "PR204", "the instrument has no articles", "write at least one norm")
        norms = tuple(self.norm(f"{identity}.{name}", name, kind, node) for name, (_, node) in articles.items())
        cited = keys.get("claimed citations")
        for article, (_, node) in (read.entries(cited, "claimed citations") if cited else {}).items():
            self.citation(f"{identity}.{article}", node)
        self.instruments[identity] = Instrument(
            identity,
            read.languages(keys.get("instrument"), "instrument"),
            read.languages(keys.get("cite as"), "cite as", numbers=True),
            kind,
            read.date(keys.get("checked on"), "checked on") or LONG_AGO,
            norms,
        )

    def citation(self, cited: str, node: Node) -> None:
        """A citation that some source makes wrongly."""
        read = self.reader
        keys = read.form(node, CITATION)
        self.named += [keys["means"]] if "means" in keys else []
        self.claimed[cited] = ClaimedCitation(
            cited,
            read.text(keys.get("means"), "means"),
            read.texts(keys.get("claimed by"), "claimed by"),
            read.words(keys.get("standing"), "standing"),
            read.text(keys.get("note"), "note"),
        )

    def norm(self, id: str, article: str, kind: str, node: Node) -> Norm:
        """One norm with its versions."""
        read = self.reader
        keys = read.form(node, NORM, f"norm {quoted(id)}")
        breach = read.choice(keys.get("breach"), "breach", BREACHES, "unlawful")
        if breach == "void" and "basis" not in keys:
            help = "add `basis:` with the text that says so"
            read.note(keys["breach"], "PR202", f"norm {quoted(id)} makes acts void without citing a basis", help)
        return Norm(
            id,
            read.languages(keys.get("cite"), "cite", numbers=True) or article,
            read.languages(keys.get("title"), "title"),
            read.choice(keys.get("nature"), "nature", NATURES, "requirement"),
            self.versions(id, keys.get("versions")),
            read.text(keys.get("holder"), "holder"),
            read.choice(keys.get("lateness"), "lateness", LATENESS, "no stated effect"),
            breach,
            read.text(keys.get("basis"), "basis"),
            read.languages(keys.get("not encoded"), "not encoded"),
            read.texts(keys.get("touches"), "touches"),
            read.choice(keys.get("kind"), "kind", KINDS, kind),
        )

    def versions(self, id: str, node: Node | None) -> tuple[Version, ...]:
        """The versions of a norm, oldest first, each ending where the next begins unless it says when it ended."""
        read = self.reader
        found: list[tuple[Version, Node]] = []
        for since, (key, value) in (read.entries(node, "versions") if node else {}).items():
            version = self.version(since, key, value)
            if version:
                found.append((version, value.get("until") or key))
        if node is not None and node.entries == {}:
            read.note(
                node, "PR204", f"norm {quoted(id)} has no versions", "write its first day in force and what it says"
            )
        found.sort(key=lambda each: each[0].since)
        for (earlier, until), (later, _) in pairwise(found):
            if earlier.until and earlier.until >= later.since:
                message = f"two versions of norm {quoted(id)} are in force on {later.since}"
                read.note(until, "PR208", message, f"end this one on {later.since - timedelta(days=1)} or earlier")
        closed = [
            one if one.until else evolve(one, until=following.since - timedelta(days=1))
            for (one, _), (following, _) in pairwise(found)
        ]
        return (*closed, *(version for version, _ in found[-1:]))

    def version(self, since: str, key: Node, node: Node) -> Version | None:
        """What a norm says from one day on; None where that day cannot be read."""
        read = self.reader
        day = read.typed(key, "the first day of a version", plain_date, "2007-05-21")
        ended = read.flag(node.get("repealed"), "repealed")
        keys = read.form(node, REPEAL if ended else VERSION, f"the version of {since}")
        until = read.date(keys.get("until"), "until")
        if day and until and until < day:
            read.note(
                keys["until"], "PR208", f"until {until} lies before the first day, {day}", "correct one of the two"
            )
        version = Version(
            day or LONG_AGO,
            read.languages(keys.get("says"), "says"),
            read_terms(read, keys.get("terms"), "terms", self.zone),
            read.choice(keys.get("text known"), "text known", TEXT_KNOWN, "unverified"),
            (
                *([read.text(keys["source"], "source")] if "source" in keys else []),
                *read.texts(keys.get("sources"), "sources"),
            ),
            until,
            read.text(keys.get("amended by"), "amended by"),
            read.text(keys.get("note"), "note"),
            read.choice(keys.get("running cases"), "running cases", RUNNING, "follow"),
        )
        return version if day else None
