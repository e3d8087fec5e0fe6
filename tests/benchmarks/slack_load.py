"""Slack's side of a benchmark: signed requests, many at once or one after another, and how long each took."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Iterator, Sequence

from adaptive_cards.actions import Action
from adaptive_cards.card import Button, Buttons, Card, Mention, Paragraph, Span
from adaptive_cards.renderers.block_kit import FORM, PRESS, render
from tests.benchmarks.rooms import CELLS, PEOPLE, STEP, Room, user
from tests.support import slack_payloads as payloads
from tests.support.fake_slack_world import Json

CONNECTIONS = 32
ACTION = f"{PRESS}.ready.0"
_CARD = Card(
    "Muutoskeskustelu",
    (
        Paragraph((Span("Mikä työssämme muuttuu, ja mihin suuntaan haluamme sen muuttuvan?"),)),
        Paragraph((Span("Noin 15 min. Fasilitaattori: "), Mention("slack:T1:U1", "Maija"), Span("."))),
        Paragraph((Span("Valmiina 5/16, lappuja 12.", italic=True),)),
        Buttons((Button("Lisää lappu", Action("note", "s1")), Button("Olen valmis", Action("ready", "s1")))),
    ),
    "Muutoskeskustelu",
)
_MESSAGE = {"ts": "1700000000.000100", "type": "message", "user": "UBOT", "bot_id": "BBOT", **render(_CARD)}
_VIEW: Json = {
    "id": "V1",
    "type": "modal",
    "callback_id": FORM,
    "title": {"type": "plain_text", "text": "Uusi lappu"},
    "blocks": [],
}
_NUMBERS = itertools.count()


def presses(rooms: Sequence[Room], slack: str) -> Iterator[bytes]:
    """Everybody says once that they are ready: a request each, that changes something each."""
    for number in range(PEOPLE):
        for room in rooms:
            yield press(room, number, Action("ready", room.session, (STEP,)), slack)


def greetings(rooms: Sequence[Room], slack: str) -> Iterator[bytes]:
    """Everybody presses "join" once more: it changes nothing, and afterwards everybody has been met."""
    for room in rooms:
        for number in range(PEOPLE):
            yield press(room, number, Action("join", room.session), slack)


def press(room: Room, number: int, action: Action, slack: str) -> bytes:
    """The person of that number presses a button; what they are told goes to `slack`."""
    channel, person = room.slack_channel, user(room.channel, number)
    label = {"type": "plain_text", "text": "Olen valmis"}
    button = {"text": label, "action_id": ACTION, "value": action.encode()}
    acted = _acted(slack)
    made = payloads.pressed({"id": person, "name": person.lower()}, button, "b1", acted)
    where = {"id": channel, "kind": "channel", "name": "tukipalvelut"}
    return _request(payloads.in_message(made, where, _MESSAGE, acted))


def notes(room: Room) -> Iterator[bytes]:
    """Notes of the people of a room, one after another, without end."""
    for number in itertools.count():
        yield _note(room, number)


def _note(room: Room, number: int) -> bytes:
    fresh, acted = next(_NUMBERS), _acted("")
    action = Action("note", room.session, (STEP, "all")).encode()
    # As `block_kit_forms` writes what a modal remembers.
    memory = json.dumps({"action": action, "nonce": f"nonce-{fresh}-of-the-load", "place": room.place.id})
    values = {
        "cell": {"cell": {"type": "static_select", "selected_option": {"value": CELLS[number % 2]}}},
        "text": {"text": {"type": "plain_text_input", "value": f"Lappu numero {fresh}"}},
    }
    person = user(room.channel, 1 + number % (PEOPLE - 1))
    view = {**_VIEW, "private_metadata": memory}
    who = {"id": person, "name": person.lower()}
    return _request(payloads.submission(who, view, values, acted["trigger_id"]))


def _acted(slack: str) -> Json:
    number = next(_NUMBERS)
    return {"trigger_id": f"{number}.{number}.abc", "response_url": f"{slack}/answer/{number}"}


def _request(payload: Json) -> bytes:
    body = payloads.form_body(payload)
    headers = {
        "Host": "127.0.0.1",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        **payloads.signed(body),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + body


async def burst(port: int, requests: Sequence[bytes], connections: int = CONNECTIONS) -> list[float]:
    """Send all, `connections` at once; the seconds that each took, as they came."""
    taken: list[float] = []
    shares = [requests[start::connections] for start in range(connections)]
    await asyncio.gather(*(_connection(port, share, taken) for share in shares))
    return taken


async def one_by_one(port: int, requests: Sequence[bytes]) -> list[float]:
    """Send one after another; the seconds that each took."""
    return await burst(port, requests, 1)


async def _connection(port: int, requests: Sequence[bytes], taken: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        began = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        body = await reader.readexactly(length)
        taken.append(time.perf_counter() - began)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.split(b"\r\n")[0])
        if b"errors" in body or (b"response_action" not in body and body):
            raise RuntimeError("what was sent was not accepted")
    writer.close()
    await writer.wait_closed()
