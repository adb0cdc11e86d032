"""Sentences of sweeps: maps, edges, and how they were found."""

SENTENCES = {
    "sweep.title": "Where the answer changes: {acts:names_and}",
    "sweep.map": "The outcome of {act:name}",
    "sweep.one": "What varies: {across}.",
    "sweep.two": "What varies: {down}, from top to bottom; {across}, from left to right.",
    "sweep.axis.facts": "{what:fact} ({of:name})",
    "sweep.axis.votes": "votes {what:fact} ({of:name})",
    "sweep.axis.date": "the day of {of:name}",
    "sweep.axis.time": "the time of day of {of:name}",
    "sweep.axis.by": "who does it ({of:name})",
    "sweep.axis.status": "how well {of:name} is established",
    "sweep.axis.facts.own": "{what:fact}",
    "sweep.axis.votes.own": "votes {what:fact}",
    "sweep.axis.date.own": "the day",
    "sweep.axis.time.own": "the time of day",
    "sweep.axis.by.own": "who does it",
    "sweep.axis.status.own": "how well it is established",
    "sweep.axis.law": "{what:term} ({of:cite})",
    "sweep.axis.readings": "the reading of {of}",
    "sweep.value": "{value:measure}",
    "sweep.list": "{values:and}",
    "sweep.stretch": "{first} to {last}",
    "sweep.throughout": "{outcome} throughout",
    "sweep.values": "{outcome}: {values:and}",
    "sweep.number.until": "{outcome} up to {last:measure}",
    "sweep.number.from": "{outcome} from {first:measure}",
    "sweep.number.between": "{outcome} from {first:measure} to {last:measure}",
    "sweep.number.at": "{outcome} at {first:measure}",
    "sweep.day.until": "{outcome} until {last:measure}",
    "sweep.day.from": "{outcome} from {first:measure}",
    "sweep.day.between": "{outcome} from {first:measure} to {last:measure}",
    "sweep.day.at": "{outcome} on {first:measure}",
    "sweep.time.until": "{outcome} until {last:measure}",
    "sweep.time.from": "{outcome} from {first:measure}",
    "sweep.time.between": "{outcome} from {first:measure} to {last:measure}",
    "sweep.time.at": "{outcome} at {first:measure}",
    "sweep.under": "{outcome} ({norms:and})",
    "sweep.beyond": "beyond the end of the log",
    "sweep.own": "The log itself has: {values:and}.",
    "sweep.here": "in the log: {value}",
    "sweep.halved": (
        "{judged:number} of {size:number} variants were judged. Each rule that reads what varies turns at most once "
        "({rules:and}), so where it says the same at both ends it says the same between them."
    ),
    "sweep.unsure": (
        "All {size:number} variants were judged: the rules that read what varies may turn more than once ({rules:and})."
    ),
    "sweep.days": "All {size:number} variants were judged: a day may be too early, in time and too late.",
    "sweep.all": "All {size:number} variants were judged.",
    "sweep.same": "The outcome is the same in every variant, and not shown, of {number:acts}.",
    "sweep.gaps": "Nothing is said of values that lie between those tried.",
    "sweep.elsewhere": "The edges of each row are told in words by the command itself and on the page of the report.",
    "sweep.no_file": (
        "The log came from standard input, and a sweep reads it more than once. Save it, and give this command the "
        "file:"
    ),
    "sweep.axes": (
        "There are {axes:number} things that vary, and a map shows one or two. This command writes a table with a row "
        "for each of the {size:number} variants:"
    ),
    "sweep.work": (
        "There are {size:number} variants, and to judge them takes longer than a page should take. This command draws "
        "the map all the same:"
    ),
    "sweep.progress": "{done:number} of {size:number} variants",
    "sweep.replayed": "{number:number} of them were replayed in full: they open other ways through the log.",
    "sweep.kept": "{done:number} of {size:number} rows are kept in {file}; the same command with --resume goes on.",
}
