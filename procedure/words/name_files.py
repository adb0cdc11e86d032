"""A country's names in one language read from YAML."""

from pathlib import Path

from procedure.errors import LawError
from procedure.forms.vocabulary import NAMES
from procedure.reader import Reader
from procedure.words.names import Names
from procedure.yaml_text import Node, read

NESTED = ("states", "readings")
SECTIONS = ("acts", "procedures", "facts", "words", "terms", "cases")


def read_names(path: Path) -> Names:
    """The names in a file, read anew; raises LawError with every fault."""
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
