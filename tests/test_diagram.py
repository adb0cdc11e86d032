"""Layout: nothing lies on anything else, lines have right angles and end at their boxes, the same goes to the same."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.render.diagram import Diagram, Rect, Route, layout
from procedure.render.layers import ranks, untangled
from procedure.render.nets import Link, Size
from procedure.render.strokes import DISC
from procedure.render.tracks import Bus, tracks


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[Size], list[Link]]:
    """Draw boxes of any size, and at most one line from any to any other."""
    count = draw(st.integers(1, 9))
    sizes = [
        Size(draw(st.integers(100, 300)), draw(st.integers(40, 140)), draw(st.sampled_from([0, 0, 120])))
        for _ in range(count)
    ]
    pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2 * count)) if pairs else []
    links = [Link(*pair, draw(st.integers(20, 150)), draw(st.sampled_from([22, 34, 60]))) for pair in sorted(chosen)]
    return sizes, links


def label(link: Link, route: Route) -> Rect:
    """The room that the numbers and words of a line take."""
    x, y = route.label
    words = DISC + 5 + link.words if route.words else DISC
    left, right = (words, DISC) if route.back else (DISC, words)
    return Rect(x - left, y, left + right, link.height)


def meet(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def pieces(route: Route) -> list[Rect]:
    """The straight pieces of a line, a little inside their ends."""
    found = []
    for (a, b), (c, d) in zip(route.points, route.points[1:], strict=False):
        assert (a == c) != (b == d), "a piece is upright or level"
        found.append(Rect(min(a, c), min(b, d), max(abs(a - c), 1), max(abs(b - d), 1)))
    return found


def inner(box: Rect) -> Rect:
    return Rect(box.x + 1, box.y + 1, box.width - 2, box.height - 2)


def assert_clear(placed: Diagram, sizes: list[Size], links: list[Link]) -> None:
    """Nothing lies on anything else, and all lies within the picture."""
    boxes = [
        Rect(box.x - size.gutter, box.y, box.width + size.gutter, box.height)
        for box, size in zip(placed.boxes, sizes, strict=True)
    ]
    labels = [label(link, route) for link, route in zip(links, placed.routes, strict=True)]
    for one, other in combinations([*boxes, *labels], 2):
        assert not meet(one, other)
    for index, route in enumerate(placed.routes):
        for piece in pieces(route):
            assert not any(meet(piece, inner(box)) for box in boxes)
            assert not any(meet(piece, other) for at, other in enumerate(labels) if at != index)
    for room in [*boxes, *labels, *(piece for route in placed.routes for piece in pieces(route))]:
        assert room.x >= 0 and room.y >= 0
        assert room.x + room.width <= placed.width and room.y + room.height <= placed.height


@given(pictures())
def test_nothing_lies_on_anything_else(picture: tuple[list[Size], list[Link]]) -> None:
    sizes, links = picture
    assert_clear(layout(sizes, links), sizes, links)


@given(pictures())
def test_lines_end_at_their_boxes(picture: tuple[list[Size], list[Link]]) -> None:
    placed = layout(*picture)
    for link, route in zip(picture[1], placed.routes, strict=True):
        source, target = placed.boxes[link.source], placed.boxes[link.target]
        (x, y), (end, bottom) = route.points[0], route.points[-1]
        assert source.x < x < source.x + source.width and target.x < end < target.x + target.width
        if route.back:
            assert y == source.y and bottom == target.y + target.height and bottom < y
        else:
            assert y == source.y + source.height and bottom == target.y and bottom > y


@given(pictures())
def test_the_same_boxes_and_lines_are_placed_alike(picture: tuple[list[Size], list[Link]]) -> None:
    assert layout(*picture) == layout(*picture)


@given(pictures())
def test_the_first_box_is_on_top(picture: tuple[list[Size], list[Link]]) -> None:
    first, *others = layout(*picture).boxes
    assert all(first.y + first.height < box.y for box in others)


@pytest.mark.parametrize(
    ("links", "layers"),
    [
        ([], [0, 1, 1, 1]),
        ([(0, 1), (1, 2), (2, 3)], [0, 1, 2, 3]),
        ([(0, 1), (0, 2), (1, 3), (2, 3)], [0, 1, 1, 2]),
        ([(0, 1), (1, 2), (2, 0), (0, 3)], [0, 1, 2, 1]),
        ([(0, 3), (3, 1), (1, 2)], [0, 2, 3, 1]),
        ([(0, 1), (1, 2), (0, 2), (2, 3), (3, 1)], [0, 1, 2, 3]),
    ],
)
def test_layers(links: list[tuple[int, int]], layers: list[int]) -> None:
    assert ranks(4, links) == layers


def test_a_chain_is_one_straight_line() -> None:
    placed = layout([Size(120 + 30 * index, 50) for index in range(6)], [Link(at, at + 1, 90) for at in range(5)])
    assert len({route.points[0][0] for route in placed.routes}) == 1
    assert all(len(route.points) == 2 for route in placed.routes)


def test_lines_to_one_box_join() -> None:
    placed = layout([Size(120, 50)] * 4, [Link(0, 1), Link(0, 2), Link(1, 3), Link(2, 3)])
    assert placed.routes[2].points[-2:] == placed.routes[3].points[-2:]


def test_a_long_line_back_passes_on_the_left() -> None:
    placed = layout([Size(120, 50)] * 4, [Link(0, 1), Link(1, 2), Link(2, 3), Link(3, 0)])
    back = placed.routes[3]
    assert back.back and min(x for x, _ in back.points) < min(box.x for box in placed.boxes)


def test_a_crowded_box_has_numbers_only() -> None:
    placed = layout([Size(120, 50)] * 8, [Link(0, at, 150) for at in range(1, 8)])
    assert not any(route.words for route in placed.routes)


def test_crossings_are_undone() -> None:
    assert untangled([["a", "b"], ["c", "d"]], [("a", "d"), ("b", "c")]) in (
        [["a", "b"], ["d", "c"]],
        [["b", "a"], ["c", "d"]],
    )


def test_tracks_keep_uprights_apart() -> None:
    """The first comes down where the second starts: it must run above it, or its end would lie on the other's start."""
    first, second = Bus((10,), (50,)), Bus((50,), (90,))
    over, under = tracks([first, second])
    assert over > under
    assert tracks([Bus((10,), (10,)), first]) == [0, 0]
