"""What arrives twice counts once, and is answered as the first time."""

from __future__ import annotations

import asyncio
import random

import pytest

from bot.facilitation.writer import StoppedError
from bot.platforms.inbound import NOTHING_TO_SAY, CommandGiven, PersonLeft
from bot.storage.errors import DatabaseBusyError
from dialogs.messages import Stage
from tests.support.house import CHANNEL, House, caller, said
from tests.support.phrases import phrase

STEP = "muutoskeskustelu"


@pytest.mark.parametrize("times", [2, 3, 4])
async def test_the_same_press_again_and_again(any_house: House, times: int) -> None:
    house = any_house
    await house.command("maija", "aloita 1")
    join = house.pressing("anna", "join")

    answers = [said(await house.handle(join)) for _ in range(times)]

    assert answers == [phrase("receipt.joined")] * times
    assert (await house.kept()).seq == 2


async def test_at_the_same_moment_it_is_one_too(house: House) -> None:
    await house.command("maija", "aloita 1")
    join = house.pressing("anna", "join")

    answers = await asyncio.gather(*(house.handle(join) for _ in range(4)))

    assert [said(one) for one in answers] == [phrase("receipt.joined")] * 4
    assert (await house.kept()).seq == 2


async def test_also_after_a_new_start_it_has_no_effect(any_house: House) -> None:
    house = any_house
    await house.to_step(STEP)
    next_step = house.pressing("maija", "next", str((await house.kept()).session.visit))
    await house.handle(next_step)
    before = (await house.kept()).seq
    await house.restart()

    assert await house.handle(next_step) == NOTHING_TO_SAY
    assert (await house.kept()).seq == before


async def test_a_command_that_is_repeated_does_not_start_twice(house: House) -> None:
    start = CommandGiven("the-same", caller("maija"), CHANNEL, "aloita 1")
    await house.handle(start)
    await house.press("maija", "end")

    assert await house.handle(start) == NOTHING_TO_SAY
    assert house.core.state.places == {}


async def test_a_double_click_is_one_move(house: House) -> None:
    await house.to_step(STEP)
    visit = str((await house.kept()).session.visit)

    answers = await asyncio.gather(*(house.press("maija", "next", visit) for _ in range(2)))

    assert sorted(said(one) for one in answers) == ["", phrase("receipt.old_card")]
    assert (await house.kept()).session.visit == int(visit) + 1


async def test_a_form_sent_twice_under_other_deliveries_is_one_note(house: House) -> None:
    """The second layer of retries in Teams brings new ids: the form's nonce tells."""
    await house.to_step(STEP)
    for _ in range(3):
        await house.send(
            "anna", "note", STEP, "all", nonce="one-and-the-same", cell="muutokset", text="Etätyö"
        )

    assert len((await house.kept()).session.notes) == 1


async def test_a_mended_form_counts_though_it_comes_under_the_same_id(house: House) -> None:
    await house.to_step(STEP)
    empty = house.sending("anna", "note", STEP, "all", nonce="one-and-the-same", cell="muutokset", text="")
    full = house.sending(
        "anna", "note", STEP, "all", nonce="one-and-the-same", cell="muutokset", text="Etätyö"
    )

    assert (await house.handle(empty)).errors
    assert (await house.handle(full)).form
    assert len((await house.kept()).session.notes) == 1


async def test_each_arrival_one_to_four_times_in_any_order_ends_the_same(house: House) -> None:
    await house.to_step(STEP)
    arrivals = [
        house.sending(who, "note", STEP, "all", cell="muutokset", text=f"{who} {number}")
        for who in ("anna", "ville", "sari")
        for number in range(6)
    ]
    many = [one for one in arrivals for _ in range(random.Random(one.delivery).randint(1, 4))]
    random.Random(7).shuffle(many)

    for start in range(0, len(many), 5):
        await asyncio.gather(*(house.handle(one) for one in many[start : start + 5]))

    session = (await house.kept()).session
    assert session.stage is Stage.RUNNING
    assert sorted(note.text for note in session.notes.values()) == sorted(
        f"{who} {number}" for who in ("anna", "ville", "sari") for number in range(6)
    )


async def test_who_has_left_while_nothing_can_be_written_is_told_again(house: House) -> None:
    await house.to_step(STEP)
    left = PersonLeft("left-1", caller("anna").person, CHANNEL)
    await house.core.stop()
    with pytest.raises((StoppedError, DatabaseBusyError)):
        await house.handle(left)
    await house.open()
    assert (await house.kept()).session.is_here(left.person)

    await house.handle(left)
    await house.restart()
    before = (await house.kept()).seq
    assert await house.handle(left) == NOTHING_TO_SAY

    kept = await house.kept()
    assert (kept.seq, kept.session.is_here(left.person)) == (before, False)
