"""All benchmarks, one after the other, written into the page on performance: `python -m benchmarks [LOGS] [MANY]`."""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import growth, measure, scale

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "performance.md"


def put(text: str, mark: str, table: str) -> str:
    """A page with the table between two marks."""
    head, _, rest = text.partition(f"<!-- {mark} -->\n")
    _, _, tail = rest.partition("<!-- end -->\n")
    return f"{head}<!-- {mark} -->\n{table}<!-- end -->\n{tail}"


def main(logs: int = 10_000, many: int = 0) -> None:
    """Measure, and write each table as soon as it is made; `many` variants only where that is asked."""
    tables: list[tuple[str, Callable[[], str]]] = [
        ("measured", lambda: measure.main(logs)),
        ("growth", growth.main),
        ("scale", lambda: scale.main(many=many)),
    ]
    for mark, make in tables:
        table = make()
        sys.stdout.write(table + "\n")
        PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), mark, table), encoding="utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
