"""What was read from YAML, kept in a cache and found again by the hash of everything that it was read from.

A value is kept as JSON and built again from the library's own frozen classes, and from no others. The key of an entry
covers the bytes of the files, the options, and the library's own code: what is stale is not found.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import fields

if TYPE_CHECKING:
    from attrs import Attribute

T = TypeVar("T")

HERE = Path(__file__).parent
DAMAGED = (ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError, RecursionError)
"""What comes of an entry that somebody else wrote; it is passed over."""

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
    """A value as JSON can carry it; TypeError for what cannot be built again.

    A mapping stays one. Anything else that JSON has not is a mapping of one key, which names what to build of the list.
    """
    if value is None or (isinstance(value, (str, bool, int)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Mapping):
        if len(value) != 1 and all(type(key) is str for key in value):
            return {key: plain(each) for key, each in value.items()}
        return {"dict": [[plain(key), plain(each)] for key, each in value.items()]}
    if isinstance(value, tuple):
        return {"tuple": [plain(each) for each in value]}
    if isinstance(value, frozenset):
        return {"set": sorted(map(plain, value))}
    if isinstance(value, datetime):
        return {"at": value.astimezone(UTC).isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"clock": value.isoformat()}
    if isinstance(value, Fraction):
        return {"share": [value.numerator, value.denominator]}
    name = type(value).__name__
    if classes().get(name) is not type(value):
        raise TypeError(f"{name} is not kept")
    if isinstance(value, Enum):
        return {name: [value.value]}
    return {name: [plain(each) for each in _arguments(value)]}


def _arguments(value: Any) -> list[Any]:
    """What a value of a class is made of again, without the defaults at the end."""
    found = [(each, getattr(value, each.name)) for each in fields(type(value)) if each.init]
    while found and _is_default(*found[-1]):
        found.pop()
    return [given for _, given in found]


def _is_default(each: "Attribute[Any]", value: Any) -> bool:
    factory = getattr(each.default, "factory", None)
    default = factory() if factory else each.default
    return type(value) is type(default) and bool(value == default)


def built(text: str | bytes) -> Any:
    """The value that a JSON text carries."""
    made: dict[str, Callable[[Any], Any]] = {
        "dict": dict,
        "tuple": tuple,
        "set": frozenset,
        "at": datetime.fromisoformat,
        "day": date.fromisoformat,
        "clock": time.fromisoformat,
        "share": lambda given: Fraction(*given),
    }
    known = classes()

    def build(read: dict[str, Any]) -> Any:
        if len(read) != 1:
            return read
        ((name, given),) = read.items()
        make = made.get(name)
        return make(given) if make else known[name](*given)

    return json.loads(text, object_hook=build)


@cache
def code() -> str:
    """What tells one state of the library's code from another: the size and the time of every module."""
    held: list[tuple[str, int, int]] = []
    folders = [str(HERE)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    held.append((entry.path, stat.st_size, stat.st_mtime_ns))
                elif not entry.name.startswith("_") and entry.is_dir():
                    folders.append(entry.path)
    return hashlib.sha256(json.dumps(sorted(held)).encode()).hexdigest()


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
    with suppress(OSError, *DAMAGED):
        held, _, text = path.read_bytes().partition(b"\n")
        if held.decode() == key:
            found: T = built(text)
            return found
    value = read()
    with suppress(OSError, TypeError):
        told = json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
        place.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(f"{key}\n{told}", encoding="utf-8")
        part.replace(path)
    return value
