"""Scenarios read from YAML, every fault with its place, all in one pass."""

import hashlib
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

from attrs import define, evolve, field

from procedure import claims as rival
from procedure.errors import JurisdictionError, ScenarioError
from procedure.jurisdiction import ActKind, Actor, FactType, Jurisdiction, actor
from procedure.moments import Moment, parse_date, parse_time
from procedure.periods import Period
from procedure.reader import Reader, nearest, whole_number
from procedure.record import SOURCE_STANDINGS, STATUSES, WHEN_KEYS, Act, Claim, Fact, Source
from procedure.scenario import Expectation, Scenario
from procedure.verdict import Outcome
from procedure.yaml_text import Node, decode, parse, read

KINDS = ("history", "hypothetical")
TOP = ("scenario", "jurisdiction", "acts", "until")
TOP_OPTIONAL = ("kind", "about", "sources", "actors", "given", "complete", "readings", "expect")
ACT_OPTIONAL = (
    "id",
    "date",
    "time",
    "zone",
    "not before",
    "not after",
    "by",
    "what",
    "case",
    "facts",
    "moments",
    "claims",
    "status",
    "found by",
    "attributed to",
    "sanction",
    "sources",
    "note",
)
MOMENTS = ("signed", "published", "effective")
EXPECT_OPTIONAL = ("act", "lapse", "state", "is", "under", "working", "also", "repair", "margin", "procedure", "case", "shown")

Countries = Callable[[str], Jurisdiction]


def load_scenario(path: Path | str, countries: Countries | None = None) -> Scenario:
    """The scenario in a file; raises FileError or ScenarioError with every fault."""
    return _load(read(path), str(path), _default(countries))


def scenario_from_text(text: str, name: str = "<text>", countries: Countries | None = None) -> Scenario:
    """The scenario in a YAML text; raises FileError or ScenarioError with every fault."""
    return _load(parse(decode(text.encode(), name), name), name, _default(countries))


def _default(countries: Countries | None) -> Countries:
    if countries is not None:
        return countries
    from procedure.jurisdictions import jurisdiction

    return jurisdiction


def _load(root: Node, name: str, countries: Countries) -> Scenario:
    reader = Reader()
    keys = reader.fields(root, "a scenario", TOP, TOP_OPTIONAL)
    country = _country(reader, keys.get("jurisdiction"), countries)
    if country is None:
        raise ScenarioError(reader.faults)
    loader = _Loader(reader, country)
    scenario = loader.scenario(keys, name)
    if reader.faults:
        raise ScenarioError(reader.faults)
    digest = hashlib.sha256("\n".join(root.source.lines).encode()).hexdigest()
    return evolve(scenario, hash=digest)


def _country(reader: Reader, node: Node | None, countries: Countries) -> Jurisdiction | None:
    name = reader.text(node, "jurisdiction")
    if not name or node is None:
        return None
    try:
        return countries(name)
    except JurisdictionError as error:
        reader.note(node, "PR207", str(error).split("; ")[0], str(error).partition("; ")[2])
        return None


