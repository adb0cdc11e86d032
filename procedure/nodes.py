"""Values of a YAML text that remember their place."""

from typing import Any

from attrs import define

from procedure.errors import Diagnostic, Place


@define(eq=False)
class Text:
    """The text of one file, for error messages."""

    name: str
    lines: list[str]

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def fault(self, line: int, column: int, code: str, message: str, help: str = "") -> Diagnostic:
        """A diagnostic at a place of this file."""
        return Diagnostic(Place(self.name, line, column), code, message, help, self.line(line))


@define(eq=False)
class Node:
    """A YAML value with its place: `text` of a scalar, `items` of a list, `entries` of a mapping (key node, value)."""

    source: Text
    line: int
    column: int
    text: str | None = None
    quoted: bool = False
    items: "list[Node] | None" = None
    entries: "dict[str, tuple[Node, Node]] | None" = None

    @property
    def kind(self) -> str:
        return "text" if self.text is not None else "list" if self.items is not None else "mapping"

    @property
    def place(self) -> Place:
        return Place(self.source.name, self.line, self.column)

    @property
    def blank(self) -> bool:
        """Whether nothing was written."""
        return self.text == "" and not self.quoted

    def get(self, key: str) -> "Node | None":
        """The value under a key of a mapping, if there is one."""
        found = (self.entries or {}).get(key)
        return found[1] if found else None

    def fault(self, code: str, message: str, help: str = "") -> Diagnostic:
        return self.source.fault(self.line, self.column, code, message, help)

    def plain(self) -> Any:
        """The value as text, lists and dicts, without places."""
        if self.text is not None:
            return self.text
        if self.items is not None:
            return [item.plain() for item in self.items]
        return {key: value.plain() for key, (_, value) in (self.entries or {}).items()}
