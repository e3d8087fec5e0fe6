"""After a new start the practice room's walls look as before."""

from __future__ import annotations

from adaptive_cards.actions import Action
from bot.platforms.inbound import Caller, CommandGiven, Place, PlaceKind, Pressed
from tests.support.house import House, delivery
from tests.support.recording_platform import RecordingPlatform

CHANNEL = Place("browser:local:channel.harjoituspaja", PlaceKind.CHANNEL)


def caller(who: str) -> Caller:
    return Caller(f"browser:local:{who}", who.title())


async def test_what_stood_in_the_browser_stands_again(sqlite_url: str) -> None:
    house = House(sqlite_url, platform=RecordingPlatform("browser"))
    await house.open()
    await house.handle(CommandGiven(delivery(), caller("maija"), CHANNEL, "aloita 1"))
    join = Action("join", house.core.state.places[CHANNEL.id])
    await house.handle(Pressed(delivery(), caller("anna"), CHANNEL, join))
    await house.command("ulla", "aloita 1")
    await house.settled()
    await house.restart()

    posted = await house.core.wall.posted()

    assert {card.ref: (card.address, card.card) for card in posted} == {
        one.ref: (one.address, one.cards[-1])
        for one in house.platform.messages.values()
        if "slack" not in repr(one.address)
    }
    assert len(posted) == 3
    await house.close()
