"""Whether the ways through a variant are those through the log that it is a variant of.

A plan judges every variant in the worlds of the log on file. Where a variant has fewer, because a claim that altered
the way no longer does, outcomes and norms are the same; a report, which names the worlds, is then made by a replay.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import define, field

from procedure.hearing import AxisNeeded
from procedure.steps import choose
from procedure.sweep.bench import NOTHING, Change
from procedure.sweep.line import Line
from procedure.sweep.standing import spot_of, stands_before, view_before
from procedure.timeline import orders

if TYPE_CHECKING:
    from procedure.sweep.judged import Judged
    from procedure.sweep.plan import Plan


@define(eq=False)
class Ways:
    """Why a log has the worlds that it has: claims that alter the order of its acts, and what else forks it.

    `forks` has for each axis that forks it, and for each world, the act that cannot be placed without an answer.
    """

    plan: "Plan"
    void: bool = field(init=False)
    orders: list[dict[str, str]] = field(init=False)
    forks: dict[str, dict[int, int | None]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find them."""
        plan = self.plan
        self.void = any(entry.void for line in plan.lines for entry in line.entries.values())
        self.orders = [world.fixed for world in orders(plan.acts)]
        timed = {axis for fixed in self.orders for axis in fixed}
        branching = {row.act for each in plan.scenario.country.procedures for row in each.steps if row.when is not None}
        for number, line in enumerate(plan.lines):
            for axis in line.fixed.keys() - timed:
                asked = (
                    index
                    for index in line.order
                    if plan.acts[index].kind in branching and needs(line, NOTHING, index, axis)
                )
                self.forks.setdefault(axis, {})[number] = next(asked, None)

    def same(self, judged: "Judged") -> bool:
        """Whether a variant has just the worlds of the log, and no act without effect on which others may lean."""
        changes = {id(change): change for change in judged.changes}.values()
        void = any(entry is not None and entry.void for change in changes for entry in change.over.values())
        return not self.void and not void and self._same_orders(judged) and self._same_forks(judged)

    def _same_orders(self, judged: "Judged") -> bool:
        old, new = self.plan.acts, judged.changes[0].acts
        if all(index < len(old) and act is not None and act.when == old[index].when for index, act in new.items()) and (
            not any(change.spots for change in judged.changes)
        ):
            return True
        until = self.plan.scenario.until
        acts = [act for act in judged.acts if act.when.earliest_day <= until]
        return [world.fixed for world in orders(acts)] == self.orders

    def _same_forks(self, judged: "Judged") -> bool:
        for axis, numbers in self.forks.items():
            seen: set[int] = set()
            for number, index in numbers.items():
                change = judged.changes[number]
                if index is None:
                    return False
                if index not in change.over or id(change.over) in seen:
                    continue
                seen.add(id(change.over))
                if change.over[index] is None or not needs(self.plan.lines[number], change, index, axis):
                    return False
        return True


def needs(line: Line, change: Change, index: int, axis: str) -> bool:
    """Whether an act cannot be placed without an answer on an axis that is fixed in a world."""
    act = change.acts.get(index) or line.acts[index]
    fixed: Mapping[str, str] = {name: answer for name, answer in line.fixed.items() if name != axis}
    court = line.bench.court
    spot = spot_of(line, change, index)
    view, stands = view_before(line, change, spot), stands_before(line, change, act, spot)
    for (procedure, _), (state, opened, _) in zip(line.bench.keys(act), stands, strict=True):
        try:
            choose(court.docket, view.record, act, procedure, state, fixed, opened)
        except AxisNeeded as needed:
            return needed.axis == axis
    return False
