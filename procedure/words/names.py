"""What a country's data call things in one language: acts, machines, states, facts, words, terms and cases."""

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from procedure.compiled import kept
from procedure.errors import LawError
from procedure.forms.vocabulary import NAMES
from procedure.reader import Reader
from procedure.yaml_text import Node, read

NESTED = ("states", "readings")
SECTIONS = ("acts", "procedures", "facts", "words", "terms", "cases")


@frozen
class Names:
    """Names by the word that the files use; what has none is shown as the files write it."""

    acts: Mapping[str, str] = field(factory=dict)
    procedures: Mapping[str, str] = field(factory=dict)
    states: Mapping[str, Mapping[str, str]] = field(factory=dict)
    facts: Mapping[str, str] = field(factory=dict)
    words: Mapping[str, str] = field(factory=dict)
    terms: Mapping[str, str] = field(factory=dict)
    cases: Mapping[str, str] = field(factory=dict)
    readings: Mapping[str, Mapping[str, str]] = field(factory=dict)
    """Of each open question its short name, under `axis`, and those of its answers."""


def load_names(folder: Path, language: str) -> Names:
    """The names in `words/<language>.yaml` of a country's folder; none without that file, LawError for its faults."""
    path = folder / "words" / f"{language}.yaml"
    if not path.exists():
        return Names()
    return kept("names", [path], (), lambda: _names(path))


def _names(path: Path) -> Names:
    reader = Reader()
    keys = reader.form(read(path), NAMES, "words")

    sections = {name: _texts(reader, keys[name], name) for name in SECTIONS if name in keys}
    states, readings = (_nested(reader, keys[name], name) if name in keys else {} for name in NESTED)
    names = Names(**sections, states=states, readings=readings)
    if reader.faults:
        raise LawError(reader.faults)
    return names


def _texts(reader: Reader, node: Node, what: str) -> dict[str, str]:
    return {key: reader.text(each, f"{what}: {key}") for key, (_, each) in reader.entries(node, what).items()}


def _nested(reader: Reader, node: Node, what: str) -> dict[str, dict[str, str]]:
    return {name: _texts(reader, each, f"{what} of {name}") for name, (_, each) in reader.entries(node, what).items()}
