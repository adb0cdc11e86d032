"""Where the answer depends: contested acts reading by reading, open questions, and sources that differ."""

from collections.abc import Iterator

from procedure.outcomes import Outcome
from procedure.render.html.markup import Child, Html, el
from procedure.render.html.matter import Matter, table
from procedure.verdict import AxisTold, Cell, ClaimTold, Verdict


def readings(matter: Matter) -> Html | None:
    """The section of open questions; none where no act was asked one."""
    tables = list(_matrices(matter))
    axes = [_axis(matter, each) for each in matter.report.axes]
    if not tables and not axes:
        return None
    return el(
        "section",
        el("h2", matter.tell("readings"), id="readings-head"),
        el("p", matter.tell("readings.how"), class_="note"),
        *([el("h3", matter.tell("matrix")), *tables] if tables else []),
        *([el("h3", matter.tell("questions")), *axes] if axes else []),
        id="readings",
        aria_labelledby="readings-head",
    )


def _matrices(matter: Matter) -> Iterator[Html]:
    """A table for each matrix; acts that share one share its table."""
    groups: dict[tuple[Cell, ...], list[Verdict]] = {}
    for verdict in matter.judged:
        if Outcome.CONTESTED in verdict.outcomes and verdict.cells:
            groups.setdefault(verdict.cells, []).append(verdict)
    for spot, (cells, verdicts) in enumerate(groups.items(), 1):
        yield _matrix(matter, f"matrix-{spot}", cells, verdicts)


def _matrix(matter: Matter, name: str, cells: tuple[Cell, ...], verdicts: list[Verdict]) -> Html:
    axes = list(dict.fromkeys(axis for cell in cells for axis, _ in cell.assignment))
    heads: list[Child] = [matter.tell("matrix.outcome"), *(_axis_head(matter, axis) for axis in axes)]
    rows: list[list[Child]] = []
    for cell in cells:
        chosen = dict(cell.assignment)
        note = None if cell.counted else el("small", matter.tell("matrix.told"))
        note = el("small", matter.tell("matrix.working")) if cell.counted and cell.working else note
        outcome = [matter.status(cell.status), " ", note]
        rows.append(
            [outcome if note else outcome[0], *(_answer(matter, axis, chosen.get(axis), verdicts[0]) for axis in axes)]
        )
    links: list[Child] = []
    for spot, each in enumerate(verdicts):
        links += [" · " if spot else None, matter.act(each.act)]
    return table(name, links, heads, rows, "matrix")


def _axis_head(matter: Matter, axis: str) -> Child:
    if axis in matter.axis_numbers:
        words = matter.speak.question(axis) or matter.speak.axis(axis)
        return el("a", words, href=f"#q{matter.axis_numbers[axis]}")
    return el("a", matter.tell("matrix.sources"), href=f"#c{matter.conflicts[axis]}")


def _answer(matter: Matter, axis: str, answer: str | None, verdict: Verdict) -> Child:
    if answer is None:
        return el("span", matter.tell("matrix.any"), class_="note")
    if axis not in matter.axis_numbers:
        return el("q", matter.speak.reading(axis, answer))
    told = next((a for q in matter.report.axes if q.name == axis for a in q.answers if a.name == answer), None)
    words = matter.speak.reading(axis, answer)
    if told is None:
        return words
    return [words, " ", el("small", matter.speak.tell(f"standing.{told.standing}"))]


def _axis(matter: Matter, axis: AxisTold) -> Html:
    speak = matter.speak
    rows: list[list[Child]] = []
    for each in axis.answers:
        standing: list[Child] = [speak.tell(f"standing.{each.standing}")]
        standing += (
            [el("br"), el("small", matter.tell("question.since", since=each.since.isoformat()))] if each.since else []
        )
        standing += [el("br"), el("b", matter.tell("matrix.working"))] if each.working else []
        says = speak.answer(axis.name, each.name) or each.says
        held = speak.held_by(axis.name, each.name) or each.held_by
        rows.append([speak.reading(axis.name, each.name), says, standing, held])
    heads = [matter.tell(f"question.{each}") for each in ("answer", "says", "standing", "held")]
    question = speak.question(axis.name) or axis.question
    note = el("p", axis.note, class_="note") if axis.note and speak.language == "en" else None
    return el("div", table(f"q{matter.axis_numbers[axis.name]}", el("h4", question), heads, rows, "answers"), note)


def conflicts(matter: Matter) -> Html | None:
    """The section of facts on which sources differ, their claims side by side; none where none do."""
    found: dict[tuple[str, str], list[ClaimTold]] = {}
    for verdict in matter.report.verdicts:
        for claim in verdict.done.claims:
            found.setdefault((verdict.act, claim.axis), []).append(claim)
    if not found:
        return None
    seen: set[str] = set()
    parts = [_conflict(matter, act, axis, claims, seen) for (act, axis), claims in found.items()]
    return el(
        "section",
        el("h2", matter.tell("conflicts"), id="conflicts-head"),
        el("p", matter.tell("conflicts.how"), class_="note"),
        *parts,
        id="conflicts",
        aria_labelledby="conflicts-head",
    )


def _conflict(matter: Matter, act: str, axis: str, claims: list[ClaimTold], seen: set[str]) -> Html:
    sides = []
    titles = {each.id: each for each in matter.report.sources}
    for claim in claims:
        sources: list[Child] = []
        for id in claim.sources:
            link = el("a", titles[id].title if id in titles else id, href=f"#s{matter.numbers.get(id, 0)}")
            sources.append(el("li", link))
        weight = el("p", matter.tell("conflicts.outweighed"), class_="note") if claim.outweighed else None
        sides.append(el("div", el("q", matter.speak.claim(claim.says)), el("ul", *sources), weight))
    here = None if axis in seen else f"c{matter.conflicts[axis]}"
    seen.add(axis)
    return el("article", el("h3", matter.act(act)), el("div", *sides, class_="sides"), id=here, class_="conflict")
