"""Fills the sentences of a catalogue: what follows the colon says how a value is written."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procedure.words.speaker import Speaker


@cache
def _parts(sentence: str) -> tuple[tuple[str, str | None, str], ...]:
    """The pieces of a sentence: fixed words, and after them a value by its name, and the way in which it is written."""
    return tuple((words, name, way or "") for words, name, way, _ in Formatter().parse(sentence))


def filled(sentence: str, speaker: "Speaker", values: Mapping[str, Any]) -> str:
    """A sentence that a speaker fills: `{limit:moment}`, `{norm:cite}`, `{days:days}`, and so on."""
    told: list[str] = []
    for words, name, way in _parts(sentence):
        told.append(words)
        if name is not None:
            write = WAYS.get(way)
            told.append(write(speaker, values[name]) if write else speaker.counted(int(values[name]), way))
    return "".join(told)


def _each(way: Callable[["Speaker", Any], str], last: str) -> Callable[["Speaker", Any], str]:
    return lambda speak, values: speak.listed([way(speak, each) for each in values], last)


_MEASURE = re.compile(r"([0-9]{1,18})(?: (\w+))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _measure(speak: "Speaker", value: str, form: str = "") -> str:
    """A number with what it counts, such as `50 votes`, in a grammatical form; a day as a date; other words stay."""
    found = _MEASURE.fullmatch(value)
    if not found:
        return speak.date(value) if _DAY.fullmatch(value) else value
    number, noun = int(found[1]), found[2]
    return speak.counted(number, f"{noun} {form}".strip()) if noun else speak.number(number)


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
    "measure": _measure,
    "measure_of": lambda speak, value: _measure(speak, value, "of"),
    "share": lambda speak, value: speak.share(value),
    "of_whole": lambda speak, value: speak.of_whole(value),
    "of_bases": lambda speak, values: speak.listed([speak.of_base(each) for each in values]),
    # norms and acts
    "cite": lambda speak, value: speak.cite(value),
    "title": lambda speak, value: speak.title(value),
    "name": lambda speak, value: speak.quoted(speak.name(value)),
    "names": _each(lambda speak, each: speak.quoted(speak.name(each)), "or"),
    "names_and": _each(lambda speak, each: speak.quoted(speak.name(each)), "and"),
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
