"""Mistakes of the people who write files and command lines; what the law makes of an act is never an exception.

ProcedureError
├── FileError          a file that cannot be read as YAML of the accepted kind
├── LawError           a statute book with faults
├── ScenarioError      a scenario with faults
├── JurisdictionError  a country that is not known, or whose tables contradict each other
└── TooManyForks       claims that alter the way more often than a replay follows

Codes of faults in the text: PR101 cannot be read, PR102 empty or not UTF-8, PR103 not YAML, PR104 no key, PR105 a key
twice, PR106 an anchor, alias, tag, merge key or directive, PR107 a second document, PR108 too large, PR109 a refused
character. Codes of faults in what it says: PR201 unknown key, PR202 something missing, PR203 wrong shape, PR204 empty
or without words, PR205 not one of the words that may stand there or there twice, PR206 not a value of its type, PR207
unknown name, PR208 versions at odds, PR209 a question of a lesson that cannot be answered.
"""

from collections.abc import Iterable

from attrs import field, frozen

from procedure.characters import shown, visible, width

WIDEST = 96


@frozen(order=True)
class Place:
    """A point in a text file; line and column count from one, columns in code points."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{shown(self.file)}:{self.line}:{self.column}"


@frozen(order=True)
class Diagnostic:
    """One fault of a file: where it is, what it is, and the way out."""

    place: Place
    code: str
    message: str = field(converter=shown)
    help: str = field(default="", converter=shown)
    source: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.severity}[{self.code}]: {self.message}"]
        if self.source.strip():
            excerpt, before = _excerpt(self.source, self.place.column - 1)
            lines += [f"   | {excerpt}", f"   | {' ' * before}^"]
        if self.help:
            lines.append(f"   help: {self.help}")
        return "\n".join(lines)


def _excerpt(line: str, index: int) -> tuple[str, int]:
    """The part of a long line around an index, made printable, and how many columns stand before the index."""
    line = line.rstrip()
    start = max(0, min(index - WIDEST // 2, len(line) - WIDEST))
    end = min(len(line), start + WIDEST)
    letters = {spot: line[spot] if line[spot].isprintable() else " " for spot in range(start, end)}
    while sum(width(letters[spot]) for spot in range(start, end)) > WIDEST:
        start, end = (start + 1, end) if index - start > end - index else (start, end - 1)
    lead, tail = "… " if start else "", " …" if end < len(line) else ""
    before = sum(width(letters[spot]) for spot in range(start, min(index, end))) + max(0, index - end)
    return f"{lead}{''.join(letters[spot] for spot in range(start, end))}{tail}", len(lead) + before


class ProcedureError(Exception):
    """The author of a file or a command line made a mistake; `diagnostics` lists every fault once, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic] | str):
        if isinstance(diagnostics, str):
            self.diagnostics: tuple[Diagnostic, ...] = ()
            super().__init__("\n".join(map(visible, diagnostics.splitlines())))
        else:
            self.diagnostics = tuple(sorted(set(diagnostics)))
            super().__init__("\n".join(str(fault) for fault in self.diagnostics))


class FileError(ProcedureError):
    """The file cannot be read, or is not YAML of the accepted kind."""


class LawError(ProcedureError):
    """A statute book has faults."""


class ScenarioError(ProcedureError):
    """A scenario has faults."""


class JurisdictionError(ProcedureError):
    """The country is not known, or its tables contradict each other."""


class TooManyForks(ProcedureError):
    """More claims alter the way than a replay follows; the message names them."""
