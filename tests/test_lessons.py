"""The shipped lessons: answers come from the engine, and no wrong choice is right on any arguable reading."""

import importlib.util
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from attrs import evolve

from procedure.due import due
from procedure.judge import replay
from procedure.lesson import Pool, Question, Stop
from procedure.lessons.counts import MARGINS, up_to
from procedure.lessons.desk import Desk
from procedure.lessons.key import answer_key
from procedure.lessons.mends import changes
from procedure.lessons.orders import reordered
from procedure.lessons.verdicts import NEAR, lawful
from procedure.outcomes import Outcome, Status
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario
from procedure.shipped import find
from procedure.verdict import Report
from procedure.words import speaker
from tests.lessons import LANGUAGES, NAMES, asked, every_draw, lesson, scenario

DRAWS = 1000 // len(NAMES) + 1
MACHINES = ("dissolution", "campaign", "election_day", "convening", "chairman", "cabinet", "nomination")
KEYS = Path(__file__).parent / "lesson_keys"
UNLAWFUL = (Outcome.UNLAWFUL, Outcome.VOID)


@cache
def pinned(name: str) -> tuple[Scenario, ...]:
    """The scenario of a lesson under every choice of counted answers to the open questions that its acts raise."""
    law = scenario(name).country.law
    raised = {
        axis
        for verdict in lesson(name).report.verdicts
        for finding in verdict.findings
        for opinion in finding.opinions
        for cell in opinion.cells
        for axis, _ in cell
        if axis in law.axes
    }
    answers = [[(axis, each.name) for each in law.axes[axis].counted] for axis in sorted(raised)]
    return tuple(evolve(scenario(name), readings=dict(each)) for each in product(*answers))


@cache
def replays(name: str) -> tuple[Report, ...]:
    """The reports of a lesson under every choice of readings."""
    return tuple(replay(each) for each in pinned(name))


@cache
def right_somewhere(name: str, id: str) -> frozenset[str]:
    """The claims that are right on some arguable reading: worked out anew, from replays with the readings pinned."""
    pool = next(each for each in lesson(name).pools if each.id == id)
    return frozenset(ORACLES[pool.ask](name, pool))


def _lawful(name: str, pool: Pool) -> Iterator[str]:
    """A verdict speaks of all readings at once: of lawful on each, unlawful on each, and neither only one is true."""
    outcomes = [report.verdict(pool.act).outcomes for report in replays(name)]
    yield "undetermined"
    if all(each == {Outcome.LAWFUL} for each in outcomes):
        yield "lawful"
    if all(each <= set(UNLAWFUL) for each in outcomes):
        yield "unlawful"
    if any(Outcome.DISPUTED in each for each in outcomes):
        yield "disputed"
    if any(each & set(UNLAWFUL) for each in outcomes) and any(not each & set(UNLAWFUL) for each in outcomes):
        yield "contested"


def _norm(name: str, pool: Pool) -> Iterator[str]:
    """Any norm that some machine names for this kind of act, in any edition, or that is known to bear on it."""
    country, kind = scenario(name).country, scenario(name).act(pool.act).kind
    for machine in country.procedures:
        for row in machine.steps:
            if row.act == kind:
                yield from (guard.norm.id for guard in row.guards)
    yield from (norm.id for norm in country.law.norms.values() if kind in norm.touches)


def _votes(name: str, pool: Pool) -> Iterator[str]:
    for report in replays(name):
        for finding in report.verdict(pool.act).findings:
            for opinion in finding.opinions:
                margin = opinion.heard.margin
                if margin is not None and margin.key in MARGINS:
                    yield str(dict(margin.values)[MARGINS[margin.key]])


def _until(name: str, pool: Pool) -> Iterator[str]:
    place = lesson(name).lesson.stops[int(pool.id.partition(".")[0]) - 1].act
    for each, report in zip(pinned(name), replays(name), strict=True):
        for verdict in report.verdicts:
            if verdict.act == pool.act:
                for finding in verdict.findings:
                    values = [dict(opinion.heard.asked.values) for opinion in finding.opinions]
                    yield from (str(value["limit"])[:10] for value in values if "limit" in value)
        for duty in due(cut(each, place), each.act(place).when.earliest_day).outstanding:
            if duty.act == pool.act:
                yield from (limit.limit[:10] for limit in duty.due)


def cut(case: Scenario, act: str) -> Scenario:
    """The log up to an act."""
    spot = [each.id for each in case.acts].index(act)
    return evolve(case, acts=case.acts[: spot + 1])


def _next(name: str, pool: Pool) -> Iterator[str]:
    """Duties that run, and acts that some machine takes from where it stands."""
    for each in pinned(name):
        agenda = due(cut(each, pool.act), each.act(pool.act).when.earliest_day)
        yield from (one.act for one in (*agenda.outstanding, *agenda.now, *agenda.not_yet))


