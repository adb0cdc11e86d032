"""The questions of a lesson as a QTI 2.1 package: a manifest and an item for each question, in a zip file."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from procedure.lesson import Drawn
from procedure.lessons.play import LETTERS
from procedure.lessons.pools import Prepared
from procedure.render.zipped import zipped

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = f"{QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
ITEM_TYPE = "imsqti_item_xmlv2p1"
ANSWER = "answer"


def qti(prepared: Prepared, seed: int) -> bytes:
    """The package of one draw; the same lesson, language and draw give the same bytes."""
    title = prepared.desk.speak.of(prepared.lesson.title)
    language = prepared.desk.speak.language
    items = {f"item-{each.pool.id.replace('.', '-')}": each for each in prepared.drawn(seed)}
    files = {f"{name}.xml": _item(name, drawn, title, language) for name, drawn in items.items()}
    return zipped({"imsmanifest.xml": _manifest(list(items)), **files})


def _manifest(names: Sequence[str]) -> bytes:
    root = ET.Element("manifest", {"xmlns": PACKAGE, "identifier": "lesson"})
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    for name in names:
        where = {"identifier": f"resource-{name}", "type": ITEM_TYPE, "href": f"{name}.xml"}
        ET.SubElement(ET.SubElement(resources, "resource", where), "file", {"href": f"{name}.xml"})
    return _written(root)


def _item(name: str, drawn: Drawn, title: str, language: str) -> bytes:
    pool = drawn.pool
    root = ET.Element(
        "assessmentItem",
        {
            "xmlns": QTI,
            "xmlns:xsi": INSTANCE,
            "xsi:schemaLocation": SCHEMA,
            "identifier": name,
            "title": _clean(f"{pool.id} {title}"),
            "adaptive": "false",
            "timeDependent": "false",
            "xml:lang": language,
        },
    )
    kind = "string" if pool.free else "identifier"
    response = ET.SubElement(
        root, "responseDeclaration", {"identifier": "RESPONSE", "cardinality": "single", "baseType": kind}
    )
    if not pool.free:
        ET.SubElement(ET.SubElement(response, "correctResponse"), "value").text = _id(drawn.right)
    for outcome, base in (("SCORE", "float"), ("FEEDBACK", "identifier")):
        ET.SubElement(root, "outcomeDeclaration", {"identifier": outcome, "cardinality": "single", "baseType": base})
    body = ET.SubElement(root, "itemBody")
    _paragraphs(body, [pool.story])
    if pool.free:
        interaction = ET.SubElement(body, "extendedTextInteraction", {"responseIdentifier": "RESPONSE"})
    else:
        how = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": "1"}
        interaction = ET.SubElement(body, "choiceInteraction", how)
    ET.SubElement(interaction, "prompt").text = _clean(pool.prompt)
    for spot, choice in enumerate(drawn.choices):
        ET.SubElement(interaction, "simpleChoice", {"identifier": _id(spot)}).text = _clean(choice.text)
    _processing(root, drawn)
    _feedback(root, drawn)
    return _written(root)


def _id(spot: int) -> str:
    return f"choice_{LETTERS[spot]}"


def _processing(root: ET.Element, drawn: Drawn) -> None:
    """One point for the right choice; the feedback that goes with the choice, or with any answer in own words."""
    processing = ET.SubElement(root, "responseProcessing")
    if drawn.pool.free:
        shown = ET.SubElement(processing, "setOutcomeValue", {"identifier": "FEEDBACK"})
        ET.SubElement(shown, "baseValue", {"baseType": "identifier"}).text = ANSWER
        return
    matched = ET.SubElement(ET.SubElement(processing, "responseCondition"), "responseIf")
    match = ET.SubElement(matched, "match")
    ET.SubElement(match, "variable", {"identifier": "RESPONSE"})
    ET.SubElement(match, "correct", {"identifier": "RESPONSE"})
    scored = ET.SubElement(matched, "setOutcomeValue", {"identifier": "SCORE"})
    ET.SubElement(scored, "baseValue", {"baseType": "float"}).text = "1"
    shown = ET.SubElement(processing, "setOutcomeValue", {"identifier": "FEEDBACK"})
    ET.SubElement(shown, "variable", {"identifier": "RESPONSE"})


def _feedback(root: ET.Element, drawn: Drawn) -> None:
    pool = drawn.pool
    told = {ANSWER: [pool.right.text, *pool.explanation]} if pool.free else {}
    for spot, choice in enumerate(drawn.choices):
        told[_id(spot)] = [*([choice.why] if choice.why else []), *pool.explanation]
    for identifier, lines in told.items():
        shown = {"outcomeIdentifier": "FEEDBACK", "identifier": identifier, "showHide": "show"}
        _paragraphs(ET.SubElement(root, "modalFeedback", shown), lines)


def _paragraphs(parent: ET.Element, lines: Sequence[str]) -> None:
    for line in lines:
        ET.SubElement(parent, "p").text = _clean(line)


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return "".join(each if each in "\t\n\r" or _held(ord(each)) else "\ufffd" for each in text)


def _held(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
