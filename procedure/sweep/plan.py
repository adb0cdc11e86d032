"""A log judged once, and many times with changes: outcomes, norms broken, lapses, end states.

The plan is derived from the same procedures and the same rules as a replay; what it cannot follow is replayed.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from procedure.court import Court
from procedure.hearing import Docket, uncounted
from procedure.judge import docket_of, replay, weighed
from procedure.moments import end_of
from procedure.outcomes import Outcome
from procedure.recall import Memory, concerned
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.sweep.bench import NOTHING, Bench, Change, Entry, Unplanned
from procedure.sweep.ends import Ends, Lapsed, Stood
from procedure.sweep.line import Line
from procedure.sweep.orders import Orders, out_of_turn
from procedure.timeline import run
from procedure.verdict import Report

MOST_ENTRIES = 200_000


@frozen(eq=False)
class Told:
    """What is told of an act: its outcome and the norms broken; one object for all acts of which the same is told."""

    outcome: Outcome
    working: Outcome
    broken: tuple[str, ...]


@define(eq=False)
class Judged:
    """What becomes of a log: what is told of each act by its place in the log, lapses, and where each case stands."""

    told: list[Told | None]
    added: Mapping[str, Told]
    plan: "Plan"
    changes: Sequence[Change]

    def lapses(self) -> tuple[Lapsed, ...]:
        """The duties not seen done in time, in order."""
        return self.plan.ends.lapses(self.changes)

    def states(self) -> tuple[Stood, ...]:
        """Where each case stands at the end."""
        return self.plan.ends.states(self.changes)


@define(eq=False)
class Plan:
    """A log in all its worlds, ready to be changed; `refused` says why it cannot be, and every variant is replayed."""

    scenario: Scenario
    docket: Docket = field(init=False)
    acts: tuple[Act, ...] = field(init=False)
    lines: tuple[Line, ...] = field(init=False, default=())
    refused: str = field(init=False, default="")
    bench: Bench = field(init=False)
    base: Judged = field(init=False)
    by_id: dict[str, int] = field(init=False)
    apart: frozenset[tuple[str, str]] = field(init=False)
    orders: Orders = field(init=False)
    ends: Ends = field(init=False)
    replays: int = field(init=False, default=0)
    _told: dict[tuple[object, ...], Told] = field(init=False, factory=dict)
    _numbers: dict[object, int] = field(init=False, factory=dict)
    _signs: dict[frozenset[str], tuple[int, ...]] = field(init=False, factory=dict)
    _contexts: frozenset[str] = field(init=False, default=frozenset())
    _ruled: frozenset[str] = field(init=False, default=frozenset())

    def __attrs_post_init__(self) -> None:
        """Judge the log itself."""
        scenario, country = self.scenario, self.scenario.country
        self.docket = docket_of(scenario)
        self.acts = tuple(act for act in scenario.acts if act.when.earliest_day <= scenario.until)
        self.by_id = {act.id: index for index, act in enumerate(self.acts)}
        self.apart = uncounted(self.docket.law, scenario.acts)
        self._contexts = frozenset(kind for kind, each in country.vocabulary.acts.items() if each.context)
        about = concerned(self.acts)
        memory = Memory()
        kinds = frozenset(act.kind for act in self.acts)
        self.bench = Bench(Court(country, self.docket, memory, about), kinds, memory)
        self.refused = self._refusal()
        if self.refused:
            return
        worlds = run(country, self.docket, self.acts, memory)
        ruled = [act.ruling.on for act in self.acts if act.ruling is not None]
        for world in worlds:
            order = tuple(self.by_id[act.id] for act in world.sequence)
            places = {self.acts[index].id: place for place, index in enumerate(order)}
            self.refused = out_of_turn(self.acts, places)
            if self.refused:
                return
        self._ruled = frozenset((*ruled, *(act.id for act in self.acts if act.ruling is not None)))
        try:
            self.lines = tuple(
                Line(self.acts, tuple(self.by_id[act.id] for act in w.sequence), self.bench, w.fixed, about)
                for w in worlds
            )
        except Unplanned as unplanned:
            self.refused = str(unplanned)
            return
        self.orders = Orders(self.acts, self.by_id, self.lines)
        self.ends = Ends(self.bench.court, end_of(scenario.until, country.zone), self.lines, self.apart)
        self.base = Judged([], {}, self, [NOTHING for _ in self.lines])
        self.base.told = [self._tell(act, [line.entries[i] for line in self.lines]) for i, act in enumerate(self.acts)]

    def _refusal(self) -> str:
        """Why no plan follows this log, if none does."""
        if self.scenario.strict:
            return "the effect is strict, so that acts fall with those that they rest on"
        if self.docket.annulled:
            return "later rulings are applied to the acts that they annul"
        return ""

    # variants

    def change(self, acts: Mapping[str, Act | None]) -> Judged:
        """The log with some acts changed, or taken away (None), all others in their places."""
        indices = {self.by_id[id]: act for id, act in acts.items()}
        if self.refused:
            raise Unplanned(self.refused)
        for index, act in indices.items():
            if act is not None and act.when.earliest_day > self.scenario.until:
                indices[index] = None
        if self.orders.disturbed(indices):
            return self._judged(indices, {}, self.orders.spots(indices))
        return self._judged(indices, {}, None)

    def judge(self, acts: Sequence[Act]) -> Judged:
        """Any log, judged as a variant of this one: what it has in common with it is not judged again."""
        if self.refused:
            raise Unplanned(self.refused)
        acts = [act for act in acts if act.when.earliest_day <= self.scenario.until]
        changed: dict[int, Act | None] = {}
        added: dict[int, Act] = {}
        kept: list[int] = []
        for act in acts:
            index = self.by_id.get(act.id)
            if index is None:
                index = len(self.acts) + len(added)
                added[index] = act
            elif act is not self.acts[index] and act != self.acts[index]:
                changed[index] = act
            kept.append(index)
        there = set(kept)
        if len(there) < len(kept):
            raise Unplanned("two acts have one id")
        changed |= {index: None for index in range(len(self.acts)) if index not in there}
        common = [index for index in kept if index < len(self.acts)]
        if added or any(one > two for one, two in pairwise(common)):
            return self._judged(changed, added, self.orders.placed(acts, changed, added))
        if self.orders.disturbed(changed):
            return self._judged(changed, added, self.orders.placed(acts, changed, added))
        return self._judged(changed, added, None)

    def _judged(
        self, changed: Mapping[int, Act | None], added: Mapping[int, Act], spots: Sequence[Mapping[int, float]] | None
    ) -> Judged:
        for line, mine in zip(self.lines, spots or (), strict=False):
            loose = {self.acts[index].id for index in {*changed, *mine} if index < len(self.acts)}
            if loose & self._ruled:
                ruled = [act for act in self.acts if act.id in self._ruled]
                places = {act.id: mine.get(i, line.spots[i]) for act in ruled for i in [self.by_id[act.id]]}
                if reason := out_of_turn(ruled, places):
                    raise Unplanned(reason)
        if len(self.bench.entries) > MOST_ENTRIES:
            self._forget()
        if any(act.ruling is not None or act.claims for act in added.values()):
            raise Unplanned("a ruling or a claim is added")
        acts: dict[int, Act | None] = {**changed, **added}
        changes: list[Change | None] = [None for _ in self.lines]
        touched: set[int] = set()
        for number, line in enumerate(self.lines):
            if changes[number] is not None:
                continue
            change = Change(acts, spots[number] if spots is not None else {})
            line.run(change)
            touched.update(change.over)
            kinds = frozenset(change.kinds)
            alike = self._alike(kinds)
            rank = self._ranks(number, kinds, change.spots)
            for other in range(number, len(self.lines)):
                if changes[other] is None and alike[other] == alike[number]:
                    mine = spots[other] if spots is not None else {}
                    if mine is change.spots or not spots:
                        changes[other] = change
                    elif self._ranks(other, kinds, mine) == rank:
                        changes[other] = _with_spots(change, mine)
        found = [change for change in changes if change is not None]
        alone = found[0] if all(change.over is found[0].over for change in found) else None
        told = list(self.base.told)
        extra: dict[str, Told] = {}
        for index in touched:
            act = acts[index] if index in acts else self.acts[index]
            if act is None:
                told[index] = None
                continue
            if alone is not None:
                entries: Sequence[Entry | None] = (alone.over[index],) * len(found)
            else:
                entries = [
                    change.over[index] if index in change.over else line.entries[index]
                    for line, change in zip(self.lines, found, strict=True)
                ]
            if index < len(told):
                told[index] = self._tell(act, entries)
            else:
                extra[act.id] = self._tell(act, entries)
        return Judged(told, extra, self, found)

    def _alike(self, kinds: frozenset[str]) -> tuple[int, ...]:
        """A number for each line: lines with one number have the same of these kinds."""
        found = self._signs.get(kinds)
        if found is None:
            found = self._signs[kinds] = tuple(line.sign(kinds, self._numbers) for line in self.lines)
        return found

    def _ranks(self, number: int, kinds: frozenset[str], spots: Mapping[int, float]) -> object:
        """Where acts that moved stand among those of some kinds."""
        line = self.lines[number]
        order = sorted(spots, key=spots.__getitem__)
        return [(index, line.rank(kinds, spots[index])) for index in order]

    def _tell(self, act: Act, entries: Sequence[Entry | None]) -> Told:
        """What is told of an act that became these in the worlds."""
        context = act.kind in self._contexts
        key = (context, *entries)
        found = self._told.get(key)
        if found is None:
            held = [
                (tuple(sorted(line.fixed.items())), entry)
                for line, entry in zip(self.lines, entries, strict=True)
                if entry is not None
            ]
            if context:
                found = Told(Outcome.CONTEXT, Outcome.CONTEXT, ())
            else:
                heard = any(entry.rules for _, entry in held)
                cells = [(fixed, entry.cells) for fixed, entry in held]
                if len({id(entry) for _, entry in held}) == 1 and len(held) == len(entries):
                    cells = [((), held[0][1].cells)]
                outcomes, working, _ = weighed(self.docket.law, self.apart, cells, heard)
                broken = tuple(dict.fromkeys(norm for _, entry in held for norm in entry.broken))
                found = Told(outcomes[0], working, broken)
            self._told[key] = found
        return found

    def _forget(self) -> None:
        """Let go of what was remembered of variants."""
        self.bench.forget()
        self._told.clear()

    # the slow way

    def replayed(self, acts: Sequence[Act]) -> Report:
        """The full replay of a variant."""
        self.replays += 1
        return replay(evolve(self.scenario, acts=tuple(acts)))


def _with_spots(change: Change, spots: Mapping[int, float]) -> Change:
    return Change(change.acts, spots, change.altered, change.over, change.stands, change.kinds)
