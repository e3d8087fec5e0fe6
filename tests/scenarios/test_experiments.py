"""From a workshop's last card to an experiment that is judged, as the people of a team see it."""

from __future__ import annotations

from tests.scenarios.chat import Values, full_name
from tests.scenarios.experimenting import BOARD, DAY, PICK, PLAN, WHAT, agreed, held, reminded
from tests.scenarios.team import Team


async def test_a_pick_becomes_an_experiment_that_is_judged(team: Team) -> None:
    await agreed(team)
    board = await team.titled(BOARD)
    assert f"sovittu · vastuu: {full_name('Omar')} · alkaa ti 12.1." in board
    assert "Otan vastuun" not in (await team.titled(f"Kokeilu: {WHAT}", "Omar")).buttons

    await team.waits(minutes=2 * DAY)
    assert "käynnissä" in await team.titled(BOARD)
    said = await team.fills("Omar", "Miten meni?", {"text": "Ensimmäinen perjantai toimi"}, card=WHAT)
    assert "Tallessa" in said
    assert "Ensimmäinen perjantai toimi" in await team.titled(f"Kokeilu: {WHAT}", "Omar")

    await team.waits(minutes=14 * DAY)
    assert "arvioitavana" in await team.titled(BOARD)
    verdict: Values = {"verdict": "Jatketaan", "learning": "Muistutus riitti", "review": ""}
    assert "Kirjoita päivä" in await team.fills("Omar", "Arvioi", verdict, card=WHAT, forced=True)
    await team.fills("Omar", "Arvioi", {**verdict, "review": "15.2.2027"}, card=WHAT)
    assert "jatketaan" in await team.titled(BOARD)

    told = await team.presses("Omar", "Jäljitä", WHAT)
    # What is longer than a passing line comes to one's own conversation in some chats.
    trace = told if PICK in told else (await team.card("Mistä tämä tuli", "Omar")).text
    for words in (
        PICK,
        "Tietotyön muutos ja osaamisen voimavaralähtöinen",
        "Ensimmäinen perjantai toimi",
        "Muistutus riitti",
    ):
        assert words in trace
    assert full_name("Anna") not in trace.replace(f"Mukana: {full_name('Anna')}", "")
    await team.presses("Omar", "Vakiintui", WHAT)
    assert "vakiintui" in await team.titled(BOARD)


async def test_reminders_come_to_the_owner_and_are_answered_where_they_stand(team: Team) -> None:
    await agreed(team)
    await reminded(team, 12)
    assert "Ensimmäinen askel: Tehdään paikka" in await team.card("Nyt alkaa kokeilu", "Omar")
    for other in ("Anna", "Maija", "Ville"):
        assert not [card for card in await team.direct(other) if "alkaa kokeilu" in card]
    said = await team.presses("Omar", "Tarvitsen apua", "Nyt alkaa kokeilu")
    assert full_name("Anna") in said
    assert full_name("Maija") in said
    assert f"Apua kaipaa: {full_name('Omar')}" in await team.card("Apua kaivataan", "Anna")
    assert "Kirjattu, kiitos." in await team.card("Yksi asia odottaa sinua", "Omar")

    await reminded(team, 22)
    assert "Huomaamme siitä: Kukaan ei kysy" in await team.card("Kohta katsotaan", "Omar")
    verdict: Values = {"verdict": "Jatketaan", "learning": "Muistutus riitti", "review": "15.2.2027"}
    assert "Kokeilu jatkuu" in await team.fills("Omar", "Jatketaan", verdict, card="Kohta katsotaan")
    assert "katsotaan ma 15.2." in await team.titled(BOARD)
    before = len(await team.direct("Omar"))
    await reminded(team, 25)
    assert len(await team.direct("Omar")) == before


async def test_who_answers_for_it_leaves_and_another_is_found(platform_team: Team) -> None:
    team = platform_team
    await agreed(team)
    await team.chat.leave("Omar")
    assert "vailla vastuuhenkilöä" in await team.titled(BOARD)
    sought = await team.card("Vailla vastuuhenkilöä", "Maija")
    assert "Kuka voisi ottaa tästä vastuun?" in sought
    said = await team.fills("Maija", "Nimeä vastuuhenkilö", {"owner": full_name("Ville")})
    assert full_name("Ville") in said
    await team.presses("Ville", "Otan vastuun")
    assert f"vastuu: {full_name('Ville')}" in await team.titled(BOARD)


async def test_a_day_that_may_be_two_days_is_asked_about(team: Team) -> None:
    await held(team)
    plan: Values = {**PLAN, "owner": full_name("Anna"), "starts": "ensi torstaina"}
    said = await team.fills("Anna", "Sovi kokeilu", {"source": "Jokin muu"}, plan, card="Kiitos", forced=True)
    assert "14.1.2027 tai 21.1.2027" in said
    assert BOARD not in [card.title for card in await team.channel()]


async def test_what_is_ones_own_is_where_one_looks_for_it(team: Team) -> None:
    await agreed(team)
    await team.restart()
    said = await team.says("Omar", "kokeilut", direct=True)
    cards = "".join(card.text for card in await team.direct("Omar"))
    assert "Sinulla on yksi asia auki" in said + cards
    said = await team.says("Ville", "kokeilu Aamun <!channel> **ensimmäinen** tunti")
    cards = "".join(card.text for card in await team.channel())
    assert "Päätös on kirjattu" in said + cards
    assert "Aamun <!channel> **ensimmäinen** tunti" in await team.titled(BOARD)
    assert await team.chat.dangers() == []
