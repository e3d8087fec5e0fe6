"""Workshop 1 with eight people, as a script: the same deeds in the same order, whatever happens to the bot.

Maija (U1) leads; U2 to U8 join. Every text holds `canary-<user>-<number>`: it tells whose it is.
Together (`together=True`) people act at the same time where the order does not matter to what comes out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Sequence
from itertools import count

from tests.campaigns.company import Actor, Company

LINES = (
    "Osaan selittää vaikean asian niin, että se tuntuu helpolta",
    "Pidämme ohjeet ajan tasalla, ja uusi tulija löytää ne heti",
    "Kokeilemme ensin pienesti ja kerromme muille, mitä opimme",
    "Asiakas saa yhden vastauksen, vaikka kysyisi kolmelta",
)


class Story:
    """Everything that people do in a workshop; `await play()`. U1 leads, the others take part."""

    SCENES = ("lobby", "talk", "pairs", "canvas", "picks", "ending")

    def __init__(self, company: Company, *, size: int = 8, together: bool = False) -> None:
        self.machine = company.machine
        self.channel = company.channel
        self.everybody = [company.actor(number) for number in range(1, size + 1)]
        self.leader, *self.team = self.everybody
        self.together = together
        self._numbers = {one.user: count(1) for one in self.everybody}

    async def play(self, scenes: Sequence[str] = SCENES) -> None:
        """From the first word to the thanks."""
        for one in scenes:
            await getattr(self, one)()

    # --- scene by scene ---

    async def lobby(self) -> None:
        """Start, join, choose another picture, begin; time is added, a break is taken."""
        await self.leader.commands("aloita 1")
        for one in self.team:
            await one.presses("join", self.channel)
        await self.team[0].visits()
        await self.leader.opens("agenda")
        await self.leader.sends("agenda", **{"choice.kuvio": "voimavarapuu"})
        await self.machine.settled()
        await self.leader.presses("begin")
        await self._leads("pause")
        await self._leads("resume")
        await self._adds_time()

    async def talk(self) -> None:
        """Talks of everybody: notes, one of them mended, one taken away; one talk is skipped."""
        await self._next()
        await self._next()
        await self._each(self._notes_one(one, "muutokset") for one in self.team)
        await self._rewrites(self.team[1])
        await self._deletes(self.team[2])
        await self._each(one.presses("ready", self.channel) for one in self.team[: (len(self.team) + 1) // 2])
        await self._leads("remind")
        await self._next()
        await self._leads("skip")

    async def pairs(self) -> None:
        """Joo & ja: everybody is there, and turns are taken until there are none."""
        await self._next()
        await self._each(one.presses("arrive") for one in self.team)
        while True:
            await self.machine.settled()
            turns = [(one, await one.card("turn")) for one in self.team]
            coming = [one for one, found in turns if found]
            if not coming:
                return
            await self._each(self._takes_turn(one) for one in coming)

    async def canvas(self) -> None:
        """Groups fill in their canvases; one goes back and forth, somebody else writes for the group."""
        await self._next()
        groups = await self._groups("note")
        await self._each(
            self._notes_two(one, group, index)
            for group, members in groups.items()
            for index, one in enumerate(members)
        )
        for group, members in groups.items():
            await self._rewrites(members[0])
            await self._deletes(members[-1])
            card = await self.leader.card("recorder", self.channel, group) or ""
            other = next(one for one in members if f"Kirjuri: {one.name}" not in card)
            await other.presses("recorder", self.channel, group)
        await self._each(one.presses("ready", self.channel) for one in self.team)

    async def picks(self) -> None:
        """Each group picks; they go back for one more note, and on again; the picture is another one."""
        await self._next()
        await self._leads("back")
        await self._writes("seuraava")
        groups = await self._groups("pick")
        for group, members in groups.items():
            form = await members[0].opens("pick", self.channel, group)
            options = members[0].options(form, "notes")
            chosen = tuple(options[number] for number in (0, 2, 4))
            await members[0].sends("pick", notes=chosen)
        await self._next()
        await self._leads("shape", "lotus-blossom")

    async def ending(self) -> None:
        """Somebody leaves the channel, the others tell how it went; the workshop is closed."""
        await self._next()
        await self.team[-1].leaves()
        await self.machine.settled()
        await self._each(self._rates(one, 3 + index % 3) for index, one in enumerate(self.team[:-1]))
        await self._next()
        await self.machine.settled()

    async def end(self) -> None:
        """The workshop is ended in the middle."""
        await self._leads("end")

    # --- the facilitator ---

    async def _next(self) -> None:
        await self._leads("next")

    async def _leads(self, verb: str, *args: str) -> None:
        """Look at the newest panel, press, and wait until everybody sees what came of it."""
        await self.machine.settled()
        await self.leader.presses(verb, "", *args)
        await self.machine.settled()

    async def _adds_time(self) -> None:
        """+5 min counts each time, so who got no answer looks at the panel before pressing again."""
        await self.machine.settled()
        before = await self._panel()
        while await self._panel() == before:
            await self.leader.presses_once("more")
            await self.machine.settled()

    async def _panel(self) -> str | None:
        return await self.leader.card("more")

    async def _writes(self, text: str) -> None:
        """A command in words."""
        await self.machine.settled()
        await self.leader.says(text)
        await self.machine.settled()

    # --- the others ---

    async def _notes_one(self, one: Actor, cell: str) -> None:
        await one.opens("note", self.channel)
        await self._sends_note(one, cell)
        await one.closes()

    async def _notes_two(self, one: Actor, group: str, index: int) -> None:
        """A note, and another one in the form that follows."""
        form = await one.opens("note", self.channel, group)
        cells = one.options(form, "cell")
        await self._sends_note(one, cells[2 * index])
        if not await one.is_asked():
            # Killed between commit and answer: what was sent again is known, and no further form comes.
            await one.closes()
            await one.opens("note", self.channel, group)
        await self._sends_note(one, cells[2 * index + 1])
        await one.closes()

    async def _sends_note(self, one: Actor, cell: str) -> None:
        text = self._line(one)
        await one.sends("note", text, text=text, cell=cell)

    async def _rewrites(self, one: Actor) -> None:
        """The first of one's own notes says something else from now on."""
        await self._own(one)
        text = self._line(one)
        await one.sends("edit", text, text=text)
        await one.closes()

    async def _deletes(self, one: Actor) -> None:
        """The first of one's own notes is gone from now on."""
        await self._own(one)
        await one.sends("delete", delete=("yes",))
        await one.closes()

    async def _own(self, one: Actor) -> None:
        await self.machine.settled()
        form = await one.opens("mine", self.channel)
        await one.sends("mine", note=one.options(form, "note")[0])

    async def _takes_turn(self, one: Actor) -> None:
        if not await one.opens("turn"):
            return
        text = self._line(one)
        await one.sends("turn", text, text=text)
        await one.closes()

    async def _rates(self, one: Actor, score: int) -> None:
        await one.opens("feedback", self.channel)
        text = f"Kiitos canary-{one.user}-{next(self._numbers[one.user])}"
        await one.sends("feedback", text, score=str(score), line=text)
        await one.closes()

    async def _groups(self, verb: str) -> dict[str, list[Actor]]:
        """Group id -> its members, as the groups' cards name them."""
        await self.machine.settled()
        found: dict[str, list[Actor]] = {}
        for group in ("g1", "g2", "g3"):
            if card := await self.leader.card(verb, self.channel, group):
                found[group] = [one for one in self.team if one.name in card]
        return found

    def _line(self, one: Actor) -> str:
        number = next(self._numbers[one.user])
        return f"{LINES[number % len(LINES)]} canary-{one.user}-{number}"

    async def _each(self, deeds: Iterable[Awaitable[None]]) -> None:
        """All of them, one after another or at the same time."""
        if self.together:
            await asyncio.gather(*deeds)
        else:
            for deed in deeds:
                await deed
        await self.machine.settled()
