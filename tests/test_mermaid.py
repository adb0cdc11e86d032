"""Mermaid: states, edges with citations, and text that cannot break out of its label."""

import re
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.machine import Procedure, instrument, step, under
from procedure.render.labels import clean
from procedure.render.mermaid import escaped, mermaid
from procedure.words import LANGUAGES, speaker_in, speaker_of
from tests.drawn import HOSTILE, KINDS, SPEAK, VOTE, kinds, law

LABEL = r"(?:[^\W_]|[ ,.()/\-'’?!+=–]|#\d+;|<br/>)*"
LINES = (
    r"    accTitle: " + LABEL,
    r"    s[A-Z]+ : " + LABEL,
    r"    (?:\[\*\]|s[A-Z]+) --> (?:\[\*\]|s[A-Z]+)(?: : " + LABEL + ")?",
    r"    note right of sA",
    r"        " + LABEL,
    r"    end note",
)


def shown(text: str) -> str:
    """What Mermaid makes of an escaped text."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text)


def assert_sound(drawn: str) -> None:
    """Every line is one that Mermaid knows."""
    first, *lines = drawn.splitlines()
    assert first == "stateDiagram-v2"
    for line in lines:
        assert any(re.fullmatch(form, line) for form in LINES), line


def test_a_procedure() -> None:
    drawn = mermaid(VOTE, KINDS, SPEAK)
    assert_sound(drawn)
    assert drawn.endswith("\n")
    lines = [shown(line).strip() for line in drawn.splitlines()]
    assert "[*] --> sA" in lines
    assert "sD --> [*]" in lines
    assert "sA : A. nothing is proposed" in lines
    assert "sA --> sB : proposes a bill (Const. 1)" in lines
    assert "sC --> sD : votes on the bill (declared: carried) (Const. 3; Const. 1)" in lines
    assert "sC --> sE : votes on the bill (otherwise) (Const. 3)" in lines
    assert "sC : also: debates the bill (Const. 2(1))" in lines
    assert "sA : from any other state: dissolve" in lines
    assert "sD : from A, B: votes on the bill (declared: carried) (Const. 3; Const. 1)" in lines
    assert "speaks (Const. 2(1))" in lines


class Two(Enum):
    """Two states."""

    ONE = "one"
    OTHER = "the other"


def test_acts_between_the_same_states_share_an_edge() -> None:
    procedure = Procedure("two", Two, [step("a", Two.ONE, Two.OTHER), step("b", Two.ONE, Two.OTHER)])
    drawn = mermaid(procedure, kinds(a="does <br/> this", b="does that"), SPEAK)
    assert "    sA --> sB : does #60;br/#62; this<br/>does that" in drawn.splitlines()


def test_hostile_text_stays_text() -> None:
    states = Enum("Hostile", {"ONE": HOSTILE, "OTHER": "end note\n    sA --> sB"})  # type: ignore[misc]
    one, other = states
    rows = [step("a", one, other, under(instrument("law")["1"])), step("b", other, None)]
    procedure = Procedure("hostile", states, rows, title={"en": HOSTILE})
    drawn = mermaid(procedure, kinds(a=HOSTILE, b=HOSTILE), speaker_of(law(HOSTILE, name=HOSTILE)))
    assert_sound(drawn)
    assert len([line for line in drawn.splitlines() if "-->" in line]) == 2
    assert f"sA : A. {clean(HOSTILE)}" in [shown(line).strip() for line in drawn.splitlines()]


@given(st.text())
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    assert shown(escaped(text)) == text
    assert not set(escaped(text)) & set('":<>{}[]|%*_`~$\\\n')


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_the_procedures_of_every_country(country: str, language: str) -> None:
    place = jurisdiction(country)
    speak = speaker_in(place, language)
    english = ("In any state", "also:", "from any other", "otherwise")
    for procedure in place.procedures:
        drawn = mermaid(procedure, place.vocabulary.acts, speak)
        assert_sound(drawn)
        assert len(drawn) < 50_000, "Mermaid draws no longer text"
        assert drawn == mermaid(procedure, place.vocabulary.acts, speak)
        for guard in (guard for row in procedure.steps for guard in row.guards):
            assert place.law.cite(guard.norm.id, language) in shown(drawn)
        assert language == "en" or not any(each in shown(drawn) for each in english)
        assert language == "en" or not re.search(r" : from ", shown(drawn))
        for state in procedure.states:
            assert f". {speak.state(procedure.name, state.name)}" in shown(drawn)
