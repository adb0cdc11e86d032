"""Where the boxes and lines of a picture lie: layers from top to bottom, lanes beside them, right angles.

Lines to a deeper layer leave a box below and reach one from above; long ones pass between boxes or on the right. Lines
back leave above and reach a box from below; long ones pass on the left. Lines to one box join. Between two layers each
has a track of its own, and the label of a line stands where the line leaves its box, in a slot that no other enters.
"""

from collections.abc import Mapping, Sequence

from attrs import define, evolve, frozen

from procedure.render.columns import Cell, Pull, columns
from procedure.render.layers import ranks
from procedure.render.nets import Hop, Link, Net, Size, hops, nets, rows
from procedure.render.ports import Stand, stand
from procedure.render.tracks import NEAR, Bus, tracks

MARGIN, START, TRACK, AIR, HEAD, FAR = 24, 34, 14, 10, 18, 10**6
GAP, BESIDE, LANE = 36, 22, 18
"""Between two boxes, a box and a lane, two lanes."""


@frozen
class Rect:
    """A placed box."""

    x: int
    y: int
    width: int
    height: int


@frozen
class Route:
    """A placed line: its corners, the top of its label, whether it leads back, whether words fit beside it."""

    points: tuple[tuple[int, int], ...]
    label: tuple[int, int]
    back: bool
    words: bool


@frozen
class Diagram:
    """Everything placed."""

    width: int
    height: int
    boxes: tuple[Rect, ...]
    routes: tuple[Route, ...]


def layout(sizes: Sequence[Size], links: Sequence[Link]) -> Diagram:
    """Places the boxes, the first of them at the top, and at most one line from any box to any other."""
    layer = ranks(len(sizes), [(link.source, link.target) for link in links])
    found = nets(links, layer)
    pieces = list(hops(found, links, layer))
    order = rows(found, pieces, layer)
    stands = [_stand(box, size, links, found, pieces, order) for box, size in enumerate(sizes)]
    work = _Layout(sizes, links, layer, found, pieces, order, stands, {})
    work.settle()
    return work.routed()


def _stand(
    box: int, size: Size, links: Sequence[Link], found: Sequence[Net], pieces: Sequence[Hop], order: list[list[Cell]]
) -> Stand:
    """A box with its ports in the order of where their lines lead; long lanes back lie far on the left."""
    place = {cell: index for row in order for index, cell in enumerate(row)}
    leaving = [hop for hop in pieces if hop.link is not None and links[hop.link].source == box]
    sides: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
    for hop in leaving:
        assert hop.link is not None
        sides[hop.back].append((place.get(hop.there, hop.there[1]), hop.link))
    down, up = ([link for _, link in sorted(sides[back])] for back in (False, True))
    reached = {net.back for net in found if net.target == box}
    return stand(size, links, down, up, entered=box == 0 or False in reached, returned=True in reached)


