"""The part of the desk that journeys are dealt with at: their buttons, forms and commands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.facilitation.answer import Answer
from bot.facilitation.jobs import Starting
from bot.facilitation.journey_jobs import JourneyHappening, Opening, Read
from bot.facilitation.kept_journey import KeptJourney
from bot.facilitation.office import Office, delivery_id, tenant
from bot.facilitation.people import Somebody
from bot.facilitation.starting import started
from bot.platforms.inbound import CommandGiven, FormAsked, FormSent, Place, PlaceKind, Pressed, Reply
from dialogs.commands import ExperimentsAsked, MyTasks, ProcessSaid
from dialogs.desk_messages import ChannelOnly
from dialogs.journey.area import Acting, Values, WorkshopWanted
from dialogs.journey.areas import COMMANDS, FORMS, PRESSES
from dialogs.journey.engine import own
from dialogs.journey.journey import Journey, is_journey
from dialogs.journey.messages import JourneyForm, JourneyMessage, OwnLine, OwnThings, WhichJourney
from dialogs.receipts import Code, Receipt

UNKNOWN = Answer(Receipt(Code.UNKNOWN))
_FIRST = frozenset({"observe"})
"""Forms with which a journey may begin."""


class JourneyDesk:
    """`concerns` says whether a verb is dealt with here."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def concerns(self, verb: str) -> bool:
        """Whether `verb` is a journey's."""
        return verb in PRESSES or verb in FORMS

    async def pressed(self, pressed: Pressed, by: Somebody) -> Reply:
        """A button."""
        found = await self._addressed(pressed.action.session, by)
        if found is None or pressed.action.verb not in PRESSES:
            return self._office.said(UNKNOWN, by)
        press, args = PRESSES[pressed.action.verb], pressed.action.args
        journey = await self._as_it_is(found, by)
        wanted = press(self._acting(journey, args, by, self._office.clock.now(), pressed.action.session))
        if isinstance(wanted, WorkshopWanted):
            return await self._begun(journey, wanted, by, pressed.delivery)

        def read(journey: Journey, now: datetime) -> Any:
            acting = self._acting(journey, args, by, now, pressed.action.session)
            return _answered(press(acting))

        return await self._happened(found, read, by, pressed.delivery)

    async def form_asked(self, asked: FormAsked, by: Somebody) -> Reply:
        """A button that opens a form. Nothing is written for it."""
        found = await self._meant(asked, by)
        form = FORMS.get(asked.action.verb)
        if found is None or form is None or len(asked.action.args) not in form.args:
            return self._office.said(UNKNOWN, by)
        journey = await self._as_it_is(found, by)
        now = self._office.clock.now()
        action = asked.action
        acting = self._acting(journey, action.args, by, now, action.session, asked.values)
        answer = form.ask(acting)
        return self._office.said(_answer(answer), by)

    async def form_sent(self, sent: FormSent, by: Somebody) -> Reply:
        """A sent form."""
        found = await self._meant(sent, by)
        form = FORMS.get(sent.action.verb)
        if found is None or form is None or len(sent.action.args) not in form.args:
            return self._office.said(UNKNOWN, by)
        args, values, nonce = sent.action.args, sent.values, sent.nonce

        def read(journey: Journey, now: datetime) -> Any:
            acting = self._acting(journey, args, by, now, sent.action.session, values, nonce)
            return _answered(form.read(acting))

        return await self._happened(found, read, by, sent.delivery)

    async def command(self, given: CommandGiven, by: Somebody, command: Any) -> Reply:
        """A command about the journey of this place; in a direct chat, of the person's only one.

        Who asks there for experiments means their own, in all their journeys; so does who asks for tasks and
        is in several.
        """
        if given.place.kind is PlaceKind.DIRECT and command == ExperimentsAsked():
            return self._office.said(Answer(OwnThings(await self.own(by))), by)
        found = await self._here(given.place, by)
        if found is None and command == MyTasks():
            return self._office.said(Answer(OwnThings(await self.own(by))), by)
        if found is None:
            count = len(await self._office.store.journeys_of(by.person))
            return self._office.said(Answer(WhichJourney(count)), by)
        if isinstance(command, ProcessSaid) and self._alone(found, given.place):
            return self._office.said(Answer(ChannelOnly(given.text.strip())), by)
        answer = COMMANDS[type(command)]
        mentioned = tuple((one.person, one.name) for one in given.mentioned)

        def read(journey: Journey, now: datetime) -> Any:
            return _answered(answer(self._acting(journey, (), by, now, mentioned=mentioned), command))

        return await self._happened(found, read, by, given.delivery)

    async def _begun(self, journey: Journey, wanted: WorkshopWanted, by: Somebody, delivery: str) -> Reply:
        """A workshop begins in the channel of the journey."""
        office = self._office
        edition = office.speech.library.editions.get(wanted.slug)
        if edition is None:
            return office.said(UNKNOWN, by)
        job = Starting(
            journey.place,
            edition,
            journey.language,
            by,
            delivery_id(delivery),
            session=journey.id,
            zone=journey.zone,
        )
        return await started(office, job, by)

    async def own(self, by: Somebody) -> tuple[OwnLine, ...]:
        """What the person has open in all their journeys."""
        found: list[OwnLine] = []
        for journey in await self._office.store.journeys_of(by.person):
            if kept := await self._office.state.journeys.fetch(journey):
                found += own(kept.journey, by.person, self._office.clock.now())
        return tuple(found)

    # --- which journey is meant ---

    async def _meant(self, arrived: FormAsked | FormSent, by: Somebody) -> str | Opening | None:
        """The journey that a form belongs to.

        One that is about nothing that there is yet (an observation) may be the first thing of its place.
        """
        found = await self._addressed(arrived.action.session, by)
        if found is None and arrived.action.verb in _FIRST:
            return await self._here(arrived.place, by)
        return found

    async def _addressed(self, stream: str, by: Somebody) -> str | Opening | None:
        """The journey that a button belongs to: its own, or the one of the session's channel."""
        if is_journey(stream):
            kept = await self._office.state.journeys.fetch(stream)
            return stream if kept and tenant(kept.journey.place) == tenant(by.person) else None
        session = await self._office.kept(stream, by.person)
        if session is None:
            return None
        one = session.session
        return self._in(one.place) or Opening(one.place, one.language, one.zone)

    async def _here(self, place: Place, by: Somebody) -> str | Opening | None:
        """The journey of the place; None when it is not clear which one is meant in a direct chat."""
        if here := self._in(place.id):
            return here
        if place.kind is PlaceKind.DIRECT:
            own = await self._office.store.journeys_of(by.person)
            if own:
                return own[0] if len(own) == 1 else None
        chosen = await self._office.people.chosen(by.person)
        return Opening(place.id, chosen or self._office.speech.languages[0], str(self._office.speech.zone))

    @staticmethod
    def _alone(found: str | Opening, place: Place) -> bool:
        """Whether somebody who is in no journey writes to the bot alone: a process is a team's."""
        return isinstance(found, Opening) and place.kind is PlaceKind.DIRECT

    def _in(self, place: str) -> str:
        return self._office.state.journeys.places.get(place, "")

    async def _as_it_is(self, found: str | Opening, by: Somebody) -> Journey:
        """The journey; an empty one, not written anywhere, where none has begun."""
        kept: KeptJourney | None = None
        if isinstance(found, str):
            kept = await self._office.state.journeys.fetch(found)
        if kept is not None:
            return kept.journey
        place = found.place if isinstance(found, Opening) else ""
        language = found.language if isinstance(found, Opening) else by.language
        zone = found.zone if isinstance(found, Opening) else str(self._office.speech.zone)
        return Journey("j", place, language, zone, self._office.clock.now())

    # --- what comes of it ---

    async def _happened(self, found: str | Opening, read: Read, by: Somebody, delivery: str) -> Reply:
        if isinstance(found, Opening) and (here := self._in(found.place)):
            found = here
        job = JourneyHappening(
            read,
            session=found if isinstance(found, str) else "",
            place=found if isinstance(found, Opening) else None,
            delivery=delivery_id(delivery),
        )
        return await self._office.done(job, by)

    def _acting(  # noqa: PLR0913, PLR0917 -- a sent form is all of these
        self,
        journey: Journey,
        args: tuple[str, ...],
        by: Somebody,
        now: datetime,
        origin: str = "",
        values: Values | None = None,
        nonce: str = "",
        mentioned: tuple[tuple[str, str], ...] = (),
    ) -> Acting:
        return Acting(
            journey=journey,
            args=args,
            person=by.person,
            name=by.name,
            zone=by.timezone or journey.zone,
            now=now,
            values=values or {},
            nonce=nonce,
            origin="" if is_journey(origin) else origin,
            mentioned=mentioned,
            processes={slug: one.process for slug, one in self._office.speech.library.processes.items()},
        )


def _answered(outcome: Any) -> Any:
    """An event as it is; everything that only needs saying as an `Answer`."""
    says = isinstance(outcome, Receipt | dict | JourneyMessage | JourneyForm)
    return _answer(outcome) if says else outcome


def _answer(outcome: Any) -> Answer:
    if isinstance(outcome, dict):
        return Answer(errors=outcome)
    return Answer(form=outcome) if isinstance(outcome, JourneyForm) else Answer(outcome)
