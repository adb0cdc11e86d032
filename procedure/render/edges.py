"""A map of a sweep in words: what varies, its values, its bands with their edges, and how the edges were found."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from procedure.sweep.axes import Axis
from procedure.sweep.bands import DAY, LOG, STEP, Found
from procedure.sweep.maps import Band, Map, Rows, gaps, in_order
from procedure.words import Speaker

VOTES, MEMBERS = {"for", "against", "abstained", "votes"}, {"present"}
"""Words in the name of a number by which one knows what it counts."""


def axis_told(axis: Axis, each: Map, speak: Speaker) -> str:
    """What varies, by the names that the reader knows; of the act that the map tells of its name is not repeated."""
    if axis.kind == "readings":
        return speak.tell("sweep.axis.readings", of=speak.axis(axis.of))
    kind = "votes" if axis.kind == "facts" and axis.key in ("for", "against") else axis.kind
    key = f"sweep.axis.{kind}.own" if axis.of == each.act else f"sweep.axis.{kind}"
    return speak.tell(key, of=axis.of, what=axis.key)


def varied(each: Map, speak: Speaker) -> str:
    """What varies in a map, in which direction it runs, and what the question is of which readings vary."""
    across = axis_told(each.across, each, speak)
    told = [speak.tell("sweep.one", across=across)]
    if each.down is not None:
        told = [speak.tell("sweep.two", down=axis_told(each.down, each, speak), across=across)]
    axes = [axis for axis in (each.down, each.across) if axis is not None and axis.kind == "readings"]
    return " ".join([*told, *(speak.question(axis.of) for axis in axes)])


def value_told(axis: Axis, text: str, speak: Speaker) -> str:
    """A value of an axis, by the name that the reader knows; a number with what it counts."""
    return speak.tell("sweep.value", value=_measured(axis, text, speak))


def short(axis: Axis, text: str, speak: Speaker) -> str:
    """A value without what it counts, for a scale that says so already."""
    return speak.number(int(text)) if text.isdecimal() else value_told(axis, text, speak)


def own_told(each: Map, speak: Speaker) -> str:
    """Which of the values the log itself has; empty where it has none of them."""
    axes = (each.down, each.across)
    values = [
        value_told(axis, axis.texts[spot], speak)
        for axis, spot in zip(axes, each.here, strict=True)
        if axis is not None and spot is not None
    ]
    return speak.tell("sweep.own", values=tuple(values)) if values else ""


def band_told(band: Band, each: Map, speak: Speaker) -> str:
    """A band in words: from which value until which, or for which values, with what outcome, under which norms."""
    axis, outcome = each.across, outcome_told(band, speak)
    if len(band.values) == len(axis.texts):
        return speak.tell("sweep.throughout", outcome=outcome)
    if not in_order(axis):
        return speak.tell("sweep.values", outcome=outcome, values=_each(axis, band.values, speak))
    first, last = band.first == axis.texts[0], band.last == axis.texts[-1]
    key = "at" if len(band.values) == 1 else "until" if first else "from" if last else "between"
    kind = "number" if isinstance(axis.values[0], int) else "day" if isinstance(axis.values[0], date) else "time"
    start = band.first if key == "between" else _measured(axis, band.first, speak)
    return speak.tell(f"sweep.{kind}.{key}", outcome=outcome, first=start, last=_measured(axis, band.last, speak))


def outcome_told(band: Band, speak: Speaker) -> str:
    """The outcome of a band, with the norms that are broken there."""
    found = band.answer.outcome
    words = speak.outcome(found.value) if found else speak.tell("sweep.beyond")
    norms = tuple(speak.cite(norm) for norm in band.answer.broken)
    return speak.tell("sweep.under", outcome=words, norms=norms) if norms else words


def row_told(row: Rows, axis: Axis, speak: Speaker) -> str:
    """The values of the first axis along which the bands are the same."""
    if not in_order(axis):
        return speak.tell("sweep.list", values=_each(axis, row.values, speak))
    first, last = (value_told(axis, text, speak) for text in (row.values[0], row.values[-1]))
    return first if len(row.values) == 1 else speak.tell("sweep.stretch", first=first, last=last)


def notes(found: Found, speak: Speaker) -> Iterator[str]:
    """How many variants there are and were judged, by what right not all, and of what nothing is told."""
    yield saving(found, speak)
    if found.same:
        yield speak.tell("sweep.same", number=found.same)
    if found.maps and any(axis is not None and gaps(axis) for axis in (found.maps[0].across, found.maps[0].down)):
        yield speak.tell("sweep.gaps")


def saving(found: Found, speak: Speaker) -> str:
    """How many variants were judged, and by what right not all of them."""
    if found.judged < found.size:
        return speak.tell("sweep.halved", judged=found.judged, size=found.size, rules=found.once)
    rules = tuple(each for each in found.because if each not in (DAY, LOG, STEP))
    across = found.maps[0].across if found.maps else None
    if DAY in found.because or (rules and across and isinstance(across.values[0], date)):
        return speak.tell("sweep.days", size=found.size)
    if rules:
        return speak.tell("sweep.unsure", size=found.size, rules=rules)
    return speak.tell("sweep.all", size=found.size)


def _each(axis: Axis, texts: Sequence[str], speak: Speaker) -> tuple[str, ...]:
    return tuple(value_told(axis, text, speak) for text in texts)


def _measured(axis: Axis, text: str, speak: Speaker) -> str:
    """A value as a sentence takes it: a day and a number as they are written, anything else in words."""
    sort = axis.values[0]
    if isinstance(sort, int) and not isinstance(sort, bool):
        return f"{text} {_noun(axis)}".strip()
    if isinstance(sort, date | time):
        return text
    if axis.kind == "readings":
        return speak.reading(axis.of, text)
    if axis.kind == "law":
        return speak.value(text)
    if axis.kind == "status":
        return speak.tell(f"fact.{text}")
    return speak.actor(text) if axis.kind == "by" else speak.word(text)


def _noun(axis: Axis) -> str:
    """What a number counts, where its name says so; else nothing."""
    words = set(axis.key.split("_"))
    return "votes" if words & VOTES else "present" if words & MEMBERS else ""
