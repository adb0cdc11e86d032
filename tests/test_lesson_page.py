"""The page for the classroom: four sheets in one file that fetches nothing, and text that stays text."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from procedure.lesson import Drawn
from procedure.lessons.play import LETTERS
from procedure.render.lesson_page import SECTIONS, lesson_page
from tests.lessons import HELD, LANGUAGES, NAMES, hostile, lesson

SEED = 3
TAGS = {
    *("html", "head", "meta", "title", "link", "style", "script", "body", "header", "main", "nav", "section", "div"),
    *("article", "h1", "h2", "h3", "p", "ul", "ol", "li", "a", "b", "button"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Page(HTMLParser):
    """What a browser would make of a page: its tags, attributes, and the text of each section."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: dict[str, str] = {}
        self.raw: dict[str, str] = {}
        self._section = self._raw = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(key, value or "") for key, value in attrs]
        if tag == "section":
            self._section = dict(attrs)["id"] or ""
        self._raw = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._raw = ""

    def handle_data(self, data: str) -> None:
        if self._raw:
            self.raw[self._raw] = data
        else:
            self.texts[self._section] = self.texts.get(self._section, "") + f" {' '.join(data.split())}"


def plain(text: str) -> str:
    """Text as it is compared: words with one space between them."""
    return " ".join(text.split())


def choices(drawn: Drawn) -> list[str]:
    return [f"{letter}. {plain(each.text)}" for letter, each in zip(LETTERS, drawn.choices, strict=False)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_sheet_says_what_it_should(name: str, language: str) -> None:
    given = lesson(name, language)
    page = Page(lesson_page(given, SEED))
    speak = given.desk.speak
    texts = {key: plain(text) for key, text in page.texts.items()}

    assert set(SECTIONS) <= texts.keys()
    assert all(plain(speak.tell("lesson.means")) in texts[key] for key in SECTIONS)
    for drawn in given.drawn(SEED):
        pool = drawn.pool
        for key in ("projector", "student", "teacher"):
            assert plain(pool.prompt) in texts[key]
        assert all(each in texts[key] for each in choices(drawn) for key in ("projector", "student"))
        assert all(plain(line) in texts["teacher"] and plain(line) in texts["projector"] for line in pool.explanation)
        assert all(plain(each.why) in texts["teacher"] for each in drawn.choices)
        if not pool.free:
            told = speak.tell("lesson.answer", letter=LETTERS[drawn.right], answer=pool.right.text)
            assert plain(told) in texts["teacher"] and plain(told) not in texts["student"]
    for role in given.lesson.roles:
        assert plain(speak.of(role.card)) in texts["roles"]
    assert plain(speak.of(given.lesson.title)) in texts[""]


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_of_the_plan_add_up(name: str) -> None:
    given = lesson(name).lesson
    text = plain(Page(lesson_page(lesson(name), SEED)).texts["teacher"])
    spans = [(int(first), int(last)) for first, last in re.findall(r"(?<![\d.])(\d+) to (\d+)(?= [A-Z“\d])", text)]
    gone = 0
    for stop in given.stops:
        assert (gone, gone + stop.minutes) in spans
        gone += stop.minutes
    assert gone == given.minutes or (gone, given.minutes) in spans


def test_nothing_is_fetched_and_only_its_own_script_runs() -> None:
    text = lesson_page(lesson(NAMES[0]), SEED)
    page = Page(text)
    policy = next(value for key, value in page.attributes if key == "content" and "default-src" in value)

    assert "default-src 'none'" in policy
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not [value for key, value in page.attributes if key == "src" or (key == "href" and value[:1] != "#")][1:]
    assert "//" not in re.sub(r"<(script|style)>.*?</\1>", "", text, flags=re.DOTALL).replace("<!DOCTYPE", "")
    assert not [key for key, _ in page.attributes if key.startswith("on")]


def test_hostile_text_is_only_text() -> None:
    page = Page(lesson_page(hostile(), SEED))

    assert set(page.tags) <= TAGS
    assert page.tags.count("script") == 1
    assert plain(HELD) in plain(page.texts["student"])
    assert "alert" not in page.raw["script"]


def test_the_same_text_each_time() -> None:
    assert lesson_page(lesson(NAMES[0]), SEED) == lesson_page(lesson(NAMES[0]), SEED)


def test_every_section_has_a_heading_and_a_link() -> None:
    page = Page(lesson_page(lesson(NAMES[0]), SEED))

    assert page.tags.count("h1") == 1
    assert [value for key, value in page.attributes if key == "href" and value[:1] == "#"] == [
        f"#{name}" for name in SECTIONS
    ]
    assert ("lang", "en") in page.attributes
