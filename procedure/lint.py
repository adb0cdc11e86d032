"""Lints of a country: names that rules use and nobody defines, norms and words that nobody uses."""

from collections.abc import Iterator
from typing import Any

from attrs import fields, frozen, has

from procedure.jurisdiction import Jurisdiction
from procedure.law import Norm
from procedure.machine import NormRef, Rule, Wording
from procedure.rules.allocation import SeatsAsCounted
from procedure.rules.anchors import DayIn, Done, LatestOf, Standing, TermDay
from procedure.rules.chambers import EachChamber
from procedure.rules.facts import Construed, nested
from procedure.rules.votes import AddsUp

TERMS = ("term", "each", "threshold", "earliest", "latest")
"""The attributes of rules that name a term of the norm."""

OWN_FACTS = ("declared", "present", "votes")
"""The attributes of rules that name a fact of the act that is heard."""

ACTS = ("kinds", "act", "of", "opens", "ends", "since", "votes_in")
"""The attributes of rules that name kinds of acts."""


@frozen(order=True)
class Lint:
    """Something of a country's tables that does not hold together: about what, and why."""

    about: str
    message: str


def lint(country: Jurisdiction) -> tuple[Lint, ...]:
    """Everything in a country's tables that does not hold together, sorted."""
    found = [
        *_rules(country),
        *_editions(country),
        *_norms(country),
        *_axes(country),
        *_acts(country),
        *_bases(country),
    ]
    return tuple(sorted(set(found)))


def _rules(country: Jurisdiction) -> Iterator[Lint]:
    words = country.vocabulary
    for procedure, row, guard in country.guards():
        where = f"{procedure.name}: {row.act} under {guard.norm.id}"
        norm = country.law.norms[guard.norm.id]
        if row.when is not None and row.act in words.acts and row.when.fact not in words.acts[row.act].facts:
            yield Lint(where, f"branches on '{row.when.fact}', which is no fact of '{row.act}'")
        for rule in (each for outer in guard.rules for each in nested(outer)):
            for name in _terms(rule):
                if not _has_term(country, norm, name):
                    yield Lint(where, f"reads the term '{name}', which no version and no reading of the norm has")
            for name in _kinds(rule):
                if name not in words.acts:
                    yield Lint(where, f"names the act '{name}', which is not in the vocabulary")
            for name in _facts(rule):
                if row.act in words.acts and name not in words.acts[row.act].facts:
                    yield Lint(where, f"reads the fact '{name}', which '{row.act}' does not have")
            for message in _anchored(country, rule):
                yield Lint(where, message)
            if isinstance(rule, Construed) and rule.axis not in country.law.axes:
                yield Lint(where, f"construes the axis '{rule.axis}', which is not on file")
            elif isinstance(rule, Construed):
                answers = {answer.name for answer in country.law.axes[rule.axis].answers}
                for name in sorted({name for name, _ in rule.rules} - answers):
                    yield Lint(where, f"has a rule for '{name}', which is no answer of '{rule.axis}'")


def _editions(country: Jurisdiction) -> Iterator[Lint]:
    """Rows of an edition whose mark, a word of a term, no version of the norm has."""
    for procedure in country.procedures:
        for row in procedure.steps:
            if isinstance(row.during, Wording):
                norm, term, word = country.law.norms[row.during.id], row.during.term, row.during.word
                if not any(version.terms.get(term) == word for version in norm.versions):
                    where = f"{procedure.name}: {row.act} during {norm.id}"
                    yield Lint(where, f"waits for '{term}: {word}', which no version of the norm has")


def _terms(rule: Rule) -> Iterator[str]:
    for name in TERMS:
        value = getattr(rule, name, None)
        if isinstance(value, str):
            yield value
    if isinstance(rule, SeatsAsCounted):
        yield rule.seats


def _has_term(country: Jurisdiction, norm: Norm, name: str) -> bool:
    return any(name in version.terms for version in norm.versions) or any(
        name in axis.parameters for axis in country.law.axes_on(norm.id)
    )


def _kinds(rule: Rule) -> Iterator[str]:
    for name in ACTS:
        value = getattr(rule, name, None)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, str))


