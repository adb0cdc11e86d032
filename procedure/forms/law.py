"""The keys of a statute book: instruments with their norms and versions, and open questions with their answers."""

from procedure.forms import (
    DATE,
    FLAG,
    LABEL,
    REMARK,
    SENTENCE,
    TERM_OR_WORDS,
    TEXT,
    WORDS,
    Form,
    Key,
    Schema,
    by_name,
    list_of,
    one_of,
    only_with,
    ref,
    suggested,
    where,
)
from procedure.law import RUNNING, STANDINGS, TEXT_KNOWN
from procedure.term_files import COUNTING_WORDS

NATURES = ("power", "duty", "bar", "requirement", "definition")
LATENESS = ("ends power", "breaches duty", "no stated effect")
BREACHES = ("unlawful", "void")
KINDS = ("law", "delegated", "practice")

NORM_NAME = suggested(ref("norm-on-file"))
TERMS: Schema = {
    **by_name(TERM_OR_WORDS),
    "properties": {name: one_of((*words, "unknown")) for name, words in COUNTING_WORDS.items()},
}

_SOURCES = {
    "source": Key("Where it was read.", TEXT),
    "sources": Key("Where it was read.", list_of(TEXT)),
    "amended by": Key("What made this version.", TEXT),
    "note": Key("A remark.", TEXT),
}
_TEXT_KNOWN = Key(
    "How well the text is known: read; quoted by others; from memory or inference; not read.",
    one_of(TEXT_KNOWN),
    needed=True,
)
_UNTIL = Key("The last day in force, where it is not the day before the next version.", DATE)

VERSION = Form(
    "a version",
    {
        "says": Key("What the norm says, in our own words.", SENTENCE, needed=True),
        "text known": _TEXT_KNOWN,
        "terms": Key("Its numbers, periods, shares, times and words, by name.", TERMS),
        "until": _UNTIL,
        **_SOURCES,
        "running cases": Key("What becomes of cases that were open before.", one_of(RUNNING)),
        "repealed": Key("Whether the norm has no words from this day on.", FLAG),
    },
)
REPEAL = Form(
    "a repeal",
    {
        "repealed": Key("The norm has no words from this day on.", FLAG, needed=True),
        "text known": _TEXT_KNOWN,
        "until": _UNTIL,
        **_SOURCES,
    },
)
_VERSIONS = by_name(
    {
        "if": {"required": ["repealed"], "properties": {"repealed": one_of(("true",))}},
        "then": REPEAL.ref,
        "else": VERSION.ref,
    },
    DATE,
    least=1,
)

NORM = Form(
    "a norm",
    {
        "title": Key("What it is about.", SENTENCE, needed=True),
        "nature": Key("What it does.", one_of(NATURES), needed=True),
        "versions": Key("What it says, by the first day in force.", _VERSIONS, needed=True),
        "cite": Key("How a lawyer writes the article.", LABEL),
        "holder": Key("Whose power or duty it is.", TEXT),
        "lateness": Key("What follows where the time is over.", one_of(LATENESS)),
        "breach": Key("What a breach makes of the act; void only with the text that says so.", one_of(BREACHES)),
        "basis": Key("The text that makes the act void.", TEXT),
        "not encoded": Key("Why no rule hears it.", SENTENCE),
        "touches": Key("The acts that it concerns.", list_of(suggested(ref("act")))),
        "kind": Key("What kind of text it is, where that is not the kind of the instrument.", one_of(KINDS)),
    },
    between=(where("breach", {"const": "void"}, only_with("breach", "basis")),),
)

CITATION = Form(
    "a claimed citation",
    {
        "means": Key("The norm that is meant.", NORM_NAME, needed=True),
        "claimed by": Key("Who cites it so.", list_of(TEXT), needed=True),
        "standing": Key("What the citation is worth, in words.", WORDS, needed=True),
        "note": Key("A remark.", TEXT),
    },
)

INSTRUMENT = Form(
    "an instrument",
    {
        "instrument": Key("Its name.", SENTENCE, needed=True),
        "id": Key("The beginning of the id of each of its norms.", TEXT, needed=True),
        "cite as": Key("How a lawyer writes it.", LABEL, needed=True),
        "checked on": Key("The day on which the text was last compared with its sources.", DATE, needed=True),
        "articles": Key("Its norms, by article.", by_name(NORM.ref, least=1), needed=True),
        "kind": Key("What kind of text it is.", one_of(KINDS)),
        "claimed citations": Key("Citations that some source makes wrongly, by article.", by_name(CITATION.ref)),
        "note": Key("A remark.", REMARK),
    },
)

ANSWER = Form(
    "an answer",
    {
        "standing": Key(
            "Who stands behind it: court or legislature; the organ itself; doctrine or press; nobody, by a text.",
            one_of(STANDINGS),
            needed=True,
        ),
        "held by": Key("Who holds it.", SENTENCE, needed=True),
        "sets": Key("The terms and parameters that it puts in place of the norm's own.", TERMS),
        "says": Key("The answer, in one sentence.", SENTENCE),
        "since": Key("The first day on which it was held.", DATE),
        "working": Key("Whether it is the answer that the headline goes by.", FLAG),
        "excluded by": Key("The text or the ruling that excludes it.", SENTENCE),
        "note": Key("A remark.", REMARK),
    },
    between=(
        where(
            "standing",
            {"const": "excluded"},
            {"required": ["excluded by"], "properties": {"working": {"not": one_of(("true",))}}},
        ),
    ),
)
AXIS = Form(
    "an open question",
    {
        "question": Key("The question, in one sentence.", SENTENCE, needed=True),
        "bears on": Key("The norms that the answers read otherwise.", list_of(NORM_NAME), needed=True),
        "answers": Key("The answers, by name.", by_name(ANSWER.ref, least=1), needed=True),
        "id": Key("The number under which it is known.", TEXT),
        "opens": Key("The first day of the acts for which it is open.", DATE),
        "closes": Key("The last day of the acts for which it is open.", DATE),
        "note": Key("A remark.", TEXT),
    },
)
READINGS = by_name(AXIS.ref)
