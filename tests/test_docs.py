"""Every example in the documents runs: Python by doctest, commands by their output, files as they are saved."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

import procedure
import procedure.rules
from procedure.cli import COMMANDS, main
from tools.make_pictures import pictures
from tools.make_python_reference import written as python_reference

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
                status = main(shlex.split(command)[1:])
                shown = capsys.readouterr()
                assert matches(wanted, shown.err + shown.out), f"{command}\n{shown.err}{shown.out}"
                assert status < 2 or (status == 2 and wanted not in ("", "...\n")), f"{command} ended with {status}"
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


LINK = re.compile(r"(!?)\[[^\]]*\]\(([^()\s]+)\)")


def links(page: Path) -> list[tuple[bool, str, str]]:
    """The relative links of a page outside its code: whether each shows a picture, its file, its heading."""
    text = re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S))
    found = [(bool(mark), *target.partition("#")[::2]) for mark, target in LINK.findall(text)]
    return [each for each in found if ":" not in each[1]]


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    heads = re.findall(r"^#+ (.*)$", text, flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_links_lead_somewhere() -> None:
    """Each relative link of each page names a file that is there, and a heading that is in it."""
    broken = []
    for page in PAGES:
        for _, file, heading in links(page):
            target = page.parent / file if file else page
            if not target.exists() or (heading and heading not in anchors(target)):
                broken.append(f"{name_of(page)}: {file}#{heading}")

    assert broken == []


def test_pictures_are_told_in_words() -> None:
    """Each picture has words for those who do not see it, and each file of a picture is shown by some page."""
    wordless = [name_of(page) for page in PAGES if "![](" in page.read_text(encoding="utf-8")]
    shown = {(page.parent / file).resolve() for page in PAGES for picture, file, _ in links(page) if picture}

    assert wordless == []
    assert shown == set((ROOT / "docs/pictures").iterdir())


def test_no_page_is_an_orphan() -> None:
    """The index links to every page of the documentation; a new page needs a line there."""
    index = ROOT / "docs/index.md"
    linked = {(index.parent / file).resolve() for _, file, _ in links(index)}

    assert [name_of(page) for page in ROOT.glob("docs/**/*.md") if page != index and page not in linked] == []


@pytest.mark.parametrize("path", ["reference/python.md", *(f"pictures/{name}" for name in pictures())])
def test_made_pages_are_fresh(path: str) -> None:
    """Run `make pages` when they are not."""
    made = python_reference() if path.endswith(".md") else pictures()[Path(path).name]

    assert (ROOT / "docs" / path).read_text(encoding="utf-8") == made
