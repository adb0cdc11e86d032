"""Rules about counts: quorum, majorities, secrecy of the ballot, shares and caps, seats from votes."""

from fractions import Fraction

from procedure.figures import shown as decimal
from procedure.hearing import Hearing, NotKnown
from procedure.outcomes import Status
from procedure.values import frozen
from procedure.verdict import Heard, Phrase, say
from procedure.votes import Share, Tally

TALLY = ("against", "abstained", "invalid", "issued", "found", "present", "voting")


def tally(hearing: Hearing, votes: str = "for") -> Tally:
    """The numbers of the act's vote; what is not on record stays unknown."""
    numbers = {name: hearing.fact(name) for name in TALLY}
    known = {name: value for name, value in numbers.items() if isinstance(value, int) and not isinstance(value, bool)}
    cast = hearing.fact(votes)
    return Tally(for_=cast if isinstance(cast, int) else None, **known)


def share(hearing: Hearing, term: str) -> Share:
    """A term that is a share of a base; a reading may name another `base`."""
    value = hearing.term(term)
    if not isinstance(value, Share):
        assert hearing.norm is not None
        raise NotKnown(say("text.unread", norm=hearing.norm.id, term=term))
    base = hearing.word("base", value.base)
    rounding = hearing.word("rounding", value.rounding or "")
    return Share(value.fraction, value.direction, base, rounding or None)


def base_of(hearing: Hearing, part: Share, votes: str = "for") -> int:
    """The whole that a share is taken of; votes cast are added up where the record gives no sum."""
    if part.base in ("cast", "voting", "votes cast") and not isinstance(hearing.fact(part.base), int):
        cast = tally(hearing, votes).cast()
        if cast is None:
            raise NotKnown(say("base.unknown", base=part.base), say("asked.share", share=str(part)))
        return cast
    return hearing.base(part.base)


def asked_share(part: Share, whole: int) -> Phrase:
    """What a share of a known whole comes to."""
    key = "asked.at_most" if part.cap else "asked.at_least"
    return say(key, share=str(part), whole=whole, needed=part.needed(whole))


@frozen
class AsCounted:
    """What was declared of a vote agrees with the count: won where the share is met, lost where it is not."""

    term: str
    votes: str = "for"
    declared: str = "declared"
    won: str = "carried"
    lost: str | None = None

    def met(self, hearing: Hearing) -> bool:
        """Whether the count meets the share; NotKnown where the record does not say."""
        part = share(hearing, self.term)
        whole = base_of(hearing, part, self.votes)
        cast = hearing.fact(self.votes)
        if not isinstance(cast, int):
            raise NotKnown(say("fact.missing", fact=self.votes, act=hearing.act.id), asked_share(part, whole))
        return part.met(cast, whole)

    def turns_once(self, number: str) -> bool:
        """Whether what it says changes at most once as this number of the act grows and all else stays."""
        return number == self.votes

    def hear(self, hearing: Hearing) -> Heard:
        met = self.met(hearing)
        part = share(hearing, self.term)
        whole = base_of(hearing, part, self.votes)
        cast = hearing.number(self.votes)
        needed, asked = part.needed(whole), asked_share(part, whole)
        declared = hearing.fact(self.declared)
        word = str(declared) if declared is not None else "computed"
        shown = say("shown.votes", votes=cast, declared=word)
        margin = (
            say("margin.votes_above", votes=cast - needed) if met else say("margin.votes_short", votes=needed - cast)
        )
        if declared is None or (word == self.won) is met:
            return Heard(Status.KEPT, asked, shown, margin)
        if met:
            return Heard(Status.BROKEN, asked, shown, margin, repair=say("repair.declare", word=self.won))
        lost = self.lost or "not " + self.won
        repair = say("repair.votes_or_declare", votes=needed - cast, word=lost)
        return Heard(Status.BROKEN, asked, shown, margin, repair=repair)


@frozen
class Quorum:
    """Enough were there. Where presence is not on record, those who voted are a lower bound."""

    term: str
    present: str = "present"

    def turns_once(self, number: str) -> bool:
        """Whether what it says changes at most once as this number of the act grows and all else stays."""
        return number in ("for", *TALLY)

    def hear(self, hearing: Hearing) -> Heard:
        part = share(hearing, self.term)
        whole = hearing.base(part.base)
        needed, asked = part.needed(whole), asked_share(part, whole)
        there = hearing.fact(hearing.word("counts", self.present))
        if isinstance(there, int):
            shown = say("shown.present", present=there)
            if part.met(there, whole):
                return Heard(Status.KEPT, asked, shown, say("margin.present_above", present=there - needed))
            margin = say("margin.present_short", present=needed - there)
            return Heard(Status.BROKEN, asked, shown, margin, repair=say("repair.present", present=needed - there))
        took_part = _took_part(tally(hearing))
        if took_part and part.met(took_part, whole):
            margin = say("margin.present_above", present=took_part - needed)
            return Heard(Status.KEPT, asked, say("shown.took_part", present=took_part), margin)
        raise NotKnown(say("fact.missing", fact=self.present, act=hearing.act.id), asked)


