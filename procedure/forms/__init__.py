"""The keys of the files that people write: one table each, from which the file is read and its JSON Schema is made.

The schemas keep to what editors know: `if` and `then` where a value decides about another, no `unevaluatedProperties`.
A scalar may be a number to an editor and is text to the reader, so that most values allow both.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from procedure.periods import UNITS

Schema = Mapping[str, Any]

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@frozen
class Key:
    """What stands under a key: a sentence for its writer, the JSON Schema of the value, and whether it must stand."""

    says: str
    value: Schema
    needed: bool = False


@frozen
class Form:
    """An object of a file: what it is called, its keys, and what must hold between them as JSON Schemas.

    An `open` one takes further keys, which its reader knows.
    """

    what: str
    keys: Mapping[str, Key]
    between: tuple[Schema, ...] = ()
    open: bool = False

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that must stand."""
        return tuple(name for name, key in self.keys.items() if key.needed)

    @property
    def optional(self) -> tuple[str, ...]:
        """The keys that may stand."""
        return tuple(name for name, key in self.keys.items() if not key.needed)

    @property
    def name(self) -> str:
        """Its name among the definitions of a schema."""
        return self.what.replace(" ", "-")

    @property
    def ref(self) -> Schema:
        """A reference to its definition."""
        return ref(self.name)

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        made: dict[str, Any] = {
            "type": "object",
            "properties": {name: {"description": key.says, **key.value} for name, key in self.keys.items()},
        }
        if self.required:
            made["required"] = list(self.required)
        if not self.open:
            made["additionalProperties"] = False
        if self.between:
            made["allOf"] = list(self.between)
        return made


