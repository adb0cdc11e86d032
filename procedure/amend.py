"""The law changed for one scenario only: terms set, norms suspended, repealed and adopted, readings pinned.

The law on file is never touched: a new statute book is built, and a new country around it.
"""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta

from attrs import define, evolve, field

from procedure.adopted import rule_of, sound
from procedure.characters import quoted
from procedure.jurisdiction import Jurisdiction
from procedure.law import UNKNOWN, Instrument, Law, Norm, Term, Version
from procedure.machine import Guard, NormRef, Procedure
from procedure.moments import Moment
from procedure.periods import Period
from procedure.reader import Reader, nearest
from procedure.term_files import COUNTING_WORDS, parse_term, term_text
from procedure.votes import Share
from procedure.yaml_text import Node

VERBS = ("term", "suspend", "repeal", "reading", "adopt")
OWN = "x"
TOLD = "changed by this scenario"

_KINDS: Mapping[type, str] = {
    int: "a whole number",
    Period: "a period",
    Share: "a share",
    Moment: "a date",
    time: "a time of day",
    str: "a word",
    tuple: "a list of words",
}


def amended(reader: Reader, country: Jurisdiction, node: Node) -> tuple[Jurisdiction, Mapping[str, str]]:
    """The country under the amended law, and the readings that are pinned."""
    book = _Book(reader, country, dict(country.law.norms), {each.name: each for each in country.procedures})
    for item in reader.items(node, "amend"):
        book.amend(item)
    return book.country_amended(), book.pinned


