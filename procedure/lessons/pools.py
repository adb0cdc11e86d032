"""The questions of a lesson with their pools of answers, and draws from them."""

from collections.abc import Callable, Mapping
from random import Random

from attrs import frozen

from procedure.errors import Diagnostic, ProcedureError, ScenarioError
from procedure.judge import replay
from procedure.lesson import Choice, Drawn, Lesson, Pool, Question, Stop
from procedure.lessons.counts import until, votes
from procedure.lessons.desk import Desk
from procedure.lessons.mends import mend
from procedure.lessons.orders import order
from procedure.lessons.verdicts import lawful, norm, whose
from procedure.lessons.ways import missing, next_duty
from procedure.scenario import Scenario
from procedure.verdict import Report
from procedure.words import speaker

Asker = Callable[[Desk, Question, Stop, str], Pool]


def free(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """A question whose answer the author typed; it says so, and nobody is scored on it."""
    speak = desk.speak
    right = Choice("", speak.of(question.answer))
    told = (speak.tell("lesson.free"),)
    return Pool(id, "free", question.act or stop.act, speak.of(stop.story), speak.of(question.words), right, (), told)


ASKERS: Mapping[str, Asker] = {
    "lawful": lawful,
    "norm": norm,
    "votes": votes,
    "until": until,
    "next": next_duty,
    "missing": missing,
    "order": order,
    "mend": mend,
    "whose": whose,
    "free": free,
}


@frozen(eq=False)
class Prepared:
    """A lesson ready to be given in one language: its scenario, the report, and the pool of every question."""

    scenario: Scenario
    report: Report
    desk: Desk
    pools: tuple[Pool, ...]

    @property
    def lesson(self) -> Lesson:
        """The lesson itself."""
        assert self.scenario.lesson is not None
        return self.scenario.lesson

    def at(self, stop: int) -> tuple[Pool, ...]:
        """The questions at a step, counted from nought."""
        return tuple(pool for pool in self.pools if pool.id.partition(".")[0] == str(stop + 1))

    def drawn(self, seed: int) -> tuple[Drawn, ...]:
        """Every question with the choices of one draw; the same seed gives the same draw."""
        return tuple(draw(pool, seed) for pool in self.pools)


def prepared(scenario: Scenario, language: str = "en", report: Report | None = None) -> Prepared:
    """The lesson of a scenario; ScenarioError where it has none, or has questions that the engine cannot answer."""
    if scenario.lesson is None:
        raise ProcedureError(f"{scenario.file}: the scenario has no lesson; add `lesson:` with a title and steps")
    report = report or replay(scenario)
    desk = Desk(scenario, report, speaker(report, language, scenario.country))
    pools: list[Pool] = []
    faults: list[Diagnostic] = []
    for number, stop in enumerate(scenario.lesson.stops, 1):
        for place, question in enumerate(stop.questions, 1):
            try:
                pools.append(ASKERS[question.ask](desk, question, stop, f"{number}.{place}"))
            except ScenarioError as error:
                faults += error.diagnostics
    if faults:
        raise ScenarioError(faults)
    return Prepared(scenario, report, desk, tuple(pools))


def draw(pool: Pool, seed: int) -> Drawn:
    """A question with some of its wrong answers, shuffled."""
    if pool.free:
        return Drawn(pool, ())
    random = Random(f"{seed} {pool.id} {pool.act} {pool.ask}")
    wrong = random.sample(pool.wrong, min(pool.choices - 1, len(pool.wrong)))
    choices = [pool.right, *wrong]
    random.shuffle(choices)
    return Drawn(pool, tuple(choices))
