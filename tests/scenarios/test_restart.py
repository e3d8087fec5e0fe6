"""The bot stops in the middle and is started again: everything goes on from the same place."""

from __future__ import annotations

from tests.scenarios.story import (
    CHANGES,
    CLOSING,
    GRID,
    IN_ORDER,
    LEADER,
    PICKS,
    TURN,
    YES_AND,
    begins,
    cockpit,
    goes_to,
    group_of,
    opens,
    pairs,
    talks_on,
    writer,
    writes,
)
from tests.scenarios.team import Team

FOUR = ("Anna", "Ville", "Sari", "Omar")


async def test_a_bot_started_anew_in_every_step_comes_to_the_same_end(team: Team) -> None:
    await opens(team, *FOUR)
    await team.restart()
    await team.presses(LEADER, "Aloita")
    for step in IN_ORDER:
        await goes_to(team, step)
        before, facts = await _standing(team), await team.facts()
        await team.restart()
        assert await team.facts() == facts
        assert await _standing(team) == before, "nobody is asked twice"
        match step:
            case "Nostot":
                await team.fills("Anna", "Valitse nostot", {"notes": ("Yhdessä oppien",)}, card=PICKS)
            case _ if step == CHANGES:
                await team.fills(
                    "Ville", "Lisää lappu", {"cell": "suunta", "text": "Enemmän aikaa"}, card=step
                )
            case _ if step == YES_AND:
                for pair in await pairs(team, FOUR):
                    await talks_on(team, pair)
            case _ if step == GRID:
                await writes(team, "Anna", "Yhdessä oppien")
            case _ if step == CLOSING:
                await team.fills("Sari", "Kerro, miten meni", {"score": "4"})
    await team.presses(LEADER, "Päätä paja")
    await team.restart()
    summary = await team.card("Yhteenveto, paja 1", LEADER)
    assert "Syntyi: 2 lappua ja 1 nosto" in summary
    assert "Yhdessä oppien" in summary
    assert "Yksi vastaus: 4" in summary
    assert (await team.channel())[-1].title == "Kiitos"
    assert [card.title for card in await team.channel()].count("Kiitos") == 1


async def _standing(team: Team) -> dict[str, list[str]]:
    """The cards by their ids: the practice room puts them up again as they are now, the others keep them."""
    return {room: [id_ for id_, _ in cards] for room, cards in (await team.screens(LEADER, *FOUR)).items()}


async def test_what_fell_due_meanwhile_rings_once(team: Team) -> None:
    await begins(team, *FOUR, at=YES_AND)
    found = await pairs(team, FOUR)
    first = await writer(team, found[0])
    await team.fills(first, TURN, {"text": "hyvä tilannetaju"})
    for name in FOUR:
        if "Olen paikalla" in (await team.direct(name))[-1].buttons:
            await team.presses(name, "Olen paikalla", YES_AND)
    button = await team.sees(await writer(team, found[0]), TURN)

    await team.restart(after_minutes=8.5)
    warnings = [card for card in await team.direct(LEADER) if card.title.startswith("2 min jäljellä")]
    assert len(warnings) == 1
    assert warnings[0].buttons == ("+5 min", "Kerää nyt")
    await team.restart()
    await team.waits(seconds=30)
    assert [card.title for card in await team.direct(LEADER)].count(warnings[0].title) == 1

    second = next(name for name in found[0] if name != first)
    told = await team.chat.fill(second, button, {"text": "kysyn mielelläni lisää"})
    assert "Tätä ei enää ole" not in told
    assert "kysyn mielelläni lisää" in await team.card("kysyn", first), "an old button still works"
    await team.restart(after_minutes=60)
    await team.waits(minutes=11)
    assert "Aika tuli täyteen." in await cockpit(team)
    assert [card.title for card in await team.channel()].count("Kuka vie pajaa eteenpäin?") == 1


async def test_a_canvas_is_kept_while_the_bot_is_away(team: Team) -> None:
    await begins(team, "Anna", "Ville", "Sari", at=GRID)
    await writes(team, "Anna", "Tämä on tallessa")
    card = await group_of(team, "Anna")
    await team.restart(after_minutes=3)
    await team.fills(
        "Anna", "Omat laput", {"note": "Tämä on tallessa"}, {"text": "Tämä on yhä tallessa"}, card=card
    )
    assert "Tämä on yhä tallessa" in await team.titled(card)
    threads = await team.chat.threads()
    assert [len(cards) for cards in threads.values()] == [1]
