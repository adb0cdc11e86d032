"""The Prime Minister: factions consulted, a candidate nominated, the consent of the Mäjilis, the appointment."""

from enum import Enum

from procedure.machine import Procedure, instrument, on, step, under
from procedure.rules import (
    adds_up,
    after,
    after_any,
    as_counted,
    by,
    construed,
    consulted,
    consulted_all,
    each_chamber,
    never,
    quorum,
)

const = instrument("kz.const")
const2026 = instrument("kz.const2026")
regl = instrument("kz.regl")
practice = instrument("kz.practice")


class Nomination(Enum):
    """How far the choice of a Prime Minister has come."""

    NONE = "no candidate is before the Mäjilis"
    CONSULTING = "the President consults the factions"
    NOMINATED = "a candidate is before the Mäjilis"
    CONSENTED = "the Mäjilis has consented"
    REFUSED = "the Mäjilis has refused its consent"
    APPOINTED = "the Prime Minister is appointed"


EVERYWHERE = tuple(Nomination)
UNDER_WAY = (Nomination.NOMINATED, Nomination.CONSENTED)
NOT_UNDER_WAY = (Nomination.NONE, Nomination.CONSULTING, Nomination.REFUSED, Nomination.APPOINTED)

HEAD_OF_STATE = by("President", "acting President")
OFFICE_FREE = after_any(("lay_down_powers", "accept_resignation", "dismiss_government"), since="appoint_pm")

CONSULTATION = (
    under(const["44.3"], HEAD_OF_STATE),
    under(regl["157"], after("form_faction", same="faction")),
)

CONSENT = (
    under(
        const["56.1.2"],
        by("Mäjilis"),
        after("nominate_pm", since="consent"),
        as_counted("majority", votes="for", declared="declared", won="given", lost="refused"),
        adds_up(),
    ),
    under(const["49.2"], never("dissolve", since="open_joint_session")),
    under(
        const["59.5"],
        construed(
            "quorum_moment",
            opening=quorum("quorum", present="present_at_opening"),
            vote=quorum("quorum", present="present"),
        ),
    ),
)

# until 2007: Parliament at a joint sitting, one majority or two (R26)
JOINT = const["53.consent"]
BY_PARLIAMENT = (
    under(
        JOINT,
        by("Parliament"),
        after("nominate_pm", since="consent"),
        construed(
            "joint_count",
            together=as_counted("majority", votes="for", declared="declared", won="given", lost="refused"),
            each=each_chamber(
                "each",
                {"senate seats": "senators_for", "statutory seats": "deputies_for"},
                won="given",
                lost="refused",
            ),
        ),
        adds_up(),
    ),
    under(
        const["59.5"],
        quorum("quorum", present="deputies_present"),
        quorum("senators", present="senators_present"),
    ),
)

# from 1 July 2026
KURULTAI = const2026["57.1"]
BY_KURULTAI = under(
    KURULTAI,
    by("Kurultai"),
    after("nominate_pm", since="consent"),
    as_counted("majority", votes="for", declared="declared", won="given", lost="refused"),
    adds_up(),
)

NOMINATION = Procedure(
    "nomination",
    Nomination,
    [
        step(
            "propose_candidate",
            EVERYWHERE,
            None,
            under(practice["party-proposes"], never("nominate_pm", since="consent")),
        ),
        step("consult_faction", NOT_UNDER_WAY, Nomination.CONSULTING, *CONSULTATION),
        step("consult_faction", UNDER_WAY, None, *CONSULTATION),
        step(
            "nominate_pm",
            EVERYWHERE,
            Nomination.NOMINATED,
            under(
                const["44.3"],
                HEAD_OF_STATE,
                OFFICE_FREE,
                construed(
                    "whose_factions",
                    existing=consulted_all(
                        act="consult_faction",
                        fact="faction",
                        of="form_faction",
                        member="faction",
                        since="nominate_pm",
                    ),
                    independents=consulted(act="consult_faction", fact="faction", each="beyond", since="nominate_pm"),
                ),
            ),
            under(practice["party-proposes"], after("propose_candidate", since="appoint_pm")),
        ),
        step("consent", EVERYWHERE, Nomination.CONSENTED, *CONSENT, when=on("declared", "given")),
        step("consent", EVERYWHERE, Nomination.REFUSED, *CONSENT),
        step(
            "appoint_pm",
            EVERYWHERE,
            Nomination.APPOINTED,
            under(
                const["44.3"],
                HEAD_OF_STATE,
                OFFICE_FREE,
                after("consent", since="nominate_pm", where=("declared", "given")),
            ),
        ),
        step(
            "nominate_pm",
            EVERYWHERE,
            Nomination.NOMINATED,
            under(const["44.3"], HEAD_OF_STATE, OFFICE_FREE),
            during=JOINT,
        ),
        step("consent", EVERYWHERE, Nomination.CONSENTED, *BY_PARLIAMENT, when=on("declared", "given"), during=JOINT),
        step("consent", EVERYWHERE, Nomination.REFUSED, *BY_PARLIAMENT, during=JOINT),
        step("nominate_pm", EVERYWHERE, Nomination.NOMINATED, under(KURULTAI, by("President")), during=KURULTAI),
        step("consent", EVERYWHERE, Nomination.CONSENTED, BY_KURULTAI, when=on("declared", "given"), during=KURULTAI),
        step("consent", EVERYWHERE, Nomination.REFUSED, BY_KURULTAI, during=KURULTAI),
        step(
            "appoint_pm",
            EVERYWHERE,
            Nomination.APPOINTED,
            under(KURULTAI, by("President"), after("consent", since="nominate_pm", where=("declared", "given"))),
            during=KURULTAI,
        ),
    ],
    title={"en": "Prime Minister"},
)
