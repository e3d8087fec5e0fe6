"""What samples are made of: a few colleagues, one morning, and what a workshop's examples say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from content.steps import (
    CanvasLayout,
    DiscussStep,
    GatherStep,
    PickStep,
    RotateStep,
    ScaleStep,
    ShapeStep,
    Step,
)
from content.wording import StepWords, WorkshopWords
from content.workshop import Workshop
from dialogs.forms.notes import TOGETHER
from dialogs.messages import AgendaLine, AxisView, CanvasView, CellView, PickView

T = TypeVar("T")
Named = tuple[str, T]

SESSION = "s1"
MAIJA = "Maija"
FIVE = ("Anna", "Ville", "Sari", "Omar", "Liisa")
SEVEN = (*FIVE, "Jukka", "Åsa")
OPENED = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
"""9.00 in Helsinki."""


def at(minutes: int) -> datetime:
    """So many minutes after the opening, UTC."""
    return OPENED + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Material:
    """A workshop and its words in one language."""

    workshop: Workshop
    words: WorkshopWords

    def step(self, kind: str) -> Step:
        """The first step of a kind."""
        return next(step for step in self.workshop.steps if step.kind == kind)

    def says(self, kind: str) -> StepWords:
        """The words of that step."""
        return self.words.steps[self.step(kind).id]

    @property
    def gather(self) -> GatherStep:
        """The first step in which groups fill a canvas."""
        return next(step for step in self.workshop.steps if isinstance(step, GatherStep))

    def gathering(self, step: str) -> GatherStep:
        """A certain step in which a canvas is filled in."""
        found = self.workshop.by_id[step]
        if not isinstance(found, GatherStep):
            message = f"step {step!r} has no canvas"
            raise TypeError(message)
        return found

    @property
    def stations(self) -> tuple[str, ...]:
        """Of the first rotation."""
        return next(step.stations for step in self.workshop.steps if isinstance(step, RotateStep))

    @property
    def axes(self) -> tuple[AxisView, ...]:
        """Some answers on the first axes; nobody has told a wish for the last one."""
        found = next(step.axes for step in self.workshop.steps if isinstance(step, ScaleStep))
        now, wished, nobody = (0, 3, 1, 0, 0, 0, 0), (0, 0, 0, 0, 2, 1, 1), (0,) * 7
        return tuple(AxisView(axis, now, nobody if axis == found[-1] else wished) for axis in found)

    def written(self, step: str) -> tuple[PickView, ...]:
        """All examples of a step as what was written in it."""
        cells = self.words.steps[step].cells
        return tuple(
            PickView(cell, TOGETHER.join(_parts(text)), 0, parts=_parts(text) if found.fields else ())
            for cell, found in cells.items()
            for text in found.examples
        )

    @property
    def discuss(self) -> DiscussStep:
        """The first talk."""
        return next(step for step in self.workshop.steps if isinstance(step, DiscussStep))

    @property
    def pick(self) -> PickStep:
        """The first step of choosing."""
        return next(step for step in self.workshop.steps if isinstance(step, PickStep))

    @property
    def shapes(self) -> tuple[ShapeStep, ...]:
        """All steps that draw."""
        return tuple(step for step in self.workshop.steps if isinstance(step, ShapeStep))

    def canvas(self, step: GatherStep | DiscussStep, most: int = 2, times: int = 1) -> CanvasView:
        """A canvas whose cells hold up to `most` of their examples, `times` over; the last one is empty."""
        ids = step.canvas.ids()
        notes = {
            cell: self.words.steps[step.id].cells[cell].examples[: (index % (most + 1))] * times
            for index, cell in enumerate(reversed(ids))
        }
        return CanvasView(step.id, step.canvas.columns, _columns(step.canvas, notes))

    @property
    def picks(self) -> tuple[PickView, ...]:
        """What two groups brought up; both chose the first one."""
        cells = self.words.steps[self.pick.notes_of].cells
        found = [(cell, words.examples[0]) for cell, words in cells.items() if words.examples]
        first = PickView(found[0][0], found[0][1], 2)
        return (*(PickView(cell, text, 1) for cell, text in found[:3]), first)

    def agenda(self, now: str = "") -> tuple[AgendaLine, ...]:
        """The steps with their minutes; those before `now` took a minute more than planned."""
        ids = [step.id for step in self.workshop.steps]
        over = ids.index(now) if now else 0
        return tuple(
            AgendaLine(
                step.id, step.on, step.minutes, step.minutes + 1 if index < over else None, step.id == now
            )
            for index, step in enumerate(self.workshop.steps)
        )


def _columns(layout: CanvasLayout, notes: dict[str, tuple[str, ...]]) -> tuple[tuple[CellView, ...], ...]:
    return tuple(tuple(_cell(cell, notes[cell]) for cell in column) for column in layout.cells)


def _cell(cell: str, examples: tuple[str, ...]) -> CellView:
    """Examples of notes that have several parts are written `first | second`."""
    several = any("|" in one for one in examples)
    notes = tuple(TOGETHER.join(_parts(one)) for one in examples)
    return CellView(cell, notes, tuple(map(_parts, examples)) if several else ())


def _parts(example: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in example.split("|"))
