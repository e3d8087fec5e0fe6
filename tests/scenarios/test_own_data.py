"""What is stored of me, and forget me: in the middle of a workshop that goes on."""

from __future__ import annotations

import json
from pathlib import Path

from tests.scenarios.chat import full_name
from tests.scenarios.story import (
    CHANGES,
    GRID,
    LEADER,
    PICKS,
    TURN,
    YES_AND,
    begins,
    cockpit,
    goes_to,
    pairs,
    writer,
    writes,
)
from tests.scenarios.team import Team

FOUR = ("Anna", "Ville", "Sari", "Omar")
HERS = ("lajittelu vie aamut", "annan kehu parille", "annan lappu ruudukossa", "annan loppusana")
OTHERS = ("villen oma lappu", "sarin oma lappu")


async def test_anna_sees_what_is_stored_of_her_and_then_nothing_is(team: Team, tmp_path: Path) -> None:
    await _write_all(team)
    ours = await _person(team, "Anna")
    assert all(word.encode() in _on_disk(tmp_path) for word in HERS[:3])

    assert await team.says("Anna", "tiedot") == ""
    (file,) = await team.chat.files("Anna")
    stored = json.loads(file)
    assert stored["person"] == ours
    text = json.dumps(stored, ensure_ascii=False)
    assert [word for word in HERS[:3] if word not in text] == []
    assert [word for word in OTHERS if word in text] == []
    assert (await _person(team, "Ville")) not in text
    assert "Vain sinä näet tämän viestin." in (await team.direct("Anna"))[-1]

    question = await team.says("Anna", "poista tietoni")
    assert "Poistetaanko tietosi?" in question
    assert "Olet ollut mukana yhdessä pajassa." in question
    told = await team.presses("Anna", "Poista tietoni")
    if team.chat.name == "teams":  # a passing line is short there: all of it comes to her own chat
        told += (await team.direct("Anna"))[-1].text
    assert "Poistin nimesi ja nämä:" in told
    assert "2 lappua" in told

    for name in (full_name("Anna"), ours):
        assert name.encode() not in _on_disk(tmp_path), f"{name} is on the disk"
    await _is_forgotten(team, tmp_path)
    if team.chat.name != "teams":  # there, how she can be written to is noted as soon as she writes again
        assert "Sinusta ei ole tallessa mitään." in await team.says("Anna", "tiedot")
    await team.restart()
    await _is_forgotten(team, tmp_path)
    await _to_the_end(team)
    await _is_forgotten(team, tmp_path)


async def _write_all(team: Team) -> None:
    await begins(team, *FOUR, at=CHANGES)
    await team.fills("Anna", "Lisää lappu", {"cell": "muutokset", "text": HERS[0]}, card=CHANGES)
    await team.fills("Ville", "Lisää lappu", {"cell": "suunta", "text": OTHERS[0]}, card=CHANGES)
    await goes_to(team, YES_AND)
    (pair,) = (group for group in await pairs(team, FOUR) if "Anna" in group)
    while await writer(team, pair) != "Anna":
        await team.fills(await writer(team, pair), TURN, {"text": "jotain ihan muuta"})
    await team.fills("Anna", TURN, {"text": HERS[1]})
    await goes_to(team, GRID)
    await writes(team, "Anna", HERS[2])
    await writes(team, "Sari", OTHERS[1])


async def _person(team: Team, name: str) -> str:
    kept = await team.bot.core.shelf.fetch(await team.session())
    assert kept
    return next(id_ for id_, one in kept.session.people.items() if one.name == full_name(name))


async def _is_forgotten(team: Team, folder: Path) -> None:
    """Nothing on the others' screens, nothing on the disk."""
    others = [name for name in (LEADER, *FOUR) if name != "Anna"]
    shown = json.dumps(await team.screens(*others), ensure_ascii=False)
    for word in (*HERS, full_name("Anna")):
        assert word not in shown
    kept = _on_disk(folder)
    for word in HERS:
        assert word.encode() not in kept, f"{word} is on the disk"
    for word in OTHERS:
        assert word.encode() in kept


def _on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


async def _to_the_end(team: Team) -> None:
    assert "Paikalla 3" in await cockpit(team)
    await goes_to(team, PICKS)
    await team.fills("Sari", "Valitse nostot", {"notes": (OTHERS[1],)}, card=PICKS)
    await goes_to(team, "Lopetus")
    await team.presses(LEADER, "Päätä paja")
    summary = await team.card("Yhteenveto, paja 1", LEADER)
    assert OTHERS[1] in summary
    assert "nimensä poistanut" in summary
    assert OTHERS[0] in await team.card(OTHERS[0], LEADER)
