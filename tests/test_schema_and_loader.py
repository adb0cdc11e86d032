"""Every object of every kind of file, changed in every way: the schema and the loader accept and refuse the same."""

import ast
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import procedure
from procedure.file_schema import FORMS
from procedure.forms import Form
from procedure.nodes import Node, Text
from procedure.yaml_text import parse
from tests.editor import Desk
from tests.full_files import FULL

GONE = object()
UNSEEN = {
    ("amend", 0, "value"): "the type of the term depends on its versions",
    ("amend", 1, "until"): "without its last day the suspension meets the repeal that follows",
    ("amend", 4, "with", "term"): "which number a rule takes is its own affair",
    ("acts", 0, "zone"): "the zones are those of the system",
    ("acts", 1, "claims", 1, "date"): "a claim may have a time where its act has a day",
    ("amend", 1, "step", "when", "loudly"): "the facts of the act stand in another amendment",
    ("changes", 4, "zone"): "the zones are those of the system",
    ("changes", 4, "facts", "seats"): "the kind of the act stands in another file",
    ("changes", 4, "facts", "ground"): "the kind of the act stands in another file",
}
"""Places at which only the loader sees what is wrong, beside names that stand elsewhere (PR207)."""

NOT_TOGETHER = {
    "a scenario": {"based on", "changes"},
    "a scenario based on another": {"jurisdiction", "amend", "effect"},
}
"""Keys that do not stand in the full file of a form: they belong to another form, or are inherited as they are."""


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value of a file with the way to it."""
    yield path, value
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(each, (*path, key))


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """A file with one value put in place of another, added or taken away."""
    if not path:
        return new
    key, rest = path[0], path[1:]
    if isinstance(value, list):
        return [changed(each, rest, new) if spot == key else each for spot, each in enumerate(value)]
    entries = {name: changed(each, rest, new) if name == key else each for name, each in value.items()}
    return {name: each for name, each in {key: new, **entries}.items() if each is not GONE}


def mutants(whole: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """A file in which one key is added or taken away, or one value is of another kind or none of the words known.

    To be quick: the amendments are left out where nothing in them is changed, and a list stands once under each key.
    """
    full, listed = whole, set()
    for path, value in places(full):
        whole = {key: each for key, each in full.items() if key != "amend" or key in path}
        if isinstance(value, dict):
            yield path, changed(whole, (*path, "no such key"), "x")
        if path:
            yield path, changed(whole, path, "no such word")
        if path and isinstance(value, str) and path[-1] not in listed:
            listed.add(path[-1])
            yield path, changed(whole, path, ["a list"])
        if path and isinstance(path[-1], str):
            yield path, changed(whole, path, GONE)


def grown(value: Any, source: Text, lines: Iterator[int]) -> Node:
    """A value as nodes, each key and each value in a line of its own."""
    node = Node(source, next(lines), 1, quoted=True)
    if isinstance(value, dict):
        node.entries = {
            key: (Node(source, next(lines), 1, key), grown(each, source, lines)) for key, each in value.items()
        }
    elif isinstance(value, list):
        node.items = [grown(each, source, lines) for each in value]
    else:
        node.text = value
    return node


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("tiny"))


@pytest.mark.parametrize("kind", FULL)
def test_schema_and_loader_are_of_one_mind(kind: str, desk: Desk) -> None:
    """Whatever is changed, both accept it or both mark it first at the same place."""
    tried, apart = 0, set()
    for path, mutant in mutants(parse(FULL[kind], kind).plain()):
        root = grown(mutant, Text(kind, []), count(1))
        marks = desk.marks(kind, root)
        faults = [place for place, code in desk.faults(kind, root) if place in marks or code != "PR207"]
        tried += bool(marks)
        if faults[:1] != marks[:1]:
            assert faults and not marks, (path, faults, marks)
            apart.add(path)

    assert tried > 5
    assert apart <= set(UNSEEN), apart - set(UNSEEN)


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_every_key_is_tried(form: Form) -> None:
    """Each key of each form stands in one of the files that are changed."""
    tried = {
        key
        for kind, text in FULL.items()
        for _, value in places(parse(text, kind).plain())
        if isinstance(value, dict) and set(form.required) <= value.keys()
        if form.open or value.keys() <= form.keys.keys()
        for key in value
    }

    assert set(form.keys) - tried <= NOT_TOGETHER.get(form.what, set())


def test_forms_are_the_only_door() -> None:
    """No reader lists keys beside the forms, but for the facts of a claim and the parameters of a rule."""
    calls = {
        path.name: sum(
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "fields"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
        for path in Path(procedure.__file__).parent.rglob("*.py")
        if "import Reader" in path.read_text(encoding="utf-8") or path.name == "reader.py"
    }

    assert {name: number for name, number in calls.items() if number} == {
        "act_files.py": 1,
        "adopted.py": 1,
        "reader.py": 1,
    }
