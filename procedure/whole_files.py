"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from procedure.errors import ProcedureError


def write_whole(path: Path, content: str | bytes, last_look: Callable[[], None] = lambda: None) -> None:
    """Write a file whole or not at all, with the rights of the one it replaces; ProcedureError where that fails.

    `last_look` is called just before the file takes its place, and may refuse by raising.
    """
    data = content.encode() if isinstance(content, str) else content
    name = ""
    try:
        handle, name = tempfile.mkstemp(".tmp", ".procedure-", path.absolute().parent)
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(name, _mode(path))
        last_look()
        os.replace(name, path)
    except OSError as error:
        raise ProcedureError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those of a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
