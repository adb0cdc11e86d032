"""The peers, in the environment of their own: reads steps as JSON from standard input, writes seconds a log as JSON.

Run by `benchmarks.measure`; imports nothing of the library. What is not installed is left out.
"""

import json
import statistics
import sys
import time
from typing import Any

clock = time.process_time


def main() -> None:
    """Measure each peer on as many logs as it can bear."""
    told = json.load(sys.stdin)
    found: dict[str, float | str] = {}
    for name, measure in (("python-statemachine", statemachine), ("sismic", sismic), ("pm4py", pm4py)):
        try:
            found |= measure(told["procedures"], told["logs"])
        except ImportError as error:
            found[name] = f"not installed: {error.name}"
        except Exception as error:
            found[name] = f"could not be run: {type(error).__name__}: {error}"
    json.dump(found, sys.stdout)


def timed(work: Any, logs: int) -> float:
    """The median of three rounds, a log."""
    rounds = []
    for _ in range(3):
        start = clock()
        work()
        rounds.append((clock() - start) / logs)
    return statistics.median(rounds)


def statemachine(procedures: dict[str, list[str]], logs: list[list[list[str]]]) -> dict[str, float]:
    """One instance a procedure, reused, sending the same steps."""
    from statemachine import State, StateMachine  # type: ignore[import-not-found,unused-ignore]

    made = {}
    for name, states in procedures.items():
        own = {f"s{spot}": State(initial=spot == 0) for spot in range(len(states))}
        events = {}
        for spot in range(len(states)):
            target = own[f"s{spot}"]
            events[f"to{spot}"] = target.from_(*own.values())
        made[name] = type("M", (StateMachine,), {**own, **events})()
    codes = {(name, state): f"to{spot}" for name, states in procedures.items() for spot, state in enumerate(states)}
    few = logs[:20]

    def run() -> None:
        for steps in few:
            for name, state in steps:
                made[name].send(codes[name, state])

    return {"python-statemachine": timed(run, len(few))}


def sismic(procedures: dict[str, list[str]], logs: list[list[list[str]]]) -> dict[str, float]:
    """One interpreter a procedure, with a contract on each state, firing the same steps."""
    from sismic.interpreter import Interpreter  # type: ignore[import-not-found,unused-ignore]
    from sismic.model import BasicState, CompoundState, Statechart, Transition  # type: ignore[import-not-found,unused-ignore]

    made = {}
    for name, states in procedures.items():
        chart = Statechart(name)
        chart.add_state(CompoundState("root", initial=f"s{0}"), None)
        for spot in range(len(states)):
            state = BasicState(f"s{spot}")
            state.invariants.append("True")
            chart.add_state(state, "root")
        for spot in range(len(states)):
            for other in range(len(states)):
                chart.add_transition(Transition(f"s{spot}", f"s{other}", event=f"to{other}"))
        made[name] = Interpreter(chart)
        made[name].execute()
    codes = {(name, state): f"to{spot}" for name, states in procedures.items() for spot, state in enumerate(states)}
    few = logs[:10]

    def run() -> None:
        for steps in few:
            for name, state in steps:
                made[name].queue(codes[name, state]).execute_once()

    return {"sismic": timed(run, len(few))}


def pm4py(procedures: dict[str, list[str]], logs: list[list[list[str]]]) -> dict[str, float]:
    """Token-based replay and alignments against the net of all directly-follows pairs: they judge order only."""
    import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]
    import pm4py as mining  # type: ignore[import-not-found,unused-ignore]

    few = logs[:20]
    rows = [
        {
            "case:concept:name": f"{case:06}",
            "concept:name": f"{name}:{state}",
            "time:timestamp": pandas.Timestamp(spot, unit="D"),
        }
        for case, steps in enumerate(few)
        for spot, (name, state) in enumerate(steps)
    ]
    frame = pandas.DataFrame(rows)
    net, first, last = mining.discover_petri_net_inductive(frame)
    replayed = timed(lambda: mining.conformance_diagnostics_token_based_replay(frame, net, first, last), len(few))
    two = frame[frame["case:concept:name"] < "000002"]
    aligned = timed(lambda: mining.conformance_diagnostics_alignments(two, net, first, last), 2)
    return {"pm4py, token-based replay": replayed, "pm4py, alignments": aligned}


if __name__ == "__main__":
    main()
