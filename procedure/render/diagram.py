"""Where the boxes and lines of a picture lie: layers from top to bottom, lanes beside them, right angles.

Lines to a deeper layer leave a box below and reach one from above; long ones pass between boxes or on the right. Lines
back leave above and reach a box from below; long ones pass on the left. Lines to one box join. Between two layers each
has a track of its own, and the label of a line stands where the line leaves its box, in a slot that no other enters.
"""

from collections.abc import Iterator, Sequence

from attrs import Factory, define, field, frozen

from procedure.render.columns import Cell, Pull, columns
from procedure.render.layers import ranks, untangled
from procedure.render.tracks import Bus, tracks

MARGIN, START, GAP, LANE, TRACK, AIR, HEAD = 24, 34, 36, 18, 14, 10, 18
STUB = 17
"""From a line to the edge of its slot: half a number's circle, and some air."""
MOST = 480
"""A box whose labels would need more room than this side by side has numbers only."""


@frozen
class Size:
    """A box to be placed: its width and height, and how much room its entries need on the left."""

    width: int
    height: int
    gutter: int = 0


@frozen
class Link:
    """A line to be drawn between two boxes (by index), with the width of its words and the height of its label."""

    source: int
    target: int
    words: int = 0
    height: int = 22


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
    return _Layout(sizes, links, layer, _nets(links, layer)).placed()


@frozen
class _Net:
    """The lines (by index) that lead in one direction to one box, and the layers that they pass."""

    target: int
    back: bool
    links: tuple[int, ...]
    passes: tuple[int, ...]


def _nets(links: Sequence[Link], layer: Sequence[int]) -> list[_Net]:
    joined: dict[tuple[int, bool], list[int]] = {}
    for index, link in enumerate(links):
        joined.setdefault((link.target, layer[link.source] > layer[link.target]), []).append(index)
    nets = []
    for (target, back), members in joined.items():
        far = [layer[links[each].source] for each in members]
        passes = range(layer[target] + 1, max(far)) if back else range(min(far) + 1, layer[target])
        nets.append(_Net(target, back, tuple(members), tuple(passes)))
    return sorted(nets, key=lambda net: (len(net.passes), net.target))


@frozen
class _Hop:
    """A piece of a net between two neighbouring layers; `link` where it leaves a box."""

    net: int
    upper: Cell
    lower: Cell
    link: int | None


