"""What a report shows of the sweep that its scenario names: the maps, or why it shows none."""

from functools import cached_property
from pathlib import Path

from attrs import evolve, frozen

from procedure.judge import replay
from procedure.outcomes import Outcome
from procedure.scenario import Scenario
from procedure.sweep.axes import Axis
from procedure.sweep.bands import WHOLE, Found, TooMuchWork, mapped
from procedure.sweep.maps import BREACHED, Band, Map, Rows, in_order
from procedure.sweep.variants import Sweep, Task, based
from procedure.verdict import Verdict

MOST_WORK = 100_000
"""How many acts a report judges anew for its maps, at most; that takes some ten seconds. The command has no bound."""

MOST_CELLS = 1_000_000
"""How many variants a map of a report tells of, at most, however few of them have to be judged."""

EXPLAINED = (*BREACHED, Outcome.UNDETERMINED)
"""The outcomes of which a page says why, by the variant at the edge."""

NO_FILE, MANY_AXES, TOO_MUCH = "no_file", "axes", "work"


@frozen(eq=False, slots=False)
class Survey:
    """The axes of a sweep and its maps; or no maps, and which of three reasons there is for that."""

    sweep: Sweep
    found: Found | None
    why: str = ""

    @property
    def axes(self) -> tuple[Axis, ...]:
        """What varies."""
        return self.sweep.grid.axes

    @property
    def size(self) -> int:
        """How many variants there are."""
        return self.sweep.grid.size

    @cached_property
    def explains(self) -> bool:
        """Whether the breaches and doubts on the maps are few enough for one variant of each to be replayed in full."""
        maps = self.found.maps if self.found else ()
        bands = sum(band.answer.outcome in EXPLAINED for each in maps for row in each.rows for band in row.bands)
        return bands * WHOLE * len(self.sweep.scenario.acts) <= MOST_WORK // 4

    def verdict(self, each: Map, row: Rows, band: Band) -> tuple[str, Verdict]:
        """The value of a band that lies next to another, and the verdict there."""
        text = band.last if band.first == each.across.texts[0] and in_order(each.across) else band.first
        lead = (each.down.texts.index(row.values[0]),) if each.down is not None else ()
        digits = (*lead, each.across.texts.index(text))
        scenario = based(self.sweep.scenario, self.sweep.file, self.axes, digits)
        acts = {act.id: act for act in scenario.acts}
        for axis, digit in zip(self.axes, digits, strict=True):
            if not axis.outer:
                acts[axis.of] = axis.put(acts[axis.of], digit)
        report = replay(evolve(scenario, acts=tuple(acts.values())))
        return text, report.verdict(each.act)


def survey(scenario: Scenario) -> Survey | None:
    """The sweep of a scenario, as far as a page may wait for it; none without the key `sweep:`.

    ProcedureError with the faults of the axes.
    """
    if not scenario.sweep:
        return None
    sweep = Sweep.of(scenario, Task(scenario.file, scenario.sweep))
    if not Path(scenario.file).is_file():
        return Survey(sweep, None, NO_FILE)
    if len(sweep.grid.axes) > 2:
        return Survey(sweep, None, MANY_AXES)
    if sweep.grid.size > MOST_CELLS:
        return Survey(sweep, None, TOO_MUCH)
    try:
        return Survey(sweep, mapped(sweep, MOST_WORK))
    except TooMuchWork:
        return Survey(sweep, None, TOO_MUCH)
