"""The scenarios that come with the library, by name: `kz/2023-snap-election`."""

from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent
_FOLDERS = (_HERE / "_scenarios", _HERE.parent / "scenarios")


def folder() -> Path:
    """Where the scenarios lie: inside the package when installed, beside it in a checkout."""
    return next((path for path in _FOLDERS if path.is_dir()), _FOLDERS[0])


def names() -> Iterator[str]:
    """The names of the scenarios, sorted; data files of results are not scenarios."""
    root = folder()
    for path in sorted(root.rglob("*.yaml")):
        if "data" not in path.relative_to(root).parts:
            yield path.relative_to(root).with_suffix("").as_posix()


def find(name: str) -> Path:
    """The path of a file, or of a shipped scenario with this name."""
    path = Path(name)
    if path.exists():
        return path
    within = folder() / f"{name}.yaml"
    return within if within.exists() else path


def told(path: Path) -> str:
    """A path as a reader would write it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
