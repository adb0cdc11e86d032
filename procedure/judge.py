"""The worlds of a replay brought together: one verdict for each act, and the report on the whole."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from procedure.effect import annulled, fallen, told_root
from procedure.hearing import VINTAGE, Docket, uncounted
from procedure.lapses import lapses
from procedure.law import TEXT_KNOWN, Case, Law
from procedure.machine import Procedure
from procedure.matrix import united
from procedure.moments import end_of
from procedure.outcomes import Assignment, Outcome, Status, headline
from procedure.recall import Memory
from procedure.record import Act
from procedure.rules.votes import AsCounted
from procedure.scenario import Scenario
from procedure.steps import standing_rows
from procedure.telling import (
    axis_told,
    citations_told,
    disclosed,
    done_told,
    law_hash,
    norm_told,
    rulings_on,
    sources_told,
    vintage_told,
)
from procedure.timeline import run
from procedure.verdict import CaseState, Cell, Finding, Heard, Lapse, Opinion, Phrase, Report, Verdict, say
from procedure.version import VERSION
from procedure.worlds import Testimony, Trial, World, fixed_in, moved, states_at_end

Uncounted = frozenset[tuple[str, str]]


def docket_of(scenario: Scenario) -> Docket:
    """What stays the same through the replay of a scenario."""
    country = scenario.country
    return Docket(
        country.law,
        country.zone,
        scenario.given,
        scenario.complete,
        country.bases,
        scenario.readings,
        country.working_day,
        scenario.until,
        scenario.law_as_of,
        annulled(scenario.acts) if scenario.as_now else frozenset(),
    )


def replay(scenario: Scenario, recall: bool = True) -> Report:
    """Judge every act of a scenario in order; raises TooManyForks when its claims alter the way too often.

    Without `recall` every rule is heard anew wherever it stands, and nothing is remembered: slower, with equal reports.
    """
    docket = docket_of(scenario)
    memory = Memory() if recall else None
    acts = tuple(act for act in scenario.acts if act.when.earliest_day <= scenario.until)
    told = report(scenario, docket, run(scenario.country, docket, acts, memory), acts)
    tried: set[frozenset[str]] = set()
    while scenario.strict and (lost := fallen(told)) != docket.struck:
        tried.add(docket.struck)
        lost |= docket.struck if lost in tried else frozenset()
        if lost == docket.struck:
            break
        docket = evolve(docket, struck=lost)
        told = report(scenario, docket, run(scenario.country, docket, acts, memory), acts)
    return told


def report(scenario: Scenario, docket: Docket, worlds: Sequence[World], acts: Sequence[Act]) -> Report:
    """The report on the worlds of a replay."""
    country = scenario.country
    apart = uncounted(country.law, scenario.acts)
    main = [world for world in worlds if not apart & set(world.fixed.items())] or worlds
    order = {act.id: spot for spot, act in enumerate(main[0].sequence)} if main else {}
    ruled = rulings_on(scenario.acts)
    verdicts = tuple(
        verdict_on(scenario, docket, worlds, main, apart, act, ruled)
        for act in sorted(acts, key=lambda act: order[act.id])
    )
    lapsed = lapses(country, docket, worlds, end_of(scenario.until, country.zone))
    forks = tuple(fixed_in(world) for world in worlds if len(worlds) > 1)
    return told_whole(scenario, docket, verdicts, lapsed, states_at_end(country.procedures, main), forks)


def told_whole(
    scenario: Scenario,
    docket: Docket,
    verdicts: tuple[Verdict, ...],
    lapsed: tuple[Lapse, ...],
    states: tuple[CaseState, ...],
    forks: tuple[Assignment, ...],
) -> Report:
    """The report of which these are the verdicts, lapses, end states and forks, with what all of it rests on."""
    country, law = scenario.country, scenario.country.law
    named = {norm: None for verdict in verdicts for norm in (*verdict.heard, *verdict.not_encoded)}
    named |= {lapse.norm: None for lapse in lapsed}
    named |= {
        str(dict(note.values)["norm"]): None for each in verdicts for note in each.notes if "norm" in dict(note.values)
    }
    asked = {
        axis
        for verdict in verdicts
        for finding in verdict.findings
        for each in finding.opinions
        for cell in each.cells
        for axis, _ in cell
    }
    return Report(
        scenario.title,
        country.name,
        scenario.kind,
        scenario.until,
        verdicts,
        lapsed,
        states,
        forks,
        tuple(norm_told(docket, law.norms[norm], scenario.until) for norm in sorted(named)),
        tuple(
            axis_told(law.axes[name]) if name in law.axes else vintage_told(law, name)
            for name in sorted(asked)
            if name in law.axes or name.startswith(VINTAGE)
        ),
        sources_told(scenario, verdicts),
        citations_told(law, named),
        scenario.about,
        law_hash(law),
        scenario.hash,
        VERSION,
    )


Trials = Sequence[tuple[Assignment, Trial]]


def _tried(act: Act, worlds: Sequence[World], main: Sequence[World]) -> tuple[Trials, Sequence[Trial]]:
    """What became of an act in each world, with what is fixed there, and in those that count.

    One trial stands for all where the worlds share it, and nothing in it turns on what is fixed in any of them.
    """
    trials = [world.trials[act.id] for world in worlds]
    first = trials[0]
    if all(trial is first for trial in trials):
        axes = first.axes
        if all(axes.isdisjoint(world.fixed) for world in worlds):
            return [((), first)], [first]
    return [(fixed_in(world), world.trials[act.id]) for world in worlds], [world.trials[act.id] for world in main]


def verdict_on(
    scenario: Scenario,
    docket: Docket,
    worlds: Sequence[World],
    main: Sequence[World],
    apart: Uncounted,
    act: Act,
    ruled: Mapping[str, Sequence[Phrase]] | None = None,
) -> Verdict:
    """The verdict on an act in all worlds; how it moved the machines is told of those that count."""
    law = docket.law
    done = done_told(act)
    rulings = (rulings_on(scenario.acts) if ruled is None else ruled).get(act.id, ())
    if scenario.country.vocabulary.acts[act.kind].context:
        return Verdict(done, Outcome.CONTEXT, Outcome.CONTEXT, notes=tuple(rulings))
    trials, mine = _tried(act, worlds, main)
    findings = _findings(docket, trials, act)
    outcomes, working, told = weighed(
        law, apart, [(fixed, trial.cells) for fixed, trial in trials], heard=bool(findings)
    )
    heard = tuple(dict.fromkeys(finding.norm for finding in findings))
    day = act.when.earliest_day
    silent = tuple(norm.id for norm in law.silent(act.kind) if docket.version(norm, day))
    notes = [
        say("note.not_in_force", norm=norm) for norm in dict.fromkeys(n for _, t in trials for n in t.not_in_force)
    ]
    leans = [set(trial.leans_on) for trial in mine]
    notes += [told_root(root, docket.struck) for root in sorted(set.intersection(*leans))]
    notes += [say("note.struck")] if act.id in docket.struck else []
    notes += (*rulings, *disclosed(act))
    if outcomes[0] is Outcome.UNPLACED:
        notes += _missing_way(docket, scenario.country.knowing(act.kind), act, trials)
    return Verdict(
        done,
        outcomes[0],
        working,
        outcomes[1:],
        findings,
        told,
        moved(mine),
        heard,
        silent,
        max((finding.text_known for finding in findings), key=TEXT_KNOWN.index, default=""),
        _result(mine),
        tuple(notes),
    )


def weighed(
    law: Law, apart: Uncounted, worlds: Sequence[tuple[Assignment, tuple[tuple[Assignment, Status], ...]]], heard: bool
) -> tuple[tuple[Outcome, ...], Outcome, tuple[Cell, ...]]:
    """The outcomes of an act, the headline first; the outcome under the working readings; the cells of all worlds."""
    cells = united(worlds)
    told = tuple(_cell(law, apart, cell, status) for cell, status in cells)
    asked = {axis for cell, _ in cells for axis, _ in cell}
    readings = frozenset(axis for axis in asked if axis in law.axes or axis.startswith(VINTAGE))
    counted = [(cell.assignment, cell.status) for cell in told if cell.counted]
    working = [(cell.assignment, cell.status) for cell in told if cell.counted and cell.working]
    outcomes = headline(counted or cells, readings)
    if not heard and outcomes[0] is Outcome.LAWFUL:
        outcomes = (Outcome.CONTEXT,)
    return outcomes, headline(working or counted or cells, readings)[0] if heard else outcomes[0], told


def _cell(law: Law, apart: Uncounted, assignment: Assignment, status: Status) -> Cell:
    working = all(axis not in law.axes or law.axes[axis].working in (None, answer) for axis, answer in assignment)
    return Cell(assignment, status, not apart & set(assignment), working)


def _findings(docket: Docket, trials: Trials, act: Act) -> tuple[Finding, ...]:
    """The testimonies of all worlds, rule by rule, with the cells in which each opinion is held."""
    alike: dict[int, tuple[Trial, list[Assignment]]] = {}
    for fixed, trial in trials:
        alike.setdefault(id(trial), (trial, []))[1].append(fixed)
    rules: dict[tuple[str, object], list[tuple[Assignment, Testimony]]] = {}
    for trial, ways in alike.values():
        for testimony in trial.testimonies:
            held = rules.setdefault((testimony.norm.id, testimony.rule), [])
            held += [(fixed, testimony) for fixed in ways]
    found: list[Finding] = []
    for held in rules.values():
        norm, rule = held[0][1].norm, held[0][1].rule
        opinions: dict[Heard, list[Assignment]] = {}
        for cell, heard in united([(fixed, testimony.cells) for fixed, testimony in held]):
            opinions.setdefault(heard, []).append(cell)
        version = docket.version(norm, act.when.earliest_day, Case(held[0][1].opened, act.case))
        found.append(
            Finding(
                norm.id,
                version.since if version else None,
                version.text_known if version else "unread",
                norm.kind,
                type(rule).__name__,
                tuple(Opinion(heard, tuple(cells)) for heard, cells in opinions.items()),
            )
        )
    return tuple(found)


def _result(trials: Sequence[Trial]) -> Phrase | None:
    """Whether a vote was carried: as declared, or computed where nothing was declared."""
    for trial in trials:
        for testimony in trial.testimonies:
            if not isinstance(testimony.rule, AsCounted):
                continue
            margins = {heard.margin for _, heard in testimony.cells}
            margin = next(iter(margins)) if len(margins) == 1 else None
            if margin is not None:
                carried = margin.key == "margin.votes_above"
                word = testimony.rule.won if carried else testimony.rule.lost or f"not {testimony.rule.won}"
                return say("result.computed" if trial.computed else "result.declared", word=word)
    return None


def _missing_way(docket: Docket, knowing: Sequence[Procedure], act: Act, trials: Trials) -> list[Phrase]:
    """From which states an unplaced act is taken, and the way there; or that no edition of its day has it."""
    notes: list[Phrase] = []
    for procedure in knowing[:1]:
        rows = [row for row in procedure.steps if row.act == act.kind]
        standing = standing_rows(docket, procedure.steps, act.when.earliest_day, Case(None, act.case))
        if not any(row.act == act.kind for row in standing):
            marks = (mark for row in rows for mark in (row.during, *row.without) if mark)
            norms = dict.fromkeys(docket.law.cite(mark.id) for mark in marks)
            return [say("note.edition", act=act.kind, norms=tuple(norms))]
        sources = sorted({str(s.value) for row in standing if row.act == act.kind for s in row.sources})
        notes.append(say("note.taken_from", act=act.kind, states=tuple(sources)))
        for name in sorted(
            {state for _, trial in trials for each, state in trial.from_states if each == procedure.name}
        ):
            way = procedure.way(procedure.states[name], act.kind, standing)
            here = str(procedure.states[name].value)
            notes.append(say("note.way", state=here, acts=way) if way else say("note.no_way", state=here))
    if not knowing:
        notes.append(say("note.unknown_act", act=act.kind))
    return notes
