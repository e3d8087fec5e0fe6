"""Who is in a conversation, by pages; names are kept in memory only."""

from __future__ import annotations

from collections import OrderedDict

import structlog

from bot.platforms.platform import DeliveryError, Member
from bot.platforms.teams import ids
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.errors import Answer, Lost
from bot.platforms.teams.references import References

_log = structlog.get_logger(__name__)
_MOST_PAGES = 100
_MOST_NAMES = 50_000


class Roster:
    """Names of people, and the people behind `29:…` ids."""

    def __init__(self, connector: Connector, references: References) -> None:
        self._connector = connector
        self._references = references
        self._names: OrderedDict[str, str] = OrderedDict()
        self._addresses: OrderedDict[str, str] = OrderedDict()

    def note(self, person: str, name: str) -> None:
        """A name that Teams has just told us."""
        if name:
            self._names[person] = name
            self._names.move_to_end(person)
        while len(self._names) > _MOST_NAMES:
            self._names.popitem(last=False)

    def _note_address(self, person: str, address: str) -> None:
        self._addresses[person] = address
        while len(self._addresses) > _MOST_NAMES:
            self._addresses.popitem(last=False)

    def forget(self, person: str) -> None:
        """Not to know a name any more."""
        self._names.pop(person, None)
        self._addresses.pop(person, None)

    async def address(self, person: str) -> str:
        """The user principal name, "" when Teams does not tell; like names, only in memory."""
        if person not in self._addresses:
            await self._read_where_seen(person)
        return self._addresses.get(person, "")

    async def member(self, person: str) -> Member | None:
        """Name, language and time zone; None for people that nobody has told us of."""
        known = await self._references.person(person)
        if person not in self._names:
            await self._read_where_seen(person)
        name = self._names.get(person, "")
        if not (known or name):
            return None
        known = known or {}
        return Member(person, name, str(known.get("language", "")), str(known.get("timezone", "")))

    async def _read_where_seen(self, person: str) -> None:
        known = await self._references.person(person)
        if known:
            tenant, _ = ids.parts(person)
            await self.read(ids.ours(tenant, known.get("seen") or known.get("direct") or ""))

    async def read(self, place: str) -> None:
        """Take in everybody in a conversation; quietly nothing when Teams does not tell."""
        room = await self._references.room(place)
        if not room:
            return
        tenant, conversation = ids.parts(place)
        try:
            await self._pages(room["service_url"], tenant, conversation)
        except (Answer, Lost, DeliveryError) as error:
            _log.info("teams.roster_not_read", error=type(error).__name__, reason=str(error))

    async def _pages(self, service_url: str, tenant: str, conversation: str) -> None:
        page, seen = "", {""}
        for _ in range(_MOST_PAGES):
            people, page = await self._connector.members(service_url, conversation, page)
            for one in people:
                self._references.note_user(tenant, one["id"], one["aad"])
                person = ids.ours(tenant, one["aad"] or one["id"])
                self.note(person, one["name"])
                self._note_address(person, one["upn"])
            if page in seen:
                return
            seen.add(page)
