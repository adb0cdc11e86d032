"""What is remembered of variants is bounded, and what is forgotten is heard again with the same words."""

import gc
import tracemalloc

import pytest

from procedure import recall, shipped
from procedure.recall import Lately
from procedure.scenario_files import load_scenario
from procedure.sweep.plan import Plan
from procedure.sweep.table import columns, text_of
from tests.logs import path_of
from tests.mutants import differences, mutants
from tests.test_sweep import swept

SHORT = "ruritania/good/entrusted-after-two-refusals"


def test_what_was_settled_stays_and_of_the_rest_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is settled nothing is dropped; after that the oldest that came since."""
    monkeypatch.setattr(recall, "LATEST", 16)
    held = Lately[int, int]()
    for number in range(100):
        held[number] = number
    held.settle()
    for number in range(100, 1000):
        held[number] = number
        assert 0 < len(held) - 100 <= 16
        assert held[number] == number

    assert list(held)[:100] == list(range(100))
    assert list(held)[100:] == list(range(1100 - len(held), 1000))


def test_what_is_cleared_holds_nothing_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question of which more is learned forgets its answers, and stays bounded."""
    monkeypatch.setattr(recall, "LATEST", 16)
    held = Lately[int, int]()
    held[0] = 0
    held.settle()
    held.clear()
    for number in range(100):
        held[number] = number

    assert 0 < len(held) <= 16


@pytest.mark.parametrize("name", [SHORT, "kz/2026-kurultai"])
def test_a_plan_that_remembers_little_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each thing that it remembers may be dropped without the others; lapses and end states are compared too."""
    monkeypatch.setattr(recall, "LATEST", 2)
    plan = Plan(load_scenario(shipped.find(name)))
    logs = list(mutants(plan.scenario, 12, 5))
    found = [told for acts in (*logs, *logs) if (told := differences(plan, acts))]

    assert len(found) >= 12
    assert [wrong for _, wrong in found if wrong] == []


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many variants that every store is full, more of them take no memory."""
    monkeypatch.setattr(recall, "LATEST", 64)
    sweep = swept(
        path_of(SHORT),
        "acts[refusal-1].date=2030-05-08..2030-05-20",
        "acts[refusal-2].date=2030-05-08..2030-05-20",
        "acts[refusal-1].facts.for=0..59",
        "acts[refusal-2].facts.against=0..59",
    )
    size = []
    tracemalloc.start()
    for part in range(6):
        numbers = range(part, sweep.grid.size, sweep.grid.size // 400)
        text_of(sweep.rows(numbers), columns(sweep), "csv")
        gc.collect()
        size.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()

    assert size[5] - size[2] < 60_000
