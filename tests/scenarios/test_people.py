"""Odd numbers, late ones, those who do not show up, those who cannot be reached: nobody is dropped."""

from __future__ import annotations

import pytest

from tests.scenarios.chat import full_name
from tests.scenarios.slack_chat import SlackChat
from tests.scenarios.story import (
    GRID,
    LEADER,
    TURN,
    YES_AND,
    begins,
    cockpit,
    goes_to,
    group_of,
    groups,
    may_write,
    opens,
    pairs,
    talks_on,
    writer,
    writes,
)
from tests.scenarios.team import Team, team_in
from tests.scenarios.teams_chat import TeamsChat
from tests.support.adaptive_card_lint import elements
from tests.support.fake_teams_world import TENANT
from tests.support.until import until

FIVE = ("Anna", "Ville", "Sari", "Omar", "Liisa")


async def test_a_partner_who_does_not_show_up_is_waited_for_two_minutes(team: Team) -> None:
    await begins(team, "Anna", "Ville", "Sari", "Omar", at=YES_AND)
    found = await pairs(team, ("Anna", "Ville", "Sari", "Omar"))
    assert sorted(map(len, found)) == [2, 2]
    (pair,) = (group for group in found if "Anna" in group)
    gone = next(one for one in pair if one != "Anna")
    others = tuple(name for name in ("Anna", "Ville", "Sari", "Omar") if name != gone)
    for name in others:
        await team.presses(name, "Olen paikalla", YES_AND)
    await team.waits(minutes=1.5)
    assert len(await pairs(team, others)) == 2, "nobody is hurried"
    await team.waits(minutes=1)

    (trio,) = await pairs(team, others)
    assert trio == tuple(sorted(others))
    assert f"Ilman paria: {full_name(gone)}" in await cockpit(team)
    assert "Tule mukaan, kun ehdit: paina Olen paikalla" in (await team.direct(gone))[-1]
    await talks_on(team, trio)

    await team.presses(gone, "Olen paikalla", "Tule mukaan, kun ehdit")
    again = (await team.direct(gone))[-1]
    assert "Teitä on tässä 4:" in again
    await talks_on(team, ("Anna", "Ville", "Sari", "Omar"))
    assert "1 pari on käynyt kaikki vuorot." in await team.titled(YES_AND)


async def test_late_ones_get_a_way_in_wherever_the_work_is(team: Team) -> None:
    await begins(team, "Anna", "Ville", at=YES_AND)
    assert await pairs(team, ("Anna", "Ville")) == [("Anna", "Ville")]
    await team.presses("Sari", "Liity mukaan", YES_AND)
    assert "Mukana ollaan. Paja on alkanut." in await team.titled("Tervetuloa mukaan", "Sari")
    assert await pairs(team, ("Anna", "Ville", "Sari")) == [("Anna", "Sari", "Ville")]
    assert "Mukana on yksi kolmen ryhmä." in await team.titled(YES_AND)
    for name in ("Omar", "Liisa", "Pekka"):
        await team.presses(name, "Liity mukaan", "Paja 1:")

    await goes_to(team, GRID)
    before = await groups(team)
    assert sorted(map(len, before.values())) == [3, 3]
    await writes(team, "Anna", "Alku on jo tehty")
    await team.presses("Noora", "Liity mukaan", "Paja 1:")
    mine = await group_of(team, "Noora")
    assert sorted(map(len, (await groups(team)).values())) == [3, 4]
    await writes(team, "Noora", "Ehdin mukaan")
    assert "Ehdin mukaan" in await team.titled(mine)
    await team.chat.leave("Noora")
    assert "Noora" not in (await team.titled(mine)).text
    assert "Ehdin mukaan" in await team.titled(mine), "what was written stays"
    assert "Paikalla 6" in await cockpit(team)


async def test_a_turn_of_joo_and_ja_never_waits_for_somebody_who_left(team: Team) -> None:
    await begins(team, *FIVE, at=YES_AND)
    (pair,) = (group for group in await pairs(team, FIVE) if len(group) == 2)
    first = await writer(team, pair)
    second = next(name for name in pair if name != first)
    await team.fills(first, TURN, {"text": "tämän kuuli vain pari"})
    await team.presses(second, "Jää pois")
    here = tuple(name for name in FIVE if name != second)
    (four,) = await pairs(team, here)
    assert four == tuple(sorted(here))
    await talks_on(team, four)
    assert not [name for name in here if await may_write(team, name)]
    for name in here:
        heard = [card for card in await team.direct(name) if "tämän kuuli vain pari" in card]
        assert bool(heard) == (name == first)


