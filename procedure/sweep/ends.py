"""The end of a log: the duties not seen done in time, and where each case stands, over all worlds that count."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from procedure.hearing import Docket
from procedure.jurisdiction import Jurisdiction
from procedure.lapses import Duty, anchor_acts, duties, lapse_of, runs, together, windows
from procedure.law import Case
from procedure.machine import Step
from procedure.moments import Moment
from procedure.outcomes import Assignment
from procedure.recall import ALL
from procedure.record import Act
from procedure.rules.windows import Window
from procedure.steps import standing_rows
from procedure.sweep.bench import NOTHING, Bench, Change
from procedure.sweep.line import Line
from procedure.verdict import Lapse
from procedure.watch import Watch
from procedure.worlds import CaseKey

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
class Ends:
    """The ends of a log in all its worlds; of a variant only what a change touches is asked again."""

    bench: Bench
    until: Moment
    lines: Sequence[Line]
    apart: frozenset[tuple[str, str]]
    docket: Docket = field(init=False)
    country: Jurisdiction = field(init=False)
    duties: tuple[tuple[Duty, tuple[str, ...]], ...] = field(init=False)
    _dues: dict[str, tuple[int, ...]] = field(init=False, factory=dict)
    _of: dict[str, tuple[int, ...]] = field(init=False, factory=dict)
    _reads: list[frozenset[str]] = field(init=False, factory=list)
    _counted: tuple[bool, ...] = field(init=False, default=())
    _lapsed: dict[int, frozenset[Lapsed]] = field(init=False, factory=dict)
    _standing: dict[CaseKey, tuple[str, ...]] = field(init=False, factory=dict)
    _standing_rows: dict[str, tuple[Step, ...]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find what the log itself ends in, and which kinds of acts bear on which duties."""
        self.docket, self.country = self.bench.court.docket, self.bench.court.country
        self.duties = tuple(
            (duty, tuple(sorted({*anchor_acts(duty.rule), *duty.acts}))) for duty in duties(self.country)
        )
        counted = self.counted()
        self._counted = tuple(line in counted for line in self.lines)
        dues: dict[str, list[int]] = {}
        of: dict[str, list[int]] = {}
        for spot, (duty, kinds) in enumerate(self.duties):
            self._lapsed[spot] = frozenset(
                each for line in counted for each in self._due(spot, self._running(line, NOTHING, duty, kinds))
            )
            reads = {kind for line in self.lines for asked, _ in line.view.asked for kind in asked}
            for line in self.lines:
                line.view.asked = set()
            for kind in {*kinds, *reads}:
                dues.setdefault(kind, []).append(spot)
            of.setdefault(duty.procedure.name, []).append(spot)
            self._reads.append(frozenset({*kinds, *reads, *duty.procedure.acts}))
        self._dues = {kind: tuple(numbers) for kind, numbers in dues.items()}
        self._of = {name: tuple(numbers) for name, numbers in of.items()}
        unchanged = [NOTHING for _ in self.lines]
        keys = {key for line in self.lines for key in line.tracks}
        for key in keys | {(each.name, "") for each in self.country.procedures if each.per is None}:
            self._standing[key] = self._stood(key, unchanged)

    def counted(self) -> list[Line]:
        """The worlds that count; all where none does."""
        return [line for line in self.lines if not self.apart & set(line.fixed.items())] or list(self.lines)

    def lapses(self, changes: Sequence[Change]) -> tuple[Lapsed, ...]:
        """The duties not seen done in time, in the worlds that count."""
        touched = self._touched(changes)
        found: set[Lapsed] = set()
        for spot, lapsed in self._lapsed.items():
            if spot not in touched:
                found |= lapsed
        for spot in touched:
            for each in {id(each): each for _, each in self._over(spot, changes)}.values():
                found.update(self._due(spot, each))
        return tuple(sorted(found))

    def told(self, changes: Sequence[Change], base: Sequence[Lapse]) -> tuple[Lapse, ...]:
        """The same in full, as a report tells them; `base` are those of the log itself."""
        touched = self._touched(changes)
        owed = {(duty.norm.id, duty.acts[0]) for duty, _ in (self.duties[spot] for spot in touched)}
        held = [
            (lapse, tuple(sorted(line.fixed.items())))
            for spot, (duty, _) in enumerate(self.duties)
            if (duty.norm.id, duty.acts[0]) in owed
            for line, each in self._over(spot, changes)
            for case, after, asked in each
            if (lapse := lapse_of(self.docket, duty, self.until, self.apart, case, after, asked)) is not None
        ]
        found = {each.key: each for each in base if (each.norm, each.act) not in owed}
        found |= {each.key: each for each in together(held, sum(self._counted))}
        return tuple(found[key] for key in sorted(found))

    def _over(self, spot: int, changes: Sequence[Change]) -> list[tuple[Line, list[Running]]]:
        """The cases in which a duty runs at the end, in each world that counts; asked once where worlds are alike."""
        duty, kinds = self.duties[spot]
        seen: dict[tuple[int, int], list[Running]] = {}
        found: list[tuple[Line, list[Running]]] = []
        for line, change, counts in zip(self.lines, changes, self._counted, strict=True):
            if not counts:
                continue
            alike = id(change), line.sign(self._reads[spot], self.bench.numbers)
            if alike not in seen:
                line.view.asked = set()
                running = list(self._running(line, change, duty, kinds))
                self._learn(spot, {kind for asked, _ in line.view.asked for kind in asked})
                alike = id(change), line.sign(self._reads[spot], self.bench.numbers)
                seen[alike] = running
            found.append((line, seen[alike]))
        return found

    def _learn(self, spot: int, kinds: set[str]) -> None:
        """Take in of which kinds of acts a duty was seen to read the record."""
        for kind in kinds - self._reads[spot]:
            self._dues[kind] = (*self._dues.get(kind, ()), spot)
        self._reads[spot] |= kinds

    def _touched(self, changes: Sequence[Change]) -> set[int]:
        """The duties that read acts which were heard anew, or whose cases stand elsewhere at the end."""
        kinds: set[str] = set()
        names: set[str] = set()
        acts = self.lines[0].acts
        for change in {id(each): each for each in changes}.values():
            names.update(name for name, _ in change.stands)
            for index in change.over.keys() | change.acts.keys():
                for act in (acts[index] if index < len(acts) else None, change.acts.get(index)):
                    if act is not None:
                        kinds.add(act.kind)
            kinds.update(acts[on].kind for on, ruling in self.lines[0].gone.items() if ruling in change.over)
        held = [self._dues.get(kind, ()) for kind in kinds] + [self._of.get(name, ()) for name in names]
        return {spot for spots in held for spot in spots}

    def _due(self, spot: int, running: Iterable[Running]) -> Iterator[Lapsed]:
        """The cases in which the time of a duty ran out."""
        duty, _ = self.duties[spot]
        for case, after, asked in running:
            if any(
                window is not None
                and window.closes is not None
                and window.closes.is_before(self.until)
                and not self.apart & set(cell)
                for cell, window in asked
            ):
                shown = all(kind in self.docket.complete for kind in duty.acts)
                yield duty.norm.id, duty.acts[0], case, after.id, shown

    def _running(self, line: Line, change: Change, duty: Duty, kinds: tuple[str, ...]) -> Iterator[Running]:
        """The cases in which a duty runs at the end of one world and has not been performed."""
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
            if after is not None and runs(duty, state, anchors, self._rows(duty, Case(opened, mine))):
                yield case, after, self._windows(line, change, duty, Case(opened, mine))

    def _rows(self, duty: Duty, case: Case) -> tuple[Step, ...]:
        """The rows of a duty's procedure that stand at the end for a case."""
        steps, day = duty.procedure.steps, self.until.earliest_day
        if self.docket.law.apart:
            return standing_rows(self.docket, steps, day, case)
        if duty.procedure.name not in self._standing_rows:
            self._standing_rows[duty.procedure.name] = standing_rows(self.docket, steps, day, case)
        return self._standing_rows[duty.procedure.name]

    def _windows(self, line: Line, change: Change, duty: Duty, case: Case) -> Windows:
        view, memory = line.view, self.bench.court.memory
        assert memory is not None
        view.change, view.spot = change, LAST
        probe = Act(f"({duty.acts[0]})", duty.acts[0], self.until, case=case.names)

        def ask(seen: Act, watch: Watch) -> Windows:
            return tuple(windows(self.docket, view.record, line.fixed, duty.norm, duty.rule, seen, case.opened, watch))

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
