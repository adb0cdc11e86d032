"""HTML and SVG from values: every text is escaped, every attribute quoted, and the result is well-formed XML too."""

from collections.abc import Iterable
from html import escape
from typing import TypeAlias
from unicodedata import bidirectional

from procedure.render.labels import clean


class Html(str):
    """Text that is markup already; whatever is made of it by `+` or a format is plain text again, and is escaped."""

    __slots__ = ()


Child: TypeAlias = str | int | Iterable["Child"] | None
Attribute: TypeAlias = str | int | float | bool | None

EMPTY = frozenset(("meta", "link", "br", "hr", "wbr", "path", "rect", "circle", "line", "use"))


def el(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element; `class_` is its class, `_` within a name stands for `-`; None and False leave an attribute out."""
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}"
    if name in EMPTY and not children:
        return Html(f"{opened}/>")
    return Html(f"{opened}>{join(*children)}</{name}>")


def join(*children: Child) -> Html:
    """Children in a row: markup as it is, anything else as text; None is nothing."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, Html):
            parts.append(str(child))
        elif isinstance(child, str | int):
            parts.append(escaped(str(child)))
        elif child is not None:
            parts.append(str(join(*child)))
    return Html("".join(parts))


def escaped(text: str) -> str:
    """Text for an element or an attribute: without what XML forbids, marks that turn the direction shown as �."""
    if text.isprintable():
        return escape(text)
    lead, trail = text[:1].isspace(), text[-1:].isspace() and len(text) > 1
    return escape(f"{' ' if lead else ''}{clean(text)}{' ' if trail else ''}")


def isolated(text: str) -> Child:
    """A text that does not turn the direction of what stands around it, whichever way its letters run."""
    return el("bdi", text) if any(bidirectional(letter) in ("R", "AL", "AN") for letter in text) else text


def figure(value: float) -> str:
    """A coordinate with at most one digit after the point."""
    return f"{value:.1f}".removesuffix(".0")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    shown = name if value is True else figure(value) if isinstance(value, float) else escaped(str(value))
    return f' {name}="{shown}"'
