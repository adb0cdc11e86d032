"""Plan and replay held against each other over changed logs: `python -m benchmarks.differential [ACTS] [SEED]`."""

import sys

from procedure import shipped
from procedure.scenario_files import load_scenario
from procedure.sweep.plan import Plan
from tests.mutants import differences, mutants


def main(wanted: int = 200_000, seed: int = 1) -> int:
    """Compare so many acts over the shipped logs, the long ones in turn with the short; how many differ."""
    plans = [Plan(load_scenario(shipped.find(name))) for name in shipped.names()]
    plans = [plan for plan in plans if not plan.refused and plan.acts]
    acts = logs = unplanned = wrong = reports = 0
    turn = 0
    while acts < wanted:
        turn += 1
        for spot, plan in enumerate(plans):
            for mutant in mutants(plan.scenario, 2, seed + turn * 1_000 + spot):
                logs += 1
                reports += logs % 10 == 0
                told = differences(plan, mutant, whole=logs % 10 == 0)
                if told is None:
                    unplanned += 1
                    continue
                acts += told[0]
                wrong += len(told[1])
                for each in told[1]:
                    sys.stdout.write(f"{plan.scenario.file}: {each}\n")
            if acts >= wanted:
                break
    sys.stdout.write(
        f"{acts:,} acts of {logs:,} changed logs over {len(plans)} scenarios: {wrong} differences; "
        f"{unplanned} logs that no plan follows; whole reports of {reports:,} logs compared\n"
    )
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
