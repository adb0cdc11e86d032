"""The results: the table, the bars with the threshold, the allocation step by step, and the house."""

from collections.abc import Iterator

from procedure.render.html.charts import TINTS, bars, hemicycle, percent
from procedure.render.html.count import Count, Seated, counts, house
from procedure.render.html.markup import Child, Html, el
from procedure.render.html.matter import Matter, table
from procedure.render.labels import letter


def results(matter: Matter) -> Html | None:
    """The section of results; none where no seats were shared out."""
    found, seated = list(counts(matter))[-1:], house(matter)
    if not found and seated is None:
        return None
    return el(
        "section",
        el("h2", matter.tell("results"), id="results-head"),
        *(part for each in found for part in _count(matter, each)),
        *(_house(matter, seated) if seated else ()),
        id="results",
        aria_labelledby="results-head",
    )


def _count(matter: Matter, count: Count) -> Iterator[Html]:
    speak, tell = matter.speak, matter.tell
    yield el("p", matter.badge(count.verdict), " ", matter.act(count.verdict.act))
    yield el("h3", tell("results.votes"))
    yield el(
        "figure",
        el("div", bars(matter, count), class_="wide", tabindex="0", role="group", aria_label=tell("bars.title")),
    )
    heads: list[Child] = [tell(f"results.{each}") for each in ("party", "number", "share", "threshold", "seats")]
    rows: list[list[Child]] = []
    for line in count.lines:
        share = speak.decimal(f"{percent(line.votes, count.whole)}") + " %" if count.whole else "—"
        passes = "—" if line.passes is None else tell("results.passes" if line.passes else "results.short")
        rows.append([speak.actor(line.party), speak.number(line.votes), share, passes, speak.number(line.seats)])
    yield table("votes-table", tell("results.caption", whole=count.whole), heads, rows, "numbers")
    yield el("h3", tell("allocation"))
    yield el(
        "p",
        tell(
            "allocation.how",
            seats=count.seats,
            quota=speak.number(int(count.quota)) if count.quota.isdecimal() else speak.decimal(count.quota),
        ),
        class_="note",
    )
    heads = [tell(f"results.{each}") for each in ("party", "quotas", "whole", "remainder", "rank", "seats")]
    shared = [line for line in count.lines if line.quotas]
    rows = [
        [
            speak.actor(line.party),
            speak.decimal(line.quotas),
            speak.number(line.whole),
            speak.decimal(line.remainder),
            tell("results.ranked", rank=line.rank) if line.rank else "—",
            el("b", line.seats),
        ]
        for line in shared
    ]
    yield table("allocation-table", tell("allocation.caption"), heads, rows, "numbers")
    steps = el("ol", *(el("li", speak.say(step)) for step in count.steps))
    yield el("details", el("summary", tell("allocation.steps", number=len(count.steps))), steps)


def _house(matter: Matter, seated: Seated) -> Iterator[Html]:
    tell = matter.tell
    yield el("h3", tell("house"))
    filled = sum(number for _, number in seated.parties)
    key = [
        el(
            "li",
            el("span", letter(spot), class_=f"key p{spot % TINTS}"),
            " ",
            matter.speak.actor(party),
            " ",
            el("b", number),
        )
        for spot, (party, number) in enumerate(seated.parties)
    ]
    if filled < seated.size:
        left = seated.size - filled
        key.append(el("li", el("span", "", class_="key none"), " ", tell("house.untold"), " ", el("b", left)))
    legend = el("ul", *key, class_="legend")
    yield el("figure", hemicycle(matter, seated), el("figcaption", tell("house.caption"), legend), class_="house")
