"""The law of Kazakhstan through time: one version or none on any day, what changed when, what a change leaves alone."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

from procedure import load
from procedure.hearing import SumOf, TermOf
from procedure.judge import docket_of, replay, report
from procedure.jurisdictions import jurisdiction
from procedure.law import Law, Norm, Term, Version, term_text
from procedure.law_diff import law_diff
from procedure.machine import NormRef
from procedure.outcomes import Outcome
from procedure.periods import Period
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text
from procedure.timeline import run
from procedure.verdict import Report
from procedure.votes import Share

KZ = jurisdiction("kz")
NORMS = KZ.law.norms
DAY = timedelta(days=1)
FIRST, LAST = date(1990, 1, 1), date(2030, 12, 31)
OLD_ENDS, NEW_BEGINS = date(2026, 6, 30), date(2026, 7, 1)

OLD = ("kz.const", "kz.clparl", "kz.clgov", "kz.regl", "kz.practice")
"""The instruments that end with the Constitution of 1995."""

UNREAD = "the editions of the election law before this day have not been read, nor whether they had the rule"
LATER = {
    **dict.fromkeys(
        [
            norm.id
            for norm in NORMS.values()
            if norm.id.startswith("kz.el.") and norm.versions[0].since.year in (2007, 2009)
        ],
        UNREAD,
    ),
    **dict.fromkeys(
        (each for each in NORMS if each.startswith("kz.cec.") and each != "kz.cec.districts"), "the calendar of 2023"
    ),
    "kz.clgov.4.3": "added by the law of 19 June 2007",
    "kz.const.48.2": "inserted in 1998, as far as is known",
    "kz.const.50.5": "before 1998 Parliament had one term, in 49(2)",
    "kz.const.55.5": "before 2007 the Mäjilis could not be dissolved alone",
    "kz.const.56.1.2": "before 2007 Parliament consented, 53",
    "kz.const.56.2": "before 2007 Parliament voted no confidence, 53",
    "kz.const.70.confidence": "added by the law of 21 May 2007",
    "kz.el.4.4": "added by the law of 14 April 2004",
    "kz.el.assembly": "the Assembly elected deputies from 2007",
    "kz.el.97.2": "added by the law of 9 February 2009",
    "kz.el.97.thr": "there were no lists before 1999",
    "kz.el.97.1": "there were no lists before 1999",
    "kz.el.27.gifts": "reported from 2014",
    "kz.el.37.ballots": "reported from 2015",
    "kz.el.37.crossing": "reported in 2023; the law of 2022 stands for its first day",
    "kz.el.aa": "back since 2021; when an older line was taken off has not been read",
    "kz.el.87.quota": "added by the law of 25 May 2020",
    "kz.el.93-2": "added by the law of 5 November 2022",
    "kz.practice.party-proposes": "a practice since 2023",
    "kz.practice.oath-first": "a practice since 2021",
    "kz.practice.paper-ballot": "a practice since 2022",
    "kz.practice.confidence-on-the-first-day": "a practice of 2012",
    "kz.practice.laying-down-on-the-first-day": "a practice since 2021",
}
"""The norms that begin later than their instrument, with the reason; no other gap is on file."""

REPEALED = {
    "kz.const.53.consent": "2007-05-21",
    "kz.const.53.confidence": "2007-05-21",
    "kz.const.70.confidence": "2017-03-14",
    "kz.const.73.objection": "2023-01-01",
    "kz.clgov.4.3": "2017-03-14",
    "kz.el.9.smd": "2007-06-19",
    "kz.el.87.smd": "2007-06-19",
    "kz.el.89.smd": "2007-06-19",
    "kz.el.assembly": "2022-11-18",
}
"""The norms that were repealed, with the first day without them; three of them came back in other words."""

days = st.dates(FIRST, LAST)
norms = st.sampled_from(sorted(NORMS))


def instrument_of(norm: Norm) -> str:
    """The id of a norm's instrument."""
    return KZ.law.instrument_of(norm.id).id


# one version or none


@given(norms, days)
def test_one_version_or_none_on_any_day(id: str, day: date) -> None:
    """No two versions of a norm cover one day, and the one in force has words."""
    norm = NORMS[id]
    covering = [version for version in norm.versions if version.covers(day)]
    assert len(covering) <= 1
    assert norm.in_force(day) == next((version for version in covering if version.says), None)


