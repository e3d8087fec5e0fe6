"""`paja schema`: the JSON Schemas of content files, for editors."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from content.schemas import SCHEMAS, schema


def run(to: Path) -> int:
    """Write them into `to`; 1 when that cannot be."""
    console = Console(soft_wrap=True)
    try:
        to.mkdir(parents=True, exist_ok=True)
        for name in SCHEMAS:
            (to / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")
    except OSError as error:
        console.print(f"cannot write {to}: {error.strerror}", markup=False)
        return 1
    console.print(f"{len(SCHEMAS)} schemas: {to}", markup=False)
    return 0
