"""What lies on the teacher's desk: the scenario, its replay, and somebody who puts it into words."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from attrs import field, frozen

from procedure.errors import Diagnostic, ScenarioError
from procedure.hearing import Docket, uncounted
from procedure.judge import docket_of, replay
from procedure.lesson import Choice, Pool, Question, Stop
from procedure.outcomes import Assignment, Outcome, Status
from procedure.scenario import Scenario
from procedure.verdict import Finding, Heard, Opinion, Report, Verdict
from procedure.words import Speaker

BREACH = frozenset((Status.BROKEN, Status.VOID))
GOOD = frozenset((Status.KEPT, Status.IRREGULAR))
MOST_REASONS = 4
BY_HEARSAY = ("secondary", "unverified", "unread")


@frozen(eq=False)
class Desk:
    """A scenario with its report, ready to be asked; `speak` answers in one language."""

    scenario: Scenario
    report: Report
    speak: Speaker
    docket: Docket = field(init=False)
    apart: frozenset[tuple[str, str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "docket", docket_of(self.scenario))
        object.__setattr__(self, "apart", uncounted(self.scenario.country.law, self.scenario.acts))

    def verdict(self, act: str) -> Verdict:
        """The verdict on an act of the log."""
        return self.report.verdict(act)

    def day(self, act: str) -> date:
        """The day whose law governs an act."""
        return self.scenario.act(act).when.earliest_day

    def counts(self, cell: Assignment) -> bool:
        """Whether a choice of answers counts: none of them is excluded or outweighed."""
        return not any(pair in self.apart for pair in cell)

    def opinions(self, verdict: Verdict) -> Iterator[tuple[Finding, Opinion]]:
        """What the rules say of an act in the cells that count: breaches first, and the working reading first."""
        found = [
            (finding, opinion)
            for finding in verdict.findings
            for opinion in finding.opinions
            if any(self.counts(cell) for cell in opinion.cells)
        ]
        yield from sorted(found, key=lambda pair: (pair[1].heard.status not in BREACH, not self.works(pair[1])))

    def works(self, opinion: Opinion) -> bool:
        """Whether an opinion is held on the working answer of every open question that it read."""
        axes = self.scenario.country.law.axes
        return any(
            all(axis not in axes or axes[axis].working in (None, answer) for axis, answer in cell)
            for cell in opinion.cells
        )

    def outcome_of(self, scenario: Scenario, act: str) -> Outcome:
        """What becomes of an act in another log."""
        return replay(scenario).verdict(act).outcome

    # words

    def pool(
        self,
        question: Question,
        stop: Stop,
        id: str,
        prompt: str,
        right: Choice,
        wrong: Sequence[Choice],
        explanation: Sequence[str],
    ) -> Pool:
        """The pool of a question; wrong answers that read like the right one, or like one another, fall."""
        seen = {right.text}
        kept: list[Choice] = []
        for each in wrong:
            if each.text not in seen and each.claim != right.claim:
                seen.add(each.text)
                kept.append(each)
        if not kept:
            raise self.unanswerable(question, "nothing near is known to be wrong", "ask something else of this act")
        told = self.speak.of(question.words) if question.words else prompt
        story = self.speak.of(stop.story)
        act = question.act or stop.act
        return Pool(id, question.ask, act, story, told, right, tuple(kept), tuple(explanation), question.choices)

    def unanswerable(self, question: Question, message: str, help: str) -> ScenarioError:
        """A question that the engine cannot answer, as a fault at its place."""
        told = f"the question {question.ask} cannot be answered: {message}"
        return ScenarioError([Diagnostic(question.place, "PR209", told, help)])

    def why(self, verdict: Verdict, norms: Sequence[str] = ()) -> tuple[str, ...]:
        """The verdict on an act and its reasons; only those under some norms where these are named."""
        tell = self.speak.tell
        lines = [tell("lesson.verdict", outcome=verdict.outcome.value)]
        chosen = [pair for pair in self.opinions(verdict) if not norms or pair[0].norm in norms]
        apart = {
            finding
            for finding, opinion in chosen
            if opinion.heard.status in BREACH
            and any(other == finding and each.heard.status in GOOD for other, each in chosen)
        }
        telling = [pair for pair in chosen if self._tells(verdict, *pair, apart)]
        telling = telling or [pair for pair in chosen if pair[1].heard.workings]
        telling = telling or sorted(chosen, key=lambda pair: pair[1].heard.asked.key == "asked.by")[:1]
        named: dict[str, None] = {}
        for finding, opinion in telling[:MOST_REASONS]:
            lines += self._reason(finding, opinion, parted=finding in apart)
            named[finding.norm] = None
        for norm in named:
            lines += self.how_known(norm, verdict)
        lines += self.standing(verdict)
        if verdict.outcome is Outcome.LAWFUL and verdict.not_encoded:
            lines.append(tell("lesson.not_encoded", norms=tuple(self.speak.cite(each) for each in verdict.not_encoded)))
        return tuple(dict.fromkeys(lines))

    def _tells(self, verdict: Verdict, finding: Finding, opinion: Opinion, apart: Collection[Finding]) -> bool:
        """Whether an opinion belongs to the reasons: what decides, and of what is kept only the margin."""
        if verdict.outcome in (Outcome.UNLAWFUL, Outcome.VOID):
            return opinion.heard.status in BREACH
        if finding in apart or opinion.heard.status not in GOOD:
            return True
        return not apart and opinion.heard.margin is not None and self.works(opinion)

    def how_known(self, norm: str, verdict: Verdict) -> list[str]:
        """A sentence where the text of a norm is known at second hand only, or not at all."""
        known = next((each.text_known for each in verdict.findings if each.norm == norm), "")
        return [self.speak.tell(f"lesson.known.{known}", norm=norm)] if known in BY_HEARSAY else []

    def _reason(self, finding: Finding, opinion: Opinion, *, parted: bool) -> list[str]:
        tell, say, heard = self.speak.tell, self.speak.say, opinion.heard
        lines: list[str] = []
        if parted and (reading := self.reading(opinion)):
            lines.append(reading)
        key = "broken" if heard.status in BREACH else "unknown" if heard.status is Status.UNKNOWN else "kept"
        lines.append(tell(f"lesson.reason.{key}", norm=finding.norm, asked=say(heard.asked), shown=say(heard.shown)))
        return lines + self._rest(heard, full=self.works(opinion))

    def _rest(self, heard: Heard, *, full: bool) -> list[str]:
        """By how much, as counted and step by step; the steps only on the working reading."""
        tell, say = self.speak.tell, self.speak.say
        lines: list[str] = []
        if heard.margin:
            lines.append(tell("lesson.margin", margin=say(heard.margin)))
        if heard.counted:
            lines.append(tell("lesson.counted", counted=say(heard.counted)))
        lines += [tell("lesson.working", step=say(each)) for each in heard.workings if full]
        if heard.repair:
            key = "lesson.needs" if heard.status is Status.UNKNOWN else "lesson.repair"
            lines.append(tell(key, repair=say(heard.repair)))
        return lines

    def reading(self, opinion: Opinion) -> str:
        """The readings or sources on which an opinion is held, as a sentence; empty where it needs none."""
        cell = next((each for each in opinion.cells if self.counts(each)), ())
        law = self.scenario.country.law
        told = [
            self.speak.answer(axis, answer) if axis in law.axes else self._says(axis, answer) for axis, answer in cell
        ]
        key = "lesson.on_reading" if any(axis in law.axes for axis, _ in cell) else "lesson.if_right"
        return self.speak.tell(key, reading=" ".join(told)) if told else ""

    def _says(self, axis: str, says: str) -> str:
        """What some sources say of a fact, and which they are."""
        claims = [claim for verdict in self.report.verdicts for claim in verdict.done.claims]
        named = tuple(
            self._source(id) for each in claims if (each.axis, each.says) == (axis, says) for id in each.sources
        )
        return self.speak.tell("lesson.sources_say", says=self.speak.claim(says), sources=named)

    def _source(self, id: str) -> str:
        """A source with its standing, which is its weight."""
        source = next(each for each in self.report.sources if each.id == id)
        return self.speak.tell(f"lesson.source.{source.standing}", title=source.title)

    def standing(self, verdict: Verdict) -> list[str]:
        """What is told of an act and not counted, and how an accusation stands: who found it, and what followed."""
        done, tell = verdict.done, self.speak.tell
        lines = [
            tell("lesson.outweighed", says=self._says(each.axis, each.says)) for each in done.claims if each.outweighed
        ]
        if done.status != "attested" or done.attributed_to or done.sanction:
            lines.append(
                tell(
                    "act.status_by" if done.found_by else "act.status",
                    status=tell(f"fact.{done.status}"),
                    by=self.speak.actor(done.found_by),
                    attribution=self.speak.word(done.attributed_to) or tell("act.open"),
                    sanction=self.speak.word(done.sanction) or tell("act.open"),
                )
            )
        return lines
