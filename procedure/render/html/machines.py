"""The machines: each as a diagram with the way that was taken, its legend, and where it stands at the end."""

import re
from collections import Counter
from collections.abc import Iterator

from procedure.machine import Procedure
from procedure.render.editions import around
from procedure.render.html.markup import Html, el, escaped
from procedure.render.html.matter import Matter
from procedure.render.labels import Label, letter, sentence
from procedure.render.plan import Taken, trail
from procedure.render.svg import Bare, bare, svg

_TEXT = re.compile(r"<text ([^>]*)>")
_SIZE = re.compile(r' font-size="(\d+)"')
_SHORT = (
    (' fill="#f0e442" stroke="#000000" stroke-width="1.2"', ""),
    (' fill="#f0e442" stroke="#000000" stroke-width="3"', ' class="t"'),
    (' fill="none" stroke="#333333" stroke-width="2"', ' class="l"'),
    (' fill="none" stroke="#0072b2" stroke-width="2"', ' class="l k"'),
    (' fill="none" stroke="#d55e00" stroke-width="4"', ' class="l p"'),
    (' fill="#333333" stroke="#333333" stroke-width="1"', ' class="h"'),
    (' fill="#0072b2" stroke="#0072b2" stroke-width="1"', ' class="h k"'),
    (' fill="#d55e00" stroke="#d55e00" stroke-width="3"', ' class="h p"'),
    (' fill="none" stroke="#000000" stroke-width="2.5"', ' class="y"'),
    (' font-family="system-ui, sans-serif" fill="#000000"', ""),
    (' xmlns="http://www.w3.org/2000/svg"', ""),
    (' fill="#f3f4f6" stroke="#333333" stroke-width="1.5"', ' class="x"'),
    (' fill="#d6ecf9" stroke="#0072b2" stroke-width="3.0"', ' class="x r"'),
    (' fill="#ffffff" stroke="#333333" stroke-width="1"', ' class="x l"'),
    (' fill="#ffffff" stroke="#333333" stroke-width="1.5"', ' class="x e"'),
)
"""What the diagram writes at every mark, and the class that stands for it where a page has a style sheet."""


def machines(matter: Matter) -> Html | None:
    """The section of the machines that some act concerns; none where no act does."""
    country = matter.scenario.country
    moved = {move.procedure for verdict in matter.judged for move in verdict.moves}
    known = {each.name for verdict in matter.judged for each in country.knowing(verdict.done.kind)[:1]}
    shown = [each for each in matter.procedures.values() if each.name in moved | known]
    if not shown:
        return None
    still = [matter.speak.procedure(each) for each in matter.procedures if each not in moved | known]
    return el(
        "section",
        el("h2", matter.tell("machines"), id="machines-head"),
        el("p", matter.tell("machines.how"), class_="note"),
        *(_machine(matter, each) for each in shown),
        el("p", matter.tell("machines.still", names=tuple(still)), class_="note") if still else None,
        id="machines",
        aria_labelledby="machines-head",
    )


def _machine(matter: Matter, procedure: Procedure) -> Html:
    country, speak, tell = matter.scenario.country, matter.speak, matter.tell
    visited, taken = ways(matter, procedure)
    drawn = around(procedure, visited)
    found = bare(drawn, country.vocabulary.acts, speak, visited=visited, taken=taken)
    name = speak.procedure(procedure.name)
    left = len(procedure.states) - len(drawn.states)
    inner = Html(compact(found.picture, told(matter, drawn, found)))
    picture = el("div", inner, class_="wide", tabindex="0", role="group", aria_label=name)
    more = el("figcaption", tell("machines.more", number=left)) if left else None
    items = [_number(each) for each in found.labels]
    legend = el(
        "details", el("summary", tell("machines.legend", number=len(items))), el("ol", *items, class_="acts-key")
    )
    return el(
        "article", el("h3", name), _standing(matter, procedure), el("figure", picture, more), legend, class_="machine"
    )


def _number(label: Label) -> Html:
    """A number of the picture: the act, who does it, under which norms."""
    under = " · ".join(each for each in (", ".join(label.by), label.citations) if each)
    return el("li", label.text, [el("br"), el("small", under)] if under else None, value=label.number)


