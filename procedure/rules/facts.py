"""Rules about who acted, what was stated, and what was or was not done before."""

from collections.abc import Iterator

from attrs import frozen

from procedure.hearing import Hearing, NotKnown
from procedure.machine import Rule
from procedure.record import Act
from procedure.verdict import Heard, Status, say


@frozen
class By:
    """Done by one of these actors."""

    actors: tuple[str, ...]

    def hear(self, hearing: Hearing) -> Heard:
        asked, actor = say("asked.by", actors=self.actors), hearing.by()
        if actor is None:
            raise NotKnown(say("by.missing"), asked)
        shown = say("shown.by", actor=actor)
        if actor in self.actors:
            return Heard(Status.KEPT, asked, shown)
        return Heard(Status.BROKEN, asked, shown, repair=say("repair.by_actor", actors=self.actors))


@frozen
class Stated:
    """A fact of the act is one of these words."""

    fact: str
    words: tuple[str, ...]

    def hear(self, hearing: Hearing) -> Heard:
        asked = say("asked.stated", fact=self.fact, words=self.words)
        value = hearing.fact(self.fact)
        if value is None:
            raise NotKnown(say("fact.missing", fact=self.fact, act=hearing.act.id), asked)
        word = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
        shown = say("shown.stated", fact=self.fact, word=word)
        if word in self.words:
            return Heard(Status.KEPT, asked, shown)
        return Heard(Status.BROKEN, asked, shown, repair=say("repair.stated", fact=self.fact, words=self.words))


def _since(hearing: Hearing, kinds: tuple[str, ...], since: str | None) -> Iterator[Act]:
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
        for act in _since(hearing, self.kinds, self.since):
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
        for act in _since(hearing, self.kinds, self.since):
            return Heard(
                Status.BROKEN,
                asked,
                say("shown.act", act=act.id, when=act.when.iso()),
                repair=say("repair.before", act=act.id),
            )
        return Heard(Status.KEPT, asked, say("shown.none_before", acts=self.kinds))


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


@frozen
class Consulted:
    """Each name that a term of the norm lists was consulted: it stands in a fact of an earlier act."""

    act: str
    fact: str
    each: str
    since: str | None = None

    def hear(self, hearing: Hearing) -> Heard:
        names = hearing.term(self.each)
        wanted = names if isinstance(names, tuple) else (str(names),)
        return _heard_all(hearing, self.act, self.fact, wanted, self.since)


@frozen
class ConsultedAll:
    """Each name that earlier acts put on record (each faction formed, say) was consulted."""

    act: str
    fact: str
    of: str
    member: str
    since: str | None = None

    def hear(self, hearing: Hearing) -> Heard:
        wanted = tuple(sorted({str(hearing.need(self.member, act)) for act in hearing.acts(self.of)}))
        if not wanted:
            raise NotKnown(say("anchor.missing", act=self.of), say("asked.consulted_all", act=self.of))
        heard = _heard_all(hearing, self.act, self.fact, wanted, self.since)
        if heard.status is Status.KEPT and not hearing.complete(self.of):
            return Heard(
                Status.UNKNOWN,
                heard.asked,
                say("shown.not_full", acts=(self.of,)),
                repair=say("repair.complete", act=self.of),
            )
        return heard


def _heard_all(hearing: Hearing, kind: str, fact: str, wanted: tuple[str, ...], since: str | None) -> Heard:
    """Whether each of the wanted was consulted; one not on record was not, where the log lists such acts in full."""
    met: set[str] = set()
    for act in _since(hearing, (kind,), since):
        value = hearing.fact(fact, act)
        met |= set(value) if isinstance(value, tuple) else {str(value)}  # type: ignore[arg-type]
    missing = tuple(name for name in wanted if name not in met)
    asked = say("asked.consulted", names=wanted)
    if not missing:
        return Heard(Status.KEPT, asked, say("shown.consulted", names=wanted))
    repair = say("repair.consult", names=missing)
    if hearing.complete(kind):
        return Heard(Status.BROKEN, asked, say("shown.not_consulted", names=missing), repair=repair)
    return Heard(Status.UNKNOWN, asked, say("shown.consultation_not_on_record", names=missing), repair=repair)


@frozen
class Construed:
    """One rule for each answer of a reading axis; an answer without a rule of its own keeps the norm."""

    axis: str
    rules: tuple[tuple[str, Rule], ...]

    def hear(self, hearing: Hearing) -> Heard:
        answer = hearing.choose(hearing.docket.law.axes[self.axis])
        rule = dict(self.rules).get(answer)
        if rule is None:
            return Heard(Status.KEPT, say("asked.reading", axis=self.axis, answer=answer), say("shown.reading_kept"))
        heard: Heard = rule.hear(hearing)
        return heard


def _heard(rule: Rule, hearing: Hearing) -> Heard:
    """What a rule says; unknown where it cannot tell, so that another rule that is broken is still heard."""
    try:
        heard: Heard = rule.hear(hearing)
        return heard
    except NotKnown as unknown:
        return unknown.heard()


@frozen
class AllOf:
    """Several rules as one, for a reading that asks more than one thing."""

    rules: tuple[Rule, ...]

    def hear(self, hearing: Hearing) -> Heard:
        heard = [_heard(rule, hearing) for rule in self.rules]
        for status in (Status.BROKEN, Status.UNKNOWN):
            for each in heard:
                if each.status is status:
                    return each
        return heard[0]


@frozen
class UnlessListed:
    """A rule that does not reach those whom a list term of the norm names."""

    term: str
    fact: str
    rule: Rule

    def hear(self, hearing: Hearing) -> Heard:
        names = hearing.term(self.term)
        listed = names if isinstance(names, tuple) else (str(names),)
        value = hearing.fact(self.fact)
        if value is not None and str(value) in listed:
            asked = say("asked.unless_listed", names=listed)
            return Heard(Status.KEPT, asked, say("shown.stated", fact=self.fact, word=str(value)))
        heard: Heard = self.rule.hear(hearing)
        return heard


@frozen
class NotRead:
    """The text that decides has not been read: always unknown."""

    why: str

    def hear(self, hearing: Hearing) -> Heard:
        assert hearing.norm is not None
        return Heard(Status.UNKNOWN, say("asked.unread", norm=hearing.norm.id), say("shown.unread", why=self.why))


def by(*actors: str) -> By:
    """Done by one of these."""
    return By(actors)


def stated(fact: str, *words: str) -> Stated:
    """A fact is one of these words."""
    return Stated(fact, words)


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


def not_during(opens: str, ends: str) -> NotDuring:
    """No such regime is open."""
    return NotDuring(opens, ends)


def consulted(act: str, fact: str, each: str, since: str | None = None) -> Consulted:
    """Each name in a list term was consulted, since the last act of another kind."""
    return Consulted(act, fact, each, since)


def consulted_all(act: str, fact: str, of: str, member: str, since: str | None = None) -> ConsultedAll:
    """Each name put on record by earlier acts was consulted, since the last act of another kind."""
    return ConsultedAll(act, fact, of, member, since)


def unless_listed(term: str, fact: str, rule: Rule) -> UnlessListed:
    """A rule that spares those whom a list term names."""
    return UnlessListed(term, fact, rule)


def construed(axis: str, **rules: Rule) -> Construed:
    """One rule for each answer of a reading axis."""
    return Construed(axis, tuple(sorted(rules.items())))


def all_of(*rules: Rule) -> AllOf:
    """Several rules as one."""
    return AllOf(rules)


def unread(why: str) -> NotRead:
    """The text that decides has not been read."""
    return NotRead(why)
