"""The law, acts and actors of Kazakhstan in three languages: nothing is missing, copied, or says another number."""

import re
from collections.abc import Iterator, Mapping

import pytest
from attrs import evolve

from procedure.jurisdictions import jurisdiction
from procedure.law import Instrument
from procedure.telling import law_hash

KZ = jurisdiction("kz")
INSTRUMENTS = list(KZ.law.instruments)
LANGUAGES = ("ru", "kk")

STEMS = {
    "two": ("дв", "ек"),
    "twice": ("дважды", "екі рет"),
    "three": ("тр[еёи]", "үш"),
    "third": ("трет", "үш"),
    "thirds": ("трет", "үш"),
    "four": ("четыр", "төрт"),
    "five": ("пят(?!надц|[ьи]дес)", "бес"),
    "fifth": ("пят", "бес"),
    "six": ("шест(?![ьи]дес)", "алты"),
    "seven": ("сем(?![ьи]дес)", "жет[іе]"),
    "eight": ("вос", "сегіз"),
    "nine": ("девят", "тоғыз"),
    "ten": ("десят", r"он\b"),
    "twelve": ("двенадцат", "он екі"),
    "fifteen": ("пятнадцат", "он бес"),
    "twenty": ("двадцат", "жиырма"),
    "thirty": ("тридцат", "отыз"),
    "forty": ("сорок", "қырық"),
    "sixty": ("шест[ьи]десят", "алпыс"),
    "seventy": ("сем[ьи]десят", "жетпіс"),
    "ninety": ("девяност", "тоқсан"),
    "hundred": ("ст[оа]", "жүз"),
}
"""How the number words of the English begin in Russian and in Kazakh."""

Text = tuple[str, Mapping[str, str]]


def norms(instrument: Instrument) -> Iterator[Text]:
    yield instrument.id, instrument.title
    for norm in instrument.norms:
        yield f"{norm.id}: title", norm.title
        if norm.not_encoded:
            yield f"{norm.id}: not encoded", norm.not_encoded
        if re.search("[A-Za-z]{3}", norm.cite["en"]):
            yield f"{norm.id}: cite", norm.cite
        yield from ((f"{norm.id} of {each.since}", each.says) for each in norm.versions if each.says)


def readings() -> Iterator[Text]:
    for axis in KZ.law.axes.values():
        yield axis.name, axis.question
        for answer in axis.answers:
            yield f"{axis.name}={answer.name}", answer.says
            yield f"{axis.name}={answer.name}: held by", answer.held_by
            if answer.excluded_by:
                yield f"{axis.name}={answer.name}: excluded by", answer.excluded_by


TEXTS = {
    **{each.id: list(norms(each)) for each in INSTRUMENTS},
    "readings": list(readings()),
    "acts": [(each.name, each.title) for each in KZ.vocabulary.acts.values()],
    "actors": [(each.name, each.title) for each in KZ.vocabulary.actors.values()],
}


def digits(text: str) -> list[str]:
    """The numbers of a text, however its language parts thousands and decimals."""
    whole = re.sub(r"(?<=\d)[ ,\u00a0](?=\d{3}(?!\d))", "", text)
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", whole)))


def unsaid(english: str, other: str, language: str) -> list[str]:
    """The number words of the English that the translation does not have."""
    words = re.findall(r"[a-z]+", english.lower())
    place = LANGUAGES.index(language)
    return [each for each in words if each in STEMS and not re.search(rf"\b{STEMS[each][place]}", other.lower())]


@pytest.mark.parametrize("part", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_stands_in_the_language_and_is_no_copy(part: str, language: str) -> None:
    assert TEXTS[part]
    wrong = [
        name
        for name, texts in TEXTS[part]
        if not re.search("[а-яё]", texts.get(language, "").lower()) or texts[language] == texts["en"]
    ]
    assert wrong == []


@pytest.mark.parametrize("part", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_the_same_numbers(part: str, language: str) -> None:
    wrong = {
        name: texts[language]
        for name, texts in TEXTS[part]
        if digits(texts["en"]) != digits(texts[language]) or unsaid(texts["en"], texts[language], language)
    }
    assert wrong == {}


@pytest.mark.parametrize("part", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_mixes_letters_of_two_scripts(part: str, language: str) -> None:
    words = {word for _, texts in TEXTS[part] for word in re.findall(r"\w+", texts[language])}
    mixed = {word for word in words if re.search("[A-Za-z]", word) and re.search("[\u0400-\u04ff]", word)}
    assert mixed == set()


@pytest.mark.parametrize(
    ("english", "other", "wanting"),
    [
        ("within two months", "в течение двух месяцев", []),
        ("within two months", "в течение трех месяцев", ["two"]),
        ("sixty-seven deputies", "семьдесят семь депутатов", ["sixty"]),
    ],
)
def test_a_wrong_number_word_is_noticed(english: str, other: str, wanting: list[str]) -> None:
    assert unsaid(english, other, "ru") == wanting


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("12,152,876 of 89.7", "12 152 876 от 89,7", True),
        ("2012, 2016 and 2021", "2012, 2016 және 2021", True),
        ("18 March", "19 марта", False),
    ],
)
def test_numbers_are_compared_as_each_language_writes_them(one: str, two: str, same: bool) -> None:
    assert (digits(one) == digits(two)) is same


def test_a_translation_does_not_change_the_hash_of_the_law() -> None:
    law = KZ.law
    told = law.instruments[0].norms[0]
    english = evolve(told, versions=tuple(evolve(each, says={"en": each.says["en"]}) for each in told.versions))
    other = evolve(told, versions=tuple(evolve(each, says={"en": "Something else."}) for each in told.versions))
    books = [evolve(law.instruments[0], norms=(each, *law.instruments[0].norms[1:])) for each in (english, other)]
    plain, changed = (evolve(law, instruments=(book, *law.instruments[1:])) for book in books)
    assert law_hash(plain) == law_hash(law) != law_hash(changed)
