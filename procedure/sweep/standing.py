"""How things stood before an act in one world of a variant, and its trial there, as a replay would hold it."""

from collections.abc import Mapping, Sequence
from typing import cast

from procedure.machine import Procedure
from procedure.recall import Past
from procedure.record import Act
from procedure.sweep.bench import Bench, Change, Stand, moved
from procedure.sweep.line import Line
from procedure.sweep.view import View
from procedure.worlds import CaseKey, Trial, World

LAST = float("inf")


def view_before(line: Line, change: Change, spot: float) -> View:
    """The record before a position, in a view of its own."""
    view = View(line, line.view.fixed_of)
    view.change, view.spot = change, spot
    return view


def spot_of(line: Line, change: Change, index: int) -> float:
    """The position of an act."""
    return change.spots[index] if index in change.spots else line.spots[index]


def stand_before(line: Line, change: Change, key: CaseKey, procedure: Procedure, spot: float) -> Stand:
    """Where a case stands before a position, and since when it has been open."""
    loose = {*change.acts, *change.spots}
    track = line.tracks.get(key)
    known = [each for each in zip(track.spots, track.acts, strict=True) if each[1] not in loose] if track else []
    for index in loose:
        act = act_at(line, change, index)
        if act is not None and any(mine == key for _, mine in line.bench.keys(act)):
            known.append((spot_of(line, change, index), index))
    stand: Stand = (procedure.initial, None, False)
    for place, index in sorted(known):
        act = act_at(line, change, index)
        entry = change.over[index] if index in change.over else line.entries[index]
        if place < spot and entry is not None and act is not None:
            stand = moved(entry, procedure, stand, act)
    return stand


def act_at(line: Line, change: Change, index: int) -> Act | None:
    """An act of a variant by its place in the log; None where it is taken away."""
    return change.acts[index] if index in change.acts else line.acts[index]


def stands_before(line: Line, change: Change, act: Act, spot: float) -> list[Stand]:
    """Where the cases stand that know an act."""
    return [stand_before(line, change, key, procedure, spot) for procedure, key in line.bench.keys(act)]


def trial_at(bench: Bench, view: View, fixed: Mapping[str, str], act: Act, stands: Sequence[Stand]) -> Trial:
    """The trial of an act where its cases stand so and the record is as a view has it; from memory where it can be."""
    held = [(key, state, day) for (_, key), (state, day, _) in zip(bench.keys(act), stands, strict=True)]
    states = {key: state for key, state, _ in held}
    opened = {key: day for key, _, day in held if day is not None}
    trial, _ = bench.court.hear(World(dict(fixed), (), states, cast(Past, view), opened=opened), act)
    return trial


def trial_of(line: Line, change: Change, index: int, act: Act) -> Trial:
    """The trial of an act of a variant."""
    spot = spot_of(line, change, index)
    stands = stands_before(line, change, act, spot)
    return trial_at(line.bench, view_before(line, change, spot), line.fixed, act, stands)
