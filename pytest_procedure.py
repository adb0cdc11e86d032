"""A pytest plugin: each scenario file under the paths given to pytest is a test of what it expects.

It lies outside the package, which takes longer to import: each run of pytest loads this module, and few find scenarios.
PYTEST_DONT_REWRITE: nothing here asserts, and it may have been imported before.
"""

from pathlib import Path

import pytest

SNIFFED = 64 * 1024
"""How much of a file is read to tell whether it is a scenario."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """A YAML file is collected when it begins like a scenario; every other file is left alone."""
    if file_path.suffix == ".yaml" and looks_like_a_scenario(file_path):
        from procedure.pytest_plugin import ScenarioFile

        return ScenarioFile.from_parent(parent, path=file_path)
    return None


def looks_like_a_scenario(path: Path) -> bool:
    """Whether the first key is `scenario:`, and another says of which country or on what log it rests."""
    try:
        with path.open("rb") as file:
            head = file.read(SNIFFED).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return False
    lines = (line for line in head.splitlines() if line.strip() not in (b"", b"---") and not line.startswith(b"#"))
    if not next(lines, b"").startswith(b"scenario:"):
        return False
    return any(line.startswith((b"jurisdiction:", b"based on:")) for line in lines)
