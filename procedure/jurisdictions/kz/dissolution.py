"""From consultation to the call: how the Mäjilis or Parliament is dissolved, and who makes laws meanwhile."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under, worded
from procedure.rules import (
    after,
    by,
    construed,
    consulted,
    dated,
    dated_within,
    day_in,
    done,
    in_window,
    latest_of,
    listed,
    never,
    not_during,
    not_within,
    not_within_last,
    repeated,
    same_act_as,
    standing,
    stated,
    term_day,
    unread,
    within,
)

const = instrument("kz.const")
const2026 = instrument("kz.const2026")
el = instrument("kz.el")
practice = instrument("kz.practice")


class Dissolution(Enum):
    """Whether the house sits."""

    SITS = "the Mäjilis sits"
    CONSULTED = "the President has consulted on dissolution"
    DISSOLVED = "the Mäjilis is dissolved, no election is called"
    CALLED = "no lower house sits and an election is called"
    ENDED = "the Parliament of two Chambers has come to its end"


EVERYWHERE = tuple(Dissolution)
WITH_A_HOUSE = (Dissolution.SITS, Dissolution.CONSULTED)
WITHOUT_A_HOUSE = (Dissolution.DISSOLVED, Dissolution.CALLED)

HEAD_OF_STATE = by("President", "acting President")
IN_OFFICE = under(const["48.2"], by("President"), stated("capacity", "in office"))

NO_EMERGENCY = not_during("declare_emergency", "end_emergency")
NOT_THE_LAST_MONTHS = not_within_last("last_months", standing("presidential_term_ends"))
A_YEAR_APART = not_within("bar", after=latest_of(done("dissolve"), standing("last_dissolution")))

# until 2007: Parliament only, and only in the cases that the norm lists
ONLY_PARLIAMENT = worded(const["63.1"], "only", "Parliament")
GROUNDED = (
    under(
        const["63.1"],
        HEAD_OF_STATE,
        stated("object", "Parliament"),
        listed("grounds", "ground"),
        consulted(act="consult_on_dissolution", fact="with", each="consulted", since="dissolve"),
    ),
    IN_OFFICE,
    under(const["63.2"], NO_EMERGENCY, NOT_THE_LAST_MONTHS, A_YEAR_APART),
)
DEFEATED = under(const["63.1"], after("vote_no_confidence", since="appoint_pm", where=("declared", "carried")))
TWICE_REFUSED = repeated("refusals", "consent", where=("declared", "refused"), since="appoint_pm")

# from 1 July 2026
OF_THE_KURULTAI = (by("President"), stated("object", "Kurultai"))
BARS_OF_2026 = under(const2026["62.2"], NO_EMERGENCY, NOT_THE_LAST_MONTHS, A_YEAR_APART)
IN_FORCE = term_day(const2026["95"], "in_force")

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
            "consult_on_dissolution",
            WITHOUT_A_HOUSE,
            None,
            under(const["63.1"], HEAD_OF_STATE, never("dissolve", since="open_joint_session")),
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
            IN_OFFICE,
            under(
                const["63.2"],
                NO_EMERGENCY,
                NOT_THE_LAST_MONTHS,
                construed(
                    "interchangeable",
                    any_object=A_YEAR_APART,
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
        step(
            "request_dissolution",
            EVERYWHERE,
            None,
            under(practice["request-to-dissolve"], by("deputies", "Mäjilis")),
        ),
        step(
            "dissolve",
            EVERYWHERE,
            Dissolution.DISSOLVED,
            *GROUNDED,
            DEFEATED,
            when=on("ground", "no confidence"),
            during=ONLY_PARLIAMENT,
        ),
        step(
            "dissolve",
            EVERYWHERE,
            Dissolution.DISSOLVED,
            *GROUNDED,
            under(const["63.1"], TWICE_REFUSED),
            when=on("ground", "second refusal of consent"),
            during=ONLY_PARLIAMENT,
        ),
        step("dissolve", EVERYWHERE, Dissolution.DISSOLVED, *GROUNDED, during=ONLY_PARLIAMENT),
        step(
            "dissolve",
            EVERYWHERE,
            Dissolution.DISSOLVED,
            under(const2026["62.1"], *OF_THE_KURULTAI, TWICE_REFUSED),
            BARS_OF_2026,
            when=on("ground", "second refusal of consent"),
            during=const2026["62.1"],
        ),
        step(
            "dissolve",
            EVERYWHERE,
            Dissolution.DISSOLVED,
            under(
                const2026["62.1"], *OF_THE_KURULTAI, unread("the other cases in which the Kurultai may be dissolved")
            ),
            BARS_OF_2026,
            during=const2026["62.1"],
        ),
        step(
            "end_parliament",
            EVERYWHERE,
            Dissolution.ENDED,
            under(const2026["95"], in_window(opens=IN_FORCE, closes=IN_FORCE)),
            during=const2026["95"],
        ),
        step(
            "call_election",
            (*WITH_A_HOUSE, Dissolution.ENDED),
            Dissolution.CALLED,
            under(
                const2026["95"],
                by("President"),
                within("called", after=IN_FORCE),
                dated_within("election", of=day_in("call_election", "poll_day"), after=IN_FORCE),
            ),
            during=const2026["95"],
        ),
        step(
            "call_election",
            WITHOUT_A_HOUSE,
            Dissolution.CALLED,
            under(const2026["elections.extraordinary"], unread("when the election after a dissolution is held")),
            during=const2026["elections.extraordinary"],
        ),
        step("open_kurultai", EVERYWHERE, Dissolution.SITS, during=const2026["session"]),
    ],
    title={"en": "Dissolution"},
)
