"""All content, checked and ready: workshops by number and slug, words by language, phrasebooks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from content.phrasebook import Phrasebook
from content.process import Process
from content.process_wording import ProcessWords
from content.wording import WorkshopWords
from content.workshop import Workshop

W = TypeVar("W", bound=BaseModel)


class InLanguages(BaseModel, Generic[W]):
    """Something with words in one language or more, as it stood at one moment."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: dict[str, W]

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same content, and only then."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is offered in, Finnish first."""
        return tuple(sorted(self.words, key=lambda language: (language != "fi", language)))

    def in_language(self, language: str) -> W:
        """Its words in `language`, or in the first language that it has."""
        return self.words.get(language) or self.words[self.languages[0]]


class Edition(InLanguages[WorkshopWords]):
    """A workshop as it stood at one moment, in all its languages; a session keeps the one it began with."""

    workshop: Workshop


class ProcessEdition(InLanguages[ProcessWords]):
    """A process as it stood at one moment, in all its languages."""

    process: Process


@dataclass(frozen=True)
class Library:
    """Everything that was loaded."""

    editions: Mapping[str, Edition]
    """Slug -> the edition of today."""
    phrasebooks: Mapping[str, Phrasebook]
    """Language -> the bot's own words."""
    processes: Mapping[str, ProcessEdition] = field(default_factory=dict)
    """Slug -> the process as it stands today."""

    def find(self, name: str) -> Edition | None:
        """The workshop that people call `name`: its number ("3", "kehitys 3") or slug."""
        wanted = _run_together(name)
        for edition in self.editions.values():
            if wanted in map(_run_together, (edition.workshop.slug, str(edition.workshop.called))):
                return edition
        return None

    def series_title(self, series: str, language: str) -> str:
        """What a series of workshops is called: the title of the process that is made of it, or its name."""
        for slug in sorted(self.processes):
            one = self.processes[slug]
            workshops = [self.editions[meeting.workshop].workshop for meeting in one.process.meetings]
            if {workshop.series for workshop in workshops} == {series}:
                return one.in_language(language).title
        return series

    def phrasebook(self, language: str) -> Phrasebook:
        """The phrasebook of `language`, Finnish when there is none."""
        return self.phrasebooks.get(language) or self.phrasebooks["fi"]


def _run_together(name: str) -> str:
    """People type "kehitys 3", "kehitys-3" and "Kehitys3" for the same."""
    return "".join(name.replace("-", " ").split()).lower()
