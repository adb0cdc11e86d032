"""Sentences of sweeps: maps, edges, and how they were found."""

SENTENCES = {
    "sweep.title": "Sweep: {acts:and}",
    "sweep.map": "The outcome of {act}",
    "sweep.row": "{axis}: {values}",
    "sweep.stretch": "{first:moment} to {last:moment}",
    "sweep.throughout": "{outcome} throughout",
    "sweep.until": "{outcome} until {last:moment}",
    "sweep.from": "{outcome} from {first:moment}",
    "sweep.between": "{outcome} from {first:moment} to {last:moment}",
    "sweep.at": "{outcome} at {first:moment}",
    "sweep.under": "{outcome} ({norms:and})",
    "sweep.beyond": "beyond the end of the log",
    "sweep.halved": (
        "{judged:number} of {size:number} variants were judged. Each rule that reads what varies turns at most once "
        "({rules:and}), so where it says the same at both ends it says the same between them."
    ),
    "sweep.unsure": (
        "All {size:number} variants were judged: of what reads the axis ({rules:and}) nobody has said that it turns at "
        "most once."
    ),
    "sweep.all": "All {size:number} variants were judged.",
    "sweep.progress": "{done:number} of {size:number} variants",
    "sweep.replayed": "{number:number} of them were replayed in full: they open other ways through the log.",
    "sweep.kept": "{done:number} of {size:number} rows are kept in {file}; the same command with --resume goes on.",
}
