"""Everybody in their own language, the channel in the team's."""

from __future__ import annotations

from tests.scenarios.chat import squeezed
from tests.scenarios.story import LEADER, YES_AND, begins, goes_to, opens, pairs, talks_on
from tests.scenarios.team import Team


async def test_one_who_speaks_english_is_spoken_to_in_english(team: Team) -> None:
    assert "Language changed: English." in await team.says("Anna", "kieli en", direct=True)
    await opens(team, "Ville")
    assert "You are in." in await team.presses("Anna", "Liity mukaan")
    welcome = (await team.direct("Anna"))[-1]
    assert welcome.title == "Welcome"
    assert "The workshop begins when Maija Meri presses Start." in welcome
    assert (await team.direct("Ville"))[-1].title == "Tervetuloa mukaan"
    assert "Mukana 2: " in await team.card("Paja 1:")
    told = await team.says("Anna", "next")
    assert "Maija Meri" in told
    assert "fasilitaattoreille" not in told

    await team.presses(LEADER, "Aloita")
    await goes_to(team, YES_AND)
    card = (await team.direct("Anna"))[-1]
    assert card.title == "Warm-up – Yes & and"
    assert "Your partner: Ville Vuori" in card
    assert "Parisi: Anna Aalto" in (await team.direct("Ville"))[-1]
    assert "Tehtäväsi on yksityisviestissä." in await team.titled(YES_AND)
    assert {one.title for one in await team.channel()}.isdisjoint({"Warm-up – Yes & and"})

    assert "Kieli vaihtui: suomi." in await team.says("Anna", "language fi")
    await team.presses(LEADER, "+5 min", "Ohjaamo")
    assert "Parisi: Ville Vuori" in await team.titled(YES_AND, "Anna")
    assert await pairs(team, ("Anna", "Ville")) == [("Anna", "Ville")]
    await talks_on(team, ("Anna", "Ville"))


async def test_a_facilitator_can_lead_in_english_in_a_finnish_channel(team: Team) -> None:
    await begins(team, "Anna")
    await team.says(LEADER, "kieli englanti")
    await team.presses(LEADER, "Seuraava")
    panel = (await team.direct(LEADER))[-1]
    assert panel.title.startswith("Cockpit 2/10")
    assert "Next" in panel.buttons
    await team.presses(LEADER, "Next")
    assert "Tämä vaihe on ohi." not in (await team.channel())[-1].text
    assert "Lappusi näkyy kanavalla" in (await team.channel())[-1]
    assert "Suunta ja ratkaisut" in squeezed(await team.opens("Anna", "Lisää lappu"))
    form = squeezed(await team.opens(LEADER, "Lisää lappu"))
    assert "Suunta ja ratkaisut" not in form
    assert "Direction and solutions" in form
