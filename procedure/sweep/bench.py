"""What becomes of one act in one world, for a plan: one object for all acts of which the same is to be said."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from attrs import define, field, fields

from procedure.court import Court, Question
from procedure.hearing import AxisNeeded
from procedure.machine import Procedure, State, Step
from procedure.outcomes import Assignment, Status
from procedure.recall import Lately, Memory, Record, Slot
from procedure.record import Act
from procedure.sweep.joint import Joint
from procedure.verdict import Heard
from procedure.watch import Field
from procedure.worlds import CaseKey

Cells = tuple[tuple[Assignment, Status], ...]
Stand = tuple[State, date | None, bool]
"""Where a case stands, since when it has been open, and whether any act has moved it."""

Keys = tuple[tuple[Procedure, CaseKey], ...]
"""The machines that know an act, each with the act's case in it."""


class Unplanned(Exception):
    """A change that alters the ways through the log; such a variant is replayed in full."""


@define(eq=False)
class Entry:
    """What became of an act in one world; one and the same object for all acts of which the same is to be said."""

    placed: bool
    void: bool
    cells: Cells
    rules: tuple[tuple[str, tuple[tuple[Assignment, Heard], ...]], ...]
    moves: tuple[tuple[str, State], ...]
    broken: tuple[str, ...]


class Standing(Record, Protocol):
    """The record as it stands before an act; `joint` are the rules that last heard one."""

    joint: Joint | None

    def read(self, joint: Joint, act: Act, memory: Memory) -> tuple[Hashable, ...]:
        """What rules that hear together read of the act and of the record."""

    def before(self, joint: Joint, read: tuple[Hashable, ...], stands: Sequence[Stand], memory: Memory) -> Entry | None:
        """What became of the act in the log on file, where the same was read of it."""


@define(eq=False)
class Bench:
    """Hears acts for the plan: the court, and its entries, each kept once."""

    court: Court
    memory: Memory
    entries: Lately[object, Entry] = field(factory=Lately)
    numbers: dict[object, int] = field(factory=dict)
    """What stands for a line's acts of some kinds, whoever asks (Line.sign)."""
    joints: dict[tuple[Step, ...], dict[tuple[int, ...], Joint]] = field(factory=dict)
    _asked: Lately[int, tuple[object, Joint]] = field(factory=Lately)
    _keys: dict[object, Keys] = field(factory=dict)
    _rows: dict[tuple[str, int, int], Step | None] = field(factory=dict)

    def keys(self, act: Act) -> Keys:
        """The machines that know an act, each with its case."""
        own: object = (act.kind, *act.case.items()) if act.case else act.kind
        found = self._keys.get(own)
        if found is None:
            found = self._keys[own] = tuple(
                (each, (each.name, act.case.get(each.per, "") if each.per else ""))
                for each in self.court.country.knowing(act.kind)
            )
        return found

    def hear(self, past: Standing, act: Act, stands: Sequence[Stand], fixed: Mapping[str, str]) -> Entry:
        """What becomes of an act where its machines stand so; Unplanned where it would fork the log."""
        rows: list[Step] = []
        opens: list[date | None] = []
        sources: list[tuple[Procedure, State]] = []
        past.joint = None
        for spot, (procedure, _) in enumerate(self.keys(act)):
            state, opened, _ = stands[spot]
            place = act.kind, id(procedure), id(state)
            row = self._rows[place] if place in self._rows else self._row(past, act, procedure, state, fixed, opened)
            if row is None and spot == 0:
                unplaced = ((tuple(sorted(fixed.items())), Status.UNPLACED),)
                return self._entry(("unplaced", unplaced), (), (), unplaced)
            if row is not None:
                rows.append(row)
                opens.append(opened)
                sources.append((procedure, state))
        questions, _ = self.court.questions(tuple(rows), act, tuple(opens))
        past.joint = joint = self.joint(tuple(rows), questions)
        read = past.read(joint, act, self.memory)
        states = *[id(state) for _, state in sources], tuple(opens) if joint.opened else ()
        found = joint.answers.get((read, states))
        if found is None:
            found = past.before(joint, read, stands, self.memory)
            if found is None:
                found = self._heard(past, act, fixed, questions, opens, zip(sources, rows, strict=True))
            if joint.learned != self.memory.learned:
                joint.learn(self.memory)
                read = past.read(joint, act, self.memory)
            joint.answers[read, states] = found
        return found

    def _row(
        self, past: Record, act: Act, procedure: Procedure, state: State, fixed: Mapping[str, str], opened: date | None
    ) -> Step | None:
        """The step that an act takes from a state; kept where it is the same for all such acts."""
        try:
            row, _ = self.court.choose(past, act, procedure, state, fixed, opened)
        except AxisNeeded as needed:
            raise Unplanned(needed.axis) from None
        if (procedure.name, act.kind, state) in self.court.rows:
            self._rows[act.kind, id(procedure), id(state)] = row
        return row

    def slots(self, act: Act, stands: Sequence[Stand], joint: Joint | None) -> list[Slot]:
        """The questions that an act was asked where its machines stood so."""
        found = [
            self.memory.slots.get((procedure.name, act.kind, stand[0]))
            for (procedure, _), stand in zip(self.keys(act), stands, strict=True)
        ]
        return [slot for slot in (*found, *(joint.slots if joint else ())) if slot is not None]

    def joint(self, rows: tuple[Step, ...], questions: tuple[Question, ...]) -> Joint:
        """What the rules that hear these steps depend on together, as far as is known by now."""
        held = self._asked.get(id(questions))
        if held is None:
            slots = tuple(slot for *_, slot in questions if slot is not None)
            mine = self.joints.setdefault(rows, {})
            key = tuple(map(id, slots))
            joint = mine.get(key)
            if joint is None:
                joint = mine[key] = Joint(slots, answers=Lately.bounded() if self.memory.settled else Lately())
            held = self._asked[id(questions)] = questions, joint
        if held[1].learned != self.memory.learned:
            held[1].learn(self.memory)
        return held[1]

    def _heard(
        self,
        past: Record,
        act: Act,
        fixed: Mapping[str, str],
        questions: Sequence[Question],
        opens: Sequence[date | None],
        steps: Iterable[tuple[tuple[Procedure, State], Step]],
    ) -> Entry:
        cells = tuple(
            self.court.deliberate(past, fixed, act, norm, version, rule, opens[spot], slot)
            for spot, norm, version, rule, slot in questions
        )
        moves = tuple((procedure.name, procedure.fire(state, row)) for (procedure, state), row in steps)
        key = (moves, tuple(map(id, cells)), tuple(norm.id for _, norm, *_ in questions))
        found = self.entries.get(key)
        if found is None:
            rules = tuple((norm.id, each) for (_, norm, *_), each in zip(questions, cells, strict=True))
            found = self._entry(key, rules, moves, self.court.joined(cells))
        return found

    def settle(self) -> None:
        """Hold for good what was heard of the log on file, and of variants the latest."""
        self.court.settle()
        self.entries.settle()
        self._asked.settle()
        for joints in self.joints.values():
            for joint in joints.values():
                joint.answers.settle()

    def _entry(
        self,
        key: object,
        rules: tuple[tuple[str, tuple[tuple[Assignment, Heard], ...]], ...],
        moves: tuple[tuple[str, State], ...],
        cells: Cells,
    ) -> Entry:
        found = self.entries.get(key)
        if found is None:
            void = [status is Status.VOID for _, status in cells]
            if any(void) and not all(void):
                raise Unplanned("an act that is void in some cells only")
            breach = (Status.BROKEN, Status.VOID)
            broken = tuple(
                dict.fromkeys(norm for norm, each in rules if any(heard.status in breach for _, heard in each))
            )
            found = self.entries[key] = Entry(bool(moves), any(void), cells, rules, moves, broken)
        return found


