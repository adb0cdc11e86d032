"""Rules of time. Each gives a window; one comparison yields late, lapsed, due by and the timetable alike."""

from datetime import time, timedelta
from typing import ClassVar

from attrs import field

from procedure.hearing import Hearing, NotKnown
from procedure.moments import Moment, end_of, start_of
from procedure.outcomes import Status
from procedure.rules.anchors import Anchor, Done
from procedure.rules.windows import Timed, Window, count, period, told
from procedure.values import frozen
from procedure.verdict import Heard, say


@frozen
class Within(Timed):
    """Done not later than a term after an anchor."""

    term: str
    after: Anchor
    runs: ClassVar[bool] = True

    def window(self, hearing: Hearing) -> Window:
        counted, start = count(hearing, self.term, self.after, back=False)
        length = period(hearing, self.term)
        asked = say("asked.within", period=str(length), start=start.iso(), limit=counted.limit.iso())
        return Window(None, counted.limit, asked, told(counted, length, "counted.forward"), start)


@frozen
class NotWithin(Timed):
    """Not done before a term has run since an anchor; kept where it is known that the anchor never was."""

    term: str
    after: Anchor

    def window(self, hearing: Hearing) -> Window:
        length = period(hearing, self.term)
        if self.after.absent(hearing):
            return Window(None, None, say("asked.not_within_none", period=str(length)))
        counted, start = count(hearing, self.term, self.after, back=False)
        opens = Moment(
            counted.limit.earliest + timedelta(microseconds=1),
            counted.limit.latest + timedelta(microseconds=1),
            start.zone,
        )
        asked = say("asked.not_within", period=str(length), start=start.iso(), limit=opens.iso())
        return Window(opens, None, asked, told(counted, length, "counted.forward"), start)


@frozen
class ByThen(Timed):
    """Done not later than a term before an anchor."""

    term: str
    before: Anchor
    runs: ClassVar[bool] = True

    def window(self, hearing: Hearing) -> Window:
        counted, end = count(hearing, self.term, self.before, back=True)
        length = period(hearing, self.term)
        asked = say("asked.by_then", period=str(length), end=end.iso(), limit=counted.limit.iso())
        return Window(None, counted.limit, asked, told(counted, length, "counted.backward"), end)


@frozen
class NotBefore(Timed):
    """Not done earlier than a term before an anchor."""

    term: str
    before: Anchor

    def window(self, hearing: Hearing) -> Window:
        counted, end = count(hearing, self.term, self.before, back=True)
        length = period(hearing, self.term)
        opens = start_of(counted.last_day, end.zone)
        asked = say("asked.not_before", period=str(length), end=end.iso(), limit=opens.iso())
        return Window(opens, None, asked, told(counted, length, "counted.backward"), end)


@frozen
class NotWithinLast(Timed):
    """Not done in the last term before an anchor, such as the last months of a mandate."""

    term: str
    before: Anchor

    def window(self, hearing: Hearing) -> Window:
        counted, end = count(hearing, self.term, self.before, back=True)
        length = period(hearing, self.term)
        closes = end_of(counted.last_day, end.zone)
        asked = say("asked.not_within_last", period=str(length), end=end.iso(), limit=closes.iso())
        return Window(None, closes, asked, told(counted, length, "counted.backward"), end)


@frozen
class InWindow(Timed):
    """Done between two moments, either of which may be left open."""

    opens: Anchor | None = None
    closes: Anchor | None = None

    def window(self, hearing: Hearing) -> Window:
        opens = _first_instant(self.opens.at(hearing)) if self.opens else None
        closes = _last_instant(self.closes.at(hearing)) if self.closes else None
        key = "asked.window" if opens and closes else "asked.not_later" if closes else "asked.not_earlier"
        values = {name: each.iso() for name, each in (("opens", opens), ("closes", closes)) if each}
        return Window(opens, closes, say(key, **values))


def _first_instant(moment: Moment) -> Moment:
    return Moment(moment.earliest, moment.earliest, moment.zone)


def _last_instant(moment: Moment) -> Moment:
    return Moment(moment.latest, moment.latest, moment.zone)


@frozen
class Dated(ByThen):
    """A date that a delegated act sets lies not later than a term of this norm before an anchor."""

    of: Anchor = field(kw_only=True)
    runs: ClassVar[bool] = False
    told: ClassVar[str] = "shown.date_set"

    def moment(self, hearing: Hearing) -> Moment:
        return self.of.at(hearing)


