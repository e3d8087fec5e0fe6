"""From many notes to few, the picture, and the closing round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import FIVE, MAIJA, SESSION, Material, Named, at
from dialogs import messages as m


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message)."""
    return (*_picks(material), *_shapes(material), *_closing(material))


def _picks(material: Material) -> Iterator[Named[m.Message]]:
    step, notes_of = material.pick.id, material.pick.notes_of
    board = m.PickBoard(SESSION, step, notes_of, live=True, ends_at=at(95), budget=3, groups=3, groups_done=1)
    yield "pick-board", board
    yield "pick-board-one", replace(board, budget=1)
    yield "pick-board-old", replace(board, live=False, ends_at=None)
    group = m.GroupPicks(
        session=SESSION,
        step=step,
        notes_of=notes_of,
        visit=8,
        group_id="g1",
        group=1,
        live=True,
        names=FIVE[:3],
        budget=3,
        notes=7,
        picks=material.picks[:2],
    )
    yield "group-picks", group
    yield "group-picks-none-yet", replace(group, picks=())
    yield "group-picks-no-notes", replace(group, picks=(), notes=0)
    yield "group-picks-old", replace(group, live=False)


def _shapes(material: Material) -> Iterator[Named[m.Message]]:
    of = material.pick.notes_of
    for step in material.shapes:
        picture = m.PictureView(
            f"pic-{step.id}", step.id, step.shape, material.picks, material.gather.canvas.columns, of
        )
        yield f"shape-{step.id}", m.Shape(step.id, picture, material.picks, of)
    yield "shape-empty", m.Shape(material.shapes[0].id, None, (), of)


def _closing(material: Material) -> Iterator[Named[m.Message]]:
    closing = m.Closing(
        SESSION, material.step("close").id, live=True, answered=4, here=7, facilitators=(MAIJA, "Omar")
    )
    yield "closing", closing
    yield "closing-old", replace(closing, live=False)
