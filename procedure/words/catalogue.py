"""What a language brings: whole sentences by key, and how it writes dates, numbers and lists."""

from collections.abc import Callable, Mapping
from importlib import import_module

from procedure.values import frozen

LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
"""The languages that the library speaks, each by its own name."""


@frozen
class Catalogue:
    """A language: `plural` says which form of a counted noun a number takes, `group` parts the thousands."""

    sentences: Mapping[str, str]
    months: tuple[str, ...]
    counted: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]
    quotes: tuple[str, str]
    group: str
    decimal: str


def joined(*parts: Mapping[str, str]) -> Mapping[str, str]:
    """The sentences of several rooms as one; ValueError where two have one key."""
    together: dict[str, str] = {}
    for part in parts:
        twice = together.keys() & part.keys()
        if twice:
            raise ValueError(f"two sentences have one key: {', '.join(sorted(twice))}")
        together.update(part)
    return together


def catalogue(language: str) -> Catalogue:
    """The catalogue of a language, imported when it is first asked for; KeyError when there is none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    found: Catalogue = import_module(f"procedure.words.{language}").CATALOGUE
    return found
