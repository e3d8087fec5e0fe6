"""`/paja poissa` and `/paja työaika`: when somebody may be reminded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from adaptive_cards.renderers.plain_text import render
from bot.platforms.inbound import Caller, CommandGiven, Place, PlaceKind
from tests.support.databases import database_url, postgres_server, postgres_url, sqlite_url
from tests.support.house import House

__all__ = ["database_url", "postgres_server", "postgres_url", "sqlite_url"]
ANNA = Caller("slack:T1:U1", "Anna", "fi", "Europe/Helsinki")


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    opened = House(database_url)
    await opened.open()
    yield opened
    await opened.close()


async def says(house: House, text: str) -> str:
    place = Place("slack:T1:D1", PlaceKind.DIRECT)
    delivery = f"{text}/{asyncio.get_running_loop().time()}"
    reply = await house.core.desk.handle(CommandGiven(delivery, ANNA, place, text))
    assert reply.card is not None
    return render(reply.card)


async def told(house: House) -> dict[str, object]:
    return (await house.core.store.preferences([ANNA.person])).get(ANNA.person, {})


async def test_without_a_word_office_hours_hold(house: House) -> None:
    assert "klo 9.00–16.00" in await says(house, "poissa")
    assert await told(house) == {}


async def test_absences_and_hours_are_kept_and_taken_back(house: House) -> None:
    year = house.clock.now().year
    assert f"{year + 1}" not in await says(house, f"poissa 23.12.{year + 1}–6.1.{year + 2}")
    assert await told(house) == {"away": [[f"{year + 1}-12-23", f"{year + 2}-01-06"]]}
    assert "klo 8.00–15.30" in await says(house, "työaika 8–15.30")
    assert "Poissaoloja ei ole merkitty." in await says(house, "paikalla")
    assert await told(house) == {"hours": ["08:00", "15:30"]}


@pytest.mark.parametrize(
    ("text", "says_so"),
    [
        ("poissa joskus", "En löytänyt siitä päivää."),
        ("poissa 1.1.2020", "Se on jo mennyt."),
        ("poissa 1.1.2090–2.1.2090", "enintään kahdeksi vuodeksi"),
        ("työaika <!channel>", "En löytänyt siitä alkua ja loppua."),
        ("työaika 16-8", "En löytänyt siitä alkua ja loppua."),
    ],
)
async def test_what_is_not_understood_changes_nothing(house: House, text: str, says_so: str) -> None:
    assert says_so in await says(house, text)
    assert await told(house) == {}
