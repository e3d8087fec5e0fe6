"""JSON Schemas of the content files, for editors that complete and check while one writes."""

from __future__ import annotations

import json

from pydantic import BaseModel

from content.wording import WorkshopWords
from content.workshop import Workshop

SCHEMAS: dict[str, type[BaseModel]] = {"workshop": Workshop, "words": WorkshopWords}
"""Name of the schema file (`content/schema/<name>.schema.json`) -> the model that it describes."""


def schema(name: str) -> str:
    """The schema as JSON text."""
    described = SCHEMAS[name].model_json_schema()
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