@pytest.mark.parametrize("id", sorted(NORMS))
def test_versions_follow_one_another(id: str) -> None:
    """Each version begins on the day after the one before it ends: what came to an end says so by a repeal."""
    for earlier, later in pairwise(NORMS[id].versions):
        assert earlier.until == later.since - DAY
        assert earlier.says or later.says


def test_late_beginnings_are_listed_exactly() -> None:
    """A norm begins with its instrument, or the list says why not."""
    starts: dict[str, date] = {}
    for norm in NORMS.values():
        since = norm.versions[0].since
        starts[instrument_of(norm)] = min(since, starts.get(instrument_of(norm), since))
    later = {norm.id for norm in NORMS.values() if norm.versions[0].since > starts[instrument_of(norm)]}
    assert later == LATER.keys()


def test_repeals_are_listed_exactly() -> None:
    """A version without words is a repeal, and there are no others than these."""
    found = {norm.id: str(each.since) for norm in NORMS.values() for each in norm.versions if not each.says}
    assert found == REPEALED


BARE = {
    "kz.const.53": "says under `not encoded` that its words have not been read",
    "kz.el.89.cancel": "says in its words that the grounds were not read",
}


def test_what_is_not_verified_says_why() -> None:
    """A version known from memory, or not at all, has a note, save those that say it elsewhere."""
    guessed = ("unverified", "unread")
    bare = {n.id for n in NORMS.values() for each in n.versions if each.text_known in guessed and not each.note}
    assert bare == BARE.keys()


# two constitutions


@pytest.mark.parametrize(
    "norm", [each for each in NORMS.values() if instrument_of(each) in OLD], ids=lambda each: each.id
)
def test_the_old_law_ends(norm: Norm) -> None:
    """Nothing of the Constitution of 1995, nor of what was made under it, is in force on 1 July 2026."""
    assert all(version.until is not None and version.until <= OLD_ENDS for version in norm.versions)
    assert norm.in_force(NEW_BEGINS) is None


@pytest.mark.parametrize(
    "norm", [each for each in NORMS.values() if instrument_of(each) == "kz.const2026"], ids=lambda each: each.id
)
def test_the_new_law_begins(norm: Norm) -> None:
    """The Constitution of 2026 is in force from 1 July, is provisional, and nobody has read it."""
    assert norm.in_force(OLD_ENDS) is None
    version = norm.in_force(NEW_BEGINS)
    assert version is not None and version.note.startswith("Provisional")
    assert version.text_known != "verified"


def test_what_elects_the_majilis_ends_with_it() -> None:
    """Lists, districts and seats of the Mäjilis are not carried over to the Kurultai."""
    for article in ("split", "9.smd", "87", "87.cap", "87.quota", "89", "97.1", "97.thr", "97.2", "97.5", "98"):
        assert NORMS[f"kz.el.{article}"].in_force(OLD_ENDS) is not None
        assert NORMS[f"kz.el.{article}"].in_force(NEW_BEGINS) is None


# the vintages

