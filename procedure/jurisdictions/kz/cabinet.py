"""How a Government ends, who goes on meanwhile, and how a new one is composed after its Prime Minister is appointed."""

from procedure.jurisdictions.kz import confidence
from procedure.jurisdictions.kz.government import (
    ASKED,
    CABINET_ITSELF,
    COMPOSING,
    EVERYWHERE,
    HEAD_OF_STATE,
    OUT,
    SAFE,
    SHAKEN,
    Cabinet,
)
from procedure.machine import Procedure, instrument, on, owed, step, under, worded
from procedure.rules import (
    adds_up,
    after,
    all_of,
    as_counted,
    before,
    by,
    construed,
    day_in,
    done,
    in_window,
    initiated_by,
    never,
    quorum,
    stated,
    unless_listed,
    within,
)

const = instrument("kz.const")
const2026 = instrument("kz.const2026")
clgov = instrument("kz.clgov")
practice = instrument("kz.practice")

# «слагает полномочия перед вновь избранным Мажилисом»: a body, a time or a place (R2); newly elected since when (R3).
LAYING_DOWN = under(
    const["70.1"],
    CABINET_ITSELF,
    construed(
        "addressee",
        institutional=construed(
            "trigger",
            results=after("publish_results"),
            registration=after("register_deputies", since="publish_results"),
            opening=after("open_joint_session", since="publish_results"),
        ),
        temporal=in_window(closes=day_in("convene", "session")),
        presence=stated("in_presence_of", "Mäjilis"),
    ),
)

# «в связи со сложением полномочий»: the decrees note it and accept nothing (R4).
ON_RECORD = after("lay_down_powers", since="publish_results")
IN_TIME = all_of(within("acceptance", after=done("lay_down_powers")), ON_RECORD)
LAID_DOWN = under(const["70.1"], construed("acceptance", automatic=ON_RECORD, decision=IN_TIME))

ANSWER = under(
    const["70.answer"],
    HEAD_OF_STATE,
    after("tender_resignation", since="appoint_pm"),
    within("answer", after=done("tender_resignation")),
)

CONFIDENCE = (
    under(
        const["56.2"],
        by("Mäjilis"),
        after("move_no_confidence", since="vote_no_confidence"),
        as_counted("majority", votes="for", declared="declared", won="carried"),
        adds_up(),
    ),
    under(const["59.5"], quorum("quorum", present="present")),
)

PROPOSALS = under(
    const["65.2"], by("Prime Minister"), after("appoint_pm"), within("proposals", after=done("appoint_pm"))
)

STRUCTURE = under(const["44.3"], HEAD_OF_STATE, after("propose_structure", since="appoint_pm"))

MINISTER = under(
    const["44.3"],
    HEAD_OF_STATE,
    after("appoint_pm", since="lay_down_powers"),
    unless_listed("sole", "office", stated("consulted", "yes")),
)

# until 2017: before a newly elected President
TO_PRESIDENT = worded(const["70.1"], "addressee", "newly elected President")
BEFORE_PRESIDENT = under(const["70.1"], CABINET_ITSELF, after("inaugurate_president", since="appoint_pm"))
BEFORE_PRESIDENT_NOTED = after("lay_down_powers", since="inaugurate_president")

# until 2017: the ministers, without consulting the Mäjilis
UNCONSULTED = worded(const["44.3"], "ministers", "on the Prime Minister's proposal")

# from 1 July 2026
BEFORE_KURULTAI = under(
    const2026["69"],
    CABINET_ITSELF,
    construed(
        "addressee",
        institutional=after("publish_results", since="end_parliament"),
        temporal=before("open_kurultai"),
        presence=stated("in_presence_of", "Kurultai"),
    ),
)

