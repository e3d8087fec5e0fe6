"""The practice room over HTTP, as its page talks to it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Card, Form, Paragraph, Picture, Span, TextField
from bot.platforms.browser.arrivals import LONGEST_TEXT
from bot.platforms.browser.colleagues import ColleaguesState
from bot.platforms.browser.places import CHANNEL
from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.inbound import (
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.platforms.platform import Address, AddressKind, Content, Parcel
from tests.support.practice_room import Client, ListWall, RecordingDesk, served

MAIJA, ANNA = "browser:local:maija", "browser:local:anna"
AS_MAIJA = Caller(MAIJA, "Maija", "fi", "Europe/Helsinki")
IN_CHANNEL = Place(CHANNEL, PlaceKind.CHANNEL)
MY_DIRECT = "browser:local:direct.maija"
ID = "0123456789abcdef"

NOTE = Card("", (Paragraph((Span("Tallessa."),)),), "Tallessa.")
FORM = Form("Lisää", (TextField("note", "Lappu"),), "Tallenna", "Peruuta", Action("note.add", "s1"), "n1")


SENT = {"action": "go|s1", "nonce": "n"}


@dataclass
class SwitchedColleagues:
    switched: list[tuple[bool, int]] = field(default_factory=list)

    async def switch(self, *, on: bool, count: int) -> None:
        self.switched.append((on, count))

    def state(self) -> ColleaguesState:
        on, count = self.switched[-1] if self.switched else (False, 5)
        return ColleaguesState(on, count, 15)


@dataclass
class Here:
    """A practice room where Maija has come in."""

    platform: BrowserPlatform
    desk: RecordingDesk
    client: Client

    async def post(self, what: str, **body: Any) -> tuple[int, Any]:
        response = await self.client.post(f"/practice/{what}", json=body)
        return response.status, await response.json()

    async def act(self, what: str, room: str = CHANNEL, **body: Any) -> tuple[int, Any]:
        return await self.post(what, **({"me": MAIJA, "room": room, "id": ID} | body))

    async def state(self, me: str) -> dict[str, Any]:
        """The first thing that a newly opened tab hears."""
        async with self.client.get("/practice/events", params={"me": me}) as response:
            assert (await response.content.readline()) == b"event: state\n"
            state: dict[str, Any] = json.loads((await response.content.readline()).removeprefix(b"data: "))
            return state


@pytest.fixture
async def here() -> AsyncIterator[Here]:
    platform, desk = BrowserPlatform(ListWall()), RecordingDesk()
    async with served(platform, desk) as client:
        room = Here(platform, desk, client)
        await room.post("people", name="Maija", timezone="Europe/Helsinki")
        yield room


async def test_somebody_comes_in_and_is_greeted(here: Here) -> None:
    here.desk.answer = lambda _: Reply(card=NOTE)
    status, answer = await here.post("people", name=" anna ", timezone="Europe/Helsinki")
    assert (status, answer["person"], answer["name"], answer["note"]["summary"]) == (
        200,
        ANNA,
        "anna",
        "Tallessa.",
    )
    assert here.desk.arrived[-1] == HomeOpened(
        f"{ANNA}/home",
        Caller(ANNA, "anna", "fi", "Europe/Helsinki"),
        Place("browser:local:direct.anna", PlaceKind.DIRECT),
    )


@pytest.mark.parametrize("text", ["/paja aloita 1", "paja aloita 1", "@Paja aloita 1"])
async def test_a_command_in_the_channel_goes_to_the_desk_and_is_not_shown(here: Here, text: str) -> None:
    assert await here.act("say", text=text) == (200, {"note": None, "form": None, "errors": {}})
    assert here.desk.acts == [CommandGiven(f"{MAIJA}/{ID}", AS_MAIJA, IN_CHANNEL, "aloita 1")]
    assert (await here.state(MAIJA))["entries"] == []


async def test_a_command_can_name_people(here: Here) -> None:
    await here.post("people", name="Anna")
    await here.act("say", text="/paja fasilitaattori @Anna")
    assert here.desk.acts == [
        CommandGiven(
            f"{MAIJA}/{ID}", AS_MAIJA, IN_CHANNEL, "fasilitaattori @Anna", (Caller(ANNA, "Anna", "fi"),)
        )
    ]


async def test_chat_is_for_everybody_in_the_channel_and_not_for_the_desk(here: Here) -> None:
    assert await here.act("say", text="Huomenta <b>kaikille</b>\x07") == (200, {})
    assert here.desk.acts == []
    await here.post("people", name="Anna")
    (entry,) = (await here.state(ANNA))["entries"]
    assert (entry["author"], entry["text"], entry["html"], entry["room"]) == (
        {"person": MAIJA, "name": "Maija"},
        "Huomenta <b>kaikille</b>",
        "",
        CHANNEL,
    )


async def test_in_the_direct_chat_every_word_goes_to_the_desk_and_is_shown_to_me(here: Here) -> None:
    await here.act("say", MY_DIRECT, text="Mitä nyt?")
    place = Place(MY_DIRECT, PlaceKind.DIRECT)
    assert here.desk.acts == [CommandGiven(f"{MAIJA}/{ID}", AS_MAIJA, place, "Mitä nyt?")]
    await here.post("people", name="Anna")
    assert [entry["text"] for entry in (await here.state(MAIJA))["entries"]] == ["Mitä nyt?"]
    assert (await here.state(ANNA))["entries"] == []


async def test_buttons_and_forms_reach_the_desk_and_its_answer_comes_back(here: Here) -> None:
    def answer(inbound: Inbound) -> Reply:
        match inbound:
            case FormAsked():
                return Reply(form=FORM)
            case FormSent():
                return Reply(errors={"note": "Vähän lyhyemmin, kiitos."})
            case _:
                return Reply(card=NOTE)

    here.desk.answer = answer
    action = Action("note", "s1", ("g2",))
    _, pressed = await here.act("press", action="note|s1|g2")
    _, asked = await here.act("form", action="note|s1|g2", id="a" * 32)
    _, sent = await here.act(
        "send", action="note|s1|g2", nonce="n1", values={"note": "x", "picks": ["1"]}, id="b" * 32
    )
    assert here.desk.acts == [
        Pressed(f"{MAIJA}/{ID}", AS_MAIJA, IN_CHANNEL, action),
        FormAsked(f"{MAIJA}/{'a' * 32}", AS_MAIJA, IN_CHANNEL, action),
        FormSent(f"{MAIJA}/{'b' * 32}", AS_MAIJA, IN_CHANNEL, action, "n1", {"note": "x", "picks": ("1",)}),
    ]
    assert "<article" in pressed["note"]["html"]
    assert pressed["note"]["summary"] == "Tallessa."
    assert asked["form"].startswith("<dialog")
    assert sent == {"note": None, "form": None, "errors": {"note": "Vähän lyhyemmin, kiitos."}}


async def test_a_press_in_a_thread_is_a_press_in_a_thread(here: Here) -> None:
    root = await here.platform.deliver(Parcel("root", Address(AddressKind.CHANNEL, CHANNEL), NOTE))
    await here.platform.deliver(Parcel("reply", Address(AddressKind.THREAD, CHANNEL, root=root), NOTE))
    await here.act("press", f"{CHANNEL}/root", action="go|s1")
    assert here.desk.acts == [
        Pressed(f"{MAIJA}/{ID}", AS_MAIJA, Place(CHANNEL, PlaceKind.CHANNEL, "root"), Action("go", "s1"))
    ]


async def test_each_sees_their_own(here: Here) -> None:
    await here.post("people", name="Anna")
    await here.post("people", name="Ville")
    for key, address in {
        "all": Address(AddressKind.CHANNEL, CHANNEL),
        "thread": Address(AddressKind.THREAD, CHANNEL, root="all"),
        "maija": Address(AddressKind.DIRECT, people=(MAIJA,)),
        "pair": Address(AddressKind.TOGETHER, people=(MAIJA, ANNA)),
    }.items():
        await here.platform.deliver(Parcel(key, address, NOTE))
    seen = {
        me: [entry["ref"] for entry in (await here.state(me))["entries"]]
        for me in (MAIJA, ANNA, "browser:local:ville")
    }
    assert seen == {
        MAIJA: ["all", "thread", "maija", "pair"],
        ANNA: ["all", "thread", "pair"],
        "browser:local:ville": ["all", "thread"],
    }
    (pair,) = [room for room in (await here.state(ANNA))["rooms"] if room["kind"] == "together"]
    assert sorted(pair["names"]) == ["Anna", "Maija"]


async def test_nobody_acts_in_a_room_that_is_not_theirs(here: Here) -> None:
    await here.post("people", name="Anna")
    for room in ("browser:local:direct.anna", "browser:local:direct.nobody", f"{CHANNEL}/nothing", ""):
        status, answer = await here.act("press", room, action="go|s1")
        assert (status, answer["code"]) == (404, "unknown_room")
    assert here.desk.acts == []


async def test_pictures_come_from_their_own_addresses(here: Here) -> None:
    card = Card("", (Picture("k", "Kukka"),), "Kukka")
    for key, content in {
        "png": Content(b"\x89PNG", "image/png", "kukka.png"),
        "html": Content(b"<script>", "text/html", 'a"\r\nb.html'),
        "odd": Content(b"x", "text/html\r\nX: y", "c"),
    }.items():
        parcel = Parcel(key, Address(AddressKind.CHANNEL, CHANNEL), card, enclosures={"k": content})
        await here.platform.deliver(parcel)
    answers = []
    for key in ("png", "html", "odd"):
        entry = here.platform.rooms.get(key)
        assert entry
        response = await here.client.get(f"/practice/files/{entry.files[0]}")
        headers = response.headers
        assert "sandbox" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        answers.append((await response.read(), headers["Content-Type"], headers["Content-Disposition"]))
    assert answers == [
        (b"\x89PNG", "image/png", 'inline; filename="kukka.png"'),
        (b"<script>", "text/html", 'attachment; filename="a___b.html"'),
        (b"x", "application/octet-stream", 'attachment; filename="c"'),
    ]
    assert (await here.client.get("/practice/files/guess")).status == 404


async def test_commands_are_offered_in_both_languages(here: Here) -> None:
    finnish = await (await here.client.get("/practice/completions")).json()
    english = await (await here.client.get("/practice/completions?lang=en")).json()
    assert finnish[0] == {"text": "/paja aloita 1", "does": "Aloita paja 1"}
    assert english[0] == {"text": "/paja start 1", "does": "Start workshop 1"}


async def test_simulated_colleagues_come_and_go(here: Here) -> None:
    assert await here.post("colleagues", me=MAIJA, on=True, count=3) == (
        404,
        {"code": "no_colleagues", "message": "Harjoituskavereita ei ole tässä huoneessa."},
    )
    colleagues = SwitchedColleagues()
    here.platform.colleagues = colleagues
    assert await here.post("colleagues", me=MAIJA, on=True, count=3) == (
        200,
        {"colleagues": {"on": True, "count": 3, "most": 15}},
    )
    assert (await here.post("colleagues", me=MAIJA, on=True, count=16))[0] == 422
    await here.post("colleagues", me=MAIJA, on=False, count=3)
    assert colleagues.switched == [(True, 3), (False, 3)]
    assert (await here.state(MAIJA))["colleagues"] == {"on": False, "count": 3, "most": 15}


@pytest.mark.parametrize(
    ("what", "change", "status", "code"),
    [
        ("say", {"text": " \n\x00"}, 422, "empty"),
        ("say", {"text": "x" * (LONGEST_TEXT + 1)}, 422, "too_long"),
        ("say", {"text": "/pjaa aloita 1"}, 422, "no_such_slash"),
        ("say", {"text": 1}, 422, "malformed"),
        ("say", {"text": "x", "extra": 1}, 422, "malformed"),
        ("say", {"text": "x", "id": "short"}, 422, "malformed"),
        ("say", {"text": "x", "id": "a" * 65}, 422, "malformed"),
        ("say", {"text": "x", "id": "aaaaaaaa/aaaa"}, 422, "malformed"),
        ("say", {"text": "x", "me": "browser:local:nobody"}, 404, "unknown_person"),
        ("say", {"text": "x", "me": "slack:T1:U1"}, 404, "unknown_person"),
        ("press", {"action": "no action"}, 422, "malformed"),
        ("press", {"action": "go"}, 422, "malformed"),
        ("press", {"action": "go|s1|" + "x" * 150}, 422, "malformed"),
        ("form", {"action": "<script>|"}, 422, "malformed"),
        ("send", {"action": "go|s1", "nonce": "n", "values": {"a": 1}}, 422, "malformed"),
        ("send", {"action": "go|s1", "nonce": "n", "values": []}, 422, "malformed"),
        ("send", {"action": "go|s1", "nonce": "n", "values": {"a": "x" * 60_001}}, 422, "too_long"),
        (
            "send",
            {"action": "go|s1", "nonce": "n", "values": {str(n): "" for n in range(51)}},
            422,
            "too_long",
        ),
        ("send", {"action": "go|s1", "nonce": "n", "values": {"a": ["x"] * 101}}, 422, "too_long"),
        ("press", {}, 422, "malformed"),
    ],
)
async def test_what_does_not_fit_is_said_plainly(
    here: Here, what: str, change: dict[str, Any], status: int, code: str
) -> None:
    answered, answer = await here.act(what, **change)
    assert (answered, answer["code"]) == (status, code)
    assert answer["message"].endswith((".", "/paja"))
    assert here.desk.acts == []
    assert (await here.state(MAIJA))["entries"] == []


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("", 422, "no_name"),
        ("\u202e", 422, "no_name"),
        ("x" * 41, 422, "no_name"),
        ("x" * 161, 422, "too_long"),
    ],
)
async def test_what_is_no_name_is_said_plainly(here: Here, name: str, status: int, code: str) -> None:
    answered, answer = await here.post("people", name=name)
    assert (answered, answer["code"]) == (status, code)


async def test_the_desks_trouble_is_said_plainly_and_without_a_traceback(here: Here) -> None:
    def fall(_: Inbound) -> Reply:
        raise RuntimeError("what Maija wrote")

    here.desk.answer = fall
    status, answer = await here.act("press", action="go|s1")
    assert (status, answer["code"]) == (503, "trouble")
    assert answer["message"].startswith("Paja ei juuri nyt vastaa.")


async def test_whoever_is_very_fast_waits_and_the_others_do_not(here: Here) -> None:
    await here.post("people", name="Anna")
    codes = [(await here.act("say", text="x"))[0] for _ in range(120)]
    assert 429 in codes
    assert set(codes) == {200, 429}
    assert (await here.act("say", me=ANNA, text="x"))[0] == 200