TERMS = (
    ("kz.const.49.2", "1997-01-01", "term", "4 years"),
    ("kz.const.50.5", "1999-01-01", "majilis", "5 years"),
    ("kz.const.50.5", "1999-01-01", "senate", "6 years"),
    ("kz.const.50.3", "1996-01-01", "seats", "67"),
    ("kz.const.50.3", "2004-09-19", "seats", "77"),
    ("kz.const.50.3", "2012-01-15", "seats", "107"),
    ("kz.const.50.3", "2022-02-01", "seats", "107"),
    ("kz.const.50.3", "2023-03-19", "seats", "98"),
    ("kz.const2026.kurultai", "2026-08-23", "seats", "145"),
    ("kz.el.split", "1996-01-01", "list_seats", "0"),
    ("kz.el.split", "1999-10-10", "list_seats", "10"),
    ("kz.el.split", "2012-01-15", "list_seats", "98"),
    ("kz.el.split", "2023-03-19", "list_seats", "69"),
    ("kz.el.split", "2023-03-19", "district_seats", "29"),
    ("kz.el.97.1", "1999-10-10", "threshold", "at least 7% of voted"),
    ("kz.el.97.1", "1999-10-10", "seats", "10"),
    ("kz.el.97.1", "2012-01-15", "threshold", "at least 7% of voted"),
    ("kz.el.97.1", "2012-01-15", "seats", "98"),
    ("kz.el.97.1", "2012-01-15", "minimum", "2"),
    ("kz.el.97.1", "2016-03-20", "correction", "0.7"),
    ("kz.el.97.1", "2021-01-10", "threshold", "at least 7% of voted"),
    ("kz.el.97.1", "2023-03-19", "threshold", "at least 5% of voted"),
    ("kz.el.9.smd", "1999-10-10", "rounds", "two"),
    ("kz.el.assembly", "2016-03-21", "seats", "9"),
    ("kz.const.44.3", "2002-01-28", "consent_of", "Parliament"),
    ("kz.const.44.3", "2012-09-24", "consent_of", "Mäjilis"),
    ("kz.const.70.1", "2015-04-29", "addressee", "newly elected President"),
    ("kz.const.70.1", "2021-01-15", "addressee", "newly elected Mäjilis"),
    ("kz.const2026.69", "2026-09-01", "addressee", "newly elected Kurultai"),
    ("kz.const.53.confidence", "2003-06-01", "majority", "at least 2/3 of each Chamber"),
    ("kz.const.56.2", "2012-01-20", "majority", "more than 1/2 of statutory seats"),
    ("kz.const.63.1", "2003-01-01", "only", "Parliament"),
    ("kz.const.63.1", "2011-11-16", "consulted", "chair of the Senate, chair of the Mäjilis, Prime Minister"),
    ("kz.regl.157", "2023-03-28", "size", "5"),
    ("kz.regl.157", "2023-03-29", "size", "at least 100% of smallest passing list"),
)


@pytest.mark.parametrize(("norm", "day", "term", "value"), TERMS)
def test_the_term_of_a_day(norm: str, day: str, term: str, value: str) -> None:
    """A norm has the term of its vintage."""
    version = NORMS[norm].in_force(date.fromisoformat(day))
    assert version is not None
    assert term_text(version.terms[term]) == value


@pytest.mark.parametrize(
    ("norm", "day"),
    [
        ("kz.const.56.1.2", "2007-05-20"),
        ("kz.const.53.consent", "2007-05-21"),
        ("kz.const.70.confidence", "2007-05-20"),
        ("kz.const.70.confidence", "2017-03-14"),
        ("kz.const.55.5", "2003-01-01"),
        ("kz.el.97.2", "2007-08-18"),
        ("kz.el.97.1", "1995-12-09"),
        ("kz.el.9.smd", "2012-01-15"),
        ("kz.el.assembly", "2023-03-19"),
        ("kz.const.73.objection", "2023-01-01"),
    ],
)
def test_a_norm_that_was_not(norm: str, day: str) -> None:
    """On a day before it was made, or after it was repealed, a norm is not in force."""
    assert NORMS[norm].in_force(date.fromisoformat(day)) is None


def test_what_changed_between_two_days() -> None:
    """From 2007 to the dissolution of 2023 the house shrank and the Government laid down its powers before another."""
    found = {each.norm: each for each in law_diff(KZ.law, date(2007, 6, 1), date(2023, 1, 19))}
    assert ("seats", "107", "98") in found["kz.const.50.3"].terms
    assert ("addressee", "newly elected President", "newly elected Mäjilis") in found["kz.const.70.1"].terms
    assert found["kz.const.70.confidence"].what == "no longer in force"
    assert "Law 51-VI of 10 March 2017" in found["kz.const.70.1"].by
    assert "kz.const.63.1" not in found


# logs and the law of another day


def outcomes(found: Report) -> Mapping[str, Outcome]:
    return {verdict.act: verdict.outcome for verdict in found.verdicts}


def owed(found: Report) -> set[tuple[str, str]]:
    return {(lapse.norm, lapse.act) for lapse in found.lapses}


LAYING_DOWN = ("kz.practice.laying-down-on-the-first-day", "lay_down_powers")
CONFIDENCE = ("kz.practice.confidence-on-the-first-day", "put_confidence_question")


def test_the_log_of_2012_under_the_law_of_2023() -> None:
    """It lacks the laying-down of powers, and has a question of confidence that the law no longer knows."""
    log = load("kz/2011-12-snap-election")
    own, forced = replay(log), replay(evolve(log, law_as_of=date(2023, 1, 19)))
    assert outcomes(own)["put_confidence_question"] is not Outcome.UNPLACED
    assert outcomes(own)["vote_confidence"] is Outcome.LAWFUL
    assert LAYING_DOWN not in owed(own)
    assert outcomes(forced)["put_confidence_question"] is outcomes(forced)["vote_confidence"] is Outcome.UNPLACED
    assert "note.edition" in {note.key for note in forced.verdict("vote_confidence").notes}
    assert LAYING_DOWN in owed(forced)


