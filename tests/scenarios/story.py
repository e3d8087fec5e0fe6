"""What happens in many stories: the team comes in, the workshop goes on, people write."""

from __future__ import annotations

import re

from tests.scenarios.chat import CAST, Seen, full_name
from tests.scenarios.team import Team

LEADER = "Maija"
SEVEN = ("Anna", "Ville", "Sari", "Omar", "Liisa", "Pekka", "Noora")

WAYS = "Pajan toimintatavat"
TALK = "Alustus aiheeseen teknologisoituvan tietotyön muutoksista"
CHANGES = "Alkukeskustelu tietotyön muutoksista ja haasteista"
SKILLS = "Tulevaisuustaidot 2025"
EXPERT = "Tukitoimintojen asiantuntija on tulevaisuustaitojen moniosaaja"
YES_AND = "Lämmittelyä – Joo & ja"
GRID = "Voimavarojen tunnistaminen ja kehittäminen"
PICKS = "Nostot"
FLOWER = "Voimavarat kukan muotoon"
TREE = "Voimavarat puukuvioon"
LOTUS = "Lotus Blossom"
CLOSING = "Lopetus"
IN_ORDER = (WAYS, TALK, CHANGES, SKILLS, EXPERT, YES_AND, GRID, PICKS, FLOWER, CLOSING)

TURN = "Kirjoita vuorosi"
_GROUP = re.compile(r"(?:Parisi|Teitä on tässä \w+): (.*)")
CELLS = (
    "onnistuminen", "teknologiat", "jakaminen", "kehittaminen",
    "vajaakaytto", "oppiminen", "sujuvuus", "teknologiatavat",
)  # fmt: skip


async def opens(team: Team, *names: str) -> None:
    """Maija opens workshop 1, and these people join."""
    assert await team.says(LEADER, "aloita 1") == ""
    for name in names:
        assert "Mukana ollaan" in await team.presses(name, "Liity mukaan")


async def begins(team: Team, *names: str, at: str = WAYS) -> None:
    """The same, and the workshop goes on as far as `at`."""
    await opens(team, *names)
    await team.presses(LEADER, "Aloita")
    await goes_to(team, at)


async def goes_to(team: Team, step: str) -> None:
    """Maija presses Seuraava until that step goes on."""
    for _ in IN_ORDER:
        if (await cockpit(team)).title.endswith(f": {step}"):
            return
        await team.presses(LEADER, "Seuraava", "Ohjaamo")
    raise AssertionError(f"{step} never came: {(await cockpit(team)).text}")


async def cockpit(team: Team, person: str = LEADER) -> Seen:
    """The newest panel of a facilitator."""
    return [card for card in await team.direct(person) if card.title.startswith("Ohjaamo")][-1]


async def pairs(team: Team, names: tuple[str, ...] = SEVEN) -> list[tuple[str, ...]]:
    """Who talks with whom in Joo & ja, as their own cards say."""
    found: dict[frozenset[str], None] = {}
    for name in names:
        told = [_GROUP.search(card.text) for card in await team.direct(name) if card.title == YES_AND]
        newest = [one for one in told if one][-1]
        found[frozenset(one for one in CAST if one == name or full_name(one) in newest[1])] = None
    return [tuple(sorted(group)) for group in found]


async def writer(team: Team, group: tuple[str, ...]) -> str:
    """Whose turn it is in a pair or a trio: nobody else has the button."""
    writing = [name for name in group if await may_write(team, name)]
    assert len(writing) == 1, f"{writing} of {group} may write"
    return writing[0]


async def may_write(team: Team, name: str) -> bool:
    """Whether somebody has the button of the turn anywhere."""
    return any(TURN in card.buttons for card in await team.direct(name))


async def talks_on(team: Team, group: tuple[str, ...]) -> None:
    """A pair or a trio takes all the turns that it has left.

    What counts is the newest card: where an answer was lost and the platform cannot be asked, a card may
    stand there twice, and the first of the two, of which nobody knows, keeps its button.
    """
    for _ in range(4 * len(group)):
        waiting = [name for name in group if TURN in await _newest_turn(team, name)]
        if not waiting:
            return
        await team.fills(waiting[0], TURN, {"text": f"taitoa kuin pienessä kylässä, {waiting[0]}"})
    raise AssertionError(f"the turns of {group} have no end")


async def _newest_turn(team: Team, name: str) -> tuple[str, ...]:
    """The buttons of the newest card of Joo & ja that somebody has got."""
    cards = [card for card in await team.direct(name) if card.title == YES_AND]
    return cards[-1].buttons if cards else ()


async def groups(team: Team, step: str = GRID) -> dict[str, tuple[str, ...]]:
    """Title of each group's card -> who works in it."""
    cards = [card for card in await team.channel() if card.title.startswith(f"{step} · Ryhmä")]
    return {card.title: tuple(one for one in CAST if full_name(one) in _people_line(card)) for card in cards}


def _people_line(card: Seen) -> str:
    return card.text.split("\n")[1]


async def group_of(team: Team, name: str, step: str = GRID) -> str:
    """The title of the card of somebody's group."""
    return next(title for title, people in (await groups(team, step)).items() if name in people)


async def writes(team: Team, name: str, text: str, cell: str = CELLS[0]) -> str:
    """A note on the canvas of one's own group."""
    card = await group_of(team, name)
    return await team.fills(name, "Lisää lappu", {"cell": cell, "text": text}, card=card)
