"""Windows of time: one comparison yields late, lapsed, due by and the timetable alike."""

from datetime import timedelta
from typing import ClassVar

from procedure.hearing import Hearing, NotKnown
from procedure.moments import Moment
from procedure.outcomes import Status
from procedure.periods import CannotTell, Count, Counting, Period, backward, days_between, forward
from procedure.rules.anchors import Anchor
from procedure.values import frozen
from procedure.verdict import Heard, Phrase, say


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
                return cannot_tell(window, when, window.opens)
            if early:
                margin = say("margin.early", **_distance(when, window.opens))
                repair = say("repair.from", when=window.opens.iso())
                return Heard(Status.BROKEN, window.asked, shown, margin, window.counted, repair)
        if window.closes is not None:
            kept = when.not_later_than(window.closes)
            if kept is None and when.precision == "day" and when.earliest == window.closes.latest:
                kept = False  # a day that begins when the time ends lies after it
            if kept is None:
                return cannot_tell(window, when, window.closes)
            if not kept:
                margin = say("margin.late", **_distance(window.closes, when))
                repair = say("repair.by", when=window.closes.iso())
                return Heard(Status.BROKEN, window.asked, shown, margin, window.counted, repair)
            margin = say("margin.left", **_distance(when, window.closes))
            return Heard(Status.KEPT, window.asked, shown, margin, window.counted)
        margin = say("margin.since", **_distance(window.opens, when)) if window.opens else None
        return Heard(Status.KEPT, window.asked, shown, margin, window.counted)


def _distance(first: Moment, second: Moment) -> dict[str, int]:
    """Whole local days between two moments, and minutes where both are exact, on one day, and no end of it."""
    days = days_between(first.latest_day, second.earliest_day)
    by_the_clock = first.precision == second.precision == "minute" and not second.earliest.microsecond
    if days == 0 and by_the_clock:
        minutes = int((second.earliest - first.latest + timedelta(seconds=30)).total_seconds() // 60)
        return {"days": 0, "minutes": max(minutes, 0)}
    return {"days": max(days, 0)}


def cannot_tell(window: Window, when: Moment, limit: Moment) -> Heard:
    shown = say("shown.when_unsure", when=when.iso(), limit=limit.iso())
    return Heard(Status.UNKNOWN, window.asked, shown, None, window.counted, say("repair.time", limit=limit.iso()))
