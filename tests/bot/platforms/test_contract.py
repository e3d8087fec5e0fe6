"""What the outbox may expect of every platform, whichever it is: `bot/platforms/platform.py`, kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Protocol

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Attachment, Button, Buttons, Card, Paragraph, Picture, Span
from bot.platforms.browser.places import CHANNEL as BROWSER_CHANNEL
from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.platform import (
    Address,
    AddressKind,
    Content,
    Member,
    MessageGoneError,
    Parcel,
    Platform,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)
from tests.support.fake_slack_world import BOT as SLACK_BOT
from tests.support.fake_teams_world import BOT as TEAMS_BOT
from tests.support.fake_teams_world import CHANNEL as TEAMS_CHANNEL
from tests.support.fake_teams_world import TENANT
from tests.support.page_tree import read
from tests.support.practice_room import ListWall
from tests.support.recording_desk import RecordingDesk
from tests.support.slack_app import SlackApp, slack_app
from tests.support.slack_texts import text_of as slack_text
from tests.support.teams_app import TeamsApp, teams_app
from tests.support.teams_people import text_of as teams_text

PNG = Content(b"\x89PNG made up", "image/png", "kukka.png", "https://paja.example/pictures/kukka.png")
FILE = Content(b'{"person": "anna"}', "application/json", "tiedot.json", "https://paja.example/files/x.json")
HOSTILE = "<!channel> <at>Anna</at> **lihava** <b>tagi</b> [linkki](https://paha.example)"


class World(Protocol):
    """A platform and what its people see. `channel`: a `Place.id`; `anna`, `ville`: people."""

    @property
    def platform(self) -> Platform:
        """The one that is tried."""
        ...

    channel: str
    gone: str
    anna: str
    ville: str
    stranger: str

    async def seen(self, address: Address) -> list[str]:
        """The bot's messages there as text, oldest first."""
        ...

    async def lose(self, reference: str) -> None:
        """Somebody deletes the message."""
        ...

    async def shut(self, person: str) -> None:
        """The person can be reached no more."""
        ...


@dataclass
class SlackWorld:
    app: SlackApp
    channel: str = "slack:T1:C1"
    gone: str = "slack:T1:C9"
    anna: str = "slack:T1:U2"
    ville: str = "slack:T1:U3"
    stranger: str = "slack:T1:U99"

    @property
    def platform(self) -> Platform:
        return self.app.platform

    async def seen(self, address: Address) -> list[str]:
        world = self.app.fake.world
        users = [person.rpartition(":")[2] for person in address.people]
        where = {
            AddressKind.DIRECT: lambda: world.direct(users[0]),
            AddressKind.TOGETHER: lambda: world.group(users),
        }.get(address.kind, lambda: world.conversations["C1"])()
        thread = address.root.partition(":")[2]
        kept = [one for one in where.messages if one["user"] == SLACK_BOT and "files" not in one]
        return [slack_text(one) for one in kept if one.get("thread_ts", "") == thread]

    async def lose(self, reference: str) -> None:
        channel, stamp = reference.split(":")
        where = self.app.fake.world.conversations[channel]
        where.messages = [one for one in where.messages if one["ts"] != stamp]

    async def shut(self, person: str) -> None:
        user = person.rpartition(":")[2]
        await self.app.people.control("change", users={user: {"unreachable": True}})


@dataclass
class TeamsWorld:
    app: TeamsApp
    channel: str = f"teams:{TENANT}:{TEAMS_CHANNEL}"
    gone: str = f"teams:{TENANT}:19:poissa@thread.tacv2"
    anna: str = ""
    ville: str = ""
    stranger: str = f"teams:{TENANT}:00000000-0000-4000-8000-00000000dead"

    @property
    def platform(self) -> Platform:
        return self.app.platform

    async def seen(self, address: Address) -> list[str]:
        world = self.app.fake.world
        if address.kind is AddressKind.DIRECT:
            person = world.find(address.people[0].rpartition(":")[2])
            assert person
            standing, thread = world.conversations[person.direct].messages, ""
        else:
            standing, thread = world.conversations[TEAMS_CHANNEL].messages, address.root.partition(" ")[0]
        ours = [one for one in standing if one["from"] == TEAMS_BOT]
        if address.kind is AddressKind.CHANNEL:
            return [teams_text(one) for one in ours if one["thread"] == one["id"]]
        return [teams_text(one) for one in ours if one["thread"] == thread and one["id"] != thread]

    async def lose(self, reference: str) -> None:
        id_ = reference.partition(" ")[0]
        for where in self.app.fake.world.conversations.values():
            where.messages = [one for one in where.messages if one["id"] != id_]

    async def shut(self, person: str) -> None:
        found = self.app.fake.world.find(person.rpartition(":")[2])
        assert found
        found.installed = False


