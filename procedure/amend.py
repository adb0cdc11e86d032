"""The law changed for one scenario only: terms set, norms suspended, repealed and adopted, readings pinned.

The law on file is never touched: a new statute book is built, and a new country around it.
"""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import time

from attrs import define, evolve, field, frozen

from procedure.adopted import rule_of, sound
from procedure.amendment_scope import Scopes
from procedure.characters import quoted
from procedure.forms.amendments import ADOPT, AMENDMENTS, INTRODUCE, OWN, PIN, REPEAL, RESTORE, SET_TERM, SUSPEND
from procedure.jurisdiction import Jurisdiction, Vocabulary
from procedure.law import UNKNOWN, Instrument, Law, Norm, Term, Version, term_text
from procedure.machine import Guard, NormRef
from procedure.moments import Moment
from procedure.nearest import nearest
from procedure.periods import Period
from procedure.reader import Reader
from procedure.steps_amended import TOLD, Shapes, dated
from procedure.term_files import COUNTING_WORDS, parse_term
from procedure.texts_amended import Change, on_file, parts, restored, wordless
from procedure.vocabulary_files import act_kind
from procedure.votes import Share
from procedure.yaml_text import Node

_KINDS: Mapping[type, str] = {
    int: "a whole number",
    Period: "a period",
    Share: "a share",
    Moment: "a date",
    time: "a time of day",
    str: "a word",
    tuple: "a list of words",
}


@frozen
class Amended:
    """A country under the amended law, the readings that are pinned, and the cases that amendments name, by kind."""

    country: Jurisdiction
    pinned: Mapping[str, str]
    cases: tuple[tuple[str, Node], ...]


def amended(reader: Reader, country: Jurisdiction, node: Node, people: Collection[str]) -> Amended:
    """What the amendments of a scenario, with actors of its own, make of a country; what is wrong is noted."""
    scopes, norms = Scopes(reader, country), dict(country.law.norms)
    book = _Book(reader, country, norms, scopes, Shapes(reader, country, norms, scopes), people)
    for item in reader.items(node, "amend"):
        book.amend(item)
    return Amended(book.country_amended(), book.pinned, tuple(scopes.named))


