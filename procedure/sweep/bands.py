"""The map of a sweep: bands of equal answers along one axis, and a grid of them over two; its edges, found exactly.

Where every rule that reads what varies turns at most once, and says so itself, equal ends of a stretch settle all
between them, and the edges are found by halving. Everywhere else every variant is judged.
"""

from collections.abc import Callable, Hashable, Sequence
from math import prod

from attrs import define, frozen

from procedure.machine import Rule
from procedure.outcomes import Assignment
from procedure.rules.facts import Construed, UnlessListed
from procedure.sweep.axes import Axis
from procedure.sweep.bench import Entry
from procedure.sweep.judged import Judged
from procedure.sweep.maps import Map, map_of
from procedure.sweep.variants import Answer, Prepared, Sweep
from procedure.verdict import Heard, Report

DAY, LOG, STEP = "the day of an act", "the whole log", "the choice of a step"
"""What may turn more than once, beside the rules of which nobody has said that they do not."""


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
    same: int = 0
    """Acts that nobody asked about by name and whose answer is the same in every variant: no map tells of them."""


class TooMuchWork(Exception):
    """A map takes more work than was allowed."""


@define
class _Work:
    """Work done, in acts judged anew; TooMuchWork where it passes what is allowed."""

    allowed: int | None
    done: int = 0

    def add(self, more: int) -> None:
        self.done += more
        if self.allowed is not None and self.done > self.allowed:
            raise TooMuchWork


VARIANT, WHOLE = 20, 30
"""What one more variant costs, and what an act of a log that is replayed as a whole costs, in acts judged anew."""


def mapped(sweep: Sweep, work: int | None = None) -> Found:
    """The maps of a sweep of one axis or two, one for each act that is asked about.

    TooMuchWork where it takes more work than is allowed, in acts judged anew; the count is the same on every machine.
    """
    axes = sweep.grid.axes
    across = axes[-1]
    down = axes[0] if len(axes) > 1 else None
    spent = _Work(work)
    spent.add(prod(len(axis.values) for axis in axes if axis.outer) * WHOLE * len(sweep.scenario.acts))
    count = 0
    once: dict[str, None] = {}
    because: dict[str, None] = {}
    lines: list[tuple[tuple[Answer, ...], ...]] = []
    for first in range(len(down.values) if down else 1):
        lead = (first,) if down else ()
        halved, judged = _line(sweep, across, lead, spent)
        once |= dict.fromkeys(halved.once)
        because |= dict.fromkeys(halved.because)
        lines.append(judged)
        count += halved.judged
    maps = tuple(
        map_of(sweep.scenario, act, across, down, tuple(tuple(each[spot] for each in line) for line in lines))
        for spot, act in enumerate(sweep.ask)
    )
    every = all(axis.outer for axis in axes) and len(sweep.ask) == len(sweep.scenario.acts)
    shown = tuple(each for each in maps if not each.flat) if every else maps
    return Found(shown, sweep.grid.size, count, tuple(once), tuple(because), len(maps) - len(shown))


@frozen
class _Halved:
    judged: int
    once: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


def _line(
    sweep: Sweep, across: Axis, lead: tuple[int, ...], spent: _Work
) -> tuple[_Halved, tuple[tuple[Answer, ...], ...]]:
    """The answers along the last axis, for one value of the first."""
    size = len(across.values)
    told: dict[int, tuple[Answer, ...]] = {}
    signs: dict[int, Hashable] = {}

    def judge(digit: int) -> None:
        prepared = sweep.prepared((*lead, digit))
        judged = prepared.judge((*lead, digit))
        spent.add(VARIANT + _heard(judged, len(sweep.scenario.acts)))
        answer = prepared.told(judged)
        told[digit] = tuple(answer(act) for act in sweep.ask)
        signs[digit] = _sign(judged) if isinstance(judged, Judged) else ("replayed", digit)

    judge(0)
    judge(size - 1)
    turning = _turning(sweep.prepared((*lead, 0)), across) if across.rising else None
    if turning is not None and not turning.because:
        _halve(0, size - 1, judge, signs)
        again = _turning(sweep.prepared((*lead, 0)), across)  # what a rule reads is learned by hearing it
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


def _heard(judged: Judged | Report, acts: int) -> int:
    """How many acts were judged anew."""
    if not isinstance(judged, Judged):
        return WHOLE * acts
    return sum(entry is not None for change in judged.changes for entry in change.over.values())


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
        return _Halved(0, because=(DAY,) if axis.kind == "date" else (LOG,))
    kind = prepared.acts[axis.of].kind
    for key, slot in memory.slots.items():
        assert isinstance(key, tuple)
        own = field in slot.own
        later = any(kind in kinds and field in fields for kinds, _, fields, _ in slot.queries)
        rule = key[1]
        name = type(rule).__name__ if not isinstance(rule, str) else STEP
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
