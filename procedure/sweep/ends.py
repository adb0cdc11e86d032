"""The end of a log: the duties not seen done in time, and where each case stands, over all worlds that count."""

from collections.abc import Iterator, Sequence

from attrs import define, field

from procedure.court import Court
from procedure.hearing import Docket
from procedure.jurisdiction import Jurisdiction
from procedure.lapses import Duty, anchor_acts, duties, runs, windows
from procedure.law import Case
from procedure.machine import Step
from procedure.moments import Moment
from procedure.outcomes import Assignment
from procedure.recall import ALL
from procedure.record import Act
from procedure.steps import standing_rows
from procedure.sweep.bench import NOTHING, Change
from procedure.sweep.line import Line
from procedure.watch import Watch
from procedure.worlds import CaseKey

LAST = float("inf")

Lapsed = tuple[str, str, str, str, bool]
"""A lapse: the norm, the act that is owed, its case, the act from which it runs, and whether it is shown."""

Stood = tuple[str, str, tuple[str, ...]]
"""Where a case of a procedure stands at the end."""


@define(eq=False)
class Ends:
    """The ends of a log in all its worlds; of a variant only what a change touches is asked again."""

    court: Court
    until: Moment
    lines: Sequence[Line]
    apart: frozenset[tuple[str, str]]
    docket: Docket = field(init=False)
    country: Jurisdiction = field(init=False)
    duties: tuple[tuple[Duty, tuple[str, ...]], ...] = field(init=False)
    _dues: dict[str, tuple[int, ...]] = field(init=False, factory=dict)
    _lapsed: dict[int, frozenset[Lapsed]] = field(init=False, factory=dict)
    _standing: dict[CaseKey, tuple[str, ...]] = field(init=False, factory=dict)
    _standing_rows: dict[str, tuple[Step, ...]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find what the log itself ends in, and which kinds of acts bear on which duties."""
        self.docket, self.country = self.court.docket, self.court.country
        self.duties = tuple(
            (duty, tuple(sorted({*anchor_acts(duty.rule), *duty.acts}))) for duty in duties(self.country)
        )
        dues: dict[str, list[int]] = {}
        for spot, (duty, kinds) in enumerate(self.duties):
            self._lapsed[spot] = frozenset(
                each for line in self.counted() for each in self._due(line, NOTHING, duty, kinds)
            )
            reads = {kind for line in self.lines for asked, _ in line.view.asked for kind in asked}
            for line in self.lines:
                line.view.asked = set()
            for kind in {*kinds, *reads, *duty.procedure.acts}:
                dues.setdefault(kind, []).append(spot)
        self._dues = {kind: tuple(numbers) for kind, numbers in dues.items()}
        unchanged = [NOTHING for _ in self.lines]
        keys = {key for line in self.lines for key in line.tracks}
        for key in keys | {(each.name, "") for each in self.country.procedures if each.per is None}:
            self._standing[key] = self._stood(key, unchanged)

    def counted(self) -> list[Line]:
        """The worlds that count; all where none does."""
        return [line for line in self.lines if not self.apart & set(line.fixed.items())] or list(self.lines)

    def lapses(self, changes: Sequence[Change]) -> tuple[Lapsed, ...]:
        """The duties not seen done in time, in the worlds that count."""
        kinds = {kind for change in changes for kind in change.kinds}
        touched = {spot for kind in kinds for spot in self._dues.get(kind, ())}
        counted = [line in self.counted() for line in self.lines]
        found: set[Lapsed] = set()
        for spot, (duty, mine) in enumerate(self.duties):
            if spot not in touched:
                found |= self._lapsed[spot]
                continue
            for line, change, counts in zip(self.lines, changes, counted, strict=True):
                if counts:
                    found.update(self._due(line, change, duty, mine))
        return tuple(sorted(found))

    def _due(self, line: Line, change: Change, duty: Duty, kinds: tuple[str, ...]) -> Iterator[Lapsed]:
        """The cases in which the time of a duty ran out in one world."""
        anchors = anchor_acts(duty.rule)
        for case, stand in line.cases(change, duty.procedure):
            mine = {duty.procedure.per: case} if duty.procedure.per and case else {}
            after: Act | None = None
            for act in line.before(change, kinds, LAST, ALL, mine):
                if act.kind in anchors:
                    after = None if act.kind in duty.acts else act
                    break
                if act.kind in duty.acts:
                    break
            state, opened, _ = stand
            if after is None or not runs(duty, state, anchors, self._rows(duty, Case(opened, mine))):
                continue
            if any(
                closes is not None and closes.is_before(self.until) and not self.apart & set(cell)
                for cell, closes in self._windows(line, change, duty, Case(opened, mine))
            ):
                shown = all(kind in self.docket.complete for kind in duty.acts)
                yield duty.norm.id, duty.acts[0], case, after.id, shown

    def _rows(self, duty: Duty, case: Case) -> tuple[Step, ...]:
        """The rows of a duty's procedure that stand at the end for a case."""
        steps, day = duty.procedure.steps, self.until.earliest_day
        if self.docket.law.apart:
            return standing_rows(self.docket, steps, day, case)
        if duty.procedure.name not in self._standing_rows:
            self._standing_rows[duty.procedure.name] = standing_rows(self.docket, steps, day, case)
        return self._standing_rows[duty.procedure.name]

    def _windows(
        self, line: Line, change: Change, duty: Duty, case: Case
    ) -> Sequence[tuple[Assignment, Moment | None]]:
        view, memory = line.view, self.court.memory
        assert memory is not None
        view.change, view.spot = change, LAST
        probe = Act(f"({duty.acts[0]})", duty.acts[0], self.until, case=case.names)

        def ask(seen: Act, watch: Watch) -> tuple[tuple[Assignment, Moment | None], ...]:
            asked = windows(self.docket, view.record, line.fixed, duty.norm, duty.rule, seen, case.opened, watch)
            return tuple((cell, window.closes if window else None) for cell, window in asked)

        return memory.ask(memory.slot(("window", duty.norm.id, duty.rule)), probe, view, case.opened, ask)

    def states(self, changes: Sequence[Change]) -> tuple[Stood, ...]:
        """Where each case stands at the end, in the worlds that count."""
        standing = dict(self._standing)
        for key in {key for change in changes for key in change.stands}:
            standing[key] = self._stood(key, changes)
        places = {procedure.name: spot for spot, procedure in enumerate(self.country.procedures)}
        return tuple(
            (name, case, names)
            for (name, case), names in sorted(standing.items(), key=lambda each: (places[each[0][0]], each[0][1]))
            if names
        )

    def _stood(self, key: CaseKey, changes: Sequence[Change]) -> tuple[str, ...]:
        """The states of a case in the worlds that count; none where no act ever moved it."""
        procedure = self.country.procedure(key[0])
        counted = self.counted()
        found: set[str] = set()
        for line, change in zip(self.lines, changes, strict=True):
            if line in counted:
                state, _, moved = line.stand(change, key, procedure)
                if moved or procedure.per is None:
                    found.add(state.name)
        return tuple(sorted(found))
