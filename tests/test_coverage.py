"""What scenarios try of the law: statuses seen, holes, explanations, and those that are stale."""

import json
from datetime import date
from pathlib import Path

import pytest

from procedure.cli import main
from procedure.coverage import Coverage, coverage, statuses_seen
from procedure.coverage_files import Explanation, load_explanations
from procedure.errors import LawError, Place
from procedure.judge import replay
from procedure.jurisdictions import jurisdiction
from procedure.outcomes import Status
from procedure.scenario_files import load_scenario
from tests.logs import path_of

RURITANIA = jurisdiction("ruritania")
BEGAN = date(1922, 6, 1)
KEPT = replay(load_scenario(path_of("ruritania/good/speaker-elected")))
BROKEN = replay(load_scenario(path_of("ruritania/bad/open-ballot")))


def told(norm: str, since: date | None = None) -> Explanation:
    """An explanation of a hole."""
    return Explanation(norm, since, "it is so", Place("coverage.yaml", 7, 3))


def versions(found: Coverage, norm: str) -> list[tuple[date, bool]]:
    """The versions of a norm, and whether each is a hole."""
    return [(each.since, each.hole) for each in found.versions if each.norm == norm]


def covered() -> tuple[str, date]:
    """A version that the two replays keep and break between them."""
    kept, broken = statuses_seen([KEPT]), statuses_seen([BROKEN])
    both = [each for each, seen in kept.items() if seen == {Status.KEPT} and Status.BROKEN in broken.get(each, ())]
    return min(both)


# What is seen


def test_a_case_on_each_side_covers_a_version() -> None:
    """One replay keeps the version, another breaks it; either alone leaves a hole."""
    norm, since = covered()

    assert (since, True) in versions(coverage(RURITANIA, [KEPT]), norm)
    assert (since, False) in versions(coverage(RURITANIA, [KEPT, BROKEN]), norm)


def test_without_scenarios_all_is_a_hole() -> None:
    """Every version with words of every norm that a guard uses is told, and nobody explains it."""
    found = coverage(RURITANIA, [])
    used = {guard.norm.id for _, _, guard in RURITANIA.guards()}

    assert {each.norm for each in found.versions} >= used
    assert found.holes == found.unexplained == found.versions
    assert all(each.seen == () for each in found.versions)


def test_a_repeal_is_no_version() -> None:
    """What has no words cannot be kept or broken."""
    country = jurisdiction("kz")
    norm = country.law.norms["kz.const.53.consent"]

    assert [bool(each.says) for each in norm.versions] == [True, False]
    assert versions(coverage(country, []), norm.id) == [(norm.versions[0].since, True)]


def test_a_duty_shown_undone_is_broken() -> None:
    """A lapse counts only where the log lists such acts in full."""
    report = replay(load_scenario(path_of("kz/vintages/government-that-stays-when-the-house-of-2021-meets")))
    lapses = {(each.norm, each.version): each.shown for each in report.lapses}
    norm = "kz.practice.laying-down-on-the-first-day"

    assert lapses[norm, date(2021, 1, 15)]
    assert statuses_seen([report])[norm, date(2021, 1, 15)] == {Status.BROKEN}


# Explanations


def test_an_explanation_fills_a_hole() -> None:
    """That of a version goes before that of the whole norm."""
    whole, one = told("ru.el.20"), Explanation("ru.el.20", BEGAN, "this one", Place("coverage.yaml"))

    for explanations, why in (([whole], "it is so"), ([one, whole], "this one"), ([], "")):
        found = coverage(RURITANIA, [], explanations)
        assert [each.why for each in found.versions if each.norm == "ru.el.20"] == [why]
        assert len(found.holes) - len(found.unexplained) == bool(explanations)
        assert not found.stale


