"""What was read from YAML, kept in a cache and found again by the hash of everything that it was read from.

A value is kept as JSON and built again from the library's own frozen classes, and from no others. The key of an entry
covers the bytes of the files, the options, and the library's own code: what is stale is not found.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from attrs import fields

T = TypeVar("T")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HERE = Path(__file__).parent


HELD = {
    "errors": ("Place",),
    "jurisdiction": ("ActKind", "Actor", "FactType", "Vocabulary"),
    "law": ("Answer", "Axis", "Case", "ClaimedCitation", "Instrument", "Law", "Norm", "Reach", "Unread", "Version"),
    "moments": ("Moment",),
    "periods": ("Period",),
    "record": ("Act", "Claim", "ClaimAxis", "Ruling", "Source"),
    "scenario": ("Expectation", "Vary"),
    "votes": ("Share",),
    "words.names": ("Names",),
    "words.texts": ("Texts",),
    "workdays": ("SpecialDay", "WorkCalendar"),
}


@cache
def classes() -> Mapping[str, Any]:
    """The classes of which values are built again, by their names."""
    return {name: getattr(import_module(f"procedure.{module}"), name) for module, each in HELD.items() for name in each}


def plain(value: Any) -> Any:
    """A value as JSON can carry it; TypeError for what cannot be built again."""
    if value is None or (isinstance(value, (str, bool, int)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, tuple):
        return ["tuple", *map(plain, value)]
    if isinstance(value, Mapping):
        return ["dict", *(plain(each) for pair in value.items() for each in pair)]
    if isinstance(value, frozenset):
        return ["set", *sorted(map(plain, value))]
    if isinstance(value, datetime):
        return ["at", (value - EPOCH) // timedelta(microseconds=1)]
    if isinstance(value, date):
        return ["day", value.toordinal()]
    if isinstance(value, time):
        return ["clock", value.isoformat()]
    if isinstance(value, Fraction):
        return ["share", value.numerator, value.denominator]
    name = type(value).__name__
    if classes().get(name) is not type(value):
        raise TypeError(f"{name} is not kept")
    if isinstance(value, Enum):
        return [name, value.value]
    return [name, *(plain(getattr(value, each.name)) for each in fields(classes()[name]) if each.init)]


_BUILT: Mapping[str, Callable[..., Any]] = {
    "tuple": lambda *each: each,
    "dict": lambda *each: dict(zip(each[::2], each[1::2], strict=True)),
    "set": lambda *each: frozenset(each),
    "at": lambda micro: EPOCH + timedelta(microseconds=micro),
    "day": date.fromordinal,
    "clock": time.fromisoformat,
    "share": Fraction,
}


def built(data: Any) -> Any:
    """The value that JSON carries."""
    known: dict[str, Callable[..., Any]] = {**_BUILT, **classes()}

    def build(data: Any) -> Any:
        if type(data) is not list:
            return data
        return known[data[0]](*[each if type(each) is not list else build(each) for each in data[1:]])

    return build(data)


@cache
def code() -> str:
    """What tells one state of the library's code from another."""
    held = sorted((str(path), stat.st_size, stat.st_mtime_ns) for path in HERE.rglob("*.py") for stat in [path.stat()])
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()


def folder() -> Path | None:
    """Where values are kept: PROCEDURE_CACHE, or the user's caches; None where it is `off` or there is none."""
    named = os.environ.get("PROCEDURE_CACHE", "")
    if named == "off":
        return None
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or (
        os.path.join(os.environ["HOME"], ".cache") if "HOME" in os.environ else ""
    )
    return Path(base) / "procedure" if base else None


def kept(what: str, paths: Iterable[Path], options: Iterable[str], read: Callable[[], T]) -> T:
    """A value read from files, from the cache where the very same files were read before."""
    place = folder()
    if place is None:
        return read()
    listed = list(paths)
    try:
        contents = [hashlib.sha256(path.read_bytes()).hexdigest() for path in listed]
    except OSError:
        return read()
    named = hashlib.sha256("\0".join([what, *map(str, listed), *options]).encode()).hexdigest()
    key = hashlib.sha256("\0".join([named, code(), *contents]).encode()).hexdigest()
    path = place / f"{what}-{named[:16]}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
        data = json.loads(path.read_bytes())
        if data["key"] == key:
            found: T = built(data["value"])
            return found
    value = read()
    with suppress(OSError, TypeError):
        text = json.dumps({"key": key, "value": plain(value)}, ensure_ascii=False, separators=(",", ":"))
        place.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    return value
