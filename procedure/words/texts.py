"""What a log says in its own words, in another language: read beside the log, and only when it is asked for."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, field

from procedure import shipped
from procedure.compiled import kept
from procedure.scenario import Scenario
from procedure.values import frozen


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
    acts = sorted(act.id for act in scenario.acts)
    people = sorted({*scenario.actors, *(name for act in scenario.acts for name in act.case.values())})

    def read() -> Texts:
        from procedure.words.text_files import read_texts

        return read_texts(path, acts, people)

    texts = kept("texts", [path], (*acts, "", *people), read)
    return evolve(texts, actors=actors | dict(texts.actors))
