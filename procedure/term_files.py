"""The terms of norms and readings as text: numbers, periods, shares, moments, times, words, or not yet read."""

import re
from collections.abc import Mapping

from procedure.characters import quoted
from procedure.law import UNKNOWN, Term
from procedure.moments import parse_time
from procedure.periods import END, FIRST, MONTH_END, ROLLS
from procedure.reader import Reader, plain_moment, plain_period, whole_number
from procedure.votes import DIRECTIONS, Share
from procedure.yaml_text import Node

COUNTING_WORDS = {"first": tuple(FIRST), "end": END, "rolls": ROLLS, "month_end": MONTH_END}
"""The parameters that say how days are counted, and the words that each may be."""

_DECIMAL = re.compile(r"[0-9]{1,18}\.[0-9]{1,18}")
_TIME = re.compile(r"[0-9]{1,2}:.*")
_MOMENT = re.compile(r"[0-9]{4}-.*")
_SHARE = re.compile(rf"(({'|'.join(DIRECTIONS)}) .*|majority of .*|[0-9.]+(/[0-9]+| ?%).*)")
_PERIOD = re.compile(r"[0-9]+ *[^\W0-9_].*")


def parse_term(text: str, zone: str) -> Term:
    """A term by its form: `98`, `40 days`, `more than 1/2 of seats`, `2023-02-08 18:00`, `07:00`, words, `unknown`.

    What begins like a number or a share and is none raises ValueError, so that no misspelt unit passes as words.
    """
    if text == "unknown":
        return UNKNOWN
    if _DECIMAL.fullmatch(text):
        return text
    if _TIME.fullmatch(text):
        return parse_time(text)
    if _MOMENT.fullmatch(text):
        return plain_moment(text, zone)
    if _SHARE.fullmatch(text):
        return _share(text)
    if _PERIOD.fullmatch(text):
        return plain_period(text)
    if re.match(r"[-+]?[0-9]", text):
        return whole_number(text)
    return text


def _share(text: str) -> Share:
    """A share, of numbers that are not beyond all measure."""
    if re.search(r"[0-9]{19}", text):
        raise ValueError(f"{quoted(text)} holds a number of more than 18 digits")
    return Share.parse(text)


def read_terms(reader: Reader, node: Node | None, what: str, zone: str) -> Mapping[str, Term]:
    """The terms under a key, by name."""
    terms: dict[str, Term] = {}
    for name, (_, value) in (reader.entries(node, what) if node else {}).items():
        named = f"term {quoted(name)}"
        if name in COUNTING_WORDS:
            word = reader.choice(value, named, (*COUNTING_WORDS[name], "unknown"))
            terms[name] = UNKNOWN if word == "unknown" else word
        elif value.items is not None:
            terms[name] = reader.texts(value, named)
        else:
            term = reader.typed(value, named, lambda text: parse_term(text, zone), "40 days")
            if term is not None:
                terms[name] = term
    return terms
