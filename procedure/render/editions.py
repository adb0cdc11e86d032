"""A procedure in the edition of some days: the steps that stood then, and the states that they reach."""

from collections.abc import Callable, Collection
from datetime import date
from enum import Enum
from typing import cast

from attrs import evolve

from procedure.hearing import Docket
from procedure.machine import Procedure, Step
from procedure.steps import standing_rows


def edition(procedure: Procedure, docket: Docket, days: Collection[date]) -> Procedure:
    """The procedure without steps that stood on none of these days, and without states that nothing then reaches."""
    standing = {row.index for day in days for row in standing_rows(docket, procedure.steps, day)}
    rows = [row for row in procedure.steps if row.index in standing]
    reached = {procedure.initial}
    while more := {row.target for row in rows if row.target and reached & set(row.sources)} - reached:
        reached |= more
    if len(rows) == len(procedure.steps) and len(reached) == len(procedure.states):
        return procedure
    return _cut(procedure, rows, reached)


def _cut(procedure: Procedure, rows: Collection[Step], reached: Collection[Enum]) -> Procedure:
    """The procedure with these steps between these states only."""
    build = cast(Callable[[str, list[tuple[str, str]]], type[Enum]], Enum)
    states = build(
        procedure.states.__name__,
        [(each.name, each.value) for each in procedure.states if each in reached],
    )
    return evolve(
        procedure,
        states=states,
        steps=tuple(each for row in rows if (each := _among(row, states)).sources),
        final=tuple(states[each.name] for each in procedure.final if each in reached),
    )


def around(procedure: Procedure, visited: Collection[str], few: int = 8) -> Procedure:
    """A large procedure with the states that were visited and those one step further; the rest is left out."""
    if len(procedure.states) <= few:
        return procedure
    here = {procedure.initial} | {each for each in procedure.states if each.name in visited}
    near = here | {row.target for row in procedure.steps if row.target and here & set(row.sources)}
    return _cut(procedure, [row for row in procedure.steps if here & set(row.sources)], near)


def _among(row: Step, states: type[Enum]) -> Step:
    """A step between the states that are left."""
    sources = tuple(states[each.name] for each in row.sources if each.name in states.__members__)
    return evolve(row, sources=sources, target=states[row.target.name] if row.target and sources else None)
