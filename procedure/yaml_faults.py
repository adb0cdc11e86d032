"""What the YAML library finds wrong with a file, in plain words with a way out."""

import re
from collections.abc import Callable

from attrs import frozen
from ruamel.yaml.error import MarkedYAMLError

from procedure.characters import quoted

QUOTE = "put the value in quotes"
ALIGN = "begin it in the same column as its neighbours: items of a list under items, keys under keys"
NO_TAG = (
    "tags (!…) are not accepted",
    "remove the tag: every value is read as text; a value that begins with ! needs quotes",
)
NO_DIRECTIVE = ("directives (lines that begin with %) are not accepted", "remove the line")
NO_ALIAS = ("a value cannot begin with & or *", f"{QUOTE}; anchors and aliases are not accepted")


@frozen
class Trouble:
    """Why a text is not YAML: where (line and column from one), under which code, and the way out."""

    line: int
    column: int
    code: str
    message: str
    help: str


def trouble(error: MarkedYAMLError, lines: list[str]) -> Trouble:
    """What a parsing error means for the author of the file."""
    problem, context = str(error.problem or ""), str(error.context or "")
    if "document start" in problem and (number := directive(lines)):
        return Trouble(number, 1, "PR106", *NO_DIRECTIVE)
    for code, pattern, at_start, told in _TABLE:
        found = re.search(pattern, f"{problem} {context}", re.DOTALL)
        if found:
            mark = (error.context_mark if at_start else None) or error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            begun = error.context_mark.line + 1 if error.context_mark else line
            text = lines[line - 1] if line <= len(lines) else ""
            spot = _Spot(text, column - 1, begun, found)
            message, help = told(spot) if callable(told) else told
            return Trouble(line, spot.key if told is _colon else column, code, message, help)
    raise AssertionError("the last row of the table takes every error")


def directive(lines: list[str]) -> int:
    """The number of the first line that begins with %; 0 when there is none."""
    return next((number for number, line in enumerate(lines, 1) if line.startswith("%")), 0)


@frozen
class _Spot:
    """What stands around the place of an error."""

    line: str
    index: int
    begun: int
    found: re.Match[str]

    @property
    def before(self) -> str:
        return self.line[: self.index].rstrip()

    @property
    def second(self) -> bool:
        """Whether the colon at this place is the second of its line."""
        return bool(re.search(r""":\s|['"]\s*$""", self.before))

    @property
    def key(self) -> int:
        """The column of a misplaced colon, or of the key before it where that does not line up."""
        return self.index + 1 if self.second else len(self.line) - len(self.line.lstrip()) + 1


Told = tuple[str, str]


def _colon(spot: _Spot) -> Told:
    if len(spot.before) > 1024:
        return "a key is longer than 1,024 characters", "shorten the key, or put the value in quotes"
    if spot.second:
        return "a second key begins inside a value", f"{QUOTE}, or begin the key on a new line"
    return (
        "this key does not line up with the line above it",
        "begin it in the column of the other keys, or end the line above with a colon if the key belongs to it",
    )


def _unaligned(spot: _Spot) -> Told:
    if spot.before.endswith(("'", '"')):
        return (
            "the text goes on after its closing quote",
            "write a quote inside the text twice, or put the other kind of quotes around the text",
        )
    return "this does not line up with the lines above it", ALIGN


def _unseparated(spot: _Spot) -> Told:
    closing, found = spot.found[1], spot.found[2]
    what, opening = ("list", "[") if closing == "]" else ("group of keys", "{")
    if "stream end" in found:
        return f"the {what} that begins here with {opening} is never closed", f"add the closing {closing}"
    return (
        f"a comma or {closing} is missing in the {what} that begins with {opening} in line {spot.begun}",
        f"add it before this; text with a comma or a bracket in it needs quotes between {opening} and {closing}",
    )


def _strange(spot: _Spot) -> Told:
    if spot.line[spot.index : spot.index + 1] == "\t":
        return "a tab stands where only spaces may stand", "indent with spaces"
    return f"a value cannot begin with {quoted(spot.line[spot.index : spot.index + 1])}", QUOTE


def _unexpected(spot: _Spot) -> Told:
    token = spot.found[1]
    if token.startswith("<"):
        return "a value is missing here", "write a value"
    return f"'{token}' cannot stand here", f"remove it, or {QUOTE}"


def _escape(spot: _Spot) -> Told:
    return (
        f"inside double quotes, a backslash before {spot.found[1]} means nothing",
        "put single quotes around the text, or write the backslash twice",
    )


def _digits(spot: _Spot) -> Told:
    return (
        f"inside double quotes, this backslash needs {spot.found[1]} hexadecimal digits after its letter",
        "put single quotes around the text, or write the backslash twice",
    )


def _other(spot: _Spot) -> Told:
    return f"not valid YAML: {spot.found[0].strip()}", f"{QUOTE}, or look for a missing quote or colon and for tabs"


_TABLE: tuple[tuple[str, str, bool, Told | Callable[[_Spot], Told]], ...] = (
    ("PR106", "directive|incompatible YAML document|duplicate tag handle", True, NO_DIRECTIVE),
    ("PR106", "(scanning|parsing) an? (tag|tag directive|URI)|undefined tag handle", False, NO_TAG),
    ("PR106", "while scanning an (alias|anchor)", True, NO_ALIAS),
    ("PR103", "mapping values are not allowed", False, _colon),
    (
        "PR103",
        "could not find expected ':'",
        True,
        (
            "this line is neither a key nor part of a value",
            "write `key: value`, or indent it under the text it continues",
        ),
    ),
    ("PR103", "expected <block end>", False, _unaligned),
    ("PR103", r"expected ',' or '(\]|\})', but got ('<stream end>')", True, _unseparated),
    ("PR103", r"expected ',' or '(\]|\})', but got (\S+)", False, _unseparated),
    (
        "PR103",
        "unexpected end of stream|unexpected document separator",
        True,
        (
            "the quote that opens here is never closed",
            "add the closing quote; a quote inside the text is written twice",
        ),
    ),
    ("PR103", "found unknown escape character (.+?) while", False, _escape),
    ("PR103", "expected escape sequence of ([0-9]+)", False, _digits),
    ("PR103", "cannot start any token", False, _strange),
    (
        "PR103",
        "sequence entries are not allowed",
        False,
        ("an item of a list cannot begin here", f"begin it on a line of its own, or {QUOTE}"),
    ),
    ("PR103", "mapping keys are not allowed", False, ("a value cannot begin with '? '", QUOTE)),
    ("PR103", r"expected the node content, but found '([^']+)'", False, _unexpected),
    (
        "PR103",
        "indentation indicator|comment or a line break|more indented follow up",
        False,
        (
            "the text under | or > is not well formed",
            "write nothing after | or > on its line, and indent every line of the text alike",
        ),
    ),
    (
        "PR103",
        "expected '<document start>'|after document end marker",
        False,
        ("the file goes on after its value has ended", "keep one value a file: lines of the form `key: value`"),
    ),
    ("PR103", ".*", False, _other),
)
