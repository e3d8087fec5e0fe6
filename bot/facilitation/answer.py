"""What the engine answered, still without words, and its way into a reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from adaptive_cards.views import CardMessage
from bot.facilitation.people import Somebody
from bot.facilitation.speech import Speech
from bot.platforms.inbound import NOTHING_TO_SAY, Reply
from content.library import Edition
from dialogs.journey.area import Mend
from dialogs.journey.messages import JourneyForm
from dialogs.messages import FormMessage
from dialogs.receipts import Code, Receipt


@dataclass(frozen=True, slots=True)
class Answer:
    """At most one of the three. `edition` has the words of the workshop that it is about."""

    message: CardMessage | None = None
    form: FormMessage | JourneyForm | None = None
    errors: Mapping[str, str | Mend] = field(default_factory=dict)
    """Field -> a phrase under `field.`, with the days that it names."""
    edition: Edition | None = None
    language: str = ""
    """The session's language, for readers of whom none is known."""


NOTHING = Answer()


def reply(answer: Answer, reader: Somebody, speech: Speech) -> Reply:
    """The answer in words; nothing when all is done as asked and nothing needs saying."""
    if isinstance(answer.message, Receipt) and answer.message.code is Code.DONE:
        return NOTHING_TO_SAY
    if answer.message is None and answer.form is None and not answer.errors:
        return NOTHING_TO_SAY
    words = speech.words(reader.language or answer.language, reader.timezone, answer.edition)
    return Reply(
        card=speech.card(answer.message, words) if answer.message is not None else None,
        form=speech.form(answer.form, words) if answer.form is not None else None,
        errors=speech.errors(answer.errors, words),
    )
