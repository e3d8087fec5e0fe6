"""A kind private nudge, once: an easy way in, an easy way out."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Card, Paragraph, Style
from adaptive_cards.views.audience import sees_notes, sees_picks
from adaptive_cards.views.parts import button, buttons, card, group_arg, line, small
from adaptive_cards.words import Words
from dialogs.messages import Audience, Nudge

_KINDS = frozenset({"gather", "discuss", "exchange", "pick", "rotate", "theme", "scale", "merge", "close"})
_SEES = {
    "turn": "sees.turn",
    "feedback": "sees.feedback_short",
    "theme": "sees.themes",
    "place": "sees.places",
    "turn-over": "sees.notes",
}
_GATHERS = {
    Audience.SELF: "nudge.alone",
    Audience.SELF_NOW: "nudge.alone",
    Audience.GROUP: "nudge.pair",
}
_PICKS = {"person": "nudge.pick_own", "everybody": "nudge.pick_dots"}


def nudge(message: Nudge, words: Words) -> Card:
    """The nudge with what writing would show to whom."""
    return card(
        words,
        words.step(message.step).title,
        line(words, _key(message)),
        *_sees(message, words),
        _buttons(message, words) if message.live else small(words, "past.moment"),
        summary=words.text(_key(message)),
    )


def _key(message: Nudge) -> str:
    if message.live and not message.write:
        return "nudge.exchange_waits" if message.kind == "exchange" else "nudge.any"
    usual = f"nudge.{message.kind}" if message.kind in _KINDS else "nudge.any"
    match message.kind:
        case "gather" if message.together:
            return "nudge.discuss"
        case "gather":
            return _GATHERS.get(message.audience, usual)
        case "pick":
            return _PICKS.get(message.by, usual)
        case _:
            return usual


def _sees(message: Nudge, words: Words) -> tuple[Paragraph, ...]:
    if not message.live or not message.write:
        return ()
    match message.write:
        case "note":
            return sees_notes(message.audience, words)
        case "pick":
            return (sees_picks(message.by, words),)
        case verb:
            return (small(words, _SEES[verb]),)


def _buttons(message: Nudge, words: Words) -> Buttons | None:
    args = tuple(map(group_arg, message.write_args))
    writing = (
        button(words, message.write, message.session, *args, style=Style.PRIMARY) if message.write else None
    )
    not_now = button(words, "ready", message.session, message.step, label=words.text("button.not_now"))
    return buttons(writing, not_now)