def ref(name: str) -> Schema:
    """A reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{name}"}


def one_of(words: Iterable[str], says: Mapping[str, str] | None = None) -> Schema:
    """One of some words, also where an editor sees a number or a truth value in one; `says` explains them."""
    known = list(words)
    seen = [value for word in known for value in _as_seen(word)]
    return {"enum": [*known, *seen], **({"enumDescriptions": [says.get(word, "") for word in known]} if says else {})}


def _as_seen(word: str) -> list[Any]:
    if word in ("true", "false"):
        return [word == "true"]
    if _NUMBER.fullmatch(word):
        return [float(word) if re.search("[.eE]", word) else int(word)]
    return []


def list_of(item: Schema, least: int = 0) -> Schema:
    """A list."""
    return {"type": "array", "items": item, **({"minItems": least} if least else {})}


def one_or_list(item: Schema) -> Schema:
    """One value, or a list of such."""
    return {"if": {"type": "array"}, "then": list_of(item), "else": item}


def by_name(value: Schema, names: Schema | None = None, least: int = 0) -> Schema:
    """Keys that the writer chooses, each with such a value."""
    made: dict[str, Any] = {"type": "object", "additionalProperties": value}
    return made | ({"propertyNames": names} if names else {}) | ({"minProperties": least} if least else {})


def text_or(form: Schema, text: Schema) -> Schema:
    """Keys with values, or else a text."""
    return {"if": {"type": "object"}, "then": form, "else": text}


def or_none(value: Schema) -> Schema:
    """A value, or `none`, which takes away what is inherited."""
    return {"if": {"const": "none"}, "else": value}


def suggested(value: Schema) -> Schema:
    """A name that the editor offers, or one that stands elsewhere in the file, or in no file yet."""
    return {"anyOf": [value, TEXT]}


def only_with(key: str, other: str) -> Schema:
    """A key whose value is at fault where another key does not stand."""
    return {
        "if": {"required": [key], "not": {"required": [other]}},
        "then": {"properties": {key: {"not": {}}}},
    }


def where(key: str, is_: Schema, then: Schema) -> Schema:
    """What must hold where the value under a key is such."""
    return {"if": {"required": [key], "properties": {key: is_}}, "then": then}


def verbs(forms: Mapping[str, Form]) -> Schema:
    """An object that one of its keys makes what it is."""
    keys: dict[str, list[Schema]] = {}
    for key, form in forms.items():
        keys.setdefault(form.name, []).append({"required": [key]})
    return {
        "type": "object",
        "oneOf": [each[0] if len(each) == 1 else {"anyOf": each} for each in keys.values()],
        "allOf": [{"if": {"required": [key]}, "then": form.ref} for key, form in forms.items()],
    }


TEXT, WORDS, DATE, TIME, MOMENT, BOUND, INTEGER, SHARE, PERIOD, TERM = (
    ref(name) for name in ("text", "words", "date", "time", "moment", "bound", "integer", "share", "period", "term")
)
TERM_OR_WORDS: Schema = {"if": {"type": "array"}, "then": list_of(TEXT), "else": TERM}
YES_NO = one_of(("yes", "no"))
FLAG = one_of(("true", "false"))
REMARK: Schema = {}
"""A note that no reader takes, so that anything may stand there."""

_DAY = r"[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
_HOUR = rf"({_CLOCK}|24:00)(Z|[+-][0-9:.]+)?"
_ONE = rf"{_DAY}([ T]{_HOUR})?"
_MOMENT = rf"{_ONE}(/{_ONE})?(@.+)?"
_COUNTED = rf"[0-9]{{1,6}} +({'|'.join(unit.removesuffix('s') for unit in UNITS)})s?"


def _written(pattern: str, example: str, *types: str) -> Schema:
    """Text of a pattern, and what an editor says where it is another."""
    kinds = ["string", *types]
    told = {"pattern": pattern, "patternErrorMessage": f"write it like {example}"}
    return {"type": kinds if types else "string", **told}


LANGUAGES = Form(
    "a sentence by language",
    {
        "en": Key("In English.", WORDS, needed=True),
        "ru": Key("In Russian.", WORDS),
        "kk": Key("In Kazakh.", WORDS),
    },
)
LABELS = Form(
    "a citation by language",
    {language: evolve(key, value=TEXT) for language, key in LANGUAGES.keys.items()},
)
SENTENCE, LABEL = ref("sentence"), ref("label")

BASICS: Mapping[str, Schema] = {
    "text": _written(r"\S", "a word", "number", "boolean"),
    "words": _written(r"[^\s0-9!-/:-@\[-`{-~]", "words: a letter must be in it", "boolean"),
    "date": _written(f"^{_DAY}$", "2023-03-19"),
    "time": _written(f"^{_CLOCK}$", "18:00"),
    "moment": _written(f"^{_MOMENT}$", "2023-03-29, or 2023-03-29 10:00"),
    "bound": _written(f"^({_MOMENT}|{_HOUR}(@.+)?)$", "10:50, or 2023-03-29 10:50"),
    "integer": {
        **_written("^[0-9]{1,18}$", "98, in digits", "integer"),
        "minimum": 0,
    },
    "share": {
        **_written(
            r"^((100(\.0+)?|[0-9]{1,2}(\.[0-9]{1,18})?) ?%|0(\.[0-9]{1,18})?|1(\.0+)?|[0-9]{1,18}/[0-9]{1,18})$",
            "54.21% or 2/3",
            "number",
        ),
        "minimum": 0,
        "maximum": 1,
    },
    "period": _written(f"^{_COUNTED}$", "40 days"),
    "term": {
        **_written(
            rf"^\s*[^\s0-9+-]|^[0-9]{{1,18}}(\.[0-9]{{1,18}})?$|^{_CLOCK}$|^{_MOMENT}$|^{_COUNTED}$"
            r"|^[0-9.]+(/[0-9]+| ?%) of \S",
            "40 days, 2/3 of statutory seats, 98, 2023-02-08 18:00, or words",
            "number",
            "boolean",
        ),
        "minimum": 0,
    },
    "sentence": text_or(LANGUAGES.ref, WORDS),
    "label": text_or(LABELS.ref, TEXT),
}
"""The values that stand in every kind of file, by name."""
