"""Faults planted in files: loader and schema mark them at the same place, or it is said why the schema cannot."""

import pytest

from procedure.yaml_text import parse
from tests.editor import Desk
from tests.full_files import FULL
from tests.tiny import altered, planted

BOTH = [
    # a scenario, its top
    ("scenario", "about: A log", "§abuot: A log"),
    ("scenario", "scenario: The House is dissolved", "scenario: §98"),
    ("scenario", "scenario: The House is dissolved\n", "§"),
    ("scenario", "scenario: The House is dissolved", "scenario: §[The House is dissolved]"),
    ("scenario", "jurisdiction: tiny", "jurisdiction: §tinny"),
    ("scenario", "kind: history", "kind: §histery"),
    ("scenario", "kind: history", "§kind:"),
    ("scenario", "kind: history", "kind: history\n§changes: []"),
    ("scenario", "until: 2023-04-30", "until: §30 April 2023"),
    ("scenario", "until: 2023-04-30", "until: §2023-04"),
    ("scenario", "until: 2023-04-30", "until: §2023-13-30"),
    ("scenario", "effect: strict", "effect: §strictly"),
    ("scenario", "readings: {first_day: day_after}", "readings: {§last_day: day_after}"),
    ("scenario", "readings: {first_day: day_after}", "readings: {first_day: §day_before}"),
    ("scenario", "given: {seats: 98,", "given: {§seat: 98,"),
    ("scenario", "given: {seats: 98,", "given: {seats: §ninety-eight,"),
    ("scenario", "given: {seats: 98,", "given: {seats: §-98,"),
    ("scenario", "complete: [register,", "complete: [§registered,"),
    ("scenario", "{act: dissolve, because: the gazette was read in full}", "§{because: the gazette was read in full}"),
    ("scenario", "standing: tertiary", "standing: §encyclopaedia"),
    ("scenario", "  wiki: {title: Page on Tiny, publisher: Wikipedia,", "  wiki: §{title: Page on Tiny,"),
    ("scenario", "publisher: The Gazette", "publisher: §2023"),
    ("scenario", "kk: Жаршы, kind: person", "kk: Жаршы, kind: §human"),
    ("scenario", "ru: Глашатай", "§de: Глашатай"),
    # an act
    ("scenario", "  - act: brief\n", "  - act: §breif\n"),
    ("scenario", "  - act: brief\n    date: 2023-02-06", "  - §act: brief"),
    ("scenario", "  - act: brief\n    date: 2023-02-06", "  - §date: 2023-02-06"),
    ("scenario", "date: 2023-02-06", "date: §6.2.2023"),
    ("scenario", "    date: 2023-02-06", "    date: 2023-02-06\n    §palce: Tiny"),
    ("scenario", "    date: 2023-02-06", "    date: 2023-02-06\n    §place: {after: end}"),
    ("scenario", '    time: "16:04"', "    time: §16.04"),
    ("scenario", '    time: "16:04"', "    time: §4:04"),
    ("scenario", '    not after: "17:00"', "    not after: §late"),
    ("scenario", "  - act: convene\n    not before: 2023-02-01", '  - act: convene\n    not before: §"10:50"'),
    ("scenario", "status: found", "status: §proven"),
    ("scenario", "case: {candidate: E. Qoşanov}", "case: {§canddate: E. Qoşanov, candidate: E. Qoşanov}"),
    (
        "scenario",
        "  - act: register\n    date: 2023-02-05\n    case: {candidate: E. Qoşanov}",
        "  - §act: register\n    date: 2023-02-05",
    ),
    ("scenario", "case: {candidate: E. Qoşanov}", "case: §{}"),
    ("scenario", "what: The President dissolves the House.", "what: §12"),
    ("scenario", "      rounds: [1, 2]", "      rounds: [1, §two]"),
    ("scenario", "      with: [Mäjilis]", "      with: §Mäjilis"),
    ("scenario", "votes: {Left: 5, Right: 3}", "votes: {Left: 5, Right: §3.5}"),
    ("scenario", "      secret: no", "      secret: §false"),
    ("scenario", "      share: 54.21%", "      share: §154.21%"),
    ("scenario", "      share: 54.21%", "      share: §54.21"),
    ("scenario", "      object: House", "      object: §Hause"),
    ("scenario", "      length: 20 minutes", "      length: §20 moments"),
    ("scenario", "      poll_day: 2023-03-19", "      poll_day: §19 March"),
    ("scenario", "      session: 2023-03-29 10:00", "      session: §2023-03-29 25:00"),
    ("scenario", "      ground: a quarrel", "      §grounds: a quarrel"),
    ("scenario", "      ground: a quarrel", "      §ground:"),
    ("scenario", "gazetted: 2023-01-21", "§gazeted: 2023-01-21"),
    ("scenario", "      - order: after end\n", "      - order: §behind end\n"),
    ("scenario", "      - {quota: 0.25, sources: [wiki]}", "      - {§quote: 0.25, quota: 0.25, sources: [wiki]}"),
    ("scenario", "      - {quota: 0.25, sources: [wiki]}", "      - §{sources: [wiki]}"),
    ("scenario", "      - {quota: 0.25, sources: [wiki]}", "      - §{quota: 0.25}"),
    ("scenario", "      - {quota: 0.25, sources: [wiki]}", "      - {quota: 0.25, sources: §[]}"),
    ("scenario", "      does: upholds", "      does: §upheld"),
    ("scenario", "      merits: yes", "      merits: §true"),
    # the law, amended
    ("scenario", "  - norm: tiny.const.1\n    term: seats", "  - norm: §tiny.const.3\n    term: seats"),
    ("scenario", "    term: seats\n", "    term: §seat\n"),
    ("scenario", "    suspend: yes", "    suspend: §no"),
    ("scenario", "    suspend: yes\n", "    suspend: yes\n    §untill: 2023-06-01\n"),
    (
        "scenario",
        "    repeal: yes\n    from: 2023-07-01",
        "    repeal: yes\n    §until: 2023-08-01\n    from: 2023-07-01",
    ),
    ("scenario", "  - norm: tiny.const.2\n    repeal: yes", "  - §norm: tiny.const.2"),
    ("scenario", "    repeal: yes\n    from", "    repeal: yes\n    §on: dissolve\n    from"),
    ("scenario", "    pin: day_after", "    pin: §day_before"),
    ("scenario", "  - reading: first_day\n    pin: day_after", "  - §reading: first_day"),
    ("scenario", "  - adopt: x.1", "  - adopt: §tiny.const.7"),
    ("scenario", "    on: dissolve", "    on: §disolve"),
    ("derived", "{act: announce, from: [SITTING]}", "{§akt: announce, act: announce, from: [SITTING]}"),
    ("derived", "  - introduce: announce", "  - introduce: §An announcement"),
    ("derived", "    drop: {act: announce, from: [DISSOLVED]}", "    drop: §{from: [DISSOLVED]}"),
    ("derived", "    facts: {loudly: yes/no}", "    facts: {loudly: §loudness}"),
    ("scenario", "    value: 99\n    from: 2023-01-01", "    value: 99\n    §form: 2023-01-01\n    from: 2023-01-01"),
    ("scenario", "    restore: yes", "    restore: §now"),
    ("scenario", "    rule: within", "    rule: §whithin"),
    ("scenario", "{term: 2 years, after: [", "{term: §2 yaers, after: ["),
    ("scenario", "{given: term_ends}", "{given: §term_end}"),
    ("scenario", "{act: dissolve, fact: poll_day}", "§{act: dissolve}"),
    (
        "scenario",
        "with: {act: [dissolve, register], since: convene,",
        "with: {act: [dissolve, register], §until: convene,",
    ),
    ("scenario", "where: {object: House}}", "where: §{}}"),
    # what is expected
    ("scenario", "    is: lawful", "    is: §legal"),
    ("scenario", "    under: tiny.const.1", "    under: §const.1"),
    ("scenario", "  - lapse: tiny.const.2\n    shown: no", "  - §shown: no"),
    ("scenario", "    shown: no", "    shown: §maybe"),
    ("scenario", "    because: not shown", "    because: not shown\n    §why: not shown"),
    ("scenario", "    because: done by the President", "    because: §1"),
    ("scenario", "  - procedure: house\n    state: SITTING", "  - procedure: §hause\n    state: SITTING"),
    ("scenario", "    state: SITTING", "    state: §SITING"),
    ("scenario", "  - procedure: house\n    state: SITTING", "  - state: §SITTING"),
    # another history
    ("derived", "scenario: What if the House had met later?\nbased on: base", "§scenario: What if?"),
    ("derived", "kind: hypothetical", "kind: §hypothesis"),
    ("derived", "  - cut after: brief", "  - cut after: brief\n    §cut: brief"),
    ("derived", "  - cut before: brief", "  - §cat before: brief"),
    ("derived", "  - drop: [register]", "  - drop: §{register: yes}"),
    ("derived", "    date: 2023-01-20", "    date: §20 January"),
    ("derived", "    facts: {seats: 99,", "    facts: {§seatz: 99,"),
    ("derived", "moments: {signed: none,", "moments: {signed: §never,"),
    ("derived", "    what: The Herald dissolves the House.", "    §whatever: The Herald dissolves the House."),
    ("derived", "  - move: convene\n    after: end", "  - §move: convene"),
    ("derived", "  - shift: 7 days", "  - shift: §seven days"),
    ("derived", "  - shift: 7 days\n    from: convene", "  - §shift: 7 days"),
    ("derived", "place: {before: end}", "place: §{before: end, after: end}"),
    ("derived", "given: {seats: none, term_ends: 2026-02-01}", "given: {seats: none, term_ends: §2026}"),
    # the law on file
    ("law", "checked on: 2026-11-21", "checked on: §yesterday"),
    ("law", "id: tiny.const\n", "id: tiny.const\n§cited as: Const.\n"),
    ("law", "    nature: duty", "    nature: §obligation"),
    ("law", "    title: {en: Dissolution, ru: Роспуск}", "    title: §{ru: Роспуск}"),
    ("law", "    lateness: ends power", "    lateness: §end of power"),
    ("law", '    breach: void\n    basis: "1(2)"', "    breach: §void"),
    ("law", "      2020-01-01:\n        says", "      §2020:\n        says"),
    ("law", "        text known: secondary", "        text known: §second-hand"),
    ("law", "        running cases: keep", "        running cases: §keeps"),
    ("law", "        running cases: keep", "        §runing cases: keep"),
    ("law", "        terms: {convening: 30 days}", "        terms: {convening: §30 dayz}"),
    ("law", "first: same day,", "first: §some day,"),
    ("law", "        repealed: true\n", "        repealed: true\n        §says: Nothing.\n"),
    (
        "law",
        "    means: tiny.const.1\n    claimed by",
        "    §mean: tiny.const.1\n    means: tiny.const.1\n    claimed by",
    ),
    ("law", "        repealed: false", "        repealed: §perhaps"),
    # open questions
    ("readings", "      standing: practised", "      standing: §usual"),
    ("readings", "      working: true", "      working: §yes"),
    ("readings", "      since: 2001-01-01", "      since: §2001"),
    (
        "readings",
        "      standing: excluded\n      held by: a lawyer\n      excluded by: a ruling of 2002",
        "      §standing: excluded\n      held by: a lawyer",
    ),
    ("readings", "  bears on: [tiny.const.2]", "  bears on: §tiny.const.2"),
    # the words of a log
    ("acts", "      poll_day: date", "      poll_day: §day"),
    ("acts", "      object: {one of: [House, Senate]}", "      object: {§any of: [House, Senate], one of: [House]}"),
    ("acts", "    context: false", "    context: §no"),
    ("acts", "    title: {en: convenes the House}", "    §titel: {en: convenes the House}\n    title: convenes"),
    ("actors", "  Mäjilis: {en: the House, kind: organ}", "  Mäjilis: {en: the House, kind: §house}"),
    ("actors", "  term_ends: date", "  term_ends: §dates"),
    ("calendar", "kind: holiday", "kind: §feast"),
    ("calendar", "  2023-03-08:", "  §8 March:"),
    ("words", "facts: {seats: места}", "§fact: {seats: места}"),
    ("words", "facts: {seats: места}", "facts: {seats: §[места]}"),
    ("law", "instrument: {en: Constitution of Tiny, ru: Конституция}", "instrument: {en: §1995, ru: Конституция}"),
    ("coverage", "    2000-01-01: The text has not been read.", "    §2000: The text has not been read."),
    ("coverage", "  tiny.const.1: Nobody has tried it.", "  tiny.const.1: §1"),
]
"""A file, a passage of it, and what is put in its place, with § where both mark the fault."""

