"""What happened, who says so, and what is on record: sources, claims, acts."""

from collections.abc import Mapping
from datetime import date, time
from fractions import Fraction
from typing import TypeAlias

from attrs import field

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
        return next(claim for claim in self.claims if claim.name == name)

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
