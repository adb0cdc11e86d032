"""Two pictures of a result: bars with the threshold, and the house as a half circle of seats."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import cos, pi, sin

from procedure.render.html.count import Count, Line, Seated
from procedure.render.html.markup import Html, el, figure
from procedure.render.html.matter import Matter
from procedure.render.labels import letter, width

WIDE, NAMES, ROW, BAR = 760, 190, 34, 18
VALUES = 165
ROOM = WIDE - NAMES - VALUES
TINTS = 8
"""How many tints and patterns there are; further parties begin anew, and their letters tell them apart."""


def bars(matter: Matter, count: Count) -> Html:
    """The votes of each list as bars, with a line where the threshold lies."""
    lines = sorted(count.lines, key=lambda line: -line.votes)
    most = max([line.votes for line in lines] + [int(count.needed), 1])
    top, high = 40, 40 + ROW * len(lines) + 6
    title = matter.tell("bars.title")
    told = "; ".join(f"{_name(matter, line.party)} {_value(matter, line, count)}" for line in lines)
    rows = [(line, top + ROW * spot) for spot, line in enumerate(lines)]
    parts = [each for line, y in rows for each in _bar(line, most, y)]
    if count.needed:
        x = NAMES + ROOM * float(count.needed / most)
        needed = matter.tell("bars.threshold", share=count.share, needed=-int(-count.needed // 1))
        parts.append(el("path", d=f"M{figure(x)} 24V{high - 4}", class_="limit"))
        parts.append(el("text", needed, x=figure(x), y=16, class_="small", text_anchor="start"))
    for line, y in rows:
        beside = NAMES + _long(line, most) + 8
        parts.append(el("text", fit(_name(matter, line.party), NAMES - 14), x=NAMES - 8, y=y + 14, text_anchor="end"))
        parts.append(el("text", _value(matter, line, count), x=figure(beside), y=y + 14, class_="small"))
    return el(
        "svg",
        el("title", title, id="bars-title"),
        el("desc", told, id="bars-desc"),
        _hatch(),
        *parts,
        **_svg("bars", WIDE, high),
    )


def _svg(name: str, wide: int, high: int) -> dict[str, str | int]:
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "role": "img",
        "aria_labelledby": f"{name}-title {name}-desc",
        "viewBox": f"0 0 {wide} {high}",
        "width": wide,
        "height": high,
        "class_": f"chart {name}",
    }


def _hatch() -> Html:
    stripes = el("path", d="M0 6L6 0M-1 1L1 -1M5 7L7 5", class_="stripe")
    return el("defs", el("pattern", stripes, id="hatch", width=6, height=6, patternUnits="userSpaceOnUse"))


def _bar(line: Line, most: int, y: int) -> Iterator[Html]:
    """The bar of a list, hatched where it does not reach the threshold."""
    shape: dict[str, str | int] = {"x": NAMES, "y": y, "width": figure(_long(line, most)), "height": BAR}
    yield el("rect", **shape, class_="bar short" if line.passes is False else "bar")
    if line.passes is False:
        yield el("rect", **shape, fill="url(#hatch)")


def _long(line: Line, most: int) -> float:
    return max(1.0, ROOM * line.votes / most)


def fit(text: str, room: float, size: float = 14) -> str:
    """A text cut to a width, with an ellipsis where it is cut."""
    if width(text, size) <= room:
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if width(f"{text[:middle]}…", size) <= room:
            least = middle
        else:
            most = middle - 1
    return f"{text[:least].rstrip()}…"


def _name(matter: Matter, party: str) -> str:
    return matter.speak.actor(party)


def _value(matter: Matter, line: Line, count: Count) -> str:
    votes = matter.speak.number(line.votes)
    if not count.whole:
        return votes
    return matter.tell("bars.value", votes=line.votes, percent=percent(line.votes, count.whole))


def percent(part: int, whole: int) -> str:
    """A share in per cent with two places, rounded half up."""
    scaled = (Fraction(part * 10000, whole) + Fraction(1, 2)) // 1
    return f"{scaled // 100}.{scaled % 100:02}"


# the house

OUTER, INNER = 330, 130


def hemicycle(matter: Matter, seated: Seated) -> Html:
    """The house as a half circle: a letter and a tint for each party, hollow seats where the log tells nothing."""
    spots, radius = places(seated.size)
    owners = [index for index, (_, number) in enumerate(seated.parties) for _ in range(number)]
    wide, high = 2 * (OUTER + 24), OUTER + 40
    told = "; ".join(f"{_name(matter, party)} {number}" for party, number in seated.parties)
    placed = [(wide / 2 + x, high - 20 - y) for x, y in spots]
    groups: dict[int | None, list[tuple[float, float]]] = {}
    for spot, place in enumerate(placed):
        groups.setdefault(owners[spot] if spot < len(owners) else None, []).append(place)
    seats = [_seats(owner, mine, radius) for owner, mine in groups.items()]
    total = el("text", seated.size, x=wide // 2, y=high - 32, class_="total")
    return el(
        "svg",
        el("title", matter.tell("house.title", seats=seated.size), id="house-title"),
        el("desc", told, id="house-desc"),
        *seats,
        total,
        **_svg("house", wide, high),
    )


def _seats(owner: int | None, placed: Sequence[tuple[float, float]], radius: float) -> Html:
    """The seats of a party, each with its letter; hollow ones without an owner."""
    circles = [el("circle", cx=figure(x), cy=figure(y), r=figure(radius)) for x, y in placed]
    if owner is None:
        return el("g", *circles, class_="seat none")
    letters = [
        el("text", letter(owner), x=figure(x), y=figure(y + radius * 0.38)) for x, y in placed if len(letter(owner)) > 1
    ] or [
        el(
            "text",
            letter(owner) * len(placed),
            x=" ".join(figure(x) for x, _ in placed),
            y=" ".join(figure(y + radius * 0.38) for _, y in placed),
        )
    ]
    size, tint = figure(radius * 1.05), f"seat p{owner % TINTS}"
    return el("g", *circles, *letters, class_=tint, font_size=size, text_anchor="middle")


def places(seats: int) -> tuple[list[tuple[float, float]], float]:
    """Where the seats stand, from left to right, and how large each is; rows as long as their radius asks."""
    rows = max(1, min(12, round((seats / 5) ** 0.55)))
    radii = [OUTER - 20] if rows == 1 else [INNER + (OUTER - 20 - INNER) * row / (rows - 1) for row in range(rows)]
    shared = shares(seats, radii)
    found = [
        (radius, pi - pi * spot / (number - 1) if number > 1 else pi / 2)
        for radius, number in zip(radii, shared, strict=True)
        for spot in range(number)
    ]
    found.sort(key=lambda seat: (-seat[1], seat[0]))
    gaps = [pi * radius / max(1, number - 1) for radius, number in zip(radii, shared, strict=True)]
    step = (radii[-1] - radii[0]) / (rows - 1) if rows > 1 else 60
    return [(radius * cos(angle), radius * sin(angle)) for radius, angle in found], min(*gaps, step, 40) * 0.43


def shares(seats: int, radii: Sequence[float]) -> list[int]:
    """The seats of each row, in proportion to its radius."""
    total, given, found = sum(radii), 0, list[int]()
    run = 0.0
    for radius in radii:
        run += radius
        found.append(round(seats * run / total) - given)
        given += found[-1]
    return found
