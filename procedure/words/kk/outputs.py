"""A report in other forms: Markdown, tables and calendars."""

SENTENCES = {
    "md.verdicts": "Не жасалды",
    "md.head": "| № | Қашан | Не | Қорытынды | Бұзылған нормалар |",
    "md.findings": "Нормалар бойынша қорытындылар",
    "md.norms": "Қолданылған нормалар",
    "md.norm": "{norm:cite} ({norm:title}); мәтіні {known}: {says}",
    "md.sources": "Дереккөздер",
    "md.questions": "Ашық мәселелер",
    "md.reproduce": "Қалай қайталауға болады",
    "ics.name": "Мерзімдер: {scenario}",
    "ics.deadline": "{act}: {norm:cite} бойынша мерзім",
    "ics.window": "{act}: {norm:cite} бойынша уақыт аралығы",
    "ics.bar": "{act}: уақытқа байланысты тыйым, {norm:cite}",
    "ics.lapse": "{act}: орындалғаны расталмаған, {norm:cite}",
}
