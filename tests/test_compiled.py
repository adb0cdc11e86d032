"""What is read from YAML is kept by the hash of its sources, and never stale."""

import json
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from procedure import compiled, shipped
from procedure.compiled import built, kept, plain
from procedure.jurisdiction import load_law
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.law import UNKNOWN, Case
from procedure.law_files import read_law
from procedure.moments import Moment
from procedure.outcomes import Outcome
from procedure.scenario_files import load_scenario

LAW = """\
instrument: Constitution
id: xx.const
cite as: Const.
checked on: 2030-06-01
articles:
  "1":
    title: {en: The term}
    nature: requirement
    versions:
      1920-01-01:
        says: {en: An election is held within DAYS days.}
        terms: {election: DAYS days}
        text known: verified
        source: a test
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    path = tmp_path / "cache"
    monkeypatch.setenv("PROCEDURE_CACHE", str(path))
    return path


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_law_comes_back_whole(country: str) -> None:
    """The statute book of each country, through JSON and back."""
    law = jurisdiction(country).law

    assert built(json.dumps(plain(law))) == law


@pytest.mark.parametrize("name", ["kz/2023-snap-election", "ruritania/good/whole-cycle"])
def test_scenarios_come_back_whole(name: str, cache: Path) -> None:
    """Read anew, and found again."""
    first, again = load_scenario(shipped.find(name)), load_scenario(shipped.find(name))

    assert first is not again
    assert (first.acts, first.expect, first.hash, first.given) == (again.acts, again.expect, again.hash, again.given)
    assert list(cache.glob("scenario-*.json"))


def test_changed_law_is_read_anew(tmp_path: Path, cache: Path) -> None:
    """The key is what the file holds: another number, another law."""
    folder = tmp_path / "law"
    folder.mkdir()
    found = []
    for days in ("40", "30", "40"):
        (folder / "const.yaml").write_text(LAW.replace("DAYS", days))
        law = load_law(folder, "UTC")
        assert law == read_law(folder, "UTC")
        found.append(str(law.norms["xx.const.1"].versions[0].terms["election"]))

    assert found == ["40 days", "30 days", "40 days"]


def test_other_code_reads_anew(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another state of the library kept is not found."""
    path = tmp_path / "x"
    path.write_text("x")
    read: list[int] = []

    def reading() -> int:
        read.append(1)
        return len(read)

    assert [kept("test", [path], (), reading) for _ in range(2)] == [1, 1]
    monkeypatch.setattr(compiled, "code", lambda: "another")
    assert kept("test", [path], (), reading) == 2


def test_what_is_damaged_is_read_anew(tmp_path: Path, cache: Path) -> None:
    """A cache that somebody wrote into builds nothing but the library's own values, or is passed over."""
    path = tmp_path / "x"
    path.write_text("x")
    kept("test", [path], (), lambda: 7)
    (entry,) = cache.glob("test-*.json")
    key = entry.read_text().partition("\n")[0]
    planted = ('{"Path": ["/etc"]}', '{"Act": [1]}', '{"share": [1, 0]}', '{"at": 1}', "[" * 100_000)
    for text in ("", "{", "\n8", f"{key}\n", *(f"{key}\n{each}" for each in planted)):
        entry.write_text(text)
        assert kept("test", [path], (), lambda: 7) == 7


VALUES = (
    {},
    {"a": 1},
    {"tuple": (1, 2)},
    {"Act": {"Act": ()}},
    {1: "a", 2: None},
    {("a", 1): True},
    frozenset({"b", "a"}),
    (date(2023, 3, 19), time(7, 30), Fraction(1, 3), datetime(2023, 3, 19, 7, 30, tzinfo=UTC)),
    (Outcome.VOID.value, UNKNOWN, Moment.on(date(2023, 3, 19), "Asia/Almaty"), Case(None, {"party": "A"})),
)


@pytest.mark.parametrize("value", VALUES)
def test_values_come_back(value: object) -> None:
    """Whatever their keys are called."""
    assert built(json.dumps(plain(value))) == value


def test_a_changed_module_is_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is added or changed, in whatever folder, tells one state of the code from another."""
    monkeypatch.setattr(compiled, "HERE", tmp_path)
    (tmp_path / "rules").mkdir()
    states = [compiled.code.__wrapped__()]
    for path, text in (("a.py", "1"), ("rules/b.py", "1"), ("rules/b.py", "12"), ("notes.txt", "1")):
        (tmp_path / path).write_text(text)
        states.append(compiled.code.__wrapped__())

    assert len(set(states[:-1])) == 4
    assert states[-1] == states[-2]


def test_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written where the cache is off, or has no place."""
    monkeypatch.setenv("PROCEDURE_CACHE", "off")
    assert compiled.folder() is None
    for name in ("PROCEDURE_CACHE", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert compiled.folder() is None


def test_faults_are_not_kept(tmp_path: Path, cache: Path) -> None:
    """A law with a fault says so each time."""
    folder = tmp_path / "law"
    folder.mkdir()
    (folder / "const.yaml").write_text(LAW.replace("2030-06-01", "soon"))
    for _ in range(2):
        with pytest.raises(Exception, match="PR206"):
            load_law(folder, "UTC")
