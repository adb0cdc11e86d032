"""What the law makes of an act: statuses, findings, cells, outcomes, lapses, reports. Values, never exceptions."""

from datetime import date
from typing import TypeAlias

from procedure.outcomes import Assignment, Outcome, Status
from procedure.values import frozen

Value: TypeAlias = int | str | tuple[str, ...]


@frozen
class Phrase:
    """A sentence to be put into words by a catalogue: its key, and values that JSON can carry."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


def say(key: str, **values: Value) -> Phrase:
    """A phrase from its key and values."""
    return Phrase(key, tuple(sorted(values.items())))


@frozen
class Heard:
    """What a rule says in one cell: what the law asked, what the record shows, by how much, and the smallest repair.

    `workings` holds the steps of a computation, where there was one.
    """

    status: Status
    asked: Phrase
    shown: Phrase
    margin: Phrase | None = None
    counted: Phrase | None = None
    repair: Phrase | None = None
    workings: tuple[Phrase, ...] = ()


@frozen
class Opinion:
    """What a rule says, and the cells in which it says so (over the axes that it read)."""

    heard: Heard
    cells: tuple[Assignment, ...]


@frozen
class Finding:
    """What one rule under one norm makes of an act."""

    norm: str
    version: date | None
    text_known: str
    kind: str
    rule: str
    opinions: tuple[Opinion, ...]

    @property
    def statuses(self) -> frozenset[Status]:
        return frozenset(opinion.heard.status for opinion in self.opinions)


@frozen
class Cell:
    """The status of an act under one choice of answers on every axis that its rules read."""

    assignment: Assignment
    status: Status
    counted: bool = True
    working: bool = True


@frozen
class Move:
    """How a machine moved with an act; sets of states where forks differ."""

    procedure: str
    case: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@frozen
class ClaimTold:
    """What some sources say of an act where others say otherwise; an outweighed claim is told and not counted."""

    axis: str
    says: str
    sources: tuple[str, ...]
    outweighed: bool = False


@frozen
class Done:
    """The act as the log has it: what, when (ISO, in its zone), by whom, in which case, after which sources."""

    id: str
    kind: str
    when: str
    by: str = ""
    what: str = ""
    case: str = ""
    status: str = "attested"
    found_by: str = ""
    attributed_to: str = ""
    sanction: str = ""
    sources: tuple[str, ...] = ()
    claims: tuple[ClaimTold, ...] = ()
    note: str = ""


@frozen
class Verdict:
    """Everything the library says of one act."""

    done: Done
    outcome: Outcome
    working: Outcome
    also: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    cells: tuple[Cell, ...] = ()
    moves: tuple[Move, ...] = ()
    heard: tuple[str, ...] = ()
    not_encoded: tuple[str, ...] = ()
    weakest_text: str = ""
    result: Phrase | None = None
    notes: tuple[Phrase, ...] = ()

    @property
    def act(self) -> str:
        """The id of the act."""
        return self.done.id

    @property
    def outcomes(self) -> frozenset[Outcome]:
        return frozenset((self.outcome, *self.also))

    def broken(self) -> tuple[Finding, ...]:
        """The findings that are broken or void in some cell."""
        return tuple(each for each in self.findings if each.statuses & {Status.BROKEN, Status.VOID})


@frozen
class Due:
    """The last moment (ISO) at which a duty could be done in time, and the cells in which that is so."""

    limit: str
    counted: Phrase | None
    cells: tuple[Assignment, ...]


@frozen
class Lapse:
    """A duty not seen done in time: `shown` only where the log lists such acts in full."""

    norm: str
    version: date | None
    act: str
    holder: str
    procedure: str
    case: str
    after: str
    due: tuple[Due, ...]
    shown: bool
    text_known: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells one lapse of a report from the others: the norm, the act owed, its case, the act it runs from."""
        return self.norm, self.act, self.case, self.after


@frozen
class CaseState:
    """Where a case of a procedure stands at the end; several states where forks differ."""

    procedure: str
    case: str
    states: tuple[str, ...]


@frozen
class NormTold:
    """A norm that a report relies on or names, in the version of the act's day."""

    id: str
    cite: str
    title: str
    says: str
    since: date | None
    text_known: str
    kind: str
    sources: tuple[str, ...] = ()
    not_encoded: str = ""
    note: str = ""


@frozen
class AnswerTold:
    """An answer of an open question: who holds it, with what standing."""

    name: str
    says: str
    standing: str
    held_by: str
    working: bool = False
    since: date | None = None


@frozen
class AxisTold:
    """An open question of law on which some verdict of the report was asked."""

    name: str
    id: str
    question: str
    answers: tuple[AnswerTold, ...]
    note: str = ""


@frozen
class SourceTold:
    """A source of the log."""

    id: str
    title: str
    publisher: str
    standing: str
    url: str = ""


@frozen
class CitationTold:
    """A citation that a source claims, and the norm that it means."""

    id: str
    means: str
    claimed_by: tuple[str, ...]
    standing: str
    note: str


@frozen
class Report:
    """The replay of a scenario: a verdict for each act in order, lapses, final states, and what all of it rests on."""

    scenario: str
    jurisdiction: str
    kind: str
    until: date
    verdicts: tuple[Verdict, ...]
    lapses: tuple[Lapse, ...]
    states: tuple[CaseState, ...]
    forks: tuple[Assignment, ...] = ()
    norms: tuple[NormTold, ...] = ()
    axes: tuple[AxisTold, ...] = ()
    sources: tuple[SourceTold, ...] = ()
    citations: tuple[CitationTold, ...] = ()
    about: str = ""
    law_hash: str = ""
    scenario_hash: str = ""
    version: str = ""

    def verdict(self, act: str) -> Verdict:
        """The verdict on the act with this id; KeyError when the log has none."""
        for verdict in self.verdicts:
            if verdict.done.id == act:
                return verdict
        raise KeyError(act)
