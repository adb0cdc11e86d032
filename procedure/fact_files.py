"""Facts read from a scenario by the type that the country's vocabulary gives them."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from procedure.characters import quoted
from procedure.jurisdiction import FactType
from procedure.moments import parse_time
from procedure.nearest import nearest
from procedure.reader import Reader, plain_date, plain_moment, plain_period, whole_number
from procedure.record import Fact
from procedure.yaml_text import Node

_SHARE = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})? ?%|[0-9]{1,18}(\.[0-9]{1,18}|/[0-9]{1,18})?")


def read_facts(
    reader: Reader, node: Node | None, known: Mapping[str, FactType], whose: str, zone: str
) -> Mapping[str, Fact]:
    """The facts under a key; an unknown name is a fault, and `whose` says of what they are."""
    found: dict[str, Fact] = {}
    for name, (key, value) in (reader.entries(node, "facts") if node else {}).items():
        if name not in known:
            help = nearest(name, known) or "none is known: leave it out, or say it under `what:`"
            reader.note(key, "PR207", f"{whose} has no fact {quoted(name)}", help)
            continue
        fact = read_fact(reader, value, name, known[name], zone)
        if fact is not None:
            found[name] = fact
    return found


def read_fact(reader: Reader, node: Node, name: str, kind: FactType, zone: str) -> Fact | None:
    """One fact; None, and a fault, where it is not of its type."""
    if kind.name == "one of":
        return reader.choice(node, name, kind.words) or None
    if kind.name == "numbers":
        entries = reader.entries(node, name).items()
        numbers = {key: reader.integer(value, f"{name} of {quoted(key)}") for key, (_, value) in entries}
        return {key: number for key, number in numbers.items() if number is not None}
    if kind.name == "list of text":
        return reader.texts(node, name)
    if kind.name == "list of integer":
        return tuple(number for item in reader.items(node, name) if (number := reader.integer(item, name)) is not None)
    if kind.name == "text":
        return reader.text(node, name) or None
    convert, example = _CONVERTERS[kind.name]
    return reader.typed(node, name, lambda text: convert(text, zone), example)


def _yes_no(text: str, _: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"{quoted(text)} is neither yes nor no")
    return text == "yes"


def _share(text: str, _: str) -> Fraction:
    if not _SHARE.fullmatch(text):
        raise ValueError(f"{quoted(text)} is not a share")
    try:
        value = Fraction(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
    except ZeroDivisionError:
        raise ValueError(f"{quoted(text)} is not a share: nothing is divided by zero") from None
    if value > 1:
        raise ValueError(f"{quoted(text)} is more than the whole")
    return value


_CONVERTERS: Mapping[str, tuple[Callable[[str, str], Fact], str]] = {
    "integer": (lambda text, _: whole_number(text), "98"),
    "share": (_share, "54.21%"),
    "date": (lambda text, _: plain_date(text), "2023-03-19"),
    "time": (lambda text, _: parse_time(text), '"18:00"'),
    "moment": (plain_moment, "2023-03-29 10:00"),
    "period": (lambda text, _: plain_period(text), "20 minutes"),
    "yes/no": (_yes_no, "yes"),
}
