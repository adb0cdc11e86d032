"""The map of a sweep: bands of equal answers along one axis, and a grid of them over two; its edges, found exactly.

Where every rule that reads what varies turns at most once, and says so itself, equal ends of a stretch settle all
between them, and the edges are found by halving. Everywhere else every variant is judged.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence

from attrs import frozen

from procedure.machine import Rule
from procedure.outcomes import Assignment
from procedure.rules.facts import Construed, UnlessListed
from procedure.sweep.axes import Axis
from procedure.sweep.bench import Entry
from procedure.sweep.plan import Judged
from procedure.sweep.variants import Answer, Prepared, Sweep
from procedure.verdict import Heard


@frozen
class Band:
    """A stretch of values with one answer: the first and the last value, and what is told of the act there."""

    first: str
    last: str
    answer: Answer


@frozen
class Rows:
    """Values of the first axis, one after another, along which the bands of the last axis are the same."""

    first: str
    last: str
    bands: tuple[Band, ...]


@frozen
class Map:
    """The answers of one act over one axis or two: `cells` by value, and the same as bands."""

    act: str
    across: Axis
    down: Axis | None
    cells: tuple[tuple[Answer, ...], ...]
    rows: tuple[Rows, ...]


@frozen
class Found:
    """Maps with how they were found: how many variants there are, how many were judged, and why not fewer."""

    maps: tuple[Map, ...]
    size: int
    judged: int
    once: tuple[str, ...]
    """The rules that turn at most once, by which edges were found by halving."""
    because: tuple[str, ...]
    """The rules of which that is not established, so that every variant was judged."""


def mapped(sweep: Sweep) -> Found:
    """The maps of a sweep of one axis or two, one for each act that is asked about."""
    axes = sweep.grid.axes
    across = axes[-1]
    down = axes[0] if len(axes) > 1 else None
    count = 0
    once: dict[str, None] = {}
    because: dict[str, None] = {}
    lines: list[tuple[tuple[Answer, ...], ...]] = []
    for first in range(len(down.values) if down else 1):
        lead = (first,) if down else ()
        halved, judged = _line(sweep, across, lead)
        once |= dict.fromkeys(halved.once)
        because |= dict.fromkeys(halved.because)
        lines.append(judged)
        count += halved.judged
    maps = tuple(
        _map(act, across, down, tuple(tuple(each[spot] for each in line) for line in lines))
        for spot, act in enumerate(sweep.ask)
    )
    return Found(maps, sweep.grid.size, count, tuple(once), tuple(because))


@frozen
class _Halved:
    judged: int
    once: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


def _line(sweep: Sweep, across: Axis, lead: tuple[int, ...]) -> tuple[_Halved, tuple[tuple[Answer, ...], ...]]:
    """The answers along the last axis, for one value of the first."""
    size = len(across.values)
    told: dict[int, tuple[Answer, ...]] = {}
    signs: dict[int, Hashable] = {}

    def judge(digit: int) -> None:
        prepared = sweep.prepared((*lead, digit))
        judged = prepared.judge((*lead, digit))
        answer = prepared.told(judged)
        told[digit] = tuple(answer(act) for act in sweep.ask)
        signs[digit] = _sign(judged) if isinstance(judged, Judged) else ("replayed", digit)

    judge(0)
    judge(size - 1)
    prepared = sweep.prepared((*lead, 0))
    turning = _turning(prepared, across) if across.rising else None
    if turning is not None and not turning.because:
        _halve(0, size - 1, judge, signs)
        again = _turning(prepared, across)  # what a rule reads is learned by hearing it
        if not again.because:
            count = len(told)
            for digit in range(1, size):
                told.setdefault(digit, told[digit - 1])
            return _Halved(count, again.once), tuple(told[digit] for digit in range(size))
        turning = again
    for digit in range(size):
        if digit not in told:
            judge(digit)
    return _Halved(size, because=turning.because if turning else ()), tuple(told[digit] for digit in range(size))


def _halve(low: int, high: int, judge: Callable[[int], None], signs: dict[int, Hashable]) -> None:
    """Judge between two values until all that differ lie side by side."""
    waiting = [(low, high)]
    while waiting:
        one, two = waiting.pop()
        if two - one < 2 or signs[one] == signs[two]:
            continue
        middle = (one + two) // 2
        if middle not in signs:
            judge(middle)
        waiting += [(one, middle), (middle, two)]


def _sign(judged: Judged) -> Hashable:
    """What each rule says of each act, in each cell, without its words, where that is not what it says of the log."""
    return tuple(
        tuple(
            (index, said)
            for index, entry in sorted(change.over.items())
            if (said := _said(entry)) != _said(line.entries.get(index))
        )
        for line, change in zip(judged.plan.lines, judged.changes, strict=True)
    )


def _said(entry: Entry | None) -> Hashable:
    return entry and (entry.moves, tuple((norm, _statuses(each)) for norm, each in entry.rules))


def _statuses(cells: Sequence[tuple[Assignment, Heard]]) -> Hashable:
    return tuple((cell, heard.status) for cell, heard in cells)


def _turning(prepared: Prepared, axis: Axis) -> _Halved:
    """The rules that read what varies: those that turn at most once, and those of which nobody knows."""
    field = ("fact", axis.key)
    once: list[str] = []
    unsure: list[str] = []
    memory = prepared.plan.bench.court.memory
    if axis.kind != "facts" or memory is None or prepared.plan.refused:
        return _Halved(0, because=("the day of an act",) if axis.kind == "date" else ("the whole log",))
    kind = prepared.acts[axis.of].kind
    for key, slot in memory.slots.items():
        assert isinstance(key, tuple)
        own = field in slot.own
        later = any(kind in kinds and field in fields for kinds, _, fields, _ in slot.queries)
        rule = key[1]
        name = type(rule).__name__ if not isinstance(rule, str) else "the choice of a step"
        if later or (own and isinstance(rule, str) and rule == kind):
            unsure.append(name)
        elif own and not isinstance(rule, str):
            (once if turns_once(rule, axis.key) else unsure).append(name)
    return _Halved(0, tuple(dict.fromkeys(once)), tuple(dict.fromkeys(unsure)))


def turns_once(rule: Rule, number: str) -> bool:
    """Whether what a rule says changes at most once as a number of the act grows; it must say so itself."""
    if isinstance(rule, Construed):
        return all(turns_once(each, number) for _, each in rule.rules)
    if isinstance(rule, UnlessListed):
        return number != rule.fact and turns_once(rule.rule, number)
    claims = getattr(rule, "turns_once", None)
    return claims is not None and bool(claims(number))


def _map(act: str, across: Axis, down: Axis | None, cells: tuple[tuple[Answer, ...], ...]) -> Map:
    names = down.texts if down else ("",)
    rows: list[Rows] = []
    for name, line in zip(names, cells, strict=True):
        bands = tuple(_bands(across.texts, line))
        if rows and rows[-1].bands == bands:
            rows[-1] = Rows(rows[-1].first, name, bands)
        else:
            rows.append(Rows(name, name, bands))
    return Map(act, across, down, cells, tuple(rows))


def _bands(texts: Sequence[str], answers: Sequence[Answer]) -> Iterator[Band]:
    start = 0
    for spot in range(1, len(answers) + 1):
        if spot == len(answers) or answers[spot] != answers[start]:
            yield Band(texts[start], texts[spot - 1], answers[start])
            start = spot
