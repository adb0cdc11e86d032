"""Editions: the rows of a machine come and go with the words of a norm; what is owed, repealed, open for some days."""

from collections.abc import Iterator
from contextlib import chdir
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from attrs import evolve

from procedure.due import due
from procedure.errors import LawError
from procedure.hearing import GivenNumber, Hearing, SumOf
from procedure.judge import replay
from procedure.jurisdiction import Jurisdiction
from procedure.lint import lint
from procedure.machine import NormRef, Procedure, Wording, instrument, on, owed, step, under, worded
from procedure.outcomes import Outcome
from procedure.rules import after, as_counted, by, done, within
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text
from procedure.verdict import Report
from tests.court import KEPT, act, docket, hear
from tests.tiny import only

LAW = """\
instrument: Charter
id: isle.charter
cite as: Ch.
kind: law
checked on: 2026-11-21
articles:
  "1":
    title: {en: Oath}
    nature: requirement
    versions:
      2000-01-01:
        says: {en: The Steward swears before the Queen.}
        terms: {before: Queen, seats: 10}
        text known: verified
      2010-01-01:
        says: {en: The Steward swears before the Moot.}
        terms: {before: Moot, seats: 8}
        text known: verified
        amended by: Act 1 of 2010
  "2":
    title: {en: Trust}
    nature: requirement
    versions:
      2000-01-01:
        says: {en: The Steward asks the Moot for its trust.}
        terms: {trust: more than 1/2 of seats}
        text known: verified
      2010-01-01:
        repealed: true
        text known: verified
        amended by: Act 1 of 2010
  "3":
    title: {en: Custom}
    nature: duty
    holder: Steward
    kind: practice
    versions:
      2010-01-01:
        says: {en: The oath comes within three days.}
        terms: {days: 3 days}
        text known: verified
"""

READINGS = """\
vintage:
  question: {en: "Eight seats or ten, for the Moot that sat in 2010?"}
  bears on: [isle.charter.1]
  opens: 2010-01-01
  closes: 2010-06-30
  answers:
    as_elected: {sets: {seats: 10}, standing: argued, held by: a clerk}
    as_amended: {sets: {seats: 8}, standing: argued, held by: a lawyer}
"""

ACTS = """\
acts:
  name: {title: {en: names a Steward}, by: [Queen]}
  swear: {title: {en: swears}, by: [Steward]}
  ask: {title: {en: asks for trust}, by: [Steward]}
  trust: {title: {en: votes on trust}, by: [Moot], facts: {for: integer, declared: {one of: [given, refused]}}}
"""

ACTORS = """\
actors:
  Queen: {en: the Queen, kind: person}
  Moot: {en: the Moot, kind: organ}
  Steward: {en: the Steward, kind: person}
"""


class Steward(Enum):
    """How far the Steward has come."""

    NONE = "no Steward is named"
    NAMED = "a Steward is named"
    SWORN = "the Steward has sworn"
    ASKED = "the Steward has asked for trust"
    TRUSTED = "the Steward is trusted"


CHARTER = instrument("isle.charter")
BEFORE_QUEEN = worded(CHARTER["1"], "before", "Queen")


def steward(mark: NormRef | Wording = BEFORE_QUEEN) -> Procedure:
    """The machine: a trust vote until 2010, and an oath that is judged in another way before and after."""
    return Procedure(
        "steward",
        Steward,
        [
            step("name", tuple(Steward), Steward.NAMED, under(CHARTER["1"], by("Queen"))),
            step("swear", Steward.NAMED, Steward.SWORN, under(CHARTER["1"], after("trust"))),
            step("swear", Steward.NAMED, Steward.SWORN, under(CHARTER["1"], after("name")), during=mark),
            step("ask", Steward.SWORN, Steward.ASKED, under(CHARTER["2"], by("Steward")), during=CHARTER["2"]),
            step(
                "trust",
                (Steward.SWORN, Steward.ASKED),
                Steward.TRUSTED,
                under(CHARTER["2"], as_counted("trust", won="given", lost="refused")),
                when=on("declared", "given"),
                during=CHARTER["2"],
            ),
        ],
        owed=(owed("swear", under(CHARTER["3"], within("days", after=done("name")))),),
    )


