"""Phrases put into words: a catalogue of whole sentences for each language, and how each writes dates and numbers."""

import re
import string
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from procedure.law import Law
from procedure.verdict import Phrase, Report
from procedure.words import en

CATALOGUES = {"en": en}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?")


@frozen
class Speaker:
    """Puts phrases into words; `cite` writes a norm, `name` an act or a kind of act."""

    cite: Callable[[str], str]
    name: Callable[[str], str]
    language: str = "en"

    @property
    def catalogue(self) -> Any:
        return CATALOGUES[self.language]

    def say(self, phrase: Phrase | None) -> str:
        """The sentence of a phrase; nothing for none."""
        if phrase is None:
            return ""
        values = dict(phrase.values)
        sentences: Mapping[str, str] = self.catalogue.SENTENCES
        key = phrase.key
        if values.get("minutes") == 0 and f"{key}.exact" in sentences:
            key += ".exact"
        elif "minutes" in values and f"{key}.minutes" in sentences:
            key += ".minutes"
        elif values.get("days") == 0 and f"{key}.none" in sentences:
            key += ".none"
        return _Sentence(self).vformat(sentences[key], (), values)

    # how values are written

    def date(self, iso: str) -> str:
        """A date as the language writes it."""
        found = _ISO.match(iso)
        if not found:
            return iso
        year, month, day = (int(part) for part in found.groups()[:3])
        return f"{day} {self.catalogue.MONTHS[month - 1]} {year}"

    def moment(self, iso: str) -> str:
        """A moment as the language writes it: a day, a day and time, the end of a day, or two bounds."""
        first, two, last = iso.partition("/")
        if two:
            return self._between(first, last)
        found = _ISO.fullmatch(iso)
        if not found or found[4] is None:
            return self.date(iso)
        if (found[4], found[5]) == ("23", "59") and found[6] == "59":
            return f"the end of {self.date(iso)}"
        return f"{self.date(iso)}, {found[4]}:{found[5]}"

    def _between(self, first: str, last: str) -> str:
        if first[:10] == last[:10]:
            day = self.date(first)
            start = _clock(first)
            end = _clock(last)
            if start and not end:
                return f"{day}, not before {start}"
            if end and not start:
                return f"{day}, not after {end}"
            return f"{day}, between {start} and {end}"
        return f"between {self.moment(first)} and {self.moment(last)}"

    def number(self, value: int) -> str:
        return f"{value:,}"

    def counted(self, value: int, what: str) -> str:
        """A number with its noun in the right form."""
        hours, rest = divmod(value, 60)
        if what == "minutes" and hours:
            return " ".join([self.counted(hours, "hours"), *([self.counted(rest, "minutes")] if rest else [])])
        one, many = self.catalogue.COUNTED[what]
        return f"{self.number(value)} {one if value == 1 else many}"

    def listed(self, names: Sequence[str], last: str = "and") -> str:
        """Names in a row."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {last} {names[-1]}"


def _clock(iso: str) -> str:
    found = _ISO.fullmatch(iso)
    if not found or found[4] is None or (found[4], found[5], found[6]) == ("23", "59", "59"):
        return ""
    return f"{found[4]}:{found[5]}"


class _Sentence(string.Formatter):
    """Fills a sentence; what follows the colon says how the value is written."""

    def __init__(self, speaker: Speaker):
        self.speaker = speaker

    def format_field(self, value: Any, spec: str) -> str:
        speak = self.speaker
        plain: dict[str, Callable[[Any], str]] = {
            "": str,
            "moment": speak.moment,
            "date": speak.date,
            "clock": lambda each: _clock(each) or speak.moment(each),
            "number": speak.number,
            "amount": lambda each: speak.number(each) if isinstance(each, int) else str(each),
            "words": lambda each: str(each).replace("_", " "),
            "cite": speak.cite,
            "name": lambda each: f"“{speak.name(each)}”",
            "names": lambda each: speak.listed([f"“{speak.name(one)}”" for one in each], "or"),
            "way": lambda each: ", then ".join(f"“{speak.name(one)}”" for one in each),
            "and": lambda each: speak.listed(list(each), "and"),
            "or": lambda each: speak.listed(list(each), "or"),
            "declared": lambda each: "nothing declared" if each == "computed" else f"declared: {each}",
        }
        return plain[spec](value) if spec in plain else speak.counted(int(value), spec)


def speaker(report: Report, language: str = "en") -> Speaker:
    """A speaker that cites and names as a report does."""
    cites = {norm.id: norm.cite for norm in report.norms}
    return Speaker(lambda norm: cites.get(norm, norm), plain_name, language)


def speaker_of(law: Law, language: str = "en") -> Speaker:
    """A speaker that cites by the law itself."""
    return Speaker(law.cite, plain_name, language)


def plain_name(act: str) -> str:
    """An act or a kind of act in words."""
    return act.strip("()").replace("_", " ").replace("-", " ")
