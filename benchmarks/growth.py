"""How a replay grows with its log, its law and its open questions: `python -m benchmarks.growth [MOST_ACTS]`.

All of it is Ruritania, the invented country: its whole cycle, from a dissolution to the next ministry, once a year;
norms that bear on nothing in the log; and open questions, one that its acts ask, or many that none asks.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import count, islice

from attrs import evolve, frozen

from procedure import shipped
from procedure.judge import replay
from procedure.law import Answer, Axis, Instrument, Law, Norm, Version
from procedure.moments import Moment
from procedure.periods import Period
from procedure.record import Act, Fact
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario

CYCLE = "ruritania/good/whole-cycle"
YEAR = timedelta(weeks=52)
ONCE = "form_club"
"""Clubs are formed in the first cycle only: the Crown hears every club on record, and would hear more each year."""
ASKED = ("ru.const.29.1", "ru.const.31", "ru.const.35.1")
TERMS = ("bar", "election", "opening")
"""Norms that the dissolution, the writ and the opening of each cycle are heard under, and the terms asked of them."""

ACTS = (100, 1_000, 10_000, 100_000)
NORMS = (50, 500, 5_000)
ANSWERS = (1, 2, 4, 8, 16, 32, 64)
UNASKED = (0, 1, 8, 64)


@frozen
class Row:
    """A line of the table: what grows, its size, the seconds of a replay, and how much of that is one more of it."""

    what: str
    size: int
    seconds: float
    each: str


def later(moment: Moment, by: timedelta) -> Moment:
    """The same local day, or time of day, some days later."""
    clock, day = moment.local_time(), moment.earliest_day + by
    return Moment.on(day, moment.zone) if clock is None else Moment.at(day, clock, moment.zone)


def repeated(acts: Sequence[Act], number: int) -> tuple[Act, ...]:
    """So many acts: a cycle over and over, each time a year later, with other candidates and parties."""

    def told(value: Fact, by: timedelta) -> Fact:
        return value + by if type(value) is date else value

    def cycles() -> Iterator[Act]:
        for turn in count():
            by = turn * YEAR
            for act in (each for each in acts if not turn or each.kind != ONCE):
                yield evolve(
                    act,
                    id=f"{act.id}-{turn}",
                    when=later(act.when, by),
                    case={per: f"{name} {turn}" for per, name in act.case.items()},
                    facts={name: told(value, by) for name, value in act.facts.items()},
                )

    return tuple(islice(cycles(), number))


def grown(acts: int = 280, norms: int = 0, answers: int = 0, unasked: int = 0) -> Scenario:
    """A log of so many acts, under so many norms, with a question of so many answers, and questions that none asks."""
    cycle = load_scenario(shipped.find(CYCLE))
    log = repeated(cycle.acts, acts)
    law = cycle.country.law
    version = Version(date(1920, 1, 1), {"en": "A norm of another matter."}, {}, "verified", ())
    others = tuple(
        Norm(f"other.{spot}", str(spot), {"en": "Another matter"}, "requirement", (version,))
        for spot in range(norms - len(law.norms))
    )
    book = Instrument("other", "Acts on other matters", "Other", "law", date(2030, 6, 1), others)
    axes = {**law.axes, **{each.name: each for each in _axes(answers, unasked)}}
    country = evolve(cycle.country, statutes=Law((*law.instruments, book), axes, law.claimed))
    return evolve(cycle, country=country, acts=log, until=log[-1].when.latest_day, expect=())


def _axes(answers: int, unasked: int) -> Iterator[Axis]:
    if answers:
        days = [Period(spot // 4 if spot % 2 else 40 + spot, "days") for spot in range(answers)]
        asked = [
            Answer(f"a{spot}", "argued", "somebody", {}, dict.fromkeys(TERMS, each)) for spot, each in enumerate(days)
        ]
        yield Axis("asked", "asked", {}, ASKED, tuple(asked))
    for spot in range(unasked):
        both = tuple(Answer(name, "argued", "somebody", {}, {"unasked": name}) for name in ("yes", "no"))
        yield Axis(f"unasked {spot}", f"unasked {spot}", {}, ASKED, both)


def seconds(work: Callable[[], object], rounds: int, collector: bool = False) -> float:
    """The median of some rounds, in seconds of this process; as in `timeit`, Python's collector rests meanwhile."""
    found = []
    for _ in range(rounds):
        gc.collect()
        if not collector:
            gc.disable()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
        gc.enable()
    return statistics.median(found)


def measured(
    what: str, sizes: Iterable[int], build: Callable[[int], Scenario], unit: str = "", collector: bool = False
) -> Iterator[Row]:
    """A row for each size; the rounds are fewer where a replay is long."""
    for size in sizes:
        scenario = build(size)
        acts = len(scenario.acts)
        if acts < 10_000:
            replay(scenario)
        taken = seconds(partial(replay, scenario), 5 if acts < 10_000 else 1, collector)
        yield Row(what, size, taken, f"{taken / size * 1e6:,.0f} µs {unit}" if unit else "")


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as Markdown; the last column holds how many times as long as the line before, and as large."""
    yield "| grows | size | seconds | of that, each | against the size before |\n|---|---|---|---|---|\n"
    before: Row | None = None
    for row in rows:
        against = ""
        if before is not None and before.what == row.what:
            larger = f", {row.size / before.size:.0f} times as large" if before.size else ""
            against = f"{row.seconds / before.seconds:.2f} times as long{larger}"
        yield f"| {row.what} | {row.size:,} | {row.seconds:.3f} | {row.each} | {against} |\n"
        before = row


def main(most: int = ACTS[-1]) -> str:
    """Measure; the table."""
    rows = [
        measured("acts", (each for each in ACTS if each <= most), lambda size: grown(acts=size), "an act"),
        measured("acts, the collector at work", (1_000, 10_000), lambda size: grown(acts=size), "an act", True),
        measured("norms not concerned", NORMS, lambda size: grown(norms=size)),
        measured("answers of one axis", ANSWERS, lambda size: grown(answers=size), "an answer"),
        measured("axes that no rule reads", UNASKED, lambda size: grown(unasked=size)),
    ]
    return "".join(table(row for each in rows for row in each))


if __name__ == "__main__":
    sys.stdout.write(main(*map(int, sys.argv[1:])))