@define
class _Book:
    """A statute book that is being amended, with the procedures that its norms bear on."""

    reader: Reader
    country: Jurisdiction
    norms: dict[str, Norm]
    procedures: dict[str, Procedure]
    pinned: dict[str, str] = field(factory=dict)

    def amend(self, item: Node) -> None:
        entries = self.reader.entries(item, "an amendment")
        if item.entries is None:
            return
        verbs = [verb for verb in VERBS if verb in entries]
        if len(verbs) == 1:
            {
                "term": self._term,
                "suspend": self._lift,
                "repeal": self._lift,
                "reading": self._pin,
                "adopt": self._adopt,
            }[verbs[0]](item)
        elif verbs:
            message = f"the amendment does two things in one: {', '.join(verbs)}"
            self.reader.note(item, "PR205", message, "write an amendment for each")
        else:
            help = (
                "write `norm:` with `term:` and `value:`, `suspend: yes` or `repeal: yes`; or `reading:`; or `adopt:`"
            )
            self.reader.note(item, "PR202", "the amendment says nothing that it changes", help)

    def country_amended(self) -> Jurisdiction:
        """The country under the new law; what was changed and changed back is as it was."""
        law, on_file = self.country.law, self.country.law.norms
        self.norms = {id: _restored(norm, on_file.get(id)) for id, norm in self.norms.items()}
        instruments = [
            evolve(each, norms=tuple(self.norms[norm.id] for norm in each.norms)) for each in law.instruments
        ]
        own = tuple(norm for id, norm in self.norms.items() if id not in on_file)
        if own:
            checked = max(each.checked_on for each in law.instruments)
            instruments.append(Instrument(OWN, "What this scenario adopts", "Amendment", "law", checked, own))
        new = Law(tuple(instruments), law.axes, law.claimed)
        return evolve(
            self.country, procedures=tuple(self.procedures.values()), statutes=new, lexicon=self.country.vocabulary
        )

    # reading

    def _norm(self, node: Node | None) -> Norm | None:
        id = self.reader.text(node, "norm")
        if node is None or not id:
            return None
        found = self.norms.get(id)
        if found is None and (claimed := self.country.law.resolve(id)):
            found = self.norms[claimed.id]
        if found is None:
            self.reader.note(node, "PR207", f"no norm {quoted(id)} is known", nearest(id, self.norms))
        return found

    def _days(self, keys: Mapping[str, Node]) -> tuple[date | None, date | None]:
        since, until = (self.reader.date(keys.get(key), key) for key in ("from", "until"))
        if since and until and until < since:
            self.reader.note(keys["until"], "PR206", "the amendment ends before it begins", "correct one of the two")
        return since, until

    def _put(
        self, norm: Norm, keys: Mapping[str, Node], change: Callable[[Version], Version], of: Callable[[Version], bool]
    ) -> None:
        """A norm whose versions that are meant are changed in the days of the amendment."""
        since, until = self._days(keys)
        versions = tuple(part for each in norm.versions for part in _parts(each, since, until, change, of))
        if versions == norm.versions:
            message = f"{norm.id} has no such text in force in these days: nothing would change"
            self.reader.note(keys.get("from") or keys["norm"], "PR208", message, "correct `from:` or `until:`")
        self.norms[norm.id] = evolve(norm, versions=versions)

    def _term(self, item: Node) -> None:
        keys = self.reader.fields(item, "an amendment of a term", ("norm", "term", "value"), ("from", "until"))
        norm, name = self._norm(keys.get("norm")), self.reader.text(keys.get("term"), "term")
        if norm is None or not name or "value" not in keys:
            return
        known = {term for version in norm.versions for term in version.terms}
        axes = [axis.name for axis in self.country.law.axes_on(norm.id) if name in axis.parameters]
        if axes:
            message = f"the term {quoted(name)} of {norm.id} is what the readings of {quoted(axes[0])} differ about"
            help = f"pin an answer instead: {{reading: {axes[0]}, pin: …}}"
            self.reader.note(keys["term"], "PR206", message, help)
        elif name not in known:
            help = nearest(name, known) or "it has none: adopt a norm of your own instead"
            self.reader.note(keys["term"], "PR207", f"{norm.id} has no term {quoted(name)}", help)
        else:
            self._set(norm, name, keys)

    def _set(self, norm: Norm, name: str, keys: Mapping[str, Node]) -> None:
        node = keys["value"]
        value: Term | None
        if node.items is not None:
            value = self.reader.texts(node, "value")
        else:
            value = self.reader.typed(node, "value", lambda text: parse_term(text, self.country.zone), "45 days")
        if (
            value is None
            or not self._fits(norm, name, value, node)
            or not sound(self.reader, node, self.country, value)
        ):
            return
        new = value

        def change(version: Version) -> Version:
            note = f"{TOLD}: {name} is {term_text(new)}"
            return evolve(version, terms={**version.terms, name: new}, amended_by=TOLD, note=note)

        self._put(norm, keys, change, lambda version: name in version.terms)

    def _fits(self, norm: Norm, name: str, value: Term, node: Node) -> bool:
        """Whether a value is of the type of the term, and a word one that the law knows."""
        old = [each.terms[name] for each in norm.versions if each.terms.get(name, UNKNOWN) is not UNKNOWN]
        if value is UNKNOWN or not old:
            return True
        if type(value) not in {type(each) for each in old}:
            was, now = (_KINDS.get(type(each), "a word") for each in (old[-1], value))
            message = f"{quoted(name)} is {was} ({term_text(old[-1])}), and this is {now}"
            self.reader.note(node, "PR206", message, f"write {was}")
            return False
        if not isinstance(value, str):
            return True
        facts = [kind.facts[name] for kind in self.country.vocabulary.acts.values() if name in kind.facts]
        used = [version.terms.get(name) for each in self.norms.values() for version in each.versions]
        words = COUNTING_WORDS.get(name) or {
            *(word for fact in facts for word in fact.words),
            *(word for word in used if isinstance(word, str)),
        }
        if value not in words:
            self.reader.note(node, "PR205", f"{name}: {quoted(value)} cannot stand here", nearest(value, words))
        return value in words

    def _lift(self, item: Node) -> None:
        """Suspend a norm for a time, or repeal it."""
        verb = "suspend" if item.get("suspend") else "repeal"
        until = ("until",) if verb == "suspend" else ()
        keys = self.reader.fields(item, f"an amendment that would {verb}", ("norm", verb), ("from", *until))
        norm = self._norm(keys.get("norm"))
        self.reader.choice(keys.get(verb), verb, ("yes",))
        if norm is not None and "norm" in keys:
            self._put(
                norm,
                keys,
                lambda version: evolve(version, says={}, terms={}, amended_by=TOLD, note=f"{TOLD}: {verb}"),
                lambda version: bool(version.says),
            )

    def _pin(self, item: Node) -> None:
        keys = self.reader.fields(item, "a reading that is pinned", ("reading", "pin"))
        name, axes = self.reader.text(keys.get("reading"), "reading"), self.country.law.axes
        if name and name not in axes:
            self.reader.note(keys["reading"], "PR207", f"no reading axis {quoted(name)} is known", nearest(name, axes))
        elif name and "pin" in keys:
            if name in self.pinned:
                self.reader.note(keys["reading"], "PR205", f"{quoted(name)} is pinned twice", "keep one")
            answers = [answer.name for answer in axes[name].answers]
            answer = self.reader.choice(keys["pin"], f"the reading {quoted(name)}", answers)
            self.pinned |= {name: answer} if answer else {}

    def _adopt(self, item: Node) -> None:
        """A norm of the scenario's own, heard with every step that the act takes where it is placed."""
        required, optional = ("adopt", "on", "rule", "says"), ("with", "from", "until")
        keys = self.reader.fields(item, "a norm that is adopted", required, optional)
        id, act = self.reader.text(keys.get("adopt"), "adopt"), self.reader.text(keys.get("on"), "on")
        says = self.reader.languages(keys.get("says"), "says")
        since, until = self._days(keys)
        if id and not (id.startswith(f"{OWN}.") and len(id) > len(OWN) + 1):
            message = f"{quoted(id)} is no name for a norm of the scenario's own"
            self.reader.note(keys["adopt"], "PR206", message, f"write {OWN}.1, {OWN}.2 and so on")
        elif id in self.norms:
            self.reader.note(keys["adopt"], "PR205", f"{quoted(id)} is adopted twice", "give each a name of its own")
        kind = self.country.vocabulary.acts.get(act)
        knowing = self.country.knowing(act)
        if act and kind is None:
            message = f"no act {quoted(act)} is known in {self.country.name}"
            self.reader.note(keys["on"], "PR207", message, nearest(act, self.country.vocabulary.acts))
        elif act and not knowing:
            message = f"no procedure hears the act {quoted(act)}, so no norm can bear on it"
            self.reader.note(keys["on"], "PR206", message, "adopt it on an act that a procedure hears")
        made = rule_of(self.reader, self.country, kind, keys, item) if kind else None
        if made is None or not knowing or not id or id in self.norms or not says:
            return
        rule, terms = made
        oldest = min(version.since for norm in self.country.law.norms.values() for version in norm.versions)
        version = Version(since or oldest, says, terms, "verified", (), until, TOLD, TOLD)
        self.norms[id] = Norm(id, id.removeprefix(f"{OWN}."), says, "requirement", (version,))
        machine, guard = self.procedures[knowing[0].name], Guard(NormRef(id), (rule,))
        steps = [evolve(row, guards=(*row.guards, guard)) if row.act == act else row for row in machine.steps]
        self.procedures[machine.name] = evolve(machine, steps=steps)


