"""Recompute the tables and claims of a source, and say what does not add up; the data files say what is compared."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, prod

from attrs import evolve, frozen

from procedure.figures import Printed, shown
from procedure.tables import Check, Discrepancy, Table, Tables

Pairs = tuple[tuple[str, str], ...]


def audit(tables: Tables) -> tuple[Discrepancy, ...]:
    """Everything that does not add up, in the order of the tables: their misprints, then what their checks find."""
    found: list[Discrepancy] = []
    for table in tables.values():
        found += table.slips()
        for check in table.checks:
            found += check.find(table, tables)
    return tuple(found)


@frozen(kw_only=True)
class AddsAcross(Check):
    """The parts of every row add up to its total."""

    parts: tuple[str, ...]
    total: str

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        for row in table.rows:
            exact = table.sum((row, part) for part in self.parts)
            if exact != table.number(row, self.total).value:
                place = f"{row}: {self.total}"
                yield self.say(table, place, "sum of the row", table.text(row, self.total), shown(exact))


@frozen(kw_only=True)
class AddsDown(Check):
    """The lines of every column add up to the total row."""

    columns: tuple[str, ...]
    total: str

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        for column in self.columns:
            exact = table.sum((row, column) for row in table.lines)
            if exact != table.number(self.total, column).value:
                place = f"{self.total}: {column}"
                yield self.say(table, place, "sum of the column", table.text(self.total, column), shown(exact))


@frozen(kw_only=True)
class Shares(Check):
    """Every part is the printed percentage of the base, which is all parts together unless it is named."""

    parts: tuple[str, ...]
    percents: tuple[str, ...]
    base: tuple[str, ...] = ()

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        for row in table.rows:
            base = table.sum((row, column) for column in self.base or self.parts)
            for part, column in zip(self.parts, self.percents, strict=True):
                exact, printed = 100 * table.number(row, part).value / (base or 1), table.number(row, column)
                if not printed.rounds(exact):
                    computed = shown(exact, printed.digits, True)
                    yield self.say(table, f"{row}: {column}", "percentage", table.text(row, column), computed)


@frozen(kw_only=True)
class OneBase(Check):
    """One of the bases gives every percentage of a row."""

    numbers: str
    percents: str
    columns: tuple[str, ...]
    bases: tuple[str, ...]

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        misses = {}
        for base in self.bases:
            exact = {c: 100 * table.number(self.numbers, c).value / Printed.of(base).value for c in self.columns}
            misses[base] = [c for c in self.columns if not table.number(self.percents, c).rounds(exact[c])]
        if all(misses.values()):
            printed = ", ".join(table.text(self.percents, column) for column in self.columns)
            computed = "; ".join(f"of {base} not at {', '.join(missed)}" for base, missed in misses.items())
            yield self.say(table, f"{self.percents}: base", "no single base", printed, computed)


@frozen(kw_only=True)
class NeverFalls(Check):
    """The numbers of every row never fall from one column to the next."""

    columns: tuple[str, ...]

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        for row in table.rows:
            for before, after in zip(self.columns, self.columns[1:], strict=False):
                if table.number(row, after).value < table.number(row, before).value:
                    place = f"{row}: {after}"
                    yield self.say(table, place, "falls", table.text(row, after), f"{table.text(row, before)} or more")


@frozen(kw_only=True)
class Weighted(Check):
    """The percentages of the lines, each of its own base in another table, allow the number printed for all."""

    columns: tuple[str, ...]
    number: str
    table: str
    base: str

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        bases = {row: tables[self.table].number(row, self.base).value for row in table.lines}
        for column in self.columns:
            cells = {row: table.number(row, column) for row in table.lines}
            low = sum((bases[row] * (cell.value - cell.half) / 100 for row, cell in cells.items()), Fraction(0))
            high = sum((bases[row] * (cell.value + cell.half) / 100 for row, cell in cells.items()), Fraction(0))
            if not low <= table.number(self.number, column).value <= high:
                printed, computed = table.text(self.number, column), f"{shown(low)} to {shown(high)}"
                yield self.say(table, f"{self.number}: {column}", "sum of the lines' shares", printed, computed)


@frozen(kw_only=True)
class Agrees(Check):
    """A column says the same as a column of another table in all rows that both have."""

    column: str
    table: str
    other: str

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        there = tables[self.table]
        for row in table.rows:
            if row in there.rows and table.text(row, self.column) != there.text(row, self.other):
                what = f"differs from {self.table}"
                place = f"{row}: {self.column}"
                yield self.say(table, place, what, table.text(row, self.column), there.text(row, self.other))


@frozen(kw_only=True)
class SameRows(Check):
    """The lines of another table, or the groups of its lines, are the lines of this one."""

    table: str
    by: str = ""

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        there = tables[self.table]
        theirs = tuple(there.groups(self.by)) if self.by else there.lines
        for row in (row for row in theirs if row not in table.lines):
            yield self.say(table, f"{row}: row", f"missing here, present in {self.table}", "", row)
        for row in (row for row in table.lines if row not in theirs):
            yield self.say(table, f"{row}: row", f"present here, missing in {self.table}", row, "")


@frozen(kw_only=True)
class Counts(Check):
    """The column states how many lines another table, or this one, has for each group."""

    column: str
    by: str
    table: str = ""

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        groups = tables[self.table or table.name].groups(self.by)
        for row in (row for row in table.lines if table.text(row, self.column)):
            counted = len(groups.get(row if self.table else table.text(row, self.by), ()))
            if table.number(row, self.column).value != counted:
                place = f"{row}: {self.column}"
                yield self.say(table, place, "number of lines", table.text(row, self.column), str(counted))


def implied(table: Table, row: str, pairs: Pairs) -> list[tuple[int, int]]:
    """For each number and its percentage, the least and the greatest total that they imply."""
    return [table.number(row, percent).wholes(table.number(row, number).value) for number, percent in pairs]


@frozen(kw_only=True)
class Implied(Check):
    """The numbers and percentages of a row imply one and the same total."""

    pairs: Pairs

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        for row in table.lines:
            wholes = implied(table, row, self.pairs)
            if max(low for low, _ in wholes) > min(high for _, high in wholes):
                printed = ", ".join(f"{table.text(row, n)} = {table.text(row, p)}" for n, p in self.pairs)
                computed = ", ".join(f"{low:,} to {high:,}" for low, high in wholes)
                yield self.say(table, f"{row}: total", "implied totals differ", printed, computed)


@frozen(kw_only=True)
class ImpliedWithin(Check):
    """The totals implied for the lines of a group together do not pass what another table has for the group.

    A group whose totals stay under the share `floor` of it is a remark: the ballots are not the same, and may differ.
    """

    pairs: Pairs
    by: str
    table: str
    column: str
    floor: str

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        for group, rows in table.groups(self.by).items():
            bound = tables[self.table].number(group, self.column).value
            wholes = {row: implied(table, row, self.pairs) for row in rows}
            least = {row: min(low for low, _ in wholes[row]) for row in rows}
            for row in rows:
                others = sum(least.values()) - least[row]
                for (number, percent), (low, _) in zip(self.pairs, wholes[row], strict=True):
                    if low + others > bound:
                        printed = f"{table.text(row, number)} = {table.text(row, percent)}"
                        computed = f"{low + others:,} or more in {group}, of {shown(bound)}"
                        yield self.say(table, f"{row}: {number}", "implied total too high", printed, computed)
            most = sum(max(high for _, high in wholes[row]) for row in rows)
            if most < bound * Printed.of(self.floor).value / 100:
                remark, share = evolve(self, weight="remark"), shown(Fraction(100 * most) / bound, 2, True)
                computed = f"{most:,} or less, {share} of {shown(bound)}"
                yield remark.say(table, f"{group}: total", "implied total low", "", computed)


@frozen(kw_only=True)
class Even(Check):
    """The number of each group, shared among its lines in another table, is near the mean of all lines."""

    column: str
    total: str
    table: str
    by: str
    tolerance: str

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        groups = tables[self.table].groups(self.by)
        mean = table.number(self.total, self.column).value / len(tables[self.table].lines)
        for row in (row for row in table.lines if row in groups):
            each = table.number(row, self.column).value / len(groups[row])
            if 100 * abs(each / mean - 1) > Printed.of(self.tolerance).value:
                part = shown(100 * each / mean, 2, True)
                printed = f"{table.text(row, self.column)} / {len(groups[row])}"
                computed = f"{shown(each)}, {part} of the mean {shown(mean)}"
                yield self.say(table, f"{row}: {self.column}", "far from the mean", printed, computed)


@frozen(kw_only=True)
class Claim(Check):
    """A sentence of arithmetic in the source: the sum, share or the like of some numbers is what is printed."""

    name: str
    claim: str
    of: tuple[str, ...]
    printed: str = ""
    says: str = ""
    rounded: str = "nearest"
    digits: str = ""

    def find(self, table: Table, tables: Tables) -> Iterator[Discrepancy]:
        parts = [Printed.of(text) for text in self.of]
        values = [part.value for part in parts]
        exact = CLAIMS[self.claim](values)
        printed = Printed.of(self.printed or "100%")
        digits = int(self.digits or (printed.digits if self.printed else max(part.digits for part in parts)))
        slack = sum((part.half for part in parts if part.percent), Fraction(0))
        if self.rounded == "up":
            exact = Fraction(ceil(exact * 10**digits), 10**digits)
        near = self.claim in ("whole", "sum", "difference") and abs(exact - printed.value) <= slack
        if not near and not evolve(printed, digits=digits).rounds(exact):
            yield self.say(table, self.name, self.says, self.printed, shown(exact, digits, printed.percent))


CLAIMS = {
    "sum": lambda values: sum(values, Fraction(0)),
    "whole": lambda values: sum(values, Fraction(0)),
    "difference": lambda values: values[0] - sum(values[1:], Fraction(0)),
    "product": prod,
    "share": lambda values: 100 * values[0] / values[1],
    "mean": lambda values: values[0] / values[1],
}

KINDS: dict[str, type[Check]] = {
    "adds across": AddsAcross,
    "adds down": AddsDown,
    "shares": Shares,
    "one base": OneBase,
    "never falls": NeverFalls,
    "weighted": Weighted,
    "agrees": Agrees,
    "same rows": SameRows,
    "counts": Counts,
    "implied": Implied,
    "implied within": ImpliedWithin,
    "even": Even,
}
