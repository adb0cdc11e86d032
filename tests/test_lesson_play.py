"""The player: a lesson is played to the end by the engine's answers and by wrong ones, stopped and resumed."""

import io
import json
from pathlib import Path

import pytest

from procedure.cli import main
from procedure.lessons.play import LETTERS
from tests.lessons import NAMES, SMALL, lesson

SEED = 5


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test plays in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def play(monkeypatch: pytest.MonkeyPatch, answers: list[str], *arguments: str, end: str = "\n") -> int:
    """Play a lesson with these lines as input."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + (end if answers else "")))
    return main(["lesson", *arguments])


def right(name: str, seed: int = SEED) -> list[str]:
    """The right answer to each question, and some words for a free one."""
    return ["my own words" if drawn.pool.free else LETTERS[drawn.right] for drawn in lesson(name).drawn(seed)]


def wrong(name: str, seed: int = SEED) -> list[str]:
    """A wrong answer to each question."""
    return [
        "my own words" if drawn.pool.free else LETTERS[(drawn.right + 1) % len(drawn.choices)]
        for drawn in lesson(name).drawn(seed)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_engine_scores_full_marks(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    closed = sum(not pool.free for pool in lesson(name).pools)

    assert play(monkeypatch, right(name), name, "--seed", str(SEED)) == 0
    out = capsys.readouterr().out
    assert f"{closed} of {closed} right." in out
    assert out.count("\nRight.\n") == closed
    assert "Not right" not in out
    assert "no breach was found among the rules that the library knows" in " ".join(out.split())
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_answer_is_told_why(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = [drawn for drawn in lesson(name).drawn(SEED) if not drawn.pool.free]

    assert play(monkeypatch, wrong(name), name, "--seed", str(SEED)) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert f"0 of {len(closed)} right." in out
    for drawn in closed:
        chosen = drawn.choices[(drawn.right + 1) % len(drawn.choices)]
        assert " ".join(f"Not right. {chosen.why}".split()) in out
        assert " ".join(f"The right answer: {LETTERS[drawn.right]}. {drawn.pool.right.text}".split()) in out
        assert all(" ".join(line.split()) in out for line in drawn.pool.explanation)


def test_a_lesson_is_resumed_where_one_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    """The place stands in the current folder; played to the end, nothing is left there."""
    name = NAMES[0]
    answers = right(name)
    assert play(monkeypatch, [*answers[:3], "q"], name, "--seed", str(SEED)) == 0
    first = capsys.readouterr().out
    assert f"Stopped at question 4 of {len(answers)}" in first
    (kept,) = place.iterdir()
    assert kept.name == f"{Path(name).name}.place.json"
    assert json.loads(kept.read_text(encoding="utf-8"))["answers"] == answers[:3]

    assert play(monkeypatch, answers[3:], name) == 0
    out = capsys.readouterr().out
    assert f"You go on after question 3 of {len(answers)}." in out
    assert "Question 3 of" not in out
    closed = sum(not pool.free for pool in lesson(name).pools)
    assert f"{closed} of {closed} right." in out
    assert list(place.iterdir()) == []


def test_the_end_of_input_keeps_the_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    """Also where the last line has no end, and where the place is named."""
    answers = right(NAMES[0], 1)
    assert play(monkeypatch, answers[:2], NAMES[0], "--resume", "mine.json", end="") == 0
    assert json.loads((place / "mine.json").read_text(encoding="utf-8"))["answers"] == answers[:2]
    assert [path.name for path in place.iterdir()] == ["mine.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("nonsense", "this is no place kept in a lesson"),
        ("{}", "this is no place kept in a lesson"),
        ('{"form": "x", "scenario": "", "law": "", "seed": 1, "answers": []}', "this is no place kept in a lesson"),
    ],
)
def test_a_file_that_is_no_place_is_refused(
    content: str, message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    (place / "mine.json").write_text(content, encoding="utf-8")

    assert play(monkeypatch, ["a"], NAMES[0], "--resume", "mine.json") == 2
    assert message in capsys.readouterr().err
    assert (place / "mine.json").read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("scenario", "0", "the lesson or the law has changed since"),
        ("law", "0", "the lesson or the law has changed since"),
        ("answers", ["z"], "'z' is no answer to question 1.1"),
        ("answers", ["a"] * 99, "more answers than the lesson has questions"),
        ("answers", [1], "this is no place kept in a lesson"),
        ("seed", "x", "this is no place kept in a lesson"),
    ],
)
def test_a_place_that_does_not_fit_is_refused(
    key: str,
    value: object,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: Path,
) -> None:
    play(monkeypatch, ["a", "q"], NAMES[0], "--resume", "mine.json")
    path = place / "mine.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), key: value}), encoding="utf-8")
    capsys.readouterr()

    assert play(monkeypatch, ["a"], NAMES[0], "--resume", "mine.json") == 2
    assert message in capsys.readouterr().err


def test_another_draw_does_not_take_up_the_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    play(monkeypatch, ["a", "q"], NAMES[0], "--seed", "3")

    assert play(monkeypatch, ["a"], NAMES[0], "--seed", "4") == 2
    assert "the place was kept in draw 3, not 4" in capsys.readouterr().err


def test_a_letter_that_is_not_there_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    play(monkeypatch, ["x", "", "1", "A", "q"], NAMES[0])
    out = capsys.readouterr().out

    assert out.count("Write one of these letters: a, b, c or d.") == 3
    assert "Stopped at question 2" in " ".join(out.split())


def test_the_same_seed_asks_the_same(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for seed in ("3", "3", "4"):
        play(monkeypatch, right(NAMES[0], int(seed)), NAMES[0], "--seed", seed)
        shown.append(capsys.readouterr().out)

    assert shown[0] == shown[1] != shown[2]


@pytest.mark.parametrize("columns", [40, 60, 140])
def test_a_narrow_terminal(columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    play(monkeypatch, wrong(NAMES[0], 1), NAMES[0])
    lines = capsys.readouterr().out.splitlines()

    assert all(len(line) <= columns for line in lines if not line.startswith("Your answer"))


@pytest.mark.parametrize(("language", "word"), [("ru", "Верно."), ("kk", "Дұрыс.")])
def test_it_speaks_the_language_asked_for(
    language: str, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROCEDURE_LANG", language)
    drawn = lesson(NAMES[0], language).drawn(SEED)
    answers = ["…" if each.pool.free else LETTERS[each.right] for each in drawn]

    assert play(monkeypatch, answers, NAMES[0], "--seed", str(SEED)) == 0
    assert capsys.readouterr().out.count(f"\n{word}\n") == sum(not each.pool.free for each in drawn)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["kz/2023-snap-election"], "the scenario has no lesson"),
        (["-"], "cannot be played"),
        ([NAMES[0], "--output", "x"], "say with --to in which form"),
        ([NAMES[0], "--to", "qti"], "name the file to write with --output"),
        ([NAMES[0], "--to", "gift", "--resume", "x"], "nothing is played with --to"),
        ([NAMES[0], "--to", "gift", "--output", "there"], "the file exists already"),
        ([NAMES[0], "--to", "gift", "--output", "no/x"], "cannot be written"),
    ],
)
def test_mistakes_of_the_command_line(
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: Path,
) -> None:
    (place / "there").write_text("mine", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SMALL.replace("TEXT", "words").encode())))

    assert main(["lesson", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in place.iterdir()] == [("there", "mine")]
