"""Timers: what is due rings, once, whatever happens to the process and to the clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.storage.changes import Changes
from bot.storage.errors import DatabaseBusyError
from bot.storage.rows import TimerRow
from tests.support.databases import database_url, postgres_server, postgres_url, sqlite_url
from tests.support.house import House

__all__ = ["database_url", "postgres_server", "postgres_url", "sqlite_url"]
STEP = "muutoskeskustelu"


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    opened = House(database_url)
    await opened.open()
    await opened.to_step(STEP)
    yield opened
    await opened.close()


async def kinds(house: House) -> list[str]:
    log = await house.core.store.log(house.session)
    assert log is not None
    return [fact.kind for fact in log.facts]


async def timers(house: House) -> list[str]:
    return sorted(timer.name for timer in await house.core.store.timers())


async def past_the_end(house: House) -> None:
    run = (await house.kept()).session.run
    assert run is not None
    house.clock.ahead = run.ends_at - house.clock.now() + house.clock.ahead + timedelta(seconds=5)


async def test_a_due_timer_rings_once(house: House) -> None:
    assert await timers(house) == ["over/3", "warn/3"]
    await house.core.alarm.ring_due()
    assert "TimeRanOut" not in await kinds(house)

    await past_the_end(house)
    await house.core.alarm.ring_due()
    await house.core.alarm.ring_due()

    assert (await kinds(house)).count("TimeRanOut") == 1
    assert await timers(house) == ["gone/3"]


async def test_it_wakes_by_itself(house: House) -> None:
    soon = house.clock.now() + timedelta(seconds=0.3)
    await house.core.writer.write(Changes(house.clock.now(), timers={(house.session, "over/3"): soon}))
    await house.restart()
    for _ in range(100):
        if await timers(house) != ["over/3", "warn/3"]:
            break
        await asyncio.sleep(0.05)

    assert await timers(house) == ["warn/3"]


async def test_what_fell_due_while_nobody_listened_rings_at_the_start(house: House) -> None:
    await house.core.stop()
    await past_the_end(house)
    await house.open()
    for _ in range(100):
        if "TimeRanOut" in await kinds(house):
            break
        await asyncio.sleep(0.05)
    await house.restart()
    await house.core.alarm.ring_due()

    assert (await kinds(house)).count("TimeRanOut") == 1


async def test_a_timer_that_was_moved_does_not_ring_at_its_old_time(house: House) -> None:
    old = [TimerRow(house.session, name, due) for name, due in (await house.kept()).timers.items()]
    await house.command("maija", "lisäaika 30")
    await past_the_end(house)
    house.clock.ahead -= timedelta(minutes=20)

    for timer in old:
        await house.core.desk.ring(timer)
    await house.core.alarm.ring_due()

    assert not {"TimeRanOut", "TimeWarned"} & set(await kinds(house))
    assert await timers(house) == ["over/3", "warn/3"]


async def test_in_a_break_time_stands_still(house: House) -> None:
    await house.command("maija", "tauko")
    assert await timers(house) == []

    await house.command("maija", "jatka")
    assert await timers(house) == ["over/3", "warn/3"]


async def test_when_it_is_over_nothing_rings(house: House) -> None:
    await house.command("maija", "lopeta")

    assert await timers(house) == []


async def test_while_the_database_is_away_it_stays_due(house: House) -> None:
    await past_the_end(house)
    tries = iter([DatabaseBusyError("away"), DatabaseBusyError("away")])
    ring = house.core.desk.ring

    async def unsure(timer: TimerRow) -> None:
        if error := next(tries, None):
            raise error
        await ring(timer)

    house.core.alarm._ring = unsure  # noqa: SLF001 -- the desk's own waits for the database much longer
    await house.core.alarm.ring_due()
    await house.core.alarm.ring_due()
    assert "TimeRanOut" not in await kinds(house)

    await house.core.alarm.ring_due()
    assert (await kinds(house)).count("TimeRanOut") == 1


async def test_delivery_ids_are_let_go_after_a_day(house: House) -> None:
    press = house.pressing("anna", "ready", STEP)
    await house.handle(press)
    await house.core.alarm.purge()
    await house.restart()
    seq = (await house.kept()).seq
    await house.handle(press)
    assert (await house.kept()).seq == seq

    house.clock.ahead += timedelta(hours=26)
    await house.core.alarm.purge()

    assert await house.core.store.purge_deliveries(house.clock.now() + timedelta(days=1)) == 0
