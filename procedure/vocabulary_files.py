"""The words of a country's logs read from YAML: acts, actors, standing facts."""

from collections.abc import Mapping
from pathlib import Path

from procedure.errors import LawError
from procedure.forms.vocabulary import ACT_KIND, ACTOR, ACTOR_KINDS, ACTORS, ACTS, FACT_TYPES, WORDS_OF_A_FACT
from procedure.jurisdiction import ActKind, Actor, FactType, Vocabulary
from procedure.reader import Reader
from procedure.yaml_text import Node, read


def read_vocabulary(folder: Path) -> Vocabulary:
    """The words of a country's logs, read anew; raises LawError with every fault of every file."""
    reader = Reader()
    acts: dict[str, ActKind] = {}
    actors: dict[str, Actor] = {}
    given: dict[str, FactType] = {}
    for path in sorted(folder.glob("acts/*.yaml")):
        root = read(path)
        for name, (key, node) in reader.entries(reader.form(root, ACTS).get("acts", root), "acts").items():
            if name in acts:
                reader.note(key, "PR205", f"the act '{name}' stands in another file too")
            acts[name] = act_kind(reader, name, reader.form(node, ACT_KIND, f"act {name}"))
    for path in sorted(folder.glob("actors*.yaml")):
        keys = reader.form(read(path), ACTORS)
        for name, (_, node) in (reader.entries(keys["actors"], "actors") if "actors" in keys else {}).items():
            actors[name] = actor(reader, name, node)
        for name, (_, node) in (reader.entries(keys["given"], "given") if "given" in keys else {}).items():
            given[name] = _fact_type(reader, node, f"given {name}")
    if reader.faults:
        raise LawError(reader.faults)
    return Vocabulary(acts, actors, given)


def _fact_type(reader: Reader, node: Node, what: str) -> FactType:
    if node.entries is not None:
        keys = reader.form(node, WORDS_OF_A_FACT, what)
        return FactType("one of", reader.texts(keys.get("one of"), what))
    return FactType(reader.choice(node, what, FACT_TYPES, "text"))


def act_kind(reader: Reader, name: str, keys: Mapping[str, Node]) -> ActKind:
    """A kind of act from its keys: a title, who does it, its facts, whether it is mere context or an offence."""
    facts = reader.entries(keys["facts"], "facts") if "facts" in keys else {}
    return ActKind(
        name,
        reader.languages(keys.get("title"), "title"),
        {fact: _fact_type(reader, value, f"fact {fact}") for fact, (_, value) in facts.items()},
        reader.texts(keys.get("by"), "by"),
        reader.flag(keys.get("context"), "context"),
        reader.flag(keys.get("offence"), "offence"),
    )


def actor(reader: Reader, name: str, node: Node) -> Actor:
    """An actor from its entry: a name in each language and a kind."""
    if node.text is not None:
        return Actor(name, {"en": reader.text(node, f"actor {name}")}, "person")
    keys = reader.form(node, ACTOR, f"actor {name}")
    title: dict[str, str] = {code: reader.text(keys[code], code) for code in ("en", "ru", "kk") if code in keys}
    return Actor(name, title or {"en": name}, reader.choice(keys.get("kind"), "kind", ACTOR_KINDS, "person"))
