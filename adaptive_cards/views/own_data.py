"""What is stored of the reader: the file, the question before it goes, and what went."""

from __future__ import annotations

from adaptive_cards.card import Attachment, Card, Style
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words
from dialogs.desk_messages import ForgetQuestion, Forgotten, MyData


def my_data(message: MyData, words: Words) -> Card:
    """All of it as a file."""
    title = words.text("desk.data.title")
    if not message.ref:
        return card(words, title, line(words, "desk.data.nothing"))
    return card(
        words,
        title,
        line(words, "desk.data.sessions", n=message.sessions),
        Attachment(message.ref, message.filename, words.text("desk.data.file")),
        small(words, "desk.data.sees"),
        small(words, "desk.data.forget", command=words.text("command.forget")),
    )


def forget_question(message: ForgetQuestion, words: Words) -> Card:
    """The one question."""
    return card(
        words,
        words.text("desk.forget.title"),
        line(words, "desk.forget.what"),
        line(words, "desk.forget.sessions", n=message.sessions) if message.sessions else None,
        small(words, "desk.forget.first", command=words.text("command.data")),
        small(words, "desk.forget.rest"),
        buttons(button(words, "forget", "", style=Style.DANGER)),
    )


def forgotten(message: Forgotten, words: Words) -> Card:
    """What was removed."""
    counts = (
        ("sessions", message.sessions),
        ("notes", message.notes),
        ("turns", message.turns),
        ("feedback", message.feedback),
    )
    facts = tuple(words.text(f"desk.forgotten.{name}", n=n) for name, n in counts if n)
    if not facts:
        return card(
            words, "", line(words, "desk.forgotten.nothing"), summary=words.text("desk.forgotten.nothing")
        )
    return card(
        words,
        words.text("desk.forgotten.title"),
        line(words, "desk.forgotten.removed", facts=words.listed(facts)),
        small(words, "desk.forgotten.rest"),
    )
