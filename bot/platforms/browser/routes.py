"""The practice room's addresses. Each checks, makes an `Inbound`, and gives the desk's answer back."""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from typing import Protocol

from aiohttp import web

from adaptive_cards.actions import Action, BadActionError, decode
from adaptive_cards.renderers.legible import legible
from bot.platforms.browser import inbound, page, shown, stream
from bot.platforms.browser.allowance import Allowance
from bot.platforms.browser.arrivals import Act, Choosing, FromSomebody, Pressing, Saying, Sending, Switching
from bot.platforms.browser.audience import Audience
from bot.platforms.browser.colleagues import Colleagues
from bot.platforms.browser.files import ROUTE, Files
from bot.platforms.browser.gate import HEADERS, Gate, RefusalError, answer, language_of, read
from bot.platforms.browser.people import NoNameError, People, TooManyPeopleError
from bot.platforms.browser.places import Room, direct
from bot.platforms.browser.rooms import Entry, Rooms
from bot.platforms.browser.visibility import sees
from bot.platforms.browser.words import words
from bot.platforms.inbound import NOTHING_TO_SAY, Inbound, PlaceKind
from bot.platforms.platform import Desk, Member

_SHOWN_AS_IS = re.compile(r"image/(?:png|jpeg|webp|gif|svg\+xml)")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")


class Practice(Protocol):
    """What the routes need of the platform."""

    desk: Desk | None
    colleagues: Colleagues | None
    people: People
    rooms: Rooms
    files: Files
    audience: Audience


