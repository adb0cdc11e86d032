"""The timeline: which step an act takes, where it leads, and when the way forks."""

import itertools
import logging

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from procedure.errors import TooManyForks
from procedure.judge import docket_of, replay
from procedure.outcomes import Assignment, Outcome, Status
from procedure.timeline import MOST_FORKS, run
from procedure.verdict import Heard, say
from procedure.worlds import World, joined
from tests.logs import DISSOLUTION, SOURCES, log, replayed

POLL = '  - {act: open_poll, date: 2030-04-10, time: "07:00", by: Election Office}\n'
CLOSE = '  - {act: close_poll, date: 2030-04-10, time: "20:30", by: Election Office}\n'
SIEGE = "complete: [declare_siege]\n"


def ballot(
    extra: str = "", *, votes: str = "for: 31, against: 29", declared: str = "elected", name: str = "vote"
) -> str:
    """A ballot for the Speaker."""
    said = f", declared: {declared}" if declared else ""
    return f"""\
  - act: elect_speaker
    id: {name}
    date: 2030-05-07
    by: Diet
    facts: {{ballot: secret, present: 60, {votes}{said}}}
{extra}"""


def worlds(acts: str, head: str = SIEGE) -> list[World]:
    """The worlds of a log."""
    scenario = log(acts, head)
    return run(scenario.country, docket_of(scenario), scenario.acts)


def orders(acts: str, head: str = SIEGE) -> set[tuple[str, ...]]:
    """The orders in which the acts may have been done."""
    return {tuple(act.id for act in world.sequence) for world in worlds(acts, head)}


# The step that an act takes


@pytest.mark.parametrize(
    ("votes", "declared", "state"),
    [
        ("for: 31, against: 29", "elected", "ELECTED"),
        ("for: 31, against: 29", "not elected", "VACANT"),
        ("for: 20, against: 40", "elected", "ELECTED"),
        ("for: 31, against: 29", "", "ELECTED"),
        ("for: 30, against: 30", "", "VACANT"),
    ],
)
def test_a_branch_follows_what_was_declared_and_else_the_count(votes: str, declared: str, state: str) -> None:
    """What was declared picks the branch, right or wrong; where nothing was declared the count does."""
    report = replayed(ballot(votes=votes, declared=declared))
    assert next(case.states for case in report.states if case.procedure == "speaker") == (state,)
    result = report.verdict("vote").result
    assert result is not None
    assert result.key == ("result.declared" if declared else "result.computed")


def test_a_branch_that_nothing_decides_is_unplaced() -> None:
    """Without a declaration and without a count no step is chosen, and nothing is said of the law."""
    report = replayed(ballot(votes="invalid: 0", declared=""))
    assert report.verdict("vote").outcome is Outcome.UNPLACED


def test_an_act_that_no_step_takes_moves_nothing_and_says_the_way() -> None:
    """Closing a poll that was not opened is unplaced, and the opening is named as missing."""
    verdict = replayed(DISSOLUTION + CLOSE).verdict("close_poll")
    assert (verdict.outcome, verdict.moves, verdict.findings) == (Outcome.UNPLACED, (), ())
    assert say("note.way", state="an election is called", acts=("open_poll",)) in verdict.notes


def test_an_act_moves_every_machine_that_knows_it() -> None:
    """The opening of the Diet ends the election and empties the Speaker's chair."""
    acts = (
        ballot()
        + DISSOLUTION.replace("2030-0", "2031-0")
        + POLL.replace("2030-04-10", "2031-03-01")
        + CLOSE.replace("2030-04-10", "2031-03-01")
        + "  - {act: establish_results, date: 2031-03-02, by: Election Office}\n"
        + "  - {act: publish_results, date: 2031-03-02, by: Election Office}\n"
        + "  - {act: open_diet, date: 2031-03-10, by: Crown, facts: {present: 60, in_office: 60}}\n"
    )
    moves = replayed(acts, until="2031-12-31").verdict("open_diet").moves
    assert {(move.procedure, move.before, move.after) for move in moves} == {
        ("election", ("DECLARED",), ("SITS",)),
        ("speaker", ("ELECTED",), ("VACANT",)),
    }


def test_an_unplaced_act_moves_no_machine_at_all() -> None:
    """Where the procedure that places an act has no step for it, the others do not move either."""
    report = replayed(ballot() + "  - {act: open_diet, date: 2030-05-08, by: Crown, facts: {present: 60}}\n")
    assert report.verdict("open_diet").outcome is Outcome.UNPLACED
    assert next(case.states for case in report.states if case.procedure == "speaker") == ("ELECTED",)


# Order


def test_the_order_of_the_file_is_the_editors() -> None:
    """Two acts of one day stay as they are written."""
    assert orders(DISSOLUTION) == {("consult_on_dissolution", "dissolve", "call_election")}


