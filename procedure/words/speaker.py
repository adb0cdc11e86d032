"""Puts phrases into words, in the language of the reader and with the names of the country's own data."""

import re
from collections.abc import Mapping, Sequence
from datetime import date as Day

from attrs import field

from procedure.hearing import VINTAGE
from procedure.law import Axis, Law
from procedure.outcomes import Assignment
from procedure.periods import Period
from procedure.values import frozen
from procedure.verdict import Phrase, Report, Value
from procedure.votes import Share
from procedure.words.catalogue import Catalogue
from procedure.words.names import Names
from procedure.words.sentences import filled
from procedure.words.texts import Texts

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?")
_OF_BASE = re.compile(r"(.+) \((.+)\)")


@frozen
class Speaker:
    """Puts phrases into words; `kinds` tells the kind of an act by its id, `cites` writes a norm by its id."""

    language: str
    catalogue: Catalogue
    cites: Mapping[str, str] = field(factory=dict)
    kinds: Mapping[str, str] = field(factory=dict)
    law: Law | None = None
    names: Names = Names()
    actors: Mapping[str, str] = field(factory=dict)
    sentences: Mapping[str, str] = field(factory=dict)
    """The sentence of a state in this language, by the sentence that the machine has for it."""

    texts: Texts = Texts()
    """What the log says in its own words in this language, where that is not English."""

    # sentences

    def say(self, phrase: Phrase | None) -> str:
        """The sentence of a phrase; nothing for none."""
        if phrase is None:
            return ""
        return self.tell(phrase.key, **dict(phrase.values))

    def tell(self, key: str, **values: Value | Day | None) -> str:
        """The sentence with this key, filled; where days are nought or minutes are told, its variant for that."""
        if values.get("minutes") == 0 and f"{key}.exact" in self.catalogue.sentences:
            key += ".exact"
        elif "minutes" in values and f"{key}.minutes" in self.catalogue.sentences:
            key += ".minutes"
        elif values.get("days") == 0 and f"{key}.none" in self.catalogue.sentences:
            key += ".none"
        return filled(self.catalogue.sentences[key], self, values)

    # how values are written

    def date(self, iso: str | Day) -> str:
        """A date as the language writes it."""
        found = _ISO.match(str(iso))
        if not found:
            return str(iso)
        year, month, day = (int(part) for part in found.groups()[:3])
        return self.catalogue.sentences["date"].format(day=day, month=self.catalogue.months[month - 1], year=year)

    def moment(self, iso: str | Day) -> str:
        """A moment as the language writes it: a day, a day and time, the end of a day, or two bounds."""
        first, two, last = str(iso).partition("/")
        if two:
            return self._between(first, last)
        clock = self.clock(first)
        if clock:
            return self.tell("moment.clock", day=self.date(first), clock=clock)
        found = _ISO.fullmatch(first)
        ends = found is not None and found[4] is not None
        return self.tell("moment.end", day=self.date(first)) if ends else self.date(first)

    def _between(self, first: str, last: str) -> str:
        if first[:10] != last[:10]:
            return self.tell("moment.between", first=self.moment(first), last=self.moment(last))
        day, start, end = self.date(first), self.clock(first), self.clock(last)
        key = "between_clocks" if start and end else "not_before" if start else "not_after"
        return self.tell(f"moment.{key}", day=day, start=start, end=end)

    def clock(self, iso: str) -> str:
        """The time of day of a moment; empty where it has none, or is the end of its day."""
        found = _ISO.fullmatch(iso)
        if not found or found[4] is None or (found[4], found[5], found[6]) == ("23", "59", "59"):
            return ""
        return f"{found[4]}:{found[5]}"

    def number(self, value: int) -> str:
        """A whole number with its thousands parted."""
        return f"{value:,}".replace(",", self.catalogue.group)

    def decimal(self, value: Value | Day | None) -> str:
        """A number that is already written out as in English, with the signs of the language."""
        parted = str(value).replace(",", self.catalogue.group).replace(".", self.catalogue.decimal)
        return parted if self.language == "en" else parted.replace("(about ", "(≈\u00a0")

    def counted(self, value: int, what: str) -> str:
        """A number with its noun in the right form."""
        hours, rest = divmod(value, 60)
        if what == "minutes" and hours:
            return " ".join([self.counted(hours, "hours"), *([self.counted(rest, "minutes")] if rest else [])])
        forms = self.catalogue.counted[what]
        return f"{self.number(value)} {forms[min(self.catalogue.plural(value), len(forms) - 1)]}"

    def period(self, text: str, form: str = "") -> str:
        """A period as the language writes it, in another grammatical form where the sentence asks for one."""
        try:
            period = Period.parse(text)
        except ValueError:
            return text
        return self.counted(period.count, f"{period.unit} {form}".strip())

    def share(self, text: str) -> str:
        """A share of a base as the language writes it."""
        try:
            share = Share.parse(text)
        except ValueError:
            return text
        amount = self.decimal(str(share).removeprefix(share.direction).partition(" of ")[0].strip())
        told = self.tell(f"share.{share.direction}", amount=amount, base=share.base)
        return self.tell(f"share.rounded_{share.rounding}", share=told) if share.rounding else told

    def of_whole(self, base: str) -> str:
        """The whole of which a share is taken, in the form that follows a share; the data may have words of its own."""
        return self.names.words.get(f"of {base}") or self.tell("share.of", base=base)

    def of_base(self, text: str) -> str:
        """A number or share with its base in brackets, such as `116/77 (statutory seats)`."""
        found = _OF_BASE.fullmatch(text)
        return f"{found[1]} ({self.word(found[2])})" if found else text

    def listed(self, names: Sequence[str], last: str = "and") -> str:
        """Names in a row; the last one led by and, or, or then."""
        if len(names) < 2:
            return "".join(names)
        if last == "then":
            return self.tell("list.then").join(names)
        return self.tell(f"list.{last}", head=", ".join(names[:-1]), last=names[-1])

    def quoted(self, text: str) -> str:
        """Text in the quotation marks of the language."""
        return text.join(self.catalogue.quotes)

    # norms and readings

    def cite(self, norm: str) -> str:
        """A norm as a lawyer writes it."""
        return self.cites.get(norm, norm)

    def title(self, norm: str) -> str:
        """What a norm is about, in a few words; its citation where the law is not at hand."""
        found = self.law.norms.get(norm) if self.law else None
        return self.of(found.title) if found else self.cite(norm)

    def says(self, norm: str, since: Day | None) -> str:
        """What a norm says in the version that began on a day; empty where the law has none."""
        found = self.law.norms.get(norm) if self.law else None
        version = next((each for each in found.versions if each.since == since), None) if found else None
        return self.of(version.says) if version else ""

    def why_silent(self, norm: str) -> str:
        """Why a norm is not encoded; empty where it is, or the law is not at hand."""
        found = self.law.norms.get(norm) if self.law else None
        return self.of(found.not_encoded) if found else ""

    def question(self, axis: str) -> str:
        """The question of an axis; empty where the law on file has no such axis."""
        if axis.startswith(VINTAGE):
            return self.tell("vintage.question", norm=axis.removeprefix(VINTAGE))
        found = self._axis(axis)
        return self.of(found.question) if found else ""

    def answer(self, axis: str, answer: str) -> str:
        """What an answer says; empty where the law on file has no such axis."""
        if axis.startswith(VINTAGE):
            return self.tell(f"vintage.{answer.replace(' ', '_')}")
        found = self._axis(axis)
        return self.of(found.answer(answer).says) if found else ""

    def held_by(self, axis: str, answer: str) -> str:
        """Who holds an answer; empty where the law on file has no such axis."""
        if axis.startswith(VINTAGE):
            return self.tell("vintage.held")
        found = self._axis(axis)
        return self.of(found.answer(answer).held_by) if found else ""

    def _axis(self, name: str) -> Axis | None:
        return self.law.axes.get(name) if self.law else None

    def of(self, texts: Mapping[str, str]) -> str:
        """A text of the data in this language; in English where it has none in this one."""
        return texts.get(self.language) or texts.get("en", "")

    # what the log says in its own words

    def heading(self, report: Report) -> str:
        """The title of the log; in English where it has none in this language."""
        return self.texts.title or report.scenario

    def about(self, report: Report) -> str:
        """What the log is about; in English where it does not say so in this language."""
        return self.texts.about or report.about

    def what(self, act: str) -> str:
        """What was done, by the id of the act, as it is translated; empty where it is not."""
        return self.texts.acts.get(act, "")

    # what the data call things

    def name(self, act: str) -> str:
        """An act, by its id, or a kind of act."""
        return self.names.acts.get(self.kinds.get(act, act)) or plain_name(act)

    def procedure(self, name: str) -> str:
        """A machine."""
        return self.names.procedures.get(name, name)

    def state(self, procedure: str, state: str) -> str:
        """A state of a machine, by its name in the enumeration."""
        return self.names.states.get(procedure, {}).get(state) or state.lower().replace("_", " ")

    def sentence(self, sentence: str) -> str:
        """A state, by the sentence that the machine has for it."""
        return self.sentences.get(sentence, sentence)

    def actor(self, name: str) -> str:
        """Who acts."""
        return self.texts.actors.get(name) or self.actors.get(name) or self.names.words.get(name, name)

    def fact(self, name: str) -> str:
        """A fact of an act."""
        return self.names.facts.get(name) or name.replace("_", " ")

    def term(self, name: str) -> str:
        """A term of a norm."""
        return self.names.terms.get(name) or name.replace("_", " ")

    def word(self, value: str) -> str:
        """A word that is the value of a fact or of a term."""
        return self.names.words.get(value, value)

    def value(self, text: str) -> str:
        """The value of a term as the files write it, in the language: a share, a period, a word."""
        told = self.share(text)
        told = self.period(text) if told == text else told
        return ", ".join(self.word(part) for part in text.split(", ")) if told == text else told

    def case(self, text: str) -> str:
        """A case, such as `district 12`; several are parted by commas."""
        parts = [each.partition(" ") for each in text.split(", ")] if text else []
        return ", ".join(self._case(per, self.actor(name)) for per, _, name in parts)

    def _case(self, per: str, name: str) -> str:
        """What the case is one of, and its name; the name alone where it says what it is."""
        what = self.names.cases.get(per, per)
        return name if what.casefold() in name.casefold().split() else f"{what} {name}".strip()

    def cell(self, assignment: Assignment) -> str:
        """A cell of a matrix: the answer of each axis, by its short name where the data have one."""
        return ", ".join(f"{self.axis(axis)}={self.reading(axis, answer)}" for axis, answer in assignment)

    def axis(self, name: str) -> str:
        """An axis by its short name: an open question, which version governs, or what sources say of an act."""
        if name.startswith(VINTAGE):
            return self.tell("vintage", norm=name.removeprefix(VINTAGE))
        act, about, facts = name.partition(": ")
        if about:
            return f"{self.name(act)}: {', '.join(self.fact(each) for each in facts.split(', '))}"
        return self.names.readings.get(name, {}).get("axis") or name.replace("_", " ")

    def reading(self, axis: str, answer: str) -> str:
        """An answer by its short name; of what sources say of an act, each fact with its value."""
        if axis.startswith(VINTAGE):
            return self.tell(f"vintage.{answer.replace(' ', '_')}")
        if ": " in axis:
            return self.claim(answer)
        return self.names.readings.get(axis, {}).get(answer) or answer.replace("_", " ")

    def claim(self, says: str) -> str:
        """What a claim says of an act: each fact with its value."""
        parts = (each.partition(" ") for each in says.split(", "))
        return ", ".join(f"{self.fact(fact)}{gap}{self.word(value)}" for fact, gap, value in parts)

    def outcome(self, outcome: str) -> str:
        """An outcome, by its value."""
        return self.tell(f"outcome.{outcome}")


def plain_name(act: str) -> str:
    """An act or a kind of act in plain words, where the data have no name for it."""
    return act.strip("()").replace("_", " ").replace("-", " ")