ONLY_THE_LOADER = [
    ("scenario", "    on: dissolve", "    on: §brief", "a step may be added by which a procedure hears it"),
    ("scenario", "until: 2023-04-30", "until: §2023-02-30", "a pattern does not count the days of a month"),
    ("scenario", "zone: Asia/Almaty", "zone: §Asia/Alma-Ata", "the zones are those of the system"),
    ("scenario", "    by: President\n    what", "    by: §Presdent\n    what", "actors may also stand in the scenario"),
    ("scenario", "      on: end", "      on: §the-end", "the ids of acts stand in the scenario"),
    ("scenario", "expect:\n  - act: end\n", "expect:\n  - act: §the-end\n", "the ids of acts stand in the scenario"),
    (
        "scenario",
        "    sources: [decree]\n    note",
        "    sources: [§decre]\n    note",
        "the sources stand in the scenario",
    ),
    ("scenario", "  - act: brief\n", "  - act: brief\n    id: §end\n", "two values must differ"),
    ("scenario", '    not after: "17:00"', '    not after: §"15:00"', "two values are compared"),
    ("scenario", "    value: 99", "    value: §2 days", "the type of the term depends on its versions"),
    ("scenario", "    from: 2023-05-01", "    from: §2031-05-01", "the norm has no words on that day"),
    ("scenario", "    under: tiny.const.1", "    under: §x.9", "adopted norms stand in the scenario"),
    ("scenario", "    state: SITTING", "    state: §SITTING or SITING", "several states stand in one text"),
    ("scenario", "{term: 2 years, after: [", "{term: §2, after: [", "which number a rule takes is its own affair"),
    ("scenario", "where: {object: House}}", "where: {§obejct: House}}", "the facts are those of another act"),
    ("derived", "based on: base", "based on: §bass", "a schema does not see files"),
    ("derived", "  - cut after: brief", "  - cut after: §breif", "the ids of acts stand in another file"),
    ("derived", "    facts: {seats: 99,", "    facts: {seats: §many,", "the kind of the act stands in another file"),
    ("law", "        until: 2019-12-31", "        until: §2020-12-31", "two versions are compared"),
    (
        "law",
        "terms: {convening: 30 days}",
        "terms: {convening: §more than half of all}",
        "a share has words of its own",
    ),
    (
        "law",
        "    means: tiny.const.1\n    claimed by",
        "    means: §tiny.const.3\n    claimed by",
        "it may be a norm that is being written",
    ),
    ("readings", "  closes: 2029-12-31", "  closes: §2000-12-31", "two values are compared"),
    ("readings", "  bears on: [tiny.const.2]", "  bears on: [§tiny.const.3]", "it may be a norm that is being written"),
]
"""As above, with the reason why a schema cannot see it."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("tiny"))


@pytest.mark.parametrize("kind", FULL)
def test_full_file_is_accepted(kind: str, desk: Desk) -> None:
    """The files in which faults are planted have none of their own."""
    root = parse(FULL[kind], kind)

    assert desk.faults(kind, root) == []
    assert desk.marks(kind, root) == []


@pytest.mark.parametrize(("kind", "old", "new"), BOTH)
def test_same_place(kind: str, old: str, new: str, desk: Desk) -> None:
    """The first place that the editor marks is the first that the loader names."""
    text, line, column = planted(altered(FULL[kind], old, new))
    root = parse(text, kind)

    assert desk.faults(kind, root)[0][0] == (line, column)
    assert desk.marks(kind, root)[0] == (line, column)


@pytest.mark.parametrize(("kind", "old", "new", "why"), ONLY_THE_LOADER)
def test_only_the_loader_sees_it(kind: str, old: str, new: str, why: str, desk: Desk) -> None:
    """What a schema cannot see it does not mark elsewhere."""
    text, line, column = planted(altered(FULL[kind], old, new))
    root = parse(text, kind)

    assert desk.faults(kind, root)[0][0] == (line, column)
    assert desk.marks(kind, root) == [], why


def test_there_are_enough() -> None:
    assert len(set(BOTH)) == len(BOTH) >= 60
