"""What the law says, since when, and read how: instruments, norms, dated versions, reading axes."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from functools import cached_property
from typing import TypeAlias, TypeVar, cast

from attrs import field

from procedure.moments import Moment
from procedure.periods import Period
from procedure.reach import Case as Case
from procedure.reach import Reach as Reach
from procedure.values import frozen
from procedure.votes import Share

T = TypeVar("T")


class Unread(Enum):
    """The value of a term whose text has not been read."""

    UNKNOWN = "unknown"


UNKNOWN = Unread.UNKNOWN

Term: TypeAlias = int | Period | Share | Moment | time | str | tuple[str, ...] | Unread

TEXT_KNOWN = ("verified", "secondary", "unverified", "unread")
"""How well a text is known, best first: its words were read; quoted by others; from memory or inference; not at all."""

RUNNING = ("follow", "keep", "open")
"""What an amendment means for a case that is open: it follows, it keeps the old version, or nobody has said."""

STANDINGS = ("ruled", "practised", "argued", "excluded")
"""Who stands behind an answer: court or legislature; the organ itself; doctrine or press; none, by text or ruling."""


def in_languages(text: str | Mapping[str, str]) -> Mapping[str, str]:
    """A text by language: one that is not told by language is English, and an empty one is none."""
    if isinstance(text, str):
        return {"en": text} if text else {}
    return text


def in_language(texts: Mapping[str, str], language: str = "en") -> str:
    """A text in a language; in English or whatever there is where that is missing."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def term_text(term: Term) -> str:
    """A term as it is written in a law file."""
    if term is UNKNOWN:
        return "unknown"
    if isinstance(term, Moment):
        return term.iso()
    if isinstance(term, time):
        return term.strftime("%H:%M")
    if isinstance(term, tuple):
        return ", ".join(term)
    return str(term)


@frozen
class Version:
    """What a norm says from one day to another (both days included; no last day means until further notice).

    Repeal is a version with no words. `running` says what becomes of a case that was open before: it follows the new
    version, keeps the one before (a transitional rule), or the question is open and both are answers. `apart` holds
    what an amendment makes of the version for the cases that it reaches, where it does not reach all; the first counts.
    """

    since: date
    says: Mapping[str, str]
    terms: Mapping[str, Term]
    text_known: str
    sources: tuple[str, ...]
    until: date | None = None
    amended_by: str = ""
    note: str = ""
    running: str = "follow"
    apart: "tuple[tuple[Reach, Version], ...]" = ()

    def of(self, case: Case | None) -> "Version":
        """The version as it stands for a case; as it stands for those that no amendment reaches where none is named."""
        found = next((version for reach, version in self.apart if case is not None and reach.covers(case)), None)
        return found.of(case) if found else self

    def ways(self) -> "Iterator[Version]":
        """The version as it stands for most cases, and as it stands for each that an amendment tells apart."""
        yield self
        for _, version in self.apart:
            yield from version.ways()

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@frozen
class Norm:
    """One provision of an instrument, with its dated versions, oldest first."""

    id: str
    cite: Mapping[str, str] = field(converter=in_languages)
    title: Mapping[str, str]
    nature: str
    versions: tuple[Version, ...]
    holder: str = ""
    lateness: str = "no stated effect"
    breach: str = "unlawful"
    basis: str = ""
    not_encoded: Mapping[str, str] = field(default="", converter=in_languages)
    touches: tuple[str, ...] = ()
    kind: str = "law"

    @cached_property
    def apart(self) -> bool:
        """Whether some version stands otherwise for some cases."""
        return any(version.apart for version in self.versions)

    def in_force(self, day: date, case: Case | None = None) -> Version | None:
        """The version in force on a day, for a case where one is named, if there is one."""
        for version in self.versions:
            if version.covers(day):
                standing = version.of(case) if version.apart else version
                if standing.says:
                    return standing
        return None

    def last(self) -> Version:
        """The last version that has words; the last of all where none has."""
        return next((version for version in reversed(self.versions) if version.says), self.versions[-1])


@frozen
class Instrument:
    """A constitution, a statute, rules of a house, a commission's resolution, or a body of practice."""

    id: str
    title: Mapping[str, str] = field(converter=in_languages)
    cite: Mapping[str, str] = field(converter=in_languages)
    kind: str
    checked_on: date
    norms: tuple[Norm, ...]


@frozen
class Answer:
    """One answer to an open question of law; `sets` gives what it puts in place of the norm's own terms."""

    name: str
    standing: str
    held_by: Mapping[str, str] = field(converter=in_languages)
    says: Mapping[str, str]
    sets: Mapping[str, Term] = field(factory=dict)
    since: date | None = None
    working: bool = False
    excluded_by: Mapping[str, str] = field(default="", converter=in_languages)


