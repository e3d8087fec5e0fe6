"""Pictures whose items are the fields of a canvas: a field for each cell, with its notes in it.

Quadrant, SWOT, now and the future, added value, stairs, wheel, circles and matching are drawn from all notes
of a step, cell by cell. A cell that is called `one-ja-other` after two other cells is where their circles
meet, and one that is called `kaikki` is where all of them do. In a SWOT, what a line was turned into stands
beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from adaptive_cards.pictures.spec import Link, PictureItem
from adaptive_cards.views.parts import DOT
from adaptive_cards.words import Words
from content.steps import DiscussStep, GatherStep, RotateStep
from dialogs.messages import PickView, PictureView

FIELDS = frozenset(
    {"quadrant", "swot", "now_future", "added_value", "stairs", "wheel", "circles", "matching"}
)
"""Shapes that are drawn cell by cell."""
_FLAT = frozenset({"stairs", "wheel"})
"""Of these, the shapes in which the notes of a single cell stand each on its own."""
_TURNS, _MEETING, _ALL = "swot", "-ja-", "kaikki"


def fields(view: PictureView, words: Words) -> tuple[PictureItem, ...]:
    """A field for each cell in reading order, also for those in which nothing stands yet."""
    if view.shape == "matching" and (chains := _chains(view, words)):
        return chains
    cells = _own_cells(view, words)
    if len(cells) == 1 and view.shape in _FLAT:
        return tuple(merged(view.items, view))
    return tuple(
        PictureItem(words.cell(view.notes_of, cell).label, group=index, parts=_parts(view, cell))
        for index, cell in enumerate(cells)
    )


def cells_of(view: PictureView, words: Words) -> tuple[str, ...]:
    """The cells that items come from, in reading order."""
    match words.structured(view.notes_of):
        case GatherStep() | DiscussStep() as found:
            return found.canvas.ids()
        case RotateStep() as found:
            return found.stations
        case _:
            return tuple(dict.fromkeys(item.cell for item in view.items))


def _parts(view: PictureView, cell: str) -> tuple[PictureItem, ...]:
    """The notes of a cell. In a SWOT, what was turned from a line stands with that line."""
    turning = view.shape == _TURNS
    origins = {_same(item.text) for item in view.items if turning and not item.origin}
    own = [one for one in view.items if one.cell == cell and _same(one.origin) not in origins - {""}]
    return merged(own, view)


def merged(picks: Iterable[PickView], view: PictureView, group: int = 0) -> tuple[PictureItem, ...]:
    """What was brought up in the same words is one item, and weighs more."""
    same: dict[str, list[PickView]] = {}
    for pick in picks:
        same.setdefault(_same(pick.text), []).append(pick)
    return tuple(
        PictureItem(
            found[0].text,
            weight=max(len(found), *(one.votes for one in found)),
            group=group,
            parts=_turns(view, found[0]),
        )
        for found in same.values()
    )


def _turns(view: PictureView, line: PickView) -> tuple[PictureItem, ...]:
    """What a line was turned into."""
    if line.origin or view.shape != _TURNS:
        return ()
    return tuple(PictureItem(one.text) for one in view.items if _same(one.origin) == _same(line.text))


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


# --- circles --------------------------------------------------------------------------------------


def links(view: PictureView, words: Words) -> tuple[Link, ...]:
    """What stands where two circles meet."""
    found = _meetings(view, words) if view.shape == "circles" else {}
    cells = _own_cells(view, words)
    return tuple(
        Link(cells.index(one), cells.index(other), DOT.join(item.text for item in _parts(view, meeting)))
        for meeting, (one, other) in found.items()
        if _parts(view, meeting)
    )


def shared(view: PictureView, words: Words) -> PictureItem | None:
    """What stands where all circles meet, under the name of its cell; None when nothing does."""
    if view.shape != "circles" or _ALL not in cells_of(view, words):
        return None
    parts = _parts(view, _ALL)
    return PictureItem(words.cell(view.notes_of, _ALL).label, parts=parts) if parts else None


def _own_cells(view: PictureView, words: Words) -> list[str]:
    """The cells that are fields of their own."""
    between = {*_meetings(view, words), *((_ALL,) if view.shape == "circles" else ())}
    return [cell for cell in cells_of(view, words) if cell not in between]


def _meetings(view: PictureView, words: Words) -> dict[str, tuple[str, str]]:
    """The cells that are called after two others."""
    if view.shape != "circles":
        return {}
    cells = cells_of(view, words)
    pairs = {f"{one}{_MEETING}{other}": (one, other) for one, other in combinations(cells, 2)}
    return {cell: pairs[cell] for cell in cells if cell in pairs}


# --- matching -------------------------------------------------------------------------------------


def _chains(view: PictureView, words: Words) -> tuple[PictureItem, ...]:
    """Rows of a table as chains: a layer for each part of a row, the parts of one row joined."""
    rows = [item for item in view.items if item.parts]
    cell = words.cell(view.notes_of, rows[0].cell) if rows else None
    if cell is None or not cell.fields:
        return ()
    return tuple(
        PictureItem(label, group=index, parts=_layer(rows, index)) for index, label in enumerate(cell.fields)
    )


def _layer(rows: Sequence[PickView], index: int) -> tuple[PictureItem, ...]:
    return tuple(
        PictureItem(row.parts[index], group=chain)
        for chain, row in enumerate(rows, start=1)
        if index < len(row.parts)
    )
