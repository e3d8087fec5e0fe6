"""The practice room's own words, from `content/practice_room/`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

LANGUAGES = ("fi", "en")
"""The first one is used when nobody asks for another."""

Line = Annotated[str, Field(min_length=1)]


class Completion(BaseModel):
    """One line that the message box offers: what is typed, and what it does."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Line
    does: Line


class Words(BaseModel):
    """All words of one language: on the page, when something does not fit, and the commands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Line
    people: tuple[Line, ...]
    page: dict[str, Line]
    refusals: dict[str, Line]
    completions: tuple[Completion, ...]


@cache
def words(language: str) -> Words:
    """The words of that language, or Finnish ones."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    source = files("content").joinpath("practice_room", f"{chosen}.yaml").read_text("utf-8")
    return Words.model_validate(yaml.safe_load(source))
