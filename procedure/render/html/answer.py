"""The head of a page: the question, the answer in a paragraph, and the acts on which it turns."""

from collections import Counter
from collections.abc import Iterator, Sequence

from procedure.outcomes import Outcome, Status
from procedure.render.html.markup import Html, el
from procedure.render.html.matter import Matter
from procedure.verdict import Verdict

GRAVE = (Outcome.UNPLACED, Outcome.VOID, Outcome.UNLAWFUL)
OPEN = (Outcome.CONTESTED, Outcome.DISPUTED)
SHORT = 12
"""A list of more acts than these is folded."""


def question(matter: Matter) -> str:
    """What the page answers: the title where it is a question, else what a replay of such a log asks."""
    report = matter.report
    heading = matter.speak.heading(report)
    if heading.rstrip().endswith("?"):
        return heading
    if report.kind == "history":
        return matter.tell("question.history", first=first_day(report.verdicts), last=report.until.isoformat())
    return matter.tell("question.hypothetical")


def first_day(verdicts: Sequence[Verdict]) -> str:
    """The first day on record, ISO."""
    return min((each.done.when[:10] for each in verdicts), default="")


def answer(matter: Matter) -> Html:
    """The answer: how many acts of each outcome, which broke the law and why, and what lapsed."""
    asked = question(matter)
    return el(
        "section",
        el("h2", matter.tell("answer"), id="answer-head"),
        el("p", asked, class_="ask") if asked != matter.speak.heading(matter.report) else None,
        el("p", " ".join(_sentences(matter)), class_="lead"),
        *_listed(matter, GRAVE, "answer.grave"),
        *_listed(matter, OPEN, "answer.open"),
        id="answer",
        aria_labelledby="answer-head",
    )


def _sentences(matter: Matter) -> Iterator[str]:
    counts = Counter(verdict.outcome for verdict in matter.judged)
    yield matter.tell("answer.acts", acts=len(matter.report.verdicts), judged=len(matter.judged))
    for outcome in Outcome:
        if counts[outcome]:
            yield matter.tell(f"answer.{outcome.value}", number=counts[outcome])
    lapsed = sum(lapse.shown for lapse in matter.report.lapses)
    if lapsed:
        yield matter.tell("answer.lapsed", number=lapsed)
    if len(matter.report.lapses) > lapsed:
        yield matter.tell("answer.not_shown", number=len(matter.report.lapses) - lapsed)


def _listed(matter: Matter, outcomes: Sequence[Outcome], key: str) -> Iterator[Html]:
    found = [each for each in matter.judged if each.outcome in outcomes]
    if not found:
        return
    items = el("ul", *(_item(matter, each) for each in found), class_="turns")
    if len(found) <= SHORT:
        yield el("h3", matter.tell(key))
        yield items
    else:
        yield el("details", el("summary", matter.tell(f"{key}.many", number=len(found))), items)


def _item(matter: Matter, verdict: Verdict) -> Html:
    why = reason(matter, verdict)
    return el("li", matter.badge(verdict), " ", matter.act(verdict.act), *((" — ", why) if why else ()))


def reason(matter: Matter, verdict: Verdict) -> str:
    """The first breach in a sentence: under which norm, what is on record, and the way out."""
    for finding in verdict.broken():
        opinions = sorted(finding.opinions, key=lambda each: not matter.works(each.cells))
        for opinion in opinions:
            heard = opinion.heard
            if heard.status in (Status.BROKEN, Status.VOID):
                shown = matter.speak.say(heard.margin or heard.shown)
                if heard.repair:
                    repair = matter.speak.say(heard.repair)
                    return matter.tell("reason.repair", norm=finding.norm, shown=shown, repair=repair)
                return matter.tell("reason", norm=finding.norm, shown=shown)
    return matter.speak.say(verdict.notes[0]) if verdict.notes else ""
