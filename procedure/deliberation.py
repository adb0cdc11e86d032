"""A rule heard in every cell of the axes that it reads, and the effect that the norm gives to a breach."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve

from procedure.hearing import AxisNeeded, Docket, Hearing, NotKnown
from procedure.law import Norm, Version
from procedure.machine import Rule
from procedure.outcomes import Assignment, Status
from procedure.record import Act
from procedure.verdict import Heard, say
from procedure.watch import Watch

T = TypeVar("T")


def cells(
    ask: Callable[[Mapping[str, str]], tuple[T, set[str]]], fixed: Mapping[str, str]
) -> list[tuple[Assignment, T]]:
    """Every cell over the axes that are read while asking, found by asking again with one more answer at a time."""
    found: list[tuple[Assignment, T]] = []
    waiting: list[dict[str, str]] = [dict(fixed)]
    while waiting:
        chosen = waiting.pop()
        try:
            heard, read = ask(chosen)
        except AxisNeeded as needed:
            waiting += [{**chosen, needed.axis: answer} for answer in reversed(needed.answers)]
            continue
        found.append((tuple(sorted((axis, chosen[axis]) for axis in read)), heard))
    return found


def deliberate(
    docket: Docket,
    act: Act,
    earlier: Sequence[Act],
    fixed: Mapping[str, str],
    norm: Norm,
    rule: Rule,
    opened: date | None = None,
    version: Version | None = None,
    watch: Watch | None = None,
) -> list[tuple[Assignment, Heard]]:
    """What a rule under a norm says of an act, in a case opened on a day, in each cell of the axes that it reads.

    A caller that has the version of the act's day passes it, and a watch that notes what is read.
    """

    def hear(chosen: Mapping[str, str]) -> tuple[Heard, set[str]]:
        hearing = Hearing(docket, act, earlier, chosen, norm, opened=opened, watch=watch)
        hearing.version = version if version and version.running == "follow" else hearing.governing(norm)
        return weigh(hearing, rule), hearing.read

    return cells(hear, fixed)


def weigh(hearing: Hearing, rule: Rule) -> Heard:
    """What a rule says in one cell, with the effect that norm and standing of the accusation give to a breach."""
    try:
        heard: Heard = rule.hear(hearing)
        norm = hearing.norm
        assert norm is not None
        if heard.status is not Status.BROKEN:
            return heard
        if hearing.status() == "alleged":
            return evolve(heard, status=Status.UNKNOWN, shown=say("status.alleged", act=hearing.act.id))
        if norm.kind == "practice":
            return evolve(heard, status=Status.IRREGULAR)
        if hearing.word("breach", norm.breach) == "void":
            return evolve(heard, status=Status.VOID)
        return heard
    except NotKnown as unknown:
        return unknown.heard()
