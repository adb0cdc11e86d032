"""Texts of scenarios to start from, with comments that say what may be written where; each of them can be loaded."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta

from procedure.jurisdiction import FactType, Jurisdiction
from procedure.machine import Procedure

_PLAIN = re.compile(r"[^\W\d_][\w'’ -]*\w|[^\W\d_]")
_WORDS = frozenset(("yes", "no", "true", "false", "null", "none", "unknown", "on", "off", "y", "n"))

SOURCES = """\
# Where it was read. standing: primary, secondary or tertiary. An act names its sources: `sources: [author]`.
sources:
  author: {title: Invented for this question, publisher: the author, standing: primary}
"""
EXPECT = """\
# What the replay should give, each with the reason, written before you look; then run `procedure check` on this file.
# expect:
#   - act: the-id-of-an-act
#     is: lawful
#     because: The norm, or the source, that says so.
"""
OUTCOMES = "# `is` may be unplaced, void, unlawful, contested, disputed, undetermined, irregular, lawful or context.\n"


def empty(country: Jurisdiction, day: date, title: str = "") -> str:
    """A scenario of a country with one act, to be put in the place of another."""
    name = country.name
    lines = [
        _head(title or "May it be done?", name).rstrip("\n"),
        SOURCES.rstrip("\n"),
        f"# What was so at the start: {_given(country)}.",
        "# given: {}",
        "# The kinds of acts that this log lists in full: what is not here did not happen.",
        "# complete: []",
        f"# The log, in the order in which it happened. `procedure list {name}` names the acts that may stand here;",
        "# `id: a-name` tells two of one kind apart. Put the first of your own in the place of this one.",
        "acts:",
        *_act(country, next(way_through(country.procedures[0])), day),
        "# The last day of the replay.",
        f"until: {day}",
        EXPECT.rstrip("\n"),
        OUTCOMES,
    ]
    return "\n".join(lines)


def based_on(name: str, title: str = "") -> str:
    """A scenario that starts from a log and does not change it yet."""
    quoted = scalar(name)
    return (
        "# What if? One sentence, best a question.\n"
        f"scenario: {scalar(title or f'What if {name} had gone otherwise?')}\n"
        "kind: hypothetical\n"
        "# The log that it starts from; country, sources, acts and last day are inherited, expectations are not.\n"
        f"based on: {quoted}\n"
        "# What is otherwise, change after change. An act is named by its id.\n"
        "# changes:\n"
        "#   - {cut after: ID}\n"
        "#   - {drop: ID}\n"
        "#   - {change: ID, facts: {for: 49}}\n"
        "#   - {move: ID, after: ANOTHER-ID}\n"
        "#   - {shift: 7 days, from: ID}\n"
        "# Acts that come to the log, each at its date.\n"
        "# acts:\n"
        "#   - {act: a_kind_of_act, id: a-name, date: 2023-01-19, by: somebody, facts: {}}\n"
        f"{EXPECT}{OUTCOMES}"
        f"# What changes: `procedure compare {name} THIS-FILE`.\n"
    )


def skeleton(country: Jurisdiction, procedure: Procedure, day: date, title: str = "") -> str:
    """A scenario with one act for each act of a procedure, a day apart, in the order of the way through it."""
    kinds = list(way_through(procedure))
    told = procedure.title.get("en", "") or procedure.name
    lines = [
        _head(title or f"A way through the procedure {procedure.name} of {country.name}", country.name).rstrip("\n"),
        SOURCES.rstrip("\n"),
        f"# {_comment(told)}: every act that it knows, a day apart. Drop what did not happen, and mend the dates.",
        "# No way leads through all of them: some undo others, and the replay says which cannot stand where they do.",
        "acts:",
    ]
    for spot, kind in enumerate(kinds):
        lines += _act(country, kind, day + timedelta(days=spot))
    lines += [f"until: {day + timedelta(days=max(0, len(kinds) - 1))}", EXPECT.rstrip("\n"), OUTCOMES]
    return "\n".join(lines)


def way_through(procedure: Procedure) -> Iterator[str]:
    """The acts of a procedure: those that can be done sooner first, and else in the order of the table."""
    steps = {procedure.initial: 0}
    queue = [procedure.initial]
    while queue:
        here = queue.pop(0)
        for row in procedure.outgoing(here):
            if row.target is not None and row.target not in steps:
                steps[row.target] = steps[here] + 1
                queue.append(row.target)
    rows = sorted(procedure.steps, key=lambda row: (min(steps[source] for source in row.sources), row.index))
    yield from dict.fromkeys(row.act for row in rows)


def _head(title: str, country: str) -> str:
    return (
        "# What happens, in one sentence; of a hypothetical best a question.\n"
        f"scenario: {scalar(title)}\n"
        f"jurisdiction: {country}\n"
        "# history or hypothetical\n"
        "kind: hypothetical\n"
        "# A paragraph for the reader.\n"
        "# about: …\n"
    )


def _given(country: Jurisdiction) -> str:
    facts = [f"{name} ({_type(kind)})" for name, kind in country.vocabulary.given.items()]
    return ", ".join(facts) or "this country knows no standing facts"


def _act(country: Jurisdiction, name: str, day: date) -> Iterator[str]:
    """One act, with its facts as comments."""
    kind = country.vocabulary.acts[name]
    yield f"  # {_comment(' or '.join(kind.by) or 'somebody')}: {_comment(kind.title.get('en', name))}"
    yield f"  - act: {name}"
    yield f"    date: {day}"
    if kind.by:
        yield f"    by: {scalar(kind.by[0])}"
    per = country.knowing(name)[0].per
    if per:
        yield f"    case: {{{per}: {scalar(f'the {per}')}}}"
    yield "    sources: [author]"
    if kind.facts:
        yield "    # facts:"
    for fact, type in kind.facts.items():
        yield f"    #   {fact}: {_type(type)}"


def _type(kind: FactType) -> str:
    return " | ".join(kind.words) if kind.words else kind.name


def _comment(text: str) -> str:
    return " ".join(text.split())


def scalar(text: str) -> str:
    """A text as YAML reads it back, in quotes where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
