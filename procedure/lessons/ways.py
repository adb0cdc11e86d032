"""Questions about the way: what must happen next, and what is missing before an act?"""

from collections.abc import Iterator, Sequence

from procedure.due import Agenda, Outstanding, due
from procedure.lesson import Choice, Pool, Question, Stop
from procedure.lessons.counts import up_to
from procedure.lessons.desk import BREACH, Desk
from procedure.machine import Procedure, State
from procedure.outcomes import Outcome, Status
from procedure.verdict import Verdict

MOST_LATER = 8
FIRST = ("repair.after", "repair.after_any")


def next_duty(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """What must happen next? Wrong are acts that no step takes from here."""
    then = up_to(desk, stop.act)
    agenda = due(then, on=desk.day(stop.act))
    duties = sorted(
        (each for each in agenda.outstanding if question.act in (None, each.act)),
        key=lambda each: min(limit.limit for limit in each.due),
    )
    if not duties:
        raise desk.unanswerable(question, "no duty with a time limit runs here", "ask it after the act that begins one")
    duty = duties[0]
    tell = desk.speak.tell
    right = Choice(duty.act, _named(desk, duty.act))
    wrong = [
        Choice(kind, _named(desk, kind), tell("lesson.not.next", way=way) if way else tell("lesson.not.next_at_all"))
        for kind, way in _not_from_here(desk, agenda, duty.procedure)
    ]
    prompt = tell("lesson.ask.next")
    return desk.pool(question, stop, id, prompt, right, wrong, _duty_told(desk, duty, stop))


def _named(desk: Desk, kind: str) -> str:
    """An act with those who may do it."""
    by = desk.scenario.country.vocabulary.acts[kind].by
    key = "lesson.choice.act_by" if by else "lesson.choice.act"
    return desk.speak.tell(key, act=kind, actors=by)


def _not_from_here(desk: Desk, agenda: Agenda, machine: str) -> list[tuple[str, tuple[str, ...]]]:
    """The acts that no machine takes from where it stands, with the way to each, those of the log first."""
    owed = {each.act for each in agenda.outstanding}
    open_now = {each.act for each in (*agenda.now, *agenda.not_yet)}
    vocabulary = desk.scenario.country.vocabulary.acts
    in_log = [act.kind for act in desk.scenario.acts]
    later = sorted(
        agenda.later,
        key=lambda each: (each.act not in in_log, each.procedure != machine, not each.way, len(each.way), each.act),
    )
    found: dict[str, tuple[str, ...]] = {}
    for each in later:
        if each.act not in owed | open_now and not vocabulary[each.act].context:
            found.setdefault(each.act, each.way)
    return list(found.items())[:MOST_LATER]


def _duty_told(desk: Desk, duty: Outstanding, stop: Stop) -> tuple[str, ...]:
    tell = desk.speak.tell
    limits = tuple(desk.speak.moment(each.limit) for each in duty.due if any(desk.counts(cell) for cell in each.cells))
    lines = [tell("lesson.duty", act=duty.act, norm=duty.norm, limits=tuple(dict.fromkeys(limits)))]
    version = desk.docket.version(desk.scenario.country.law.norms[duty.norm], desk.day(stop.act))
    if version is not None:
        lines.append(tell("lesson.says", norm=duty.norm, says=desk.speak.says(duty.norm, version.since)))
        if version.text_known != "verified":
            lines.append(tell(f"lesson.known.{version.text_known}", norm=duty.norm))
    return tuple(lines)


# what is missing on the way


def missing(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """What is missing before an act: what a broken norm asks first, or the acts on the machine's way to it."""
    act = question.act or stop.act
    verdict = next((each for each in desk.report.verdicts if each.act == act), None)
    tell = desk.speak.tell
    prompt = tell("lesson.ask.missing") if act == stop.act else tell("lesson.ask.missing_of", act=act)
    if verdict is not None and (asked := _asked_first(desk, verdict)):
        right = Choice("/".join(sorted(asked)), tell("lesson.choice.acts", acts=tuple(asked)))
        wrong = [
            Choice(kind, tell("lesson.choice.act", act=kind), tell(f"lesson.not.{why}"))
            for kind, why in _not_missing(desk, verdict)
        ]
        return desk.pool(question, stop, id, prompt, right, wrong, desk.why(verdict))
    procedure, state, way = _way(desk, question, stop, verdict, act)
    kind = verdict.done.kind if verdict else act
    wrong = [
        Choice("+".join(path), tell("lesson.choice.way", acts=path), tell("lesson.not.way"))
        for path in _broken_ways(way)
        if not walks(procedure, state, path, kind)
    ]
    wrong += [
        Choice(other, tell("lesson.choice.way", acts=(other,)), tell("lesson.not.way"))
        for other in dict.fromkeys(row.act for row in procedure.steps)
        if other != kind and len(way) == 1 and not walks(procedure, state, (other,), kind)
    ]
    told = tell("lesson.way", machine=procedure.name, state=str(state.value), acts=way)
    return desk.pool(
        question, stop, id, prompt, Choice("+".join(way), tell("lesson.choice.way", acts=way)), wrong, (told,)
    )


def _asked_first(desk: Desk, verdict: Verdict) -> dict[str, None]:
    """The acts of which one is asked first by a norm that is broken for want of it."""
    for _, opinion in desk.opinions(verdict):
        repair = opinion.heard.repair
        if opinion.heard.status in BREACH and repair is not None and repair.key in FIRST:
            values = dict(repair.values)
            acts = values.get("acts") or (values["act"],)
            return dict.fromkeys(str(each) for each in acts) if isinstance(acts, tuple) else {}
    return {}


def _not_missing(desk: Desk, verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Acts that are on record already, then acts of this log that come after; none that some norm still asks for."""
    asked = {
        str(each)
        for finding in verdict.findings
        for opinion in finding.opinions
        if opinion.heard.repair is not None and opinion.heard.status is not Status.KEPT
        for value in dict(opinion.heard.repair.values).values()
        for each in (value if isinstance(value, tuple) else (value,))
    }
    context = desk.scenario.country.vocabulary.acts
    before = True
    for each in desk.scenario.acts:
        if each.id == verdict.act:
            before = False
        elif each.kind not in asked and each.kind != verdict.done.kind and not context[each.kind].context:
            yield each.kind, "missing_done" if before else "missing_later"


def _way(
    desk: Desk, question: Question, stop: Stop, verdict: Verdict | None, act: str
) -> tuple[Procedure, State, tuple[str, ...]]:
    """The machine that places the act, where it stands, and the shortest way there."""
    country = desk.scenario.country
    if verdict is not None and verdict.outcome is not Outcome.UNPLACED:
        raise desk.unanswerable(question, "nothing is missing before this act", "ask it of an act that came too early")
    kind = verdict.done.kind if verdict else act
    spot = [each.id for each in desk.scenario.acts].index(stop.act) - (verdict is not None)
    then = desk.scenario.acts[max(spot, 0)].id
    machine = country.knowing(kind)[0] if country.knowing(kind) else None
    agenda = due(up_to(desk, then), on=desk.day(then))
    for each in agenda.later:
        if machine is not None and each.act == kind and each.procedure == machine.name and each.way:
            return machine, machine.states[each.state], each.way
    raise desk.unanswerable(question, "no other act lies on the way to it", "ask it of an act that came too early")


def _broken_ways(way: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Ways like the right one, with an act left out or two in the other order."""
    for spot in range(len(way)):
        if len(way) > 1:
            yield (*way[:spot], *way[spot + 1 :])
        if spot:
            yield (*way[: spot - 1], way[spot], way[spot - 1], *way[spot + 1 :])


def walks(procedure: Procedure, state: State, way: Sequence[str], act: str) -> bool:
    """Whether some run of steps takes these acts in this order from a state and then the act itself."""
    here = {state}
    for each in (*way, act):
        here = {
            place if row.target is None else row.target for place in here for row in procedure.steps_from(each, place)
        }
    return bool(here)
