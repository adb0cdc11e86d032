"""What a log says in its own words, told in other languages from files beside it."""

from pathlib import Path

import pytest

from procedure import shipped
from procedure.cli import main
from procedure.errors import FileError, ScenarioError
from procedure.judge import replay
from procedure.render.json_form import dumps, to_plain
from procedure.render.markdown import markdown
from procedure.render.page import Page
from procedure.render.text import render
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario
from procedure.words import Texts, load_texts, speaker
from pytest_procedure import looks_like_a_scenario

LOG = """\
scenario: A law is signed
jurisdiction: kz
kind: hypothetical
about: How a law is signed, and signed again.
actors:
  A Reader: {en: A Reader, kind: person}
  A Writer: {en: A Writer, ru: Писатель, kind: person}
acts:
  - {act: sign_law, id: signed, date: 2024-10-10, by: President, what: The President signs.}
  - {act: sign_law, id: again, date: 2024-10-11, by: President, what: The President signs again.}
  - {act: publish_statement, id: third, date: 2024-10-11, by: A Reader}
  - {act: publish_statement, id: fourth, date: 2024-10-11, by: A Writer}
until: 2024-10-11
"""
WORDS = """\
title: Закон подписан
about: О том, как подписывают закон.
actors:
  A Reader: Читатель
acts:
  signed: Президент подписывает.
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "law.yaml"
    path.write_text(LOG, encoding="utf-8")
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "law.ru.yaml").write_text(WORDS, encoding="utf-8")
    return path


def told(scenario: Scenario, language: str) -> str:
    report = replay(scenario)
    return render(report, Page(100), speaker(report, language, scenario.country, load_texts(scenario, language)))


def test_a_log_is_told_in_the_words_that_lie_beside_it(log: Path) -> None:
    text = told(load_scenario(log), "ru")

    assert text.startswith("Закон подписан\nО том, как подписывают закон.\n")
    assert "Президент: Президент подписывает." in text


def test_what_is_not_translated_is_named_by_its_kind(log: Path) -> None:
    text = told(load_scenario(log), "ru")

    assert "Президент: подписание закона" in text
    assert "signs again" not in text


def test_who_acts_is_named_as_the_words_or_the_log_itself_have_it(log: Path) -> None:
    scenario = load_scenario(log)

    assert "Читатель: заявление" in told(scenario, "ru")
    assert "Писатель: заявление" in told(scenario, "ru")
    assert "A Reader: мәлімдеме" in told(scenario, "kk")


def test_without_words_the_title_stays_in_english(log: Path) -> None:
    text = told(load_scenario(log), "kk")

    assert text.startswith("A law is signed\nHow a law is signed, and signed again.\n")
    assert "Президент: заңға қол қою" in text


def test_english_reads_no_words(log: Path) -> None:
    """A faulty translation does not touch who does not ask for it, and the report is the same to the byte."""
    scenario = load_scenario(log)
    report = replay(scenario)
    before = dumps(to_plain(report))
    (log.parent / "words" / "law.ru.yaml").write_text("nonsense: [", encoding="utf-8")

    assert load_texts(scenario, "en") == Texts()
    assert dumps(to_plain(report, speaker(report, "en", scenario.country, load_texts(scenario, "en")))) == before


def test_markdown_is_headed_alike(log: Path) -> None:
    scenario = load_scenario(log)
    report = replay(scenario)

    text = markdown(report, speaker(report, "ru", scenario.country, load_texts(scenario, "ru")))

    assert text.startswith("# Закон подписан\n\nО том, как подписывают закон")


@pytest.mark.parametrize("command", [["replay"], ["explain"], ["due", "--on", "2024-10-10"]], ids=lambda each: each[0])
def test_the_commands_tell_it(command: list[str], log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, *rest = command
    act = ["signed"] if name == "explain" else []

    assert main([name, "--lang", "ru", str(log), *act, *rest]) == 0

    assert ("Президент подписывает" if name == "explain" else "Закон подписан") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("titel: x\n", "1:1", "did you mean 'title'?"),
        ("title: 2024\n", "1:8", "this must be words"),
        ("acts:\n  sigend: Президент подписывает.\n", "2:3", "did you mean 'signed'?"),
        ("acts:\n  signed:\n", "2:3", "nothing is written here"),
        ("acts:\n  signed: [x]\n", "2:11", "this must be text"),
        ("actors:\n  A Raeder: Читатель\n", "2:3", "did you mean 'A Reader'?"),
        ("acts: x\n", "1:7", "this must be keys with values"),
    ],
)
def test_faults_have_their_place_and_a_way_out(text: str, place: str, message: str, log: Path) -> None:
    (log.parent / "words" / "law.ru.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ScenarioError) as caught:
        load_texts(load_scenario(log), "ru")

    assert f"law.ru.yaml:{place}: error" in str(caught.value)
    assert message in str(caught.value)


def test_all_faults_come_in_one_pass(log: Path) -> None:
    (log.parent / "words" / "law.ru.yaml").write_text("titel: x\nacts:\n  one: a\n  two: b\n", encoding="utf-8")

    with pytest.raises(ScenarioError) as caught:
        load_texts(load_scenario(log), "ru")

    assert len(caught.value.diagnostics) == 3


def test_an_act_told_twice_is_a_fault_of_the_file(log: Path) -> None:
    (log.parent / "words" / "law.ru.yaml").write_text("acts:\n  signed: a\n  signed: b\n", encoding="utf-8")

    with pytest.raises(FileError, match="twice"):
        load_texts(load_scenario(log), "ru")


def test_words_are_no_scenarios(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is checked without them, pytest leaves them alone, and none is listed."""
    assert main(["check", str(log.parent)]) == 0
    assert "1 file" in capsys.readouterr().out
    assert list(shipped.within(log.parent)) == [log]
    assert not looks_like_a_scenario(log.parent / "words" / "law.ru.yaml")
    assert not [name for name in shipped.names() if "words" in name.split("/")]


def test_a_scenario_named_words_is_one(tmp_path: Path) -> None:
    """Only a folder of that name is left alone, and not one in which everything lies."""
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "words.yaml").write_text(LOG, encoding="utf-8")

    assert list(shipped.within(folder)) == [folder / "words.yaml"]
