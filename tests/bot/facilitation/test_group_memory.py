"""The next workshop of a channel knows who has worked with whom, also after a new start."""

from __future__ import annotations

from dialogs.group_memory import met
from tests.support.house import House

GRID = "voimavararuudukko"


async def test_the_journey_tells_the_next_session(any_house: House) -> None:
    house = any_house
    await house.to_step(GRID)
    first = (await house.kept()).session
    await house.command("maija", "lopeta")
    await house.restart()
    await house.command("maija", "aloita 1")
    second = (await house.kept()).session
    assert first.met
    assert second.met == first.met
    assert second.groups_before
    journey = await house.core.state.journeys.fetch(next(iter(house.core.state.journeys.places.values())))
    assert journey is not None
    (held,) = journey.journey.held
    assert dict(met(held.divided)) == dict(first.met)
