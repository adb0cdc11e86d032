"""The log offered act by act to every machine that knows it, in every world that the claims leave possible.

Machines follow what was done; verdicts say what the law makes of it. A choice that alters the way forks the replay.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product
from math import prod
from typing import TypeVar

from attrs import evolve

from procedure.court import Court
from procedure.errors import TooManyForks
from procedure.hearing import AxisNeeded, Docket
from procedure.jurisdiction import Jurisdiction
from procedure.outcomes import Status
from procedure.recall import Memory, concerned
from procedure.record import Act
from procedure.worlds import World, fixed_in, joined

MOST_FORKS = 64


def run(country: Jurisdiction, docket: Docket, acts: Sequence[Act], memory: Memory | None = None) -> list[World]:
    """Every world of a log, each replayed to its end; with a memory, nothing is heard twice that reads the same.

    The orders of a log are one world until they part. As long as there is one world only, nothing is put into the
    memory: nobody would hear it again.
    """
    court = Court(country, docket, memory if memory and memory.asked else None, concerned(acts))
    ways = list(orders(acts))
    waiting = [(World(_agreed(ways), ways[0].sequence), ways)]
    done: list[World] = []
    while waiting:
        if sum(len(ways) for _, ways in waiting) + len(done) > MOST_FORKS:
            open = [world for each, ways in waiting for world in (each, *ways)]
            raise _too_many({axis for world in (*open, *done) for axis in world.fixed})
        if memory is not None and court.alike is None and len(waiting) + len(done) > 1:
            court.share(memory)
        world, ways = waiting.pop()
        end = _parting(ways)
        forked = _advance(court, world, end)
        if forked:
            waiting += [(fork, ways) for fork in forked]
        elif end < len(world.sequence):
            waiting += _parted(world, ways)
        else:
            done.append(world)
    return sorted(done, key=lambda world: sorted(world.fixed.items()))


def _agreed(ways: Sequence[World]) -> dict[str, str]:
    """The answers that several orders of the acts have in common."""
    return {axis: name for axis, name in ways[0].fixed.items() if all(way.fixed[axis] == name for way in ways)}


def _parting(ways: Sequence[World]) -> int:
    """The place of the first act in which several orders differ, or about which their answers do."""
    first, agreed = ways[0], _agreed(ways)
    if len(agreed) == len(first.fixed):
        return len(first.sequence)
    return next(
        place
        for place, act in enumerate(first.sequence)
        if any(way.sequence[place] is not act for way in ways)
        or any(axis.name in first.fixed and axis.name not in agreed for axis in act.claims)
    )


def _parted(world: World, ways: Sequence[World]) -> Iterator[tuple[World, list[World]]]:
    """A world for each way in which its orders go on where they part, and the orders that go this way."""
    place = len(world.trials)
    groups: dict[tuple[str | None, ...], list[World]] = {}
    for way in ways:
        act = way.sequence[place]
        groups.setdefault((act.id, *[way.fixed.get(axis.name) for axis in act.claims]), []).append(way)
    for some in groups.values():
        fork = world.fork(_agreed(some))
        fork.sequence = some[0].sequence
        yield fork, some


def _too_many(axes: Collection[str]) -> TooManyForks:
    return TooManyForks(
        f"more than {MOST_FORKS} ways to read the log; these claims and readings alter it: {'; '.join(sorted(axes))}"
    )


def orders(acts: Sequence[Act]) -> Iterator[World]:
    """A world for each order of the acts that the claims leave possible."""
    axes = [axis for act in acts for axis in act.claims if "when" in axis.keys]
    plain = _sequence(acts, {})
    matter = [
        axis
        for axis in axes
        if any(_sequence(acts, {axis.name: claim.name}) != plain for claim in axis.claims) or axis.about_order
    ]
    if prod(len(axis.claims) for axis in matter) > MOST_FORKS:
        raise _too_many({axis.name for axis in matter})
    for names in product(*([claim.name for claim in axis.claims] for axis in matter)):
        fixed = {axis.name: name for axis, name in zip(matter, names, strict=True)}
        yield World(fixed, _sequence(acts, fixed))


def _sequence(acts: Sequence[Act], fixed: Mapping[str, str]) -> tuple[Act, ...]:
    """The acts in the order of the file, save where a chosen claim, or certain times, say otherwise."""
    return tuple(acts[spot] for spot in placing(*spans(acts, fixed)))


Instant = TypeVar("Instant", datetime, int)
Spans = list[tuple[datetime, datetime]]
Moved = list[tuple[int, str, int | None]]


def spans(acts: Sequence[Act], fixed: Mapping[str, str]) -> tuple[Spans, Moved]:
    """When each act may have been done, and which acts a claim puts before or after another, under chosen claims."""
    when: Spans = []
    moved: Moved = []
    places: dict[str, int] = {}
    for spot, act in enumerate(acts):
        axis = act.axis_about("when") if act.claims else None
        claim = axis.claim(fixed[axis.name]) if axis and axis.name in fixed else None
        moment = (claim.when if claim else None) or act.when
        when.append((moment.earliest, moment.latest))
        if claim and claim.order:
            places = places or {each.id: index for index, each in enumerate(acts)}
            moved.append((spot, claim.order[0], places.get(claim.order[1])))
    return when, moved


def placing(when: Sequence[tuple[Instant, Instant]], moved: Moved, leaders: set[int] | None = None) -> list[int]:
    """The order of acts: as they stand, save where one was certainly done before another, or a claim moves it.

    `leaders` takes the acts without which some other act would stand elsewhere.
    """
    apart = {spot for spot, *_ in moved}
    placed: list[int] = []
    latest_start: list[Instant] = []  # of an act placed so far and all before it
    newest: tuple[Instant, int] | None = None
    for act, (earliest, latest) in enumerate(when):
        if act in apart:
            continue
        if newest is None or latest >= newest[0]:
            if newest is None or earliest > newest[0]:
                newest = earliest, act
            placed.append(act)
            latest_start.append(newest[0])
            continue
        spot = bisect_right(latest_start, latest)
        if leaders is not None:
            leaders |= {newest[1], placed[spot]}
        placed.insert(spot, act)
        latest_start.insert(spot, max(latest_start[spot - 1], earliest) if spot else earliest)
    other: int | None
    for act, way, other in moved:
        spot = placed.index(other) if other in placed else len(placed) - 1
        placed.insert(spot + (way == "after"), act)
        if leaders is not None:
            leaders |= {act, placed[-1], *(() if other is None else (other,))}
    return placed


def _advance(court: Court, world: World, end: int) -> list[World]:
    """Replay a world until this place, or until it forks; the forks, or nothing at that place."""
    annulled, lost = court.docket.annulled, court.docket.struck
    world.past.fix(world.fixed, court.about)
    for act in world.sequence[len(world.trials) : end]:
        try:
            trial, nexts = court.hear(world, act)
        except AxisNeeded as needed:
            return [world.fork({needed.axis: answer}) for answer in needed.answers]
        if act.id in annulled:
            trial = evolve(trial, cells=((fixed_in(world), Status.VOID),), moves=(), void=True)
        struck = act.id in lost
        trial = evolve(trial, moves=(), void=True) if struck else trial
        void = trial.voided
        if void and len(void) < len(trial.cells) and not struck:
            deciding = [
                each.cells for each in trial.testimonies if any(heard.status is Status.VOID for _, heard in each.cells)
            ]
            return [world.fork(dict(cell)) for cell, _ in joined(deciding)]
        world.trials[act.id] = trial
        if void or struck:
            world.void[act.id] = act
            continue
        if trial.placed:
            world.move(court.country, act, nexts)
        world.enter(act)
    return []
