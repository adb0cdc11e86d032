"""The published schemas are fresh, and what the commands write fits them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from procedure import shipped
from procedure.cli import main
from procedure.json_schema import schemas

FOLDER = Path(shipped.__file__).parent / "schemas"

CALLS = {
    "replay": ("report", ["replay", "kz/2023-snap-election", "--format", "json"]),
    "explain": ("report", ["explain", "kz/2023-snap-election", "consent", "--format", "json"]),
    "due": ("due", ["due", "kz/2023-snap-election", "--on", "2023-03-28", "--format", "json"]),
    "timetable": (
        "timetable",
        ["timetable", "kz", "--dissolved", "2023-01-19", "--poll", "2023-03-19", "--format", "json"],
    ),
    "compare": (
        "compare",
        ["compare", "kz/2023-snap-election", "kz/2016-snap-election", "--reading", "rounding=up", "--format", "json"],
    ),
    "compare-laws": ("compare", ["compare", "kz/2023-snap-election", "--law-as-of", "2010-01-01", "--format", "json"]),
    "check": ("check", ["check", "kz/2023-snap-election", "--format", "json"]),
    "coverage": ("coverage", ["check", "--coverage", "ruritania", "--format", "json"]),
}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_is_fresh(name: str) -> None:
    """The file in the package is what the classes give; run `python tools/make_schemas.py` when it is not."""
    stored = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))

    assert stored == json.loads(json.dumps(schemas()[name]))


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_is_a_schema(name: str) -> None:
    """Each schema is valid in its own dialect."""
    Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("call", sorted(CALLS))
def test_output_fits(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a command writes with `--format json` fits its schema."""
    name, arguments = CALLS[call]

    assert main(arguments) == 0
    Draft202012Validator(schemas()[name]).validate(json.loads(capsys.readouterr().out))
