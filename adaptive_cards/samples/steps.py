"""Steps in which everybody or a group sees the same card: brief, discuss, gather."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import FIVE, SESSION, Material, Named, at
from content.steps import BriefStep, DiscussStep
from dialogs import messages as m


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message)."""
    return (*_briefs(material), *_talks(material), *_gather(material), *_canvas(material))


def _briefs(material: Material) -> Iterator[Named[m.Message]]:
    for step in material.workshop.steps:
        if isinstance(step, BriefStep):
            shape = step.picture.shape if step.picture else ""
            picture = m.PictureView(f"brief-{step.id}", step.id, shape, (), (), "") if shape else None
            yield f"brief-{step.id}", m.Brief(step.id, picture)


def _talks(material: Material) -> Iterator[Named[m.Message]]:
    for step in material.workshop.steps:
        if isinstance(step, DiscussStep):
            yield f"discuss-{step.id}", _talk(material, step)
    yield "discuss-challenges", replace(_talk(material, material.discuss), only_challenges=True)
    yield "discuss-old", replace(_talk(material, material.discuss), live=False, ends_at=None)


def _talk(material: Material, step: DiscussStep) -> m.Discuss:
    return m.Discuss(
        SESSION, step.id, visit=3, live=True, ends_at=at(30), canvas=material.canvas(step), ready=2, here=7
    )


def _gather(material: Material) -> Iterator[Named[m.Message]]:
    board = m.GatherBoard(
        SESSION,
        material.gather.id,
        live=True,
        ends_at=at(85),
        groups=3,
        groups_writing=2,
        notes=14,
        ready=3,
        here=8,
    )
    yield "gather-board", board
    yield "gather-board-of-all", replace(board, groups=0, groups_writing=0, notes=1)
    yield "gather-board-old", replace(board, live=False, ends_at=None)
    people = tuple((f"test:t:{name.lower()}", name) for name in FIVE[:3])
    guide = m.Instructions(material.gather.id, 2, people, "Ville", 35, at(85))
    yield "instructions", guide
    yield "instructions-without-time", replace(guide, ends_at=None, people=())


def _canvas(material: Material) -> Iterator[Named[m.Message]]:
    canvas = m.GroupCanvas(
        session=SESSION,
        step=material.gather.id,
        visit=7,
        group_id="g2",
        group=2,
        live=True,
        names=FIVE[:3],
        recorder="Ville",
        ends_at=at(85),
        canvas=material.canvas(material.gather),
        notes=7,
        cells_begun=5,
    )
    yield "group-canvas", canvas
    yield (
        "group-canvas-empty",
        replace(canvas, canvas=material.canvas(material.gather, 0), notes=0, cells_begun=0, recorder=""),
    )
    yield (
        "group-canvas-full",
        replace(canvas, canvas=material.canvas(material.gather, 4, 5), notes=80, cells_begun=6),
    )
    yield "group-canvas-of-all", replace(canvas, group_id="", group=0, names=())
    yield "group-canvas-old", replace(canvas, live=False, ends_at=None)
    cells = material.gather.canvas.ids()
    yield "examples", m.StepInfo(material.gather.id, cells[-3:])
    yield "examples-none-empty", m.StepInfo(material.step("exchange").id, ())
