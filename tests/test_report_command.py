"""`procedure report`: whole or not at all, to a file or to the standard output, in a language, or one part alone."""

from pathlib import Path

import pytest

from procedure.cli import main
from tests.pages import CYCLE, REFUSED


def test_a_page_is_written_and_printed_alike(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", CYCLE, "-o", "r.html"]) == 0
    assert capsysbinary.readouterr().out == b""
    assert main(["report", CYCLE]) == 0
    assert capsysbinary.readouterr().out == (tmp_path / "r.html").read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["r.html"]


def test_the_language_is_the_one_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    assert main(["--lang", "kk", "report", REFUSED, "-o", str(path)]) == 0
    assert '<html lang="kk">' in path.read_text(encoding="utf-8")


def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.html"
    path.write_text("before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert main(["report", REFUSED, "-o", str(path)]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert path.read_text() == "before" and [each.name for each in tmp_path.iterdir()] == ["r.html"]


def test_no_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", REFUSED, "-o", str(tmp_path / "none" / "r.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_one_picture(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", CYCLE, "--to", "svg", "--part", "diagram", "--procedure", "speaker"]) == 0
    assert capsys.readouterr().out.startswith("<svg ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "svg"], "go together"),
        (["--part", "timeline"], "go together"),
        (["--to", "svg", "--part", "bars"], "nothing to draw"),
        (["--to", "svg", "--part", "timeline", "--procedure", "chairman"], "--part diagram"),
        (["--to", "svg", "--part", "diagram", "--procedure", "chairmann"], "did you mean"),
    ],
)
def test_what_does_not_go_together_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", REFUSED, *arguments]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("form", "begins"), [("md", "# "), ("csv", "")])
def test_other_forms(form: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", CYCLE, "--to", form]) == 0
    assert capsys.readouterr().out.lstrip("\ufeff").startswith(begins)
