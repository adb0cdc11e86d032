"""What may become of a Government: the states of the machine in `cabinet.py`, and who acts in it."""

from enum import Enum

from procedure.rules import by


class Cabinet(Enum):
    """What becomes of the Government."""

    GOVERNS = "a Government governs"
    MOVED = "a motion of no confidence is before the Mäjilis"
    DEFEATED = "the Mäjilis has voted no confidence"
    TENDERED = "the Government has tendered its resignation"
    ENDED = "the Government's powers have ended"
    CARETAKER = "the outgoing Government goes on until a new one is composed"
    APPOINTED = "a Prime Minister is appointed, his proposals are awaited"
    PROPOSED = "structure and composition are proposed"
    FORMING = "the members of the Government are being appointed"
    QUESTION = "the question of confidence is before the Mäjilis"
    DISTRUSTED = "the Mäjilis has refused its confidence"
    TIED = "a bill is tied to confidence in the Government"


EVERYWHERE = tuple(Cabinet)
COMPOSING = (Cabinet.APPOINTED, Cabinet.PROPOSED, Cabinet.FORMING)
SAFE = (Cabinet.GOVERNS, *COMPOSING)
ASKED = (Cabinet.QUESTION, Cabinet.DISTRUSTED, Cabinet.TIED)
SHAKEN = (Cabinet.MOVED, Cabinet.DEFEATED, Cabinet.TENDERED, *ASKED)
OUT = (Cabinet.ENDED, Cabinet.CARETAKER)

HEAD_OF_STATE = by("President", "acting President")
CABINET_ITSELF = by("Government", "Prime Minister")
