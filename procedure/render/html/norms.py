"""What a page rests on: the norms with how well their text is known, claimed citations, sources, hashes."""

from collections.abc import Sequence

from procedure.law import TEXT_KNOWN
from procedure.render.html.markup import Child, Html, el
from procedure.render.html.matter import Matter
from procedure.verdict import NormTold, SourceTold

SAFE = ("https://", "http://")


def norms(matter: Matter) -> Html:
    """The section of norms: those that heard an act, those that are known and not encoded, claimed citations."""
    heard = {norm for verdict in matter.report.verdicts for norm in verdict.heard}
    heard |= {lapse.norm for lapse in matter.report.lapses}
    relied = [each for each in matter.report.norms if each.id in heard]
    silent = [each for each in matter.report.norms if each.id not in heard]
    known = {word: sum(each.text_known == word for each in relied) for word in TEXT_KNOWN}
    counts = [matter.tell(f"norms.{word}", number=number) for word, number in known.items() if number]
    return el(
        "section",
        el("h2", matter.tell("norms"), id="norms-head"),
        el("p", " ".join([matter.tell("norms.how", number=len(relied)), *counts]), class_="note"),
        _listed(matter, relied) if relied else None,
        _silent(matter, silent),
        _citations(matter),
        id="norms",
        aria_labelledby="norms-head",
    )


def _listed(matter: Matter, norms: Sequence[NormTold]) -> Html:
    return el("ol", *(_norm(matter, each) for each in norms), class_="norms")


def _norm(matter: Matter, norm: NormTold) -> Html:
    """A norm: its citation and title, what it says, since when, how well its text is known, how many acts it heard."""
    speak, tell = matter.speak, matter.tell
    says = speak.says(norm.id, norm.since) or norm.says
    word = speak.tell(f"known.{norm.text_known}")
    known: list[Child] = [tell("norm.known", known=word)]
    if norm.since:
        known = [tell("norm.since", since=norm.since.isoformat(), known=word)]
    known += [", ", speak.tell(f"norm.{norm.kind}")] if norm.kind != "law" else []
    bearing = [each for each in matter.report.verdicts if norm.id in each.heard]
    known += ["; ", matter.act(bearing[0].act, tell("norm.used", number=len(bearing)))] if bearing else []
    why = el("small", tell("norm.why", why=norm.not_encoded)) if norm.not_encoded else None
    small = el("small", *known) if not why or norm.says else None
    return el(
        "li",
        el("b", norm.cite),
        " ",
        el("i", speak.title(norm.id)),
        el("br"),
        says,
        " ",
        small,
        why,
        id=f"n{matter.norm_numbers[norm.id]}",
    )


def _silent(matter: Matter, norms: Sequence[NormTold]) -> Html | None:
    if not norms:
        return None
    return el("details", el("summary", matter.tell("norms.silent.many", number=len(norms))), _listed(matter, norms))


def _citations(matter: Matter) -> Html | None:
    if not matter.report.citations:
        return None
    items = []
    for each in matter.report.citations:
        standing = matter.speak.tell(f"standing.{each.standing}")
        line = matter.tell("citation", citation=each.id, standing=standing, held=", ".join(each.claimed_by))
        items.append(el("li", line, " ", matter.norm(each.means), " ", el("span", each.note, class_="note")))
    return el("div", el("h3", matter.speak.tell("citations")), el("ul", *items))


def sources(matter: Matter) -> Html | None:
    """The section of sources; none where the log names none."""
    if not matter.report.sources:
        return None
    return el(
        "section",
        el("h2", matter.tell("sources"), id="sources-head"),
        el("p", matter.tell("sources.how"), class_="note"),
        el("ol", *(_source(matter, each) for each in matter.report.sources), class_="sources"),
        id="sources",
        aria_labelledby="sources-head",
    )


def _source(matter: Matter, source: SourceTold) -> Html:
    """A source; its address leads there where it is one that a browser may open."""
    link = el("a", source.title, href=source.url) if source.url.startswith(SAFE) else source.title
    publisher = [", ", source.publisher] if source.publisher else None
    standing = matter.speak.tell(f"source.{source.standing}")
    return el(
        "li", link, publisher, "; ", standing, " ", el("small", "[", source.id, "]"), id=f"s{matter.numbers[source.id]}"
    )


def reproduce(matter: Matter) -> Html:
    """How to come to the same page: the command, the versions, the hashes."""
    report, scenario = matter.report, matter.scenario
    name = scenario.file or "FILE"
    rows = [
        (matter.tell("reproduce.command"), el("code", f"procedure report {name} -o report.html")),
        (matter.tell("reproduce.version"), el("code", report.version)),
        (matter.tell("reproduce.law"), el("code", report.law_hash)),
        (matter.tell("reproduce.scenario"), el("code", report.scenario_hash)),
        (matter.tell("reproduce.until"), matter.speak.date(report.until.isoformat())),
    ]
    items = [part for term, value in rows for part in (el("dt", term), el("dd", value))]
    return el(
        "section",
        el("h2", matter.tell("reproduce"), id="reproduce-head"),
        el("p", matter.tell("reproduce.how"), class_="note"),
        el("dl", *items, class_="hashes"),
        id="reproduce",
        aria_labelledby="reproduce-head",
    )
