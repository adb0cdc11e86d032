"""The work of a sweep cut into stretches of numbers: in this process, or on workers that make their own variants.

A worker is handed a few lines of text and two numbers, and hands back rows of text: law and machines it builds once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from procedure.errors import ProcedureError
from procedure.sweep.table import record
from procedure.sweep.variants import Sweep, Task

CHUNK = 2_000
_HELD: dict[Task, Sweep] = {}


def worked(task: Task, start: int, stop: int) -> list[list[str]]:
    """The rows of some variants as text; in a worker the sweep is made once and held."""
    sweep = _HELD.get(task)
    if sweep is None:
        _HELD.clear()
        sweep = _HELD[task] = task.sweep
    return [record(row) for row in sweep.rows(range(start, stop))]


def stretches(first: int, size: int, chunk: int = CHUNK) -> Iterator[tuple[int, int]]:
    """The numbers from a first one on, cut into stretches."""
    for start in range(first, size, chunk):
        yield start, min(start + chunk, size)


def serial(sweep: Sweep, first: int) -> Iterator[list[list[str]]]:
    """The rows from a number on, in this process."""
    for start, stop in stretches(first, sweep.grid.size):
        yield [record(row) for row in sweep.rows(range(start, stop))]


def parallel(task: Task, size: int, first: int, jobs: int, backend: str, scheduler: str) -> Iterator[list[list[str]]]:
    """The rows from a number on, in order, by workers; ProcedureError where what that takes is not installed."""
    joblib = _needed("joblib", f"--jobs {jobs}" if backend == "loky" else f"--backend {backend}", "scale")
    with _backend(joblib, backend, jobs, scheduler):
        work = joblib.Parallel(return_as="generator", pre_dispatch="2*n_jobs", batch_size=1)
        yield from work(joblib.delayed(worked)(task, start, stop) for start, stop in stretches(first, size))


@contextmanager
def _backend(joblib: Any, backend: str, jobs: int, scheduler: str) -> Iterator[None]:
    """The workers that joblib is configured for; all of a cluster, whatever the number of jobs."""
    if backend == "dask":
        with (
            _needed("distributed", "--backend dask", "dask").Client(scheduler or None),
            joblib.parallel_config(backend="dask"),
        ):
            yield
        return
    if backend == "ray":
        _needed("ray.util.joblib", "--backend ray", "ray").register_ray()
    with joblib.parallel_config(backend=backend, n_jobs=jobs):
        yield


def _needed(library: str, option: str, extra: str) -> Any:
    name = library.partition(".")[0]
    if find_spec(name) is None:
        raise ProcedureError(
            f"{option}: the library {name} is not installed; run `pip install 'procedure[{extra}]'`, or leave it out"
        )
    return import_module(library)
