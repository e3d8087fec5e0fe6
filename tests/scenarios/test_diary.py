"""An observation from the midst of work to the mirror, as the people of a team see it."""

from __future__ import annotations

from tests.scenarios.chat import full_name
from tests.scenarios.story import GRID, begins
from tests.scenarios.team import Team

FIVE = ("Anna", "Ville", "Omar", "Sari", "Liisa")


async def held(team: Team) -> None:
    """A workshop was held, led by Maija."""
    await begins(team, *FIVE, at=GRID)
    await team.says("Maija", "lopeta")


async def test_one_line_becomes_an_observation_that_its_author_shares(team: Team) -> None:
    await held(team)
    await team.says("Anna", "havainto Aamun kokous JÄI väliin", direct=True)
    card = await team.titled("Havaintosi", "Anna")
    assert "Aamun kokous JÄI väliin" in card
    assert "vain sinulle" in card
    assert "JÄI väliin" not in "".join(one.text for one in await team.channel())

    await team.presses("Anna", "Onnistuminen")
    await team.presses("Anna", "Jaa nimelläni")
    await team.says("Maija", "peili")
    mirror = await team.titled("Peili: mitä olemme huomanneet")
    assert f"Aamun kokous JÄI väliin ({full_name('Anna')})" in mirror

    said = await team.says("Anna", "havainnot", direct=True)
    assert "ollut peilissä" in said + "".join(one.text for one in await team.direct("Anna"))
    assert await team.chat.dangers() == []


async def test_nothing_without_a_name_is_shown_of_fewer_than_five(team: Team) -> None:
    await held(team)
    for person in FIVE[:4]:
        await team.says(person, f"havainto Keskeytys, {person} huomasi", direct=True)
        await team.presses(person, "Jaa ilman nimeä")
    said = await team.says("Maija", "peili")
    assert "vähintään viideltä" in said + "".join(one.text for one in await team.channel())
    assert not [one for one in await team.channel() if one.title.startswith("Peili")]

    await team.says(FIVE[4], "havainto Keskeytys iltapäivällä", direct=True)
    await team.presses(FIVE[4], "Jaa ilman nimeä")
    await team.says("Maija", "peili")
    mirror = await team.titled("Peili: mitä olemme huomanneet")
    assert "Keskeytys iltapäivällä" in mirror
    assert full_name("Liisa") not in mirror
