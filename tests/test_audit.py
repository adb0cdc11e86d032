"""The audit: what does not add up in the published account of the election of 2023, and nothing else."""

from fractions import Fraction
from pathlib import Path
from sys import maxsize

import pytest

from procedure.audit import audit
from procedure.errors import FileError, ProcedureError
from procedure.figures import Printed, shown
from procedure.seats import allocate, plurality
from procedure.table_files import read_table, read_tables
from procedure.tables import Discrepancy, Table, Weight

DATA = Path(__file__).parent.parent / "scenarios" / "kz" / "data"
PARTIES = ("Amanat", "Auyl", "Respublica", "Aq Jol", "QHP", "JSDP", "Baytaq")


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return read_tables(sorted(DATA.glob("2023-*.yaml")))


@pytest.fixture(scope="module")
def found(tables: dict[str, Table]) -> tuple[Discrepancy, ...]:
    return audit(tables)


def told(found: tuple[Discrepancy, ...], weight: Weight) -> list[tuple[str, str, str]]:
    return [(one.where, one.printed, one.computed) for one in found if one.weight is weight]


# The exact list


def test_contradictions_of_2023(found: tuple[Discrepancy, ...]) -> None:
    assert told(found, Weight.CONTRADICTION) == [
        # The congresses' lists make 285: Baytaq's congress has 20 names and the table of candidates 18.
        ("2023-claims: lists-by-congress", "283", "285"),
        # The congresses' candidates in districts make 87.
        ("2023-claims: districts-by-congress", "79", "87"),
        # The table by party has 90 candidates in districts, which with 359 independents is 449 and not 435.
        ("2023-claims: districts-by-party", "76", "90"),
        # 609 nominated less 435 registered is 174.
        ("2023-claims: districts-not-registered", "125", "174"),
        # 2 of 23 is 8.696%, cut off instead of rounded.
        ("2023-claims: new-ministers", "8.6%", "8.7%"),
        # Eight shares of one whole, each rounded to a tenth, can miss 100% by 0.4 at most.
        ("2023-claims: exit-poll-eurasian-integration", "", "100.9%"),
        # 100.0% without the undecided, who are counted apart.
        ("2023-claims: poll-march", "", "107.6%"),
        # Shares of one whole again.
        ("2023-claims: poll-of-debate", "", "102.2%"),
        # The winner's and the runner-up's line of one district imply different totals.
        (
            "2023-district-results: 12: total",
            "153,225 = 63.76%, 71,071 = 21.69%",
            "240,297 to 240,334, 327,592 to 327,742",
        ),
        # With district 11 the runner-up's total passes the turnout of the region; the winner's does not.
        (
            "2023-district-results: 12: runner-up.votes",
            "71,071 = 21.69%",
            "647,101 or more in almaty-region, of 580,072",
        ),
        # Both lines agree on a total far above the turnout of the region, which has this district only.
        ("2023-district-results: 21: winner.votes", "148,646 = 31.11%", "477,731 or more in kyzylorda, of 326,663"),
        ("2023-district-results: 21: runner-up.votes", "89,697 = 18.77%", "477,748 or more in kyzylorda, of 326,663"),
        # The results list two districts in Shymkent.
        ("2023-district-seats: shymkent: seats", "3", "2"),
        # 341,118 of 788,931 is 43.24%; the printed share is the preliminary one.
        ("2023-list-results: astana: turnout", "42.91%", "43.24%"),
        # The national percentages change their base between 18:00 and 20:00.
        (
            "2023-turnout: national: base",
            "14.21%, 30.65%, 46.84%, 51.98%, 53.11%, 54.09%, 54.19%",
            "of 11,976,406 not at 10:00, 12:00, 14:00, 16:00, 18:00, 20:00, 22:00; of 12,032,550 not at 20:00, 22:00; "
            "of 12,035,578 not at 12:00, 14:00, 16:00, 18:00",
        ),
    ]


def test_misprints_and_gaps_of_2023(found: tuple[Discrepancy, ...]) -> None:
    assert told(found, Weight.MISPRINT) == [
        # A point for a comma.
        ("2023-list-results: national: against all.votes", "248.291", "248,291"),
        # A row without a name; the editor says why it is Kyzylorda's.
        ("2023-list-results: kyzylorda: region", "", "Kyzylorda Region"),
    ]
    # Akmola has a row in every other table.
    assert told(found, Weight.GAP) == [("2023-district-seats: akmola: row", "", "akmola")]


