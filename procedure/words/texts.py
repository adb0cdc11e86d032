"""What a log says in its own words, in another language: read beside the log, and only when it is asked for."""

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from procedure import shipped
from procedure.characters import quoted
from procedure.errors import ScenarioError
from procedure.reader import Reader, nearest
from procedure.scenario import Scenario
from procedure.yaml_text import read

KEYS = ("title", "about", "acts")


@frozen
class Texts:
    """A log's own words in one language; what is empty or absent has not been translated."""

    title: str = ""
    about: str = ""
    acts: Mapping[str, str] = field(factory=dict)
    """What was done, by the id of the act."""


def texts_path(file: str, language: str) -> Path:
    """Where the words of a log lie in a language: `words/NAME.ru.yaml` beside `NAME.yaml`."""
    path = Path(file)
    return path.parent / shipped.WORDS / f"{path.stem}.{language}.yaml"


def load_texts(scenario: Scenario, language: str) -> Texts:
    """The words of a log in a language, none in English or without a file; FileError or ScenarioError for faults."""
    path = texts_path(scenario.file, language)
    if language == "en" or not path.is_file():
        return Texts()
    reader = Reader()
    keys = reader.fields(read(path, shipped.told(path)), "the words of a log", (), KEYS)
    acts: dict[str, str] = {}
    ids = {act.id for act in scenario.acts}
    for id, (key, node) in (reader.entries(keys["acts"], "acts") if "acts" in keys else {}).items():
        if id not in ids:
            reader.note(key, "PR207", f"no act of the log has the id {quoted(id)}", nearest(id, ids))
        acts[id] = reader.words(node, f"acts: {id}")
    texts = Texts(reader.words(keys.get("title"), "title"), reader.words(keys.get("about"), "about"), acts)
    if reader.faults:
        raise ScenarioError(reader.faults)
    return texts
