"""The whole session: lobby, welcome, status, what is stored, thanks, summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import FIVE, MAIJA, OPENED, SESSION, SEVEN, Material, Named, at
from dialogs import messages as m


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message)."""
    return (*_lobby(material), *_welcome(material), *_status(material), *_end(material))


def _lobby(material: Material) -> Iterator[Named[m.Message]]:
    on = tuple(step.id for step in material.workshop.steps if step.on)
    number = material.workshop.number
    for name, stage, facilitators, names in (
        ("lobby-empty", m.Stage.LOBBY, (MAIJA,), ()),
        ("lobby", m.Stage.LOBBY, (MAIJA,), FIVE),
        ("lobby-running", m.Stage.RUNNING, (MAIJA, "Omar"), SEVEN),
        ("lobby-paused", m.Stage.PAUSED, (MAIJA,), ("Anna",)),
        ("lobby-closed", m.Stage.CLOSED, (MAIJA,), SEVEN),
    ):
        yield name, m.Lobby(SESSION, stage, number, facilitators, names, 125, on)
    yield (
        "lobby-slow",
        m.Lobby(SESSION, m.Stage.LOBBY, number, (MAIJA,), FIVE, 125, on, can_wish=True, slow=True),
    )


def _welcome(material: Material) -> Iterator[Named[m.Message]]:
    step = material.step("exchange").id
    yield "welcome", m.Welcome(SESSION, m.Stage.LOBBY, (MAIJA, "Omar"), present=True, step="")
    yield "welcome-late", m.Welcome(SESSION, m.Stage.RUNNING, (MAIJA,), present=True, step=step)
    yield "welcome-paused", m.Welcome(SESSION, m.Stage.PAUSED, (MAIJA,), present=True, step=step)
    yield "welcome-away", m.Welcome(SESSION, m.Stage.RUNNING, (MAIJA,), present=False, step=step)
    yield "welcome-closed", m.Welcome(SESSION, m.Stage.CLOSED, (MAIJA,), present=True, step="")


def _status(material: Material) -> Iterator[Named[m.Message]]:
    number, step = material.workshop.number, material.gather.id
    for name, stage, in_it, can_take_over in (
        ("status-lobby", m.Stage.LOBBY, False, False),
        ("status", m.Stage.RUNNING, True, False),
        ("status-lead-is-gone", m.Stage.RUNNING, True, True),
        ("status-paused", m.Stage.PAUSED, False, False),
        ("status-closed", m.Stage.CLOSED, True, False),
    ):
        now = "" if stage in {m.Stage.LOBBY, m.Stage.CLOSED} else step
        ends = at(85) if stage is m.Stage.RUNNING else None
        yield name, m.StatusCard(SESSION, number, stage, now, ends, (MAIJA,), 7, in_it, can_take_over)
    yield "stored", m.StoredInfo((MAIJA,))


def _end(material: Material) -> Iterator[Named[m.Message]]:
    yield "thanks", m.Thanks(FIVE, 43, 6, material.workshop.number)
    yield "thanks-nothing-written", m.Thanks(("Anna",), 0, 0, material.workshop.number)
    yield "summary", _summary(material)
    yield "summary-quiet", replace(_summary(material), picks=(), picture=None, scores=(), lines=())
    yield "summary-one-answer", replace(_summary(material), scores=(5,), lines=())
    yield "summary-unfinished", _unfinished(material)
    yield "summary-canvas", m.SummaryCanvas(1, FIVE[:3], material.canvas(material.gather, 3), 1)
    yield "summary-canvas-of-all", m.SummaryCanvas(0, (), material.canvas(material.discuss), 0)


def _summary(material: Material) -> m.Summary:
    shape = material.shapes[0]
    columns = material.gather.canvas.columns
    picture = m.PictureView("pic-1", shape.id, shape.shape, material.picks, columns, material.gather.id)
    last = material.workshop.steps[-1].id
    return m.Summary(
        number=material.workshop.number,
        opened_at=OPENED,
        closed_at=at(128),
        facilitators=(MAIJA, "Omar"),
        names=SEVEN,
        agenda=material.agenda(last),
        notes=43,
        picks=material.picks,
        picks_of=material.gather.id,
        picture=picture,
        scores=(3, 4, 5, 5),
        lines=material.says("close").examples[:2],
        live=True,
    )


def _unfinished(material: Material) -> m.Summary:
    return m.Summary(
        number=material.workshop.number,
        opened_at=OPENED,
        closed_at=None,
        facilitators=(),
        names=("Anna",),
        agenda=material.agenda(material.gather.id),
        notes=1,
        picks=(),
        picks_of=material.gather.id,
        picture=None,
        scores=(),
        lines=(),
        live=False,
    )
