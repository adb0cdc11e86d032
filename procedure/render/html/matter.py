"""What a page is about: a scenario, the report on it, and who puts it into words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from procedure.judge import docket_of
from procedure.machine import Procedure
from procedure.outcomes import Assignment, Outcome, Status
from procedure.render.editions import edition
from procedure.render.html.markup import Child, Html, el
from procedure.render.page import MARKS
from procedure.scenario import Scenario
from procedure.verdict import Finding, NormTold, Opinion, Report, Value, Verdict
from procedure.words import Speaker, speaker
from procedure.words.texts import load_texts

if TYPE_CHECKING:
    from procedure.sweep.survey import Survey


@frozen(eq=False, slots=False)
class Matter:
    """A scenario with its report and a speaker; the sections of a page take everything from here."""

    scenario: Scenario
    report: Report
    speak: Speaker

    @classmethod
    def of(cls, scenario: Scenario, report: Report, language: str = "en") -> "Matter":
        texts = load_texts(scenario, language)
        return cls(scenario, report, speaker(report, language, scenario.country, texts))

    def tell(self, key: str, **values: Value) -> str:
        """A sentence of the page's own."""
        return self.speak.tell(f"page.{key}", **values)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdicts by the id of the act."""
        return {each.act: each for each in self.report.verdicts}

    @cached_property
    def judged(self) -> tuple[Verdict, ...]:
        """The verdicts on acts of which the law has something to say."""
        return tuple(each for each in self.report.verdicts if each.outcome is not Outcome.CONTEXT)

    @cached_property
    def norms(self) -> Mapping[str, NormTold]:
        """The norms that the report tells, by id."""
        return {each.id: each for each in self.report.norms}

    @cached_property
    def procedures(self) -> Mapping[str, Procedure]:
        """The procedures by name, in the edition of the days of this log."""
        docket, days = docket_of(self.scenario), {date.fromisoformat(each.done.when[:10]) for each in self.judged}
        return {
            each.name: edition(each, docket, days or {self.report.until}) for each in self.scenario.country.procedures
        }

    @cached_property
    def survey(self) -> "Survey | None":
        """The sweep that the scenario names, as far as a page may wait for it; none where it names none."""
        from procedure.sweep.survey import survey

        return survey(self.scenario)

    @cached_property
    def _working(self) -> Mapping[str, str]:
        return {axis.name: each.name for axis in self.report.axes for each in axis.answers if each.working}

    def works(self, cells: Sequence[Assignment]) -> bool:
        """Whether some of these cells holds on the working answers of every open question that it read."""
        return any(all(self._working.get(axis, answer) == answer for axis, answer in cell) for cell in cells)

    def opinion(self, finding: Finding) -> Opinion:
        """What a rule says on the working readings."""
        return next((each for each in finding.opinions if self.works(each.cells)), finding.opinions[0])

    @cached_property
    def norm_numbers(self) -> Mapping[str, int]:
        """The number of each norm, in the order of the report."""
        return {each.id: number for number, each in enumerate(self.report.norms, 1)}

    @cached_property
    def axis_numbers(self) -> Mapping[str, int]:
        """The number of each open question, in the order of the report."""
        return {each.name: number for number, each in enumerate(self.report.axes, 1)}

    @cached_property
    def conflicts(self) -> Mapping[str, int]:
        """The number of each fact on which sources differ, in the order of the acts."""
        axes = dict.fromkeys(claim.axis for each in self.report.verdicts for claim in each.done.claims)
        return {axis: number for number, axis in enumerate(axes, 1)}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each source, in the order of the log's list."""
        return {each.id: number for number, each in enumerate(self.report.sources, 1)}

    # words and links

    def month(self, iso: str) -> str:
        """The month of a date, with its year."""
        return self.tell(f"month.{int(iso[5:7])}", year=iso[:4])

    def text(self, verdict: Verdict) -> str:
        """What was done: in the words of the log where it has them in this language, else by the kind of the act."""
        what = verdict.done.what if self.speak.language == "en" else self.speak.what(verdict.act)
        return what or self.name(verdict.done.kind)

    def foreign(self, text: str, log: str) -> str | None:
        """The language of a text where it is not the reader's: that of the log, which is told in its own words."""
        return "en" if text == log and self.speak.language != "en" else None

    def name(self, kind: str) -> str:
        """A kind of act as the country's vocabulary has it: what somebody does."""
        found = self.scenario.country.vocabulary.acts.get(kind)
        return (self.speak.of(found.title) if found else "") or self.speak.name(kind)

    def norm(self, norm: str) -> Html:
        """A citation that leads to what the page says of the norm."""
        cite = self.speak.cite(norm)
        return el("a", cite, href=f"#n{self.norm_numbers[norm]}") if norm in self.norms else el("span", cite)

    def act(self, act: str, *words: Child) -> Html:
        """Words that lead to an act."""
        return el("a", *(words or (self.text(self.verdicts[act]),)), href=f"#{anchor('act', act)}")

    def sources(self, ids: Iterable[str]) -> list[Child]:
        """Sources by their numbers, each of which leads to the list."""
        known = sorted(self.numbers[each] for each in set(ids) if each in self.numbers)
        return [["[" if not spot else ", ", el("a", each, href=f"#s{each}")] for spot, each in enumerate(known)] + ["]"]

    def mark(self, outcome: Outcome) -> Html:
        """The mark of an outcome, for the eye alone; the word stands beside it."""
        return el("span", MARKS[outcome], class_=f"m {outcome.value}", aria_hidden="true")

    def badge(self, verdict: Verdict) -> Html:
        """The outcome of an act: its word, before which the style sheet puts its mark."""
        words = " + ".join(self.speak.outcome(each.value) for each in (verdict.outcome, *verdict.also))
        return el("b", words, class_=verdict.outcome.value)

    def status(self, status: Status) -> Html:
        """The status of a cell: its word, before which the style sheet puts its mark."""
        return el("b", self.speak.tell(f"status.{status.value}"), class_=status.value)

    def cell(self, cell: Assignment) -> list[Child]:
        """A choice of answers in short; an open question of law leads to where the page tells of it."""
        parts: list[Child] = []
        for axis, answer in cell:
            reading = self.speak.reading(axis, answer)
            parts.append(" · " if parts else None)
            if axis in self.axis_numbers:
                text = f"{self.speak.axis(axis)}: {reading}"
                parts.append(el("a", text, href=f"#q{self.axis_numbers[axis]}"))
            else:
                parts.append(el("q", reading))
        return parts


def anchor(kind: str, name: str) -> str:
    """The address of a thing within a page: its kind and its id, letter by letter; no two ids have one."""
    plain = (each if each.isascii() and (each.isalnum() or each in "-_.") else f"~{ord(each):x}~" for each in name)
    return f"{kind}-{''.join(plain)}"


def table(name: str, caption: Child, heads: Sequence[Child], rows: Sequence[Sequence[Child]], kind: str = "") -> Html:
    """A table that scrolls by itself where it is wider than the page; the first cell of a row is its head.

    `name` is the address of its caption.
    """
    title = el("caption", caption, id=name)
    head = el("thead", el("tr", *(el("th", each, scope="col") for each in heads)))
    body = el("tbody", *(_row(row) for row in rows))
    inner = el("table", title, head, body, class_=kind or None)
    return el("div", inner, class_="wide", tabindex="0", role="group", aria_labelledby=name)


def _row(row: Sequence[Child]) -> Html:
    return el("tr", el("th", row[0], scope="row"), *(el("td", each) for each in row[1:]))