def test_remarks_on_2023(found: tuple[Discrepancy, ...]) -> None:
    assert told(found, Weight.REMARK) == [
        # 19.5% where its neighbour is printed as 80.5%.
        ("2023-claims: districts-women", "20%", "19.5%"),
        # Shares that miss 100% from below: some answers may not be shown.
        ("2023-claims: exit-poll-democratic-institute", "", "98.2%"),
        ("2023-claims: poll-february-strategy", "", "97.4%"),
        # Two districts with half of the votes that were cast for lists.
        ("2023-district-results: shymkent: total", "", "151,670 or less, 52.16% of 290,797"),
        # Two spellings of one name.
        ("2023-list-results: akmola: region", "Aqmola Region", "Akmola Region"),
        ("2023-list-results: aktobe: region", "Aqtöbe Region", "Aktobe Region"),
        ("2023-list-results: karaganda: region", "Qarağandy Region", "Karaganda Region"),
        ("2023-list-results: kostanay: region", "Qostanai Region", "Kostanay Region"),
        ("2023-list-results: turkistan: region", "Türkistan Region", "Turkistan Region"),
        # Voters for each district, more than 20% from the national mean; what the law compares with is open.
        ("2023-list-results: akmola: registered", "517,816 / 1", "517,816, 124.77% of the mean 415,020"),
        ("2023-list-results: aktobe: registered", "562,698 / 1", "562,698, 135.58% of the mean 415,020"),
        ("2023-list-results: kostanay: registered", "554,741 / 1", "554,741, 133.67% of the mean 415,020"),
        ("2023-list-results: pavlodar: registered", "512,343 / 1", "512,343, 123.45% of the mean 415,020"),
        ("2023-list-results: ulytau: registered", "141,312 / 1", "141,312, 34.05% of the mean 415,020"),
        ("2023-list-results: east-kazakhstan: registered", "499,206 / 1", "499,206, 120.28% of the mean 415,020"),
        ("2023-list-results: shymkent: registered", "639,691 / 2", "319,846, 77.07% of the mean 415,020"),
        # The regions' shares are of the earlier registers until 18:00.
        ("2023-turnout: voters: 12:00", "3,687,608", "3,687,861 to 3,689,065"),
        ("2023-turnout: voters: 14:00", "5,635,462", "5,636,084 to 5,637,288"),
        ("2023-turnout: voters: 16:00", "6,254,837", "6,255,779 to 6,256,982"),
        ("2023-turnout: voters: 18:00", "6,390,046", "6,390,909 to 6,392,113"),
        # Preliminary and final.
        ("2023-turnout: national: 22:00", "54.19%", "54.21%"),
    ]


def test_every_note_is_on_a_discrepancy(tables: dict[str, Table], found: tuple[Discrepancy, ...]) -> None:
    noted = {f"{table.name}: {place}" for table in tables.values() for place in table.notes}
    assert noted <= {one.where for one in found if one.note}


# What the editors' notes say


def test_astana_lacks_the_late_voters(tables: dict[str, Table]) -> None:
    lists, late = tables["2023-list-results"], 6_524_487 - 6_521_860
    share = 100 * (lists.number("astana", "total").value - late) / lists.number("astana", "registered").value
    assert late == 2_627
    assert lists.number("astana", "turnout").rounds(share)
    assert not lists.number("astana", "turnout").rounds(share + Fraction(1, 100))


@pytest.mark.parametrize(
    ("hour", "voters"),
    [
        ("10:00", 12_032_550),
        ("12:00", 12_032_550),
        ("14:00", 12_032_550),
        ("16:00", 12_032_550),
        ("18:00", 12_032_550),
        ("20:00", 12_035_578),
        ("22:00", 12_035_578),
    ],
)
def test_regions_allow_the_national_turnout_on_one_of_the_bases(
    tables: dict[str, Table], hour: str, voters: int
) -> None:
    turnout, lists = tables["2023-turnout"], tables["2023-list-results"]
    scale = Fraction(voters, int(lists.number("national", "registered").value))
    weighed = [
        (turnout.number(row, hour), lists.number(row, "registered").value * scale / 100) for row in turnout.lines
    ]
    low = sum((cell.value - cell.half) * voters for cell, voters in weighed)
    high = sum((cell.value + cell.half) * voters for cell, voters in weighed)
    assert low <= turnout.number("voters", hour).value <= high


