"""What a step is called in a picture: its act, its branch, its norms; and text cleaned, measured, wrapped."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from procedure.jurisdiction import ActKind
from procedure.machine import Procedure, State, Step
from procedure.words import Speaker

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_EMS: Mapping[str, float] = {
    **dict.fromkeys("ijlІіЇї|!'.,:;ʼ’", 0.33),
    **dict.fromkeys("ftrI()[]/ -", 0.4),
    **dict.fromkeys("дңцъ", 0.74),
    **dict.fromkeys("mwMWшщжюмфыМФЫ@%", 1.0),
    **dict.fromkeys("ЖШЩЮ№", 1.12),
}


@frozen
class Label:
    """A number in the picture, and the act that it stands for; steps that read the same share a number."""

    number: int
    act: str
    title: str
    branch: str
    cites: tuple[str, ...]
    by: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The act, with what it declares where that decides."""
        return f"{self.title} ({self.branch})" if self.branch else self.title

    @property
    def citations(self) -> str:
        return "; ".join(self.cites)


def labels(procedure: Procedure, acts: Mapping[str, ActKind], speak: Speaker) -> tuple[Label, ...]:
    """The label of each step, in the order of the table; acts that leave every state as it is have the last numbers."""
    numbers: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for row in sorted(procedure.steps, key=lambda row: stays_anywhere(procedure, row)):
        numbers.setdefault((row.act, _branch(procedure, row, speak), _cites(row, speak)), len(numbers) + 1)
    found = []
    for row in procedure.steps:
        branch, cites = _branch(procedure, row, speak), _cites(row, speak)
        number = numbers[row.act, branch, cites]
        kind = acts.get(row.act)
        title = speak.of(kind.title) if kind else ""
        by = tuple(clean(speak.actor(name)) for name in kind.by) if kind else ()
        found.append(Label(number, row.act, clean(title) or clean(row.act.replace("_", " ")) or "?", branch, cites, by))
    return tuple(found)


def stays_anywhere(procedure: Procedure, row: Step) -> bool:
    """Whether a step may be taken in any state, and leaves it as it is."""
    return row.target is None and len(set(row.sources)) == len(procedure.states) > 1


def _branch(procedure: Procedure, row: Step, speak: Speaker) -> str:
    """The words that choose a step; `otherwise` where only its siblings name some."""
    if row.when is not None:
        return clean(f"{speak.fact(row.when.fact)}: {', '.join(speak.word(each) for each in row.when.words)}")
    rivals = (each for each in procedure.steps if each.act == row.act and each.when is not None)
    rivalled = any(set(each.sources) & set(row.sources) for each in rivals)
    return speak.tell("diagram.otherwise") if rivalled else ""


def _cites(row: Step, speak: Speaker) -> tuple[str, ...]:
    ids = dict.fromkeys(guard.norm.id for guard in row.guards)
    return tuple(clean(speak.cite(each)) for each in ids)


def sentence(procedure: Procedure, state: State, speak: Speaker) -> str:
    """A state as the reader sees it; by the machine's own sentence where the data have none for it."""
    told = speak.names.states.get(procedure.name, {}).get(state.name) or str(state.value)
    return clean(told) or clean(state.name) or "?"


def heading(procedure: Procedure, speak: Speaker) -> str:
    """What a picture of a procedure is called."""
    told = speak.names.procedures.get(procedure.name) or speak.of(procedure.title)
    return clean(told) or clean(procedure.name)


def clean(text: str) -> str:
    """Text on one line that any reader of XML accepts; marks that would turn its direction are shown as �."""
    shown = ("\ufffd" if letter in _BIDI else letter for letter in text)
    return " ".join("".join(letter if letter.isspace() or _allowed(letter) else "" for letter in shown).split())


def _allowed(letter: str) -> bool:
    point = ord(letter)
    return (
        unicodedata.category(letter) not in ("Cc", "Cs") and point & 0xFFFE != 0xFFFE and not 0xFDD0 <= point < 0xFDF0
    )


def width(text: str, size: float, bold: bool = False) -> int:
    """About how wide a line is in a broad sans-serif face; rather too wide than too narrow."""
    return round(size * sum(_em(letter) for letter in text) * (1.1 if bold else 1)) + 1


def _em(letter: str) -> float:
    if letter in _EMS:
        return _EMS[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1
    return 0.76 if letter.isupper() else 0.63


def wrap(text: str, limit: int, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text, none wider than the limit; a word that is wider is cut."""
    lines: list[str] = []
    line = ""
    for word in _words(text, limit, size, bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold) > limit:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def _words(text: str, limit: int, size: float, bold: bool) -> Iterable[str]:
    for word in text.split(" "):
        rest = word
        while width(rest, size, bold) > limit and len(rest) > 1:
            cut = next((n for n in range(len(rest) - 1, 1, -1) if width(rest[:n], size, bold) <= limit), 1)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def letter(index: int) -> str:
    """The letter of a state: A to Z, then AA, AB, …"""
    first, last = divmod(index, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def letters(indices: Sequence[int]) -> str:
    """The letters of some states in order, runs of three and more drawn together: `A, C–F`."""
    runs: list[list[int]] = []
    for index in sorted(indices):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    parts = (
        [f"{letter(run[0])}–{letter(run[-1])}"] if len(run) > 2 else [letter(each) for each in run] for run in runs
    )
    return ", ".join(each for part in parts for each in part)
