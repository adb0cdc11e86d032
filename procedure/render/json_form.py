"""A report as JSON and back, the same value; the form has a version of its own."""

import json
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from procedure.errors import ProcedureError
from procedure.verdict import Phrase, Report
from procedure.words import Speaker, speaker

if TYPE_CHECKING:
    import cattrs

    from procedure.coverage import Coverage

FORM = "procedure.report/1"
COVERAGE_FORM = "procedure.coverage/1"


def _converter() -> "cattrs.Converter":
    import cattrs

    converter = cattrs.Converter()
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook(Enum, lambda each: each.value)
    converter.register_structure_hook(Phrase, lambda told, _: _phrase(told))
    return converter


def _phrase(told: Any) -> Phrase:
    values = ((name, tuple(value) if isinstance(value, list) else value) for name, value in told["values"].items())
    return Phrase(told["key"], tuple(sorted(values)))


def to_plain(report: Report, speak: Speaker | None = None) -> dict[str, Any]:
    """The report as dicts and lists; each phrase also in words."""
    speak = speak or speaker(report)
    converter = _converter()
    converter.register_unstructure_hook(
        Phrase, lambda phrase: {"key": phrase.key, "values": dict(phrase.values), "text": speak.say(phrase)}
    )
    return {"form": FORM, **converter.unstructure(report)}


def from_plain(told: dict[str, Any]) -> Report:
    """The report that `to_plain` told; ProcedureError when the form is another."""
    if told.get("form") != FORM:
        raise ProcedureError(f"not a report in the form {FORM}: {told.get('form')!r}")
    return _converter().structure({key: value for key, value in told.items() if key != "form"}, Report)


def coverage_to_plain(found: "Coverage") -> dict[str, Any]:
    """How far scenarios try the law, as dicts and lists."""
    return {"form": COVERAGE_FORM, **_converter().unstructure(found)}


def dumps(told: Any) -> str:
    """JSON text with sorted keys; letters as they are."""
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)


def to_json(report: Report) -> str:
    """The report as JSON text."""
    return dumps(to_plain(report))


def from_json(text: str) -> Report:
    """The report in a JSON text."""
    return from_plain(json.loads(text))
