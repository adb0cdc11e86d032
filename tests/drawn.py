"""A procedure to draw, for tests of pictures: a law with citations, acts with titles, every kind of step."""

from datetime import date
from enum import Enum

from procedure.jurisdiction import ActKind
from procedure.law import Instrument, Law, Norm, Version
from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import after, by, never
from procedure.words import speaker_of

VERSION = Version(date(2000, 1, 1), {"en": "A norm."}, {}, "verified", ())


def law(*cites: str, name: str = "Const.") -> Law:
    """A statute book of norms cited like this, numbered from 1."""
    norms = tuple(
        Norm(f"law.{number}", cite, {"en": "Norm"}, "requirement", (VERSION,))
        for number, cite in enumerate(cites, start=1)
    )
    return Law((Instrument("law", "Constitution", name, "law", date(2000, 1, 1), norms),))


def kinds(**titles: str) -> dict[str, ActKind]:
    """Kinds of acts with their titles."""
    return {name: ActKind(name, {"en": title, "ru": f"{title} (ru)"}, {}) for name, title in titles.items()}


class Vote(Enum):
    """How far a vote has come."""

    NONE = "nothing is proposed"
    PROPOSED = "a bill is proposed"
    DEBATED = "the bill is debated"
    PASSED = "the bill is passed"
    LOST = "the bill is lost"


book = instrument("law")
ANYWHERE = tuple(Vote)

VOTE = Procedure(
    "vote",
    Vote,
    [
        step("propose", ANYWHERE, Vote.PROPOSED, under(book["1"], by("deputies"))),
        step("debate", Vote.PROPOSED, Vote.DEBATED, under(book["2"], after("propose"))),
        step("debate", Vote.DEBATED, None, under(book["2"], after("propose"))),
        step(
            "vote",
            (Vote.NONE, Vote.PROPOSED, Vote.DEBATED),
            Vote.PASSED,
            under(book["3"], after("debate", since="vote")),
            under(book["1"], never("dissolve")),
            when=on("declared", "carried"),
        ),
        step("vote", (Vote.NONE, Vote.PROPOSED, Vote.DEBATED), Vote.LOST, under(book["3"], after("debate"))),
        step("withdraw", (Vote.PROPOSED, Vote.DEBATED), Vote.NONE),
        step("speak", ANYWHERE, None, under(book["2"])),
        step("dissolve", ANYWHERE, Vote.NONE),
    ],
    title={"en": "A vote", "ru": "Голосование"},
    final=(Vote.PASSED,),
)
LAW = law("1", "2(1)", "3")
SPEAK = speaker_of(LAW)
KINDS = kinds(
    propose="proposes a bill",
    debate="debates the bill",
    vote="votes on the bill",
    withdraw="withdraws it",
    speak="speaks",
)
HOSTILE = (
    'a "b" #c; d: <script>alert(1)</script> & %% *e* `f` {g} [h] | --> \n end note '
    "\x00\x1b\u202e\u2066\ufffe ]]> #quot;"
)
