"""A scenario based on another: the log is inherited, and changed edit by edit before it is read.

The work is done on the text as it was written, so that a fault keeps its place in the file from which it comes.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import define

from procedure import shipped
from procedure.characters import quoted
from procedure.edits import Log, later_text, merged, with_entries
from procedure.errors import JurisdictionError, ProcedureError
from procedure.jurisdiction import Jurisdiction
from procedure.nearest import nearest
from procedure.reader import Reader
from procedure.yaml_text import Node, examine_file

INHERITED = ("jurisdiction", "sources", "actors", "given", "complete", "readings", "until", "effect")
MERGED = ("sources", "actors", "given", "readings")


Derived = tuple[Node | None, list[str], list[Node]]
"""A scenario with all that it inherits, the lines of the files that it rests on, and what those expect."""


def derived(reader: Reader, root: Node, name: str, countries: Callable[[str], Jurisdiction]) -> Derived:
    """A scenario with what it inherits; nothing where the log that it starts from cannot be had."""
    return _derived(reader, root, name, countries, ())


def _derived(
    reader: Reader, root: Node, name: str, countries: Callable[[str], Jurisdiction], seen: tuple[Path, ...]
) -> Derived:
    based = root.get("based on")
    if based is None:
        if (changes := (root.entries or {}).get("changes")) is not None:
            reader.note(changes[0], "PR202", "there are `changes:` and nothing that they change", "add `based on: …`")
        return root, [], []
    path = _found(reader, based, name)
    if path is None:
        return None, [], []
    if path.resolve() in (*seen, Path(name).resolve()):
        reader.note(based, "PR206", "the scenario is based on itself", "name the log that it starts from")
        return None, [], []
    base, faults = examine_file(path, shipped.told(path))
    reader.examined(faults)
    if base is None or base.entries is None:
        return None, [], []
    lines = base.source.lines
    expect = base.get("expect")
    whole, more, others = _derived(reader, base, str(path), countries, (*seen, Path(name).resolve()))
    expected = [*((expect.items or []) if expect else []), *others]
    return _Derivation(reader, root, whole, countries).whole() if whole else None, [*more, *lines], expected


def _found(reader: Reader, node: Node, name: str) -> Path | None:
    """The file that a scenario is based on: a path beside it, or the name of a shipped scenario."""
    text = reader.text(node, "based on")
    if not text:
        return None
    beside = Path(name).parent / text
    for path in (beside, beside.with_name(beside.name + ".yaml"), shipped.folder() / f"{text}.yaml"):
        if path.is_file():
            return path
    help = nearest(text, shipped.names()) or "write a path from this file, or a name that `procedure list` gives"
    reader.note(node, "PR207", f"no scenario {quoted(text)} is found", help)
    return None


@define
class _Derivation:
    """One scenario on its way from the log that it is based on."""

    reader: Reader
    root: Node
    base: Node
    countries: Callable[[str], Jurisdiction]

    def whole(self) -> Node:
        """The scenario as if all of it were written in one file."""
        own, old = dict(self.root.entries or {}), self.base.entries or {}
        entries = {key: own.pop(key, old.get(key)) for key in INHERITED}
        if "jurisdiction" in (self.root.entries or {}) and "jurisdiction" in old:
            self._same_country(entries["jurisdiction"][1], old["jurisdiction"][1])  # type: ignore[index]
        for key in MERGED:
            pair, inherited = entries[key], old.get(key)
            if pair and inherited and pair is not inherited and pair[1].entries is not None:
                entries[key] = (pair[0], merged(inherited[1], pair[1].entries))
        log = old.get("acts")
        edited = Log(self.reader, list(log[1].items or []) if log else [], self._fact_types)
        changes = own.pop("changes", None)
        for edit in self.reader.items(changes[1], "changes") if changes else []:
            edited.edit(edit)
        added = own.pop("acts", None)
        for act in self.reader.items(added[1], "acts") if added else []:
            edited.add(act)
        if added or log:
            word, node = added or log  # type: ignore[misc]
            own["acts"] = (word, Node(node.source, node.line, node.column, items=edited.acts))
        if "amend" in old and (old["amend"][1].items or []):
            mine = own.get("amend", old["amend"])
            more = [] if mine is old["amend"] else self.reader.items(mine[1], "amend")
            items = [*(old["amend"][1].items or []), *more]
            own["amend"] = (mine[0], Node(mine[1].source, mine[1].line, mine[1].column, items=items))
        until = entries["until"]
        if edited.shifted and until and until is old.get("until"):
            try:
                entries["until"] = (until[0], later_text(until[1], edited.shifted))
            except OverflowError:
                self.reader.note(until[1], "PR206", "until: the shift leads beyond the calendar", "write `until:` anew")
        own.pop("based on")
        return with_entries(self.root, {**own, **{key: pair for key, pair in entries.items() if pair}})

    def _same_country(self, mine: Node, theirs: Node) -> None:
        if mine.text != theirs.text:
            message = f"the scenario that this one is based on is of {quoted(theirs.text or '')}"
            self.reader.note(mine, "PR206", message, "leave the key out: it is inherited")

    def _fact_types(self, kind: str) -> Mapping[str, str]:
        country = self.base.get("jurisdiction")
        try:
            known = self.countries((country.text or "") if country else "").vocabulary.acts.get(kind)
        except (JurisdictionError, ProcedureError):
            return {}
        return {name: each.name for name, each in known.facts.items()} if known else {}
