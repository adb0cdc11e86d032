"""Rules for a parliament of two chambers: a share that must be met in each of them."""

from attrs import field

from procedure.hearing import Hearing, NotKnown
from procedure.outcomes import Status
from procedure.rules.votes import AsCounted, share
from procedure.values import frozen
from procedure.verdict import Heard, say


@frozen
class EachChamber(AsCounted):
    """What was declared of a vote agrees with the counts of several chambers, each of which must meet the share.

    `chambers` pairs the base of a chamber, such as its seats, with the fact that holds its votes.
    """

    chambers: tuple[tuple[str, str], ...] = field(kw_only=True)

    def margins(self, hearing: Hearing) -> tuple[tuple[str, int, int, int], ...]:
        """For each chamber its base, the votes, the votes needed, and how many are to spare (negative: wanting)."""
        part = share(hearing, self.term)
        found = []
        for base, fact in self.chambers:
            whole = hearing.base(base)
            votes = hearing.fact(fact)
            if isinstance(votes, bool) or not isinstance(votes, int):
                asked = say("asked.each_chamber", share=str(part), needed=(f"{part.needed(whole)}/{whole} ({base})",))
                raise NotKnown(say("fact.missing", fact=fact, act=hearing.act.id), asked)
            found.append((base, votes, part.needed(whole), part.margin(votes, whole)))
        return tuple(found)

    def turns_once(self, number: str) -> bool:
        """Whether what it says changes at most once as this number of the act grows and all else stays."""
        return [fact for _, fact in self.chambers].count(number) == 1 and all(
            base != number for base, _ in self.chambers
        )

    def met(self, hearing: Hearing) -> bool:
        return all(margin >= 0 for *_, margin in self.margins(hearing))

    def hear(self, hearing: Hearing) -> Heard:
        margins = self.margins(hearing)
        met = all(margin >= 0 for *_, margin in margins)
        needed = tuple(f"{least}/{hearing.base(base)} ({base})" for base, _, least, _ in margins)
        asked = say("asked.each_chamber", share=str(share(hearing, self.term)), needed=needed)
        declared = hearing.fact(self.declared)
        word = str(declared) if declared is not None else "computed"
        votes = tuple(f"{cast} ({base})" for base, cast, _, _ in margins)
        shown = say("shown.each_chamber", votes=votes, declared=word)
        spare = min(margin for *_, margin in margins)
        short = sum(-margin for *_, margin in margins if margin < 0)
        margin = say("margin.votes_above", votes=spare) if met else say("margin.votes_short", votes=short)
        if declared is None or (word == self.won) is met:
            return Heard(Status.KEPT, asked, shown, margin)
        if met:
            return Heard(Status.BROKEN, asked, shown, margin, repair=say("repair.declare", word=self.won))
        repair = say("repair.votes_or_declare", votes=short, word=self.lost or "not " + self.won)
        return Heard(Status.BROKEN, asked, shown, margin, repair=repair)


def each_chamber(
    term: str, chambers: dict[str, str], declared: str = "declared", won: str = "carried", lost: str | None = None
) -> EachChamber:
    """What was declared agrees with the counts of all chambers: their bases, each with the fact of its votes."""
    return EachChamber(term, "for", declared, won, lost, chambers=tuple(chambers.items()))
