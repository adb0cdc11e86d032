"""Draws the pictures that pages show on a forge too: `python tools/make_pictures.py`."""

from pathlib import Path

from procedure import shipped
from procedure.judge import replay
from procedure.jurisdictions import jurisdiction
from procedure.render.html.document import picture
from procedure.render.html.matter import Matter
from procedure.render.svg import svg
from procedure.scenario_files import load_scenario
from procedure.words import speaker_in

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
DRAWN = (("ruritania", "speaker"),)
"""Countries and their procedures; the site draws all of them by itself."""

TOLD = (
    ("kz/2023-snap-election", "timeline", "timeline-2023"),
    ("kz/edges/election-days-after-the-dissolution-of-2023", "sweep", "sweep-election-days-2023"),
)
"""Shipped logs, the part of their report that is shown, and the name of its file."""


def pictures() -> dict[str, str]:
    """The pictures by the names of their files, as the code draws them."""
    found = {}
    for country, procedure in DRAWN:
        place = jurisdiction(country)
        found[f"{country}-{procedure}.svg"] = svg(place.procedure(procedure), place.vocabulary.acts, speaker_in(place))
    for log, part, name in TOLD:
        case = load_scenario(shipped.find(log))
        drawn = picture(Matter.of(case, replay(case)), part)
        assert drawn is not None
        found[f"{name}.svg"] = drawn
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pictures().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
