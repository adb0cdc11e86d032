"""Variants of a scenario by number: made from the axes alone, judged by a plan, told in a row."""

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from attrs import define, evolve, field, frozen

from procedure.outcomes import Outcome
from procedure.recall import Lately
from procedure.record import Act
from procedure.scenario import Scenario, Vary
from procedure.scenario_files import load_scenario, scenario_from_text
from procedure.sweep.axes import Axis, Grid, axes
from procedure.sweep.bench import Unplanned
from procedure.sweep.ends import Lapsed, Stood
from procedure.sweep.judged import Judged
from procedure.sweep.plan import Plan
from procedure.verdict import Report


@frozen(cache_hash=True)
class Answer:
    """What becomes of an act that is asked about: its outcome (none beyond the log's end), and the norms broken."""

    outcome: Outcome | None
    broken: tuple[str, ...] = ()


Told = Callable[[str], Answer]
"""What is told of an act, by its id."""


@frozen
class Row:
    """A variant: its number, the value of each axis, the answers for each act asked, lapses, end states."""

    number: int
    values: tuple[str, ...]
    answers: tuple[Answer, ...]
    lapses: tuple[Lapsed, ...]
    states: tuple[Stood, ...]


@frozen
class Task:
    """A sweep as it is asked for: nothing but text and numbers, so that a worker can make it anew from little."""

    file: str
    vary: tuple[Vary, ...]
    ask: tuple[str, ...] = ()

    @cached_property
    def sweep(self) -> "Sweep":
        """The sweep itself, made once."""
        return Sweep.of(load_scenario(Path(self.file)), self)


@define(eq=False)
class Sweep:
    """A scenario with the axes that vary it."""

    scenario: Scenario
    grid: Grid
    ask: tuple[str, ...]
    file: str
    plans: dict[tuple[int, ...], "Prepared"] = field(factory=dict)
    replays: int = 0

    @classmethod
    def of(cls, scenario: Scenario, task: Task) -> "Sweep":
        """The sweep of a task; ProcedureError with the faults of its axes."""
        found = axes(scenario, task.vary)
        changed = dict.fromkeys(axis.of for axis in found if not axis.outer)
        ask = tuple(scenario.act(each).id for each in task.ask) or tuple(changed)
        return cls(scenario, Grid(found), ask or tuple(act.id for act in scenario.acts), task.file)

    def rows(self, numbers: Sequence[int]) -> Iterator[Row]:
        """The rows of some variants, in order."""
        return (self.row(number) for number in numbers)

    def row(self, number: int) -> Row:
        """One variant, judged."""
        digits = self.grid.digits(number)
        prepared = self.prepared(digits)
        values = tuple(axis.texts[digit] for axis, digit in zip(self.grid.axes, digits, strict=True))
        judged = prepared.judge(digits)
        told, (lapses, states) = prepared.told(judged), prepared.ends(judged)
        answers = tuple(told(act) for act in self.ask)
        return Row(number, values, answers, lapses, tuple(each for each in states if each[0] in self.machines))

    @cached_property
    def machines(self) -> frozenset[str]:
        """The procedures that place the acts asked about; their states are told."""
        country = self.scenario.country
        return frozenset(each.name for act in self.ask for each in country.knowing(self.scenario.act(act).kind)[:1])

    def prepared(self, digits: tuple[int, ...]) -> "Prepared":
        """The plan for the law and readings of a variant; one is kept, since the axes of law turn slowest."""
        key = tuple(digit for axis, digit in zip(self.grid.axes, digits, strict=True) if axis.outer)
        if key not in self.plans:
            if self.plans:
                self.plans.clear()
                gc.collect()  # a plan refers to itself, and is large
            self.plans[key] = Prepared(self, based(self.scenario, self.file, self.grid.axes, digits))
        return self.plans[key]