def _missing(name: str, pool: Pool) -> Iterator[str]:
    for report in replays(name):
        for finding in report.verdict(pool.act).findings:
            for opinion in finding.opinions:
                repair = opinion.heard.repair
                if opinion.heard.status is not Status.KEPT and repair is not None:
                    for value in dict(repair.values).values():
                        yield from value if isinstance(value, tuple) else (str(value),)


def _order(name: str, pool: Pool) -> Iterator[str]:
    """An order is right somewhere where on some reading none of its acts is unlawful."""
    for choice in (pool.right, *pool.wrong):
        ids = choice.claim.split(">")
        for each in pinned(name):
            report = replay(reordered(each, ids))
            if not any(report.verdict(id).outcome in UNLAWFUL for id in ids):
                yield choice.claim


def _mend(name: str, pool: Pool) -> Iterator[str]:
    """A change is right somewhere where on some reading the act is not unlawful after it."""
    desk = lesson(name).desk
    for change in changes(desk, desk.verdict(pool.act)):
        for each in pinned(name):
            outcome = replay(evolve(change.scenario, readings=each.readings)).verdict(pool.act).outcome
            if outcome not in UNLAWFUL:
                yield change.claim


def _whose(name: str, pool: Pool) -> Iterator[str]:
    """A reading is right where on it, whatever else is answered, the act is lawful."""
    reports = list(zip(pinned(name), replays(name), strict=True))
    for choice in (pool.right, *pool.wrong):
        axis, _, answer = choice.claim.partition("=")
        mine = [report.verdict(pool.act).outcome for each, report in reports if each.readings.get(axis) == answer]
        if any(each not in UNLAWFUL for each in mine):
            yield choice.claim
    every = {report.verdict(pool.act).outcome in UNLAWFUL for _, report in reports}
    yield from ["none"] if every == {True} else ["all"] if every == {False} else []


ORACLES = {
    "lawful": _lawful,
    "norm": _norm,
    "votes": _votes,
    "until": _until,
    "next": _next,
    "missing": _missing,
    "order": _order,
    "mend": _mend,
    "whose": _whose,
}


@pytest.mark.parametrize("name", NAMES)
def test_no_wrong_choice_is_right_on_any_reading(name: str) -> None:
    """In a thousand draws of all lessons together."""
    for drawn in every_draw(name, range(DRAWS)):
        if not drawn.pool.free:
            assert drawn.choices.count(drawn.pool.right) == 1
            right = right_somewhere(name, drawn.pool.id)
            for choice in drawn.choices:
                if choice is not drawn.pool.right:
                    assert choice.claim not in right, (drawn.pool.id, choice)
                    assert choice.why, (drawn.pool.id, choice)


@pytest.mark.parametrize("name", NAMES)
def test_the_right_choice_is_right(name: str) -> None:
    """Each part of it, where it hangs on the reading, is right on some reading, and every right one is told."""
    for pool in lesson(name).pools:
        if pool.free:
            continue
        right = right_somewhere(name, pool.id)
        claims = {pool.right.claim}
        if pool.ask in ("votes", "until", "missing"):
            claims = {each[:10] if pool.ask == "until" else each for each in pool.right.claim.split("/")}
        assert claims <= right, pool.id


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_cannot_be_said_is_called_wrong(name: str) -> None:
    for pool in lesson(name).pools:
        assert not {"undetermined", ""} & {choice.claim for choice in pool.wrong}, pool.id


def test_there_are_twelve_lessons() -> None:
    assert len(NAMES) == 12


def test_there_is_a_lesson_on_each_machine() -> None:
    """The class stops at an act that the machine places."""
    stops = [(name, stop) for name in NAMES for stop in lesson(name).lesson.stops]
    placed = {scenario(name).country.knowing(scenario(name).act(stop.act).kind)[0].name for name, stop in stops}

    assert set(MACHINES) <= placed


def test_every_kind_of_question_is_asked() -> None:
    kinds = {pool.ask for name in NAMES for pool in lesson(name).pools}

    assert kinds == {*ORACLES, "free"}


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_fits_a_period(name: str) -> None:
    given = lesson(name).lesson

    assert given.minutes <= 45
    assert sum(stop.minutes for stop in given.stops) <= given.minutes
    assert len(given.goals) >= 2 and given.roles


@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_in_three_languages(name: str) -> None:
    given = lesson(name).lesson
    questions = [each for stop in given.stops for each in stop.questions]
    texts = [given.title, *given.goals, *(role.card for role in given.roles), *(stop.story for stop in given.stops)]
    texts += [each for question in questions for each in (question.words, question.answer) if each]
    texts += [given.closing] if given.closing else []

    for text in texts:
        assert set(text) == set(LANGUAGES)
        assert len(set(text.values())) == len(LANGUAGES), text


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", NAMES)
def test_the_answers_are_the_same_in_every_language(name: str, language: str) -> None:
    english, other = lesson(name).pools, lesson(name, language).pools

    assert [(pool.id, pool.right.claim) for pool in other] == [(pool.id, pool.right.claim) for pool in english]
    for mine, theirs in zip(other, english, strict=True):
        assert mine.prompt != theirs.prompt
        assert {choice.claim for choice in mine.wrong} <= {choice.claim for choice in theirs.wrong}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_draw(name: str) -> None:
    assert lesson(name).drawn(7) == lesson(name).drawn(7)
    assert lesson(name).drawn(7) != lesson(name).drawn(8)


