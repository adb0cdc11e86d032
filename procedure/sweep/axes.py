"""What a sweep varies: facts, dates, actors and standing of acts, terms of the law, readings; with their values."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from math import prod
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from procedure.amend import amended
from procedure.characters import quoted
from procedure.errors import Diagnostic, Place, ProcedureError
from procedure.fact_files import read_fact
from procedure.jurisdiction import FactType
from procedure.moments import Moment, parse_time
from procedure.nearest import nearest
from procedure.reader import Reader, plain_date
from procedure.record import STATUSES, Act, Fact
from procedure.scenario import Scenario, Vary
from procedure.sweep.values import Digits, ranged
from procedure.yaml_text import Node, Text, parse

KEYS = ("facts", "date", "time", "by", "status")

_PATH = re.compile(r"(acts|law|readings)\[([^\]]+)\](?:\.(.+))?")
HOW = "write acts[ID].facts.NAME=0..98, acts[ID].date=2023-03-01..2023-04-30, law[NORM].TERM=A,B or readings[AXIS]=all"


@frozen
class Axis:
    """Something that a sweep varies: where it stands, and its values as text and by type."""

    name: str
    kind: str
    of: str
    key: str
    texts: Sequence[str]
    values: Sequence[Fact]

    @property
    def outer(self) -> bool:
        """Whether each value makes another law or another docket, and not only another log."""
        return self.kind in ("law", "readings")

    @property
    def rising(self) -> bool:
        """Whether its values are whole numbers or days in rising order."""
        if isinstance(self.values, range):
            return True
        plain = all(isinstance(value, int) and not isinstance(value, bool) for value in self.values)
        return (
            (plain or all(isinstance(value, date) for value in self.values))
            and all(
                one < two  # type: ignore[operator]
                for one, two in zip(self.values, self.values[1:], strict=False)
            )
        )

    def put(self, act: Act, digit: int) -> Act:
        """An act with the value of this number."""
        value = self.values[digit]
        if self.kind == "facts":
            return evolve(act, facts={**act.facts, self.key: value})
        if self.kind == "by":
            return evolve(act, by=str(value))
        if self.kind == "status":
            return evolve(act, status=str(value))
        return evolve(act, when=moved(act, self.kind, self.texts[digit]))


@frozen
class Grid:
    """Every combination of the values of some axes, numbered; the last axis turns fastest."""

    axes: tuple[Axis, ...]

    @property
    def size(self) -> int:
        return prod(len(axis.values) for axis in self.axes)

    @property
    def turn(self) -> int:
        """How many variants stand under one law and one choice of readings, one after another."""
        return prod(len(axis.values) for axis in self.axes if not axis.outer)

    def digits(self, number: int) -> tuple[int, ...]:
        """Which value each axis has in a variant."""
        found = []
        for axis in reversed(self.axes):
            number, digit = divmod(number, len(axis.values))
            found.append(digit)
        return tuple(reversed(found))


def axes(scenario: Scenario, written: Sequence[Vary]) -> tuple[Axis, ...]:
    """The axes of a sweep, read; those of law and readings first, numbers last; ProcedureError with all faults."""
    faults: list[Diagnostic] = []
    found: list[Axis] = []
    for each in written:
        reader = _Axis(scenario, each, faults)
        axis = reader.read()
        if axis is not None and any(axis.name == other.name for other in found):
            reader.fault(0, "PR205", f"{axis.name} is varied twice", "keep one of the two")
        elif axis is not None:
            found.append(axis)
    if faults:
        raise ProcedureError(faults)
    return tuple(sorted(found, key=lambda axis: (not axis.outer, axis.kind == "facts")))


@frozen
class _Axis:
    """One axis that is being read."""

    scenario: Scenario
    vary: Vary
    faults: list[Diagnostic]

    def fault(self, offset: int, code: str, message: str, help: str = "") -> None:
        place = self.vary.place
        where = Place(place.file, place.line, place.column + offset)
        self.faults.append(Diagnostic(where, code, message, help, self.vary.source or self.vary.text))

    def read(self) -> Axis | None:
        path, equals, written = self.vary.text.partition("=")
        found = _PATH.fullmatch(path.strip())
        if not found or not equals:
            self.fault(0, "PR103", f"{quoted(self.vary.text)} does not say what varies", HOW)
            return None
        what, of, rest = found[1], found[2].strip(), (found[3] or "").strip()
        at = len(path) + 1
        if what == "acts":
            return self._of_act(path.strip(), of, rest, written, at)
        if what == "law":
            return self._of_law(path.strip(), of, rest, written, at)
        return self._of_readings(path.strip(), of, rest, written, at)

    def _of_act(self, name: str, of: str, rest: str, written: str, at: int) -> Axis | None:
        try:
            act = self.scenario.act(of)
        except KeyError:
            ids = [each.id for each in self.scenario.acts]
            several = [each.id for each in self.scenario.acts if each.kind == of]
            help = f"{len(several)} acts are of that kind: {', '.join(several)}" if several else nearest(of, ids)
            self.fault(name.index("[") + 1, "PR207", f"no act has the id {quoted(of)}", help)
            return None
        key, _, fact = rest.partition(".")
        if key not in KEYS or (key == "facts") != bool(fact):
            help = nearest(rest, [*KEYS[1:], *(f"facts.{each}" for each in self._facts(act))])
            self.fault(name.index("]") + 2, "PR201", f"{quoted(rest)} of an act cannot be varied", help)
            return None
        if key == "facts" and fact not in self._facts(act):
            help = nearest(fact, self._facts(act)) or "it has none"
            self.fault(len(name) - len(fact), "PR207", f"the act {quoted(act.kind)} has no fact {quoted(fact)}", help)
            return None
        if key in ("date", "time") and any(
            claim.order and claim.order[1] == act.id and claim.when
            for each in self.scenario.acts
            for axis in each.claims
            for claim in axis.claims
        ):
            message = f"claims about other acts say that they came before or after {quoted(act.id)}"
            self.fault(0, "PR206", message, "vary the day in scenarios of their own")
            return None
        texts = self._texts(written, at)
        whole = isinstance(texts, Digits) and key == "facts" and self._facts(act)[fact].name == "integer"
        ends = (texts[0], texts[-1]) if whole else texts
        values = [self._value(act, key, fact, text, at + written.find(text)) for text in ends]
        if any(value is None for value in values) or not values:
            return None
        if whole and isinstance(texts, Digits):
            return Axis(name, key, act.id, fact, texts, texts.numbers)
        return Axis(name, key, act.id, fact, texts, tuple(value for value in values if value is not None))

    def _facts(self, act: Act) -> Mapping[str, FactType]:
        return self.scenario.country.vocabulary.acts[act.kind].facts

    def _value(self, act: Act, key: str, fact: str, text: str, at: int) -> Fact | None:
        """A value by its type; None, and a fault, where it is not of it."""
        reader = Reader()
        node = Node(Text(self.vary.place.file, [self.vary.text]), 1, at + 1, text=text)
        try:
            if key == "facts":
                kind = self.scenario.country.vocabulary.acts[act.kind].facts[fact]
                value = read_fact(reader, node, fact, kind, self.scenario.country.zone)
                for each in reader.faults:
                    self.fault(at, each.code, each.message, each.help)
                return value
            if key in ("by", "status"):
                known = STATUSES if key == "status" else self.scenario.actors
                if text not in known:
                    self.fault(at, "PR207", f"{key}: {quoted(text)} is not known", nearest(text, known))
                    return None
                return text
            moved(act, key, text)
            return parse_time(text) if key == "time" else plain_date(text)
        except ValueError as error:
            self.fault(at, "PR206", f"{key}: {error}", HOW)
            return None

    def _of_law(self, name: str, of: str, term: str, written: str, at: int) -> Axis | None:
        law = self.scenario.country.law
        norm = law.resolve(of)
        if norm is None:
            self.fault(name.index("[") + 1, "PR207", f"no norm {quoted(of)} is known", nearest(of, law.norms))
            return None
        terms = {each for version in norm.versions for each in version.terms}
        if term not in terms:
            help = nearest(term, terms) or "it has none"
            self.fault(name.index("]") + 2, "PR207", f"{norm.id} has no term {quoted(term)}", help)
            return None
        texts = self._texts(written, at)
        for text in texts:
            reader = Reader()
            amend = [{"norm": norm.id, "term": term, "value": text}]
            node = parse(json.dumps(amend, ensure_ascii=False), self.vary.place.file)
            amended(reader, self.scenario.country, node, self.scenario.actors)
            for each in reader.faults:
                self.fault(at + written.find(text), each.code, each.message, each.help)
        return Axis(name, "law", norm.id, term, texts, texts) if texts else None

    def _of_readings(self, name: str, of: str, rest: str, written: str, at: int) -> Axis | None:
        known = self.scenario.country.law.axes
        if of not in known or rest:
            message = f"no reading axis {quoted(of)} is known"
            message = f"{quoted(rest)} is one thing too many" if of in known else message
            self.fault(name.index("[") + 1, "PR207", message, nearest(of, known))
            return None
        answers = [answer.name for answer in known[of].answers]
        texts = tuple(answers) if written.strip() == "all" else self._texts(written, at)
        for text in texts:
            if text not in answers:
                message = f"the reading {quoted(of)} has no answer {quoted(text)}"
                self.fault(at + written.find(text), "PR205", message, nearest(text, answers))
        return Axis(name, "readings", of, "", texts, texts)

    def _texts(self, written: str, at: int) -> Sequence[str]:
        """The values as they are written: a range, a draw, or a list."""
        text = written.strip()
        try:
            found = ranged(text)
        except ValueError as error:
            self.fault(at, "PR206", f"{quoted(text)}: {error}", HOW)
            return ()
        if found is not None:
            return found
        parts = tuple(part.strip() for part in text.split(","))
        if not all(parts):
            self.fault(at, "PR204", "a value is missing here", "write values with commas between them: A, B, C")
            return ()
        for part in {part for part in parts if parts.count(part) > 1}:
            self.fault(at + written.find(part), "PR205", f"the value {quoted(part)} stands twice", "keep one")
        return parts


def moved(act: Act, key: str, text: str) -> Moment:
    """The moment of an act on another day or at another time."""
    day, clock, zone = act.when.day(), act.when.local_time(), act.when.zone
    if day is None:
        raise ValueError("only bounds of the day are on record, so that nothing says what the day is to be moved from")
    if key == "time":
        return Moment.at(day, parse_time(text), zone)
    other = plain_date(text)
    if act.when.precision == "interval":
        first, last = (each.astimezone(ZoneInfo(zone)).time() for each in (act.when.earliest, act.when.latest))
        return Moment.between(Moment.at(other, first, zone), Moment.at(other, last, zone))
    return Moment.at(other, clock, zone) if clock is not None else Moment.on(other, zone)
