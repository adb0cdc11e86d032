"""JSON Schemas of the files that people write, for editors: the tables of keys, with the names that a country knows."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from procedure.forms import (
    BASICS,
    INTEGER,
    LABELS,
    LANGUAGES,
    TEXT,
    YES_NO,
    Form,
    Schema,
    acts,
    amendments,
    by_name,
    changes,
    law,
    lessons,
    list_of,
    one_of,
    or_none,
    ref,
    scenarios,
    vocabulary,
    where,
)
from procedure.json_schema import DIALECT
from procedure.jurisdiction import ActKind, FactType, Jurisdiction

FILES: Mapping[str, tuple[str, Schema]] = {
    "scenario": ("A log with what is expected of its replay.", scenarios.ANY_SCENARIO),
    "law": ("An instrument with its norms: law/*.yaml.", law.INSTRUMENT.ref),
    "readings": ("Open questions of law: law/readings*.yaml.", law.READINGS),
    "acts": ("Kinds of acts: acts/*.yaml.", vocabulary.ACTS.ref),
    "actors": ("Actors and standing facts: actors*.yaml.", vocabulary.ACTORS.ref),
    "calendar": ("Working days: calendar.yaml.", vocabulary.CALENDAR.ref),
    "words": ("What a country's data call things in one language: words/*.yaml.", vocabulary.NAMES.ref),
    "texts": ("What a log says, in another language: words/*.yaml beside the log.", vocabulary.TEXTS.ref),
    "coverage": ("Why some norms are kept or broken by no case: coverage.yaml.", vocabulary.HOLES.ref),
}
"""The kinds of files, each with what it is and the schema of its root."""

FORMS: Mapping[str, Form] = {
    form.name: form
    for module in (acts, amendments, changes, law, lessons, scenarios, vocabulary)
    for form in (LABELS, LANGUAGES, *vars(module).values())
    if isinstance(form, Form)
}
"""Every table of keys, by its name in a schema."""

_REF = re.compile(r"#/\$defs/([^/]+)")


def file_schema(kind: str, country: Jurisdiction | None = None) -> dict[str, Any]:
    """The schema of a kind of file; with a country, its names are offered and, in a scenario, others refused."""
    says, root = FILES[kind]
    known: dict[str, Schema] = {**BASICS, **{name: form.schema() for name, form in FORMS.items()}}
    known |= _anywhere() | (dict(_names(country)) if country else {})
    place = f"{country.name}/" if country else ""
    whole: dict[str, Any] = {
        "$schema": DIALECT,
        "$id": f"https://procedure.invalid/{place}{kind}.schema.json",
        "title": f"{kind} of {country.title.get('en', country.name)}" if country else kind,
        "description": says,
        **root,
    }
    used: dict[str, Schema] = {}
    waiting = [whole]
    while waiting:
        for name in _referred(waiting.pop()):
            if name not in used:
                used[name] = known[name]
                waiting.append(dict(known[name]))
    return {**whole, "$defs": dict(sorted(used.items()))}


def _referred(schema: Any) -> Iterator[str]:
    """The definitions that a schema names."""
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            if key == "$ref":
                found = _REF.fullmatch(value)
                assert found, value
                yield found[1]
            else:
                yield from _referred(value)
    elif isinstance(schema, list | tuple):
        for each in schema:
            yield from _referred(each)


def _anywhere() -> dict[str, Schema]:
    """The names that depend on a country, where none is given."""
    free = ("country", "act", "actor", "actor-on-file", "norm", "norm-on-file", "axis", "given-name")
    loose: Schema = {"type": "object"}
    return {
        **dict.fromkeys((*free, "procedure", "fact-name"), TEXT),
        **{name: {} for name in ("answers", "terms", "states", "by-kind")},
        "case": by_name(TEXT),
        "given": loose,
        "changed-given": loose,
        "readings": by_name(TEXT),
        "changed-readings": by_name(TEXT),
    }


def _names(country: Jurisdiction) -> Iterator[tuple[str, Schema]]:
    """The names that a country knows, and what they decide about."""
    words, book = country.vocabulary, country.law
    titles = {name: kind.title.get("en", "") for name, kind in words.acts.items()}
    norms = {id: norm.title.get("en", "") for id, norm in book.norms.items()}
    claimed = {id: f"claimed for {each.means}" for id, each in book.claimed.items()}
    questions = {name: axis.question.get("en", "") for name, axis in book.axes.items()}
    people = {name: each.title.get("en", "") for name, each in words.actors.items()}
    yield "country", one_of((country.name,))
    yield "act", one_of(titles, titles)
    yield "actor-on-file", one_of(people, people)
    yield "actor", {"anyOf": [ref("actor-on-file"), TEXT]}
    yield "norm-on-file", one_of((*norms, *claimed), norms | claimed)
    yield "norm", {"anyOf": [ref("norm-on-file"), {"type": "string", "pattern": rf"^{re.escape(amendments.OWN)}\.."}]}
    yield "axis", one_of(questions, questions)
    yield "given-name", one_of(words.given)
    yield "case", _closed({each.per: TEXT for each in country.procedures if each.per})
    given = {name: fact(kind) for name, kind in words.given.items()}
    yield "given", _closed(given)
    yield "changed-given", _closed({name: or_none(each) for name, each in given.items()})
    answers = {
        name: {"description": questions[name], **one_of([each.name for each in axis.answers])}
        for name, axis in book.axes.items()
    }
    yield "readings", _closed(answers)
    yield "changed-readings", _closed({name: or_none(each) for name, each in answers.items()})
    yield "answers", _all(where("reading", {"const": name}, _at("pin", each)) for name, each in answers.items())
    yield "terms", _all(_terms(country))
    yield "procedure", _procedure(country)
    yield "states", _all(_states(country))
    yield "fact-name", one_of(sorted({name for kind in words.acts.values() for name in kind.facts}))
    yield "key-of-a-claim", {"enum": list(acts.CLAIM.keys)}
    for kind in words.acts.values():
        yield (
            f"facts-of-{kind.name}",
            {
                "type": "object",
                "properties": {name: fact(each) for name, each in kind.facts.items()},
            },
        )
    for name, kinds in _heard_by(country).items():
        yield f"acts-of-{name}", _all(_by_kind(country, kind) for kind in kinds)
    yield (
        "by-kind",
        _all(
            where("act", {"enum": [kind.name for kind in kinds]}, ref(f"acts-of-{name}"))
            for name, kinds in _heard_by(country).items()
        ),
    )


def _heard_by(country: Jurisdiction) -> Mapping[str, list[ActKind]]:
    """The kinds of acts by the procedure that places them, so that an editor need not try each kind on each act."""
    found: dict[str, list[ActKind]] = {}
    for kind in country.vocabulary.acts.values():
        knowing = country.knowing(kind.name)
        found.setdefault(knowing[0].name if knowing else "none", []).append(kind)
    return found


def _closed(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _all(parts: Iterator[Schema]) -> Schema:
    return {"allOf": list(parts)}


def _at(key: str, value: Schema) -> Schema:
    return {"properties": {key: value}}


def fact(kind: FactType) -> Schema:
    """What a fact of a type may be."""
    if kind.name == "one of":
        return one_of(kind.words)
    return {
        "yes/no": YES_NO,
        "numbers": by_name(INTEGER),
        "list of text": list_of(TEXT),
        "list of integer": list_of(INTEGER),
    }.get(kind.name, ref(kind.name))


def _by_kind(country: Jurisdiction, kind: ActKind) -> Schema:
    """What an act of a kind may carry, and whether it must name its case."""
    facts = ref(f"facts-of-{kind.name}")
    names: Schema = {"enum": list(kind.facts)} if kind.facts else {"not": {}}
    said: dict[str, Schema] = {
        "facts": {**facts, "propertyNames": names},
        "claims": list_of({**facts, "propertyNames": {"anyOf": [ref("key-of-a-claim"), names]}}),
    }
    knowing = country.knowing(kind.name)
    per = knowing[0].per if knowing else None
    if per:
        said["case"] = {"required": [per]}
    then = {"properties": said, **({"required": ["case"]} if per else {})}
    return where("act", {"const": kind.name}, then)


def _terms(country: Jurisdiction) -> Iterator[Schema]:
    """The terms that can be set, by norm: those that no open question sets."""
    for id, norm in country.law.norms.items():
        read = {name for axis in country.law.axes_on(id) for name in axis.parameters}
        names = sorted({name for version in norm.versions for name in version.terms} - read)
        yield where("norm", {"const": id}, _at("term", one_of(names) if names else {"not": {}}))


def _procedure(country: Jurisdiction) -> Schema:
    titles = {each.name: each.title.get("en", "") for each in country.procedures}
    pattern = f"^({'|'.join(map(re.escape, titles))})/"
    return {"anyOf": [one_of(titles, titles), {"type": "string", "pattern": pattern}]}


def _states(country: Jurisdiction) -> Iterator[Schema]:
    """The states of each procedure, by name and by sentence."""
    for each in country.procedures:
        names = [name for state in each.states for name in (state.name, str(state.value))]
        several = {"type": "string", "pattern": " or "}
        yield where(
            "procedure",
            {"type": "string", "pattern": f"^{re.escape(each.name)}(/|$)"},
            _at("state", {"anyOf": [one_of(names), several]}),
        )
