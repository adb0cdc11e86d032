"""Which step an act takes: by what it declares, by the count where it declares nothing, in the edition of its day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from procedure.hearing import Docket, Hearing, NotKnown
from procedure.law import Case
from procedure.machine import NormRef, Procedure, State, Step, Wording
from procedure.record import Act
from procedure.rules.votes import AsCounted
from procedure.watch import Watch


def choose(
    docket: Docket,
    record: Sequence[Act],
    act: Act,
    procedure: Procedure,
    state: State,
    fixed: Mapping[str, str],
    opened: date | None = None,
    watch: Watch | None = None,
) -> tuple[Step | None, bool]:
    """The step that an act takes from a state, by what it declares, or by the count where it declares nothing."""
    case = Case(opened, act.case)
    if watch is not None and docket.law.apart:
        watch.opened = True
    rows = standing_rows(docket, procedure.steps_from(act.kind, state), act.when.earliest_day, case)
    fallback = next((row for row in rows if row.when is None), None)
    branching = [row for row in rows if row.when is not None]
    if not branching:
        return fallback, False
    hearing = Hearing(docket, act, record, fixed, watch=watch)
    for row in branching:
        assert row.when is not None
        declared = hearing.fact(row.when.fact)
        word = {True: "yes", False: "no"}[declared] if isinstance(declared, bool) else declared
        if word in row.when.words:
            return row, False
    assert branching[0].when is not None
    if hearing.fact(branching[0].when.fact) is None:
        reckoned = _computed(docket, record, act, branching, fixed, case, watch)
        if reckoned is not None:
            return reckoned, True
    return fallback, False


def standing_rows(docket: Docket, rows: Iterable[Step], day: date, case: Case | None = None) -> tuple[Step, ...]:
    """The rows that belong to a procedure's shape on a day; a row of an edition precedes one of no edition."""
    standing = [
        row
        for row in rows
        if (row.during is None or _in_force(docket, row.during, day, case))
        and not any(_in_force(docket, each, day, case) for each in row.without)
    ]
    return tuple(sorted(standing, key=lambda row: row.during is None))


def _in_force(docket: Docket, during: NormRef | Wording, day: date, case: Case | None) -> bool:
    """Whether a norm is in force on a day, in the wording that is named if one is."""
    version = docket.version(docket.law.norms[during.id], day, case)
    return version is not None and (isinstance(during, NormRef) or version.terms.get(during.term) == during.word)


def _computed(
    docket: Docket,
    record: Sequence[Act],
    act: Act,
    rows: Sequence[Step],
    fixed: Mapping[str, str],
    case: Case,
    watch: Watch | None,
) -> Step | None:
    """The branch that the count itself takes, where nothing was declared."""
    for guard, rule in ((each, rule) for row in rows for each in row.guards for rule in each.rules):
        if not isinstance(rule, AsCounted):
            continue
        norm = docket.law.norms[guard.norm.id]
        version = docket.version(norm, act.when.earliest_day, case)
        hearing = Hearing(docket, act, record, fixed, norm, version, watch=watch)
        try:
            met = rule.met(hearing)
        except NotKnown:
            return None
        return next((row for row in rows if row.when and (rule.won in row.when.words) is met), None)
    return None
