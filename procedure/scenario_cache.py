"""Scenarios found again without being read, as long as nothing has changed of what they rest on."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import fields

from procedure.compiled import kept
from procedure.scenario import Scenario

_COUNTRY = re.compile(rb"^jurisdiction: *([a-z]+) *$", re.MULTILINE)
_DERIVED = re.compile(rb"^[\"']?(based on|amend)[\"']?:|^\{", re.MULTILINE)


def remembered(path: Path, name: str, countries: object, read: Callable[[], Scenario]) -> Scenario:
    """The scenario in a file, from the cache where it rests on nothing but its file and a country on file."""
    from procedure.jurisdictions import COUNTRIES, jurisdiction

    try:
        data = path.read_bytes()
    except (OSError, ValueError):
        return read()
    found = _COUNTRY.findall(data)
    country = found[0].decode() if len(found) == 1 else ""
    if countries is not None or country not in COUNTRIES or _DERIVED.search(data):
        return read()
    place = jurisdiction(country)
    law = sorted(each for part in ("law", "acts", "") for each in (place.folder / part).glob("*.yaml"))
    held: list[Scenario] = []

    def values() -> Mapping[str, Any]:
        held.append(read())
        return {each.name: getattr(held[0], each.name) for each in fields(Scenario) if each.name != "country"}

    told = kept("scenario", [path, *law], (name, country), values)
    return held[0] if held else Scenario(country=place, **told)
