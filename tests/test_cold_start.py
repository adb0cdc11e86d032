"""What a command imports, and how its values and its lines are made: as attrs and textwrap would make them."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.render.page import Page, wrap
from procedure.values import frozen

READERS = (
    "yaml_text",
    "reader",
    "forms",
    "law_files",
    "vocabulary_files",
    "scenario_reader",
    "amend",
    "lesson",
    "sweep",
)


def modules(cache: Path, *arguments: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    told = "import sys; from procedure.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, "PROCEDURE_CACHE": str(cache)}
    command = [sys.executable, "-c", told, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=60)
    return set(done.stderr.split())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_replay_of_what_is_compiled_imports_no_reader(tmp_path: Path, language: str) -> None:
    """The first replay reads YAML; the second finds everything compiled, and is the same."""
    log = ("replay", "ruritania/good/whole-cycle", "--lang", language)
    first, second = modules(tmp_path, *log), modules(tmp_path, *log)
    unneeded = {"ruamel.yaml", "cattrs", "icalendar", "structlog", *(f"procedure.{name}" for name in READERS)}

    assert {"ruamel.yaml", "procedure.reader"} <= first
    assert second & unneeded == set()
    assert "procedure.judge" in second


@attrs.frozen
class Theirs:
    """As attrs makes it."""

    first: int
    second: tuple[str, ...] = ()


@frozen
class Ours:
    """The same."""

    first: int
    second: tuple[str, ...] = ()


@frozen
class Other(Ours):
    """Another class with the same fields."""


@frozen
class Empty:
    """No fields."""


@frozen(eq=False)
class Itself:
    """Equal to itself only."""

    first: int


NUMBERS = st.integers(0, 2)
WORDS = st.lists(st.sampled_from("ab"), max_size=2).map(tuple)


@given(NUMBERS, WORDS, NUMBERS, WORDS)
def test_values_are_those_of_attrs(first: int, second: tuple[str, ...], one: int, two: tuple[str, ...]) -> None:
    """Equal where their fields are, of one hash where they are equal, and shown as attrs shows them."""
    ours, theirs = Ours(first, second), Theirs(first, second)

    assert (ours == Ours(one, two)) is (theirs == Theirs(one, two)) is ((first, second) == (one, two))
    assert (ours != Ours(one, two)) is (theirs != Theirs(one, two))
    assert hash(ours) == hash(Ours(first, second))
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")


def test_a_value_is_frozen_and_of_its_class() -> None:
    """A value does not change, and is equal to none of another class."""
    value = Ours(1)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.first = 2  # type: ignore[misc]

    assert value != Other(1)
    assert value != (1, ())
    assert attrs.evolve(value, first=2) == Ours(2)
    assert {Empty(), Empty()} == {Empty()}
    assert len({Itself(1), Itself(1)}) == 2


@given(
    st.text(st.sampled_from("ab Ж—-\u00a0,.\t\n"), max_size=160),
    st.sampled_from((20, 40, 60)),
    st.sampled_from((0, 5, 30)),
    st.sampled_from(("", "✓ ")),
)
def test_lines_break_as_textwrap_breaks_them(text: str, width: int, indent: int, first: str) -> None:
    """Whatever is between the spaces: hyphens, dashes, words longer than a line."""
    start, rest = " " * indent + first, " " * (indent + len(first))
    told = textwrap.wrap(
        " ".join(text.split()), max(width, len(start) + 24), initial_indent=start, subsequent_indent=rest
    )

    assert wrap(text, Page(width), indent, first) == (told or [start])
