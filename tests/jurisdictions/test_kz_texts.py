"""The logs of Kazakhstan in Russian and Kazakh: nothing is missing where all is promised, and numbers are the same."""

import re
from functools import cache

import pytest

from procedure import shipped
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario
from procedure.words.texts import load_texts, texts_path
from tests.jurisdictions.test_kz_languages import LANGUAGES, digits, unsaid

LOGS = [name for name in shipped.names() if name.startswith("kz/")]
HISTORY = [name for name in LOGS if name.count("/") == 1]
TRANSLATED = [name for name in LOGS if texts_path(str(shipped.find(name)), "ru").exists()]


@cache
def log(name: str) -> Scenario:
    return load_scenario(shipped.find(name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HISTORY)
def test_every_history_log_is_told_in_full(name: str, language: str) -> None:
    scenario = log(name)
    texts = load_texts(scenario, language)

    assert texts.title and texts.about
    assert [act.id for act in scenario.acts if act.id not in texts.acts] == []


@pytest.mark.parametrize("name", TRANSLATED)
def test_what_is_told_in_one_language_is_told_in_the_other(name: str) -> None:
    russian, kazakh = (load_texts(log(name), language) for language in LANGUAGES)

    assert russian.acts.keys() == kazakh.acts.keys()
    assert russian.actors.keys() == kazakh.actors.keys()
    assert (bool(russian.title), bool(russian.about)) == (bool(kazakh.title), bool(kazakh.about)) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TRANSLATED)
def test_a_translation_says_the_same_numbers_in_letters_of_its_own(name: str, language: str) -> None:
    scenario = log(name)
    texts = load_texts(scenario, language)
    pairs = {"title": (scenario.title, texts.title), "about": (scenario.about, texts.about)}
    pairs |= {act.id: (act.what, texts.acts[act.id]) for act in scenario.acts if act.id in texts.acts}

    wrong = {
        key: (english, other)
        for key, (english, other) in pairs.items()
        if digits(english) != digits(other)
        or unsaid(english, other, language)
        or not re.search("[а-яё]", other.lower())
        or any(re.search("[A-Za-z]", word) and re.search("[\u0400-\u04ff]", word) for word in re.findall(r"\w+", other))
    }

    assert wrong == {}


def test_only_logs_have_words() -> None:
    """No file of words is left over from a log that was renamed, and none is in a language that is not spoken."""
    files = set(shipped.folder().rglob(f"{shipped.WORDS}/*.yaml"))

    assert files == {texts_path(str(shipped.find(name)), language) for name in TRANSLATED for language in LANGUAGES}
