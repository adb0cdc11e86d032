"""How a ministry ends, and how the next one comes into office."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import (
    after,
    after_any,
    all_of,
    as_counted,
    before,
    by,
    construed,
    consulted_all,
    done,
    initiated_by,
    never,
    not_within,
    open_ballot,
    repeated,
    stated,
    within,
)

const = instrument("ru.const")
practice = instrument("ru.practice")


class Ministry(Enum):
    """Where the ministry stands."""

    IN_OFFICE = "a ministry is in office"
    DEFEATED = "the Diet has voted no confidence"
    CARETAKER = "the last ministry goes on until the next is sworn in"
    NOMINATED = "a Chancellor is nominated"
    CONSENTED = "the Diet has consented"
    APPOINTED = "a Chancellor is appointed"


# "before the newly elected Diet": in time, or in place (R3).
LAYING_DOWN = construed(
    "newly_elected",
    in_time=all_of(after("publish_results", since="dissolve"), before("open_diet", since="publish_results")),
    in_place=after("open_diet", since="publish_results"),
)

NO_CONFIDENCE = (
    under(
        const["44.2"],
        by("Diet"),
        not_within("reflection", after=done("move_no_confidence")),
        as_counted("majority", won="carried", lost="lost"),
    ),
    under(const["44.3"], never("vote_no_confidence", since="open_diet")),
)

CONSENT = under(const["41.3"], by("Diet"), as_counted("consent", won="given", lost="refused"), open_ballot("vote"))

MINISTRY = Procedure(
    "ministry",
    Ministry,
    [
        step("lay_down_powers", Ministry.IN_OFFICE, Ministry.CARETAKER, under(const["40"], LAYING_DOWN)),
        step("resign_ministry", Ministry.IN_OFFICE, Ministry.CARETAKER, under(const["43"], by("Chancellor"))),
        step(
            "move_no_confidence",
            Ministry.IN_OFFICE,
            None,
            under(const["44.1"], initiated_by("initiative")),
        ),
        step(
            "vote_no_confidence",
            Ministry.IN_OFFICE,
            Ministry.DEFEATED,
            *NO_CONFIDENCE,
            when=on("declared", "carried"),
        ),
        step("vote_no_confidence", Ministry.IN_OFFICE, None, *NO_CONFIDENCE, when=on("declared", "lost")),
        step(
            "dismiss_ministry",
            Ministry.DEFEATED,
            Ministry.CARETAKER,
            under(const["44.4"], by("Crown"), within("dismissal", after=done("vote_no_confidence"))),
        ),
        step("form_club", tuple(Ministry), None),
        step("consult_club", tuple(Ministry), None, under(const["41.1"], by("Crown"))),
        step(
            "nominate_chancellor",
            (Ministry.IN_OFFICE, Ministry.CARETAKER),
            Ministry.NOMINATED,
            under(
                const["41.1"],
                by("Crown"),
                consulted_all("consult_club", "club", of="form_club", member="club", since="swear_in_ministry"),
            ),
            under(
                const["41.2"],
                after_any(("lay_down_powers", "resign_ministry", "dismiss_ministry"), since="swear_in_ministry"),
            ),
            under(practice["chancellor-sits"], stated("deputy", "yes")),
        ),
        step("consent", Ministry.NOMINATED, Ministry.CONSENTED, CONSENT, when=on("declared", "given")),
        step("consent", Ministry.NOMINATED, Ministry.CARETAKER, CONSENT, when=on("declared", "refused")),
        step(
            "entrust_ministry",
            Ministry.CARETAKER,
            Ministry.IN_OFFICE,
            under(
                const["41.5"],
                by("Crown"),
                repeated("refusals", "consent", where=("declared", "refused"), since="swear_in_ministry"),
            ),
        ),
        step(
            "appoint_chancellor",
            (Ministry.NOMINATED, Ministry.CONSENTED),
            Ministry.APPOINTED,
            under(
                const["41.4"],
                by("Crown"),
                after("consent", since="nominate_chancellor", where=("declared", "given"), same="candidate"),
            ),
        ),
        step(
            "swear_in_ministry",
            (Ministry.NOMINATED, Ministry.CONSENTED, Ministry.APPOINTED),
            Ministry.IN_OFFICE,
            under(const["42"], after("appoint_chancellor", since="nominate_chancellor")),
        ),
    ],
    title={"en": "Ministry"},
)
