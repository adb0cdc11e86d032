"""What a report says of time: deadlines with what was left of them, bars, and duties not seen done."""

from attrs import evolve, frozen

from procedure.outcomes import Status
from procedure.render.html.matter import Matter
from procedure.verdict import Finding, Heard, Lapse, Verdict

DEADLINES = {"asked.within": ("start", "limit"), "asked.by_then": ("", "limit"), "asked.not_later": ("", "closes")}
WINDOWS = {"asked.window": ("opens", "closes")}
BARS = {
    "asked.not_within": ("start", "limit"),
    "asked.not_within_last": ("limit", "end"),
    "asked.not_before": ("", "limit"),
    "asked.not_earlier": ("", "opens"),
}
TIMED = {**DEADLINES, **WINDOWS, **BARS}
_GRAVITY = (Status.KEPT, Status.IRREGULAR, Status.UNKNOWN, Status.BROKEN, Status.VOID)


@frozen
class Span:
    """A stretch of time under a norm (ISO; empty where it has no start or end), when it was done, what was left."""

    kind: str
    norm: str
    acts: tuple[str, ...]
    opens: str
    closes: str
    done: str
    status: Status
    left: str
    day_set: bool = False


def spans(matter: Matter) -> tuple[Span, ...]:
    """The deadlines, windows and bars on the working readings, acts under one of them together, by their limits."""
    found: dict[tuple[str, str, str, str], Span] = {}
    for verdict in matter.judged:
        for finding in verdict.findings:
            span = _span(matter, verdict, finding)
            if span is None:
                continue
            key = (span.kind, span.norm, span.opens, span.closes)
            other = found.get(key)
            found[key] = span if other is None else _tighter(other, span)
    told = [*found.values(), *(_lapse(matter, each) for each in matter.report.lapses if each.due)]
    return tuple(sorted(told, key=lambda span: (span.kind == "bar", span.closes or span.opens, span.norm)))


def _span(matter: Matter, verdict: Verdict, finding: Finding) -> Span | None:
    heard = matter.opinion(finding).heard
    if heard.asked.key not in TIMED:
        return None
    start, end = TIMED[heard.asked.key]
    values, shown = dict(heard.asked.values), dict(heard.shown.values)
    done = str(shown.get("when", verdict.done.when)).partition("/")[0]
    kind = "bar" if heard.asked.key in BARS else "window" if heard.asked.key in WINDOWS else "deadline"
    opens, closes = str(values.get(start, "")).partition("/")[0], str(values.get(end, "")).partition("/")[0]
    set_ = heard.shown.key == "shown.date_set"
    return Span(kind, finding.norm, (verdict.act,), opens, closes, done, heard.status, _left(matter, heard), set_)


def _left(matter: Matter, heard: Heard) -> str:
    return matter.speak.say(heard.margin) if heard.margin else matter.speak.tell(f"status.{heard.status.value}")


def _tighter(one: Span, other: Span) -> Span:
    """Two acts in one stretch: the graver is told, or the one with less time left."""
    acts = tuple(dict.fromkeys((*one.acts, *other.acts)))
    graver = _GRAVITY.index(other.status) - _GRAVITY.index(one.status) if other.status in _GRAVITY else 0
    later = other.done > one.done
    return evolve(other if graver > 0 or (graver == 0 and later) else one, acts=acts)


def _lapse(matter: Matter, lapse: Lapse) -> Span:
    begun = [each.done.when for each in matter.report.verdicts if each.done.kind == lapse.after]
    opens = begun[-1].partition("/")[0] if begun else ""
    status = Status.BROKEN if lapse.shown else Status.UNKNOWN
    left = matter.tell("lapse.shown" if lapse.shown else "lapse.not_shown")
    return Span("lapse", lapse.norm, (lapse.act,), opens, lapse.due[0].limit, "", status, left)
