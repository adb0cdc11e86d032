"""The page: well-formed, whole, inert, accessible as far as a parser can see, the same each time, and not too large."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from time import process_time

import pytest

from procedure.outcomes import Outcome
from procedure.render.html.document import page, slim, whole
from procedure.render.html.matter import anchor
from procedure.words.catalogue import LANGUAGES
from tests.pages import CYCLE, HISTORY, REFUSED, SWEPT, elements, hostile, matter, tree, words
from tests.test_svg import contrast

PAGES = (CYCLE, HISTORY, REFUSED, SWEPT)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_its_addresses_are_unique(name: str) -> None:
    root = tree(whole(matter(name)))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.get("href") or "" for each in root.iter() if each.get("href")]
    assert {each[1:] for each in links if each.startswith("#")} <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_left_out_of_a_page_is_not_missed(name: str) -> None:
    """A reader of HTML finds the same elements and the same text with and without the quotes and end tags."""
    text = whole(matter(name))
    assert words(slim(text)) == words(text)
    assert len(slim(text)) < len(text)


@pytest.mark.parametrize("name", PAGES)
def test_every_act_has_its_address_and_leads_to_itself(name: str) -> None:
    root = tree(whole(matter(name)))
    items = {each.get("id"): each for each in elements(root, "li")}
    for verdict in matter(name).report.verdicts:
        item = items[anchor("act", verdict.act)]
        assert item[0].get("href") == f"#{item.get('id')}"
        folded = list(elements(item, "details"))
        assert len(folded) == 1 or verdict.outcome is Outcome.CONTEXT
        if verdict.outcome is Outcome.UNLAWFUL:
            assert folded[0].get("open")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_runs_nothing(name: str) -> None:
    root = tree(page_of := whole(matter(name)))
    assert not list(elements(root, "script"))
    for each in root.iter():
        assert not any(key.startswith("on") or key in ("src", "style", "action") for key in each.attrib)
        target = each.get("href")
        if each.tag == "link":
            assert target == "data:,"
        elif target is not None:
            assert target.startswith(("#", "https://", "http://"))
            assert each.tag.endswith("a")
    style = next(elements(root, "style")).text or ""
    assert "url(" not in style and "@import" not in style
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in page_of


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_walked_without_eyes(name: str) -> None:
    root = tree(whole(matter(name)))
    assert root.get("lang") == "en"
    body = next(elements(root, "body"))
    assert [each.tag for each in body] == ["a", "header", "main", "footer"]
    assert body[0].get("href") == "#answer"
    levels = [int(each.tag[1]) for each in root.iter() if re.fullmatch("h[1-6]", each.tag)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = {each.get("id") for each in root.iter()}
    for each in elements(root, "table"):
        assert each[0].tag == "caption" and "".join(each[0].itertext()).strip()
        assert all(head.get("scope") in ("col", "row") for head in elements(each, "th"))
    for each in elements(root, "svg"):
        assert each[0].tag.endswith("title") and each[0].text
        assert each.get("role") in ("img", "group")
        assert set((each.get("aria-labelledby") or "").split()) <= ids
    for each in elements(root, "div"):
        if each.get("class") == "wide":
            assert each.get("tabindex") == "0" and each.get("role") == "group"
            assert each.get("aria-label") or each.get("aria-labelledby") in ids


def test_the_same_report_is_the_same_page() -> None:
    assert page(matter(CYCLE)) == page(matter(CYCLE))
    assert page(matter.__wrapped__(CYCLE)) == page(matter(CYCLE))


def test_the_page_of_2023_is_small_and_quick() -> None:
    case = matter(HISTORY)
    start = process_time()
    text = page(case)
    assert process_time() - start < 2
    assert len(text.encode()) < 400_000


def test_the_answer_names_what_broke_the_law_and_the_way_out() -> None:
    section = next(each for each in elements(tree(whole(matter(REFUSED))), "section") if each.get("id") == "answer")
    said = " ".join("".join(section.itertext()).split())
    assert "whichever source is right: 1 act." in said
    assert "Const. 44(3)" in said and "Would be lawful: after" in said


def test_hostile_text_is_text() -> None:
    text = whole(hostile())
    root = tree(text)
    assert not list(elements(root, "script")) and not list(elements(root, "img"))
    said = "".join(root.itertext())
    assert said.count("<script>alert(1)</script>") >= 6
    assert "=1+1" in said and "&amp;" in said
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\ud800")
    assert "\ufffd" in text
    assert not any((each.get("href") or "").startswith("javascript:") for each in root.iter())
    assert words(slim(text)) == words(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_its_language(language: str) -> None:
    told = matter(HISTORY, language)
    text = whole(told)
    root = tree(text)
    assert root.get("lang") == language
    heads = ["".join(each.itertext()) for each in elements(root, "h2")]
    assert told.tell("acts") in heads and told.tell("norms") in heads
    if language != "en":
        assert set("қғңөұүәі" if language == "kk" else "щыэюя") <= set(text)
        head = next(elements(root, "h1"))
        translated = told.speak.heading(told.report) != told.report.scenario
        assert head.get("lang") == (None if translated else "en")


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_words_stand_out_from_the_paper(theme: str) -> None:
    style = next(elements(tree(whole(matter(CYCLE))), "style")).text or ""
    light, _, rest = style.partition("@media (prefers-color-scheme:dark)")
    blocks = {"light": light, "dark": rest.partition("}}")[0], "print": style.partition("@media print")[2]}
    tones = dict(re.findall(r"--(\w+):(#\w+)", light))
    tones |= dict(re.findall(r"--(\w+):(#\w+)", blocks[theme]))
    tones = {
        name: tone if len(tone) == 7 else "#" + "".join(2 * each for each in tone[1:]) for name, tone in tones.items()
    }
    words_ = ("ink", "soft", "accent", "lawful", "unlawful", "contested", "undetermined", "irregular")
    for ground in ("paper", "shade", "gap"):
        for word in words_ if ground != "gap" else ("ink", "soft"):
            assert contrast(tones[word], tones[ground]) >= 4.5, (theme, word, ground)
    for band in ("s0", "s1", "t0", "t1", "t2", "t3", "t4"):
        assert contrast(tones["ink"], tones[band]) >= 4.5, (theme, band)


def test_the_page_prints_what_is_folded() -> None:
    style = next(elements(tree(whole(matter(CYCLE))), "style")).text or ""
    printed = style.partition("@media print")[2]
    assert "details:not([open])::details-content{content-visibility:visible" in printed
    assert "@page{size:A4" in printed