CABINET = Procedure(
    "cabinet",
    Cabinet,
    [
        step("lay_down_powers", (*SAFE, *SHAKEN), Cabinet.ENDED, LAYING_DOWN),
        step("lay_down_powers", OUT, None, LAYING_DOWN),
        step(
            "note_laying_down",
            EVERYWHERE,
            Cabinet.CARETAKER,
            LAID_DOWN,
            under(clgov["4"], HEAD_OF_STATE, stated("caretaker", "by law")),
        ),
        step(
            "tender_resignation",
            (*SAFE, Cabinet.MOVED, *ASKED),
            Cabinet.TENDERED,
            under(const["70.resign"], CABINET_ITSELF),
        ),
        step("tender_resignation", Cabinet.DEFEATED, Cabinet.TENDERED, under(const["70.must"], CABINET_ITSELF)),
        step("accept_resignation", (*SAFE, *SHAKEN), Cabinet.CARETAKER, ANSWER),
        step("accept_resignation", OUT, Cabinet.CARETAKER, LAID_DOWN),
        step("reject_resignation", (*SAFE, *SHAKEN), Cabinet.GOVERNS, ANSWER),
        step(
            "reject_resignation",
            OUT,
            Cabinet.GOVERNS,
            under(
                const["70.1"],
                construed(
                    "acceptance",
                    automatic=never("lay_down_powers", since="publish_results"),
                    decision=IN_TIME,
                ),
            ),
        ),
        step(
            "move_no_confidence",
            SAFE,
            Cabinet.MOVED,
            under(const["56.2"], by("deputies"), initiated_by("initiative", "initiators")),
        ),
        step(
            "vote_no_confidence", (*SAFE, Cabinet.MOVED), Cabinet.DEFEATED, *CONFIDENCE, when=on("declared", "carried")
        ),
        step("vote_no_confidence", (*SAFE, Cabinet.MOVED), Cabinet.GOVERNS, *CONFIDENCE),
        step(
            "dismiss_government",
            (*SAFE, *SHAKEN),
            Cabinet.CARETAKER,
            under(const["70.own"], HEAD_OF_STATE),
            under(const["48.2"], by("President"), stated("capacity", "in office")),
        ),
        step("appoint_pm", EVERYWHERE, Cabinet.APPOINTED),
        step("propose_structure", Cabinet.APPOINTED, Cabinet.PROPOSED, PROPOSALS),
        step("propose_structure", (Cabinet.PROPOSED, Cabinet.FORMING, *OUT), None, PROPOSALS),
        step("propose_structure", Cabinet.GOVERNS, None, under(const["44.3"], by("Prime Minister"))),
        step("approve_structure", COMPOSING, Cabinet.FORMING, STRUCTURE),
        step("approve_structure", (Cabinet.GOVERNS, *OUT), None, STRUCTURE),
        step("appoint_minister", COMPOSING, Cabinet.FORMING, MINISTER),
        step("appoint_minister", (Cabinet.GOVERNS, *SHAKEN, *OUT), None, MINISTER),
        step(
            "swear_in_government",
            COMPOSING,
            Cabinet.GOVERNS,
            under(const["65.3"], by("Government"), after("appoint_minister", since="appoint_pm")),
        ),
        step("lay_down_powers", (*SAFE, *SHAKEN), Cabinet.ENDED, BEFORE_PRESIDENT, during=TO_PRESIDENT),
        step("lay_down_powers", OUT, None, BEFORE_PRESIDENT, during=TO_PRESIDENT),
        step(
            "note_laying_down",
            EVERYWHERE,
            Cabinet.CARETAKER,
            under(const["70.1"], BEFORE_PRESIDENT_NOTED),
            under(clgov["4"], HEAD_OF_STATE, stated("caretaker", "by law")),
            during=TO_PRESIDENT,
        ),
        *confidence.EDITIONS,
        step("appoint_minister", COMPOSING, Cabinet.FORMING, under(const["44.3"], HEAD_OF_STATE), during=UNCONSULTED),
        step(
            "appoint_minister",
            (Cabinet.GOVERNS, *SHAKEN, *OUT),
            None,
            under(const["44.3"], HEAD_OF_STATE),
            during=UNCONSULTED,
        ),
        step("lay_down_powers", (*SAFE, *SHAKEN), Cabinet.ENDED, BEFORE_KURULTAI, during=const2026["69"]),
        step("lay_down_powers", OUT, None, BEFORE_KURULTAI, during=const2026["69"]),
        step(
            "appoint_vice_president",
            EVERYWHERE,
            None,
            under(
                const2026["vice-president"],
                by("President"),
                stated("consent", "given"),
                within("appoint", after=done("open_kurultai")),
            ),
            during=const2026["vice-president"],
        ),
    ],
    title={"en": "The Government"},
    owed=(
        owed(
            "lay_down_powers",
            under(practice["laying-down-on-the-first-day"], within("day", after=done("open_joint_session"))),
        ),
    ),
)
