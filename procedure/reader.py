"""Reading values out of YAML nodes by type; faults gather and are raised together."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, time
from typing import TypeVar

from attrs import define, field

from procedure.characters import quoted
from procedure.errors import Diagnostic, FileError, Place
from procedure.forms import LANGUAGES, Form
from procedure.moments import Moment, parse_date, parse_time
from procedure.nearest import LISTED, nearest
from procedure.periods import Period
from procedure.yaml_text import Node

T = TypeVar("T")

YEARS = range(1000, 3000)
MOST_YEARS = 500
DAYS = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1,
    "working days": 1.5,
    "weeks": 7,
    "months": 30.5,
    "years": 365.25,
}
MOST_FAULTS = 500

_SHAPES = {"text": "text", "list": "a list", "mapping": "keys with values"}


@define
class Reader:
    """Takes nodes apart; what is wrong is noted in `faults` and reading goes on."""

    faults: list[Diagnostic] = field(factory=list)
    spoiled: set[Place] = field(factory=set)

    def examined(self, faults: Iterable[Diagnostic]) -> None:
        """Take over the faults of a text; what they already say of a value is not said again in other words."""
        found = list(faults)
        self.faults += found
        self.spoiled |= {fault.place for fault in found}

    def note(self, node: Node, code: str, message: str, help: str = "") -> None:
        """A fault of a value, unless the text itself is at fault there; after too many, FileError with those so far."""
        mangled = self.spoiled and "\ufffd" in (node.text or "")
        if node.place not in self.spoiled and not mangled:
            self.faults.append(node.fault(code, message, help))
        if len(self.faults) > MOST_FAULTS:
            message = f"more than {MOST_FAULTS} faults; the rest of the file is not told"
            raise FileError([*self.faults, node.fault("PR108", message, "mend these first")])

    def fields(
        self, node: Node, what: str, required: Collection[str] = (), optional: Collection[str] = ()
    ) -> dict[str, Node]:
        """The entries of a mapping; unknown and missing keys are faults."""
        entries = self.entries(node, what)
        if node.entries is None:
            return {}
        known = {*required, *optional}
        for name, (key, value) in entries.items():
            if name not in known:
                comma = value.blank and " " in name
                help = (
                    "a comma inside { } begins a new key: put the text before it in quotes"
                    if comma
                    else nearest(name, known)
                )
                self.note(key, "PR201", f"unknown key {quoted(name)} in {what}", help)
        for name in required:
            if name not in entries:
                self.note(node, "PR202", f"{what} lacks the key '{name}'", f"add `{name}: …`")
        return {name: value for name, (_, value) in entries.items() if name in known}

    def form(self, node: Node, form: Form, what: str = "") -> dict[str, Node]:
        """The entries of a mapping that a form describes; `what` names it where its own name says too little."""
        return self.fields(node, what or form.what, form.required, form.optional)

    def entries(self, node: Node, what: str) -> dict[str, tuple[Node, Node]]:
        """The entries of a mapping with free keys."""
        if node.entries is not None:
            return node.entries
        if node.blank:
            self.note(
                node,
                "PR204",
                f"{what}: nothing is written here",
                "write `key: value` lines under it, or remove the key",
            )
        else:
            unspaced = node.text is not None and not node.quoted and re.match(r"[^\s:]+:\S", node.text)
            help = "put a space after the colon" if unspaced else "write lines of the form `key: value`"
            self.note(node, "PR203", f"{what}: this must be keys with values, not {_SHAPES[node.kind]}", help)
        return {}

    def items(self, node: Node | None, what: str) -> list[Node]:
        """The items of a list; nothing for an absent one."""
        if node is None:
            return []
        if node.items is not None:
            return node.items
        if node.blank:
            self.note(node, "PR204", f"{what}: nothing is written here", "write a list, or remove the key")
        else:
            help = f"write [{node.text}]" if node.text and len(node.text) < LISTED else "begin each item with `- `"
            self.note(node, "PR203", f"{what}: this must be a list, not {_SHAPES[node.kind]}", help)
        return []

    def text(self, node: Node | None, what: str, *, empty: bool = False) -> str:
        """The text of a scalar; a fault, and the empty string, where there is none."""
        if node is None:
            return ""
        if node.text is None:
            self.note(
                node,
                "PR203",
                f"{what}: this must be text, not {_SHAPES[node.kind]}",
                "write one value, in quotes if need be",
            )
            return ""
        if not node.text.strip() and not empty:
            self.note(node, "PR204", f"{what}: nothing is written here", "write a value, or remove the key")
        return node.text.strip()

    def words(self, node: Node | None, what: str) -> str:
        """Text that must hold a letter: a number where words belong is a fault."""
        text = self.text(node, what)
        if node is not None and text and not any(letter.isalpha() for letter in text):
            self.note(node, "PR204", f"{what}: this must be words, not {quoted(text)}", "write it in words")
        return text

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        return tuple(self.text(item, what) for item in self.items(node, what))

    def choice(self, node: Node | None, what: str, known: Collection[str], default: str = "") -> str:
        """One of a closed set of words."""
        if node is None:
            return default
        text = self.text(node, what)
        if text and text not in known:
            self.note(node, "PR205", f"{what}: {quoted(text)} cannot stand here", nearest(text, known))
        return text if text in known else default

    def flag(self, node: Node | None, what: str) -> bool:
        """Whether a key says `true`; an absent one does not."""
        return self.choice(node, what, ("true", "false"), "false") == "true"

    def typed(self, node: Node | None, what: str, convert: Callable[[str], T], example: str) -> T | None:
        """A scalar converted by a function that raises ValueError."""
        if node is None:
            return None
        text = self.text(node, what)
        if not text:
            return None
        try:
            return convert(text)
        except (ValueError, OverflowError) as error:
            self.note(node, "PR206", f"{what}: {error}", f"write it like `{example}`")
            return None

    def integer(self, node: Node | None, what: str) -> int | None:
        return self.typed(node, what, whole_number, "98")

    def date(self, node: Node | None, what: str) -> date | None:
        return self.typed(node, what, plain_date, "2023-03-19")

    def time(self, node: Node | None, what: str) -> time | None:
        return self.typed(node, what, parse_time, '"18:00"')

    def languages(self, node: Node | None, what: str, *, numbers: bool = False) -> Mapping[str, str]:
        """A text by language, `{en: …, ru: …, kk: …}`; plain text is English; a mere number only where it may stand."""
        if node is None:
            return {}
        take = self.text if numbers else self.words
        if node.text is not None:
            return {"en": take(node, what)}
        fields = self.form(node, LANGUAGES, what)
        return {code: take(value, f"{what} in '{code}'") for code, value in fields.items()}


def whole_number(text: str) -> int:
    """A whole number of zero or more, digits only; commas and spaces that group thousands are refused, not guessed."""
    if text.isascii() and text.isdigit():
        if len(text) > 18:
            raise ValueError(f"the number has {len(text)} digits, and at most 18 are read")
        return int(text)
    if re.fullmatch(r"[0-9]{1,3}([ ,'_\u00a0\u202f][0-9]{3})+", text):
        digits = "".join(letter for letter in text if letter.isdigit())
        raise ValueError(f"{quoted(text)} is not a whole number: write {digits}, without separators")
    raise ValueError(f"{quoted(text)} is not a whole number written in digits")


def plain_date(text: str) -> date:
    """A date within the years that a log or a statute book can speak of."""
    day = parse_date(text)
    if day.year not in YEARS:
        raise ValueError(f"the year {text[:4]} is not between {YEARS[0]} and {YEARS[-1]}")
    return day


def plain_moment(text: str, zone: str) -> Moment:
    """A moment within the years that a log or a statute book can speak of."""
    for year in re.findall(r"(?:^|/)([0-9]{4})-", text):
        if int(year) not in YEARS:
            raise ValueError(f"the year {year} is not between {YEARS[0]} and {YEARS[-1]}")
    return Moment.parse(text, zone)


def plain_period(text: str) -> Period:
    """A period that ends within the calendar from any day that a log can speak of."""
    period = Period.parse(text)
    if period.count * DAYS[period.unit] > MOST_YEARS * DAYS["years"]:
        raise ValueError(f"{quoted(text)} is longer than {MOST_YEARS} years")
    return period
