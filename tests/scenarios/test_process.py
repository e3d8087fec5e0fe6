"""A process in the chat of a team: begun in a form, moved, held, with the dates in everybody's calendar."""

from __future__ import annotations

from icalendar import Calendar

from tests.scenarios.chat import full_name
from tests.scenarios.story import LEADER, begins
from tests.scenarios.team import Team

START = "Aloita prosessi 1"
MEETING = "Orientaatiotapaaminen"
DATES = {"date": "9.3.2027", "clock": "12:30", "gap": "3"}


async def planned(team: Team) -> None:
    """Maija has the dates of a process proposed."""
    await begins(team, "Anna", "Ville", "Sari")
    await team.says(LEADER, "lopeta")
    said = await team.says(LEADER, "prosessi")
    assert "Mikä prosessi aloitetaan?" in said
    await team.fills(LEADER, START, DATES)


async def test_from_the_first_date_to_the_first_workshop(team: Team) -> None:
    await planned(team)
    plan = await team.titled("Aikaehdotus")
    assert f"{MEETING}: ti 9.3.2027 klo 12.30–15.30" in plan
    assert "9. seuranta- ja arviointityöpaja: ti 5.10.2027" in plan
    assert "Tämä nappi on fasilitaattoreille" in await team.presses("Anna", "Ajat sopivat")

    await team.fills(LEADER, "Siirrä aikaa", {"meeting": "t9", "date": "6.10. klo 9"}, card="Aikaehdotus")
    await team.presses(LEADER, "Ajat sopivat")
    shown = await team.titled("Matka: 0/9 pajaa pidetty")
    assert "9. seuranta- ja arviointityöpaja: ke 6.10.2027 klo 9.00–12.00" in shown
    assert f"Seuraavaksi {MEETING}" in shown
    assert f"Fasilitaattori: {full_name(LEADER)}" in shown

    await team.presses(LEADER, "Aloita seuraava paja", "Matka:")
    await team.presses("Anna", "Liity mukaan")
    await team.presses(LEADER, "Aloita", "Ohjaamo")
    await team.says(LEADER, "lopeta")
    held = await team.titled("Matka: 0/9 pajaa pidetty")
    assert f"{MEETING}: pidetty ma 11.1.2027" in held
    assert "Yksi välitehtävä on auki." in held
    assert "Mitä tapahtui, kun olit poissa" in [card.title for card in await team.direct("Ville")]
    assert "Mitä tapahtui, kun olit poissa" not in [card.title for card in await team.direct("Anna")]


async def test_the_dates_as_a_file(team: Team) -> None:
    await planned(team)
    await team.presses(LEADER, "Ajat sopivat")
    await team.presses("Anna", "Kalenteriin", "Matka:")
    (file,) = await team.chat.files("Anna")
    entries = Calendar.from_ical(file).walk("VEVENT")
    assert len(entries) == 10
    assert str(entries[0]["SUMMARY"]).startswith(MEETING)
    assert await team.chat.files("Ville") == []


async def test_a_date_in_words_that_may_mean_two_days_and_one_that_has_passed(team: Team) -> None:
    await begins(team, "Anna")
    await team.says(LEADER, "lopeta")
    await team.says(LEADER, "prosessi")
    said = await team.fills(LEADER, START, {**DATES, "date": "1.1.2027"})
    assert "Se aika on jo mennyt" in said
    vague = {**DATES, "date": "ensi tiistaina"}
    await team.fills(LEADER, START, vague, {**vague, "day": "2027-01-19"})
    assert f"{MEETING}: ti 19.1.2027" in await team.titled("Aikaehdotus")


async def test_the_bot_may_start_anew_at_any_time(team: Team) -> None:
    await planned(team)
    await team.restart()
    await team.presses(LEADER, "Ajat sopivat")
    await team.restart()
    await team.says(LEADER, "aloita kehitys-0")
    await team.presses("Anna", "Liity mukaan")
    await team.presses(LEADER, "Aloita", "Ohjaamo")
    await team.restart()
    await team.says(LEADER, "lopeta")
    maps = [card.title for card in await team.channel() if card.title.startswith("Matka:")]
    assert maps == ["Matka: 0/9 pajaa pidetty"]
