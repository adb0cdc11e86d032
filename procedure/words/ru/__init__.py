"""Russian."""

from procedure.words.catalogue import Catalogue, joined
from procedure.words.ru import cli, diagram, findings, lesson, outputs, page, report, sweep

MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)

COUNTED = {
    # times stand in the accusative, after «за», «на», «через» and «в»
    "days": ("день", "дня", "дней"),
    "working days": ("рабочий день", "рабочих дня", "рабочих дней"),
    "weeks": ("неделю", "недели", "недель"),
    "months": ("месяц", "месяца", "месяцев"),
    "years": ("год", "года", "лет"),
    "hours": ("час", "часа", "часов"),
    "minutes": ("минуту", "минуты", "минут"),
    # after «в течение», «не менее», «ранее» and the like
    "days of": ("дня", "дней", "дней"),
    "working days of": ("рабочего дня", "рабочих дней", "рабочих дней"),
    "weeks of": ("недели", "недель", "недель"),
    "months of": ("месяца", "месяцев", "месяцев"),
    "years of": ("года", "лет", "лет"),
    "hours of": ("часа", "часов", "часов"),
    "minutes of": ("минуты", "минут", "минут"),
    "votes of": ("голоса", "голосов", "голосов"),
    "present of": ("депутата", "депутатов", "депутатов"),
    "votes": ("голос", "голоса", "голосов"),
    "seats": ("мандат", "мандата", "мандатов"),
    "present": ("депутат", "депутата", "депутатов"),
    "acts": ("акт", "акта", "актов"),
    "norms": ("норма", "нормы", "норм"),
    "states": ("состояние", "состояния", "состояний"),
    "steps": ("шаг", "шага", "шагов"),
    "files": ("файл", "файла", "файлов"),
    "tables": ("таблица", "таблицы", "таблиц"),
    "faults": ("ошибка", "ошибки", "ошибок"),
    "expectations": ("ожидание", "ожидания", "ожиданий"),
}


def plural(number: int) -> int:
    """One (21, 101), a few (2 to 4, 22 to 24), or many (0, 5 to 20, 25)."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


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
