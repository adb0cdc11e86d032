"""What stands in and beside the box of a state: its sentence, acts that leave it as it is, entries from afar."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from procedure.render.diagram import Rect
from procedure.render.labels import width
from procedure.render.nets import Size
from procedure.render.strokes import DISC, INK, PAPER, SOFT, block, disc, frame, line, text

BOX, REACHED, RIM = "#f3f4f6", "#d6ecf9", "#0072b2"
TITLE, SMALL, LINE, ROW = 14, 12, 18, 22
FACE, LEAST, IN_A_ROW = 214, 180, 8


@frozen
class Face:
    """A state's letter and sentence; acts that leave it as it is, with words or by number; entries by number."""

    letter: str
    lines: tuple[str, ...]
    stays: tuple[tuple[int, tuple[str, ...]], ...]
    also_told: str
    also: tuple[int, ...]
    entries: tuple[tuple[tuple[int, ...], str], ...]
    reached: bool = False
    final: bool = False

    @property
    def size(self) -> Size:
        wide = max(width(each, TITLE, True) for each in self.lines)
        wide = max([wide, *(width(each, SMALL) for _, lines in self.stays for each in lines)])
        wide = max(wide, ROW * min(len(self.also), IN_A_ROW)) + (80 if self.reached else 58)
        gutter = max((width(words, SMALL) + ROW * len(numbers) + 34 for numbers, words in self.entries), default=0)
        return Size(max(LEAST, wide), max(self._high, ROW * len(self.entries) + 14), gutter)

    @property
    def _rows(self) -> list[tuple[int, ...]]:
        return [self.also[at : at + IN_A_ROW] for at in range(0, len(self.also), IN_A_ROW)]

    @property
    def _high(self) -> int:
        below = ROW * len(self._rows) + sum(row(lines) for _, lines in self.stays)
        return 24 + LINE * len(self.lines) + (below + 6 if below else 0)

    def drawn(self, box: Rect) -> Iterator[str]:
        """The box with all that stands in it and the arrows that lead to it from the left."""
        fill, rim, thick = (REACHED, RIM, 3.0) if self.reached else (BOX, SOFT, 1.5)
        if self.final:
            yield frame(box.x - 4, box.y - 4, box.width + 8, box.height + 8, 13, PAPER, SOFT, 1.5)
        yield frame(box.x, box.y, box.width, box.height, 10, fill, rim, thick)
        y = box.y + 12 + (box.height - self._high) // 2
        yield frame(box.x + 11, y, 22, 19, 4, PAPER, SOFT, 1)
        yield text(box.x + 22, y + 14, self.letter, SMALL, bold=True, anchor="middle")
        if self.reached:
            tick = f"M{box.x + box.width - 27} {y + 10}l5 6l9 -12"
            yield f'<path d="{tick}" fill="none" stroke="{INK}" stroke-width="2.5"/>'
        for words in self.lines:
            yield text(box.x + 42, y + 14, words, TITLE, bold=True)
            y += LINE
        y += 6
        if self.also:
            yield text(box.x + 36, y + 15, self.also_told, SMALL, anchor="end")
        for numbers in self._rows:
            for at, number in enumerate(numbers):
                yield disc(box.x + 52 + ROW * at, y + 11, number, self.also_told, radius=DISC - 1)
            y += ROW
        for number, lines in self.stays:
            yield disc(box.x + 22, y + row(lines) // 2, number, " ".join(lines), radius=DISC - 1)
            yield from block(box.x + 42, y + row(lines) // 2, lines, SMALL)
            y += row(lines)
        yield from self._entering(box)

    def _entering(self, box: Rect) -> Iterator[str]:
        y = box.y + box.height // 2 - ROW * (len(self.entries) - 1) // 2
        for numbers, words in self.entries:
            right = box.x - 30 - ROW * len(numbers)
            yield text(right, y + 4, words, SMALL, anchor="end")
            yield from line(((right + 6, y), (box.x - 4 * self.final, y)), SOFT, 2)
            for at, number in enumerate(numbers):
                yield disc(right + 16 + ROW * at, y, number, words)
            y += ROW


def row(lines: Sequence[str]) -> int:
    """The height of a number with its words."""
    return max(ROW, 15 * len(lines) + 4)
