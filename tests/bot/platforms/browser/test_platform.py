"""The browser behind the port: deliver, find, edit, and the same rooms after a restart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Button, Buttons, Card, Picture
from bot.platforms.browser.places import CHANNEL
from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.browser.rooms import MOST_CARDS, Entry
from bot.platforms.browser.wall import PostedCard
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
from tests.support.practice_room import ListWall, RecordingDesk

TO_CHANNEL = Address(AddressKind.CHANNEL, CHANNEL)
ANNA = "browser:local:anna"


def _card(title: str) -> Card:
    return Card(title, (), f"{title} lyhyesti")


def _seen(platform: BrowserPlatform, person: str = ANNA) -> list[tuple[str, str, str]]:
    """Room, reference and title of every card that the person sees."""
    _, entries = platform.rooms.seen_by(person)
    return [(entry.room.kind.value, entry.ref, entry.card.title if entry.card else "") for entry in entries]


def test_it_is_a_platform() -> None:
    platform: Platform = BrowserPlatform(ListWall())
    assert platform.name == "browser"


async def test_post_and_edit() -> None:
    platform = BrowserPlatform(ListWall())
    lobby = Parcel("lobby-1", TO_CHANNEL, _card("Mukana 0"))
    ref = await platform.deliver(lobby)
    await platform.deliver(Parcel("other", TO_CHANNEL, _card("Toinen")))
    assert await platform.deliver(replace(lobby, key="edit-2", card=_card("Mukana 1"), previous=ref)) == ref
    assert _seen(platform) == [("channel", ref, "Mukana 1"), ("channel", "other", "Toinen")]


async def test_the_same_post_twice_is_one_message_and_after_doubt_it_is_found() -> None:
    platform = BrowserPlatform(ListWall())
    parcel = Parcel("lobby-1", TO_CHANNEL, _card("Mukana 0"))
    assert await platform.find(parcel) is None
    assert [await platform.deliver(parcel), await platform.deliver(parcel)] == ["lobby-1", "lobby-1"]
    assert await platform.find(parcel) == "lobby-1"
    assert _seen(platform) == [("channel", "lobby-1", "Mukana 0")]


async def test_what_cannot_be_delivered_says_why() -> None:
    platform = BrowserPlatform(ListWall())
    card = _card("x")
    bad = Card("x", (Buttons((Button("y", Action("no spaces|please")),)),), "x")
    with pytest.raises(MessageGoneError):
        await platform.deliver(Parcel("k", TO_CHANNEL, card, previous="never"))
    with pytest.raises(RoomGoneError):
        await platform.deliver(Parcel("k", Address(AddressKind.CHANNEL, "slack:T1:C1"), card))
    with pytest.raises(RoomGoneError):
        await platform.deliver(Parcel("k", Address(AddressKind.THREAD, CHANNEL, root="never"), card))
    with pytest.raises(UnreachableError):
        await platform.deliver(Parcel("k", Address(AddressKind.DIRECT, people=("slack:T1:U1",)), card))
    with pytest.raises(RefusedError):
        await platform.deliver(Parcel("k", TO_CHANNEL, bad))
    assert _seen(platform) == []


async def test_pictures_are_held_while_they_are_shown() -> None:
    platform = BrowserPlatform(ListWall())
    card = Card("Kukka", (Picture("k1", "Kukka"),), "Kukka")
    flower, tree = Content(b"1", "image/png", "k.png"), Content(b"2", "image/png", "p.png")
    ref = await platform.deliver(Parcel("k", TO_CHANNEL, card, enclosures={"k1": flower}))
    (first,) = _entry(platform, ref).files
    assert f'src="/practice/files/{first}"' in _entry(platform, ref).html
    await platform.deliver(Parcel("l", TO_CHANNEL, card, previous=ref, enclosures={"k1": tree}))
    (second,) = _entry(platform, ref).files
    assert (platform.files.get(first), platform.files.get(second)) == (None, tree)
    await platform.deliver(Parcel("m", TO_CHANNEL, card, previous=ref))
    assert "<img" not in _entry(platform, ref).html
    assert platform.files.get(second) is None


def _entry(platform: BrowserPlatform, ref: str) -> Entry:
    entry = platform.rooms.get(ref)
    assert entry
    return entry


async def test_an_old_card_gives_way_and_is_posted_anew_when_it_is_edited() -> None:
    platform = BrowserPlatform(ListWall())
    for n in range(MOST_CARDS + 1):
        await platform.deliver(Parcel(f"k{n}", TO_CHANNEL, _card(str(n))))
    assert len(_seen(platform)) == MOST_CARDS
    with pytest.raises(MessageGoneError):
        await platform.deliver(Parcel("e", TO_CHANNEL, _card("0"), previous="k0"))


async def test_after_a_restart_the_rooms_look_the_same() -> None:
    before = BrowserPlatform(ListWall())
    picture = Card("Kukka", (Picture("k1", "Kukka"),), "Kukka")
    posts = [
        ("lobby", TO_CHANNEL, _card("Mukana 3"), {}),
        ("canvas", TO_CHANNEL, picture, {"k1": Content(b"1", "image/png", "k.png")}),
        ("in-thread", Address(AddressKind.THREAD, CHANNEL, root="lobby"), _card("Ryhmä 1"), {}),
        ("mine", Address(AddressKind.DIRECT, people=(ANNA,)), _card("Parisi: Ville"), {}),
        ("theirs", Address(AddressKind.DIRECT, people=("browser:local:ville",)), _card("Parisi: Anna"), {}),
        ("ours", Address(AddressKind.TOGETHER, people=(ANNA, "browser:local:ville")), _card("Te kaksi"), {}),
    ]
    for key, address, card, enclosures in posts:
        await before.deliver(Parcel(key, address, card, enclosures=enclosures))
    wall = ListWall([PostedCard(*post) for post in posts])
    after = BrowserPlatform(wall)
    await after.start(RecordingDesk())
    assert _seen(after) == _seen(before) != []
    assert await after.deliver(Parcel("e", TO_CHANNEL, _card("Mukana 4"), previous="lobby")) == "lobby"
    assert _seen(after)[0] == ("channel", "lobby", "Mukana 4")


async def test_a_card_that_has_no_place_any_more_does_not_stop_the_start() -> None:
    orphan = PostedCard("t", Address(AddressKind.THREAD, CHANNEL, root="gone"), _card("Ryhmä 1"))
    platform = BrowserPlatform(ListWall([orphan, PostedCard("lobby", TO_CHANNEL, _card("Mukana 3"))]))
    await platform.start(RecordingDesk())
    assert _seen(platform) == [("channel", "lobby", "Mukana 3")]


async def test_members_are_those_who_are_known() -> None:
    maija = Member("browser:local:maija", "Maija", "fi", "Europe/Helsinki")
    platform = BrowserPlatform(ListWall(), [maija])
    assert [await platform.member("browser:local:maija"), await platform.member(ANNA)] == [maija, None]
