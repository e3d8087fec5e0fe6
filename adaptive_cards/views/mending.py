"""What to mend in a field of a form, in words."""

from __future__ import annotations

from adaptive_cards.words import Words
from dialogs.journey.area import Mend


def mending(mend: str | Mend, words: Words) -> str:
    """The sentence that stands by the field; where several days may be meant, it names them."""
    if isinstance(mend, str):
        return words.text(f"field.{mend}")
    days = tuple(map(words.typed_day, mend.days))
    return words.text(f"field.{mend.key}", days=words.listed(days, alternatives=True))
