"""What is measured, each beside its peer: `python -m benchmarks.measure [LOGS] [ROUNDS]`."""

import copy
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from transitions import Machine

from benchmarks.traces import LONG, Trace, traces
from procedure import shipped
from procedure.errors import ProcedureError
from procedure.judge import replay
from procedure.record import Act
from procedure.scenario_files import load_scenario
from procedure.sweep.fork import Fork
from procedure.sweep.judged import Digest
from procedure.sweep.plan import Plan

clock = time.process_time


@frozen
class Row:
    """A line of the table: what was measured, its median and its spread, and the ratio to reach, with what it is to."""

    name: str
    figure: str
    against: str = ""
    ratio: str = ""
    goal: str = ""


def median(work: Callable[[], object], rounds: int) -> float:
    """The median of some rounds, in seconds of this process."""
    found = []
    for _ in range(rounds):
        gc.collect()
        start = clock()
        work()
        found.append(clock() - start)
    return statistics.median(found)


Fired = list[tuple[str, str]]


def fired(plan: Plan, trace: Trace) -> Fired:
    """The steps that a log takes in one order of its acts: machines and where they are led."""
    judged = plan.change(trace.changed)
    line, change = plan.lines[0], judged.changes[0]
    found: Fired = []
    for index in line.order:
        entry = change.over[index] if index in change.over else line.entries[index]
        if entry is not None and not entry.void:
            found += [(name, state.name) for name, state in entry.moves]
    return found


class Model:
    """A bare object that holds a state."""


def bare(plan: Plan) -> tuple[dict[str, Any], Callable[[Iterable[Sequence[Callable[[], object]]]], None]]:
    """One bare machine of `transitions` for each procedure, reused, and what fires steps on them."""
    models: dict[str, Any] = {}
    machines: dict[str, Machine] = {}
    for procedure in plan.scenario.country.procedures:
        model = Model()
        names = [state.name for state in procedure.states]
        machine = Machine(model, states=names, initial=procedure.initial.name, auto_transitions=False)
        for name in names:
            machine.add_transition(f"to_{name}", "*", name)
        models[procedure.name], machines[procedure.name] = model, machine

    starts = [(machines[each.name], each.initial.name, models[each.name]) for each in plan.scenario.country.procedures]

    def fire(logs: Iterable[Sequence[Callable[[], object]]]) -> None:
        for steps in logs:
            for machine, state, model in starts:
                machine.set_state(state, model)
            for trigger in steps:
                trigger()

    return {"models": models, "machines": machines}, fire


