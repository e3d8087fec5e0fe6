"""When something of ours breaks: a kind answer, and what was being written stays with its writer."""

from __future__ import annotations

from bot.facilitation.speech import Speech
from bot.platforms.inbound import (
    NOTHING_TO_SAY,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    Pressed,
    Reply,
)
from dialogs.desk_messages import WentWrong


def went_wrong(inbound: Inbound, speech: Speech) -> Reply:
    """An open form stays open with what was written in it; everything else is answered by a card."""
    if not isinstance(inbound, CommandGiven | Pressed | FormAsked | FormSent | HomeOpened):
        return NOTHING_TO_SAY
    words = speech.words(speech.known(inbound.caller.language), inbound.caller.timezone)
    if isinstance(inbound, FormSent) and inbound.values:
        return Reply(errors={next(iter(inbound.values)): words.text("field.went_wrong")})
    return Reply(card=speech.card(WentWrong(), words))
