"""Pages for tests: written from shipped logs and from a hostile one, and taken apart again."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from attrs import evolve

from procedure import shipped
from procedure.judge import replay
from procedure.render.html.matter import Matter
from procedure.scenario_files import load_scenario
from tests.logs import DISSOLUTION, SOURCES, log

CYCLE = "ruritania/good/whole-cycle"
HISTORY = "kz/2023-snap-election"
REFUSED = "kz/hypothetical/prime-minister-appointed-without-consent"
SWEPT = "kz/edges/election-days-after-the-dissolution-of-2023"
SPACE = "{http://www.w3.org/2000/svg}"
SCRIPT = "<script>alert(1)</script> \"><img src=x onerror='alert(2)'> &amp; =1+1 ]]> --> </style></svg>"


@cache
def matter(name: str, language: str = "en") -> Matter:
    """A shipped scenario with its report, in a language."""
    case = load_scenario(shipped.find(name))
    return Matter.of(case, replay(case), language)


def hostile() -> Matter:
    """A log whose every text is hostile; marks that turn the direction are put in where no file may hold them."""
    said = SCRIPT.replace("'", "''")
    acts = (
        DISSOLUTION + f"  - {{act: hold_parade, id: 'x\"><b>', date: 2030-03-02, what: '{said}', sources: [bad]}}\n"
        '  - {act: open_poll, id: poll, date: 2030-04-10, time: "07:00", by: Election Office}\n'
        '  - {act: close_poll, date: 2030-04-10, time: "20:30", by: Election Office}\n'
        "  - act: establish_results\n    date: 2030-04-13\n    by: Election Office\n    facts:\n"
        "      voted: 1010000\n      valid: 1000000\n      invalid: 10000\n"
        f"      votes: {{'{said}': 480000, Reds: 520000}}\n    sources: [bad]\n"
        "    claims:\n"
        f"      - {{valid: 1000000, sources: [bad]}}\n      - {{valid: 900000, sources: [wiki]}}\n"
        "  - act: share_seats\n    date: 2030-04-13\n    by: Election Office\n"
        f"    facts: {{seats: {{'{said}': 29, Reds: 31}}}}\n"
    )
    head = f"{SOURCES}  bad: {{title: '{said}', publisher: '{said}', standing: primary, url: 'javascript:alert(3)'}}\n"
    case = log(acts, f"about: '{said}'\ncomplete: [declare_siege]\n{head}", "2030-05-01")
    case = evolve(case, title=f"\u202e{SCRIPT}")
    case = evolve(
        case, acts=tuple(evolve(each, what=f"\u202e\u2066{each.what}\x00\ud800") for each in case.acts), kind="history"
    )
    return Matter.of(case, replay(case))


def tree(text: str) -> ET.Element:
    """A page as XML."""
    return ET.fromstring(text.partition("\n")[2])


class Words(HTMLParser):
    """The elements of a page as they open, with their attributes, and its text, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"<{tag} {attrs}>")

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def words(text: str) -> list[str]:
    """What a reader of HTML finds in a page: elements and text, text between two elements as one."""
    parser = Words()
    parser.feed(text)
    parser.close()
    joined: list[str] = []
    for each in parser.found:
        if joined and not each.startswith("<") and not joined[-1].startswith("<"):
            joined[-1] += each
        else:
            joined.append(each)
    return joined


def elements(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """The elements of a name, those of pictures included."""
    return (each for each in root.iter() if each.tag.removeprefix(SPACE) == name)