@define(eq=False)
class Track:
    """One case of one machine: the acts that it knows, by position, and where it stands after each."""

    spots: list[float] = field(factory=list)
    acts: list[int] = field(factory=list)
    stands: list[Stand] = field(factory=list)


@define(eq=False)
class Change:
    """Acts that are changed (None: taken away) and where acts stand that moved; what was heard anew of which acts."""

    acts: Mapping[int, Act | None]
    spots: Mapping[int, float] = field(factory=dict)
    altered: set[str] = field(factory=set)
    """The kinds of acts of which the record is otherwise than before."""
    over: dict[int, Entry | None] = field(factory=dict)
    stands: dict[CaseKey, Stand] = field(factory=dict)
    kinds: set[str] = field(factory=set)
    """The kinds of acts that were heard anew, or of which the record was asked."""
    procedures: set[str] = field(factory=set)
    """The procedures that know an act heard anew."""


NOTHING = Change({})


_OWN = tuple(
    ("is", each.name) for each in fields(Act) if each.name not in ("id", "kind", "case", "facts", "moments", "claims")
)


def otherwise(old: Act, act: Act) -> frozenset[Field] | None:
    """What is to be read otherwise of an act that was changed; None where that may be anything."""
    if (old.id, old.kind, old.case) != (act.id, act.kind, act.case):
        return None
    if old.claims is not act.claims and old.claims != act.claims:
        return None
    found = {
        each
        for each in _OWN
        if getattr(old, each[1]) is not getattr(act, each[1]) and getattr(old, each[1]) != getattr(act, each[1])
    }
    if old.facts is not act.facts:
        names = {*old.facts, *act.facts}
        found |= {("fact", name) for name in names if old.facts.get(name) != act.facts.get(name)}
    if old.moments is not act.moments and old.moments != act.moments:
        found |= {("moment", name) for name in {*old.moments, *act.moments}}
    return frozenset(found)


def on_record(entry: Entry | None) -> bool:
    """Whether an act with this entry is on record."""
    return entry is not None and not entry.void


def moved(entry: Entry, procedure: Procedure, old: Stand, act: Act) -> Stand:
    """Where a case stands after an act; it opens on leaving its initial state, and ends on coming back to it."""
    if entry.void or not entry.placed:
        return old
    state: State | None = None
    for name, each in entry.moves:
        if name == procedure.name:
            state = each
            break
    if state is None:
        return old
    if state is procedure.initial:
        return state, None, True
    return state, act.when.earliest_day if old[0] is procedure.initial else old[1], True
