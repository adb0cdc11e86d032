"""The acts of a scenario read from YAML: their times, actors, cases, facts and claims."""

import re
from collections.abc import Mapping
from datetime import date

from attrs import define, field

from procedure import claims as rival
from procedure.characters import quoted
from procedure.fact_files import read_fact, read_facts
from procedure.forms.acts import ACT, CLAIM, MOMENTS, RULING, TIMING
from procedure.jurisdiction import ActKind, Actor, Jurisdiction
from procedure.moments import Moment
from procedure.nearest import nearest
from procedure.reader import Reader, plain_moment
from procedure.record import RULINGS, STATUSES, WHEN_KEYS, Act, Claim, Fact, Ruling, Source
from procedure.yaml_text import Node

_CLOCK = re.compile(r"[0-9]{1,2}:.*")
_SOME_DAY = date(2000, 1, 1)


@define
class ActReader:
    """Reads acts against the words of a country; without a country, only what does not need one is checked."""

    reader: Reader
    country: Jurisdiction | None
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    ids: dict[str, Node] = field(factory=dict)
    orders: list[tuple[Node, str, str]] = field(factory=list)

    def acts(self, node: Node | None) -> tuple[Act, ...]:
        """The acts of the log; those with faults too, so that what refers to them is not called unknown."""
        read = [self.act(item) for item in self.reader.items(node, "acts")]
        found = [act for act in read if act]
        if node is not None and node.items == []:
            self.reader.note(node, "PR204", "acts: nothing is written here", "write at least one act")
        for place, id, own in self.orders:
            if id == own:
                self.reader.note(place, "PR206", "here an act names itself", "name the other act")
            elif id not in self.ids:
                help = nearest(id, self.ids) or "name an act of this log"
                self.reader.note(place, "PR207", f"no act has the id {quoted(id)}", help)
        return rival.ordered(found)

    def act(self, node: Node) -> Act | None:
        read = self.reader
        keys = read.form(node, ACT)
        if node.entries is None:
            return None
        name = read.text(keys.get("act"), "act")
        kind = self.kind(keys.get("act"), name)
        id = read.text(keys.get("id"), "id") or name
        self.identify(node, id)
        zone = self.zone(keys.get("zone"))
        when = self.when(node, keys, zone) or Moment.on(_SOME_DAY, zone)
        facts = read_facts(read, keys.get("facts"), kind.facts, f"the act '{name}'", zone) if kind else {}
        act = Act(
            id,
            name,
            when,
            self.who(keys.get("by"), "by"),
            read.words(keys.get("what"), "what"),
            self.case(node, keys.get("case"), name),
            facts,
            self.moments(keys.get("moments"), when, zone),
            (),
            read.choice(keys.get("status"), "status", STATUSES, "attested"),
            self.who(keys.get("found by"), "found by") or "",
            read.text(keys.get("attributed to"), "attributed to"),
            read.text(keys.get("sanction"), "sanction"),
            self.cited(keys.get("sources")),
            read.text(keys.get("note"), "note"),
            node.place,
            self.ruling(keys.get("ruling"), id),
        )
        raw = [self.claim(item, keys, kind, zone, id) for item in read.items(keys.get("claims"), "claims")]
        return rival.axes(act, [each for each in raw if each], self.sources)

    def ruling(self, node: Node | None, own: str) -> Ruling | None:
        """What the act, as a ruling, does to an earlier act of the log."""
        if node is None:
            return None
        read = self.reader
        keys = read.form(node, RULING)
        on = read.text(keys.get("on"), "on")
        if "on" in keys and on:
            self.orders.append((keys["on"], on, own))
        merits = read.choice(keys.get("merits"), "merits", ("yes", "no"), "no") == "yes"
        does = read.choice(keys.get("does"), "does", RULINGS, "dismisses")
        return Ruling(on, does, merits, read.text(keys.get("applicant"), "applicant"))

    def kind(self, node: Node | None, name: str) -> ActKind | None:
        if self.country is None or node is None or not name:
            return None
        known = self.country.vocabulary.acts
        if name not in known:
            message = f"no act {quoted(name)} is known in {self.country.name}"
            self.reader.note(node, "PR207", message, nearest(name, known))
        return known.get(name)

    def identify(self, node: Node, id: str) -> None:
        if id and id in self.ids:
            help = f"the first is in line {self.ids[id].line}; give each an `id:` of its own"
            twice = node.get("id") or node.get("act") or node
            self.reader.note(twice, "PR205", f"two acts have the id {quoted(id)}", help)
        elif id:
            self.ids[id] = node

    # time

    def zone(self, node: Node | None) -> str:
        own = self.country.zone if self.country else "UTC"
        name = self.reader.text(node, "zone") if node else ""
        if not name or node is None:
            return own
        try:
            Moment.on(_SOME_DAY, name)
        except ValueError:
            self.reader.note(
                node, "PR206", f"there is no time zone {quoted(name)}", "write an IANA name, such as Asia/Almaty"
            )
            return own
        return name

    def when(self, node: Node, keys: Mapping[str, Node], zone: str) -> Moment | None:
        """The moment of an act from its date, time and bounds; None, and a fault, where they give none."""
        read = self.reader
        day, clock = read.date(keys.get("date"), "date"), read.time(keys.get("time"), "time")
        low, high = (self.bound(keys.get(key), key, keys, zone) for key in ("not before", "not after"))
        if "time" in keys and "date" not in keys:
            read.note(
                keys["time"], "PR202", "there is a time without a date", "add `date:`, or put the day into the bounds"
            )
        if day is None:
            if not keys.keys() & {"date", "time"} and not {"not before", "not after"} <= keys.keys():
                help = "add `date:`, or both `not before:` and `not after:` with their dates"
                read.note(node, "PR202", "the act has no date", help)
            if low is None or high is None:
                return None
            return self.narrowed(Moment(low.earliest, max(low.earliest, high.latest), zone), low, high, keys)
        try:
            base = Moment.on(day, zone) if clock is None else Moment.at(day, clock, zone)
        except ValueError as error:
            read.note(
                keys.get("time", keys["date"]), "PR206", f"the time of the act: {error}", "correct the time or the zone"
            )
            return None
        return self.narrowed(base, low, high, keys)

    def narrowed(
        self, base: Moment, low: Moment | None, high: Moment | None, keys: Mapping[str, Node]
    ) -> Moment | None:
        """A moment within its bounds; a fault where nothing of it is left."""
        read, help = self.reader, "correct one of the two"
        if low and high and low.earliest > high.latest:
            message = f"not after {keys['not after'].text} contradicts not before {keys['not before'].text}"
        elif low and low.earliest > base.latest:
            read.note(keys["not before"], "PR206", f"not before {keys['not before'].text} is later than the act", help)
            return None
        elif high and high.latest < base.earliest:
            message = f"not after {keys['not after'].text} is earlier than the act"
        else:
            return base.narrowed(not_before=low, not_after=high)
        read.note(keys["not after"], "PR206", message, help)
        return None

    def bound(self, node: Node | None, key: str, keys: Mapping[str, Node], zone: str) -> Moment | None:
        """A bound: a time of the act's day, or a date with or without time."""
        text = (node.text or "").strip() if node else ""
        if node is None or not _CLOCK.fullmatch(text):
            return self.reader.typed(node, key, lambda moment: plain_moment(moment, zone), "2023-03-29 10:50")
        if "date" not in keys:
            self.reader.note(node, "PR202", f"{key} is a time without a date", f"write `{key}: 2023-03-29 {text}`")
            return None
        return self.clock(node, key, Reader().date(keys["date"], "date") or _SOME_DAY, zone)

    def clock(self, node: Node, what: str, day: date, zone: str) -> Moment | None:
        """A time of a day that stands elsewhere."""
        return self.reader.typed(node, what, lambda text: plain_moment(f"{day} {text}", zone), '"10:50"')

    def moments(self, node: Node | None, when: Moment, zone: str) -> Mapping[str, Moment]:
        """The moments of an act other than when it was done; a time alone is of the act's first day."""
        found: dict[str, Moment] = {}
        for name, value in (self.reader.form(node, MOMENTS) if node else {}).items():
            if value.text is not None and _CLOCK.fullmatch(value.text.strip()):
                moment = self.clock(value, name, when.earliest_day, zone)
            else:
                moment = self.reader.typed(value, name, lambda text: plain_moment(text, zone), "2023-01-19 16:04")
            if moment is not None:
                found[name] = moment
        return found

    # who and what

    def who(self, node: Node | None, what: str) -> str | None:
        if node is None:
            return None
        name = self.reader.text(node, what)
        known = {**(self.country.vocabulary.actors if self.country else {}), **self.actors}
        if name and name not in known and self.country:
            near = nearest(name, known)
            help = near if near.startswith("did") else f"{near}; or add the name under the scenario's own `actors:`"
            self.reader.note(node, "PR207", f"{what}: no actor {quoted(name)} is known", help.removeprefix("; or "))
        return name or None

    def case(self, act: Node, node: Node | None, name: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        kinds = [each.per for each in self.country.procedures if each.per] if self.country else []
        for key, (place, value) in (self.reader.entries(node, "case") if node else {}).items():
            if key not in kinds and self.country:
                self.reader.note(place, "PR207", f"no procedure runs for each {quoted(key)}", nearest(key, kinds))
            found[key] = self.reader.text(value, f"case {quoted(key)}")
        knowing = self.country.knowing(name) if self.country else ()
        per = knowing[0].per if knowing else None
        if per and per not in found:
            message = f"'{name}' runs for each {per}, and the act does not say which"
            self.reader.note(node or act, "PR202", message, f"add `case: {{{per}: …}}`")
        return found

    def cited(self, node: Node | None) -> tuple[str, ...]:
        ids: list[str] = []
        for item in self.reader.items(node, "sources"):
            id = self.reader.text(item, "source")
            if id and id not in self.sources:
                help = nearest(id, self.sources) or "add it under `sources:` at the top"
                self.reader.note(item, "PR207", f"no source {quoted(id)} stands under `sources:`", help)
            ids.append(id)
        return tuple(ids)

    # claims

    def claim(
        self, node: Node, base: Mapping[str, Node], kind: ActKind | None, zone: str, own: str
    ) -> rival.RawClaim | None:
        """What some sources say of an act; it keeps the act's date where it does not give another."""
        read = self.reader
        types = kind.facts if kind else {}
        others = types if kind else node.entries or {}
        entries = read.fields(node, CLAIM.what, CLAIM.required, (*CLAIM.optional, *others))
        if node.entries is None:
            return None
        written = {key: rival.told(value.plain()) for key, value in entries.items() if key not in ("sources", "note")}
        if not written:
            read.note(node, "PR204", "the claim says nothing", "add the fact that these sources give")
            return None
        facts: dict[str, Fact] = {}
        for key in written:
            fact = read_fact(read, entries[key], key, types[key], zone) if key in types else None
            if fact is not None:
                facts[key] = fact
        if "by" in entries:
            facts["by"] = self.who(entries["by"], "by") or ""
        if "status" in entries:
            facts["status"] = read.choice(entries["status"], "status", STATUSES, "attested")
        if "sources" in entries and entries["sources"].items == []:
            read.note(entries["sources"], "PR204", "the claim names no source", "name at least one")
        when = self.when(node, _timing(entries, base), zone) if written.keys() & set(WHEN_KEYS) else None
        moments = self.moments(entries.get("moments"), when, zone) if when else {}
        order = self.order(entries.get("order"), own)
        return rival.RawClaim(written, Claim("", facts, self.cited(entries.get("sources")), when, moments, order))

    def order(self, node: Node | None, own: str) -> tuple[str, str] | None:
        if node is None:
            return None
        text = self.reader.text(node, "order")
        way, _, id = text.partition(" ")
        if way not in ("after", "before") or not id.strip():
            if text:
                help = "write it like `after dissolve`, with the id of an act"
                self.reader.note(node, "PR206", f"order: {quoted(text)} does not say after or before which act", help)
            return None
        self.orders.append((node, id.strip(), own))
        return way, id.strip()


def _timing(claim: Mapping[str, Node], act: Mapping[str, Node]) -> dict[str, Node]:
    """The keys of time that hold of a claim: its own, and of the act's what they do not replace."""
    own = {key: claim[key] for key in TIMING if key in claim}
    if not own and "order" not in claim:
        return {key: act[key] for key in TIMING if key in act}
    kept = ("date",) if "date" in act else tuple(TIMING)
    return {key: act[key] for key in kept if key in act and "date" not in own} | own
