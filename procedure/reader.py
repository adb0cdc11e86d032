"""Reading values out of YAML nodes by type; faults gather and are raised together."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, time
from difflib import get_close_matches
from typing import TypeVar

from attrs import define, field

from procedure.errors import Diagnostic
from procedure.moments import parse_date, parse_time
from procedure.yaml_text import Node

T = TypeVar("T")


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at the right name: the nearest known one, or the whole list when it is short."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if not close:
        folded = {other.casefold(): other for other in names}
        close = [folded[name.casefold()]] if name.casefold() in folded else []
    if close:
        return f"did you mean '{close[0]}'?"
    if 0 < len(names) <= 24:
        return "known: " + ", ".join(names)
    return ""


@define
class Reader:
    """Takes nodes apart; what is wrong is noted in `faults` and reading goes on."""

    faults: list[Diagnostic] = field(factory=list)

    def note(self, node: Node, code: str, message: str, help: str = "") -> None:
        self.faults.append(node.fault(code, message, help))

    def fields(self, node: Node, what: str, required: Collection[str] = (), optional: Collection[str] = ()) -> dict[str, Node]:
        """The entries of a mapping; unknown and missing keys are faults."""
        entries = self.entries(node, what)
        known = {*required, *optional}
        for name, (key, _) in entries.items():
            if name not in known:
                self.note(key, "PR201", f"unknown key '{name}' in {what}", nearest(name, known))
        for name in required:
            if name not in entries:
                self.note(node, "PR202", f"{what} lacks the key '{name}'", f"add `{name}: …`")
        return {name: value for name, (_, value) in entries.items() if name in known}

    def entries(self, node: Node, what: str) -> dict[str, tuple[Node, Node]]:
        """The entries of a mapping with free keys."""
        if node.entries is None:
            self.note(node, "PR203", f"{what} must be a mapping (key: value), not a {node.kind}")
            return {}
        return node.entries

    def items(self, node: Node | None, what: str) -> list[Node]:
        """The items of a list; nothing for an absent one."""
        if node is None:
            return []
        if node.items is None:
            help = f"write [{node.text}]" if node.text else "begin each item with `- `"
            self.note(node, "PR203", f"{what} must be a list, not a {node.kind}", help)
            return []
        return node.items

    def text(self, node: Node | None, what: str, *, empty: bool = False) -> str:
        """The text of a scalar; a fault, and the empty string, where there is none."""
        if node is None:
            return ""
        if node.text is None:
            self.note(node, "PR203", f"{what} must be text, not a {node.kind}")
            return ""
        if not node.text.strip() and not empty:
            self.note(node, "PR204", f"{what} is empty", "write a value, or remove the key")
        return node.text.strip()

    def words(self, node: Node | None, what: str) -> str:
        """Text that must hold a letter: a number where words belong is a fault."""
        text = self.text(node, what)
        if node is not None and text and not any(letter.isalpha() for letter in text):
            self.note(node, "PR204", f"{what} must be words, not '{text}'")
        return text

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        return tuple(self.text(item, what) for item in self.items(node, what))

    def choice(self, node: Node | None, what: str, known: Collection[str], default: str = "") -> str:
        """One of a closed set of words."""
        if node is None:
            return default
        text = self.text(node, what)
        if text and text not in known:
            self.note(node, "PR205", f"{what} cannot be '{text}'", nearest(text, known))
        return text if text in known else default

    def typed(self, node: Node | None, what: str, convert: Callable[[str], T], example: str) -> T | None:
        """A scalar converted by a function that raises ValueError."""
        if node is None:
            return None
        text = self.text(node, what)
        if not text:
            return None
        try:
            return convert(text)
        except ValueError as error:
            self.note(node, "PR206", f"{what}: {error}", f"write it like `{example}`")
            return None

    def integer(self, node: Node | None, what: str) -> int | None:
        return self.typed(node, what, whole_number, "98")

    def date(self, node: Node | None, what: str) -> date | None:
        return self.typed(node, what, parse_date, "2023-03-19")

    def time(self, node: Node | None, what: str) -> time | None:
        return self.typed(node, what, parse_time, '"18:00"')

    def languages(self, node: Node | None, what: str) -> Mapping[str, str]:
        """A sentence by language, `{en: …, ru: …, kk: …}`; plain text is English."""
        if node is None:
            return {}
        if node.text is not None:
            return {"en": self.text(node, what)}
        return {code: self.text(value, what) for code, value in self.fields(node, what, ("en",), ("ru", "kk")).items()}


def whole_number(text: str) -> int:
    """A whole number of zero or more, digits only; commas and spaces that group thousands are refused, not guessed."""
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise ValueError(f"'{text}' is not a whole number written in digits")
    return int(text)
