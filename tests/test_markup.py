"""Markup from values: escaped once, quoted, well-formed."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from procedure.render.html.markup import Html, el, isolated, join
from procedure.render.html.matter import anchor


@given(st.text(), st.text())
def test_any_text_is_text(inside: str, value: str) -> None:
    root = ET.fromstring(el("p", inside, el("b", inside), title=value))
    assert len(root) == 1 and set(root.attrib) == {"title"}


def test_markup_is_not_escaped_again_and_what_is_made_of_it_is() -> None:
    bold = el("b", "a < b")
    assert el("p", bold) == "<p><b>a &lt; b</b></p>"
    assert el("p", bold + "!") == "<p>&lt;b&gt;a &amp;lt; b&lt;/b&gt;!</p>"
    assert join("a", [bold, None, 3]) == "a<b>a &lt; b</b>3"
    assert isinstance(join("<"), Html) and join("<") == "&lt;"


def test_attributes_are_named_and_left_out() -> None:
    made = el("a", "x", class_="k", aria_label='"', tabindex=-1, href=None, hidden=False, open=True, x=1.25)
    assert made == '<a class="k" aria-label="&quot;" tabindex="-1" open="open" x="1.2">x</a>'
    assert el("path", d="M0 0") == '<path d="M0 0"/>'


@given(st.lists(st.text(), unique=True, max_size=8))
def test_no_two_acts_have_one_address(names: list[str]) -> None:
    addresses = {anchor("act", name) for name in names}
    assert len(addresses) == len(names)
    assert all(each.isascii() and not set(each) & set(" \t\n\"'<>&#%") for each in addresses)


def test_letters_that_run_leftward_are_kept_apart() -> None:
    assert isolated("Däulet Turlyhanov, Қ") == "Däulet Turlyhanov, Қ"
    assert isolated("בית הנבחרים 3") == "<bdi>בית הנבחרים 3</bdi>"
