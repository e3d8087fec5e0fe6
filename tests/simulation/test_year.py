"""A simulated year: teams, absences, late answers, holidays, restarts, faults, and people who leave."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from adaptive_cards.card import Card
from tests.scenarios.clock import BEGINS
from tests.simulation.team import Team
from tests.simulation.world import World

PROCESSES = ("kehitysprosessi", "kehitysprosessi", "tyokirja")
GAPS = (timedelta(seconds=1), timedelta(hours=2), timedelta(hours=14), timedelta(days=3))


async def year(folder: Path, *, teams: int, size: int, days: int, seed: int) -> World:
    """Let the teams live through so many days; returns the world as it is then, closed."""
    world = World(f"sqlite:///{folder}/year.sqlite3", Random(seed))
    there = [
        Team(world, number, size, PROCESSES[number % 3], Random(seed * 100 + number))
        for number in range(teams)
    ]
    by_person = {who: team for team in there for who in team.people}
    for number, who in enumerate(by_person):
        if number % 9 == 8:
            world.watch.zones[who] = ("Europe/Stockholm", "America/New_York", "Asia/Kolkata")[number % 3]

    def read(room: str, card: Card) -> None:
        if room in by_person:
            by_person[room].read(room, card)

    world.watch.read = read
    await world.open()
    for team in there:
        world.after(timedelta(minutes=7 * team.number), team.begin)
    await _live(world, there, days)
    world.watch.over(world.now)
    await world.close()
    return world


async def _live(world: World, teams: list[Team], days: int) -> None:
    end, fortnight = BEGINS + timedelta(days=days), 0
    while world.now < end:
        fortnight += 1
        await world.live(min(end, BEGINS + timedelta(days=11 * fortnight)))
        for team in teams:
            world.watch.faults.extend(await team.check())
        await world.restart(GAPS[fortnight % len(GAPS)])


def told(world: World) -> str:
    watch = world.watch
    return (
        f"{watch.cards} cards, {len(watch.digests)} digests with {watch.said} reminders, "
        f"{watch.answered} answered, {world.restarts} restarts, {world.platform.failed} faults"
    )


async def test_a_team_lives_through_a_spring(tmp_path: Path) -> None:
    world = await year(tmp_path, teams=1, size=5, days=130, seed=1)

    assert world.watch.faults == [], told(world)
    assert len(world.watch.digests) > 20, told(world)
    assert world.watch.answered > 10, told(world)


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_twenty_teams_live_through_a_year(tmp_path: Path) -> None:
    world = await year(tmp_path, teams=20, size=12, days=420, seed=2)

    assert world.watch.faults == [], told(world)
    assert len(world.watch.digests) > 2000, told(world)
