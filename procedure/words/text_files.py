"""A log's own words in another language read from YAML."""

from collections.abc import Collection
from pathlib import Path

from procedure import shipped
from procedure.characters import quoted
from procedure.errors import ScenarioError
from procedure.forms.vocabulary import TEXTS
from procedure.nearest import nearest
from procedure.reader import Reader
from procedure.words.texts import Texts
from procedure.yaml_text import Node, read


def read_texts(path: Path, acts: Collection[str], people: Collection[str]) -> Texts:
    """The words in a file, of acts and of people that the log has; FileError or ScenarioError with every fault."""
    reader = Reader()
    keys = reader.form(read(path, shipped.told(path)), TEXTS)
    texts = Texts(
        reader.words(keys.get("title"), "title"),
        reader.words(keys.get("about"), "about"),
        _texts(reader, keys.get("actors"), "actors", people),
        _texts(reader, keys.get("acts"), "acts", acts),
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
