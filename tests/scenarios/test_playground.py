"""Whole workshops from beginning to end in the Microsoft 365 Agents Playground."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.scenarios.acting import everybody_acts, goes_on, live
from tests.scenarios.chat import full_name
from tests.scenarios.experimenting import agreed, reminded
from tests.scenarios.playground_chat import PlaygroundChat
from tests.scenarios.story import (
    CHANGES,
    CLOSING,
    FLOWER,
    GRID,
    LEADER,
    PICKS,
    YES_AND,
    cockpit,
    goes_to,
    group_of,
    opens,
    pairs,
    talks_on,
    writes,
)
from tests.scenarios.team import Team

pytestmark = pytest.mark.node

FIVE = ("Anna", "Ville", "Sari", "Omar", "Liisa")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
async def team(sqlite_url: str) -> AsyncIterator[Team]:
    """A team in the emulator."""
    chat = PlaygroundChat()
    team = Team(chat, sqlite_url)
    try:
        await team.start()
        yield team
        await team.stop()
    finally:
        await chat.close()


async def test_maija_and_five_people_go_through_the_first_workshop(team: Team) -> None:
    await opens(team, *FIVE)
    assert "Mukana 5: " in await team.card("Paja 1:")
    for name in FIVE:
        assert "Paja alkaa, kun Maija Meri painaa Aloita." in await team.titled("Tervetuloa mukaan", name)
    assert "fasilitaattoreille" in await team.says("Ville", "seuraava", direct=True)

    await team.presses(LEADER, "Aloita")
    await goes_to(team, CHANGES)
    await team.fills(
        "Anna", "Lisää lappu", {"Kohta": "Suunta ja ratkaisut", "Lappu": "Yksi osoite"}, card=CHANGES
    )
    assert "Yksi osoite" in await team.titled(CHANGES)

    await goes_to(team, YES_AND)
    found = await pairs(team, FIVE)
    assert sorted(map(len, found)) == [2, 3]
    for group in found:
        await talks_on(team, group)
    assert "2/2 paria vauhdissa." in await team.titled(YES_AND)

    await goes_to(team, GRID)
    for name in FIVE:
        await writes(team, name, f"{name} osaa kuunnella")
    canvas = await team.titled(await group_of(team, "Anna"))
    assert "5 lappua, 1/8 kohtaa aloitettu" in canvas
    assert len((await team.chat.threads())[canvas.id]) == 1
    await goes_to(team, PICKS)
    await team.fills("Sari", "Valitse nostot", {"notes": ("Anna osaa kuunnella", "Omar osaa kuunnella")})

    await goes_to(team, FLOWER)
    (flower,) = await team.pictures(await team.titled(FLOWER))
    assert flower.data.startswith(PNG)
    assert "Omar osaa kuunnella" in flower.alt
    await goes_to(team, CLOSING)
    await team.fills("Liisa", "Kerro, miten meni", {"score": "5", "line": "Tätä lisää"}, card=CLOSING)
    await team.presses(LEADER, "Päätä paja")

    summary = await team.card("Yhteenveto, paja 1", LEADER)
    for name in FIVE:
        assert full_name(name) in summary
    assert "Syntyi: 6 lappua ja 2 nostoa" in summary
    assert "Tätä lisää" in summary
    assert len(await team.pictures(summary)) == 1
    assert (await team.titled("Kiitos")).text.count("Aalto") == 1
    assert "Paja on päättynyt." in await cockpit(team)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("workshop", ["2", "3", "4", "5"])
async def test_maija_and_five_people_go_through_another_workshop(team: Team, workshop: str) -> None:
    """Each of the five does what a colleague would, on the cards and in the forms that the emulator got."""
    assert await team.says(LEADER, f"aloita {workshop}") == ""
    for name in FIVE:
        await team.presses(name, "Liity mukaan")
    await team.presses(LEADER, "Aloita")
    for _ in range(60):
        await everybody_acts(team, "teams")
        session, _ = live(team, "teams")
        await goes_on(team)
        if not team.bot.core.live("teams"):
            break
    else:
        raise AssertionError("it never ends")
    summary = await team.card(f"Yhteenveto, paja {workshop}", LEADER)
    for name in FIVE:
        assert full_name(name) in summary
    assert f"Syntyi: {len(session.notes)} lappua" in summary
    picks = [note for run in session.runs.values() for found in run.picks.values() for note in found]
    notes = [note for note in session.notes.values() if note.step != "oma-swot" or note.id in picks]
    told = "\n".join(card.text for card in await team.direct(LEADER))
    assert not [note.text for note in notes if (note.parts or (note.text,))[-1] not in told]
    assert "Paja on päättynyt." in await cockpit(team)


async def test_a_reminder_comes_with_buttons_that_work(team: Team) -> None:
    await agreed(team)
    await reminded(team, 12)
    reminder = await team.card("Nyt alkaa kokeilu", "Omar")
    assert "Ensimmäinen askel: Tehdään paikka" in reminder
    assert "Tarvitsen apua" in reminder.buttons
    assert full_name("Anna") in await team.presses("Omar", "Tarvitsen apua", "Nyt alkaa kokeilu")
    assert "Kirjattu, kiitos." in await team.card("Yksi asia odottaa sinua", "Omar")
