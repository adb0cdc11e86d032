"""Rules about what was or was not done before."""

from collections.abc import Iterator

from procedure.hearing import Hearing, NotKnown
from procedure.outcomes import Status
from procedure.record import Act
from procedure.values import frozen
from procedure.verdict import Heard, say


def since_last(hearing: Hearing, kinds: tuple[str, ...], since: str | None) -> Iterator[Act]:
    """The earlier acts of some kinds, latest first, back to the last act of another kind."""
    for act in hearing.acts(*kinds, *((since,) if since else ())):
        if act.kind == since and act.kind not in kinds:
            return
        yield act


@frozen
class After:
    """An act of one of these kinds is on record; after the last `since`, with a fact `where`, on the `same` matter."""

    kinds: tuple[str, ...]
    since: str | None = None
    where: tuple[str, str] | None = None
    same: str | None = None

    def _serves(self, hearing: Hearing, act: Act) -> bool | tuple[str, str]:
        """Whether an earlier act serves; where nobody knows, the fact that decides and the act that lacks it."""
        lacking: tuple[str, str] | None = None
        if self.where is not None:
            value = hearing.fact(self.where[0], act)
            if value is not None and value != self.where[1]:
                return False
            lacking = (self.where[0], act.id) if value is None else None
        if self.same is not None:
            mine, theirs = hearing.fact(self.same), hearing.fact(self.same, act)
            if mine is None or theirs is None:
                lacking = lacking or (self.same, hearing.act.id if mine is None else act.id)
            elif mine != theirs:
                return False
        return lacking or True

    def hear(self, hearing: Hearing) -> Heard:
        asked = say("asked.after", acts=self.kinds)
        if self.where is not None:
            asked = say("asked.after_where", acts=self.kinds, fact=self.where[0], word=self.where[1])
        elif self.same is not None:
            asked = say("asked.after_same", acts=self.kinds, fact=self.same, word=str(hearing.fact(self.same)))
        repair = say("repair.after_any", acts=self.kinds)
        missing: tuple[str, str] | None = None
        for act in since_last(hearing, self.kinds, self.since):
            serves = self._serves(hearing, act)
            if serves is True:
                return Heard(Status.KEPT, asked, say("shown.act", act=act.id, when=act.when.iso()))
            missing = missing or serves or None
        if missing is not None:
            return Heard(Status.UNKNOWN, asked, say("fact.missing", fact=missing[0], act=missing[1]), repair=repair)
        if all(hearing.complete(kind) for kind in self.kinds):
            return Heard(Status.BROKEN, asked, say("shown.none", acts=self.kinds), repair=repair)
        return Heard(Status.UNKNOWN, asked, say("shown.not_on_record", acts=self.kinds), repair=repair)


@frozen
class Before:
    """No act of one of these kinds is on record yet; with `since`, none after the last act of that kind."""

    kinds: tuple[str, ...]
    since: str | None = None

    def hear(self, hearing: Hearing) -> Heard:
        asked = say("asked.before", acts=self.kinds)
        for act in since_last(hearing, self.kinds, self.since):
            return Heard(
                Status.BROKEN,
                asked,
                say("shown.act", act=act.id, when=act.when.iso()),
                repair=say("repair.before", act=act.id),
            )
        return Heard(Status.KEPT, asked, say("shown.none_before", acts=self.kinds))


@frozen
class Repeated:
    """As many acts of a kind as a term of the norm asks are on record with a fact, since the last act of another."""

    term: str
    act: str
    where: tuple[str, str]
    since: str | None = None

    def hear(self, hearing: Hearing) -> Heard:
        needed = hearing.term(self.term)
        assert hearing.norm is not None
        if not isinstance(needed, int):
            raise NotKnown(say("text.unread", norm=hearing.norm.id, term=self.term))
        fact, word = self.where
        asked = say("asked.repeated", needed=needed, act=self.act, fact=fact, word=word)
        found = [hearing.fact(fact, act) for act in since_last(hearing, (self.act,), self.since)]
        shown = say("shown.repeated", number=found.count(word))
        if found.count(word) >= needed:
            return Heard(Status.KEPT, asked, shown)
        repair = say("repair.more", number=needed - found.count(word), fact=self.act)
        unsure = None in found or not hearing.complete(self.act)
        return Heard(Status.UNKNOWN if unsure else Status.BROKEN, asked, shown, repair=repair)


@frozen
class NotDuring:
    """No regime that one kind of act opens and another ends is open; unknown unless the log lists the first in full."""

    opens: str
    ends: str

    def hear(self, hearing: Hearing) -> Heard:
        asked = say("asked.not_during", act=self.opens)
        for act in hearing.acts(self.opens, self.ends):
            if act.kind == self.ends:
                break
            return Heard(
                Status.BROKEN,
                asked,
                say("shown.during", act=act.id, when=act.when.iso()),
                repair=say("repair.after", act=self.ends),
            )
        if hearing.complete(self.opens):
            return Heard(Status.KEPT, asked, say("shown.none", acts=(self.opens,)))
        return Heard(
            Status.UNKNOWN,
            asked,
            say("shown.not_on_record", acts=(self.opens,)),
            repair=say("repair.complete", act=self.opens),
        )


def after(
    *kinds: str, since: str | None = None, where: tuple[str, str] | None = None, same: str | None = None
) -> After:
    """One of these is on record before: since another act, with a fact, or on the same matter."""
    return After(kinds, since, where, same)


def after_any(kinds: tuple[str, ...], since: str | None = None) -> After:
    """One of these is on record before, and since the last act of another kind."""
    return After(tuple(kinds), since)


def before(*kinds: str, since: str | None = None) -> Before:
    """None of these is on record yet."""
    return Before(kinds, since)


def never(kind: str, since: str | None = None) -> Before:
    """No such act is on record, or none since the last act of another kind."""
    return Before((kind,), since)


def repeated(term: str, act: str, where: tuple[str, str], since: str | None = None) -> Repeated:
    """As many such acts with a fact are on record as a term asks, since the last act of another kind."""
    return Repeated(term, act, where, since)


def not_during(opens: str, ends: str) -> NotDuring:
    """No such regime is open."""
    return NotDuring(opens, ends)
