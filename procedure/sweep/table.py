"""The table of a sweep as text: a row a variant, in comma-separated values or JSON lines; Parquet from the second."""

import csv
import io
import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from procedure.errors import ProcedureError
from procedure.sweep.variants import Row

FORMATS = ("csv", "jsonl", "parquet")


def columns(axes: Sequence[str], ask: Sequence[str]) -> list[str]:
    """The names of the columns."""
    told = [name for act in ask for name in (f"outcome[{act}]", f"broken[{act}]")]
    return ["variant", *axes, *told, "lapses", "end state"]


def record(row: Row) -> list[str]:
    """A row as text, column by column."""
    told: list[str] = []
    for answer in row.answers:
        told += [answer.outcome.value if answer.outcome else "", " ".join(answer.broken)]
    lapses = [
        f"{norm}:{act}{f'/{case}' if case else ''}{'' if shown else '?'}" for norm, act, case, _, shown in row.lapses
    ]
    states = [f"{name}{f'/{case}' if case else ''}={'|'.join(names)}" for name, case, names in row.states]
    return [str(row.number), *row.values, *told, " ".join(lapses), " ".join(states)]


def line(cells: Sequence[str], names: Sequence[str], form: str) -> str:
    """One row of a file; Parquet is made from JSON lines at the end."""
    if form == "csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow(cells)
        return text.getvalue()
    return json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False) + "\n"


def head(names: Sequence[str], form: str) -> str:
    """What a file begins with."""
    return line(names, names, "csv") if form == "csv" else ""


def done(path: Path, form: str) -> int:
    """How many whole rows a file has; what an interrupt left of a row is cut off."""
    size = count = 0
    with path.open("rb") as file:
        for each in file:
            if not each.endswith(b"\n"):
                break
            size += len(each)
            count += 1
    with path.open("r+b") as file:
        file.truncate(size)
    return count - (form == "csv") if count else 0


def need_parquet() -> None:
    """ProcedureError where the library that writes Parquet is not installed."""
    if find_spec("pyarrow") is None:
        raise ProcedureError(
            "--to parquet: the library that writes Parquet is not installed; run `pip install 'procedure[parquet]'`, "
            "or write --to jsonl"
        )


def to_parquet(lines: Path, path: Path, names: Sequence[str], batch: int = 10_000) -> None:
    """A Parquet file from a file of JSON lines, batch by batch."""
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    schema = arrow.schema([(name, arrow.int64() if name == "variant" else arrow.string()) for name in names])
    with parquet.ParquetWriter(str(path), schema) as writer, lines.open(encoding="utf-8") as file:
        rows: list[dict[str, Any]] = []
        for each in file:
            found = json.loads(each)
            rows.append({**found, "variant": int(found["variant"])})
            if len(rows) == batch:
                writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
                rows.clear()
        writer.write_table(arrow.Table.from_pylist(rows, schema=schema))


def _library(name: str) -> Any:
    from importlib import import_module

    return import_module(name)
