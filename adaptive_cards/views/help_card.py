"""`/paja ohje`: the commands that there are, for where the reader is now."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card, Heading, Rich
from adaptive_cards.views.journey.own import own_section
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.views.workshop_list import start_command
from adaptive_cards.words import Words
from dialogs.desk_messages import Help, Where

_STARTING = ("start", "workshops", "process")
_LEADING = {
    Where.LOBBY: ("facilitator", "end"),
    Where.RUNNING: (
        *("next", "back", "skip", "more", "pause", "resume"),
        *("remind", "facilitator", "summary", "end"),
    ),
    Where.ELSEWHERE: (),
}
_TAKING_PART = ("status", "join", "leave")
_BETWEEN = ("experiments", "tasks", "observe", "observations", "mirror")
_OWN = ("data", "forget", "language", "help")


def help_card(message: Help, words: Words) -> Card:
    """Short: what can be done here, then what is always there."""
    leading = _LEADING[message.where] if message.leads else ()
    here = _TAKING_PART if message.session else _STARTING
    return card(
        words,
        words.text("desk.help.title"),
        *own_section(message.own, words),
        line(words, f"desk.help.{message.where}"),
        Bullets(tuple(_line(command, words) for command in (*here, *_BETWEEN, *_OWN))),
        Heading(words.text("desk.help.facilitator")) if leading else None,
        Bullets(tuple(_line(command, words) for command in leading)) if leading else None,
        small(words, "desk.help.where"),
        buttons(button(words, "status", message.session)) if message.session else None,
    )


def _line(command: str, words: Words) -> Rich:
    does = words.text(f"desk.help.{_DOES.get(command, command)}")
    return words.rich("desk.help.line", command=_written(command, words), does=does)


_DOES = {"facilitator": "facilitator_does"}
"""Where the phrase is not called by the command itself, as another phrase has that name."""


def _written(command: str, words: Words) -> str:
    """The command as it is typed, with an example of what it wants."""
    match command:
        case "start":
            return start_command(words)
        case "more":
            return f"{words.text('command.more')} 5"
        case "facilitator":
            return f"{words.text('command.facilitator')} {words.text('desk.help.somebody')}"
        case "language":
            return f"{words.text('command.language')} {'en' if words.language == 'fi' else 'fi'}"
        case _:
            return words.text(f"command.{command}")
