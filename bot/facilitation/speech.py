"""Messages into cards, in the reader's language and by the reader's clock."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from adaptive_cards import views
from adaptive_cards.card import Card, Form
from adaptive_cards.words import Words
from content.library import Edition, Library
from dialogs.messages import FormMessage


class Speech:
    """`zone` is the clock of those whose own is not known."""

    def __init__(self, library: Library, zone: ZoneInfo) -> None:
        self.library = library
        self.zone = zone

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the bot speaks, Finnish first."""
        return tuple(sorted(self.library.phrasebooks, key=lambda one: (one != "fi", one)))

    def known(self, language: str) -> str:
        """The language that `language` ("fi-FI", "sv_SE") is, "" when the bot does not speak it."""
        short = language.replace("_", "-").partition("-")[0].lower()
        return short if short in self.library.phrasebooks else ""

    def words(self, language: str, timezone: str = "", edition: Edition | None = None) -> Words:
        """Everything that is said, in `language`.

        A workshop without it speaks the first language that it has.
        """
        return Words(
            phrases=self.library.phrasebook(language),
            workshop=edition.in_language(language) if edition else None,
            zone=zone(timezone) or self.zone,
            structure=edition.workshop if edition else None,
        )

    def card(self, message: views.CardMessage, words: Words) -> Card:
        """The card of `message`."""
        return views.card(message, words)

    def form(self, message: FormMessage, words: Words) -> Form:
        """The form of `message`, opened now."""
        return views.form(message, words, secrets.token_urlsafe(12))

    def errors(self, errors: Mapping[str, str], words: Words) -> dict[str, str]:
        """What is to be mended, field by field."""
        return {field: words.text(f"field.{key}") for field, key in errors.items()}


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo | None:
    """The time zone of that name; None when there is none such."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, LookupError):
        return None
