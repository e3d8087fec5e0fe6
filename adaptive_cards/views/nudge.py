"""A kind private nudge, once: an easy way in, an easy way out."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Card, Paragraph, Style
from adaptive_cards.views.parts import button, buttons, card, group_arg, line, small
from adaptive_cards.words import Words
from dialogs.messages import Nudge

_KINDS = frozenset({"gather", "discuss", "exchange", "pick", "close"})
_SEES = {"note": "sees.notes", "turn": "sees.turn", "pick": "sees.picks", "feedback": "sees.feedback_short"}


def nudge(message: Nudge, words: Words) -> Card:
    """The nudge with what writing would show to whom."""
    return card(
        words,
        words.step(message.step).title,
        line(words, _key(message)),
        _sees(message, words),
        _buttons(message, words) if message.live else small(words, "past.moment"),
        summary=words.text(_key(message)),
    )


def _key(message: Nudge) -> str:
    if message.live and not message.write:
        return "nudge.exchange_waits" if message.kind == "exchange" else "nudge.any"
    return f"nudge.{message.kind}" if message.kind in _KINDS else "nudge.any"


def _sees(message: Nudge, words: Words) -> Paragraph | None:
    key = _SEES.get(message.write)
    return small(words, key) if key and message.live else None


def _buttons(message: Nudge, words: Words) -> Buttons | None:
    args = tuple(map(group_arg, message.write_args))
    writing = (
        button(words, message.write, message.session, *args, style=Style.PRIMARY) if message.write else None
    )
    not_now = button(words, "ready", message.session, message.step, label=words.text("button.not_now"))
    return buttons(writing, not_now)
