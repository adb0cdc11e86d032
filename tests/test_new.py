"""Scenarios to start from: what is written can be loaded, and nothing that was there is lost."""

import json
from datetime import date
from pathlib import Path

import pytest

from procedure import shipped
from procedure.cli import main
from procedure.judge import replay
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.scenario_files import load_scenario, scenario_from_text
from procedure.stubs import empty, scalar, skeleton, way_through
from procedure.yaml_text import examine

WAYS = [(country, procedure.name) for country in COUNTRIES for procedure in jurisdiction(country).procedures]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test writes in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("country", COUNTRIES)
def test_an_empty_scenario(country: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is of the country named, on a day for which its law is on file, and has one act to be replaced."""
    assert main(["new", "x.yaml", "--country", country]) == 0

    scenario = load_scenario(place / "x.yaml")
    assert scenario.country.name == country
    assert len(scenario.acts) == 1
    assert replay(scenario).verdicts[0].heard
    assert capsys.readouterr().out == "x.yaml is written; next: procedure replay x.yaml\n"
    assert [each.name for each in place.iterdir()] == ["x.yaml"]


def test_title_and_first_day_can_be_given(place: Path) -> None:
    title = 'May a "house": sit # at night?'
    assert main(["new", "x.yaml", "--country", "ruritania", "--on", "1931-02-03", "--title", title]) == 0

    scenario = load_scenario(place / "x.yaml")
    assert (scenario.title, scenario.until, scenario.acts[0].when.earliest_day) == (
        title,
        date(1931, 2, 3),
        date(1931, 2, 3),
    )


def test_a_scenario_from_a_shipped_log(place: Path) -> None:
    """All of the log is inherited, and nothing is changed yet."""
    assert main(["new", "x.yaml", "--from", "ruritania/good/whole-cycle"]) == 0

    mine, log = load_scenario(place / "x.yaml"), load_scenario(shipped.find("ruritania/good/whole-cycle"))
    assert [each.id for each in mine.acts] == [each.id for each in log.acts]
    assert mine.kind == "hypothetical"
    assert 'based on: "ruritania/good/whole-cycle"' in (place / "x.yaml").read_text(encoding="utf-8")


def test_a_scenario_from_a_file_names_the_way_there(place: Path) -> None:
    (place / "one").mkdir()
    (place / "two").mkdir()
    assert main(["new", "one/log.yaml", "--country", "kz"]) == 0
    assert main(["new", "two/x.yaml", "--from", "one/log.yaml"]) == 0

    assert 'based on: "../one/log.yaml"' in (place / "two/x.yaml").read_text(encoding="utf-8")
    assert len(load_scenario(place / "two/x.yaml").acts) == 1


@pytest.mark.parametrize(("country", "name"), WAYS)
def test_a_skeleton_of_each_procedure(country: str, name: str) -> None:
    """It has every act of the procedure once, in the order of the way through it, and can be replayed."""
    place = jurisdiction(country)
    procedure = place.procedure(name)

    scenario = scenario_from_text(skeleton(place, procedure, date(2023, 1, 19)))

    assert [each.kind for each in scenario.acts] == list(way_through(procedure))
    assert {each.kind for each in scenario.acts} == procedure.acts
    assert len(replay(scenario).verdicts) == len(procedure.acts)


def test_a_skeleton_names_the_facts_and_their_types(place: Path) -> None:
    assert main(["new", "x.yaml", "--procedure", "kz", "chairman"]) == 0

    text = (place / "x.yaml").read_text(encoding="utf-8")
    act = text[text.index("- act: elect_chairman") :].partition("  - act: ")[0]
    assert "    #   ballot: secret | open\n" in act
    assert "    #   for: integer\n" in act


def test_every_example_in_a_comment_is_yaml(place: Path) -> None:
    """What is taken out of its comment can be read: facts of a skeleton, and changes of a log."""
    text = skeleton(jurisdiction("kz"), jurisdiction("kz").procedure("chairman"), date(2023, 1, 19))
    for each in (text, empty(jurisdiction("kz"), date(2023, 1, 19))):
        bare = each.replace("    # facts:", "    facts:").replace("    #   ", "      ").replace("# expect:", "expect:")
        bare = bare.replace("#   - act: the", "  - act: the").replace("#     ", "    ")
        root, faults = examine(bare, "bare")
        assert root is not None
        assert not faults


@pytest.mark.parametrize(
    "arguments",
    [
        ["--country", "kz"],
        ["--from", "kz/2023-snap-election"],
        ["--procedure", "kz", "chairman"],
    ],
)
def test_nothing_is_overwritten(arguments: list[str], place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "x.yaml").write_text("mine\n", encoding="utf-8")

    assert main(["new", "x.yaml", *arguments]) == 2

    assert "x.yaml: the file exists already, and nothing was written" in capsys.readouterr().err
    assert (place / "x.yaml").read_text(encoding="utf-8") == "mine\n"
    assert [each.name for each in place.iterdir()] == ["x.yaml"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x.yaml"], "say what to start from"),
        (["x.yaml", "--country", "kz", "--from", "kz/2023-snap-election"], "say what to start from"),
        (["x.yaml", "--country", "narnia"], "narnia"),
        (["x.yaml", "--procedure", "kz", "chairmen"], "kz has no procedure 'chairmen'"),
        (["x.yaml", "--from", "kz/2023-snap-electron"], "kz/2023-snap-election"),
        (["x.yaml", "--from", "-"], "a scenario cannot rest on standard input"),
        (["x.yaml", "--from", "kz/2023-snap-election", "--on", "2023-01-01"], "--on"),
        (["absent/x.yaml", "--country", "kz"], "there is no folder absent"),
        (["x.yaml", "--country", "kz", "--title", "…"], "x.yaml:2:11"),
    ],
)
def test_what_is_refused(arguments: list[str], message: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The status is 2, the reason is told, and no file is left behind."""
    assert main(["new", *arguments]) == 2

    assert message in capsys.readouterr().err
    assert list(place.iterdir()) == []


def test_a_write_that_fails_leaves_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)

    assert main(["new", "x.yaml", "--country", "kz"]) == 2
    assert "x.yaml: cannot be written: No space left on device" in capsys.readouterr().err
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["President", "Mäjilis", "no", "a: b", 'say "x"', "People's Party", "# x", "[a]", "12"]
)
def test_a_scalar_is_read_back(text: str) -> None:
    root, faults = examine(f"key: {scalar(text)}\n", "x")

    assert not faults
    assert root is not None
    value = root.get("key")
    assert value is not None
    assert value.text == text


