"""The dates that the law gives, beside the commission's calendar and what happened."""

from collections.abc import Iterator
from datetime import date

from attrs import define, field

from procedure.outcomes import Outcome, Status
from procedure.render.html.markup import Child, Html, el
from procedure.render.html.matter import Matter, table
from procedure.timetable import Entry, timetable
from procedure.verdict import Verdict


@define
class Row:
    """One kind of act: what the law gives for it, what the calendar gives, and the acts themselves."""

    act: str
    law: list[Entry] = field(factory=list)
    calendar: list[Entry] = field(factory=list)

    @property
    def first(self) -> str:
        """The first day that it has; without any it comes last."""
        days = [each.closes or each.opens for each in (*self.law, *self.calendar)]
        return min((day for day in days if day), default="9999")


def fixed_days(matter: Matter) -> dict[str, date]:
    """The fixed days of a timetable that the log has: the last act of each kind, or the day that it names."""
    found: dict[str, date] = {}
    for name, (kind, fact) in matter.scenario.country.days.items():
        for act in matter.scenario.acts:
            verdict = matter.verdicts.get(act.id)
            if act.kind != kind or verdict is None or verdict.outcome in (Outcome.VOID, Outcome.UNPLACED):
                continue
            day = act.when.earliest_day if fact is None else act.facts.get(fact)
            if isinstance(day, date):
                found[name] = day
    return found


def fixed_name(matter: Matter, name: str) -> str:
    """What a fixed day is called: the act that falls on it, or the fact that names it."""
    kind, fact = matter.scenario.country.days[name]
    return matter.speak.fact(fact) if fact else matter.name(kind)


def calendar(matter: Matter) -> Html | None:
    """The section of the timetable; none where the log fixes no day from which the law counts."""
    fixed = fixed_days(matter)
    if not fixed:
        return None
    laid = timetable(matter.scenario.country, fixed)
    rows: dict[str, Row] = {}
    for entries, mine in ((laid.law, "law"), (laid.calendar, "calendar")):
        for entry in entries:
            for act in entry.acts:
                getattr(rows.setdefault(act, Row(act)), mine).append(entry)
    if not rows:
        return None
    tell = matter.tell
    body = [_row(matter, row) for row in sorted(rows.values(), key=lambda row: (row.first, row.act))]
    heads = [tell(f"timetable.{each}") for each in ("act", "law", "calendar", "happened")]
    days = [
        el("li", fixed_name(matter, name), " ", el("b", matter.speak.date(day.isoformat())))
        for name, day in fixed.items()
    ]
    return el(
        "section",
        el("h2", tell("timetable"), id="timetable-head"),
        el("p", tell("timetable.how"), class_="note"),
        el("ul", *days),
        table("timetable-table", tell("timetable.caption"), heads, body, "timetable"),
        id="timetable",
        aria_labelledby="timetable-head",
    )


def _row(matter: Matter, row: Row) -> list[Child]:
    empty = el("span", "—")
    law = [part for entry in sorted(row.law, key=_dated) for part in _entry(matter, entry)]
    own = [part for entry in row.calendar for part in _entry(matter, entry)]
    return [matter.name(row.act), law or empty, own or empty, list(_happened(matter, row)) or empty]


def _entry(matter: Matter, entry: Entry) -> Iterator[Html]:
    speak, tell = matter.speak, matter.tell
    if entry.opens and entry.opens == entry.closes:
        when = tell("timetable.at", opens=entry.opens)
    elif entry.opens and entry.closes:
        when = tell("timetable.between", opens=entry.opens, closes=entry.closes)
    elif entry.opens:
        when = tell("timetable.from", opens=entry.opens)
    elif entry.closes:
        when = tell("timetable.by", closes=entry.closes)
    else:
        when = tell("timetable.unknown")
    parts: list[Child] = [when, " ", el("small", matter.norm(entry.norm))]
    if any(entry.cells):
        parts += [" ", el("small", *matter.cell(entry.cells[0]))]
    if entry.text_known in ("unverified", "unread"):
        parts += [" ", el("span", tell(f"text.{entry.text_known}"), class_="tag")]
    if entry.counted:
        parts += [el("br"), el("small", speak.say(entry.counted), class_="note")]
    yield el("p", *parts)


def _dated(entry: Entry) -> bool:
    return not (entry.opens or entry.closes)


def _happened(matter: Matter, row: Row) -> Iterator[Html]:
    """The acts of this kind with their days: each where they are few, the first and the last where they are many."""
    done = [each for each in matter.report.verdicts if each.done.kind == row.act]
    norms = {entry.norm for entry in (*row.law, *row.calendar)}
    if len(done) <= 3:
        for verdict in done:
            yield el(
                "p", _mark(matter, verdict, norms), " ", matter.act(verdict.act, matter.speak.moment(verdict.done.when))
            )
        return
    days = [each.done.when[:10] for each in done]
    told = matter.tell("timetable.many", number=len(done), first=min(days), last=max(days))
    yield el("p", matter.act(done[0].act, told))
    for verdict in done:
        if _status(verdict, norms) in (Status.BROKEN, Status.VOID):
            yield el(
                "p", _mark(matter, verdict, norms), " ", matter.act(verdict.act, matter.speak.moment(verdict.done.when))
            )


def _status(verdict: Verdict, norms: set[str]) -> Status | None:
    """What the norms of the timetable themselves make of the act, whatever else is said of it."""
    found = {status for each in verdict.findings if each.norm in norms for status in each.statuses}
    return next(iter(found)) if len(found) == 1 else None


def _mark(matter: Matter, verdict: Verdict, norms: set[str]) -> Html:
    status = _status(verdict, norms)
    return matter.status(status) if status else matter.badge(verdict)
