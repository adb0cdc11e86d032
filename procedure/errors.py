"""Mistakes of the people who write files and command lines; what the law makes of an act is never an exception.

ProcedureError
├── FileError          a file that cannot be read as YAML of the accepted kind
├── LawError           a statute book with faults
├── ScenarioError      a scenario with faults
├── JurisdictionError  a country that is not known, or whose tables contradict each other
└── TooManyForks       claims that alter the way more often than a replay follows
"""

from collections.abc import Iterable

from attrs import frozen


@frozen(order=True)
class Place:
    """A point in a text file; line and column count from one, columns in code points."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@frozen(order=True)
class Diagnostic:
    """One fault of a file: where it is, what it is, and the way out."""

    place: Place
    code: str
    message: str
    help: str = ""
    source: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.severity}[{self.code}]: {self.message}"]
        if self.source.strip():
            shown, column = _excerpt(self.source, self.place.column)
            lines += [f"   | {shown}", f"   | {' ' * (column - 1)}^"]
        if self.help:
            lines.append(f"   help: {self.help}")
        return "\n".join(lines)


def _excerpt(line: str, column: int, width: int = 96) -> tuple[str, int]:
    """The part of a long line around a column, made printable, and the column within it."""
    start = max(0, column - 1 - width // 2) if len(line) > width else 0
    part = "".join(letter if letter.isprintable() else " " for letter in line[start : start + width])
    return part, column - start


class ProcedureError(Exception):
    """The author of a file or a command line made a mistake; `diagnostics` lists every fault, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic] | str):
        if isinstance(diagnostics, str):
            self.diagnostics: tuple[Diagnostic, ...] = ()
            super().__init__(diagnostics)
        else:
            self.diagnostics = tuple(sorted(diagnostics))
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
