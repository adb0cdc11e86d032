"""The lanes of a timeline: for each machine its acts by day and outcome, and how long it stood in which state."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from procedure.machine import Procedure
from procedure.outcomes import Outcome
from procedure.render.html.matter import Matter
from procedure.render.html.scale import Scale
from procedure.verdict import Verdict

NEAR = 14.0
"""Acts nearer to one another than this share a place."""


@frozen
class Group:
    """Acts of one outcome at one place of a lane."""

    outcome: Outcome
    acts: tuple[str, ...]


@frozen
class Place:
    """The groups that stand above one another at one place."""

    x: float
    groups: tuple[Group, ...]


@frozen
class Stay:
    """How long a machine stood in a state: by its index in the table, or several where forks differ."""

    states: tuple[int, ...]
    left: float
    right: float


@frozen
class Lane:
    """A machine with its acts, its stays (only where it has a single case), and the number of its cases."""

    procedure: Procedure | None
    places: tuple[Place, ...]
    stays: tuple[Stay, ...]
    cases: int


def day_of(verdict: Verdict) -> date:
    """The first day on which an act may have been done."""
    return date.fromisoformat(verdict.done.when[:10])


def lanes(matter: Matter, scale: Scale) -> Iterator[Lane]:
    """A lane for each machine that some act concerns, then one for acts that no machine takes, then the context."""
    country = matter.scenario.country
    mine: dict[str, list[Verdict]] = {}
    loose: list[Verdict] = []
    for verdict in matter.judged:
        names = dict.fromkeys(move.procedure for move in verdict.moves)
        knowing = [each.name for each in country.knowing(verdict.done.kind)[:1]]
        for name in names or knowing:
            mine.setdefault(name, []).append(verdict)
        if not names and not knowing:
            loose.append(verdict)
    for procedure in matter.procedures.values():
        if procedure.name in mine:
            cases = {
                move.case for each in mine[procedure.name] for move in each.moves if move.procedure == procedure.name
            }
            stays = () if procedure.per else tuple(_stays(procedure, mine[procedure.name], scale))
            yield Lane(procedure, tuple(_places(mine[procedure.name], scale)), stays, len(cases))
    if loose:
        yield Lane(None, tuple(_places(loose, scale)), (), 0)
    around = [
        each for each in matter.report.verdicts if each.outcome is Outcome.CONTEXT and scale.holds(each.done.when)
    ]
    if around:
        yield Lane(None, tuple(_places(around, scale)), (), 0)


def _places(verdicts: Iterable[Verdict], scale: Scale) -> Iterator[Place]:
    """The places of a lane, from left to right."""
    run: list[tuple[float, Verdict]] = []
    for x, verdict in sorted(((_middle(each, scale), each) for each in verdicts), key=lambda pair: pair[0]):
        if run and x - run[0][0] >= NEAR:
            yield _place(run)
            run = []
        run.append((x, verdict))
    if run:
        yield _place(run)


def _middle(verdict: Verdict, scale: Scale) -> float:
    return scale.at(verdict.done.when[:10])


def _place(run: list[tuple[float, Verdict]]) -> Place:
    groups: dict[Outcome, list[str]] = {}
    for _, verdict in run:
        groups.setdefault(verdict.outcome, []).append(verdict.act)
    told = tuple(Group(outcome, tuple(groups[outcome])) for outcome in Outcome if outcome in groups)
    return Place((run[0][0] + run[-1][0]) / 2, told)


def _stays(procedure: Procedure, verdicts: Iterable[Verdict], scale: Scale) -> Iterator[Stay]:
    names = [state.name for state in procedure.states]
    since, states = scale.edges[0], None
    for verdict in verdicts:
        for move in verdict.moves:
            if move.procedure != procedure.name:
                continue
            before = tuple(names.index(each) for each in move.before)
            after = tuple(names.index(each) for each in move.after)
            here = scale.at(verdict.done.when[:10])
            if states is None:
                states = before
            if after != states:
                if here > since:
                    yield Stay(states, since, here)
                since, states = here, after
    if states is not None and scale.right > since:
        yield Stay(states, since, scale.right)
