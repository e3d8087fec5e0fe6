"""What a simulated colleague does, as it would arrive from a platform: the same doors as everybody else's."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from adaptive_cards.actions import Action
from adaptive_cards.card import Values
from bot.platforms.inbound import Caller, FormSent, Place, Pressed
from dialogs import events as e
from dialogs.verbs import EVERYBODY

Deed = Pressed | FormSent


def arrival(session: str, event: e.Event, caller: Caller, place: Place) -> Deed:
    """`event` as a pressed button or a sent form of `caller` in `place`.

    Raises `KeyError` for what nobody simulates.
    """
    verb, args, values, nonce = _ARRIVALS[type(event)](event)
    delivery = secrets.token_hex(12)
    action = Action(verb, session, args)
    if values is None:
        return Pressed(delivery, caller, place, action)
    return FormSent(delivery, caller, place, action, nonce or delivery, values)


_Arrival = tuple[str, tuple[str, ...], Values | None, str]


def _joined(_: e.Joined) -> _Arrival:
    return "join", (), None, ""


def _arrived(event: e.Arrived) -> _Arrival:
    return "arrive", (event.step,), None, ""


def _readied(event: e.Readied) -> _Arrival:
    return "ready", (event.step,), None, ""


def _said(event: e.Said) -> _Arrival:
    return "turn", (event.step, str(event.turn)), {"text": event.text}, ""


def _noted(event: e.Noted) -> _Arrival:
    values: Values = {"cell": event.cell, "text": event.text}
    return "note", (event.step, event.group or EVERYBODY), values, event.note


def _picked(event: e.Picked) -> _Arrival:
    return "pick", (event.step, event.group), {"notes": event.notes}, ""


def _rated(event: e.Rated) -> _Arrival:
    return "feedback", (), {"score": str(event.score), "line": event.line}, ""


_ARRIVALS: dict[type, Callable[[Any], _Arrival]] = {
    e.Joined: _joined,
    e.Arrived: _arrived,
    e.Readied: _readied,
    e.Said: _said,
    e.Noted: _noted,
    e.Picked: _picked,
    e.Rated: _rated,
}
