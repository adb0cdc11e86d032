"""Rules about who was consulted before an act."""

from procedure.hearing import Hearing, NotKnown
from procedure.outcomes import Status
from procedure.rules.order import since_last
from procedure.values import frozen
from procedure.verdict import Heard, say


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
    for act in since_last(hearing, (kind,), since):
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


def consulted(act: str, fact: str, each: str, since: str | None = None) -> Consulted:
    """Each name in a list term was consulted, since the last act of another kind."""
    return Consulted(act, fact, each, since)


def consulted_all(act: str, fact: str, of: str, member: str, since: str | None = None) -> ConsultedAll:
    """Each name put on record by earlier acts was consulted, since the last act of another kind."""
    return ConsultedAll(act, fact, of, member, since)
