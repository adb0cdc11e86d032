"""GIFT is read back by a parser of its own, which knows only the published form, and says the same."""

import re

import pytest
from attrs import field, frozen

from procedure.render.gift import gift
from tests.lessons import HELD, LANGUAGES, NAMES, hostile, lesson

SEED = 3


@frozen
class Read:
    """A question as Moodle would read it."""

    title: str
    text: str
    answers: list[tuple[bool, str, str]] = field(factory=list)
    general: str = ""


def parsed(text: str) -> list[Read]:
    """The questions of a GIFT file: lines of comment fall, a blank line ends a question."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    blocks = [block for block in re.split(r"\n\s*\n", "\n".join(lines)) if block.strip()]
    return [_question(block.strip()) for block in blocks]


def _question(block: str) -> Read:
    opens = _find(block, "{")
    closes = _find(block, "}")
    assert 0 < opens < closes == len(block) - 1, block
    head = block[:opens]
    assert head.startswith("::")
    end = head.index("::", 2)
    while head[end - 1] == "\\":
        end = head.index("::", end + 1)
    body = block[opens + 1 : closes]
    body, general = _split(body, "####")
    parts = _answers(body)
    return Read(_plain(head[2:end]), _formatted(head[end + 2 :]), parts, _formatted(general))


def _find(text: str, mark: str, start: int = 0) -> int:
    """Where a mark stands that is not escaped."""
    spot = start
    while spot < len(text):
        if text[spot] == "\\":
            spot += 2
        elif text.startswith(mark, spot):
            return spot
        else:
            spot += 1
    return -1


def _split(text: str, mark: str) -> tuple[str, str]:
    spot = _find(text, mark)
    return (text, "") if spot < 0 else (text[:spot], text[spot + len(mark) :])


def _answers(body: str) -> list[tuple[bool, str, str]]:
    spots = [spot for spot in range(len(body)) if body[spot] in "=~" and _find(body, body[spot], spot) == spot]
    spots = [spot for spot in spots if not _escaped(body, spot)]
    found = []
    for start, end in zip(spots, [*spots[1:], len(body)], strict=False):
        answer, why = _split(body[start + 1 : end], "#")
        weight = re.match(r"\s*%-?\d", answer)
        assert weight is None, "an answer is taken for a weight"
        found.append((body[start] == "=", _formatted(answer), _formatted(why)))
    return found


def _escaped(text: str, spot: int) -> bool:
    before = len(text[:spot]) - len(text[:spot].rstrip("\\"))
    return before % 2 == 1


def _formatted(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    assert text.startswith("[plain]"), text
    return _plain(text.removeprefix("[plain]"))


def _plain(text: str) -> str:
    out, spot = [], 0
    while spot < len(text):
        if text[spot] == "\\" and spot + 1 < len(text):
            out.append({"n": "\n"}.get(text[spot + 1], text[spot + 1]))
            spot += 2
        else:
            assert text[spot] not in "~=#{}:", f"a sign with a meaning stands bare: {text}"
            out.append(text[spot])
            spot += 1
    return "".join(out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_back_as_it_was_meant(name: str, language: str) -> None:
    given = lesson(name, language)
    read = parsed(gift(given, SEED))
    drawn = given.drawn(SEED)

    assert len(read) == len(drawn)
    for mine, theirs in zip(read, drawn, strict=True):
        assert mine.text == f"{theirs.pool.story}\n\n{theirs.pool.prompt}"
        assert [(right, text) for right, text, _ in mine.answers] == [
            (each is theirs.pool.right, each.text) for each in theirs.choices
        ]
        assert [why for _, _, why in mine.answers] == [each.why for each in theirs.choices]
        assert mine.general.endswith("\n".join(theirs.pool.explanation))
        assert theirs.pool.free is (mine.answers == [])


def test_hostile_text_stays_text() -> None:
    closed, free = parsed(gift(hostile(), SEED))

    assert closed.text == f"{HELD}\n\n{HELD}"
    assert len(closed.answers) == 4
    assert free.general.startswith(HELD)


def test_the_same_text_each_time() -> None:
    assert gift(lesson(NAMES[0]), SEED) == gift(lesson(NAMES[0]), SEED)
    assert gift(lesson(NAMES[0]), SEED) != gift(lesson(NAMES[0]), SEED + 1)
