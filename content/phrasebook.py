"""The bot's own words in one language: `content/phrases/<language>.yaml`, keys like `lobby.join`.

A phrase is one template, or a mapping of plural forms (`one`, `other`) chosen by the value `n`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from babel import Locale

from content.errors import MissingWordingError
from content.markup import Part, Slot, parse

Phrase = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases of one language."""

    language: str
    phrases: Mapping[str, Phrase] = field(repr=False)

    def template(self, key: str, n: int | None = None) -> str:
        """The template of `key`, in the plural form for `n`; raises `MissingWordingError`."""
        phrase = self.phrases.get(key)
        if phrase is None:
            raise MissingWordingError(self.language, key)
        if isinstance(phrase, str):
            return phrase
        form = Locale.parse(self.language).plural_form(n if n is not None else 0)
        return phrase.get(form, phrase["other"])

    def parts(self, key: str, n: int | None = None) -> tuple[Part, ...]:
        """The parsed template of `key`."""
        return parse(self.template(key, n))

    def text(self, key: str, /, **values: object) -> str:
        """The phrase as plain text, values put in; raises `MissingWordingError` for what is missing."""
        n = values.get("n")
        parts = self.parts(key, n if isinstance(n, int) else None)
        return "".join(self._filled(key, part, values) for part in parts)

    def _filled(self, key: str, part: Part, values: Mapping[str, object]) -> str:
        if not isinstance(part, Slot):
            return part.text
        if part.name not in values:
            raise MissingWordingError(self.language, f"{key} (value {{{part.name}}})")
        return str(values[part.name])
