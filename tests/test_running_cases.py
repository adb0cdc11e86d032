"""An amendment that falls inside a running case: it follows, it keeps the old version, or the question is open."""

from pathlib import Path

import pytest
from attrs import evolve

from procedure.judge import replay
from procedure.jurisdiction import load_law
from procedure.jurisdictions import jurisdiction
from procedure.law import Law
from procedure.outcomes import Outcome
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario
from procedure.shipped import find
from procedure.verdict import Report

POLL = "ru.const.31"
ON_THE_WAY = load_scenario(find("ruritania/bad/amended-on-the-way"))


def under(running: str, scenario: Scenario = ON_THE_WAY) -> Report:
    """The replay with article 31 amended so that running cases follow, keep, or are an open question."""
    country = jurisdiction("ruritania")

    class Amended(type(country)):  # type: ignore[misc]
        law = changed(country.law, running)

    amended = Amended(
        country.name, country.title, country.folder, country.zone, country.procedures, country.bases, country.days
    )
    return replay(evolve(scenario, country=amended))


def changed(law: Law, running: str) -> Law:
    """The law with the newest version of article 31 saying what becomes of running cases."""
    instruments = [
        evolve(
            each,
            norms=tuple(
                evolve(norm, versions=(*norm.versions[:-1], evolve(norm.versions[-1], running=running)))
                if norm.id == POLL
                else norm
                for norm in each.norms
            ),
        )
        for each in law.instruments
    ]
    return Law(tuple(instruments), law.axes, law.claimed)


def test_a_case_follows_the_law_of_the_day() -> None:
    """Without a word on running cases the version of the act's own day governs."""
    assert under("follow").verdict("poll").outcome is Outcome.UNLAWFUL


def test_a_transitional_rule_keeps_the_old_version() -> None:
    """Where a transitional rule says so, a case keeps the version under which it was opened."""
    assert under("keep").verdict("poll").outcome is Outcome.LAWFUL


def test_without_a_known_rule_both_vintages_are_answers() -> None:
    """Where none is known, the two vintages are a reading axis, and the report tells the question."""
    report = under("open")
    verdict = report.verdict("poll")

    assert verdict.outcome is Outcome.CONTESTED
    assert "vintage: ru.const.31" in {axis for cell in verdict.cells for axis, _ in cell.assignment}
    assert "vintage: ru.const.31" in {axis.name for axis in report.axes}


@pytest.mark.parametrize("running", ["follow", "keep", "open"])
def test_a_case_opened_after_the_amendment_is_not_asked(running: str) -> None:
    """A case opened under the new version is judged by it, whatever becomes of running ones."""
    scenario = load_scenario(find("ruritania/good/poll-on-the-thirtieth-day-after-the-amendment"))

    assert under(running, scenario).verdict("poll").outcome is Outcome.LAWFUL


def test_the_key_is_read_strictly(tmp_path: Path) -> None:
    """`running cases` is one of three words."""
    text = """
instrument: A statute
id: x.act
cite as: Act
checked on: 2030-01-01
articles:
  "1":
    title: {en: A rule}
    nature: duty
    versions:
      2000-01-01: {says: {en: Old.}, text known: verified, running cases: keep}
"""
    (tmp_path / "act.yaml").write_text(text, encoding="utf-8")

    assert load_law(tmp_path, "UTC").norms["x.act.1"].versions[0].running == "keep"