# what must be taught


def test_a_contested_act_is_taught_as_contested() -> None:
    (pool,) = asked("kz/lessons/one-word-two-readings", "lawful")

    assert pool.right.claim == "contested"


def test_what_is_disputed_is_taught_as_disputed() -> None:
    assert asked("kz/lessons/two-sources-one-morning", "lawful")[0].right.claim == "disputed"


def test_sources_are_named_and_ranked() -> None:
    """What one source says is told with its name and weight; an encyclopaedia against a decree is told, not counted."""
    disputed, lawful = asked("kz/lessons/two-sources-one-morning", "lawful")

    assert "If this is right: “time 13:00”: so says An invented newspaper article (a secondary source)." in (
        disputed.explanation
    )
    assert any(line.startswith("Told and not counted") and "(a tertiary source)" in line for line in lawful.explanation)
    assert lawful.right.claim == "lawful"


def test_an_accusation_names_who_found_what() -> None:
    case = load_scenario(find("ruritania/bad/canvassing-found-on-the-eve"))
    report = replay(case)
    desk = Desk(case, report, speaker(report, "en", case.country))
    accused = next(each for each in report.verdicts if each.done.status == "found")

    (line,) = desk.standing(accused)
    assert line.startswith(f"found by {accused.done.found_by}; attribution: ")
    assert line in desk.why(accused)


def test_a_lost_vote_is_not_an_unlawful_one() -> None:
    """Two votes are missing, the result is declared as it is, and the act is lawful."""
    name = "kz/lessons/fifty-of-ninety-eight"

    assert asked(name, "votes")[0].right.claim == "2"
    assert [pool.right.claim for pool in asked(name, "lawful")] == ["lawful", "lawful", "unlawful"]


def test_a_norm_known_at_second_hand_says_so() -> None:
    for name in NAMES:
        for pool in lesson(name).pools:
            if pool.ask == "norm":
                known = {norm.id: norm.text_known for norm in lesson(name).report.norms}[pool.right.claim]
                told = any("second hand" in line or "from memory" in line for line in pool.explanation)
                assert told == (known != "verified"), pool.id


def test_a_free_answer_says_that_it_was_not_computed() -> None:
    for name in NAMES:
        for pool in asked(name, "free"):
            assert pool.explanation == (
                "This answer was written by the author of the lesson; the library did not compute it.",
            )


def test_the_class_sees_nothing_later_than_the_step() -> None:
    name = "kz/lessons/how-a-new-house-meets"
    case = up_to(lesson(name).desk, "convene")

    assert [act.id for act in case.acts][-1] == "convene"
    assert case.until >= date(2024, 11, 15)


# the keys


def _tool() -> dict[str, str]:
    path = Path(__file__).parent.parent / "tools" / "make_lesson_keys.py"
    spec = importlib.util.spec_from_file_location("make_lesson_keys", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.FOLDER == KEYS
    keys: dict[str, str] = module.keys()
    return keys


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_has_changed_unseen(name: str) -> None:
    """Where law or log change an answer, the key of the lesson differs: look, then run tools/make_lesson_keys.py."""
    path = KEYS / f"{name.replace('/', '-')}.txt"

    assert path.read_text(encoding="utf-8") == answer_key(lesson(name)), f"an answer of the lesson {name} has changed"


def test_the_keys_are_those_of_the_lessons() -> None:
    assert {path.name for path in KEYS.glob("*.txt")} == _tool().keys()


# outcomes that no shipped lesson has


@pytest.mark.parametrize(
    ("name", "act", "right", "wrong"),
    [
        ("ruritania/bad/consultation-not-on-record", "dissolve", "undetermined", {"lawful", "unlawful"}),
        ("ruritania/bad/speaker-declared-with-half", "elect_speaker", "unlawful", {"lawful", "contested", "disputed"}),
        ("ruritania/good/speaker-elected", "elect_speaker", "lawful", {"unlawful", "contested", "disputed"}),
    ],
)
def test_what_may_be_called_wrong_of_each_verdict(name: str, act: str, right: str, wrong: set[str]) -> None:
    """What cannot be said is the right answer or none."""
    case = load_scenario(find(name))
    report = replay(case)
    desk = Desk(case, report, speaker(report, "en", case.country))
    id = case.act(act).id

    pool = lawful(desk, Question("lawful"), Stop(id, 5, {"en": "So it was."}, ()), "1.1")
    assert (pool.right.claim, {choice.claim for choice in pool.wrong}) == (right, wrong)


def test_no_verdict_is_taught_with_what_cannot_be_said_as_wrong() -> None:
    assert not any(Outcome.UNDETERMINED in near for near in NEAR.values())
    assert NEAR.keys() == set(Outcome) - {Outcome.UNPLACED, Outcome.CONTEXT}
