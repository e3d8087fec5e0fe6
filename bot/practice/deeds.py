"""What a simulated colleague does, as it would arrive from a platform: the same doors as everybody else's."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from adaptive_cards.actions import Action
from adaptive_cards.card import Values
from bot.platforms.inbound import Caller, FormSent, Place, Pressed
from dialogs import events as e
from dialogs.activities.scale import scale_step
from dialogs.forms.arranging import NEW
from dialogs.session import Session
from dialogs.verbs import EVERYBODY

Deed = Pressed | FormSent


def arrival(session: Session, event: e.Event, caller: Caller, place: Place) -> Deed:
    """`event` as a pressed button or a sent form of `caller` in `place`.

    Raises `KeyError` for what nobody simulates.
    """
    verb, args, values, nonce = _ARRIVALS[type(event)](session, event)
    delivery = secrets.token_hex(12)
    action = Action(verb, session.id, args)
    if values is None:
        return Pressed(delivery, caller, place, action)
    return FormSent(delivery, caller, place, action, nonce or delivery, values)


_Arrival = tuple[str, tuple[str, ...], Values | None, str]


def _joined(_: Session, __: e.Joined) -> _Arrival:
    return "join", (), None, ""


def _arrived(_: Session, event: e.Arrived) -> _Arrival:
    return "arrive", (event.step,), None, ""


def _readied(_: Session, event: e.Readied) -> _Arrival:
    return "ready", (event.step,), None, ""


def _said(_: Session, event: e.Said) -> _Arrival:
    return "turn", (event.step, str(event.turn)), {"text": event.text}, ""


def _noted(_: Session, event: e.Noted) -> _Arrival:
    """A note of several parts comes from the form of its cell; a turned line has a form of its own."""
    if event.origin:
        return "turn-over", (event.step,), {"origin": event.origin, "text": event.text}, event.note
    parts: Values = {f"part.{n}": part for n, part in enumerate(event.parts, start=1)}
    args = (event.step, event.group or EVERYBODY, event.cell)
    return "note", args, {"cell": event.cell, **(parts or {"text": event.text})}, event.note


def _picked(_: Session, event: e.Picked) -> _Arrival:
    return "pick", (event.step, event.group or EVERYBODY), {"notes": event.notes}, ""


def _themed(_: Session, event: e.Themed) -> _Arrival:
    """Simulated people only ever name new themes, whose id comes from the form's nonce."""
    values: Values = {"theme": NEW, "name": event.name, "notes": event.notes}
    return "theme", (event.step,), values, event.theme.removeprefix("t-")


def _placed(session: Session, event: e.PlacesChosen) -> _Arrival:
    axes = scale_step(session, event.step).axes
    values: Values = {f"axis.{axis}": str(place) for axis, place in zip(axes, event.places, strict=True)}
    return "place", (event.step, event.side), values, ""


def _rated(_: Session, event: e.Rated) -> _Arrival:
    return "feedback", (), {"score": str(event.score), "line": event.line}, ""


_ARRIVALS: dict[type, Callable[[Session, Any], _Arrival]] = {
    e.Joined: _joined,
    e.Arrived: _arrived,
    e.Readied: _readied,
    e.Said: _said,
    e.Noted: _noted,
    e.Picked: _picked,
    e.Themed: _themed,
    e.PlacesChosen: _placed,
    e.Rated: _rated,
}
