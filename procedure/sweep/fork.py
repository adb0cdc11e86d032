"""What if something else had followed: a log up to an act, and acts offered to it one after the other."""

from collections.abc import Iterator
from functools import cached_property

from attrs import define, evolve, field, frozen

from procedure.errors import ProcedureError
from procedure.hearing import uncounted
from procedure.judge import replay, verdict_on
from procedure.nearest import nearest
from procedure.outcomes import Outcome
from procedure.record import Act
from procedure.sweep.bench import NOTHING, Change, Entry, Stand, Unplanned, moved
from procedure.sweep.judged import Told
from procedure.sweep.line import Line
from procedure.sweep.prefix import Prefix
from procedure.sweep.standing import trial_at
from procedure.verdict import Report, Verdict
from procedure.worlds import World


@frozen(eq=False)
class _Heard:
    """An act heard in one world, and all that it was heard by: another world that has the same need not hear it."""

    line: Line
    change: Change
    stands: list[Stand]
    kinds: frozenset[str]
    entry: Entry

    def like(self, line: Line, change: Change, stands: list[Stand]) -> bool:
        """Whether a world has the same cases standing, the same acts offered, and the same acts that rules read."""
        numbers, kinds = line.bench.numbers, self.kinds
        return (
            stands == self.stands
            and list(change.over.values()) == list(self.change.over.values())
            and line.sign(kinds, numbers) == self.line.sign(kinds, numbers)
        )


@frozen(eq=False)
class _Offered:
    """An act offered to a fork: what it became in each world, and how each world stands then; none where replayed."""

    fork: "Fork" = field(repr=False)
    act: Act
    changes: tuple[Change, ...] = field(default=(), repr=False)
    entries: tuple[Entry, ...] = field(default=(), repr=False)


