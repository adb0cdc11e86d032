"""From consultation to the call: how the Mäjilis or Parliament is dissolved, and who makes laws meanwhile."""

from enum import Enum

from procedure.machine import Procedure, instrument, step, under
from procedure.rules import (
    after,
    by,
    construed,
    consulted,
    dated,
    dated_within,
    day_in,
    done,
    latest_of,
    never,
    not_during,
    not_within,
    not_within_last,
    same_act_as,
    standing,
    stated,
)

const = instrument("kz.const")
el = instrument("kz.el")


class Dissolution(Enum):
    """Whether the house sits."""

    SITS = "the Mäjilis sits"
    CONSULTED = "the President has consulted on dissolution"
    DISSOLVED = "the Mäjilis is dissolved, no election is called"
    CALLED = "the Mäjilis is dissolved and an election is called"


EVERYWHERE = tuple(Dissolution)
WITH_A_HOUSE = (Dissolution.SITS, Dissolution.CONSULTED)
WITHOUT_A_HOUSE = (Dissolution.DISSOLVED, Dissolution.CALLED)

HEAD_OF_STATE = by("President", "acting President")

DISSOLUTION = Procedure(
    "dissolution",
    Dissolution,
    [
        step(
            "consult_on_dissolution",
            WITH_A_HOUSE,
            Dissolution.CONSULTED,
            under(const["63.1"], HEAD_OF_STATE),
        ),
        step(
            "dissolve",
            EVERYWHERE,
            Dissolution.DISSOLVED,
            under(
                const["63.1"],
                HEAD_OF_STATE,
                consulted(act="consult_on_dissolution", fact="with", each="consulted", since="dissolve"),
            ),
            under(const["48.2"], by("President"), stated("capacity", "in office")),
            under(
                const["63.2"],
                not_during("declare_emergency", "end_emergency"),
                not_within_last("last_months", standing("presidential_term_ends")),
                construed(
                    "interchangeable",
                    any_object=not_within("bar", after=latest_of(done("dissolve"), standing("last_dissolution"))),
                    same_object=not_within(
                        "bar", after=latest_of(done("dissolve", same="object"), standing("last_dissolution"))
                    ),
                ),
            ),
        ),
        step(
            "call_election",
            WITHOUT_A_HOUSE,
            Dissolution.CALLED,
            under(const["44.2"], HEAD_OF_STATE),
            under(
                const["51.3"],
                same_act_as("dissolve"),
                dated_within("election", of=day_in("call_election", "poll_day"), after=done("dissolve")),
            ),
            under(
                el["85.3"],
                same_act_as("dissolve"),
                dated_within("election", of=day_in("call_election", "poll_day"), after=done("dissolve")),
            ),
        ),
        step(
            "call_election",
            WITH_A_HOUSE,
            None,
            under(const["44.2"], HEAD_OF_STATE),
            under(
                const["51.1"],
                dated("held", of=day_in("call_election", "poll_day"), before=standing("house_term_ends")),
            ),
        ),
        step(
            "enact_without_house",
            EVERYWHERE,
            None,
            under(const["55.5"], by("Senate"), after("dissolve"), never("open_joint_session", since="dissolve")),
        ),
        step("sign_law", EVERYWHERE, None, under(const["62.2"], HEAD_OF_STATE)),
        step("open_joint_session", EVERYWHERE, Dissolution.SITS),
    ],
    title={"en": "Dissolution"},
)
