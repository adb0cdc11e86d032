"""Sweeps: what varies is read with its faults, edges are exact, tables are the same however the work is shared."""

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest

from procedure import shipped
from procedure.cli import main
from procedure.errors import Place, ProcedureError
from procedure.judge import replay
from procedure.scenario import Vary
from procedure.scenario_files import load_scenario
from procedure.sweep import work
from procedure.sweep.axes import Axis, axes
from procedure.sweep.bands import mapped
from procedure.sweep.table import done
from procedure.sweep.variants import Sweep, Task, based
from procedure.verdict import Report
from tests.logs import path_of

NAME = "ruritania/good/entrusted-after-two-refusals"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A vote of confidence of fifty-four members, whose outcome is declared."""
    path = tmp_path / "log.yaml"
    path.write_text(
        """\
scenario: A vote
jurisdiction: ruritania
given: {diet_opened: 2028-05-02, diet_term_ends: 2032-05-02, registered_voters: 100000}
complete: [declare_siege]
acts:
  - {act: consult_on_dissolution, date: 2030-02-27, by: Crown, facts: {with: [Chancellor, Speaker]}}
  - {act: dissolve, date: 2030-03-01, by: Crown}
  - {act: call_election, date: 2030-03-01, by: Crown, facts: {poll_day: 2030-04-10}}
  - {act: open_poll, date: 2030-04-10, time: "08:00"}
  - {act: close_poll, date: 2030-04-10, time: "20:00"}
  - act: establish_results
    date: 2030-04-12
    by: Election Office
    facts: {voted: 52000, found: 52000, issued: 52000, valid: 51000, invalid: 1000}
