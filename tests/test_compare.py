"""Two replays held against each other, as values, in words and as JSON; and contested acts reading by reading."""

import json
from datetime import date

import pytest
from attrs import evolve

from procedure import shipped
from procedure.cli import main
from procedure.compare import compare
from procedure.comparison import Comparison
from procedure.errors import ProcedureError
from procedure.outcomes import Outcome, Status
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario, scenario_from_text

LOG = """\
scenario: The chair is elected
jurisdiction: kz
readings: {total_number: statutory}
acts:
  - {act: dissolve, date: 2023-01-19, by: President}
  - {act: open_plenary, date: 2023-03-29}
  - {act: nominate_chairman, date: 2023-03-29, by: deputies, facts: {candidate: A}}
  - {act: elect_chairman, date: 2023-03-29, by: Mäjilis, facts: VOTE}
until: 2023-04-30
""".replace("VOTE", "{ballot: secret, for: 82, against: 16, declared: elected}")
FEWER = LOG.replace("for: 82, against: 16", "for: 49, against: 49")


def scenario(text: str) -> Scenario:
    return scenario_from_text(text, "x.yaml")


def of_2023() -> Scenario:
    return load_scenario(shipped.find("kz/2023-snap-election"))


def test_a_log_is_like_itself() -> None:
    """Nothing differs, and every act is counted as the same."""
    found = compare(scenario(LOG), scenario(LOG))

    assert not found.differs
    assert (found.parting, found.same, found.changed, found.lapses, found.states) == (None, 4, (), (), ())


def test_a_fact_that_differs() -> None:
    """The fact, the outcome that it turns, and the norm with its margins; the two part at this act."""
    found = compare(scenario(LOG), scenario(FEWER))

    assert [change.act for change in found.changed] == ["elect_chairman"]
    change = found.changed[0]
    assert change.turned
    assert change.outcome[1] is Outcome.UNLAWFUL
    assert [(each.key, each.before, each.after) for each in change.log] == [
        ("for", "82", "49"),
        ("against", "16", "49"),
    ]
    counted = next(each for each in change.norms if each.rule == "AsCounted")
    assert counted.norm == "kz.const.58.1"
    assert counted.before is not None
    assert counted.after is not None
    assert (counted.before.statuses, counted.after.statuses) == ((Status.KEPT,), (Status.BROKEN,))
    assert counted.before.margins != counted.after.margins
    assert found.parting is not None
    assert (found.parting.act, found.parting.how) == ("elect_chairman", "log")
    assert found.same == 3


def test_the_other_way_round_says_the_reverse() -> None:
    """What is before on one side is after on the other."""
    one, two = compare(scenario(LOG), scenario(FEWER)), compare(scenario(FEWER), scenario(LOG))

    assert [change.outcome for change in one.changed] == [change.outcome[::-1] for change in two.changed]
    assert [(each.before, each.after) for each in one.changed[0].norms] == [
        (each.after, each.before) for each in two.changed[0].norms
    ]


def test_an_act_on_one_side_only() -> None:
    """The two part at it, and cases end elsewhere."""
    lines = LOG.splitlines(keepends=True)
    shorter = "".join(line for line in lines if "act: elect_chairman" not in line)

    found = compare(scenario(LOG), scenario(shorter))

    assert [each.act for each in found.only_first] == ["elect_chairman"]
    assert found.only_second == ()
    assert found.parting is not None
    assert (found.parting.act, found.parting.how) == ("elect_chairman", "only in the first")
    assert "chairman" in {each.procedure for each in found.states}
    turned = compare(scenario(shorter), scenario(LOG))
    assert [each.act for each in turned.only_second] == ["elect_chairman"]
    assert turned.parting is not None
    assert turned.parting.how == "only in the second"


def test_an_act_at_another_place() -> None:
    """An act that comes earlier on one side is where they part."""
    lines = LOG.splitlines(keepends=True)
    spot = next(index for index, line in enumerate(lines) if "open_plenary" in line)
    lines[spot : spot + 2] = reversed(lines[spot : spot + 2])

    found = compare(scenario(LOG), scenario("".join(lines)))

    assert found.parting is not None
    assert (found.parting.act, found.parting.how) == ("nominate_chairman", "order")


def test_a_lapse_on_one_side_only() -> None:
    """A duty not seen done in time when the log goes on longer."""
    short = evolve(of_2023(), until=date(2023, 1, 25))
    long = evolve(of_2023(), until=date(2023, 2, 28))

    found = compare(short, long)

    assert found.parting is not None
    assert found.parting.how == "only in the second"
    assert found.only_second
    for lapse in found.lapses:
        assert lapse.before != lapse.after