@define
class _Layout:
    """The work in progress; a lane of the net `n` is the cell `~n` of its layer."""

    sizes: Sequence[Size]
    links: Sequence[Link]
    layer: Sequence[int]
    nets: Sequence[_Net]
    hops: list[_Hop] = Factory(lambda self: [hop for net in range(len(self.nets)) for hop in self._hops(net)], True)
    rows: list[list[Cell]] = Factory(lambda self: self._rows(), True)
    out: dict[int, int] = field(factory=dict)
    words: dict[int, bool] = field(factory=dict)
    into: dict[int, int] = field(factory=dict)
    extent: dict[Cell, tuple[int, int]] = field(factory=dict)
    width: dict[int, int] = field(factory=dict)
    x: dict[Cell, int] = field(factory=dict)

    def _hops(self, index: int) -> Iterator[_Hop]:
        net = self.nets[index]
        way = -1 if net.back else 1
        starts = [((self.layer[self.links[link].source], self.links[link].source), link) for link in net.links]
        for (layer, item), link in [*starts, *(((layer, ~index), None) for layer in net.passes)]:
            onward = layer + way
            following = (onward, net.target if onward == self.layer[net.target] else ~index)
            upper, lower = sorted(((layer, item), following), key=lambda cell: cell[0])
            yield _Hop(index, upper, lower, link)

    def _rows(self) -> list[list[Cell]]:
        """The boxes and the lanes of lines down, layer by layer, in the order in which the fewest lines cross."""
        rows: list[list[Cell]] = [[] for _ in range(max(self.layer) + 1)]
        for box, layer in enumerate(self.layer):
            rows[layer].append((layer, box))
        for index, net in enumerate(self.nets):
            for layer in () if net.back else net.passes:
                rows[layer].append((layer, ~index))
        hops = [(hop.upper, hop.lower) for hop in self.hops if not self.nets[hop.net].back]
        return untangled(rows, hops)

    def placed(self) -> Diagram:
        for box in range(len(self.sizes)):
            self._ports(box)
        self._columns()
        return self._routed()

    def _ports(self, box: int) -> None:
        """Where lines leave and reach a box, and how far their labels stand out."""
        place = {cell: index for row in self.rows for index, cell in enumerate(row)}
        lanes = {~index: -1 - index for index, net in enumerate(self.nets) if net.back}
        down: list[tuple[int, int]] = []
        up: list[tuple[int, int]] = []
        for hop in self.hops:
            if hop.link is not None and self.links[hop.link].source == box:
                if self.nets[hop.net].back:
                    up.append((lanes.get(hop.upper[1], place.get(hop.upper, 0)), hop.link))
                else:
                    down.append((place[hop.lower], hop.link))
        reached = {net.back for net in self.nets if net.target == box}
        left, right = self._slots([link for _, link in sorted(down)]), 0
        if down:
            offsets = [self.out[link] for _, link in down]
            right = left
            left = min(offsets)
        self.into[box] = left - 2 * STUB + 4 if down else 0
        reach = min(left, self.into[box] if True in reached else 0)
        at = -2 * STUB + 4 if False in reached or box == 0 else 0
        total = sum(2 * STUB + self.links[link].words for _, link in up)
        for _, link in sorted(up, reverse=True):
            words = total <= MOST
            self.out[link], self.words[link] = at, words
            reach = min(reach, at)
            at -= 2 * STUB + (self.links[link].words if words else 0)
        far = max([-reach, *(abs(self.out[link]) for _, link in (*down, *up))], default=0)
        self.width[box] = max(self.sizes[box].width, 2 * (far + STUB))
        half = self.width[box] // 2
        self.extent[self.layer[box], box] = (
            max(half + self.sizes[box].gutter, -at - STUB if up else 0),
            max(half, right),
        )

    def _slots(self, links: Sequence[int]) -> int:
        """Sets the lines that leave a box below side by side; how far the last label reaches to the right."""
        words = sum(2 * STUB + self.links[link].words for link in links) <= MOST
        wide = [2 * STUB + (self.links[link].words if words else 0) for link in links]
        first = -sum(wide[:-1]) // 2
        for place, link in enumerate(links):
            self.out[link], self.words[link] = first + sum(wide[:place]), words
        return first + sum(wide) - STUB

    def _columns(self) -> None:
        pulls = []
        for hop in self.hops:
            net = self.nets[hop.net]
            if net.back:
                continue
            offset = self.out[hop.link] if hop.link is not None else 0
            firm = 8 if hop.link is None else 3 if len(net.links) == 1 else 1
            pulls.append(Pull(hop.upper, hop.lower, offset, 0, firm))
        self.x = columns(self.rows, self._apart, pulls)
        for index, net in enumerate(self.nets):
            if not net.back and net.passes:
                self._straighten(index, net)
        edge = {layer: min(self.x[cell] - self._extent(cell)[0] for cell in row) for layer, row in enumerate(self.rows)}
        for index, net in enumerate(self.nets):
            if net.back and net.passes:
                lane = min(edge[layer] for layer in net.passes) - LANE
                for layer in net.passes:
                    self.x[layer, ~index] = edge[layer] = lane
        for hop in self.hops:
            if hop.link is not None:
                here, there = (hop.lower, hop.upper) if self.nets[hop.net].back else (hop.upper, hop.lower)
                bend = self._end(there, hop) - self.x[here] - self.out[hop.link]
                self.out[hop.link] += bend if abs(bend) <= AIR else 0

    def _apart(self, one: Cell, other: Cell) -> int:
        gap = LANE if one[1] < 0 and other[1] < 0 else GAP
        return self._extent(one)[1] + gap + self._extent(other)[0]

    def _extent(self, cell: Cell) -> tuple[int, int]:
        return self.extent.get(cell, (0, 0))

    def _straighten(self, index: int, net: _Net) -> None:
        """Gives a net one lane through all layers that it passes, where its neighbours leave room."""
        low, high = -(10**6), 10**6
        for layer in net.passes:
            row, cell = self.rows[layer], (layer, ~index)
            place = row.index(cell)
            low = max([low, *(self.x[each] + self._apart(each, cell) for each in row[max(0, place - 1) : place])])
            high = min([high, *(self.x[each] - self._apart(cell, each) for each in row[place + 1 : place + 2])])
        if low <= high:
            wish = self.x[net.passes[-1], ~index]
            for layer in net.passes:
                self.x[layer, ~index] = min(max(wish, low), high)

    def _end(self, cell: Cell, hop: _Hop) -> int:
        """Where a piece of a net meets a cell."""
        if cell[1] < 0:
            return self.x[cell]
        if hop.link is not None and cell[1] == self.links[hop.link].source:
            return self.x[cell] + self.out[hop.link]
        return self.x[cell] + (self.into[cell[1]] if self.nets[hop.net].back else 0)

    def _routed(self) -> Diagram:
        """Gives each net a track between layers, each layer its height, and each line its corners."""
        gaps = range(len(self.rows) - 1)
        turns: dict[tuple[int, int], int] = {}
        counts = []
        for gap in gaps:
            nets = sorted({hop.net for hop in self.hops if hop.upper[0] == gap})
            found = [[hop for hop in self.hops if hop.net == net and hop.upper[0] == gap] for net in nets]
            buses = [
                Bus(
                    tuple(sorted({self._end(hop.upper, hop) for hop in hops})),
                    tuple(sorted({self._end(hop.lower, hop) for hop in hops})),
                )
                for hops in found
            ]
            chosen = tracks(buses)
            turns |= {(gap, net): track for net, track in zip(nets, chosen, strict=True)}
            bent = [track + 1 for track, bus in zip(chosen, buses, strict=True) if not bus.straight]
            counts.append(max(bent, default=0))
        tops, bottoms, y = [], [], MARGIN + START
        for layer, row in enumerate(self.rows):
            tops.append(y)
            y += max((self.sizes[item].height for _, item in row if item >= 0), default=0)
            bottoms.append(y)
            if layer in gaps:
                labels = self._band(layer, back=False)
                for (gap, net), track in turns.items():
                    if gap == layer:
                        turns[gap, net] = y + AIR + labels + AIR + TRACK * track
                y += AIR + labels + AIR + TRACK * counts[layer] + self._band(layer + 1, back=True) + HEAD
        return self._shifted(tops, bottoms, turns)

    def _band(self, layer: int, *, back: bool) -> int:
        """How much height the labels of the lines need that leave a layer in one direction."""
        leaving = [link for net in self.nets if net.back is back for link in net.links]
        heights = [self.links[link].height for link in leaving if self.layer[self.links[link].source] == layer]
        return max(heights, default=0)

    def _shifted(self, tops: Sequence[int], bottoms: Sequence[int], turns: dict[tuple[int, int], int]) -> Diagram:
        ends = [(self.x[cell] - self._extent(cell)[0], self.x[cell] + self._extent(cell)[1]) for cell in self.x]
        shift = MARGIN - min(left for left, _ in ends)
        boxes = []
        for box, layer in enumerate(self.layer):
            wide, high = self.width[box], self.sizes[box].height
            boxes.append(
                Rect(
                    self.x[layer, box] + shift - wide // 2,
                    tops[layer] + (bottoms[layer] - tops[layer] - high) // 2,
                    wide,
                    high,
                )
            )
        leaving = {hop.link: hop for hop in self.hops if hop.link is not None}
        onward = {(hop.net, hop.lower if self.nets[hop.net].back else hop.upper): hop for hop in self.hops}
        routes = []
        for index, link in enumerate(self.links):
            hop = leaving[index]
            net = self.nets[hop.net]
            source, target = boxes[link.source], boxes[link.target]
            here, there = (hop.lower, hop.upper) if net.back else (hop.upper, hop.lower)
            points = [(self._end(here, hop), source.y if net.back else source.y + source.height)]
            label = tops[here[0]] - AIR - link.height if net.back else bottoms[here[0]] + AIR
            while True:
                turn = turns[hop.upper[0], hop.net]
                points += [(points[-1][0], turn), (self._end(there, hop), turn)]
                if there[1] >= 0:
                    break
                hop = onward[hop.net, there]
                there = hop.upper if net.back else hop.lower
            points.append((points[-1][0], target.y + target.height if net.back else target.y))
            moved = [(x + shift, y) for x, y in points]
            routes.append(Route(_corners(moved), (moved[0][0], label), net.back, self.words[index]))
        right = max([high for _, high in ends]) + shift
        return Diagram(right + MARGIN, bottoms[-1] + MARGIN, tuple(boxes), tuple(routes))


def _corners(points: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The points at which a line turns, its ends included."""
    kept: list[tuple[int, int]] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
