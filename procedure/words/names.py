"""What a country's data call things in one language: acts, machines, states, facts, words, terms and cases."""

from collections.abc import Mapping
from pathlib import Path

from attrs import field

from procedure.compiled import kept
from procedure.values import frozen


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

    def read() -> Names:
        from procedure.words.name_files import read_names

        return read_names(path)

    return kept("names", [path], (), read)
