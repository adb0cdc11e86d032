"""A Chromium that the system has, and pages seen in it: light, dark, on a phone, projected and printed."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from attrs import field, frozen, mutable
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--no-sandbox",  # it will not start as root with one, and opens our own files only
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(axe_playwright_python.__file__ or "").parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}  # preloading asks for style sheets again
PATIENCE = 30_000
"""How long anything in the browser may take, in milliseconds."""
SLICE, SHOWN = 3_000, 24_000
"""How high one screenshot is, and how far down a page they go, in CSS pixels."""


@frozen
class Look:
    """How a page is looked at: the size of the window in CSS pixels, the scheme of colours, the medium."""

    name: str
    width: int
    height: int
    scheme: str = "light"
    medium: str = "screen"
    phone: bool = False


LOOKS = (
    Look("light", 1280, 900),
    Look("dark", 1280, 900, scheme="dark"),
    Look("phone", 390, 844, phone=True),
    Look("projector", 1920, 1080),
    Look("print", 794, 1123, medium="print"),
)


@mutable
class Seen:
    """What a browser noticed of a page."""

    requests: list[str] = field(factory=list)
    errors: list[str] = field(factory=list)
    overflow: int = 0
    violations: list[str] = field(factory=list)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--chromium", help="The Chromium to use; by default the first on the path.")
    parser.addoption("--screenshots", type=Path, help="A folder for screenshots, for people to look at.")


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """The system's Chromium, without a profile."""
    path = request.config.getoption("--chromium") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(f"no browser on the path: {', '.join(NAMES)}. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield chromium
        chromium.close()


def shoot(page: Page, stem: Path, look: Look) -> None:
    """Keep what a page looks like: pictures from its top down, and on paper what a printer would get."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    height = min(page.evaluate("document.scrollingElement.scrollHeight"), SHOWN)
    for number, top in enumerate(range(0, height, SLICE), 1):
        part = {"x": 0, "y": top, "width": look.width, "height": min(SLICE, height - top)}
        page.screenshot(path=f"{stem}-{number}.png", full_page=True, clip=part)  # type: ignore[arg-type]
    if look.medium == "print":
        page.pdf(path=f"{stem}.pdf", format="A4", prefer_css_page_size=True)


@pytest.fixture(scope="session")
def look_at(browser: Browser, request: pytest.FixtureRequest) -> Any:
    """Opens a file in one of the looks, notes what it does, and keeps a screenshot if one is asked for."""
    shots = request.config.getoption("--screenshots")

    def seen_of(file: Path, name: str, look: Look, examined: bool = True) -> Seen:
        seen = Seen()
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.scheme,  # type: ignore[arg-type]
            has_touch=look.phone,
            reduced_motion="reduce",
        )
        try:
            context.on("request", lambda each: None if each.url.startswith("data:") else seen.requests.append(each.url))
            context.on("weberror", lambda each: seen.errors.append(str(each.error)))
            context.on("console", lambda each: seen.errors.append(each.text) if each.type == "error" else None)
            context.on("requestfailed", lambda each: seen.errors.append(f"cannot be read: {each.url}"))
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.emulate_media(media=look.medium)  # type: ignore[arg-type]
            page.goto(file.as_uri(), wait_until="load")
            if look.phone and file.suffix == ".html" and not page.query_selector("meta[name=viewport]"):
                seen.errors.append("no viewport is named, so that a phone would shrink the page")
            seen.overflow = page.evaluate(
                "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
            )
            if shots and file.suffix == ".html":
                shoot(page, shots / f"{name}-{look.name}", look)
            if examined and file.suffix == ".html":
                page.evaluate(AXE.read_text(encoding="utf-8"))
                found = page.evaluate("(options) => axe.run(options)", OPTIONS)
                seen.violations = [
                    f"{each['id']}: {each['help']}: {'; '.join(' '.join(node['target']) for node in each['nodes'][:3])}"
                    for each in found["violations"]
                ]
        finally:
            context.close()
        return seen

    return seen_of
