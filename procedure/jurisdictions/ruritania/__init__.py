"""Ruritania, an invented country: small and whole, it shows every feature once."""

from pathlib import Path

from procedure.hearing import GivenNumber, NumberIn, TermOf
from procedure.jurisdiction import House, Jurisdiction
from procedure.jurisdictions.ruritania.candidacy import CANDIDACY, PARTY_LIST
from procedure.jurisdictions.ruritania.crown import CROWN
from procedure.jurisdictions.ruritania.election import ELECTION
from procedure.jurisdictions.ruritania.ministry import MINISTRY
from procedure.jurisdictions.ruritania.speaker import SPEAKER
from procedure.machine import instrument

JURISDICTION = Jurisdiction(
    "ruritania",
    {"en": "Ruritania", "ru": "Руритания", "kk": "Руритания"},
    Path(__file__).parent,
    "Europe/Vienna",
    (ELECTION, CANDIDACY, PARTY_LIST, SPEAKER, MINISTRY, CROWN),
    bases={
        "statutory seats": TermOf(instrument("ru.const")["9"], "seats"),
        "estates seats": TermOf(instrument("ru.const")["10"], "seats"),
        "deputies in office": NumberIn("open_diet", "in_office", given="deputies_in_office"),
        "ballots cast": NumberIn("establish_results", "voted"),
        "registered voters": GivenNumber("registered_voters"),
    },
    days={"dissolved": ("dissolve", None), "poll": ("call_election", "poll_day")},
    default_log="ruritania/good/whole-cycle",
    house=House("statutory seats", (("share_seats", "seats"),)),
)
