"""Scenario files as tests of pytest: which files are collected, and how a failure reads."""

from pathlib import Path

import pytest

from procedure import shipped
from pytest_procedure import looks_like_a_scenario

pytest_plugins = ["pytester"]

GOOD = """\
# a comment before all else

scenario: A law is signed by the President
jurisdiction: kz
acts:
  - {act: sign_law, id: signed, date: 2024-10-10, by: President}
until: 2024-10-10
expect:
  - {act: signed, is: lawful, because: the test says so}
"""
WRONG = """\
scenario: A law is signed by the wrong hand, and the scenario has it otherwise
jurisdiction: kz
acts:
  - {act: sign_law, id: once, date: 2024-10-10, by: Senate}
  - {act: sign_law, id: again, date: 2024-10-11, by: Senate}
until: 2024-10-11
expect:
  - {act: once, is: lawful, because: the test says so}
"""
FAULTY = """\
scenario: A day that never was
jurisdiction: kz
acts:
  - {act: sign_law, date: 2024-13-10, by: President}
until: 2024-10-11
"""
PLUGIN = ("-p", "pytest_procedure")


def write(pytester: pytest.Pytester, **files: str) -> None:
    """Scenario files in the folder of the inner run."""
    for name, text in files.items():
        (pytester.path / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_scenario_is_one_test(pytester: pytest.Pytester) -> None:
    """A file whose expectations are met passes, under its own name."""
    write(pytester, good=GOOD)

    result = pytester.runpytest(*PLUGIN, "-v")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["good.yaml::good PASSED*"])


def test_a_failure_reads_like_a_report(pytester: pytest.Pytester) -> None:
    """It has the title, each expectation that is not met with its place and reason, surprises, and the verdicts."""
    write(pytester, wrong=WRONG)

    result = pytester.runpytest(*PLUGIN)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*scenario wrong*",
            "A law is signed by the wrong hand, and the scenario has it otherwise",
            "not as expected: *wrong.yaml:8:5: once: expected lawful, found unlawful (*because the test says so)",
            "not announced by the scenario: again",
            "  1  2024-10-10 *",
            "  2  2024-10-11 *",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_a_faulty_file_fails_with_the_place(pytester: pytest.Pytester) -> None:
    """The diagnostic is shown as the command line shows it."""
    write(pytester, faulty=FAULTY)

    result = pytester.runpytest(*PLUGIN)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*faulty.yaml:4:27: error[[]PR206[]]: *", "   | *2024-13-10*", "   help: *"])


def test_a_fault_of_ours_has_its_traceback(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not a mistake in the file is not told as one."""

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    write(pytester, good=GOOD)
    monkeypatch.setattr("procedure.judge.replay", broken)

    result = pytester.runpytest_inprocess(*PLUGIN)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*RuntimeError: a bug*"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "name: a workflow\non: push\n",
        "scenario: a load test of another project\nusers: 100\n",
        "jurisdiction: kz\nscenario: in another order\n",
        "services:\n  scenario: x\n  jurisdiction: y\n",
        "scenario: x\ndeep:\n  jurisdiction: y\n",
    ],
)
def test_files_of_other_shape_are_left_alone(text: str, pytester: pytest.Pytester) -> None:
    """A file without the two keys, each where it belongs, is not collected."""
    write(pytester, other=text)

    assert pytester.runpytest(*PLUGIN).ret == pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.mark.parametrize("first", ["", "\ufeff", "---\n", "# yaml-language-server: $schema=x\n\n"])
@pytest.mark.parametrize("key", ["jurisdiction: kz", "based on: kz/2023-snap-election"])
def test_what_may_stand_before_a_scenario(first: str, key: str, tmp_path: Path) -> None:
    """A mark of order, the start of a document and comments are no hindrance."""
    path = tmp_path / "x.yaml"
    path.write_text(f"{first}scenario: x\n{key}\n", encoding="utf-8")

    assert looks_like_a_scenario(path)


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    assert not looks_like_a_scenario(tmp_path / "absent.yaml")


def test_every_shipped_scenario_is_recognised_and_no_data() -> None:
    """What `procedure list` names is what pytest collects."""
    found = {
        path.relative_to(shipped.folder()).with_suffix("").as_posix()
        for path in shipped.folder().rglob("*.yaml")
        if looks_like_a_scenario(path)
    }

    assert found == set(shipped.names())


def test_other_tests_are_not_disturbed(pytester: pytest.Pytester) -> None:
    """Python tests run as ever beside the scenarios."""
    pytester.makepyfile("def test_one():\n    pass\n")
    write(pytester, good=GOOD)

    pytester.runpytest(*PLUGIN).assert_outcomes(passed=2)


def test_a_run_without_scenarios_imports_nothing_of_the_package(pytester: pytest.Pytester) -> None:
    """Who has the package installed and no scenarios does not pay for it at every start of pytest."""
    pytester.makepyfile("import sys\n\ndef test_one():\n    assert 'procedure' not in sys.modules\n")
    pytester.makeconftest("")

    pytester.runpytest_subprocess(*PLUGIN).assert_outcomes(passed=1)
