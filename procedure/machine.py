"""Procedures as finite-state machines; the only module that imports `transitions`.

A step says what may follow what and which norms bear on it. Its guards testify and do not block: the timeline hears
them first, and only then triggers the step that was chosen.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Any, Protocol, TypeAlias

from attrs import evolve, field
from transitions import Machine, Transition
from transitions.core import EventData

from procedure.errors import JurisdictionError
from procedure.values import frozen


class Rule(Protocol):
    """A test that a norm may set; see `procedure.rules`."""

    def hear(self, hearing: Any, /) -> Any: ...


@frozen
class NormRef:
    """A norm named by its id, to be resolved on the day of an act."""

    id: str


@frozen
class InstrumentRef:
    """An instrument whose norms are named by article: `const["63.1"]`."""

    id: str

    def __getitem__(self, article: str) -> NormRef:
        return NormRef(f"{self.id}.{article}")


def instrument(id: str) -> InstrumentRef:
    """The instrument with this id, to name its norms."""
    return InstrumentRef(id)


@frozen
class Wording:
    """A norm in those of its versions in which a term has this word."""

    norm: NormRef
    term: str
    word: str

    @property
    def id(self) -> str:
        return self.norm.id


def worded(norm: NormRef, term: str, word: str) -> Wording:
    """A norm as long as a term of it has this word."""
    return Wording(norm, term, word)


@frozen
class Guard:
    """Rules that a norm sets for a step."""

    norm: NormRef
    rules: tuple[Rule, ...]


def under(norm: NormRef, *rules: Rule) -> Guard:
    """The rules that a norm sets for a step."""
    return Guard(norm, rules)


@frozen
class Branch:
    """Chooses a step by what an act declares: the fact has one of these words."""

    fact: str
    words: tuple[str, ...]


def on(fact: str, *words: str) -> Branch:
    """The branch taken when a declared fact has one of these words."""
    return Branch(fact, words)


State: TypeAlias = Enum


@frozen(eq=False)
class Step:
    """A row of a procedure's table: from any of its sources, this act leads to the target (None: stays).

    `during` names a norm, or a wording of it, while which is in force the row belongs to the procedure's shape;
    `without` names norms while any of which is in force it does not.
    """

    act: str
    sources: tuple[State, ...]
    target: State | None
    guards: tuple[Guard, ...]
    when: Branch | None = None
    during: NormRef | Wording | None = None
    without: tuple[NormRef, ...] = ()
    index: int = field(default=-1)


def step(
    act: str,
    sources: State | Iterable[State],
    target: State | None,
    *guards: Guard,
    when: Branch | None = None,
    during: NormRef | Wording | None = None,
) -> Step:
    """A step of a procedure; several steps may share an act and a source when branches or editions tell them apart."""
    several = (sources,) if isinstance(sources, Enum) else tuple(sources)
    return Step(act, several, target, guards, when, during)


@frozen
class Owed:
    """An act that is owed, and what a norm says of its time, where no step is judged by it."""

    act: str
    guard: Guard


def owed(act: str, guard: Guard) -> Owed:
    """An act that is owed: when it is not seen in time that is told, and when it is done no step is judged by it."""
    return Owed(act, guard)


class _GuardedTransition(Transition):
    """A transition that knows the step it carries out, and is taken only when that step was chosen."""

    def __init__(self, *args: Any, carries: Step, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.carries = carries

    def execute(self, event_data: EventData) -> bool:
        if event_data.kwargs.get("chosen") is not self.carries:
            return False
        return bool(super().execute(event_data))


class _Machine(Machine):
    transition_cls = _GuardedTransition


class _Place:
    """A bare object that holds a state for `transitions`."""

    state: State


def _numbered(rows: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(evolve(row, index=index) for index, row in enumerate(rows))


@frozen(eq=False)
class Procedure:
    """A finite-state machine of law: its states (sentences), its steps, and what it has a case for each of (`per`).

    `joined` are the acts that it knows by an amendment only: another procedure that knows one goes on placing it.
    """

    name: str
    states: type[Enum]
    steps: tuple[Step, ...] = field(converter=_numbered)
    per: str | None = None
    title: Mapping[str, str] = field(factory=dict)
    final: tuple[State, ...] = ()
    owed: tuple[Owed, ...] = ()
    joined: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise JurisdictionError(f"procedure '{self.name}': " + "; ".join(faults))

    @cached_property
    def initial(self) -> State:
        """The state in which every case begins: the first of the enumeration."""
        return next(iter(self.states))

    @cached_property
    def acts(self) -> frozenset[str]:
        """The kinds of acts that this procedure knows."""
        return frozenset(row.act for row in self.steps)

    @cached_property
    def _machine(self) -> tuple[_Machine, _Place]:
        place = _Place()
        machine = _Machine(
            model=place, states=self.states, initial=self.initial, auto_transitions=False, send_event=True
        )
        for row in self.steps:
            target = "=" if row.target is None else row.target
            machine.add_transition(row.act, list(row.sources), target, carries=row)
        return machine, place

    @cached_property
    def _table(self) -> Mapping[tuple[str, State], tuple[Step, ...]]:
        """The steps by act and source, read off the machine's own transitions."""
        machine, _ = self._machine
        table: dict[tuple[str, State], tuple[Step, ...]] = {}
        for act, event in machine.events.items():
            for source, transitions in event.transitions.items():
                table[act, self.states[source]] = tuple(
                    each.carries for each in transitions if isinstance(each, _GuardedTransition)
                )
        return table

    def steps_from(self, act: str, state: State) -> tuple[Step, ...]:
        """The steps that this act may take from a state; none when the procedure has no step for it there."""
        return self._table.get((act, state), ())

    def fire(self, state: State, chosen: Step) -> State:
        """The state after the chosen step, as the machine itself moves; it is asked once for each step and state."""
        moved = self._moved.get((state, chosen.index))
        if moved is None:
            moved = self._moved[state, chosen.index] = self._fired(state, chosen)
        return moved

    @cached_property
    def _moved(self) -> dict[tuple[State, int], State]:
        return {}

    def _fired(self, state: State, chosen: Step) -> State:
        machine, place = self._machine
        machine.set_state(state, place)
        moved = place.trigger(chosen.act, chosen=chosen)  # type: ignore[attr-defined]
        assert moved, f"{self.name}: {chosen.act} did not move from {state}"
        return place.state

    def outgoing(self, state: State) -> Iterator[Step]:
        """The steps that lead on from a state, in the order of the table."""
        return (row for row in self.steps if state in row.sources)

    def way(self, state: State, act: str, rows: Iterable[Step] | None = None) -> tuple[str, ...]:
        """The shortest run of acts from a state after which this act can be taken; empty when there is none.

        `rows` are the steps that stand; all of them, of whatever edition, where they are not given.
        """
        standing = self.steps if rows is None else sorted(rows, key=lambda row: row.index)
        seen: set[State] = {state}
        queue: list[tuple[State, tuple[str, ...]]] = [(state, ())]
        while queue:
            here, path = queue.pop(0)
            onward = [row for row in standing if here in row.sources]
            if any(row.act == act for row in onward):
                return path
            for row in onward:
                if row.target is not None and row.target not in seen:
                    seen.add(row.target)
                    queue.append((row.target, (*path, row.act)))
        return ()

    def reachable(self) -> frozenset[State]:
        """The states that some run of steps reaches from the initial one."""
        seen, queue = {self.initial}, [self.initial]
        while queue:
            for row in self.outgoing(queue.pop()):
                if row.target is not None and row.target not in seen:
                    seen.add(row.target)
                    queue.append(row.target)
        return frozenset(seen)


def _faults(procedure: Procedure) -> Iterator[str]:
    """What a table must not have: strange states, unreachable ones, two steps that nothing tells apart."""
    taken: set[tuple[str, State, Branch | None, NormRef | Wording | None]] = set()
    for row in procedure.steps:
        for state in (*row.sources, *(() if row.target is None else (row.target,))):
            if not isinstance(state, procedure.states):
                yield f"the step '{row.act}' names the strange state {state}"
        for source in row.sources:
            if (row.act, source, row.when, row.during) in taken:
                yield f"two steps '{row.act}' from '{source.value}' that no branch tells apart"
            taken.add((row.act, source, row.when, row.during))
    reachable = procedure.reachable()
    for state in procedure.states:
        if state not in reachable:
            yield f"the state '{state.value}' cannot be reached"