def isle(folder: Path, *, law: str = LAW, machine: Procedure | None = None) -> Jurisdiction:
    """An island with a charter that was amended in 2010."""
    for name, text in (("law/charter.yaml", law), ("law/readings.yaml", READINGS)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "acts").mkdir(exist_ok=True)
    (folder / "acts/acts.yaml").write_text(ACTS, encoding="utf-8")
    (folder / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    return Jurisdiction("isle", {"en": "Isle"}, folder, "Europe/Vienna", (machine or steward(),))


@pytest.fixture
def country(tmp_path: Path) -> Iterator[Jurisdiction]:
    """The island, in a folder of its own."""
    with chdir(tmp_path):
        yield isle(tmp_path)


def log(country: Jurisdiction, year: int, *acts: str, until: str = "") -> Scenario:
    """A log of one January."""
    told = "".join(f"  - {{{each.replace('DAY', f'{year}-01')}}}\n" for each in acts)
    text = f"scenario: A log\njurisdiction: isle\nacts:\n{told}until: {until or f'{year}-01-31'}\n"
    return scenario_from_text(text, "x.yaml", only(country))


NAME, SWEAR = "act: name, date: DAY-02, by: Queen", "act: swear, date: DAY-03, by: Steward"
ASK, TRUST = (
    "act: ask, date: DAY-04, by: Steward",
    "act: trust, date: DAY-05, by: Moot, facts: {for: 6, declared: given}",
)


def outcome(found: Report, act: str) -> Outcome:
    return found.verdict(act).outcome


# rows that come and go


def test_a_row_of_an_edition_comes_before_one_of_none(country: Jurisdiction) -> None:
    """Until 2010 the oath waits for a Steward who is named; then for a trust that nobody votes any more."""
    assert outcome(replay(log(country, 2009, NAME, SWEAR)), "swear") is Outcome.LAWFUL
    assert outcome(replay(log(country, 2011, NAME, SWEAR)), "swear") is Outcome.UNDETERMINED


def test_an_act_of_another_edition_is_told_so(country: Jurisdiction) -> None:
    """An act that no row of its day takes is unplaced, and the note names the norm that would carry it."""
    found = replay(log(country, 2011, NAME, SWEAR, ASK))
    assert outcome(found, "ask") is Outcome.UNPLACED
    assert [(note.key, dict(note.values)["norms"]) for note in found.verdict("ask").notes] == [
        ("note.edition", ("Ch. 2",))
    ]


def test_the_law_of_another_day_brings_its_edition(country: Jurisdiction) -> None:
    """Forced on a later log, the law of 2009 has the question of trust again."""
    later = log(country, 2011, NAME, SWEAR, ASK)
    assert outcome(replay(evolve(later, law_as_of=date(2009, 6, 1))), "ask") is Outcome.LAWFUL


@pytest.mark.parametrize(("year", "knows"), [(2009, True), (2011, False)])
def test_what_is_due_is_of_the_edition_of_the_day(country: Jurisdiction, year: int, knows: bool) -> None:
    """What may be done next, or later, leaves out the acts of other editions."""
    agenda = due(log(country, year, NAME, SWEAR), date(year, 1, 10))
    told = {each.act for each in (*agenda.now, *agenda.not_yet)}
    assert ("ask" in told) is knows
    early = due(log(country, year, NAME), date(year, 1, 2))
    assert ("ask" in {each.act for each in early.later}) is knows


def test_a_wording_that_no_version_has_is_a_lint(tmp_path: Path) -> None:
    """The mark of an edition is a word that some version has."""
    wrong = isle(tmp_path, machine=steward(worded(CHARTER["1"], "before", "King")))
    messages = [each.message for each in lint(wrong)]
    assert "waits for 'before: King', which no version of the norm has" in messages


def test_a_mark_that_is_not_on_file_is_an_error(tmp_path: Path) -> None:
    """A row may not wait for a norm that nobody has put on file."""
    with pytest.raises(LawError, match=r"isle\.charter\.9"):
        _ = isle(tmp_path, machine=steward(CHARTER["9"])).law


# what is owed


@pytest.mark.parametrize(
    ("year", "until", "lapsed"), [(2011, "2011-01-05", False), (2011, "2011-01-06", True), (2009, "2009-01-31", False)]
)
def test_what_is_owed_and_not_seen_is_told(country: Jurisdiction, year: int, until: str, lapsed: bool) -> None:
    """Three days after the naming the oath is overdue, where the custom is on file."""
    found = replay(log(country, year, NAME, until=until))
    assert [(each.norm, each.act) for each in found.lapses] == ([("isle.charter.3", "swear")] if lapsed else [])


def test_what_is_owed_judges_no_step(country: Jurisdiction) -> None:
    """An oath on the tenth day is late by custom, and the custom does not hear it."""
    found = replay(log(country, 2011, NAME, "act: swear, date: DAY-12, by: Steward"))
    assert found.lapses == ()
    assert found.verdict("swear").heard == ("isle.charter.1",)


# repeal


def test_a_repeal_has_no_words(country: Jurisdiction) -> None:
    """A norm that is repealed is not in force, and its last words are still told."""
    trust = country.law.norms["isle.charter.2"]
    assert trust.in_force(date(2009, 12, 31)) is not None
    assert trust.in_force(date(2010, 1, 1)) is None
    assert [bool(version.says) for version in trust.versions] == [True, False]
    assert trust.last() is trust.versions[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("        repealed: true\n", "        repealed: true\n        says: {en: Nothing.}\n", "says"),
        ("        repealed: true\n", "", "says"),
        ("        repealed: true\n", "        repealed: perhaps\n", "repealed"),
    ],
)
def test_a_repeal_is_said_and_says_nothing(tmp_path: Path, old: str, new: str, message: str) -> None:
    """A version has words or is a repeal: neither is assumed."""
    with pytest.raises(LawError) as caught:
        _ = isle(tmp_path, law=LAW.replace(old, new)).law
    assert any(message in fault.message for fault in caught.value.diagnostics)


