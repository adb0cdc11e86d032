"""What a picture of a procedure draws: which steps as arrows, which are told at the state that they lead to.

A step may be foreseen from almost everywhere, so that the norms speak of it and not the machine. Drawn in full it
would hide the way. Such a step gets the arrows on which the norms it stands under are most likely kept, judged by the
earlier acts that its rules ask for; the state it leads to names all its other sources.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import Factory, define, fields, frozen, has

from procedure.machine import Branch, Procedure, State, Step
from procedure.render.labels import stays_anywhere
from procedure.rules.order import Before, NotDuring
from procedure.verdict import Report

FEW = 2
"""A step from more other states than these gets one arrow."""

Taken = Collection[tuple[str, str, str]]
"""Acts that were done, each with the state before and the state after, both by name."""


@frozen
class Arrow:
    """A line of the picture, with the steps (by index) that it stands for."""

    source: State
    target: State
    steps: tuple[int, ...]


@frozen
class Entry:
    """A step that leads to a state from others than are drawn; `everywhere` where these are all others."""

    step: int
    sources: tuple[State, ...]
    everywhere: bool


@frozen
class Plan:
    """The arrows, the entries told at each state, and the steps that stay in it though not in every state."""

    arrows: tuple[Arrow, ...]
    entries: Mapping[State, tuple[Entry, ...]]
    stays: Mapping[State, tuple[int, ...]]


@frozen
class _Asked:
    """Earlier acts one of which a rule asks for."""

    kinds: tuple[str, ...]
    since: str | None
    where: tuple[str, str] | None


def plan(procedure: Procedure, taken: Taken = ()) -> Plan:
    """The plan of a picture; what was taken is drawn in any case."""
    states = tuple(procedure.states)
    drawn = _Lines(procedure).drawn
    for row in procedure.steps:
        for source, target in _moves(row):
            if (row.act, source.name, target.name) in taken:
                drawn.setdefault((source, target), set()).add(row.index)
    entries: dict[State, list[Entry]] = {}
    stays: dict[State, list[int]] = {}
    for row in procedure.steps:
        still = [state for state in row.sources if row.target in (None, state)]
        for state in () if stays_anywhere(procedure, row) else still:
            stays.setdefault(state, []).append(row.index)
        told = tuple(source for source, target in _moves(row) if row.index not in drawn.get((source, target), ()))
        if told and row.target is not None:
            entries.setdefault(row.target, []).append(Entry(row.index, told, _from_all(procedure, row)))
    place = {state: index for index, state in enumerate(states)}
    arrows = sorted(drawn.items(), key=lambda item: (place[item[0][0]], place[item[0][1]]))
    return Plan(
        tuple(Arrow(source, target, tuple(sorted(steps))) for (source, target), steps in arrows),
        {state: tuple(each) for state, each in entries.items()},
        {state: tuple(each) for state, each in stays.items()},
    )


def _moves(row: Step) -> Iterator[tuple[State, State]]:
    """The changes of state that a step stands for."""
    if row.target is not None:
        for source in row.sources:
            if source is not row.target:
                yield source, row.target


def _from_all(procedure: Procedure, row: Step) -> bool:
    """Whether a step may be taken from every state but the one that it leads to."""
    return len({*row.sources, row.target}) == len(procedure.states)


_Deed: TypeAlias = tuple[str, Branch | None]


@define
class _Lines:
    """Chooses the arrows, step by step; `known` has what is done on every drawn way to a state, and how late."""

    procedure: Procedure
    drawn: dict[tuple[State, State], set[int]] = Factory(dict)
    known: dict[State, dict[_Deed, int]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self.known[self.procedure.initial] = {}
        for row in self.procedure.steps:
            for source, target in self._leading(row):
                self._draw(source, target, row)
        for state in self.procedure.states:
            if not any(source is state for source, _ in self.drawn):
                self._lead_on(state)

    def _draw(self, source: State, target: State, row: Step) -> None:
        self.drawn.setdefault((source, target), set()).add(row.index)
        before = self.known.get(source, {})
        after = {**before, (row.act, row.when): max(before.values(), default=0) + 1}
        now = self.known.get(target, after)
        self.known[target] = {deed: depth for deed, depth in after.items() if deed in now}

    def _leading(self, row: Step) -> list[tuple[State, State]]:
        """The arrows of a step: from where most of the acts that its rules ask for are done; only one if from many."""
        moves, asked = list(_moves(row)), self._asked(row)
        score = {source: sum(self._met(each, source) for each in asked) for source, _ in moves}
        best = [move for move in moves if score[move[0]] == max(score.values())]
        if len(moves) <= FEW:
            return best
        earlier = self._earlier(best)
        if asked:
            return (earlier or best)[-1:]
        return earlier[-1:] if _from_all(self.procedure, row) else (earlier or best)[:1]

    def _earlier(self, moves: list[tuple[State, State]]) -> list[tuple[State, State]]:
        order = list(self.procedure.states)
        return [move for move in moves if order.index(move[0]) < order.index(move[1])]

    def _asked(self, row: Step) -> list[_Asked]:
        """The acts of this procedure that the rules of a step ask for."""
        found = [each for guard in row.guards for rule in guard.rules for each in _asked(rule)]
        return [each for each in found if set(each.kinds) & self.procedure.acts]

    def _met(self, asked: _Asked, state: State) -> bool:
        known = self.known.get(state, {})
        done = [depth for deed, depth in known.items() if _answers(deed, asked)]
        reset = [depth for (act, _), depth in known.items() if act == asked.since]
        return bool(done) and max(done) > max(reset, default=0)

    def _lead_on(self, state: State) -> None:
        """Draws a way on from a state that no arrow leaves: to the next of the table, or back to the nearest."""
        order = list(self.procedure.states)
        ways = []
        for row in self.procedure.steps:
            for source, target in _moves(row):
                if source is state and all(self._met(each, state) for each in self._asked(row)):
                    far = order.index(target) - order.index(state)
                    ways.append((far < 0, abs(far), row.index, target))
        if ways:
            *_, index, target = min(ways, key=lambda way: way[:3])
            for *_, other, end in ways:
                if end is target and self.procedure.steps[other].act == self.procedure.steps[index].act:
                    self._draw(state, target, self.procedure.steps[other])


def _answers(deed: _Deed, asked: _Asked) -> bool:
    act, when = deed
    if act not in asked.kinds or asked.where is None or when is None:
        return act in asked.kinds and asked.where is None
    return when.fact == asked.where[0] and asked.where[1] in when.words


def _asked(rule: Any) -> Iterator[_Asked]:
    """The earlier acts that a rule asks for, those of the rules and anchors within it included."""
    if isinstance(rule, tuple):
        for each in rule:
            yield from _asked(each)
    elif has(type(rule)) and not isinstance(rule, Before | NotDuring):
        act = getattr(rule, "act", None)
        kinds = getattr(rule, "kinds", (act,) if isinstance(act, str) else ())
        if kinds:
            yield _Asked(tuple(kinds), getattr(rule, "since", None), getattr(rule, "where", None))
        for each in fields(type(rule)):
            yield from _asked(getattr(rule, each.name))


def trail(report: Report, procedure: Procedure, case: str = "") -> tuple[tuple[str, ...], Taken]:
    """What a replay reached and did in one case of a procedure: `visited` and `taken` of `svg`."""
    visited: dict[str, None] = {}
    taken: dict[tuple[str, str, str], None] = {}
    for verdict in report.verdicts:
        for move in verdict.moves:
            if (move.procedure, move.case) == (procedure.name, case):
                visited |= dict.fromkeys((*move.before, *move.after))
                taken |= dict.fromkeys((verdict.done.kind, old, new) for old in move.before for new in move.after)
    return tuple(visited), tuple(taken)
