"""Maija leads: program, pictures, time, groups, the lead itself; and nobody else does without asking."""

from __future__ import annotations

from tests.scenarios.chat import Values
from tests.scenarios.story import (
    CHANGES,
    FLOWER,
    GRID,
    LEADER,
    LOTUS,
    PICKS,
    SKILLS,
    TALK,
    TREE,
    WAYS,
    begins,
    cockpit,
    goes_to,
    group_of,
    groups,
    opens,
    writes,
)
from tests.scenarios.team import Team

PNG = b"\x89PNG\r\n\x1a\n"


async def test_maija_ticks_the_program_and_draws_a_tree_then_a_lotus(team: Team) -> None:
    await opens(team, "Anna", "Ville", "Sari")
    program: Values = {"steps": ("voimavararuudukko", "nostot"), "Vaihtoehdot": TREE}
    assert await team.fills(LEADER, "Ohjelma", program) == ""
    lobby = await team.card("Paja 1:")
    assert "Noin 1 h. " in lobby
    assert f"Ohjelmassa: {GRID} · {PICKS} · {TREE} · Lopetus" in lobby
    assert f"Pois ohjelmasta: {WAYS} · {TALK}" in await cockpit(team)

    await team.presses(LEADER, "Aloita")
    assert (await cockpit(team)).title == f"Ohjaamo 1/4: {GRID}"
    await writes(team, "Anna", "Kuuntelemme ensin")
    await writes(team, "Ville", "Ohjeet yhdessä paikassa", "jakaminen")
    await goes_to(team, PICKS)
    both = ("Kuuntelemme ensin", "Ohjeet yhdessä paikassa")
    await team.fills("Sari", "Valitse nostot", {"Ryhmän laput": both})

    await goes_to(team, TREE)
    (tree,) = await team.pictures(await team.titled(TREE))
    await team.presses(LEADER, f"Vaihda kuva: {LOTUS}")
    (lotus,) = await team.pictures(await team.titled(LOTUS))
    await team.presses(LEADER, f"Vaihda kuva: {FLOWER}")
    (flower,) = await team.pictures(await team.titled(FLOWER))
    drawn = [tree, lotus, flower]
    assert len({one.data for one in drawn}) == 3
    for one in drawn:
        assert one.data.startswith(PNG)
        for note in both:
            assert note in one.alt
    assert f"Pois ohjelmasta: {WAYS}" in await cockpit(team)
    assert f"· {FLOWER} · Lopetus" in await team.card("Paja 1:")


async def test_maija_bends_time(team: Team) -> None:
    await begins(team, "Anna", "Ville", at=CHANGES)
    began = team.clock.now()
    assert "Aikaa klo" in await team.titled(CHANGES)
    assert "Lisää aikaa: nyt klo" in await team.presses(LEADER, "+5 min", "Ohjaamo")
    await team.waits(minutes=17)
    assert not [card for card in await team.channel() if "jäljellä" in card]

    assert "Tauko alkoi. Kaikki on tallessa." in await team.presses(LEADER, "Tauko")
    assert "Paja on tauolla" in await team.card("Paja 1:")
    assert "Aikaa klo" not in (await team.titled(CHANGES)).text
    await team.waits(minutes=24 * 60)
    assert (await cockpit(team)).buttons == ("Jatka", "Vetovastuu", "Lopeta paja")
    assert "Jatketaan siitä, mihin jäätiin." in await team.presses(LEADER, "Jatka")
    await team.waits(minutes=1.5)
    assert f"2 min jäljellä: {CHANGES}" in [card.title for card in await team.direct(LEADER)]
    await team.waits(minutes=5)
    assert "Aika tuli täyteen. Sinä päätät, milloin siirrytään." in await cockpit(team)
    assert (team.clock.now() - began).days == 1

    await team.presses(LEADER, "Takaisin")
    assert (await cockpit(team)).title == f"Ohjaamo 2/10: {TALK}"
    await team.presses(LEADER, "Seuraava", "Ohjaamo")
    await team.fills("Anna", "Lisää lappu", {"cell": "suunta", "text": "Vielä yksi asia"}, card=CHANGES)
    assert "Vielä yksi asia" in await team.titled(CHANGES), "the step is open again"
    await team.presses(LEADER, "Ohita")
    assert (await cockpit(team)).title == f"Ohjaamo 4/10: {SKILLS}"

    assert "muistutus lähti 2 ihmiselle" in await team.presses(LEADER, "Muistuta")
    nudge = await team.card("Yksikin sana riittää alkuun.", "Ville")
    assert nudge.buttons == ("Lisää lappu", "Ei nyt")
    assert "Kaikki ovat jo vauhdissa tai saaneet muistutuksen." in await team.says(LEADER, "muistuta")
    await team.presses("Ville", "Ei nyt")
    assert (await team.card("Yksikin sana", "Ville")).buttons == ()
    assert "Valmiina 1: Ville Vuori" in await cockpit(team)


