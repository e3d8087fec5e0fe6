"""Words that were sent and could not be taken in: they stay with their writer, in the open form."""

from __future__ import annotations

from dialogs import events as e
from dialogs.receipts import Code, Receipt

_WHY = {
    Code.NOT_YOUR_TURN: "turn_moved",
    Code.TOO_LATE: "step_closed",
    Code.CLOSED: "step_closed",
    Code.NOT_YOURS: "not_taken",
    Code.NOT_IN: "not_taken",
    Code.UNKNOWN: "not_taken",
}
"""Receipts that mean that nothing was written -> a phrase under `field.`."""


def unsaved(event: e.Event, receipt: Receipt) -> str:
    """Why the words of `event` were not taken in, a phrase under `field.`; "" when none were lost."""
    if not _words(event):
        return ""
    if isinstance(event, e.Said) and receipt.code is Code.NOT_YOURS:
        return "turn_moved"
    return _WHY.get(receipt.code, "")


def _words(event: e.Event) -> str:
    """What somebody wrote."""
    if isinstance(event, e.Themed | e.ThemeRenamed):
        return event.name
    words: str = getattr(event, "text", "") or getattr(event, "line", "")
    return words
