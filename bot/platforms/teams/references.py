"""What must be known to write to somebody first: learnt from authenticated activities, kept in the `Book`.

Room: tenant, service address, the bot's id in it, its kind and its team. Person: the same, their 1:1
conversation, and a room that they were seen in. No names, nothing that anybody wrote. A conversation belongs
to the tenant that it was first seen in, and a person has one Teams user id: an activity that says otherwise
is refused, since Teams' token vouches for the sender of the request and not for its body (reliability.md,
finding 10).
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from bot.platforms.inbound import PlaceKind
from bot.platforms.platform import Book
from bot.platforms.teams import ids
from bot.platforms.teams.arrived import Account, Arrived
from bot.platforms.teams.inbound import kind_of

Record = dict[str, Any]
_MOST = 20_000
"""Records kept in memory, so that a message costs no look-up."""


class MismatchError(Exception):
    """The activity says something else than what is known of its conversation or its sender."""


class References:
    """The records, by room, person, tenant and team."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: OrderedDict[str, Record] = OrderedDict()
        self._people: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._users: OrderedDict[tuple[str, str], str] = OrderedDict()

    async def room(self, place: str) -> Record | None:
        """The room of a `Place.id`, None when it was never seen in that tenant."""
        tenant, conversation = ids.parts(place)
        found = await self._get(f"room:{conversation}")
        return found if found and found["tenant"] == tenant else None

    async def person(self, person: str) -> Record | None:
        """What is known of a person of Teams."""
        return await self._get(f"person:{person}")

    async def tenant(self, tenant: str) -> Record | None:
        """The service address and the bot's id that were last seen in a tenant."""
        return await self._get(f"tenant:{tenant}")

    def whom(self, tenant: str, user: str) -> str:
        """The person behind a `29:…` id; the id itself while that is not known."""
        return ids.ours(tenant, self._people.get((tenant, user), user))

    async def channels(self, tenant: str, team: str) -> tuple[str, ...]:
        """The conversations of a team that were seen."""
        found = await self._get(f"team:{tenant}:{team}")
        return tuple(found["channels"]) if found else ()

    async def note_direct(self, person: str, conversation: str) -> None:
        """The 1:1 conversation with a person, "" when the one that was known is gone."""
        await self._update(f"person:{person}", {"direct": conversation})

    def user_of(self, tenant: str, local: str) -> str:
        """Teams' own id for a person: `29:…` where it is known, else the Entra id, which Teams takes too."""
        return self._users.get((tenant, local), local)

    def note_user(self, tenant: str, user: str, aad: str) -> None:
        """A `29:…` id and the person behind it; in memory only, since any roster tells it again."""
        if not aad:
            return
        for known, key, value in ((self._people, user, aad), (self._users, aad, user)):
            known[tenant, key] = value
            known.move_to_end((tenant, key))
            while len(known) > _MOST:
                known.popitem(last=False)

    async def learn(self, arrived: Arrived) -> None:
        """Note where an authenticated activity comes from; raises `MismatchError`."""
        conversation, data = ids.without_thread(arrived.conversation.id), arrived.channel_data
        known = await self._get(f"room:{conversation}")
        if known and known["tenant"] != arrived.tenant:
            raise MismatchError("tenant")
        self.note_user(arrived.tenant, arrived.sender.id, arrived.sender.aad_object_id)
        way = {"service_url": arrived.service_url, "bot": arrived.recipient.id if arrived.recipient else ""}
        team = (data.team and data.team.id) or ""
        kind = kind_of(arrived)
        room = {"tenant": arrived.tenant, "kind": kind.value, "team": team}
        await self._learn_person(arrived, way, conversation, kind)
        if kind is PlaceKind.DIRECT:  # a 1:1 chat is its person's: nothing of it but in the person's record
            self._remember(f"room:{conversation}", way | room)
        else:
            await self._update(f"room:{conversation}", way | room)
        await self._update(f"tenant:{arrived.tenant}", way)
        if team and kind is PlaceKind.CHANNEL:
            await self._learn_channel(arrived.tenant, team, conversation)

    async def forget(self, person: str) -> None:
        """Keep nothing of a person but that there is nothing."""
        known = await self.person(person) or {}
        tenant, local = ids.parts(person)
        self._people.pop((tenant, str(known.get("user", ""))), None)
        self._users.pop((tenant, local), None)
        await self._put(f"person:{person}", {})

    async def _learn_person(self, arrived: Arrived, way: Record, conversation: str, kind: PlaceKind) -> None:
        person = ids.ours(arrived.tenant, _local(arrived.sender))
        known = await self.person(person) or {}
        if known.get("bot") == way["bot"] and known.get("user", arrived.sender.id) != arrived.sender.id:
            raise MismatchError("user")
        news: Record = {**way, "user": arrived.sender.id}
        if arrived.locale:
            news["language"] = arrived.locale
        if arrived.local_timezone:
            news["timezone"] = arrived.local_timezone
        if kind is PlaceKind.DIRECT:
            news["direct"] = conversation
        elif not known.get("seen"):
            news["seen"] = conversation
        await self._update(f"person:{person}", news)

    async def _learn_channel(self, tenant: str, team: str, conversation: str) -> None:
        known = await self.channels(tenant, team)
        if conversation not in known:
            await self._update(f"team:{tenant}:{team}", {"channels": [*known, conversation]})

    async def _update(self, key: str, news: Record) -> None:
        known = await self._get(key) or {}
        if any(known.get(name) != value for name, value in news.items()):
            await self._put(key, known | news)

    async def _get(self, key: str) -> Record | None:
        if key not in self._known:
            self._remember(key, await self._book.get(f"teams.{key}") or {})
        self._known.move_to_end(key)
        return self._known[key] or None

    async def _put(self, key: str, record: Record) -> None:
        await self._book.put(f"teams.{key}", record)
        self._remember(key, record)

    def _remember(self, key: str, record: Record) -> None:
        self._known[key] = record
        while len(self._known) > _MOST:
            self._known.popitem(last=False)


def _local(account: Account) -> str:
    return account.aad_object_id or account.id
