"""What a view needs to speak one language: the bot's phrases, the workshop's words, the reader's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from adaptive_cards.card import Inline, Link, Mention, Rich, Span
from content.errors import MissingWordingError
from content.markup import Part, Slot
from content.phrasebook import Phrasebook
from content.steps import DiscussStep, GatherStep, Step
from content.wording import CellWords, StepWords, WorkshopWords
from content.workshop import Workshop

Value = str | int | Inline | Rich
"""What can stand in a phrase; a string is literal, whatever it holds."""

_HOUR = 60
_EUROPEAN = {"en": "en_GB"}
"""English as it is written around here: 24 hours, and no comma before the last "and"."""


class UnknownStepError(LookupError):
    """A message speaks of a step or a cell that this edition of the workshop does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the workshop has no words for steps.{name}; was the session's own edition used?")


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases, words of one workshop (None for answers that belong to no session) and the reader's time zone.

    `structure` tells which column a cell stands in and which step closes; without it pictures have one colour
    and the closing line no example.
    """

    phrases: Phrasebook
    workshop: WorkshopWords | None
    zone: ZoneInfo
    structure: Workshop | None = None

    @property
    def language(self) -> str:
        """Language of the phrases."""
        return self.phrases.language

    @property
    def locale(self) -> Locale:
        """How numbers, times and lists are written."""
        return Locale.parse(_EUROPEAN.get(self.language, self.language))

    def rich(self, key: str, /, **values: Value) -> Rich:
        """The phrase `key`, `values` put in; `n` chooses the plural form. Raises `MissingWordingError`."""
        n = values.get("n")
        parts = self.phrases.parts(key, n if isinstance(n, int) else None)
        return tuple(chain.from_iterable(self._part(key, part, values) for part in parts))

    def text(self, key: str, /, **values: Value) -> str:
        """The same as plain text, for titles and labels."""
        return plain(self.rich(key, **values))

    def _part(self, key: str, part: Part, values: dict[str, Value]) -> Rich:
        if not isinstance(part, Slot):
            return (Span(part.text, part.bold, part.italic),)
        if part.name not in values:
            raise MissingWordingError(self.language, f"{key} (value {{{part.name}}})")
        value = values[part.name]
        if isinstance(value, tuple):
            return value
        if isinstance(value, Span | Mention | Link):
            return (value,)
        text = self.number(value) if isinstance(value, int) else value
        return (Span(text, part.bold, part.italic),)

    def number(self, value: float) -> str:
        """A number as it is written: at most two decimals."""
        return format_decimal(value, format="#,##0.##", locale=self.locale)

    def clock(self, at: datetime) -> str:
        """The time of day in the reader's zone, like 10.25."""
        return format_time(at.astimezone(self.zone), "short", locale=self.locale)

    def date(self, at: datetime) -> str:
        """The day in the reader's zone, like 30.11."""
        return format_date(at.astimezone(self.zone), self.phrases.template("format.date"), locale=self.locale)

    def duration(self, minutes: int) -> str:
        """`minutes` as hours and minutes."""
        hours, rest = divmod(minutes, _HOUR)
        if not hours:
            return self.text("format.minutes", n=rest)
        if not rest:
            return self.text("format.hours", n=hours)
        return self.text("format.hours_minutes", hours=hours, minutes=rest)

    def name(self, name: str) -> str:
        """A person's name as it was given; a phrase when it has been removed."""
        return name or self.text("names.unnamed")

    def names(self, names: tuple[str, ...], *, alternatives: bool = False) -> str:
        """Names as a list: "Anna, Ville ja Sari" ("tai" for `alternatives`); a phrase when there are none."""
        if not names:
            return self.text("names.nobody")
        return self.listed(tuple(map(self.name, names)), alternatives=alternatives)

    def listed(self, things: tuple[str, ...], *, alternatives: bool = False) -> str:
        """Things as a list; "" when there are none."""
        return (
            format_list(things, style="or" if alternatives else "standard", locale=self.locale)
            if things
            else ""
        )

    def step(self, step: str) -> StepWords:
        """The words of a step; raises `UnknownStepError`."""
        found = self.workshop.steps.get(step) if self.workshop else None
        if found is None:
            raise UnknownStepError(step)
        return found

    def cell(self, step: str, cell: str) -> CellWords:
        """The words of a cell; raises `UnknownStepError`."""
        found = self.step(step).cells.get(cell)
        if found is None:
            raise UnknownStepError(f"{step}.cells.{cell}")
        return found

    def structured(self, step: str) -> Step | None:
        """How a step is built; None when it is not known."""
        return self.structure.by_id.get(step) if self.structure else None

    def column_of(self, step: str, cell: str) -> str:
        """Id of the column that a cell stands in; "" when the canvas has no column titles."""
        found = self.structured(step)
        if isinstance(found, DiscussStep | GatherStep):
            for column, cells in zip(found.canvas.columns, found.canvas.cells, strict=False):
                if cell in cells:
                    return column
        return ""


def plain(rich: Rich) -> str:
    """The text of `rich` without its looks."""
    return "".join(inline.name if isinstance(inline, Mention) else inline.text for inline in rich)
