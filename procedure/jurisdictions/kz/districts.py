"""Single-mandate districts: one round by plurality, or as they were until 2007 two."""

from enum import Enum

from procedure.machine import Procedure, instrument, step, under, worded
from procedure.rules import after, at_most, by, construed, share_reaches, stated

el = instrument("kz.el")

TWO_ROUNDS = worded(el["9.smd"], "rounds", "two")


class District(Enum):
    """Whether a district has a deputy."""

    OPEN = "no winner declared"
    EXTENDED = "election extended"
    SECOND_ROUND = "a second round decides"
    WON = "winner declared"


DISTRICT = Procedure(
    "district",
    District,
    [
        step(
            "extend_election",
            (District.OPEN, District.EXTENDED),
            District.EXTENDED,
            under(
                el["93-2"],
                by("CEC"),
                stated("candidates_left", "none"),
                after("close_registration"),
            ),
        ),
        step(
            "declare_district_winner",
            tuple(District),
            District.WON,
            under(
                el["9.smd"],
                construed(
                    "district_winner",
                    plurality=at_most("next", "runner_up_votes"),
                    majority=share_reaches("majority", "share"),
                ),
            ),
        ),
        step(
            "hold_second_round",
            (District.OPEN, District.EXTENDED),
            District.SECOND_ROUND,
            under(el["9.smd"], by("CEC", "district commissions")),
            during=TWO_ROUNDS,
        ),
        step(
            "declare_district_winner",
            (District.OPEN, District.EXTENDED, District.WON),
            District.WON,
            under(el["9.smd"], share_reaches("majority", "share")),
            during=TWO_ROUNDS,
        ),
        step(
            "declare_district_winner",
            District.SECOND_ROUND,
            District.WON,
            under(el["9.smd"], at_most("next", "runner_up_votes")),
            during=TWO_ROUNDS,
        ),
    ],
    per="district",
    title={"en": "Single-mandate district"},
)
