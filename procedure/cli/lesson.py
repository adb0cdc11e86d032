"""`procedure lesson`."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from procedure.cli.common import language, scenario, terminal
from procedure.errors import ProcedureError
from procedure.lesson import Drawn
from procedure.lessons import Prepared, prepared
from procedure.lessons.play import LETTERS, Game, kept, letters, taken_up
from procedure.render.apkg import apkg
from procedure.render.gift import gift
from procedure.render.lesson_page import lesson_page
from procedure.render.page import Page, wrap
from procedure.render.qti import qti
from procedure.whole_files import write_whole
from procedure.words import Speaker

FORMS = ("gift", "html", "qti", "apkg")
ZIPPED = ("qti", "apkg")
_MAKERS: Mapping[str, Callable[[Prepared, int], bytes]] = {
    "gift": lambda prepared, seed: gift(prepared, seed).encode(),
    "html": lambda prepared, seed: lesson_page(prepared, seed).encode(),
    "qti": qti,
    "apkg": apkg,
}


class Stopped(Exception):
    """The player stops, or there is no more input."""


@click.command()
@click.argument("file")
@click.option("--seed", type=click.IntRange(min=0), help="The number of the draw; the same number, the same choices.")
@click.option("--resume", type=click.Path(path_type=Path), help="Where the place is kept when the lesson is stopped.")
@click.option("--to", "form", type=click.Choice(FORMS), help="Write it for Moodle, the classroom, QTI 2.1 or Anki.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write with --to.")
def lesson(file: str, seed: int | None, resume: Path | None, form: str | None, output: Path | None) -> int:
    """Play the lesson of FILE in the terminal, step by step; or write its questions for another program."""
    if form is None and output is not None:
        raise ProcedureError("--output: say with --to in which form; without it the lesson is played here")
    case = scenario(file)
    game = Game(prepared(case, language()), 1 if seed is None else seed)
    if form is not None:
        return _export(game, form, output, resume)
    if file == "-":
        raise ProcedureError("a lesson read from standard input cannot be played: the answers come from there; save it")
    path = resume or Path(f"{Path(case.file).stem}.place.json")
    if path.exists():
        game = taken_up(game, path, own_seed=seed is not None)
    _play(game, path, terminal())
    return 0


def _export(game: Game, form: str, output: Path | None, resume: Path | None) -> int:
    if resume is not None:
        raise ProcedureError("--resume: nothing is played with --to; leave one of the two out")
    if output is not None and (output.exists() or output.is_symlink()):
        raise ProcedureError(f"{output}: the file exists already, and nothing was written; choose another name")
    if form in ZIPPED and output is None:
        raise ProcedureError(f"--to {form}: name the file to write with --output")
    make = _MAKERS[form]
    content = make(game.prepared, game.seed)
    if output is None:
        click.echo(content.decode(), nl=False)
    else:
        write_whole(output, content)
        speak = game.prepared.desk.speak
        click.echo(speak.tell("lesson.exported", file=str(output), number=len(game.questions)))
    return 0


def _play(game: Game, path: Path, page: Page) -> None:
    speak, given = game.prepared.desk.speak, game.prepared.lesson
    _head(game, page)
    number = 0
    for spot, stop in enumerate(given.stops):
        questions = [each for each in game.questions if each.pool.id.partition(".")[0] == str(spot + 1)]
        if questions and number + len(questions) <= len(game.answers):
            number += len(questions)
            continue
        when = game.prepared.report.verdict(stop.act).done.when
        title = speak.tell("lesson.step", number=spot + 1, of=len(given.stops), when=when)
        _say("", *[page.paint(line, None, True) for line in wrap(title, page, 0)], *wrap(speak.of(stop.story), page, 0))
        for drawn in questions:
            number += 1
            if number <= len(game.answers):
                continue
            try:
                game = game.answered(_ask(drawn, number, len(game.questions), page, speak))
            except Stopped:
                write_whole(path, kept(game).encode())
                told = speak.tell("lesson.stopped", number=number, of=len(game.questions), file=str(path))
                _say("", *wrap(told, page, 0))
                return
            write_whole(path, kept(game).encode())
            _answer(drawn, game.answers[-1], page, speak)
    right, asked = game.score()
    closing = speak.of(given.closing)
    _say("", *(wrap(closing, page, 0) if closing else ()))
    _say(page.paint(speak.tell("lesson.score", right=right, of=asked), None, True), "")
    _say(*wrap(speak.tell("lesson.means"), page, 0))
    path.unlink(missing_ok=True)


def _head(game: Game, page: Page) -> None:
    speak, given = game.prepared.desk.speak, game.prepared.lesson
    grades = tuple(str(grade) for grade in given.grades)
    head = speak.tell("lesson.head", title=speak.of(given.title), minutes=given.minutes, grades=grades)
    _say(*[page.paint(line, None, True) for line in wrap(head, page, 0)])
    _say(speak.tell("lesson.goals"))
    for goal in given.goals:
        _say(*wrap(speak.of(goal), page, 2, "- "))
    _say(*wrap(speak.tell("lesson.draw", seed=game.seed), page, 0))
    if game.answers:
        _say(*wrap(speak.tell("lesson.resumed", number=len(game.answers), of=len(game.questions)), page, 0))


def _ask(drawn: Drawn, number: int, of: int, page: Page, speak: Speaker) -> str:
    """One question, asked until a letter comes that it has, or a line in own words."""
    title = speak.tell("lesson.number", number=number, of=of)
    _say("", *[page.paint(line, None, True) for line in wrap(title, page, 0)], *wrap(drawn.pool.prompt, page, 0))
    known = letters(drawn)
    for letter, choice in zip(known, drawn.choices, strict=True):
        _say(*wrap(choice.text, page, 2, f"{letter}. "))
    while True:
        key = "lesson.free_prompt" if drawn.pool.free else "lesson.choose"
        click.echo(speak.tell(key, letters=known), nl=False)
        line = sys.stdin.readline()
        answer = " ".join(line.split())
        if not sys.stdin.isatty():
            _say(answer)
        if not line or answer.casefold() == "q":
            raise Stopped
        if drawn.pool.free and answer:
            return answer
        if answer.casefold() in known:
            return answer.casefold()
        if not drawn.pool.free:
            _say(*wrap(speak.tell("lesson.not_a_choice", letters=known), page, 0))


def _answer(drawn: Drawn, answer: str, page: Page, speak: Speaker) -> None:
    pool = drawn.pool
    if pool.free:
        _say(*wrap(speak.tell("lesson.free_answer", answer=pool.right.text), page, 0))
    else:
        chosen = drawn.choices[LETTERS.index(answer)]
        right = chosen is pool.right
        told = speak.tell("lesson.right") if right else speak.tell("lesson.wrong", why=chosen.why)
        _say(*[page.paint(line, "green" if right else "red", True) for line in wrap(told, page, 0)])
        if not right:
            letter = LETTERS[drawn.right]
            _say(*wrap(speak.tell("lesson.answer", letter=letter, answer=pool.right.text), page, 0))
    for line in pool.explanation:
        _say(*wrap(line, page, 2, "· "))


def _say(*lines: str) -> None:
    for line in lines:
        click.echo(line)
