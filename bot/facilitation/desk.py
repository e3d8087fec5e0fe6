"""The desk: every arrival of every platform comes here, and is answered when what came of it is durable."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot.facilitation import own_data
from bot.facilitation.answer import NOTHING, Answer
from bot.facilitation.commands import Commands, parse
from bot.facilitation.job import Writing
from bot.facilitation.jobs import Happening, Ringing
from bot.facilitation.journey_desk import JourneyDesk
from bot.facilitation.journey_jobs import JourneyHappening, JourneyRinging
from bot.facilitation.kept import Kept
from bot.facilitation.naming import Naming
from bot.facilitation.office import Office, delivery_id, tenant
from bot.facilitation.people import Somebody
from bot.facilitation.trouble import went_wrong
from bot.facilitation.writer import RepeatedError
from bot.log import fault
from bot.platforms.inbound import (
    NOTHING_TO_SAY,
    BotRemoved,
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    PersonLeft,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.storage.changes import BoardKey, Changes
from bot.storage.rows import TimerRow
from dialogs import events as e
from dialogs import forms, presses
from dialogs.boards import Board, together
from dialogs.commands import ForgetMe, MyData
from dialogs.desk_messages import ForYouAlone
from dialogs.journey.journey import is_journey
from dialogs.journey.people import Gone
from dialogs.journey.process.events import ChannelLost
from dialogs.messages import EditForm, MineForm, NoteForm
from dialogs.receipts import Code, Receipt
from dialogs.session import Session
from dialogs.verbs import FORMS, PRESSES

log = structlog.get_logger(__name__)
_NONCE = re.compile(r"[A-Za-z0-9_-]{8,64}")
UNKNOWN = Answer(Receipt(Code.UNKNOWN))
_ANSWERED = frozenset({"stored", "examples", "status"})


class Desk:
    """`handle` is all that a platform needs; `happen` and `ring` are for the courier and the alarm."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._journeys = JourneyDesk(office)
        self._commands = Commands(office, self._journeys)
        self._naming = Naming(office.people, office.store, office.clock, self.happen)
        self._handlers: dict[type, Callable[[Any], Awaitable[Reply]]] = {
            CommandGiven: self._command,
            Pressed: self._pressed,
            FormAsked: self._form_asked,
            FormSent: self._form_sent,
            HomeOpened: self._home,
            PersonLeft: self._person_left,
            BotRemoved: self._bot_removed,
        }

    async def handle(self, inbound: Inbound) -> Reply:
        """Take in, make durable, answer. Never raises for anything that a person waits for an answer to.

        Who has left, or where we were removed, waits for none: that must not count as taken in, so that the
        platform tells us again.
        """
        try:
            return await self._handlers[type(inbound)](inbound)
        except Exception as error:
            delivery = delivery_id(inbound.delivery).hex()
            kind = type(inbound).__name__
            log.exception("arrival failed", kind=kind, delivery=delivery, **fault(error))
            if isinstance(inbound, PersonLeft | BotRemoved):
                raise
            return went_wrong(inbound, self._office.speech)

    async def happen(self, session: str, event: e.Event, *, delivery: str = "") -> None:
        """Let the engine know of what no person did (a platform's refusal, a channel that is gone)."""
        with suppress(RepeatedError):
            await self._office.writer.submit(
                Happening(session, lambda *_: event, delivery=delivery_id(delivery))
            )

    async def ring(self, timer: TimerRow) -> None:
        """A timer came due; rings once, however often it is called."""
        delivery = delivery_id(f"timer:{timer.session}:{timer.name}:{timer.due.isoformat()}")
        kind = JourneyRinging if is_journey(timer.session) else Ringing
        await self._office.writer.submit(kind(timer.session, timer.name, timer.due, delivery))

    async def rest(self) -> None:
        """Begin nothing more beside what is asked for."""
        await self._naming.stop()

    # --- what people do ---

    async def _meet(self, caller: Caller) -> Somebody:
        """Who acts; a name that nobody tells just now is asked for again later."""
        by = await self._office.people.meet(caller)
        if not by.name:
            self._naming.later(by.person)
        return by

    async def _command(self, given: CommandGiven) -> Reply:
        # Who asks what is stored of them is not to be stored for asking.
        about_oneself = isinstance(parse(given.text), MyData | ForgetMe)
        if about_oneself:
            by = await self._office.people.meet(given.caller, noted=False)
        else:
            by = await self._meet(given.caller)
        reply = await self._commands.answer(given, by)
        if reply.card is None or given.place.kind is PlaceKind.DIRECT:
            return reply
        speech = self._office.speech
        return replace(reply, instead=speech.card(ForYouAlone(), speech.words(by.language, by.timezone)))

    async def _pressed(self, pressed: Pressed) -> Reply:
        office, action = self._office, pressed.action
        by = await self._meet(pressed.caller)
        if action.verb == "forget":
            return await own_data.forget(office, by)
        if self._journeys.concerns(action.verb):
            return await self._journeys.pressed(pressed, by)
        return await self._pressed_in_session(pressed, by)

    async def _pressed_in_session(self, pressed: Pressed, by: Somebody) -> Reply:
        office, action = self._office, pressed.action
        kept = await office.kept(action.session, by.person)
        if kept is None or action.verb not in PRESSES:
            return office.said(UNKNOWN, by)
        if action.verb == "summary":
            return await self._commands.summary(kept, by)
        if action.verb == "together":
            return await self._together(pressed, kept, by)
        if action.verb in _ANSWERED:
            message = presses.answer(kept.session, action.verb, action.args, by.person, office.clock.now())
            return office.said(Answer(message, edition=kept.edition, language=kept.session.language), by)
        if action.verb == "join":
            await self._reachable_again(by.person)
        return await self._happened(pressed, by)

    async def _together(self, pressed: Pressed, kept: Kept, by: Somebody) -> Reply:
        """Open the own conversation of the presser's pair or trio."""
        step = "".join(pressed.action.args[:1])
        run = kept.session.runs.get(step)
        group = run.group_of(by.person) if run else None
        if group is None:
            return self._office.said(UNKNOWN, by)
        board = Board("together", (step,))
        key = BoardKey(kept.session.id, str(together(step, group.id)), str(board))
        changes = Changes(self._office.clock.now(), shows={key: None})
        return await self._office.done(Writing(changes, NOTHING, delivery_id(pressed.delivery)), by)

    async def _happened(self, pressed: Pressed, by: Somebody) -> Reply:
        action = pressed.action

        def read(session: Session, _: datetime) -> e.Event | Answer:
            language = by.language or session.language
            event = presses.event_of(action.verb, action.args, by.person, by.name, language)
            return event if event is not None else UNKNOWN

        job = Happening(action.session, read, by, delivery_id(pressed.delivery))
        return await self._office.done(job, by)

    async def _form_asked(self, asked: FormAsked) -> Reply:
        office, action = self._office, asked.action
        by = await self._meet(asked.caller)
        if self._journeys.concerns(action.verb):
            return await self._journeys.form_asked(asked, by)
        kept = await office.kept(action.session, by.person)
        if kept is None or action.verb not in FORMS:
            return office.said(UNKNOWN, by)
        found = forms.ask(kept.session, action.verb, action.args, by.person, office.clock.now())
        if isinstance(found, Receipt):
            return office.said(Answer(found, edition=kept.edition, language=kept.session.language), by)
        return office.said(Answer(form=found, edition=kept.edition, language=kept.session.language), by)

    async def _form_sent(self, sent: FormSent) -> Reply:
        office, action = self._office, sent.action
        by = await self._meet(sent.caller)
        if self._journeys.concerns(action.verb):
            valid = _NONCE.fullmatch(sent.nonce)
            return await self._journeys.form_sent(sent, by) if valid else office.said(UNKNOWN, by)
        kept = await office.kept(action.session, by.person)
        if kept is None or action.verb not in FORMS or not _NONCE.fullmatch(sent.nonce):
            return office.said(UNKNOWN, by)

        def read(session: Session, now: datetime) -> e.Event | Answer:
            found = forms.read(session, action.verb, action.args, by.person, sent.values, sent.nonce, now)
            match found:
                case dict():
                    return Answer(errors=found)
                case Receipt():
                    return Answer(found)
                case NoteForm() | MineForm() | EditForm():
                    return Answer(form=found)
                case _:
                    return found

        delivery, field = delivery_id(sent.delivery), _written_in(sent)
        job = Happening(action.session, read, by, delivery, sent_form=True, field=field)
        return await office.done(job, by)

    async def _home(self, opened: HomeOpened) -> Reply:
        by = await self._meet(opened.caller)
        await self._reachable_again(by.person)
        return await self._commands.help(opened.place, by, own=True)

    # --- what happens to people and to us ---

    async def _person_left(self, left: PersonLeft) -> Reply:
        for session in await self._concerned(left):
            await self.happen(session, e.Left(left.person), delivery=f"{left.delivery}/{session}")
        for journey in await self._journeys_left(left):
            await self._journey_happens(journey, Gone(left.person), f"{left.delivery}/{journey}")
        return NOTHING_TO_SAY

    async def _concerned(self, left: PersonLeft) -> list[str]:
        """The live sessions that somebody left: the one of the place, or all when they left for good."""
        live = [one for one, goes_on in await self._office.store.sessions_of(left.person) if goes_on]
        here = self._office.state.places.get(left.place.id) if left.place else None
        return [one for one in live if left.place is None or one == here]

    async def _journeys_left(self, left: PersonLeft) -> list[str]:
        """The journeys that somebody left: the one of the place, or all when they left for good."""
        here = self._office.state.journeys.places.get(left.place.id, "") if left.place else ""
        own = await self._office.store.journeys_of(left.person)
        return [one for one in own if left.place is None or one == here]

    async def _bot_removed(self, removed: BotRemoved) -> Reply:
        for place, session in list(self._office.state.places.items()):
            gone = tenant(place) == removed.tenant if removed.place is None else place == removed.place.id
            if gone:
                await self.happen(session, e.ChannelGone(), delivery=f"{removed.delivery}/{session}")
        for place, journey in list(self._office.state.journeys.places.items()):
            gone = tenant(place) == removed.tenant if removed.place is None else place == removed.place.id
            if gone:
                await self._journey_happens(journey, ChannelLost(), f"{removed.delivery}/{journey}")
        return NOTHING_TO_SAY

    async def _journey_happens(self, journey: str, event: Any, delivery: str) -> None:
        job = JourneyHappening(lambda *_: event, session=journey, delivery=delivery_id(delivery))
        with suppress(RepeatedError):
            await self._office.writer.submit(job)

    async def _reachable_again(self, person: str) -> None:
        if not await self._office.people.reachable(person):
            row = await self._office.people.mark(person, reachable=True)
            await self._office.writer.write(Changes(self._office.clock.now(), people={person: row}))


def _written_in(sent: FormSent) -> str:
    """The field of a form that holds what was written, or whichever comes first; "" when it has none."""
    return next((one for one in ("text", "line", "name", *sent.values) if one in sent.values), "")
