"""The keys of a country's files of acts, actors, working days and holes in its coverage."""

from procedure.forms import (
    DATE,
    FLAG,
    REMARK,
    SENTENCE,
    TEXT,
    WORDS,
    Form,
    Key,
    by_name,
    list_of,
    one_of,
    ref,
    suggested,
    text_or,
)

FACT_TYPES = (
    "text",
    "integer",
    "share",
    "date",
    "moment",
    "time",
    "period",
    "yes/no",
    "numbers",
    "list of text",
    "list of integer",
)
ACTOR_KINDS = ("person", "organ", "party", "court", "public", "commission", "media", "association", "observer", "state")
DAY_KINDS = ("holiday", "day of rest", "working day")

ACTOR = Form(
    "an actor",
    {
        "en": Key("The name in English.", TEXT),
        "ru": Key("The name in Russian.", TEXT),
        "kk": Key("The name in Kazakh.", TEXT),
        "kind": Key("What it is; a person where nothing else is said.", one_of(ACTOR_KINDS)),
        "note": Key("A remark.", REMARK),
    },
)

WORDS_OF_A_FACT = Form(
    "a fact of some words", {"one of": Key("The words that the fact may be.", list_of(TEXT), needed=True)}
)
_FACTS = by_name(text_or(WORDS_OF_A_FACT.ref, one_of(FACT_TYPES)))

ACT_KIND = Form(
    "a kind of act",
    {
        "title": Key("What is done, in a few words.", SENTENCE, needed=True),
        "by": Key("Who does it.", list_of(suggested(ref("actor-on-file")))),
        "facts": Key("The facts that the act may carry, each with its type.", _FACTS),
        "context": Key("Whether no procedure hears it.", FLAG),
        "offence": Key("Whether the act is always a breach, so that nobody is told that it may be done.", FLAG),
        "note": Key("A remark.", REMARK),
    },
)
ACTS = Form("acts", {"acts": Key("The kinds of acts, by name.", by_name(ACT_KIND.ref), needed=True)})

ACTORS = Form(
    "actors",
    {
        "actors": Key("Who may act, by the name that stands under `by:`.", by_name(text_or(ACTOR.ref, TEXT)), True),
        "given": Key("The standing facts of a log, each with its type.", _FACTS),
    },
)

_NAMES = by_name(TEXT)
NAMES = Form(
    "names in one language",
    {
        "acts": Key("What each kind of act is called.", by_name(TEXT, suggested(ref("act")))),
        "procedures": Key("What each procedure is called.", _NAMES),
        "facts": Key("What each fact is called.", _NAMES),
        "words": Key("What each word of a fact or a term is called.", _NAMES),
        "terms": Key("What each term is called.", _NAMES),
        "cases": Key("What each kind of case is called.", _NAMES),
        "states": Key("A sentence for each state, by procedure.", by_name(_NAMES)),
        "readings": Key("A short name for each open question, under `axis`, and for its answers.", by_name(_NAMES)),
    },
)

TEXTS = Form(
    "the words of a log",
    {
        "title": Key("The title of the log in this language.", WORDS),
        "about": Key("What the log is about.", WORDS),
        "actors": Key("What those who act are called, by the name in the log.", by_name(WORDS)),
        "acts": Key("What was done, by the id of the act.", by_name(WORDS)),
    },
)

DAY = Form(
    "a day",
    {
        "kind": Key("What the day is, against its place in the week.", one_of(DAY_KINDS), needed=True),
        "name": Key("What the day is called.", SENTENCE, needed=True),
        "source": Key("Where it was read.", TEXT, needed=True),
        "note": Key("A remark.", REMARK),
    },
)
CALENDAR = Form(
    "a calendar",
    {
        "calendar": Key("Which country's calendar it is.", REMARK, needed=True),
        "since": Key("The first day on file.", DATE, needed=True),
        "until": Key("The last day on file.", DATE, needed=True),
        "days": Key("Each day that is not what its place in the week would make it.", by_name(DAY.ref, DATE), True),
        "checked on": Key("The day on which the sources were read.", REMARK),
        "note": Key("A remark.", REMARK),
    },
)

HOLES = Form(
    "the coverage",
    {
        "holes": Key(
            "By norm, why no case keeps it or none breaks it: one reason, or one for each version by its first day.",
            by_name(text_or(by_name(WORDS, DATE), WORDS), suggested(ref("norm-on-file"))),
            needed=True,
        )
    },
)
