"""The catalogues: every language has every sentence, fills it with the same values, and writes numbers its own way."""

import string
from importlib import resources

import pytest

from procedure.verdict import say
from procedure.words.catalogue import LANGUAGES, catalogue, joined
from procedure.words.sentences import WAYS
from procedure.words.speaker import Speaker

OTHERS = [language for language in LANGUAGES if language != "en"]
WRITTEN_OTHERWISE = {"anchor.unsure": {"why"}}
"""The values that a language may leave out, because they are told in English by the exception that raised them."""


def values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there(language: str) -> None:
    assert catalogue(language).sentences.keys() == catalogue("en").sentences.keys()


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_take_the_same_values(language: str) -> None:
    english = catalogue("en").sentences
    for key, sentence in catalogue(language).sentences.items():
        assert values(sentence) | WRITTEN_OTHERWISE.get(key, set()) == values(english[key]), key


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_left_in_english(language: str) -> None:
    """A sentence with words of its own, beyond the values that it takes, differs from the English one."""
    english = catalogue("en").sentences
    for key, sentence in catalogue(language).sentences.items():
        fixed = "".join(text for text, *_ in string.Formatter().parse(english[key]))
        if sum(letter.isalpha() for letter in fixed) > 3:
            assert sentence != english[key], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_specs_of_sentences_exist(language: str) -> None:
    """Each value is written by a way that is known, or by a noun that is counted."""
    words = catalogue(language)
    for key, sentence in words.sentences.items():
        for _, name, spec, _ in string.Formatter().parse(sentence):
            assert name is None or spec in WAYS or spec in words.counted, f"{key}: {spec}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_noun_is_not_also_a_way_of_writing(language: str) -> None:
    assert not set(WAYS) & set(catalogue(language).counted)


@pytest.mark.parametrize("language", OTHERS)
def test_nouns_are_counted_in_every_form(language: str) -> None:
    words = catalogue(language)
    assert catalogue("en").counted.keys() <= words.counted.keys()
    forms = {words.plural(number) for number in range(200)}
    assert all(len(set(range(len(each)))) > max(forms) for each in words.counted.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_rooms_of_a_language_are_the_same(language: str) -> None:
    """Beside the help of the command line, which stands in English where the commands do."""

    def rooms(code: str) -> set[str]:
        folder = resources.files(f"procedure.words.{code}")
        return {each.name for each in folder.iterdir() if each.name.endswith(".py")}

    assert rooms(language) - {"help.py"} == rooms("en")


def test_two_sentences_of_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="one key: a"):
        joined({"a": "x"}, {"a": "y"})


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1 голос"), (2, "2 голоса"), (5, "5 голосов"), (11, "11 голосов"), (21, "21 голос")]
)
def test_russian_counts(number: int, told: str) -> None:
    assert Speaker("ru", catalogue("ru")).counted(number, "votes") == told


def test_dates_and_numbers() -> None:
    speak = {language: Speaker(language, catalogue(language)) for language in LANGUAGES}
    told = {language: each.moment("2023-03-19T18:00+06:00") for language, each in speak.items()}
    assert told == {
        "en": "19 March 2023, 18:00",
        "ru": "19 марта 2023 года, 18:00",
        "kk": "2023 жылғы 19 наурыз, 18:00",
    }
    assert {each.number(6354092) for each in speak.values()} == {"6,354,092", "6\u00a0354\u00a0092"}
    assert speak["ru"].decimal("53.90") == "53,90"
    assert [each.decimal("86,546.65") for each in speak.values()] == ["86,546.65", "86\u00a0546,65", "86\u00a0546,65"]
    end = "2023-03-19T23:59:59.999999+06:00"
    assert speak["ru"].moment(end) == speak["ru"].date(end) + ", 24:00"


def test_a_phrase_in_three_languages() -> None:
    phrase = say("margin.votes_short", votes=1)
    told = [Speaker(language, catalogue(language)).say(phrase) for language in ("en", "ru", "kk")]
    assert told == ["1 vote short of what is needed", "не хватает: 1 голос", "1 дауыс жетпейді"]
