"""Draws the pictures that pages show on a forge too: `python tools/make_pictures.py`."""

from pathlib import Path

from procedure.jurisdictions import jurisdiction
from procedure.render.svg import svg
from procedure.words import speaker_in

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
DRAWN = (("ruritania", "speaker"),)
"""Countries and their procedures; the site draws all of them by itself."""


def pictures() -> dict[str, str]:
    """The pictures by the names of their files, as the code draws them."""
    found = {}
    for country, procedure in DRAWN:
        place = jurisdiction(country)
        found[f"{country}-{procedure}.svg"] = svg(place.procedure(procedure), place.vocabulary.acts, speaker_in(place))
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pictures().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
