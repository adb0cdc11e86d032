"""The amendments of the law that a scenario may make, each known by one of its keys."""

from collections.abc import Iterator

from procedure.adopted import WRITABLE
from procedure.forms import (
    DATE,
    SENTENCE,
    TERM,
    TERM_OR_WORDS,
    TEXT,
    Form,
    Key,
    Schema,
    by_name,
    one_of,
    one_or_list,
    only_with,
    ref,
    text_or,
    verbs,
    where,
)
from procedure.forms.acts import ACT_NAME, ANCHOR
from procedure.forms.vocabulary import ACT_KIND

OWN = "x"
"""The beginning of the id of a norm that a scenario adopts."""

NORM = Key("A norm, by its id or by a citation that some source claims.", ref("norm"), needed=True)
NEW = "new cases"
SCOPE = {
    "from": Key("The first day; without it the law is as if it had always been so.", DATE),
    "until": Key("The last day.", DATE),
    "reaches": Key(
        "The cases that it is for: `new cases`, or those named, `{district: [A, B]}`.",
        text_or(by_name(one_or_list(TEXT), least=1), one_of((NEW,))),
    ),
}
SCOPED = where("reaches", {"const": NEW}, only_with("reaches", "from"))
"""Which cases are new is known only from a day on."""

SET_TERM = Form(
    "an amendment of a term",
    {
        "norm": NORM,
        "term": Key("The term of the norm that is set.", TEXT, needed=True),
        "value": Key("Its new value, of its type.", TERM_OR_WORDS, needed=True),
        **SCOPE,
    },
    between=(ref("terms"), SCOPED),
)
SUSPEND = Form(
    "an amendment that would suspend",
    {
        "norm": NORM,
        "suspend": Key("The norm is out of force for a time.", one_of(("yes",)), needed=True),
        **SCOPE,
    },
    between=(SCOPED,),
)
RESTORE = Form(
    "an amendment that would restore",
    {
        "norm": NORM,
        "restore": Key("The norm is as it is on file, or as it was adopted.", one_of(("yes",)), needed=True),
        **SCOPE,
    },
    between=(SCOPED,),
)
REPEAL = Form(
    "an amendment that would repeal",
    {
        "norm": NORM,
        "repeal": Key("The norm is out of force for good.", one_of(("yes",)), needed=True),
        "from": SCOPE["from"],
        "reaches": SCOPE["reaches"],
    },
    between=(SCOPED,),
)
PIN = Form(
    "a reading that is pinned",
    {
        "reading": Key("An open question.", ref("axis"), needed=True),
        "pin": Key("The answer that holds.", TEXT, needed=True),
    },
    between=(ref("answers"),),
)

_COUNTED_FROM = one_or_list(text_or(ANCHOR.ref, ACT_NAME))

PARAMETERS: dict[str, Key] = {
    "act": Key("A kind of act.", ACT_NAME),
    "after": Key("An act, a date or a standing fact from which the time is counted.", _COUNTED_FROM),
    "before": Key("An act, a date or a standing fact to which the time is counted.", _COUNTED_FROM),
    "ends": Key("The act that ends what may not go on.", ACT_NAME),
    "fact": Key("A fact of the act that the norm is on.", TEXT),
    "opens": Key("The act that begins what may not go on.", ACT_NAME),
    "same": Key("A fact in which the two acts must agree.", TEXT),
    "since": Key("Only what was done since this act counts.", ACT_NAME),
    "term": Key("The number that the norm sets: a period, a share or a whole number.", TERM),
    "won": Key("The word that the act declares where it is carried.", TEXT),
    "lost": Key("The word that the act declares where it is not.", TEXT),
    "where": Key("A fact with its word: `{declared: carried}`.", {**by_name(TEXT, least=1), "maxProperties": 1}),
    "words": Key("A word that the fact must be, or a list of such.", one_or_list(TEXT)),
}
"""The parameters of the rules that a file can adopt."""

_SEVERAL = {"after": one_or_list(ACT_NAME), "before": one_or_list(ACT_NAME)}
"""What `act` is for the rules that take several."""


def _rules() -> Iterator[Schema]:
    """What `with:` says, by rule."""
    for rule, (required, optional, _) in WRITABLE.items():
        keys = {
            name: Key(
                PARAMETERS[name].says,
                _SEVERAL.get(rule, ACT_NAME) if name == "act" else PARAMETERS[name].value,
                name in required,
            )
            for name in (*required, *optional)
        }
        held = {"properties": {"with": Form(f"the rule {rule}", keys).schema()}}
        yield where("rule", {"const": rule}, {**held, "required": ["with"]} if required else held)


ADOPT = Form(
    "a norm that is adopted",
    {
        "adopt": Key("The name of the norm: x.1, x.2 and so on.", {"type": "string", "pattern": r"^x\.."}, True),
        "on": Key("The act on which it bears.", ACT_NAME, needed=True),
        "rule": Key("The rule that hears it.", one_of(WRITABLE), needed=True),
        "says": Key("What the norm says, in one sentence.", SENTENCE, needed=True),
        "with": Key("The parameters of the rule.", {"type": "object"}),
        **SCOPE,
    },
    between=(*_rules(), SCOPED),
)

INTRODUCE = Form(
    "an act that is introduced",
    {
        "introduce": Key(
            "The name of a kind of act that the country does not know: small letters, digits and `_`.",
            {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
            needed=True,
        ),
        **{name: key for name, key in ACT_KIND.keys.items() if name != "note"},
    },
)

_STATES = one_or_list(TEXT)
STEP = Form(
    "a step",
    {
        "act": Key("The act that takes the step.", ACT_NAME, needed=True),
        "from": Key("The states from which it leads, by name or sentence; from any without it.", _STATES),
        "to": Key("The state to which it leads; it stays where it is without it.", _STATES),
        "when": Key(
            "The step is taken if the act declares this: `{declared: carried}`.",
            {**by_name(one_or_list(TEXT), least=1), "maxProperties": 1},
        ),
        "under": Key("Norms under which the act stands at another step, whose rules come along.", _STATES),
    },
)
DROPPED = Form("a step that is dropped", {"act": STEP.keys["act"], "from": STEP.keys["from"]})
_MACHINE = Key("The procedure whose steps are changed.", ref("procedure"), needed=True)
ADD_STEP = Form(
    "a step that is added",
    {"procedure": _MACHINE, "step": Key("The step.", STEP.ref, needed=True), **SCOPE},
    between=(SCOPED,),
)
DROP_STEP = Form(
    "a step that is taken away",
    {"procedure": _MACHINE, "drop": Key("The step.", DROPPED.ref, needed=True), **SCOPE},
    between=(SCOPED,),
)

AMENDMENTS = {
    "term": SET_TERM,
    "suspend": SUSPEND,
    "repeal": REPEAL,
    "restore": RESTORE,
    "reading": PIN,
    "adopt": ADOPT,
    "introduce": INTRODUCE,
    "step": ADD_STEP,
    "drop": DROP_STEP,
}
"""The form of each amendment, by the key that makes it one."""

AMENDMENT = verbs(AMENDMENTS)
