"""A team through a process: it meets, tries things, does its tasks, forgets, is away, loses people."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from adaptive_cards.actions import Action
from adaptive_cards.card import Card, ChoiceField, Form, TextField
from bot.platforms.inbound import (
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    Inbound,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from dialogs.journey.experiments.state import Stage
from dialogs.journey.journey import Journey
from dialogs.journey.process.state import Course, Phase, Planned
from tests.simulation.world import Deed, World, verbs

_numbers = itertools.count(1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANSWERS: dict[str, tuple[str, ...]] = {
    "task": ("task-done", "task-done", "task-write"),
    "experiment": ("try-first", "try-later", "try-yes", "try-verdict", "try-verdict", "try-move", "try-help"),
    "practice": ("practice-check",),
}
"""What somebody who answers a digest presses, as far as it is on it."""
PRESSED = frozenset(itertools.chain.from_iterable(ANSWERS.values()))


@dataclass
class Team:
    """`size` people in a channel; the first of them leads."""

    world: World
    number: int
    size: int
    process: str
    chance: Random
    course: int = 0
    left: set[str] = field(default_factory=set)
    deeds: int = 0

    def __post_init__(self) -> None:
        """Who there is."""
        self.place = Place(f"slack:T1:C{self.number}", PlaceKind.CHANNEL)
        self.people = [f"slack:T1:U{self.number}x{one}" for one in range(self.size)]
        self.leader = self.people[0]

    # --- the year -----------------------------------------------------------------------------------

    async def begin(self) -> None:
        """The dates are proposed and agreed; everybody says when they are away."""
        await self.command(self.leader, f"prosessi aloita {self.process}")
        first = self.world.now.date() + timedelta(days=7 + self.chance.randrange(14))
        await self.send(
            self.leader, "process-start", self.process, date=f"{first:%d.%m.%Y}", clock="09:00", gap="3"
        )
        course = await self.current()
        assert course is not None, f"no process came of it in {self.place.id}"
        self.course = course.number
        await self.press(self.leader, "process-accept", str(course.number))
        for who in self.people:
            await self.says_when(who)
        self.plan_meeting()
        if self.size > 3:
            self.world.after(timedelta(days=self.chance.randrange(60, 150)), self.leaves)
            self.world.after(timedelta(days=self.chance.randrange(60, 200)), self.is_forgotten)
        self.world.after(timedelta(days=self.chance.randrange(20, 120)), self.moves_a_meeting)

    async def says_when(self, who: str) -> None:
        """Holidays in July and some days in between; some work other hours, or on another clock."""
        july = date(2027, 7, 1) + timedelta(days=self.chance.randrange(20))
        spring = date(2027, 2, 1) + timedelta(days=self.chance.randrange(100))
        await self.away(who, july, 10 + self.chance.randrange(18))
        await self.away(who, spring, self.chance.randrange(10))
        if self.chance.random() < 0.3:
            hours = self.chance.choice(["8–15", "10–16", "7.30–14", "12–17"])
            await self.command(who, f"työaika {hours}", direct=True)

    async def away(self, who: str, first: date, days: int) -> None:
        last = first + timedelta(days=days)
        await self.command(who, f"poissa {first:%d.%m.%Y}–{last:%d.%m.%Y}", direct=True)

    def plan_meeting(self) -> None:
        self.world.after(timedelta(minutes=5), self.looks_ahead)

    async def looks_ahead(self) -> None:
        """The next meeting is begun on its day, or somebody says afterwards that it was held."""
        course = await self.current()
        if course is None or course.phase is Phase.ARCHIVED:
            return
        if not course.coming:
            self.world.after(7 * DAY, self.looks_ahead)
            return
        meeting = course.coming[0]
        wait = max(meeting.starts + timedelta(minutes=2), self.world.now + HOUR)
        self.world.at(wait, self._meets(meeting.id, meeting.starts))

    def _meets(self, meeting: str, starts: datetime) -> Deed:
        async def meets() -> None:
            course = await self.current()
            one = course.find(meeting) if course else None
            if course and one and one.coming and one.starts == starts:
                if self.chance.random() < 0.12 or not one.workshops:
                    self.world.after(26 * HOUR, self._told_later(meeting))
                else:
                    await self.holds(course, one)
            self.plan_meeting()

        return meets

    def _told_later(self, meeting: str) -> Deed:
        async def told() -> None:
            await self.press(await self.lead(), "meeting-held", str(self.course), meeting)

        return told

    async def holds(self, course: Course, meeting: Planned) -> None:
        """A workshop from its start to its end, of those who are there."""
        leader = await self.lead()
        for _ in meeting.workshops:
            await self.press(leader, "meeting-start", str(course.number), meeting.id)
            session = self.world.core.state.places.get(self.place.id)
            if session is None:
                return
            there = [one for one in self.here() if self.chance.random() < 0.85 and one != leader]
            for who in there:
                await self.handle(Pressed(_delivery(), self.caller(who), self.place, Action("join", session)))
            await self.handle(Pressed(_delivery(), self.caller(leader), self.place, Action("begin", session)))
            await self.world.settled()
            await self.command(leader, "lopeta")
            await self.world.settled()
        if self.chance.random() < 0.4:
            await self.send(leader, "practice-add", str(course.number), text="Palaveri alkaa tasalta")
        if self.chance.random() < 0.6:
            await self.tries_something()
        if self.chance.random() < 0.5:
            await self.observes()

    async def tries_something(self) -> None:
        """An experiment, perhaps of somebody else, judged in two to six weeks."""
        maker, owner = self.chance.choice(self.here()), self.chance.choice(self.here())
        starts = self.world.now.date() + timedelta(days=1 + self.chance.randrange(5))
        review = starts + timedelta(days=12 + self.chance.randrange(30))
        await self.send(
            maker, "try",
            what=f"Kokeilu {next(_numbers)}", moment="Kun kokous alkaa", first="Kysyn", sign="Rauha",
            owner=owner, starts=f"{starts:%d.%m.%Y}", review=f"{review:%d.%m.%Y}",
        )  # fmt: skip
        if self.chance.random() < 0.8:
            journey = await self.journey()
            newest = max(journey.experiments.all, key=int, default="") if journey else ""
            self.world.after(self.late(), lambda: self.press(owner, "try-yes", newest))

    async def observes(self) -> None:
        """Something for the diary, for nobody else's eyes."""
        who, words = self.chance.choice(self.here()), f"SALAINEN-{next(_numbers)}"
        self.world.watch.private[words] = who
        await self.command(who, f"havainto {words}")

    # --- people who come and go ---------------------------------------------------------------------

    async def leaves(self) -> None:
        who = self.chance.choice(self.here()[1:])
        self.left.add(who)
        await self.handle(PersonLeft(_delivery(), who, None))
        self.world.watch.gone[who] = self.world.now

    async def is_forgotten(self) -> None:
        who = self.chance.choice(self.here()[1:])
        self.left.add(who)
        await self.handle(Pressed(_delivery(), self.caller(who), self.place, Action("forget", "")))
        self.world.watch.gone[who] = self.world.now

    async def moves_a_meeting(self) -> None:
        course = await self.current()
        if course is None or not course.coming:
            return
        meeting = course.coming[0]
        day = meeting.starts.date() + timedelta(days=self.chance.choice([1, 2, 7]))
        leader = await self.lead()
        reply = await self.send(
            leader, "meeting-move", str(course.number), meeting=meeting.id, date=f"{day:%d.%m.%Y}"
        )
        for verb, args, _ in verbs(reply.card) if reply.card else ():
            if verb == "meeting-go":
                await self.press(leader, verb, *args)
        self.plan_meeting()

    # --- answers to what comes ----------------------------------------------------------------------

    def read(self, who: str, card: Card) -> None:
        """Somebody sees a digest and answers, or does not, or much later."""
        if who in self.left:
            return
        found = [one for one in verbs(card) if one[0] in PRESSED]
        if not any(verb == "why" for verb, _, _ in verbs(card)) or not found:
            return
        for item in sorted({args[0] for _, args, _ in found if args}):
            mine = [one for one in found if one[1] and one[1][0] == item]
            if self.chance.random() < 0.6:
                self.world.after(self.late(), self._answer(who, *self.chance.choice(mine)))

    def late(self) -> timedelta:
        """From a minute to four days."""
        return timedelta(minutes=1) * int(10 ** self.chance.uniform(0, 3.76))

    def _answer(self, who: str, verb: str, args: tuple[str, ...], _: str) -> Deed:
        async def answers() -> None:
            if who in self.left:
                return
            match verb:
                case "task-write":
                    await self.send(who, verb, *args)
                    await self.press(who, "task-done", *args)
                case "try-verdict":
                    await self.judges(who, args[0])
                case "try-move":
                    review = self.world.now.date() + timedelta(days=14)
                    await self.send(who, verb, *args, starts="", review=f"{review:%d.%m.%Y}")
                case "practice-check":
                    await self.send(who, verb, *args)
                case _:
                    await self.press(who, verb, *args)

        return answers

    async def judges(self, who: str, experiment: str) -> None:
        verdict = self.chance.choice(["continue", "change", "stop", "not_tried"])
        review = self.world.now.date() + timedelta(days=20)
        await self.send(
            who, "try-verdict", experiment, verdict=verdict, learning="Auttaa", what="",
            review="" if verdict == "stop" else f"{review:%d.%m.%Y}",
        )  # fmt: skip

    # --- how it is ----------------------------------------------------------------------------------

    def here(self) -> list[str]:
        return [one for one in self.people if one not in self.left]

    async def lead(self) -> str:
        course = await self.current()
        return (
            next((one for one in course.facilitators if one not in self.left), self.leader) if course else ""
        )

    async def journey(self) -> Journey | None:
        stream = self.world.core.state.journeys.places.get(self.place.id, "")
        kept = await self.world.core.state.journeys.fetch(stream) if stream else None
        return kept.journey if kept else None

    async def current(self) -> Course | None:
        journey = await self.journey()
        return journey.courses[-1] if journey and journey.courses else None

    async def check(self) -> list[str]:
        """No experiment is left without a next date or a verdict."""
        journey = await self.journey()
        if journey is None:
            return [f"{self.place.id} has no journey"]
        today, timers = self.world.now.date(), await self.world.core.store.timers_of(journey.id)
        return [
            f"{journey.id}: experiment {one.id} is {one.stage} with the review on {one.review}, today {today}"
            for one in journey.experiments.in_order()
            if one.is_open
            and one.stage is not Stage.REVIEW
            and (one.review < today - DAY or not any(f"/{one.id}/" in name for name in timers))
        ]

    # --- arrivals -----------------------------------------------------------------------------------

    async def command(self, who: str, text: str, *, direct: bool = False) -> Reply:
        place = Place(f"slack:T1:D{who.rpartition(':')[2]}", PlaceKind.DIRECT) if direct else self.place
        return await self.handle(CommandGiven(_delivery(), self.caller(who), place, text))

    async def press(self, who: str, verb: str, *args: str) -> Reply | None:
        return await self.handle(
            Pressed(_delivery(), self.caller(who), self.place, await self._to(verb, args))
        )

    async def send(self, who: str, verb: str, *args: str, **values: str) -> Reply:
        action = await self._to(verb, args)
        asked = await self.handle(FormAsked(_delivery(), self.caller(who), self.place, action))
        values = {**(_filled(asked.form, self.chance) if asked.form else {}), **values}
        nonce = f"nonce-{next(_numbers):08}"
        return await self.handle(
            FormSent(_delivery(), self.caller(who), self.place, action, nonce, dict(values))
        )

    async def _to(self, verb: str, args: tuple[str, ...]) -> Action:
        return Action(verb, self.world.core.state.journeys.places.get(self.place.id, "j0"), args)

    async def handle(self, inbound: Inbound) -> Reply:
        self.deeds += 1
        return await self.world.handle(inbound)

    def caller(self, who: str) -> Caller:
        zone = self.world.watch.zones.get(who, "Europe/Helsinki")
        return Caller(who, f"Tekijä {who.rpartition('U')[2]}", "fi", zone)


def _filled(form: Form, chance: Random) -> dict[str, str]:
    """What somebody who fills in all of a form writes and chooses."""
    filled = {}
    for one in form.fields:
        if isinstance(one, ChoiceField) and one.options:
            filled[one.id] = chance.choice(one.options).value
        elif isinstance(one, TextField) and not one.value:
            filled[one.id] = f"Jotain, mitä tein {next(_numbers)}"
    return filled


def _delivery() -> str:
    return f"year-{next(_numbers)}"
