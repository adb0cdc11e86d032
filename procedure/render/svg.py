"""A procedure as one SVG: boxes for its states, numbered lines for its steps, and a legend that cites the norms."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape

from attrs import frozen

from procedure.jurisdiction import ActKind
from procedure.law import Law
from procedure.machine import Procedure, State
from procedure.render.diagram import AIR, MARGIN, START, Diagram, Link, Rect, Size, layout
from procedure.render.labels import Label, heading, labels, letter, letters, sentence, width, wrap
from procedure.render.plan import Arrow, Entry, Plan, Taken, plan

INK, SOFT, PAPER, BOX = "#000000", "#333333", "#ffffff", "#f3f4f6"
NUMBER, BACK, PATH, REACHED, FRAME = "#f0e442", "#0072b2", "#d55e00", "#d6ecf9", "#0072b2"
"""Okabe and Ito's yellow, blue, vermilion, a tint of their sky blue, and blue."""

TEXT, SMALL, LINE, ROW, DISC = 14, 12, 18, 22, 10
FACE, WORDS, LEGEND = 214, 150, 300


@frozen
class _Face:
    """What stands in a box: its sentence in lines, and the acts that leave it as it is."""

    letter: str
    lines: tuple[str, ...]
    stays: tuple[tuple[int, tuple[str, ...]], ...]
    also: tuple[int, ...]
    entries: tuple[tuple[tuple[int, ...], str], ...]

    @property
    def size(self) -> Size:
        high = 24 + LINE * len(self.lines)
        high += (
            (6 + sum(_row(lines) for _, lines in self.stays) + ROW * bool(self.also)) if self.stays or self.also else 0
        )
        wide = max(width(line, TEXT, True) for line in self.lines)
        wide = max([wide, ROW * len(self.also), *(width(line, SMALL) for _, lines in self.stays for line in lines)])
        gutter = max((width(words, SMALL) + ROW * len(numbers) + 34 for numbers, words in self.entries), default=0)
        return Size(max(150, wide + 58), max(high, ROW * len(self.entries) + 14), gutter)


def svg(
    procedure: Procedure,
    law: Law,
    acts: Mapping[str, ActKind],
    *,
    visited: Sequence[str] = (),
    taken: Taken = (),
    lang: str = "en",
) -> str:
    """A procedure as SVG; `visited` names states that a replay reached, `taken` its acts with the states around them."""
    return _Picture(procedure, labels(procedure, law, acts, lang), plan(procedure, taken), visited, taken, lang).drawn()


