"""The acts in order, month by month: each with its outcome, and what stands behind it folded beneath."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from procedure.outcomes import Assignment, Outcome, Status
from procedure.render.html.markup import Child, Html, el, isolated, join
from procedure.render.html.matter import Matter, anchor
from procedure.verdict import Finding, Heard, Lapse, Move, Opinion, Verdict
from procedure.verdict import say as phrase

GRAVE = (Outcome.UNPLACED, Outcome.VOID, Outcome.UNLAWFUL)
LONG = 200
"""Findings in fewer letters than these are told again."""
FEW = 12
"""A log of no more acts than these stands open."""


def acts(matter: Matter) -> Html:
    """The section of the acts."""
    numbers = {each.act: number for number, each in enumerate(matter.report.verdicts, 1)}
    told: dict[str, str] = {}
    parts: list[Html] = []
    for month, group in groupby(matter.report.verdicts, key=lambda verdict: verdict.done.when[:7]):
        items = [_act(matter, verdict, told, numbers) for verdict in group]
        parts.append(el("h3", matter.month(month), id=f"month-{month}-{len(parts) + 1}"))
        parts.append(el("ol", *items, class_="acts"))
    return el(
        "section",
        el("h2", matter.tell("acts"), id="acts-head"),
        el("p", matter.tell("acts.how"), class_="note"),
        *parts,
        *_lapses(matter),
        id="acts",
        aria_labelledby="acts-head",
    )


def _act(matter: Matter, verdict: Verdict, told: dict[str, str], numbers: Mapping[str, int]) -> Html:
    here, done = anchor("act", verdict.act), verdict.done
    self_link = el("a", numbers[verdict.act], href=f"#{here}")
    when = el("i", matter.speak.moment(done.when))
    actor = matter.speak.actor(done.by)
    who = el("b", actor) if actor and actor not in matter.text(verdict) else None
    named = all(part.partition(" ")[2] in matter.text(verdict) for part in done.case.split(", "))
    case = None if named or not done.case else el("small", matter.speak.case(done.case))
    head: list[Child] = [when, " ", who, " " if who else None, isolated(matter.text(verdict))]
    head += [" ", case] if case else []
    body = list(_body(matter, verdict, told, numbers))
    cited = matter.sources(verdict.done.sources)
    if verdict.outcome is Outcome.CONTEXT and not body:
        return el("li", self_link, el("p", *head, *([" ", cited] if len(cited) > 1 else [])), id=here)
    head += [" ", matter.badge(verdict)] if verdict.outcome is not Outcome.CONTEXT else []
    moves = [each for each in verdict.moves if each.before != each.after and not each.case]
    below: list[Child] = [move_text(matter, each) for each in moves]
    below += [cited] if len(cited) > 1 else []
    if below:
        body.append(el("p", *([el("br") if spot else None, each] for spot, each in enumerate(below)), class_="note"))
    opened = verdict.outcome in GRAVE or len(matter.report.verdicts) <= FEW
    folded = el("details", el("summary", *head), el("div", *body), open=opened)
    return el("li", self_link, folded, id=here)


def _body(matter: Matter, verdict: Verdict, told: dict[str, str], numbers: Mapping[str, int]) -> Iterator[Html]:
    """What stands behind an outcome; findings that another act has word for word are told once, and pointed to."""
    speak = matter.speak
    if verdict.working is not verdict.outcome:
        yield el("p", matter.tell("act.working", working=verdict.working.value))
    if verdict.result:
        yield el("p", speak.say(verdict.result))
    found = join(*_findings(matter, verdict))
    first = told.setdefault(found, verdict.act)
    if first != verdict.act and len(found) > LONG:
        yield el("p", matter.tell("act.same"), " ", matter.act(first, numbers[first]))
    elif found:
        yield found
    for note in verdict.notes:
        yield el("p", speak.say(note), class_="note")
    yield from _standing(matter, verdict)
    yield from _claims(matter, verdict)
    if verdict.not_encoded and verdict.outcome not in (Outcome.CONTEXT, Outcome.LAWFUL):
        cites = [[", " if spot else None, matter.norm(norm)] for spot, norm in enumerate(verdict.not_encoded)]
        yield el("p", matter.tell("act.not_encoded"), " ", *cites, class_="note")


def _findings(matter: Matter, verdict: Verdict) -> Iterator[Html]:
    """What the rules find: each that is not simply kept in a paragraph, then all that are kept in one."""
    kept: dict[str, Child] = {}
    for finding in verdict.findings:
        heard = matter.opinion(finding).heard
        if finding.statuses != {Status.KEPT}:
            yield from _finding(matter, finding, verdict.done.when)
        elif heard.margin:
            asked, margin = matter.speak.say(heard.asked), matter.speak.say(heard.margin)
            line = [matter.norm(finding.norm), " ", matter.tell("act.kept", asked=asked, margin=margin)]
            kept.setdefault(f"{finding.norm} {asked}", line)
            kept.pop(finding.norm, None)
        elif not any(each.partition(" ")[0] == finding.norm for each in kept):
            kept[finding.norm] = matter.norm(finding.norm)
    if kept:
        parts = [["; " if spot else " ", each] for spot, each in enumerate(kept.values())]
        yield el("p", matter.status(Status.KEPT), *parts)


def _finding(matter: Matter, finding: Finding, when: str) -> Iterator[Html]:
    """What a rule finds: on the working readings, and in short wherever it comes to another end."""
    first = matter.opinion(finding)
    yield _opinion(matter, finding, first.heard, when, ())
    rest: dict[tuple[Status, str], list[Opinion]] = {}
    for each in finding.opinions:
        if each.heard.status is not first.heard.status:
            rest.setdefault((each.heard.status, each.heard.shown.key), []).append(each)
    for others in rest.values():
        yield _opinion(matter, finding, others[0].heard, when, [cell for each in others for cell in each.cells])


def _opinion(matter: Matter, finding: Finding, heard: Heard, when: str, cells: Sequence[Assignment]) -> Html:
    tell, say = matter.tell, matter.speak.say
    parts: list[Child] = [matter.status(heard.status), " ", matter.norm(finding.norm)]
    if finding.kind != "law":
        parts += [" ", el("span", matter.speak.tell(f"norm.{finding.kind}"), class_="tag")]
    if finding.text_known in ("unverified", "unread"):
        parts += [" ", el("span", tell(f"text.{finding.text_known}"), class_="tag")]
    if cells:
        wheres: list[Child] = []
        for spot, cell in enumerate(cells):
            wheres += [f" {tell('or')} " if spot else None, *matter.cell(cell)]
        parts += [" ", el("span", tell("act.where"), " ", *wheres, class_="where")]
    key = "act.asked" if heard.shown == phrase("shown.when", when=when) else "act.finding"
    values = {"asked": say(heard.asked), "shown": say(heard.shown), "margin": say(heard.margin)}
    parts += [" ", tell(f"{key}.margin" if heard.margin else key, **values)]
    if heard.counted:
        parts += [" ", el("small", tell("act.counted", counted=say(heard.counted)))]
    if heard.repair and say(heard.repair) != say(heard.asked):
        key = "act.needs" if heard.status is Status.UNKNOWN else "act.repair"
        parts += [" ", el("strong", tell(key, repair=say(heard.repair)))]
    return el("p", *parts)


def _standing(matter: Matter, verdict: Verdict) -> Iterator[Html]:
    """Accusation, attribution and sanction, which are three questions."""
    done = verdict.done
    if done.status != "attested" or done.attributed_to or done.sanction:
        tell = matter.speak.tell
        line = tell(
            "act.status_by" if done.found_by else "act.status",
            status=tell(f"fact.{done.status}"),
            by=done.found_by,
            attribution=done.attributed_to or tell("act.open"),
            sanction=done.sanction or tell("act.open"),
        )
        yield el("p", line)


def _claims(matter: Matter, verdict: Verdict) -> Iterator[Html]:
    axes = dict.fromkeys(claim.axis for claim in verdict.done.claims)
    if axes:
        first = min(matter.conflicts[axis] for axis in axes)
        yield el("p", el("a", matter.tell("act.claims"), href=f"#c{first}"))


def move_text(matter: Matter, move: Move) -> str:
    """How a machine moved with an act."""
    speak = matter.speak

    def named(states: Sequence[str]) -> str:
        return speak.listed([speak.state(move.procedure, each) for each in states], "or")

    machine = speak.procedure(move.procedure)
    key = "move.stays" if move.before == move.after else "move"
    return speak.tell(key, machine=machine, before=named(move.before), after=named(move.after))


def _lapses(matter: Matter) -> Iterator[Html]:
    if matter.report.lapses:
        yield el("h3", matter.speak.tell("lapses"), id="lapses")
        yield el("ul", *(_lapse(matter, lapse) for lapse in matter.report.lapses), class_="lapses")


def _lapse(matter: Matter, lapse: Lapse) -> Html:
    speak = matter.speak
    status = Status.BROKEN if lapse.shown else Status.UNKNOWN
    word = el("b", matter.tell("lapse.shown" if lapse.shown else "lapse.not_shown"), class_=status.value)
    dues: list[Child] = []
    for spot, due in enumerate(lapse.due):
        dues += [f" {matter.tell('or')} " if spot else None, speak.moment(due.limit)]
        if any(due.cells):
            dues += [" (", *matter.cell(due.cells[0]), ")"]
    holder = speak.actor(lapse.holder) if lapse.holder else speak.tell("lapse.holder")
    case = f" ({speak.actor(lapse.case)})" if lapse.case else ""
    line = matter.tell("lapse", holder=holder, act=lapse.act, case=case, after=lapse.after)
    due_line = el("span", matter.tell("lapse.due"), " ", *dues)
    return el("li", word, " ", matter.norm(lapse.norm), " ", line, " ", due_line)