class Routes:
    """All handlers; `add` puts them behind the gate."""

    def __init__(self, practice: Practice, gate: Gate) -> None:
        self._here = practice
        self._gate = gate
        self._allowance = Allowance()

    def add(self, app: web.Application) -> None:
        """Add the addresses to the application."""
        for path, getter in {
            "/": page.page,
            "/practice/static/{name}": page.static,
            "/practice/completions": self.completions,
            "/practice/events": self.events,
            ROUTE + "{name}": self.file,
        }.items():
            app.router.add_get(path, self._gate.guard(getter), allow_head=False)
        for path, poster in {
            "/practice/people": self.choose,
            "/practice/colleagues": self.switch,
            "/practice/say": self.say,
            "/practice/press": self.press,
            "/practice/form": self.ask,
            "/practice/send": self.send,
        }.items():
            app.router.add_post(path, self._gate.guard(poster))

    async def completions(self, request: web.Request) -> web.Response:
        """The commands, with what each does."""
        return answer([one.model_dump() for one in words(language_of(request)).completions])

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Everything that `?me=` sees: first all of it, then each change."""
        member = self._member(request.query.get("me", ""))
        listener = self._here.audience.join(member.person)
        listener.tell("state", ("state", self._state(member.person)))
        try:
            return await stream.serve(request, listener)
        finally:
            self._here.audience.leave(listener)

    async def file(self, request: web.Request) -> web.Response:
        """A picture or a file of a card."""
        content = self._here.files.get(request.match_info["name"])
        if content is None:
            raise RefusalError(404, "not_here")
        known = _MEDIA_TYPE.fullmatch(content.media_type)
        as_is = _SHOWN_AS_IS.fullmatch(content.media_type)
        name = re.sub(r"[^A-Za-z0-9._-]", "_", content.filename)
        headers = HEADERS | {
            "Content-Type": content.media_type if known else "application/octet-stream",
            "Content-Disposition": f'{"inline" if as_is else "attachment"}; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "Cache-Control": "private, max-age=86400, immutable",
        }
        return web.Response(body=content.data, headers=headers)

    async def choose(self, request: web.Request) -> web.Response:
        """Somebody chooses who he or she is; the bot greets in the direct chat."""
        choosing = await read(request, Choosing)
        try:
            member = self._here.people.add(
                choosing.name, language=language_of(request), timezone=choosing.timezone
            )
        except NoNameError:
            raise RefusalError(422, "no_name") from None
        except TooManyPeopleError:
            raise RefusalError(409, "too_many_people") from None
        self._here.rooms.open(direct(member.person))
        self._here.audience.tell("people", ("people", {"people": self._people()}))
        return answer(shown.person(member) | await self._greeting(member))

    async def _greeting(self, member: Member) -> dict[str, object]:
        """Only where nothing stands yet: below a panel or a task, a greeting would be in the way."""
        own = direct(member.person).key
        _, seen = self._here.rooms.seen_by(member.person)
        if any(entry.room.key == own for entry in seen):
            return shown.reply(NOTHING_TO_SAY)
        return await self._handled(inbound.home_opened(member))

    async def switch(self, request: web.Request) -> web.Response:
        """The simulated colleagues come or go."""
        switching = await read(request, Switching)
        self._acting(switching)
        if self._here.colleagues is None:
            raise RefusalError(404, "no_colleagues")
        if switching.count > self._here.colleagues.state().most:
            raise RefusalError(422, "too_many_people")
        await self._here.colleagues.switch(on=switching.on, count=switching.count)
        state = shown.colleagues(self._here.colleagues)
        self._here.audience.tell("colleagues", ("colleagues", {"colleagues": state}))
        return answer({"colleagues": state})

    async def say(self, request: web.Request) -> web.Response:
        """A line from the message box: a command for the desk, or chat for those in the room."""
        said = await read(request, Saying)
        member, room = self._acting_in(said)
        if not legible(said.text).strip():
            raise RefusalError(422, "empty")
        try:
            text = inbound.command_in(said.text, room.place.kind)
        except inbound.NoSuchSlashError:
            raise RefusalError(422, "no_such_slash") from None
        if text is None or room.place.kind is PlaceKind.DIRECT:
            self._chat(member, room, said.text)
        if text is None:
            return answer({})
        people = self._here.people.everybody()
        return answer(await self._handled(inbound.command(said, member, room, text, people)))

    async def press(self, request: web.Request) -> web.Response:
        """A button without a form."""
        press = await read(request, Pressing)
        member, room = self._acting_in(press)
        return answer(await self._handled(inbound.pressed(press, member, room, _action(press.action))))

    async def ask(self, request: web.Request) -> web.Response:
        """A button that opens a form."""
        press = await read(request, Pressing)
        member, room = self._acting_in(press)
        return answer(await self._handled(inbound.form_asked(press, member, room, _action(press.action))))

    async def send(self, request: web.Request) -> web.Response:
        """A filled form."""
        sent = await read(request, Sending)
        member, room = self._acting_in(sent)
        return answer(await self._handled(inbound.form_sent(sent, member, room, _action(sent.action))))

    async def _handled(self, arrival: Inbound) -> dict[str, object]:
        if self._here.desk is None:
            raise RefusalError(503, "trouble")
        return shown.reply(await self._here.desk.handle(arrival))

    def _member(self, person: str) -> Member:
        member = self._here.people.get(person)
        if member is None:
            raise RefusalError(404, "unknown_person")
        return member

    def _acting(self, arrival: FromSomebody) -> Member:
        member = self._member(arrival.me)
        if not self._allowance.take(member.person):
            raise RefusalError(429, "too_fast")
        return member

    def _acting_in(self, act: Act) -> tuple[Member, Room]:
        member = self._acting(act)
        room = self._here.rooms.room(act.room)
        # A room that one does not see is answered like one that is not there.
        if room is None or not sees(member.person, room):
            raise RefusalError(404, "unknown_room")
        return member, room

    def _chat(self, member: Member, room: Room, text: str) -> None:
        words_of_theirs = legible(text).strip()
        self._here.rooms.post(
            Entry(f"said-{secrets.token_urlsafe(9)}", room, member, words_of_theirs, at=datetime.now(UTC))
        )

    def _people(self) -> list[dict[str, str]]:
        return [shown.person(member) for member in self._here.people.everybody()]

    def _state(self, person: str) -> dict[str, object]:
        self._here.rooms.open(direct(person))
        rooms, entries = self._here.rooms.seen_by(person)
        return {
            "me": person,
            "rooms": [shown.room(room, self._here.people) for room in rooms],
            "entries": [shown.entry(entry) for entry in entries],
            "people": self._people(),
            "colleagues": shown.colleagues(self._here.colleagues),
        }


def _action(text: str) -> Action:
    try:
        return decode(text)
    except BadActionError:
        raise RefusalError(422, "malformed") from None
