"""A file of each kind in which every key stands, of the tiny country and without faults."""

from pathlib import Path

from procedure.jurisdiction import Jurisdiction
from tests.tiny import ACTS, tiny

LAW = """\
instrument: {en: Constitution of Tiny, ru: Конституция}
id: tiny.const
cite as: {en: Const., ru: Конст., kk: Конст.}
kind: law
checked on: 2026-11-21
note: In force since 2000.
articles:
  "1":
    cite: "1(1)"
    title: {en: Dissolution, ru: Роспуск}
    holder: President
    nature: power
    lateness: ends power
    breach: void
    basis: "1(2)"
    kind: practice
    not encoded: for the tests
    touches: [dissolve]
    versions:
      2000-01-01:
        until: 2019-12-31
        says: {en: The President may dissolve the House., kk: Президент таратады.}
        terms: {majority: more than 1/2 of statutory seats, seats: 98, first: same day, elders: [A, B], opens: "10:00"}
        text known: verified
        source: https://example.org/const
        note: As read.
      2020-01-01:
        says: He may do so at any time.
        terms: {majority: more than 1/2 of statutory seats, seats: 98, elders: [A, B]}
        text known: secondary
        sources: [https://example.org/const]
        amended by: Act 1 of 2019
        running cases: keep
        repealed: false
      2030-01-01:
        repealed: true
        text known: verified
        until: 2031-01-01
        source: https://example.org/repeal
        sources: [https://example.org/repeal]
        amended by: Act 2 of 2029
        note: Nothing is left of it.
  "2":
    title: Convening
    nature: duty
    versions:
      2000-01-01:
        says: {en: The House meets within thirty days.}
        terms: {convening: 30 days}
        text known: verified
        source: https://example.org/const
claimed citations:
  "9":
    means: tiny.const.1
    claimed by: [an encyclopaedia]
    standing: rejected
    note: So cited in 2024.
"""

READINGS = """\
first_day:
  id: T1
  question: {en: Does the first day count?}
  bears on: [tiny.const.2]
  opens: 2001-01-01
  closes: 2029-12-31
  note: Asked in 2001.
  answers:
    day_after:
      sets: {first: day after}
      says: It does not.
      standing: practised
      held by: the House
      since: 2001-01-01
      working: true
      note: Since its first sitting.
    same_day:
      standing: excluded
      held by: a lawyer
      excluded by: a ruling of 2002
"""

ACTORS = """\
actors:
  President: {en: the President, ru: Президент, kk: Президент, kind: person, note: elected}
  Mäjilis: {en: the House, kind: organ}
  Commission: the Commission
given:
  seats: integer
  term_ends: date
  weather: {one of: [fair, foul]}
"""

KINDS = ACTS.replace("    by:", "    context: false\n    offence: false\n    note: rare\n    by:")

SCENARIO = """\
scenario: The House is dissolved
jurisdiction: tiny
kind: history
about: A log for the tests.
sources:
  decree:
    title: Decree of the day
    publisher: The Gazette
    standing: primary
    url: https://example.org/decree
    note: As read.
  wiki: {title: Page on Tiny, publisher: Wikipedia, standing: tertiary}
actors:
  Herald: {en: the Herald, ru: Глашатай, kk: Жаршы, kind: person, note: unpaid}
  Page: the page of the Herald
given: {seats: 98, term_ends: 2026-01-01}
complete: [register, {act: dissolve, because: the gazette was read in full}]
readings: {first_day: day_after}
amend:
  - norm: tiny.const.1
    term: seats
    value: 99
    from: 2023-01-01
    until: 2023-12-31
    reaches: new cases
  - norm: tiny.const.2
    suspend: yes
    from: 2023-05-01
    until: 2023-05-31
    reaches: new cases
  - norm: tiny.const.2
    repeal: yes
    from: 2023-07-01
    reaches: new cases
  - reading: first_day
    pin: day_after
  - adopt: x.1
    on: dissolve
    rule: within
    says: {en: Within two years.}
    with: {term: 2 years, after: [dissolve, {act: dissolve, fact: poll_day}, {given: term_ends}]}
    from: 2023-01-01
    until: 2023-12-31
    reaches: new cases
  - adopt: x.2
    on: convene
    rule: after
    says: After a dissolution.
    with: {act: [dissolve, register], since: convene, where: {object: House}}
  - norm: tiny.const.2
    restore: yes
    from: 2023-08-01
    until: 2023-09-01
    reaches: new cases
effect: strict
acts:
  - act: dissolve
    id: end
    date: 2023-01-19
    time: "16:04"
    zone: Asia/Almaty
    not after: "17:00"
    by: President
    what: The President dissolves the House.
    facts:
      object: House
      seats: 98
      share: 54.21%
      poll_day: 2023-03-19
      session: 2023-03-29 10:00
      opening: "10:00"
      length: 20 minutes
      secret: no
      votes: {Left: 5, Right: 3}
      with: [Mäjilis]
      rounds: [1, 2]
      ground: a quarrel
    moments: {signed: "16:00", published: 2023-01-20, gazetted: 2023-01-21, effective: 2023-01-20}
    sources: [decree]
    note: As read.
  - act: convene
    not before: 2023-02-01
    not after: "2023-02-03 12:00"
    by: Herald
    status: found
    found by: Commission
    attributed to: the President
    sanction: a fine
    claims:
      - order: after end
        sources: [wiki]
        note: A guess.
      - date: 2023-02-02
        time: "10:00"
        not before: 2023-02-01
        not after: 2023-02-03
        moments: {signed: "09:00"}
        by: President
        status: attested
        sources: [decree]
  - act: register
    date: 2023-02-05
    case: {candidate: E. Qoşanov}
    facts: {quota: 1/2}
    claims:
      - {quota: 0.25, sources: [wiki]}
  - act: brief
    date: 2023-02-06
    ruling:
      on: end
      does: upholds
      merits: yes
      applicant: Herald
until: 2023-04-30
expect:
  - act: end
    is: lawful
    under: tiny.const.1
    working: lawful
    also: irregular
    repair: a day later
    margin: two days
    case: E. Qoşanov
    because: done by the President
  - lapse: tiny.const.2
    shown: no
    because: not shown
  - procedure: house
    state: SITTING
    because: the House was convened
sweep:
  - acts[register].date=2023-02-01..2023-02-05
lesson:
  title: {en: May he?, ru: Можно ли?, kk: Бола ма?}
  grades: [9, 10]
  minutes: 40
  goals: [You can tell who may dissolve the House.]
  roles:
    - {actor: Herald, card: You bring the decree.}
  steps:
    - act: end
      minutes: 20
      story: The President dissolves the House.
      questions:
        - {ask: lawful, act: end, choices: 3}
        - {ask: order, acts: [end, register]}
        - {ask: free, words: Why?, answer: Because he may.}
    - {act: register, minutes: 5, story: The candidate is registered.}
  closing: One may ask before one acts.
"""