def _facts(rule: Rule) -> Iterator[str]:
    """The facts of the act itself that a rule reads."""
    for name in OWN_FACTS:
        value = getattr(rule, name, None)
        apart = isinstance(rule, SeatsAsCounted | AddsUp) or (isinstance(rule, EachChamber) and name == "votes")
        if isinstance(value, str) and not apart:
            yield value
    if isinstance(rule, EachChamber):
        yield from (fact for _, fact in rule.chambers)
    if isinstance(getattr(rule, "fact", None), str) and not isinstance(getattr(rule, "act", None), str):
        yield rule.fact  # type: ignore[attr-defined]


def _anchored(country: Jurisdiction, rule: Rule) -> Iterator[str]:
    """What is wrong with the anchors of a rule."""
    waiting = _values(rule)
    while waiting:
        anchor = waiting.pop()
        if isinstance(anchor, LatestOf):
            waiting += anchor.anchors
        elif isinstance(anchor, Done) and anchor.act not in country.vocabulary.acts:
            yield f"counts from the act '{anchor.act}', which is not in the vocabulary"
        elif isinstance(anchor, DayIn):
            kind = country.vocabulary.acts.get(anchor.act)
            if kind is None or anchor.fact not in kind.facts:
                yield f"counts from the fact '{anchor.fact}' of '{anchor.act}', which is not in the vocabulary"
        elif isinstance(anchor, Standing) and anchor.fact not in country.vocabulary.given:
            yield f"counts from the standing fact '{anchor.fact}', which is not in the vocabulary"
        elif isinstance(anchor, TermDay):
            norm = country.law.norms.get(anchor.norm.id)
            if norm is None or not _has_term(country, norm, anchor.term):
                yield f"counts from the term '{anchor.term}' of {anchor.norm.id}, which is not on file"


def _values(rule: Any) -> list[Any]:
    """The values of a rule's attributes."""
    return [getattr(rule, each.name) for each in fields(type(rule))] if has(type(rule)) else []


def _norms(country: Jurisdiction) -> Iterator[Lint]:
    """Norms that no guard uses and that do not say why, and those that say so and are used."""
    heard = {guard.norm.id for _, _, guard in country.guards()}
    used = {norm for _, norm in country.named()} | set(referred(country))
    for norm in country.law.norms.values():
        if not norm.versions:
            yield Lint(norm.id, "has no version")
        if norm.id not in used and not norm.not_encoded:
            yield Lint(norm.id, "is used by no guard and does not say why (`not encoded:`)")
        if norm.id in heard and norm.not_encoded:
            yield Lint(norm.id, "says that it is not encoded, and a guard uses it")
        for act in norm.touches:
            if act not in country.vocabulary.acts:
                yield Lint(norm.id, f"touches the act '{act}', which is not in the vocabulary")


def referred(country: Jurisdiction) -> Iterator[str]:
    """The norms whose terms serve as anchors or as the base of a share."""
    for _, _, guard in country.guards():
        for rule in (each for outer in guard.rules for each in nested(outer)):
            waiting = _values(rule)
            while waiting:
                anchor = waiting.pop()
                if isinstance(anchor, LatestOf):
                    waiting += anchor.anchors
                elif isinstance(anchor, TermDay):
                    yield anchor.norm.id
    for base in country.bases.values():
        norm = getattr(base, "norm", None)
        if isinstance(norm, NormRef):
            yield norm.id


def _axes(country: Jurisdiction) -> Iterator[Lint]:
    for axis in country.law.axes.values():
        if len(axis.answers) < 2:
            yield Lint(axis.name, "has fewer than two answers")
        for answer in axis.answers:
            if answer.working and answer.standing == "excluded":
                yield Lint(axis.name, f"the working answer '{answer.name}' is excluded")


def _acts(country: Jurisdiction) -> Iterator[Lint]:
    """Acts that nobody hears and that are not context, and actors that nobody knows."""
    for kind in country.vocabulary.acts.values():
        if not kind.context and not country.knowing(kind.name):
            yield Lint(kind.name, "is heard by no procedure and is not marked as context")
        for name in kind.by:
            if name not in country.vocabulary.actors:
                yield Lint(kind.name, f"is done by '{name}', who is not among the actors")
    for procedure in country.procedures:
        for act in sorted(procedure.acts - country.vocabulary.acts.keys()):
            yield Lint(procedure.name, f"knows the act '{act}', which is not in the vocabulary")


def _bases(country: Jurisdiction) -> Iterator[Lint]:
    for name, base in country.bases.items():
        norm = getattr(base, "norm", None)
        if isinstance(norm, NormRef) and norm.id not in country.law.norms:
            yield Lint(f"the base '{name}'", f"is a term of {norm.id}, which is not on file")
