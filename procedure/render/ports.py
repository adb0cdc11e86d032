"""Where lines leave and reach a box, and how wide it is with the labels that stand out from it."""

from collections.abc import Sequence

from attrs import field, frozen

from procedure.render.nets import Link, Size

STUB = 17
"""From a line to the edge of its slot: half a number's circle, and some air."""
MOST = 640
"""Labels that would need more room than this side by side are numbers only."""


@frozen
class Port:
    """Where a line leaves a box, counted from the middle, and whether its label has words."""

    offset: int
    words: bool = True


@frozen
class Stand:
    """A box with its ports: its width, how far all of it reaches from the middle, where lines back reach it."""

    width: int
    left: int
    right: int
    into: int = 0
    outs: dict[int, Port] = field(factory=dict)


def stand(
    size: Size, links: Sequence[Link], down: Sequence[int], up: Sequence[int], *, entered: bool, returned: bool
) -> Stand:
    """A box with the links (by index, from left to right) that leave it below and above, and the ends that reach it."""
    outs, right = _below(links, down)
    first = outs[down[0]].offset if down else 0
    into = first - 2 * STUB + 4 if down else 0
    above, left = _above(links, up, -2 * STUB + 4 if entered else 0)
    outs |= above
    ports = [each.offset for each in outs.values()] + ([into] if returned else [])
    wide = max([size.width, *(2 * (abs(offset) + STUB) for offset in ports)])
    half = wide // 2
    return Stand(wide, max(half + size.gutter, left), max(half, right), into, outs)


def _below(links: Sequence[Link], down: Sequence[int]) -> tuple[dict[int, Port], int]:
    """Ports side by side, their words on the right; and how far the last label reaches."""
    words = sum(2 * STUB + links[link].words for link in down) <= MOST
    wide = [2 * STUB + (links[link].words if words else 0) for link in down]
    first = -sum(wide[:-1]) // 2
    outs = {link: Port(first + sum(wide[:place]), words) for place, link in enumerate(down)}
    return outs, first + sum(wide) - STUB


def _above(links: Sequence[Link], up: Sequence[int], first: int) -> tuple[dict[int, Port], int]:
    """Ports from the middle to the left, their words on the left; and how far the last label reaches."""
    words = sum(2 * STUB + links[link].words for link in up) <= MOST
    outs, at = {}, first
    for link in reversed(up):
        outs[link] = Port(at, words)
        at -= 2 * STUB + (links[link].words if words else 0)
    return outs, -at - STUB
