"""What becomes of one act in one world, for a plan: one object for all acts of which the same is to be said."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import define, field, fields

from procedure.court import Court
from procedure.hearing import AxisNeeded
from procedure.machine import Procedure, State, Step
from procedure.outcomes import Assignment, Status
from procedure.recall import Record
from procedure.record import Act
from procedure.verdict import Heard
from procedure.watch import Field
from procedure.worlds import CaseKey

Cells = tuple[tuple[Assignment, Status], ...]
Stand = tuple[State, date | None, bool]
"""Where a case stands, since when it has been open, and whether any act has moved it."""


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


@define(eq=False)
class Bench:
    """Hears acts for the plan: the court, and its entries, each kept once."""

    court: Court
    kinds: frozenset[str]
    entries: dict[object, Entry] = field(factory=dict)

    def keys(self, act: Act) -> tuple[tuple[Procedure, CaseKey], ...]:
        """The machines that know an act, each with its case."""
        return tuple(
            (each, (each.name, act.case.get(each.per, "") if each.per else ""))
            for each in self.court.country.knowing(act.kind)
        )

    def hear(self, past: Record, act: Act, stands: Sequence[Stand], fixed: Mapping[str, str]) -> Entry:
        """What becomes of an act where its machines stand so; Unplanned where it would fork the log."""
        chosen: list[tuple[str, State, Step, date | None]] = []
        for spot, (procedure, _) in enumerate(self.keys(act)):
            state, opened, _ = stands[spot]
            try:
                row, _ = self.court.choose(past, act, procedure, state, fixed, opened)
            except AxisNeeded as needed:
                raise Unplanned(needed.axis) from None
            if row is None and spot == 0:
                unplaced = ((tuple(sorted(fixed.items())), Status.UNPLACED),)
                return self._entry(("unplaced", unplaced), (), (), unplaced)
            if row is not None:
                chosen.append((procedure.name, procedure.fire(state, row), row, opened))
        opens = tuple(opened for *_, opened in chosen)
        questions, _ = self.court.questions(tuple(row for *_, row, _ in chosen), act, opens)
        cells = tuple(
            self.court.deliberate(past, fixed, act, norm, version, rule, opens[spot], slot)
            for spot, norm, version, rule, slot in questions
        )
        moves = tuple((name, state) for name, state, _, _ in chosen)
        key = (moves, tuple(map(id, cells)), tuple(norm.id for _, norm, *_ in questions))
        found = self.entries.get(key)
        if found is None:
            rules = tuple((norm.id, each) for (_, norm, *_), each in zip(questions, cells, strict=True))
            found = self._entry(key, rules, moves, self.court.joined(cells))
        return found

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
    over: dict[int, Entry | None] = field(factory=dict)
    stands: dict[CaseKey, Stand] = field(factory=dict)
    kinds: set[str] = field(factory=set)


NOTHING = Change({})


_PLAIN = tuple(
    each.name for each in fields(Act) if each.name not in ("id", "kind", "case", "facts", "moments", "claims")
)


def otherwise(old: Act, act: Act) -> frozenset[Field] | None:
    """What is to be read otherwise of an act that was changed; None where that may be anything."""
    if (old.id, old.kind, old.case) != (act.id, act.kind, act.case):
        return None
    found = {
        ("is", name) for name in ("when", "by", "status", "what", "ruling") if getattr(old, name) != getattr(act, name)
    }
    if old.facts is not act.facts:
        names = {*old.facts, *act.facts}
        found |= {("fact", name) for name in names if old.facts.get(name) != act.facts.get(name)}
    if old.moments != act.moments:
        found |= {("moment", name) for name in {*old.moments, *act.moments}}
    if old.claims != act.claims:
        return None
    return frozenset(found)


def on_record(entry: Entry | None) -> bool:
    """Whether an act with this entry is on record."""
    return entry is not None and not entry.void


def moved(entry: Entry, procedure: Procedure, old: Stand, act: Act) -> Stand:
    """Where a case stands after an act; it opens on leaving its initial state, and ends on coming back to it."""
    if entry.void or not entry.placed:
        return old
    state = next((state for name, state in entry.moves if name == procedure.name), None)
    if state is None:
        return old
    if state is procedure.initial:
        return state, None, True
    return state, act.when.earliest_day if old[0] is procedure.initial else old[1], True
