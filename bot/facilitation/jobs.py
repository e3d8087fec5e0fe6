"""The jobs of the desk: something that happened to a session, and a session that begins."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.facilitation.answer import Answer
from bot.facilitation.following import follow
from bot.facilitation.job import Draft, Outcome
from bot.facilitation.kept import Kept
from bot.facilitation.people import Somebody
from bot.storage.changes import Changes, SessionRow
from content.library import Edition
from dialogs import desk_messages as d
from dialogs import forms
from dialogs.engine import Turn, advance, open_session
from dialogs.events import Event, Named, TimerRang
from dialogs.group_memory import Division
from dialogs.planner import Wish
from dialogs.receipts import Code, Receipt
from dialogs.session import Session
from dialogs.unsaved import unsaved

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
    field: str = ""
    """The field of the sent form that holds what was written; "" for none."""

    def decide(self, draft: Draft) -> Outcome:
        """Let the engine decide."""
        kept = draft.session(self.session)
        if kept is None:
            return Outcome(Changes(draft.now), answer=Answer(Receipt(Code.UNKNOWN)), counts=False)
        event = self.read(kept.session, draft.now)
        if isinstance(event, Answer):
            answer = Answer(event.message, event.form, event.errors, kept.edition, kept.session.language)
            return Outcome(Changes(draft.now), answer=answer, counts=False)
        changes = Changes(draft.now)
        kept = self._named(kept, changes)
        turn = advance(kept.session, event, draft.now)
        answer = self._answer(kept, turn, event, draft.now)
        after = kept.after(turn, changes)
        journey = follow(draft, turn, changes)
        return Outcome(changes, after, answer, counts=not answer.errors, journey=journey)

    def _named(self, kept: Kept, changes: Changes) -> Kept:
        """Whoever acts may have been taken in before anybody could tell what they are called."""
        if self.by is None or not self.by.name or not kept.session.nameless(self.by.person):
            return kept
        turn = advance(kept.session, Named(self.by.person, self.by.name), changes.at)
        return kept.after(turn, changes)

    def _answer(self, kept: Kept, turn: Turn, event: Event, now: datetime) -> Answer:
        if self.field and (why := unsaved(event, turn.receipt)):
            return Answer(errors={self.field: why}, edition=kept.edition, language=kept.session.language)
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
        return Outcome(changes, kept.after(turn, changes), journey=follow(draft, turn, changes))


@dataclass(frozen=True, slots=True)
class Starting:
    """`by` starts a workshop in `place`."""

    place: str
    edition: Edition
    language: str
    by: Somebody
    delivery: bytes
    session: str = ""
    """The journey of the place, so that it is in memory: it knows who has worked with whom."""
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
            earlier=_earlier(draft, self.place),
        )
        changes = Changes(draft.now)
        changes.sessions.append(SessionRow(new, self.place, self.edition.fingerprint, draft.now))
        changes.editions[self.edition.fingerprint] = self.edition.model_dump_json().encode()
        kept = Kept(turn.session, self.edition, 0)
        answer = Answer(turn.receipt, edition=self.edition, language=self.language)
        return Outcome(changes, kept.after(turn, changes), answer)


def _earlier(draft: Draft, place: str) -> tuple[Division, ...]:
    """How people were divided in the workshops that were held there; nothing when it is not known now."""
    journey = draft.journey_in(place)
    return tuple(one for held in journey.journey.held for one in held.divided) if journey else ()


@dataclass(frozen=True, slots=True)
class Running:
    """The answer to a second start: `session` goes on there."""

    session: str


def already_running(kept: Kept, now: datetime) -> d.AlreadyRunning:
    """What is said of a session that goes on."""
    session = kept.session
    return d.AlreadyRunning(
        session=session.id,
        number=session.workshop.called,
        opened_at=session.opened_at,
        facilitators=tuple(map(session.name, session.facilitators)),
        today=now.date() == session.opened_at.date(),
    )
