"""The countries on file: one line each."""

from importlib import import_module

from procedure.errors import JurisdictionError
from procedure.jurisdiction import Jurisdiction
from procedure.nearest import nearest

COUNTRIES = {
    "kz": "procedure.jurisdictions.kz",
    "ruritania": "procedure.jurisdictions.ruritania",
}


def jurisdiction(name: str) -> Jurisdiction:
    """The country with this name, its law read; JurisdictionError when there is none."""
    if name not in COUNTRIES:
        raise JurisdictionError(f"no jurisdiction '{name}'; {nearest(name, COUNTRIES)}".rstrip("; "))
    country: Jurisdiction = import_module(COUNTRIES[name]).JURISDICTION
    return country
