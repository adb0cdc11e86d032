"""What the data of each country call things, in each language: nothing is missing, and no name is left over."""

import pytest

from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.words.catalogue import LANGUAGES
from procedure.words.names import Names, load_names

OTHERS = [language for language in LANGUAGES if language != "en"]
BOTH = [(country, language) for country in COUNTRIES for language in OTHERS]


@pytest.mark.parametrize(("country", "language"), BOTH)
def test_every_act_machine_and_state_has_a_name(country: str, language: str) -> None:
    place, names = jurisdiction(country), load_names(jurisdiction(country).folder, language)
    assert names.acts.keys() == place.vocabulary.acts.keys()
    assert names.procedures.keys() == {each.name for each in place.procedures}
    assert {name: set(states) for name, states in names.states.items()} == {
        each.name: {state.name for state in each.states} for each in place.procedures
    }
    assert names.cases.keys() >= {each.per for each in place.procedures if each.per}


@pytest.mark.parametrize(("country", "language"), BOTH)
def test_every_fact_word_and_term_has_a_name(country: str, language: str) -> None:
    place, names = jurisdiction(country), load_names(jurisdiction(country).folder, language)
    kinds = place.vocabulary.acts.values()
    facts = {fact for kind in kinds for fact in kind.facts} | set(place.vocabulary.given)
    words = {word for kind in kinds for fact in kind.facts.values() for word in fact.words}
    actors = set(place.vocabulary.actors)
    terms = {term for norm in place.law.norms.values() for version in norm.versions for term in version.terms}
    assert facts - names.facts.keys() == set()
    assert words - names.words.keys() - actors == set()
    assert terms - names.terms.keys() == set()


@pytest.mark.parametrize(("country", "language"), BOTH)
def test_every_open_question_and_answer_has_a_short_name(country: str, language: str) -> None:
    place, names = jurisdiction(country), load_names(jurisdiction(country).folder, language)
    assert {axis: set(named) for axis, named in names.readings.items()} == {
        axis.name: {"axis", *(answer.name for answer in axis.answers)} for axis in place.law.axes.values()
    }


@pytest.mark.parametrize(("country", "language"), BOTH)
def test_the_law_is_told_in_every_language(country: str, language: str) -> None:
    law = jurisdiction(country).law
    missing = [norm.id for norm in law.norms.values() if not norm.title.get(language)]
    missing += [
        norm.id for norm in law.norms.values() for each in norm.versions if each.says and not each.says.get(language)
    ]
    missing += [axis.name for axis in law.axes.values() if not axis.question.get(language)]
    missing += [axis.name for axis in law.axes.values() for each in axis.answers if not each.says.get(language)]
    assert missing == []


def test_a_country_without_names_shows_what_its_files_write(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert load_names(tmp_path_factory.mktemp("country"), "ru") == Names()
