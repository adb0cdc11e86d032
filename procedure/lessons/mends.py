"""The question of the smallest change that makes an act lawful: each change is made and replayed, right or wrong."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice

from attrs import evolve, frozen

from procedure.lesson import Choice, Pool, Question, Stop
from procedure.lessons.desk import BREACH, Desk
from procedure.moments import Moment
from procedure.outcomes import Outcome
from procedure.record import Act, Fact
from procedure.scenario import Scenario
from procedure.verdict import Heard, Value, Verdict

MENDED = frozenset((Outcome.LAWFUL, Outcome.IRREGULAR))
BROKEN = frozenset((Outcome.UNLAWFUL, Outcome.VOID))
MOST_TRIED = 40
DROP = "drop="


@frozen
class Change:
    """One change of the log: what it is called, its sentence, and the log that it makes."""

    claim: str
    text: str
    scenario: Scenario


def mend(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """Mend this log with the smallest change. A wrong choice is one after which the act is still unlawful."""
    act = question.act or stop.act
    verdict = desk.verdict(act)
    if verdict.outcome not in BROKEN:
        raise desk.unanswerable(question, "nothing is broken on every reading", "ask it of an unlawful act")
    tried: dict[str, Change] = {}
    for change in islice(changes(desk, verdict), MOST_TRIED):
        tried.setdefault(change.claim, change)
    found = {claim: desk.outcome_of(change.scenario, act) for claim, change in tried.items()}
    good = [tried[claim] for claim, outcome in found.items() if outcome in MENDED and not claim.startswith(DROP)]
    if not good:
        raise desk.unanswerable(question, "no single change mends it", "ask `missing` or `lawful` instead")
    tell = desk.speak.tell
    wrong = [
        Choice(claim, tried[claim].text, tell("lesson.not.mend"))
        for claim, outcome in found.items()
        if outcome in BROKEN
    ]
    right = Choice(good[0].claim, good[0].text)
    also = [tell("lesson.also_mends", text=each.text) for each in good[1:3]]
    prompt = tell("lesson.ask.mend")
    return desk.pool(question, stop, id, prompt, right, wrong, (*desk.why(verdict), *also))


def changes(desk: Desk, verdict: Verdict) -> Iterator[Change]:
    """Changes that a norm itself suggests, each followed by some that look like it; then acts left out."""
    act = desk.scenario.act(verdict.act)
    for _, opinion in desk.opinions(verdict):
        repair = opinion.heard.repair
        if opinion.heard.status in BREACH and repair is not None and repair.key in _WAYS:
            yield from _WAYS[repair.key](desk, act, opinion.heard, dict(repair.values))
    yield from _by_somebody(desk, act)
    yield from _later(desk, act)
    for other in desk.scenario.acts:
        if other.id == act.id:
            break
        rest = tuple(each for each in desk.scenario.acts if each.id != other.id)
        text = desk.speak.tell("lesson.mend.drop", act=other.id)
        yield Change(f"{DROP}{other.id}", text, evolve(desk.scenario, acts=rest, expect=()))


def with_act(scenario: Scenario, act: Act) -> Scenario:
    """The log with an act in place of the one with its id; what its sources say against each other falls."""
    acts = tuple(evolve(act, claims=()) if each.id == act.id else each for each in scenario.acts)
    return evolve(scenario, acts=acts, until=max(scenario.until, act.when.earliest_day), expect=())


def _stating(desk: Desk, act: Act, fact: str, word: str) -> Change:
    text = desk.speak.tell("lesson.mend.fact", fact=fact, word=word)
    facts = {**act.facts, fact: _value(word)}
    return Change(f"{fact}={word}", text, with_act(desk.scenario, evolve(act, facts=facts)))


def _value(word: str) -> Fact:
    """A word as the value of a fact: yes and no are truth values."""
    return {"yes": True, "no": False}.get(word, word)


def _words(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _by_actor(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    yield from _by_somebody(desk, act, *_words(values["actors"]))


def _by_somebody(desk: Desk, act: Act, *actors: str) -> Iterator[Change]:
    """The act done by these, by others who may do such an act, and by others of the log."""
    others = [each.by for each in desk.scenario.acts if each.by]
    known = desk.scenario.country.vocabulary.acts[act.kind].by
    for actor in dict.fromkeys([*actors, *known, *others]):
        if actor != act.by:
            text = desk.speak.tell("lesson.mend.by", actor=actor)
            yield Change(f"by={actor}", text, with_act(desk.scenario, evolve(act, by=actor)))


def _in_time(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    day = date.fromisoformat(str(values["when"])[:10])
    last = heard.repair is not None and heard.repair.key == "repair.by"
    own = act.when.earliest_day
    for step in (0, 1, 2, 7):
        moved = day + timedelta(days=step if last else -step)
        if moved != own:
            when = Moment.on(moved, act.when.zone)
            text = desk.speak.tell("lesson.mend.when", when=str(moved))
            yield Change(f"on={moved}", text, with_act(desk.scenario, evolve(act, when=when, moments={})))


def _later(desk: Desk, act: Act) -> Iterator[Change]:
    """The act done a day later."""
    day = act.when.earliest_day + timedelta(days=1)
    text = desk.speak.tell("lesson.mend.when", when=str(day))
    moved = evolve(act, when=Moment.on(day, act.when.zone), moments={})
    yield Change(f"on={day}", text, with_act(desk.scenario, moved))


def _stated(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    fact = str(values["fact"])
    kind = desk.scenario.country.vocabulary.acts[act.kind].facts[fact]
    others = kind.words or (("yes", "no") if kind.name == "yes/no" else ())
    for word in dict.fromkeys([*_words(values["words"]), *others]):
        if _value(word) != act.facts.get(fact):
            yield _stating(desk, act, fact, word)


def _ballot(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    yield _stating(desk, act, "ballot", str(values["mode"]))


def _declared(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    yield _stating(desk, act, "declared", str(values["word"]))


def _more_votes(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    short = values["votes"]
    assert isinstance(short, int)
    for more in dict.fromkeys((short, *range(short - 1, max(0, short - 4), -1))):
        if more > 0 and (facts := _voting_otherwise(act.facts, more)):
            text = desk.speak.tell("lesson.mend.votes", votes=more)
            yield Change(f"for+{more}", text, with_act(desk.scenario, evolve(act, facts=facts)))
    against, abstained = act.facts.get("against"), act.facts.get("abstained", 0)
    for fewer in (short, short + 1):
        if isinstance(against, int) and isinstance(abstained, int) and against >= fewer:
            facts = {**act.facts, "against": against - fewer, "abstained": abstained + fewer}
            text = desk.speak.tell("lesson.mend.against", votes=fewer)
            yield Change(f"against-{fewer}", text, with_act(desk.scenario, evolve(act, facts=facts)))
    yield _stating(desk, act, "declared", str(values["word"]))


def _voting_otherwise(facts: Mapping[str, Fact], more: int) -> Mapping[str, Fact] | None:
    """The same vote with so many who were against, abstained or spoilt their paper now for it; none where too few."""
    changed, wanted = dict(facts), more
    for name in ("against", "abstained", "invalid"):
        there = changed.get(name)
        if isinstance(there, int):
            moved = min(there, wanted)
            changed[name] = there - moved
            wanted -= moved
    had = changed.get("for")
    if wanted or not isinstance(had, int):
        return None
    return {**changed, "for": had + more}


def _number(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    """A number put right, and numbers that come near."""
    assert heard.repair is not None
    fact = str(values.get("fact", "present"))
    by = values.get("number", values.get("present"))
    had = act.facts.get(fact)
    if isinstance(had, int) and isinstance(by, int):
        sign = -1 if heard.repair.key == "repair.fewer" else 1
        for step in (by, by - 1, by - 2, by // 2):
            if step > 0:
                number = had + sign * step
                text = desk.speak.tell("lesson.mend.number", fact=fact, number=number)
                facts = {**act.facts, fact: number}
                yield Change(f"{fact}={number}", text, with_act(desk.scenario, evolve(act, facts=facts)))


def _seats(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    """The seats that the votes give, and seats that are one off."""
    right = dict(_seat(each) for each in _words(values["seats"]))
    tables = [right]
    parties = sorted(right, key=lambda party: -right[party])
    for giver in parties:
        for taker in parties:
            if giver != taker and right[giver]:
                tables.append({**right, giver: right[giver] - 1, taker: right[taker] + 1})
    for table in tables:
        told = tuple(f"{party} {table[party]}" for party in right)
        text = desk.speak.tell("lesson.mend.seats", seats=told)
        facts: Mapping[str, Fact] = {**act.facts, "seats": table}
        if table != act.facts.get("seats"):
            yield Change("seats=" + ",".join(told), text, with_act(desk.scenario, evolve(act, facts=facts)))


def _seat(text: str) -> tuple[str, int]:
    party, _, number = text.rpartition(" ")
    return party, int(number)


def _first(desk: Desk, act: Act, heard: Heard, values: Mapping[str, Value]) -> Iterator[Change]:
    """An act done first, and acts that look as if they might help."""
    wanted = _words(values.get("acts", values.get("act", ())))
    country = desk.scenario.country
    known = [row.act for machine in country.knowing(act.kind)[:1] for row in machine.steps]
    for kind in dict.fromkeys([*wanted, *known]):
        if kind == act.kind:
            continue
        by = country.vocabulary.acts[kind].by
        added = Act(f"({kind})", kind, act.when, by[0] if by else None, case=act.case)
        spot = [each.id for each in desk.scenario.acts].index(act.id)
        acts = (*desk.scenario.acts[:spot], added, *desk.scenario.acts[spot:])
        text = desk.speak.tell("lesson.mend.first", act=kind)
        yield Change(f"first={kind}", text, evolve(desk.scenario, acts=acts, expect=()))


Way = Callable[[Desk, Act, Heard, Mapping[str, Value]], Iterator[Change]]

_WAYS: Mapping[str, Way] = {
    "repair.by_actor": _by_actor,
    "repair.by": _in_time,
    "repair.from": _in_time,
    "repair.stated": _stated,
    "repair.ballot": _ballot,
    "repair.declare": _declared,
    "repair.votes_or_declare": _more_votes,
    "repair.present": _number,
    "repair.more": _number,
    "repair.fewer": _number,
    "repair.seats": _seats,
    "repair.after": _first,
    "repair.after_any": _first,
}
