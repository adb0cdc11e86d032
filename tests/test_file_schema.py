"""The schemas of the files that people write: fresh, wide enough for what is shipped, and printed by a command."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from procedure import forms, shipped
from procedure.cli import main
from procedure.file_schema import FILES, FORMS, file_schema
from procedure.forms import BASICS, Form, acts, amendments, changes, law, lessons, scenarios, vocabulary
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.yaml_text import read
from tests.editor import marked

FOLDER = Path(shipped.__file__).parent / "schemas"
MODULES = (forms, acts, amendments, changes, law, lessons, scenarios, vocabulary)
KINDS = [(country, kind) for country in COUNTRIES for kind in FILES]


@pytest.mark.parametrize(("country", "kind"), KINDS)
def test_schema_is_fresh(country: str, kind: str) -> None:
    """The file in the package is what the tables give; run `python tools/make_schemas.py` when it is not."""
    stored = json.loads((FOLDER / country / f"{kind}.schema.json").read_text(encoding="utf-8"))

    assert stored == file_schema(kind, jurisdiction(country))


@pytest.mark.parametrize("country", [None, *COUNTRIES])
@pytest.mark.parametrize("kind", FILES)
def test_schema_is_a_schema(country: str | None, kind: str) -> None:
    """Each schema is valid in its own dialect, and uses no word that editors of YAML do not know."""
    schema = file_schema(kind, jurisdiction(country) if country else None)

    Draft202012Validator.check_schema(schema)
    assert not {"unevaluatedProperties", "unevaluatedItems", "prefixItems", "dependentRequired"} & set(words(schema))


def test_no_name_means_two_things() -> None:
    """A form has another name than each value that all files share, and than every other form."""
    objects = [each for module in MODULES for each in vars(module).values() if isinstance(each, Form)]

    assert not BASICS.keys() & FORMS.keys()
    assert {id(each) for each in objects} == {id(each) for each in FORMS.values()}


def words(schema: Any) -> Iterator[str]:
    """Every key in a schema."""
    if isinstance(schema, Mapping):
        yield from schema
        for each in schema.values():
            yield from words(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from words(each)


def written(country: str) -> Iterator[tuple[str, Path]]:
    """The files of a country, each with its kind."""
    folder = jurisdiction(country).folder
    yield from (("scenario", shipped.find(name)) for name in shipped.names() if name.startswith(f"{country}/"))
    yield from (("readings" if "readings" in path.stem else "law", path) for path in folder.glob("law/*.yaml"))
    yield from (("acts", path) for path in folder.glob("acts/*.yaml"))
    yield from (("actors", path) for path in folder.glob("actors*.yaml"))
    yield from (("words", path) for path in folder.glob("words/*.yaml"))
    words = (shipped.folder() / country).glob(f"{shipped.WORDS}/*.yaml")
    yield from (("texts", path) for path in words)
    yield from ((name, folder / f"{name}.yaml") for name in ("calendar", "coverage"))


@pytest.mark.parametrize("country", COUNTRIES)
def test_shipped_files_are_accepted(country: str) -> None:
    """An editor marks nothing in a file that comes with the library."""
    schemas = {kind: Draft202012Validator(file_schema(kind, jurisdiction(country))) for kind in FILES}
    files = list(written(country))

    assert {"words", "texts", *(kind for kind, _ in files)} == set(FILES)
    assert [str(path) for kind, path in files if marked(read(path), schemas[kind])] == []


# The command


@pytest.mark.parametrize("kind", FILES)
def test_command_prints_it(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The schema of a kind of file, with the names of a country or without."""
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out) == file_schema(kind)
    assert main(["schema", kind, "--jurisdiction", "ruritania"]) == 0
    assert json.loads(capsys.readouterr().out) == file_schema(kind, jurisdiction("ruritania"))


def test_scenario_is_meant_where_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "scenario"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scenarios"], "no kind of file 'scenarios'; did you mean 'scenario'?\n"),
        (["--jurisdiction", "kzz"], "no jurisdiction 'kzz'; did you mean 'kz'?\n"),
    ],
)
def test_command_refuses(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A kind or a country that is not on file is refused, with a way out."""
    assert main(["schema", *arguments]) == 2
    assert capsys.readouterr() == ("", said)


def test_country_is_known_by_its_names() -> None:
    """With a country, its acts, norms and actors are offered with their titles; without one any word may stand."""
    known, free = file_schema("scenario", jurisdiction("kz"))["$defs"], file_schema("scenario")["$defs"]
    acts = dict(zip(known["act"]["enum"], known["act"]["enumDescriptions"], strict=True))

    assert acts["dissolve"] == jurisdiction("kz").vocabulary.acts["dissolve"].title["en"]
    assert "kz.const.58.1" in known["norm-on-file"]["enum"]
    assert "kz.const.67.4" in known["norm-on-file"]["enum"], "a claimed citation resolves"
    assert "President" in known["actor-on-file"]["enum"]
    assert "enum" not in free["act"]
