"""Two replays held against each other: act by act, norm by norm, and the first act at which they part."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from procedure.comparison import (
    ActChange,
    ActTold,
    Comparison,
    LapseChange,
    LogChange,
    NormChange,
    Parting,
    Said,
    Side,
    StateChange,
)
from procedure.errors import ProcedureError
from procedure.judge import replay
from procedure.moments import Moment
from procedure.outcomes import Assignment, Status
from procedure.record import Act, Ruling
from procedure.scenario import Scenario
from procedure.verdict import CaseState, Finding, Lapse, Report, Verdict


def compare(first: Scenario, second: Scenario, names: tuple[str, str] = ("A", "B")) -> Comparison:
    """Two scenarios of one country, replayed and compared; ProcedureError when they are of two countries."""
    if first.country.name != second.country.name:
        raise ProcedureError(
            f"{names[0]} is of {first.country.name} and {names[1]} of {second.country.name}; compare two of one country"
        )
    one, two = replay(first), replay(second)
    before = {verdict.act: verdict for verdict in one.verdicts}
    after = {verdict.act: verdict for verdict in two.verdicts}
    acts = ({act.id: act for act in first.acts}, {act.id: act for act in second.acts})
    changed = {
        name: change
        for name in before
        if name in after and (change := _act(first, before[name], after[name], acts[0][name], acts[1][name]))
    }
    return Comparison(
        _side(names[0], first, one),
        _side(names[1], second, two),
        _parting(before, after, changed),
        len(before.keys() & after.keys()) - len(changed),
        tuple(changed.values()),
        tuple(_told(verdict) for name, verdict in before.items() if name not in after),
        tuple(_told(verdict) for name, verdict in after.items() if name not in before),
        tuple(_lapses(first, one.lapses, two.lapses)),
        tuple(_states(one.states, two.states)),
    )


def _side(name: str, scenario: Scenario, report: Report) -> Side:
    return Side(
        name,
        scenario.title,
        scenario.until,
        len(report.verdicts),
        scenario.law_as_of,
        tuple(sorted(scenario.readings.items())),
        report.law_hash,
        report.scenario_hash,
    )


def _told(verdict: Verdict) -> ActTold:
    done = verdict.done
    return ActTold(done.id, done.kind, done.what, done.when, verdict.outcome)


# one act


def _act(scenario: Scenario, before: Verdict, after: Verdict, one: Act, two: Act) -> ActChange | None:
    norms = tuple(_norms(scenario, before, after))
    moves = (before.moves, after.moves) if before.moves != after.moves else ((), ())
    change = ActChange(
        after.act,
        after.done.kind,
        after.done.what,
        after.done.when,
        (before.outcome, after.outcome),
        (before.working, after.working),
        tuple(_log(one, two)),
        norms,
        moves,
    )
    return change if change.turned or change.log or norms or any(moves) else None


def _log(one: Act, two: Act) -> Iterator[LogChange]:
    """What the logs have otherwise; prose and sources are left out."""
    pairs: list[tuple[str, object, object]] = [
        ("act", one.kind, two.kind),
        ("when", one.when, two.when),
        ("by", one.by or "", two.by or ""),
        ("status", one.status, two.status),
    ]
    for name, old, new in (
        ("case", one.case, two.case),
        ("moments", one.moments, two.moments),
        ("facts", one.facts, two.facts),
    ):
        keys = dict.fromkeys((*old, *new))
        pairs += [(key if name == "facts" else f"{name}.{key}", old.get(key, ""), new.get(key, "")) for key in keys]
    old_claims, new_claims = (tuple(claim.name for axis in act.claims for claim in axis.claims) for act in (one, two))
    pairs += [("claims", old_claims, new_claims), ("ruling", one.ruling or "", two.ruling or "")]
    for key, old_value, new_value in pairs:
        if old_value != new_value:
            yield LogChange(key, _words(old_value), _words(new_value))


def _words(value: object) -> str:
    """A value of a log as a reader would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        return value.iso()
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {each}" for key, each in value.items())
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    if isinstance(value, Ruling):
        return f"{value.does} {value.on}" + ("" if value.merits else ", not on the merits")
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return str(value)


def _norms(scenario: Scenario, before: Verdict, after: Verdict) -> Iterator[NormChange]:
    """The rules that say something else; rules of one name under one norm are matched in their order."""
    old, new = _numbered(before.findings), _numbered(after.findings)
    for key in dict.fromkeys((*old, *new)):
        one, two = _said(old.get(key)), _said(new.get(key))
        if one is None or two is None or (one.margins, _held(one)) != (two.margins, _held(two)):
            yield NormChange(key[0], scenario.country.law.cite(key[0]), key[1], one, two)


def _numbered(findings: Sequence[Finding]) -> dict[tuple[str, str, int], Finding]:
    found: dict[tuple[str, str, int], Finding] = {}
    for finding in findings:
        number = sum(1 for norm, rule, _ in found if (norm, rule) == (finding.norm, finding.rule))
        found[finding.norm, finding.rule, number] = finding
    return found


def _said(finding: Finding | None) -> Said | None:
    if finding is None:
        return None
    statuses = tuple(status for status in Status if status in finding.statuses)
    margins = dict.fromkeys(each.heard.margin for each in finding.opinions if each.heard.margin)
    return Said(finding.version, statuses, tuple(margins), finding.opinions)


def _held(said: Said) -> frozenset[tuple[Status, Assignment]]:
    return frozenset((each.heard.status, cell) for each in said.opinions for cell in each.cells)


# the whole


def _parting(
    before: Mapping[str, Verdict], after: Mapping[str, Verdict], changed: Mapping[str, ActChange]
) -> Parting | None:
    """Both logs read side by side: where one has an act that the other lacks or has later, they part as well."""
    one, two = list(before), list(after)
    for spot in range(max(len(one), len(two))):
        mine = one[spot] if spot < len(one) else None
        theirs = two[spot] if spot < len(two) else None
        if mine is not None and mine not in after:
            return Parting(mine, before[mine].done.when, "only in the first")
        if theirs is not None and theirs not in before:
            return Parting(theirs, after[theirs].done.when, "only in the second")
        if theirs is not None and mine != theirs:
            return Parting(theirs, after[theirs].done.when, "order")
        if theirs is not None and theirs in changed:
            return Parting(changed[theirs].act, changed[theirs].when, _how(changed[theirs]))
    return None


def _how(change: ActChange) -> str:
    if change.log:
        return "log"
    return "outcome" if change.turned else "norms" if change.norms else "moves"


def _lapses(scenario: Scenario, old: Collection[Lapse], new: Collection[Lapse]) -> Iterator[LapseChange]:
    one, two = (
        {(each.norm, each.act, each.procedure, each.case, each.after): each for each in side} for side in (old, new)
    )
    for key in dict.fromkeys((*one, *two)):
        before, after = one.get(key), two.get(key)
        if before is None or after is None or (before.due, before.shown) != (after.due, after.shown):
            yield LapseChange(key[0], scenario.country.law.cite(key[0]), before, after)


def _states(old: Collection[CaseState], new: Collection[CaseState]) -> Iterator[StateChange]:
    one, two = ({(each.procedure, each.case): each.states for each in side} for side in (old, new))
    for key in dict.fromkeys((*one, *two)):
        if one.get(key) != two.get(key):
            yield StateChange(*key, one.get(key, ()), two.get(key, ()))
