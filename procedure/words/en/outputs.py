"""A report in other forms: Markdown, tables and calendars."""

SENTENCES = {
    "md.verdicts": "What was done",
    "md.head": "| No. | When | What | Outcome | Norms broken |",
    "md.findings": "Findings",
    "md.norms": "Norms relied on",
    "md.norm": "{norm:cite} ({norm:title}); text {known}: {says}",
    "md.sources": "Sources",
    "md.questions": "Open questions",
    "md.reproduce": "How to reproduce it",
    "ics.name": "Deadlines: {scenario}",
    "ics.deadline": "{act}: deadline under {norm:cite}",
    "ics.window": "{act}: window under {norm:cite}",
    "ics.bar": "{act}: barred for a time under {norm:cite}",
    "ics.lapse": "{act}: not seen done, {norm:cite}",
}
