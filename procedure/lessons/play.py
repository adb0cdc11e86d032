"""A lesson as it is played: which question comes next, what was answered, how many were right, and the place kept."""

import json
from pathlib import Path

from attrs import evolve, frozen

from procedure.characters import quoted
from procedure.errors import ProcedureError
from procedure.lesson import Drawn
from procedure.lessons.pools import Prepared

FORM = "procedure.lesson/1"
LETTERS = "abcdef"


@frozen(eq=False)
class Game:
    """One pass through a lesson: the questions of a draw, and the answers so far, as letters or in own words."""

    prepared: Prepared
    seed: int
    answers: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Drawn, ...]:
        """Every question with its choices."""
        return self.prepared.drawn(self.seed)

    def answered(self, answer: str) -> "Game":
        """The game after one more answer."""
        return evolve(self, answers=(*self.answers, answer))

    def score(self) -> tuple[int, int]:
        """How many of the questions answered so far were right, and how many could be; free ones do not count."""
        asked = [(drawn, answer) for drawn, answer in zip(self.questions, self.answers, strict=False)]
        closed = [(drawn, answer) for drawn, answer in asked if not drawn.pool.free]
        return sum(answer == LETTERS[drawn.right] for drawn, answer in closed), len(closed)


def letters(drawn: Drawn) -> tuple[str, ...]:
    """The letters of the choices of a question."""
    return tuple(LETTERS[: len(drawn.choices)])


def kept(game: Game) -> str:
    """The place in a game as text."""
    told = {
        "form": FORM,
        "scenario": game.prepared.report.scenario_hash,
        "law": game.prepared.report.law_hash,
        "seed": game.seed,
        "answers": list(game.answers),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def taken_up(game: Game, path: Path, *, own_seed: bool) -> Game:
    """The game as it was left; ProcedureError where the file is of something else, or the lesson has changed."""
    help = f"remove {path}, or name another file with --resume"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        form, hashes = told["form"], (told["scenario"], told["law"])
        seed, answers = told["seed"], tuple(told["answers"])
    except (OSError, ValueError, KeyError, TypeError):
        raise ProcedureError(f"{path}: this is no place kept in a lesson; {help}") from None
    if form != FORM or not isinstance(seed, int) or not all(isinstance(each, str) for each in answers):
        raise ProcedureError(f"{path}: this is no place kept in a lesson; {help}")
    if hashes != (game.prepared.report.scenario_hash, game.prepared.report.law_hash):
        raise ProcedureError(f"{path}: the lesson or the law has changed since; {help}")
    if own_seed and seed != game.seed:
        raise ProcedureError(f"{path}: the place was kept in draw {seed}, not {game.seed}; {help}")
    there = evolve(game, seed=seed, answers=answers)
    questions = there.questions
    if len(answers) > len(questions):
        raise ProcedureError(f"{path}: more answers than the lesson has questions; {help}")
    for drawn, answer in zip(questions, answers, strict=False):
        if not drawn.pool.free and answer not in letters(drawn):
            raise ProcedureError(f"{path}: {quoted(answer)} is no answer to question {drawn.pool.id}; {help}")
    return there