def test_certain_times_overrule_the_order_of_the_file() -> None:
    """An act that is certainly earlier comes first, wherever it is written."""
    assert orders(POLL + DISSOLUTION) == {("consult_on_dissolution", "dissolve", "call_election", "open_poll")}


def test_times_that_may_overlap_do_not() -> None:
    """A day alone does not come before an hour of it."""
    late = "  - {act: dissolve, date: 2030-03-01, by: Crown}\n"
    early = '  - {act: hold_parade, date: 2030-03-01, time: "00:01"}\n'
    assert orders(late + early) == {("dissolve", "hold_parade")}


ORDERED = """\
  - act: hold_parade
    date: 2030-03-01
    claims:
      - {order: before dissolve, sources: [minutes]}
      - {order: after dissolve, sources: [courier]}
"""


def test_claims_of_order_fork_the_way() -> None:
    """Each claim of order gives a world of its own."""
    found = orders(DISSOLUTION + ORDERED, SOURCES + SIEGE)
    assert found == {
        ("consult_on_dissolution", "hold_parade", "dissolve", "call_election"),
        ("consult_on_dissolution", "dissolve", "hold_parade", "call_election"),
    }
    assert len(replayed(DISSOLUTION + ORDERED, SOURCES + SIEGE).forks) == 2


def test_claims_of_time_that_change_no_order_do_not_fork() -> None:
    """Two hours of one day part cells and not ways."""
    claims = '    claims:\n      - {time: "06:00", sources: [minutes]}\n      - {time: "07:00", sources: [courier]}\n'
    acts = DISSOLUTION + "  - act: open_poll\n    date: 2030-04-10\n    by: Election Office\n" + claims
    report = replayed(acts, SOURCES + SIEGE)
    assert report.forks == ()
    assert report.verdict("open_poll").outcome is Outcome.DISPUTED


@pytest.mark.parametrize("number", [7, 60])
def test_too_many_forks_are_refused_at_once(number: int) -> None:
    """More ways than a replay follows are an error that names the claims, however many there are."""
    acts = DISSOLUTION + "".join(
        ORDERED.replace("act: hold_parade", f"act: hold_parade\n    id: p{i}") for i in range(number)
    )
    with pytest.raises(TooManyForks, match="p0: when"):
        replayed(acts, SOURCES + SIEGE)


def test_as_many_forks_as_allowed_are_followed() -> None:
    """Six claims of order with two answers each are sixty-four ways."""
    acts = DISSOLUTION + "".join(
        ORDERED.replace("act: hold_parade", f"act: hold_parade\n    id: p{i}") for i in range(6)
    )
    report = replayed(acts, SOURCES + SIEGE)
    assert len(report.forks) == MOST_FORKS
    assert report.verdict("dissolve").outcome is Outcome.LAWFUL


# Void acts

CLUB = """\
  - {act: form_club, date: 2030-05-08, by: deputies, facts: {club: Blues}}
  - {act: resign_ministry, date: 2030-05-09, by: Chancellor}
  - {act: consult_club, date: 2030-05-10, by: Crown, facts: {club: Blues}}
  - {act: nominate_chancellor, date: 2030-05-11, by: Crown, facts: {candidate: J. Zenda, deputy: yes}}
"""
APPOINT = "  - {act: appoint_chancellor, date: 2030-05-14, by: Crown, facts: {candidate: J. Zenda}}\n"
SWEAR = "  - {act: swear_in_ministry, date: 2030-05-15, by: Chancellor}\n"
FULL = "complete: [form_club, consent, appoint_chancellor]\n"


def test_a_void_act_moves_no_machine_and_satisfies_no_rule() -> None:
    """An appointment without consent leaves the nominee a nominee, and an oath on it has no appointment."""
    report = replayed(CLUB + APPOINT + SWEAR, FULL)
    void = report.verdict("appoint_chancellor")
    assert (void.outcome, void.moves) == (Outcome.VOID, ())
    assert {finding.norm for finding in report.verdict("swear_in_ministry").broken()} == {"ru.const.42"}


def test_an_act_that_may_be_void_forks_the_way_only_on_what_makes_it_so() -> None:
    """A writ a day late is void on one reading; the question of the first day does not fork it further."""
    acts = DISSOLUTION.replace("call_election, date: 2030-03-01", "call_election, date: 2030-03-02")
    report = replayed(acts)
    assert report.verdict("call_election").outcome is Outcome.UNLAWFUL
    assert report.forks == ((("writ", "irregular_but_good"),), (("writ", "nullity"),))
    assert next(case.states for case in report.states if case.procedure == "election") == ("CALLED", "DISSOLVED")


