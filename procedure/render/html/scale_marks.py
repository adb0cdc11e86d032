"""Words along a scale that do not run into each other: on as few levels as they need, at most three."""

from collections.abc import Sequence

from attrs import frozen

from procedure.render.labels import width

LEVELS, GAP = 3, 8


@frozen
class Tick:
    """A mark on a scale: its place, its words with their left edge, and on which level they stand."""

    x: float
    words: str
    left: float
    level: int


def ticks(wanted: Sequence[tuple[float, str]], first: float, last: float, size: float = 12) -> list[Tick]:
    """The marks that find room, the earlier of those wanted first; their words stay between two edges."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LEVELS)]
    found: list[Tick] = []
    for x, words in wanted:
        long = width(words, size)
        left = min(max(x - long / 2, first), last - long)
        for level, others in enumerate(taken):
            free = all(left + long + GAP <= start or left >= end + GAP for start, end in others)
            above = any(start - 2 <= x <= end + 2 for words_ in taken[:level] for start, end in words_)
            below = any(left - 2 <= each.x <= left + long + 2 for each in found if each.level > level)
            if free and not above and not below:
                others.append((left, left + long))
                found.append(Tick(x, words, left, level))
                break
    return found
