"""What all forms have."""

from __future__ import annotations

from dataclasses import dataclass

from adaptive_cards.actions import Action
from adaptive_cards.card import Block, Field, Form, Option
from adaptive_cards.limits import cut
from adaptive_cards.words import Words

LONGEST_TEXT = 500
"""Characters of a note or a turn."""
LONGEST_LINE = 300
"""Characters of the closing line."""
LONGEST_OPTION = 150
"""Characters of a note in a list: enough to know it by."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending the form does, and the nonce by which it is known when it comes twice."""

    action: Action
    nonce: str


def form(
    words: Words,
    name: str,
    sending: Sending,
    intro: tuple[Block | None, ...],
    *fields: Field,
    submit: str = "form.save",
) -> Form:
    """A form; its title is the phrase `form.<name>.title`, and `submit` is a phrase too."""
    return Form(
        title=words.text(f"form.{name}.title"),
        fields=fields,
        submit=words.text(submit),
        cancel=words.text("form.cancel"),
        action=sending.action,
        nonce=sending.nonce,
        intro=tuple(block for block in intro if block),
        language=words.language,
    )


def option(value: str, label: str) -> Option:
    """A choice whose label is a line, however long the text is."""
    return Option(value, cut(" ".join(label.split()), LONGEST_OPTION))


def example(words: Words, found: tuple[str, ...]) -> str:
    """The first example as a placeholder; "" when there is none."""
    return words.text("part.example", example=found[0]) if found else ""
