"""Who acts for the Crown."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import by, each_chamber

const = instrument("ru.const")


class Crown(Enum):
    """Whether the Crown acts for itself."""

    REIGNS = "the Crown reigns"
    REGENCY = "a Regent acts for the Crown"


VOTE = under(
    const["50"],
    each_chamber(
        "regency", {"statutory seats": "diet_for", "estates seats": "estates_for"}, won="called", lost="refused"
    ),
)

CROWN = Procedure(
    "crown",
    Crown,
    [
        step("call_regent", Crown.REIGNS, Crown.REGENCY, VOTE, when=on("declared", "called")),
        step("call_regent", Crown.REIGNS, None, VOTE, when=on("declared", "refused")),
        step("end_regency", Crown.REGENCY, Crown.REIGNS, under(const["51"], by("Crown"))),
    ],
    title={"en": "Crown"},
)