# questions that close


@pytest.mark.parametrize(
    ("day", "read", "seats"),
    [
        ("2009-12-31", False, 10),
        ("2010-01-01", True, 10),
        ("2010-06-30", True, 10),
        ("2010-07-01", False, 8),
    ],
)
def test_a_question_may_be_open_for_some_days(country: Jurisdiction, day: str, read: bool, seats: int) -> None:
    """Within its days an answer sets the term, and the question is asked; outside them the norm speaks."""
    book = country.law.norms["isle.charter.1"]
    before = Hearing(
        docket(country.law), act(when=day), (), {"vintage": "as_elected"}, book, book.in_force(date.fromisoformat(day))
    )
    assert before.term("seats") == seats
    assert before.read == ({"vintage"} if read else set())


# a base that is a sum


def test_a_base_may_be_the_sum_of_others() -> None:
    """Fifteen are a majority of ten Lords and eighteen Commons."""
    bases = {"lords": GivenNumber("lords"), "commons": GivenNumber("commons"), "all": SumOf(("lords", "commons"))}
    heard = hear(
        as_counted("all"),
        act(for_=15, declared="carried"),
        terms={"all": "more than 1/2 of all"},
        bases=bases,
        given={"lords": 10, "commons": 18},
    )
    assert heard.status is KEPT
    assert dict(heard.asked.values)["whole"] == 28
