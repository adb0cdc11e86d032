"""Judging: the worlds of a replay brought together in one report, without what nothing turns on."""

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure.matrix import both, reduced
from procedure.outcomes import Assignment, Outcome, Status
from procedure.telling import law_hash
from procedure.verdict import say
from tests.court import axis, law_of, norm
from tests.logs import DISSOLUTION, SOURCES, replayed

Tree = st.deferred(lambda: st.integers(0, 2) | st.tuples(st.sampled_from("wxyz"), Tree, Tree))
"""A question with two answers, each of which decides or asks further."""


def leaves(tree: object, taken: Mapping[str, str] | None = None) -> list[tuple[Assignment, int]]:
    """The cells of a tree of questions; a question asked before is not asked again."""
    taken = taken or {}
    if isinstance(tree, int):
        return [(tuple(sorted(taken.items())), tree)]
    name, first, second = tree  # type: ignore[misc]
    if name in taken:
        return leaves(first if taken[name] == "a" else second, taken)
    return [*leaves(first, {**taken, name: "a"}), *leaves(second, {**taken, name: "b"})]


def value(cells: object, choice: Mapping[str, str]) -> set[int]:
    """What the cells say where these answers are given."""
    return {each for assignment, each in cells if all(choice[axis] == answer for axis, answer in assignment)}  # type: ignore[attr-defined]


@given(Tree)
def test_what_nothing_turns_on_is_left_out_and_nothing_else(tree: object) -> None:
    """Reduced cells say the same for every choice of answers, and name no axis on which nothing turns."""
    cells = leaves(tree)
    short = reduced(cells)
    assert len(short) <= len(cells)
    choices = [dict(zip("wxyz", each, strict=True)) for each in itertools.product("ab", repeat=4)]
    for choice in choices:
        assert value(short, choice) == value(cells, choice)
    for name in {asked for assignment, _ in short for asked, _ in assignment}:
        turned = [(choice, {**choice, name: "b"}) for choice in choices if choice[name] == "a"]
        assert any(value(cells, one) != value(cells, other) for one, other in turned)


def test_a_question_that_arises_on_one_answer_only_keeps_that_answer() -> None:
    """Where x=a decides and x=b asks further, x is not dropped because no cell repeats it."""
    cells = [((("x", "a"),), 0), ((("x", "b"), ("y", "a")), 1), ((("x", "b"), ("y", "b")), 1)]
    assert reduced(cells) == (((("x", "a"),), 0), ((("x", "b"),), 1))


def test_two_choices_become_one() -> None:
    """Answers are sorted by axis."""
    assert both((("b", "1"),), (("a", "2"), ("b", "1"))) == (("a", "2"), ("b", "1"))


# What is told and not counted

CLAIMS = """\
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts: {{ballot: secret, present: 60, for: 31, against: 29}}
    claims:
      - {{declared: elected, sources: [minutes]}}
      - {{declared: not elected, sources: [{other}]}}
"""


@pytest.mark.parametrize(
    ("other", "outcome", "states", "after"),
    [
        ("courier", Outcome.DISPUTED, ("ELECTED", "VACANT"), ("ELECTED", "VACANT")),
        ("wiki", Outcome.LAWFUL, ("ELECTED",), ("ELECTED",)),
    ],
)
def test_an_outweighed_claim_is_told_and_moves_nothing(
    other: str, outcome: Outcome, states: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """A tertiary source against a primary one neither disputes the act nor puts a machine elsewhere."""
    report = replayed(CLAIMS.format(other=other), SOURCES)
    verdict = report.verdict("elect_speaker")
    assert verdict.outcome is outcome
    assert next(case.states for case in report.states if case.procedure == "speaker") == states
    assert verdict.moves[0].after == after
    assert {claim.says: claim.outweighed for claim in verdict.done.claims} == {
        "declared elected": False,
        "declared not elected": other == "wiki",
    }
    assert [cell.counted for cell in verdict.cells] == [True, other == "courier"]


def test_an_excluded_answer_is_told_and_not_counted() -> None:
    """On the fortieth day the excluded reading finds a breach, which its cell shows and the outcome does not."""
    poll = '  - {act: open_poll, date: 2030-04-10, time: "07:00", by: Election Office}\n'
    verdict = replayed(DISSOLUTION + poll).verdict("open_poll")
    assert (verdict.outcome, verdict.also) == (Outcome.LAWFUL, ())
    assert {(cell.assignment, cell.status, cell.counted) for cell in verdict.cells} == {
        ((("first_day", "ordinary"),), Status.KEPT, True),
        ((("first_day", "assembly"),), Status.BROKEN, False),
    }


def test_a_reading_is_told_with_those_who_hold_it() -> None:
    """The report names the open questions that some rule asked, and the standing of each answer."""
    poll = '  - {act: open_poll, date: 2030-04-10, time: "07:00", by: Election Office}\n'
    axes = {each.name: each for each in replayed(DISSOLUTION + poll).axes}
    assert {answer.name: answer.standing for answer in axes["first_day"].answers} == {
        "ordinary": "ruled",
        "assembly": "excluded",
    }


# What the report rests on


def test_a_claimed_citation_is_told_where_its_norm_is() -> None:
    """A citation that a newspaper got wrong is resolved to the norm that is meant."""
    (citation,) = replayed(DISSOLUTION).citations
    assert (citation.id, citation.means, citation.standing) == ("ru.const.13", "ru.const.31", "rejected")
    assert replayed("  - {act: hold_parade, date: 2030-03-01}\n").citations == ()


def test_a_norm_not_yet_in_force_does_not_hear() -> None:
    """A list of 2024 is not measured by the quota of 2025, and the report says so."""
    submitted = (
        "  - {act: submit_list, date: 2024-03-15, by: party, case: {party: Blues}, facts: {names: 60, young: 5%}}\n"
    )
    verdict = replayed(submitted, until="2024-12-31").verdict("submit_list")
    assert (verdict.outcome, verdict.heard) == (Outcome.LAWFUL, ("ru.el.7.1",))
    assert verdict.notes == (say("note.not_in_force", norm="ru.el.7.2"),)


@pytest.mark.parametrize(
    ("acts", "kind", "outcome"),
    [
        ("  - {act: hold_parade, date: 2030-03-01}\n", "hold_parade", Outcome.CONTEXT),
        (
            "  - {act: form_club, date: 2030-03-01, by: deputies, facts: {club: Blues}}\n",
            "form_club",
            Outcome.CONTEXT,
        ),
        (
            "  - {act: publish_opinion_poll, date: 2030-03-01, by: press, facts: {medium: Courier}}\n",
            "publish_opinion_poll",
            Outcome.UNPLACED,
        ),
    ],
)
def test_an_act_that_no_norm_hears_is_not_called_lawful(acts: str, kind: str, outcome: Outcome) -> None:
    """Context is context, and what no step takes is unplaced."""
    assert replayed(acts).verdict(kind).outcome is outcome


def test_the_hash_of_the_law_changes_with_a_word_of_it() -> None:
    """A term, a reading or a breach altered alters the hash; the order of the norms does not."""
    one, two = norm("law.1", {"seats": 60}), norm("law.2", {"days": "40 days"})
    plain = law_hash(law_of(one, two))
    assert law_hash(law_of(two, one)) == plain
    assert law_hash(law_of(norm("law.1", {"seats": 61}), two)) != plain
    assert law_hash(law_of(norm("law.1", {"seats": 60}, breach="void"), two)) != plain
    assert law_hash(law_of(one, two, axes=[axis("how", strict={})])) != plain
