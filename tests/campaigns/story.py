"""Workshop 1 with eight people, as a script: the same deeds in the same order, whatever happens to the bot.

Maija (U1) leads; U2 to U8 join. Every text holds `canary-<user>-<number>`: where it turns up tells whose it
is. Together (`together=True`) people act at the same time where the order does not matter to what comes out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Sequence
from itertools import count

from tests.campaigns.people import PatientPeople, PatientPerson
from tests.support.slack_texts import text_of

CHANNEL = "C1"
LINES = (
    "Osaan selittää vaikean asian niin, että se tuntuu helpolta",
    "Pidämme ohjeet ajan tasalla, ja uusi tulija löytää ne heti",
    "Kokeilemme ensin pienesti ja kerromme muille, mitä opimme",
    "Asiakas saa yhden vastauksen, vaikka kysyisi kolmelta",
)


class Story:
    """Everything that people do in a workshop; `await play()`. U1 leads, the others take part."""

    SCENES = ("lobby", "talk", "pairs", "canvas", "picks", "ending")

    def __init__(self, people: PatientPeople, *, size: int = 8, together: bool = False) -> None:
        self.people = people
        self.machine = people.machine
        self.everybody = [people.patient(number) for number in range(1, size + 1)]
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
            await one.presses("join", CHANNEL)
        await self.team[0].open_home()
        await self.leader.opens("agenda")
        await self.leader.sends("agenda", **{"choice.kuvio": "voimavarapuu"})
        await self.machine.settled()
        await self.leader.presses("begin")
        await self._leads("pause")
        await self._leads("resume")
        await self._adds_time()

    async def talk(self) -> None:
        """Two talks of everybody.

        Notes, a second one from the form that follows, one mended, one taken away.
        """
        await self._next()
        await self._next()
        await self._each(self._notes_one(one, CHANNEL, cell="muutokset") for one in self.team)
        await self._settled_rewrite(self.team[1], CHANNEL)
        await self._settled_delete(self.team[2], CHANNEL)
        await self._each(one.presses("ready", CHANNEL) for one in self.team[: (len(self.team) + 1) // 2])
        await self._leads("remind")
        await self._next()
        await self._leads("skip")

    async def pairs(self) -> None:
        """Joo & ja: everybody is there, and turns are taken until there are none."""
        await self._next()
        await self._each(one.presses("arrive") for one in self.team)
        while True:
            await self.machine.settled()
            turns = [(one, await one.finds("turn")) for one in self.team]
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
            await self._settled_rewrite(members[0], CHANNEL, group)
            await self._settled_delete(members[-1], CHANNEL, group)
            await members[1].presses("recorder", CHANNEL, group)
        await self._each(one.presses("ready", CHANNEL) for one in self.team)

    async def picks(self) -> None:
        """Each group picks; they go back for one more note, and on again; the picture is another one."""
        await self._next()
        await self._leads("back")
        await self._writes("seuraava")
        groups = await self._groups("pick")
        for group, members in groups.items():
            form = await members[0].opens("pick", CHANNEL, group)
            options = _options(form, "notes")
            chosen = tuple(options[number] for number in (0, 2, 4))
            await members[0].sends("pick", notes=chosen)
        await self._next()
        await self._leads("shape", "lotus-blossom")

    async def ending(self) -> None:
        """Somebody leaves the channel, the others tell how it went; the workshop is closed."""
        await self._next()
        await self.team[-1].leave(CHANNEL)
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
        """+5 min counts at each press, so who got no answer looks at the panel before pressing again."""
        await self.machine.settled()
        before = await self._panel()
        while await self._panel() == before:
            await self.leader.presses_once("more")
            await self.machine.settled()

    async def _panel(self) -> str:
        *_, message = await self.leader.waits_for("more")
        return text_of(message)

    async def _writes(self, text: str) -> None:
        """A command in words: an event, which Slack delivers again by itself."""
        await self.machine.settled()
        await self.leader.write(text)
        self.people.record.ok(self.leader.user, "write", text)
        await self.machine.settled()

    # --- the others ---

    async def _notes_one(self, one: PatientPerson, channel: str, cell: str) -> None:
        await one.opens("note", channel)
        await self._sends_note(one, cell)
        await one.closes()

    async def _notes_two(self, one: PatientPerson, group: str, index: int) -> None:
        """A note, and another one in the form that follows."""
        form = await one.opens("note", CHANNEL, group)
        cells = _options(form, "cell")
        await self._sends_note(one, cells[2 * index])
        await self._sends_note(one, cells[2 * index + 1])
        await one.closes()

    async def _sends_note(self, one: PatientPerson, cell: str) -> None:
        text = self._line(one)
        await one.sends("note", text, text=text, cell=cell)

    async def _settled_rewrite(self, one: PatientPerson, channel: str, *args: str) -> None:
        """The first of one's own notes says something else from now on."""
        await self._own(one, channel, *args)
        text = self._line(one)
        await one.sends("edit", text, text=text)
        await one.closes()

    async def _settled_delete(self, one: PatientPerson, channel: str, *args: str) -> None:
        await self._own(one, channel, *args)
        await one.sends("delete", delete=("yes",))
        await one.closes()

    async def _own(self, one: PatientPerson, channel: str, *_: str) -> None:
        await self.machine.settled()
        form = await one.opens("mine", channel)
        await one.sends("mine", note=_options(form, "note")[0])

    async def _takes_turn(self, one: PatientPerson) -> None:
        await one.opens("turn")
        text = self._line(one)
        await one.sends("turn", text, text=text)
        await one.closes()

    async def _rates(self, one: PatientPerson, score: int) -> None:
        await one.opens("feedback", CHANNEL)
        text = f"Kiitos canary-{one.user}-{next(self._numbers[one.user])}"
        await one.sends("feedback", text, score=str(score), line=text)
        await one.closes()

    async def _groups(self, verb: str) -> dict[str, list[PatientPerson]]:
        """Group id -> its members, as the groups' cards name them."""
        await self.machine.settled()
        found: dict[str, list[PatientPerson]] = {}
        for group in ("g1", "g2", "g3"):
            if card := await self.leader.finds(verb, CHANNEL, group):
                text = text_of(card[3])
                found[group] = [one for one in self.team if one.name in text]
        return found

    def _line(self, one: PatientPerson) -> str:
        number = next(self._numbers[one.user])
        return f"{LINES[number % len(LINES)]} canary-{one.user}-{number}"

    async def _each(self, deeds: Iterable[Awaitable[None]]) -> None:
        """All of them, one after another or at the same time."""
        deeds = list(deeds)
        if self.together:
            await asyncio.gather(*deeds)
        else:
            for deed in deeds:
                await deed
        await self.machine.settled()


def _options(form: dict[str, object], field: str) -> list[str]:
    """The values that a field of a form offers."""
    for block in form["blocks"]:  # type: ignore[attr-defined]
        if block.get("block_id") == field:
            element = block["element"]
            groups = element.get("option_groups", [{"options": element.get("options", [])}])
            return [option["value"] for group in groups for option in group["options"]]
    raise AssertionError(f"no field {field}")
