"""A lesson: what a scenario becomes in a classroom, as its file says it. The engine adds the answers."""

from collections.abc import Mapping

from attrs import field, frozen

from procedure.errors import Place

Texts = Mapping[str, str]
"""A text by language."""

ASKS = ("lawful", "norm", "votes", "until", "next", "missing", "order", "mend", "whose", "free")
"""What a question may ask; all but `free` are answered by the engine."""

CHOICES = range(2, 7)
GRADES = range(1, 13)
MOST_ORDERED = 5


@frozen
class Question:
    """What is asked, of which act, and in which words if not the usual ones; only `free` carries its own answer."""

    ask: str
    act: str | None = None
    acts: tuple[str, ...] = ()
    words: Texts = field(factory=dict)
    answer: Texts = field(factory=dict)
    choices: int = 4
    place: Place = Place("")


@frozen
class Stop:
    """An act at which the class stops: what is told there, for how many minutes, and the questions."""

    act: str
    minutes: int
    story: Texts
    questions: tuple[Question, ...]
    place: Place = Place("")


@frozen
class Role:
    """Somebody in the log whom a pupil plays, and what stands on the card."""

    actor: str
    card: Texts


@frozen
class Lesson:
    """Title, grades, minutes, goals, roles, and the acts at which the class stops, in the order of the log."""

    title: Texts
    grades: tuple[int, ...]
    minutes: int
    goals: tuple[Texts, ...]
    roles: tuple[Role, ...]
    stops: tuple[Stop, ...]
    closing: Texts = field(factory=dict)


@frozen
class Choice:
    """An answer that may be offered: what it claims, whatever the language, its text, and why it is wrong."""

    claim: str
    text: str
    why: str = ""


@frozen
class Pool:
    """A question with its right answer, and the wrong and near ones to draw from; a free one has no wrong answers."""

    id: str
    ask: str
    act: str
    story: str
    prompt: str
    right: Choice
    wrong: tuple[Choice, ...]
    explanation: tuple[str, ...]
    choices: int = 4

    @property
    def free(self) -> bool:
        """Whether its answer was typed by the author and not computed."""
        return self.ask == "free"


@frozen
class Drawn:
    """A question as it is put: its choices in their order, one of them right."""

    pool: Pool
    choices: tuple[Choice, ...]

    @property
    def right(self) -> int:
        """Where the right answer stands; -1 for a free question."""
        return -1 if self.pool.free else self.choices.index(self.pool.right)
