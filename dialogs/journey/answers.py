"""What forms of journeys answer with, as it can be kept."""

from __future__ import annotations

from dialogs.journey.area import Acting, Errors
from dialogs.texts import NOTE_LENGTH, TextError, clean, required

MOST_OPTIONS = 100
"""What a form can let somebody choose from."""


def needed(acting: Acting, field: str, errors: Errors, longest: int = NOTE_LENGTH) -> str:
    """The tidied text of a field; notes into `errors` why it cannot be kept, and is "" then."""
    try:
        return required(acting.one(field), longest)
    except TextError as error:
        errors[field] = error.key
        return ""


def optional(acting: Acting, field: str, errors: Errors, longest: int = NOTE_LENGTH) -> str:
    """The same of a field that may be left empty."""
    try:
        return clean(acting.one(field), longest)
    except TextError as error:
        errors[field] = error.key
        return ""
