"""What a report shows of the sweep that its scenario names: the maps, or why it shows none."""

from pathlib import Path

from attrs import frozen

from procedure.scenario import Scenario
from procedure.sweep.axes import Axis
from procedure.sweep.bands import Found, TooMuchWork, mapped
from procedure.sweep.variants import Sweep, Task

MOST_WORK = 100_000
"""How many acts a report judges anew for its maps, at most; that takes some ten seconds. The command has no bound."""

MOST_CELLS = 1_000_000
"""How many variants a map of a report tells of, at most, however few of them have to be judged."""

NO_FILE, MANY_AXES, TOO_MUCH = "no_file", "axes", "work"


@frozen
class Survey:
    """The axes of a sweep and its maps; or no maps, and which of three reasons there is for that."""

    axes: tuple[Axis, ...]
    size: int
    found: Found | None
    why: str = ""


def survey(scenario: Scenario) -> Survey | None:
    """The sweep of a scenario, as far as a page may wait for it; none without the key `sweep:`.

    ProcedureError with the faults of the axes.
    """
    if not scenario.sweep:
        return None
    sweep = Sweep.of(scenario, Task(scenario.file, scenario.sweep))
    axes, size = sweep.grid.axes, sweep.grid.size
    if not Path(scenario.file).is_file():
        return Survey(axes, size, None, NO_FILE)
    if len(axes) > 2:
        return Survey(axes, size, None, MANY_AXES)
    if size > MOST_CELLS:
        return Survey(axes, size, None, TOO_MUCH)
    try:
        return Survey(axes, size, mapped(sweep, MOST_WORK))
    except TooMuchWork:
        return Survey(axes, size, None, TOO_MUCH)
