"""The moments from which time is counted: an act, a date that an act fixed, a standing fact, a date in another norm."""

from datetime import date

from procedure.hearing import Hearing, NotKnown
from procedure.machine import NormRef
from procedure.moments import Moment
from procedure.record import Act
from procedure.values import frozen
from procedure.verdict import say


@frozen
class Done:
    """The moment of the last act of a kind; the norm (or `moment`) says which of its moments counts."""

    act: str
    moment: str | None = None
    same: str | None = None

    def _last(self, hearing: Hearing) -> Act | None:
        if self.same is None:
            return hearing.last(self.act)
        matter = hearing.fact(self.same)
        return next((act for act in hearing.acts(self.act) if hearing.fact(self.same, act) == matter), None)

    def at(self, hearing: Hearing) -> Moment:
        act = self._last(hearing)
        if act is None:
            raise NotKnown(say("anchor.missing", act=self.act), repair=say("repair.after", act=self.act))
        return hearing.when(act, self.moment or hearing.word("moment", "done"))

    def absent(self, hearing: Hearing) -> bool:
        """Whether it is known that no such act was done."""
        return self._last(hearing) is None and hearing.complete(self.act)

    def acts(self) -> tuple[str, ...]:
        return (self.act,)


@frozen
class DayIn:
    """A date that the last act of a kind fixed, such as the day of the vote."""

    act: str
    fact: str

    def at(self, hearing: Hearing) -> Moment:
        act = hearing.act if hearing.act.kind == self.act else hearing.last(self.act)
        if act is None:
            raise NotKnown(say("anchor.missing", act=self.act), repair=say("repair.after", act=self.act))
        value = hearing.need(self.fact, act)
        if isinstance(value, Moment):
            return value
        if isinstance(value, date):
            return Moment.on(value, hearing.docket.zone)
        raise NotKnown(say("fact.missing", fact=self.fact, act=act.id))

    def absent(self, hearing: Hearing) -> bool:
        return hearing.last(self.act) is None and hearing.complete(self.act)

    def acts(self) -> tuple[str, ...]:
        return (self.act,)


@frozen
class Standing:
    """A date among the standing facts, such as the end of a term of office."""

    fact: str

    def at(self, hearing: Hearing) -> Moment:
        value = hearing.given_or_none(self.fact)
        if isinstance(value, Moment):
            return value
        if isinstance(value, date):
            return Moment.on(value, hearing.docket.zone)
        raise NotKnown(say("given.missing", fact=self.fact))

    def absent(self, hearing: Hearing) -> bool:
        """A standing fact that is not given is not known; it is not known to be absent."""
        return False

    def acts(self) -> tuple[str, ...]:
        return ()


@frozen
class TermDay:
    """A date that another norm fixes, such as a delegated calendar's."""

    norm: NormRef
    term: str

    def at(self, hearing: Hearing) -> Moment:
        value = hearing.before(self.norm).term(self.term)
        if isinstance(value, Moment):
            return value
        raise NotKnown(say("text.unread", norm=self.norm.id, term=self.term))

    def absent(self, hearing: Hearing) -> bool:
        return False

    def acts(self) -> tuple[str, ...]:
        return ()


@frozen
class LatestOf:
    """The first of several anchors that is on record, such as an act of this log, and failing that a standing fact."""

    anchors: "tuple[Anchor, ...]"

    def at(self, hearing: Hearing) -> Moment:
        missing: NotKnown | None = None
        for anchor in self.anchors:
            try:
                return anchor.at(hearing)
            except NotKnown as unknown:
                missing = missing or unknown
        raise missing or NotKnown(say("asked.norm"))

    def absent(self, hearing: Hearing) -> bool:
        return all(anchor.absent(hearing) for anchor in self.anchors)

    def acts(self) -> tuple[str, ...]:
        return tuple(act for anchor in self.anchors for act in anchor.acts())


Anchor = Done | DayIn | Standing | TermDay | LatestOf


def done(act: str, moment: str | None = None, same: str | None = None) -> Done:
    """The last act of a kind, or the last on the same matter as the act that is heard."""
    return Done(act, moment, same)


def day_in(act: str, fact: str) -> DayIn:
    """A date that the last act of a kind fixed."""
    return DayIn(act, fact)


def standing(fact: str) -> Standing:
    """A date among the standing facts."""
    return Standing(fact)


def term_day(norm: NormRef, term: str) -> TermDay:
    """A date that another norm fixes."""
    return TermDay(norm, term)


def latest_of(*anchors: Anchor) -> LatestOf:
    """The first of several anchors that is on record."""
    return LatestOf(anchors)
