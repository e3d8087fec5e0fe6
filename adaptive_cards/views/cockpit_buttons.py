"""The cockpit's buttons, in the order in which they are used."""

from __future__ import annotations

from adaptive_cards.card import Button, Buttons, Style
from adaptive_cards.views.parts import button, buttons
from adaptive_cards.views.warned import more_time
from adaptive_cards.words import Words
from dialogs.messages import Cockpit, Stage


def cockpit_buttons(message: Cockpit, words: Words) -> Buttons | None:
    """What can be done at this stage; nothing when it is over."""
    match message.stage:
        case Stage.LOBBY:
            return buttons(
                _first(message, words, "begin"),
                _cut(message, words),
                _plain(message, words, "plan"),
                _plain(message, words, "agenda"),
                _plain(message, words, "item"),
                *_always(message, words),
            )
        case Stage.RUNNING:
            lead, end = _always(message, words)
            # On the last step "next" ends the workshop: one button for one thing.
            return buttons(*_steering(message, words), lead, end if message.next_step else None)
        case Stage.PAUSED:
            return buttons(_first(message, words, "resume"), *_always(message, words))
        case Stage.CLOSED:
            return None


def _steering(message: Cockpit, words: Words) -> tuple[Button | None, ...]:
    visit = str(message.visit)
    return (
        button(words, "next", message.session, visit, label=_onwards(message, words), style=Style.PRIMARY),
        more_time(words, message.session, message.visit),
        _cut(message, words),
        button(words, "remind", message.session, visit) if message.waiting or message.silent else None,
        _plain(message, words, "pause"),
        button(words, "back", message.session, visit) if message.can_go_back else None,
        button(words, "skip", message.session, visit) if message.next_step else None,
        button(words, "regroup", message.session, visit) if message.can_regroup else None,
        button(words, "regroup-same", message.session, visit) if message.can_repeat else None,
        *(_shape(message, words, step) for step in message.shapes),
    )


def _cut(message: Cockpit, words: Words) -> Button | None:
    """Take the cut that stands above."""
    return button(words, "cut", message.session, str(message.visit)) if message.cuts else None


def _onwards(message: Cockpit, words: Words) -> str:
    """What the first button does: the next station, home, the next step, or the end."""
    if message.round and message.round < message.rounds:
        return words.text("button.next_station")
    if message.round and message.round == message.rounds:
        return words.text("button.home_station")
    return words.text("button.next" if message.next_step else "button.finish")


def _shape(message: Cockpit, words: Words, step: str) -> Button:
    return button(
        words, "shape", message.session, step, label=words.text("button.shape", title=words.step(step).title)
    )


def _always(message: Cockpit, words: Words) -> tuple[Button, Button]:
    return _plain(message, words, "lead"), button(words, "end", message.session, style=Style.DANGER)


def _first(message: Cockpit, words: Words, verb: str) -> Button:
    return button(words, verb, message.session, style=Style.PRIMARY)


def _plain(message: Cockpit, words: Words, verb: str) -> Button:
    return button(words, verb, message.session)
