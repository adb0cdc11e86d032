"""Machines changed for one scenario: steps added and taken away, and what must be left of a machine.

A step that is added stands while a norm of the scenario's own is in force, and one that is dropped while another is
not: so an amendment of a machine has its days and its cases as any other, and an edition is made in one way only.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import define, evolve, field, frozen

from procedure.amendment_scope import Scopes
from procedure.characters import quoted
from procedure.forms.amendments import ADD_STEP, DROP_STEP, DROPPED, OWN, STEP
from procedure.jurisdiction import ActKind, Jurisdiction
from procedure.law import Norm, Version
from procedure.machine import Branch, Guard, NormRef, Procedure, State, Step
from procedure.nearest import nearest
from procedure.reader import Reader
from procedure.shapes import Shape, shapes
from procedure.texts_amended import Scope
from procedure.yaml_text import Node

TOLD = "changed by this scenario"


@frozen
class Made:
    """An amendment of a machine, and the norm of the scenario's own that carries it."""

    procedure: str
    node: Node
    mark: NormRef
    drops: bool
    scope: Scope


@define
class Shapes:
    """The machines of a country while steps are added to them and taken away."""

    reader: Reader
    country: Jurisdiction
    norms: dict[str, Norm]
    scopes: Scopes
    procedures: dict[str, Procedure] = field(init=False)
    made: list[Made] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.procedures = {each.name: each for each in self.country.procedures}

    @property
    def oldest(self) -> date:
        """The first day of which the law on file speaks."""
        return min(version.since for norm in self.country.law.norms.values() for version in norm.versions)

    def knowing(self, act: str) -> tuple[Procedure, ...]:
        """The machines that know an act, the one that places it first."""
        return evolve(self.country, procedures=tuple(self.procedures.values())).knowing(act)

    def naming(self, norm: str, adopted: Mapping[str, tuple[str, Guard]]) -> list[Procedure]:
        """The machines on which a norm bears."""
        if norm in adopted:
            return list(self.knowing(adopted[norm][0])[:1])
        return [machine for machine, named in self.country.named() if named == norm]

    def guarded(self, guards: Iterable[tuple[str, Guard]]) -> tuple[Procedure, ...]:
        """The machines, with every adopted norm at each step that its act takes in the one that places it."""
        for act, guard in guards:
            machine = self.knowing(act)[0]
            rows = [evolve(row, guards=(*row.guards, guard)) if row.act == act else row for row in machine.steps]
            self.procedures[machine.name] = evolve(machine, steps=rows)
        return tuple(self.procedures.values())

    def step(self, item: Node) -> None:
        """Add a step to a machine."""
        machine, keys, scope = self._opened(item, "step")
        if machine is None or "step" not in keys:
            return
        faults = len(self.reader.faults)
        named = self.reader.form(keys["step"], STEP)
        kind = self._kind(named.get("act"))
        sources = self._states(machine, named.get("from"))
        target = next(iter(self._states(machine, named["to"])), None) if "to" in named else None
        guards = self._guards(machine, kind, named["under"]) if kind and "under" in named else ()
        branch = self._branch(kind, named["when"]) if kind and "when" in named else None
        if kind is None or len(self.reader.faults) > faults:
            return
        mark = self._mark(scope)
        self.made.append(Made(machine.name, keys["step"], mark, False, scope))
        row = Step(kind.name, sources, target, guards, branch, mark)
        joined = machine.joined if kind.name in machine.acts else machine.joined | {kind.name}
        self.procedures[machine.name] = evolve(machine, steps=[*machine.steps, row], joined=joined)

    def drop(self, item: Node) -> None:
        """Take a step away from a machine: from some states, or from every state from which there is one."""
        machine, keys, scope = self._opened(item, "drop")
        if machine is None or "drop" not in keys:
            return
        named = self.reader.form(keys["drop"], DROPPED)
        act = self.reader.text(named.get("act"), "act")
        sources = self._states(machine, named.get("from"))
        if not act or not sources:
            return
        if act not in machine.acts:
            message = f"{machine.name} has no step {quoted(act)}"
            self.reader.note(named["act"], "PR207", message, nearest(act, machine.acts))
            return
        standing = {
            source
            for shape in shapes(machine, self.norms, scope)
            for row in shape.rows
            if row.act == act
            for source in row.sources
        }
        for source in sources if "from" in named else ():
            if source not in standing:
                message = f"{machine.name} has no step {quoted(act)} from {quoted(str(source.value))} in these days"
                help = "there is one from: " + ", ".join(sorted(each.name for each in standing)) if standing else ""
                self.reader.note(named["from"], "PR207", message, help or "leave the amendment out")
                return
        if not standing:
            message = f"{machine.name} has no step {quoted(act)} in these days: nothing would change"
            self.reader.note(named["act"], "PR208", message, "leave the amendment out, or correct `from:` or `until:`")
            return
        mark = self._mark(scope)
        self.made.append(Made(machine.name, keys["drop"], mark, True, scope))
        cut = [self._without(row, act, sources, mark, scope) for row in machine.steps]
        rows = [part for parts in cut for part in parts[:1]] + [part for parts in cut for part in parts[1:]]
        joined = machine.joined & {row.act for row in rows}
        self.procedures[machine.name] = evolve(machine, steps=rows, joined=joined)

    def _without(self, row: Step, act: str, sources: tuple[State, ...], mark: NormRef, scope: Scope) -> list[Step]:
        """A row as it is left: what was added and is dropped for good is gone, all else stands out of force."""
        lost = tuple(source for source in row.sources if source in sources)
        if row.act != act or not lost:
            return [row]
        kept = tuple(source for source in row.sources if source not in sources)
        own = row.during is not None and row.during.id in {made.mark.id for made in self.made}
        left = [evolve(row, sources=kept)] if kept else []
        if not own or scope != Scope():
            left.append(evolve(row, sources=lost, without=(*row.without, mark)))
        return left

    def check(self) -> None:
        """Whether each machine that was changed can still be gone through; each fault at the amendment's place."""
        filed = {each.name: each for each in self.country.procedures}
        told: set[tuple[int, int, str]] = set()
        for spot, made in enumerate(self.made):
            later = [each.mark for each in self.made[spot + 1 :] if each.drops]
            for shape in shapes(self.procedures[made.procedure], self.norms, made.scope):
                after = shape.without(later)
                faults = _lost(shape.of(filed[made.procedure]), after.without([made.mark]), after)
                for key, message, help in faults if made.drops else _alike(shape, made.mark):
                    if (place := (made.node.line, made.node.column, key)) not in told:
                        told.add(place)
                        self.reader.note(made.node, "PR206", f"{made.procedure}: {message}", help)

    # reading

    def _opened(self, item: Node, verb: str) -> tuple[Procedure | None, dict[str, Node], Scope]:
        keys = self.reader.form(item, ADD_STEP if verb == "step" else DROP_STEP)
        name = self.reader.text(keys.get("procedure"), "procedure")
        machine = self.procedures.get(name)
        if name and machine is None:
            message = f"no procedure {quoted(name)} is known in {self.country.name}"
            self.reader.note(keys["procedure"], "PR207", message, nearest(name, self.procedures))
        return machine, keys, self.scopes.read(keys, [machine] if machine else self.procedures.values())

    def _kind(self, node: Node | None) -> ActKind | None:
        name, known = self.reader.text(node, "act"), self.country.vocabulary.acts
        if node and name and name not in known:
            help = f"{nearest(name, known)}; or introduce it before: {{introduce: {name}, title: …}}"
            self.reader.note(node, "PR207", f"no act {quoted(name)} is known in {self.country.name}", help)
        return known.get(name)

    def _states(self, machine: Procedure, node: Node | None) -> tuple[State, ...]:
        """States by name or sentence, one or a list; all of them where none is named."""
        if node is None:
            return tuple(machine.states)
        known = {name: state for state in machine.states for name in (state.name, str(state.value))}
        found: list[State] = []
        for each in [node] if node.text is not None else self.reader.items(node, "from"):
            name = self.reader.text(each, "a state")
            if name in known:
                found.append(known[name])
            elif name:
                message = f"{machine.name} has no state {quoted(name)}"
                self.reader.note(each, "PR207", message, nearest(name, [state.name for state in machine.states]))
        return tuple(dict.fromkeys(found))

    def _guards(self, machine: Procedure, kind: ActKind, node: Node) -> tuple[Guard, ...]:
        """The norms under which the act stands at other steps of the machine, with their rules."""
        known: dict[str, dict[Guard, None]] = {}
        for row in (row for row in machine.steps if row.act == kind.name):
            for guard in row.guards:
                known.setdefault(guard.norm.id, {})[guard] = None
        found: list[Guard] = []
        for each in [node] if node.text is not None else self.reader.items(node, "under"):
            norm = self.reader.text(each, "under")
            if norm and norm not in known:
                message = f"no step {quoted(kind.name)} of {machine.name} stands under {quoted(norm)}"
                help = nearest(norm, known) or "leave the key out, and adopt a norm of your own on the act"
                self.reader.note(each, "PR207", message, help)
            found += known.get(norm, {})
        return tuple(found)

    def _branch(self, kind: ActKind, node: Node) -> Branch | None:
        """The step is taken when the act declares this, `{fact: word}` or `{fact: [word, word]}`."""
        entries = list(self.reader.entries(node, "when").items())
        if len(entries) != 1:
            self.reader.note(node, "PR206", "when: this must be one fact with its word", "write `{fact: word}`")
            return None
        name, (key, value) = entries[0]
        fact = kind.facts.get(name)
        if fact is None:
            help = nearest(name, kind.facts) or "it has no facts"
            self.reader.note(key, "PR207", f"the act {quoted(kind.name)} has no fact {quoted(name)}", help)
            return None
        known = fact.words or (("yes", "no") if fact.name == "yes/no" else ())
        each = [value] if value.text is not None else self.reader.items(value, name)
        words = tuple(self.reader.choice(one, name, known) if known else self.reader.text(one, name) for one in each)
        return Branch(name, words)

    def _mark(self, scope: Scope) -> NormRef:
        """A norm of the scenario's own, in force in the days and for the cases of an amendment of a machine."""
        number = 1
        while (id := f"{OWN}.step-{number}") in self.norms:
            number += 1
        version = Version(self.oldest, {"en": TOLD}, {}, "verified", (), None, TOLD, TOLD)
        self.norms[id] = Norm(id, f"step {number}", {"en": TOLD}, "requirement", dated(version, scope))
        return NormRef(id)