def floor(plan: Plan, logs: Iterable[Fired]) -> Callable[[], None]:
    """A linked-row look-up and one date comparison an act, in plain Python: no law, no readings, no worlds."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for procedure in plan.scenario.country.procedures:
        for state in procedure.states:
            rows[procedure.name, state.name] = {}
        for state in procedure.states:
            for other in procedure.states:
                rows[procedure.name, state.name][other.name] = (rows[procedure.name, other.name], 738_000, state.name)
    starts = {each.name: rows[each.name, each.initial.name] for each in plan.scenario.country.procedures}
    coded = [[(name, state, 738_500) for name, state in steps] for steps in logs]

    def run() -> None:
        for steps in coded:
            here = dict(starts)
            for name, state, day in steps:
                row = here[name][state]
                if day < row[1]:
                    raise ValueError
                here[name] = row[0]

    return run


def processes(commands: Iterable[list[str]], rounds: int, **more: str) -> list[float]:
    """The medians of whole processes, in seconds of theirs, each command once in every round.

    Modules are compiled beforehand, as an installation compiles them: a round that is not counted comes first.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more
    each = [[sys.executable, *arguments] for arguments in commands]
    found: list[list[float]] = [[] for _ in each]
    for number in range(rounds + 1):
        for command, seconds in zip(each, found, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:
                seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return [statistics.median(seconds) for seconds in found]


def main(number: int = 10_000, rounds: int = 3) -> str:
    """Measure everything; the table."""
    plan = Plan(load_scenario(shipped.find(LONG)))
    logs = list(traces(plan, number))
    steps = [fired(plan, trace) for trace in logs[:: max(1, number // 2000)]]
    each = sum(map(len, steps)) / len(steps)
    rows: list[Row] = []

    machines, fire = bare(plan)
    named = machines["models"]
    coded = [[getattr(named[name], f"to_{state}") for name, state in log] for log in steps]
    bare_log = 0.0
    cold = 0.0
    for name, goal, again, work in (
        ("sweep: outcome and norms broken, as changes of one log", "at least 8", False, _swept),
        ("the same, when the same variants come again", "reported", True, _swept),
        ("replay, a verdict object an act, its findings made when asked for, streamed", "at least 2", False, _streamed),
        ("replay, verdict objects, lapses and end states of all logs kept", "at least 1.5", False, _kept),
    ):
        fresh = Plan(plan.scenario)
        if again:
            _swept(fresh, logs)
        gc.collect()
        gc.freeze()
        beside, mine = in_turns(logs, coded, fire, partial(work, fresh))
        if not rows:
            bare_log, cold = beside, mine
            rows.append(Row("bare `transitions`, one machine reused", _log(bare_log, each)))
        rows.append(_against(name, mine, each, beside, goal))
    rows += _reports(plan, logs, each, bare_log)
    lowest = median(floor(plan, steps), rounds) / len(steps)
    rows.append(_against("floor: linked-row look-up and one date comparison", lowest, each, bare_log, "reported"))

    rows += _peers(plan, steps, cold)
    pair = (
        machines["machines"]["election"]
        if "election" in machines["machines"]
        else next(iter(machines["machines"].values()))
    )
    deep = median(lambda: [copy.deepcopy((pair, pair.model)) for _ in range(50)], rounds) / 50
    rows += _forks(plan, deep, rounds)

    run = ["-m", "procedure", "replay", LONG]
    base, cached = processes([["-c", "import transitions, attrs, structlog"], run], 15)
    (own,) = processes([run], 3, PROCEDURE_CACHE="off")
    against = f"imports: {base * 1e3:.0f} ms"
    rows.append(
        Row(
            "`procedure replay` of the log of 2023, whole process",
            f"{cached * 1e3:.0f} ms",
            against,
            f"{cached / base:.1f} times as long",
            "at most 2.5",
        )
    )
    rows.append(
        Row(
            "the same, all YAML read anew",
            f"{own * 1e3:.0f} ms",
            against,
            f"{own / base:.1f} times as long",
            "reported",
        )
    )
    return table(rows, len(logs), each)


GOALS = {
    "python-statemachine": "at least 90",
    "sismic": "at least 60",
    "pm4py, token-based replay": "at least 35",
    "pm4py, alignments": "at least 400",
}


def _peers(plan: Plan, steps: list[Fired], sweep: float) -> list[Row]:
    """The peers, measured in their own environment where it was made."""
    python = Path(os.environ.get("BENCH_PYTHON", ".bench/bin/python"))
    if not python.exists():
        return [
            Row(f"sweep against {name}", "", "its environment is not made: run `make bench`", "", goal)
            for name, goal in GOALS.items()
        ]
    procedures = {each.name: [state.name for state in each.states] for each in plan.scenario.country.procedures}
    apart = list({tuple(log): log for log in steps}.values())  # what was replayed before costs pm4py nothing
    asked = json.dumps({"procedures": procedures, "logs": apart[:20]})
    peers = [str(python), str(Path(__file__).with_name("peers.py"))]
    done = subprocess.run(peers, input=asked, capture_output=True, text=True, check=False, timeout=600)
    told = json.loads(done.stdout.strip().splitlines()[-1]) if done.stdout.strip() else {}
    rows = []
    for name, goal in GOALS.items():
        seconds = told.get(name, told.get(name.partition(",")[0], "no answer"))
        if isinstance(seconds, float):
            rows.append(
                Row(
                    f"sweep against {name}",
                    f"{sweep * 1e6:,.0f} µs a log",
                    f"{seconds * 1e6:,.0f} µs",
                    f"{seconds / sweep:.1f}",
                    goal,
                )
            )
        else:
            rows.append(Row(f"sweep against {name}", "", str(seconds), "", goal))
    return rows


def in_turns(
    logs: Sequence[Trace], coded: Sequence[Any], fire: Callable[[Any], object], work: Callable[[Any], object]
) -> tuple[float, float]:
    """Seconds a log of bare machines on coded logs, and of some work on logs, which take turns."""
    turns = 20
    bare = mine = 0.0
    held = []
    for turn in range(turns):
        start = clock()
        fire(coded[turn::turns])
        middle = clock()
        held.append(work(logs[turn::turns]))
        bare, mine = bare + middle - start, mine + clock() - middle
    return bare / len(coded), mine / len(logs)


def _swept(plan: Plan, logs: Sequence[Trace]) -> None:
    """Each log as a change of one."""
    for trace in logs:
        plan.change(trace.changed)


def _streamed(plan: Plan, logs: Sequence[Trace]) -> None:
    """Every verdict object of some logs, looked at and let go."""
    for trace in logs:
        for holding in plan.judge(trace.acts).holdings():
            assert holding.outcome


def _kept(plan: Plan, logs: Sequence[Trace]) -> list[Digest]:
    """The verdict objects, lapses and end states of some logs."""
    return [plan.judge(trace.acts).digest() for trace in logs]


def _reports(plan: Plan, logs: Sequence[Trace], steps: float, bare: float) -> list[Row]:
    """Whole reports with every finding made at once: by the plan, and by a full replay."""
    fresh = Plan(plan.scenario)
    sample = logs[:: max(1, len(logs) // 250)]
    start = clock()
    reports = [fresh.judge(trace.acts).report() for trace in sample]
    whole = (clock() - start) / len(reports)
    start = clock()
    for trace in sample[::20]:
        replay(evolve(plan.scenario, acts=trace.acts))
    slow = (clock() - start) / len(sample[::20])
    return [
        _against("the same report with every finding made at once, kept", whole, steps, bare, "reported"),
        _against("the same report by a full replay, which the plan is held against", slow, steps, bare, "reported"),
    ]


def _forks(plan: Plan, deep: float, rounds: int) -> list[Row]:
    """A fork after each act in turn, and the next act of the log offered there under another id, with its outcome."""
    names = [act.id for act in plan.acts]
    fork = median(lambda: [plan.after(name) for _ in range(100) for name in names], rounds) / len(names) / 100
    pairs = [(plan.after(one.id), two) for one, two in pairwise(plan.acts) if not two.claims and two.ruling is None]
    first = _offered(pairs, "first")
    again = _offered(pairs, "again")
    against = f"`copy.deepcopy`: {deep * 1e6:,.0f} µs"
    return [
        Row("fork of a replay in the middle", f"{fork * 1e6:.2f} µs", against, f"{deep / fork:,.0f}", "at least 1,000"),
        Row("an act offered to a fork, judged", f"{again * 1e6:,.0f} µs", against, f"{deep / again:.1f}", "reported"),
        Row("the first offer at a place", f"{first * 1e6:,.0f} µs", against, f"{deep / first:.1f}", "reported"),
    ]


def _offered(pairs: Sequence[tuple[Fork, Act]], name: str) -> float:
    """The median time of an offer that is not replayed, in seconds."""
    found = []
    for place, act in pairs:
        mine = evolve(act, id=f"{act.id}-{name}")
        start = clock()
        with suppress(ProcedureError):
            fork = place.offer(mine)
            if not fork.replayed and fork.outcome:
                found.append(clock() - start)
    return statistics.median(found)


def _log(seconds: float, steps: float) -> str:
    return f"{seconds * 1e6:,.0f} µs a log, {seconds / steps * 1e9:,.0f} ns a step"


def _against(name: str, seconds: float, steps: float, other: float, goal: str) -> Row:
    return Row(name, _log(seconds, steps), f"bare `transitions`: {other * 1e6:,.0f} µs", f"{other / seconds:.1f}", goal)


def table(rows: Iterable[Row], logs: int, steps: float) -> str:
    """The table as Markdown, with the machine named."""
    model = next((line.split(":")[1].strip() for line in _cpu() if line.startswith("model name")), platform.machine())
    lines = [
        f"{logs:,} changed logs of 2023, a third of them broken; {steps:.0f} steps fired in each.",
        f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}; seconds of the process, medians.",
        "",
        "| measure | figure | against | times as fast | to reach |",
        "|---|---|---|---|---|",
    ]
    lines += [f"| {row.name} | {row.figure} | {row.against} | {row.ratio} | {row.goal} |" for row in rows]
    return "\n".join(lines) + "\n"


def _cpu() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


if __name__ == "__main__":
    sys.stdout.write(main(*map(int, sys.argv[1:])))