until: 2030-05-01
"""
    )
    return path


def vary(*texts: str) -> tuple[Vary, ...]:
    """Axes as they are written on a command line."""
    return tuple(Vary(text, Place("--vary", number), text) for number, text in enumerate(texts, 1))


def swept(path: Path, *texts: str, ask: tuple[str, ...] = ()) -> Sweep:
    """A sweep of a log."""
    return Sweep.of(load_scenario(path), Task(str(path), vary(*texts), ask))


def read(path: Path, text: str) -> Axis:
    """One axis."""
    return axes(load_scenario(path), vary(text))[0]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("acts[establish_results].facts.voted=1..3", ("1", "2", "3")),
        ("acts[establish_results].facts.voted=1..9 step 4", ("1", "5", "9")),
        ("acts[establish_results].facts.voted=7,5", ("7", "5")),
        ("acts[dissolve].date=2030-02-27..2030-03-01", ("2030-02-27", "2030-02-28", "2030-03-01")),
        ("acts[open_poll].time=07:00,08:30", ("07:00", "08:30")),
        ("acts[dissolve].by=Crown,Diet", ("Crown", "Diet")),
        ("acts[dissolve].status=alleged,attested", ("alleged", "attested")),
        ("law[ru.const.31].election=30 days,40 days", ("30 days", "40 days")),
        ("readings[first_day]=all", ("assembly", "ordinary")),
    ],
)
def test_values(log: Path, text: str, texts: tuple[str, ...]) -> None:
    """Ranges, lists, days, times, terms and answers."""
    assert sorted(read(log, text).texts) == sorted(texts)


def test_draws_are_seeded(log: Path) -> None:
    """A draw is the same whenever it is made with its seed, and another with another."""
    one, same, other = (
        read(log, f"acts[establish_results].facts.voted=random(0..1000, 20, seed {seed})").values for seed in (7, 7, 8)
    )

    assert one == same != other
    assert len(set(one)) == 20


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("acts[dissolv].date=2030-03-01", "--vary:1:6: error[PR207]: no act has the id 'dissolv'"),
        ("acts[dissolve].facts.for=1", "no fact 'for'"),
        ("acts[dissolve].wen=1", "'wen' of an act cannot be varied"),
        ("acts[dissolve].by=Crwn", "did you mean 'Crown'?"),
        ("acts[dissolve].date=2030-02-30", "PR206"),
        ("acts[dissolve].date=2030-03-05..2030-03-01", "the range ends before it begins"),
        ("acts[establish_results].facts.voted=many", "is not a whole number"),
        ("acts[establish_results].facts.voted=1,,2", "a value is missing here"),
        ("acts[establish_results].facts.voted=1,1", "stands twice"),
        ("acts[establish_results].facts.voted=random(0..3, 9)", "cannot be drawn"),
        ("acts[establish_results].facts.voted=0..9999999", "more than the 1,000,000"),
        ("law[ru.const.311].election=30 days", "did you mean 'ru.const.31'?"),
        ("law[ru.const.31].electon=30 days", "did you mean 'election'?"),
        ("law[ru.const.31].election=seven", "PR206"),
        ("readings[first_dy]=all", "did you mean 'first_day'?"),
        ("readings[first_day]=ordinry", "did you mean 'ordinary'?"),
        ("dissolve=1", "does not say what varies"),
    ],
)
def test_faults(log: Path, text: str, fault: str) -> None:
    """Each fault has its place and the way out."""
    with pytest.raises(ProcedureError) as caught:
        read(log, text)

    assert fault in str(caught.value)


def test_all_faults_come_in_one_pass(log: Path) -> None:
    """Two axes with a fault each, and one that stands twice."""
    with pytest.raises(ProcedureError) as caught:
        axes(load_scenario(log), vary("acts[x].date=2030-03-01", "readings[y]=all", *["readings[first_day]=all"] * 2))

    assert len(caught.value.diagnostics) == 3


def test_each_row_is_what_a_replay_says(log: Path) -> None:
    """Every variant, written out as a scenario of its own and replayed."""
    sweep = swept(
        log,
        "acts[establish_results].facts.voted=30000,50000,50001,52000",
        "acts[establish_results].date=2030-04-12,2030-04-25",
        "law[ru.el.13.1].results=7 days,20 days",
        "readings[first_day]=all",
    )
    for number in range(sweep.grid.size):
        row = sweep.row(number)
        digits = sweep.grid.digits(number)
        single = tuple(
            Vary(f"{axis.name}={axis.texts[digit]}", Place("--vary"))
            for axis, digit in zip(sweep.grid.axes, digits, strict=True)
        )
        alone = Sweep.of(sweep.scenario, Task(str(log), single))
        report = replay(based(alone.scenario, str(log), alone.grid.axes, (0,) * len(single)), recall=False)
        verdict = report.verdict("establish_results")

        assert row.answers[0].outcome is verdict.outcome
        assert list(row.answers[0].broken) == sorted({finding.norm for finding in verdict.broken()})
        assert (row.lapses, row.states) == ended(sweep, report)


def ended(sweep: Sweep, report: Report) -> tuple[object, object]:
    """The lapses of a report, and where the procedures of a sweep end in it."""
    lapses = tuple(sorted((each.norm, each.act, each.case, each.after, each.shown) for each in report.lapses))
    states = tuple((each.procedure, each.case, each.states) for each in report.states)
    return lapses, tuple(each for each in states if each[0] in sweep.machines)


def test_rows_after_many_others_are_what_replays_say(log: Path) -> None:
    """What is remembered of variants, of their lapses and their ends, is that of none but those touched alike."""
    sweep = swept(
        log,
        "acts[close_poll].date=2030-04-09..2030-05-03 step 3",
        "acts[call_election].date=2030-02-27..2030-05-09 step 10",
        "acts[establish_results].date=2030-04-08..2030-05-05",
        "acts[establish_results].facts.voted=49998..50003",
    )
    plan = sweep.prepared((0,) * 4)
    seen = set()
    for number in random.Random(3).sample(range(sweep.grid.size), 200):
        row = sweep.row(number)
        changed = plan.changed(sweep.grid.digits(number))
        report = plan.plan.replayed([changed.get(act.id, act) for act in plan.scenario.acts])
        outcomes = {verdict.act: verdict.outcome for verdict in report.verdicts}

        assert [answer.outcome for answer in row.answers] == [outcomes.get(act) for act in sweep.ask]
        assert (row.lapses, row.states) == ended(sweep, report)
        seen.add((row.lapses, row.states))

    assert len(seen) > 3 and sweep.replays < 150


@pytest.mark.parametrize("first", [0, 33_333, 32_000])
def test_edges_found_by_halving_are_those_of_every_value(log: Path, first: int) -> None:
    """Halving judges few variants and says what judging all of them says."""
    text = f"acts[establish_results].facts.voted={first}..{first + 2000}"
    found = mapped(swept(log, text))
    sweep = swept(log, text)
    every = tuple(sweep.row(number).answers[0] for number in range(sweep.grid.size))

    assert found.maps[0].cells == (every,)
    assert found.judged < 40
    assert found.once


def test_what_may_turn_twice_is_judged_at_every_value(log: Path) -> None:
    """A day is early, in time and late: nobody says that a rule of time turns at most once."""
    found = mapped(swept(log, "acts[open_poll].date=2030-03-20..2030-04-20"))

    assert found.judged == found.size == 32
    assert found.because


def test_two_axes_make_rows(log: Path) -> None:
    """Values of the first axis with the same bands stand together."""
    found = mapped(
        swept(
            log,
            "acts[establish_results].facts.voted=0..52000 step 1000",
            "acts[establish_results].date=2030-04-11..2030-04-30",
        )
    )
    each = found.maps[0]

    assert each.down is not None
    assert len(each.rows) == 2
    assert sum(len(row.bands) for row in each.rows) >= 3


COMMAND = ("--vary", "acts[establish_results].facts.voted=0..52000 step 500", "--vary", "readings[first_day]=all")


def run(*arguments: str) -> int:
    """A command, quietly."""
    return main(["sweep", *arguments])


def test_table_and_map(log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row for each variant, and a picture with a pattern for each outcome."""
    out, chart = tmp_path / "t.csv", tmp_path / "m.svg"

    assert run(str(log), *COMMAND, "--to", "csv", "-o", str(out), "--map", str(chart)) == 0

    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert len(rows) == 210
    assert {row["outcome[establish_results]"] for row in rows} == {"lawful", "unlawful"}
    assert rows[0]["broken[establish_results]"] == "ru.el.13.2"
    assert 'fill="url(#sweep-unlawful)"' in chart.read_text()
    assert "from" in capsys.readouterr().out