def test_runner_up_of_district_12_has_another_share_of_the_winners_total() -> None:
    assert Printed.of("29.57%").rounds(100 * Fraction(71_071) / (Fraction(153_225) / Fraction("0.6376")))


# The house


def test_districts_of_2023_give_22_seats_to_one_party_and_7_to_others(tables: dict[str, Table]) -> None:
    districts = tables["2023-district-results"]
    assert len(districts.lines) == 29
    for row in districts.lines:
        votes = {who: int(districts.number(row, f"{who}.votes").value) for who in ("winner", "runner-up")}
        assert plurality(votes) == "winner"
    winners = [districts.text(row, "winner.party") for row in districts.lines]
    assert {party: winners.count(party) for party in winners} == {
        "Amanat": 22,
        "Independent": 6,
        "Independent (Amanat)": 1,
    }


def test_house_of_2023(tables: dict[str, Table]) -> None:
    lists, districts = tables["2023-list-results"], tables["2023-district-results"]
    votes = {party: int(lists.number("national", f"{party}.votes").value) for party in PARTIES}
    base = sum(votes.values()) + int(lists.number("national", "against all.votes").value)
    seats = allocate(votes, 69, Fraction(5, 100), base).result
    assert base == 6_366_441 and seats is not None
    won = [districts.text(row, "winner.party") for row in districts.lines]
    house = {party: seats[party] + won.count(party) for party in PARTIES}
    assert house == {"Amanat": 62, "Auyl": 8, "Respublica": 6, "Aq Jol": 6, "QHP": 5, "JSDP": 4, "Baytaq": 0}
    assert sum(house.values()) + sum(party not in PARTIES for party in won) == 98


# Printed numbers


@pytest.mark.parametrize("text", ["248.291%", "12,035,578", "1.01", "54.21%", "0", "7"])
def test_printed_numbers_are_read(text: str) -> None:
    number = Printed.of(text)
    assert shown(number.value, number.digits, number.percent) == text


@pytest.mark.parametrize("text", ["", "1,23", "1234,567", "-3", "5 %", "٣", ".5", "1.", "n/a"])
def test_what_is_no_printed_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        Printed.of(text)


@pytest.mark.parametrize(
    ("exact", "fits"),
    [("0.125", True), ("0.1249", True), ("0.1151", True), ("0.115", True), ("0.1149", False), ("0.1251", False)],
)
def test_half_may_go_up_or_to_even(exact: str, fits: bool) -> None:
    assert Printed.of("0.12").rounds(Fraction(exact)) is fits


def test_half_goes_down_only_to_even() -> None:
    assert not Printed.of("0.13").rounds(Fraction("0.135"))
    assert Printed.of("0.14").rounds(Fraction("0.135"))


def test_total_implied_by_a_share() -> None:
    assert Printed.of("50%").wholes(Fraction(100)) == (199, 202)
    assert Printed.of("0.00%").wholes(Fraction(3)) == (60_000, maxsize)


def test_shown_rounds_half_up() -> None:
    assert [shown(Fraction("2.5")), shown(Fraction("-1234.565"), 2), shown(Fraction(-1, 9))] == ["3", "-1,234.57", "0"]


# The files


def write(folder: Path, text: str) -> Path:
    path = folder / "table.yaml"
    path.write_text("table: t\nsource: {title: T}\n" + text, encoding="utf-8")
    return path


def test_table_that_adds_up_has_no_discrepancy(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'apart: [all]\nrows:\n  a: {x: "1", y: "2", sum: "3"}\n  all: {x: "1", y: "2", sum: "3"}\n'
        "checks:\n  - {check: adds across, parts: [x, y], total: sum}\n"
        "  - {check: adds down, columns: [x, y, sum], total: all}\n"
        "  - {check: never falls, columns: [x, y, sum]}\n",
    )
    assert audit(read_tables([path])) == ()


