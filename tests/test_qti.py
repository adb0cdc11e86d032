"""QTI 2.1: a package whose manifest names its items, and items that keep to the schema and say what was asked."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from procedure.render.qti import qti
from tests.lessons import HELD, LANGUAGES, NAMES, hostile, lesson
from tests.qti_schema import ITEM, MANIFEST, PACKAGE, QTI, faults

SEED = 3
Q = f"{{{QTI}}}"


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_file_keeps_to_the_schema(name: str, language: str) -> None:
    files = unpacked(qti(lesson(name, language), SEED))

    assert faults(files.pop("imsmanifest.xml"), MANIFEST, PACKAGE) == []
    assert len(files) == len(lesson(name).pools)
    for content in files.values():
        assert faults(content, ITEM, QTI) == []


def test_the_schema_notices_faults() -> None:
    """The one that the tests use is no rubber stamp."""
    files = unpacked(qti(lesson(NAMES[0]), SEED))
    item = next(content for name, content in files.items() if name != "imsmanifest.xml")

    for old, new in (
        (b"simpleChoice", b"choice"),
        (b'adaptive="false"', b""),
        (b'showHide="show"', b'showHide="yes"'),
        (b"<itemBody>", b"<itemBody>words"),
        (b'identifier="choice_a"', b'identifier="1 a"'),
    ):
        assert old in item and faults(item.replace(old, new), ITEM, QTI)


def test_the_manifest_names_every_item() -> None:
    files = unpacked(qti(lesson(NAMES[0]), SEED))
    root = ET.fromstring(files.pop("imsmanifest.xml"))
    named = [each.attrib["href"] for each in root.iter(f"{{{PACKAGE}}}resource")]

    assert sorted(named) == sorted(files)
    assert [each.attrib["href"] for each in root.iter(f"{{{PACKAGE}}}file")] == named


@pytest.mark.parametrize("name", NAMES)
def test_an_item_says_what_was_asked(name: str) -> None:
    files = unpacked(qti(lesson(name), SEED))
    for drawn in lesson(name).drawn(SEED):
        root = ET.fromstring(files[f"item-{drawn.pool.id.replace('.', '-')}.xml"])
        body = root.find(f"{Q}itemBody")
        assert body is not None
        told = {each.attrib["identifier"]: "\n".join(each.itertext()) for each in root.iter(f"{Q}modalFeedback")}
        assert body.findtext(f"{Q}p") == drawn.pool.story
        assert next(body.iter(f"{Q}prompt")).text == drawn.pool.prompt
        if drawn.pool.free:
            assert drawn.pool.right.text in told["answer"]
            continue
        choices = {each.attrib["identifier"]: each.text for each in body.iter(f"{Q}simpleChoice")}
        assert list(choices.values()) == [each.text for each in drawn.choices]
        assert choices[root.findtext(f".//{Q}value") or ""] == drawn.pool.right.text
        assert told.keys() == choices.keys()
        for (_, feedback), choice in zip(told.items(), drawn.choices, strict=True):
            assert choice.why in feedback
            assert all(line in feedback for line in drawn.pool.explanation)


def test_hostile_text_is_only_text() -> None:
    files = unpacked(qti(hostile(), SEED))
    items = [content for name, content in files.items() if name != "imsmanifest.xml"]

    for content in items:
        assert faults(content, ITEM, QTI) == []
        assert ET.fromstring(content).findtext(f".//{Q}prompt") == HELD


def test_what_xml_cannot_hold_is_replaced() -> None:
    from procedure.render.qti import _clean

    assert _clean("a\x00b\x0bc\ud800d\ufffee\tf") == "a\ufffdb\ufffdc\ufffdd\ufffde\tf"


@pytest.mark.parametrize("name", NAMES[:3])
def test_the_same_bytes_each_time(name: str) -> None:
    assert qti(lesson(name), SEED) == qti(lesson(name), SEED)