@dataclass
class BrowserWorld:
    room: BrowserPlatform
    channel: str = BROWSER_CHANNEL
    gone: str = "browser:local:channel.poissa"
    anna: str = "browser:local:anna-aalto"
    ville: str = "browser:local:ville-vuori"
    stranger: str = "slack:T1:U99"

    @property
    def platform(self) -> Platform:
        return self.room

    async def seen(self, address: Address) -> list[str]:
        person = address.people[0] if address.people else self.anna
        _, entries = self.room.rooms.seen_by(person)
        fits = [
            one
            for one in entries
            if one.room.kind is address.kind and one.room.place.thread == address.root
            if not address.people or set(one.room.people) == set(address.people)
        ]
        return [read(one.html).text() for one in fits]

    async def lose(self, reference: str) -> None:
        self.room.rooms._entries.pop(reference)  # noqa: SLF001 -- nobody can delete a card there

    async def shut(self, person: str) -> None:
        """Nobody of the practice room can be shut out of it; whoever is not of it never was in."""
        self.anna = self.stranger if person == self.anna else self.anna


@asynccontextmanager
async def _slack() -> AsyncIterator[World]:
    async with slack_app(RecordingDesk()) as app:
        app.fake.world.add_conversation("C9", "channel", "poissa", [SLACK_BOT])
        app.fake.world.conversations["C9"].archived = True
        yield SlackWorld(app)


@asynccontextmanager
async def _teams() -> AsyncIterator[World]:
    async with teams_app(RecordingDesk()) as app:
        anna, ville = await app.person(2), await app.person(3)
        for one in (anna, ville):
            await one.command("ohje")
        yield TeamsWorld(app, anna=anna.ours, ville=ville.ours)


@asynccontextmanager
async def _browser() -> AsyncIterator[World]:
    people = [
        Member("browser:local:anna-aalto", "Anna Aalto"),
        Member("browser:local:ville-vuori", "Ville Vuori"),
    ]
    platform = BrowserPlatform(ListWall(), people)
    await platform.start(RecordingDesk())
    yield BrowserWorld(platform)
    await platform.stop()


@pytest.fixture(params=[_browser, _slack, _teams], ids=["browser", "slack", "teams"])
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """Each platform in turn."""
    async with request.param() as made:
        yield made


def card(words: str, *more: Picture | Attachment | Buttons) -> Card:
    return Card("", (Paragraph((Span(words),)), *more), words)


def in_channel(world: World) -> Address:
    return Address(AddressKind.CHANNEL, world.channel)


async def test_a_card_is_posted_and_then_edited_in_its_place(world: World) -> None:
    first = Parcel("k1", in_channel(world), card("Mukana 0"))
    reference = await world.platform.deliver(first)
    assert 0 < len(reference) <= 500
    await world.platform.deliver(Parcel("k2", in_channel(world), card("Toinen")))
    edited = replace(first, card=card("Mukana 1"), previous=reference)
    assert await world.platform.deliver(edited) == reference
    assert await world.seen(in_channel(world)) == ["Mukana 1", "Toinen"]


async def test_what_people_wrote_stands_there_as_it_was_written(world: World) -> None:
    await world.platform.deliver(Parcel("k1", in_channel(world), card(HOSTILE)))
    assert await world.seen(in_channel(world)) == [HOSTILE]


async def test_buttons_are_shown_by_their_labels(world: World) -> None:
    buttons = Buttons((Button("Liity mukaan", Action("join", "s1")),))
    await world.platform.deliver(Parcel("k1", in_channel(world), card("Paja 1", buttons)))
    assert await world.seen(in_channel(world)) == ["Paja 1\n[Liity mukaan]"]


async def test_a_thread_hangs_under_its_card_and_is_edited_there(world: World) -> None:
    root = await world.platform.deliver(Parcel("k1", in_channel(world), card("Ryhmä 1")))
    under = Address(AddressKind.THREAD, world.channel, root=root)
    reference = await world.platform.deliver(Parcel("k2", under, card("Ohjeet")))
    assert await world.seen(in_channel(world)) == ["Ryhmä 1"]
    assert await world.seen(under) == ["Ohjeet"]
    await world.platform.deliver(Parcel("k2", under, card("Uudet ohjeet"), reference))
    assert await world.seen(under) == ["Uudet ohjeet"]


