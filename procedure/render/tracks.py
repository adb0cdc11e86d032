"""Which line runs above which between two layers, so that few cross and none lie on another."""

from collections.abc import Sequence
from itertools import combinations

from attrs import frozen

NEAR = 7
"""Uprights that are nearer than this look like one."""


@frozen
class Bus:
    """Lines that share a track between two layers: where they come from above and where they go on below."""

    uppers: tuple[int, ...]
    lowers: tuple[int, ...]

    @property
    def left(self) -> int:
        return min((*self.uppers, *self.lowers))

    @property
    def right(self) -> int:
        return max((*self.uppers, *self.lowers))

    @property
    def straight(self) -> bool:
        return self.left == self.right


def tracks(buses: Sequence[Bus]) -> list[int]:
    """The track of each bus, 0 the highest; a straight one needs none and has 0."""
    bent = [index for index, bus in enumerate(buses) if not bus.straight]
    order = _settled(bent, buses)
    track = [0] * len(buses)
    for place, index in enumerate(order):
        over = (track[each] + 1 for each in order[:place] if _meet(buses[each], buses[index]))
        track[index] = max(over, default=0)
    return track


def _meet(one: Bus, other: Bus) -> bool:
    return one.left <= other.right + NEAR and other.left <= one.right + NEAR


def _settled(order: list[int], buses: Sequence[Bus]) -> list[int]:
    """The order from above with the least cost that swaps and moves find."""
    best, cost = order, _cost(order, buses)
    better = True
    while better:
        better = False
        for i, j in combinations(range(len(best)), 2):
            swapped = [*best]
            swapped[i], swapped[j] = swapped[j], swapped[i]
            for trial in (swapped, [*best[:i], *best[i + 1 : j + 1], best[i], *best[j + 1 :]]):
                found = _cost(trial, buses)
                if found < cost:
                    best, cost, better = trial, found, True
    return best


def _cost(order: Sequence[int], buses: Sequence[Bus]) -> int:
    return sum(_clash(buses[upper], buses[lower]) for upper, lower in combinations(order, 2))


def _clash(upper: Bus, lower: Bus) -> int:
    """Crossings when one bus runs above the other, and a high price for uprights that would lie on one another."""
    crossings = sum(upper.left < x < upper.right for x in lower.uppers)
    crossings += sum(lower.left < x < lower.right for x in upper.lowers)
    overlaps = sum(abs(x - y) < NEAR for x in upper.lowers for y in lower.uppers)
    return crossings + 1000 * overlaps
