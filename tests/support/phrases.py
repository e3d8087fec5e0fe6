"""The bot's own words, so that a test means a phrase and not today's wording of it."""

from __future__ import annotations

from content.loader import default_library


def phrase(key: str, language: str = "fi", **values: object) -> str:
    """The phrase as plain text."""
    return default_library().phrasebook(language).text(key, **values)
