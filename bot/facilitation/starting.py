"""Starting a workshop in a channel, whoever asks for it: a command, or a button of its journey."""

from __future__ import annotations

from bot.facilitation.answer import Answer
from bot.facilitation.jobs import Running, Starting, already_running
from bot.facilitation.office import Office
from bot.facilitation.people import Somebody
from bot.facilitation.writer import RepeatedError
from bot.platforms.inbound import NOTHING_TO_SAY, Reply


async def started(office: Office, job: Starting, by: Somebody) -> Reply:
    """Open the session, or say which one goes on there already."""
    try:
        answer = await office.writer.submit(job)
    except RepeatedError:
        return NOTHING_TO_SAY
    kept = await office.state.shelf.fetch(answer.session) if isinstance(answer, Running) else None
    if kept is None:
        return NOTHING_TO_SAY
    message = already_running(kept, office.clock.now())
    return office.said(Answer(message, edition=kept.edition, language=kept.session.language), by)