def _took_part(votes: Tally) -> int:
    """A lower bound of those present: those who voted, or all votes that are on record."""
    parts = (votes.for_, votes.against, votes.abstained, votes.invalid)
    return votes.cast() or sum(part or 0 for part in parts)


@frozen
class Reaches:
    """A number of the act meets a share of a base (a floor or a cap), or a whole number that a term gives."""

    term: str
    fact: str
    floor: bool = True

    def turns_once(self, number: str) -> bool:
        """Whether what it says changes at most once as this number of the act grows and all else stays."""
        return number == self.fact

    def hear(self, hearing: Hearing) -> Heard:
        value = hearing.term(self.term)
        if isinstance(value, Share):
            part = share(hearing, self.term)
            whole = base_of(hearing, part, self.fact)
            asked = asked_share(part, whole)
            number = self._number(hearing, asked)
            margin, met = part.margin(number, whole), part.met(number, whole)
        elif isinstance(value, int):
            asked = say("asked.number_least" if self.floor else "asked.number_most", needed=value, fact=self.fact)
            number = self._number(hearing, asked)
            margin = number - value if self.floor else value - number
            met = margin >= 0
        else:
            assert hearing.norm is not None
            raise NotKnown(say("text.unread", norm=hearing.norm.id, term=self.term))
        shown = say("shown.number", fact=self.fact, number=number)
        if met:
            return Heard(Status.KEPT, asked, shown, say("margin.number", number=abs(margin)))
        more = "repair.more" if (value.cap is False if isinstance(value, Share) else self.floor) else "repair.fewer"
        return Heard(
            Status.BROKEN,
            asked,
            shown,
            say("margin.off", number=abs(margin)),
            repair=say(more, number=abs(margin), fact=self.fact),
        )

    def _number(self, hearing: Hearing, asked: Phrase) -> int:
        number = hearing.fact(self.fact)
        if isinstance(number, bool) or not isinstance(number, int):
            raise NotKnown(say("fact.missing", fact=self.fact, act=hearing.act.id), asked)
        return number


@frozen
class ShareReaches:
    """A fact that is itself a share of a whole (a quota given in per cent) meets the share that a term asks."""

    term: str
    fact: str

    def hear(self, hearing: Hearing) -> Heard:
        part = hearing.term(self.term)
        assert hearing.norm is not None
        if not isinstance(part, Share):
            raise NotKnown(say("text.unread", norm=hearing.norm.id, term=self.term))
        asked = say("asked.share", share=str(part))
        value = hearing.fact(self.fact)
        if not isinstance(value, Fraction):
            raise NotKnown(say("fact.missing", fact=self.fact, act=hearing.act.id), asked)
        shown = say("shown.share", fact=self.fact, percent=decimal(value * 100, 2).rstrip("0").rstrip("."))
        kept = value <= part.fraction if part.cap else value >= part.fraction
        if kept and not (part.strict and value == part.fraction):
            return Heard(Status.KEPT, asked, shown)
        return Heard(Status.BROKEN, asked, shown, repair=say("repair.share", share=str(part)))


@frozen
class AddsUp:
    """The numbers of the vote do not contradict each other; where they do, what decides is not known."""

    votes: str = "for"

    def turns_once(self, number: str) -> bool:
        """Whether what it says changes at most once as this number of the act grows and all else stays."""
        return number in (self.votes, "against", "abstained", "invalid")

    def hear(self, hearing: Hearing) -> Heard:
        wrong = tally(hearing, self.votes).contradictions()
        asked = say("asked.adds_up")
        if not wrong:
            return Heard(Status.KEPT, asked, say("shown.adds_up"))
        more, part, less, whole = wrong[0]
        shown = say("shown.contradiction", more=more, part=part, less=less, whole=whole)
        return Heard(Status.UNKNOWN, asked, shown, repair=say("repair.recount"))


def as_counted(
    term: str, votes: str = "for", declared: str = "declared", won: str = "carried", lost: str | None = None
) -> AsCounted:
    """What was declared agrees with the count."""
    return AsCounted(term, votes, declared, won, lost)


def quorum(term: str, present: str = "present") -> Quorum:
    """Enough were there."""
    return Quorum(term, present)


def at_least(term: str, fact: str) -> Reaches:
    """A number reaches a share or a whole number."""
    return Reaches(term, fact, True)


def at_most(term: str, fact: str) -> Reaches:
    """A number keeps under a share or a whole number."""
    return Reaches(term, fact, False)


def share_reaches(term: str, fact: str) -> ShareReaches:
    """A fact that is a share meets the share that a term asks."""
    return ShareReaches(term, fact)


def initiated_by(term: str, fact: str = "initiators") -> Reaches:
    """Enough members took the initiative."""
    return Reaches(term, fact, True)


def adds_up(votes: str = "for") -> AddsUp:
    """The numbers do not contradict each other."""
    return AddsUp(votes)