async def test_maija_divides_the_groups_anew_and_ends_early(team: Team) -> None:
    await begins(team, "Anna", "Ville", "Sari", "Omar", "Liisa", "Pekka", at=GRID)
    first = await groups(team)
    assert sorted(map(len, first.values())) == [3, 3]
    await writes(team, "Anna", "Tämä pysyy paikallaan")
    where = await group_of(team, "Anna")
    await team.presses("Pekka", "Jää pois")
    await team.presses(LEADER, "Jaa ryhmät uudelleen")
    again = await groups(team)
    assert sorted(name for people in again.values() for name in people) == sorted(
        ["Anna", "Ville", "Sari", "Omar", "Liisa"]
    )
    assert "Tämä pysyy paikallaan" in await team.titled(where)

    await team.presses(LEADER, "Lopeta paja")
    summary = await team.card("Yhteenveto, paja 1", LEADER)
    assert "Syntyi: 1 lappu" in summary
    assert "Nostoja ei tällä kertaa valittu." in summary
    assert "Tämä pysyy paikallaan" in await team.card("Tämä pysyy paikallaan", LEADER)
    assert (await team.channel())[-1].title == "Kiitos"
    assert (
        "Kiitos: Anna Aalto, Ville Vuori, Sari Salo, Omar Osman, Liisa Lehto ja Pekka Puro."
        in (await team.channel())[-1]
    )
    assert "Tällä kanavalla ei ole nyt pajaa käynnissä." in await team.says(LEADER, "seuraava")
    assert await team.says("Anna", "aloita 1") == "", "the channel is free for the next one"


async def test_the_lead_is_shared_given_away_and_taken(team: Team) -> None:
    await opens(team, "Anna", "Ville", "Sari")
    before = await team.facts()
    told = await team.says("Ville", "seuraava")
    assert "Tämä nappi on fasilitaattoreille. Fasilitaattori: Maija Meri." in told
    assert "Fasilitaattori: Maija Meri. Mukana 3." in await team.says("Ville", "fasilitaattori")
    assert "Tämä nappi on fasilitaattoreille." in await team.says("Ville", "lopeta")
    assert await team.facts() == before

    assert await team.fills(LEADER, "Vetovastuu", {"Kuka?": "Anna Aalto", "Miten?": "Vedämme yhdessä"}) == ""
    assert "Fasilitaattorit: Maija Meri ja Anna Aalto." in await team.card("Paja 1:")
    await team.presses("Anna", "Aloita")
    assert (await cockpit(team, "Anna")).title == (await cockpit(team)).title == f"Ohjaamo 1/10: {WAYS}"

    await team.says("Anna", "fasilitaattori", about="Sari")
    assert "Maija Meri, Anna Aalto ja Sari Salo" in await team.card("Paja 1:")
    await team.fills("Anna", "Vetovastuu", {"Kuka?": "Sari Salo", "Miten?": "Luovutan vetovastuun"})
    assert "Fasilitaattorit: Maija Meri ja Sari Salo." in await team.card("Paja 1:")
    assert "Tämä nappi on fasilitaattoreille." in await team.says("Anna", "seuraava")
    await team.presses("Sari", "Seuraava", "Ohjaamo")
    assert (await cockpit(team)).title == f"Ohjaamo 2/10: {TALK}"


async def test_somebody_goes_on_when_maija_is_gone(team: Team) -> None:
    await begins(team, "Anna", "Ville")
    await team.waits(minutes=14)
    assert "Kuka vie pajaa eteenpäin?" not in [card.title for card in await team.channel()]
    await team.waits(minutes=2)
    offer = await team.titled("Kuka vie pajaa eteenpäin?")
    assert offer.buttons == ("Otan vetovuoron",)
    assert await team.presses("Ville", "Otan vetovuoron") == ""
    assert (await team.channel())[-1].title == "Paja jatkuu"
    assert (await team.channel())[-1].buttons == ()
    await team.presses("Ville", "Seuraava", "Ohjaamo")
    assert (await cockpit(team, "Ville")).title == (await cockpit(team)).title == f"Ohjaamo 2/10: {TALK}"
    assert "Fasilitaattorit: Maija Meri ja Ville Vuori." in await team.card("Paja 1:")
