"""What an address means in the practice room, and who sees it."""

from __future__ import annotations

import pytest

from bot.platforms.browser.places import CHANNEL, THE_CHANNEL, Room, room_of
from bot.platforms.browser.visibility import sees
from bot.platforms.inbound import Place, PlaceKind
from bot.platforms.platform import Address, AddressKind, DeliveryError, RoomGoneError, UnreachableError

ANNA, VILLE, SARI = (f"browser:local:{name}" for name in ("anna", "ville", "sari"))
DIRECT = room_of(Address(AddressKind.DIRECT, people=(ANNA,)))
THREAD = room_of(Address(AddressKind.THREAD, CHANNEL, root="lobby"))
TOGETHER = room_of(Address(AddressKind.TOGETHER, people=(ANNA, VILLE)))


def test_each_address_leads_to_its_room() -> None:
    assert room_of(Address(AddressKind.CHANNEL, CHANNEL)) == THE_CHANNEL
    assert (
        Room(
            "browser:local:direct.anna",
            AddressKind.DIRECT,
            Place("browser:local:direct.anna", PlaceKind.DIRECT),
            (ANNA,),
        )
        == DIRECT
    )
    assert Room(f"{CHANNEL}/lobby", AddressKind.THREAD, Place(CHANNEL, PlaceKind.CHANNEL, "lobby")) == THREAD
    assert (TOGETHER.kind, TOGETHER.place.kind, TOGETHER.people) == (
        AddressKind.TOGETHER,
        PlaceKind.GROUP,
        (ANNA, VILLE),
    )


def test_the_same_people_are_together_in_the_same_room_in_whatever_order() -> None:
    assert room_of(Address(AddressKind.TOGETHER, people=(VILLE, ANNA, VILLE))) == TOGETHER
    assert room_of(Address(AddressKind.TOGETHER, people=(ANNA, SARI))).key != TOGETHER.key


@pytest.mark.parametrize(
    ("address", "error"),
    [
        (Address(AddressKind.CHANNEL, "browser:local:elsewhere"), RoomGoneError),
        (Address(AddressKind.THREAD, "slack:T1:C1", root="x"), RoomGoneError),
        (Address(AddressKind.DIRECT, people=("slack:T1:U1",)), UnreachableError),
        (Address(AddressKind.DIRECT, people=(ANNA, VILLE)), UnreachableError),
        (Address(AddressKind.DIRECT), UnreachableError),
        (Address(AddressKind.TOGETHER), UnreachableError),
        (Address(AddressKind.TOGETHER, people=(ANNA, "teams:t:u")), UnreachableError),
    ],
)
def test_an_address_of_nowhere(address: Address, error: type[DeliveryError]) -> None:
    with pytest.raises(error):
        room_of(address)


def test_who_sees_what() -> None:
    rooms = {"channel": THE_CHANNEL, "thread": THREAD, "direct": DIRECT, "together": TOGETHER}
    seen = {
        person: {name for name, room in rooms.items() if sees(person, room)} for person in (ANNA, VILLE, SARI)
    }
    assert seen == {
        ANNA: {"channel", "thread", "direct", "together"},
        VILLE: {"channel", "thread", "together"},
        SARI: {"channel", "thread"},
    }
