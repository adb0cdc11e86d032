"""Workers and memory: `python -m benchmarks.scale [VARIANTS] [FEW]`; writes one line for each."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

LOG = "kz/2023-snap-election"


def swept(variants: int, jobs: int) -> tuple[float, int]:
    """Seconds by the clock on the wall, and the peak of memory in kilobytes, of a sweep in a process of its own."""
    told = "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    text = f"import resource, sys; from procedure.cli import main; main(sys.argv[1:]); {told}"
    wide = max(1, variants // 500)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "t.csv"
        command = ["sweep", LOG, "--to", "csv", "-o", str(out), "--jobs", str(jobs), "--ask", "consent"]
        command += ["--vary", f"acts[consent].facts.against=0..{wide - 1}", "--vary", "acts[consent].facts.for=0..499"]
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", text, *command], capture_output=True, text=True, check=True)
        return time.perf_counter() - start, int(done.stderr.split()[-1])


def main(variants: int = 100_000, few: int = 10_000) -> None:
    """Two workers against one, and the memory of many variants against that of few."""
    one, much = swept(variants, 1)
    two, _ = swept(variants, 2)
    _, little = swept(few, 1)
    times = f"one process {one:.1f} s, two workers {two:.1f} s, {one / two:.2f} times as fast"
    sys.stdout.write(f"{variants:,} variants: {times}\n")
    memory = f"{much / 1024:.0f} MB at {variants:,}, {little / 1024:.0f} MB at {few:,}: {much / little:.2f}"
    sys.stdout.write(f"peak memory: {memory}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
