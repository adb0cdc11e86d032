"""The keys of a scenario, of one that is based on another, and of what stands in them beside the acts."""

from attrs import evolve

from procedure.forms import (
    DATE,
    TEXT,
    WORDS,
    YES_NO,
    Form,
    Key,
    Schema,
    by_name,
    list_of,
    one_of,
    only_with,
    or_none,
    ref,
    text_or,
)
from procedure.forms.acts import ACT, ACT_NAME, ADDED
from procedure.forms.amendments import AMENDMENT
from procedure.forms.changes import EDIT
from procedure.forms.lessons import LESSON
from procedure.forms.vocabulary import ACTOR
from procedure.outcomes import Outcome
from procedure.record import SOURCE_STANDINGS

KINDS = ("history", "hypothetical")
EFFECTS = ("as it happened", "strict")
OUTCOMES = tuple(outcome.value for outcome in Outcome)
TOLD = ("is", "working", "also", "under", "repair", "margin")

SOURCE = Form(
    "a source",
    {
        "title": Key("What it is called.", WORDS, needed=True),
        "publisher": Key("Who published it.", WORDS, needed=True),
        "standing": Key(
            "primary is the organ's own document, secondary the press, tertiary an encyclopaedia.",
            one_of(SOURCE_STANDINGS),
            needed=True,
        ),
        "url": Key("Where it can be read.", TEXT),
        "note": Key("A remark.", TEXT),
    },
)

COMPLETE = Form(
    "complete",
    {
        "act": Key("A kind of act of which the log lists all.", ACT_NAME, needed=True),
        "because": Key("How it is known that the list is full.", TEXT),
    },
)

_ONE_OF_THESE = ("lapse", "state")
EXPECTATION = Form(
    "an expectation",
    {
        "because": Key("The norm or the source that says so.", WORDS, needed=True),
        "act": Key("An act by its id, or by its kind where only one is of that kind.", TEXT),
        "is": Key("The outcome.", one_of(OUTCOMES)),
        "under": Key("The norm on which the outcome rests.", ref("norm")),
        "working": Key("The outcome on the working readings.", one_of(OUTCOMES)),
        "also": Key("A second headline.", one_of(OUTCOMES)),
        "repair": Key("Words of the report on how the norm would have been kept.", TEXT),
        "margin": Key("Words of the report on by how much it is kept or broken.", TEXT),
        "lapse": Key("A norm that asks for something which was not done.", ref("norm")),
        "shown": Key("Whether the lapse is shown, or only not shown.", YES_NO),
        "state": Key("The state in which a procedure ends: a name or a sentence, `A or B` where forks differ.", TEXT),
        "procedure": Key("The procedure that has this state, or `procedure/case`.", ref("procedure")),
        "case": Key("The candidate, party or district, where a procedure runs for each.", TEXT),
    },
    between=(
        {
            "anyOf": [
                *({"required": [key]} for key in _ONE_OF_THESE),
                *({"required": ["act", key]} for key in TOLD),
            ]
        },
        only_with("state", "procedure"),
        only_with("procedure", "state"),
        ref("states"),
    ),
)

_WITHOUT_BASE: Schema = {
    "if": {"not": {"required": ["based on"]}},
    "then": {"propertyNames": {"not": {"const": "changes"}}},
}

_INTRODUCES: Schema = {
    "required": ["amend"],
    "properties": {"amend": {"contains": {"required": ["introduce"]}}},
}
_ON_FILE: Schema = {"properties": {"act": ref("act")}}
_ACTS_ON_FILE: Schema = {
    "if": {"not": _INTRODUCES},
    "then": {
        "properties": {
            "acts": {"items": _ON_FILE},
            "amend": {"items": {"properties": {"on": ref("act"), "step": _ON_FILE}}},
            "complete": {"items": text_or(_ON_FILE, ref("act"))},
        }
    },
}
"""Where a scenario rests on no other and introduces no act, each act is one that the country knows."""

SCENARIO = Form(
    "a scenario",
    {
        "scenario": Key("What happens, in one sentence; of a hypothetical best a question.", WORDS, needed=True),
        "jurisdiction": Key("A country on file.", ref("country"), needed=True),
        "kind": Key("What happened, or what is supposed.", one_of(KINDS)),
        "about": Key("A paragraph for the reader.", TEXT),
        "based on": Key("The log that this one starts from: a file, or the name of a shipped scenario.", TEXT),
        "changes": Key("Edits of the log that this one starts from, made in order.", list_of(EDIT)),
        "sources": Key("Where it was read, by id.", by_name(SOURCE.ref)),
        "actors": Key("People and bodies that the country's file lacks.", by_name(text_or(ACTOR.ref, TEXT))),
        "given": Key("Standing facts at the start.", ref("given")),
        "complete": Key(
            "The kinds of acts that the log lists in full: what is not here did not happen.",
            list_of(text_or(COMPLETE.ref, ACT_NAME)),
        ),
        "readings": Key("An answer pinned for an open question.", ref("readings")),
        "amend": Key("Changes of the law, for this scenario only.", list_of(AMENDMENT)),
        "effect": Key("Whether an unlawful act takes effect, as it did, or none.", one_of(EFFECTS)),
        "acts": Key("The log, in the order in which it is thought to have happened.", list_of(ACT.ref, least=1), True),
        "until": Key("The last day of the replay.", DATE, needed=True),
        "expect": Key("What the replay should give, each with its reason.", list_of(EXPECTATION.ref)),
        "lesson": Key("A lesson on the log.", LESSON.ref),
        "sweep": Key("What `procedure sweep` varies where its command names nothing, one axis an item.", list_of(TEXT)),
    },
    between=(_WITHOUT_BASE, _ACTS_ON_FILE),
)

_DERIVED: dict[str, Schema] = {
    "acts": list_of(ADDED.ref),
    "sources": by_name(or_none(SOURCE.ref)),
    "given": ref("changed-given"),
    "readings": ref("changed-readings"),
}
DERIVED = Form(
    "a scenario based on another",
    {
        name: evolve(key, value=_DERIVED.get(name, key.value), needed=name in ("scenario", "based on"))
        for name, key in SCENARIO.keys.items()
    },
)
"""What a scenario inherits it need not say; `none` takes away a source, an actor, a standing fact or a reading."""

ANY_SCENARIO: Schema = {"if": {"required": ["based on"]}, "then": DERIVED.ref, "else": SCENARIO.ref}