BASE = """\
scenario: Two breaches of which one is announced
jurisdiction: ruritania
given: {deputies_in_office: 60}
acts:
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {candidate: M. Holf, ballot: secret, present: 60, for: 30, against: 30, declared: elected}
until: 2030-05-07
expect:
  - {act: elect_speaker, is: unlawful, under: ru.const.36.1, because: half is not a majority}
"""


def test_what_the_log_announces_is_no_surprise(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fresh scenario inherits the breach and its announcement, which is told as that of the log."""
    (place / "log.yaml").write_text(BASE, encoding="utf-8")
    assert main(["new", "x.yaml", "--from", "log.yaml"]) == 0
    assert main(["new", "y.yaml", "--from", "x.yaml"]) == 0
    capsys.readouterr()

    for name in ("x.yaml", "y.yaml"):
        assert main(["check", name]) == 0
        assert capsys.readouterr().out == (
            f"{name}: announced by the scenario that this one is based on: elect_speaker, at log.yaml:11:5\n"
            "1 file checked, nothing to report\n"
        )
        assert main(["replay", name]) == 0
        assert "announced by the scenario that this one is based on: elect_speaker" in capsys.readouterr().out
    assert main(["check", "x.yaml", "--format", "json"]) == 0
    assert [each["file"] for each in json.loads(capsys.readouterr().out)["inherited"]] == ["x.yaml"]


@pytest.mark.parametrize("expected", ["is: contested", "is: lawful", "also: unlawful"])
def test_what_the_log_does_not_announce_is_one(expected: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An expectation of another outcome announces nothing, for what changed is what the scenario is about."""
    (place / "log.yaml").write_text(BASE.replace("is: unlawful", expected), encoding="utf-8")
    assert main(["new", "x.yaml", "--from", "log.yaml"]) == 0

    assert main(["check", "x.yaml"]) == 1
    assert "x.yaml: not announced by the scenario: elect_speaker" in capsys.readouterr().out


def test_an_inherited_lapse_is_announced(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "x.yaml", "--from", "ruritania/bad/no-poll-shown"]) == 0

    assert main(["check", "x.yaml"]) == 0
    assert "announced by the scenario that this one is based on: ru.const.31" in capsys.readouterr().out
