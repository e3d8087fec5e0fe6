"""What time and the platforms bring about. A ring for a moment that has passed changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from dialogs import events as e
from dialogs import facts as f
from dialogs.activities import exchange
from dialogs.draft import Draft
from dialogs.messages import Stage
from dialogs.receipts import DONE, Receipt
from dialogs.steering import close, patience, warning


def rang(draft: Draft, event: e.TimerRang) -> Receipt:
    """A timer: `name/visit`, and for some a third part that tells them apart."""
    name, visit = (*event.name.split("/"), "")[:2]
    session = draft.session
    if session.stage is Stage.RUNNING and visit == str(session.visit) and name in RINGS:
        RINGS[name](draft)
    return DONE


def _two_left(draft: Draft) -> None:
    run = draft.run
    told = run.asking and run.rung[-1] == "two"
    if not told and run.ends_at - warning(draft.session) <= draft.now < run.ends_at:
        draft.accept(f.TimeWarned(at=draft.now, visit=draft.session.visit))


def _over(draft: Draft) -> None:
    if not draft.run.over and draft.now >= draft.run.ends_at:
        draft.accept(f.TimeRanOut(at=draft.now, visit=draft.session.visit))


def _gone(draft: Draft) -> None:
    run, session = draft.run, draft.session
    over = run.over_at if run.over else None
    if (
        over
        and draft.now >= over + patience(draft.session)
        and session.led_at <= over
        and not session.lead_offered
    ):
        draft.accept(f.LeadOffered(at=draft.now))


def _no_show(draft: Draft) -> None:
    step = draft.session.step
    if step is not None and step.kind == "exchange":
        exchange.settle(draft)


def picture_failed(draft: Draft, event: e.PictureFailed) -> Receipt:
    """The facilitator is told, once."""
    if not draft.session.picture_trouble:
        draft.accept(f.PictureLeftOut(at=draft.now, reason=event.reason))
    return DONE


def channel_gone(draft: Draft, _: e.ChannelGone) -> Receipt:
    """Nothing more can be shown there: the workshop ends, the facilitators get the summary."""
    close(draft, "gone")
    return DONE


RINGS: dict[str, Callable[[Draft], None]] = {
    "warn": _two_left,
    "over": _over,
    "gone": _gone,
    "noshow": _no_show,
}
"""Timer -> what it brings about."""
