"""Pages in a real browser: nothing leaves them, nothing overflows, nothing fails, and axe finds nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from procedure.jurisdictions import COUNTRIES, jurisdiction
from tests.browser.conftest import LOOKS, Look, Seen
from tests.browser.pages import SITE, Page, pages, written

LookAt = Callable[..., Seen]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Page], Path]:
    """The file of a page, made once."""
    made: dict[str, Path] = {}

    def file(page: Page) -> Path:
        if page.name not in made:
            made[page.name] = page.made(tmp_path_factory.mktemp(page.name))
        return made[page.name]

    return file


def outside(seen: Seen) -> list[str]:
    """The requests that are for no file."""
    return [url for url in seen.requests if not url.startswith("file:///")]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_page(page: Page, look: Look, files: Callable[[Page], Path], look_at: LookAt) -> None:
    """Whole, quiet, within its width and accessible, however it is looked at."""
    file = files(page)

    seen = look_at(file, page.name, look, not page.examined or look.name in page.examined)

    assert seen.requests[0] == file.as_uri()
    assert outside(seen) == []
    assert page.many or len(set(seen.requests)) == 1
    assert seen.errors == []
    assert seen.overflow <= 0
    assert seen.violations == []


def test_search_needs_no_network(browser: Browser) -> None:
    """The site finds words from a file system alone."""
    page = browser.new_page()
    page.goto((SITE.resolve() / "search.html").as_uri() + "?q=dissolution")

    page.wait_for_selector("#search-results li a")

    assert page.locator("#search-results li a").count() > 3
    page.close()


@pytest.mark.parametrize(
    "country, procedure", [(name, each.name) for name in COUNTRIES for each in jurisdiction(name).procedures]
)
def test_drawing_alone(country: str, procedure: str, tmp_path: Path, look_at: LookAt) -> None:
    """A drawing opened as a file is well formed, and asks for nothing."""
    file = written("draw", country, procedure, "--to", "svg", name=f"{procedure}.svg")(tmp_path)

    seen = look_at(file, f"drawing-{country}-{procedure}", LOOKS[0])

    assert seen.requests == [file.as_uri()]
    assert seen.errors == []


@pytest.mark.parametrize(
    "body, fault",
    [
        ('<img alt="" src="https://example.invalid/x.png">', "outside"),
        ("<script>throw new Error('x')</script>", "errors"),
        ('<div style="width: 3000px">x</div>', "overflow"),
        ('<p style="color: #ccc">pale</p>', "violations"),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "violations"),
    ],
)
def test_faults_are_found(body: str, fault: str, tmp_path: Path, look_at: LookAt) -> None:
    """The checks themselves: each fault that is planted is seen, also under a strict policy."""
    file = tmp_path / "bad.html"
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bad</title>'
    file.write_text(f"{head}<main><h1>Bad</h1>{body}</main></html>", encoding="utf-8")

    seen = look_at(file, "bad", LOOKS[0])

    assert outside(seen) if fault == "outside" else getattr(seen, fault)


def test_a_page_that_a_phone_would_shrink_is_found(tmp_path: Path, look_at: LookAt) -> None:
    """A page without a viewport is laid out for a desk, and a phone makes it small."""
    file = tmp_path / "small.html"
    file.write_text(
        '<!doctype html><html lang="en"><title>Small</title><main><h1>x</h1></main></html>', encoding="utf-8"
    )

    assert look_at(file, "small", next(look for look in LOOKS if look.phone)).errors != []


def test_a_strict_policy_is_no_hindrance(tmp_path: Path, look_at: LookAt) -> None:
    """Pages that allow no script are checked too, and what their policy stops is an error."""
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    file = tmp_path / "strict.html"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8">{policy}<title>Strict</title>'
    file.write_text(f'{head}<main><h1>Strict</h1><img src="x.png"></main></html>', encoding="utf-8")

    seen = look_at(file, "strict", LOOKS[0])

    assert any("Content Security Policy" in error for error in seen.errors)
    assert any(each.startswith("image-alt") for each in seen.violations)
