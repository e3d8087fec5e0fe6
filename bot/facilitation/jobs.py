"""The jobs of the desk: something that happened to a session, and a session that begins."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.facilitation.answer import Answer
from bot.facilitation.job import Draft, Outcome
from bot.facilitation.kept import Kept
from bot.facilitation.people import Somebody
from bot.storage.changes import Changes, SessionRow
from content.library import Edition
from dialogs import desk_messages as d
from dialogs import forms
from dialogs.engine import Turn, advance, open_session
from dialogs.events import Event, TimerRang
from dialogs.planner import Wish
from dialogs.receipts import Code, Receipt
from dialogs.session import Session

Read = Callable[[Session, datetime], Event | Answer]
"""What an arrival means for the session as it is when its turn comes."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something happened to `session`; `read` says what."""

    session: str
    read: Read
    by: Somebody | None = None
    delivery: bytes = b""
    sent_form: bool = False

    def decide(self, draft: Draft) -> Outcome:
        """Let the engine decide."""
        kept = draft.session(self.session)
        if kept is None:
            return Outcome(Changes(draft.now), answer=Answer(Receipt(Code.UNKNOWN)), counts=False)
        event = self.read(kept.session, draft.now)
        if isinstance(event, Answer):
            answer = Answer(event.message, event.form, event.errors, kept.edition, kept.session.language)
            return Outcome(Changes(draft.now), answer=answer, counts=False)
        turn = advance(kept.session, event, draft.now)
        changes = Changes(draft.now)
        return Outcome(changes, kept.after(turn, changes), self._answer(kept, turn, event, draft.now))

    def _answer(self, kept: Kept, turn: Turn, event: Event, now: datetime) -> Answer:
        following = None
        if self.sent_form and self.by is not None and turn.facts:
            following = forms.after(turn.session, event, self.by.person, now)
        receipt = None if following else turn.receipt
        return Answer(receipt, following, edition=kept.edition, language=kept.session.language)


@dataclass(frozen=True, slots=True)
class Ringing:
    """The timer `name` of `session` came due; one that was moved or cleared in the meantime does not ring."""

    session: str
    name: str
    due: datetime
    delivery: bytes

    def decide(self, draft: Draft) -> Outcome:
        """Let the engine decide, and put the timer away in the same transaction."""
        changes = Changes(draft.now)
        kept = draft.session(self.session)
        if kept is None or kept.timers.get(self.name) != self.due:
            return Outcome(changes, counts=False)
        kept = kept.without_timer(self.name, changes)
        turn = advance(kept.session, TimerRang(self.name), draft.now)
        return Outcome(changes, kept.after(turn, changes))


@dataclass(frozen=True, slots=True)
class Starting:
    """`by` starts a workshop in `place`."""

    place: str
    edition: Edition
    language: str
    by: Somebody
    delivery: bytes
    session: str = ""
    wish: Wish | None = None
    slow: bool = False
    zone: str = "Europe/Helsinki"

    def decide(self, draft: Draft) -> Outcome:
        """Open a session, unless one goes on there already."""
        if live := draft.live_in(self.place):
            return Outcome(Changes(draft.now), answer=Running(live), counts=False)
        new = secrets.token_hex(5)
        turn = open_session(
            session=new,
            edition=self.edition,
            place=self.place,
            language=self.language,
            seed=secrets.randbelow(2**31),
            facilitator=self.by.person,
            name=self.by.name,
            now=draft.now,
            wish=self.wish,
            slow=self.slow,
            zone=self.zone,
        )
        changes = Changes(draft.now)
        changes.sessions.append(SessionRow(new, self.place, self.edition.fingerprint, draft.now))
        changes.editions[self.edition.fingerprint] = self.edition.model_dump_json().encode()
        kept = Kept(turn.session, self.edition, 0)
        answer = Answer(turn.receipt, edition=self.edition, language=self.language)
        return Outcome(changes, kept.after(turn, changes), answer)


@dataclass(frozen=True, slots=True)
class Running:
    """The answer to a second start: `session` goes on there."""

    session: str


def already_running(kept: Kept, now: datetime) -> d.AlreadyRunning:
    """What is said of a session that goes on."""
    session = kept.session
    return d.AlreadyRunning(
        session=session.id,
        number=session.workshop.number,
        opened_at=session.opened_at,
        facilitators=tuple(map(session.name, session.facilitators)),
        today=now.date() == session.opened_at.date(),
    )
