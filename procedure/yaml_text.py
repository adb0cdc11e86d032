"""Strict YAML 1.2 read into nodes that remember their place; every scalar is text.

Anchors, aliases, tags, merge keys, directives, several documents and repeated keys are refused, and so are characters
that cannot be seen; size, depth and count are bounded. What follows an error of YAML cannot be read.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE
from collections.abc import Iterator
from os.path import isdir
from pathlib import Path
from typing import Any
from unicodedata import normalize

from attrs import define, field
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from procedure.characters import FORBIDDEN, named, quoted
from procedure.errors import Diagnostic, FileError, Place
from procedure.nodes import Node, Text
from procedure.yaml_faults import NO_DIRECTIVE, NO_TAG, directive, trouble

__all__ = ["Examined", "Node", "Text", "decode", "examine", "examine_file", "parse", "read"]

Examined = tuple[Node | None, list[Diagnostic]]

LARGEST_FILE = 2 * 1024 * 1024
DEEPEST = 24
MOST_NODES = 200_000

WRITE_OUT = "write the value out where it is used"
SPLIT = "split the file into several"
START = "begin with a line of the form `key: value`"
REMOVE = "remove the character, or type it anew; it may have come with copied text"

_BREAK = re.compile(r"\r\n|\n|\r")
_ESCAPE = re.compile(r"\\U(?:[0-9A-Fa-f]{8})")


class _TooMuch(Exception):
    """A bound is passed."""


@define(eq=False)
class _Builder:
    """Builds nodes from parsing events; every fault is noted, and only a bound that is passed stops it."""

    source: Text
    faults: list[Diagnostic] = field(factory=list)
    stack: list[tuple[Node, Node | None]] = field(factory=list)
    root: Node | None = None
    count: int = 0
    documents: int = 0

    def note(self, node: Node, code: str, message: str, help: str) -> None:
        self.faults.append(node.fault(code, message, help))

    def take(self, event: Any) -> None:
        node = Node(self.source, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.stack.pop()
        elif isinstance(event, DocumentStartEvent):
            self._document(event, node)
        elif isinstance(event, AliasEvent):
            self.note(node, "PR106", f"aliases (*{event.anchor}) are not accepted", WRITE_OUT)
            node.text = f"*{event.anchor}"
            self._add(node)
        elif isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
            if event.anchor:
                self.note(node, "PR106", f"anchors (&{event.anchor}) are not accepted", WRITE_OUT)
            if event.tag:
                self.note(node, "PR106", *NO_TAG)
            if isinstance(event, ScalarEvent):
                self._scalar(event, node)
            else:
                node.items, node.entries = ([], None) if isinstance(event, SequenceStartEvent) else (None, {})
                self._add(node)
                self.stack.append((node, None))
                if len(self.stack) > DEEPEST:
                    self.note(node, "PR108", f"nested more than {DEEPEST} deep", "close what is open, or nest less")
                    raise _TooMuch

    def _document(self, event: Any, node: Node) -> None:
        if event.tags or event.version:
            line = directive(self.source.lines) or node.line
            self.faults.append(self.source.fault(line, 1, "PR106", *NO_DIRECTIVE))
        self.documents += 1
        if self.documents == 2:
            self.note(
                node, "PR107", "a second document begins in this file", "keep one document a file: remove the ---"
            )

    def _scalar(self, event: Any, node: Node) -> None:
        node.text = normalize("NFC", event.value)
        node.quoted = event.style in ('"', "'", "|", ">")
        found = FORBIDDEN.search(node.text)
        if found:
            message = f"the text holds the character {named(found[0])}, which is not accepted"
            self.note(node, "PR109", message, "remove the escape sequence that stands for it")
        self._add(node)

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            self.note(node, "PR108", f"more than {MOST_NODES:,} values", SPLIT)
            raise _TooMuch
        if not self.stack:
            self.root = self.root or node
            return
        parent, key = self.stack[-1]
        if parent.items is not None:
            parent.items.append(node)
        elif key is None:
            self._check_key(node)
            self.stack[-1] = (parent, node)
        else:
            self._put(parent, key, node)
            self.stack[-1] = (parent, None)

    def _check_key(self, key: Node) -> None:
        if key.text is None:
            self.note(
                key,
                "PR104",
                "a key must be text, not a list or a mapping",
                "put the key in quotes if it begins with [ or {",
            )
        elif not key.text.strip():
            self.note(key, "PR104", "a key is missing before the colon", "write the key, or put the value in quotes")
        elif key.text == "<<" and not key.quoted:
            self.note(key, "PR106", "merge keys (<<) are not accepted", WRITE_OUT)

    def _put(self, parent: Node, key: Node, node: Node) -> None:
        entries = parent.entries
        assert entries is not None
        if key.text is None:
            return
        if node.blank:
            node.line, node.column = key.line, key.column
        if key.text not in entries:
            entries[key.text] = (key, node)
        elif key.text.strip():
            first = entries[key.text][0].line
            self.note(
                key, "PR105", f"the key {quoted(key.text)} stands twice", f"it stands first in line {first}; keep one"
            )


def parse(text: str, name: str) -> Node:
    """The root node of a YAML text; raises FileError with every fault found."""
    return _faultless(examine(text, name))


def read(path: Path | str, name: str | None = None) -> Node:
    """The root node of a file; raises FileError when it is missing, too large, not UTF-8 or not accepted YAML."""
    return _faultless(examine_file(path, name))


def _faultless(examined: Examined) -> Node:
    root, faults = examined
    if root is None or faults:
        raise FileError(faults)
    return root


def examine(text: str, name: str) -> Examined:
    """The root node of a YAML text with the faults found; no node where nothing sure can be said of the rest."""
    text = text.removeprefix("\ufeff")
    source = Text(name, _BREAK.split(text))
    if len(text) > LARGEST_FILE:
        message = f"the text has {len(text):,} characters, more than the {LARGEST_FILE:,} that are read"
        return None, [source.fault(1, 1, "PR108", message, SPLIT)]
    if not text.strip():
        return None, [source.fault(1, 1, "PR102", "the file is empty", START)]
    builder = _Builder(source, list(_forbidden(source)))
    if "\0" in text:
        return None, builder.faults
    try:
        for event in YAML(typ="safe", pure=True).parse(FORBIDDEN.sub("\ufffd", text)):
            builder.take(event)
    except _TooMuch:
        return None, builder.faults
    except MarkedYAMLError as error:
        why = trouble(error, source.lines)
        return None, [*builder.faults, source.fault(why.line, why.column, why.code, why.message, why.help)]
    except (ValueError, OverflowError):  # the library turns \U and eight digits into a character without looking
        return None, [*builder.faults, _beyond_unicode(source)]
    if (builder.root is None or builder.root.blank) and not builder.faults:
        return None, [source.fault(1, 1, "PR102", "the file holds nothing but comments", START)]
    return builder.root, builder.faults


def _forbidden(source: Text) -> Iterator[Diagnostic]:
    """The first place of each character that no file may hold."""
    seen: set[str] = set()
    for number, line in enumerate(source.lines, 1):
        for found in FORBIDDEN.finditer(line):
            if found[0] not in seen:
                seen.add(found[0])
                message = f"the character {named(found[0])} is not accepted"
                help = "save the file as UTF-8, not as UTF-16" if found[0] == "\0" else REMOVE
                yield source.fault(number, found.start() + 1, "PR109", message, help)


def _beyond_unicode(source: Text) -> Diagnostic:
    """The escape sequence of a character that does not exist."""
    for number, line in enumerate(source.lines, 1):
        for found in _ESCAPE.finditer(line):
            if int(found[0][2:], 16) > 0x10FFFF:
                message = f"{found[0]} is not a character"
                return source.fault(number, found.start() + 1, "PR103", message, "put single quotes around the text")
    raise AssertionError("no other value is converted while parsing")


def examine_file(path: Path | str, name: str | None = None) -> Examined:
    """The root node of a file with the faults found; no node where it cannot be read to its end."""
    name = name or str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        help = "check the path; `procedure list` names the files shipped"
        what = str(getattr(error, "strerror", None) or error).lower()
        if isdir(path):
            what, help = "it is a folder", "name a file in it"
        return None, [Diagnostic(Place(name), "PR101", f"cannot read the file: {what}", help)]
    if len(data) > LARGEST_FILE:
        message = f"the file has more than the {LARGEST_FILE:,} bytes that are read"
        return None, [Diagnostic(Place(name), "PR108", message, SPLIT)]
    try:
        return examine(decode(data, name), name)
    except FileError as error:
        return None, list(error.diagnostics)


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8; raises FileError at the first byte that is not."""
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = _BREAK.split(data[: error.start].decode())
        source = Text(name, _BREAK.split(data.decode(errors="replace")))
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_BE)):
            message = "the file is text in UTF-16 or UTF-32, not in UTF-8"
        else:
            message = f"the file is not UTF-8 text: the byte 0x{data[error.start]:02x} cannot be read"
        fault = source.fault(len(before), len(before[-1]) + 1, "PR102", message, "save the file as UTF-8")
        raise FileError([fault]) from None
