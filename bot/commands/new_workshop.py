"""`paja new-workshop`: a small workshop that works at once, to be written over."""

from __future__ import annotations

import importlib.resources
import re
from pathlib import Path

from rich.console import Console

from bot.library import CONTENT_DIR, library, own_folder
from content.errors import ContentError
from content.loader import load_edition

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACE = "SLUG"
_FIRST = 90
"""Numbers of own workshops begin here, clear of those that ship."""


def run(slug: str, to: Path | None) -> int:
    """Write it into `to` (or the folder of own workshops); 1 when that cannot be, 2 for a bad name."""
    console = Console(soft_wrap=True)
    if not _SLUG.fullmatch(slug):
        console.print(
            f"{slug!r}: a name has small letters a-z, digits and hyphens, like oma-paja", markup=False
        )
        return 2
    folder = (to or Path(own_folder() or "workshops")) / slug
    try:
        _write(folder, slug)
    except OSError as error:
        console.print(f"cannot write {folder}: {error.strerror}", markup=False)
        return 1
    number = load_edition(folder).workshop.number
    console.print(f"{folder}: write over it, then: {CONTENT_DIR}={folder.parent} paja check", markup=False)
    console.print(f"and in the chat: /paja aloita {number}", markup=False)
    return 0


def _write(folder: Path, slug: str) -> None:
    """The skeleton's files, under a number that nobody has."""
    folder.mkdir(parents=True)
    for file in (importlib.resources.files("content") / "skeleton").iterdir():
        text = file.read_text(encoding="utf-8").replace(_PLACE, slug)
        (folder / file.name).write_text(
            text.replace(f"number: {_FIRST}", f"number: {_free()}"), encoding="utf-8"
        )


def _free() -> int:
    """The first number from 90 on that no workshop has."""
    try:
        taken = {edition.workshop.number for edition in library(own_folder()).editions.values()}
    except ContentError:
        taken = set()
    return next(number for number in range(_FIRST, 100) if number not in taken)
