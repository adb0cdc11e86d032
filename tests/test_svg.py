"""SVG: well-formed and self-contained, complete, legible, the same each time; hostile text stays text."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from enum import Enum
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.machine import Procedure, instrument, step, under
from procedure.render.labels import clean, width
from procedure.render.svg import svg
from procedure.words import LANGUAGES, speaker_in, speaker_of
from procedure.words.catalogue import catalogue
from tests.drawn import HOSTILE, KINDS, LAW, SPEAK, VOTE, kinds, law

SPACE = "{http://www.w3.org/2000/svg}"


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SPACE}text")]


def flat(root: ET.Element) -> str:
    """All words in the picture, wrapped lines drawn together."""
    return " ".join(texts(root))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def assert_sound(drawn: str) -> ET.Element:
    """Well-formed, of the known elements only, drawing on nothing outside itself, with all text within its edges."""
    root = ET.fromstring(drawn)
    assert root.tag == f"{SPACE}svg" and root.get("role") == "img"
    assert {element.tag.removeprefix(SPACE) for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "rect", "path", "circle", "text")
    }
    named = {element.get("id") for element in root.iter() if element.get("id")}
    assert set((root.get("aria-labelledby") or "").split()) == named
    assert re.findall(r"https?://[^\s\"'<]+", " ".join(value for e in root.iter() for value in e.attrib.values())) == []
    right, bottom = int(root.get("width") or 0), int(root.get("height") or 0)
    rooms = list(places(root))
    for left, top, end, foot in rooms:
        assert left >= -1 and end <= right + 1 and top >= 0 and foot <= bottom
    for one, other in combinations(rooms, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, "one text lies on another"
    return root


def places(element: ET.Element, dx: int = 0, dy: int = 0) -> Iterator[tuple[float, float, float, float]]:
    """About where each text is: left, top, right, bottom; what descends below the line is left out."""
    found = re.fullmatch(r"translate\((\d+) (\d+)\)", element.get("transform") or "")
    dx, dy = (dx + int(found[1]), dy + int(found[2])) if found else (dx, dy)
    if element.tag == f"{SPACE}text":
        size = float(element.get("font-size") or 0)
        wide = width(element.text or "", size, element.get("font-weight") is not None)
        back = {"end": wide, "middle": wide / 2}.get(element.get("text-anchor") or "", 0)
        left, base = int(element.get("x") or 0) + dx - back, int(element.get("y") or 0) + dy
        yield left, base - 0.8 * size, left + wide, base
    for child in element:
        yield from places(child, dx, dy)


def test_a_procedure() -> None:
    root = assert_sound(svg(VOTE, KINDS, SPEAK))
    words = flat(root)
    assert "A vote" in words
    for state in VOTE.states:
        assert state.value in words
    for told in (
        "proposes a bill",
        "votes on the bill (declared: carried)",
        "votes on the bill (otherwise)",
        "Const. 3; Const. 1",
        "also from A, B",
        "from any other state",
        "In any state, which stays as it is 7 speaks",
        "A double frame is an end.",
    ):
        assert told in words
    told = root.findtext(f"{SPACE}desc") or ""
    assert "From “the bill is debated” to “the bill is passed”: 3 votes on the bill (declared: carried)." in told
    assert root.findtext(f"{SPACE}title") == "A vote"


def test_another_language() -> None:
    assert "proposes a bill (ru)" in flat(assert_sound(svg(VOTE, KINDS, speaker_of(LAW, "ru"))))


def test_what_was_reached_and_taken_is_marked_not_by_colour_alone() -> None:
    plain, marked = (
        assert_sound(svg(VOTE, KINDS, SPEAK, visited=visited, taken=taken))
        for visited, taken in (((), ()), (("NONE", "a bill is proposed"), [("propose", "NONE", "PROPOSED")]))
    )
    thick = [element for element in marked.iter(f"{SPACE}path") if element.get("stroke-width") == "4"]
    ticks = [element for element in marked.iter(f"{SPACE}path") if element.get("stroke-width") == "2.5"]
    rings = [element for element in marked.iter(f"{SPACE}circle") if element.get("stroke-width") == "3"]
    assert (len(thick), len(ticks), len(rings)) == (1, 2, 1)
    assert "A box with a tick and a thick frame was reached." in flat(marked)
    assert "tick" not in flat(plain)


def test_text_is_legible() -> None:
    root = assert_sound(svg(VOTE, KINDS, SPEAK, visited=("NONE",)))
    inks = {element.get("fill") for element in root.iter(f"{SPACE}text")}
    grounds = {element.get("fill") for tag in ("rect", "circle") for element in root.iter(SPACE + tag)} - {
        "none",
        "#333333",
    }
    assert all(contrast(ink or "", ground or "") >= 4.5 for ink in inks for ground in grounds)
    assert all(contrast(element.get("stroke") or "#000000", "#ffffff") >= 3 for element in root.iter())
    assert min(float(element.get("font-size") or 0) for element in root.iter(f"{SPACE}text")) >= 11


def test_hostile_text_stays_text() -> None:
    states = Enum("Hostile", {"ONE": HOSTILE, "OTHER": "\x00"})  # type: ignore[misc]
    one, other = states
    rows = [step("a", one, other, under(instrument("law")["1"])), step("b", other, None), step("\x00", other, one)]
    procedure = Procedure('"><script>', states, rows, title={"en": HOSTILE})
    drawn = svg(procedure, kinds(a=HOSTILE, b=HOSTILE), speaker_of(law(HOSTILE, name=HOSTILE)))
    root = assert_sound(drawn)
    assert root.findtext(f"{SPACE}title") == clean(HOSTILE)
    assert "<script" not in drawn and "\u202e" not in drawn and "\ufffd" in drawn


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=300))
@settings(max_examples=50)
def test_any_text_gives_a_sound_picture(sentence: str, title: str, act: str) -> None:
    states = Enum("Any", {"ONE": sentence + "1", "OTHER": sentence + "2"})  # type: ignore[misc]
    one, other = states
    procedure = Procedure(title, states, [step("a", one, other), step("a", other, None)], title={"en": title})
    assert_sound(svg(procedure, kinds(a=act), SPEAK))


class Alone(Enum):
    """One state."""

    HERE = "here"


def test_one_state_and_no_step() -> None:
    assert "here" in flat(assert_sound(svg(Procedure("alone", Alone, []), {}, SPEAK)))


def test_many_acts_on_one_line_and_in_one_box() -> None:
    names = [f"act{number}" for number in range(120)]
    states = Enum("Crowd", {"ONE": "one", "OTHER": "other"})  # type: ignore[misc]
    one, other = states
    rows = [step(name, one, other if number % 3 else None) for number, name in enumerate(names)]
    words = flat(assert_sound(svg(Procedure("crowd", states, rows), {}, SPEAK)))
    assert all(name in words for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_the_procedures_of_every_country(country: str, language: str) -> None:
    land = jurisdiction(country)
    speak = speaker_in(land, language)
    for procedure in land.procedures:
        drawn = svg(procedure, land.vocabulary.acts, speak)
        root = assert_sound(drawn)
        words = flat(root)
        assert drawn == svg(procedure, land.vocabulary.acts, speak)
        assert root.findtext(f"{SPACE}title") == speak.procedure(procedure.name)
        for state in procedure.states:
            assert speak.state(procedure.name, state.name) in words
        for guard in (guard for row in procedure.steps for guard in row.guards):
            assert land.law.cite(guard.norm.id, language) in words
        for kind in (land.vocabulary.acts.get(row.act) for row in procedure.steps):
            assert kind is None or speak.of(kind.title) in words


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_no_english_is_left(country: str, language: str) -> None:
    """Neither the words of the catalogue nor those of the country's data, in the picture or in its description."""
    land = jurisdiction(country)
    speak = speaker_in(land, language)
    english = catalogue("en").sentences
    phrases = {part.strip() for key, text in english.items() if key.startswith("diagram.") for part in fixed(text)}
    for procedure in land.procedures:
        drawn = svg(procedure, land.vocabulary.acts, speak, visited=("x",), taken=[("x", "x", "x")])
        shown = " ".join("".join(ET.fromstring(drawn).itertext()).split())
        assert [each for each in phrases if len(each) > 3 and re.search(rf"\b{re.escape(each)}\b", shown)] == []
        assert [str(each.value) for each in procedure.states if str(each.value) in shown] == []


def fixed(text: str) -> list[str]:
    """The parts of a sentence of the catalogue between its values."""
    return re.split(r"\{[^}]*\}|[“”:.,]", text)
