"""Every example in the documents runs: Python by doctest, commands by their output, files as they are saved."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

import procedure
import procedure.rules
from procedure.cli import COMMANDS, main

ROOT = Path(procedure.__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED = re.compile(r"[Ss]ave this as `([^`]+)`:\s*\Z")


def name_of(path: Path) -> str:
    """A page as `docs/reference/files.md`."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_examples_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a page shows is what one sees."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    text = page.read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        language, body = block.groups()
        saved = SAVED.search(text[: block.start()])
        if language == "yaml" and saved:
            (tmp_path / saved[1]).write_text(body, encoding="utf-8")
        elif language == "console":
            for command, wanted in commands(body):
                main(shlex.split(command)[1:])
                shown = capsys.readouterr()
                assert matches(wanted, shown.err + shown.out), f"{command}\n{shown.err}{shown.out}"
    results = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert results.failed == 0


def commands(body: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output that is shown."""
    parts = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
    return [(head, rest) for head, _, rest in (part.partition("\n") for part in parts)]


def matches(wanted: str, shown: str) -> bool:
    """Whether output is as shown, where a line `...` stands for any lines."""
    pieces = [re.escape(piece) for piece in re.split(r"^\.\.\.\n", wanted, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(pieces), shown) is not None


def test_every_rule_is_documented() -> None:
    """The page on rules names each rule of the vocabulary."""
    page = (ROOT / "docs/reference/rules.md").read_text(encoding="utf-8")

    assert [name for name in procedure.rules.__all__ if f"`{name}(" not in page] == []


def test_every_command_is_documented() -> None:
    """The page on commands names each command."""
    page = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"`procedure {name}" not in page] == []


def test_links_lead_somewhere() -> None:
    """Each relative link of each page names a file that is there."""
    broken = [
        f"{name_of(page)}: {link}"
        for page in PAGES
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]

    assert broken == []
