"""Rules that a scenario adopts: each named from the closed vocabulary, with its parameters as a file writes them."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, field

from procedure import rules
from procedure.characters import quoted
from procedure.forms.acts import ANCHOR
from procedure.jurisdiction import ActKind, Jurisdiction
from procedure.law import Term
from procedure.machine import Rule
from procedure.nearest import nearest
from procedure.periods import Period
from procedure.reader import Reader
from procedure.rules.anchors import Anchor
from procedure.term_files import parse_term
from procedure.votes import Share
from procedure.yaml_text import Node

Terms = Mapping[str, Term]

NUMBERS: Mapping[type, str] = {Period: "a period, such as 2 years", Share: "a share", int: "a whole number"}


@define
class Parameters:
    """The parameters of a rule under `with:`; what is wrong is noted and reading goes on."""

    reader: Reader
    country: Jurisdiction
    on: ActKind
    keys: Mapping[str, Node]
    terms: dict[str, Term] = field(factory=dict)

    def act(self, key: str) -> str | None:
        """A kind of act."""
        node = self.keys.get(key)
        return self._act(node, key) or None if node else None

    def _act(self, node: Node, what: str) -> str:
        name = self.reader.text(node, what)
        known = self.country.vocabulary.acts
        if name and name not in known:
            message = f"no act {quoted(name)} is known in {self.country.name}"
            self.reader.note(node, "PR207", message, nearest(name, known))
        return name

    def acts(self, key: str) -> tuple[str, ...]:
        """Kinds of acts, one or a list."""
        node = self.keys.get(key)
        if node is None:
            return ()
        return tuple(
            self._act(each, key) for each in ([node] if node.text is not None else self.reader.items(node, key))
        )

    def words(self, key: str) -> tuple[str, ...]:
        node = self.keys.get(key)
        if node is None:
            return ()
        return (self.reader.text(node, key),) if node.text is not None else self.reader.texts(node, key)

    def fact(self, key: str, act: str | None = None) -> str:
        """A fact of the act that the norm is on, or of another."""
        node = self.keys.get(key)
        return self._fact(node, key, self.on.name) if node else ""

    def _fact(self, node: Node, what: str, act: str) -> str:
        name = self.reader.text(node, what)
        kind = self.country.vocabulary.acts.get(act)
        if name and kind and name not in kind.facts:
            help = nearest(name, kind.facts) or "it has no facts"
            self.reader.note(node, "PR207", f"the act {quoted(act)} has no fact {quoted(name)}", help)
        return name

    def declared(self, key: str) -> str | None:
        """A word that the act may declare."""
        node, fact = self.keys.get(key), self.on.facts.get("declared")
        return self.reader.choice(node, key, fact.words) or None if node and fact else None

    def where(self, act: str) -> tuple[str, str] | None:
        """A fact with a word, `{declared: carried}`."""
        node = self.keys.get("where")
        entries = list(self.reader.entries(node, "where").items()) if node else []
        if node is None or len(entries) != 1:
            if node is not None and node.entries is not None:
                self.reader.note(node, "PR206", "where: this must be one fact with its word", "write `{fact: word}`")
            return None
        _, (key, value) = entries[0]
        return self._fact(key, "where", act), self.reader.text(value, "where")

    def term(self, *kinds: type) -> str:
        """The number that the norm sets, kept as its term."""
        node = self.keys.get("term")
        what = " or ".join(NUMBERS[kind] for kind in kinds)

        def read(text: str) -> Term:
            term = parse_term(text, self.country.zone)
            if not isinstance(term, kinds):
                raise ValueError(f"{quoted(text)} is not {what}")
            return term

        example = {Period: "2 years", Share: "at least 2/3 of statutory seats", int: "2"}[kinds[0]]
        term = self.reader.typed(node, "term", read, example)
        if term is not None and node is not None and sound(self.reader, node, self.country, term):
            self.terms["term"] = term
        return "term"

    def anchor(self, key: str) -> Anchor:
        """What a time is counted from: an act, a date that an act fixes, a standing fact, or the latest of several."""
        node = self.keys.get(key)
        if node is None:
            return rules.done("")
        if node.items is not None:
            return rules.latest_of(*(self._anchor(each, key) for each in node.items))
        return self._anchor(node, key)

    def _anchor(self, node: Node, what: str) -> Anchor:
        if node.text is not None:
            return rules.done(self._act(node, what))
        keys = self.reader.form(node, ANCHOR, what)
        if "given" in keys and "act" not in keys:
            name = self.reader.text(keys["given"], "given")
            if name not in self.country.vocabulary.given:
                message = f"`given:` has no fact {quoted(name)}"
                self.reader.note(keys["given"], "PR207", message, nearest(name, self.country.vocabulary.given))
            return rules.standing(name)
        if not {"act", "fact"} <= keys.keys() or "given" in keys:
            help = "write an act, `{act: …, fact: …}` or `{given: …}`"
            self.reader.note(node, "PR202", f"{what}: this does not say what to count from", help)
            return rules.done("")
        act = self._act(keys["act"], "act")
        return rules.day_in(act, self._fact(keys["fact"], "fact", act))

    def ballot(self, mode: str) -> str:
        """The mode of a vote, as a term; the act must be able to carry it."""
        self.terms["ballot"] = mode
        return "ballot"


def sound(reader: Reader, node: Node, country: Jurisdiction, term: Term) -> bool:
    """Whether a term can be: a share is of a known whole, and of no more than the whole unless it is a cap."""
    if not isinstance(term, Share):
        return True
    if term.fraction > 1 and not term.cap:
        reader.note(node, "PR206", f"{quoted(str(term))} is a share above one", "write a share of at most the whole")
        return False
    shares = {
        value.base
        for norm in country.law.norms.values()
        for version in norm.versions
        for value in version.terms.values()
        if isinstance(value, Share)
    }
    known = {*country.bases, *shares, "present", "voting", "cast", "votes cast"}
    if term.base not in known:
        reader.note(node, "PR207", f"no whole {quoted(term.base)} is known", nearest(term.base, known))
        return False
    return True


def _period(make: Callable[..., Rule], key: str) -> Callable[[Parameters], Rule]:
    return lambda with_: make(with_.term(Period), with_.anchor(key))


def _after(with_: Parameters) -> Rule:
    kinds = with_.acts("act")
    same = with_.fact("same") or None
    return rules.after(*kinds, since=with_.act("since"), where=with_.where(kinds[0] if kinds else ""), same=same)


def _as_counted(with_: Parameters) -> Rule:
    return rules.as_counted(with_.term(Share), won=with_.declared("won") or "", lost=with_.declared("lost"))


def _repeated(with_: Parameters) -> Rule:
    act = with_.act("act") or ""
    return rules.repeated(with_.term(int), act, with_.where(act) or ("", ""), since=with_.act("since"))


Writable = tuple[tuple[str, ...], tuple[str, ...], Callable[[Parameters], Any]]
WRITABLE: Mapping[str, Writable] = {
    "after": (("act",), ("since", "where", "same"), _after),
    "as_counted": (("term", "won"), ("lost",), _as_counted),
    "at_least": (("term", "fact"), (), lambda with_: rules.at_least(with_.term(Share, int), with_.fact("fact"))),
    "at_most": (("term", "fact"), (), lambda with_: rules.at_most(with_.term(Share, int), with_.fact("fact"))),
    "before": (("act",), ("since",), lambda with_: rules.before(*with_.acts("act"), since=with_.act("since"))),
    "by_then": (("term", "before"), (), _period(rules.by_then, "before")),
    "never": (("act",), ("since",), lambda with_: rules.never(with_.act("act") or "", since=with_.act("since"))),
    "not_before": (("term", "before"), (), _period(rules.not_before, "before")),
    "not_during": (
        ("opens", "ends"),
        (),
        lambda with_: rules.not_during(with_.act("opens") or "", with_.act("ends") or ""),
    ),
    "not_within": (("term", "after"), (), _period(rules.not_within, "after")),
    "not_within_last": (("term", "before"), (), _period(rules.not_within_last, "before")),
    "open_ballot": ((), (), lambda with_: rules.open_ballot(with_.ballot("open"))),
    "quorum": (("term",), (), lambda with_: rules.quorum(with_.term(Share))),
    "repeated": (("term", "act", "where"), ("since",), _repeated),
    "same_act_as": (("act",), (), lambda with_: rules.same_act_as(with_.act("act") or "")),
    "secret": ((), (), lambda with_: rules.secret(with_.ballot("secret"))),
    "stated": (("fact", "words"), (), lambda with_: rules.stated(with_.fact("fact"), *with_.words("words"))),
    "within": (("term", "after"), (), _period(rules.within, "after")),
}
"""The rules that a file can adopt: what `with:` must say, what it may, and how the rule is made."""


def rule_of(
    reader: Reader, country: Jurisdiction, on: ActKind, keys: Mapping[str, Node], whole: Node
) -> tuple[Rule, Terms] | None:
    """The rule that `rule:` and `with:` give, with the terms of the norm; None, and faults, where they give none."""
    name, node = reader.text(keys.get("rule"), "rule"), keys.get("rule")
    if node is None or not name:
        return None
    if name not in WRITABLE:
        known = name in rules.__all__
        message = f"the rule {quoted(name)} needs Python" if known else f"there is no rule {quoted(name)}"
        reader.note(node, "PR207", message, nearest(name if not known else "", WRITABLE))
        return None
    required, optional, make = WRITABLE[name]
    before = len(reader.faults)
    given = keys.get("with")
    params: Mapping[str, Node] = {}
    if given is not None:
        params = reader.fields(given, f"the rule {quoted(name)}", required, optional)
    elif required:
        help = "add `with: {" + ", ".join(f"{each}: …" for each in required) + "}`"
        reader.note(whole, "PR202", f"the rule {quoted(name)} lacks its parameters", help)
    with_ = Parameters(reader, country, on, params)
    if name in ("secret", "open_ballot") and "ballot" not in on.facts:
        message = f"the act {quoted(on.name)} carries no fact 'ballot', so nothing can show how it was voted"
        reader.note(node, "PR206", message, "adopt it on an act that is a vote")
    if name == "as_counted" and not {"for", "declared"} <= on.facts.keys():
        message = f"the act {quoted(on.name)} does not carry both facts 'for' and 'declared', so nothing can be counted"
        reader.note(node, "PR206", message, "adopt it on an act that is a vote")
    rule: Rule = make(with_)
    return None if len(reader.faults) > before else (rule, with_.terms)
