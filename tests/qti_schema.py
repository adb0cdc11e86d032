"""The parts of the QTI 2.1 and content packaging schemas that the library writes: elements, order, attributes, types.

The official XSD files are published at imsglobal.org and cannot be fetched in a test; this follows their structure.
"""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from attrs import field, frozen

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
XML = "http://www.w3.org/XML/1998/namespace"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

Check = Callable[[str], bool]


def _identifier(text: str) -> bool:
    return IDENTIFIER.fullmatch(text) is not None


def _one_of(*words: str) -> Check:
    return lambda text: text in words


def _some(text: str) -> bool:
    return bool(text.strip())


def _number(text: str) -> bool:
    return text.isdigit()


@frozen
class Element:
    """What an element may hold: children as a regular expression over their names, attributes, and whether text."""

    children: str = ""
    required: Mapping[str, Check] = field(factory=dict)
    optional: Mapping[str, Check] = field(factory=dict)
    text: Check | None = None


_DECLARED: Mapping[str, Check] = {
    "identifier": _identifier,
    "cardinality": _one_of("single", "multiple", "ordered", "record"),
    "baseType": _one_of("identifier", "boolean", "integer", "float", "string", "point", "pair", "duration"),
}

ITEM: Mapping[str, Element] = {
    "assessmentItem": Element(
        "(responseDeclaration )*(outcomeDeclaration )*(itemBody )?(responseProcessing )?(modalFeedback )*",
        {
            "identifier": _identifier,
            "title": lambda text: True,
            "adaptive": _one_of("true", "false"),
            "timeDependent": _one_of("true", "false"),
        },
        {f"{{{XML}}}lang": _some, f"{{{INSTANCE}}}schemaLocation": _some},
    ),
    "responseDeclaration": Element("(correctResponse )?", _DECLARED),
    "correctResponse": Element("(value )+"),
    "value": Element(text=_some),
    "outcomeDeclaration": Element("", _DECLARED),
    "itemBody": Element("((p|choiceInteraction|extendedTextInteraction) )*"),
    "p": Element(text=_some),
    "choiceInteraction": Element(
        "(prompt )?(simpleChoice )+",
        {"responseIdentifier": _identifier, "shuffle": _one_of("true", "false"), "maxChoices": _number},
    ),
    "extendedTextInteraction": Element("(prompt )?", {"responseIdentifier": _identifier}),
    "prompt": Element(text=_some),
    "simpleChoice": Element("", {"identifier": _identifier}, text=_some),
    "responseProcessing": Element("((responseCondition|setOutcomeValue) )*"),
    "responseCondition": Element("responseIf "),
    "responseIf": Element("match (setOutcomeValue )*"),
    "match": Element("(variable|correct|baseValue) (variable|correct|baseValue) "),
    "variable": Element("", {"identifier": _identifier}),
    "correct": Element("", {"identifier": _identifier}),
    "setOutcomeValue": Element("(variable|baseValue) ", {"identifier": _identifier}),
    "baseValue": Element("", {"baseType": _DECLARED["baseType"]}, text=_some),
    "modalFeedback": Element(
        "(p )*",
        {"outcomeIdentifier": _identifier, "identifier": _identifier, "showHide": _one_of("show", "hide")},
    ),
}

MANIFEST: Mapping[str, Element] = {
    "manifest": Element("metadata organizations resources ", {"identifier": _identifier}),
    "metadata": Element("schema schemaversion "),
    "schema": Element(text=_one_of("QTIv2.1 Package")),
    "schemaversion": Element(text=_one_of("1.0.0")),
    "organizations": Element(),
    "resources": Element("(resource )*"),
    "resource": Element("(file )+", {"identifier": _identifier, "type": _some, "href": _some}),
    "file": Element("", {"href": _some}),
}


def faults(content: bytes, schema: Mapping[str, Element], space: str) -> list[str]:
    """What a document has that the schema does not allow."""
    root = ET.fromstring(content)
    found = [] if _name(root, space) == next(iter(schema)) else [f"the root is {root.tag}"]
    for element in root.iter():
        found += _element(element, schema, space)
    return found


def _name(element: ET.Element, space: str) -> str:
    return element.tag.removeprefix(f"{{{space}}}")


def _element(element: ET.Element, schema: Mapping[str, Element], space: str) -> list[str]:
    name = _name(element, space)
    if name not in schema:
        return [f"unknown element {element.tag}"]
    allowed, found = schema[name], []
    children = "".join(f"{_name(child, space)} " for child in element)
    if not re.fullmatch(allowed.children or "", children):
        found.append(f"{name}: {children}is not {allowed.children}")
    for key, check in allowed.required.items():
        if key not in element.attrib or not check(element.attrib[key]):
            found.append(f"{name}: {key}={element.attrib.get(key)!r}")
    for key, value in element.attrib.items():
        if key not in allowed.required and not (key in allowed.optional and allowed.optional[key](value)):
            found.append(f"{name}: {key} may not stand here")
    text = element.text or ""
    if allowed.text is None and text.strip():
        found.append(f"{name}: text may not stand here")
    if allowed.text is not None and not allowed.text(text):
        found.append(f"{name}: {text!r} may not stand here")
    return found
