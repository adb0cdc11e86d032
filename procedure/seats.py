"""Seats from votes: threshold, quota, largest remainders; exact, every step a value, no tie broken in silence."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from math import floor

from procedure.values import frozen


class Kind(Enum):
    """What a step does; in brackets the names of its numbers."""

    PASSES = "reaches the threshold (votes, needed, margin)"
    FALLS_SHORT = "does not reach the threshold (votes, needed, margin)"
    ADMITTED = "is admitted beside the only list that passes (votes)"
    QUOTA = "the votes that one seat costs (votes, seats, quota)"
    CORRECTED = "its number of quotas is multiplied by the correction (correction, quotas)"
    WHOLE = "seats for whole quotas (quotas, seats, remainder)"
    REMAINDER = "a seat for one of the largest remainders (remainder, rank)"
    TIE_RULE = "gets a seat that is tied, by the order that is given (remainder, rank)"
    REST = "gets the seats that quotas and remainders leave (seats)"
    MINIMUM = "is raised to the least number of seats, at the leader's cost (seats, minimum)"
    SEATS = "its seats, as far as they are settled (seats)"


@frozen
class Step:
    """One step of the allocation; `party` is empty where the step concerns all."""

    kind: Kind
    party: str
    numbers: tuple[tuple[str, Fraction], ...]

    def number(self, name: str) -> Fraction:
        return dict(self.numbers)[name]


@frozen
class Tie:
    """Equal claims to too few seats; `resolved` names who gets them, by the order that is given."""

    parties: tuple[str, ...]
    seats: int
    over: str = "seat"
    resolved: tuple[str, ...] = ()


@frozen
class OneParty:
    """What follows when a single list passes: the next is admitted, its quotas corrected, its seats at least a minimum.

    Seats that the correction leaves over stay unplaced, unless `rest_to_leader`.
    """

    correction: Fraction = Fraction(1)
    minimum: int = 0
    rest_to_leader: bool = False


@frozen
class Allocation:
    """Every step, the seats that are settled, the ties met, and the seats that no rule places."""

    steps: tuple[Step, ...]
    settled: tuple[tuple[str, int], ...]
    ties: tuple[Tie, ...] = ()
    unplaced: int = 0

    @property
    def result(self) -> dict[str, int] | None:
        """Seats by party, or None while a tie is open or a seat unplaced."""
        return None if self.unplaced or not all(tie.resolved for tie in self.ties) else dict(self.settled)

    def of(self, kind: Kind) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind is kind)


def plurality(votes: Mapping[str, int]) -> str | Tie:
    """The candidate with the most votes, or the tie of those who have equally many."""
    if not votes or any(cast < 0 for cast in votes.values()):
        raise ValueError("votes are zero or more, for at least one candidate")
    best = tuple(name for name, cast in votes.items() if cast == max(votes.values()))
    return best[0] if len(best) == 1 else Tie(best, 1)


def allocate(
    votes: Mapping[str, int],
    seats: int,
    threshold: Fraction | None = None,
    threshold_base: int = 0,
    one_party_rule: OneParty | None = None,
    tie_order: Sequence[str] | None = None,
    *,
    strict: bool = False,
) -> Allocation:
    """Share seats out by the Hare quota and largest remainders among the lists that reach the threshold.

    `threshold` is a share of `threshold_base`, to be reached, or passed where it is `strict`.
    """
    if seats < 1 or any(cast < 0 for cast in votes.values()) or (threshold is not None and threshold_base < 1):
        raise ValueError("seats, and the votes that a threshold is a share of, are one or more; votes are zero or more")
    steps: list[Step] = []
    ties: list[Tie] = []
    lists = [party for party in votes if _passes(party, votes, threshold, threshold_base, strict, steps)]
    rule = one_party_rule if len(lists) == 1 else None
    lists += _next(lists[0], votes, tie_order, steps, ties) if rule is not None else []
    total = sum(votes[party] for party in lists)
    if not total or not all(tie.resolved for tie in ties):
        return Allocation(tuple(steps), (), tuple(ties), seats)

    quota = Fraction(total, seats)
    steps.append(_step(Kind.QUOTA, "", votes=total, seats=seats, quota=quota))
    got = dict.fromkeys(votes, 0)
    remainders: dict[str, Fraction] = {}
    for party in lists:
        quotas = votes[party] / quota
        if rule is not None and party != lists[0]:
            quotas *= rule.correction
            steps.append(_step(Kind.CORRECTED, party, correction=rule.correction, quotas=quotas))
        got[party], remainders[party] = floor(quotas), quotas - floor(quotas)
        steps.append(_step(Kind.WHOLE, party, quotas=quotas, seats=got[party], remainder=remainders[party]))

    left = seats - sum(got.values())
    for party in _largest(remainders, left, tie_order, steps, ties):
        got[party] += 1
    left = seats - sum(got.values()) - sum(tie.seats for tie in ties if not tie.resolved)
    if rule is not None and len(lists) == 2 and all(tie.resolved for tie in ties):
        left = _one_party(rule, lists[0], lists[1], got, left, steps)
    steps += [_step(Kind.SEATS, party, seats=number) for party, number in got.items()]
    return Allocation(tuple(steps), tuple(got.items()), tuple(ties), left)


def _step(kind: Kind, party: str, **numbers: Fraction | int) -> Step:
    return Step(kind, party, tuple((name, Fraction(number)) for name, number in numbers.items()))


def _passes(
    party: str, votes: Mapping[str, int], share: Fraction | None, base: int, strict: bool, steps: list[Step]
) -> bool:
    """Whether a list reaches the threshold, and by how many votes."""
    if share is None:
        return True
    needed = share * base
    kind = Kind.PASSES if votes[party] > needed or (votes[party] == needed and not strict) else Kind.FALLS_SHORT
    steps.append(_step(kind, party, votes=votes[party], needed=needed, margin=votes[party] - needed))
    return kind is Kind.PASSES


def _resolve(tied: Iterable[str], seats: int, over: str, order: Sequence[str] | None) -> Tie:
    """The tie, resolved if the order that is given names everyone in it."""
    parties = tuple(tied)
    known = order is not None and all(party in order for party in parties)
    return Tie(parties, seats, over, tuple(sorted(parties, key=order.index)[:seats]) if order and known else ())


def _next(
    first: str, votes: Mapping[str, int], order: Sequence[str] | None, steps: list[Step], ties: list[Tie]
) -> list[str]:
    """The list with the most votes after the only one that passes; none where there is no other, or a tie is open."""
    others = {party: cast for party, cast in votes.items() if party != first and cast}
    best = [party for party, cast in others.items() if cast == max(others.values())]
    if len(best) > 1:
        ties.append(_resolve(best, 1, "admission", order))
        best = list(ties[-1].resolved)
    steps += [_step(Kind.ADMITTED, party, votes=votes[party]) for party in best]
    return best


def _largest(
    remainders: Mapping[str, Fraction], left: int, order: Sequence[str] | None, steps: list[Step], ties: list[Tie]
) -> list[str]:
    """The lists that get a seat for their remainder, at most one each; only the order resolves a tie at the cut."""
    ranked = sorted((party for party in remainders if remainders[party]), key=lambda party: -remainders[party])
    cut = remainders[ranked[left]] if left < len(ranked) else Fraction(0)
    clear = [party for party in ranked[:left] if remainders[party] > cut]
    for rank, party in enumerate(clear, 1):
        steps.append(_step(Kind.REMAINDER, party, remainder=remainders[party], rank=rank))
    if len(clear) == min(left, len(ranked)):
        return clear
    tied = [party for party in ranked if remainders[party] == cut]
    ties.append(_resolve(tied, left - len(clear), "remainder", order))
    for rank, party in enumerate(ties[-1].resolved, len(clear) + 1):
        steps.append(_step(Kind.TIE_RULE, party, remainder=cut, rank=rank))
    return clear + list(ties[-1].resolved)


def _one_party(rule: OneParty, first: str, second: str, got: dict[str, int], left: int, steps: list[Step]) -> int:
    """Place the rest and keep the minimum; the number of seats still unplaced."""
    if left and rule.rest_to_leader:
        steps.append(_step(Kind.REST, first, seats=left))
        got[first], left = got[first] + left, 0
    least = min(rule.minimum, got[first] + got[second] + left)
    if least > got[second]:
        from_rest = min(least - got[second], left)
        got[first] -= least - got[second] - from_rest
        got[second], left = least, left - from_rest
        steps.append(_step(Kind.MINIMUM, second, seats=least, minimum=rule.minimum))
    return left
