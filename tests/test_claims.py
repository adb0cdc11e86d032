"""Claims: which are rivals, which are simply on record, and what the act itself says against them."""

import pytest

from procedure.moments import Moment
from procedure.record import Act
from tests.tiny import Told, act, acts, tiny

ZONE = "Asia/Almaty"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(tiny(tmp_path_factory.mktemp("tiny")))


def claimed(told: Told, lines: str) -> Act:
    return told.scenario(act(f"act: dissolve\n{lines}")).acts[0]


def test_claims_on_one_fact_are_rivals_whatever_their_order(told: Told) -> None:
    first, second = "{seats: 96, sources: [wiki]}", "{seats: 97, with: [A], sources: [decree]}"
    one = claimed(told, f"date: 2023-01-19\nclaims: [{first}, {second}]")
    other = claimed(told, f"date: 2023-01-19\nclaims: [{second}, {first}]")
    assert one == other
    assert [claim.name for claim in one.claims[0].claims] == ["seats 96", "seats 97, with A"]
    assert one.claims[0].outweighed == {"seats 96"}


def test_a_claim_that_nobody_contradicts_is_on_record(told: Told) -> None:
    done = claimed(
        told, "date: 2023-01-19\nfacts: {seats: 98}\nclaims: [{seats: 98, ground: a crisis, sources: [wiki]}]"
    )
    assert done.claims == ()
    assert done.facts == {"seats": 98, "ground": "a crisis"}
    assert done.sources == ("wiki",)


def test_a_claim_against_the_act_itself_is_its_rival(told: Told) -> None:
    done = claimed(told, "date: 2023-01-19\nfacts: {seats: 98}\nclaims: [{seats: 97, sources: [wiki]}]")
    assert [claim.name for claim in done.claims[0].claims] == ["seats 97", "seats 98"]


def test_what_the_act_says_is_not_lost_among_other_claims(told: Told) -> None:
    claims = "claims: [{seats: 97, sources: [wiki]}, {seats: 96, sources: [decree]}]"
    done = claimed(told, f"date: 2023-01-19\nfacts: {{seats: 98}}\n{claims}")
    assert [claim.name for claim in done.claims[0].claims] == ["seats 96", "seats 97", "seats 98"]


def test_sources_that_say_the_same_are_one_voice_on_record(told: Told) -> None:
    claims = "claims: [{seats: 97, sources: [wiki]}, {seats: 97, sources: [decree]}]"
    done = claimed(told, f"date: 2023-01-19\n{claims}")
    assert (done.claims, done.facts, done.sources) == ((), {"seats": 97}, ("decree", "wiki"))


def test_a_time_within_the_day_of_the_act_only_says_more(told: Told) -> None:
    done = claimed(told, 'date: 2023-01-19\nclaims: [{time: "10:50", sources: [decree]}]')
    assert (done.claims, done.when) == ((), Moment.parse("2023-01-19 10:50", ZONE))


def test_a_time_against_the_time_of_the_act_is_a_rival(told: Told) -> None:
    done = claimed(told, 'date: 2023-01-19\ntime: "11:00"\nclaims: [{time: "10:50", sources: [decree]}]')
    assert [claim.name for claim in done.claims[0].claims] == ["date 2023-01-19T11:00+06:00", "time 10:50"]


def test_a_claim_of_moments_keeps_the_time_of_the_act(told: Told) -> None:
    claims = 'claims: [{moments: {signed: "10:00"}, sources: [wiki]}, {moments: {signed: "10:30"}, sources: [decree]}]'
    done = claimed(told, f'date: 2023-01-19\ntime: "11:00"\n{claims}')
    assert {claim.when for claim in done.claims[0].claims} == {Moment.parse("2023-01-19 11:00", ZONE)}
    assert [claim.name for claim in done.claims[0].claims] == ["moments signed 10:00", "moments signed 10:30"]


def test_a_claim_of_order_narrows_the_time(told: Told) -> None:
    claims = 'claims: [{order: after dissolve, sources: [wiki]}, {not after: "11:00", sources: [decree]}]'
    log = acts('act: dissolve\ndate: 2023-01-19\ntime: "12:00"', f"act: convene\ndate: 2023-01-19\n{claims}")
    axis = told.scenario(log).acts[1].claims[0]
    order = axis.claim("order after dissolve")
    assert axis.about_order
    assert order.when is not None
    assert order.when.earliest == Moment.parse("2023-01-19 12:00", ZONE).earliest


def test_a_claim_of_order_on_an_act_known_by_its_bounds(told: Told) -> None:
    bounds = "not before: 2023-01-19\nnot after: 2023-01-22"
    claims = "claims: [{order: after dissolve, sources: [wiki]}, {not after: 2023-01-20, sources: [decree]}]"
    log = acts("act: dissolve\ndate: 2023-01-20", f"act: convene\n{bounds}\n{claims}")
    times = {claim.name: claim.when for claim in told.scenario(log).acts[1].claims[0].claims}
    assert {name: when and (str(when.earliest_day), str(when.latest_day)) for name, when in times.items()} == {
        "order after dissolve": ("2023-01-20", "2023-01-22"),
        "not after 2023-01-20": ("2023-01-19", "2023-01-20"),
    }
