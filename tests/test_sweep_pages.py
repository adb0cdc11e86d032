"""Where a sweep is shown: its edges in words, the map on a page, in Markdown and alone, and what is said instead."""

import xml.etree.ElementTree as ET
from datetime import date
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure import shipped
from procedure.cli import main
from procedure.errors import Place
from procedure.judge import replay
from procedure.outcomes import Outcome
from procedure.render.cells import places, stretches
from procedure.render.edges import band_told, notes, own_told, row_told, varied
from procedure.render.html.document import whole
from procedure.render.html.matter import Matter
from procedure.render.html.scale_marks import GAP, ticks
from procedure.render.labels import width
from procedure.render.page import Page
from procedure.render.sweep import lines
from procedure.scenario import Vary
from procedure.scenario_files import load_scenario
from procedure.sweep import survey as surveys
from procedure.sweep.axes import axes
from procedure.sweep.bands import Found, TooMuchWork, mapped
from procedure.sweep.maps import gaps, in_order, named, own
from procedure.sweep.survey import Survey, survey
from procedure.sweep.variants import Answer, Sweep, Task
from procedure.words import LANGUAGES, Speaker, load_texts, speaker_in
from tests.logs import path_of
from tests.pages import SWEPT, elements, matter, tree

VOTES = "kz/edges/how-many-votes-for-the-consent-of-2023"
LARGER = "kz/edges/consent-by-a-larger-majority"
HALF = "ruritania/bad/speaker-declared-with-half"


@cache
def speaking(name: str, language: str = "en") -> Speaker:
    """A speaker for a shipped log."""
    case = load_scenario(path_of(name))
    return speaker_in(case.country, language, {act.id: act.kind for act in case.acts}, load_texts(case, language))


def swept(name: str, *texts: str, ask: tuple[str, ...] = ()) -> Sweep:
    """A sweep of a shipped log: of what is named, else of what the log itself names."""
    path = path_of(name)
    case = load_scenario(path)
    vary = tuple(Vary(text, Place("--vary", number), text) for number, text in enumerate(texts, 1))
    return Sweep.of(case, Task(str(path), vary or case.sweep, ask))


@cache
def shipped_map(name: str) -> Found:
    """The maps that a shipped log names itself."""
    return mapped(swept(name))


def edges(name: str, *texts: str, language: str = "en") -> dict[str, list[str]]:
    """The bands of the first map in words, by the values of the first axis."""
    each, speak = mapped(swept(name, *texts)).maps[0], speaking(name, language)
    return {
        row_told(row, each.down, speak) if each.down else "": [band_told(band, each, speak) for band in row.bands]
        for row in each.rows
    }


# the edges of the shipped scenarios, found by hand


def test_votes_for_the_consent_of_2023() -> None:
    """Const. 56(1)(2): a majority of the total number of deputies. Of 98 more than 49, which is 50."""
    assert edges(VOTES) == {"": ["unlawful (Const. 56(1)(2)) up to 49 votes", "lawful from 50 votes"]}


def test_larger_majorities() -> None:
    """Of 98: more than half is 50; two thirds are 65.33, so 66; three quarters are 73.5, so 74."""
    assert edges(LARGER) == {
        f"{share} of statutory seats": [
            f"unlawful (Const. 56(1)(2)) up to {least - 1} votes",
            f"lawful from {least} votes",
        ]
        for share, least in (("more than 1/2", 50), ("at least 2/3", 66), ("at least 3/4", 74))
    }


def test_days_of_the_election_of_2023() -> None:
    """Const. 51(3), El. 85(3): two months from 19 January end on 19 March, or on 18 March if its day is the first (R5).

    From the gazette of 20 January they end a day later (R6), so that the day after is contested on either count.
    """
    under = "(Const. 51(3) and El. 85(3))"
    assert edges(SWEPT) == {
        name: [
            f"lawful until {last} March 2023",
            f"contested {under} on {last + 1} March 2023",
            f"unlawful {under} from {last + 2} March 2023",
        ]
        for name, last in (("same numeral", 19), ("eve", 18))
    }


