"""What everybody at the desk works with, and the few things that all of them do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.facilitation.answer import Answer, reply
from bot.facilitation.job import Job
from bot.facilitation.kept import Kept
from bot.facilitation.people import People, Somebody
from bot.facilitation.speech import Speech
from bot.facilitation.state import State
from bot.facilitation.writer import RepeatedError, Writer
from bot.platforms.inbound import NOTHING_TO_SAY, Reply
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """The tools of the desk. `forgotten` tells the courier whose messages must not be sent any more."""

    store: Store
    state: State
    writer: Writer
    people: People
    speech: Speech
    clock: Clock
    forgotten: Callable[[str], None]

    async def done(self, job: Job, by: Somebody) -> Reply:
        """Have `job` written, and say what came of it.

        A repeated one whose answer is gone is answered by silence.
        """
        try:
            answer: Answer = await self.writer.submit(job)
        except RepeatedError:
            return NOTHING_TO_SAY
        return reply(answer, by, self.speech)

    def said(self, answer: Answer, by: Somebody) -> Reply:
        """An answer that nothing needs to be written for."""
        return reply(answer, by, self.speech)

    async def kept(self, session: str, person: str) -> Kept | None:
        """The session, if there is one and `person` is of the same organisation."""
        kept = await self.state.shelf.fetch(session) if session else None
        return kept if kept is not None and tenant(kept.session.place) == tenant(person) else None


def tenant(name: str) -> str:
    """Platform and organisation of a person's or a place's id: `slack:T1`."""
    return ":".join(name.split(":", 2)[:2])


def delivery_id(delivery: str) -> bytes:
    """What is kept of a delivery id: enough to know it again, nothing to read in it."""
    return (
        hashlib.blake2b(delivery.encode(errors="surrogatepass"), digest_size=16).digest() if delivery else b""
    )
