"""The key of a lesson: every question with its answer, what else may be offered, and why; for the teacher."""

from collections.abc import Iterator

from procedure.lessons.pools import Prepared


def answer_key(prepared: Prepared) -> str:
    """The key as text, the same for the same lesson, law and language; a change of it is a change of an answer."""
    return "\n".join(_lines(prepared)) + "\n"


def _lines(prepared: Prepared) -> Iterator[str]:
    speak, given = prepared.desk.speak, prepared.lesson
    yield speak.of(given.title)
    for number, stop in enumerate(given.stops, 1):
        when = prepared.report.verdict(stop.act).done.when
        yield ""
        yield speak.tell("lesson.step", number=number, of=len(given.stops), when=when)
        for pool in prepared.at(number - 1):
            yield f"{pool.id} {pool.prompt}"
            yield f"    + {pool.right.text}"
            yield from (f"    - {choice.text}" for choice in pool.wrong)
            yield from (f"    . {line}" for line in pool.explanation)