def dated(version: Version, scope: Scope) -> tuple[Version, ...]:
    """A norm of the scenario's own in its days; it has words only for the cases that it reaches."""
    whole = evolve(version, since=scope.since or version.since, until=scope.until)
    return (evolve(whole, says={}, apart=((scope.reach, whole),)),) if scope.reach else (whole,)


Faults = Iterator[tuple[str, str, str]]


def _alike(shape: Shape, mark: NormRef) -> Faults:
    """Steps that nothing tells apart from the one that was added."""
    for row, other, source in shape.alike(mark):
        message = f"nothing tells the step {quoted(row.act)} from {quoted(str(source.value))} apart from another"
        help = "drop the other with `drop:`, or say with `when: {fact: word}` which declared word leads here"
        yield f"alike {other.index}", message, help


def _lost(filed: Shape, before: Shape, after: Shape) -> Faults:
    """What a step that is dropped takes from a machine: states in reach on file, and ways on to where a case ends."""
    ends = filed.ends

    def ending(shape: Shape, state: State) -> bool:
        return not ends.isdisjoint(shape.onward(state))

    lost = [state for state in before.reachable if state in filed.reachable and state not in after.reachable]
    if lost:
        states = ", ".join(quoted(str(state.value)) for state in lost)
        yield (
            "reached",
            f"without this step {states} can no longer be reached",
            "keep it, or add another that leads there",
        )
    stuck = [
        each for each in after.reachable if ending(filed, each) and ending(before, each) and not ending(after, each)
    ]
    if stuck:
        states = ", ".join(quoted(str(state.value)) for state in stuck)
        message = f"without this step it can never end: no way leads on from {states} to {_or(ends)}"
        yield "ends", message, "keep it, or add another that leads on"


def _or(states: Iterable[State]) -> str:
    return " or ".join(sorted(quoted(str(state.value)) for state in states))
