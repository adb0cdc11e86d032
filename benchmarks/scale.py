"""Workers and memory: `python -m benchmarks.scale [VARIANTS [FEW [MANY]]]`; writes a Markdown table.

Two workers are held against one process over VARIANTS, and the peak memory of VARIANTS, and of MANY where that is
given, against that of FEW: of a process that does all alone, and of the one that gathers what two workers make.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

LOG = "kz/2023-snap-election"
ACROSS = 500
"""How many values the axis has that turns fastest; the other one has as many as it takes."""


def swept(variants: int, jobs: int) -> tuple[float, float]:
    """Seconds by the clock on the wall, and the peak of memory in megabytes, of a sweep in a process of its own."""
    told = "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    text = f"import resource, sys; from procedure.cli import main; main(sys.argv[1:]); {told}"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "t.csv"
        command = ["sweep", LOG, "--to", "csv", "-o", str(out), "--jobs", str(jobs), "--ask", "consent"]
        command += ["--vary", f"acts[consent].facts.against=0..{variants // ACROSS - 1}"]
        command += ["--vary", f"acts[consent].facts.for=0..{ACROSS - 1}"]
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", text, *command], capture_output=True, text=True, check=True)
        taken = time.perf_counter() - start
        with out.open(encoding="utf-8") as file:
            assert sum(1 for _ in file) == variants + 1, done.stderr
        return taken, int(done.stderr.split()[-1]) / 1024


def main(variants: int = 100_000, few: int = 10_000, many: int = 0) -> str:
    """Two workers against one, and the memory of many variants against that of few, as a table."""
    _, little = swept(few, 1)
    one, much = swept(variants, 1)
    two, gathered = swept(variants, 2)
    rows = [
        (f"two workers, {variants:,} variants", f"{two:.1f} s", f"one process: {one:.1f} s", one / two, "at least 1.8"),
        _memory(variants, much, few, little),
    ]
    if many:
        rows.append(_memory(many, swept(many, 1)[1], few, little))
    rows.append(("the same, gathered from two workers", f"{gathered:.0f} MB", "", 0, "reported"))
    lines = ["| measure | figure | against | ratio | to reach |", "|---|---|---|---|---|"]
    for name, figure, against, ratio, reach in rows:
        lines.append(f"| {name} | {figure} | {against} | {f'{ratio:.2f}' if ratio else ''} | {reach} |")
    return "\n".join(lines) + "\n"


def _memory(many: int, much: float, few: int, little: float) -> tuple[str, str, str, float, str]:
    against = f"{few:,} variants: {little:.0f} MB"
    return f"peak memory, {many:,} variants", f"{much:.0f} MB", against, much / little, "at most 1.2 times"


if __name__ == "__main__":
    sys.stdout.write(main(*map(int, sys.argv[1:])))