@define(eq=False)
class Fork:
    """A log up to an act, and acts offered since; to offer one makes a new fork, and leaves this one as it is.

    A fork shares everything with the one before it. The first offer at a place finds how things stood there; where no
    plan can follow (a ruling, a claim about time, a choice that forks the log) the fork is `replayed` in full.
    """

    _prefix: Prefix
    _last: _Offered | None = None

    @property
    def act(self) -> Act:
        """The last act: the one offered, or the one of the log after which this fork begins."""
        return self._prefix.act if self._last is None else self._last.act

    @property
    def offered(self) -> tuple[Act, ...]:
        """The acts offered so far, in order."""
        return tuple(each.act for each in self._chain())[::-1]

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts up to here: those of the log by then, in its order, and those offered."""
        return (*self._prefix.acts, *self.offered)

    @property
    def replayed(self) -> bool:
        """Whether no plan follows this fork, so that it is replayed in full."""
        return not self._last.entries if self._last is not None else not self._prefix.stretches

    @property
    def outcome(self) -> Outcome:
        """What becomes of the last act, whatever the readings."""
        return self._told.outcome

    @property
    def working(self) -> Outcome:
        """What becomes of the last act on the working readings."""
        return self._told.working

    @property
    def broken(self) -> tuple[str, ...]:
        """The norms that the last act breaks, or that make it void, in some cell."""
        return self._told.broken

    @property
    def verdict(self) -> Verdict:
        """The whole verdict on the last act, equal to that of a replay of the acts up to here."""
        if self._last is None or self.replayed or not self._exact():
            return self.report().verdict(self.act.id)
        return self._verdict(self._last)

    def report(self) -> Report:
        """The full replay of the acts up to here, made once."""
        return self._report

    @cached_property
    def _report(self) -> Report:
        return replay(evolve(self._prefix.plan.scenario, acts=self.acts))

    def offer(self, act: Act) -> "Fork":
        """A new fork with one act more, judged; this one stays as it is and can be used again.

        ProcedureError where the act was done before an act on the log by then, or after the end of the log; where
        there is already one with its id; and where no procedure has a word for such acts.
        """
        self._admit(act)
        try:
            changes, entries = self._follow(act)
        except Unplanned:
            return Fork(self._prefix, _Offered(self, act))
        return Fork(self._prefix, _Offered(self, act, changes, entries))

    def _chain(self) -> Iterator[_Offered]:
        """What was offered so far, latest first."""
        last = self._last
        while last is not None:
            yield last
            last = last.fork._last

    def _admit(self, act: Act) -> None:
        """ProcedureError where an act cannot be offered here."""
        scenario, kinds = self._prefix.plan.scenario, self._prefix.plan.scenario.country.vocabulary.acts
        if act.kind not in kinds:
            raise ProcedureError(f"the act '{act.id}' cannot be offered: unknown kind; {nearest(act.kind, kinds)}")
        if act.id in self._prefix.ids or any(each.id == act.id for each in self.offered):
            raise ProcedureError(f"the act '{act.id}' cannot be offered: there is one with this id; give it another")
        last = max((self._prefix.newest, *self.offered), key=lambda each: each.when.earliest)
        if act.when.latest < last.when.earliest:
            raise ProcedureError(
                f"the act '{act.id}' of {act.when.iso()} cannot be offered after '{last.id}' of {last.when.iso()}: "
                f"begin the fork at an earlier act, or date what is offered later"
            )
        if act.when.earliest_day > scenario.until:
            raise ProcedureError(
                f"the act '{act.id}' of {act.when.iso()} cannot be offered: the log ends on {scenario.until}"
            )

    def _follow(self, act: Act) -> tuple[tuple[Change, ...], tuple[Entry, ...]]:
        """What becomes of an act in each world, and how things stand then; Unplanned where no plan can say it."""
        prefix, plan = self._prefix, self._prefix.plan
        if self.replayed or act.ruling is not None or act.when.latest < prefix.claimed:
            raise Unplanned("a ruling, or another order of acts")
        if any("when" in axis.keys for axis in act.claims):
            raise Unplanned("a claim about time")
        depth = len(self.offered) + 1
        index = len(plan.acts) + depth - 1
        changes: list[Change] = []
        entries: list[Entry] = []
        heard: list[_Heard] = []
        keys = plan.bench.keys(act)
        for spot, stretch in enumerate(prefix.stretches):
            old = self._last.changes[spot] if self._last is not None else NOTHING
            place = stretch.spot(depth)
            stands = [stretch.stand(old, key, procedure) for procedure, key in keys]
            entry = next((each.entry for each in heard if each.like(stretch.line, old, stands)), None)
            if entry is None:
                view = stretch.view(old, place)
                entry = plan.bench.hear(view, act, stands, stretch.fixed)
                kinds = frozenset(kind for asked, _ in view.asked for kind in asked)
                kinds |= view.joint.kinds if view.joint is not None else frozenset()
                if entry.placed:
                    heard.append(_Heard(stretch.line, old, stands, kinds, entry))
            after = {key: moved(entry, each, stand, act) for (each, key), stand in zip(keys, stands, strict=True)}
            entries.append(entry)
            changes.append(
                Change(
                    {**old.acts, index: act},
                    {**old.spots, index: place},
                    old.altered | {act.kind},
                    {**old.over, index: entry},
                    {**old.stands, **after},
                )
            )
        return tuple(changes), tuple(entries)

    @cached_property
    def _told(self) -> Told:
        """What is told of the last act."""
        prefix = self._prefix
        if self.replayed:
            found = self.verdict
            return Told(found.outcome, found.working, tuple(dict.fromkeys(each.norm for each in found.broken())))
        index = prefix.order[-1]
        base = tuple(each.line.entries[index] for each in prefix.stretches)
        entries = self._last.entries if self._last is not None else base
        return prefix.tell(self.act, self._apart(), entries)

    def _apart(self) -> frozenset[tuple[str, str]]:
        """The answers that are told and not counted."""
        plan = self._prefix.plan
        claims = [act for act in self.offered if act.claims]
        return plan.apart | uncounted(plan.docket.law, claims) if claims else plan.apart

    def _exact(self) -> bool:
        """Whether the worlds are those of a replay, with no act without effect on which another may lean."""
        void = any(entry.void for each in self._chain() for entry in each.entries)
        return not void and self._prefix.exact

    def _verdict(self, last: _Offered) -> Verdict:
        """The whole verdict on the act offered, from its trials."""
        prefix, plan, act, apart = self._prefix, self._prefix.plan, self.act, self._apart()
        keys = plan.bench.keys(act)
        found: list[World] = []
        before = last.fork._last
        for spot, stretch in enumerate(prefix.stretches):
            old = before.changes[spot] if before is not None else NOTHING
            stands = [stretch.stand(old, key, procedure) for procedure, key in keys]
            view = stretch.view(old, stretch.spot(len(self.offered)))
            trial = trial_at(plan.bench, view, stretch.fixed, act, stands)
            found.append(World(dict(stretch.fixed), (), trials={act.id: trial}))
        found.sort(key=lambda world: sorted(world.fixed.items()))
        main = [world for world in found if not apart & set(world.fixed.items())] or found
        scenario = evolve(plan.scenario, acts=self.acts)
        return verdict_on(scenario, plan.docket, found, main, apart, act)
