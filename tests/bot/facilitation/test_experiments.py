"""Experiments at the desk: across channels, restarts and people who go."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.actions import Action
from bot.platforms.inbound import Caller, HomeOpened, PersonLeft, Place, PlaceKind, Pressed, Reply
from dialogs.journey.journey import Journey
from tests.support.house import CHANNEL, House, delivery, direct, said
from tests.support.phrases import phrase

ELSEWHERE = Place("slack:T1:C2", PlaceKind.CHANNEL)
WHAT = "Perjantain tilannekuva"


async def journey(house: House, place: Place = CHANNEL) -> Journey:
    kept = await house.core.state.journeys.fetch(house.core.state.journeys.places[place.id])
    assert kept is not None
    return kept.journey


async def tries(house: House) -> Reply:
    """Anna agrees on an experiment from the card of a workshop that is over, and asks Omar."""
    await house.to_step("alustus")
    await house.press("omar", "join")
    session = house.session
    await house.press("maija", "end")
    return await sends(house, "anna", session, WHAT)


async def sends(house: House, who: str, stream: str, what: str) -> Reply:
    """The form of an experiment for Omar, on a card of `stream` (a session or a journey)."""
    values = {"what": what, "owner": "slack:T1:omar", "starts": "huomenna", "review": "kuukauden päästä"}
    sent = house.sending(who, "try", **values)
    return await house.handle(replace(sent, action=Action("try", stream)))


def board(house: House) -> str:
    return next(card for card in reversed(house.seen()) if card.startswith(phrase("experiments.title")))


async def test_it_is_kept_with_its_reminders_and_shown_to_all(any_house: House) -> None:
    house = any_house
    assert said(await tries(house)) == phrase("receipt.try_asked", names="Omar")
    known = await journey(house)
    assert said(await house.press("omar", "try-yes", "1", session=known.id)) == phrase("receipt.try_taken")
    known = await journey(house)
    await house.settled()
    assert WHAT in board(house)
    assert WHAT in house.seen("slack:T1:omar")[-1]

    await house.restart()

    again = await journey(house)
    assert again == known
    assert again.experiments.all["1"].accepted
    nudges = await house.core.store.nudges_of(again.id)
    assert {(one.key.person, one.key.item) for one in nudges} == {("slack:T1:omar", "experiment/1")}
    assert "review" in {one.key.kind for one in nudges}
    timers = await house.core.store.timers_of(again.id)
    assert set(timers) == {"try-start/1/", "try-review/1/"}


async def test_the_bots_own_page_shows_what_one_has_open_everywhere(house: House) -> None:
    await tries(house)
    await house.command("omar", "kokeilut", at=ELSEWHERE)
    await sends(house, "omar", (await journey(house, ELSEWHERE)).id, "Toinen")

    home = HomeOpened(delivery(), Caller("slack:T1:omar", "Omar"), direct("omar"))
    page = said(await house.handle(home))
    assert phrase("own.title", n=2) in page
    assert WHAT in page
    assert "Toinen" in page
    assert said(await house.command("omar", "kokeilut", at=direct("omar"))).startswith(
        phrase("own.title", n=2)
    )
    others = HomeOpened(delivery(), Caller("slack:T1:ville", "Ville"), direct("ville"))
    assert WHAT not in said(await house.handle(others))
    assert phrase("own.nothing") in said(await house.command("ville", "kokeilut", at=direct("ville")))


async def test_nobody_of_another_organisation_sees_or_changes_it(house: House) -> None:
    await tries(house)
    known = await journey(house)
    for verb in ("try-yes", "try-show", "try-trace"):
        pressed = Pressed(
            delivery(), Caller("slack:T2:eve", "Eve"), ELSEWHERE, Action(verb, known.id, ("1",))
        )
        assert said(await house.handle(pressed)) == phrase("receipt.unknown")
    assert await journey(house) == known


async def test_when_its_owner_is_gone_the_facilitator_is_told_and_nothing_is_lost(house: House) -> None:
    await tries(house)
    await house.press("omar", "try-yes", "1", session=(await journey(house)).id)
    await house.handle(PersonLeft(delivery(), "slack:T1:omar", CHANNEL))
    await house.settled()
    assert (await journey(house)).experiments.all["1"].owner == ""
    assert phrase("experiments.who") in " ".join(house.seen("slack:T1:maija")[-1].split())
    nudges = await house.core.store.nudges_of((await journey(house)).id)
    assert {one.key.person for one in nudges} == {"slack:T1:maija", "slack:T1:anna"}


async def test_whoever_is_forgotten_leaves_a_board_without_their_words(house: House) -> None:
    await tries(house)
    await house.press("omar", "try-yes", "1", session=(await journey(house)).id)
    await house.settled()
    assert WHAT in board(house)
    await house.press("anna", "forget", session="")
    await house.press("omar", "forget", session="")
    await house.settled()
    assert WHAT not in board(house)
    assert phrase("experiments.no_text") in board(house)
    assert phrase("experiments.state.ownerless") in board(house)
    kept = await journey(house)
    assert "omar" not in repr(kept)
    assert "anna" not in repr(kept)
    nudges = await house.core.store.nudges_of(kept.id)
    assert {one.key.person for one in nudges if one.state == 0} == {"slack:T1:maija"}
