"""JSON Schemas (2020-12) of what the commands write, made from the classes of the values themselves."""

import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from procedure.comparison import Comparison
from procedure.coverage import Coverage
from procedure.due import Agenda
from procedure.timetable import Timetable
from procedure.verdict import Phrase, Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"

PHRASE: Mapping[str, Any] = {
    "type": "object",
    "description": "A sentence: its key in the catalogue, its values, and its words in the language asked for.",
    "properties": {
        "key": {"type": "string"},
        "values": {"type": "object"},
        "text": {"type": "string"},
    },
    "required": ["key", "text", "values"],
    "additionalProperties": False,
}

TEXT: Mapping[str, Any] = {"type": "string"}
FAULT: Mapping[str, Any] = {
    "type": "object",
    "description": "A fault of a file, at its place; a fault of no place has only a message.",
    "properties": {
        "file": TEXT,
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "code": TEXT,
        "severity": {"enum": ["error", "warning"]},
        "message": TEXT,
        "help": TEXT,
    },
    "required": ["message"],
    "additionalProperties": False,
}
NOTICE: Mapping[str, Any] = {
    "type": "object",
    "properties": {"file": TEXT, "message": TEXT},
    "required": ["file", "message"],
    "additionalProperties": False,
}
INHERITED: Mapping[str, Any] = {
    **NOTICE,
    "description": "A breach that a scenario announces on which this one is based, and the place where it does.",
    "properties": {**NOTICE["properties"], "at": TEXT},
    "required": ["at", *NOTICE["required"]],
}


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file."""
    checked = {
        "files": {"type": "integer", "minimum": 0},
        "faults": {"type": "array", "items": FAULT},
        "unmet": {"type": "array", "items": NOTICE},
        "unannounced": {"type": "array", "items": NOTICE},
        "inherited": {"type": "array", "items": INHERITED},
    }
    return {
        "report": _document("procedure.report/1", Report),
        "due": _document("procedure.due/1", Agenda),
        "timetable": _document("procedure.timetable/1", Timetable),
        "compare": _document("procedure.compare/1", Comparison),
        "coverage": _document("procedure.coverage/1", Coverage),
        "check": _object("procedure.check/1", "What `procedure check` found.", checked, {}),
    }


def _document(form: str, cls: type) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    described = _class(cls, definitions)
    return _object(form, described["description"], described["properties"], definitions)


def _object(
    form: str, description: str, properties: Mapping[str, Any], definitions: Mapping[str, Any]
) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "$schema": DIALECT,
        "$id": f"https://procedure.invalid/{form}.schema.json",
        "title": form,
        "description": description,
        "type": "object",
        "properties": {"form": {"const": form}, **properties},
        "required": sorted(["form", *properties]),
        "additionalProperties": False,
    }
    if definitions:
        whole["$defs"] = dict(sorted(definitions.items()))
    return whole


def _class(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {each.name: _type(hints[each.name], definitions) for each in attrs.fields(cls)}
    return {
        "type": "object",
        "description": " ".join((cls.__doc__ or "").split()),
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _type(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    simple: dict[Any, dict[str, Any]] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        date: {"type": "string", "format": "date"},
    }
    if kind in simple:
        return simple[kind]
    if kind is Phrase:
        definitions["Phrase"] = dict(PHRASE)
        return {"$ref": "#/$defs/Phrase"}
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        wanted = [_type(each, definitions) for each in parts if each is not type(None)]
        return {"anyOf": [*wanted, {"type": "null"}]} if type(None) in parts else {"anyOf": wanted}
    if origin is tuple:
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": _type(parts[0], definitions)}
        items = [_type(each, definitions) for each in parts]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        definitions[kind.__name__] = {"description": kind.__doc__, "enum": [each.value for each in kind]}
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if attrs.has(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _class(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    raise TypeError(f"no schema for {kind}")
