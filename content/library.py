"""All content, checked and ready: workshops by number and slug, words by language, phrasebooks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from content.phrasebook import Phrasebook
from content.wording import WorkshopWords
from content.workshop import Workshop


class Edition(BaseModel):
    """A workshop as it stood at one moment, in all its languages; a session keeps the one it began with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    workshop: Workshop
    words: dict[str, WorkshopWords]

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same content, and only then."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is offered in, Finnish first."""
        return tuple(sorted(self.words, key=lambda language: (language != "fi", language)))

    def in_language(self, language: str) -> WorkshopWords:
        """Its words in `language`, or in the first language that it has."""
        return self.words.get(language) or self.words[self.languages[0]]


@dataclass(frozen=True)
class Library:
    """Everything that was loaded."""

    editions: Mapping[str, Edition]
    """Slug -> the edition of today."""
    phrasebooks: Mapping[str, Phrasebook]
    """Language -> the bot's own words."""

    def find(self, name: str) -> Edition | None:
        """The workshop that people call `name`: its number or slug."""
        for edition in self.editions.values():
            if name in (edition.workshop.slug, str(edition.workshop.number)):
                return edition
        return None

    def phrasebook(self, language: str) -> Phrasebook:
        """The phrasebook of `language`, Finnish when there is none."""
        return self.phrasebooks.get(language) or self.phrasebooks["fi"]
