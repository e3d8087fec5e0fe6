"""Who will see what one writes: the sentence that stands before writing, on cards and forms."""

from __future__ import annotations

from adaptive_cards.card import Paragraph
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from content.steps import By
from dialogs.messages import Audience

_BETWEEN = {2: "sees.notes_pair", 3: "sees.notes_trio"}
_KEYS = {
    Audience.CHANNEL: ("sees.notes",),
    Audience.SELF: ("sees.self", "sees.self_kept"),
    Audience.SELF_NOW: ("sees.self_now",),
    Audience.HIDDEN: ("sees.hidden",),
}
_PICKS = {By.GROUP: "sees.picks", By.PERSON: "sees.own_picks", By.EVERYBODY: "sees.dots"}


def sees_notes(audience: Audience, words: Words, people: int = 0) -> tuple[Paragraph, ...]:
    """Who sees a note; `people` is how many write on the canvas of a pair or trio (0: not known)."""
    if audience is Audience.GROUP:
        return (small(words, _BETWEEN.get(people, "sees.notes_few")),)
    return tuple(small(words, key) for key in _KEYS[audience])


def sees_picks(by: str, words: Words) -> Paragraph:
    """Who sees what is brought up."""
    return small(words, _PICKS[By(by)])
