"""A case: what is otherwise in the log, and what the law makes of one act then."""

from attrs import evolve, field, frozen

from procedure.outcomes import Outcome
from tests.jurisdictions.mutate import Change

LAWFUL = Outcome.LAWFUL
UNLAWFUL = Outcome.UNLAWFUL
UNDETERMINED = Outcome.UNDETERMINED
CONTESTED = Outcome.CONTESTED
IRREGULAR = Outcome.IRREGULAR
UNPLACED = Outcome.UNPLACED

CONST, EL, CEC = "kz.const.", "kz.el.", "kz.cec."
CLGOV, CLPARL, REGL, PRACTICE = "kz.clgov.", "kz.clparl.", "kz.regl.", "kz.practice."


@frozen
class Case:
    """A change of the log, and what the law makes of one act then; `same` marks a control, which changes no outcome."""

    says: str
    changes: tuple[Change, ...] = field(repr=False)
    same: bool
    act: str = ""
    outcome: Outcome = LAWFUL
    norm: str = ""
    repair: str = ""
    working: Outcome | None = None
    margin: str = ""
    result: str = ""

    def then(
        self,
        act: str,
        outcome: Outcome,
        norm: str = "",
        repair: str = "",
        *,
        working: Outcome | None = None,
        margin: str = "",
        result: str = "",
    ) -> "Case":
        """The act's outcome, the norm on which it turns, and words of the repair and the margin that it gives."""
        return evolve(
            self, act=act, outcome=outcome, norm=norm, repair=repair, working=working, margin=margin, result=result
        )


def when(says: str, *changes: Change) -> Case:
    """A mutation: the act has another outcome than in the log, altogether or on the working readings."""
    return Case(says, changes, False)


def still(says: str, *changes: Change) -> Case:
    """A control: just inside a bound, or otherwise broken, the act has both outcomes that it had in the log."""
    return Case(says, changes, True)
