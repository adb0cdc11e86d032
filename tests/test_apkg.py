"""An Anki deck is opened by SQL: what stands on the cards, that it is inert, and that the bytes are the same."""

import html
import io
import json
import re
import sqlite3
import zipfile

import pytest

from procedure.render.apkg import FIELDS, apkg
from tests.lessons import LANGUAGES, NAMES, hostile, lesson

SEED = 3
TAG = re.compile(r"<br>")


def opened(content: bytes) -> sqlite3.Connection:
    """The collection of a deck."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    return database


def notes(database: sqlite3.Connection) -> list[list[str]]:
    """The fields of each note, in the order of the cards."""
    rows = database.execute("SELECT flds FROM notes JOIN cards ON cards.nid = notes.id ORDER BY cards.due")
    return [row[0].split("\x1f") for row in rows]


def text(field: str) -> str:
    """A field as a reader sees it."""
    return html.unescape(TAG.sub("\n", field))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_question_is_a_card(name: str, language: str) -> None:
    given = lesson(name, language)
    drawn = given.drawn(SEED)
    fields = notes(opened(apkg(given, SEED)))

    assert len(fields) == len(drawn)
    for (question, choices, answer, why), each in zip(fields, drawn, strict=True):
        assert text(question) == f"{each.pool.story}\n\n{each.pool.prompt}"
        assert [line[3:] for line in text(choices).splitlines()] == [choice.text for choice in each.choices]
        assert text(answer).endswith(each.pool.right.text)
        assert all(line in text(why) for line in each.pool.explanation)


def test_the_collection_is_one_that_anki_knows() -> None:
    """Schema 11: one deck and one model, and every note and card belongs to them; ids are distinct, sums are right."""
    database = opened(apkg(lesson(NAMES[0]), SEED))
    version, models, decks = database.execute("SELECT ver, models, decks FROM col").fetchone()
    (model,) = json.loads(models).values()
    deck = next(each for each in json.loads(decks).values() if each["id"] != 1)

    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert version == 11
    assert tuple(each["name"] for each in model["flds"]) == FIELDS
    assert {row[0] for row in database.execute("SELECT mid FROM notes")} == {model["id"]}
    assert {row[0] for row in database.execute("SELECT did FROM cards")} == {deck["id"]}
    assert deck["name"] == lesson(NAMES[0]).lesson.title["en"]
    count = len(lesson(NAMES[0]).pools)
    for column in ("notes.id", "notes.guid", "cards.id", "cards.nid"):
        table = column.partition(".")[0]
        assert len(set(database.execute(f"SELECT {column} FROM {table}"))) == count


def test_hostile_text_is_inert() -> None:
    """No tag but the line break, no sound, no template, no formula, no fifth field."""
    for fields in notes(opened(apkg(hostile(), SEED))):
        assert len(fields) == len(FIELDS)
        for each in fields:
            assert "<" not in TAG.sub("", each)
            assert not re.search(r"\[|\{\{|\\[(\[]", each)


@pytest.mark.parametrize("name", NAMES[:3])
def test_the_same_bytes_each_time(name: str) -> None:
    assert apkg(lesson(name), SEED) == apkg(lesson(name), SEED)


def test_two_lessons_have_different_decks() -> None:
    """So that one does not overwrite the other, nor one language another."""
    ids = [
        opened(apkg(lesson(name, language), SEED)).execute("SELECT did FROM cards").fetchone()[0]
        for name in NAMES
        for language in LANGUAGES
    ]

    assert len(set(ids)) == len(ids)