@define(eq=False)
class Prepared:
    """A plan under one law and one choice of readings, and the acts in which the values of the axes are put."""

    sweep: Sweep
    scenario: Scenario
    plan: Plan = field(init=False)
    acts: Mapping[str, Act] = field(init=False)
    made: Lately[tuple[int, int, int], tuple[Act, Act]] = field(init=False, factory=Lately.bounded)
    answers: dict[tuple[Outcome, tuple[str, ...]], Answer] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.plan = Plan(self.scenario)
        self.acts = {act.id: act for act in self.scenario.acts}

    def changed(self, digits: tuple[int, ...]) -> dict[str, Act]:
        """The acts of a variant that are not those of the plan's own log."""
        found: dict[str, Act] = {}
        for spot, axis in enumerate(self.sweep.grid.axes):
            if axis.outer:
                continue
            key = (spot, digits[spot], id(found.get(axis.of)))
            held = self.made.get(key)
            if held is None:
                act = found.get(axis.of, self.acts[axis.of])
                held = self.made[key] = axis.put(act, digits[spot]), act
            found[axis.of] = held[0]
        return found

    def judge(self, digits: tuple[int, ...]) -> Judged | Report:
        """A variant by the plan; by a full replay where no plan can follow it."""
        changed = self.changed(digits)
        try:
            return self.plan.change(changed)
        except Unplanned:
            self.sweep.replays += 1
            return self.plan.replayed([changed.get(act.id, act) for act in self.scenario.acts])

    def told(self, judged: Judged | Report) -> Told:
        """What is told of the acts of a variant."""
        return _of_report(judged) if isinstance(judged, Report) else self._of_plan(judged)

    def _of_plan(self, judged: Judged) -> Told:
        def answer(act: str) -> Answer:
            told = judged.told[self.plan.by_id[act]] if act in self.plan.by_id else None
            if told is None:
                return Answer(None)
            key = (told.outcome, told.broken)
            found = self.answers.get(key)
            if found is None:
                found = self.answers[key] = Answer(told.outcome, tuple(sorted(told.broken)))
            return found

        return answer

    def ends(self, judged: Judged | Report) -> tuple[tuple[Lapsed, ...], tuple[Stood, ...]]:
        """The lapses of a variant, and where each case stands at its end."""
        if isinstance(judged, Judged):
            return judged.lapses(), judged.states()
        lapses = tuple(sorted((each.norm, each.act, each.case, each.after, each.shown) for each in judged.lapses))
        return lapses, tuple((each.procedure, each.case, each.states) for each in judged.states)


def _of_report(report: Report) -> Told:
    by_id = {verdict.act: verdict for verdict in report.verdicts}

    def answer(act: str) -> Answer:
        verdict = by_id.get(act)
        if verdict is None:
            return Answer(None)
        return Answer(verdict.outcome, tuple(sorted({finding.norm for finding in verdict.broken()})))

    return answer


def based(scenario: Scenario, file: str, grid: Sequence[Axis], digits: Sequence[int]) -> Scenario:
    """The scenario of a sweep under the law and readings of a variant, with the first values of its other axes.

    It is read like any scenario that is based on another, so that claims about what is varied fall as they do there.
    """
    lines = [f"scenario: {_quoted(scenario.title)}", f"based on: {_quoted(Path(file).name)}"]
    amend: list[str] = []
    readings: list[str] = []
    changes: dict[str, dict[str, dict[str, str]]] = {}
    for axis, digit in zip(grid, digits, strict=True):
        text = axis.texts[digit if axis.outer else 0]
        if axis.kind == "law":
            amend.append(f"  - {{norm: {_quoted(axis.of)}, term: {axis.key}, value: {_quoted(text)}}}")
        elif axis.kind == "readings":
            readings.append(f"  {axis.of}: {_quoted(text)}")
        else:
            act = changes.setdefault(axis.of, {})
            act.setdefault("facts" if axis.kind == "facts" else "", {})[axis.key or axis.kind] = text
    for kind, found in (("amend", amend), ("readings", readings)):
        lines += [f"{kind}:", *found] if found else []
    lines += ["changes:"] if changes else []
    for id, keys in changes.items():
        own = [f"{key}: {_quoted(text)}" for key, text in keys.get("", {}).items()]
        facts = ", ".join(f"{key}: {_quoted(text)}" for key, text in keys.get("facts", {}).items())
        own += [f"facts: {{{facts}}}"] if facts else []
        lines.append(f"  - {{change: {_quoted(id)}, {', '.join(own)}}}")
    made = scenario_from_text("\n".join(lines) + "\n", str(Path(file).with_name("(sweep)")))
    return evolve(made, until=scenario.until, law_as_of=scenario.law_as_of, as_now=scenario.as_now)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
