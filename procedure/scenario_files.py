"""Scenarios loaded: as compiled where nothing has changed of what they rest on, else read."""

from collections.abc import Callable
from pathlib import Path

from procedure.jurisdiction import Jurisdiction
from procedure.scenario import Scenario
from procedure.scenario_cache import remembered

Countries = Callable[[str], Jurisdiction]


def load_scenario(path: Path | str, countries: Countries | None = None) -> Scenario:
    """The scenario in a file; raises FileError or ScenarioError with every fault."""

    def read() -> Scenario:
        from procedure.scenario_reader import read_file

        return read_file(path, _default(countries))

    return remembered(Path(path), str(path), countries, read)


def scenario_from_text(text: str, name: str = "<text>", countries: Countries | None = None) -> Scenario:
    """The scenario in a YAML text; raises FileError or ScenarioError with every fault."""
    from procedure.scenario_reader import read_text

    return read_text(text, name, _default(countries))


def _default(countries: Countries | None) -> Countries:
    if countries is not None:
        return countries
    from procedure.jurisdictions import jurisdiction

    return jurisdiction
