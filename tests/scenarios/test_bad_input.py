"""Slips, old cards, other people's cards, hostile texts: a short clear answer, and nothing else happens."""

from __future__ import annotations

from collections.abc import Callable

from tests.scenarios.chat import squeezed
from tests.scenarios.story import (
    CHANGES,
    GRID,
    LEADER,
    TALK,
    begins,
    cockpit,
    goes_to,
    group_of,
    groups,
    opens,
    writes,
)
from tests.scenarios.team import Team, team_in

WORD = "kvaakku"
"""In everything hostile, and nowhere else."""
HOSTILE = (
    f"<!channel> <!here> <@U2> <https://paha.example|{WORD}>",
    f"<at>Anna Aalto</at> <at>kaikki</at> @channel @everyone {WORD}",
    f"**{WORD}** _vino_ ~~yli~~ `koodi` [linkki](https://paha.example) ![k](http://paha.example/k.png)",
    f"<script>alert('{WORD}')</script><img src=x onerror=alert(1)>&lt;b&gt;",
    f"# {WORD} https://paha.example www.paha.example kirje@paha.example",
    f"👩‍👩‍👧‍👦🇫🇮 {WORD} مرحبا بالعالم שלום",
)
TURNING = f"a\x00b\x1b[31mc\x7f{WORD}\u202e\u2066nurin\u200f\r\n\r\n\r\n\r\nloppu\ud800".encode(
    errors="replace"
).decode()
LONG = f"{WORD} " * (50_000 // (len(WORD) + 1))


async def test_slips_in_commands_are_answered_and_change_nothing(
    logged: Callable[[], str], team: Team
) -> None:
    for said, answer in (
        ("alota 1", "En tunne komentoa alota 1. Tarkoititko: aloita 1"),
        ("aloita 77", "En löydä pajaa 77. Nämä löytyvät:"),
        ("aloita", "Aloita kanavalla: aloita 1"),
        ("seuraava", "Tällä kanavalla ei ole nyt pajaa käynnissä. Aloita sellainen: aloita 1"),
        (WORD, f"En tunne komentoa {WORD}. Komento ohje näyttää, mitä osaan."),
        ("", "Näin paja toimii"),
        ("kieli klingon", "En osaa vielä kieltä klingon."),
    ):
        assert answer in squeezed(await team.says(LEADER, said))
    assert await team.facts() == []
    assert await team.channel() == []

    alone = await team.says(LEADER, "aloita 1", direct=True)
    assert "Komento aloita 1 toimii kanavalla, jossa paja pidetään." in squeezed(alone)
    assert await team.facts() == []

    await begins(team, "Anna", at=GRID)
    before = await team.facts()
    again = squeezed(await team.says("Anna", "aloita 1"))
    assert "Tällä kanavalla on jo paja käynnissä: Paja 1, avattu klo 9.00." in again
    assert "Fasilitaattori: Maija Meri." in again
    thread = next(iter(await team.chat.threads()))
    assert f"Nyt menossa: {GRID}." in squeezed(await team.says("Anna", "tila", thread=thread))
    assert f"Nyt menossa: {GRID}." in squeezed(await team.says("Anna", "tila", direct=True))
    assert "on fasilitaattoreille" in await team.says("Anna", "lopeta", thread=thread)
    assert "Tarkoititko: lopeta" in squeezed(await team.says(LEADER, "lopeta ajoissa"))
    assert await team.facts() == before
    assert WORD not in logged()


async def test_old_cards_and_other_peoples_cards_say_so(team: Team) -> None:
    await opens(team, "Anna", "Ville", "Sari", "Omar", "Liisa", "Pekka")
    begin = await team.sees(LEADER, "Aloita")
    await team.presses(LEADER, "Aloita")
    onward = await team.sees(LEADER, "Seuraava")
    await team.presses(LEADER, "Seuraava")
    before = await team.facts()
    assert "Paja on jo käynnissä. Uusin ohjaamo on alempana." in await team.chat.push(LEADER, begin)
    assert "Tämä kortti on jo vanha." in await team.chat.push(LEADER, onward)
    assert "Olet jo mukana." in await team.presses("Anna", "Liity mukaan")
    assert await team.facts() == before
    assert (await cockpit(team)).title == f"Ohjaamo 2/10: {TALK}"

    await goes_to(team, CHANGES)
    late = await team.sees("Anna", "Lisää lappu")
    await goes_to(team, GRID)
    before = await team.facts()
    assert "on jo suljettu" in await team.chat.push("Anna", late)
    mine = await group_of(team, "Anna")
    (other, *_) = [name for title, people in (await groups(team)).items() if title != mine for name in people]
    told = await team.fills(other, "Lisää lappu", {"text": "minä täällä"}, card=mine)
    assert "Tämä on toisen ryhmän kortti. Oma ryhmäsi on numero" in told
    assert "Liity ensin mukaan" in await team.fills("Iida", "Lisää lappu", {"text": "ja minä"}, card=mine)
    assert "Valittavaa tulee tähän" in await team.presses(other, "Omat laput")
    assert await team.facts() == before


async def test_empty_and_endless_texts_stay_in_the_form(logged: Callable[[], str], team: Team) -> None:
    await begins(team, "Anna", "Ville", at=CHANGES)
    before = await team.facts()
    for text, answer in (
        ("", "Kirjoita tähän jotain, vaikka yksi sana."),
        (" \u200b\n\u2060 ", "Kirjoita tähän jotain, vaikka yksi sana."),
        (LONG, "Tämä on pidempi kuin tähän mahtuu."),
    ):
        note = {"cell": "muutokset", "text": text}
        told = await team.fills("Anna", "Lisää lappu", note, card=CHANGES, forced=True)
        assert answer in told
    told = await team.says("Anna", LONG[: 3_900 if team.chat.name == "browser" else 50_000])
    assert len(told) < 1_000
    assert "En tunne komentoa" in told
    assert await team.facts() == before
    assert WORD not in logged()


async def test_hostile_texts_stand_there_as_they_were_written(logged: Callable[[], str], team: Team) -> None:
    await begins(team, "Anna", "Ville", "Sari", at=GRID)
    for number, text in enumerate(HOSTILE):
        assert "Tallessa" in await writes(team, ("Anna", "Ville", "Sari")[number % 3], text)
    await writes(team, "Anna", TURNING, "sujuvuus")
    canvas = await team.titled(await group_of(team, "Anna"))
    for text in HOSTILE:
        assert text in canvas
    assert "\u202e" not in canvas.text
    assert "\x1b" not in canvas.text
    assert f"c{WORD}" in canvas

    for text in HOSTILE:
        told = await team.says("Ville", text)
        assert len(told) < 400
    notes = {"notes": ("<!channel>", "**", "<script>")}
    await goes_to(team, "Nostot")
    await team.fills("Sari", "Valitse nostot", notes)
    await goes_to(team, "Lopetus")
    await team.fills("Anna", "Kerro, miten meni", {"score": "3", "line": HOSTILE[0]})
    await team.presses(LEADER, "Päätä paja")
    assert HOSTILE[0] in await team.card("Yhteenveto, paja 1", LEADER)
    assert await team.chat.dangers() == []
    said = logged()
    assert said, "it does log"
    for word in (WORD, "Aalto", "Meri", "paha.example", "xoxb", "made-up"):
        assert word not in said


async def test_a_hostile_name_is_only_a_name(sqlite_url: str) -> None:
    async with team_in("slack", sqlite_url) as team:
        profile = {"real_name": "<!channel> *Anna*", "display_name": "<!channel> *Anna*\u202e"}
        await team.chat.who("Anna").people.control("change", users={"U2": {"profile": profile}})  # type: ignore[attr-defined]
        await opens(team, "Anna")
        assert "Mukana 1: <!channel> *Anna*" in await team.card("Paja 1:")
        assert await team.chat.dangers() == []
