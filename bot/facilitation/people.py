"""Who somebody is: the name, the language and the clock, asked from the platform once and then kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, runtime_checkable

from bot.facilitation.speech import Speech, zone
from bot.platforms.inbound import Caller
from bot.platforms.platform import Platform, Quiet
from bot.storage.book import Write
from bot.storage.changes import Changes, PersonRow
from bot.storage.store import Store
from dialogs.texts import name as tidy

_MOST = 20_000
"""People in memory."""
_PATIENCE = 1.0
"""Seconds that a reply may wait for a platform that is asked who somebody is."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """`language` is the one to speak, "" when any will do."""

    person: str
    name: str
    language: str
    timezone: str


@runtime_checkable
class Forgetting(Protocol):
    """A platform that keeps something of people beside its notebook."""

    async def forget(self, person: str) -> None:
        """Keep nothing of the person."""
        ...


class People:
    """Everybody that we have heard of."""

    def __init__(self, store: Store, write: Write, platforms: Mapping[str, Platform], speech: Speech) -> None:
        self._store = store
        self._write = write
        self._platforms = platforms
        self._speech = speech
        self._known: OrderedDict[str, tuple[PersonRow, str]] = OrderedDict()

    async def meet(self, caller: Caller, *, noted: bool = True) -> Somebody:
        """Who `caller` is: as the arrival says, else as is known, else as the platform says when asked.

        `noted` False: nothing of it is kept.
        """
        row, chosen = await self._find(caller.person)
        heard = told(row, caller, self._speech)
        if not heard.name:
            heard = await self._ask(heard)
        if heard != row and noted:
            self._keep(heard, chosen)
        # A name that comes with every arrival need not be kept.
        if noted and (heard[2:] != row[2:] or (heard != row and not caller.name)):
            await self._write(Changes(datetime.now(UTC), people={heard.person: heard}))
        return Somebody(heard.person, heard.name, chosen or heard.language, heard.timezone)

    async def called(self, person: str) -> str:
        """The name, asked for anew when it is not known, "" when nobody tells; nothing of it is kept."""
        row, _ = await self._find(person)
        return row.name or (await self._ask(row)).name

    async def reader(self, person: str) -> tuple[str, str]:
        """The language ("" when not known) and the time zone of somebody who reads."""
        row, chosen = await self._find(person)
        return chosen or row.language, row.timezone

    async def chosen(self, person: str) -> str:
        """The language that somebody chose for good, "" when none."""
        return (await self._find(person))[1]

    async def reachable(self, person: str) -> bool:
        """Whether direct messages reach the person, as far as we know."""
        return (await self._find(person))[0].reachable

    async def quiet(self, people: Iterable[str]) -> dict[str, datetime]:
        """Who does not want to be disturbed now, and until when (UTC), as far as their platforms can tell."""
        by_platform: dict[str, list[str]] = {}
        for person in people:
            by_platform.setdefault(person.partition(":")[0], []).append(person)
        found: dict[str, datetime] = {}
        for name, some in by_platform.items():
            platform: object = self._platforms.get(name)
            if isinstance(platform, Quiet):
                found |= await platform.quiet(some)
        return found

    async def mark(self, person: str, *, reachable: bool) -> PersonRow:
        """Note whether direct messages reach the person; returns the row to be written."""
        row, chosen = await self._find(person)
        marked = row._replace(reachable=reachable)
        self._keep(marked, chosen)
        return marked

    async def choose(self, person: str, language: str) -> None:
        """From now on we speak `language` with the person (the row is written by whoever calls)."""
        row, _ = await self._find(person)
        self._keep(row, language)

    async def forget_on_platform(self, person: str) -> None:
        """Have the platform forget what it noted of the person by itself."""
        platform: object = self._platforms.get(person.partition(":")[0])
        if isinstance(platform, Forgetting):
            await platform.forget(person)

    def forget(self, person: str) -> None:
        """We have never heard of the person."""
        self._known.pop(person, None)

    async def _find(self, person: str) -> tuple[PersonRow, str]:
        known = self._known.get(person)
        if known is None:
            row, chosen = await self._store.person(person)
            known = self._keep(row or PersonRow(person, "", "", "", reachable=True), chosen)
        return known

    def _keep(self, row: PersonRow, chosen: str) -> tuple[PersonRow, str]:
        self._known[row.person] = row, chosen
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        return row, chosen

    async def _ask(self, row: PersonRow) -> PersonRow:
        """What the platform says; nothing new when it does not know the person."""
        platform = self._platforms.get(row.person.partition(":")[0])
        try:
            async with asyncio.timeout(_PATIENCE):
                member = await platform.member(row.person) if platform else None
        except TimeoutError:
            return row
        if member is None:
            return row
        caller = Caller(member.person, member.name, member.language, member.timezone)
        return told(row, caller, self._speech)


def told(row: PersonRow, caller: Caller, speech: Speech) -> PersonRow:
    """`row` with what `caller` says; what it does not say stays."""
    if not (caller.name or caller.language or caller.timezone):
        return row
    return row._replace(
        name=tidy(caller.name) or row.name,
        language=speech.known(caller.language) or row.language,
        timezone=caller.timezone if zone(caller.timezone) else row.timezone,
    )
