"""Writes the JSON Schemas of the commands' output, and of each country's files: `python tools/make_schemas.py`."""

from pathlib import Path

from procedure.file_schema import FILES, file_schema
from procedure.json_schema import schemas
from procedure.jurisdictions import COUNTRIES, jurisdiction
from procedure.render.json_form import dumps

FOLDER = Path(__file__).parent.parent / "procedure" / "schemas"

made = schemas()
made |= {f"{country}/{kind}": file_schema(kind, jurisdiction(country)) for country in COUNTRIES for kind in FILES}
for name, schema in made.items():
    path = FOLDER / f"{name}.schema.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(dumps(schema) + "\n", encoding="utf-8")
