"""A scenario: a dated, sourced log with its standing facts, what it lists in full, and what it expects."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, field

from procedure.errors import Place
from procedure.jurisdiction import Actor, Jurisdiction
from procedure.record import NAMED_VOTES, Act, Fact, Source
from procedure.values import frozen

if TYPE_CHECKING:
    from procedure.lesson import Lesson


@frozen
class Expectation:
    """What a scenario expects of an act, a lapse or a state, and why; written before the replay that it tests."""

    because: str
    act: str | None = None
    outcome: str | None = None
    under: str | None = None
    working: str | None = None
    also: str | None = None
    lapse: str | None = None
    state: tuple[str, str] | None = None
    repair: str | None = None
    margin: str | None = None
    case: str | None = None
    shown: bool | None = None
    place: Place = Place("")


@frozen
class Vary:
    """Something that a sweep varies, as it is written, and where."""

    text: str
    place: Place
    source: str = ""


@frozen(eq=False)
class Scenario:
    """A log to be replayed; `complete` names the kinds of acts that it lists in full, with the reason.

    `law_as_of` forces the law of one day on every act; `as_now` applies later rulings to the acts that they annul;
    `strict` leaves every act without effect that is unlawful whatever the readings and sources. `inherited` is what the
    scenarios that it is based on expect: it is not tested here, and announces what breaks the law as it did there.
    """

    title: str
    country: Jurisdiction
    kind: str
    acts: tuple[Act, ...]
    until: date
    about: str = ""
    sources: Mapping[str, Source] = field(factory=dict)
    actors: Mapping[str, Actor] = field(factory=dict)
    given: Mapping[str, Fact] = field(factory=dict)
    complete: Mapping[str, str] = field(factory=dict)
    readings: Mapping[str, str] = field(factory=dict)
    expect: tuple[Expectation, ...] = ()
    file: str = ""
    hash: str = ""
    law_as_of: date | None = None
    as_now: bool = False
    strict: bool = False
    sweep: tuple[Vary, ...] = ()
    inherited: tuple[Expectation, ...] = ()
    lesson: "Lesson | None" = None

    def redacted(self) -> "Scenario":
        """The same log without what it tells of how somebody voted in secret; no rule reads that."""
        acts = tuple(
            evolve(act, facts={name: value for name, value in act.facts.items() if name != NAMED_VOTES})
            for act in self.acts
        )
        return evolve(self, acts=acts)

    def act(self, id: str) -> Act:
        """The act with this id, or the only act of this kind; KeyError when there is none or more than one."""
        found = [act for act in self.acts if act.id == id] or [act for act in self.acts if act.kind == id]
        if len(found) != 1:
            raise KeyError(id)
        return found[0]
