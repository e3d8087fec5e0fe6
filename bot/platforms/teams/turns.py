"""One turn: an authenticated activity to the desk, and the desk's reply back to whoever acted."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import structlog

from adaptive_cards.card import Button, Buttons, Card, Form
from adaptive_cards.renderers import adaptive_card
from adaptive_cards.renderers.enclosures import NOTHING
from bot.platforms.inbound import (
    BotRemoved,
    CommandGiven,
    FormAsked,
    FormSent,
    Inbound,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.platforms.platform import DeliveryError, Desk, RoomGoneError, UnreachableError
from bot.platforms.teams import ids, inbound, replies
from bot.platforms.teams.arrived import Arrived
from bot.platforms.teams.outbound import Outbound, Route
from bot.platforms.teams.references import References
from bot.platforms.teams.roster import Roster

Json = dict[str, Any]
_log = structlog.get_logger(__name__)
_MOST_FORMS = 2000
"""Open dialogs that are remembered, to show them again with what is to be mended."""


class UnknownActionError(Exception):
    """An invoke with an action that is not ours, or damaged."""


class Turns:
    """What happens in the SDK's turns."""

    def __init__(self, desk: Desk, references: References, roster: Roster, outbound: Outbound) -> None:
        self._desk = desk
        self._references = references
        self._roster = roster
        self._outbound = outbound
        self._forms: OrderedDict[str, Form] = OrderedDict()
        self._later: set[asyncio.Task[None]] = set()

    async def take(self, arrived: Arrived, digest: str) -> Json | None:
        """Hand over, and answer; raises `UnknownActionError` for a press that nobody can have made."""
        found = inbound.inbound(arrived, digest)
        if not found and arrived.name in {inbound.PRESS, inbound.FETCH, inbound.SUBMIT}:
            raise UnknownActionError
        self._roster.note(inbound.person_of(arrived.tenant, arrived.sender), arrived.sender.name)
        body: Json | None = None
        for one in found:
            for each in await self._every(one, arrived):
                reply = await self._desk.handle(each)
                body = self._answer(each, reply, arrived)
        return body

    async def close(self) -> None:
        """Let what is on its way arrive."""
        if self._later:
            await asyncio.wait(self._later, timeout=5)

    async def _every(self, one: Inbound, arrived: Arrived) -> list[Inbound]:
        """What happens to a team happens to each of its channels; people are called by our id for them."""
        if isinstance(one, CommandGiven) and one.mentioned:
            return [await self._with_known_people(one)]
        if isinstance(one, PersonLeft):
            one = replace(one, person=self._known(one.person))
        if not isinstance(one, PersonLeft | BotRemoved) or one.place is None:
            return [one]
        return self._in_channels(one, one.place, await self._channels(arrived))

    @staticmethod
    def _in_channels(
        one: PersonLeft | BotRemoved, place: Place, channels: tuple[Place, ...]
    ) -> list[Inbound]:
        places = dict.fromkeys((place, *channels))
        return [
            replace(one, place=each, delivery=f"{one.delivery}/{number}" if number else one.delivery)
            for number, each in enumerate(places)
        ]

    async def _channels(self, arrived: Arrived) -> tuple[Place, ...]:
        """The channels of a team that somebody, or the bot, is leaving as a whole."""
        data = arrived.channel_data
        team = data.team and data.team.id
        if not team or data.event_type in {"channelDeleted", "channelMemberRemoved"}:
            return ()
        known = await self._references.channels(arrived.tenant, team)
        return tuple(Place(ids.ours(arrived.tenant, one), PlaceKind.CHANNEL) for one in known)

    async def _with_known_people(self, given: CommandGiven) -> CommandGiven:
        """Mentions name people by their `29:…` id only."""
        people = [replace(one, person=self._known(one.person)) for one in given.mentioned]
        if any(":29:" in one.person for one in people):
            await self._roster.read(given.place.id)
            people = [replace(one, person=self._known(one.person)) for one in people]
        return replace(given, mentioned=tuple(people))

    def _known(self, person: str) -> str:
        return self._references.whom(*ids.parts(person))

    def _answer(self, one: Inbound, reply: Reply, arrived: Arrived) -> Json | None:
        match one:
            case FormAsked():
                return self._to_fetch(reply)
            case FormSent():
                return self._to_submit(one, reply)
            case Pressed() if arrived.name in {inbound.FETCH, inbound.SUBMIT}:
                return replies.with_card(reply.card) if reply.card else {}
            case Pressed():
                return self._to_press(one, reply, arrived)
            case CommandGiven() if one.place.kind is not PlaceKind.DIRECT:
                card = reply.card or _opener(reply.form)
                if card:
                    self._soon(self._alone(one.caller.person, card, reply.instead or card, arrived))
                return None
            case _:
                card = reply.card or _opener(reply.form)
                if card:
                    self._soon(self._say(card, arrived))
                return None

    def _to_fetch(self, reply: Reply) -> Json:
        if reply.form:
            return self._opened(reply.form)
        return replies.with_card(reply.card) if reply.card else replies.done()

    def _to_submit(self, sent: FormSent, reply: Reply) -> Json:
        form = self._forms.get(sent.nonce)
        if reply.errors:
            if form is None:  # opened before a restart
                return replies.with_errors(reply.errors, sent.values)
            return replies.with_form(replies.filled(form, sent.values), reply.errors)
        self._forms.pop(sent.nonce, None)
        if reply.form:
            return self._opened(reply.form)
        return replies.with_card(reply.card) if reply.card else {}

    def _opened(self, form: Form) -> Json:
        self._forms[form.nonce] = form
        while len(self._forms) > _MOST_FORMS:
            self._forms.popitem(last=False)
        return replies.with_form(form)

    def _to_press(self, pressed: Pressed, reply: Reply, arrived: Arrived) -> Json | None:
        """A passing line; what does not fit into one, and all for old clients, in the person's 1:1 chat."""
        is_old = arrived.name != inbound.PRESS
        if reply.card and (is_old or not replies.is_brief(reply.card)):
            self._soon(self._outbound.tell(pressed.caller.person, reply.card))
        return None if is_old else replies.to_press(reply.card)

    async def _alone(self, person: str, card: Card, instead: Card, arrived: Arrived) -> None:
        """In the person's 1:1 chat; where there is none, what everybody may read where they asked."""
        try:
            await self._outbound.tell(person, card)
        except (UnreachableError, RoomGoneError):
            await self._say(instead, arrived)

    async def _say(self, card: Card, arrived: Arrived) -> None:
        """Where the command was given."""
        bot = arrived.recipient.id if arrived.recipient else ""
        route = Route(arrived.service_url, bot, arrived.conversation.id)
        await self._outbound.post(route, adaptive_card.render(card, NOTHING))

    def _soon(self, telling: Coroutine[Any, Any, None]) -> None:
        """After the answer: Teams waits for that no longer than some seconds."""
        task = asyncio.create_task(self._quietly(telling), name="errand")
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    @staticmethod
    async def _quietly(telling: Coroutine[Any, Any, None]) -> None:
        try:
            await telling
        except DeliveryError as error:
            _log.info("teams.answer_not_given", error=type(error).__name__, reason=error.reason)


def _opener(form: Form | None) -> Card | None:
    """A card whose button opens the form: a message of Teams cannot open a dialog by itself."""
    if form is None:
        return None
    opening = Button(form.title, form.action, opens_form=True)
    return Card(form.title, (Buttons((opening,)),), form.title, form.language)
