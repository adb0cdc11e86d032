"""What an editor makes of a file: its values by the core schema of YAML 1.2, and the places that a schema marks."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from procedure.coverage_files import load_explanations
from procedure.errors import ProcedureError
from procedure.file_schema import FILES, file_schema
from procedure.jurisdiction import Jurisdiction, load_law
from procedure.scenario_files import scenario_from_text
from procedure.words.names import load_names
from procedure.words.texts import load_texts
from procedure.workdays import load_calendar
from procedure.yaml_text import Node, parse
from tests import full_files
from tests.tiny import only

Place = tuple[int, int]

CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
INTEGER = re.compile(r"[-+]?[0-9]+")
REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

PATHS = {
    "law": "law/constitution.yaml",
    "readings": "law/readings.yaml",
    "acts": "acts/house.yaml",
    "actors": "actors.yaml",
    "calendar": "calendar.yaml",
    "words": "words/ru.yaml",
    "texts": "words/base.ru.yaml",
    "coverage": "coverage.yaml",
}


def seen(node: Node) -> Any:
    """A value as an editor sees it: what is not in quotes may be a number, a truth value or nothing."""
    if node.items is not None:
        return [seen(item) for item in node.items]
    if node.entries is not None:
        return {key: seen(value) for key, (_, value) in node.entries.items()}
    text = node.text or ""
    if node.quoted:
        return text
    if text.lower() in CONSTANTS:
        return CONSTANTS[text.lower()]
    return int(text) if INTEGER.fullmatch(text) else float(text) if REAL.fullmatch(text) else text


def marked(root: Node, schema: Draft202012Validator) -> list[Place]:
    """The places that an editor marks, in order."""
    errors = schema.iter_errors(seen(root))
    return sorted({(node.line, node.column) for error in errors for node in _nodes(root, error)})


def _nodes(root: Node, error: ValidationError) -> Iterator[Node]:
    """The keys or the value of an error: a key that may not stand is marked itself, a missing one where it lacks."""
    node = root
    for step in error.absolute_path:
        node = node.items[int(step)] if node.items is not None else (node.entries or {})[str(step)][1]
    if "propertyNames" in error.absolute_schema_path:
        yield (node.entries or {})[str(error.instance)][0]
    elif error.validator == "additionalProperties":
        yield from (key for name, (key, _) in (node.entries or {}).items() if name not in error.schema["properties"])
    else:
        yield node


class Desk:
    """The tiny country in full, of which one file at a time is put in place of another; nothing is read from disk."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.country = full_files.country(folder)
        schemas = {kind: Draft202012Validator(file_schema(kind, self.country)) for kind in FILES}
        self.schemas = {**schemas, "derived": schemas["scenario"]}
        self.trees = {folder / path: parse(full_files.FULL[kind], kind) for kind, path in PATHS.items()}
        self.base = scenario_from_text(full_files.SCENARIO, str(folder / "base.yaml"), only(self.country))
        self.trees[folder / "base.yaml"] = parse(full_files.SCENARIO, "base.yaml")
        for path in ("calendar.yaml", "coverage.yaml", "words/ru.yaml", "words/base.ru.yaml"):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).touch()

    def marks(self, kind: str, root: Node) -> list[Place]:
        """The places that an editor marks."""
        return marked(root, self.schemas[kind])

    def faults(self, kind: str, root: Node) -> list[tuple[Place, str]]:
        """The places and codes of the faults that the loader finds in this file."""
        try:
            with pytest.MonkeyPatch.context() as patch:
                self._spread(patch, kind, root)
                self._load(kind)
        except ProcedureError as error:
            return [
                ((each.place.line, each.place.column), each.code)
                for each in error.diagnostics
                if each.place.file == root.source.name
            ]
        return []

    def _spread(self, patch: pytest.MonkeyPatch, kind: str, root: Node) -> None:
        """Let the loaders find the trees of this desk, with one of them exchanged."""
        trees = {**self.trees, self.folder / PATHS.get(kind, "x.yaml"): root}
        patch.setattr(import_module("procedure.scenario_reader"), "examine", lambda text, name: (root, []))
        for module in ("law_files", "derive"):
            patch.setattr(import_module(f"procedure.{module}"), "examine_file", lambda path, *_: (trees[path], []))
        for module in ("vocabulary_files", "calendar_files", "coverage_files", "words.name_files", "words.text_files"):
            patch.setattr(import_module(f"procedure.{module}"), "read", lambda path, *_: trees[path])

    def _load(self, kind: str) -> None:
        fresh = Jurisdiction("tiny", {"en": "Tiny"}, self.folder, "Asia/Almaty", self.country.procedures)
        loaders: dict[str, Callable[[], object]] = {
            "law": lambda: load_law(self.folder / "law", "Asia/Almaty"),
            "readings": lambda: load_law(self.folder / "law", "Asia/Almaty"),
            "acts": lambda: fresh.vocabulary,
            "actors": lambda: fresh.vocabulary,
            "calendar": lambda: load_calendar(self.folder / "calendar.yaml"),
            "words": lambda: load_names(self.folder, "ru"),
            "texts": lambda: load_texts(self.base, "ru"),
            "coverage": lambda: load_explanations(self.folder),
        }
        default = lambda: scenario_from_text("", str(self.folder / "x.yaml"), only(self.country))  # noqa: E731
        loaders.get(kind, default)()
