"""All benchmarks, one after the other, written into the page on performance: `python -m benchmarks [LOGS] [MANY]`."""

import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "performance.md"


def put(text: str, mark: str, table: str) -> str:
    """A page with the table between two marks."""
    head, _, rest = text.partition(f"<!-- {mark} -->\n")
    _, _, tail = rest.partition("<!-- end -->\n")
    return f"{head}<!-- {mark} -->\n{table}<!-- end -->\n{tail}"


def main(logs: int = 10_000, many: int = 0) -> None:
    """Measure, and write each table as soon as it is made; `many` variants only where that is asked.

    Each is a process of its own, since the peak of memory of a process counts that of the one it came from.
    """
    tables = [
        ("measured", ["benchmarks.measure", str(logs)]),
        ("growth", ["benchmarks.growth"]),
        ("scale", ["benchmarks.scale", "100000", "10000", str(many)]),
    ]
    for mark, arguments in tables:
        made = subprocess.run([sys.executable, "-m", *arguments], stdout=subprocess.PIPE, text=True, check=True)
        sys.stdout.write(made.stdout + "\n")
        PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), mark, made.stdout), encoding="utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
