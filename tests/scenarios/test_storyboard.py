"""The storyboard: Maija and seven people go through workshop 1, from one line to the summary."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import pytest

from tests.scenarios.chat import full_name
from tests.scenarios.conftest import CHATS
from tests.scenarios.story import (
    CELLS,
    CHANGES,
    CLOSING,
    EXPERT,
    FLOWER,
    GRID,
    LEADER,
    PICKS,
    SEVEN,
    SKILLS,
    TALK,
    TURN,
    WAYS,
    YES_AND,
    cockpit,
    group_of,
    groups,
    may_write,
    pairs,
    talks_on,
    writer,
    writes,
)
from tests.scenarios.team import Team, team_in

PNG = b"\x89PNG\r\n\x1a\n"
BOTH = [
    pytest.param((chat, url), id=f"{chat}-{database}", marks=marks)
    for database, url, marks in (
        ("sqlite", "sqlite_url", ()),
        ("postgresql", "postgres_url", pytest.mark.postgres),
    )
    for chat in CHATS
]


@pytest.fixture(params=BOTH)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """A team in each chat, on each database."""
    chat, url = request.param
    async with team_in(chat, request.getfixturevalue(url)) as made:
        yield made


async def test_maija_and_seven_people_go_through_the_first_workshop(team: Team) -> None:
    await in_the_lobby(team)
    await the_talk_is_shown(team)
    await points_are_kept(team)
    await pairs_take_turns(team)
    await groups_fill_their_canvases(team)
    await what_matters_is_brought_up_and_drawn(team)
    await maija_leaves_with_the_record(team)
    assert await team.chat.dangers() == []


async def in_the_lobby(team: Team) -> None:
    assert await team.says(LEADER, "aloita 1") == ""
    lobby = await team.card("Paja 1: Tietotyön muutos")
    assert "Noin 2 h. Fasilitaattori: Maija Meri." in lobby
    assert "Mukana 0." in lobby
    assert lobby.buttons == ("Liity mukaan", "Toivo tehtäviä", "Mitä tästä tallennetaan?")
    panel = await cockpit(team)
    assert "Kukaan ei ole vielä liittynyt." in panel
    assert panel.buttons[:3] == ("Aloita", "Aika ja paikka", "Ohjelma")

    for number, name in enumerate(SEVEN, 1):
        assert "Mukana ollaan." in await team.presses(name, "Liity mukaan")
        assert f"Mukana {number}: Anna Aalto" in await team.card("Paja 1:")
        (welcome,) = await team.direct(name)
        assert welcome.title == "Tervetuloa mukaan"
        assert "Paja alkaa, kun Maija Meri painaa Aloita." in welcome
        assert "Tallennan nimesi ja sen, mitä kirjoitat." in welcome
        assert welcome.buttons == ("Mitä tästä tallennetaan?", "Jää pois")
    assert len(await team.channel()) == 1, "one living card"
    assert "Paikalla 7: Anna Aalto, Ville Vuori" in await cockpit(team)


async def the_talk_is_shown(team: Team) -> None:
    assert await team.presses(LEADER, "Aloita") == ""
    ways = await team.card(WAYS)
    for label in ("Yhteiskehittäminen", "Voimavaralähtöisyys", "Positiivinen ajattelu", "Arvon tuottaminen"):
        assert label in ways
    assert "Paja on käynnissä, ja mukaan ehtii vielä." in await team.card("Paja 1:")
    assert "Sano vaikka: Tervetuloa mukaan." in await cockpit(team)
    assert (await cockpit(team)).title == f"Ohjaamo 1/10: {WAYS}"

    await team.presses(LEADER, "Seuraava")
    talk = await team.card(TALK)
    (picture,) = await team.pictures(talk)
    assert picture.data.startswith(PNG)
    assert "Tietotyö" in picture.alt
    assert "Verkostoitunut työ" in picture.alt


async def points_are_kept(team: Team) -> None:
    await team.presses(LEADER, "Seuraava")
    assert "Lappusi näkyy kanavalla ja yhteenvedossa ilman nimeäsi" in await team.card(CHANGES)
    note = {"Kohta": "Suunta ja ratkaisut", "Lappu": "Yksi osoite kaikille pyynnöille"}
    assert "Tallessa." in await team.fills("Anna", "Lisää lappu", note, card=CHANGES)
    await team.presses("Ville", "Olen valmis", CHANGES)
    talk = await team.card(CHANGES)
    assert "Yksi osoite kaikille pyynnöille" in talk
    assert "1 lappu · 1/7 valmiina" in talk
    assert "Anna Aalto" not in talk, "notes carry no names"
    assert "Valmiina 1: Ville Vuori" in await cockpit(team), "the facilitator sees the names"

    await team.presses(LEADER, "Seuraava")
    await team.fills("Sari", "Lisää lappu", {"Lappu": "Luovuus: perehdytys pelinä"}, card=SKILLS)
    assert "Luovuus: perehdytys pelinä" in await team.card(SKILLS)
    assert "Tämä vaihe on ohi." in await team.card(CHANGES)
    await team.presses(LEADER, "Seuraava")
    assert "Generalistiosaaminen" in await team.card(EXPERT)


async def pairs_take_turns(team: Team) -> None:
    await team.presses(LEADER, "Seuraava")
    found = await pairs(team)
    assert sorted(map(len, found)) == [2, 2, 3]
    assert sorted(name for group in found for name in group) == sorted(SEVEN)

    (one, other, *_) = (pair for pair in found if len(pair) == 2)
    first = await writer(team, one)
    second = next(name for name in one if name != first)
    card = await team.card(YES_AND, first)
    assert f"Parisi: {full_name(second)}" in card
    assert "Uskon, että sinulla on…" in card
    assert "Näkyy vain parillesi." in card
    assert "Lähetä" not in card.buttons, "the box is in a form"

    await team.fills(first, TURN, {"Uskon, että sinulla on…": "hyvä tilannetaju"})
    heard = await team.card("hyvä tilannetaju", second)
    assert f"{full_name(first)}: Uskon, että sinulla on…" in heard
    assert "Joo, ja…" in heard
    assert await writer(team, one) == second
    await team.fills(second, TURN, {"Joo, ja…": "kysyn mielelläni vähän lisää"})
    assert "kysyn mielelläni vähän lisää" in await team.card("kysyn", first)
    assert await writer(team, one) == second, "now the other way round"
    await team.fills(second, TURN, {"text": "tarkka silmä numeroille"})
    await team.fills(first, TURN, {"text": "huomaan virheen jo kaukaa"})
    assert "huomaan virheen jo kaukaa" in await team.card("huomaan", second)
    assert "Kaikki vuorot on käyty." in (await team.direct(second))[-1]
    assert not [name for name in one if await may_write(team, name)]

    for outsider in {*SEVEN, LEADER} - set(one):
        assert not [card for card in await team.direct(outsider) if "hyvä tilannetaju" in card]
    assert not [card for card in await team.channel() if "hyvä tilannetaju" in card]

    (trio,) = (group for group in found if len(group) == 3)
    assert "Vuoro kiertää siinä järjestyksessä." in await team.card(YES_AND, trio[0])
    assert "Näkyy vain teille kolmelle." in await team.card(YES_AND, await writer(team, trio))
    await talks_on(team, trio)
    slow = await writer(team, other)
    await team.fills(slow, TURN, {"text": "rauhallinen ääni"})
    await team.presses(next(name for name in other if name != slow), "Olen paikalla")
    board = await team.card(YES_AND)
    assert "3/3 paria vauhdissa. Mukana on yksi kolmen ryhmä. 2 paria on käynyt kaikki vuorot." in board

    await team.waits(minutes=8)
    assert "2 min jäljellä" in (await team.channel())[-1]
    asked = await team.card(f"2 min jäljellä: {YES_AND}", LEADER)
    assert asked.buttons == ("+5 min", "Kerää nyt")
    await team.waits(minutes=3)
    assert "Aika tuli täyteen. Sinä päätät, milloin siirrytään." in await cockpit(team)
    assert await may_write(team, await writer(team, other)), "nobody is cut in mid-sentence"


async def groups_fill_their_canvases(team: Team) -> None:
    await team.presses(LEADER, "Kerää nyt", "Aika tuli täyteen")
    made = await groups(team)
    assert sorted(map(len, made.values())) == [3, 4]
    threads = await team.chat.threads()
    for title, people in made.items():
        canvas = await team.card(title)
        (guide,) = threads[canvas.id]
        for name in people:
            assert name in guide
        assert "Kirjuri: " in guide
        assert "Näin esitellään: " in guide
        for column in ("Oma osaaminen", "Yhteisön osaaminen", "Potentiaali", "Toimintatavat"):
            assert column in canvas
        assert "0 lappua, 0/8 kohtaa aloitettu" in canvas

    everybody = [(name, CELLS[number % 8]) for number, name in enumerate((*SEVEN, *SEVEN))]
    for one_each in (everybody[:7], everybody[7:]):
        await team.at_once(*(writes(team, name, f"{name} osaa {cell}", cell) for name, cell in one_each))
    for title, people in made.items():
        canvas = await team.card(title)
        for name, cell in everybody:
            assert (f"{name} osaa {cell}" in canvas) == (name in people)
        assert f"{2 * len(people)} lappua, " in canvas
    assert "2/2 ryhmää kirjoittaa. 14 lappua · 0/7 valmiina" in await team.titled(GRID)

    own = await group_of(team, "Anna")
    await team.fills(
        "Anna", "Omat laput", {"note": "Anna osaa onnistuminen"}, {"text": "Anna kuuntelee ensin"}, card=own
    )
    await team.fills(
        "Anna", "Omat laput", {"note": "Anna osaa teknologiatavat"}, {"delete": ("yes",)}, card=own
    )
    canvas = await team.card(own)
    assert "Anna kuuntelee ensin" in canvas
    assert "Anna osaa" not in canvas
    assert "Esimerkkejä" in await team.presses("Anna", "Esimerkkejä", own)
    await team.presses("Omar", "Ryhdyn kirjuriksi", await group_of(team, "Omar"))
    assert "Kirjuri: Omar Osman" in await team.card(await group_of(team, "Omar"))


async def what_matters_is_brought_up_and_drawn(team: Team) -> None:
    await team.presses(LEADER, "Seuraava")
    chosen = []
    for title, people in (await groups(team, PICKS)).items():
        picked = [f"{name} osaa {CELLS[number]}" for number, name in enumerate(SEVEN) if name in people][1:3]
        await team.fills(people[0], "Valitse nostot", {"notes": tuple(picked)}, card=title)
        chosen += picked
        for note in picked:
            assert note in await team.card(title)
    assert "2/2 ryhmää on valinnut." in await team.titled(PICKS)

    await team.presses(LEADER, "Seuraava")
    flower = await team.card(FLOWER)
    (picture,) = await team.pictures(flower)
    assert picture.data.startswith(PNG)
    assert "Työhyvinvointi" in picture.alt
    for note in chosen:
        assert note in picture.alt
        assert note in flower, "the words stand beside the picture"


async def maija_leaves_with_the_record(team: Team) -> None:
    await team.presses(LEADER, "Seuraava")
    for number, name in enumerate(SEVEN):
        line = {"line": f"Huomenna kokeilen jotain uutta, {number}"} if number < 2 else {}
        await team.fills(name, "Kerro, miten meni", {"score": str(5 - number % 2), **line}, card=CLOSING)
    assert "Vastauksia 7/7." in await team.card(CLOSING)
    assert "kokeilen" not in (await team.card(CLOSING)).text

    session = await team.session()
    began, real = team.clock.now(), time.monotonic()
    await team.presses(LEADER, "Päätä paja")
    real = time.monotonic() - real
    assert (await team.came(session, LEADER, "summary") - began).total_seconds() + real < 5

    summary = await team.card("Yhteenveto, paja 1", LEADER)
    for name in SEVEN:
        assert full_name(name) in summary
    assert "Syntyi: 15 lappua ja 4 nostoa" in summary
    assert "Keskiarvo 4,57, 7 vastausta: 4, 4, 4, 5, 5, 5, 5" in summary
    assert "Huomenna kokeilen jotain uutta, 1" in summary
    (picture,) = await team.pictures(summary)
    assert picture.data.startswith(PNG)
    after = await team.direct(LEADER)
    sheets = [card for card in after[after.index(summary) + 1 :] if card.title != "Ohjaamo"]
    assert len(sheets) == 4, "two talks and two groups"
    everything = "\n".join(card.text for card in sheets)
    for text in (
        "Yksi osoite kaikille pyynnöille",
        "Luovuus: perehdytys pelinä",
        "Anna kuuntelee ensin",
        "Noora osaa",
    ):
        assert text in everything
    assert "hyvä tilannetaju" not in everything, "what a pair said stays with the pair"

    thanks = (await team.channel())[-1]
    assert thanks.title == "Kiitos"
    for name in SEVEN:
        assert full_name(name) in thanks
    assert "Syntyi 15 lappua ja 4 nostoa." in thanks
    assert "Tämä paja on päättynyt." in await team.card("Paja 1:")
    assert "Paja on päättynyt. Yhteenveto on tässä keskustelussa." in await cockpit(team)
