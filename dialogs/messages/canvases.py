"""Canvases, what was brought up from them, and pictures, as they stand on many messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AxisView:
    """One axis: how many people stand on each of the seven places, now and wished."""

    axis: str
    now: tuple[int, ...]
    wished: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell with its notes, in the order they were written."""

    id: str
    notes: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    """The parts of each note, where notes of the cell have several (or fill a gap of a story); else empty."""


@dataclass(frozen=True, slots=True)
class CanvasView:
    """A canvas as it stands: `columns` are the ids of column titles (may be empty), `cells[c][r]`."""

    step: str
    columns: tuple[str, ...]
    cells: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class PickView:
    """Something that was brought up: which cell it comes from, and what it says.

    `group` is the group's number (0: all).
    """

    cell: str
    text: str
    group: int
    votes: int = 0
    """Dots that it got, where everybody chose; 0 where nobody counts."""
    origin: str = ""
    """What it was turned from (heikkous → vahvuus), "" for most."""
    parts: tuple[str, ...] = ()
    """The parts of a note that has several, for boards that show them apart."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture to be drawn: shape, whose words (`step`), and its items. `ref` names it for the courier."""

    ref: str
    step: str
    shape: str
    items: tuple[PickView, ...]
    columns: tuple[str, ...]
    """Column ids in order, so that items of one column get one colour; empty when colours mean nothing."""
    notes_of: str
    """The step whose cells the items come from; "" when items are the step's own points."""
    axes: tuple[AxisView, ...] = ()
    """For axes: how many people stand where."""