DERIVED = """\
scenario: What if the House had met later?
based on: base
kind: hypothetical
about: Another history.
sweep:
  - acts[register].date=2023-02-01..2023-02-05
changes:
  - move: register
    before: convene
  - cut after: brief
  - cut before: brief
  - drop: [register]
  - change: end
    date: 2023-01-20
    time: "10:00"
    not before: "09:00"
    not after: none
    zone: Asia/Almaty
    by: Herald
    what: The Herald dissolves the House.
    case: {candidate: nobody}
    facts: {seats: 99, ground: none}
    moments: {signed: none, published: 2023-01-20}
    claims: none
    status: attested
    found by: none
    attributed to: none
    sanction: none
    sources: [decree]
    note: Otherwise.
    ruling: none
  - move: convene
    after: end
  - shift: 7 days
    from: convene
sources: {wiki: {title: Another page, publisher: Wikipedia, standing: tertiary}}
actors: {Page: none}
given: {seats: none, term_ends: 2026-02-01}
complete: [dissolve]
readings: {first_day: none}
amend:
  - introduce: announce
    title: {en: announces it}
    by: [President]
    facts: {loudly: yes/no}
    context: false
    offence: false
  - procedure: house
    step: {act: announce, from: [DISSOLVED], to: SITTING, when: {loudly: yes}, under: []}
    from: 2023-01-01
    until: 2024-01-01
  - procedure: house
    step: {act: announce, from: [SITTING]}
    from: 2023-01-01
    until: 2024-01-01
    reaches: new cases
  - procedure: house
    drop: {act: announce, from: [DISSOLVED]}
    from: 2023-06-01
    until: 2024-01-01
    reaches: new cases
acts:
  - act: brief
    id: told
    date: 2023-01-21
    place: {before: end}
  - act: brief
    id: told again
    date: 2023-01-22
    place: {after: told}
until: 2023-05-31
expect:
  - {act: told, is: context, because: no norm bears on it}
lesson:
  title: What is told?
  grades: [9]
  minutes: 10
  goals: [You can listen.]
  steps: [{act: told, minutes: 5, story: Somebody tells something.}]
"""

CALENDAR = """\
calendar: Tiny
since: 2023-01-01
until: 2023-12-31
checked on: 2026-11-21
note: For the tests.
days:
  2023-03-08: {kind: holiday, name: {en: Day of the House}, source: the gazette, note: moved}
"""

WORDS = """\
acts: {dissolve: роспуск}
procedures: {house: Палата}
states: {house: {SITTING: палата заседает}}
readings: {first_day: {axis: первый день, day_after: не считается}}
facts: {seats: места}
words: {secret: тайное}
terms: {convening: срок созыва}
cases: {candidate: кандидат}
"""

TEXTS = """\
title: Может ли он?
about: О роспуске палаты.
actors: {Herald: Глашатай}
acts: {end: Президент распускает палату., register: Кандидата регистрируют.}
"""

COVERAGE = """\
holes:
  tiny.const.1: Nobody has tried it.
  tiny.const.2:
    2000-01-01: The text has not been read.
"""

FULL = {
    "scenario": SCENARIO,
    "derived": DERIVED,
    "law": LAW,
    "readings": READINGS,
    "acts": KINDS,
    "actors": ACTORS,
    "calendar": CALENDAR,
    "words": WORDS,
    "texts": TEXTS,
    "coverage": COVERAGE,
}
"""The text of each kind of file, and of a scenario that is based on another, `base.yaml`."""


def country(folder: Path) -> Jurisdiction:
    """The tiny country with its full files."""
    (folder / "base.yaml").write_text(SCENARIO, encoding="utf-8")
    return tiny(folder, law=LAW, readings=READINGS, acts=KINDS, actors=ACTORS)
