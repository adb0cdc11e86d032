"""A rule hears an act: what is on record, what the norm's terms are, and which open questions were asked on the way."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import define, evolve, field

from procedure.law import UNKNOWN, Axis, Case, Law, Norm, Term, Version
from procedure.machine import NormRef
from procedure.moments import Moment
from procedure.outcomes import Status
from procedure.record import Act, ClaimAxis, Fact, Kept
from procedure.values import frozen
from procedure.verdict import Heard, Phrase, say
from procedure.watch import Watch


class AxisNeeded(Exception):
    """A rule asked a question that this cell has not answered yet."""

    def __init__(self, axis: str, answers: tuple[str, ...]):
        self.axis = axis
        self.answers = answers


class NotKnown(Exception):
    """What decides is not known; says what the law asked, as far as that is known, and what is missing."""

    def __init__(self, shown: Phrase, asked: Phrase | None = None, repair: Phrase | None = None):
        self.shown = shown
        self.asked = asked
        self.repair = repair

    def heard(self) -> Heard:
        """The same as what a rule says."""
        return Heard(Status.UNKNOWN, self.asked or say("asked.norm"), self.shown, repair=self.repair)


VINTAGE = "vintage: "
VINTAGES = ("as opened", "as amended")
"""The answers where an amendment falls inside a running case and no transitional rule is known."""


@frozen
class TermOf:
    """A number that a term of a norm carries, such as the statutory seats."""

    norm: NormRef
    term: str


@frozen
class NumberIn:
    """A number that the last act of a kind put on record; a standing fact stands in before there is one."""

    act: str
    fact: str
    given: str | None = None


@frozen
class GivenNumber:
    """A number among the standing facts."""

    given: str


@frozen
class SumOf:
    """The sum of several wholes, such as the seats of both Chambers."""

    bases: tuple[str, ...]


Base = TermOf | NumberIn | GivenNumber | SumOf


@frozen
class Docket:
    """What stays the same through a replay: law, standing facts, which acts the log lists in full, pinned readings."""

    law: Law
    zone: str
    given: Mapping[str, Fact] = field(factory=dict)
    complete: Mapping[str, str] = field(factory=dict)
    bases: Mapping[str, Base] = field(factory=dict)
    pinned: Mapping[str, str] = field(factory=dict)
    working_day: Callable[[date], bool] | None = None
    until: date | None = None
    law_as_of: date | None = None
    annulled: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()

    def version(self, norm: Norm, day: date, case: Case | None = None) -> Version | None:
        """The version of a norm that governs a day: the day's own, unless the law of another day is forced on it."""
        return norm.in_force(self.law_as_of or day, case)


