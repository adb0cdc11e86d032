"""Rules about who acted, what was stated, and what was or was not done before."""

from collections.abc import Iterator

from procedure.hearing import Hearing, NotKnown
from procedure.machine import Rule
from procedure.outcomes import Status
from procedure.values import frozen
from procedure.verdict import Heard, say


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
class Listed:
    """A fact of the act is one of the words that a list term of the norm names."""

    term: str
    fact: str

    def hear(self, hearing: Hearing) -> Heard:
        names = hearing.term(self.term)
        listed = names if isinstance(names, tuple) else (str(names),)
        asked = say("asked.listed", fact=self.fact, words=listed)
        value = hearing.fact(self.fact)
        if value is None:
            raise NotKnown(say("fact.missing", fact=self.fact, act=hearing.act.id), asked)
        shown = say("shown.stated", fact=self.fact, word=str(value))
        if str(value) in listed:
            return Heard(Status.KEPT, asked, shown)
        return Heard(Status.BROKEN, asked, shown, repair=say("repair.stated", fact=self.fact, words=listed))


@frozen
class NotRead:
    """The text that decides has not been read: always unknown."""

    why: str

    def hear(self, hearing: Hearing) -> Heard:
        assert hearing.norm is not None
        return Heard(Status.UNKNOWN, say("asked.unread", norm=hearing.norm.id), say("shown.unread", why=self.why))


def nested(rule: Rule) -> Iterator[Rule]:
    """A rule and the rules within it."""
    yield rule
    if isinstance(rule, Construed):
        for _, each in rule.rules:
            yield from nested(each)
    elif isinstance(rule, AllOf):
        for each in rule.rules:
            yield from nested(each)
    elif isinstance(rule, UnlessListed):
        yield from nested(rule.rule)


def by(*actors: str) -> By:
    """Done by one of these."""
    return By(actors)


def stated(fact: str, *words: str) -> Stated:
    """A fact is one of these words."""
    return Stated(fact, words)


def unless_listed(term: str, fact: str, rule: Rule) -> UnlessListed:
    """A rule that spares those whom a list term names."""
    return UnlessListed(term, fact, rule)


def listed(term: str, fact: str) -> Listed:
    """A fact is one of the words of a list term."""
    return Listed(term, fact)


def construed(axis: str, **rules: Rule) -> Construed:
    """One rule for each answer of a reading axis."""
    return Construed(axis, tuple(sorted(rules.items())))


def all_of(*rules: Rule) -> AllOf:
    """Several rules as one."""
    return AllOf(rules)


def unread(why: str) -> NotRead:
    """The text that decides has not been read."""
    return NotRead(why)
