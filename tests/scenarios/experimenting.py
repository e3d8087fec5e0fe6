"""A team that has held a workshop and agrees on an experiment."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.scenarios.chat import Values, full_name
from tests.scenarios.story import GRID, PICKS, begins, goes_to, group_of, writes
from tests.scenarios.team import Team

DAY = 24 * 60
PICK = "Perjantain tilannekuva yhteen paikkaan"
WHAT = "Perjantain tilannekuva kirjataan Planneriin"
BOARD = "Kokeilut"
PLAN: Values = {
    "what": WHAT,
    "moment": "Jos on perjantai, niin kirjaan",
    "first": "Tehdään paikka",
    "sign": "Kukaan ei kysy samaa kahdesti",
    "starts": "huomenna",
    "review": "25.1.2027",
}


async def held(team: Team) -> None:
    """Anna, Ville and Omar bring something up, and Maija ends the workshop."""
    await begins(team, "Anna", "Ville", "Omar", at=GRID)
    await writes(team, "Anna", PICK)
    group = await group_of(team, "Anna")
    await goes_to(team, PICKS)
    await team.fills("Anna", "Valitse nostot", {"notes": (PICK,)}, card=group.rpartition(" · ")[2])
    await team.says("Maija", "lopeta")


async def agreed(team: Team) -> None:
    """Anna makes an experiment of the pick and asks Omar, who takes it on."""
    await held(team)
    plan: Values = {**PLAN, "owner": full_name("Omar"), "takers": (full_name("Anna"),)}
    said = await team.fills("Anna", "Sovi kokeilu", {"source": PICK}, plan, card="Kiitos")
    assert full_name("Omar") in said
    assert "kysytty" in await team.titled(BOARD)
    assert "Otatko tästä vastuun?" in await team.titled(f"Kokeilu: {WHAT}", "Omar")
    await team.presses("Omar", "Otan vastuun")


async def reminded(team: Team, day: int, hour: int = 9) -> None:
    """Time goes by until that hour of a day of January in Helsinki, and what is due is said."""
    wanted = datetime(2027, 1, day, hour - 2, 5, tzinfo=UTC)
    await team.waits(minutes=(wanted - team.clock.now()).total_seconds() / 60)
    await team.bot.core.reminders.say_due()
    await team.settle()
