"""Edits of a log: cut it, drop, change and move acts, shift their dates, add acts; each fault at the edit's place."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from attrs import define

from procedure.characters import quoted
from procedure.forms.acts import PLACE, TIMING
from procedure.forms.changes import CHANGE, CUT, DROP, MOVE, SHIFT
from procedure.moments import parse_date
from procedure.nearest import nearest
from procedure.reader import YEARS, Reader
from procedure.yaml_text import Node

TIMES = tuple(TIMING)
VERBS = ("cut", "drop", "change", "move", "shift")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS = re.compile(r"(-?)([0-9]{1,5}) (day|week)s?")


def with_entries(node: Node, entries: Mapping[str, tuple[Node, Node]]) -> Node:
    return Node(node.source, node.line, node.column, entries=dict(entries))


def merged(node: Node, own: Mapping[str, tuple[Node, Node]]) -> Node:
    """Keys with values over others; `none` takes a key away."""
    entries = {**(node.entries or {}), **own}
    return with_entries(node, {key: pair for key, pair in entries.items() if key not in own or pair[1].text != "none"})


def _id(act: Node) -> str:
    named = act.get("id") or act.get("act")
    return (named.text or "").strip() if named else ""


def _kind(act: Node) -> str:
    kind = act.get("act")
    return (kind.text or "").strip() if kind else ""


def day_of(act: Node) -> date | None:
    """The first day on which an act may have been done, as far as that can be read."""
    written = next((node.text for key in ("date", "not before") if (node := act.get(key)) and node.text), "")
    found = _DAY.match(written.strip())
    try:
        return parse_date(found[0]) if found else None
    except ValueError:
        return None


@define
class Log:
    """The acts of a log that is being edited; `types` gives the types of the facts of a kind of act."""

    reader: Reader
    acts: list[Node]
    types: Callable[[str], Mapping[str, str]]
    shifted: int = 0

    def edit(self, edit: Node) -> None:
        entries = self.reader.entries(edit, "a change")
        verbs = [verb for verb in VERBS if (_cut(entries) if verb == "cut" else verb in entries)]
        if edit.entries is None:
            return
        if len(verbs) != 1:
            message = "the change says nothing that is done" if not verbs else f"this is {' and '.join(verbs)} in one"
            help = "write one of: cut after, cut before, drop, change, move, shift"
            self.reader.note(edit, "PR202" if not verbs else "PR205", message, help)
            return
        {"cut": self._cut, "drop": self._drop, "change": self._change, "move": self._move, "shift": self._shift}[
            verbs[0]
        ](edit)

    def _spot(self, node: Node | None, what: str) -> int | None:
        """Where an act stands, by its id, or by its kind where only one is of that kind."""
        name = self.reader.text(node, what)
        if node is None or not name:
            return None
        spots = [spot for spot, act in enumerate(self.acts) if _id(act) == name] or [
            spot for spot, act in enumerate(self.acts) if _kind(act) == name
        ]
        if len(spots) == 1:
            return spots[0]
        ids = [_id(act) for act in self.acts]
        if spots:
            named = ", ".join(ids[spot] for spot in spots)
            self.reader.note(
                node, "PR207", f"{len(spots)} acts are of the kind {quoted(name)}", f"name one by its id: {named}"
            )
        else:
            help = nearest(name, ids) or "no act is left in the log"
            self.reader.note(node, "PR207", f"no act has the id {quoted(name)}", help)
        return None

    def _cut(self, edit: Node) -> None:
        keys = self.reader.form(edit, CUT)
        if len(keys) == 2:
            self.reader.note(edit, "PR205", "a log is cut after an act or before it, not both", "keep one of the two")
            return
        for key, node in keys.items():
            spot = self._spot(node, key)
            if spot is not None:
                self._remove(set(range(spot + (key == "cut after"), len(self.acts))), node)

    def _drop(self, edit: Node) -> None:
        node = self.reader.form(edit, DROP)["drop"]
        named = [node] if node.text is not None else self.reader.items(node, "drop")
        spots = {spot for each in named if (spot := self._spot(each, "drop")) is not None}
        self._remove(spots, node)

    def _remove(self, spots: set[int], edit: Node) -> None:
        """Take acts away; claims of an order with one of them fall, and a ruling on one must go too."""
        gone = {_id(self.acts[spot]) for spot in spots}
        kept = [act for spot, act in enumerate(self.acts) if spot not in spots]
        for act in kept:
            on = ruling.get("on") if (ruling := act.get("ruling")) else None
            if on is not None and on.text in gone:
                message = f"{quoted(_id(act))} is a ruling on {quoted(on.text or '')}, which is taken away"
                self.reader.note(edit, "PR206", message, f"drop {_id(act)} too")
        self.acts = [_without(act, lambda key, node: key == "order" and _ordered(node) in gone) for act in kept]

    def _change(self, edit: Node) -> None:
        keys = self.reader.form(edit, CHANGE)
        spot = self._spot(keys.pop("change", None), "change")
        if not keys:
            self.reader.note(edit, "PR204", "the change changes nothing", "add what is otherwise, such as `facts: {…}`")
        if spot is None or not keys:
            return
        act, own = self.acts[spot], {key: (edit.entries or {})[key] for key in keys}
        told = {key for key in keys if key not in ("facts", "claims", "sources", "note")}
        for key in ("facts", "moments", "case"):
            old = act.get(key)
            if key in keys and keys[key].entries is not None:
                told |= set(keys[key].entries or {}) if key == "facts" else set()
                bare = old or with_entries(keys[key], {})
                own[key] = (own[key][0], merged(bare, keys[key].entries or {}))
        if "claims" not in keys:
            about_time = bool(told & {*TIMES, "moments"})
            act = _without(act, lambda key, _: key in told or (about_time and key in (*TIMES, "order", "moments")))
        if "date" in keys or "time" in keys:
            bounds = {key for key in ("not before", "not after") if key not in keys}
            act = with_entries(act, {key: pair for key, pair in (act.entries or {}).items() if key not in bounds})
        self.acts[spot] = merged(act, own)

    def _move(self, edit: Node) -> None:
        keys = self.reader.form(edit, MOVE)
        moved = self._spot(keys.get("move"), "move")
        beside = self._beside(edit, keys, "a move")
        if moved is None or beside is None:
            return
        after, spot = beside
        act, other = self.acts[moved], self.acts[spot]
        if moved == spot:
            self.reader.note(edit, "PR206", "an act cannot be moved beside itself", "name the other act")
            return
        own, there = day_of(act), day_of(other)
        if own and there and (own <= there if after else own >= there):
            times = {key: pair for key, pair in (other.entries or {}).items() if key in ("date", "not before")}
            key, node = times.get("date") or times["not before"]
            day = Node(node.source, node.line, node.column, str(there))
            rest = {name: pair for name, pair in (act.entries or {}).items() if name not in (*TIMES, "moments")}
            act = with_entries(act, {**rest, "date": (key, day)})
        act = _without(act, lambda key, _: key in (*TIMES, "order", "moments"))
        self.acts.pop(moved)
        self.acts.insert(self.acts.index(other) + after, act)

    def _beside(self, node: Node, keys: Mapping[str, Node], what: str) -> tuple[bool, int] | None:
        """After or before which act."""
        ways = [way for way in ("after", "before") if way in keys]
        if len(ways) != 1:
            message = f"{what} says {'both after and before' if ways else 'neither after nor before'} which act"
            self.reader.note(node, "PR205" if ways else "PR202", message, "write `after: ID` or `before: ID`")
            return None
        spot = self._spot(keys[ways[0]], ways[0])
        return None if spot is None else (ways[0] == "after", spot)

    def _shift(self, edit: Node) -> None:
        keys = self.reader.form(edit, SHIFT)
        days = self.reader.typed(keys.get("shift"), "shift", _days, "7 days` or `-2 weeks")
        spot = self._spot(keys.get("from"), "from")
        if days is None or spot is None:
            return
        self.shifted += days
        try:
            self.acts[spot:] = [self._act_later(act, days) for act in self.acts[spot:]]
        except OverflowError:
            self.reader.note(keys["shift"], "PR206", "the shift leads beyond the calendar", "shift by less")

    def _act_later(self, act: Node, days: int) -> Node:
        """An act with its dates, bounds, moments and facts that are dates, so many days later."""
        types = self.types(_kind(act))

        def later(node: Node, facts: bool) -> Node:
            entries = dict(node.entries or {})
            for key, (name, value) in (node.entries or {}).items():
                if key in TIMES or (facts and types.get(key) in ("date", "moment")):
                    entries[key] = (name, later_text(value, days))
                elif key == "moments":
                    moments = {each: (n, later_text(v, days)) for each, (n, v) in (value.entries or {}).items()}
                    entries[key] = (name, with_entries(value, moments) if value.entries is not None else value)
                elif key == "facts" and value.entries is not None:
                    entries[key] = (name, later(value, True))
                elif key == "claims" and value.items is not None:
                    items = [later(each, True) for each in value.items]
                    entries[key] = (name, Node(value.source, value.line, value.column, items=items))
            return with_entries(node, entries) if node.entries is not None else node

        return later(act, False)

    # acts that are added

    def add(self, act: Node) -> None:
        """Place an act of the scenario's own: where it says, or by its day."""
        place = act.get("place")
        if place is not None:
            keys = self.reader.form(place, PLACE)
            beside = self._beside(place, keys, "the place of an act")
            act = with_entries(act, {key: pair for key, pair in (act.entries or {}).items() if key != "place"})
            if beside is not None:
                self.acts.insert(beside[1] + beside[0], act)
                return
        day = day_of(act)
        spots = [spot for spot, each in enumerate(self.acts) if day and (day_of(each) or date.min) > day]
        self.acts.insert(spots[0] if spots else len(self.acts), act)