@define
class _Layout:
    """The work in progress; `x` is the middle of every box and lane."""

    sizes: Sequence[Size]
    links: Sequence[Link]
    layer: Sequence[int]
    nets: Sequence[Net]
    hops: Sequence[Hop]
    rows: Sequence[Sequence[Cell]]
    stands: list[Stand]
    x: dict[Cell, int]

    def settle(self) -> None:
        """Finds the place of every box and lane."""
        pulls = [
            Pull(hop.upper, hop.lower, self._offset(hop, hop.upper), 0, _firmness(hop))
            for hop in self.hops
            if not hop.back
        ]
        self.x = columns(self.rows, self._apart, pulls)
        for index, net in enumerate(self.nets):
            if not net.back and net.passes:
                self._straighten(index, net)
        edge = [min(self.x[cell] - self._reach(cell)[0] for cell in row) for row in self.rows]
        for index, net in enumerate(self.nets):
            if net.back and net.passes:
                lane = min(edge[at] for at in net.passes) - LANE
                for at in net.passes:
                    self.x[at, ~index] = edge[at] = lane
        for hop in self.hops:
            bend = self._end(hop, hop.there) - self._end(hop, hop.here)
            if hop.link is not None and abs(bend) < NEAR:
                box = self.stands[hop.here[1]]
                port = evolve(box.outs[hop.link], offset=box.outs[hop.link].offset + bend)
                self.stands[hop.here[1]] = evolve(box, outs={**box.outs, hop.link: port})

    def _offset(self, hop: Hop, cell: Cell) -> int:
        """How far from the middle of a cell a piece of a net meets it."""
        if cell[1] < 0:
            return 0
        box = self.stands[cell[1]]
        if cell == hop.here and hop.link is not None:
            return box.outs[hop.link].offset
        return box.into if hop.back else 0

    def _end(self, hop: Hop, cell: Cell) -> int:
        return self.x[cell] + self._offset(hop, cell)

    def _reach(self, cell: Cell) -> tuple[int, int]:
        return (self.stands[cell[1]].left, self.stands[cell[1]].right) if cell[1] >= 0 else (0, 0)

    def _apart(self, one: Cell, other: Cell) -> int:
        gap = (GAP, BESIDE, LANE)[(one[1] < 0) + (other[1] < 0)]
        return self._reach(one)[1] + gap + self._reach(other)[0]

    def _straighten(self, index: int, net: Net) -> None:
        """Gives a net one lane through all layers that it passes, where its neighbours leave room."""
        least, most = [-FAR], [FAR]
        for at in net.passes:
            row, cell = self.rows[at], (at, ~index)
            place = row.index(cell)
            least += [self.x[each] + self._apart(each, cell) for each in row[:place][-1:]]
            most += [self.x[each] - self._apart(cell, each) for each in row[place + 1 :][:1]]
        wish = self.x[net.passes[-1], ~index]
        if max(least) <= min(most):
            for at in net.passes:
                self.x[at, ~index] = min(max(wish, *least), *most)

    def routed(self) -> Diagram:
        """Gives each net a track between layers, each layer its height, and each line its corners."""
        turns: dict[tuple[int, int], int] = {}
        spans: list[tuple[int, int]] = []
        y = MARGIN + START
        for at, row in enumerate(self.rows):
            top, y = y, y + max((self.sizes[item].height for _, item in row if item >= 0), default=0)
            spans.append((top, y))
            y += AIR + self._band(at, back=False) + AIR
            found = self._tracks(at)
            turns |= {(at, net): y + TRACK * track for net, track in found.items()}
            y += TRACK * max((track + 1 for track in found.values()), default=0) + self._band(at + 1, back=True) + HEAD
        ends = [(x - self._reach(cell)[0], x + self._reach(cell)[1]) for cell, x in self.x.items()]
        shift = MARGIN - min(left for left, _ in ends)
        self.x = {cell: x + shift for cell, x in self.x.items()}
        boxes = [self._box(box, spans[at]) for box, at in enumerate(self.layer)]
        leaving = {hop.link: hop for hop in self.hops if hop.link is not None}
        routes = [self._route(index, leaving[index], boxes, spans, turns) for index in range(len(self.links))]
        wide, high = max(right for _, right in ends) + shift + MARGIN, spans[-1][1] + MARGIN
        return Diagram(wide, high, tuple(boxes), tuple(routes))

    def _tracks(self, at: int) -> Mapping[int, int]:
        """The track of each bent net between a layer and the next."""
        ends: dict[int, tuple[set[int], set[int]]] = {}
        for hop in self.hops:
            if hop.upper[0] == at:
                uppers, lowers = ends.setdefault(hop.net, (set(), set()))
                uppers.add(self._end(hop, hop.upper))
                lowers.add(self._end(hop, hop.lower))
        buses = [Bus(tuple(sorted(uppers)), tuple(sorted(lowers))) for uppers, lowers in ends.values()]
        found = zip(ends, tracks(buses), buses, strict=True)
        return {net: track for net, track, bus in found if not bus.straight}

    def _band(self, at: int, *, back: bool) -> int:
        """How much height the labels of the lines need that leave a layer in one direction."""
        leaving = [self.links[link] for net in self.nets if net.back is back for link in net.links]
        return max((link.height for link in leaving if self.layer[link.source] == at), default=0)

    def _box(self, box: int, span: tuple[int, int]) -> Rect:
        wide, high = self.stands[box].width, self.sizes[box].height
        return Rect(self.x[self.layer[box], box] - wide // 2, (span[0] + span[1] - high) // 2, wide, high)

    def _route(
        self,
        index: int,
        hop: Hop,
        boxes: Sequence[Rect],
        spans: Sequence[tuple[int, int]],
        turns: Mapping[tuple[int, int], int],
    ) -> Route:
        link, (top, bottom) = self.links[index], spans[hop.here[0]]
        source, target = boxes[link.source], boxes[link.target]
        x = self._end(hop, hop.here)
        port = self.stands[link.source].outs[index]
        label = top - AIR - link.height if hop.back else bottom + AIR
        points = [(x, source.y if hop.back else source.y + source.height)]
        onward = {each.here: each for each in self.hops if each.net == hop.net and each.link is None}
        while True:
            end, turn = self._end(hop, hop.there), turns.get((hop.upper[0], hop.net), points[-1][1])
            points += [(points[-1][0], turn), (end, turn)]
            if hop.there[1] >= 0:
                break
            hop = onward[hop.there]
        points.append((end, target.y + target.height if hop.back else target.y))
        return Route(_corners(points), (x, label), hop.back, port.words)


def _firmness(hop: Hop) -> int:
    """How firmly a piece of a net wants to be straight: between boxes most of all."""
    lanes = (hop.upper[1] < 0) + (hop.lower[1] < 0)
    return (200, 1, 8)[lanes]


def _corners(points: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The points at which a line turns, its ends included."""
    kept: list[tuple[int, int]] = []
    for point in points:
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)
