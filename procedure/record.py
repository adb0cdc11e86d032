"""What happened, who says so, and what is on record: sources, claims, acts."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from fractions import Fraction
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import TypeAlias, overload

from attrs import define, field

from procedure.errors import Place
from procedure.moments import Moment
from procedure.periods import Period
from procedure.values import frozen

Fact: TypeAlias = (
    int | str | bool | date | time | Moment | Period | Fraction | tuple[str, ...] | tuple[int, ...] | Mapping[str, int]
)

SOURCE_STANDINGS = ("primary", "secondary", "tertiary")
RULINGS = ("upholds", "annuls from the start", "annuls from now on", "suspends", "restores", "dismisses")
"""What a ruling does to an earlier act; to dismiss for want of standing or time is to uphold nothing."""

STATUSES = ("attested", "admitted", "found", "alleged")
NAMED_VOTES = "named_votes"
"""The fact that tells how somebody voted: of a secret ballot, a remark about the data and no breach by the house."""

WHEN_KEYS = ("date", "time", "not before", "not after", "order", "moments")


@frozen
class Source:
    """Where a fact was read; primary is the organ's own document, secondary the press, tertiary an encyclopaedia."""

    id: str
    title: str
    publisher: str
    standing: str
    url: str = ""
    note: str = ""


@frozen
class Claim:
    """What some sources say of an act where others say otherwise; `facts` holds facts, `by` and `status`."""

    name: str
    facts: Mapping[str, Fact]
    sources: tuple[str, ...]
    when: Moment | None = None
    moments: Mapping[str, Moment] = field(factory=dict)
    order: tuple[str, str] | None = None


@frozen
class ClaimAxis:
    """Rival claims about the same facts of one act, sorted by what they say and not by their order in the file."""

    name: str
    act: str
    keys: frozenset[str]
    claims: tuple[Claim, ...]
    outweighed: frozenset[str] = frozenset()

    def claim(self, name: str) -> Claim:
        """The claim with this name; KeyError when there is none."""
        return self._named[name]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the claims."""
        return tuple(self._named)

    @cached_property
    def _named(self) -> Mapping[str, Claim]:
        return {claim.name: claim for claim in self.claims}

    @property
    def about_order(self) -> bool:
        """Whether some claim says what the act came before or after."""
        return any(claim.order for claim in self.claims)


@frozen
class Ruling:
    """What an act, as a ruling, does to an earlier act; only a ruling on the merits changes what is on record."""

    on: str
    does: str
    merits: bool
    applicant: str = ""

    @property
    def removes(self) -> bool:
        return self.merits and self.does in ("annuls from the start", "annuls from now on", "suspends")

    @property
    def restores(self) -> bool:
        return self.merits and self.does in ("restores", "upholds")


@frozen
class Act:
    """Something that was done, dated and sourced; `case` names the candidate, district, party … that it concerns."""

    id: str
    kind: str
    when: Moment
    by: str | None = None
    what: str = ""
    case: Mapping[str, str] = field(factory=dict)
    facts: Mapping[str, Fact] = field(factory=dict)
    moments: Mapping[str, Moment] = field(factory=dict)
    claims: tuple[ClaimAxis, ...] = ()
    status: str = "attested"
    found_by: str = ""
    attributed_to: str = ""
    sanction: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    place: Place = Place("")
    ruling: Ruling | None = None

    def axis_about(self, key: str) -> ClaimAxis | None:
        """The rival claims about a fact (or about `when`), if there are any."""
        return next((axis for axis in self.claims if key in axis.keys), None)

    def concerns(self, case: Mapping[str, str]) -> bool:
        """Whether this act and a case agree wherever both name the same kind of case."""
        return not self.case or all(case.get(per, name) == name for per, name in self.case.items())


class Kept(Sequence[Act]):
    """Acts in the order in which they came on record, which can be asked for those of some kinds."""

    __slots__ = ()

    @abstractmethod
    def latest(self, kinds: Iterable[str], case: Mapping[str, str]) -> Iterator[Act]:
        """The acts of some kinds that concern a case, latest first."""


@define(eq=False)
class Roll(Kept):
    """Acts in the order in which they came on record, found by their kind and by the case that they concern."""

    entered: list[Act] = field(factory=list)
    _sorted: int = 0
    _kinds: dict[str, list[int]] = field(factory=dict)
    _cases: dict[str, dict[tuple[tuple[str, str], ...], list[int]]] = field(factory=dict)
    _pers: dict[str, set[tuple[str, ...]]] = field(factory=dict)

    def fork(self) -> "Roll":
        """A roll of the same acts, to go another way."""
        kinds = {kind: list(spots) for kind, spots in self._kinds.items()}
        cases = {kind: {case: list(spots) for case, spots in held.items()} for kind, held in self._cases.items()}
        pers = {kind: set(names) for kind, names in self._pers.items()}
        return Roll(list(self.entered), self._sorted, kinds, cases, pers)

    def __len__(self) -> int:
        return len(self.entered)

    @overload
    def __getitem__(self, spot: int) -> Act: ...
    @overload
    def __getitem__(self, spot: slice) -> list[Act]: ...
    def __getitem__(self, spot: int | slice) -> Act | list[Act]:
        return self.entered[spot]

    def __iter__(self) -> Iterator[Act]:
        return iter(self.entered)

    def latest(self, kinds: Iterable[str], case: Mapping[str, str]) -> Iterator[Act]:
        """The acts of some kinds that concern a case, latest first."""
        if self._sorted < len(self.entered):
            self._sort()
        entered = self.entered
        runs = [run for kind in dict.fromkeys(kinds) if kind in self._kinds for run in self._runs(kind, case)]
        spots = runs[0] if len(runs) == 1 else merge(*runs, reverse=True)
        return (entered[spot] for spot in spots)

    def _runs(self, kind: str, case: Mapping[str, str]) -> Iterator[Iterator[int]]:
        """Where the acts of a kind stand that concern a case, each run latest first."""
        pers = self._pers.get(kind)
        if pers is None:
            yield reversed(self._kinds[kind])
        elif all(per in case for names in pers for per in names):
            cases = self._cases[kind]
            for names in pers:
                yield reversed(cases.get(tuple((per, case[per]) for per in names), []))
        else:
            yield (spot for spot in reversed(self._kinds[kind]) if self.entered[spot].concerns(case))

    def _sort(self) -> None:
        """Note of the acts that came last where they stand, by kind and by case."""
        kinds, pers = self._kinds, self._pers
        for spot, act in enumerate(islice(self.entered, self._sorted, None), self._sorted):
            kind = act.kind
            held = kinds.get(kind)
            if held is None:
                held = kinds[kind] = []
            held.append(spot)
            if act.case and kind not in pers:
                pers[kind] = {()}
                self._cases[kind] = {(): held[:-1]}
            if kind in pers:
                names = tuple(sorted(act.case.items()))
                pers[kind].add(tuple([per for per, _ in names]))
                self._cases[kind].setdefault(names, []).append(spot)
        self._sorted = len(self.entered)
