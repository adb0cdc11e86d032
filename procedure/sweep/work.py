"""The work of a sweep cut into stretches of numbers: in this process, or on workers that make their own variants.

A worker is handed a few lines of text and two numbers, and hands back rows of text: law and machines it builds once.
"""

import gc
import warnings
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from threading import Lock
from typing import Any

from procedure.errors import ProcedureError
from procedure.sweep.table import columns, text_of
from procedure.sweep.variants import Sweep, Task

CHUNK = 1_000
AHEAD = 32
"""How many stretches for each worker are given out before all of them are taken in: no more wait for a slow reader."""
BLOCK = 4
"""The same for workers who hand back nothing before all is done, as those of Ray do."""

Batch = tuple[int, str, int]
"""Rows of a table: how many, as text, and how many of them were replayed in full."""

_TURN = Lock()
_HELD: dict[Task, Sweep] = {}


def worked(task: Task, form: str, start: int, stop: int) -> Batch:
    """The rows of some variants; in a worker the sweep is made once and held, and its threads take turns with it."""
    with _TURN:
        sweep = _HELD.get(task)
        if sweep is None:
            _HELD.clear()
            sweep = _HELD[task] = task.sweep
        return batch(sweep, form, start, stop)


def batch(sweep: Sweep, form: str, start: int, stop: int) -> Batch:
    """The rows of some variants, as text."""
    before = sweep.replays
    with _seldom_collected():
        text = text_of(sweep.rows(range(start, stop)), columns(sweep), form)
    return stop - start, text, sweep.replays - before


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Have Python look through all that it holds ten times less often: it took a sixth of the time, for nothing."""
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, 10 * old)
    try:
        yield
    finally:
        gc.set_threshold(young, middle, old)


def stretches(first: int, size: int, turn: int, chunk: int = 0) -> Iterator[tuple[int, int]]:
    """The numbers from a first one on, cut into stretches that end where the law turns, which it does in every `turn`.

    So no law is built for a few variants at the end of a stretch; laws of few variants share a stretch.
    """
    chunk = chunk or CHUNK
    start = first
    while start < size:
        stop = start + chunk
        if turn <= chunk:
            stop -= stop % turn
        else:
            stop = min(stop, start - start % turn + turn)
        yield start, min(stop, size)
        start = stop


def serial(sweep: Sweep, form: str, first: int) -> Iterator[Batch]:
    """The rows from a number on, in this process."""
    for start, stop in stretches(first, sweep.grid.size, sweep.grid.turn):
        yield batch(sweep, form, start, stop)


def parallel(
    task: Task, form: str, size: int, turn: int, first: int, jobs: int, backend: str, scheduler: str
) -> Iterator[Batch]:
    """The rows from a number on, in order, by workers; ProcedureError where what that takes is not installed."""
    joblib = _needed("joblib", f"--jobs {jobs}" if backend == "loky" else f"--backend {backend}", "scale")
    with _backend(joblib, backend, jobs, scheduler), warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=UserWarning, module="joblib")  # of tasks that an interrupt drops
        active, _ = joblib.parallel.get_active_backend()
        streams = active.supports_return_generator
        ahead = (AHEAD if streams else BLOCK) * joblib.effective_n_jobs(None)
        cut = stretches(first, size, turn)
        with joblib.Parallel(return_as="generator" if streams else "list", batch_size=1) as work:
            try:
                while several := list(islice(cut, ahead)):
                    yield from work(joblib.delayed(worked)(task, form, start, stop) for start, stop in several)
            except BrokenExecutor:
                raise ProcedureError(
                    f"--jobs {jobs}: a worker was ended from outside, as where memory runs out; the rows that "
                    "were written are kept: run the same command with --resume, and fewer jobs"
                ) from None


@contextmanager
def _backend(joblib: Any, backend: str, jobs: int, scheduler: str) -> Iterator[None]:
    """The workers that joblib is configured for; all of a cluster, whatever the number of jobs."""
    if backend == "dask":
        distributed = _needed("distributed", "--backend dask", "dask")
        try:
            client = distributed.Client(scheduler or None)
        except (OSError, ValueError) as error:
            raise ProcedureError(f"--scheduler {scheduler}: no scheduler of a Dask cluster answers; {error}") from None
        with client, joblib.parallel_config(backend="dask"):
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
