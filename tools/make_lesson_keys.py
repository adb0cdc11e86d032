"""Writes the keys of the shipped lessons: `python tools/make_lesson_keys.py`."""

from pathlib import Path

from procedure import shipped
from procedure.lessons import prepared
from procedure.lessons.key import answer_key
from procedure.scenario_files import load_scenario

FOLDER = Path(__file__).parent.parent / "tests" / "lesson_keys"


def keys() -> dict[str, str]:
    """The key of every shipped lesson, by the name of its file."""
    found: dict[str, str] = {}
    for name in shipped.names():
        case = load_scenario(shipped.find(name))
        if case.lesson is not None:
            found[f"{name.replace('/', '-')}.txt"] = answer_key(prepared(case))
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    fresh = keys()
    for path in FOLDER.glob("*.txt"):
        if path.name not in fresh:
            path.unlink()
    for name, text in fresh.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
