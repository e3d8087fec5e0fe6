"""The process is killed between any two steps of a workshop, started again, and goes on.

A step is a moment before or after a transaction, or before or after the platform does something. People and
platforms do as in life: an arrival that got no answer comes again, and what was posted stays posted.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.inbound import CommandGiven, Inbound, Reply
from bot.platforms.platform import Parcel
from bot.storage.database import Database
from dialogs.session import Session
from tests.support.house import CHANNEL, House, MortalStore, Steps, caller, delivery
from tests.support.recording_platform import RecordingPlatform

PEOPLE = ("anna", "ville", "sari", "olli")
STEPS = 160
"""A few more than the workshop has: how many there are depends on what happens to go together."""
SURELY = 90
"""There are always more than this."""


class MortalPlatform(RecordingPlatform):
    """The process may be killed just before or just after something was delivered."""

    steps: Steps

    async def deliver(self, parcel: Parcel) -> str:
        self.steps.step()
        ref = await super().deliver(parcel)
        self.steps.step()
        return ref


class World:
    """The house and what people do until they are answered."""

    def __init__(self, folder: Path, kill_at: int) -> None:
        self.steps = Steps(kill_at)
        self.deaths = 0
        platform = MortalPlatform("slack")
        platform.steps = self.steps
        store: Callable[[Database], MortalStore] = partial(MortalStore, steps=self.steps)
        self.house = House(f"sqlite:///{folder}/paja.sqlite3", store=store, platform=platform)

    async def do(self, *arrivals: Inbound) -> list[Reply]:
        """All at once; who got no answer tries again and again, like a person or a platform."""
        answers: dict[str, Reply] = {}
        while waiting := [one for one in arrivals if one.delivery not in answers]:
            tries = {one.delivery: asyncio.ensure_future(self.house.handle(one)) for one in waiting}
            death = asyncio.ensure_future(self.steps.dead.wait())
            together: asyncio.Future[Any] = asyncio.gather(*tries.values(), return_exceptions=True)
            either: list[asyncio.Future[Any]] = [together, death]
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            answers.update({key: one.result() for key, one in tries.items() if one.done()})
            for one in either:
                one.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await one
            if self.steps.dead.is_set():
                await self.born_again()
        return [answers[one.delivery] for one in arrivals]

    async def born_again(self) -> None:
        self.deaths += 1
        await self.house.kill()
        self.steps.dead.clear()
        await self.house.open()

    async def quiet(self) -> None:
        """Until everything stands; the process may die meanwhile."""
        for _ in range(3000):
            if self.steps.dead.is_set():
                await self.born_again()
            if self.house.core.courier.idle():
                return
            await asyncio.sleep(0.005)
        pytest.fail("something that was wanted never came")

    # --- the workshop ---

    async def workshop(self) -> None:
        await self.command("aloita 1")
        for who in PEOPLE:
            await self.do(self.house.pressing(who, "join"))
        await self.do(self.house.pressing("maija", "begin"))
        await self.command("seuraava")
        await self.command("seuraava")
        await self.do(*map(self.written, PEOPLE))
        await self.quiet()
        await self.do(self.house.pressing("anna", "ready", "muutoskeskustelu"))
        await self.command("lopeta")
        await self.quiet()

    async def command(self, text: str) -> None:
        await self.do(CommandGiven(delivery(), caller("maija"), CHANNEL, text))

    def written(self, who: str) -> Inbound:
        text = f"Lappu: {who}"
        return self.house.sending(who, "note", "muutoskeskustelu", "all", cell="muutokset", text=text)


async def session_of(world: World) -> Session:
    live = await world.house.core.store.last_in(CHANNEL.id)
    assert live is not None
    return (await world.house.kept(live)).session


@pytest.fixture
async def world(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    made = World(tmp_path, request.param)
    await made.house.open()
    yield made
    made.steps.dead.clear()
    made.steps.at = 0
    await made.house.close()


async def check(world: World) -> None:
    await world.workshop()
    assert world.deaths == 1 or not 0 < world.steps.at <= SURELY
    session = await session_of(world)
    platform = world.house.platform

    assert sorted(note.text for note in session.notes.values()) == sorted(f"Lappu: {who}" for who in PEOPLE)
    assert [one.name for one in session.here] == [who.title() for who in PEOPLE]
    assert session.close_reason == "ended"
    assert await world.house.core.store.unfinished() == []
    assert [key for key, times in platform.posts.items() if times > 1] == []
    for row in await world.house.core.store.standing([session.id]):
        assert row.ref in platform.messages
    assert len(platform.messages) == len(await world.house.core.store.standing([session.id]))
    assert await world.house.core.store.timers() == []


@pytest.mark.parametrize("world", range(1, STEPS, 7), indirect=True)
async def test_killed_at_some_steps(world: World) -> None:
    await check(world)


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("world", range(STEPS), indirect=True)
async def test_killed_at_every_step(world: World) -> None:
    await check(world)


@pytest.mark.parametrize("world", [0], indirect=True)
async def test_the_steps_that_are_tried_are_all_there_are(world: World) -> None:
    await check(world)

    assert SURELY < world.steps.count <= STEPS
