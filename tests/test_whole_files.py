"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from procedure.errors import ProcedureError
from procedure.whole_files import write_whole


def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, "ә\n")
    other = tmp_path / "b.txt"
    other.touch()

    assert path.read_bytes() == "ә\n".encode()
    assert path.stat().st_mode == other.stat().st_mode


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    os.chmod(path, 0o640)
    write_whole(path, b"new")

    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_refusal_at_the_last_look_leaves_nothing(tmp_path: Path) -> None:
    """What was there stays, and no half of the new file is left beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old")

    def refuse() -> None:
        raise ProcedureError("no")

    with pytest.raises(ProcedureError, match="no"):
        write_whole(path, "new", refuse)
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProcedureError, match="cannot be written"):
        write_whole(tmp_path / "no such folder" / "a.txt", "x")
