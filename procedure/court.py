"""Hears an act in every machine that knows it: which steps it takes, what the rules say, where the machines move."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from attrs import define, field

from procedure.alike import Alike, Tried
from procedure.deliberation import deliberate
from procedure.hearing import AxisNeeded, Docket
from procedure.jurisdiction import Jurisdiction
from procedure.law import Case, Norm, Version
from procedure.machine import Procedure, Rule, State, Step
from procedure.outcomes import Assignment, Status
from procedure.recall import Lately, Memory, Record, Slot
from procedure.record import Act
from procedure.steps import choose, standing_rows
from procedure.verdict import Heard, Move
from procedure.watch import Kinds, Watch
from procedure.worlds import CaseKey, Testimony, Trial, World, fixed_in, joined


def _tell(event: str, **values: Any) -> None:
    """Log an event."""
    sys.modules["structlog"].get_logger("procedure").info(event, **values)


def _telling() -> bool:
    """Whether somebody configured structlog."""
    structlog = sys.modules.get("structlog")
    return structlog is not None and bool(structlog.is_configured())


Question = tuple[int, Norm, Version, Rule, Slot | None]
"""A rule that hears a step: which of the steps taken together it guards, its norm in its version, and its memory."""


@define(eq=False)
class Court:
    """Hears acts under a docket, from memory where it has one; `about` names the act that an axis of claims is of.

    With `alike` an act is heard once for all worlds in which its hearing reads the same.
    """

    country: Jurisdiction
    docket: Docket
    memory: Memory | None = None
    about: Mapping[str, str] = field(factory=dict)
    rows: dict[tuple[str, str, State], Step | None] = field(factory=dict)
    asked: Lately[tuple[tuple[Step, ...], date, object], tuple[tuple[Question, ...], tuple[str, ...]]] = field(
        factory=Lately
    )
    matrices: Lately[tuple[int, ...], tuple[object, tuple[tuple[Assignment, Status], ...]]] = field(factory=Lately)
    telling: bool = field(factory=_telling)
    alike: Alike | None = None

    def settle(self) -> None:
        """Hold for good what is remembered now, and of what is heard later the latest."""
        self.asked.settle()
        self.matrices.settle()
        if self.memory is not None:
            self.memory.settle()

    def share(self, memory: Memory) -> None:
        """From now on, hear an act once for all worlds that read the same of it."""
        self.memory, self.alike = memory, Alike(self.country)
        self.asked.clear()

    def hear(self, world: World, act: Act) -> Tried:
        """What becomes of an act in a world; where several worlds read the same of it, it is heard in one of them."""
        if self.alike is None or world.void or self.telling:
            return self._hear(world, act, [])
        found = self.alike.find(world, act)
        if found is None:
            slots: list[Slot] = []
            found = self._hear(world, act, slots)
            if found[0].placed or not found[0].from_states:
                found = self.alike.keep(world, act, found, slots)
        return found

    def _hear(self, world: World, act: Act, slots: list[Slot]) -> Tried:
        """Choose the steps in every machine that knows the act, hear all their guards, and see where they lead.

        `slots` takes the memories of the questions that were asked.
        """
        chosen: list[tuple[Procedure, CaseKey, State, Step]] = []
        computed = False
        from_states: list[tuple[str, str]] = []
        for index, procedure in enumerate(self.country.knowing(act.kind)):
            key = (procedure.name, act.case.get(procedure.per, "") if procedure.per else "")
            state = world.states.get(key, procedure.initial)
            from_states.append((procedure.name, state.name))
            opened = world.opened.get(key)
            row, was_computed = self.choose(world.past, act, procedure, state, world.fixed, opened)
            if row is None and index == 0:
                leans_on = _leans_on(self.docket, world, act, (), procedure, state, opened)
                unplaced = ((fixed_in(world), Status.UNPLACED),)
                return Trial(False, (), unplaced, from_states=tuple(from_states), leans_on=leans_on), {}
            computed = computed or was_computed
            if self.memory is not None and (slot := self.memory.slots.get((procedure.name, act.kind, state))):
                slots.append(slot)
            if row is not None:
                chosen.append((procedure, key, state, row))
        opens = tuple(world.opened.get(key) for _, key, _, _ in chosen)
        questions, lapsed = self.questions(tuple(row for *_, row in chosen), act, opens)
        slots += [slot for *_, slot in questions if slot is not None]
        testimonies = self.testimonies(world, act, questions, opens)
        cells = self.joined([testimony.cells for testimony in testimonies])
        nexts = {key: procedure.fire(state, row) for procedure, key, state, row in chosen}
        moves = tuple(
            Move(procedure.name, key[1], (state.name,), (nexts[key].name,)) for procedure, key, state, _ in chosen
        )
        void = bool(cells) and all(status is Status.VOID for _, status in cells)
        steps = tuple((procedure.name, row.index) for procedure, _, _, row in chosen)
        moves = () if void else moves
        states, leans_on = tuple(from_states), _leans_on(self.docket, world, act, testimonies)
        return Trial(bool(chosen), testimonies, cells, moves, void, computed, states, lapsed, steps, leans_on), nexts

    def choose(
        self,
        past: Record,
        act: Act,
        procedure: Procedure,
        state: State,
        fixed: Mapping[str, str],
        opened: date | None,
    ) -> tuple[Step | None, bool]:
        """The step that an act takes from a state; from memory where that takes a hearing."""
        if self.memory is None:
            return choose(self.docket, past.record, act, procedure, state, fixed, opened)
        place = (procedure.name, act.kind, state)
        if place in self.rows:
            return self.rows[place], False
        rows = procedure.steps_from(act.kind, state)
        if all(row.when is None and row.during is None and not row.without for row in rows):
            self.rows[place] = rows[0] if rows else None
            return self.rows[place], False

        def ask(seen: Act, watch: Watch) -> tuple[Step | None, bool] | AxisNeeded:
            try:
                return choose(self.docket, past.record, seen, procedure, state, fixed, opened, watch)
            except AxisNeeded as needed:
                return needed

        answer = self.memory.ask(self.memory.slot(place), act, past, opened, ask)
        if isinstance(answer, AxisNeeded):
            raise AxisNeeded(answer.axis, answer.answers)
        return answer

    def testimonies(
        self, world: World, act: Act, questions: Sequence[Question], opens: Sequence[date | None]
    ) -> tuple[Testimony, ...]:
        """What every rule of the guards says, each once."""
        heard: list[Testimony] = []
        for spot, norm, version, rule, slot in questions:
            cells = self.deliberate(world.past, world.fixed, act, norm, version, rule, opens[spot], slot)
            heard.append(Testimony(norm, rule, cells, opens[spot]))
            if self.telling:
                statuses = sorted({each.status.value for _, each in cells})
                _tell("norm.found", act=act.id, norm=norm.id, statuses=statuses)
        if self.telling:
            _tell("act.heard", act=act.id, norms=len(heard))
        return tuple(heard)

    def questions(
        self, rows: tuple[Step, ...], act: Act, opens: tuple[date | None, ...]
    ) -> tuple[tuple[Question, ...], tuple[str, ...]]:
        """The rules that hear an act in the steps it takes, each once, and the norms of guards not in force for it."""
        day = act.when.earliest_day
        apart = (opens, tuple(sorted(act.case.items()))) if self.docket.law.apart else None
        found = self.asked.get((rows, day, apart))
        if found is None:
            questions: list[Question] = []
            absent: dict[str, None] = {}
            seen: set[tuple[str, Rule]] = set()
            for spot, guard in ((spot, guard) for spot, row in enumerate(rows) for guard in row.guards):
                norm = self.docket.law.norms[guard.norm.id]
                version = self.docket.version(norm, day, Case(opens[spot], act.case))
                if version is None:
                    absent[norm.id] = None
                    continue
                for rule in guard.rules:
                    if (norm.id, rule) not in seen:
                        seen.add((norm.id, rule))
                        slot = self.memory.slot((norm.id, rule, id(version))) if self.memory else None
                        questions.append((spot, norm, version, rule, slot))
            found = self.asked[rows, day, apart] = (tuple(questions), tuple(absent))
        return found

    def deliberate(
        self,
        past: Record,
        fixed: Mapping[str, str],
        act: Act,
        norm: Norm,
        version: Version,
        rule: Rule,
        opened: date | None,
        slot: Slot | None,
    ) -> tuple[tuple[Assignment, Heard], ...]:
        """What a rule under a norm says of an act; from memory where it read the same before."""
        docket = self.docket
        if self.memory is None or slot is None:
            return tuple(deliberate(docket, act, past.record, fixed, norm, rule, opened, version))

        def hear(seen: Act, watch: Watch) -> tuple[tuple[Assignment, Heard], ...]:
            return tuple(deliberate(docket, seen, past.record, fixed, norm, rule, opened, version, watch))

        return self.memory.ask(slot, act, past, opened, hear)

    def joined(
        self, partitions: Sequence[tuple[tuple[Assignment, Heard], ...]]
    ) -> tuple[tuple[Assignment, Status], ...]:
        """The cells of several rules together; from memory where these very cells were joined before."""
        key = tuple(map(id, partitions))
        found = self.matrices.get(key)
        if found is None:
            found = self.matrices[key] = (tuple(partitions), joined(partitions))
        return found[1]


def _leans_on(
    docket: Docket,
    world: World,
    act: Act,
    testimonies: Sequence[Testimony],
    unplaced: Procedure | None = None,
    state: State | None = None,
    opened: date | None = None,
) -> tuple[str, ...]:
    """The void acts that are missing on the way, or with which on record some rule would say something else."""
    if not world.void:
        return ()
    missing: tuple[str, ...] = ()
    if unplaced is not None and state is not None:
        rows = standing_rows(docket, unplaced.steps, act.when.earliest_day, Case(opened, act.case))
        missing = unplaced.way(state, act.kind, rows)
    read = [each for testimony in testimonies for each in _read(docket, world, act, testimony)]
    found: list[str] = []
    for void in world.void.values():
        place = world.places[void.id]
        if void.kind in missing or (
            any(void.kind in kinds and place > oldest for kinds, oldest in read)
            and any(
                tuple(deliberate(docket, act, world.with_(void), world.fixed, each.norm, each.rule, each.opened))
                != each.cells
                for each in testimonies
            )
        ):
            found += world.trials[void.id].leans_on or (void.id,)
    return tuple(dict.fromkeys(found))


def _read(docket: Docket, world: World, act: Act, testimony: Testimony) -> list[tuple[Kinds, int]]:
    """Of which kinds a rule reads acts when it hears one, and the place of the oldest that it comes to."""
    watch, record = Watch(), world.past.record
    norm, rule, opened = testimony.norm, testimony.rule, testimony.opened
    deliberate(docket, watch.act(act), record, world.fixed, norm, rule, opened, watch=watch)
    found: list[tuple[Kinds, int]] = []
    for kinds, depth in watch.depth.items():
        acts = list(islice(record.latest(kinds, act.case), depth))
        found.append((kinds, world.places[acts[-1].id] if len(acts) == depth else -1))
    return found
