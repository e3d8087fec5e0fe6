"""The platform is slow, full, broken or gone for a while: nothing is lost, nothing is said twice."""

from __future__ import annotations

import pytest

from tests.scenarios.chat import CAST
from tests.scenarios.slack_chat import SlackChat
from tests.scenarios.story import (
    FLOWER,
    GRID,
    IN_ORDER,
    LEADER,
    SKILLS,
    TALK,
    YES_AND,
    begins,
    cockpit,
    goes_to,
    group_of,
    opens,
    pairs,
    talks_on,
    writes,
)
from tests.scenarios.team import Team, team_in

TROUBLES = [
    pytest.param("429", False, id="too fast"),
    pytest.param("500", False, id="broken"),
    pytest.param("500", True, id="broken, and yet done"),
    pytest.param("drop", False, id="connection lost"),
    pytest.param("drop", True, id="connection lost, and yet done"),
]


@pytest.mark.parametrize(("kind", "accepted"), TROUBLES)
async def test_trouble_on_the_way_loses_nothing(platform_team: Team, kind: str, accepted: bool) -> None:  # noqa: FBT001 -- a case
    team = platform_team
    await team.chat.trouble("post", kind, times=2, after=7, accepted=accepted)
    began = team.clock.seconds
    await opens(team, "Anna", "Ville")
    if kind == "429":
        assert team.clock.seconds - began >= 7, "Retry-After is obeyed"
    await team.chat.trouble("edit", kind, times=3, after=7, accepted=accepted)
    for name in ("Sari", "Omar"):
        await team.presses(name, "Liity mukaan")
    assert "Mukana 4: " in await team.card("Paja 1:"), "the newest state wins"

    await team.chat.trouble("post", kind, times=3, after=7, accepted=accepted)
    await team.presses(LEADER, "Aloita")
    for step in IN_ORDER[1:3]:
        await team.presses(LEADER, "Seuraava", "Ohjaamo")
        await team.chat.trouble("edit", kind, times=2, after=7, accepted=accepted)
        assert (await cockpit(team)).title.endswith(step)

    titles = [card.title for card in await team.channel()]
    twice = accepted and team.chat.name == "teams"  # Teams cannot be asked whether a message has arrived
    assert list(dict.fromkeys(titles)) == [titles[0], *IN_ORDER[:3]], "in order"
    assert len(titles) == 4 or (twice and len(titles) > 4)
    for name in ("Anna", "Ville", "Sari", "Omar"):
        assert len(await team.direct(name)) == 1 or twice
    live = [card for card in await team.direct(LEADER) if "Seuraava" in card.buttons]
    assert len(live) == 1 or twice


async def test_a_long_silence_is_waited_out(platform_team: Team) -> None:
    team = platform_team
    await begins(team, "Anna", "Ville", at=SKILLS)
    await team.chat.trouble("edit", "500", times=12)
    began = team.clock.seconds
    await team.fills("Anna", "Lisää lappu", {"Lappu": "ensimmäinen"}, card=SKILLS)
    await team.fills("Ville", "Lisää lappu", {"Lappu": "toinen"}, card=SKILLS)
    assert "toinen" in await team.titled(SKILLS)
    assert "ensimmäinen" in await team.titled(SKILLS)
    assert 10 < team.clock.seconds - began < 300, "tried again, less and less often"


async def test_sixteen_who_answer_in_a_second_cost_two_edits(platform_team: Team) -> None:
    team = platform_team
    await begins(team, *CAST[1:], at=SKILLS)
    await team.presses(LEADER, "Liity mukaan")
    before = (await team.titled(SKILLS)).edits
    began = team.clock.seconds
    notes = [(name, f"{name} osaa jotain hienoa") for name in CAST]
    buttons = {name: await team.sees(name, "Lisää lappu", SKILLS) for name in CAST}
    await team.at_once(
        *(team.chat.fill(name, buttons[name], {"Lappu": text}) for name, text in notes),
        *(team.presses(name, "Olen valmis", SKILLS) for name in CAST[:3]),
    )
    board = await team.titled(SKILLS)
    assert "16 lappua · 3/16 valmiina" in board
    assert board.edits - before <= 2
    assert team.clock.seconds - began < 60


