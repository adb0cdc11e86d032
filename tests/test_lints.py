"""The house rules, held by tests: who may import what, no numbers of the law in Python, no module too long."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import procedure
from procedure.judge import replay
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.lint import lint
from procedure.scenario_files import load_scenario
from procedure.shipped import find, names

PACKAGE = Path(procedure.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ENGINE = [path for path in MODULES if "jurisdictions" not in path.parts]
PRACTICE = [path for path in MODULES if path.parent.parent.name == "jurisdictions"]
CEILING = 300


def name_of(path: Path) -> str:
    """A module as `procedure/rules/votes.py`."""
    return path.relative_to(PACKAGE.parent).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_machine_imports_transitions(path: Path) -> None:
    """`transitions` has one door."""
    uses = any(name.split(".")[0] == "transitions" for name in imported(path))

    assert not uses or name_of(path) == "procedure/machine.py"


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_engine_imports_no_country(path: Path) -> None:
    """What is true anywhere knows no country; the table of countries is the one door to them."""
    assert [name for name in imported(path) if name.startswith("procedure.jurisdictions.")] == []


@pytest.mark.parametrize("path", PRACTICE, ids=name_of)
def test_no_number_in_a_procedure(path: Path) -> None:
    """Every number of the law is a term of a norm."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    numbers = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
    ]

    assert numbers == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_has_a_ceiling(path: Path) -> None:
    """No module is longer than a reader's patience."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= CEILING


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_tables_hold_together(country: str) -> None:
    """Every name that a rule uses is defined, and every norm is used or says why not."""
    assert [f"{each.about}: {each.message}" for each in lint(jurisdiction(country))] == []


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_every_step_is_exercised(country: str) -> None:
    """Each step of each machine is taken in the replay of some shipped scenario."""
    taken: set[tuple[str, int]] = set()
    place = jurisdiction(country)
    for name in names():
        if name.startswith(f"{country}/"):
            taken |= steps_taken(load_scenario(find(name)))
    missing = [
        f"{each.name}: {row.act} from {', '.join(source.name for source in row.sources)}"
        for each in place.procedures
        for row in each.steps
        if (each.name, row.index) not in taken
    ]

    assert missing == []


def steps_taken(scenario: procedure.Scenario) -> set[tuple[str, int]]:
    """The steps, by procedure and index, that the replay of a scenario takes."""
    from procedure.judge import docket_of
    from procedure.timeline import run

    taken: set[tuple[str, int]] = set()
    for world in run(scenario.country, docket_of(scenario), scenario.acts):
        for trial in world.trials.values():
            taken |= set(trial.steps)
    return taken


def test_replay_is_the_public_one() -> None:
    """The names that the package shows are sorted, and each is there."""
    assert list(procedure.__all__) == sorted(procedure.__all__)
    assert all(hasattr(procedure, name) for name in procedure.__all__)
    assert procedure.replay is replay
