"""`procedure list`: what it names, and how it keeps to a narrow terminal."""

import pytest

from procedure import shipped
from procedure.cli import main
from procedure.jurisdictions import COUNTRIES, jurisdiction


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("width", [40, 60])
def test_lines_keep_to_the_terminal(
    country: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line is wider; only the name of a scenario, which is to be copied, stays whole."""
    monkeypatch.setenv("COLUMNS", str(width))

    assert main(["list", country]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > width and line.strip() not in shipped.names()] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_everything_of_a_country_is_named(country: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each procedure, norm, open question, act and scenario has its line."""
    assert main(["list", country]) == 0

    lines = capsys.readouterr().out.splitlines()
    place = jurisdiction(country)
    wanted = [f"  {each.name}: " for each in place.procedures]
    wanted += [f"  {name}:" for name in (*place.law.norms, *place.vocabulary.acts)]
    wanted += [f"  {axis.name} (" for axis in place.law.axes.values()]
    wanted += [f"  {name}" for name in shipped.names() if name.startswith(f"{country}/")]
    assert [each for each in wanted if not any(line.startswith(each) for line in lines)] == []
