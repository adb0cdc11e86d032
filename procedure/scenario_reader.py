"""Scenarios read from YAML, every fault with its place, all in one pass."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from attrs import define

from procedure.act_files import ActReader
from procedure.amend import amended
from procedure.characters import quoted
from procedure.derive import derived
from procedure.errors import FileError, JurisdictionError, Place, ScenarioError
from procedure.fact_files import read_facts
from procedure.forms.scenarios import COMPLETE, EFFECTS, EXPECTATION, KINDS, OUTCOMES, SCENARIO, SOURCE, TOLD
from procedure.jurisdiction import Actor, Jurisdiction
from procedure.lesson_files import LessonReader
from procedure.nearest import nearest
from procedure.reader import Reader
from procedure.record import SOURCE_STANDINGS, Act, Source
from procedure.scenario import Expectation, Scenario, Vary
from procedure.scenario_files import Countries
from procedure.vocabulary_files import actor
from procedure.yaml_text import Examined, Node, examine, examine_file


def read_file(path: Path | str, countries: Countries) -> Scenario:
    """The scenario in a file, read anew; raises FileError or ScenarioError with every fault."""
    return _read(examine_file(path), str(path), countries)


def read_text(text: str, name: str, countries: Countries) -> Scenario:
    """The scenario in a YAML text; raises FileError or ScenarioError with every fault."""
    return _read(examine(text, name), name, countries)


def _read(examined: Examined, name: str, countries: Countries) -> Scenario:
    root, faults = examined
    if root is None:
        raise FileError(faults)
    reader = Reader()
    reader.examined(faults)
    whole, inherited, announced = derived(reader, root, name, countries)
    if whole is None:
        raise ScenarioError(reader.faults)
    root = whole
    keys = reader.form(root, SCENARIO)
    country = _country(reader, keys.get("jurisdiction"), countries)
    pinned: Mapping[str, str] = {}
    named: tuple[tuple[str, Node], ...] = ()
    sources = {
        id: _source(reader, id, node)
        for id, (_, node) in (reader.entries(keys["sources"], "sources") if "sources" in keys else {}).items()
    }
    people = {
        id: actor(reader, id, node)
        for id, (_, node) in (reader.entries(keys["actors"], "actors") if "actors" in keys else {}).items()
    }
    if country and "amend" in keys:
        law = amended(reader, country, keys["amend"], people)
        country, pinned, named = law.country, law.pinned, law.cases
    log = ActReader(reader, country, sources, people)
    acts = log.acts(keys.get("acts"))
    title = reader.words(keys.get("scenario"), "scenario")
    kind = reader.choice(keys.get("kind"), "kind", KINDS, "hypothetical")
    about = reader.text(keys.get("about"), "about")
    until = reader.date(keys.get("until"), "until")
    top = _Top(reader, country, acts, log.ids)
    top.cases_reached(named)
    complete = top.complete(keys.get("complete"))
    readings = {**top.readings(keys.get("readings")), **pinned}
    strict = reader.choice(keys.get("effect"), "effect", EFFECTS) == "strict"
    expect = tuple(top.expectation(node) for node in reader.items(keys.get("expect"), "expect"))
    lesson = LessonReader(reader, country, acts, _known_actors(country, people)).lesson(keys.get("lesson"))
    sweep = tuple(_vary(reader, node) for node in reader.items(keys.get("sweep"), "sweep"))
    if country:
        given = read_facts(reader, keys.get("given"), country.vocabulary.given, "`given:`", country.zone)
    if reader.faults or country is None or until is None:
        raise (FileError if faults else ScenarioError)(reader.faults)
    actors: Mapping[str, Actor] = {**country.vocabulary.actors, **people}
    digest = hashlib.sha256("\n".join([*inherited, *root.source.lines]).rstrip("\n").encode()).hexdigest()
    return Scenario(
        *(title, country, kind, acts, until, about, sources, actors, given, complete, readings, expect, name, digest),
        strict=strict,
        inherited=tuple(_announced(node) for node in announced),
        lesson=lesson,
        sweep=sweep,
    )


def _vary(reader: Reader, node: Node) -> Vary:
    """An axis of a sweep as it is written; it is read when the sweep is made."""
    place = Place(node.source.name, node.line, node.column + node.quoted)
    return Vary(reader.text(node, "sweep"), place, node.source.line(node.line))


def _announced(node: Node) -> Expectation:
    """What a scenario on which this one is based expects, as far as it announces something; it is not checked here."""
    words = {key: (each.text or "").strip() for key in ("because", "act", "is", "lapse") if (each := node.get(key))}
    because, act, outcome, lapse = (words.get(key, "") for key in ("because", "act", "is", "lapse"))
    return Expectation(because, act or None, outcome or None, lapse=lapse or None, place=node.place)


def _known_actors(country: Jurisdiction | None, people: Mapping[str, Actor]) -> frozenset[str]:
    return frozenset({*(country.vocabulary.actors if country else ()), *people})


def _country(reader: Reader, node: Node | None, countries: Countries) -> Jurisdiction | None:
    name = reader.text(node, "jurisdiction")
    if not name or node is None:
        return None
    try:
        return countries(name)
    except JurisdictionError as error:
        message, _, help = str(error).partition("; ")
        reader.note(node, "PR207", message, help or "`procedure list` names the countries on file")
        return None


def _source(reader: Reader, id: str, node: Node) -> Source:
    keys = reader.form(node, SOURCE, f"source {quoted(id)}")
    return Source(
        id,
        reader.words(keys.get("title"), "title"),
        reader.words(keys.get("publisher"), "publisher"),
        reader.choice(keys.get("standing"), "standing", SOURCE_STANDINGS, "tertiary"),
        reader.text(keys.get("url"), "url"),
        reader.text(keys.get("note"), "note"),
    )


@define
class _Top:
    """What a scenario says beside its acts: what it lists in full, the readings it pins, what it expects."""

    reader: Reader
    country: Jurisdiction | None
    acts: tuple[Act, ...]
    ids: Mapping[str, Node]

    def cases_reached(self, named: tuple[tuple[str, Node], ...]) -> None:
        """Whether each case that an amendment names stands in the log."""
        for kind, node in named:
            known = {act.case[kind] for act in self.acts if kind in act.case}
            if (node.text or "").strip() not in known:
                message = f"no act of this log is about the {kind} {quoted(node.text or '')}"
                self.reader.note(node, "PR207", message, nearest(node.text or "", known) or "name one of the log")

    def complete(self, node: Node | None) -> Mapping[str, str]:
        full: dict[str, str] = {}
        for item in self.reader.items(node, "complete"):
            keys = {"act": item}
            if item.entries is not None:
                keys = self.reader.form(item, COMPLETE)
            kind = self.reader.text(keys.get("act"), "act")
            if not kind:
                continue
            if self.country:
                self.known(keys["act"], kind, self.country.vocabulary.acts, "act")
            if kind in full:
                self.reader.note(keys["act"], "PR205", f"{quoted(kind)} stands twice under complete", "keep one")
            full[kind] = self.reader.text(keys.get("because"), "because")
        return full

    def readings(self, node: Node | None) -> Mapping[str, str]:
        pinned: dict[str, str] = {}
        for name, (key, value) in (self.reader.entries(node, "readings") if node else {}).items():
            if self.country and self.known(key, name, self.country.law.axes, "reading axis"):
                answers = [each.name for each in self.country.law.axes[name].answers]
                pinned[name] = self.reader.choice(value, f"the reading {quoted(name)}", answers)
        return pinned

    def known(self, node: Node, name: str, names: Mapping[str, object], what: str) -> bool:
        if name in names or self.country is None:
            return True
        message = f"no {what} {quoted(name)} is known in {self.country.name}"
        self.reader.note(node, "PR207", message, nearest(name, names) or f"{self.country.name} has none")
        return False

    def norm(self, node: Node | None, key: str) -> str | None:
        """A norm by its id or by a citation that some source claims."""
        id = self.reader.text(node, key)
        if node and id and self.country and self.country.law.resolve(id) is None:
            self.known(node, id, self.country.law.norms, "norm")
        return id or None

    def expectation(self, node: Node) -> Expectation:
        read = self.reader
        keys = read.form(node, EXPECTATION)
        if node.entries is not None:
            self.says_something(node, keys)
        return Expectation(
            read.words(keys.get("because"), "because"),
            self.expected_act(keys.get("act"), "lapse" in keys),
            read.choice(keys.get("is"), "is", OUTCOMES) or None,
            self.norm(keys.get("under"), "under"),
            read.choice(keys.get("working"), "working", OUTCOMES) or None,
            read.choice(keys.get("also"), "also", OUTCOMES) or None,
            self.norm(keys.get("lapse"), "lapse"),
            self.state(keys.get("procedure"), keys.get("state")),
            read.text(keys.get("repair"), "repair") or None,
            read.text(keys.get("margin"), "margin") or None,
            read.text(keys.get("case"), "case") or None,
            {"yes": True, "no": False}.get(read.choice(keys.get("shown"), "shown", ("yes", "no"))),
            node.place,
        )

    def says_something(self, node: Node, keys: Mapping[str, Node]) -> None:
        if not keys.keys() & {"act", "lapse", "state"}:
            help = "add `act:` with the id of an act"
            self.reader.note(node, "PR202", "the expectation names no act, lapse or state", help)
        elif not keys.keys() & {"lapse", "state", *TOLD}:
            help = "add `is:` with an outcome"
            self.reader.note(node, "PR202", "the expectation names an act and expects nothing of it", help)
        for key, other in (("state", "procedure"), ("procedure", "state")):
            if key in keys and other not in keys:
                self.reader.note(
                    keys[key], "PR202", f"the expectation has `{key}:` without `{other}:`", f"add `{other}: …`"
                )

    def expected_act(self, node: Node | None, lapse: bool) -> str | None:
        """An act by its id, or by its kind where only one is of that kind; a lapse may name an act that never was."""
        name = self.reader.text(node, "act")
        kinds = Counter(act.kind for act in self.acts)
        if node is None or not name or name in self.ids or kinds[name] == 1:
            return name or None
        if kinds[name] > 1 and not lapse:
            ids = ", ".join(act.id for act in self.acts if act.kind == name)
            self.reader.note(
                node, "PR207", f"{kinds[name]} acts are of the kind {quoted(name)}", f"name one by its id: {ids}"
            )
        elif not lapse:
            help = nearest(name, {*self.ids, *kinds}) or "name an act of this log"
            self.reader.note(node, "PR207", f"no act has the id {quoted(name)}", help)
        elif self.country:
            self.known(node, name, {**self.country.vocabulary.acts, **self.ids}, "act")
        return name

    def state(self, procedure: Node | None, state: Node | None) -> tuple[str, str] | None:
        """A procedure (or `procedure/case`) and its states by name or sentence, `A or B` where forks differ."""
        named, wanted = self.reader.text(procedure, "procedure"), self.reader.text(state, "state")
        if self.country and named and procedure:
            machines = {each.name: each for each in self.country.procedures}
            machine = machines.get(named.partition("/")[0])
            if machine is None:
                self.known(procedure, named, machines, "procedure")
            elif state and wanted:
                states = {name for each in machine.states for name in (each.name, str(each.value))}
                for part in [] if wanted in states else wanted.split(" or "):
                    if part.strip() not in states:
                        message = f"{machine.name} has no state {quoted(part.strip())}"
                        self.reader.note(
                            state, "PR207", message, nearest(part.strip(), [each.name for each in machine.states])
                        )
        return (named, wanted) if named and wanted else None
