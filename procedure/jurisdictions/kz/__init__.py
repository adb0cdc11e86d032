"""Kazakhstan."""

from pathlib import Path

from procedure.hearing import GivenNumber, NumberIn, SumOf, TermOf
from procedure.jurisdiction import House, Jurisdiction
from procedure.jurisdictions.kz.cabinet import CABINET
from procedure.jurisdictions.kz.campaign import CAMPAIGN
from procedure.jurisdictions.kz.candidacy import CANDIDACY, PARTY_LIST
from procedure.jurisdictions.kz.chairman import CHAIRMAN
from procedure.jurisdictions.kz.convening import CONVENING, MANDATES
from procedure.jurisdictions.kz.dissolution import DISSOLUTION
from procedure.jurisdictions.kz.districts import DISTRICT
from procedure.jurisdictions.kz.election_day import ELECTION_DAY, STATIONS
from procedure.jurisdictions.kz.nomination import NOMINATION
from procedure.machine import instrument

const = instrument("kz.const")
const2026 = instrument("kz.const2026")
el = instrument("kz.el")

JURISDICTION = Jurisdiction(
    "kz",
    {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"},
    Path(__file__).parent,
    "Asia/Almaty",
    (
        DISSOLUTION,
        CAMPAIGN,
        PARTY_LIST,
        CANDIDACY,
        ELECTION_DAY,
        STATIONS,
        DISTRICT,
        CONVENING,
        MANDATES,
        CHAIRMAN,
        CABINET,
        NOMINATION,
    ),
    bases={
        "statutory seats": TermOf(const["50.3"], "seats"),
        "deputies in office": NumberIn("register_deputies", "number", given="deputies_in_office"),
        "senate seats": GivenNumber("senate_seats"),
        "seats of both Chambers": SumOf(("statutory seats", "senate seats")),
        "seats of the Kurultai": TermOf(const2026["kurultai"], "seats"),
        "smallest passing list": NumberIn("set_faction_size", "size"),
        "list seats": TermOf(el["split"], "list_seats"),
    },
    days={"dissolved": ("dissolve", None), "poll": ("call_election", "poll_day")},
    default_log="kz/2023-snap-election",
    house=House("statutory seats", (("allocate_seats", "seats"), ("declare_district_winner", "party"))),
)
