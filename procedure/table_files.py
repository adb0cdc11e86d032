"""Tables, their misprints, checks and claims out of data files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import NOTHING, fields

from procedure.audit import CLAIMS, KINDS, Claim
from procedure.errors import Diagnostic, FileError
from procedure.figures import Printed
from procedure.tables import Check, Table, Weight
from procedure.yaml_text import Node, read

KEYS = ("table", "about", "source", "apart", "rows", "misprints", "notes", "checks", "claims")
NEEDED = ("table", "source")
SLIP = ("row", "column", "read as", "because")


def read_tables(paths: Iterable[Path | str]) -> dict[str, Table]:
    """The tables of several files, by name; a check that needs a table which is not among them is an error."""
    tables = {table.name: table for table in (read_table(path) for path in paths)}
    for table in tables.values():
        for check in table.checks:
            needed = getattr(check, "table", "")
            if needed and needed not in tables:
                raise FileError(f"{table.name}: a check needs the table '{needed}', which is not read")
    return tables


def read_table(path: Path | str) -> Table:
    """The table of one file; raises FileError with every fault found."""
    root = read(path)
    entries = dict(_entries(root))
    faults = [
        node.fault("PR201", f"unknown key '{name}'", f"known: {', '.join(KEYS)}")
        for name, node in entries.items()
        if name not in KEYS
    ]
    faults += [root.fault("PR202", f"the file lacks the key '{name}'") for name in NEEDED if name not in entries]
    rows = {name: dict(_cells(row)) for name, row in _entries(entries.get("rows"))}
    slips = [(node, dict(_entries(node))) for node in _items(entries.get("misprints"))]
    for node, slip in slips:
        if set(slip) != set(SLIP) or slip["row"].text not in rows:
            faults.append(node.fault("PR202", f"a misprint has {', '.join(SLIP)}, and a row of the table"))
    checks = [_check(node, faults) for node in _items(entries.get("checks"))]
    checks += [_build(Claim, node, {"name": name}, faults) for name, node in _entries(entries.get("claims"))]
    if faults:
        raise FileError(faults)
    words = [[slip[key].text or "" for key in SLIP] for _, slip in slips]
    return Table(
        entries["table"].plain(),
        entries["source"].plain(),
        rows,
        tuple(node.plain() for node in _items(entries.get("apart"))),
        {(row, column): (read_as, because) for row, column, read_as, because in words},
        {place: note.plain() for place, note in _entries(entries.get("notes"))},
        tuple(check for check in checks if check is not None),
    )


def _items(node: Node | None) -> list[Node]:
    return (node.items or []) if node else []


def _entries(node: Node | None) -> list[tuple[str, Node]]:
    return [(name, value) for name, (_, value) in ((node.entries or {}) if node else {}).items()]


def _cells(node: Node, before: str = "") -> Iterable[tuple[str, str]]:
    """The cells of a row; a mapping inside it makes columns with a point in their name."""
    for name, value in _entries(node):
        if value.entries is None:
            yield before + name, value.text or ""
        else:
            yield from _cells(value, f"{before}{name}.")


def _check(node: Node, faults: list[Diagnostic]) -> Check | None:
    """The check that a mapping names under `check:`."""
    named = node.get("check")
    kind = KINDS.get(named.text or "") if named else None
    if kind is None:
        faults.append(node.fault("PR205", "no such check", f"known: {', '.join(KINDS)}"))
        return None
    return _build(kind, node, {}, faults)


def _build(kind: type[Check], node: Node, given: dict[str, Any], faults: list[Diagnostic]) -> Check | None:
    """A check out of the keys of a mapping; a blank in a key is an underscore of the field."""
    values = {name.replace(" ", "_"): _frozen(value.plain()) for name, value in _entries(node) if name != "check"}
    values |= given
    known = {a.name: a.default is NOTHING for a in fields(kind)}
    wrong = [name for name in values if name not in known]
    wrong += [name for name, needed in known.items() if needed and name not in values]
    wrong += ["weight"] if values.get("weight", "remark").upper() not in Weight.__members__ else []
    if kind is Claim:
        wrong += ["claim"] if values.get("claim") not in CLAIMS else []
        wrong += [text for text in (*values.get("of", ()), values.get("printed", "0")) if not Printed.is_number(text)]
    if wrong:
        faults.append(node.fault("PR201", f"wrong or missing: {', '.join(wrong)}", f"known: {', '.join(known)}"))
        return None
    return kind(**values)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
