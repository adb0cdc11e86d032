"""Which cases an amendment reaches: by the day on which they were opened, and by their names."""

from collections.abc import Mapping
from datetime import date

from attrs import field

from procedure.values import frozen


@frozen
class Case:
    """The case that an act concerns: the day from which it is open (None: it is not open yet), and its names."""

    opened: date | None = None
    names: Mapping[str, str] = field(factory=dict)


@frozen
class Reach:
    """Which cases an amendment reaches: those opened on a day or later, and those of one of these names."""

    since: date | None = None
    names: Mapping[str, tuple[str, ...]] = field(factory=dict)

    def covers(self, case: Case) -> bool:
        """Whether a case is among them; one that is not open yet is a new one."""
        running = self.since is not None and case.opened is not None and case.opened < self.since
        return not running and all(case.names.get(per) in names for per, names in self.names.items())

    def __and__(self, other: "Reach") -> "Reach":
        """The cases that both reach."""
        days = [day for day in (self.since, other.since) if day]
        names = {
            per: tuple(name for name in names if name in other.names.get(per, names))
            for per, names in {**other.names, **self.names}.items()
        }
        return Reach(max(days, default=None), names)
