"""The scenarios that come with the library, by name: `kz/2023-snap-election`."""

from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent
WORDS = "words"
"""The folder beside a log that holds what the log says in other languages."""

_BESIDE = {"data", WORDS}
_FOLDERS = (_HERE / "_scenarios", _HERE.parent / "scenarios")


def folder() -> Path:
    """Where the scenarios lie: inside the package when installed, beside it in a checkout."""
    return next((path for path in _FOLDERS if path.is_dir()), _FOLDERS[0])


def names() -> Iterator[str]:
    """The names of the scenarios, sorted."""
    root = folder()
    for path in within(root):
        yield path.relative_to(root).with_suffix("").as_posix()


def within(folder: Path) -> Iterator[Path]:
    """The scenario files in a folder, sorted; tables of results and words in other languages are not scenarios."""
    for path in sorted(folder.rglob("*.yaml")):
        if not _BESIDE & set(path.relative_to(folder).parts[:-1]):
            yield path


def find(name: str) -> Path:
    """The path of a file, or of a shipped scenario with this name."""
    path = Path(name)
    if path.exists():
        return path
    log = folder() / f"{name}.yaml"
    return log if log.exists() else path


def told(path: Path) -> str:
    """A path as a reader would write it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
