"""A procedure as one SVG: boxes for its states, numbered lines for its steps, and a legend that cites the norms."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape

from attrs import evolve, frozen

from procedure.jurisdiction import ActKind
from procedure.machine import Procedure, State
from procedure.render.boxes import FACE, SMALL, Face, row
from procedure.render.diagram import AIR, MARGIN, START, Diagram, layout
from procedure.render.labels import Label, heading, labels, letter, letters, sentence, stays_anywhere, width, wrap
from procedure.render.nets import Link
from procedure.render.plan import Arrow, Entry, Plan, Taken, plan
from procedure.render.strokes import DISC, INK, PAPER, SOFT, block, disc, line, text
from procedure.words import Speaker

BACK, PATH = "#0072b2", "#d55e00"
HEAD, TOP, ENTRY, IN_A_ROW = 20, 36, 13, 5
LEGEND = 300
WORDS = (150, 150, 124, 96)
"""How wide the words beside a line may be that leaves a box alone, with one other, with two, with more."""
FIRM = "\u00a0"


def svg(
    procedure: Procedure,
    acts: Mapping[str, ActKind],
    speak: Speaker,
    *,
    visited: Collection[str] = (),
    taken: Taken = (),
) -> str:
    """A procedure as SVG; `visited` names the states that a replay reached, `taken` its acts from state to state."""
    found = labels(procedure, acts, speak)
    return _Picture(procedure, found, plan(procedure, taken), visited, taken, speak).drawn()


@frozen
class Bare:
    """The lines and boxes alone; the labels of its numbers; which numbers lead from which state to which."""

    picture: str
    labels: tuple[Label, ...]
    moves: tuple[tuple[State, State, tuple[int, ...]], ...]


def bare(
    procedure: Procedure,
    acts: Mapping[str, ActKind],
    speak: Speaker,
    *,
    visited: Collection[str],
    taken: Taken,
) -> Bare:
    """A procedure as SVG for a page that tells the rest in its own way, without entries from afar."""
    found = labels(procedure, acts, speak)
    lines = evolve(plan(procedure, taken), entries={})
    return _Picture(procedure, found, lines, visited, taken, speak).bare()


@frozen
class _Picture:
    procedure: Procedure
    labels: tuple[Label, ...]
    plan: Plan
    visited: Collection[str]
    taken: Taken
    speak: Speaker

    def _placed(self, lean: bool = False) -> tuple[list[Face], Diagram]:
        faces = [self._face(state) for state in self.procedure.states]
        faces = [evolve(face, also=()) for face in faces] if lean else faces
        return faces, layout([face.size for face in faces], [self._link(arrow) for arrow in self.plan.arrows])

    def bare(self) -> Bare:
        faces, placed = self._placed(lean=True)
        parts = [self._opening(placed.width, placed.height, ""), *self._graph(faces, placed), "</svg>"]
        moves = (
            (arrow.source, arrow.target, tuple(label.number for label, _ in self._rows(arrow)))
            for arrow in self.plan.arrows
        )
        told = sorted(set(self.labels), key=lambda each: each.number)
        return Bare("\n".join(parts), tuple(told), tuple(moves))

    def drawn(self) -> str:
        faces, placed = self._placed()
        title = heading(self.procedure, self.speak)
        wide = max(placed.width, 2 * LEGEND + 2 * MARGIN, width(title, HEAD, True) + 2 * MARGIN)
        below, high = _set(list(self._legend()), wide - 2 * MARGIN)
        key, foot = _key(list(self._explained(placed)), wide - 2 * MARGIN, high)
        total = TOP + placed.height + foot + MARGIN
        parts = [
            self._opening(wide, total, " ".join(self._told())),
            f'<rect width="{wide}" height="{total}" fill="{PAPER}"/>',
            text(wide // 2, 40, title, HEAD, bold=True, anchor="middle"),
            f'<g transform="translate({(wide - placed.width) // 2} {TOP})">',
            *self._graph(faces, placed),
            "</g>",
            f'<g transform="translate({MARGIN} {TOP + placed.height})">',
            f'<path d="M0 0H{wide - 2 * MARGIN}" stroke="{SOFT}"/>',
            *below,
            *key,
            "</g>",
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def _opening(self, wide: int, high: int, told: str) -> str:
        name = re.sub(r"[^A-Za-z0-9]+", "-", self.procedure.name).strip("-") or "procedure"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-desc" '
            f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
            f'font-family="system-ui, sans-serif" fill="{INK}">\n'
            f'<title id="{name}-title">{escape(heading(self.procedure, self.speak))}</title>\n'
            f'<desc id="{name}-desc">{escape(told)}</desc>'
        )

    def _graph(self, faces: Sequence[Face], placed: Diagram) -> Iterator[str]:
        yield from self._lines(placed)
        yield from (part for face, box in zip(faces, placed.boxes, strict=True) for part in face.drawn(box))
        yield from self._numbers(placed)

    def _face(self, state: State) -> Face:
        stays = dict.fromkeys(self.labels[step] for step in self.plan.stays.get(state, ()))
        told = {label for arrow in self.plan.arrows for label, _ in self._rows(arrow)}
        also = [label for label in stays if label in told or self._often(label)]
        entries: dict[str, dict[int, None]] = {}
        for entry in self.plan.entries.get(state, ()):
            words = self.speak.tell(f"diagram.entry.{self._way(state, entry)}", sources=self._sources(entry))
            entries.setdefault(words, {})[self.labels[entry.step].number] = None
        return Face(
            letter(self._index(state)),
            wrap(self._sentence(state), FACE, 14, True),
            tuple((each.number, wrap(each.text, FACE, SMALL)) for each in stays if each not in also),
            self.speak.tell("diagram.also"),
            tuple(each.number for each in also),
            tuple((part, words) for words, numbers in entries.items() for part in _parts(tuple(numbers))),
            state.name in self.visited or state.value in self.visited,
            state in self.procedure.final,
        )

    def _index(self, state: State) -> int:
        return list(self.procedure.states).index(state)

    def _often(self, label: Label) -> bool:
        """Whether an act leaves more states as they are than words are worth."""
        staying = [steps for steps in self.plan.stays.values() if label in {self.labels[step] for step in steps}]
        return len(staying) > 2

    def _sentence(self, state: State) -> str:
        return sentence(self.procedure, state, self.speak)

    def _way(self, state: State, entry: Entry) -> str:
        """Which sentence tells from where a step leads here of which no line tells."""
        drawn = any(arrow.target is state and entry.step in arrow.steps for arrow in self.plan.arrows)
        if entry.everywhere:
            return "any_other" if drawn else "any"
        return "also_from" if drawn else "from"

    def _sources(self, entry: Entry) -> str:
        return letters([self._index(source) for source in entry.sources])

    def _rows(self, arrow: Arrow) -> list[tuple[Label, tuple[str, ...]]]:
        """The numbers of a line and the words beside them."""
        rivals = sum(each.source is arrow.source for each in self.plan.arrows)
        limit = WORDS[min(rivals, len(WORDS)) - 1]
        found = dict.fromkeys(self.labels[step] for step in arrow.steps)
        return [(label, wrap(label.text, limit, SMALL)) for label in found]

    def _link(self, arrow: Arrow) -> Link:
        rows = self._rows(arrow)
        words = max(width(each, SMALL) for _, lines in rows for each in lines)
        return Link(self._index(arrow.source), self._index(arrow.target), words, sum(row(lines) for _, lines in rows))

    def _took(self, label: Label, arrow: Arrow) -> bool:
        return (label.act, arrow.source.name, arrow.target.name) in self.taken

    def _lines(self, placed: Diagram) -> Iterator[str]:
        first = placed.boxes[0]
        middle = first.x + first.width // 2
        yield f'<circle cx="{middle}" cy="{first.y - START + 4}" r="7" fill="{SOFT}"/>'
        yield from line(((middle, first.y - START + 4), (middle, first.y)), SOFT, 2)
        taken, plain = list[str](), list[str]()
        for arrow, route in zip(self.plan.arrows, placed.routes, strict=True):
            if any(self._took(label, arrow) for label, _ in self._rows(arrow)):
                taken += line(route.points, PATH, 4)
            else:
                plain += line(route.points, BACK if route.back else SOFT, 2)
        yield from (*plain, *taken)

    def _numbers(self, placed: Diagram) -> Iterator[str]:
        for arrow, route in zip(self.plan.arrows, placed.routes, strict=True):
            x, y = route.label
            for label, lines in self._rows(arrow):
                middle = y + row(lines) // 2
                yield disc(x, middle, label.number, label.text, self._took(label, arrow))
                if route.words and route.back:
                    yield from block(x - DISC - 5, middle, lines, SMALL, "end")
                elif route.words:
                    yield from block(x + DISC + 5, middle, lines, SMALL)
                y += row(lines)

    def _legend(self) -> Iterator[tuple[int, str, str]]:
        """Each number with its act and, beneath, who does it and its norms."""
        steps = zip(self.labels, self.procedure.steps, strict=True)
        anywhere = {label.number for label, step in steps if stays_anywhere(self.procedure, step)}
        for label in sorted(set(self.labels), key=lambda each: each.number):
            norms = "; ".join(_firm(each) for each in label.cites) or self.speak.tell("diagram.no_norm")
            if label.number in anywhere:
                yield 0, self.speak.tell("diagram.anywhere"), ""
                anywhere.clear()
            yield label.number, label.text, " · ".join(note for note in (", ".join(label.by), norms) if note)

    def _explained(self, placed: Diagram) -> Iterator[str]:
        """What the marks of this picture mean."""
        there = {
            "stays": self.plan.stays,
            "entry": self.plan.entries,
            "back": any(route.back for route in placed.routes),
            "reached": self.visited,
            "taken": self.taken,
            "end": self.procedure.final,
        }
        return (self.speak.tell(f"diagram.mark.{mark}") for mark, found in there.items() if found)

    def _told(self) -> Iterator[str]:
        """The picture in sentences, for those who do not see it."""
        tell = self.speak.tell
        yield tell("diagram.told.begins", state=self._sentence(self.procedure.initial))
        for arrow in self.plan.arrows:
            acts = "; ".join(f"{label.number} {label.text}" for label, _ in self._rows(arrow))
            source, target = self._sentence(arrow.source), self._sentence(arrow.target)
            yield tell("diagram.told.line", source=source, target=target, acts=acts)
        for state, entries in self.plan.entries.items():
            for entry in entries:
                label = self.labels[entry.step]
                key, act = f"diagram.told.{self._way(state, entry)}", f"{label.number} {label.text}"
                yield tell(key, state=self._sentence(state), sources=self._sources(entry), act=act)


def _parts(numbers: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [numbers[at : at + IN_A_ROW] for at in range(0, len(numbers), IN_A_ROW)]


def _firm(citation: str) -> str:
    """A citation that no line breaks, if it is short."""
    return citation.replace(" ", FIRM) if len(citation) <= 20 else citation


def _set(entries: Sequence[tuple[int, str, str]], wide: int) -> tuple[list[str], int]:
    """The legend in columns of about one height, and that height."""
    columns = max(1, wide // LEGEND)
    each = wide // columns
    blocks = []
    for number, words, norms in entries:
        titles, cites = wrap(words, each - (56 if number else 16), ENTRY, True), wrap(norms, each - 56, SMALL)
        blocks.append((number, titles, cites, 17 * len(titles) + 15 * len(cites) + 10))
    share = -(-sum(high for *_, high in blocks) // columns)
    parts, x, y, deepest = list[str](), 0, AIR, 0
    for number, titles, cites, high in blocks:
        if y - AIR + (high if number else 3 * high) // 2 > share and x + each < columns * each:
            x, y = x + each, AIR
        if number:
            parts.append(disc(x + DISC + 2, y + 11, number, " ".join(titles)))
        left, base = x + (32 if number else 0), y + 15
        for index, words in enumerate(titles):
            parts.append(text(left, base + 17 * index, words, ENTRY, bold=True))
        base += 17 * len(titles)
        for index, words in enumerate(cites):
            parts.append(text(left, base + 15 * index, words.replace(FIRM, " "), SMALL, fill=SOFT))
        y += high
        deepest = max(deepest, y)
    return parts, deepest


def _key(sentences: Sequence[str], wide: int, top: int) -> tuple[list[str], int]:
    """The explanation of the marks under the legend, and where it ends."""
    lines = wrap(" ".join(sentences), wide, SMALL)
    parts = [text(0, top + AIR + 12 + 16 * index, words, SMALL, fill=SOFT) for index, words in enumerate(lines)]
    return parts, top + (AIR + 16 * len(lines) if lines else 0)
