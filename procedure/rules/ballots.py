"""Rules about the mode of a vote: secret or open. Secrecy is a norm that the body that holds the ballot can break."""

from procedure.hearing import Hearing, NotKnown
from procedure.outcomes import Status
from procedure.values import frozen
from procedure.verdict import Heard, Phrase, say


@frozen
class Secret:
    """A ballot was secret: said to be so, no traced papers, no votes made public by the body that holds it."""

    term: str

    def hear(self, hearing: Hearing) -> Heard:
        wanted = str(hearing.term(self.term))
        asked = say("asked.ballot", mode=wanted)
        for fact in ("traced", "votes_published"):
            if hearing.fact(fact) is True:
                return Heard(Status.BROKEN, asked, say("shown." + fact), repair=say("repair.ballot", mode=wanted))
        return _mode(hearing, wanted, asked)


@frozen
class OpenBallot:
    """A vote was open, where the norm asks for it."""

    term: str

    def hear(self, hearing: Hearing) -> Heard:
        wanted = str(hearing.term(self.term))
        return _mode(hearing, wanted, say("asked.ballot", mode=wanted))


def _mode(hearing: Hearing, wanted: str, asked: Phrase) -> Heard:
    mode = hearing.fact("ballot")
    if mode is None:
        raise NotKnown(say("fact.missing", fact="ballot", act=hearing.act.id), asked)
    shown = say("shown.ballot", mode=str(mode))
    if mode == wanted:
        return Heard(Status.KEPT, asked, shown)
    return Heard(Status.BROKEN, asked, shown, repair=say("repair.ballot", mode=wanted))


def secret(term: str = "ballot") -> Secret:
    """The ballot was secret."""
    return Secret(term)


def open_ballot(term: str = "ballot") -> OpenBallot:
    """The vote was open."""
    return OpenBallot(term)
