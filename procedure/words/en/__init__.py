"""English."""

from procedure.words.catalogue import Catalogue, joined
from procedure.words.en import cli, diagram, findings, lesson, outputs, page, report, sweep

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

COUNTED = {
    "days": ("day", "days"),
    "working days": ("working day", "working days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "hours": ("hour", "hours"),
    "minutes": ("minute", "minutes"),
    "votes": ("vote", "votes"),
    "seats": ("seat", "seats"),
    "present": ("member", "members"),
    "acts": ("act", "acts"),
    "norms": ("norm", "norms"),
    "faults": ("fault", "faults"),
    "states": ("state", "states"),
    "steps": ("step", "steps"),
    "files": ("file", "files"),
    "tables": ("table", "tables"),
    "expectations": ("expectation", "expectations"),
}


def plural(number: int) -> int:
    """One, or any other number."""
    return 0 if number == 1 else 1


CATALOGUE = Catalogue(
    sentences=joined(
        findings.SENTENCES,
        report.SENTENCES,
        outputs.SENTENCES,
        cli.SENTENCES,
        page.SENTENCES,
        lesson.SENTENCES,
        sweep.SENTENCES,
        diagram.SENTENCES,
    ),
    months=MONTHS,
    counted=COUNTED,
    plural=plural,
    quotes=("“", "”"),
    group=",",
    decimal=".",
)
