"""Fills the sentences of a catalogue: what follows the colon says how a value is written."""

import string
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procedure.words.speaker import Speaker


class Sentence(string.Formatter):
    """A sentence that a speaker fills: `{limit:moment}`, `{norm:cite}`, `{days:days}`, and so on."""

    def __init__(self, speaker: "Speaker"):
        self.speaker = speaker

    def format_field(self, value: Any, spec: str) -> str:
        way = WAYS.get(spec)
        return way(self.speaker, value) if way else self.speaker.counted(int(value), spec)


def _each(way: Callable[["Speaker", Any], str], last: str) -> Callable[["Speaker", Any], str]:
    return lambda speak, values: speak.listed([way(speak, each) for each in values], last)


WAYS: dict[str, Callable[["Speaker", Any], str]] = {
    "": lambda speak, value: str(value),
    "plain": lambda speak, value: str(value).replace("_", " "),
    # times
    "moment": lambda speak, value: speak.moment(value),
    "date": lambda speak, value: speak.date(value),
    "clock": lambda speak, value: speak.clock(value),
    "period": lambda speak, value: speak.period(value),
    "period_of": lambda speak, value: speak.period(value, "of"),
    # numbers
    "number": lambda speak, value: speak.number(value),
    "amount": lambda speak, value: speak.number(value) if isinstance(value, int) else speak.decimal(value),
    "decimal": lambda speak, value: speak.decimal(value),
    "share": lambda speak, value: speak.share(value),
    "of_whole": lambda speak, value: speak.of_whole(value),
    "of_bases": lambda speak, values: speak.listed([speak.of_base(each) for each in values]),
    # norms and acts
    "cite": lambda speak, value: speak.cite(value),
    "title": lambda speak, value: speak.title(value),
    "name": lambda speak, value: speak.quoted(speak.name(value)),
    "names": _each(lambda speak, each: speak.quoted(speak.name(each)), "or"),
    "way": _each(lambda speak, each: speak.quoted(speak.name(each)), "then"),
    # what the data call things
    "actor": lambda speak, value: speak.actor(value),
    "actors": _each(lambda speak, each: speak.actor(each), "or"),
    "actors_and": _each(lambda speak, each: speak.actor(each), "and"),
    "fact": lambda speak, value: speak.fact(value),
    "term": lambda speak, value: speak.term(value),
    "word": lambda speak, value: speak.word(value),
    "words_or": _each(lambda speak, each: speak.word(each), "or"),
    "state": lambda speak, value: speak.sentence(value),
    "states_or": _each(lambda speak, each: speak.sentence(each), "or"),
    "procedure": lambda speak, value: speak.procedure(value),
    "case": lambda speak, value: speak.case(value),
    "outcome": lambda speak, value: speak.outcome(value),
    "declared": lambda speak, value: (
        speak.tell("declared.none") if value == "computed" else speak.tell("declared.as", word=value)
    ),
    # plain lists
    "and": _each(lambda speak, each: str(each), "and"),
    "or": _each(lambda speak, each: str(each), "or"),
}