def test_the_log_of_2023_under_the_law_of_2012() -> None:
    """It lacks the question of confidence."""
    log = load("kz/2023-snap-election")
    assert CONFIDENCE not in owed(replay(log))
    assert CONFIDENCE in owed(replay(evolve(log, law_as_of=date(2012, 6, 1))))


def test_the_log_of_2016_lacks_the_question_that_its_own_law_asks() -> None:
    """No report of the question of confidence of March 2016 has been found."""
    assert CONFIDENCE in owed(replay(load("kz/2016-snap-election")))


ACROSS_2017 = """\
scenario: Two laying-downs, a day before the amendment of 2017 and on its day
jurisdiction: kz
complete: [inaugurate_president, publish_results]
acts:
  - {act: publish_results, date: 2017-03-01, by: CEC}
  - {act: open_joint_session, date: 2017-03-10, by: President}
  - {act: lay_down_powers, id: before, date: 2017-03-13, by: Government}
  - {act: lay_down_powers, id: after, date: 2017-03-14, by: Government}
until: 2017-03-20
"""

ACROSS_2026 = """\
scenario: A consent of the last Mäjilis and one of the first Kurultai
jurisdiction: kz
given: {deputies_in_office: 98}
acts:
  - {act: nominate_pm, id: old, date: 2026-06-29, by: President, facts: {candidate: N}}
  - {act: consent, id: of-the-majilis, date: 2026-06-30, by: Mäjilis, facts: {for: 60, against: 38, declared: given}}
  - {act: end_parliament, date: 2026-07-01}
  - {act: nominate_pm, id: new, date: 2026-09-01, by: President, facts: {candidate: N}}
  - {act: consent, id: of-the-kurultai, date: 2026-09-02, by: Kurultai, facts: {for: 80, against: 65, declared: given}}
  - {act: consent, id: of-nobody, date: 2026-09-03, by: Mäjilis, facts: {for: 60, against: 38, declared: given}}
until: 2026-09-30
"""


def heard_by(found: Report, act: str) -> set[str]:
    return set(found.verdict(act).heard)


def test_a_log_that_straddles_an_amendment() -> None:
    """The same act a day later is heard in other words: until 13 March 2017 a new President, then a new house."""
    found = replay(scenario_from_text(ACROSS_2017))
    assert outcomes(found)["before"] is Outcome.UNLAWFUL
    assert outcomes(found)["after"] is not Outcome.UNLAWFUL
    assert heard_by(found, "before") == heard_by(found, "after") == {"kz.const.70.1"}
    versions = {act: found.verdict(act).findings[0].version for act in ("before", "after")}
    assert versions == {"before": date(1995, 9, 5), "after": date(2017, 3, 14)}


def test_a_log_that_straddles_two_constitutions() -> None:
    """The consent of June 2026 is judged by the old one, that of September by the new, which says little."""
    found = replay(scenario_from_text(ACROSS_2026))
    assert outcomes(found)["of-the-majilis"] is not Outcome.UNLAWFUL
    assert {each.split(".")[1] for each in heard_by(found, "of-the-majilis")} == {"const"}
    assert outcomes(found)["of-the-kurultai"] is Outcome.UNDETERMINED
    assert outcomes(found)["of-nobody"] is Outcome.UNLAWFUL
    for act in ("of-the-kurultai", "of-nobody"):
        assert heard_by(found, act) == {"kz.const2026.57.1"}
        assert found.verdict(act).weakest_text == "unverified"


# an amendment that touches neither a norm nor what it reads

LOGS = (
    "kz/2019-february",
    "kz/2014-2015-governments",
    "kz/2022-january-and-february",
    "kz/vintages/kurultai-step-by-step",
)


def values(rule: Any) -> Iterator[Any]:
    """A rule, its attributes, and theirs."""
    yield rule
    if isinstance(rule, tuple):
        for each in rule:
            yield from values(each)
    elif has(type(rule)):
        for each in fields(type(rule)):
            yield from values(getattr(rule, each.name))


def based_on(name: str) -> Iterator[str]:
    """The norms whose terms give a base."""
    base = KZ.bases.get(name)
    if isinstance(base, TermOf):
        yield base.norm.id
    elif isinstance(base, SumOf):
        for each in base.bases:
            yield from based_on(each)