@define
class _Book:
    """A statute book that is being amended, with the procedures that its norms bear on."""

    reader: Reader
    country: Jurisdiction
    norms: dict[str, Norm]
    scopes: Scopes
    shapes: Shapes
    people: Collection[str]
    pinned: dict[str, str] = field(factory=dict)
    adopted: dict[str, Norm] = field(factory=dict)
    guards: dict[str, tuple[str, Guard]] = field(factory=dict)

    def amend(self, item: Node) -> None:
        entries = self.reader.entries(item, "an amendment")
        if item.entries is None:
            return
        verbs = [verb for verb in AMENDMENTS if verb in entries]
        if len(verbs) == 1:
            {
                "term": self._term,
                "suspend": self._lift,
                "repeal": self._lift,
                "restore": self._restore,
                "reading": self._pin,
                "adopt": self._adopt,
                "introduce": self._introduce,
                "step": self.shapes.step,
                "drop": self.shapes.drop,
            }[verbs[0]](item)
        elif verbs:
            message = f"the amendment does two things in one: {', '.join(verbs)}"
            self.reader.note(item, "PR205", message, "write an amendment for each")
        else:
            help = (
                "write `norm:` with `term:` and `value:`, `suspend: yes`, `repeal: yes` or `restore: yes`; `reading:`; "
                "`adopt:`; `introduce:`; or `procedure:` with `step:` or `drop:`"
            )
            self.reader.note(item, "PR202", "the amendment says nothing that it changes", help)

    def country_amended(self) -> Jurisdiction:
        """The country under the new law; what was changed and changed back is as it was."""
        law, on_file = self.country.law, self.country.law.norms
        self.shapes.check()
        procedures = self.shapes.guarded(
            each for id, each in self.guards.items() if id in self.norms and not wordless(self.norms[id])
        )
        self.norms = {
            id: restored(norm, on_file.get(id))
            for id, norm in self.norms.items()
            if id not in self.guards or not wordless(norm)
        }
        instruments = [
            evolve(each, norms=tuple(self.norms[norm.id] for norm in each.norms)) for each in law.instruments
        ]
        own = tuple(norm for id, norm in self.norms.items() if id not in on_file)
        if own:
            checked = max(each.checked_on for each in law.instruments)
            instruments.append(Instrument(OWN, "What this scenario adopts", "Amendment", "law", checked, own))
        new = Law(tuple(instruments), law.axes, law.claimed)
        return evolve(self.country, procedures=procedures, statutes=new, lexicon=self.country.vocabulary)

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

    def _put(self, norm: Norm, keys: Mapping[str, Node], change: Change, of: Callable[[Version], bool]) -> None:
        """A norm whose versions that are meant are changed in the days and for the cases of the amendment."""
        scope = self.scopes.read(keys, self.shapes.naming(norm.id, self.guards))
        versions = tuple(part for each in norm.versions for part in parts(each, scope, change, of))
        if versions == norm.versions:
            message = f"{norm.id} has no such text in force in these days: nothing would change"
            self.reader.note(keys.get("from") or keys["norm"], "PR208", message, "correct `from:` or `until:`")
        self.norms[norm.id] = evolve(norm, versions=versions)

    def _term(self, item: Node) -> None:
        keys = self.reader.form(item, SET_TERM)
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
            now = next((each.terms[name] for each in reversed(norm.versions) if name in each.terms), UNKNOWN)
            example = "45 days" if now is UNKNOWN else term_text(now)
            value = self.reader.typed(node, "value", lambda text: parse_term(text, self.country.zone), example)
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
        keys = self.reader.form(item, SUSPEND if verb == "suspend" else REPEAL)
        norm = self._norm(keys.get("norm"))
        self.reader.choice(keys.get(verb), verb, ("yes",))
        if norm is not None and "norm" in keys:
            self._put(
                norm,
                keys,
                lambda version: evolve(version, says={}, terms={}, amended_by=TOLD, note=f"{TOLD}: {verb}"),
                lambda version: bool(version.says),
            )

    def _restore(self, item: Node) -> None:
        """Put a norm back as it is on file, or as the scenario adopted it."""
        keys = self.reader.form(item, RESTORE)
        norm = self._norm(keys.get("norm"))
        self.reader.choice(keys.get("restore"), "restore", ("yes",))
        if norm is not None and "norm" in keys:
            filed = self.adopted.get(norm.id) or self.country.law.norms[norm.id]
            self._put(norm, keys, lambda version: on_file(filed, version), lambda version: True)

    def _pin(self, item: Node) -> None:
        keys = self.reader.form(item, PIN)
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
        keys = self.reader.form(item, ADOPT)
        id, act = self.reader.text(keys.get("adopt"), "adopt"), self.reader.text(keys.get("on"), "on")
        says = self.reader.languages(keys.get("says"), "says")
        if id and not (id.startswith(f"{OWN}.") and len(id) > len(OWN) + 1):
            message = f"{quoted(id)} is no name for a norm of the scenario's own"
            self.reader.note(keys["adopt"], "PR206", message, f"write {OWN}.1, {OWN}.2 and so on")
        elif id in self.norms:
            self.reader.note(keys["adopt"], "PR205", f"{quoted(id)} is adopted twice", "give each a name of its own")
        kind = self.country.vocabulary.acts.get(act)
        knowing = self.shapes.knowing(act)
        scope = self.scopes.read(keys, knowing[:1])
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
        version = Version(self.shapes.oldest, says, terms, "verified", (), None, TOLD, TOLD)
        norm = Norm(id, id.removeprefix(f"{OWN}."), says, "requirement", dated(version, scope))
        self.norms[id] = self.adopted[id] = norm
        self.guards[id] = act, Guard(NormRef(id), (rule,))

    def _introduce(self, item: Node) -> None:
        """A kind of act that the country does not know."""
        keys = self.reader.form(item, INTRODUCE)
        name, known = self.reader.text(keys.get("introduce"), "introduce"), self.country.vocabulary
        if name and not re.fullmatch("[a-z][a-z0-9_]*", name):
            help = "write small letters, digits and `_`, such as senate_consent"
            self.reader.note(keys["introduce"], "PR206", f"{quoted(name)} is no name for a kind of act", help)
        elif name in known.acts:
            message = f"the act {quoted(name)} is known in {self.country.name}"
            self.reader.note(keys["introduce"], "PR205", message, "use it as it is, or give yours another name")
        actors = {*known.actors, *self.people}
        for each in keys["by"].items or () if "by" in keys else ():
            if each.text and each.text not in actors:
                self.reader.note(each, "PR207", f"no actor {quoted(each.text)} is known", nearest(each.text, actors))
        if name and name not in known.acts:
            acts = {**known.acts, name: act_kind(self.reader, name, keys)}
            words = Vocabulary(acts, known.actors, known.given)
            self.country = evolve(self.country, statutes=self.country.law, lexicon=words)
            self.shapes.country = self.country
