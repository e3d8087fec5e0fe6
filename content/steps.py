"""The kinds of step (tehtävä) that a workshop is made of: structure only, no words.

A kind says how the step behaves; `dialogs/activities/` has one module for each. The words of a step stand in
the workshop's language files, under the same id (`wording.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Minutes = Annotated[int, Field(ge=1, le=480)]
Shape = Literal[
    "flower",
    "tree",
    "lotus",
    "quadrant",
    "swot",
    "axes",
    "circles",
    "wheel",
    "stairs",
    "now_future",
    "matching",
    "added_value",
]


class Model(BaseModel):
    """Strict and unchangeable: unknown fields are flaws."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Status(StrEnum):
    """Whether the workbook counts the task to the flow (`core`), as an addition, or as another way."""

    CORE = "core"
    OPTIONAL = "optional"
    ALTERNATIVE = "alternative"


class Who(StrEnum):
    """Who works together."""

    ALONE = "alone"
    PAIRS = "pairs"
    SMALL_GROUPS = "small_groups"
    EVERYBODY = "everybody"


class By(StrEnum):
    """Who chooses: each group from its own notes, each person from theirs, everybody from all with dots."""

    GROUP = "group"
    PERSON = "person"
    EVERYBODY = "everybody"


class Reveal(StrEnum):
    """When others see what one writes: at once, or when the step is over."""

    LIVE = "live"
    END = "end"


class GroupSize(Model):
    """How large small groups (pienryhmät) are, in people."""

    least: Annotated[int, Field(ge=2, le=20)] = 3
    most: Annotated[int, Field(ge=2, le=20)] = 4

    @model_validator(mode="after")
    def _least_is_not_more_than_most(self) -> Self:
        if self.least > self.most:
            message = f"least ({self.least}) must not be more than most ({self.most})"
            raise ValueError(message)
        return self


class StepBase(Model):
    """What every step has."""

    id: Slug
    source: tuple[str, ...] = ()
    """Inventory ids of what this step runs, e.g. `p1-joo-ja`."""
    minutes: Minutes
    status: Status = Status.CORE
    on: bool = True
    """Whether it is on the agenda unless the facilitator says otherwise."""
    choice: str = ""
    """Steps with the same `choice` are alternatives: exactly one of them is on the agenda."""
    sources_note: str = ""
    """A choice made where the workbook is ambiguous (e.g. "A13: ten minutes of work at a station")."""


class PictureSource(Model):
    """A starter picture drawn from the step's own points."""

    shape: Shape


class BriefStep(StepBase):
    """Something is shown; nothing is written. Waits for the facilitator."""

    kind: Literal["brief"]
    picture: PictureSource | None = None


class CanvasLayout(Model):
    """Columns of cells: `cells[c][r]` is the id of column c's cell on row r; `columns` the titles' ids."""

    columns: tuple[Slug, ...] = ()
    cells: Annotated[tuple[Annotated[tuple[Slug, ...], Field(min_length=1)], ...], Field(min_length=1)]

    def ids(self) -> tuple[str, ...]:
        """All cell ids, row by row, as they are read."""
        rows = max(len(column) for column in self.cells)
        return tuple(column[row] for row in range(rows) for column in self.cells if row < len(column))

    @model_validator(mode="after")
    def _each_cell_has_its_own_id(self) -> Self:
        ids = self.ids()
        if doubles := sorted({one for one in ids if ids.count(one) > 1}):
            message = f"each cell needs an id of its own; twice: {', '.join(doubles)}"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _titles_fit_the_columns(self) -> Self:
        if self.columns and len(self.columns) != len(self.cells):
            message = (
                f"{len(self.columns)} column titles for {len(self.cells)} columns of cells: make them equal"
            )
            raise ValueError(message)
        return self


def _known_cells(field: str, cells: Iterable[str], canvas: CanvasLayout) -> None:
    if strange := sorted(set(cells) - set(canvas.ids())):
        message = f"{field} has cells that the canvas lacks: {', '.join(strange)}"
        raise ValueError(message)


class DiscussStep(StepBase):
    """Timed talk of everybody (keskustelu); whoever wants keeps points on a small canvas."""

    kind: Literal["discuss"]
    canvas: CanvasLayout
    challenges: tuple[Slug, ...] = ()
    """Cells for challenges (haasteet): when only they fill, the card asks a question that looks ahead."""

    @model_validator(mode="after")
    def _challenges_are_cells(self) -> Self:
        _known_cells("challenges", self.challenges, self.canvas)
        return self