async def test_one_who_cannot_be_reached_stops_nobody(platform_team: Team) -> None:
    team = platform_team
    await team.chat.unreachable("Ville")
    await opens(team, "Anna", "Ville", "Sari", "Omar")
    panel = await cockpit(team)
    assert "Ei tavoitettu: Ville Vuori" in panel
    assert "Pyydä heitä avaamaan keskustelu pajan kanssa" in panel
    assert "Mukana 4: Anna Aalto, Ville Vuori" in await team.card("Paja 1:")
    assert await team.direct("Ville") == []

    await team.presses(LEADER, "Aloita")
    await goes_to(team, YES_AND)
    (three,) = await pairs(team, ("Anna", "Sari", "Omar"))
    assert three == ("Anna", "Omar", "Sari"), "pairs are of people who get the messages"
    await talks_on(team, three)
    await goes_to(team, GRID)
    await writes(team, "Ville", "Kanavalla pääsen mukaan")
    assert "Kanavalla pääsen mukaan" in await team.titled(await group_of(team, "Ville"))
    await team.presses(LEADER, "Lopeta paja")
    assert "Mukana 4: Anna Aalto, Ville Vuori" in await team.card("Yhteenveto, paja 1", LEADER)


async def test_one_who_is_lost_in_the_middle_leaves_no_partner_waiting(platform_team: Team) -> None:
    team = platform_team
    await begins(team, "Anna", "Ville", "Sari", "Omar", at=YES_AND)
    (pair,) = (group for group in await pairs(team, ("Anna", "Ville", "Sari", "Omar")) if "Anna" in group)
    first = await writer(team, pair)
    lost = next(name for name in pair if name != first)
    others = tuple(name for name in ("Anna", "Ville", "Sari", "Omar") if name != lost)
    await team.chat.unreachable(lost)
    await team.fills(first, TURN, {"text": "hyvä tilannetaju"})
    assert f"Ei tavoitettu: {full_name(lost)}" in await cockpit(team)
    assert await pairs(team, others) == [tuple(sorted(others))]
    await talks_on(team, others)


@pytest.mark.parametrize("kind", ["browser", "slack"])
async def test_a_pair_opens_a_conversation_of_its_own(kind: str, sqlite_url: str) -> None:
    async with team_in(kind, sqlite_url) as team:
        await begins(team, "Anna", "Ville", "Sari", "Omar", at=YES_AND)
        (pair,) = (group for group in await pairs(team, ("Anna", "Ville", "Sari", "Omar")) if "Anna" in group)
        assert await team.presses("Anna", "Avaa yhteinen keskustelu") == ""
        (card,) = await team.chat.together(*pair)
        assert "Tämä on teidän oma keskustelunne." in card
        await team.presses(next(name for name in pair if name != "Anna"), "Avaa yhteinen keskustelu")
        assert await team.chat.together(*pair) == [card], "it is the same one"
        assert "oma keskustelunne" not in " ".join(one.text for one in await team.channel())


async def test_in_teams_a_pair_opens_its_own_chat_by_a_link(sqlite_url: str) -> None:
    async with team_in("teams", sqlite_url) as team:
        assert isinstance(team.chat, TeamsChat)
        await (await team.chat.who("Sari")).people.control("person", person=4, is_guest=True)
        await begins(team, "Anna", "Ville", "Sari", at=YES_AND)
        (trio,) = await pairs(team, ("Anna", "Ville", "Sari"))
        assert len(trio) == 3
        linked = [name for name in trio if await _chat_link(team, name)]
        assert linked == ["Sari"], "no link that leaves somebody out"

        await team.presses("Sari", "Jää pois")
        host = f"https://teams.microsoft.com/l/chat/0/0?tenantId={TENANT}&users="
        assert await _chat_link(team, "Anna") == f"{host}ville.vuori@tiimi.example"
        assert await _chat_link(team, "Ville") == f"{host}anna.aalto@tiimi.example"


async def _chat_link(team: Team, name: str) -> str:
    """Where the button of the newest card of Joo & ja leads, "" when there is none."""
    newest = [card for card in await team.direct(name) if card.title == YES_AND][-1]
    found = elements(newest.raw["attachments"][0]["content"])
    return next((one.get("url", "?") for one in found if one.get("title") == "Avaa yhteinen keskustelu"), "")


async def test_a_name_that_slack_does_not_tell_at_joining_comes_to_the_cards_later(sqlite_url: str) -> None:
    async with team_in("slack", sqlite_url) as team:
        assert isinstance(team.chat, SlackChat)
        await opens(team, "Ville")
        team.chat.fake.faults.add(method="users.info", kind="status", status=500, times=2)
        await team.presses("Anna", "Liity mukaan")

        async def named() -> bool:
            await team.waits(minutes=1)
            return "Anna Aalto" in await team.card("Paja 1:")

        await until(named)
        assert "Mukana 2: " in await team.card("Paja 1:")
        assert "Anna Aalto" in await cockpit(team)
        assert [kind for kind, _ in await team.facts()].count("PersonNamed") == 1
