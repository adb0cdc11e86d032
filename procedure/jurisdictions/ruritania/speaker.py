"""The election of the Speaker of the Diet."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import adds_up, as_counted, before, quorum, secret

const = instrument("ru.const")


class Speaker(Enum):
    """Whether the Diet has a Speaker."""

    VACANT = "the chair is vacant"
    ELECTED = "the Speaker is in the chair"


BALLOT = (
    under(const["36.1"], as_counted("majority", won="elected"), adds_up()),
    under(const["36.2"], secret("ballot")),
    under(const["36.3"], quorum("quorum")),
    under(const["36.4"], before("consent", "vote_no_confidence", since="open_diet")),
)

SPEAKER = Procedure(
    "speaker",
    Speaker,
    [
        step("elect_speaker", Speaker.VACANT, Speaker.ELECTED, *BALLOT, when=on("declared", "elected")),
        step("elect_speaker", Speaker.VACANT, None, *BALLOT, when=on("declared", "not elected")),
        step("open_diet", tuple(Speaker), Speaker.VACANT),
    ],
    title={"en": "Speaker"},
)
