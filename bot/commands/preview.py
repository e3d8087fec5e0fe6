"""`paja preview`: every card × language × platform on one page."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from adaptive_cards.preview import page, samples
from bot.library import library, own_folder


def run(to: Path) -> int:
    """Write the page; 1 when it cannot be written there."""
    console = Console()
    shown = samples(library(own_folder()))
    try:
        to.write_text(page(shown), encoding="utf-8")
    except OSError as error:
        console.print(f"cannot write {to}: {error.strerror}", markup=False)
        return 1
    console.print(f"{len(shown)} cards and forms: {to}", markup=False)
    return 0
