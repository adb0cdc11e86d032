"""Frozen values: classes as attrs makes them, save that equality, hash and repr are not compiled anew for each.

A replay defines some hundred classes before it reads a log; to compile these methods for each took longer than the law.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import frozen as frozen
else:

    def frozen(cls: type | None = None, /, *, eq: bool = True, **options: Any) -> Any:
        """`attrs.frozen`: a class of values that are equal where their fields are, or by identity with `eq=False`."""

        def made(cls: type) -> type:
            value = attrs.frozen(cls, eq=False, repr="__repr__" in vars(cls), **options)
            if "__repr__" not in vars(cls):
                value.__repr__ = _repr
            if eq:
                value.__eq__, value.__hash__ = _by_fields(value)
            return value

        return made if cls is None else made(cls)


def _repr(value: Any) -> str:
    told = (f"{each.name}={getattr(value, each.name)!r}" for each in attrs.fields(type(value)) if each.repr)
    return f"{type(value).__qualname__.rpartition('>.')[2]}({', '.join(told)})"


def _by_fields(cls: type) -> tuple[Callable[[Any, Any], bool], Callable[[Any], int]]:
    """Equality and hash of a class by the fields that count for them."""
    names = [each.name for each in attrs.fields(cls) if each.eq]
    held = attrgetter(*names) if names else lambda value: ()

    def equal(self: Any, other: Any) -> bool:
        return held(self) == held(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(held(self))

    return equal, hashed
