"""Writes the JSON Schemas of the commands' output: `python tools/make_schemas.py`."""

from pathlib import Path

from procedure.json_schema import schemas
from procedure.render.json_form import dumps

FOLDER = Path(__file__).parent.parent / "procedure" / "schemas"

for name, schema in schemas().items():
    (FOLDER / f"{name}.schema.json").write_text(dumps(schema) + "\n", encoding="utf-8")
