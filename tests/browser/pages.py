"""The pages that a browser is to look at. To have another one looked at, add a line to a function that names pages."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from attrs import frozen

from procedure.cli import COMMANDS, main
from procedure.jurisdictions import COUNTRIES, jurisdiction

SITE = Path("build/docs")
LANGUAGES = ("en", "ru", "kk")
LESSON = "kz/lessons/how-a-new-house-meets"
REPORTED = {
    "2023": "kz/2023-snap-election",
    "failed": "kz/hypothetical/chairman-declared-elected-with-49-votes",
    "ruritania": "ruritania/good/whole-cycle",
    "swept": "kz/edges/election-days-after-the-dissolution-of-2023",
}


@frozen
class Page:
    """A page by its name, and how its file comes to be in an empty folder; `many` where it consists of many files.

    `examined` names the looks in which axe goes through it, which takes long for a long page; none for all looks.
    """

    name: str
    made: Callable[[Path], Path]
    many: bool = False
    examined: tuple[str, ...] = ()


def written(*arguments: str, name: str = "page.html") -> Callable[[Path], Path]:
    """A page that a command writes with `-o`."""

    def make(folder: Path) -> Path:
        file = folder / name
        status = main([*arguments, "-o", str(file)])
        assert status in (0, 1), f"procedure {' '.join(arguments)} ended with {status}"
        return file

    return make


def drawings(country: str) -> Callable[[Path], Path]:
    """All procedures of a country as they stand in a page."""

    def make(folder: Path) -> Path:
        parts = []
        for each in jurisdiction(country).procedures:
            svg = written("draw", country, each.name, "--to", "svg", name=f"{each.name}.svg")(folder)
            parts += [f"<h2>{escape(each.name)}</h2>", svg.read_text(encoding="utf-8")]
        head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Drawings</title>'
        style = '<meta name="viewport" content="width=device-width"><style>svg {max-width: 100%; height: auto}</style>'
        file = folder / "drawings.html"
        file.write_text(f"{head}{style}<main><h1>Drawings</h1>{''.join(parts)}</main></html>", encoding="utf-8")
        return file

    return make


def of_the_site() -> Iterator[Page]:
    """A page of each sort from the site that `make docs` builds."""
    for name in (
        "index",
        "tutorials/a-first-replay",
        "reference/files",
        "reference/procedures",
        "reference/python",
        "search",
    ):
        yield Page(
            f"site-{name.replace('/', '-')}", lambda folder, name=name: SITE.resolve() / f"{name}.html", many=True
        )  # type: ignore[misc]


def pages() -> tuple[Page, ...]:
    """Every page to look at."""
    found = [Page(f"drawings-{country}", drawings(country)) for country in COUNTRIES]
    found += of_the_site()
    found += [Page(f"lesson-{lang}", written("--lang", lang, "lesson", LESSON, "--to", "html")) for lang in LANGUAGES]
    if "report" in COMMANDS:
        found += [
            Page(
                f"report-{name}-{lang}",
                written("--lang", lang, "report", scenario),
                examined=() if lang == "en" else ("light", "phone"),
            )
            for name, scenario in REPORTED.items()
            for lang in LANGUAGES
        ]
    return tuple(found)