def told(matter: Matter, procedure: Procedure, found: Bare) -> str:
    """The picture in words: the states by their letters, and which acts lead from which to which."""
    states = list(procedure.states)
    names = [f"{letter(spot)}: {sentence(procedure, each, matter.speak)}" for spot, each in enumerate(states)]
    moves = [
        f"{letter(states.index(source))} → {letter(states.index(target))}: {', '.join(map(str, numbers))}"
        for source, target, numbers in found.moves
    ]
    return matter.tell("machines.told", states="; ".join(names), moves="; ".join(moves))


def compact(picture: str, desc: str) -> str:
    """A diagram that leaves its looks to the page's style sheet, and the names of its numbers to the legend."""
    picture = re.sub(r'<rect [^>]*height="19"[^>]*/>\n', "", picture)
    picture = picture.replace("</desc>", f"{escaped(desc)}</desc>", 1)
    picture = re.sub(r"<g><title>[^<]*</title>", "<g>", picture)
    for long, short in _SHORT:
        picture = picture.replace(long, short)
    picture = re.sub(r'(<g><circle [^>]*><text x="\d+" y="\d+")[^>]*>', r"\1>", picture)
    for kind in ("l", "l k", "l p", "h", "h k", "h p", "y"):
        picture = _merged(picture, kind)
    return _TEXT.sub(_text, picture).replace("\n", "").replace("<svg ", '<svg class="diagram" ', 1)


def _merged(picture: str, kind: str) -> str:
    """All lines or heads of one look as one path, where the first of them stood; ticks on top of all."""
    found = re.findall(rf'<path d="([^"]*)" class="{kind}"/>', picture)
    if len(found) < 2:
        return picture
    whole = f'<path d="{"".join(found)}" class="{kind}"/>'
    before, _, after = picture.partition(f'<path d="{found[0]}" class="{kind}"/>')
    rest = re.sub(rf'<path d="[^"]*" class="{kind}"/>\n?', "", after)
    return f"{before}{rest.removesuffix('</svg>')}{whole}</svg>" if kind == "y" else f"{before}{whole}{rest}"


def _text(found: re.Match[str]) -> str:
    said = found[1]
    size = _SIZE.search(said)
    names = [f"t{size[1]}"] if size else []
    said = _SIZE.sub("", said)
    for long, name in (
        (' fill="#000000"', ""),
        (' fill="#333333"', "s"),
        (' font-weight="600"', "b"),
        (' text-anchor="middle"', "m"),
        (' text-anchor="end"', "e"),
    ):
        if long in said:
            said = said.replace(long, "")
            names += [name] if name else []
    names = [each for each in names if each != "t12"]
    return f'<text {said} class="{" ".join(names)}">' if names else f"<text {said}>"


def ways(matter: Matter, procedure: Procedure) -> tuple[tuple[str, ...], Taken]:
    """The states that the cases of a procedure reached, and the acts by which they went, all cases together."""
    cases = dict.fromkeys(
        move.case for verdict in matter.judged for move in verdict.moves if move.procedure == procedure.name
    )
    trails = [trail(matter.report, procedure, case) for case in cases]
    visited = dict.fromkeys(state for states, _ in trails for state in states)
    return tuple(visited), tuple(dict.fromkeys(step for _, steps in trails for step in steps))


def _standing(matter: Matter, procedure: Procedure) -> Html:
    """Where the machine stands at the end; how many cases stand where, if it has several."""
    speak = matter.speak
    ends = [each for each in matter.report.states if each.procedure == procedure.name]
    found = Counter(speak.listed([speak.state(procedure.name, state) for state in each.states], "or") for each in ends)
    if procedure.per is None or len(ends) == 1:
        return el("p", matter.tell("machines.end", state=next(iter(found), "—")))
    lines = (el("li", matter.tell("machines.ends", number=number, state=state)) for state, number in found.items())
    return el("ul", *lines)


def diagrams(matter: Matter) -> Iterator[tuple[Procedure, str]]:
    """The diagram of each machine that some act moved, each a picture of its own."""
    country = matter.scenario.country
    for procedure in matter.procedures.values():
        visited, taken = ways(matter, procedure)
        if visited:
            acts = country.vocabulary.acts
            yield procedure, svg(procedure, acts, matter.speak, visited=visited, taken=taken)