def test_an_explanation_of_what_is_covered_is_stale() -> None:
    """It is told with its place."""
    norm, since = covered()

    (stale,) = coverage(RURITANIA, [KEPT, BROKEN], [told(norm, since)]).stale

    assert (stale.file, stale.line, stale.column, stale.norm) == ("coverage.yaml", 7, 3, norm)
    assert "covered" in stale.message


@pytest.mark.parametrize(
    ("norm", "since", "message"),
    [
        ("ru.el.99", None, "there is no such norm"),
        ("ru.el.20", date(1900, 1, 1), "begins on 1900-01-01"),
        (
            next(
                id for id in RURITANIA.law.norms if id not in {each.norm for each in coverage(RURITANIA, []).versions}
            ),
            None,
            "no guard uses",
        ),
    ],
)
def test_an_explanation_of_what_is_not_there_is_stale(norm: str, since: date | None, message: str) -> None:
    """A norm that is not on file, a version that is not, a norm that nothing judges by."""
    (stale,) = coverage(RURITANIA, [], [told(norm, since)]).stale

    assert message in stale.message


# The file


def test_a_country_need_not_explain(tmp_path: Path) -> None:
    """Without a file there is no explanation."""
    assert load_explanations(tmp_path) == ()


def test_explanations_are_read_with_their_places(tmp_path: Path) -> None:
    """For a whole norm, or for one version of it."""
    (tmp_path / "coverage.yaml").write_text("holes:\n  a.1: why\n  a.2:\n    2000-01-01: why not\n", encoding="utf-8")

    found = load_explanations(tmp_path)

    assert [(each.norm, each.since, each.why, each.place.line, each.place.column) for each in found] == [
        ("a.1", None, "why", 2, 3),
        ("a.2", date(2000, 1, 1), "why not", 4, 5),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("hole:\n  a.1: why\n", "PR201", 1),
        ("holes:\n  a.1: 7\n", "PR204", 2),
        ("holes:\n  a.1:\n", "PR204", 2),
        ("holes:\n  a.1:\n    yesterday: why\n", "PR206", 3),
        ("holes:\n  a.1: [why]\n", "PR203", 2),
    ],
)
def test_a_fault_of_the_file_is_told_at_its_place(tmp_path: Path, text: str, code: str, line: int) -> None:
    """Unknown keys, no words, no date, the wrong shape."""
    (tmp_path / "coverage.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(LawError) as caught:
        load_explanations(tmp_path)

    assert (code, line) in {(each.code, each.place.line) for each in caught.value.diagnostics}


# The command


@pytest.mark.parametrize("country", ["kz", "ruritania"])
def test_no_hole_is_unexplained(country: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every version that a guard uses is kept by a case and broken by another, or it is said why not."""
    status = main(["check", "--coverage", country, "--format", "json"])
    found = json.loads(capsys.readouterr().out)

    assert [(each["norm"], each["since"]) for each in found["versions"] if not (each["kept"] and each["broken"])] == [
        (each["norm"], each["since"]) for each in found["versions"] if each["why"]
    ]
    assert found["stale"] == []
    assert status == 0


def test_holes_and_stale_explanations_fail(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The report has what nobody explains, what somebody does, and what is explained in vain."""
    explanations = (told("ru.el.5.3"), told("ru.el.99"))
    monkeypatch.setattr("procedure.cli.check.load_explanations", lambda folder: explanations)

    status = main(["check", "--coverage", "ruritania"])
    out = " ".join(capsys.readouterr().out.split())

    assert status == 1
    assert "Not explained (2)" in out
    assert "Explained (1)" in out
    assert "· it is so" in out
    assert "Explained in vain (1) coverage.yaml:7:3: ru.el.99: there is no such norm" in out


def test_coverage_takes_no_files(capsys: pytest.CaptureFixture[str]) -> None:
    """It looks at all that is shipped of one country that is on file."""
    assert main(["check", "--coverage", "kz", "kz/2023-snap-election"]) == 2
    assert "name no files" in capsys.readouterr().err
    assert main(["check", "--coverage", "zk"]) == 2
