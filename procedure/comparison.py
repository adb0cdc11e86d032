"""What changed from one replay to another, as values: acts, norms, lapses, states, and where the two part."""

from datetime import date

from attrs import frozen

from procedure.outcomes import Assignment, Outcome, Status
from procedure.verdict import Lapse, Move, Opinion, Phrase


@frozen
class Side:
    """One of two replays: how it was called, what it replays, under which law and which pinned readings."""

    name: str
    scenario: str
    until: date
    acts: int
    law_as_of: date | None
    readings: Assignment
    law_hash: str
    scenario_hash: str


@frozen
class Said:
    """What one rule says of an act, in every cell: its statuses and its margins, and the version that it hears."""

    version: date | None
    statuses: tuple[Status, ...]
    margins: tuple[Phrase, ...]
    opinions: tuple[Opinion, ...]


@frozen
class NormChange:
    """A rule of a norm that says something else of an act; on one side it may not have been heard at all."""

    norm: str
    cite: str
    rule: str
    before: Said | None
    after: Said | None


@frozen
class LogChange:
    """What the two logs themselves have otherwise of one act: the key or the fact, and both values in words."""

    key: str
    before: str
    after: str


@frozen
class ActChange:
    """An act on both sides of which something differs; what does not differ is left empty."""

    act: str
    kind: str
    what: str
    when: str
    outcome: tuple[Outcome, Outcome]
    working: tuple[Outcome, Outcome]
    log: tuple[LogChange, ...] = ()
    norms: tuple[NormChange, ...] = ()
    moves: tuple[tuple[Move, ...], tuple[Move, ...]] = ((), ())

    @property
    def turned(self) -> bool:
        """Whether the outcome, or the one on the working readings, is another."""
        return len(set(self.outcome)) > 1 or len(set(self.working)) > 1


@frozen
class ActTold:
    """An act that stands in one log only, with its outcome there."""

    act: str
    kind: str
    what: str
    when: str
    outcome: Outcome


@frozen
class LapseChange:
    """A duty not seen done in time on one side only, or on both with another limit or another showing."""

    norm: str
    cite: str
    before: Lapse | None
    after: Lapse | None


@frozen
class StateChange:
    """A case that ends elsewhere; no states where a side has no such case."""

    procedure: str
    case: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@frozen
class Parting:
    """The first act, in the order of the log, of which the two replays do not say the same.

    `how`: `only in the first`, `only in the second`, `order`, `log`, `outcome`, `norms` or `moves`.
    """

    act: str
    when: str
    how: str


@frozen
class Comparison:
    """What changed from one replay to another."""

    first: Side
    second: Side
    parting: Parting | None
    same: int
    changed: tuple[ActChange, ...]
    only_first: tuple[ActTold, ...]
    only_second: tuple[ActTold, ...]
    lapses: tuple[LapseChange, ...]
    states: tuple[StateChange, ...]

    @property
    def differs(self) -> bool:
        return bool(self.parting or self.lapses or self.states)
