"""The questions of a lesson in GIFT, the plain form that Moodle and others read. What the scenario says stays text."""

from collections.abc import Iterator

from procedure.lesson import Drawn
from procedure.lessons.pools import Prepared

_MEANING = "\\~=#{}:"
_PLAIN = "[plain]"


def gift(prepared: Prepared, seed: int) -> str:
    """The questions of one draw; free ones as essays, each answer with the reason why it is right or wrong."""
    speak = prepared.desk.speak
    title = speak.of(prepared.lesson.title)
    parts = [f"// {_line(title)}", f"// {_line(speak.tell('lesson.means'))}", ""]
    for drawn in prepared.drawn(seed):
        parts += [*_question(drawn, title), ""]
    return "\n".join(parts)


def _question(drawn: Drawn, title: str) -> Iterator[str]:
    pool = drawn.pool
    yield f"::{_text(f'{pool.id} {title}')}::{_PLAIN}{_text(f'{pool.story}{chr(10)}{chr(10)}{pool.prompt}')}{{"
    for choice in drawn.choices:
        mark = "=" if choice is pool.right else "~"
        why = f"#{_PLAIN}{_text(choice.why)}" if choice.why else ""
        yield f"  {mark}{_PLAIN}{_text(choice.text)}{why}"
    told = [pool.right.text, *pool.explanation] if pool.free else list(pool.explanation)
    yield f"  ####{_PLAIN}{_text(chr(10).join(told))}"
    yield "}"


def _text(text: str) -> str:
    """Text in which no character has a meaning."""
    escaped = "".join(f"\\{each}" if each in _MEANING else each for each in text.strip())
    return "\\n".join(escaped.splitlines())


def _line(text: str) -> str:
    return " ".join(text.split())
