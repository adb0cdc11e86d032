"""Tables as a source prints them, the checks they must stand, and what such a check may find."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from fractions import Fraction

from attrs import frozen

from procedure.errors import ProcedureError
from procedure.figures import Printed


class Weight(Enum):
    """How much a discrepancy says against a source."""

    CONTRADICTION = "the printed numbers cannot all be right"
    MISPRINT = "a slip of the form; what is meant can be recovered"
    GAP = "something is missing"
    REMARK = "nothing is contradicted, but it is worth a look"


@frozen
class Discrepancy:
    """One thing that does not add up: where, what, as printed, as computed, and what the editor says about it."""

    where: str
    what: str
    printed: str
    computed: str
    note: str = ""
    weight: Weight = Weight.CONTRADICTION


@frozen
class Table:
    """A table as printed: cells by row and column; misprints with their reading and why; notes by place; checks."""

    name: str
    source: Mapping[str, str]
    rows: Mapping[str, Mapping[str, str]]
    apart: tuple[str, ...] = ()
    misprints: Mapping[tuple[str, str], tuple[str, str]] = {}
    notes: Mapping[str, str] = {}
    checks: "tuple[Check, ...]" = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows that are not totals."""
        return tuple(row for row in self.rows if row not in self.apart)

    def text(self, row: str, column: str) -> str:
        """What a cell says, misprints as they are read."""
        slip = self.misprints.get((row, column))
        return slip[0] if slip else self.rows.get(row, {}).get(column, "")

    def number(self, row: str, column: str) -> Printed:
        """A percentage or a whole number; a misprint that is not flagged is the data file's error."""
        text = self.text(row, column)
        if Printed.is_number(text):
            number = Printed.of(text)
            if number.percent or not number.digits:
                return number
        message = f"{self.name}: {row}: {column}: '{text}' is neither a whole number nor a percentage"
        raise ProcedureError(f"{message}; flag it under `misprints:`")

    def sum(self, cells: Iterable[tuple[str, str]]) -> Fraction:
        return sum((self.number(row, column).value for row, column in cells), Fraction(0))

    def slips(self) -> Iterator[Discrepancy]:
        """The misprints that the editor flags."""
        for (row, column), (read_as, because) in self.misprints.items():
            printed = self.rows[row].get(column, "")
            yield Discrepancy(f"{self.name}: {row}: {column}", "misprint", printed, read_as, because, Weight.MISPRINT)

    def groups(self, by: str) -> dict[str, list[str]]:
        """The lines by the text that they have in a column."""
        found: dict[str, list[str]] = {}
        for row in self.lines:
            found.setdefault(self.text(row, by), []).append(row)
        return found


Tables = Mapping[str, Table]


@frozen(kw_only=True)
class Check:
    """One comparison that a table must stand; where the file has a note on the place, it stands for the check's own."""

    note: str = ""
    weight: str = "contradiction"

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        raise TypeError(f"{type(self).__name__} finds nothing")

    def say(self, table: Table, place: str, what: str, printed: str, computed: str) -> Discrepancy:
        note = table.notes.get(place, self.note)
        return Discrepancy(f"{table.name}: {place}", what, printed, computed, note, Weight[self.weight.upper()])