@define
class _Loader:
    reader: Reader
    country: Jurisdiction
    sources: dict[str, Source] = field(factory=dict)
    actors: dict[str, Actor] = field(factory=dict)
    orders: list[tuple[Node, str]] = field(factory=list)

    def scenario(self, keys: Mapping[str, Node], name: str) -> Scenario:
        read = self.reader
        vocabulary = self.country.vocabulary
        for id, (_, node) in (read.entries(keys["sources"], "sources") if "sources" in keys else {}).items():
            self.sources[id] = self.source(id, node)
        for each, (_, node) in (read.entries(keys["actors"], "actors") if "actors" in keys else {}).items():
            self.actors[each] = actor(read, each, node)
        acts = self.acts(keys.get("acts"))
        until = read.date(keys.get("until"), "until") or parse_date("9000-01-01")
        return Scenario(
            read.words(keys.get("scenario"), "scenario"),
            self.country,
            read.choice(keys.get("kind"), "kind", KINDS, "hypothetical"),
            acts,
            until,
            read.text(keys.get("about"), "about"),
            self.sources,
            {**vocabulary.actors, **self.actors},
            self.facts(keys.get("given"), vocabulary.given, "given"),
            self.complete(keys.get("complete")),
            self.readings(keys.get("readings")),
            tuple(self.expectation(node, acts) for node in read.items(keys.get("expect"), "expect")),
            name,
        )

    def source(self, id: str, node: Node) -> Source:
        read = self.reader
        keys = read.fields(node, f"source {id}", ("title", "publisher", "standing"), ("url", "note"))
        return Source(
            id,
            read.text(keys.get("title"), "title"),
            read.text(keys.get("publisher"), "publisher"),
            read.choice(keys.get("standing"), "standing", SOURCE_STANDINGS, "tertiary"),
            read.text(keys.get("url"), "url"),
            read.text(keys.get("note"), "note"),
        )

    def complete(self, node: Node | None) -> Mapping[str, str]:
        full: dict[str, str] = {}
        for item in self.reader.items(node, "complete"):
            keys = self.reader.fields(item, "complete", ("act",), ("because",)) if item.entries is not None else {"act": item}
            kind = self.reader.text(keys.get("act"), "act")
            if kind:
                self.known(keys["act"], kind, self.country.vocabulary.acts, "act")
                full[kind] = self.reader.text(keys.get("because"), "because")
        return full

    def readings(self, node: Node | None) -> Mapping[str, str]:
        pinned: dict[str, str] = {}
        for name, (key, value) in (self.reader.entries(node, "readings") if node else {}).items():
            axis = self.country.law.axes.get(name)
            if axis is None:
                self.reader.note(key, "PR207", f"no reading axis '{name}'", nearest(name, self.country.law.axes))
                continue
            pinned[name] = self.reader.choice(value, f"reading {name}", [each.name for each in axis.answers])
        return pinned

    def known(self, node: Node, name: str, names: Mapping[str, object], what: str) -> bool:
        if name in names:
            return True
        self.reader.note(node, "PR207", f"no {what} '{name}' is known in {self.country.name}", nearest(name, names))
        return False

    # acts

    def acts(self, node: Node | None) -> tuple[Act, ...]:
        found: list[Act] = []
        ids: dict[str, Node] = {}
        for item in self.reader.items(node, "acts"):
            act = self.act(item)
            if act is None:
                continue
            if act.id in ids:
                twice = item.get("id") or item.get("act") or item
                help = f"the first is in line {ids[act.id].line}; give each an `id:`"
                self.reader.note(twice, "PR205", f"two acts have the id '{act.id}'", help)
            ids[act.id] = item
            found.append(act)
        if node is not None and node.items is not None and not node.items:
            self.reader.note(node, "PR204", "acts is empty", "write at least one act")
        for place, id in self.orders:
            if id not in ids:
                self.reader.note(place, "PR207", f"no act has the id '{id}'", nearest(id, ids))
        return tuple(_ordered(found))

    def act(self, node: Node) -> Act | None:
        read = self.reader
        keys = read.fields(node, "an act", ("act",), ACT_OPTIONAL)
        name = read.text(keys.get("act"), "act")
        if not name or not self.known(keys["act"], name, self.country.vocabulary.acts, "act"):
            return None
        kind = self.country.vocabulary.acts[name]
        zone = self.zone(keys.get("zone"))
        when = self.when(node, keys, zone)
        if when is None:
            return None
        act = Act(
            read.text(keys.get("id"), "id") or name,
            name,
            when,
            self.who(keys.get("by"), "by"),
            read.words(keys.get("what"), "what"),
            self.case(node, keys.get("case"), name),
            self.facts(keys.get("facts"), kind.facts, f"act {name}"),
            self.moments(keys.get("moments"), when, zone),
            (),
            read.choice(keys.get("status"), "status", STATUSES, "attested"),
            self.who(keys.get("found by"), "found by") or "",
            read.text(keys.get("attributed to"), "attributed to"),
            read.text(keys.get("sanction"), "sanction"),
            self.cited(keys.get("sources")),
            read.text(keys.get("note"), "note"),
            node.place,
        )
        raw = [self.claim(item, keys, kind, zone) for item in read.items(keys.get("claims"), "claims")]
        return rival.axes(act, [each for each in raw if each], self.sources)

    def zone(self, node: Node | None) -> str:
        name = self.reader.text(node, "zone") if node else self.country.zone
        try:
            Moment.parse("2023-01-01", name)
        except ValueError:
            if node:
                self.reader.note(node, "PR206", f"no time zone '{name}'", "write an IANA name such as Asia/Almaty")
            return self.country.zone
        return name

    def when(self, node: Node, keys: Mapping[str, Node], zone: str) -> Moment | None:
        """The moment of an act from its date, time and bounds."""
        read = self.reader
        day, clock = read.date(keys.get("date"), "date"), read.time(keys.get("time"), "time")
        if day is None and "date" in keys:
            return None
        low, high = (self.bound(keys.get(key), key, keys, zone) for key in ("not before", "not after"))
        try:
            if day is None:
                if low is None or high is None:
                    read.note(node, "PR202", "the act has no date", "add `date:`, or both `not before:` and `not after:` with dates")
                    return None
                return Moment.between(low, high)
            base = Moment.on(day, zone) if clock is None else Moment.at(day, clock, zone)
            return base.narrowed(not_before=low, not_after=high)
        except ValueError as error:
            read.note(keys.get("time") or keys.get("date") or node, "PR206", f"the time of the act: {error}", "correct the bounds")
            return None

    def bound(self, node: Node | None, key: str, keys: Mapping[str, Node], zone: str) -> Moment | None:
        """A bound: a time of the act's day, or a date with or without time."""
        if node is None:
            return None
        text = node.text or ""
        if len(text) == 5 and ":" in text and "date" in keys:
            return self.reader.typed(
                node, key, lambda clock: Moment.at(parse_date(keys["date"].text or ""), parse_time(clock), zone), '"10:50"'
            )
        return self.reader.typed(node, key, lambda moment: Moment.parse(moment, zone), "2023-03-29 10:50")

    def moments(self, node: Node | None, when: Moment, zone: str) -> Mapping[str, Moment]:
        found: dict[str, Moment] = {}
        for name, value in (self.reader.fields(node, "moments", (), MOMENTS) if node else {}).items():
            text = value.text or ""
            prefix = f"{when.earliest_day} " if len(text) == 5 and ":" in text else ""
            moment = self.reader.typed(value, name, lambda given, p=prefix: Moment.parse(p + given, zone), '"16:04"')  # type: ignore[misc]
            if moment is not None:
                found[name] = moment
        return found

    def who(self, node: Node | None, what: str) -> str | None:
        if node is None:
            return None
        name = self.reader.text(node, what)
        known = {**self.country.vocabulary.actors, **self.actors}
        if name and name not in known:
            help = nearest(name, known) or "add the name to the scenario's own `actors:`"
            self.reader.note(node, "PR207", f"{what}: no actor '{name}' is known", help)
        return name or None

    def case(self, act: Node, node: Node | None, name: str) -> Mapping[str, str]:
        kinds = {each.per: each for each in self.country.procedures if each.per}
        found: dict[str, str] = {}
        for key, (place, value) in (self.reader.entries(node, "case") if node else {}).items():
            if key not in kinds:
                self.reader.note(place, "PR207", f"no procedure runs for each '{key}'", nearest(key, [k for k in kinds if k]))
            found[key] = self.reader.text(value, f"case {key}")
        knowing = self.country.knowing(name)
        if knowing and knowing[0].per and knowing[0].per not in found:
            per = knowing[0].per
            self.reader.note(act, "PR202", f"'{name}' runs for each {per}, and the act does not say which", f"add `case: {{{per}: …}}`")
        return found

    def cited(self, node: Node | None) -> tuple[str, ...]:
        ids: list[str] = []
        for item in self.reader.items(node, "sources"):
            id = self.reader.text(item, "source")
            if id and id not in self.sources:
                self.reader.note(item, "PR207", f"no source '{id}' stands under `sources:`", nearest(id, self.sources))
            ids.append(id)
        return tuple(ids)

    def facts(self, node: Node | None, known: Mapping[str, FactType], what: str) -> Mapping[str, Fact]:
        found: dict[str, Fact] = {}
        for name, (key, value) in (self.reader.entries(node, "facts") if node else {}).items():
            if name not in known:
                self.reader.note(key, "PR207", f"no fact '{name}' is known of {what}", nearest(name, known))
                continue
            fact = self.fact(value, name, known[name])
            if fact is not None:
                found[name] = fact
        return found

    def fact(self, node: Node, name: str, kind: FactType) -> Fact | None:
        read, zone = self.reader, self.country.zone
        if kind.name == "one of":
            return read.choice(node, name, kind.words) or None
        if kind.name == "numbers":
            numbers = {key: read.integer(value, f"{name} {key}") for key, (_, value) in read.entries(node, name).items()}
            return {key: number for key, number in numbers.items() if number is not None}
        if kind.name == "list of text":
            return read.texts(node, name)
        if kind.name == "list of integer":
            return tuple(number for item in read.items(node, name) if (number := read.integer(item, name)) is not None)
        if kind.name == "text":
            return read.text(node, name) or None
        convert, example = _CONVERTERS[kind.name]
        return read.typed(node, name, lambda text: convert(text, zone), example)

    def claim(self, node: Node, base: Mapping[str, Node], kind: ActKind, zone: str) -> rival.RawClaim | None:
        read = self.reader
        entries = read.fields(node, "a claim", ("sources",), (*WHEN_KEYS, *kind.facts, "by", "status", "note"))
        written = {key: str(value.plain()) for key, value in entries.items() if key not in ("sources", "note")}
        if not written:
            read.note(node, "PR204", "the claim says nothing", "add the fact that these sources give")
            return None
        facts: dict[str, Fact] = {}
        for key, value in entries.items():
            if key in kind.facts:
                fact = self.fact(value, key, kind.facts[key])
                if fact is not None:
                    facts[key] = fact
        if "by" in entries:
            facts["by"] = self.who(entries["by"], "by") or ""
        if "status" in entries:
            facts["status"] = read.choice(entries["status"], "status", STATUSES, "attested")
        timing = {key: base[key] for key in ("date",) if key in base}
        timing |= {key: base[key] for key in ("time", "not before", "not after") if key in base and not written.keys() & set(WHEN_KEYS)}
        timing |= {key: entries[key] for key in ("date", "time", "not before", "not after") if key in entries}
        when = self.when(node, timing, zone) if written.keys() & set(WHEN_KEYS) else None
        moments = self.moments(entries.get("moments"), when, zone) if when else {}
        claim = Claim("", facts, self.cited(entries.get("sources")), when, moments, self.order(entries.get("order")))
        return rival.RawClaim(written, claim)

    def order(self, node: Node | None) -> tuple[str, str] | None:
        if node is None:
            return None
        way, _, id = self.reader.text(node, "order").partition(" ")
        if way not in ("after", "before") or not id:
            self.reader.note(node, "PR206", f"order cannot be '{node.text}'", "write `after` or `before` and the id of an act")
            return None
        self.orders.append((node, id))
        return way, id

    def expectation(self, node: Node, acts: tuple[Act, ...]) -> Expectation:
        read = self.reader
        keys = read.fields(node, "an expectation", ("because",), EXPECT_OPTIONAL)
        outcomes = [outcome.value for outcome in Outcome]
        if not keys.keys() & {"act", "lapse", "state"}:
            read.note(node, "PR202", "the expectation names no act, lapse or state", "add `act:` with the id of an act")
        if "act" in keys:
            ids = {act.id: None for act in acts} | {act.kind: None for act in acts}
            name = read.text(keys["act"], "act")
            if name and name not in ids:
                read.note(keys["act"], "PR207", f"no act has the id '{name}'", nearest(name, ids))
        for key in ("under", "lapse"):
            if key in keys and self.country.law.resolve(read.text(keys[key], key)) is None:
                id = read.text(keys[key], key)
                read.note(keys[key], "PR207", f"no norm '{id}'", nearest(id, self.country.law.norms))
        state = read.text(keys.get("state"), "state")
        return Expectation(
            read.words(keys.get("because"), "because"),
            read.text(keys.get("act"), "act") or None,
            read.choice(keys.get("is"), "is", outcomes) or None,
            read.text(keys.get("under"), "under") or None,
            read.choice(keys.get("working"), "working", outcomes) or None,
            read.choice(keys.get("also"), "also", outcomes) or None,
            read.text(keys.get("lapse"), "lapse") or None,
            (read.text(keys.get("procedure"), "procedure"), state) if state else None,
            read.text(keys.get("repair"), "repair") or None,
            read.text(keys.get("margin"), "margin") or None,
            read.text(keys.get("case"), "case") or None,
            {"yes": True, "no": False}.get(read.choice(keys.get("shown"), "shown", ("yes", "no"))),
            node.place,
        )