@frozen
class DatedFrom(NotBefore):
    """A date that a delegated act sets lies not earlier than a term of this norm before an anchor."""

    of: Anchor = field(kw_only=True)
    told: ClassVar[str] = "shown.date_set"

    def moment(self, hearing: Hearing) -> Moment:
        return self.of.at(hearing)


@frozen
class DatedWithin(Within):
    """A date that an act sets lies not later than a term after an anchor."""

    of: Anchor = field(kw_only=True)
    runs: ClassVar[bool] = False
    told: ClassVar[str] = "shown.date_set"

    def moment(self, hearing: Hearing) -> Moment:
        return self.of.at(hearing)


@frozen
class AtLocalTime(Timed):
    """Done between two times of day, by the clock of the place."""

    earliest: str | None = None
    latest: str | None = None

    def window(self, hearing: Hearing) -> Window:
        when = self.moment(hearing)
        day = when.day()
        if day is None:
            raise NotKnown(say("shown.day_unsure", when=when.iso()))
        bounds: list[Moment | None] = []
        for name in (self.earliest, self.latest):
            clock = hearing.term(name) if name else None
            bounds.append(Moment.at(day, clock, when.zone) if isinstance(clock, time) else None)
        opens, closes = bounds
        if opens is not None and opens == closes:
            return Window(opens, closes, say("asked.clock_exact", at=opens.iso()))
        key = "asked.clock" if opens and closes else "asked.clock_latest" if closes else "asked.clock_earliest"
        return Window(opens, closes, say(key, **{n: b.iso() for n, b in (("opens", opens), ("closes", closes)) if b}))


@frozen
class SameActAs(Timed):
    """Done at the same moment as another act, or with it on one day."""

    act: str
    runs: ClassVar[bool] = True

    @property
    def after(self) -> Anchor:
        """The other act, from which a duty to do this one runs."""
        return Done(self.act)

    def window(self, hearing: Hearing) -> Window:
        other = self.after.at(hearing)
        day = other.latest_day
        return Window(None, end_of(day, other.zone), say("asked.same", act=self.act), None, other)

    def hear(self, hearing: Hearing) -> Heard:
        asked = say("asked.same", act=self.act)
        other = hearing.last(self.act)
        if other is None:
            raise NotKnown(say("anchor.missing", act=self.act), asked, say("repair.after", act=self.act))
        mine, theirs = hearing.when(), hearing.when(other)
        shown = say("shown.both", when=mine.iso(), other=theirs.iso())
        if mine.day() is None or theirs.day() is None:
            return Heard(Status.UNKNOWN, asked, shown)
        if mine.day() == theirs.day():
            return Heard(Status.KEPT, asked, shown)
        return Heard(Status.BROKEN, asked, shown, repair=say("repair.by", when=theirs.iso()))


def within(term: str, after: Anchor) -> Within:
    """Not later than a term after an anchor."""
    return Within(term, after)


def not_within(term: str, after: Anchor) -> NotWithin:
    """Not before a term has run since an anchor."""
    return NotWithin(term, after)


def by_then(term: str, before: Anchor) -> ByThen:
    """Not later than a term before an anchor."""
    return ByThen(term, before)


def not_before(term: str, before: Anchor) -> NotBefore:
    """Not earlier than a term before an anchor."""
    return NotBefore(term, before)


def not_within_last(term: str, before: Anchor) -> NotWithinLast:
    """Not in the last term before an anchor."""
    return NotWithinLast(term, before)


def in_window(opens: Anchor | None = None, closes: Anchor | None = None) -> InWindow:
    """Between two moments."""
    return InWindow(opens, closes)


def dated(term: str, of: Anchor, before: Anchor) -> Dated:
    """The date set lies not later than a term before an anchor."""
    return Dated(term, before, of=of)


def dated_from(term: str, of: Anchor, before: Anchor) -> DatedFrom:
    """The date set lies not earlier than a term before an anchor."""
    return DatedFrom(term, before, of=of)


def dated_within(term: str, of: Anchor, after: Anchor) -> DatedWithin:
    """The date set lies not later than a term after an anchor."""
    return DatedWithin(term, after, of=of)


def at_local_time(earliest: str | None = None, latest: str | None = None) -> AtLocalTime:
    """Between two times of day by the clock of the place."""
    return AtLocalTime(earliest, latest)


def same_act_as(act: str) -> SameActAs:
    """On the same day as another act, which did both in one."""
    return SameActAs(act)