class ExchangeStep(StepBase):
    """Pairs (one trio when odd) take turns by direct message; each turn reaches the partner."""

    kind: Literal["exchange"]
    no_show_minutes: Annotated[int, Field(ge=1, le=30)] = 2


class GatherStep(StepBase):
    """People write notes (laput) into the cells of a canvas (pohja): in small groups or all together."""

    kind: Literal["gather"]
    who: Who = Who.SMALL_GROUPS
    group_size: GroupSize = GroupSize()
    same_groups_as: Slug | Literal[""] = ""
    """Goes on in the groups of an earlier step."""
    private: bool = False
    """Only for `alone`: nobody but the writer ever sees it, nor does the summary."""
    reveal: Reveal = Reveal.LIVE
    canvas: CanvasLayout
    parts: dict[Slug, Annotated[int, Field(ge=2, le=6)]] = Field(default_factory=dict)
    """Cells whose notes have several parts (a row of a table, gaps of a sentence): cell id -> how many."""
    challenges: tuple[Slug, ...] = ()
    """Cells that are for challenges, as in a talk."""

    @model_validator(mode="after")
    def _challenges_are_of_cells(self) -> Self:
        _known_cells("challenges", self.challenges, self.canvas)
        return self

    @model_validator(mode="after")
    def _only_everybodys_canvas_is_hidden(self) -> Self:
        if self.reveal is Reveal.END and self.who is not Who.EVERYBODY:
            message = (
                "reveal: end needs who: everybody (pairs and people alone are seen by nobody else anyway)"
            )
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _only_what_one_writes_alone_is_private(self) -> Self:
        if self.private and self.who is not Who.ALONE:
            message = "private needs who: alone"
            raise ValueError(message)
        return self


class PickStep(StepBase):
    """Each group picks what it wants to bring up (nostot) from its notes of an earlier step."""

    kind: Literal["pick"]
    notes_of: Slug
    by: By = By.GROUP
    budget: Annotated[int, Field(ge=1, le=20)] = 3
    """How many a group or a person brings up; in dots of everybody, each one's dots."""
    carry: Annotated[int, Field(ge=0, le=20)] = 0
    """Dots of everybody: how many of the most wanted go on; 0 for all that got any."""


class RotateStep(StepBase):
    """Stations (työpisteet): groups move round clockwise, build on what stands there, and come home again."""

    kind: Literal["rotate"]
    stations: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=6)]
    """Ids of the stations, which are the cells of the words."""
    per_station: Minutes = 10
    move: Annotated[int, Field(ge=0, le=30)] = 0
    """Minutes for each move; remote and hybrid add to it."""


class ThemeStep(StepBase):
    """Notes of earlier steps are put under names by choosing (teemoittelu); can be undone."""

    kind: Literal["theme"]
    notes_of: Slug


class ScaleStep(StepBase):
    """Where are we now, and where do we want to be, between two ends of each axis (janat); seven places."""

    kind: Literal["scale"]
    axes: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=12)]
    """Ids of the axes, which are the cells of the words, with `ends`."""


class Turning(Model):
    """What is in one cell can be turned into something for another: heikkoudet → vahvuudet."""

    origin: Slug
    into: Slug


class MergeStep(StepBase):
    """What was picked becomes one joint canvas; lines can be turned into better ones."""

    kind: Literal["merge"]
    picks_of: Slug
    turnings: tuple[Turning, ...] = ()


class ShapeStep(StepBase):
    """What was picked, or all notes of a step, becomes a picture: either `picks_of` or `notes_of`."""

    kind: Literal["shape"]
    picks_of: Slug | Literal[""] = ""
    notes_of: Slug | Literal[""] = ""
    shape: Shape

    @model_validator(mode="after")
    def _draws_from_one_step(self) -> Self:
        if bool(self.picks_of) == bool(self.notes_of):
            message = "give either picks_of (a step of picks) or notes_of (a step of notes)"
            raise ValueError(message)
        return self


class CloseStep(StepBase):
    """How it went (1-5 and a line), and thanks."""

    kind: Literal["close"]


Step = Annotated[
    BriefStep
    | DiscussStep
    | ExchangeStep
    | GatherStep
    | PickStep
    | RotateStep
    | ThemeStep
    | ScaleStep
    | MergeStep
    | ShapeStep
    | CloseStep,
    Field(discriminator="kind"),
]
CanvasStep = DiscussStep | GatherStep
