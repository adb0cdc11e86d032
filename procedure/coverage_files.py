"""The explanations of holes in a country's coverage, read from its `coverage.yaml`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from procedure import shipped
from procedure.characters import quoted
from procedure.errors import LawError, Place
from procedure.forms.vocabulary import HOLES
from procedure.reader import Reader, plain_date
from procedure.yaml_text import Node, read


@frozen
class Explanation:
    """Why no case keeps, or none breaks, the version of a norm that begins on a day (None: any version of it)."""

    norm: str
    since: date | None
    why: str
    place: Place


def load_explanations(folder: Path) -> tuple[Explanation, ...]:
    """The explanations in a country's folder, none where it has no such file; LawError with every fault."""
    path = folder / "coverage.yaml"
    if not path.exists():
        return ()
    reader = Reader()
    keys = reader.form(read(path, shipped.told(path)), HOLES)
    found = tuple(_explanations(reader, keys["holes"])) if "holes" in keys else ()
    if reader.faults:
        raise LawError(reader.faults)
    return found


def _explanations(reader: Reader, holes: Node) -> Iterator[Explanation]:
    for norm, (key, node) in reader.entries(holes, "holes").items():
        if node.text is not None:
            yield Explanation(norm, None, reader.words(node, f"why {quoted(norm)} has a hole"), key.place)
            continue
        for text, (day, why) in reader.entries(node, f"the holes of {quoted(norm)}").items():
            since = reader.typed(day, "the first day of a version", plain_date, "2023-03-19")
            reason = reader.words(why, f"why {quoted(norm)} has a hole from {text}")
            if since is not None:
                yield Explanation(norm, since, reason, day.place)