async def test_a_direct_message_is_for_one_person(world: World) -> None:
    anna, ville = (Address(AddressKind.DIRECT, people=(one,)) for one in (world.anna, world.ville))
    reference = await world.platform.deliver(Parcel("k1", anna, card("Vain sinulle")))
    assert await world.seen(anna) == ["Vain sinulle"]
    assert await world.seen(ville) == await world.seen(in_channel(world)) == []
    await world.platform.deliver(Parcel("k1", anna, card("Yhä vain sinulle"), reference))
    assert await world.seen(anna) == ["Yhä vain sinulle"]


async def test_a_few_people_have_a_room_of_their_own_or_it_is_refused(world: World) -> None:
    pair = Address(AddressKind.TOGETHER, people=(world.anna, world.ville))
    if world.platform.name == "teams":
        with pytest.raises(RefusedError):
            await world.platform.deliver(Parcel("k1", pair, card("Teille kahdelle")))
        return
    await world.platform.deliver(Parcel("k1", pair, card("Teille kahdelle")))
    turned = replace(pair, people=pair.people[::-1])
    await world.platform.deliver(Parcel("k2", turned, card("Samaan paikkaan")))
    assert await world.seen(pair) == ["Teille kahdelle", "Samaan paikkaan"]
    assert await world.seen(in_channel(world)) == []


async def test_a_picture_is_shown_and_one_that_is_not_enclosed_is_left_out(world: World) -> None:
    shown = card("Kukka", Picture("p1", "Kuva: kukka", ""))
    await world.platform.deliver(Parcel("k1", in_channel(world), shown, enclosures={"p1": PNG}))
    await world.platform.deliver(Parcel("k2", in_channel(world), shown))
    assert await world.seen(in_channel(world)) == ["Kukka\n(Kuva: kukka)", "Kukka"]


async def test_a_file_is_there_to_be_taken(world: World) -> None:
    anna = Address(AddressKind.DIRECT, people=(world.anna,))
    shown = card("Tietosi", Attachment("f1", "tiedot.json", "Tietosi (JSON)"))
    await world.platform.deliver(Parcel("k1", anna, shown, enclosures={"f1": FILE}))
    (seen,) = await world.seen(anna)
    assert "Tietosi (JSON)" in seen


async def test_a_room_that_is_gone_says_so(world: World) -> None:
    with pytest.raises(RoomGoneError):
        await world.platform.deliver(Parcel("k1", Address(AddressKind.CHANNEL, world.gone), card("Hei")))


async def test_one_who_cannot_be_reached_is_said_to_be(world: World) -> None:
    await world.shut(world.anna)
    anna, ville = (Address(AddressKind.DIRECT, people=(one,)) for one in (world.anna, world.ville))
    with pytest.raises(UnreachableError):
        await world.platform.deliver(Parcel("k1", anna, card("Hei")))
    await world.platform.deliver(Parcel("k2", ville, card("Hei")))
    assert await world.seen(ville) == ["Hei"]


async def test_a_message_that_is_gone_is_to_be_posted_anew(world: World) -> None:
    reference = await world.platform.deliver(Parcel("k1", in_channel(world), card("Hei")))
    await world.lose(reference)
    with pytest.raises(MessageGoneError):
        await world.platform.deliver(Parcel("k1", in_channel(world), card("Hei taas"), reference))


async def test_after_doubt_a_post_is_found_by_its_key_or_the_platform_cannot_tell(world: World) -> None:
    parcel = Parcel("k1", in_channel(world), card("Hei"))
    if world.platform.name == "teams":
        with pytest.raises(RefusedError):
            await world.platform.find(parcel)
        return
    assert await world.platform.find(parcel) is None
    reference = await world.platform.deliver(parcel)
    await world.platform.deliver(Parcel("k2", in_channel(world), card("Toinen")))
    assert await world.platform.find(parcel) == reference
    assert await world.platform.find(replace(parcel, key="k3")) is None


async def test_the_same_key_twice_is_one_message_where_the_platform_can_see_to_it(world: World) -> None:
    parcel = Parcel("k1", in_channel(world), card("Hei"))
    first = await world.platform.deliver(parcel)
    if world.platform.name == "browser":
        assert await world.platform.deliver(parcel) == first
        assert await world.seen(in_channel(world)) == ["Hei"]
        return
    # Slack and Teams take every post for a new one: that is why the outbox asks before it posts again.
    assert await world.platform.deliver(parcel) != first
    assert await world.seen(in_channel(world)) == ["Hei", "Hei"]


async def test_a_person_has_a_name_and_a_stranger_has_none(world: World) -> None:
    anna = await world.platform.member(world.anna)
    assert anna
    assert (anna.person, anna.name) == (world.anna, "Anna Aalto")
    assert await world.platform.member(world.stranger) is None
