"""A tiny country for tests of reading: a procedure for the house, and one that runs for each candidate."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

import pytest

from procedure.errors import Diagnostic, FileError, JurisdictionError, ScenarioError
from procedure.jurisdiction import Jurisdiction
from procedure.machine import Procedure, instrument, step, under
from procedure.rules import by, within
from procedure.rules.anchors import done
from procedure.scenario import Scenario
from procedure.scenario_files import scenario_from_text

LAW = """\
instrument: Constitution of Tiny
id: tiny.const
cite as: Const.
kind: law
checked on: 2026-11-21
articles:
  "1":
    title: {en: Dissolution}
    holder: President
    nature: power
    versions:
      2000-01-01:
        says: {en: The President may dissolve the House.}
        terms: {majority: more than 1/2 of statutory seats, seats: 98}
        text known: verified
        source: https://example.org/const
  "2":
    title: {en: Convening}
    nature: duty
    lateness: breaches duty
    versions:
      2000-01-01:
        until: 2019-12-31
        says: {en: The House meets within thirty days.}
        terms: {convening: 30 days}
        text known: secondary
        source: https://example.org/const
      2020-01-01:
        says: {en: The House meets within twenty days.}
        terms: {convening: 20 days, opens: "10:00", ballot: secret, elders: [A, B]}
        text known: verified
        sources: [https://example.org/const]
claimed citations:
  "9": {means: tiny.const.1, claimed by: [an encyclopaedia], standing: rejected}
"""

READINGS = """\
first_day:
  id: T1
  question: {en: Does the first day count?}
  bears on: [tiny.const.2]
  answers:
    day_after: {sets: {first: day after}, standing: practised, held by: the House, since: 2001-01-01, working: true}
    same_day: {sets: {first: same day}, standing: argued, held by: a lawyer}
"""

ACTS = """\
acts:
  dissolve:
    title: {en: dissolves the House}
    by: [President]
    facts:
      object: {one of: [House, Senate]}
      seats: integer
      share: share
      poll_day: date
      session: moment
      opening: time
      length: period
      secret: yes/no
      votes: numbers
      with: list of text
      rounds: list of integer
      ground: text
  convene:
    title: {en: convenes the House}
  register:
    title: {en: registers a candidate}
    facts: {quota: share}
  brief:
    title: {en: briefs the press}
    context: true
"""

ACTORS = """\
actors:
  President: {en: the President, kind: person}
  Mäjilis: {en: the House, kind: organ}
  Commission: {en: the Commission, kind: commission}
given:
  seats: integer
  term_ends: date
"""

SOURCES = """\
sources:
  decree: {title: Decree of the day, publisher: The Gazette, standing: primary}
  wiki: {title: Page on Tiny, publisher: Wikipedia, standing: tertiary}
"""

SCENARIO = f"""\
scenario: The House is dissolved
jurisdiction: tiny
kind: history
about: A log for the tests.
{SOURCES}\
given: {{seats: 98, term_ends: 2026-01-01}}
complete: [dissolve]
readings: {{first_day: same_day}}
acts:
  - act: dissolve
    date: 2023-01-19
    time: "16:04"
    by: President
    what: The President dissolves the House.
    facts: {{object: House, seats: 98, share: 54.21%, votes: {{Left: 5, Right: 3}}, with: [Mäjilis], rounds: [1, 2]}}
    moments: {{signed: "16:00", published: 2023-01-20}}
    sources: [decree]
  - act: convene
    id: convene-house
    not before: 2023-02-01
    not after: "2023-02-03 12:00"
    by: President
    claims:
      - {{order: after dissolve, sources: [wiki]}}
      - {{not after: 2023-02-02, sources: [decree]}}
  - act: register
    date: 2023-02-05
    case: {{candidate: E. Qoşanov}}
until: 2023-04-30
expect:
  - {{act: dissolve, is: lawful, under: tiny.const.1, because: done by the President}}
  - {{procedure: house, state: SITTING, because: the House was convened}}
"""


class House(Enum):
    """Whether the House sits."""

    SITTING = "the House sits"
    DISSOLVED = "the House is dissolved"


class Candidacy(Enum):
    """Whether a candidate is registered."""

    OPEN = "the candidate is not registered"
    REGISTERED = "the candidate is registered"


CONST = instrument("tiny.const")


def procedures() -> tuple[Procedure, ...]:
    """The machines of the tiny country."""
    house = Procedure(
        "house",
        House,
        (
            step("dissolve", House.SITTING, House.DISSOLVED, under(CONST["1"], by("President"))),
            step(
                "convene",
                House.DISSOLVED,
                House.SITTING,
                under(CONST["2"], within("convening", after=done("dissolve"))),
            ),
        ),
    )
    candidacy = Procedure(
        "candidacy", Candidacy, (step("register", Candidacy.OPEN, Candidacy.REGISTERED),), per="candidate"
    )
    return house, candidacy


def tiny(
    folder: Path, *, law: str = LAW, readings: str = READINGS, acts: str = ACTS, actors: str = ACTORS
) -> Jurisdiction:
    """The tiny country, its files written into a folder."""
    for name, text in (
        ("law/constitution.yaml", law),
        ("law/readings.yaml", readings),
        ("acts/house.yaml", acts),
        ("actors.yaml", actors),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Jurisdiction("tiny", {"en": "Tiny"}, folder, "Asia/Almaty", procedures())


def planted(text: str) -> tuple[str, int, int]:
    """A text without its mark § and the line and column, from one, at which the mark stood."""
    before, mark, after = text.partition("§")
    assert mark and "§" not in after, "mark the place of the fault once"
    return before + after, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def altered(text: str, old: str, new: str) -> str:
    """A text with one passage put in place of another that stands in it once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def only(country: Jurisdiction) -> Callable[[str], Jurisdiction]:
    """A table of countries that holds this one."""

    def countries(name: str) -> Jurisdiction:
        if name != country.name:
            raise JurisdictionError(f"no jurisdiction '{name}'; known: {country.name}")
        return country

    return countries


def act(lines: str, more: str = "") -> str:
    """A scenario of one act, given by its lines."""
    return acts(lines, more=more)


def acts(*each: str, more: str = "") -> str:
    """A scenario of some acts, each given by its lines."""
    told = "".join("  - " + lines.replace("\n", "\n    ") + "\n" for lines in each)
    return f"scenario: Some acts\njurisdiction: tiny\n{SOURCES}acts:\n{told}until: 2023-04-30\n{more}"


class Told:
    """What the files of the tiny country come to: a scenario, or the faults of one."""

    def __init__(self, country: Jurisdiction):
        self.country = country

    def scenario(self, text: str) -> Scenario:
        """The scenario in a text without faults."""
        return scenario_from_text(text, "x.yaml", only(self.country))

    def faults(self, text: str) -> tuple[Diagnostic, ...]:
        """The faults of a text that has some."""
        try:
            self.scenario(text)
        except (FileError, ScenarioError) as error:
            return error.diagnostics
        raise AssertionError("the scenario has no faults")


def check(found: tuple[Diagnostic, ...], line: int, column: int, code: str, message: str, help: str) -> None:
    wanted = [each for each in found if (each.place.line, each.place.column, each.code) == (line, column, code)]
    assert wanted, "\n".join(map(str, found))
    assert message in wanted[0].message
    assert help in wanted[0].help
    assert wanted[0].source
    assert all(each.help for each in found)


def refused(text: str, code: str, message: str, help: str) -> None:
    """A scenario is refused where its mark § stands, with this code, these words and this way out."""
    whole, line, column = planted(text)
    with pytest.raises((FileError, ScenarioError)) as caught:
        scenario_from_text(whole, "own.yaml")
    check(caught.value.diagnostics, line, column, code, message, help)
