"""The marks of a picture as SVG: words, frames, numbers in circles, lines with heads."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TypeAlias

INK, SOFT, PAPER, NUMBER = "#000000", "#333333", "#ffffff", "#f0e442"
DISC = 10
Point: TypeAlias = tuple[int, int]


def text(x: int, y: int, words: str, size: int, *, bold: bool = False, anchor: str = "start", fill: str = INK) -> str:
    """A line of words."""
    weight = ' font-weight="600"' if bold else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}"{weight}{place}>{escape(words)}</text>'


def block(x: int, middle: int, lines: Sequence[str], size: int, anchor: str = "start") -> Iterator[str]:
    """Lines of words about a height."""
    top = middle + 4 - 15 * (len(lines) - 1) // 2
    for index, words in enumerate(lines):
        yield text(x, top + 15 * index, words, size, anchor=anchor)


def frame(x: int, y: int, width: int, height: int, radius: int, fill: str, stroke: str, thick: float) -> str:
    """A box with round corners."""
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="{thick}"/>'
    )


def disc(x: int, y: int, number: int, title: str, taken: bool = False, radius: int = DISC) -> str:
    """A number in a circle, with the act that it stands for as a title."""
    size = 11 if number < 100 else 9
    return (
        f'<g><title>{escape(title)}</title><circle cx="{x}" cy="{y}" r="{radius}" fill="{NUMBER}" stroke="{INK}" '
        f'stroke-width="{3 if taken else 1.2}"/>{text(x, y + 4, str(number), size, bold=True, anchor="middle")}</g>'
    )


def line(points: Sequence[Point], colour: str, thick: int, radius: int = 8) -> Iterator[str]:
    """A line with round corners, and its head."""
    x, y = points[-1]
    end = _toward(points[-1], points[-2], 8)
    far = _toward(points[-1], points[-2], 10)
    head = f"M{x} {y}L{far[0] - 5} {far[1]}h10z" if far[0] == x else f"M{x} {y}L{far[0]} {far[1] - 5}v10z"
    path = [f"M{points[0][0]} {points[0][1]}"]
    whole = [*points[:-1], end]
    for before, here, after in zip(whole, whole[1:], whole[2:], strict=False):
        bend = min(radius, _length(before, here) // 2, _length(here, after) // 2)
        (ax, ay), (bx, by) = _toward(here, before, bend), _toward(here, after, bend)
        path.append(f"L{ax} {ay}Q{here[0]} {here[1]} {bx} {by}")
    path.append(f"L{end[0]} {end[1]}")
    yield f'<path d="{"".join(path)}" fill="none" stroke="{colour}" stroke-width="{thick}"/>'
    yield f'<path d="{head}" fill="{colour}" stroke="{colour}" stroke-width="{max(1, thick - 1)}"/>'


def _length(one: Point, other: Point) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(here: Point, there: Point, far: int) -> Point:
    x, y = there[0] - here[0], there[1] - here[1]
    return here[0] + far * ((x > 0) - (x < 0)), here[1] + far * ((y > 0) - (y < 0))
