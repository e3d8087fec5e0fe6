"""Pictures and files at signed addresses: only with the signature, and only for a while."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.storage.changes import BoardKey
from bot.web.health import Health
from bot.web.pictures import PictureRoutes
from tests.support.databases import sqlite_url
from tests.support.house import CHANNEL, House

__all__ = ["sqlite_url"]
PUBLIC = "https://paja.example.fi"
Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def house(sqlite_url: str) -> AsyncIterator[House]:
    opened = House(sqlite_url, public_url=PUBLIC)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    app = web.Application()
    PictureRoutes(house.core.studio, house.core.renderer).add_routes(app)
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def address_of(house: House, board: str, room: str = "channel=", stream: str = "") -> str:
    rendered = await house.core.renderer.render(BoardKey(stream or house.session, room, board))
    assert rendered is not None
    (content,) = rendered.enclosures.values()
    return content.url.removeprefix(PUBLIC)


async def test_a_picture_is_there_for_who_has_its_address(house: House, client: Client) -> None:
    await house.to_step("alustus")
    address = await address_of(house, "step/alustus/2")

    response = await client.get(address)

    assert address.startswith("/pictures/")
    assert (response.status, response.content_type) == (200, "image/png")
    assert (await response.read()).startswith(b"\x89PNG")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_an_address_cannot_be_guessed_or_changed(house: House, client: Client) -> None:
    await house.to_step("alustus")
    address = await address_of(house, "step/alustus/2")
    changed = [
        address[:20] + ("a" if address[20] != "a" else "b") + address[21:],
        address.replace(".png", "x.png"),
    ]

    for one in (
        *changed,
        "/pictures/" + "a" * 40 + ".png",
        "/pictures/.png",
        address.replace("pictures", "files"),
    ):
        assert (await client.get(one)).status == 404


async def test_an_address_grows_old(house: House, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.to_step("alustus")
    address = await address_of(house, "step/alustus/2")
    assert (await client.get(address)).status == 200

    monkeypatch.setattr("bot.outbox.pictures._PICTURE_LIVES", -1)

    assert (await client.get(address)).status == 404


async def test_a_person_s_own_file(house: House, client: Client) -> None:
    await house.to_step("alustus")
    await house.command("anna", "tiedot")
    await house.settled()
    person = "slack:T1:anna"
    row = (await house.core.store.standing([f"person:{person}"]))[0]
    address = await address_of(house, row.key.board, row.key.room, row.key.stream)

    response = await client.get(address)

    assert address.startswith("/files/")
    assert (response.status, (await response.json())["person"]) == (200, person)
    assert response.headers["Content-Disposition"] == 'attachment; filename="paja-tiedot.json"'


async def test_without_a_public_address_there_is_none(sqlite_url: str) -> None:
    house = House(sqlite_url)
    await house.open()
    await house.to_step("alustus")
    rendered = await house.core.renderer.render(BoardKey(house.session, "channel=", "step/alustus/2"))
    await house.close()

    assert rendered is not None
    assert [content.url for content in rendered.enclosures.values()] == [""]


# --- health ---


async def test_healthy_and_ready(house: House) -> None:
    app = web.Application()
    health = Health(house.core.store, house.clock)
    health.add_routes(app)
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/healthz")).status == 200
        assert (await client.get("/readyz")).status == 503
        health.ready()
        await house.command("maija", "aloita 1")
        await house.settled()
        ready = await client.get("/readyz")
        assert (ready.status, await ready.json()) == (200, {"status": "ok", "oldest_unfinished_seconds": 0.0})
        health.leaving()
        assert (await client.get("/readyz")).status == 503
        await house.core.database.close()
        broken = await client.get("/readyz")
        assert (broken.status, await broken.json()) == (503, {"status": "no database"})
        assert (await client.get("/healthz")).status == 200


async def test_what_waits_is_seen(house: House) -> None:
    app = web.Application()
    health = Health(house.core.store, house.clock)
    health.add_routes(app)
    health.ready()
    await house.core.courier.stop()
    await house.command("maija", "aloita 1")
    house.clock.ahead = house.clock.ahead.__class__(minutes=10)
    async with TestClient(TestServer(app)) as client:
        waits = (await (await client.get("/readyz")).json())["oldest_unfinished_seconds"]

    assert 600 <= waits < 700
    assert house.seen(CHANNEL.id) == []
