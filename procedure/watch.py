"""What a hearing asks of its act, of earlier acts and of the case, noted while it asks."""

from collections.abc import Mapping
from typing import Any, cast

from attrs import define, field

from procedure.record import Act

Field = tuple[str, str]
"""Something that an act can be asked: `fact`, `moment`, `about` (rival claims) or `is`, and its name."""

Kinds = tuple[str, ...]


class _Noted:
    """A mapping of an act of which it is noted what is asked."""

    __slots__ = ("how", "noted", "values")

    def __init__(self, how: str, values: Mapping[str, Any], noted: set[Field]):
        self.how, self.values, self.noted = how, values, noted

    def get(self, name: str, default: Any = None) -> Any:
        self.noted.add((self.how, name))
        return self.values.get(name, default)


class Seen:
    """An act of which it is noted what is asked; its id, its kind and its case are part of every key."""

    __slots__ = ("case", "deed", "id", "kind", "noted")

    def __init__(self, act: Act, noted: set[Field]):
        self.deed, self.noted, self.id, self.kind, self.case = act, noted, act.id, act.kind, act.case

    @property
    def facts(self) -> _Noted:
        return _Noted("fact", self.deed.facts, self.noted)

    @property
    def moments(self) -> _Noted:
        return _Noted("moment", self.deed.moments, self.noted)

    def axis_about(self, key: str) -> Any:
        self.noted.add(("about", key))
        return self.deed.axis_about(key)

    def concerns(self, case: Mapping[str, str]) -> bool:
        return self.deed.concerns(case)

    def __getattr__(self, name: str) -> Any:
        self.noted.add(("is", name))
        return getattr(self.deed, name)


@define
class Watch:
    """What one hearing asks: of its own act, of how many earlier acts of which kinds and what of them, of the case."""

    own: set[Field] = field(factory=set)
    asked: dict[Kinds, set[Field]] = field(factory=dict)
    depth: dict[Kinds, int] = field(factory=dict)
    opened: bool = False

    def act(self, act: Act) -> Act:
        return cast(Act, Seen(act, self.own))

    def earlier(self, kinds: Kinds, number: int, act: Act) -> Act:
        """The earlier act that came as this number of its kinds, latest first."""
        self.depth[kinds] = max(self.depth.get(kinds, 0), number)
        return cast(Act, Seen(act, self.asked.setdefault(kinds, set())))

    def end(self, kinds: Kinds, number: int) -> None:
        """It was asked for so many, and there were fewer."""
        self.asked.setdefault(kinds, set())
        self.depth[kinds] = max(self.depth.get(kinds, 0), number)
