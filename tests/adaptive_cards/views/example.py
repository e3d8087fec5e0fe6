"""The words of the example, for whole cards of the further kinds of step."""

from __future__ import annotations

from adaptive_cards.words import Words
from content.loader import default_library, example_edition
from tests.adaptive_cards.views.small import HELSINKI


def example(language: str = "fi") -> Words:
    """The example's words with the bot's own phrases of that language."""
    edition = example_edition()
    return Words(
        default_library().phrasebook(language), edition.in_language(language), HELSINKI, edition.workshop
    )