def test_sums_and_order_are_checked(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'apart: [all]\nrows:\n  a: {x: "2", y: "1", sum: "4"}\n  all: {x: "3", y: "1", sum: "4"}\n'
        'notes: {"a: sum": seen}\n'
        "checks:\n  - {check: adds across, parts: [x, y], total: sum}\n"
        "  - {check: adds down, columns: [x, y, sum], total: all}\n"
        "  - {check: never falls, columns: [x, y], note: turned, weight: remark}\n",
    )
    assert audit(read_tables([path])) == (
        Discrepancy("t: a: sum", "sum of the row", "4", "3", "seen"),
        Discrepancy("t: all: x", "sum of the column", "3", "2"),
        Discrepancy("t: a: y", "falls", "1", "2 or more", "turned", Weight.REMARK),
        Discrepancy("t: all: y", "falls", "1", "3 or more", "turned", Weight.REMARK),
    )


def test_rows_and_counts_of_two_tables(tmp_path: Path) -> None:
    first = write(
        tmp_path,
        'rows:\n  p: {n: "2"}\n  q: {n: "1"}\n'
        "checks:\n  - {check: same rows, table: u, by: of, weight: gap}\n"
        "  - {check: counts, column: n, by: of, table: u}\n",
    )
    second = tmp_path / "second.yaml"
    second.write_text("table: u\nsource: {title: T}\nrows:\n  a: {of: p}\n  b: {of: r}\n", encoding="utf-8")
    assert audit(read_tables([first, second])) == (
        Discrepancy("t: r: row", "missing here, present in u", "", "r", weight=Weight.GAP),
        Discrepancy("t: q: row", "present here, missing in u", "q", "", weight=Weight.GAP),
        Discrepancy("t: p: n", "number of lines", "2", "1"),
        Discrepancy("t: q: n", "number of lines", "1", "0"),
    )
    with pytest.raises(FileError, match="needs the table 'u'"):
        read_tables([first])


@pytest.mark.parametrize(
    ("claim", "computed"),
    [
        ('{claim: product, of: ["69", "1.3"], printed: "90"}', ""),
        ('{claim: product, of: ["69", "1.3"], printed: "89"}', "90"),
        ('{claim: product, of: ["69", "1.1"], rounded: up, printed: "75"}', "76"),
        ('{claim: mean, of: ["43", "2"], printed: "22"}', ""),
        ('{claim: mean, of: ["43", "2"], printed: "21"}', "22"),
        ('{claim: difference, of: ["9", "4"], printed: "5"}', ""),
        ("{claim: sum, of: [33.3%, 33.3%], printed: 66.7%}", ""),
        ("{claim: sum, of: [33.3%, 33.3%], printed: 66.8%}", "66.6%"),
        ("{claim: whole, of: [33.3%, 33.3%, 33.3%]}", ""),
    ],
)
def test_claims(tmp_path: Path, claim: str, computed: str) -> None:
    found = audit(read_tables([write(tmp_path, f"claims:\n  one: {claim}\n")]))
    assert [one.computed for one in found] == ([computed] if computed else [])


def test_misprint_that_is_not_flagged_is_an_error_of_the_file(tmp_path: Path) -> None:
    text = 'rows:\n  a: {x: "1.5", sum: "1.5"}\nchecks:\n  - {check: adds across, parts: [x], total: sum}\n'
    with pytest.raises(ProcedureError, match=r"t: a: x: '1\.5' is neither"):
        audit(read_tables([write(tmp_path, text)]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rwos: {}\n", "unknown key 'rwos'"),
        ("checks:\n  - {check: adds acros, parts: [x], total: y}\n", "no such check"),
        ("checks:\n  - {parts: [x], total: y}\n", "no such check"),
        ("checks:\n  - {check: adds across, part: [x], total: y}\n", "wrong or missing: part, parts"),
        ("checks:\n  - {check: never falls, columns: [x], weight: heavy}\n", "wrong or missing: weight"),
        ('claims:\n  one: {claim: summ, of: ["1"], printed: "1"}\n', "wrong or missing: claim"),
        ('claims:\n  one: {claim: sum, of: ["1", "x"], printed: "1"}\n', "wrong or missing: x"),
        ('misprints:\n  - {row: a, column: x, read as: "1"}\n', "a misprint has"),
        ('misprints:\n  - {row: a, column: x, read as: "1", because: b}\n', "and a row of the table"),
    ],
)
def test_faults_of_a_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        read_table(write(tmp_path, text))


def test_file_without_name_or_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    path.write_text("rows: {}\n", encoding="utf-8")
    with pytest.raises(FileError, match="lacks the key 'table'"):
        read_table(path)
