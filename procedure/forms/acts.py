"""What an act of a log may say: its keys, those of its moments, its claims and its ruling."""

from procedure.forms import (
    BOUND,
    DATE,
    MOMENT,
    REMARK,
    TEXT,
    TIME,
    WORDS,
    YES_NO,
    Form,
    Key,
    Schema,
    list_of,
    one_of,
    only_with,
    ref,
    suggested,
)
from procedure.record import RULINGS, STATUSES

ACT_NAME, ACTOR_NAME = suggested(ref("act")), ref("actor")
"""An act may be one that the scenario, or the one it is based on, introduces."""

TIMING = {
    "date": Key("The day, by the clock of the place: 2023-03-29.", DATE),
    "time": Key("The time of day, by the clock of the place: 18:00.", TIME),
    "not before": Key("The earliest time, where the time is not known: of the day, or with a date.", BOUND),
    "not after": Key("The latest time, where the time is not known: of the day, or with a date.", BOUND),
}
DATED: tuple[Schema, ...] = (
    {"anyOf": [{"required": ["date"]}, {"required": ["time"]}, {"required": ["not before", "not after"]}]},
    only_with("time", "date"),
    {
        "if": {"not": {"required": ["date"]}},
        "then": {"properties": {"not before": MOMENT, "not after": MOMENT}},
    },
)
"""An act has a day, or bounds that have one each."""

MOMENTS = Form(
    "moments",
    {
        "signed": Key("When it was signed.", BOUND),
        "published": Key("When it was made public.", BOUND),
        "gazetted": Key("When it stood in the gazette.", BOUND),
        "effective": Key("When it took effect.", BOUND),
    },
)

RULING = Form(
    "a ruling",
    {
        "on": Key("The act that is ruled on, by its id.", TEXT, needed=True),
        "does": Key("What the ruling does to that act.", one_of(RULINGS), needed=True),
        "merits": Key("Whether the ruling is on the merits.", YES_NO, needed=True),
        "applicant": Key("Who asked for the ruling.", TEXT),
    },
)

_SOURCES = "Where it was read: ids of `sources:` at the top."

CLAIM = Form(
    "a claim",
    {
        "sources": Key("Who says so: ids of `sources:` at the top.", list_of(TEXT, least=1), needed=True),
        **TIMING,
        "order": Key(
            "What the act came after or before: `after ID` or `before ID`.",
            {"type": "string", "pattern": r"^\s*(after|before) \s*\S"},
        ),
        "moments": Key("The moments of the act, as these sources give them.", MOMENTS.ref),
        "by": Key("Who did it, as these sources say.", ACTOR_NAME),
        "status": Key("How the act stands, as these sources say.", one_of(STATUSES)),
        "note": Key("A remark.", REMARK),
    },
    between=({"not": {"propertyNames": {"enum": ["sources", "note"]}}},),
    open=True,
)
"""A claim may also say what the facts of its act are."""

ACT = Form(
    "an act",
    {
        "act": Key("A kind of act that the country knows.", ACT_NAME, needed=True),
        "id": Key("A name of its own, needed where the kind stands more than once.", TEXT),
        **TIMING,
        "zone": Key("The time zone of the place, such as Asia/Almaty.", TEXT),
        "by": Key("Who did it: an actor of the country, or one under `actors:`.", ACTOR_NAME),
        "what": Key("A sentence.", WORDS),
        "case": Key("The candidate, party, district or group of stations that it concerns.", ref("case")),
        "facts": Key("What the kind of act may carry.", {"type": "object"}),
        "moments": Key("The moments of the act, where they are known apart.", MOMENTS.ref),
        "claims": Key("What some sources say against others.", list_of(CLAIM.ref)),
        "status": Key("How an accusation stands.", one_of(STATUSES)),
        "found by": Key("Who found it so.", ACTOR_NAME),
        "attributed to": Key("Who is said to have done it.", TEXT),
        "sanction": Key("What followed for whoever did it.", TEXT),
        "sources": Key(_SOURCES, list_of(TEXT)),
        "note": Key("A remark.", TEXT),
        "ruling": Key("What the act, as a ruling, does to another.", RULING.ref),
    },
    between=(*DATED, ref("by-kind")),
)

PLACE = Form(
    "the place of an act",
    {
        "after": Key("The act after which it stands, by its id.", TEXT),
        "before": Key("The act before which it stands, by its id.", TEXT),
    },
    between=({"oneOf": [{"required": ["after"]}, {"required": ["before"]}]},),
)

ADDED = Form(
    "an act that is added",
    {**ACT.keys, "place": Key("Where the act stands in the log that it comes to.", PLACE.ref)},
    ACT.between,
)

ANCHOR = Form(
    "what a time is counted from",
    {
        "act": Key("An act that fixes a date.", ACT_NAME),
        "fact": Key("The fact of the act that is this date.", TEXT),
        "given": Key("A standing fact that is a date.", ref("given-name")),
    },
    between=(
        {
            "anyOf": [
                {"required": ["act", "fact"], "not": {"required": ["given"]}},
                {"required": ["given"], "not": {"required": ["act"]}},
            ]
        },
    ),
)
