"""Phrases put into words: a catalogue of whole sentences for each language, with the names of the country's data."""

from collections.abc import Mapping

from attrs import evolve

from procedure.jurisdiction import Jurisdiction
from procedure.law import Law
from procedure.verdict import Report
from procedure.words.catalogue import LANGUAGES, catalogue
from procedure.words.names import load_names
from procedure.words.speaker import Speaker, plain_name
from procedure.words.texts import Texts, load_texts

__all__ = ["LANGUAGES", "Speaker", "Texts", "load_texts", "plain_name", "speaker", "speaker_in", "speaker_of"]


def speaker(
    report: Report, language: str = "en", country: Jurisdiction | None = None, texts: Texts | None = None
) -> Speaker:
    """A speaker that cites and names as a report does; without its country, as the country on file does.

    What the log says in its own words is told by `texts`, which `load_texts` reads.
    """
    cites = {norm.id: norm.cite for norm in report.norms}
    kinds = {verdict.act: verdict.done.kind for verdict in report.verdicts}
    if country is None:
        if language == "en":
            return Speaker(language, catalogue(language), cites)
        from procedure.jurisdictions import jurisdiction

        country = jurisdiction(report.jurisdiction)
    return _speaker(country, language, cites, kinds, texts)


def speaker_in(
    country: Jurisdiction,
    language: str = "en",
    kinds: Mapping[str, str] | None = None,
    texts: Texts | None = None,
) -> Speaker:
    """A speaker that cites and names as a country's law and data do."""
    return _speaker(country, language, {}, kinds or {}, texts)


def speaker_of(law: Law, language: str = "en") -> Speaker:
    """A speaker that cites by the law itself and names things as the files write them."""
    return Speaker(language, catalogue(language), {norm: law.cite(norm, language) for norm in law.norms}, law=law)


def _speaker(
    country: Jurisdiction, language: str, cites: Mapping[str, str], kinds: Mapping[str, str], texts: Texts | None
) -> Speaker:
    names = load_names(country.folder, language)
    states: dict[str, Mapping[str, str]] = {}
    sentences: dict[str, str] = {}
    for procedure in country.procedures:
        named = names.states.get(procedure.name, {})
        states[procedure.name] = {each.name: named.get(each.name) or str(each.value) for each in procedure.states}
        sentences |= {str(each.value): states[procedure.name][each.name] for each in procedure.states}
    titles = {each.name: each.title.get(language, "") for each in country.procedures}
    actors = (
        {}
        if language == "en"
        else {each.name: each.title.get(language, "") for each in country.vocabulary.actors.values()}
    )
    return Speaker(
        language,
        catalogue(language),
        dict(cites) | {norm: country.law.cite(norm, language) for norm in country.law.norms},
        kinds,
        country.law,
        evolve(
            names,
            procedures={name: title for name, title in (titles | dict(names.procedures)).items() if title},
            states=states,
        ),
        actors,
        sentences,
        texts or Texts(),
    )
