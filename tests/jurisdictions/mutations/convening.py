"""Mutations of the convening: the deputies chosen, registered, convened, sworn in, in factions."""

from tests.jurisdictions.mutate import at, by, drop, facts, given, moment, move
from tests.jurisdictions.mutations.case import (
    CLPARL,
    CONST,
    CONTESTED,
    EL,
    LAWFUL,
    REGL,
    UNDETERMINED,
    UNLAWFUL,
    Case,
    still,
    when,
)

CASES: tuple[Case, ...] = (
    when(
        "the session is convened on day 31",
        drop("open-joint-session"),
        at("convene", "2023-04-27"),
        facts("convene", {"session": moment("2023-04-27 10:00")}),
    ).then("convene", UNLAWFUL, CONST + "59.2", "by the end of 26 April 2023", margin="1 day late"),
    when("the session is convened at once, for day 31", facts("convene", {"session": moment("2023-04-27 10:00")})).then(
        "convene", UNLAWFUL, CONST + "59.2", "by the end of 26 April 2023"
    ),
    still(
        "the session is convened for day 30, before the deputies are registered",
        facts("convene", {"session": moment("2023-04-26 10:00")}),
    ).then("convene", CONTESTED, CONST + "59.2", working=LAWFUL),
    when(
        "the deputies are registered before the session is convened",
        move("register-deputies", before="convene"),
        at("register-deputies", "2023-03-27"),
    ).then("convene", LAWFUL, CONST + "59.2"),
    when("the session is convened before the results are published", at("convene", "2023-03-26")).then(
        "convene", UNLAWFUL, CONST + "59.2", "publish results"
    ),
    when("the chair of the Senate convenes the session", by("convene", "chair of the Senate")).then(
        "convene", UNLAWFUL, CONST + "44.2", "President"
    ),
    when("a party chooses its deputies on day 11", at("choose-jsdp", "2023-04-07")).then(
        "choose-jsdp", UNLAWFUL, EL + "97.5", "by the end of 6 April 2023"
    ),
    when("the deputies are registered before the results are published", at("register-deputies", "2023-03-26")).then(
        "register-deputies", UNLAWFUL, EL + "98", "publish results"
    ),
    when("ninety-nine deputies are registered", facts("register-deputies", {"number": 99})).then(
        "register-deputies", UNLAWFUL, CONST + "50.3", "1 fewer"
    ),
    when("the chair of the old house registers the deputies", by("register-deputies", "chair of the Mäjilis")).then(
        "register-deputies", UNLAWFUL, EL + "98", "CEC"
    ),
    when("the first session opens and nobody convened it", drop("convene")).then(
        "open-joint-session", UNLAWFUL, CONST + "59.2", "convene"
    ),
    when("the first session opens on day 31", at("open-joint-session", "2023-04-27 10:00")).then(
        "open-joint-session", UNLAWFUL, CONST + "59.2", "by the end of 26 April 2023"
    ),
    when("the first session opens before any deputy is registered", drop("register-deputies")).then(
        "open-joint-session", UNLAWFUL, EL + "98", "register deputies"
    ),
    when("the chair of the Senate opens the first session", by("open-joint-session", "chair of the Senate")).then(
        "open-joint-session", UNLAWFUL, CLPARL + "open", "President"
    ),
    when("65 deputies are present at the opening", facts("open-joint-session", {"deputies_present": 65})).then(
        "open-joint-session", UNLAWFUL, CONST + "59.5", "1 member more", margin="1 member short"
    ),
    still("66 deputies are present at the opening", facts("open-joint-session", {"deputies_present": 66})).then(
        "open-joint-session", LAWFUL, CONST + "59.5"
    ),
    when("33 of 50 senators are present at the opening", facts("open-joint-session", {"senators_present": 33})).then(
        "open-joint-session", UNLAWFUL, CONST + "59.5", "1 member more"
    ),
    still("34 of 50 senators are present at the opening", facts("open-joint-session", {"senators_present": 34})).then(
        "open-joint-session", LAWFUL, CONST + "59.5"
    ),
    when("how many seats the Senate has is not given", given({"senate_seats": None})).then(
        "open-joint-session", UNDETERMINED, CONST + "59.5"
    ),
    when("the old chair opens the first plenary", by("open-plenary", "chair of the Mäjilis")).then(
        "open-plenary", UNLAWFUL, CLPARL + "open", "CEC chair"
    ),
    when("60 deputies are present at the first plenary", facts("open-plenary", {"present": 60})).then(
        "open-plenary", UNLAWFUL, CONST + "59.5", "6 members more"
    ),
    when("all 98 deputies are present at the first plenary", facts("open-plenary", {"present": 98})).then(
        "open-plenary", LAWFUL, CONST + "59.5"
    ),
    when("the deputies swear the day before the session opens", at("swear-in-deputies", "2023-03-28")).then(
        "swear-in-deputies", UNLAWFUL, CONST + "49.2", "open joint session"
    ),
    when("people swear the oath who were not registered as deputies", drop("register-deputies")).then(
        "swear-in-deputies", UNLAWFUL, CONST + "51.6", "register deputies"
    ),
    when(
        "three deputies form a faction where the smallest list has four seats", facts("faction-jsdp", {"members": 3})
    ).then("faction-jsdp", UNLAWFUL, REGL + "157", "1 more"),
    when("the number of members of the largest faction is on record", facts("faction-amanat", {"members": 62})).then(
        "faction-amanat", LAWFUL, REGL + "157"
    ),
)