def _cut(entries: Mapping[str, object]) -> bool:
    return "cut after" in entries or "cut before" in entries


def _days(text: str) -> int:
    found = _DAYS.fullmatch(text)
    if not found or not int(found[2]):
        raise ValueError(f"{quoted(text)} is not a number of days or weeks")
    return int(found[2]) * (7 if found[3] == "week" else 1) * (-1 if found[1] else 1)


def _ordered(node: Node) -> str:
    return (node.text or "").strip().partition(" ")[2].strip()


def _without(act: Node, falls: Callable[[str, Node], bool]) -> Node:
    """An act whose claims have lost some keys; a claim of which nothing is left falls."""
    claims = act.get("claims")
    if claims is None or claims.items is None:
        return act
    kept: list[Node] = []
    for claim in claims.items:
        left = {key: pair for key, pair in (claim.entries or {}).items() if not falls(key, pair[1])}
        if set(left) - {"sources", "note"} or len(left) == len(claim.entries or {}):
            kept.append(with_entries(claim, left) if claim.entries is not None else claim)
    entries = dict(act.entries or {})
    key = entries.pop("claims")[0]
    if kept:
        entries["claims"] = (key, Node(claims.source, claims.line, claims.column, items=kept))
    return with_entries(act, entries)


def later_text(node: Node, days: int) -> Node:
    """A text with each date in it so many days later."""
    if node.text is None:
        return node

    def moved(found: re.Match[str]) -> str:
        try:
            day = parse_date(found[0]) + timedelta(days=days)
        except ValueError:
            return found[0]
        if day.year not in YEARS:
            raise OverflowError
        return str(day)

    return Node(node.source, node.line, node.column, _DAY.sub(moved, node.text), node.quoted)
