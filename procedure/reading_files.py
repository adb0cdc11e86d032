"""Open questions of law read from YAML: axes, their answers, and who holds them."""

from procedure.characters import quoted
from procedure.forms.law import ANSWER, AXIS
from procedure.law import STANDINGS, Answer, Axis
from procedure.reader import Reader
from procedure.term_files import read_terms
from procedure.yaml_text import Node


def read_axis(reader: Reader, name: str, node: Node, zone: str) -> Axis:
    """An open question of law."""
    what = f"axis {quoted(name)}"
    keys = reader.form(node, AXIS, what)
    answers: list[Answer] = []
    working = 0
    for each, (_, value) in (reader.entries(keys["answers"], "answers") if "answers" in keys else {}).items():
        answer = _answer(reader, each, value, zone)
        working += answer.working
        if answer.working and working > 1:
            help = "keep one `working: true`"
            reader.note(value.get("working") or value, "PR205", f"{what} has more than one working answer", help)
        answers.append(answer)
    if "answers" in keys and keys["answers"].entries == {}:
        reader.note(keys["answers"], "PR204", f"{what} has no answers", "write at least one answer")
    opens, closes = reader.date(keys.get("opens"), "opens"), reader.date(keys.get("closes"), "closes")
    if opens and closes and closes < opens:
        help = "correct one of the two"
        reader.note(keys["closes"], "PR208", f"{what} closes on {closes}, before it opens on {opens}", help)
    return Axis(
        name,
        reader.text(keys.get("id"), "id") or name,
        reader.languages(keys.get("question"), "question"),
        reader.texts(keys.get("bears on"), "bears on"),
        tuple(answers),
        reader.text(keys.get("note"), "note"),
        opens,
        closes,
    )


def _answer(reader: Reader, name: str, node: Node, zone: str) -> Answer:
    what = f"answer {quoted(name)}"
    keys = reader.form(node, ANSWER, what)
    standing = reader.choice(keys.get("standing"), "standing", STANDINGS, "argued")
    working = reader.flag(keys.get("working"), "working")
    if standing == "excluded" and "excluded by" not in keys:
        help = "add `excluded by:` with the text or the ruling"
        reader.note(node, "PR202", f"{what} is excluded by nobody", help)
    if standing == "excluded" and working:
        help = "take away `working: true`, or change its standing"
        reader.note(keys["working"], "PR205", f"{what} is excluded and cannot be the working one", help)
    return Answer(
        name,
        standing,
        reader.languages(keys.get("held by"), "held by"),
        reader.languages(keys.get("says"), "says"),
        read_terms(reader, keys.get("sets"), "sets", zone),
        reader.date(keys.get("since"), "since"),
        working,
        reader.languages(keys.get("excluded by"), "excluded by"),
    )