@frozen
class Axis:
    """One open question of law with its named answers; it may bear on several norms."""

    name: str
    id: str
    question: Mapping[str, str]
    bears_on: tuple[str, ...]
    answers: tuple[Answer, ...]
    note: str = ""
    opens: date | None = None
    closes: date | None = None

    def open_on(self, day: date) -> bool:
        """Whether the question bears on acts of a day; it does on any unless the file says from when until when."""
        return (self.opens is None or self.opens <= day) and (self.closes is None or day <= self.closes)

    @property
    def counted(self) -> tuple[Answer, ...]:
        """The answers that are not excluded."""
        return tuple(answer for answer in self.answers if answer.standing != "excluded")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the answers."""
        return tuple(self._named)

    @cached_property
    def working(self) -> str | None:
        """The name of the working answer; None leaves the axis open."""
        return next((answer.name for answer in self.answers if answer.working), None)

    def answer(self, name: str) -> Answer:
        """The answer with this name; KeyError when there is none."""
        return self._named[name]

    @cached_property
    def _named(self) -> Mapping[str, Answer]:
        return {answer.name: answer for answer in self.answers}

    @property
    def always(self) -> bool:
        """Whether the question bears on acts of any day."""
        return self.opens is None and self.closes is None

    @cached_property
    def parameters(self) -> frozenset[str]:
        """The terms and parameters that some answer sets."""
        return frozenset(name for answer in self.answers for name in answer.sets)


@frozen
class ClaimedCitation:
    """A citation that a source makes and that is wrong or doubtful, with the norm that is meant."""

    id: str
    means: str
    claimed_by: tuple[str, ...]
    standing: str
    note: str


@frozen
class Law:
    """The statute book of one country."""

    instruments: tuple[Instrument, ...] = ()
    axes: Mapping[str, Axis] = field(factory=dict)
    claimed: Mapping[str, ClaimedCitation] = field(factory=dict)
    norms: Mapping[str, Norm] = field(init=False)
    _bearing: Mapping[str, tuple[Axis, ...]] = field(init=False, repr=False)
    _made: dict[object, object] = field(init=False, repr=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        norms = {norm.id: norm for instrument in self.instruments for norm in instrument.norms}
        bearing: dict[str, tuple[Axis, ...]] = {}
        for axis in self.axes.values():
            for norm_id in axis.bears_on:
                bearing[norm_id] = (*bearing.get(norm_id, ()), axis)
        object.__setattr__(self, "norms", norms)
        object.__setattr__(self, "_bearing", bearing)

    def axes_on(self, norm_id: str) -> tuple[Axis, ...]:
        """The open questions that bear on a norm."""
        return self._bearing.get(norm_id, ())

    def axes_setting(self, norm_id: str, term: str) -> tuple[Axis, ...]:
        """The open questions that bear on a norm, and some answer to which sets this term or parameter of it."""
        key = (norm_id, term)
        return self.once(key, lambda: tuple(each for each in self.axes_on(norm_id) if term in each.parameters))

    @cached_property
    def apart(self) -> bool:
        """Whether some norm stands otherwise for some cases."""
        return any(norm.apart for norm in self.norms.values())

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What is worked out from the law once, under a key: the law never changes."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])

    def silent(self, act: str) -> tuple[Norm, ...]:
        """The norms that touch a kind of act and that no rule hears."""
        return self._silent.get(act, ())

    @cached_property
    def _silent(self) -> Mapping[str, tuple[Norm, ...]]:
        found: dict[str, tuple[Norm, ...]] = {}
        for norm in self.norms.values():
            for act in dict.fromkeys(norm.touches if norm.not_encoded else ()):
                found[act] = (*found.get(act, ()), norm)
        return found

    def instrument_of(self, norm_id: str) -> Instrument:
        return next(each for each in self.instruments if norm_id.startswith(each.id + "."))

    def cite(self, norm_id: str, language: str = "en") -> str:
        """A norm as a lawyer writes it, such as `Const. 63(1)`."""
        instrument = in_language(self.instrument_of(norm_id).cite, language)
        return f"{instrument} {in_language(self.norms[norm_id].cite, language)}"

    def resolve(self, citation: str) -> Norm | None:
        """The norm that a citation means, claimed citations included; None when no norm answers to it."""
        claimed = self.claimed.get(citation)
        return self.norms.get(claimed.means if claimed else citation)
