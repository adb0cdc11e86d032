"""Rules of time. Each gives a window; one comparison yields late, lapsed, due by and the timetable alike."""

from datetime import time, timedelta
from typing import ClassVar

from attrs import field, frozen

from procedure.hearing import Hearing, NotKnown
from procedure.moments import Moment, end_of, start_of
from procedure.periods import CannotTell, Count, Counting, Period, backward, days_between, forward
from procedure.rules.anchors import Anchor
from procedure.verdict import Heard, Phrase, Status, say


@frozen
class Window:
    """When an act may be done: from `opens` to `closes`, both included; how the days were counted; from what."""

    opens: Moment | None
    closes: Moment | None
    asked: Phrase
    counted: Phrase | None = None
    anchor: Moment | None = None


def counting(hearing: Hearing) -> Counting:
    """How the norm, or the reading of this cell, counts days."""
    return Counting(
        first=hearing.word("first", "day after"),
        end=hearing.word("end", "inclusive"),
        rolls=hearing.word("rolls", "no"),
        month_end=hearing.word("month_end", "clamp"),
    )


def period(hearing: Hearing, term: str) -> Period:
    """A term that is a period."""
    value = hearing.term(term)
    if not isinstance(value, Period):
        assert hearing.norm is not None
        raise NotKnown(say("text.unread", norm=hearing.norm.id, term=term))
    return value


def count(hearing: Hearing, term: str, anchor: Anchor, *, back: bool) -> tuple[Count, Moment]:
    """A term counted forward or backward from an anchor."""
    length, start = period(hearing, term), anchor.at(hearing)
    way, how = backward if back else forward, counting(hearing)
    if hearing.docket.working_day is None and (how.rolls != "no" or length.unit == "working days"):
        raise NotKnown(say("calendar.missing"), say("asked.period", period=str(length)))
    try:
        return way(start, length, how, hearing.docket.working_day), start
    except CannotTell as unsure:
        raise NotKnown(say("anchor.unsure", why=str(unsure)), say("asked.period", period=str(length))) from None


def told(counted: Count, length: Period, key: str) -> Phrase:
    """The days as they were counted."""
    return say(key, start=str(counted.anchor_day), last=str(counted.last_day), days=counted.days, period=str(length))


class Timed:
    """A rule that gives a window and hears an act by it."""

    runs: ClassVar[bool] = False
    """Whether a duty under this rule can lapse."""

    told: ClassVar[str] = "shown.when"
    """How the moment that is compared is told."""

    def window(self, hearing: Hearing) -> Window:
        """When the act may be done, as far as the record tells; raises NotKnown."""
        raise TypeError(f"{type(self).__name__} gives no window")

    def moment(self, hearing: Hearing) -> Moment:
        """The moment of the act that is compared."""
        return hearing.when(moment=hearing.word("measured", "done"))

    def hear(self, hearing: Hearing) -> Heard:
        window, when = self.window(hearing), self.moment(hearing)
        shown = say(self.told, when=when.iso())
        margin: Phrase | None
        if window.opens is not None:
            early = when.is_before(window.opens)
            if early is None:
                return _cannot_tell(window, when, window.opens)
            if early:
                margin = say("margin.early", **_distance(when, window.opens))
                repair = say("repair.from", when=window.opens.iso())
                return Heard(Status.BROKEN, window.asked, shown, margin, window.counted, repair)
        if window.closes is not None:
            kept = when.not_later_than(window.closes)
            if kept is None and when.precision == "day" and when.earliest == window.closes.latest:
                kept = False  # a day that begins when the time ends lies after it
            if kept is None:
                return _cannot_tell(window, when, window.closes)
            if not kept:
                margin = say("margin.late", **_distance(window.closes, when))
                repair = say("repair.by", when=window.closes.iso())
                return Heard(Status.BROKEN, window.asked, shown, margin, window.counted, repair)
            margin = say("margin.left", **_distance(when, window.closes))
            return Heard(Status.KEPT, window.asked, shown, margin, window.counted)
        margin = say("margin.since", **_distance(window.opens, when)) if window.opens else None
        return Heard(Status.KEPT, window.asked, shown, margin, window.counted)


def _distance(first: Moment, second: Moment) -> dict[str, int]:
    """Whole local days between two moments, and minutes where both are exact and on one day."""
    days = days_between(first.latest_day, second.earliest_day)
    if days == 0 and first.precision == second.precision == "minute":
        minutes = int((second.earliest - first.latest + timedelta(seconds=30)).total_seconds() // 60)
        return {"days": 0, "minutes": max(minutes, 0)}
    return {"days": max(days, 0)}


def _cannot_tell(window: Window, when: Moment, limit: Moment) -> Heard:
    shown = say("shown.when_unsure", when=when.iso(), limit=limit.iso())
    return Heard(Status.UNKNOWN, window.asked, shown, None, window.counted, say("repair.time", limit=limit.iso()))


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
        key = "asked.clock" if opens and closes else "asked.clock_latest" if closes else "asked.clock_earliest"
        return Window(opens, closes, say(key, **{n: b.iso() for n, b in (("opens", opens), ("closes", closes)) if b}))


@frozen
class SameActAs:
    """Done at the same moment as another act, or with it on one day."""

    act: str

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
