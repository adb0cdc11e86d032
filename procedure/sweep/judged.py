"""What becomes of a log that a plan judged: told of each act at once, and its reasons when somebody asks."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from procedure.judge import weighed
from procedure.law import Law
from procedure.outcomes import Assignment, Outcome
from procedure.record import Act
from procedure.sweep.bench import Change, Entry
from procedure.sweep.ends import Lapsed, Stood
from procedure.sweep.reasons import report_of, verdict_of
from procedure.verdict import Finding, Report, Verdict

if TYPE_CHECKING:
    from procedure.sweep.plan import Plan


@frozen(eq=False)
class Told:
    """What is told of an act: its outcome and the norms broken; one object for all acts of which the same is told."""

    outcome: Outcome
    working: Outcome
    broken: tuple[str, ...]


def told_of(
    law: Law, apart: frozenset[tuple[str, str]], worlds: Sequence[tuple[Assignment, Entry]], context: bool
) -> Told:
    """What is told of an act that became these in some worlds, each with the answers that are fixed in it."""
    if context:
        return Told(Outcome.CONTEXT, Outcome.CONTEXT, ())
    heard = any(entry.rules for _, entry in worlds)
    outcomes, working, _ = weighed(law, apart, [(fixed, entry.cells) for fixed, entry in worlds], heard)
    return Told(outcomes[0], working, tuple(dict.fromkeys(norm for _, entry in worlds for norm in entry.broken)))


@define(eq=False)
class Holding:
    """What was decided of one act, told at once, and its reasons, made when asked for and then kept.

    All variants of a log share the holdings of the acts that no change reached.
    """

    act: Act
    told: Told
    _index: int = field(repr=False)
    _judged: "Judged" = field(repr=False)
    _verdict: Verdict | None = field(default=None, repr=False)

    @property
    def outcome(self) -> Outcome:
        """The headline, whatever the readings."""
        return self.told.outcome

    @property
    def working(self) -> Outcome:
        """The outcome on the working readings."""
        return self.told.working

    @property
    def broken(self) -> tuple[str, ...]:
        """The norms that are broken, or make the act void, in some cell."""
        return self.told.broken

    @property
    def verdict(self) -> Verdict:
        """The whole verdict, equal to that of a replay: findings, cells, moves, notes."""
        if self._verdict is None:
            self._verdict = verdict_of(self._judged, self._index, self.act)
        return self._verdict

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What each rule makes of the act."""
        return self.verdict.findings


@frozen(eq=False)
class Digest:
    """A report before anybody asks for reasons: a holding for each act in order, lapses, and end states."""

    holdings: tuple[Holding, ...]
    lapses: tuple[Lapsed, ...]
    states: tuple[Stood, ...]


@define(eq=False)
class Judged:
    """What becomes of a log: what is told of each act by its place in the log, lapses, and where each case stands.

    `given` is the log as it was handed in: all its acts, or those that are changed, by their ids. `touched` are the
    acts that are changed or were heard anew, and `late` those after the end of the log, which nobody judges.
    """

    told: list[Told | None]
    added: Mapping[str, Told]
    plan: "Plan" = field(repr=False)
    changes: Sequence[Change] = field(repr=False)
    touched: frozenset[int] | set[int] = frozenset()
    given: Sequence[Act] | Mapping[str, Act | None] = field(factory=dict)
    late: Sequence[Act] = ()
    _holdings: tuple[Holding, ...] | None = field(init=False, default=None)
    _replayed: Report | None = field(init=False, default=None)
    _alike: bool = field(init=False, default=False)

    def lapses(self) -> tuple[Lapsed, ...]:
        """The duties not seen done in time, in order."""
        return self.plan.ends.lapses(self.changes)

    def states(self) -> tuple[Stood, ...]:
        """Where each case stands at the end."""
        return self.plan.ends.states(self.changes)

    def holdings(self) -> tuple[Holding, ...]:
        """A holding for each act, in the order of the report."""
        if self._holdings is None:
            self._holdings = self._held()
        return self._holdings

    def digest(self) -> Digest:
        """The holdings, the lapses and the end states."""
        return Digest(self.holdings(), self.lapses(), self.states())

    def report(self) -> Report:
        """The whole report with every finding, equal to that of a replay."""
        return report_of(self)

    def replayed(self) -> Report | None:
        """The full replay, where the ways through this variant are not those through the log; None where they are."""
        if self._replayed is None and not self._alike:
            self._alike = self is self.plan.base or self.plan.ways.same(self)
            if not self._alike:
                self._replayed = self.plan.replayed(self.acts)
        return self._replayed

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts of the log as it was handed in."""
        given = self.given
        if isinstance(given, Mapping):
            kept = (given.get(act.id, act) for act in self.plan.scenario.acts)
            return tuple(act for act in kept if act is not None)
        return tuple(given)

    def _held(self) -> tuple[Holding, ...]:
        plan, told = self.plan, self.told
        line, change = plan.lines[plan.counted[0]], self.changes[plan.counted[0]]
        if self is plan.base:
            return tuple(Holding(plan.acts[i], each, i, self) for i in line.order if (each := told[i]) is not None)
        found: list[Holding | None] = list(plan.base.holdings())
        moved: list[tuple[float, Holding]] = []
        for index in self._anew():
            place, spot = line.spots.get(index), change.spots.get(index)
            if place is not None:
                found[int(place)] = None
            act = change.acts[index] if index in change.acts else plan.acts[index]
            if act is None:
                continue
            what = self.added[act.id] if place is None else told[index]
            assert what is not None
            holding = Holding(act, what, index, self)
            if spot is not None:
                moved.append((spot, holding))
            elif place is not None:
                found[int(place)] = holding
        for spot, holding in sorted(moved, key=lambda each: each[0], reverse=True):
            found.insert(ceil(spot), holding)
        return tuple(each for each in found if each is not None)

    def _anew(self) -> set[int]:
        """The acts of which something else may be told than in the log on file: heard anew, or with other rulings."""
        plan = self.plan
        on = [act for ruling, act in plan.rulings.items() if ruling in self.touched]
        for one, other in ((self.late, plan.late), (plan.late, self.late)):
            on += [each.ruling.on for each in one if each.ruling and each not in other]
        return {*self.touched, *(plan.by_id[act] for act in on if act in plan.by_id)}