def test_two_laws() -> None:
    """The law of 2010 knew no districts; what it has no version of is not heard."""
    found = compare(of_2023(), evolve(of_2023(), law_as_of=date(2010, 1, 1)), ("now", "then"))

    assert (found.first.law_as_of, found.second.law_as_of) == (None, date(2010, 1, 1))
    districts = next(each for each in found.changed if each.act == "draw-districts")
    assert districts.log == ()
    assert all(each.after is None for each in districts.norms)


def test_two_readings() -> None:
    """A pinned reading settles what was contested."""
    found = compare(of_2023(), evolve(of_2023(), readings={"rounding": "exact"}))

    outcomes = {each.act: each.outcome for each in found.changed}
    assert outcomes["nominate-list-amanat"] == (Outcome.CONTESTED, Outcome.UNLAWFUL)
    assert found.second.readings == (("rounding", "exact"),)
    assert not found.only_first
    assert not found.only_second


def test_two_countries_are_not_compared() -> None:
    other = load_scenario(shipped.find("ruritania/good/whole-cycle"))

    with pytest.raises(ProcedureError, match="compare two of one country"):
        compare(scenario(LOG), other)


def test_a_comparison_is_a_value() -> None:
    """Two comparisons of the same are equal."""
    one: Comparison = compare(scenario(LOG), scenario(FEWER))

    assert one == compare(scenario(LOG), scenario(FEWER))


# the command


def test_in_words(tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]) -> None:
    """The status is 0 though something differs; the page begins with both sides and where they part."""
    folder = tmp_path_factory.mktemp("compare")
    for name, text in (("a", LOG), ("b", FEWER)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")

    assert main(["compare", str(folder / "a.yaml"), str(folder / "b.yaml")]) == 0

    words = " ".join(capsys.readouterr().out.split())
    assert "They part at elect_chairman, 29 March 2023: the logs themselves differ" in words
    assert "~ for: 82 → 49" in words
    assert "Const. 58(1) (as counted): kept" in words
    assert words.endswith("3 acts with the same verdict in both, 1 not.")


def test_in_words_where_nothing_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "ruritania/good/whole-cycle", "ruritania/good/whole-cycle"]) == 0
    assert "Nothing differs" in capsys.readouterr().out


def test_the_options_apply_to_the_second(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--reading", "rounding=exact", "--law-as-of", "2023-03-01", "--format", "json"]
    assert main(["compare", "kz/2023-snap-election", *arguments]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["form"] == "procedure.compare/1"
    assert (told["first"]["readings"], told["second"]["readings"]) == ([], [["rounding", "exact"]])
    assert (told["first"]["law_as_of"], told["second"]["law_as_of"]) == (None, "2023-03-01")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["kz/2023-snap-election"], "nothing to compare with"),
        (["kz/2023-snap-election", "kz/no-such-log"], "cannot read the file"),
        (["kz/2023-snap-election", "ruritania/good/whole-cycle"], "compare two of one country"),
        (["kz/2023-snap-election", "--reading", "roundin=up"], "kz has no open question 'roundin'"),
        (["kz/2023-snap-election", "--reading", "rounding=down"], "rounding has no answer 'down'"),
        (["kz/2023-snap-election", "--reading", "rounding"], "rounding has no answer ''"),
        (["kz/2023-snap-election", "--law-as-of", "yesterday"], "write it like 2023-03-19"),
    ],
)
def test_what_is_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong files and wrong words on the command line have the status 2."""
    assert main(["compare", *arguments]) == 2
    assert message in capsys.readouterr().err


# the matrix


def test_the_matrix_of_contested_acts(capsys: pytest.CaptureFixture[str]) -> None:
    """Each contested act once, each cell on a line, with its answers and who holds them."""
    main(["replay", "kz/2023-snap-election", "--readings", "all"])

    before, _, matrix = capsys.readouterr().out.partition("Contested acts, reading by reading")
    words = " ".join(matrix.split())
    assert "Summary" in before
    assert words.count("nominate-list-amanat (contested; on the working readings lawful)") == 1
    assert "✗ broken: rounding=exact (argued, held by Nobody on file; the arithmetic of the words)" in words
    assert "✓ kept: rounding=up (practised, held by CEC" in words
    assert "(so wp-election)" in words


def test_the_matrix_of_a_log_without_contest(capsys: pytest.CaptureFixture[str]) -> None:
    main(["replay", "ruritania/good/whole-cycle", "--readings", "all"])

    assert "Contested acts, reading by reading\n  no act is contested\n" in capsys.readouterr().out


def test_no_matrix_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main(["replay", "ruritania/good/whole-cycle"])

    assert "reading by reading" not in capsys.readouterr().out
