"""The page as a whole: one file, no script, nothing fetched; and the pictures as files of their own."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from procedure.outcomes import Outcome
from procedure.render.html.acts import acts
from procedure.render.html.answer import answer
from procedure.render.html.axis import days_of, earlier
from procedure.render.html.calendar import calendar
from procedure.render.html.charts import bars, hemicycle
from procedure.render.html.count import counts, house
from procedure.render.html.deadlines import deadlines
from procedure.render.html.machines import diagrams, machines
from procedure.render.html.markup import Html, el
from procedure.render.html.matter import Matter
from procedure.render.html.norms import norms, reproduce, sources
from procedure.render.html.readings import conflicts, readings
from procedure.render.html.results import results
from procedure.render.html.sweep import alone as maps_alone
from procedure.render.html.sweep import sweep
from procedure.render.html.timeline import timeline

PARTS = ("timeline", "deadlines", "diagram", "hemicycle", "bars", "sweep")


def page(matter: Matter) -> str:
    """The page of a report, without what HTML lets one leave out; the same report gives the same bytes."""
    return slim(whole(matter))


def whole(matter: Matter) -> str:
    """The page of a report as HTML that is also well-formed XML."""
    sections = [each for each in _sections(matter) if each is not None]
    style = _css("page.css") + _css("chart.css")
    body = el(
        "body",
        el("a", matter.tell("skip"), href="#answer", class_="skip"),
        _header(matter, sections),
        el("main", *sections, id="main"),
        el("footer", el("p", matter.tell("footer", version=matter.report.version))),
    )
    return f"<!DOCTYPE html>\n{el('html', _head(matter, style), body, lang=matter.speak.language)}\n"


def slim(text: str) -> str:
    """A page without the quotes and end tags that HTML lets one leave out; its texts have neither, being escaped."""
    head, opened, body = text.partition("<body>")
    body = re.sub(r'="([A-Za-z0-9._~#-]+)"(?=[ >])', r"=\1", body)
    return head + opened + re.sub("</(?:li|p|t[dhr]|thead|tbody|d[td])>", "", body)


def _sections(matter: Matter) -> Iterator[Html | None]:
    yield answer(matter)
    yield sweep(matter)
    yield _timeline(matter)
    yield results(matter)
    yield acts(matter)
    yield calendar(matter)
    yield readings(matter)
    yield conflicts(matter)
    yield machines(matter)
    yield norms(matter)
    yield sources(matter)
    yield reproduce(matter)


def _head(matter: Matter, style: str) -> Html:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="generator", content=f"procedure {matter.report.version}"),
        el("title", matter.speak.heading(matter.report)),
        el("link", rel="icon", href="data:,"),
        Html(f"<style>{style}</style>"),
    )


def _header(matter: Matter, sections: list[Html]) -> Html:
    report, country = matter.report, matter.scenario.country
    kick = f"{matter.speak.of(country.title)} · {matter.tell(f'kind.{report.kind}')}"
    names = [found[1] for each in sections if (found := re.match(r'<section id="(\w+)"', each))]
    items = [el("li", el("a", matter.tell(f"nav.{name}"), href=f"#{name}")) for name in names]
    heading, about = matter.speak.heading(report), matter.speak.about(report)
    return el(
        "header",
        el("p", kick, class_="kick"),
        el("h1", heading, lang=matter.foreign(heading, report.scenario)),
        el("p", about, class_="about", lang=matter.foreign(about, report.about)) if about else None,
        el("nav", el("ol", *items), aria_label=matter.tell("nav")),
    )


def _timeline(matter: Matter) -> Html | None:
    days = days_of(matter)
    if days is None:
        return None
    lanes, rows = timeline(matter, days), deadlines(matter, days)
    tell = matter.tell
    outcomes = [each for each in Outcome if any(verdict.outcome is each for verdict in matter.report.verdicts)]
    key = [el("li", matter.mark(each), matter.speak.outcome(each.value)) for each in outcomes]
    before, left = earlier(matter, days), days.left_out
    notes = [tell("timeline.how"), *([tell("timeline.earlier", number=before)] if before else [])]
    below = [tell("timeline.spans.how"), *([tell("timeline.left_out", number=left)] if left else [])]
    return el(
        "section",
        el("h2", tell("timeline"), id="timeline-head"),
        el("ul", *key, class_="marks"),
        _wide(lanes, tell("timeline"), notes),
        *((el("h3", tell("timeline.spans")), _wide(rows, tell("timeline.spans"), below)) if rows else ()),
        id="timeline",
        aria_labelledby="timeline-head",
    )


def _wide(drawn: Html, name: str, notes: Sequence[str]) -> Html:
    """A wide picture with what explains it."""
    inner = el("div", drawn, class_="wide", tabindex="0", role="group", aria_label=name)
    return el("figure", inner, el("figcaption", " ".join(notes)))


def picture(matter: Matter, part: str, procedure: str = "") -> str | None:
    """One picture as an SVG of its own, with its own style; None where the report has nothing to draw there."""
    if part == "diagram":
        found = [svg for machine, svg in diagrams(matter) if procedure in ("", machine.name)]
        return found[0] if found else None
    alone: Html | None = None
    if part in ("timeline", "deadlines"):
        days = days_of(matter)
        if days is not None:
            alone = timeline(matter, days, linked=False) if part == "timeline" else deadlines(matter, days)
    elif part == "hemicycle":
        seated = house(matter)
        alone = hemicycle(matter, seated) if seated else None
    elif part == "bars":
        alone = next((bars(matter, each) for each in list(counts(matter))[-1:]), None)
    elif part == "sweep" and matter.survey and matter.survey.found:
        alone = maps_alone(matter.survey.found, matter.speak)
    return None if alone is None else as_file(alone)


def as_file(drawn: Html) -> str:
    """A picture with its style, the light tones put in for the names that a page gives them, on white."""
    tones = dict(re.findall(r"(--\w+):(#\w+)", _css("page.css").partition("@media")[0]))
    style = re.sub(r"var\((--\w+)\)", lambda found: tones[found[1]], _css("chart.css"))
    back = el("rect", width="100%", height="100%", fill=tones["--paper"])
    opened, closed, rest = str(drawn).partition("</desc>")
    return f"{opened}{closed}<style>{style}</style>{back}{rest}\n"


def _css(name: str) -> str:
    """A style sheet of this package, without its remarks and line ends."""
    text = files("procedure.render.html").joinpath(name).read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/|\n", "", text)
