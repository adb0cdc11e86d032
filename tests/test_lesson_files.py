"""Lessons: what is read, and every planted fault with its place, its code and a way out."""

import pytest

from procedure.errors import ScenarioError
from procedure.lessons import prepared
from procedure.scenario_files import scenario_from_text
from tests.lessons import SMALL, hostile

LESSON = SMALL.replace("TEXT", "some words")


def faults(old: str, new: str) -> list[tuple[str, int, str]]:
    """The faults of the small lesson after a change of its text: code, line and message."""
    assert LESSON.count(old) >= 1
    with pytest.raises(ScenarioError) as raised:
        prepared(scenario_from_text(LESSON.replace(old, new, 1), "x.yaml"))
    assert all(each.help for each in raised.value.diagnostics)
    return [(each.code, each.place.line, each.message) for each in raised.value.diagnostics]


def line(text: str) -> int:
    """The line of the small lesson on which a text stands first."""
    return LESSON[: LESSON.index(text)].count("\n") + 1


def test_a_lesson_is_read() -> None:
    lesson = scenario_from_text(LESSON).lesson

    assert lesson is not None
    assert (lesson.title, lesson.grades, lesson.minutes) == ({"en": "some words"}, (9,), 20)
    assert [role.actor for role in lesson.roles] == ["Crown"]
    assert [(stop.act, stop.minutes) for stop in lesson.stops] == [("elect_speaker", 10)]
    assert [(each.ask, each.choices) for each in lesson.stops[0].questions] == [("lawful", 4), ("free", 4)]


def test_a_scenario_without_a_lesson_has_none() -> None:
    assert scenario_from_text(LESSON[: LESSON.index("lesson:")]).lesson is None


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "message"),
    [
        ("  grades: [9]", "  grade: [9]", "PR201", "  grades: [9]", "unknown key 'grade' in a lesson"),
        ("  minutes: 20", "  minutes: soon", "PR206", "  minutes: 20", "minutes: 'soon' is not a whole number"),
        ("  grades: [9]", "  grades: [19]", "PR206", "  grades: [9]", "grades: 19 is no grade of a school"),
        ("  minutes: 20", "  minutes: 0", "PR206", "  minutes: 20", "minutes: a lesson takes time"),
        (
            "      minutes: 10",
            "      minutes: 25",
            "PR206",
            "    - act: elect_speaker\n      minutes",
            "the steps take",
        ),
        ("{actor: Crown", "{actor: Crwon", "PR207", "  roles", "nobody called 'Crwon' acts in ruritania"),
        (
            "    - act: elect_speaker\n",
            "    - act: elect\n",
            "PR207",
            "    - act: elect_speaker\n",
            "no act has the id",
        ),
        ("{ask: lawful,", "{ask: lawfull,", "PR205", "        - {ask: lawful", "ask: 'lawfull' cannot stand here"),
        ("{ask: lawful,", "{ask: lawful, choices: 9,", "PR206", "        - {ask: lawful", "choices: a question has 2"),
        ("{ask: lawful,", "{ask: lawful, answer: Yes,", "PR205", "        - {ask: lawful", "has no `answer:`"),
        (", answer: some words}", "}", "PR202", "        - {ask: free", "a question that asks 'free' lacks `answer:`"),
        ("{ask: lawful,", "{ask: order,", "PR202", "        - {ask: lawful", "asks 'order' lacks `acts:`"),
        (
            "{ask: lawful,",
            "{ask: order, acts: [elect_speaker],",
            "PR206",
            "        - {ask: lawful",
            "1 acts are put in",
        ),
        ("{ask: lawful,", "{ask: until, act: call,", "PR207", "        - {ask: lawful", "no act has the id 'call'"),
    ],
)
def test_a_fault_stands_at_its_place(old: str, new: str, code: str, where: str, message: str) -> None:
    found = faults(old, new)

    assert found[0][:2] == (code, line(where)) or found[-1][:2] == (code, line(where)), found
    assert any(message in told for _, _, told in found), found


def test_all_faults_come_in_one_pass() -> None:
    text = LESSON.replace("{ask: lawful,", "{ask: lawfull,").replace("grades: [9]", "grades: [x]")
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text(text)

    assert [each.code for each in raised.value.diagnostics] == ["PR206", "PR205"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        ("until", "no time limit of it is on file"),
        ("whose", "no reading makes it lawful where another does not"),
        ("next", "no duty with a time limit runs here"),
        ("missing", "nothing is missing before this act"),
    ],
)
def test_a_question_that_nothing_answers_is_refused(ask: str, message: str) -> None:
    """The engine does not guess: it says at which question, and what to ask instead."""
    ((code, where, told),) = faults("{ask: lawful,", f"{{ask: {ask},")

    assert (code, where) == ("PR209", line("        - {ask: lawful"))
    assert message in told


def test_steps_stand_in_the_order_of_the_log() -> None:
    step = LESSON[LESSON.index("    - act: elect_speaker\n") : LESSON.index("  closing")]
    with pytest.raises(ScenarioError) as raised:
        scenario_from_text(LESSON.replace(step, step + step))

    assert raised.value.diagnostics[0].code == "PR208"


def test_hostile_text_is_only_text() -> None:
    assert hostile().pools[0].prompt.startswith("<script>")
