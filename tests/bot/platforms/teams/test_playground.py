"""Microsoft's own emulator and our platform: cards arrive, presses come back, dialogs open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Button, Buttons, Card, Form, Paragraph, Span, TextField
from bot.platforms.inbound import (
    CommandGiven,
    FormAsked,
    FormSent,
    Inbound,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.platforms.platform import Address, AddressKind, Parcel
from bot.platforms.teams.platform import TeamsPlatform
from tests.support.playground import CHANNEL, GROUP, PERSONAL, TENANT, Playground
from tests.support.recording_desk import MemoryBook, RecordingDesk
from tests.support.teams_app import served
from tests.support.until import until

pytestmark = pytest.mark.node

LOBBY = Card(
    "Paja 1",
    (
        Paragraph((Span("0 mukana"),)),
        Buttons(
            (Button("Liity", Action("join", "s1")), Button("Lisää", Action("note", "s1"), opens_form=True))
        ),
    ),
    "Paja 1",
)
FORM = Form("Lappu", (TextField("text", "Lappu"),), "Tallenna", "Peru", Action("save", "s1"), "n1")


@dataclass
class Emulated:
    platform: TeamsPlatform
    desk: RecordingDesk
    playground: Playground

    async def deliver(self, address: Address, card: Card = LOBBY, previous: str = "") -> str:
        return await self.platform.deliver(Parcel("key", address, card, previous))

    async def heard(self, messages: int) -> None:
        """Until the bot has got so many: the emulator's page does not wait for it."""

        async def enough() -> bool:
            return len(self.desk.arrived) >= messages

        await until(enough)


def answer(arrived: Inbound) -> Reply:
    if isinstance(arrived, FormAsked):
        return Reply(form=FORM)
    return Reply(card=Card("", (Paragraph((Span("Mukana ollaan."),)),), "Mukana"))


@pytest.fixture
async def emulated() -> AsyncIterator[Emulated]:
    desk = RecordingDesk(answer)
    platform = TeamsPlatform(MemoryBook(), anonymous=True)
    async with served(platform) as url:
        await platform.start(desk)
        try:
            async with Playground(url) as playground:
                yield Emulated(platform, desk, playground)
        finally:
            await platform.stop()


async def test_a_card_arrives_and_a_press_on_it_comes_back(emulated: Emulated) -> None:
    desk, playground = emulated.desk, emulated.playground
    for where in (CHANNEL, GROUP, PERSONAL):
        await playground.type("aloita 1", where)
    await emulated.heard(3)
    ours = f"teams:{TENANT}:"
    given = [one for one in desk.arrived if isinstance(one, CommandGiven)]
    assert [(one.text, one.place) for one in given] == [
        ("aloita 1", Place(ours + CHANNEL, PlaceKind.CHANNEL)),
        ("aloita 1", Place(ours + GROUP, PlaceKind.GROUP)),
        ("aloita 1", Place(ours + PERSONAL, PlaceKind.DIRECT)),
    ]
    in_channel = Address(AddressKind.CHANNEL, ours + CHANNEL)
    root = await emulated.deliver(in_channel)
    thread = await emulated.deliver(Address(AddressKind.THREAD, ours + CHANNEL, root=root))
    assert await emulated.deliver(in_channel, LOBBY, root) == root
    maija = await playground.person(0)
    await maija.hears("0 mukana", CHANNEL)
    assert thread.endswith(root.split()[1])
    clicked = await playground.click("Liity")
    assert clicked == {"type": "application/vnd.microsoft.activity.message", "value": "Mukana ollaan."}
    pressed = desk.arrived[-1]
    assert isinstance(pressed, Pressed)
    assert (pressed.action, pressed.caller.person) == (Action("join", "s1"), maija.ours)


async def test_the_others_act_too_and_are_written_to(emulated: Emulated) -> None:
    desk, playground = emulated.desk, emulated.playground
    await playground.type("aloita 1")
    await emulated.heard(1)
    await emulated.deliver(Address(AddressKind.CHANNEL, f"teams:{TENANT}:{CHANNEL}"))
    maija, ville = await playground.person(0), await playground.person(2)
    await maija.hears("0 mukana", CHANNEL)
    await ville.press("Liity", CHANNEL)
    assert ville.whispers() == ["Mukana ollaan."]
    await emulated.deliver(Address(AddressKind.DIRECT, people=(ville.ours,)))
    await ville.hears("0 mukana")
    await ville.press("Lisää", CHANNEL)
    await ville.fill(text="Sisu")
    sent = desk.arrived[-1]
    assert isinstance(sent, FormSent)
    assert (sent.caller.person, sent.values) == (ville.ours, {"text": "Sisu"})
    assert (await emulated.platform.member(maija.ours)).name == "Maija Meri"  # type: ignore[union-attr]
