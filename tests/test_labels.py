"""Labels: numbers, branches, citations; text that is clean, measured and wrapped."""

import xml.etree.ElementTree as ET
from html import escape

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from procedure.render.labels import clean, heading, labels, letter, letters, sentence, width, wrap
from procedure.words import speaker_of
from procedure.words.names import Names
from tests.drawn import KINDS, LAW, SPEAK, VOTE, Vote

DEJAVU = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіТЖШЩЮС№ ,",
        (
            *(
                61,
                62,
                59,
                53,
                69,
                62,
                62,
                90,
                53,
                65,
                65,
                60,
                64,
                75,
                65,
                61,
                65,
                63,
                55,
                58,
                59,
                85,
                59,
                68,
                59,
                92,
                94,
            ),
            *(71, 79, 59, 55, 84, 60, 62, 59, 60, 66, 61, 59, 59, 63, 28, 61, 108, 107, 109, 108, 70, 104, 32, 32),
        ),
        strict=True,
    )
)


def test_labels_number_acts_and_cite_their_norms() -> None:
    found = labels(VOTE, KINDS, SPEAK)
    assert [(each.number, each.text, each.citations) for each in found] == [
        (1, "proposes a bill", "Const. 1"),
        (2, "debates the bill", "Const. 2(1)"),
        (2, "debates the bill", "Const. 2(1)"),
        (3, "votes on the bill (declared: carried)", "Const. 3; Const. 1"),
        (4, "votes on the bill (otherwise)", "Const. 3"),
        (5, "withdraws it", ""),
        (7, "speaks", "Const. 2(1)"),
        (6, "dissolve", ""),
    ]


def test_labels_speak_the_language_asked_for() -> None:
    russian, kazakh = speaker_of(LAW, "ru"), speaker_of(LAW, "kk")
    assert labels(VOTE, KINDS, russian)[0].title == "proposes a bill (ru)"
    assert labels(VOTE, KINDS, kazakh)[0].title == "proposes a bill"
    assert heading(VOTE, russian) == "Голосование"


def test_a_state_is_told_as_the_data_have_it_for_its_own_procedure() -> None:
    names = Names(states={"vote": {"NONE": "ничего не внесено"}, "other": {"PASSED": "иное"}})
    speak = evolve(speaker_of(LAW, "ru"), names=names)
    assert [sentence(VOTE, each, speak) for each in (Vote.NONE, Vote.PASSED)] == [
        "ничего не внесено",
        "the bill is passed",
    ]


@pytest.mark.parametrize("text", ["Төрағаның орынбасары", "Жоғарғы Сот төрағасы", "щёлочь, цифры, дом", "ЖШЩЮ", "№"])
def test_cyrillic_is_as_wide_as_a_broad_face_has_it(text: str) -> None:
    """By the widths of DejaVu Sans, a broad face, in hundredths of the size."""
    assert width(text, 100) >= 0.97 * sum(DEJAVU[letter] for letter in text)


@given(st.text())
def test_clean_text_is_accepted_by_any_reader_of_xml(text: str) -> None:
    shown = clean(text)
    assert ET.fromstring(f"<t>{escape(shown)}</t>").text == (shown or None)
    assert clean(shown) == shown
    assert "\n" not in shown and not shown.startswith(" ") and "\u202e" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Мәжіліс  сайлау", "Мәжіліс сайлау"),
        ("a\nb\tc\u2028d\u00a0e", "a b c d e"),
        ("a\x00b\x1bc\ufffe", "abc"),
        ("abc\u202edef\u200f", "abc\ufffddef\ufffd"),
        ("👩\u200d⚖️", "👩\u200d⚖️"),
        ("\x07", ""),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(20, 300), st.booleans())
def test_wrapped_lines_keep_the_words_and_the_limit(text: str, limit: int, bold: bool) -> None:
    text = clean(text)
    lines = wrap(text, limit, 12, bold)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 12, bold) <= limit or len(line) == 1 for line in lines)


def test_words_are_cut_only_where_they_must_be() -> None:
    assert wrap("elects the chair", 60, 12) == ("elects", "the chair")
    assert wrap("", 60, 12) == ()
    assert len(wrap("x" * 100, 60, 12)) > 5


def test_letters() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
    assert letters([0]) == "A"
    assert letters([3, 0, 1, 2, 6, 8, 9]) == "A–D, G, I, J"