def test_lines_of_json(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON lines on standard output, and nothing else there."""
    assert run(str(log), "--vary", "acts[dissolve].by=Crown,Diet", "--to", "jsonl") == 0

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["outcome[dissolve]"] for row in rows] == ["lawful", "unlawful"]


def test_an_interrupt_keeps_what_is_done(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is added when the command is run again; the table is the one of a run without interrupt."""
    whole, part = tmp_path / "whole.csv", tmp_path / "part.csv"
    run(str(log), *COMMAND, "--to", "csv", "-o", str(whole))
    monkeypatch.setattr(work, "CHUNK", 50)
    rows, calls = Sweep.rows, []

    def interrupted(sweep: Sweep, numbers: Any) -> Any:
        calls.append(numbers)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return rows(sweep, numbers)

    monkeypatch.setattr(Sweep, "rows", interrupted)

    assert run(str(log), *COMMAND, "--to", "csv", "-o", str(part)) == 130
    assert "100 of 210 rows are kept" in capsys.readouterr().err

    with part.open("a") as file:
        file.write("100,half a r")
    monkeypatch.setattr(Sweep, "rows", rows)
    assert run(str(log), *COMMAND[:2], "--to", "csv", "-o", str(part), "--resume") == 2
    assert run(str(log), *COMMAND, "--to", "csv", "-o", str(part), "--resume") == 0
    assert part.read_text() == whole.read_text()


def test_half_a_row_is_cut(tmp_path: Path) -> None:
    """What an interrupt left of a row does not count."""
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n3,")

    assert done(path, "csv") == 1
    assert path.read_text() == "a,b\n1,2\n"


def test_workers_make_the_same_table(log: Path, tmp_path: Path) -> None:
    """Neither the number of workers nor the way the work is cut shows in the table."""
    paths = [tmp_path / f"{number}.csv" for number in range(3)]
    run(str(log), *COMMAND, "--to", "csv", "-o", str(paths[0]))
    run(str(log), *COMMAND, "--to", "csv", "-o", str(paths[1]), "--jobs", "2", "--backend", "threading")
    task = Task(str(log), vary(*COMMAND[1::2]))
    cut = [work.worked(task, "csv", start, stop)[1] for start, stop in work.stretches(0, 210, 210, 37)]

    assert paths[0].read_text() == paths[1].read_text()
    assert "".join(cut) == paths[0].read_text().partition("\n")[2]


@pytest.mark.parametrize(("turn", "chunk"), [(1, 7), (3, 7), (7, 7), (8, 7), (50, 7), (210, 7), (210, 1000)])
@pytest.mark.parametrize("first", [0, 1, 33])
def test_work_is_cut_where_the_law_turns(first: int, turn: int, chunk: int) -> None:
    """Each number once and in order; no stretch is longer than asked, and none ends in the middle of a short turn."""
    cut = list(work.stretches(first, 210, turn, chunk))

    assert [number for start, stop in cut for number in range(start, stop)] == list(range(first, 210))
    assert all(stop - start <= chunk for start, stop in cut)
    assert all(stop % turn == 0 or stop == 210 for _, stop in cut) or turn > chunk
    assert all(start // turn == (stop - 1) // turn for start, stop in cut) or turn <= chunk


def test_a_cluster_makes_the_same_table(log: Path, tmp_path: Path) -> None:
    """The same call on the workers of a Dask cluster."""
    from distributed import LocalCluster

    one, two = tmp_path / "1.csv", tmp_path / "2.csv"
    run(str(log), *COMMAND, "--to", "csv", "-o", str(one))
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        assert run(str(log), *COMMAND, "--to", "csv", "-o", str(two), "--backend", "dask", "--scheduler", address) == 0

    assert one.read_text() == two.read_text()


def test_parquet(log: Path, tmp_path: Path) -> None:
    """The same table in columns."""
    from pyarrow import parquet

    out = tmp_path / "t.parquet"

    assert run(str(log), *COMMAND, "--to", "parquet", "-o", str(out)) == 0
    assert parquet.read_table(out).num_rows == 210
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log.yaml", "t.parquet"]


def test_what_is_missing_is_said_plainly(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library there is an error that names the extra, and no traceback."""
    monkeypatch.setattr("procedure.sweep.table.find_spec", lambda name: None)
    monkeypatch.setattr("procedure.sweep.work.find_spec", lambda name: None)

    assert run(str(log), *COMMAND, "--to", "parquet", "-o", "x") == 2
    assert run(str(log), *COMMAND, "--to", "csv", "--jobs", "2") == 2


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "nothing varies"),
        (("--vary", "acts[dissolve].by=Crown", "--resume"), "--resume"),
        (("--vary", "acts[dissolve].by=Crown", "--ask", "dissolv"), "did you mean 'dissolve'?"),
        (("--vary", "acts[dissolve].by=Crown", "--to", "parquet"), "parquet"),
    ],
)
def test_command_lines_at_fault(
    log: Path, arguments: tuple[str, ...], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, and what to do."""
    assert run(str(log), *arguments) == 2
    assert fault in capsys.readouterr().err


def test_the_scenario_may_say_what_varies(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The key `sweep:`; a fault in it has its place in the file."""
    log.write_text(log.read_text() + 'sweep:\n  - "acts[dissolve].by=Crown,Diet"\n')
    assert run(str(log)) == 0
    assert "Diet" in capsys.readouterr().out

    log.write_text(log.read_text().replace("by=Crown,Diet", "by=Crown,Dit"))
    assert run(str(log)) == 2
    assert f"{log}:" in capsys.readouterr().err


def test_shipped_logs_can_be_swept() -> None:
    """A log by its shipped name, its rival claims about the votes set aside where the votes vary."""
    found = mapped(swept(path_of("kz/2023-snap-election"), "acts[consent].facts.for=0..98"))

    assert found.maps[0].rows[0].bands[0].last == "49"
    assert shipped.find("kz/2023-snap-election").exists()


@pytest.mark.parametrize("part", range(4))
def test_rules_that_say_they_turn_once_do(part: int) -> None:
    """Over numbers of shipped logs drawn at random: what halving finds is what judging every value finds."""
    draw = random.Random(part)
    names = [name for name in shipped.names() if name.startswith("ruritania/")]
    halved = 0
    for name in draw.sample(names, 12):
        scenario = load_scenario(shipped.find(name))
        numbers = [(act.id, fact) for act in scenario.acts for fact, value in act.facts.items() if type(value) is int]
        for act, fact in numbers[:2]:
            text = f"acts[{act}].facts.{fact}=0..64"
            found = mapped(swept(shipped.find(name), text))
            sweep = swept(shipped.find(name), text)
            every = tuple(sweep.row(number).answers[0] for number in range(65))
            assert found.maps[0].cells == (every,), (name, text)
            halved += bool(found.once)

    assert halved
