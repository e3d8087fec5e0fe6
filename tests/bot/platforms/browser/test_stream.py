"""The live line: everything at first, then each change, over an event stream or a socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientResponse, WSMsgType

from adaptive_cards.card import Card
from bot.platforms.browser import stream
from bot.platforms.browser.places import CHANNEL
from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.platform import Address, AddressKind, Member, Parcel
from tests.support.practice_room import Client, ListWall, RecordingDesk, served

PEOPLE = [Member("browser:local:anna", "Anna"), Member("browser:local:ville", "Ville")]
TO_CHANNEL = Address(AddressKind.CHANNEL, CHANNEL)
TO_VILLE = Address(AddressKind.DIRECT, people=("browser:local:ville",))
AS_ANNA = "/practice/events?me=browser:local:anna"


@pytest.fixture
def platform() -> BrowserPlatform:
    return BrowserPlatform(ListWall(), PEOPLE)


@pytest.fixture
async def client(platform: BrowserPlatform) -> AsyncIterator[Client]:
    async with served(platform, RecordingDesk()) as client:
        yield client


def _parcel(key: str, address: Address, title: str, previous: str = "") -> Parcel:
    return Parcel(key, address, Card(title, (), title), previous)


async def _event(response: ClientResponse) -> tuple[str, dict[str, Any]]:
    name = (await response.content.readuntil(b"\n")).decode().removeprefix("event: ").strip()
    data = (await response.content.readuntil(b"\n\n")).decode().removeprefix("data: ")
    return name, json.loads(data)


async def test_an_event_stream_tells_all_then_each_change(platform: BrowserPlatform, client: Client) -> None:
    await platform.deliver(_parcel("lobby", TO_CHANNEL, "Mukana 0"))
    async with client.get(AS_ANNA) as response:
        assert response.content_type == "text/event-stream"
        name, state = await _event(response)
        assert (name, state["me"], [entry["title"] for entry in state["entries"]]) == (
            "state",
            "browser:local:anna",
            ["Mukana 0"],
        )
        assert [room["kind"] for room in state["rooms"]] == ["channel", "direct"]
        await platform.deliver(_parcel("secret", TO_VILLE, "Villelle"))
        await platform.deliver(_parcel("e", TO_CHANNEL, "Mukana 1", previous="lobby"))
        heard = [await _event(response), await _event(response)]
        assert [(name, data.get("title")) for name, data in heard] == [("room", None), ("entry", "Mukana 1")]


async def test_a_stream_gives_signs_of_life(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT", 0.01)
    async with client.get(AS_ANNA) as response:
        await _event(response)
        assert await response.content.readline() == b": still here\n"


async def test_a_socket_tells_the_same(platform: BrowserPlatform, client: Client) -> None:
    async with client.ws_connect(AS_ANNA) as socket:
        assert (await socket.receive_json())["event"] == "state"
        await platform.deliver(_parcel("secret", TO_VILLE, "Villelle"))
        await platform.deliver(_parcel("lobby", TO_CHANNEL, "Mukana 0"))
        heard = [await socket.receive_json(), await socket.receive_json()]
        assert [(one["event"], one["data"].get("title")) for one in heard] == [
            ("room", None),
            ("entry", "Mukana 0"),
        ]


async def test_a_line_that_is_closed_is_forgotten(platform: BrowserPlatform, client: Client) -> None:
    async with client.ws_connect(AS_ANNA) as socket, client.get(AS_ANNA) as response:
        await socket.receive_json()
        await _event(response)
        assert len(platform.audience) == 2
        await socket.close()
        response.close()
        async with asyncio.timeout(5):
            while len(platform.audience):
                await platform.deliver(_parcel("x", TO_CHANNEL, "x"))
                await asyncio.sleep(0.01)


async def test_whoever_talks_on_the_socket_is_hung_up_on(client: Client) -> None:
    async with client.ws_connect(AS_ANNA) as socket:
        await socket.receive_json()
        await socket.send_str("hei")
        assert (await socket.receive()).type is WSMsgType.CLOSE


async def test_a_half_hearted_handshake_is_refused(client: Client) -> None:
    assert (
        await client.get(AS_ANNA, headers={"Upgrade": "websocket", "Connection": "Upgrade"})
    ).status == 400


async def test_people_hear_who_comes_in(client: Client) -> None:
    async with client.ws_connect(AS_ANNA) as socket:
        await socket.receive_json()
        await client.post("/practice/people", json={"name": "Sari"})
        heard = await socket.receive_json()
        assert [person["name"] for person in heard["data"]["people"]] == ["Anna", "Ville", "Sari"]


async def test_stopping_lets_every_tab_go(platform: BrowserPlatform, client: Client) -> None:
    async with client.ws_connect(AS_ANNA) as socket, client.get(AS_ANNA) as response:
        await socket.receive_json()
        await _event(response)
        await platform.stop()
        assert (await socket.receive()).type is WSMsgType.CLOSE
        assert await response.content.read() == b""
