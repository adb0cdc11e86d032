"""Scenarios found again without being read, as long as nothing has changed of what they rest on."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import fields

from procedure.compiled import kept
from procedure.scenario import Scenario

_COUNTRY = re.compile(rb"\njurisdiction: *([a-z]+) *\n")
_DERIVED = (b"\nbased on", b"\namend", b'\n"', b"\n'", b"\n{")
"""How a line may begin by which a scenario rests on something else."""


def remembered(path: Path, name: str, countries: object, read: Callable[[], Scenario]) -> Scenario:
    """The scenario in a file, from the cache where it rests on nothing but its file and a country on file."""
    from procedure.jurisdictions import COUNTRIES, jurisdiction

    try:
        text = b"\n" + path.read_bytes() + b"\n"
    except (OSError, ValueError):
        return read()
    found = _COUNTRY.match(text, max(0, text.find(b"\njurisdiction:")))
    country = found[1].decode() if found and text.count(b"\njurisdiction:") == 1 else ""
    if countries is not None or country not in COUNTRIES or any(start in text for start in _DERIVED):
        return read()
    place = jurisdiction(country)
    law = sorted(each for part in ("law", "acts", "") for each in (place.folder / part).glob("*.yaml"))
    held: list[Scenario] = []

    def values() -> Mapping[str, Any]:
        held.append(read())
        return {each.name: getattr(held[0], each.name) for each in fields(Scenario) if each.name != "country"}

    told = kept("scenario", [path, *law], (name, country), values)
    return held[0] if held else Scenario(country=place, **told)
