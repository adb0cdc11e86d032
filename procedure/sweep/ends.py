"""The end of a log: the duties not seen done in time, and where each case stands, over all worlds that count.

Of a variant only what it touches is asked again, and only if nothing was asked before that it touches in the same way.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import define, field

from procedure.court import Court
from procedure.lapses import Duty, anchor_acts, duties, runs, windows
from procedure.law import Case
from procedure.machine import State, Step
from procedure.moments import Moment
from procedure.outcomes import Assignment
from procedure.recall import Lately, Memory
from procedure.record import Act
from procedure.rules.windows import Window
from procedure.steps import standing_rows
from procedure.sweep.bench import NOTHING, Change
from procedure.sweep.line import Line
from procedure.sweep.touched import Reads, Stands, Touched, key_of, stands_of, touched_by
from procedure.watch import Field, Watch
from procedure.worlds import CaseKey

T = TypeVar("T")

LAST = float("inf")

Lapsed = tuple[str, str, str, str, bool]
"""A lapse: the norm, the act that is owed, its case, the act from which it runs, and whether it is shown."""

Windows = tuple[tuple[Assignment, Window | None], ...]
"""When an act could be done, in each cell; None where that is not known."""

Running = tuple[str, Act, Windows]
"""A duty that runs and has not been performed: its case, the act from which it runs, when it could be done."""

Stood = tuple[str, str, tuple[str, ...]]
"""Where a case of a procedure stands at the end."""


@define(eq=False)
class Owing:
    """A duty, the kinds of acts that bear on it, what was seen to be read to say whether it lapsed, and its lapses."""

    duty: Duty
    anchors: tuple[str, ...]
    kinds: tuple[str, ...]
    reads: Reads
    base: frozenset[Lapsed] = frozenset()
    running: dict[tuple[State, tuple[Step, ...]], bool] = field(factory=dict)
    lapsed: Lately[Hashable, frozenset[Lapsed]] = field(factory=Lately.bounded)

    def standing(self, stands: Sequence[Stands]) -> list[Stands]:
        """Where the cases of its procedure stand that a variant leaves elsewhere."""
        name = self.duty.procedure.name
        return [frozenset(each for each in stood if each[0][0] == name) for stood in stands]


@define(eq=False)
class Ends:
    """The ends of a log in all its worlds, and of its variants."""

    court: Court
    until: Moment
    lines: Sequence[Line]
    apart: frozenset[tuple[str, str]]
    memory: Memory = field(init=False)
    owing: tuple[Owing, ...] = field(init=False)
    counted: tuple[int, ...] = field(init=False)
    """The numbers of the worlds that count; all where none does."""
    _reads: Reads = field(init=False)
    _rows: dict[str, tuple[Step, ...]] = field(init=False, factory=dict)
    _lapses: tuple[Lapsed, ...] = field(init=False)
    _lapsed: Lately[Hashable, tuple[Lapsed, ...]] = field(init=False, factory=Lately.bounded)
    _standing: dict[CaseKey, tuple[str, ...]] = field(init=False, factory=dict)
    _stood: Lately[Hashable, tuple[Stood, ...]] = field(init=False, factory=Lately.bounded)

    def __attrs_post_init__(self) -> None:
        """Find what the log itself ends in."""
        assert self.court.memory is not None
        self.memory = self.court.memory
        counted = [number for number, line in enumerate(self.lines) if not self.apart & set(line.fixed.items())]
        self.counted = tuple(counted or range(len(self.lines)))
        self._reads = Reads(self.memory)
        owing: list[Owing] = []
        for duty in duties(self.court.country):
            anchors = anchor_acts(duty.rule)
            owing.append(Owing(duty, anchors, tuple(sorted({*anchors, *duty.acts})), Reads(self.memory)))
        self.owing = tuple(owing)
        unchanged = [NOTHING for _ in self.lines]
        for each in owing:
            for kind in each.kinds:
                self._learn(each, kind, ())
            each.base = self._asked(each, unchanged)
        self._lapses = _together([each.base for each in owing])
        keys = {key for line in self.lines for key in line.tracks}
        for key in keys | {(each.name, "") for each in self.court.country.procedures if each.per is None}:
            self._standing[key] = self._states(key, unchanged)

    # the duties not seen done in time

    def lapses(self, changes: Sequence[Change]) -> tuple[Lapsed, ...]:
        """The duties not seen done in time, in the worlds that count."""
        touched = self._each(changes, touched_by)
        stands = self._each(changes, stands_of)
        key = key_of(self._reads, touched, stands)
        if not key:
            return self._lapses
        found = self._lapsed.get(key)
        if found is None:
            found = _together([self._of(each, changes, touched, stands) for each in self.owing])
            self._lapsed[key_of(self._reads, touched, stands)] = found
        return found

    def _of(
        self,
        owing: Owing,
        changes: Sequence[Change],
        touched: Sequence[Sequence[Touched]],
        stands: Sequence[Stands],
    ) -> frozenset[Lapsed]:
        """The lapses of one duty: those of the log, those of a variant that touches it alike, or asked now."""
        mine = owing.standing(stands)
        key = key_of(owing.reads, touched, mine)
        if not key:
            return owing.base
        found = owing.lapsed.get(key)
        if found is None:
            found = self._asked(owing, changes)
            owing.lapsed[key_of(owing.reads, touched, mine)] = found
        return found

    def _each(self, changes: Sequence[Change], what: Callable[[Line, Change], T]) -> list[T]:
        """Something of the change in each world that counts; only once where all have the same change."""
        found: dict[tuple[int, int, int], T] = {}
        every: list[T] = []
        for number in self.counted:
            change = changes[number]
            same = (id(change.over), id(change.stands), id(change.spots))
            if same not in found:
                found[same] = what(self.lines[number], change)
            every.append(found[same])
        return every[:1] if len(found) == 1 else every

    def _learn(self, owing: Owing, kind: str, read: Iterable[Field]) -> None:
        """Take in what is read of a kind; what was said without it is forgotten."""
        if owing.reads.learn(kind, read):
            owing.lapsed.clear()
        if self._reads.learn(kind, read):
            self._lapsed.clear()

    def _asked(self, owing: Owing, changes: Sequence[Change]) -> frozenset[Lapsed]:
        """The lapses of one duty, asked in each world that counts."""
        found: set[Lapsed] = set()
        for number in self.counted:
            line = self.lines[number]
            line.view.asked = set()
            found.update(self._due(owing, line, changes[number]))
            for kinds, read in line.view.asked:
                for kind in kinds:
                    self._learn(owing, kind, read)
        return frozenset(found)

    def touched(self, changes: Sequence[Change]) -> list[Owing]:
        """The duties of which something would be read otherwise than at the end of the log."""
        touched, stands = self._each(changes, touched_by), self._each(changes, stands_of)
        return [each for each in self.owing if key_of(each.reads, touched, each.standing(stands))]

    def running(self, owing: Owing, line: Line, change: Change) -> Iterator[Running]:
        """The cases in which a duty runs at the end of one world and has not been performed."""
        duty = owing.duty
        for case, (state, opened, _) in line.cases(change, duty.procedure):
            mine = {duty.procedure.per: case} if duty.procedure.per and case else {}
            after = next(iter(line.before(change, owing.kinds, LAST, 1, mine)), None)
            if after is None or after.kind in duty.acts:
                continue
            if self._runs(owing, state, Case(opened, mine)):
                yield case, after, self._windows(line, change, duty, Case(opened, mine))

    def _due(self, owing: Owing, line: Line, change: Change) -> Iterator[Lapsed]:
        """The cases in which the time of a duty ran out in one world."""
        duty = owing.duty
        for case, after, asked in self.running(owing, line, change):
            if any(
                window is not None
                and window.closes is not None
                and window.closes.is_before(self.until)
                and not self.apart & set(cell)
                for cell, window in asked
            ):
                shown = all(kind in self.court.docket.complete for kind in duty.acts)
                yield duty.norm.id, duty.acts[0], case, after.id, shown

    def _runs(self, owing: Owing, state: State, case: Case) -> bool:
        """Whether a duty's act can still be come to in a case, by the rows of its procedure that stand at the end."""
        docket, procedure = self.court.docket, owing.duty.procedure
        rows = None if docket.law.apart else self._rows.get(procedure.name)
        if rows is None:
            rows = self._rows[procedure.name] = standing_rows(docket, procedure.steps, self.until.earliest_day, case)
        found = owing.running.get((state, rows))
        if found is None:
            found = owing.running[state, rows] = runs(owing.duty, state, owing.anchors, rows)
        return found

    def _windows(self, line: Line, change: Change, duty: Duty, case: Case) -> Windows:
        view = line.view
        view.change, view.spot = change, LAST
        probe = Act(f"({duty.acts[0]})", duty.acts[0], self.until, case=case.names)

        def ask(seen: Act, watch: Watch) -> Windows:
            docket = self.court.docket
            return tuple(windows(docket, view.record, line.fixed, duty.norm, duty.rule, seen, case.opened, watch))

        return self.memory.ask(self.memory.slot(("window", duty.norm.id, duty.rule)), probe, view, case.opened, ask)

    # where each case stands

    def states(self, changes: Sequence[Change]) -> tuple[Stood, ...]:
        """Where each case stands at the end, in the worlds that count."""
        stands = self._each(changes, stands_of)
        key = tuple(stands)
        found = self._stood.get(key)
        if found is None:
            standing = dict(self._standing)
            for case in {case for stood in stands for case, _ in stood}:
                standing[case] = self._states(case, changes)
            places = {procedure.name: spot for spot, procedure in enumerate(self.court.country.procedures)}
            order = sorted(standing.items(), key=lambda each: (places[each[0][0]], each[0][1]))
            found = self._stood[key] = tuple((name, case, names) for (name, case), names in order if names)
        return found

    def _states(self, key: CaseKey, changes: Sequence[Change]) -> tuple[str, ...]:
        """The states of a case in the worlds that count; none where no act ever moved it."""
        procedure = self.court.country.procedure(key[0])
        stood = [self.lines[number].stand(changes[number], key, procedure) for number in self.counted]
        return tuple(sorted({state.name for state, _, moved in stood if moved or procedure.per is None}))


def _together(each: Iterable[frozenset[Lapsed]]) -> tuple[Lapsed, ...]:
    return tuple(sorted(frozenset().union(*each)))
