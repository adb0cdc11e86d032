"""A country: its law, its procedures, and the words in which a log of it is written."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from attrs import field

from procedure.compiled import kept
from procedure.errors import JurisdictionError, LawError
from procedure.hearing import Base
from procedure.law import Law
from procedure.machine import Guard, Procedure, Step
from procedure.values import frozen
from procedure.workdays import load_calendar


@frozen
class FactType:
    """What a fact of an act is: one of the named types, or one of some words."""

    name: str
    words: tuple[str, ...] = ()


@frozen
class ActKind:
    """A kind of act: its title, who does it, its facts; no procedure hears a context act; no offence is due."""

    name: str
    title: Mapping[str, str]
    facts: Mapping[str, FactType]
    by: tuple[str, ...] = ()
    context: bool = False
    offence: bool = False


@frozen
class Actor:
    """Who may act, with the name in each language."""

    name: str
    title: Mapping[str, str]
    kind: str


@frozen
class Vocabulary:
    """The words of a country's logs: acts, actors, standing facts."""

    acts: Mapping[str, ActKind]
    actors: Mapping[str, Actor]
    given: Mapping[str, FactType]


@frozen
class House:
    """The lower house: the base that counts its seats, and the acts that fill them.

    Each with its fact: numbers by party, or the party of one seat.
    """

    seats: str
    filled_by: tuple[tuple[str, str], ...]


@frozen(eq=False)
class Jurisdiction:
    """A country: where its folder is, its procedures (the first that knows an act places it), zone, bases of shares."""

    name: str
    title: Mapping[str, str]
    folder: Path
    zone: str
    procedures: tuple[Procedure, ...]
    bases: Mapping[str, Base] = field(factory=dict)
    days: Mapping[str, tuple[str, str | None]] = field(factory=dict)
    """The fixed days of a timetable: the act that fixes each, and its fact (None: the act's own day)."""
    default_log: str = ""
    house: House | None = None
    statutes: Law | None = None
    lexicon: Vocabulary | None = None
    """Law and words other than those in the folder, where a scenario amends the law."""

    def __attrs_post_init__(self) -> None:
        names = [procedure.name for procedure in self.procedures]
        if len(set(names)) < len(names):
            raise JurisdictionError(f"{self.name}: two procedures have one name")

    @cached_property
    def law(self) -> Law:
        """The statute book, read once; LawError when its files have faults or a guard names a norm that it lacks."""
        law = self.statutes or load_law(self.folder / "law", self.zone)
        wrong = sorted({norm for _, norm in self.named() if norm not in law.norms})
        if wrong:
            raise LawError(f"{self.name}: procedures name norms that are not on file: {', '.join(wrong)}")
        return law

    @cached_property
    def working_day(self) -> Callable[[date], bool] | None:
        """The calendar of working days, read once from `calendar.yaml`; None where the country has none on file."""
        path = self.folder / "calendar.yaml"
        return load_calendar(path) if path.exists() else None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of a log, read once; LawError when their files have faults."""
        if self.lexicon is not None:
            return self.lexicon
        return load_vocabulary(self.folder)

    def guards(self) -> Iterator[tuple[Procedure, Step, Guard]]:
        """Every guard of every step."""
        for procedure in self.procedures:
            for row in procedure.steps:
                for guard in row.guards:
                    yield procedure, row, guard

    def named(self) -> Iterator[tuple[Procedure, str]]:
        """Every norm that a procedure names, in a guard, as the mark of an edition, or for what is owed."""
        for procedure in self.procedures:
            yield from ((procedure, each.guard.norm.id) for each in procedure.owed)
            for row in procedure.steps:
                yield from ((procedure, guard.norm.id) for guard in row.guards)
                yield from ((procedure, each.id) for each in (row.during, *row.without) if each is not None)

    def knowing(self, act: str) -> tuple[Procedure, ...]:
        """The procedures that know an act, the one that places it first."""
        return self._knowing.get(act, ())

    @cached_property
    def _knowing(self) -> Mapping[str, tuple[Procedure, ...]]:
        known: dict[str, tuple[Procedure, ...]] = {}
        for procedure in self.procedures:
            for act in procedure.acts:
                known[act] = (*known.get(act, ()), procedure)
        return {act: tuple(sorted(each, key=lambda machine: act in machine.joined)) for act, each in known.items()}

    def procedure(self, name: str) -> Procedure:
        """The procedure with this name; JurisdictionError when there is none."""
        found = self._by_name.get(name)
        if found is None:
            names = ", ".join(self._by_name)
            raise JurisdictionError(f"{self.name} has no procedure '{name}'; it has {names}")
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Procedure]:
        return {procedure.name: procedure for procedure in self.procedures}


def load_law(folder: Path, zone: str) -> Law:
    """The law in a folder of YAML files, as compiled or read anew; raises LawError with every fault of every file."""

    def read() -> Law:
        from procedure.law_files import read_law

        return read_law(folder, zone)

    return kept("law", sorted(folder.glob("*.yaml")), (zone,), read)


def load_vocabulary(folder: Path) -> Vocabulary:
    """The words of a country's logs, as compiled or read anew; raises LawError with every fault of every file."""

    def read() -> Vocabulary:
        from procedure.vocabulary_files import read_vocabulary

        return read_vocabulary(folder)

    return kept("vocabulary", sorted((*folder.glob("acts/*.yaml"), *folder.glob("actors*.yaml"))), (), read)