async def test_slack_without_leave_to_upload_goes_on_without_pictures(sqlite_url: str) -> None:
    async with team_in("slack", sqlite_url) as team:
        assert isinstance(team.chat, SlackChat)
        team.chat.fake.world.scopes.discard("files:write")
        await _goes_on_without_pictures(team, "missing_scope")


async def test_a_slack_that_knows_no_uploads_goes_on_without_pictures(sqlite_url: str) -> None:
    async with team_in("slack", sqlite_url) as team:
        assert isinstance(team.chat, SlackChat)
        method = "files.getUploadURLExternal"
        team.chat.fake.faults.add(method=method, kind="error", error="unknown_method", times=99)
        await _goes_on_without_pictures(team, "unknown_method")


async def test_teams_without_a_public_address_goes_on_without_pictures(sqlite_url: str) -> None:
    async with team_in("teams", sqlite_url, public=False) as team:
        await _goes_on_without_pictures(team, "")


async def _goes_on_without_pictures(team: Team, reason: str) -> None:
    await begins(team, "Anna", at=TALK)
    talk = await team.titled(TALK)
    assert talk.pictures == ()
    assert "Verkostoitunut työ" in talk, "what the picture says stands there as text"
    told = "Kuvat jäävät nyt korteista pois, mutta sama sisältö on niissä tekstinä. Syy: "
    assert told + reason in await cockpit(team)
    await goes_to(team, GRID)
    await writes(team, "Anna", "Kuuntelen ensin")
    await goes_to(team, "Nostot")
    await team.fills("Anna", "Valitse nostot", {"notes": ("Kuuntelen ensin",)})
    await goes_to(team, FLOWER)
    flower = await team.titled(FLOWER)
    assert flower.pictures == ()
    assert "Kuuntelen ensin" in flower
    assert [kind for kind, _ in await team.facts()].count("PictureLeftOut") == 1, "told once"
    await team.presses(LEADER, "Lopeta paja")
    summary = await team.card("Yhteenveto, paja 1", LEADER)
    assert (summary.pictures, "Kuuntelen ensin" in summary) == ((), True)


async def test_trouble_with_one_person_stops_nobody_else(platform_team: Team) -> None:
    team = platform_team
    await begins(team, "Anna", "Ville", "Sari", at=YES_AND)
    await team.chat.unreachable("Sari")
    # Nobody knows of it before something is to be said to Sari, and whose turn it is now is chance.
    await team.presses(LEADER, "Muistuta")
    await team.chat.trouble("post", "drop", times=2, accepted=True)
    assert await pairs(team, ("Anna", "Ville")) == [("Anna", "Ville")]
    await talks_on(team, ("Anna", "Ville"))
    assert "1 pari on käynyt kaikki vuorot." in await team.titled(YES_AND)
    await goes_to(team, GRID)
    await writes(team, "Ville", "Jatkamme silti")
    assert "Jatkamme silti" in await team.titled(await group_of(team, "Ville"))
    assert "Ei tavoitettu: Sari Salo" in await cockpit(team)


async def test_answers_lost_while_somebody_is_found_unreachable_stop_no_turn(platform_team: Team) -> None:
    team = platform_team
    await begins(team, "Anna", "Ville", "Sari", at=YES_AND)
    await team.chat.unreachable("Sari")
    await team.chat.trouble("post", "drop", times=2, accepted=True)
    await team.presses(LEADER, "Muistuta")
    assert await pairs(team, ("Anna", "Ville")) == [("Anna", "Ville")]
    await talks_on(team, ("Anna", "Ville"))
    assert "1 pari on käynyt kaikki vuorot." in await team.titled(YES_AND)
