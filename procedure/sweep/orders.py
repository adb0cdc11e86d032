"""Where acts stand that are changed: in their places, or elsewhere where a day or a claim puts them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime

from attrs import define, field

from procedure.recall import Lately
from procedure.record import Act
from procedure.sweep.bench import Unplanned
from procedure.sweep.gaps import Gaps, ticks
from procedure.sweep.line import Line
from procedure.timeline import placing, spans

BESIDE = 1e-5
"""How far from a whole position, where some act of the log stood, another one is put."""


@define(eq=False)
class Orders:
    """The orders of a log under each choice of claims about time; `free` are the claims that do not matter in it."""

    acts: Sequence[Act]
    by_id: Mapping[str, int]
    lines: Sequence[Line]
    orders: Lately[object, tuple[dict[int, float], ...] | None] = field(init=False, factory=Lately.bounded)
    _bounds: tuple[list[datetime], list[datetime]] = field(init=False)
    _choice: list[int] = field(init=False, factory=list)
    _choices: list[dict[str, str]] = field(init=False, factory=list)
    _free: list[dict[str, str]] = field(init=False)
    nearby: Lately[object, Sequence[dict[int, float]] | None] = field(init=False, factory=Lately.bounded)
    _gaps: list[Gaps] = field(init=False, factory=list)
    _firsts_like: list[tuple[Gaps, int | None]] = field(init=False, factory=list)
    """The same, each with the number of the first one that it is like."""
    _firsts: list[Line] = field(init=False)
    _leaders: set[int] = field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        """Find when acts may have been done, and which claims about that matter."""
        moments = [act.when for act in self.acts]
        axes = [axis for act in self.acts for axis in act.claims if "when" in axis.keys]
        moments += [claim.when for axis in axes for claim in axis.claims if claim.when is not None]
        self._bounds = sorted(each.earliest for each in moments), sorted(each.latest for each in moments)
        timed = {axis.name for axis in axes}
        for line in self.lines:
            choice = {axis: answer for axis, answer in line.fixed.items() if axis in timed}
            if choice not in self._choices:
                self._choices.append(choice)
            self._choice.append(self._choices.index(choice))
        settled = {axis for choice in self._choices for axis in choice}
        self._free = [{axis.name: claim.name} for axis in axes if axis.name not in settled for claim in axis.claims]
        made: dict[object, Gaps] = {}
        for fixed in ({}, *self._choices, *self._free):
            when, moved = spans(self.acts, fixed)
            key = (tuple(when), tuple(moved))
            if key not in made:
                made[key] = Gaps(when, moved)
                self._leaders |= made[key].leaders
            self._gaps.append(made[key])
        for number, gaps in enumerate(self._gaps):
            like = next((spot for spot in range(number) if gaps.like(self._gaps[spot])), None)
            self._firsts_like.append((gaps, like))
        self._firsts = [self.lines[self._choice.index(number)] for number in range(len(self._choices))]

    def disturbed(self, changed: Mapping[int, Act | None]) -> bool:
        """Whether changed acts may stand elsewhere than before; two that are dated anew may have passed each other."""
        found = [self.disorders(index, act) for index, act in changed.items()]
        dated = [index for index, act in changed.items() if act is not None and act.when != self.acts[index].when]
        return any(found) or len(dated) > 1

    def disorders(self, index: int, act: Act | None) -> bool:
        """Whether a changed act may stand elsewhere than before, or open or close a way through the log."""
        old = self.acts[index]
        if act is None:
            return index in self._leaders
        if act.claims != old.claims or act.kind != old.kind or act.ruling != old.ruling:
            raise Unplanned("the claims, the kind or the ruling of an act are changed")
        if act.when == old.when:
            return False
        return self._ranks(old, old) != self._ranks(old, act)

    def _ranks(self, old: Act, act: Act) -> tuple[int, ...]:
        """How the time of an act compares with those of all others, where it stands in the place of the old one."""
        earliest, latest = self._bounds
        first, last = act.when.earliest, act.when.latest
        return (
            bisect_left(latest, first) - (old.when.latest < first),
            bisect_left(earliest, first) - (old.when.earliest < first),
            bisect_right(earliest, first) - (old.when.earliest <= first),
            bisect_right(earliest, last) - (old.when.earliest <= last),
        )

    def spots(self, changed: Mapping[int, Act | None]) -> list[dict[int, float]]:
        """Where changed acts stand in each line, with all others in their places in the log."""
        dated = [index for index, act in changed.items() if act is not None and act.when != self.acts[index].when]
        if len(dated) == 1 and None not in changed.values():
            found = self.redated(dated[0], changed[dated[0]])
            if found is not None:
                return [found[choice] for choice in self._choice]
        acts = [*self.acts]
        gone = []
        for index, act in changed.items():
            if act is None:
                gone.append(index)
            else:
                acts[index] = act
        for index in sorted(gone, reverse=True):
            del acts[index]
        return self.placed(acts, changed, {}, in_place=True)

    def redated(self, index: int, act: Act | None) -> Sequence[dict[int, float]] | None:
        """Where one act dated anew stands under each choice of claims; None where all must be placed to tell it."""
        if act is None or act.axis_about("when") is not None:
            return None
        earliest, latest = act.when.earliest, act.when.latest
        key = (index, earliest, latest)
        if key not in self.nearby:
            span = ticks(earliest, latest)
            gaps = self._beside(index, *span)
            self.nearby[key] = None
            if None not in gaps:
                count = len(self._choices)
                if any(each != gaps[0] for each in gaps[1 + count :]):
                    raise Unplanned("another order of acts becomes possible")
                self.nearby[key] = self._between(index, gaps[1 : 1 + count])
        return self.nearby[key]

    def _beside(self, index: int, earliest: int, latest: int) -> list[tuple[int, int] | None]:
        """The gap in which an act stands under each choice; cut short by None where one cannot be told."""
        found: list[tuple[int, int] | None] = []
        for gaps, first in self._firsts_like:
            if first is not None and gaps.agrees(self._gaps[first], index, earliest, latest):
                found.append(found[first])
            else:
                found.append(gaps.gap(index, earliest, latest))
            if found[-1] is None:
                break
        return found

    def _between(self, index: int, gaps: Sequence[tuple[int, int] | None]) -> list[dict[int, float]]:
        """The positions of an act in gaps; one and the same where the gaps have the same positions."""
        made: dict[tuple[float, float], dict[int, float]] = {}
        found = []
        for line, gap in zip(self._firsts, gaps, strict=True):
            assert gap is not None
            low = line.spots[gap[0]] if gap[0] >= 0 else -1.0
            high = line.spots[gap[1]] if gap[1] >= 0 else len(line.order) + 1.0
            old = line.spots[index]
            spot = low + (high - low) / 2
            spot = old if low < old < high else spot + BESIDE * spot.is_integer()
            found.append(made.setdefault((old, spot), {} if spot == old else {index: spot}))
        return found

    def placed(
        self, acts: Sequence[Act], changed: Mapping[int, Act | None], added: Mapping[int, Act], in_place: bool = False
    ) -> list[dict[int, float]]:
        """Where the changed acts stand in each line; Unplanned where others move, or where another way opens."""
        loose = sorted({**changed, **added}.items())
        when = tuple((index, act and (act.when.earliest, act.when.latest)) for index, act in loose)
        key = (when, () if in_place else tuple(self.by_id.get(act.id, act.id) for act in acts))
        if key not in self.orders:
            self.orders[key] = self.ordered(acts, changed, added)
        orders = self.orders[key]
        if orders is None:
            raise Unplanned("another order of acts becomes possible")
        return [orders[choice] for choice in self._choice]

    def ordered(
        self, acts: Sequence[Act], changed: Mapping[int, Act | None], added: Mapping[int, Act]
    ) -> tuple[dict[int, float], ...] | None:
        """Where acts stand anew under each choice of claims; None where a claim that did not matter now does."""
        places = {**{act.id: index for index, act in added.items()}, **self.by_id}
        indices = [places[act.id] for act in acts]
        changed_too = changed.keys() | added.keys()
        plain = indices == list(range(len(self.acts))) and not any(
            self.acts[each].axis_about("when") for each in changed
        )

        def order(number: int) -> tuple[int, ...]:
            fixed = ({}, *self._choices, *self._free)[number]
            when, moved = self._gaps[number].when, self._gaps[number].moved
            if not plain or moved:
                return tuple(indices[spot] for spot in placing(*spans(acts, fixed)))
            own = list(when)
            for index in changed_too:
                moment = acts[index].when
                own[index] = ticks(moment.earliest, moment.latest)
            return tuple(placing(own, []))

        count = len(self._choices)
        if self._free:
            unclaimed = order(0)
            if any(order(1 + count + number) != unclaimed for number in range(len(self._free))):
                return None
        made: dict[tuple[tuple[int, ...], tuple[int, ...]], dict[int, float]] = {}
        found = []
        for number, line in enumerate(self._firsts):
            key = order(1 + number), line.order
            if key not in made:
                made[key] = spots_of(line, key[0], changed, added)
            found.append(made[key])
        return tuple(found)


def spots_of(
    line: Line, order: Sequence[int], changed: Mapping[int, Act | None], added: Mapping[int, Act]
) -> dict[int, float]:
    """Where acts stand that moved between those that did not."""
    loose = set(changed.keys() | added.keys())
    rest = [index for index in order if index not in loose]
    if rest != [index for index in line.order if index not in loose]:
        loose |= set(rest).difference(longest(rest, line.spots))
    found: dict[int, float] = {}
    low = -1.0
    waiting: list[int] = []
    for index in [*order, -1]:
        if index in loose:
            waiting.append(index)
            continue
        high = line.spots[index] if index >= 0 else len(line.order) + 1.0
        for place, each in enumerate(waiting, 1):
            old = line.spots.get(each)
            still = old is not None and len(waiting) == 1 and low < old < high
            spot = low + (high - low) * place / (len(waiting) + 1)
            found[each] = old if still and old is not None else spot + BESIDE * spot.is_integer()
        low, waiting = high, []
    return {index: spot for index, spot in found.items() if line.spots.get(index) != spot}


def longest(order: Sequence[int], spots: Mapping[int, float]) -> list[int]:
    """The most acts of an order that stand as they stood before: its longest rising run."""
    tails: list[float] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index in order:
        place = bisect_left(tails, spots[index])
        before[index] = ends[place - 1] if place else None
        tails[place : place + 1] = [spots[index]]
        ends[place : place + 1] = [index]
    found: list[int] = []
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def out_of_turn(acts: Sequence[Act], places: Mapping[str, float]) -> str:
    """Why rulings cannot be followed that come before the act they are on, or put back what another took away."""
    removed: set[str] = set()
    for act in sorted(acts, key=lambda act: places[act.id]):
        ruling = act.ruling
        if ruling is None:
            continue
        if places.get(ruling.on, -1) > places[act.id]:
            return "a ruling stands before the act that it is on"
        if ruling.restores and ruling.on in removed:
            return "a ruling puts an act back on the record that another took off it"
        if ruling.removes:
            removed.add(ruling.on)
    return ""