@define
class Hearing:
    """One act before one norm in one cell; `earlier` holds the acts on record with effect, in order.

    Where there is a `watch`, it notes what is asked of the acts and of the case.
    """

    docket: Docket
    act: Act
    earlier: Sequence[Act]
    chosen: Mapping[str, str]
    norm: Norm | None = None
    version: Version | None = None
    read: set[str] = field(factory=set)
    opened: date | None = None
    watch: Watch | None = None

    # what the law asks

    def choose(self, axis: Axis) -> str:
        """The answer to an open question in this cell."""
        pinned = self.docket.pinned.get(axis.name)
        if pinned is not None:
            return pinned
        return self._answer(axis.name, axis.names)

    def _answer(self, name: str, answers: tuple[str, ...]) -> str:
        self.read.add(name)
        if name not in self.chosen:
            raise AxisNeeded(name, answers)
        return self.chosen[name]

    def term_or_none(self, name: str) -> Term | None:
        """A term or parameter of the norm, as the readings that bear on it have it; None when nobody sets it."""
        assert self.norm is not None
        for axis in self.docket.law.axes_setting(self.norm.id, name):
            if axis.always or axis.open_on(self.day()):
                value = axis.answer(self.choose(axis)).sets.get(name)
                if value is not None:
                    return value
        return self.version.terms.get(name) if self.version else None

    def term(self, name: str) -> Term:
        """A term of the norm; NotKnown when its text is unread or has no such term."""
        value = self.term_or_none(name)
        if value is None or value is UNKNOWN:
            assert self.norm is not None
            raise NotKnown(
                say("text.unread", norm=self.norm.id, term=name), say("asked.term", norm=self.norm.id, term=name)
            )
        return value

    def word(self, name: str, default: str) -> str:
        """A parameter that is a word, such as how days are counted."""
        value = self.term_or_none(name)
        return str(value) if value is not None and value is not UNKNOWN else default

    def governing(self, norm: Norm) -> Version | None:
        """The version that governs the act: its day's, save where a transitional rule, or the lack of one, differs."""
        case = Case(self.opened, self.act.case)
        version = self.docket.version(norm, self.day(), case)
        if self.watch is not None and (norm.apart or (version is not None and version.running != "follow")):
            self.watch.opened = True
        if version is None or version.running == "follow" or not self.opened or self.opened >= version.since:
            return version
        earlier = self.docket.version(norm, version.since - timedelta(days=1), case)
        if earlier is None or version.running == "keep":
            return earlier or version
        return earlier if self._answer(VINTAGE + norm.id, VINTAGES) == VINTAGES[0] else version

    def before(self, norm: NormRef) -> "Hearing":
        """The same hearing before another norm, in its version of the day."""
        other = self.docket.law.norms[norm.id]
        return evolve(self, norm=other, version=self.governing(other), read=self.read)

    def base(self, name: str) -> int:
        """The number of the whole that a share is taken of."""
        source = self.docket.bases.get(name)
        if isinstance(source, SumOf):
            return sum(self.base(each) for each in source.bases)
        if isinstance(source, TermOf):
            value: object = self.before(source.norm).term(source.term)
        elif isinstance(source, NumberIn):
            act = self.last(source.act)
            value = self.fact(source.fact, act) if act else self.given_or_none(source.given)
        elif isinstance(source, GivenNumber):
            value = self.given_or_none(source.given)
        else:
            value = self.fact(name)
        if not isinstance(value, int):
            raise NotKnown(say("base.unknown", base=name))
        return value

    # what the record shows

    def day(self) -> date:
        """The day whose law governs: the act's, or the first of the days on which it may have been done."""
        return self.act.when.earliest_day

    def _claimed(self, act: Act, key: str) -> ClaimAxis | None:
        return act.axis_about(key)

    def fact(self, name: str, act: Act | None = None) -> Fact | None:
        """A fact of an act as this cell's claims have it; None when it is not on record."""
        act = act or self.act
        axis = self._claimed(act, name)
        if axis is not None:
            claim = axis.claim(self._answer(axis.name, axis.names))
            if name in claim.facts:
                return claim.facts[name]
        return act.facts.get(name)

    def need(self, name: str, act: Act | None = None) -> Fact:
        """A fact that decides; NotKnown when it is not on record."""
        value = self.fact(name, act)
        if value is None:
            raise NotKnown(say("fact.missing", fact=name, act=(act or self.act).id))
        return value

    def number(self, name: str) -> int:
        """A whole number that decides."""
        value = self.need(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise NotKnown(say("fact.missing", fact=name, act=self.act.id))
        return value

    def by(self) -> str | None:
        """Who did it, as this cell's claims have it."""
        axis = self._claimed(self.act, "by")
        if axis is not None:
            claim = axis.claim(self._answer(axis.name, axis.names))
            return str(claim.facts.get("by", self.act.by))
        return self.act.by

    def status(self) -> str:
        """How well it is established that the act was done: attested, admitted, found, alleged."""
        axis = self._claimed(self.act, "status")
        if axis is not None:
            claim = axis.claim(self._answer(axis.name, axis.names))
            return str(claim.facts.get("status", self.act.status))
        return self.act.status

    def when(self, act: Act | None = None, moment: str = "done") -> Moment:
        """When an act was done, signed, published or took effect; an act without separate moments has one for all."""
        act = act or self.act
        axis = self._claimed(act, "when")
        if axis is not None:
            claim = axis.claim(self._answer(axis.name, axis.names))
            return claim.moments.get(moment) or act.moments.get(moment) or claim.when or act.when
        return act.moments.get(moment) or act.when

    def acts(self, *kinds: str) -> Iterator[Act]:
        """The earlier acts of some kinds that concern the same case, latest first."""
        case = self.act.case
        if isinstance(self.earlier, Kept):
            found = self.earlier.latest(kinds, case)
        else:
            found = (act for act in reversed(self.earlier) if act.kind in kinds and act.concerns(case))
        return found if self.watch is None else self._watched(self.watch, kinds, found)

    def _watched(self, watch: Watch, kinds: tuple[str, ...], found: Iterator[Act]) -> Iterator[Act]:
        number = 0
        for number, act in enumerate(found, 1):
            yield watch.earlier(kinds, number, act)
        watch.end(kinds, number + 1)

    def last(self, *kinds: str) -> Act | None:
        """The latest earlier act of some kinds that concerns the same case."""
        return next(self.acts(*kinds), None)

    def complete(self, kind: str) -> bool:
        """Whether the log lists such acts in full, so that one not on record did not happen."""
        return kind in self.docket.complete

    def given_or_none(self, name: str | None) -> Fact | None:
        return self.docket.given.get(name) if name else None


def uncounted(law: Law, acts: Iterable[Act]) -> frozenset[tuple[str, str]]:
    """The answers that are told and not counted: those that are excluded, and the claims that are outweighed."""
    excluded = law.once("excluded", lambda: _excluded(law))
    return excluded | {(axis.name, name) for act in acts for axis in act.claims for name in axis.outweighed}


def _excluded(law: Law) -> frozenset[tuple[str, str]]:
    return frozenset(
        (axis.name, answer.name)
        for axis in law.axes.values()
        for answer in axis.answers
        if answer.standing == "excluded"
    )