def shares_of(id: str) -> Iterator[str]:
    """The bases of the shares of a norm, in any version and on any reading."""
    terms: list[Term] = [term for version in NORMS[id].versions for term in version.terms.values()]
    sets = [answer.sets for axis in KZ.law.axes_on(id) for answer in axis.answers]
    yield from (term.base for term in terms if isinstance(term, Share))
    yield from (str(each["base"]) for each in sets if "base" in each)


def reads() -> Mapping[str, frozenset[str]]:
    """For each norm, the norms that its rules read: itself, those that give an anchor, those that give a base."""
    found: dict[str, set[str]] = {id: {id} for id in NORMS}
    for _, _, guard in KZ.guards():
        mine = found[guard.norm.id]
        for value in (each for rule in guard.rules for each in values(rule)):
            if isinstance(value, NormRef):
                mine.add(value.id)
            elif isinstance(value, str):
                mine.update(based_on(value))
        for name in shares_of(guard.norm.id):
            mine.update(based_on(name))
    return {id: frozenset(each) for id, each in found.items()}


READS = reads()


def other(term: Term) -> Term:
    """Another term of the same kind; words stay, since they may be the mark of an edition."""
    if isinstance(term, int) and not isinstance(term, bool):
        return term + 7
    if isinstance(term, Period):
        return Period(term.count + 3, term.unit)
    if isinstance(term, Share) and not term.cap:
        return Share.parse(f"at least 1/7 of {term.base}")
    return term


def amended(law: Law, id: str, day: date) -> Law:
    """The law with one more version of a norm, which changes its numbers from a day on."""
    norm = law.norms[id]
    versions: list[Version] = []
    for version in norm.versions:
        if version.covers(day) and version.since < day:
            terms = {name: other(term) for name, term in version.terms.items()}
            versions += [evolve(version, until=day - DAY), evolve(version, since=day, terms=terms, amended_by="a test")]
        else:
            versions.append(version)
    changed = evolve(norm, versions=tuple(versions))
    books = tuple(
        evolve(book, norms=tuple(changed if each.id == id else each for each in book.norms)) for book in law.instruments
    )
    return Law(books, law.axes, law.claimed)


def under(law: Law, log: Scenario) -> Report:
    """The report on a log under some law."""
    docket = evolve(docket_of(log), law=law)
    acts = tuple(act for act in log.acts if act.when.earliest_day <= log.until)
    return report(log, docket, run(log.country, docket, acts), acts)


def untouched(found: Report, id: str) -> list[tuple[str, object]]:
    """What was found under the norms that do not read one norm: the statuses in every cell, act by act."""
    return [
        (
            verdict.act,
            tuple((each.norm, each.rule, each.opinions) for each in verdict.findings if id not in READS[each.norm]),
        )
        for verdict in found.verdicts
    ]


CASES = {name: load(name) for name in LOGS}
PLAIN = {name: under(KZ.law, log) for name, log in CASES.items()}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LOGS), norms, st.data())
def test_an_amendment_elsewhere_changes_no_verdict(name: str, id: str, data: st.DataObject) -> None:
    """A new version of a norm changes nothing under norms that do not read it, nor how the machines move."""
    log = CASES[name]
    day = data.draw(st.dates(log.acts[0].when.earliest_day - 30 * DAY, log.until))
    found = under(amended(KZ.law, id, day), log)
    assert untouched(found, id) == untouched(PLAIN[name], id)
    assert [verdict.moves for verdict in found.verdicts] == [verdict.moves for verdict in PLAIN[name].verdicts]
    same = {act.id for act in log.acts if all(id not in READS[norm] for norm in PLAIN[name].verdict(act.id).heard)}
    assert {a: o for a, o in outcomes(found).items() if a in same} == {
        a: o for a, o in outcomes(PLAIN[name]).items() if a in same
    }


def test_an_amendment_of_what_is_read_does_change_one() -> None:
    """More seats ask for more votes, so the test above is not idle."""
    log = CASES["kz/2019-february"]
    found = under(amended(KZ.law, "kz.const.50.3", date(2019, 1, 1)), log)
    assert "kz.const.50.3" in READS["kz.const.56.1.2"]
    assert found.verdict("consent").findings != PLAIN["kz/2019-february"].verdict("consent").findings
