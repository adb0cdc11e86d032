"""The lines of a picture as nets: those that lead in one direction to one box join on the way."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from procedure.render.columns import Cell
from procedure.render.layers import untangled


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
class Net:
    """The lines (by index) that lead in one direction to one box, and the layers that they pass."""

    target: int
    back: bool
    links: tuple[int, ...]
    passes: tuple[int, ...]


@frozen
class Hop:
    """A piece of a net between two neighbouring layers; `link` where it leaves a box."""

    net: int
    back: bool
    upper: Cell
    lower: Cell
    link: int | None

    @property
    def here(self) -> Cell:
        """Where the piece begins."""
        return self.lower if self.back else self.upper

    @property
    def there(self) -> Cell:
        """Where the piece ends."""
        return self.upper if self.back else self.lower


def nets(links: Sequence[Link], layer: Sequence[int]) -> list[Net]:
    """The nets, those that pass the fewest layers first."""
    joined: dict[tuple[int, bool], list[int]] = {}
    for index, link in enumerate(links):
        joined.setdefault((link.target, layer[link.source] > layer[link.target]), []).append(index)
    found = []
    for (target, back), members in joined.items():
        far = [layer[links[each].source] for each in members]
        passes = range(layer[target] + 1, max(far)) if back else range(min(far) + 1, layer[target])
        found.append(Net(target, back, tuple(members), tuple(passes)))
    return sorted(found, key=lambda net: (len(net.passes), net.target, net.back))


def hops(found: Sequence[Net], links: Sequence[Link], layer: Sequence[int]) -> Iterator[Hop]:
    """The pieces of the nets; a lane of the net `n` is the cell `~n` of its layer."""
    for index, net in enumerate(found):
        boxes = [((layer[links[link].source], links[link].source), link) for link in net.links]
        for (at, item), link in [*boxes, *(((at, ~index), None) for at in net.passes)]:
            onward = at - 1 if net.back else at + 1
            following = (onward, net.target if onward == layer[net.target] else ~index)
            ends = (following, (at, item)) if net.back else ((at, item), following)
            yield Hop(index, net.back, *ends, link)


def rows(found: Sequence[Net], pieces: Sequence[Hop], layer: Sequence[int]) -> list[list[Cell]]:
    """The boxes and the lanes of lines down, layer by layer, in the order in which the fewest lines cross."""
    cells: list[list[Cell]] = [[] for _ in range(max(layer) + 1)]
    for box, at in enumerate(layer):
        cells[at].append((at, box))
    for index, net in enumerate(found):
        for at in () if net.back else net.passes:
            cells[at].append((at, ~index))
    return untangled(cells, [(hop.upper, hop.lower) for hop in pieces if not hop.back])