def _parts(
    version: Version,
    since: date | None,
    until: date | None,
    change: Callable[[Version], Version],
    of: Callable[[Version], bool],
) -> list[Version]:
    """A version cut where an amendment begins and ends, changed between."""
    first = max(version.since, since or version.since)
    last = min((day for day in (version.until, until) if day), default=None)
    if not of(version) or (last is not None and first > last) or (version.until and first > version.until):
        return [version]
    parts = [change(evolve(version, since=first, until=last))]
    if version.since < first:
        parts.insert(0, evolve(version, until=first - timedelta(days=1)))
    if last is not None and last != version.until:
        parts.append(evolve(version, since=last + timedelta(days=1)))
    return parts


def _restored(norm: Norm, on_file: Norm | None) -> Norm:
    """The norm on file where every part of it says again what it said on file."""

    def same(part: Version) -> bool:
        old = next((each for each in on_file.versions if each.covers(part.since)), None) if on_file else None
        bare = (part.says, part.terms, part.text_known, part.sources)
        return old is not None and bare == (old.says, old.terms, old.text_known, old.sources)

    if on_file and all(same(part) for part in norm.versions):
        return on_file
    return evolve(norm, versions=tuple(_marked(part, on_file) for part in norm.versions))


def _marked(part: Version, on_file: Norm | None) -> Version:
    """A version whose words say which terms are not those on file."""
    old = next((each for each in on_file.versions if each.covers(part.since)), None) if on_file else None
    new = [f"{name}: {term_text(term)}" for name, term in part.terms.items() if old and old.terms.get(name) != term]
    mark = f" [{'; '.join(new)}]" if new else ""
    return evolve(part, says={language: words + mark for language, words in part.says.items()})
