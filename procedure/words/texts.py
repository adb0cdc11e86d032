"""What a log says in its own words, in another language: read beside the log, and only when it is asked for."""

from collections.abc import Collection, Mapping
from pathlib import Path

from attrs import field, frozen

from procedure import shipped
from procedure.characters import quoted
from procedure.errors import ScenarioError
from procedure.forms.vocabulary import TEXTS
from procedure.reader import Reader, nearest
from procedure.scenario import Scenario
from procedure.yaml_text import Node, read


@frozen
class Texts:
    """A log's own words in one language; what is empty or absent has not been translated."""

    title: str = ""
    about: str = ""
    actors: Mapping[str, str] = field(factory=dict)
    """Who acts, by the name in the log."""

    acts: Mapping[str, str] = field(factory=dict)
    """What was done, by the id of the act."""


def texts_path(file: str, language: str) -> Path:
    """Where the words of a log lie in a language: `words/NAME.ru.yaml` beside `NAME.yaml`."""
    path = Path(file)
    return path.parent / shipped.WORDS / f"{path.stem}.{language}.yaml"


def load_texts(scenario: Scenario, language: str) -> Texts:
    """The words of a log in a language, none in English or without a file; FileError or ScenarioError for faults."""
    if language == "en":
        return Texts()
    actors = {name: each.title[language] for name, each in scenario.actors.items() if language in each.title}
    path = texts_path(scenario.file, language)
    if not path.is_file():
        return Texts(actors=actors)
    reader = Reader()
    keys = reader.form(read(path, shipped.told(path)), TEXTS)
    ids = {act.id for act in scenario.acts}
    people = {*scenario.actors, *(name for act in scenario.acts for name in act.case.values())}
    texts = Texts(
        reader.words(keys.get("title"), "title"),
        reader.words(keys.get("about"), "about"),
        actors | _texts(reader, keys.get("actors"), "actors", people),
        _texts(reader, keys.get("acts"), "acts", ids),
    )
    if reader.faults:
        raise ScenarioError(reader.faults)
    return texts


def _texts(reader: Reader, node: Node | None, what: str, known: Collection[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, (key, value) in (reader.entries(node, what) if node else {}).items():
        if name not in known:
            help = nearest(name, known) or "remove the line"
            reader.note(key, "PR207", f"{quoted(name)} under {what} is not in the log", help)
        texts[name] = reader.words(value, f"{what}: {name}")
    return texts
