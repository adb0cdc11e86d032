"""Questions with a number or a day for an answer: how many more votes, and until when?"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from attrs import evolve

from procedure.due import due
from procedure.lesson import Choice, Pool, Question, Stop
from procedure.lessons.desk import Desk
from procedure.periods import Period
from procedure.record import Act
from procedure.scenario import Scenario
from procedure.verdict import Due, Finding, Opinion, Phrase, Value
from procedure.votes import Share

SHORT = {"margin.votes_short": "votes", "margin.present_short": "present", "margin.off": "number"}
SPARE = {"margin.votes_above": "votes", "margin.present_above": "present", "margin.number": "number"}
MARGINS = {**SHORT, **SPARE}

LIMITS = ("asked.within", "asked.by_then")
HALF = Fraction(1, 2)
TWO_THIRDS = Fraction(2, 3)
DAYS_IN_A_MONTH = 30
DAYS_IN_A_WEEK = 7


def votes(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """How many more are needed, or how many are to spare? Near and wrong: the same share of another whole."""
    act = question.act or stop.act
    verdict = desk.verdict(act)
    counted = [pair for pair in desk.opinions(verdict) if pair[1].heard.margin and _number(pair[1]) is not None]
    counted.sort(key=lambda pair: _rank(pair[1]))
    if not counted:
        raise desk.unanswerable(question, "nothing is counted in this act", "ask it of a vote or of a number")
    finding = counted[0][0]
    mine = [opinion for each, opinion in counted if each is finding]
    first = next((each for each in mine if desk.works(each)), mine[0])
    margin = first.heard.margin
    assert margin is not None
    arguable = {_number(each): None for each in mine}
    what, number = MARGINS[margin.key], _number(first)
    assert number is not None
    right = Choice(_claim(arguable), _told(desk, [_many(desk, each or 0, what) for each in arguable]))
    near = {each if each * number > 0 else 0: why for each, why in _other_wholes(desk, verdict.act, first).items()}
    for step in (1, -1, 2, -2):
        near.setdefault(number + step, desk.speak.tell("lesson.not.count"))
    wrong = [
        Choice(str(abs(each)), _many(desk, each, what), why)
        for each, why in near.items()
        if each not in arguable and abs(each) not in {abs(known or 0) for known in arguable} and each * number >= 0
    ]
    key = f"{what}_{'short' if margin.key in SHORT else 'spare'}"
    prompt = desk.speak.tell(f"lesson.ask.{key}")
    return desk.pool(question, stop, id, prompt, right, wrong, desk.why(verdict, (finding.norm,)))


def _many(desk: Desk, number: int, what: str) -> str:
    """How many votes or members; of anything else only the number."""
    return desk.speak.number(abs(number)) if what == "number" else desk.speak.counted(abs(number), what)


def _rank(opinion: Opinion) -> tuple[bool, str]:
    """Votes go before presence, presence before other numbers; what is wanting before what is to spare."""
    margin = opinion.heard.margin
    assert margin is not None
    order = {"votes": "0", "present": "1", "number": "2"}
    return margin.key not in SHORT, order[MARGINS[margin.key]]


def _number(opinion: Opinion) -> int | None:
    """How many are wanting (negative) or to spare."""
    margin = opinion.heard.margin
    if margin is None or margin.key not in MARGINS:
        return None
    number = dict(margin.values)[MARGINS[margin.key]]
    assert isinstance(number, int)
    return -number if margin.key in SHORT else number


def _claim(arguable: Mapping[int | None, None]) -> str:
    return "/".join(str(abs(each or 0)) for each in arguable)


def _told(desk: Desk, texts: list[str]) -> str:
    """One answer, or several that hang on the reading, which are right together."""
    texts = list(dict.fromkeys(texts))
    return texts[0] if len(texts) == 1 else desk.speak.tell("lesson.choice.depends", texts=tuple(texts))


def _other_wholes(desk: Desk, act: str, opinion: Opinion) -> dict[int, str]:
    """What the margin would be of the same share of another whole, or of another share of the same whole."""
    asked, shown = dict(opinion.heard.asked.values), dict(opinion.heard.shown.values)
    had = next((shown[name] for name in ("votes", "present", "number") if isinstance(shown.get(name), int)), None)
    if not isinstance(had, int) or "share" not in asked:
        return {}
    share, whole = Share.parse(str(asked["share"])), asked["whole"]
    assert isinstance(whole, int)
    shares = [(evolve(share, base=base), number) for base, number in _wholes(desk, act).items()]
    shares += [(evolve(share, fraction=part, direction=how), whole) for part, how in _OTHER_SHARES]
    found: dict[int, str] = {}
    for other, number in shares:
        if share.cap or other.needed(number) > number:
            continue
        why = desk.speak.tell("lesson.not.share", share=str(other), needed=other.needed(number), whole=number)
        found.setdefault(had - other.needed(number), why)
    return found


_OTHER_SHARES = ((HALF, "at least"), (HALF, "more than"), (TWO_THIRDS, "at least"))


def _wholes(desk: Desk, act: str) -> dict[str, int]:
    """The numbers of the act that somebody might take a share of: those present, and those voting."""
    facts = desk.scenario.act(act).facts
    known = {name: each for name, each in facts.items() if isinstance(each, int) and not isinstance(each, bool)}
    found: dict[str, int] = {name: known[name] for name in ("present", "voting") if name in known}
    if "for" in known and "against" in known:
        found.setdefault("voting", sum(known.get(name, 0) for name in ("for", "against", "abstained", "invalid")))
    return found


# until when


def until(desk: Desk, question: Question, stop: Stop, id: str) -> Pool:
    """Until when must it be done? Near and wrong: a day or a week off, and thirty days for a month."""
    act = question.act or stop.act
    limits = dict(_limits(desk, question, stop, act))
    if not limits:
        raise desk.unanswerable(question, "no time limit of it is on file", "ask it of a duty with a term")
    days = {limit[:10] for limit in limits}
    right = Choice("/".join(sorted(limits)), _told(desk, [desk.speak.moment(each) for each in limits]))
    wrong = [
        Choice(str(day), desk.speak.moment(moment), why)
        for day, moment, why in _near(desk, limits)
        if str(day) not in days
    ]
    told = [line for norm, _ in limits.values() for line in _norm_lines(desk, norm, stop)]
    told += [
        desk.speak.tell("lesson.counted", counted=desk.speak.say(counted)) for _, counted in limits.values() if counted
    ]
    prompt = desk.speak.tell(_until_key(desk, act, stop), act=act)
    return desk.pool(question, stop, id, prompt, right, wrong, tuple(dict.fromkeys(told)))


def _until_key(desk: Desk, act: str, stop: Stop) -> str:
    """How it is asked: of the act at which the class stands, of the date that it sets, or of another act."""
    if act != stop.act:
        return "lesson.ask.until_of"
    keys = [opinion.heard.shown.key for _, opinion in desk.opinions(desk.verdict(act)) if _limited(opinion)]
    return "lesson.ask.until_date" if keys and keys[0] == "shown.date_set" else "lesson.ask.until"


def _limited(opinion: Opinion) -> bool:
    return opinion.heard.asked.key in LIMITS and "limit" in dict(opinion.heard.asked.values)


Limit = tuple[str, Phrase | None]
"""The norm that sets a limit, and the days as counted."""


def _limits(desk: Desk, question: Question, stop: Stop, act: str) -> Iterator[tuple[str, Limit]]:
    """Every last moment that some reading gives: from the verdict on the act, else from a duty that ran or lapsed."""
    on_record = [each for each in desk.report.verdicts if each.act == act]
    for verdict in on_record:
        found = [pair for pair in desk.opinions(verdict) if _limited(pair[1])]
        yield from _of_one_norm(found)
        if found:
            return
    kind = on_record[0].done.kind if on_record else act
    for lapse in desk.report.lapses:
        if lapse.act == kind:
            yield from _dues(desk, lapse.norm, lapse.due)
            return
    for duty in due(up_to(desk, stop.act), on=desk.day(stop.act)).outstanding:
        if duty.act == kind:
            yield from _dues(desk, duty.norm, duty.due)
            return


def _of_one_norm(found: list[tuple[Finding, Opinion]]) -> Iterator[tuple[str, Limit]]:
    for finding, opinion in found:
        if finding.norm == found[0][0].norm:
            values: dict[str, Value] = dict(opinion.heard.asked.values)
            yield str(values["limit"]), (finding.norm, opinion.heard.counted)


def _dues(desk: Desk, norm: str, dues: tuple[Due, ...]) -> Iterator[tuple[str, Limit]]:
    for each in dues:
        if any(desk.counts(cell) for cell in each.cells):
            yield each.limit, (norm, each.counted)


def up_to(desk: Desk, act: str) -> Scenario:
    """The scenario as it stands just after an act: nothing later is on record."""
    spot = [each.id for each in desk.scenario.acts].index(act)
    kept: tuple[Act, ...] = desk.scenario.acts[: spot + 1]
    return evolve(desk.scenario, acts=kept, until=max(desk.scenario.until, desk.day(act)))


def _near(desk: Desk, limits: Mapping[str, Limit]) -> Iterator[tuple[date, str, str]]:
    """Days near the limits, and why each is not one."""
    first, last = min(limits), max(limits)
    tell = desk.speak.tell
    starts = [dict(counted.values) for _, counted in limits.values() if counted]
    for values in starts:
        period = Period.parse(str(values["period"]))
        if period.unit == "months" and "start" in values:
            ran = timedelta(days=DAYS_IN_A_MONTH * period.count)
            day = date.fromisoformat(str(values["start"])[:10]) + ran
            yield day, _moved(first, day), tell("lesson.not.thirty_days", period=str(period))
    for step in (1, DAYS_IN_A_WEEK):
        day = date.fromisoformat(last[:10]) + timedelta(days=step)
        yield day, _moved(last, day), tell("lesson.not.late", days=step)
        day = date.fromisoformat(first[:10]) - timedelta(days=step)
        yield day, _moved(first, day), tell("lesson.not.early", days=step)


def _moved(limit: str, day: date) -> str:
    return str(day) + limit[10:]


def _norm_lines(desk: Desk, norm: str, stop: Stop) -> list[str]:
    found = desk.docket.version(desk.scenario.country.law.norms[norm], desk.day(stop.act))
    if found is None:
        return []
    lines = [desk.speak.tell("lesson.says", norm=norm, says=desk.speak.says(norm, found.since))]
    if found.text_known != "verified":
        lines.append(desk.speak.tell(f"lesson.known.{found.text_known}", norm=norm))
    return lines
