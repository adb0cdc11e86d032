"""What a variant touches that is read at the end of a log: acts that are otherwise, and cases that stand elsewhere."""

from collections.abc import Hashable, Iterable, Sequence

from attrs import define, field

from procedure.recall import Memory
from procedure.record import Act
from procedure.sweep.bench import Change, on_record, otherwise
from procedure.sweep.line import Line
from procedure.values import frozen
from procedure.watch import Field
from procedure.worlds import CaseKey

Stands = frozenset[tuple[CaseKey, object]]
"""Where cases stand that a variant leaves elsewhere than the log."""


@frozen(eq=False)
class Touched:
    """An act that a variant touches, and what is otherwise of it: some fields, or anything (None)."""

    index: int
    act: Act | None
    spot: float | None
    stands: bool
    kinds: frozenset[str]
    fields: frozenset[Field] | None


@define(eq=False)
class Reads:
    """What is read of acts beside that they are on record: by kind, the fields, and the number that stands for them."""

    memory: Memory
    kinds: dict[str, tuple[frozenset[Field], tuple[Field, ...], int]] = field(factory=dict)

    def learn(self, kind: str, read: Iterable[Field]) -> bool:
        """Take in what is read of a kind; whether that is more than was known."""
        known = self.kinds.get(kind)
        fields = frozenset(read) if known is None else known[0].union(read)
        if known is not None and fields == known[0]:
            return False
        order = tuple(sorted(fields))
        self.kinds[kind] = (fields, order, self.memory.number(("fields", order)))
        return True

    def of(self, touched: Sequence[Touched]) -> tuple[Hashable, ...]:
        """What would be read otherwise of the acts that are touched, as it is now."""
        found: list[Hashable] = []
        for each in touched:
            for kind in each.kinds:
                known = self.kinds.get(kind)
                if known is not None and (each.fields is None or not known[0].isdisjoint(each.fields)):
                    view = self.memory.view(each.act, known[1], known[2]) if each.act is not None else -1
                    found.append((each.index, kind, each.spot, each.stands, view))
        return tuple(found)


def stands_of(_: Line, change: Change) -> Stands:
    return frozenset(change.stands.items())


def key_of(reads: Reads, touched: Sequence[Sequence[Touched]], stands: Sequence[Stands]) -> Hashable:
    """What is asked of a variant otherwise than of the log; nothing where nothing is."""
    found = tuple((reads.of(acts), stood) for acts, stood in zip(touched, stands, strict=True))
    return found if any(acts or stood for acts, stood in found) else ()


def touched_by(line: Line, change: Change) -> tuple[Touched, ...]:
    """The acts that are on record otherwise than in the log, elsewhere, or of which something else is to be read."""
    found: list[Touched] = []
    for index in {*change.acts, *change.over}:
        entry = change.over[index] if index in change.over else line.entries.get(index)
        old = line.acts[index] if index < len(line.acts) else None
        act = change.acts.get(index, old)
        stands, spot = on_record(entry), change.spots.get(index)
        whole = stands != on_record(line.entries.get(index)) or spot is not None or old is None or act is None
        fields = None if whole or old is None or act is None else otherwise(old, act) if act is not old else frozenset()
        if fields is None or fields:
            kinds = {each.kind for each in (old, act) if each is not None}
            kinds |= {line.acts[on].kind for on, ruling in line.gone.items() if ruling == index}
            found.append(Touched(index, act, spot, stands, frozenset(kinds), fields))
    return tuple(sorted(found, key=lambda each: each.index))
