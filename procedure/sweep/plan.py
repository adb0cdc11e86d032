"""A log judged once, and many times with changes: outcomes, norms broken, lapses, end states.

The plan is derived from the same procedures and the same rules as a replay; what it cannot follow is replayed.
"""

from collections.abc import Mapping, Sequence

from attrs import define, evolve, field

from procedure.court import Court
from procedure.hearing import Docket, uncounted
from procedure.judge import docket_of, replay
from procedure.lapses import lapses
from procedure.moments import end_of
from procedure.recall import Lately, Memory, concerned
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.sweep.bench import NOTHING, Bench, Change, Entry, Unplanned
from procedure.sweep.ends import Ends
from procedure.sweep.fork import Fork
from procedure.sweep.judged import Judged, Told, told_of
from procedure.sweep.line import Line
from procedure.sweep.orders import Orders, out_of_turn
from procedure.sweep.prefix import Prefix
from procedure.sweep.ways import Ways
from procedure.timeline import run
from procedure.verdict import Lapse, Report
from procedure.worlds import World


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
    worlds: Sequence[World] = field(init=False, default=())
    counted: tuple[int, ...] = field(init=False, default=())
    rulings: Mapping[int, str] = field(init=False, factory=dict)
    late: tuple[Act, ...] = field(init=False, default=())
    _lapses: tuple[Lapse, ...] | None = field(init=False, default=None)
    _ways: Ways | None = field(init=False, default=None)
    _prefixes: dict[str, Prefix] = field(init=False, factory=dict)
    _told: Lately[tuple[object, ...], Told] = field(init=False, factory=Lately)
    _signs: dict[tuple[frozenset[str], frozenset[str], frozenset[str]], tuple[int, ...]] = field(
        init=False, factory=dict
    )
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
        self.bench = Bench(Court(country, self.docket, memory, about), memory)
        self.refused = self._refusal()
        if self.refused:
            return
        self.worlds = worlds = run(country, self.docket, self.acts, memory)
        self.rulings = {index: act.ruling.on for index, act in enumerate(self.acts) if act.ruling is not None}
        self.late = tuple(act for act in scenario.acts if act.when.earliest_day > scenario.until)
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
        self.counted = self.ends.counted
        self.base = Judged([], {}, self, [NOTHING for _ in self.lines])
        self.base.told = [self._tell(act, [line.entries[i] for line in self.lines]) for i, act in enumerate(self.acts)]
        self.bench.settle()
        self._told.settle()

    def _refusal(self) -> str:
        """Why no plan follows this log, if none does."""
        if self.scenario.strict:
            return "the effect is strict, so that acts fall with those that they rest on"
        if self.docket.annulled:
            return "later rulings are applied to the acts that they annul"
        return ""

    @property
    def ways(self) -> Ways:
        """Why the log has the worlds that it has."""
        if self._ways is None:
            self._ways = Ways(self)
        return self._ways

    @property
    def lapses(self) -> tuple[Lapse, ...]:
        """The lapses of the log itself, in full."""
        if self._lapses is None:
            self._lapses = lapses(self.scenario.country, self.docket, self.worlds, self.ends.until)
        return self._lapses

    # what if

    def after(self, act: str) -> Fork:
        """The log up to and including an act, to which others can be offered; KeyError when the log has no such act."""
        try:
            return Fork(self._prefixes[act])
        except KeyError:
            prefix = self._prefixes[act] = Prefix(self, self.acts[self.by_id[act]])
            return Fork(prefix)

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
            return self._judged(indices, {}, self.orders.spots(indices), dict(acts))
        return self._judged(indices, {}, None, dict(acts))

    def judge(self, acts: Sequence[Act]) -> Judged:
        """Any log, judged as a variant of this one: what it has in common with it is not judged again."""
        if self.refused:
            raise Unplanned(self.refused)
        given, until = tuple(acts), self.scenario.until
        own, by_id = self.acts, self.by_id
        changed: dict[int, Act | None] = {}
        added: dict[int, Act] = {}
        late: list[Act] = []
        kept: list[int] = []
        for act in given:
            index = by_id.get(act.id)
            if index is None or act is not own[index]:
                if act.when.earliest_day > until:
                    late.append(act)
                    continue
                if index is None:
                    index = len(own) + len(added)
                    added[index] = act
                elif act != own[index]:
                    changed[index] = act
            kept.append(index)
        there = set(kept)
        if len(there) < len(kept):
            raise Unplanned("two acts have one id")
        if len(there) - len(added) < len(own):
            changed |= {index: None for index in range(len(own)) if index not in there}
        spots = None
        if added or kept != sorted(kept):
            spots = self.orders.placed([act for act in given if act not in late] if late else given, changed, added)
        elif self.orders.disturbed(changed):
            spots = self.orders.spots(changed)
        return self._judged(changed, added, spots, given, late)

    def _judged(
        self,
        changed: Mapping[int, Act | None],
        added: Mapping[int, Act],
        spots: Sequence[Mapping[int, float]] | None,
        given: Sequence[Act] | Mapping[str, Act | None],
        late: Sequence[Act] = (),
    ) -> Judged:
        for line, mine in zip(self.lines, spots or (), strict=False):
            loose = {self.acts[index].id for index in {*changed, *mine} if index < len(self.acts)}
            if loose & self._ruled:
                ruled = [act for act in self.acts if act.id in self._ruled]
                places = {act.id: mine.get(i, line.spots[i]) for act in ruled for i in [self.by_id[act.id]]}
                if reason := out_of_turn(ruled, places):
                    raise Unplanned(reason)
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
            alike = self._alike(kinds, frozenset(change.procedures), frozenset(change.altered))
            kinds = kinds.union(*(self.scenario.country.procedure(name).acts for name in change.procedures))
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
        return Judged(told, extra, self, found, touched | acts.keys(), given, late)

    def _alike(self, kinds: frozenset[str], procedures: frozenset[str], altered: frozenset[str]) -> tuple[int, ...]:
        """A number for each line: lines with one number answer a change alike that meets these."""
        asked = kinds, procedures, altered
        found = self._signs.get(asked)
        if found is None:
            numbers = self.bench.numbers
            found = self._signs[asked] = tuple(line.sign(kinds, numbers, procedures, altered) for line in self.lines)
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
            if len({id(entry) for _, entry in held}) == 1 and len(held) == len(entries):
                held = [((), held[0][1])]
            found = self._told[key] = told_of(self.docket.law, self.apart, held, context)
        return found

    # the slow way

    def replayed(self, acts: Sequence[Act]) -> Report:
        """The full replay of a variant."""
        return replay(evolve(self.scenario, acts=tuple(acts)))


def _with_spots(change: Change, spots: Mapping[int, float]) -> Change:
    return Change(change.acts, spots, change.altered, change.over, change.stands, change.kinds, change.procedures)
