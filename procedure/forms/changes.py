"""The edits of an inherited log: `changes:` of a scenario that is based on another."""

from procedure.forms import TEXT, Form, Key, Schema, by_name, one_or_list, or_none, ref, verbs
from procedure.forms.acts import ACT, MOMENTS

_ONE: Schema = {"oneOf": [{"required": ["after"]}, {"required": ["before"]}]}

CUT = Form(
    "a cut",
    {
        "cut after": Key("The log ends just after this act.", TEXT),
        "cut before": Key("The log ends just before this act.", TEXT),
    },
    between=({"not": {"required": ["cut after", "cut before"]}},),
)
DROP = Form("a drop", {"drop": Key("An act that is taken away, or a list of such.", one_or_list(TEXT), needed=True)})
MOVE = Form(
    "a move",
    {
        "move": Key("The act that is moved.", TEXT, needed=True),
        "after": Key("The act after which it is put.", TEXT),
        "before": Key("The act before which it is put.", TEXT),
    },
    between=(_ONE,),
)
SHIFT = Form(
    "a shift",
    {
        "shift": Key(
            "By how much the dates move: `7 days`, `-2 weeks`.",
            {"type": "string", "pattern": "^-?(?!0+ )[0-9]{1,5} (day|week)s?$"},
            needed=True,
        ),
        "from": Key("The first act that is moved; all later ones move too.", TEXT, needed=True),
    },
)

_INNER: dict[str, Schema] = {
    "facts": by_name({}, ref("fact-name")),
    "moments": {
        **MOMENTS.schema(),
        "properties": {name: {"description": key.says, **or_none(key.value)} for name, key in MOMENTS.keys.items()},
    },
    "case": by_name(TEXT),
}
CHANGED = tuple(name for name in ACT.keys if name not in ("act", "id"))
"""The keys of an act that an edit may put in place of its own; `none` takes one away."""

CHANGE = Form(
    "a change of an act",
    {
        "change": Key("The act that is changed.", TEXT, needed=True),
        **{name: Key(ACT.keys[name].says, or_none(_INNER.get(name, ACT.keys[name].value))) for name in CHANGED},
    },
    between=({"minProperties": 2},),
)

EDITS = {"cut after": CUT, "cut before": CUT, "drop": DROP, "change": CHANGE, "move": MOVE, "shift": SHIFT}
EDIT = verbs(EDITS)
