"""Whether scenarios try the law: for each version of each norm that a guard uses, a case that keeps it and one that
breaks it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

from procedure.coverage_files import Explanation
from procedure.jurisdiction import Jurisdiction
from procedure.law import Norm, Version
from procedure.outcomes import Status
from procedure.verdict import Report

BREACHES = frozenset((Status.BROKEN, Status.VOID, Status.IRREGULAR))

Seen: TypeAlias = Mapping[tuple[str, date], frozenset[Status]]


@frozen
class Covered:
    """One version of a norm that a guard uses, the statuses seen of it, and why one is missing, where that is known."""

    norm: str
    cite: str
    since: date
    until: date | None
    text_known: str
    seen: tuple[str, ...]
    kept: bool
    broken: bool
    why: str = ""

    @property
    def hole(self) -> bool:
        """Whether no case keeps it, or none breaks it."""
        return not (self.kept and self.broken)


@frozen
class Stale:
    """An explanation of a hole that is not there (any more): where it stands, of what, and what is so instead."""

    file: str
    line: int
    column: int
    norm: str
    since: date | None
    message: str


@frozen
class Coverage:
    """How far the scenarios of a country try the versions of the norms that its guards use."""

    country: str
    scenarios: int
    versions: tuple[Covered, ...]
    stale: tuple[Stale, ...]

    @property
    def holes(self) -> tuple[Covered, ...]:
        """The versions that no case keeps, or none breaks."""
        return tuple(each for each in self.versions if each.hole)

    @property
    def unexplained(self) -> tuple[Covered, ...]:
        """The holes of which nobody says why."""
        return tuple(each for each in self.holes if not each.why)


def statuses_seen(reports: Iterable[Report]) -> Seen:
    """The statuses that replays gave each version of a norm, in any cell; a duty shown not to be done is broken."""
    seen: dict[tuple[str, date], set[Status]] = defaultdict(set)
    for report in reports:
        for verdict in report.verdicts:
            for finding in verdict.findings:
                if finding.version is not None:
                    seen[finding.norm, finding.version] |= finding.statuses
        for lapse in report.lapses:
            if lapse.shown and lapse.version is not None:
                seen[lapse.norm, lapse.version].add(Status.BROKEN)
    return {version: frozenset(statuses) for version, statuses in seen.items()}


def coverage(country: Jurisdiction, reports: Sequence[Report], explanations: Iterable[Explanation] = ()) -> Coverage:
    """What replays of a country's scenarios have seen of its law, and what the explanations say of the rest."""
    seen = statuses_seen(reports)
    used = tuple(_used(country))
    told = tuple(explanations)
    reasons = {(each.norm, each.since): each.why for each in told}
    versions = tuple(
        _covered(country, norm, version, seen.get((norm.id, version.since), frozenset()), reasons)
        for norm in used
        for version in norm.versions
        if version.says
    )
    return Coverage(country.name, len(reports), versions, tuple(_stale(country, versions, told)))


def _used(country: Jurisdiction) -> Iterator[Norm]:
    """The norms that some guard uses, or that say when something is owed, in the order of the statute book."""
    named = {guard.norm.id for _, _, guard in country.guards()}
    named |= {each.guard.norm.id for procedure in country.procedures for each in procedure.owed}
    return (norm for norm in country.law.norms.values() if norm.id in named)


def _covered(
    country: Jurisdiction,
    norm: Norm,
    version: Version,
    statuses: frozenset[Status],
    reasons: Mapping[tuple[str, date | None], str],
) -> Covered:
    kept, broken = Status.KEPT in statuses, bool(statuses & BREACHES)
    why = "" if kept and broken else reasons.get((norm.id, version.since)) or reasons.get((norm.id, None), "")
    return Covered(
        norm.id,
        country.law.cite(norm.id),
        version.since,
        version.until,
        version.text_known,
        tuple(status.value for status in Status if status in statuses),
        kept,
        broken,
        why,
    )


def _stale(country: Jurisdiction, versions: Iterable[Covered], told: Iterable[Explanation]) -> Iterator[Stale]:
    """The explanations of what is covered, is not on file, or is used by no guard."""
    of: dict[str, list[Covered]] = defaultdict(list)
    for version in versions:
        of[version.norm].append(version)
    for each in told:
        meant = [version for version in of.get(each.norm, ()) if each.since in (None, version.since)]
        if any(version.hole for version in meant):
            continue
        if meant:
            message = "it is covered: one case keeps it and one breaks it"
        elif each.norm not in country.law.norms:
            message = "there is no such norm"
        elif each.norm not in of:
            message = "no guard uses this norm"
        else:
            message = f"no version of this norm that has words begins on {each.since}"
        yield Stale(each.place.file, each.place.line, each.place.column, each.norm, each.since, message)