@frozen
class _Picture:
    procedure: Procedure
    labels: tuple[Label, ...]
    plan: Plan
    visited: Collection[str]
    taken: Taken
    lang: str

    def drawn(self) -> str:
        states = list(self.procedure.states)
        faces = [self._face(state) for state in states]
        links = [self._link(arrow, states) for arrow in self.plan.arrows]
        placed = layout([face.size for face in faces], links)
        legend = list(self._legend())
        title = heading(self.procedure, self.lang)
        wide = max(placed.width, 2 * LEGEND, width(title, 20, True) + 2 * MARGIN)
        shift, top = (wide - placed.width) // 2, 36
        columns = max(1, (wide - 2 * MARGIN) // LEGEND)
        below, high = _set(legend, columns, (wide - 2 * MARGIN) // columns)
        legend_top = top + placed.height
        name = re.sub(r"[^A-Za-z0-9]+", "-", self.procedure.name).strip("-") or "procedure"
        total = legend_top + high + MARGIN
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-desc" '
            f'width="{wide}" height="{total}" viewBox="0 0 {wide} {total}" '
            f'font-family="system-ui, sans-serif" font-size="{TEXT}" fill="{INK}">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-desc">{escape(self._told())}</desc>',
            f'<rect width="{wide}" height="{total}" fill="{PAPER}"/>',
            _text(wide // 2, 40, title, 20, bold=True, anchor="middle"),
            f'<g transform="translate({shift} {top})">',
            *self._lines(placed),
            *self._boxes(placed, faces),
            *self._numbers(placed),
            "</g>",
            f'<g transform="translate({MARGIN} {legend_top})">',
            f'<path d="M0 0H{wide - 2 * MARGIN}" stroke="{SOFT}" stroke-width="1"/>',
            *below,
            "</g>",
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def _face(self, state: State) -> _Face:
        stays = dict.fromkeys(self.labels[step] for step in self.plan.stays.get(state, ()))
        told = {label.number for arrow in self.plan.arrows for label, _ in self._rows(arrow)}
        also = [label.number for label in stays if label.number in told or self._often(label)]
        entries: dict[str, dict[int, None]] = {}
        for entry in self.plan.entries.get(state, ()):
            entries.setdefault(self._from(state, entry), {})[self.labels[entry.step].number] = None
        return _Face(
            letter(list(self.procedure.states).index(state)),
            wrap(sentence(state), FACE, TEXT, True),
            tuple((each.number, wrap(each.text, FACE, SMALL)) for each in stays if each.number not in also),
            tuple(also),
            tuple((tuple(numbers), words) for words, numbers in entries.items()),
        )

    def _often(self, label: Label) -> bool:
        """Whether an act leaves more states as they are than words are worth."""
        staying = [steps for steps in self.plan.stays.values() if label in {self.labels[step] for step in steps}]
        return len(staying) > 2

    def _from(self, state: State, entry: Entry) -> str:
        """From which states a step leads here of which no line tells."""
        drawn = any(arrow.target is state and entry.step in arrow.steps for arrow in self.plan.arrows)
        if entry.everywhere:
            return "from any other state" if drawn else "from any state"
        order = list(self.procedure.states)
        which = letters([order.index(source) for source in entry.sources])
        return f"also from {which}" if drawn else f"from {which}"

    def _rows(self, arrow: Arrow) -> list[tuple[Label, tuple[str, ...]]]:
        """The numbers of a line and the words beside them."""
        found = dict.fromkeys(self.labels[step] for step in arrow.steps)
        return [(label, wrap(label.text, WORDS, SMALL)) for label in found]

    def _link(self, arrow: Arrow, states: list[State]) -> Link:
        rows = self._rows(arrow)
        words = max(width(line, SMALL) for _, lines in rows for line in lines)
        high = sum(_row(lines) for _, lines in rows)
        return Link(states.index(arrow.source), states.index(arrow.target), words, high)

    def _was_taken(self, arrow: Arrow) -> bool:
        acts = {self.labels[step].act for step in arrow.steps}
        return any((act, arrow.source.name, arrow.target.name) in self.taken for act in acts)

    def _lines(self, placed: Diagram) -> Iterator[str]:
        start = placed.boxes[0]
        middle = start.x + start.width // 2
        yield f'<circle cx="{middle}" cy="{start.y - START + 4}" r="7" fill="{SOFT}"/>'
        yield from _line(((middle, start.y - START + 4), (middle, start.y)), SOFT, 2)
        pairs = sorted(zip(self.plan.arrows, placed.routes, strict=True), key=lambda pair: self._was_taken(pair[0]))
        for arrow, route in pairs:
            taken = self._was_taken(arrow)
            yield from _line(route.points, PATH if taken else BACK if route.back else SOFT, 4 if taken else 2)

    def _boxes(self, placed: Diagram, faces: Sequence[_Face]) -> Iterator[str]:
        for state, box, face in zip(self.procedure.states, placed.boxes, faces, strict=True):
            reached = state.name in self.visited or state.value in self.visited
            fill, stroke, thick = (REACHED, FRAME, 3) if reached else (BOX, SOFT, 1.5)
            yield _rect(box, 10, fill, stroke, thick)
            if state in self.procedure.final:
                yield _rect(Rect(box.x - 4, box.y - 4, box.width + 8, box.height + 8), 13, "none", SOFT, 1.5)
            yield from _inside(box, face)
            if reached:
                yield (
                    f'<path d="M{box.x + box.width - 26} {box.y + 17}l5 6l9 -12" fill="none" stroke="{INK}" '
                    f'stroke-width="2.5"><title>reached</title></path>'
                )
            yield from _entries(box, face)

    def _numbers(self, placed: Diagram) -> Iterator[str]:
        for arrow, route in zip(self.plan.arrows, placed.routes, strict=True):
            x, y = route.label
            for label, lines in self._rows(arrow):
                high = _row(lines)
                taken = (label.act, arrow.source.name, arrow.target.name) in self.taken
                yield _disc(x, y + high // 2, label.number, label.text, taken)
                if route.words:
                    side, anchor = (-DISC - 5, "end") if route.back else (DISC + 5, "start")
                    for at, line in enumerate(lines):
                        base = y + high // 2 + 4 + round((at - (len(lines) - 1) / 2) * 15)
                        yield _text(x + side, base, line, SMALL, anchor=anchor)
                y += high

    def _legend(self) -> Iterator[tuple[int, str, str]]:
        """Each number with its act and, beneath, its norms."""
        anywhere = {self.labels[step].number for step in self.plan.stays_anywhere}
        for label in sorted(set(self.labels), key=lambda each: each.number):
            norms = label.citations or "no norm bears on it in this procedure"
            where = "in any state, which stays as it is" if label.number in anywhere else ""
            yield label.number, label.text, " · ".join(note for note in (", ".join(label.by), norms, where) if note)

    def _told(self) -> str:
        """The picture in sentences, for those who do not see it."""
        told = [f"The procedure begins here: {sentence(self.procedure.initial)}."]
        for arrow in self.plan.arrows:
            acts = "; ".join(f"{label.number} {label.text}" for label, _ in self._rows(arrow))
            told.append(f"From “{sentence(arrow.source)}” to “{sentence(arrow.target)}”: {acts}.")
        for state, entries in self.plan.entries.items():
            for entry in entries:
                label = self.labels[entry.step]
                told.append(f"To “{sentence(state)}” {self._from(state, entry)}: {label.number} {label.text}.")
        return " ".join(told)


def _row(lines: Sequence[str]) -> int:
    return max(ROW, 15 * len(lines) + 4)


def _text(x: int, y: int, words: str, size: int, *, bold: bool = False, anchor: str = "start", fill: str = INK) -> str:
    weight = ' font-weight="600"' if bold else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}"{weight}{place}>{escape(words)}</text>'


def _rect(box: Rect, radius: int, fill: str, stroke: str, thick: float) -> str:
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{radius}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="{thick}"/>'
    )


def _disc(x: int, y: int, number: int, title: str, taken: bool = False, radius: int = DISC) -> str:
    size = 11 if number < 100 else 9
    return (
        f'<g><title>{escape(title)}</title><circle cx="{x}" cy="{y}" r="{radius}" fill="{NUMBER}" stroke="{INK}" '
        f'stroke-width="{3 if taken else 1.2}"/>{_text(x, y + 4, str(number), size, bold=True, anchor="middle")}</g>'
    )


def _line(points: Sequence[tuple[int, int]], colour: str, thick: int, radius: int = 8) -> Iterator[str]:
    """A line with round corners, and its head."""
    (fx, fy), (tx, ty) = points[-2], points[-1]
    down = 1 if ty > fy else -1
    across = (tx > fx) - (tx < fx)
    if across:
        head = f"M{tx} {ty}l{-across * 10} -5v10z"
        end = (tx - across * 8, ty)
    else:
        head = f"M{tx} {ty}l-5 {-down * 10}h10z"
        end = (tx, ty - down * 8)
    path = [f"M{points[0][0]} {points[0][1]}"]
    whole = [*points[:-1], end]
    for before, here, after in zip(whole, whole[1:], whole[2:], strict=False):
        bend = min(radius, _length(before, here) // 2, _length(here, after) // 2)
        (ax, ay), (bx, by) = _toward(here, before, bend), _toward(here, after, bend)
        path.append(f"L{ax} {ay}Q{here[0]} {here[1]} {bx} {by}")
    path.append(f"L{end[0]} {end[1]}")
    yield f'<path d="{"".join(path)}" fill="none" stroke="{colour}" stroke-width="{thick}"/>'
    yield f'<path d="{head}" fill="{colour}" stroke="{colour}" stroke-width="{max(1, thick - 1)}"/>'


def _length(one: tuple[int, int], other: tuple[int, int]) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(here: tuple[int, int], there: tuple[int, int], far: int) -> tuple[int, int]:
    x, y = there[0] - here[0], there[1] - here[1]
    return here[0] + far * ((x > 0) - (x < 0)), here[1] + far * ((y > 0) - (y < 0))


def _inside(box: Rect, face: _Face) -> Iterator[str]:
    high = face.size.height
    y = box.y + 12 + max(0, (box.height - high) // 2)
    if not face.stays and not face.also:
        y = box.y + (box.height - LINE * len(face.lines)) // 2
    yield f'<rect x="{box.x + 11}" y="{y}" width="22" height="19" rx="4" fill="{PAPER}" stroke="{SOFT}"/>'
    yield _text(box.x + 22, y + 14, face.letter, SMALL, bold=True, anchor="middle")
    for line in face.lines:
        yield _text(box.x + 42, y + 14, line, TEXT, bold=True)
        y += LINE
    y += 6
    if face.also:
        yield _text(box.x + 36, y + 15, "also", SMALL, anchor="end")
        for at, number in enumerate(face.also):
            yield _disc(box.x + 52 + ROW * at, y + 11, number, "also", radius=9)
        y += ROW
    for number, lines in face.stays:
        row = _row(lines)
        yield _disc(box.x + 22, y + row // 2, number, " ".join(lines), radius=9)
        for at, line in enumerate(lines):
            yield _text(box.x + 42, y + row // 2 + 4 + round((at - (len(lines) - 1) / 2) * 15), line, SMALL)
        y += row


def _entries(box: Rect, face: _Face) -> Iterator[str]:
    """Arrows from elsewhere into the left side of a box, with numbers and the letters of the states."""
    y = box.y + box.height // 2 - ROW * (len(face.entries) - 1) // 2
    for numbers, words in face.entries:
        right = box.x - 30 - ROW * len(numbers)
        yield _text(right, y + 4, words, SMALL, anchor="end")
        yield from _line(((right + 6, y), (box.x, y)), SOFT, 2)
        for at, number in enumerate(numbers):
            yield _disc(right + 16 + ROW * at, y, number, words)
        y += ROW


def _set(entries: Sequence[tuple[int, str, str]], columns: int, wide: int) -> tuple[list[str], int]:
    """The legend in columns of about one height, and that height."""
    blocks = []
    for number, words, norms in entries:
        titles, cites = wrap(words, wide - 60, 13, True), wrap(norms, wide - 60, SMALL)
        blocks.append((number, titles, cites, 17 * len(titles) + 15 * len(cites) + 10))
    share = -(-sum(block[3] for block in blocks) // columns)
    parts, x, y, deepest = [], 0, AIR, 0
    for number, titles, cites, high in blocks:
        if y - AIR + high // 2 > share and x + wide < columns * wide:
            x, y = x + wide, AIR
        parts.append(_disc(x + DISC + 2, y + 11, number, " ".join(titles)))
        base = y + 15
        for line in titles:
            parts.append(_text(x + 32, base, line, 13, bold=True))
            base += 17
        for line in cites:
            parts.append(_text(x + 32, base, line, SMALL, fill=SOFT))
            base += 15
        y += high
        deepest = max(deepest, y)
    return parts, deepest
