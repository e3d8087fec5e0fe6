"""What a session leaves to the journey of its channel: once, and so that it can be forgotten."""

from __future__ import annotations

from datetime import timedelta

from bot.facilitation.own_data import collect
from bot.platforms.inbound import FormSent
from content.steps import GatherStep
from dialogs.journey.journey import Journey
from dialogs.journey.workshops.state import Held
from tests.support.house import CHANNEL, House, caller, delivery

GRID = "voimavararuudukko"
ANNA, MAIJA = caller("anna").person, caller("maija").person


async def journey(house: House) -> Journey | None:
    kept = await house.core.state.journeys.fetch(house.core.state.journeys.places.get(CHANNEL.id, ""))
    return kept.journey if kept else None


async def held(house: House) -> Held:
    found = await journey(house)
    assert found is not None
    (one,) = found.held
    return one


async def picked_by_anna(house: House) -> str:
    """Anna writes a note and her group brings it up; the session's id."""
    await house.to_step(GRID)
    session = (await house.kept()).session
    group, step = session.runs[GRID].group_of(ANNA), session.steps[GRID]
    assert group is not None
    assert isinstance(step, GatherStep)
    await house.send("anna", "note", GRID, group.id, cell=step.canvas.ids()[0], text="Rauha")
    await house.command("maija", "seuraava")
    note = next(iter((await house.kept()).session.notes))
    await house.send("anna", "pick", "nostot", group.id, notes=(note,))
    return house.session


async def test_a_lobby_that_is_closed_leaves_nothing(house: House) -> None:
    await house.command("maija", "aloita 1")
    await house.command("maija", "lopeta")
    assert await journey(house) is None


async def test_a_workshop_leaves_who_took_part_and_what_was_brought_up(any_house: House) -> None:
    house = any_house
    session = await picked_by_anna(house)
    begun = await journey(house)
    assert begun is not None
    assert begun.live == session
    await house.command("maija", "lopeta")

    one = await held(house)
    assert (one.session, one.slug) == (session, "tietotyon-muutos")
    assert (one.people[0], one.facilitators, [pick.text for pick in one.picks]) == (ANNA, (MAIJA,), ["Rauha"])
    await house.restart()
    assert await held(house) == one


async def test_the_next_workshop_goes_on_with_the_same_journey(house: House) -> None:
    await picked_by_anna(house)
    first = await journey(house)
    await house.command("maija", "lopeta")
    session = await picked_by_anna(house)
    await house.command("maija", "lopeta")
    second = await journey(house)
    assert first is not None
    assert second is not None
    assert second.id == first.id
    assert [one.session for one in second.held] == [first.live, session]


async def test_who_is_forgotten_is_in_no_journey(any_house: House) -> None:
    house = any_house
    await picked_by_anna(house)
    await house.command("maija", "lopeta")
    await house.press("anna", "forget", session="")

    one, found = await held(house), await journey(house)
    assert [pick.text for pick in one.picks] == [""]
    assert "Anna" not in repr(found)
    assert ANNA not in repr(found)
    await house.restart()
    assert await journey(house) == found
    assert await house.core.store.journeys_of(ANNA) == []


async def test_what_is_stored_of_a_person_has_the_journeys(house: House) -> None:
    await picked_by_anna(house)
    await house.command("maija", "lopeta")
    _, everything = await collect(house.core.store, ANNA)
    assert b'"journey"' in everything
    assert b"Rauha" in everything
    assert MAIJA.encode() not in everything


async def test_what_is_begun_in_a_channel_without_a_journey_can_be_gone_on_with(any_house: House) -> None:
    house = any_house
    asked = await house.command("maija", "prosessi aloita kehitysprosessi")
    assert asked.form is not None
    assert asked.form.action is not None
    action, place = asked.form.action, CHANNEL
    day = f"{house.clock.now() + timedelta(days=30):%d.%m.%Y}"
    values = {"date": day, "clock": "09:00", "gap": "3"}
    sent = FormSent(delivery(), caller("maija"), place, action, "nonce-0001", {**values})
    await house.handle(sent)
    found = await journey(house)
    assert found is not None
    assert [course.slug for course in found.courses] == ["kehitysprosessi"]


async def test_a_question_begins_no_journey(house: House) -> None:
    await house.command("maija", "prosessi sykli")
    assert await journey(house) is None
    assert await house.core.store.journeys() == []
