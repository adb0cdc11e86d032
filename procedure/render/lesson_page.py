"""A lesson as one page for the classroom: a view for the projector, the teacher's sheet, role cards, a student's sheet.

The file fetches nothing. Its one script turns slides, and without it the slides stand one below the other.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from xml.etree import ElementTree as ET

from attrs import frozen

from procedure.characters import FORBIDDEN
from procedure.lesson import Drawn, Stop
from procedure.lessons.play import LETTERS
from procedure.lessons.pools import Prepared

E = ET.Element
SECTIONS = ("projector", "teacher", "roles", "student")


def lesson_page(prepared: Prepared, seed: int) -> str:
    """The page of one draw; the same lesson, language and draw give the same text."""
    sheets = _Sheets(prepared, prepared.drawn(seed), seed)
    style, script = _file("lesson.css"), _file("lesson.js")
    root = E("html", {"lang": prepared.desk.speak.language})
    _head(root, sheets.title, style, script)
    body = _in(root, "body")
    sheets.header(_in(body, "header"))
    main = _in(body, "main")
    for name, fill in zip(SECTIONS, (sheets.projector, sheets.teacher, sheets.roles, sheets.student), strict=True):
        section = _in(main, "section", id=name)
        _in(section, "h2", sheets.tell(f"lesson.sheet.{name}"))
        fill(section)
    _in(body, "script").text = script
    return f"<!DOCTYPE html>\n{ET.tostring(root, encoding='unicode', method='html')}\n"


def _in(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """A new element within another; its text stays text."""
    made = ET.SubElement(parent, tag, {key.rstrip("_"): value for key, value in attributes.items()})
    made.text = _clean(text) if text else None
    return made


def _clean(text: str) -> str:
    """Text without what no file may hold."""
    return FORBIDDEN.sub("\ufffd", text)


def _file(name: str) -> str:
    return files("procedure.render").joinpath(name).read_text(encoding="utf-8")


def _head(root: ET.Element, title: str, style: str, script: str) -> None:
    """Nothing may be fetched, and no other script or style than these may run."""
    head = _in(root, "head")
    _in(head, "meta", charset="utf-8")
    _in(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    kinds = " ".join(f"{kind}-src '{_digest(text)}';" for kind, text in (("style", style), ("script", script)))
    policy = f"default-src 'none'; {kinds} img-src data:; base-uri 'none'; form-action 'none'"
    _in(head, "meta", **{"http-equiv": "Content-Security-Policy", "content": policy})
    _in(head, "title", title)
    _in(head, "link", rel="icon", href="data:,")
    _in(head, "style").text = style


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@frozen
class _Sheets:
    """What stands on the sheets of a lesson."""

    prepared: Prepared
    drawn: Sequence[Drawn]
    seed: int

    def tell(self, key: str, **values: int | str | tuple[str, ...]) -> str:
        return self.prepared.desk.speak.tell(key, **values)

    def of(self, texts: object) -> str:
        return self.prepared.desk.speak.of(texts)  # type: ignore[arg-type]

    @property
    def title(self) -> str:
        return self.of(self.prepared.lesson.title)

    def stops(self) -> Iterator[tuple[int, Stop, list[Drawn]]]:
        """The steps by number, with their questions."""
        for number, stop in enumerate(self.prepared.lesson.stops, 1):
            yield number, stop, [each for each in self.drawn if each.pool.id.partition(".")[0] == str(number)]

    def step(self, number: int, stop: Stop) -> str:
        """The heading of a step."""
        when = self.prepared.report.verdict(stop.act).done.when
        return self.tell("lesson.step", number=number, of=len(self.prepared.lesson.stops), when=when)

    def header(self, parent: ET.Element) -> None:
        given = self.prepared.lesson
        grades = tuple(str(grade) for grade in given.grades)
        _in(parent, "h1", self.title)
        _in(parent, "p", self.tell("lesson.sheet.for", minutes=given.minutes, grades=grades), class_="soft")
        links = _in(_in(parent, "nav"), "ul")
        for name in SECTIONS:
            _in(_in(links, "li"), "a", self.tell(f"lesson.sheet.{name}"), href=f"#{name}")

    def goals(self, parent: ET.Element) -> None:
        _in(parent, "h3", self.tell("lesson.goals"))
        goals = _in(parent, "ul")
        for goal in self.prepared.lesson.goals:
            _in(goals, "li", self.of(goal))

    def means(self, parent: ET.Element) -> None:
        """What lawful means here, on every sheet."""
        _in(parent, "p", self.tell("lesson.means"), class_="soft")

    def choices(self, parent: ET.Element, drawn: Drawn) -> None:
        listed = _in(parent, "ol", class_="choices")
        for letter, choice in zip(LETTERS, drawn.choices, strict=False):
            item = _in(listed, "li")
            _in(item, "b", f"{letter}.").tail = f" {_clean(choice.text)}"

    def answer(self, parent: ET.Element, drawn: Drawn) -> None:
        """The right answer and the reasons."""
        pool = drawn.pool
        told = self.tell("lesson.free_answer", answer=pool.right.text)
        if not pool.free:
            told = self.tell("lesson.answer", letter=LETTERS[drawn.right], answer=pool.right.text)
        _in(parent, "p", told, class_="right")
        reasons = _in(parent, "div", class_="why")
        for line in pool.explanation:
            _in(reasons, "p", line)

    # the four parts

    def projector(self, parent: ET.Element) -> None:
        _in(parent, "p", self.tell("lesson.sheet.keys"), class_="soft")
        _in(parent, "button", self.tell("lesson.sheet.begin"), id="begin", type="button")
        first = _in(parent, "div", class_="slide")
        _in(first, "h2", self.title)
        self.goals(first)
        for number, stop, questions in self.stops():
            slide = _in(parent, "div", class_="slide")
            _in(slide, "h3", self.step(number, stop))
            _in(slide, "p", self.of(stop.story))
            for drawn in questions:
                slide = _in(parent, "div", class_="slide")
                _in(slide, "h3", self.step(number, stop))
                _in(slide, "p", drawn.pool.prompt)
                self.choices(slide, drawn)
                self.answer(_in(slide, "div", class_="answer"), drawn)
        last = _in(parent, "div", class_="slide")
        if self.prepared.lesson.closing:
            _in(last, "p", self.of(self.prepared.lesson.closing))
        self.means(last)

    def teacher(self, parent: ET.Element) -> None:
        self.goals(parent)
        _in(parent, "h3", self.tell("lesson.sheet.plan"))
        table = _in(parent, "table")
        head = _in(_in(table, "thead"), "tr")
        for name in ("minutes", "happens", "asked"):
            _in(head, "th", self.tell(f"lesson.sheet.{name}"), scope="col")
        body, gone = _in(table, "tbody"), 0
        for _, stop, questions in self.stops():
            row = _in(body, "tr")
            _in(row, "td", self.tell("lesson.sheet.from_to", first=gone, last=gone + stop.minutes))
            _in(row, "td", self.of(stop.story))
            _in(row, "td", ", ".join(each.pool.id for each in questions))
            gone += stop.minutes
        if gone < self.prepared.lesson.minutes:
            row = _in(body, "tr")
            _in(row, "td", self.tell("lesson.sheet.from_to", first=gone, last=self.prepared.lesson.minutes))
            _in(row, "td", self.of(self.prepared.lesson.closing) or self.tell("lesson.sheet.talk"))
            _in(row, "td")
        _in(parent, "h3", self.tell("lesson.sheet.key"))
        _in(parent, "p", self.tell("lesson.sheet.draw", seed=self.seed), class_="soft")
        for drawn in self.drawn:
            question = _in(parent, "div", class_="question")
            _in(question, "h3", f"{drawn.pool.id} {drawn.pool.prompt}")
            self.answer(question, drawn)
            listed = _in(question, "ul") if any(choice.why for choice in drawn.choices) else question
            for letter, choice in zip(LETTERS, drawn.choices, strict=False):
                if choice.why:
                    told = self.tell("lesson.sheet.wrong", letter=letter, answer=choice.text, why=choice.why)
                    _in(listed, "li", told)
        self.means(parent)

    def roles(self, parent: ET.Element) -> None:
        cards = _in(parent, "div", class_="cards")
        for role in self.prepared.lesson.roles:
            card = _in(cards, "article")
            _in(card, "h3", self.prepared.desk.speak.actor(role.actor))
            _in(card, "p", self.of(role.card))
        self.means(parent)

    def student(self, parent: ET.Element) -> None:
        _in(parent, "p", self.tell("lesson.sheet.name"))
        _in(parent, "div", class_="lines")
        for number, stop, questions in self.stops():
            _in(parent, "h3", self.step(number, stop))
            _in(parent, "p", self.of(stop.story))
            for drawn in questions:
                question = _in(parent, "div", class_="question")
                _in(question, "p", f"{drawn.pool.id} {drawn.pool.prompt}")
                if drawn.pool.free:
                    _in(question, "div", class_="lines")
                    _in(question, "div", class_="lines")
                else:
                    self.choices(question, drawn)
        self.means(parent)