def test_what_leans_on_a_void_act_names_it() -> None:
    """An act that would be found otherwise if the void one had effect depends on it, and no other does."""
    report = replayed(CLUB + APPOINT + SWEAR + "  - {act: hold_parade, date: 2030-05-16}\n", FULL)
    depends = say("note.depends", act="appoint_chancellor")
    assert [verdict.act for verdict in report.verdicts if depends in verdict.notes] == ["swear_in_ministry"]


LATE_WRIT = DISSOLUTION.replace("call_election, date: 2030-03-01", "call_election, date: 2030-03-02")
CALENDAR = "  - {act: adopt_calendar, date: 2030-03-04, by: Election Office}\n"


@pytest.mark.parametrize(
    ("readings", "outcome", "named"), [("{writ: nullity}", Outcome.UNPLACED, True), ("{}", None, False)]
)
def test_what_has_no_place_because_an_act_is_void_names_it(readings: str, outcome: Outcome | None, named: bool) -> None:
    """A calendar on a null writ is unplaced for want of it; where the writ may be good nothing is said for certain."""
    verdict = replayed(LATE_WRIT + CALENDAR, f"{SIEGE}readings: {readings}\n").verdict("adopt_calendar")
    assert outcome is None or verdict.outcome is outcome
    assert (say("note.depends", act="call_election") in verdict.notes) is named


# Cells together


def heard(status: Status) -> Heard:
    """What a rule says."""
    return Heard(status, say("asked"), say("shown"))


def test_no_rule_is_one_cell_that_is_kept() -> None:
    """An act that no rule hears has nothing against it."""
    assert joined([]) == (((), Status.KEPT),)


def test_rules_on_the_same_axis_share_its_cells() -> None:
    """Two rules that ask the same question have a cell for each answer, with the gravest status."""
    one = [((("x", "a"),), heard(Status.KEPT)), ((("x", "b"),), heard(Status.BROKEN))]
    two = [((("x", "a"),), heard(Status.UNKNOWN)), ((("x", "b"),), heard(Status.KEPT))]
    assert joined([one, two]) == (((("x", "a"),), Status.UNKNOWN), ((("x", "b"),), Status.BROKEN))


PARTITION = st.sampled_from(["x", "y", "z", ""]).flatmap(
    lambda axis: st.tuples(*[st.sampled_from([Status.KEPT, Status.UNKNOWN, Status.BROKEN, Status.VOID])] * 2).map(
        lambda pair: (
            [(((axis, "a"),), heard(pair[0])), (((axis, "b"),), heard(pair[1]))] if axis else [((), heard(pair[0]))]
        )
    )
)


@given(st.lists(PARTITION, max_size=5), st.randoms())
def test_cells_do_not_depend_on_the_order_of_the_rules(
    partitions: list[list[tuple[Assignment, Heard]]], random: object
) -> None:
    """Rules heard in another order give the same cells, and each cell is as grave as the gravest rule in it."""
    cells = joined(partitions)
    shuffled = list(partitions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert joined(shuffled) == cells
    for choice in itertools.product("ab", repeat=3):
        whole = dict(zip("xyz", choice, strict=True))

        def holds(assignment: Assignment, whole: dict[str, str] = whole) -> bool:
            return all(whole[axis] == answer for axis, answer in assignment)

        gravest = [status for assignment, status in cells if holds(assignment)]
        single = [each.status for part in partitions for assignment, each in part if holds(assignment)]
        assert len(gravest) == 1
        assert gravest[0] is max(single, key=list(Status).index, default=Status.KEPT)


# Replays as a whole


def test_a_replay_leaves_its_scenario_as_it_was() -> None:
    """Replaying twice gives the same report."""
    scenario = log(DISSOLUTION + POLL + CLOSE)
    assert replay(scenario) == replay(scenario)


def test_two_logs_do_not_share_a_machine() -> None:
    """A replay between two others changes neither."""
    first = replayed(DISSOLUTION)
    replayed(DISSOLUTION + POLL)
    assert replayed(DISSOLUTION) == first


def test_acts_after_the_end_are_not_heard() -> None:
    """The log is replayed to the end of its last day."""
    report = replayed(DISSOLUTION + POLL, until="2030-04-09")
    assert [verdict.act for verdict in report.verdicts][-1] == "call_election"


def test_the_library_logs_only_where_somebody_asked(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Unconfigured, structlog prints nothing; configured, each act heard is an event."""
    assert not structlog.is_configured()
    replayed(DISSOLUTION)
    assert capsys.readouterr() == ("", "")
    try:
        with structlog.testing.capture_logs() as events:
            structlog.configure(processors=structlog.get_config()["processors"])
            replayed(DISSOLUTION)
    finally:
        structlog.reset_defaults()
    assert [event["act"] for event in events if event["event"] == "act.heard"] == [
        "consult_on_dissolution",
        "dissolve",
        "call_election",
    ]
    assert logging.getLogger("procedure").handlers == []
