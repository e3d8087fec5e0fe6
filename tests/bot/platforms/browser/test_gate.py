"""Who may knock: forged, malformed and oversize requests get a plain 4xx and do nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.platforms.browser import gate
from bot.platforms.browser.arrivals import LARGEST_BODY
from bot.platforms.browser.platform import BrowserPlatform
from tests.support.practice_room import Client, ListWall, RecordingDesk, served

BODY = json.dumps({"name": "Maija"}).encode()
JSON = {"Content-Type": "application/json"}


@pytest.fixture
async def desk() -> RecordingDesk:
    return RecordingDesk()


@pytest.fixture
async def client(desk: RecordingDesk) -> AsyncIterator[Client]:
    async with served(BrowserPlatform(ListWall(), hosts=frozenset({"Paja.example"})), desk) as client:
        yield client


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:3978",
        "127.0.0.1:3978",
        "127.9.9.9",
        "[::1]:3978",
        "paja.localhost",
        "PAJA.example:443",
    ],
)
async def test_the_right_hosts(client: Client, host: str) -> None:
    for path in ("/", "/practice/completions", "/practice/static/app.js"):
        assert (await client.get(path, headers={"Host": host})).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "paja.example.evil.example",
        "xpaja.example",
        "192.168.0.7:3978",
        "0.0.0.0",  # noqa: S104 -- a name that must not lead in
        "localhost:3978@evil.example",
        "localhost, evil.example",
        "[::1",
        "[::2]",
        " ",
        "",
        "\u043bocalhost",
    ],
)
async def test_a_name_that_was_turned_to_this_machine_leads_nowhere(
    client: Client, desk: RecordingDesk, host: str
) -> None:
    for method, path in (("GET", "/"), ("GET", "/practice/events?me=x"), ("POST", "/practice/people")):
        response = await client.request(
            method, path, headers=JSON | {"Host": host}, data=BODY if method == "POST" else None
        )
        assert (response.status, (await response.json())["code"]) == (403, "wrong_host")
    assert desk.arrived == []


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost:1",
        "http://localhost",
        "null",
        "",
        "http://{host}.evil.example",
        "http://evil@{host}",
        "ftp://{host}",
        "http://{host}/",
        "http://[",
    ],
)
async def test_another_page_cannot_act_here(client: Client, desk: RecordingDesk, origin: str) -> None:
    host = f"127.0.0.1:{client.port}"
    forged = JSON | {"Origin": origin.replace("{host}", host)}
    for path in ("people", "colleagues", "say", "press", "form", "send"):
        response = await client.post(f"/practice/{path}", data=BODY, headers=forged)
        assert (response.status, (await response.json())["code"]) == (403, "wrong_origin")
    socket = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "x" * 24,
    }
    assert (await client.get("/practice/events?me=x", headers=forged | socket)).status == 403
    assert desk.arrived == []


async def test_the_page_itself_can(client: Client) -> None:
    headers = JSON | {"Origin": f"http://127.0.0.1:{client.port}", "Sec-Fetch-Site": "same-origin"}
    assert (await client.post("/practice/people", data=BODY, headers=headers)).status == 200


async def test_a_browser_that_says_where_it_comes_from_is_believed(client: Client) -> None:
    headers = JSON | {"Sec-Fetch-Site": "cross-site"}
    assert (await client.post("/practice/people", data=BODY, headers=headers)).status == 403


@pytest.mark.parametrize("path", ["people", "colleagues", "say", "press", "form", "send"])
@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", JSON, 422),
        (b"{", JSON, 422),
        (b"[]", JSON, 422),
        (b"null", JSON, 422),
        (b"1e999", JSON, 422),
        (b"\xff\xfe", JSON, 422),
        (b'{"name": "\\ud800"}', JSON, 422),
        (b"[" * 100_000, JSON, 422),
        (b'{"a":' * 1000, JSON, 422),
        (b" " * (LARGEST_BODY + 1), JSON, 413),
        (b"{}", {"Content-Type": "text/plain"}, 415),
        (b"{}", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b"{}", {"Content-Type": "a b c"}, 415),
        (b"{}", JSON | {"Content-Encoding": "gzip"}, 415),
    ],
)
async def test_what_is_no_message_is_no_trouble(
    client: Client, desk: RecordingDesk, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    response = await client.post(f"/practice/{path}", data=body, headers=headers)
    assert response.status == status
    assert b"Traceback" not in await response.read()
    assert desk.arrived == []


async def test_a_body_that_drips_is_not_waited_for(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BODY_WITHIN", 0.05)

    async def drip() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(0.5)
        yield b"}"

    response = await client.post("/practice/people", data=drip(), headers=JSON)
    assert response.status == 408


@pytest.mark.parametrize(
    "path",
    [
        "/practice/static/../platform.py",
        "/practice/static/%2e%2e%2fplatform.py",
        "/practice/static/page.html.j2",
        "/practice/static/",
        "/practice/files/..%2f..%2fetc%2fpasswd",
        "/practice/nothing",
        "/practice/events",
        "/practice/events?me=browser:local:nobody",
    ],
)
async def test_there_is_nothing_else(client: Client, path: str) -> None:
    assert (await client.get(path)).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
async def test_other_methods_are_not_for_here(client: Client, method: str) -> None:
    for path in ("/", "/practice/say", "/practice/events"):
        assert (await client.request(method, path)).status == 405


async def test_every_answer_forbids_what_the_page_does_not_need(client: Client) -> None:
    for path in ("/", "/practice/static/app.js", "/practice/completions", "/practice/files/x"):
        headers = (await client.get(path)).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy
        assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")


async def test_a_refusal_speaks_the_language_of_the_page(client: Client) -> None:
    answers = [
        await (await client.post(f"/practice/people{lang}", json={"name": ""})).json()
        for lang in ("", "?lang=en")
    ]
    assert [answer["message"][:10] for answer in answers] == ["Nimessä on", "A name nee"]
