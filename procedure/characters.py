"""Characters that no file may hold, and text made fit to be shown on one line."""

import re
import unicodedata

LONGEST = 600
LONGEST_NAME = 80

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"  # control characters, and line breaks that few editors show
    "\u202a-\u202e\u2066-\u2069"  # those that make text run the other way than it is read
    "\ufeff\ud800-\udfff\ufffe\uffff]"  # a byte-order mark inside the text, halves of letters, no characters at all
)


def named(letter: str) -> str:
    """A character by its number and, if it has one, its name: `U+043E CYRILLIC SMALL LETTER O`."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


def shown(text: str) -> str:
    """Text fit for one line of a terminal: visible, and without the middle where it is long."""
    return visible(_cut(text, LONGEST))


def quoted(text: str) -> str:
    """A name or value as it stands in a file, between quotes, and without the middle where it is long."""
    return f"'{visible(_cut(text, LONGEST_NAME))}'"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def visible(text: str) -> str:
    """Text in which every character that cannot be seen is written out by its number."""
    return text if text.isprintable() else "".join(each if each.isprintable() else _escape(each) for each in text)


def width(letter: str) -> int:
    """How many columns of a terminal a printable character takes."""
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def strange(name: str, like: str) -> str:
    """The first letter of a name that its likeness does not have and that is easily taken for another."""
    return next((letter for letter in name if letter not in like and not letter.isascii()), "")


def _escape(letter: str) -> str:
    """A character written out by its number, as YAML and Python write it."""
    number = ord(letter)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
