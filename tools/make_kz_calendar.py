"""Writes the Kazakh calendar of working days from the package `holidays`.

    python tools/make_kz_calendar.py > procedure/jurisdictions/kz/calendar.yaml

The package gives the days and the Kazakh names, and its source cites the decrees. The tables below add the other two
languages, say which decree moved which day, and correct the package where it is known to be wrong. An unknown name or
a moved day without a decree stops the script: read what is new, and add it here. The output depends on nothing but this
file and the release of the package, which asks for python-dateutil below 3 but runs with 4:
`pip install --no-deps holidays` leaves the one that is there.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from textwrap import fill

from holidays.countries.kazakhstan import Kazakhstan

CHECKED = date(2026, 11, 21)
SINCE = date(2002, 1, 1)
UNTIL = date(2026, 12, 31)

ADILET = "https://adilet.zan.kz/rus/docs/"
HOLIDAYS = f"Law on Holidays, arts 2 and 3, {ADILET}Z010000267_"
FALLS_TOGETHER = f"Law on Holidays, art. 5, {ADILET}Z010000267_"
RELIGIOUS = (
    (date(2007, 6, 1), f"Law on Labour, {ADILET}Z990000493_#z63"),
    (
        date(2016, 1, 1),
        "Labour Code of 2007, art. 96(4), as told by "
        "https://zakon.kz/amp/redaktsiia-zakonkz/4464626-na-novyjj-god-kazakhstancy-otdokhnut.html",
    ),
    (
        date.max,
        "Labour Code of 2015, art. 84(5), as told by "
        "https://pro1c.kz/hotline/tipovye-resheniya/chem-otlichaetsya-prazdnichnyy-den-ot-vykhodnogo-dnya",
    ),
)
"""By what law Christmas and Kurban Ait are days of rest, each until a day."""

NAMES = {
    "Жаңа жыл": ("New Year", "Новый год"),
    "Православиелік Рождество": ("Orthodox Christmas", "Православное Рождество"),
    "Халықаралық әйелдер күні": ("International Women's Day", "Международный женский день"),
    "Наурыз мейрамы": ("Nauryz", "Наурыз мейрамы"),
    "Қазақстан халқының бірлігі мерекесі": (
        "Unity Day of the People of Kazakhstan",
        "Праздник единства народа Казахстана",
    ),
    "Отан Қорғаушы күні": ("Defender of the Fatherland Day", "День защитника Отечества"),
    "Жеңіс күні": ("Victory Day", "День Победы"),
    "Астана күні": ("Capital Day", "День Столицы"),
    "Қазақстан Республикасының Конституциясы күні": ("Constitution Day", "День Конституции Республики Казахстан"),
    "Республика күні": ("Republic Day", "День Республики"),
    "Қазақстан Республикасы күні": ("Day of the Republic of Kazakhstan", "День Республики Казахстан"),
    "Қазақстан Республикасының Тұңғыш Президенті күні": (
        "Day of the First President",
        "День Первого Президента Республики Казахстан",
    ),
    "Тәуелсіздік күні": ("Independence Day", "День Независимости"),
    "Құрбан айт": ("Kurban Ait", "Курбан-айт"),
}
NOT_HOLIDAYS = ("Православиелік Рождество", "Құрбан айт")
"""Days of rest that are no holidays of the law, and are not made good when they fall on a weekend."""

EITHER = f"{ADILET}P070000148_ or {ADILET}P070000165_ (which of the two was not read)"
IN_2022 = (
    "Decree of the Government 713 of 6 October 2021, "
    "https://pm.kz/en/news/kr-ukimeti-2022-zhyly-demalys-kunderin-auystyrudy-bekitti-1195927"
)
DECREES = {
    "2002-05-10": "P020000466_",
    "2003-05-02": "P030000338_",
    "2003-12-15": "P030001166_",
    "2005-03-07": "P050000142_",
    "2005-03-21": "P050000142_",
    "2005-08-29": "P050000751_",
    "2005-10-24": "P050000949_",
    "2006-01-11": "P050001309_",
    "2006-05-08": "P060000277_",
    "2007-03-09": EITHER,
    "2007-03-23": EITHER,
    "2007-08-31": "P070000713_",
    "2007-10-26": "P070000925_",
    "2007-12-31": "P070001113_",
    "2008-05-02": "P080000364_",
    "2009-12-18": "P090001936_",
    "2010-01-08": "P090002216_",
    "2010-07-05": "P100000637_",
    "2011-03-07": "P1100000167",
    "2011-08-29": "P1100000948",
    "2012-03-09": "P1200000268",
    "2012-04-30": "P1200000458",
    "2012-12-31": "P1200001538",
    "2013-05-10": "P1300000345",
    "2013-10-14": "P1300001068",
    "2014-01-03": "P1300001322",
    "2014-05-02": "P1400000365",
    "2014-05-08": "P1400000365",
    "2016-03-07": "P1600000067",
    "2017-03-20": "P1700000005",
    "2017-07-07": "P1700000005",
    "2018-03-09": "P1700000864",
    "2018-04-30": "P1700000864",
    "2018-05-08": "P1700000864",
    "2018-08-31": "P1700000864",
    "2018-12-31": "P1700000864",
    "2019-05-10": "P1800000888",
    "2020-01-03": "P1900000820",
    "2020-05-08": "P1900000820",
    "2020-12-18": "P1900000820",
    "2021-07-05": "P2000000930",
    "2022-03-07": IN_2022,
    "2022-08-29": IN_2022,
    "2022-10-24": "P2200000796",
    "2023-07-07": "P2300000326",
    "2024-05-08": "G24G0000109",
    "2025-01-03": "G24G0000436",
}
"""Who moved the day of rest to this day; the package cites them by year, and within a year they follow the days."""

CORRECTED = {
    date(2008, 7, 6): "Астана күні",
    date(2008, 7, 7): "Астана күні (қайта белгіленген демалыс)",
}
"""Days that the package lacks."""
CORRECTION = (
    "Law 47-IV of 25 June 2008, as told by Kazakhstan Today, 26 June 2008: "
    "https://www.qppstudio.net/public-holidays-news/2008/kazakhstan-july-6-public-holiday-signed-into-law-004805.htm"
)
NOTES = {
    date(2008, 7, 6): "The package has this holiday from 2009 only.",
    date(2008, 7, 7): "Not in the package, which has Capital Day from 2009 only.",
    date(2020, 5, 8): "11 May, a Monday, would have been the day of rest for Victory Day, and was worked.",
    date(2026, 5, 27): "Estimated by the package; the same day on egov.kz, as told by inform.kz on 2 January 2026.",
}

NOTE = f"""\
Made by tools/make_kz_calendar.py from the package holidays {version("holidays")} (MIT licence); do not edit it by hand.
Saturday and Sunday are days of rest, as in the five-day week. Only what differs stands here, and the holidays that fall
on a weekend. Christmas and the first day of Kurban Ait are days of rest under the law on labour, not holidays, and are
not made good. The dates of Kurban Ait are the package's. The decrees are those that its source cites; of their texts
P090001936_ and P1200001538 were read. The English and Russian names are ours, after the law's own. Nothing before 2002
is on file: there the package leaves out Nauryz, for the sake of which P010000282_ moved days of rest in 2001, and the
rule for a holiday on a weekend. In 2008 it lacks Capital Day, which is added. In 2026 it has no moved days, and no
Constitution Day, as the ministry of labour is reported to have said (taspanews.kz, 18 March 2026). The stop of work in
Nur-Sultan and Almaty from 30 March 2020, which left out the central state bodies, is not here."""

MOVED = re.compile(r"Демалыс күні \((\d\d)\.(\d\d)\.(\d{4}) бастап ауыстырылды\)")
IN_LIEU = " (қайта белгіленген демалыс)"
MONTHS = (
    ("January", "января"),
    ("February", "февраля"),
    ("March", "марта"),
    ("April", "апреля"),
    ("May", "мая"),
    ("June", "июня"),
    ("July", "июля"),
    ("August", "августа"),
    ("September", "сентября"),
    ("October", "октября"),
    ("November", "ноября"),
    ("December", "декабря"),
)


def told(day: date) -> tuple[str, str, str]:
    """A day in English, Kazakh figures, and Russian."""
    english, russian = MONTHS[day.month - 1]
    return f"{day.day} {english} {day.year}", f"{day:%d.%m.%Y}", f"{day.day} {russian} {day.year} года"


def entry(day: date, kind: str, names: tuple[str, str, str], source: str) -> str:
    """A line of the calendar: the day, what it is, its name in English, Kazakh and Russian, who says so."""
    written = ", ".join(f"{code}: {quoted(name)}" for code, name in zip(("en", "kk", "ru"), names, strict=True))
    note = f", note: {quoted(NOTES[day])}" if day in NOTES else ""
    return f"  {day}: {{kind: {kind}, name: {{{written}}}, source: {quoted(source)}{note}}}"


def quoted(text: str) -> str:
    """Text in double quotes, as JSON and YAML both read it."""
    return json.dumps(text, ensure_ascii=False)


def joined(day: date, labels: list[str], source: str | None) -> str:
    """A holiday, or a day of rest in its place; two that fall together are one entry."""
    bare = [label.removesuffix(IN_LIEU) for label in labels]
    in_lieu = [label.endswith(IN_LIEU) for label in labels]
    english = [NAMES[name][0] + " (day of rest in lieu)" * moved for name, moved in zip(bare, in_lieu, strict=True)]
    russian = [NAMES[name][1] + " (перенос выходного дня)" * moved for name, moved in zip(bare, in_lieu, strict=True)]
    names = ("; ".join(english), "; ".join(labels), "; ".join(russian))
    if all(in_lieu):
        return entry(day, "day of rest", names, source or FALLS_TOGETHER)
    if all(name in NOT_HOLIDAYS for name in bare):
        return entry(day, "day of rest", names, next(law for end, law in RELIGIOUS if day < end))
    return entry(day, "holiday", names, source or HOLIDAYS)


def moved_to(day: date, origin: date, worked: bool) -> Iterator[tuple[date, str]]:
    """A moved day of rest and, where it was moved from a weekend, the day worked for it."""
    decree = DECREES[str(day)]
    source = decree if "https" in decree else ADILET + decree
    english, kazakh, russian = told(origin)
    names = (
        f"Day of rest, moved from {english}",
        f"Демалыс күні ({kazakh} бастап ауыстырылды)",
        f"День отдыха, перенесённый с {russian}",
    )
    yield day, entry(day, "day of rest", names, source)
    if worked:
        english, kazakh, russian = told(day)
        names = (
            f"Working day; the day of rest is moved to {english}",
            f"Жұмыс күні (демалыс {kazakh} күніне ауыстырылды)",
            f"Рабочий день; день отдыха перенесён на {russian}",
        )
        yield origin, entry(origin, "working day", names, source)


def lines() -> Iterator[tuple[date, str]]:
    """Every special day with its line."""
    package = Kazakhstan(years=range(SINCE.year, UNTIL.year + 1), language="kk", islamic_show_estimated=False)
    for day, name in package.items():
        if found := MOVED.fullmatch(name):
            origin = date(int(found[3]), int(found[2]), int(found[1]))
            yield from moved_to(day, origin, origin in package.weekend_workdays)
        else:
            yield day, joined(day, name.split("; "), None)
    for day, name in CORRECTED.items():
        if day in package:
            raise SystemExit(f"the package has {day} now: remove it from CORRECTED")
        yield day, joined(day, [name], CORRECTION)


def calendar() -> str:
    """The whole file."""
    days = list(lines())
    if len(dict(days)) < len(days):
        raise SystemExit("two entries for one day")
    head = [
        "calendar: Working days of Kazakhstan",
        f"checked on: {CHECKED}",
        f"since: {SINCE}",
        f"until: {UNTIL}",
        "note: >-",
        fill(NOTE, 125, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False),
        "days:",
    ]
    return "\n".join([*head, *(line for _, line in sorted(days))]) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(calendar())
