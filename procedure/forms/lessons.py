"""The keys of a lesson: what a scenario asks its class."""

from collections.abc import Iterable

from procedure.forms import INTEGER, SENTENCE, TEXT, Form, Key, Schema, list_of, one_of, ref, where
from procedure.lesson import ASKS, CHOICES, GRADES, MOST_ORDERED


def _of(numbers: Iterable[int]) -> Schema:
    return one_of(str(number) for number in numbers)


def _asks(*words: str) -> Schema:
    return {"enum": list(words)}


def _only(key: str, ask: str) -> tuple[Schema, Schema]:
    """A key that one kind of question needs, and no other may have."""
    others = [each for each in ASKS if each != ask]
    return (
        where("ask", _asks(ask), {"required": [key]}),
        where("ask", _asks(*others), {"properties": {key: {"not": {}}}}),
    )


QUESTION = Form(
    "a question",
    {
        "ask": Key("What is asked; the engine answers all but `free`.", one_of(ASKS), needed=True),
        "act": Key("The act that it is about, where it is not the act of the step.", TEXT),
        "acts": Key("The acts that `order` puts in order.", {**list_of(TEXT, least=2), "maxItems": MOST_ORDERED}),
        "words": Key("The question in words of your own; `free` needs them.", SENTENCE),
        "answer": Key("The answer to `free`, which is shown as yours.", SENTENCE),
        "choices": Key("How many answers are offered, the right one among them.", _of(CHOICES)),
    },
    between=(
        where("ask", _asks("free"), {"required": ["words"]}),
        *_only("answer", "free"),
        *_only("acts", "order"),
    ),
)

STEP = Form(
    "a step of a lesson",
    {
        "act": Key("The act at which the class stops.", TEXT, needed=True),
        "minutes": Key("How long the class stays there.", INTEGER, needed=True),
        "story": Key("What is told there.", SENTENCE, needed=True),
        "questions": Key("What is asked there.", list_of(QUESTION.ref)),
    },
)

ROLE = Form(
    "a role",
    {
        "actor": Key("Whom the pupil plays.", ref("actor"), needed=True),
        "card": Key("What stands on the card.", SENTENCE, needed=True),
    },
)

LESSON = Form(
    "a lesson",
    {
        "title": Key("How the lesson is called.", SENTENCE, needed=True),
        "grades": Key("The grades for which it is meant.", list_of(_of(GRADES)), needed=True),
        "minutes": Key("How long it takes in all.", INTEGER, needed=True),
        "goals": Key("What one can do afterwards.", list_of(SENTENCE), needed=True),
        "steps": Key("The acts at which the class stops, in the order of the log.", list_of(STEP.ref), needed=True),
        "roles": Key("Who acts in the log, each with a card for a pupil.", list_of(ROLE.ref)),
        "closing": Key("What is said at the end.", SENTENCE),
    },
)
