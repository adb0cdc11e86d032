"""Versions of a norm cut where an amendment begins and ends, changed between, and put back as they were."""

from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve, frozen

from procedure.law import Norm, Reach, Version, term_text

Change = Callable[[Version], Version]


@frozen
class Scope:
    """The first and the last day of an amendment, and which cases it reaches (None: all)."""

    since: date | None = None
    until: date | None = None
    reach: Reach | None = None


def parts(version: Version, scope: Scope, change: Change, of: Callable[[Version], bool]) -> list[Version]:
    """A version cut where an amendment begins and ends, changed between for the cases that it reaches."""
    first = max(version.since, scope.since or version.since)
    last = min((day for day in (version.until, scope.until) if day), default=None)
    if not any(map(of, version.ways())) or (last is not None and first > last):
        return [version]
    cut = [_reaching(_cut(version, first, last), scope.reach, lambda each: change(each) if of(each) else each)]
    if version.since < first:
        cut.insert(0, _cut(version, version.since, first - timedelta(days=1)))
    if last is not None and last != version.until:
        cut.append(_cut(version, last + timedelta(days=1), version.until))
    return cut


def _cut(version: Version, since: date, until: date | None) -> Version:
    """The part of a version between two days; what it means for running cases it means from its own first day."""
    running = version.running if since == version.since else "follow"
    apart = tuple((reach, _cut(each, since, until)) for reach, each in version.apart)
    return evolve(version, since=since, until=until, running=running, apart=apart)


def _reaching(version: Version, reach: Reach | None, change: Change) -> Version:
    """A version changed for the cases that are reached, and in each way in which it already differs for some."""
    if reach is None:
        return evolve(change(version), apart=tuple((each, change(part)) for each, part in version.apart))
    whole = evolve(version, apart=())
    mine = [(each & reach, change(part)) for each, part in version.apart]
    rest = [(each, part) for each, part in version.apart if each & reach != each]
    return evolve(version, apart=(*mine, (reach, change(whole)), *rest))


def on_file(norm: Norm, version: Version) -> Version:
    """What a norm says on file on the first day of a version, from the first to the last day of that version."""
    old = next(each for each in norm.versions if each.covers(version.since))
    return evolve(old, since=version.since, until=version.until, running=version.running)


def wordless(norm: Norm) -> bool:
    """Whether nothing is left of a norm on any day and for any case."""
    return not any(part.says for each in norm.versions for part in each.ways())


def restored(norm: Norm, filed: Norm | None) -> Norm:
    """The norm on file where every part of it says again what it said on file."""

    def same(part: Version) -> bool:
        old = next((each for each in filed.versions if each.covers(part.since)), None) if filed else None
        return old is not None and all(_bare(each) == _bare(old) for each in part.ways())

    if filed and all(same(part) for part in norm.versions):
        return filed
    return evolve(norm, versions=tuple(_marked(part, filed) for part in norm.versions))


def _bare(version: Version) -> tuple[object, ...]:
    return version.says, version.terms, version.text_known, version.sources


def _marked(part: Version, filed: Norm | None) -> Version:
    """A version whose words say which terms are not those on file."""
    old = next((each for each in filed.versions if each.covers(part.since)), None) if filed else None
    new = [f"{name}: {term_text(term)}" for name, term in part.terms.items() if old and old.terms.get(name) != term]
    mark = f" [{'; '.join(new)}]" if new else ""
    apart = tuple((reach, _marked(each, filed)) for reach, each in part.apart)
    return evolve(part, says={language: words + mark for language, words in part.says.items()}, apart=apart)
