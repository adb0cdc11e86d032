"""The table of a sweep as text: a row a variant, in comma-separated values or JSON lines; Parquet from the second."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from procedure.errors import ProcedureError
from procedure.sweep.variants import Row, Sweep

FORMATS = ("csv", "jsonl", "parquet")


def columns(sweep: Sweep) -> list[str]:
    """The names of the columns."""
    told = [name for act in sweep.ask for name in (f"outcome[{act}]", f"broken[{act}]")]
    return ["variant", *(axis.name for axis in sweep.grid.axes), *told, "lapses", "end state"]


def tail(row: Row) -> tuple[str, ...]:
    """What is told of a variant as text, column by column after its values."""
    told: list[str] = []
    for answer in row.answers:
        told += [answer.outcome.value if answer.outcome else "", " ".join(answer.broken)]
    lapses = [
        f"{norm}:{act}{f'/{case}' if case else ''}{'' if shown else '?'}" for norm, act, case, _, shown in row.lapses
    ]
    states = [f"{name}{f'/{case}' if case else ''}={'|'.join(names)}" for name, case, names in row.states]
    return (*told, " ".join(lapses), " ".join(states))


def text_of(rows: Iterable[Row], names: Sequence[str], form: str) -> str:
    """Rows as text, each on a line of its own; Parquet is made from JSON lines at the end."""
    tails: dict[object, tuple[str, ...]] = {}

    def cells(row: Row) -> tuple[str, ...]:
        told = (row.answers, row.lapses, row.states)
        found = tails.get(told)
        if found is None:
            found = tails[told] = tail(row)
        return (str(row.number), *row.values, *found)

    text = io.StringIO()
    if form == "csv":
        csv.writer(text, lineterminator="\n").writerows(map(cells, rows))
    else:
        for each in rows:
            text.write(json.dumps(dict(zip(names, cells(each), strict=True)), ensure_ascii=False) + "\n")
    return text.getvalue()


def head(names: Sequence[str], form: str) -> str:
    """What a file begins with."""
    if form != "csv":
        return ""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(names)
    return text.getvalue()


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