def _yes_no(text: str, _: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"'{text}' is neither yes nor no")
    return text == "yes"


def _share(text: str, _: str) -> Fraction:
    try:
        value = Fraction(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"'{text}' is not a share") from None
    if not 0 <= value <= 1:
        raise ValueError(f"'{text}' is not between nothing and the whole")
    return value


_CONVERTERS: Mapping[str, tuple[Callable[[str, str], Fact], str]] = {
    "integer": (lambda text, _: whole_number(text), "98"),
    "share": (_share, "54.21%"),
    "date": (lambda text, _: parse_date(text), "2023-03-19"),
    "time": (lambda text, _: parse_time(text), '"18:00"'),
    "moment": (lambda text, zone: Moment.parse(text, zone), "2023-03-29 10:00"),
    "period": (lambda text, _: Period.parse(text), "20 minutes"),
    "yes/no": (_yes_no, "yes"),
}


def _ordered(acts: list[Act]) -> list[Act]:
    """Acts whose claims of order also narrow the time at which they may have been done."""
    by_id = {act.id: act for act in acts}

    def timed(claim: Claim) -> Claim:
        other = by_id.get(claim.order[1]) if claim.order else None
        if other is None or claim.when is None or claim.order is None:
            return claim
        try:
            if claim.order[0] == "after":
                return evolve(claim, when=claim.when.narrowed(not_before=other.when))
            return evolve(claim, when=claim.when.narrowed(not_after=other.when))
        except ValueError:
            return claim

    return [
        evolve(act, claims=tuple(evolve(axis, claims=tuple(timed(each) for each in axis.claims)) for axis in act.claims))
        for act in acts
    ]
