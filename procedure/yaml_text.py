"""Strict YAML 1.2 read into nodes that remember their place; every scalar is text.

Anchors, aliases, tags, directives, several documents and repeated keys are refused, and size, depth and count are bounded.
"""

from pathlib import Path
from typing import Any

from attrs import define, field
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from procedure.errors import Diagnostic, FileError, Place

LARGEST_FILE = 4 * 1024 * 1024
DEEPEST = 24
MOST_NODES = 400_000


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
    """A YAML value with its place: `text` for a scalar, `items` for a list, `entries` for a mapping (key, key node, value)."""

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


@define(eq=False)
class _Builder:
    source: Text
    faults: list[Diagnostic] = field(factory=list)
    stack: list[tuple[Node, Node | None]] = field(factory=list)
    root: Node | None = None
    count: int = 0

    def add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise FileError([*self.faults, node.fault("PR108", f"more than {MOST_NODES:,} values", "split the file")])
        if not self.stack:
            if self.root is not None:
                self.faults.append(node.fault("PR107", "a second document in one file", "keep one document a file"))
            self.root = self.root or node
            return
        parent, key = self.stack[-1]
        if parent.items is not None:
            parent.items.append(node)
        elif key is None:
            if node.text is None:
                self.faults.append(node.fault("PR104", "a key must be text, not a list or a mapping"))
            self.stack[-1] = (parent, node)
        else:
            self._put(parent, key, node)
            self.stack[-1] = (parent, None)

    def _put(self, parent: Node, key: Node, node: Node) -> None:
        entries = parent.entries
        assert entries is not None
        name = key.text if key.text is not None else f"<{key.line}>"
        if name in entries:
            first = entries[name][0]
            self.faults.append(
                key.fault("PR105", f"the key '{name}' stands twice", f"it stands first in line {first.line}; keep one")
            )
            return
        entries[name] = (key, node)

    def open(self, node: Node) -> None:
        self.add(node)
        self.stack.append((node, None))
        if len(self.stack) > DEEPEST:
            raise FileError([*self.faults, node.fault("PR108", f"nested more than {DEEPEST} deep", "flatten the file")])

    def refuse(self, event: Any, node: Node) -> None:
        if getattr(event, "anchor", None):
            self.faults.append(
                node.fault("PR106", f"anchors (&{event.anchor}) are not accepted", "write the value out where it is used")
            )
        if getattr(event, "tag", None):
            self.faults.append(
                node.fault("PR106", "tags (!…) are not accepted", "remove the tag; every value is read as text")
            )


def parse(text: str, name: str) -> Node:
    """The root node of a YAML text; raises FileError with every fault found."""
    source = Text(name, text.splitlines())
    if not text.strip():
        raise FileError([source.fault(1, 1, "PR102", "the file is empty", "start with `scenario:` or `instrument:`")])
    builder = _Builder(source)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            _take(builder, event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = " ".join(str(part).strip() for part in (error.problem, error.context) if part)
        raise FileError([*builder.faults, source.fault(line, column, "PR103", f"not valid YAML: {message}", _HINT)]) from None
    except YAMLError as error:
        line, column = _position(text, error)
        message = f"not valid YAML: {str(error).splitlines()[0]}"
        raise FileError([*builder.faults, source.fault(line, column, "PR103", message, _HINT)]) from None
    if builder.faults:
        raise FileError(builder.faults)
    if builder.root is None:
        raise FileError([source.fault(1, 1, "PR102", "the file holds only comments", "write at least one key")])
    return builder.root


_HINT = "look for a missing quote, a colon without a space after it, or an indentation with tabs"


def _position(text: str, error: YAMLError) -> tuple[int, int]:
    """The place of a character that YAML does not allow."""
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def _take(builder: _Builder, event: Any) -> None:
    mark = event.start_mark
    if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
        builder.stack.pop()
        return
    if isinstance(event, DocumentStartEvent):
        if event.tags or event.version:
            builder.faults.append(
                builder.source.fault(mark.line + 1, mark.column + 1, "PR106", "directives (%) are not accepted")
            )
        return
    if not isinstance(event, (AliasEvent, ScalarEvent, MappingStartEvent, SequenceStartEvent)):
        return
    node = Node(builder.source, mark.line + 1, mark.column + 1)
    if isinstance(event, AliasEvent):
        builder.faults.append(
            node.fault("PR106", f"aliases (*{event.anchor}) are not accepted", "write the value out where it is used")
        )
        node.text = ""
        builder.add(node)
        return
    builder.refuse(event, node)
    if isinstance(event, ScalarEvent):
        node.text = event.value
        node.quoted = event.style in ('"', "'", "|", ">")
        builder.add(node)
    elif isinstance(event, MappingStartEvent):
        node.entries = {}
        builder.open(node)
    else:
        node.items = []
        builder.open(node)


def read(path: Path | str, name: str | None = None) -> Node:
    """The root node of a file; raises FileError when it is missing, too large, not UTF-8 or not accepted YAML."""
    path = Path(path)
    name = name or str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            message = f"the file has {size:,} bytes, more than the {LARGEST_FILE:,} that are read"
            raise FileError([Diagnostic(Place(name), "PR108", message, "split the file")])
        data = path.read_bytes()
    except OSError as error:
        what = "is a folder" if path.is_dir() else (error.strerror or str(error)).lower()
        raise FileError(
            [Diagnostic(Place(name), "PR101", f"cannot read the file: {what}", "check the path; `procedure list` names the files shipped")]
        ) from None
    return parse(decode(data, name), name)


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8; raises FileError at the first byte that is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = f"not UTF-8 text: byte 0x{data[error.start]:02x} cannot be read"
        raise FileError([Diagnostic(Place(name, line, column), "PR102", message, "save the file as UTF-8")]) from None
