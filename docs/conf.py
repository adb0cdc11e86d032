"""How Sphinx makes the site of these pages: `make docs`.

The pages are plain Markdown, to be read on a forge as well. What only a site can show is added while it is built: the
table of contents, from the links of the index; a drawing of each procedure; the pages that lie outside this folder.
"""

import re
from pathlib import Path

from sphinx.application import Sphinx

from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.render.labels import heading
from procedure.render.svg import svg
from procedure.version import VERSION
from procedure.words import speaker_in

HERE = Path(__file__).parent
DRAWN = HERE / "_drawn"

project = "procedure"
author = "the procedure authors"
version = release = VERSION
language = "en"

extensions = ["myst_parser"]
exclude_patterns = ["_drawn"]
nitpicky = True
myst_heading_anchors = 4

html_theme = "furo"
html_title = f"procedure {VERSION}"
html_show_copyright = False
html_copy_source = False
html_use_index = False
html_permalinks_icon = "#"
html_theme_options = {"top_of_page_buttons": []}


def contents() -> str:
    """The table of contents: a part for each heading of the index, a line for each page that it links to."""
    index = (HERE / "index.md").read_text(encoding="utf-8")
    parts = []
    for part in re.split(r"^## ", index, flags=re.MULTILINE)[1:]:
        pages = re.findall(r"\]\(([^):#]+)\.md\)", part)
        parts.append(
            "\n".join(["```{toctree}", ":hidden:", f":caption: {part.splitlines()[0]}", "", *pages, "```", ""])
        )
    return "\n".join(parts)


def procedures() -> str:
    """Every procedure of every country, with its drawing."""
    DRAWN.mkdir(exist_ok=True)
    lines = []
    for name in COUNTRIES:
        place = jurisdiction(name)
        speak = speaker_in(place, language)
        lines += [f"## {place.title['en']}", ""]
        for each in place.procedures:
            file = DRAWN / f"{name}-{each.name}.svg"
            file.write_text(svg(each, place.vocabulary.acts, speak), encoding="utf-8")
            title = heading(each, speak)
            lines += [f"### {title}", "", f"```{{image}} ../_drawn/{file.name}"]
            lines += [f":alt: A state diagram of the procedure {title}, of {place.title['en']}", ":loading: lazy"]
            lines += [f":target: ../_images/{file.name}", "```", ""]
    return "\n".join(lines)


def outside(name: str) -> str:
    """A page from the top of the repository, without its title."""
    text = (HERE.parent / name).read_text(encoding="utf-8").partition("\n")[2]
    return re.sub(r"\]\(docs/", "](", text)


ADDED = {
    "index": contents,
    "reference/procedures": procedures,
    "contributing": lambda: outside("CONTRIBUTING.md"),
    "changes": lambda: outside("CHANGELOG.md"),
}


def add(app: Sphinx, page: str, source: list[str]) -> None:
    """Put what only the site has at the end of a page."""
    if page in ADDED:
        source[0] += "\n" + ADDED[page]()


MENDED = (
    ('role="heading">', 'role="heading" aria-level="2">'),
    ('<aside class="sidebar-drawer">', '<aside class="sidebar-drawer" aria-label="All pages">'),
    ("<pre>", '<pre tabindex="0">'),
    ('<div id="search-results">', '<h1>Search</h1><div id="search-results">'),
)
"""What the theme leaves out for keyboards and screen readers, and what it should be."""


def mend(app: Sphinx, error: Exception | None) -> None:
    """Put right, in the pages that were built, what axe finds wrong with the theme."""
    for file in [] if error else Path(app.outdir).rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for wrong, right in MENDED:
            text = text.replace(wrong, right)
        file.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("source-read", add)
    app.connect("build-finished", mend)
    return {"parallel_read_safe": True}
