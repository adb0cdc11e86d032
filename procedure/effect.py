"""Acts without effect: those that a later ruling annuls and, where a scenario asks for it, all unlawful ones."""

from collections.abc import Sequence

from procedure.outcomes import Outcome
from procedure.record import Act
from procedure.verdict import Phrase, Report, say


def annulled(acts: Sequence[Act]) -> frozenset[str]:
    """The acts annulled from the start on the merits, by a ruling that stands, and not restored since."""
    dead: set[str] = set()
    spared: set[str] = set()
    for act in reversed(acts):
        if act.ruling is None or act.id in dead:
            continue
        if act.ruling.restores:
            spared.add(act.ruling.on)
        elif act.ruling.merits and act.ruling.does == "annuls from the start" and act.ruling.on not in spared:
            dead.add(act.ruling.on)
    return frozenset(dead)


def fallen(told: Report) -> frozenset[str]:
    """The acts that are unlawful in every cell, or that have no place for want of one that fell.

    What an act is judged to be depends on the acts before it only. So of all sets of acts without effect one is that
    of the acts that fall where it is without effect, and to replay with the last answer until it comes again finds it.
    """
    return frozenset(
        verdict.act
        for verdict in told.verdicts
        if verdict.outcome is Outcome.UNLAWFUL
        or (
            verdict.outcome is Outcome.UNPLACED
            and any(note.key in ("note.depends", "note.falls") for note in verdict.notes)
        )
    )


def told_root(root: str, struck: frozenset[str]) -> Phrase:
    """That an act depends on one that is void, or that is without effect because the scenario asks for it."""
    return say("note.falls" if root in struck else "note.depends", act=root)
