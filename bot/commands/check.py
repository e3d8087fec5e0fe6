"""`paja check`: is all content as it must be?"""

from __future__ import annotations

from rich.console import Console

from bot.library import library, own_folder
from content.errors import ContentError
from content.loader import example_edition


def run() -> int:
    """Print what is wrong, a line each, or what there is; 1 when anything is wrong."""
    console = Console(soft_wrap=True)
    try:
        found = library(own_folder())
        example_edition()
    except ContentError as error:
        for flaw in error.flaws:
            console.print(str(flaw), markup=False)
        console.print(f"{len(error.flaws)} to mend")
        return 1
    for edition in found.editions.values():
        languages = ", ".join(edition.languages)
        console.print(
            f"{edition.workshop.slug}: {len(edition.workshop.steps)} steps, {languages}", markup=False
        )
    console.print("content is as it should be")
    return 0
