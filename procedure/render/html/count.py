"""What a report says of a count: the votes and seats of each list, read off the steps of the computation."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import evolve, frozen

from procedure.hearing import TermOf
from procedure.jurisdiction import House
from procedure.outcomes import Outcome
from procedure.record import Act
from procedure.render.html.matter import Matter
from procedure.verdict import Heard, Phrase, Value, Verdict


@frozen
class Line:
    """A list: its votes, whether it reaches the threshold (None: not asked), quotas, remainder and its rank, seats."""

    party: str
    votes: int = 0
    passes: bool | None = None
    quotas: str = ""
    whole: int = 0
    remainder: str = ""
    rank: int = 0
    seats: int = 0


@frozen
class Count:
    """The lists in the order of the record, what the threshold needs of how many, and every step in order."""

    verdict: Verdict
    lines: tuple[Line, ...]
    share: str
    needed: Fraction
    whole: int
    seats: int
    quota: str
    steps: tuple[Phrase, ...]


def counts(matter: Matter) -> Iterator[Count]:
    """The allocations of seats that the report judged."""
    for verdict in matter.judged:
        for finding in verdict.findings:
            heard = matter.opinion(finding).heard
            if any(step.key.startswith("seats.") for step in heard.workings):
                yield _count(verdict, heard)


def _count(verdict: Verdict, heard: Heard) -> Count:
    lines: dict[str, Line] = {}
    needed, quota = Fraction(0), ""
    for step in heard.workings:
        values = dict(step.values)
        party, kind = str(values.get("party", "")), step.key.removeprefix("seats.")
        if kind == "quota":
            quota = _decimal(values["quota"])
            continue
        line = lines.setdefault(party, Line(party))
        if kind in ("passes", "falls_short"):
            needed = _exact(values["needed"])
            line = evolve(line, votes=int(_exact(values["votes"])), passes=kind == "passes")
        elif kind == "admitted":
            line = evolve(line, votes=int(_exact(values["votes"])))
        elif kind == "whole":
            seats, rest = int(_exact(values["seats"])), _decimal(values["remainder"])
            line = evolve(line, quotas=_decimal(values["quotas"]), whole=seats, seats=seats, remainder=rest)
        elif kind in ("remainder", "tie_rule"):
            line = evolve(line, rank=int(_exact(values["rank"])), seats=line.seats + 1)
        lines[party] = line
    final = _final(heard)
    told = tuple(evolve(each, seats=final.get(each.party, 0)) if final else each for each in lines.values())
    asked = dict(heard.asked.values)
    share, whole, seats = str(asked.get("share", "")), int(str(asked.get("whole", 0))), int(str(asked.get("seats", 0)))
    return Count(verdict, told, share, needed, whole, seats, quota, heard.workings)


def _final(heard: Heard) -> dict[str, int]:
    """The seats as the computation ends; nothing where it stays open."""
    seats = dict(heard.shown.values).get("seats", ())
    pairs = [each.rpartition(" ") for each in seats] if isinstance(seats, tuple) else []
    return {name: int(number) for name, _, number in pairs}


def _exact(value: Value) -> Fraction:
    return Fraction(str(value).partition(" ")[0])


def _decimal(value: Value) -> str:
    """A number for the eye: a fraction with four places behind the point."""
    about = str(value).partition("(about ")[2].rstrip(")")
    return about or str(value)


@frozen
class Seated:
    """A house: how many seats, and who has how many of them, the most first."""

    size: int
    parties: tuple[tuple[str, int], ...]


def house(matter: Matter) -> Seated | None:
    """The house as the log fills it; none where the country tells no way, or the log shares out no lists' seats."""
    rules = matter.scenario.country.house
    if rules is None:
        return None
    lists: dict[str, Mapping[str, int]] = {}
    single: dict[tuple[str, str], str] = {}
    for act in matter.scenario.acts:
        verdict = matter.verdicts.get(act.id)
        if verdict is None or verdict.outcome in (Outcome.VOID, Outcome.UNPLACED):
            continue
        for kind, fact in rules.filled_by:
            value = act.facts.get(fact) if act.kind == kind else None
            if isinstance(value, Mapping):
                lists[kind] = value
            elif value is not None:
                single[kind, _case(act)] = str(value)
    if not lists:
        return None
    seats: dict[str, int] = {}
    for each in lists.values():
        for party, number in each.items():
            seats[party] = seats.get(party, 0) + number
    for party in single.values():
        seats[party] = seats.get(party, 0) + 1
    filled = sorted(
        ((party, number) for party, number in seats.items() if number), key=lambda pair: (-pair[1], pair[0])
    )
    return Seated(max(_size(matter, rules), sum(seats.values())), tuple(filled))


def _case(act: Act) -> str:
    return ", ".join(act.case.values()) or act.id


def _size(matter: Matter, rules: House) -> int:
    """The number of seats that the law gives the house at the end of the log."""
    country = matter.scenario.country
    base = country.bases.get(rules.seats)
    if not isinstance(base, TermOf):
        return 0
    version = country.law.norms[base.norm.id].in_force(matter.report.until)
    value = version.terms.get(base.term) if version else None
    return value if isinstance(value, int) else 0
