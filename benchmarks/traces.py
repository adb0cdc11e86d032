"""The traces of the benchmarks: 10,000 logs of 2023, each with one change; a third of them broken."""

import random
from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve, frozen

from procedure.moments import Moment
from procedure.record import Act
from procedure.sweep.bench import Unplanned
from procedure.sweep.judged import Judged
from procedure.sweep.plan import Plan

LONG = "kz/2023-snap-election"


@frozen
class Trace:
    """A changed log: all its acts, and what differs from the log on file."""

    acts: tuple[Act, ...]
    changed: dict[str, Act | None]


def traces(plan: Plan, number: int, seed: int = 1) -> Iterator[Trace]:
    """So many changed logs that the plan follows, of which every third breaks a norm that the log on file keeps."""
    draw = random.Random(seed)
    heard = [act for act in plan.acts if plan.scenario.country.knowing(act.kind)]
    made = 0
    while made < number:
        broken = made % 3 == 0
        for _ in range(60):
            changed = _broken(draw, heard) if broken else _harmless(draw, heard)
            try:
                judged = plan.change(changed)
            except Unplanned:
                continue
            if _worse(plan, judged) is broken:
                break
        acts = tuple(each for act in plan.acts if (each := changed.get(act.id, act)) is not None)
        yield Trace(acts, changed)
        made += 1


def _worse(plan: Plan, judged: Judged) -> bool:
    base = plan.base.told
    return any(
        told is None or len(told.broken) > len(old.broken) or told.outcome is not old.outcome
        for told, old in zip(judged.told, base, strict=True)
        if told is not old and old is not None
    )


def _broken(draw: random.Random, heard: list[Act]) -> dict[str, Act | None]:
    """Dropped, early or late, by somebody else, or with too few votes."""
    act = draw.choice(heard)
    how = draw.randrange(4)
    if how == 0:
        return {act.id: None}
    if how == 1:
        return {act.id: _off(act, draw.choice((-30, -10, 10, 30)))}
    numbers = [name for name, value in act.facts.items() if type(value) is int]
    if how == 2 and numbers:
        return {act.id: evolve(act, facts={**act.facts, draw.choice(numbers): draw.randrange(10)})}
    return {act.id: evolve(act, by="A stranger")}


def _harmless(draw: random.Random, heard: list[Act]) -> dict[str, Act | None]:
    """A number one off, a day off, or another word on what was done."""
    act = draw.choice(heard)
    numbers = [name for name, value in act.facts.items() if type(value) is int]
    how = draw.randrange(3)
    if how == 0 and numbers:
        name = draw.choice(numbers)
        value = act.facts[name]
        assert isinstance(value, int)
        return {act.id: evolve(act, facts={**act.facts, name: value + draw.choice((-1, 1)) if value else 1})}
    if how == 1:
        return {act.id: _off(act, draw.choice((-1, 1)))}
    return {act.id: evolve(act, note=f"note {draw.randrange(1000)}")}


def _off(act: Act, days: int) -> Act:
    when, off = act.when, timedelta(days=days)
    return evolve(act, when=Moment(when.earliest + off, when.latest + off, when.zone))
