"""The help of the command line in three languages: nothing is missing, nothing is left over, English is as it was."""

import re

import click
import pytest

from procedure.cli import COMMANDS, commands, main
from procedure.cli.help import help_in, parameter_key

LANGUAGES = ("ru", "kk")
ALL = [commands, *(commands.get_command(click.Context(commands), name) for name in COMMANDS)]  # type: ignore[attr-defined]


def texts() -> dict[str, str]:
    """Every text of help that the code has in English, by the key of its translation."""
    found = {command.name: command.help for command in ALL}
    for command in ALL:
        found |= {parameter_key(command.name, each): each.help for each in command.params if getattr(each, "help", "")}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_its_help(language: str) -> None:
    """What fails here names the entries that `procedure/words/<language>/help.py` lacks, or has in vain."""
    help = help_in(language)

    lacking = sorted(texts().keys() - help.texts.keys()) + sorted(COMMANDS.keys() - help.commands.keys())
    in_vain = sorted(help.texts.keys() - texts().keys()) + sorted(help.commands.keys() - COMMANDS.keys())

    assert lacking == [], f"procedure/words/{language}/help.py lacks {', '.join(lacking)}"
    assert in_vain == [], f"procedure/words/{language}/help.py has what no command asks for: {', '.join(in_vain)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_the_help_are_those_of_the_code(language: str) -> None:
    """The names of arguments, options and files of a text stand in its translation as they are."""
    for key, english in texts().items():
        names = re.findall(r"--[a-z-]+|\b[A-Z]{2,}(?:_[A-Z]+)?\b|\d[\d.]*\d", english)
        assert [name for name in names if name not in help_in(language).texts[key]] == [], key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_word_of_help_stays_in_english(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A line of help has no two English words in a row, beside the names of things."""
    assert main([*([name] if name else []), "--lang", language, "--help"]) == 0

    text = capsys.readouterr().out
    assert text.startswith({"ru": "Использование:", "kk": "Қолданылуы:"}[language])
    plain = re.sub(r"\[[^\]]*\]|--?[a-z-]+|JSON Schema", "", text.replace(f" {name} ", "", 1))
    assert re.findall(r"\b[a-z]{2,} [a-z]{2,}\b", plain) == []


def test_english_is_told_by_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "--lang", "ru", "--help"]) == 0
    assert main(["replay", "--lang", "en", "--help"]) == 0

    text = capsys.readouterr().out.rpartition("Usage: ")[2]
    assert "Replay FILE (a path" in text
    assert "Show only these outcomes" in text
    assert not re.search("[а-я]", text)


def test_the_environment_chooses_the_language_of_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROCEDURE_LANG", "kk")

    assert main(["draw", "--help"]) == 0
    assert main([]) == 2

    told = capsys.readouterr()
    assert "Осы файлға жазу: не толық" in " ".join(told.out.split())
    assert "Командалар:" in told.err