SHIPPED = [name for name in shipped.names() if "\nsweep:" in shipped.find(name).read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_sweep_has_an_edge(name: str) -> None:
    """It asks a question, its page shows the map, and somewhere the answer changes."""
    case = load_scenario(shipped.find(name))
    found = survey(case)

    assert case.title.endswith("?") and case.expect
    assert found is not None and found.found is not None and found.explains
    assert not any(each.flat for each in found.found.maps)


# words


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", ["неправомерно (Конст. 56(1)(2)), если не более 49 голосов", "правомерно, если не менее 50 голосов"]),
        ("kk", ["49 дауыс және одан аз болса: заңсыз (Конст. 56(1)(2))", "50 дауыс және одан көп болса: заңды"]),
    ],
)
def test_edges_in_other_languages(language: str, told: list[str]) -> None:
    assert edges(VOTES, language=language) == {"": told}


def test_a_genitive_of_one() -> None:
    """Russian counts in the case that «не менее» asks for."""
    told = edges(VOTES, "acts[consent].facts.for=49..51", language="ru")[""]
    assert told == ["неправомерно (Конст. 56(1)(2)), если ровно 49 голосов", "правомерно, если не менее 50 голосов"]
    short = edges(HALF, "acts[elect_speaker].facts.for=0,21,31", language="ru")[""]
    assert short[0].endswith("если не более 21 голоса")


def test_values_without_order_are_listed() -> None:
    """Nobody can say from which actor until which."""
    told = edges("ruritania/good/whole-cycle", "acts[dissolve].by=Diet,Crown,Chancellor")[""]
    assert told == ["unlawful (Const. 30(1)): Diet and Chancellor", "lawful: Crown"]


def test_rows_without_order_that_are_alike_stand_together() -> None:
    told = edges(VOTES, "acts[consent].by=Senate,Mäjilis,President", "acts[consent].facts.for=0..97")
    assert list(told) == ["Senate and President", "Mäjilis"]
    assert told["Senate and President"] == ["unlawful (Const. 56(1)(2)) throughout"]


@pytest.mark.parametrize(("outcome", "norms"), [("unlawful", 1), ("contested", 1), ("lawful", 0), ("undetermined", 0)])
def test_a_norm_is_named_only_where_it_is_broken(outcome: str, norms: int) -> None:
    """An excluded answer may break a norm and the act be lawful: the band of the lawful names none."""
    assert len(named(Answer(Outcome(outcome), ("kz.const.44.3",))).broken) == norms


def test_times_of_day() -> None:
    told = edges("ruritania/good/whole-cycle", "acts[poll].time=06:00,07:00,08:00,09:00")[""]
    assert told[0].endswith("until 07:00") or told[0].endswith("at 06:00")
    assert all(":00" in each for each in told)


def test_what_varies_is_named_without_paths() -> None:
    for name, said in (
        (VOTES, "What varies: votes for."),
        (LARGER, "What varies: majority (Const. 56(1)(2)), from top to bottom; votes for, from left to right."),
    ):
        assert varied(mapped(swept(name)).maps[0], speaking(name)) == said
    question = "Is the day with the same number two months later the last day, or the day before it?"
    assert varied(mapped(swept(SWEPT)).maps[0], speaking(SWEPT)).endswith(question)


def test_another_act_is_named() -> None:
    sweep = swept(SWEPT, "acts[dissolve].date=2023-01-18,2023-01-19", ask=("call_election",))
    assert varied(mapped(sweep).maps[0], speaking(SWEPT)) == "What varies: the day of “dissolve”."


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("acts[call_election].facts.poll_day=2023-03-18..2023-03-20", 1),
        ("acts[call_election].date=2023-01-19,2023-01-20", 0),
        ("acts[call_election].by=Senate,President", 1),
        ("acts[call_election].status=alleged,attested", 1),
        ("acts[call_election].time=10:00,11:00", None),
        ("acts[call_election].facts.poll_day=2023-03-21..2023-03-22", None),
        ("readings[first_day]=all", None),
    ],
)
def test_where_the_log_itself_stands(text: str, here: int | None) -> None:
    case = load_scenario(path_of(SWEPT))
    assert own(case, axes(case, (Vary(text, Place("x")),))[0]) == here


def test_the_log_s_own_values_are_told() -> None:
    speak = speaking(VOTES)
    assert own_told(mapped(swept(VOTES)).maps[0], speak) == "The log itself has: 82 votes."
    assert own_told(mapped(swept(VOTES, "acts[consent].facts.for=1..2")).maps[0], speak) == ""


