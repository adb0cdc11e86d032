"""Kazakh, in Cyrillic letters."""

from procedure.words.catalogue import Catalogue, joined
from procedure.words.kk import cli, diagram, findings, lesson, outputs, page, report, sweep

MONTHS = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)

COUNTED = {
    "days": ("күн",),
    "working days": ("жұмыс күні",),
    "weeks": ("апта",),
    "months": ("ай",),
    "years": ("жыл",),
    "hours": ("сағат",),
    "minutes": ("минут",),
    # before «ішінде»
    "days of": ("күн",),
    "working days of": ("жұмыс күні",),
    "weeks of": ("апта",),
    "months of": ("ай",),
    "years of": ("жыл",),
    "hours of": ("сағат",),
    "minutes of": ("минут",),
    "votes": ("дауыс",),
    "seats": ("мандат",),
    "present": ("депутат",),
    "acts": ("акт",),
    "norms": ("норма",),
    "states": ("күй",),
    "steps": ("қадам",),
    "files": ("файл",),
    "tables": ("кесте",),
    "faults": ("қате",),
    "expectations": ("күткен нәтиже",),
}


def plural(number: int) -> int:
    """A noun keeps one form after every number."""
    return 0


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
    quotes=("«", "»"),
    group="\u00a0",
    decimal=",",
)
