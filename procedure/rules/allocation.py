"""The rule that seats are those that the votes give, with every step of the computation."""

from collections.abc import Mapping
from fractions import Fraction

from procedure.figures import shown as decimal
from procedure.hearing import Hearing, NotKnown
from procedure.law import UNKNOWN
from procedure.outcomes import Status
from procedure.record import Act
from procedure.rules.votes import share
from procedure.seats import Kind, OneParty, Step, allocate
from procedure.values import frozen
from procedure.verdict import Heard, Phrase, say


@frozen
class SeatsAsCounted:
    """The seats declared are those that the votes on record give by the threshold, the quota and the remainders."""

    threshold: str
    seats: str
    votes: str = "votes"
    declared: str = "seats"
    votes_in: tuple[str, ...] = ()
    correction: str = "correction"
    minimum: str = "minimum"

    def hear(self, hearing: Hearing) -> Heard:
        part = share(hearing, self.threshold)
        votes = self._numbers(hearing, self.votes)
        whole = hearing.base(part.base) if part.base in hearing.docket.bases else self._base(hearing, part.base)
        number = hearing.term(self.seats)
        asked = say("asked.seats", share=str(part), whole=whole, seats=number if isinstance(number, int) else 0)
        if not isinstance(number, int):
            raise NotKnown(say("asked.norm"), asked)
        found = [
            allocate(votes, number, part.fraction, whole, rule, strict=part.strict) for rule in self._one_party(hearing)
        ]
        allocation = found[-1]
        if any(each.result != allocation.result for each in found):
            assert hearing.norm is not None
            raise NotKnown(say("text.unread", norm=hearing.norm.id, term=self.correction), asked)
        steps = tuple(_step(each) for each in allocation.steps if each.kind is not Kind.SEATS)
        if allocation.result is None:
            return Heard(Status.UNKNOWN, asked, say("shown.seats_open"), workings=steps)
        computed = {party: count for party, count in allocation.result.items() if count}
        said = hearing.fact(self.declared)
        shown = say("shown.seats", seats=_listed(computed))
        if not isinstance(said, Mapping):
            raise NotKnown(say("fact.missing", fact=self.declared, act=hearing.act.id), asked)
        if {party: count for party, count in said.items() if count} == computed:
            return Heard(Status.KEPT, asked, shown, workings=steps)
        told = say("shown.seats_differ", seats=_listed(computed), declared=_listed(said))
        return Heard(Status.BROKEN, asked, told, repair=say("repair.seats", seats=_listed(computed)), workings=steps)

    def _sources(self, hearing: Hearing) -> list[Act]:
        earlier = [act for kind in self.votes_in if (act := hearing.last(kind))]
        return [hearing.act, *earlier]

    def _numbers(self, hearing: Hearing, fact: str) -> Mapping[str, int]:
        for act in self._sources(hearing):
            value = hearing.fact(fact, act)
            if isinstance(value, Mapping):
                return value
        raise NotKnown(say("fact.missing", fact=fact, act=hearing.act.id))

    def _base(self, hearing: Hearing, name: str) -> int:
        for act in self._sources(hearing):
            value = hearing.fact(name, act)
            if isinstance(value, int):
                return value
        raise NotKnown(say("base.unknown", base=name))

    def _one_party(self, hearing: Hearing) -> tuple[OneParty | None, ...]:
        """The rule for a single list that passes; with a correction unread, at its least and at its greatest."""
        correction, minimum = hearing.term_or_none(self.correction), hearing.term_or_none(self.minimum)
        if not isinstance(minimum, int):
            return (None,)
        if correction is UNKNOWN:
            return OneParty(Fraction(0), minimum), OneParty(Fraction(1), minimum)
        return (OneParty(Fraction(str(correction)) if isinstance(correction, str) else Fraction(1), minimum),)


def _step(step: Step) -> Phrase:
    """A step of the allocation: fractions exact, as text."""
    numbers = {name: int(value) if value.denominator == 1 else _decimal(value) for name, value in step.numbers}
    if step.kind is Kind.FALLS_SHORT:
        short = -step.number("margin")
        numbers["margin"] = int(short) if short.denominator == 1 else _decimal(short)
    return say(f"seats.{step.kind.name.lower()}", party=step.party, **numbers)


def _decimal(value: Fraction) -> str:
    """A fraction as a mixed number, with four places behind it for the eye."""
    return f"{value.numerator}/{value.denominator} (about {decimal(value, 4)})"


def _listed(seats: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(f"{party} {count}" for party, count in sorted(seats.items(), key=lambda pair: (-pair[1], pair[0])))


def seats_as_counted(threshold: str, seats: str, votes_in: tuple[str, ...] = ()) -> SeatsAsCounted:
    """The seats declared are those that the votes give."""
    return SeatsAsCounted(threshold, seats, votes_in=votes_in)