@pytest.mark.parametrize(
    ("text", "ordered", "gap"),
    [
        ("acts[consent].facts.for=0..9", True, False),
        ("acts[consent].facts.for=0..9 step 3", True, True),
        ("acts[consent].facts.for=9,3", False, False),
        ("acts[consent].date=2023-03-30,2023-03-31", True, False),
        ("acts[consent].date=2023-03-30,2023-04-01", True, True),
        ("acts[consent].time=10:00,11:00", True, True),
        ("acts[consent].facts.declared=given,refused", False, False),
    ],
)
def test_order_and_gaps(text: str, ordered: bool, gap: bool) -> None:
    case = load_scenario(path_of(VOTES))
    axis = axes(case, (Vary(text, Place("x")),))[0]
    assert (in_order(axis), gaps(axis)) == (ordered, gap)


def test_the_value_of_the_log_itself_is_no_edge() -> None:
    """Of 98 values two ends and seven halves are judged; the 82 that the log has itself is none of them."""
    assert shipped_map(VOTES).judged == 9


def test_what_lies_between_is_said_to_be_untold() -> None:
    found = mapped(swept(VOTES, "acts[consent].facts.for=0..97 step 7"))
    assert "Nothing is said of values that lie between those tried." in list(notes(found, speaking(VOTES)))
    assert len(list(notes(mapped(swept(VOTES)), speaking(VOTES)))) == 1


def test_only_acts_that_change_are_shown_where_none_is_named() -> None:
    """Readings alone vary, so every act is asked about; those that keep their outcome are counted."""
    found = mapped(swept(SWEPT, "readings[first_day]=all"))
    assert [each.act for each in found.maps] == ["call_election"] and found.same == 2
    assert "The outcome is the same in every variant, and not shown, of 2 acts." in notes(found, speaking(SWEPT))
    asked = mapped(swept(SWEPT, "readings[first_day]=all", ask=("dissolve",)))
    assert [each.act for each in asked.maps] == ["dissolve"] and asked.same == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wide", [46, 60, 100])
@pytest.mark.parametrize("name", [VOTES, LARGER, SWEPT])
def test_a_narrow_terminal(name: str, wide: int, language: str) -> None:
    """No line is wider than the terminal, and each band has a line that is led by its mark."""
    found, speak = shipped_map(name), speaking(name, language)
    told = list(lines(found, Page(width=wide), speak))
    assert max(map(len, told)) <= wide
    bands = sum(len(row.bands) for row in found.maps[0].rows)
    assert sum(line.lstrip()[:2] in ("✓ ", "✗ ", "≠ ") for line in told) == bands


