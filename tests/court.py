"""A court of one norm, for tests: a rule is heard on an act, with the acts before it, in one cell."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from procedure.deliberation import weigh
from procedure.hearing import Base, Docket, Hearing
from procedure.law import UNKNOWN, Answer, Axis, Instrument, Law, Norm, Term, Version
from procedure.machine import NormRef, Rule
from procedure.moments import Moment
from procedure.outcomes import Status
from procedure.record import Act, ClaimAxis
from procedure.term_files import parse_term
from procedure.verdict import Heard

ZONE = "Europe/Vienna"
NORM = NormRef("law.1")

KEPT, BROKEN, UNSURE = Status.KEPT, Status.BROKEN, Status.UNKNOWN


def moment(text: str) -> Moment:
    """A moment in the zone of the court."""
    return Moment.parse(text, ZONE)


def act(
    kind: str = "deed",
    when: str | date = "2030-03-10",
    *,
    id: str = "",
    by: str | None = None,
    case: Mapping[str, str] | None = None,
    moments: Mapping[str, str] | None = None,
    status: str = "attested",
    claims: tuple[ClaimAxis, ...] = (),
    **facts: Any,
) -> Act:
    """An act; what is not named otherwise is a fact of it."""
    return Act(
        id or kind,
        kind,
        moment(str(when)),
        by,
        case=case or {},
        facts={name.rstrip("_"): fact for name, fact in facts.items()},
        moments={name: moment(text) for name, text in (moments or {}).items()},
        status=status,
        claims=claims,
    )


def term(value: Any) -> Term:
    """A term as the law file writes it; anything but text is a term already."""
    return parse_term(value, ZONE) if isinstance(value, str) else value


def norm(id: str = NORM.id, terms: Mapping[str, Any] | None = None, **more: Any) -> Norm:
    """A norm in force since 1900."""
    version = Version(
        date(1900, 1, 1),
        {"en": "A norm."},
        {name: term(value) for name, value in (terms or {}).items()},
        "verified",
        (),
    )
    return Norm(id, id.partition(".")[2], {"en": "Norm"}, more.pop("nature", "requirement"), (version,), **more)


def axis(
    name: str,
    *,
    bears_on: Sequence[str] = (NORM.id,),
    working: str = "",
    excluded: str = "",
    **answers: Mapping[str, Any],
) -> Axis:
    """An open question; each answer gives the terms that it sets."""
    return Axis(
        name,
        name,
        {"en": "?"},
        tuple(bears_on),
        tuple(
            Answer(
                each,
                "excluded" if each == excluded else "argued",
                "somebody",
                {"en": each},
                {key: term(value) for key, value in sets.items()},
                working=each == working,
            )
            for each, sets in answers.items()
        ),
    )


def law_of(*norms: Norm, axes: Sequence[Axis] = ()) -> Law:
    """A statute book of one instrument."""
    book = Instrument("law", "The Law", "Law", "law", date(2030, 1, 1), norms)
    return Law((book,), {each.name: each for each in axes})


def docket(
    law: Law,
    *,
    given: Mapping[str, Any] | None = None,
    complete: Sequence[str] = (),
    bases: Mapping[str, Base] | None = None,
    pinned: Mapping[str, str] | None = None,
    working_day: Callable[[date], bool] | None = lambda day: day.weekday() < 5,
) -> Docket:
    """What stays the same in a test."""
    return Docket(law, ZONE, given or {}, dict.fromkeys(complete, ""), bases or {}, pinned or {}, working_day)


def hearing(
    deed: Act,
    *earlier: Act,
    terms: Mapping[str, Any] | None = None,
    axes: Sequence[Axis] = (),
    others: Sequence[Norm] = (),
    chosen: Mapping[str, str] | None = None,
    kind: str = "law",
    breach: str = "unlawful",
    **rest: Any,
) -> Hearing:
    """An act before the norm of the court."""
    mine = norm(terms=terms, kind=kind, breach=breach)
    law = law_of(mine, *others, axes=axes)
    return Hearing(docket(law, **rest), deed, earlier, chosen or {}, mine, mine.versions[0])


def hear(rule: Rule, deed: Act, *earlier: Act, **rest: Any) -> Heard:
    """What a rule says of an act under the norm of the court, in one cell."""
    return weigh(hearing(deed, *earlier, **rest), rule)


def status(rule: Rule, deed: Act, *earlier: Act, **rest: Any) -> Status:
    """Whether a rule is kept."""
    return hear(rule, deed, *earlier, **rest).status


__all__ = [
    "BROKEN",
    "KEPT",
    "NORM",
    "UNKNOWN",
    "UNSURE",
    "ZONE",
    "act",
    "axis",
    "docket",
    "hear",
    "hearing",
    "law_of",
    "moment",
    "norm",
    "status",
    "term",
]
