"""The log up to an act, ready to be gone on with: nothing that follows is there, whichever way it may have gone."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from procedure.machine import Procedure
from procedure.moments import Moment
from procedure.record import Act
from procedure.sweep.bench import Change, Entry, Stand, Unplanned
from procedure.sweep.judged import Told, told_of
from procedure.sweep.line import Line
from procedure.sweep.orders import out_of_turn
from procedure.sweep.view import View
from procedure.timeline import orders
from procedure.worlds import CaseKey

if TYPE_CHECKING:
    from procedure.sweep.plan import Plan


@define(eq=False)
class Stretch:
    """One world of a log up to an act: its line, the position of the last act, and the answers fixed by then."""

    line: Line
    number: int
    last: int
    order: tuple[int, ...]
    fixed: Mapping[str, str]
    fixed_of: Mapping[str, tuple[tuple[str, str], ...]]
    stands: dict[CaseKey, Stand] = field(init=False, factory=dict)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What became of each act by then."""
        return tuple(self.line.entries[index] for index in self.order)

    def spot(self, depth: int) -> float:
        """The position of an act that is offered: after the last, and before what followed it."""
        return self.last + depth / (depth + 1)

    def view(self, change: Change, spot: float) -> View:
        """The record before a position, with the acts offered so far."""
        view = View(self.line, self.fixed_of)
        view.change, view.spot = change, spot
        return view

    def stand(self, change: Change, key: CaseKey, procedure: Procedure) -> Stand:
        """Where a case stands after the acts offered so far."""
        held = change.stands.get(key) or self.stands.get(key)
        if held is None:
            track = self.line.tracks.get(key)
            place = bisect_right(track.spots, self.last) if track else 0
            held = track.stands[place - 1] if track and place else (procedure.initial, None, False)
            self.stands[key] = held
        return held


@define(eq=False)
class Prefix:
    """The log up to and including an act, as the report orders it; what is costly is found when first asked for."""

    plan: "Plan" = field(repr=False)
    act: Act
    told: dict[object, Told] = field(init=False, factory=dict, repr=False)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The acts by then, by their places in the log, in the order of the report."""
        plan = self.plan
        if plan.lines:
            whole = plan.lines[plan.counted[0]].order
        else:
            worlds = sorted(orders(plan.acts), key=lambda world: sorted(world.fixed.items()))
            main = next((each for each in worlds if not plan.apart & set(each.fixed.items())), worlds[0])
            whole = tuple(plan.by_id[act.id] for act in main.sequence)
        return whole[: whole.index(plan.by_id[self.act.id]) + 1]

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The acts by then, in the order of the log."""
        return tuple(self.plan.acts[index] for index in sorted(self.order))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(act.id for act in self.acts)

    @cached_property
    def newest(self) -> Act:
        """The act by then that was begun latest."""
        return max(self.acts, key=lambda act: act.when.earliest)

    @cached_property
    def claimed(self) -> datetime:
        """The latest beginning of an act by then, whatever claim about its time is right."""
        return max(moment.earliest for moment in self._moments())

    def _moments(self) -> list[Moment]:
        claims = [claim for act in self.acts for axis in act.claims for claim in axis.claims]
        return [act.when for act in self.acts] + [claim.when for claim in claims if claim.when is not None]

    @cached_property
    def _ways(self) -> dict[tuple[tuple[str, str], ...], tuple[str, ...]]:
        """The orders of these acts, with one more at the end, under the answers that alter them."""
        latest = max(self._moments(), key=lambda moment: moment.latest)
        more = evolve(self.act, id="", claims=(), ruling=None, when=Moment(latest.latest, latest.latest, latest.zone))
        found = orders([*self.acts, more])
        return {tuple(sorted(each.fixed.items())): tuple(act.id for act in each.sequence) for each in found}

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The worlds up to this act, those that are alike by then once; none where a plan cannot follow them."""
        plan = self.plan
        if plan.refused:
            return ()
        found: dict[object, Stretch] = {}
        try:
            for number in range(len(plan.lines)):
                each = self._stretch(number)
                found.setdefault((each.order, tuple(map(id, each.entries)), tuple(sorted(each.fixed.items()))), each)
        except Unplanned:
            return ()
        return tuple(found.values())

    def _stretch(self, number: int) -> Stretch:
        plan = self.plan
        whole, about, mine = plan.lines[number], plan.bench.court.about, frozenset(self.order)
        fixed = {axis: to for axis, to in whole.fixed.items() if about.get(axis, "") in self.ids | {""}}
        order = tuple(index for index in whole.order if index in mine)
        ids = (*(plan.acts[index].id for index in order), "")
        if not any(way == ids and set(chosen) <= set(fixed.items()) for chosen, way in self._ways.items()):
            raise Unplanned("the acts stand in another order when those that follow are not there")
        if whole.order[: len(order)] == order:
            line = whole
        else:
            places = {plan.acts[index].id: float(place) for place, index in enumerate(order)}
            if reason := out_of_turn(self.acts, places):
                raise Unplanned(reason)
            line = Line(plan.acts, order, plan.bench, fixed, about)
        kept = {act: held for act, held in line.view.fixed_of.items() if act in self.ids or not act}
        return Stretch(line, number, len(order) - 1, order, fixed, kept)

    @cached_property
    def exact(self) -> bool:
        """Whether these are just the worlds of a replay up to this act, with no act without effect in them."""
        forks = self.plan.ways.forks
        mine = frozenset(self.order)
        timed = {axis for way in self._ways for axis, _ in way}
        needed = [
            {axis for axis in each.fixed if axis in timed or forks.get(axis, {}).get(each.number) in mine}
            for each in self.stretches
        ]
        void = any(entry.void for each in self.stretches for entry in each.entries)
        return not void and all(each.fixed.keys() == axes for each, axes in zip(self.stretches, needed, strict=True))

    def tell(self, act: Act, apart: frozenset[tuple[str, str]], entries: tuple[Entry, ...]) -> Told:
        """What is told of an act that became these in the worlds."""
        context = self.plan.scenario.country.vocabulary.acts[act.kind].context
        found = self.told.get((context, apart, entries))
        if found is None:
            fixed = [tuple(sorted(each.fixed.items())) for each in self.stretches]
            held = list(zip(fixed, entries, strict=True))
            found = told_of(self.plan.docket.law, apart, held, context)
            self.told[context, apart, entries] = found
        return found