# the picture


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=300), st.integers(1, 80))
def test_places_run_on_and_prefer_the_short(told: list[str], most: int) -> None:
    found = places(told, most)
    assert found == sorted(set(found)) and len(found) == min(len(told), most)
    for start, stop in stretches(told):
        if stop - start >= 2 * (-(-len(told) // most)):
            assert any(start <= spot < stop for spot in found)
    if len(told) > most == 1:
        lengths = {spot: stop - start for start, stop in stretches(told) for spot in range(start, stop)}
        assert lengths[found[0]] == min(lengths.values())


@given(st.lists(st.tuples(st.floats(0, 700), st.text("0123456789", min_size=1, max_size=12)), max_size=40))
def test_words_on_a_scale_keep_apart(wanted: list[tuple[float, str]]) -> None:
    found = ticks(wanted, 0, 700)
    assert not wanted or found
    for one in found:
        assert one.left >= 0 and one.left + width(one.words, 12) <= 700
        for other in found:
            apart = one.left + width(one.words, 12) + GAP <= other.left or one.left >= other.left + width(
                other.words, 12
            )
            assert one is other or one.level != other.level or apart
            crossed = one.left < other.x < one.left + width(one.words, 12)
            assert not (other.level > one.level and crossed)


def test_every_answer_has_its_cell_and_every_pattern_is_defined() -> None:
    root = tree(whole(matter(SWEPT)))
    (drawn,) = (each for each in elements(root, "svg") if each.get("class") == "chart map")
    defined = {each.get("id") for each in elements(drawn, "pattern")}
    used = {(each.get("fill") or "")[5:-1] for each in elements(drawn, "rect") if "url(#" in (each.get("fill") or "")}
    assert used == defined == {"sweep1-unlawful", "sweep1-contested"}
    assert sum((each.get("class") or "").startswith("cell") for each in elements(drawn, "rect")) == 6 + 3
    words = [each.text for each in elements(drawn, "text")]
    assert {"1", "19", "20", "21", "31", "March 2023", "in the log: 19 March 2023"} <= set(words)
    assert "same numeral: lawful until 19 March 2023" in (drawn[1].text or "")


def test_far_days_are_told_in_full() -> None:
    """Where the month of an edge finds no room below the scale, its day is written out."""
    case = load_scenario(path_of(SWEPT))
    sweep = swept(SWEPT, "acts[call_election].facts.poll_day=2023-01-20..2023-12-20")
    from procedure.render.html.sweep import drawn

    words = [each.text for each in elements(ET.fromstring(drawn(mapped(sweep).maps[0], speaking(SWEPT), "x")), "text")]
    assert case.until < date(2023, 12, 20)
    assert {"20 January 2023", "19 March 2023", "20 December 2023"} <= set(words)


# the page


def test_the_page_has_the_section_after_the_answer() -> None:
    root = tree(whole(matter(SWEPT)))
    assert [each.get("id") for each in elements(root, "section")][:2] == ["answer", "sweep"]
    section = next(each for each in elements(root, "section") if each.get("id") == "sweep")
    said = " ".join("".join(section.itertext()).split())
    assert "Where the answer changes" in said and "lawful until 19 March 2023" in said
    assert "All 62 variants were judged" in said and "procedure sweep" in said
    assert len(list(elements(section, "table"))) == 1
    assert any((each.get("href") or "").startswith("#n") for each in elements(section, "a"))


def test_one_axis_is_told_in_a_list() -> None:
    section = next(each for each in elements(tree(whole(matter(VOTES))), "section") if each.get("id") == "sweep")
    items = [" ".join("".join(each.itertext()).split()) for each in elements(section, "li")]
    why = "49 votes: 1 vote short of what is needed."
    assert items == [f"✗unlawful up to 49 votes — Const. 56(1)(2){why}", "✓lawful from 50 votes"]
    assert "9 of 98 variants were judged" in "".join(section.itertext())
    assert not list(elements(section, "table"))


def test_each_breach_and_doubt_is_explained_at_its_edge(tmp_path: Path) -> None:
    """What the rule says of the value that lies next to another band; of a contested one, on which reading."""
    contested = " ".join("".join(tree(whole(matter(SWEPT))).itertext()).split())
    assert "20 March 2023, if effect moment=publication: 1 day late." in contested
    assert "20 March 2023: 2 days late." in contested
    path = tmp_path / "log.yaml"
    path.write_text(f"scenario: Half\nbased on: {HALF}\nsweep:\n  - acts[elect_speaker].facts.for=20..60\n")
    case = load_scenario(path)
    said = "".join(tree(whole(Matter.of(case, replay(case)))).itertext())
    assert "30 votes: 1 vote short of what is needed." in said
    assert "31 votes: the record contradicts itself: votes 61, found 60." in said


def test_many_edges_are_not_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two acts and one breach cost sixty; a quarter of the work allowed must reach for that."""
    found = survey(load_scenario(path_of(VOTES)))
    assert found is not None and found.explains
    monkeypatch.setattr(surveys, "MOST_WORK", 4 * 60 - 1)
    assert not Survey(found.sweep, found.found).explains
    monkeypatch.setattr(surveys, "MOST_WORK", 4 * 60)
    assert Survey(found.sweep, found.found).explains


def test_a_scenario_without_a_sweep_has_no_section() -> None:
    assert not any(each.get("id") == "sweep" for each in elements(tree(whole(matter(HALF))), "section"))
    assert survey(load_scenario(path_of(HALF))) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_its_language(language: str) -> None:
    told = matter(SWEPT, language)
    section = next(each for each in elements(tree(whole(told)), "section") if each.get("id") == "sweep")
    said = "".join(section.itertext())
    assert told.tell("sweep") in said and told.tell("sweep.how") in said
    assert language == "en" or "until" not in said


def test_markdown_has_the_edges(capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", SWEPT, "--to", "md"])
    text = capsys.readouterr().out
    assert "## Where the answer changes" in text
    assert "| same numeral | ✓ lawful until 19 March 2023<br>≠ contested" in text
    main(["report", VOTES, "--to", "md"])
    assert "\n- ✓ lawful from 50 votes\n" in capsys.readouterr().out


def test_the_picture_alone_is_that_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", SWEPT, "--to", "svg", "--part", "sweep"])
    alone = capsys.readouterr().out
    main(["sweep", SWEPT, "--map", str(tmp_path / "map.svg")])
    assert alone == (tmp_path / "map.svg").read_text(encoding="utf-8")


# what is said instead of a map


def log(tmp_path: Path, *texts: str) -> Path:
    """The votes of 2023 with other things that vary."""
    path = tmp_path / "log.yaml"
    kept = path_of(VOTES).read_text(encoding="utf-8").partition("sweep:")[0]
    path.write_text(kept + "sweep:\n" + "".join(f'  - "{text}"\n' for text in texts), encoding="utf-8")
    return path


def told_instead(path: Path) -> str:
    """What the section on the sweep says of a log."""
    case = load_scenario(path)
    section = next(
        each for each in elements(tree(whole(Matter.of(case, replay(case)))), "section") if each.get("id") == "sweep"
    )
    assert not list(elements(section, "svg"))
    return " ".join("".join(section.itertext()).split())


def test_three_axes_are_for_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = log(
        tmp_path,
        "acts[consent].facts.for=0..97",
        "acts[consent].date=2023-03-30..2023-03-31",
        "acts[consent].by=Mäjilis,Senate",
    )
    said = told_instead(path)
    assert "There are 3 things that vary, and a map shows one or two." in said and "392 variants" in said
    assert f"procedure sweep {path} --to csv -o sweep.csv" in said
    assert main(["report", str(path), "--to", "md"]) == 0
    assert f"    procedure sweep {path} --to csv" in capsys.readouterr().out
    assert main(["report", str(path), "--to", "svg", "--part", "sweep"]) == 2


def test_a_page_does_not_wait_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is work, not time: the same log is told the same on every machine, and halving makes it cheap."""
    path = log(tmp_path, "acts[consent].facts.for=0..90000")
    found = survey(load_scenario(path))
    assert found is not None and found.found is not None and found.found.judged < 60
    monkeypatch.setattr(surveys, "MOST_WORK", 500)
    assert "There are 90,001 variants" in told_instead(path)
    assert f"procedure sweep {path} --map map.svg" in told_instead(path)
    monkeypatch.undo()
    wide = log(tmp_path, "acts[consent].facts.for=0..1200", "acts[consent].facts.voting=0..1200")
    assert "1,442,401 variants" in told_instead(wide)


def test_the_bound_is_what_is_judged() -> None:
    """The log as a whole costs thirty for each act, a variant twenty and one for the act that is heard anew."""
    whole_log = 30 * len(load_scenario(path_of(VOTES)).acts)
    assert mapped(swept(VOTES), whole_log + 9 * 21).judged == 9
    with pytest.raises(TooMuchWork):
        mapped(swept(VOTES), whole_log + 9 * 20 - 1)


def test_a_log_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(path_of(VOTES).read_bytes())))
    assert main(["report", "-", "--to", "md"]) == 0
    text = capsys.readouterr().out
    assert "The log came from standard input" in text and "    procedure sweep FILE --map map.svg" in text


@pytest.mark.parametrize("command", [["report"], ["check"], ["sweep"]])
def test_faults_of_what_varies_have_their_place(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = log(tmp_path, "acts[consent].facts.fro=0..97")
    line = path.read_text(encoding="utf-8").splitlines().index('  - "acts[consent].facts.fro=0..97"') + 1
    assert main([*command, str(path)]) == 2
    errors = capsys.readouterr().err
    assert f"log.yaml:{line}:" in errors and "did you mean 'for'?" in errors


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """The id of an act and an actor may hold anything; the picture and the page escape it."""
    path = tmp_path / "log.yaml"
    kept = path_of(VOTES).read_text(encoding="utf-8").partition("sweep:")[0]
    kept = kept.replace("{act: consent, date", "{act: consent, id: '</title><script>', date")
    kept = kept.replace("- act: consent\n", "- act: '</title><script>'\n")
    path.write_text(kept + 'sweep:\n  - "acts[</title><script>].facts.for=0..97"\n', encoding="utf-8")
    case = load_scenario(path)
    text = whole(Matter.of(case, replay(case)))
    assert not list(elements(tree(text), "script"))
    assert "“</title><script>”" in "".join(tree(text).itertext())
