"""A report in other forms: Markdown, tables and calendars."""

SENTENCES = {
    "md.verdicts": "Что было сделано",
    "md.head": "| № | Когда | Что | Вывод | Нарушенные нормы |",
    "md.findings": "Выводы по нормам",
    "md.norms": "Примененные нормы",
    "md.norm": "{norm:cite} ({norm:title}); текст {known}: {says}",
    "md.sources": "Источники",
    "md.questions": "Открытые вопросы",
    "md.reproduce": "Как повторить",
    "ics.name": "Сроки: {scenario}",
    "ics.deadline": "{act}: срок по {norm:cite}",
    "ics.window": "{act}: отрезок времени по {norm:cite}",
    "ics.bar": "{act}: запрет по времени, {norm:cite}",
    "ics.lapse": "{act}: исполнение не подтверждено, {norm:cite}",
}
