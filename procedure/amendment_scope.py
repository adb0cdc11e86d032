"""When an amendment is law and which cases it reaches: `from:`, `until:` and `reaches:`."""

from collections.abc import Iterable, Mapping

from attrs import define, field

from procedure.characters import quoted
from procedure.forms.amendments import NEW
from procedure.jurisdiction import Jurisdiction
from procedure.law import Reach
from procedure.machine import Procedure
from procedure.nearest import nearest
from procedure.reader import Reader
from procedure.texts_amended import Scope
from procedure.yaml_text import Node


@define
class Scopes:
    """Reads the scopes of amendments, and keeps the cases that they name: the kind of case, and the name."""

    reader: Reader
    country: Jurisdiction
    named: list[tuple[str, Node]] = field(factory=list)

    def read(self, keys: Mapping[str, Node], machines: Iterable[Procedure]) -> Scope:
        """The scope of an amendment that bears on some machines; what is wrong is noted."""
        since, until = (self.reader.date(keys.get(key), key) for key in ("from", "until"))
        if since and until and until < since:
            self.reader.note(keys["until"], "PR206", "the amendment ends before it begins", "correct one of the two")
        node = keys.get("reaches")
        if node is None:
            return Scope(since, until)
        if node.text is None:
            return Scope(since, until, self._cases(node, {each.per for each in machines if each.per}))
        if self.reader.choice(node, "reaches", (NEW,)) and "from" not in keys:
            message = "which cases are new is not said: they are those opened from a day on"
            self.reader.note(node, "PR202", message, "add `from: …`")
        return Scope(since, until, Reach(since))

    def _cases(self, node: Node, kinds: set[str]) -> Reach:
        """The cases that are named, `{district: [A, B]}`."""
        names: dict[str, tuple[str, ...]] = {}
        for kind, (key, value) in self.reader.entries(node, "reaches").items():
            if kind not in kinds:
                message = f"nothing that this amendment bears on runs for each {quoted(kind)}"
                help = nearest(kind, kinds) or f"write `reaches: {NEW}`, or leave the key out"
                self.reader.note(key, "PR207", message, help)
                continue
            each = [value] if value.text is not None else self.reader.items(value, kind)
            names[kind] = tuple(self.reader.text(one, kind) for one in each)
            self.named += [(kind, one) for one in each if one.text]
        if node.entries == {}:
            self.reader.note(node, "PR204", "reaches: no case is named", f"write `{NEW}`, or name some")
        return Reach(names=names)
