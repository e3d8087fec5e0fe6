"""The whole heart of the bot, a platform with faults, and a clock that jumps to what happens next."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from adaptive_cards.card import Buttons, Card
from adaptive_cards.renderers.plain_text import render
from bot.core import Core, Options
from bot.outbox.manners import Manners
from bot.platforms.inbound import Inbound, Reply
from bot.platforms.platform import DeliveryError, DoubtfulError, Parcel, PassingError, RateLimitedError
from bot.storage.changes import Changes
from content.loader import default_library
from tests.scenarios.clock import BEGINS, StoryClock
from tests.simulation.watch import Watch
from tests.support.house import KEY
from tests.support.recording_platform import RecordingPlatform, conversation

Deed = Callable[[], Awaitable[object]]
MANNERS = Manners(limits={})
"""What the platforms' limits do to two thousand digests is measured elsewhere."""
LIBRARY = default_library()
SOON = timedelta(minutes=2)
"""What waits longer than this waits for a working day, and not for a platform."""
_numbers = itertools.count(1)


class FaultyPlatform(RecordingPlatform):
    """Fails now and then, as platforms do: before or after it has done what it was asked."""

    def __init__(self, chance: Random, faults: float, watch: Watch, clock: StoryClock) -> None:
        super().__init__("slack")
        self._chance = chance
        self._faults = faults
        self._watch = watch
        self._clock = clock
        self.failed = 0

    async def deliver(self, parcel: Parcel) -> str:
        error = self._error()
        if error is not None:
            self.failed += 1
            self.fail(error, lambda one: one is parcel, landed=isinstance(error, DoubtfulError))
        try:
            ref = await super().deliver(parcel)
        except DoubtfulError:
            # It is there, though we were not told.
            for one in [ref for ref, message in self.messages.items() if message.key == parcel.key]:
                self._noted(parcel, one)
            raise
        self._noted(parcel, ref)
        return ref

    def _noted(self, parcel: Parcel, ref: str) -> None:
        message = self.messages[ref]
        new = len(message.cards) == 1 and not parcel.previous
        del message.cards[:-1]
        room = conversation(parcel.address)
        self._watch.stood(room, parcel.card, self._clock.now(), new=new)

    def _error(self) -> DeliveryError | None:
        if self._chance.random() >= self._faults:
            return None
        return self._chance.choice(
            [
                RateLimitedError("ratelimited", after=self._chance.choice([1.0, 30.0])),
                PassingError("internal_error"),
                DoubtfulError("timeout"),
            ]
        )


@dataclass
class World:
    """`at` and `after` plan deeds of people; `live` lets time go by until there is nothing left to do."""

    url: str
    chance: Random
    faults: float = 0.03
    manners: Manners = MANNERS
    clock: StoryClock = field(default_factory=StoryClock)
    watch: Watch = field(default_factory=Watch)
    platform: FaultyPlatform = field(init=False)
    core: Core = field(init=False)
    restarts: int = 0
    _deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _up: bool = False

    def __post_init__(self) -> None:
        """The platform outlives the bot."""
        self.platform = FaultyPlatform(self.chance, self.faults, self.watch, self.clock)

    @property
    def now(self) -> datetime:
        return self.clock.now()

    async def open(self) -> None:
        self.core = Core(Options(self.url, KEY, manners=self.manners), LIBRARY, self.clock)
        self.core.platforms[self.platform.name] = self.platform
        await self.core.open()
        heard = self.core.writer.on_changes

        def both(changes: Changes) -> None:
            self.watch.heard(changes)
            heard(changes)

        self.core.writer.on_changes = both
        await self.core.start()
        self._up = True

    async def close(self) -> None:
        self._up = False
        await self.core.stop()

    async def restart(self, gap: timedelta) -> None:
        """Off for `gap`. What was folded is what the log tells."""
        before = {}
        for stream in sorted(self.core.state.journeys.places.values()):
            kept = await self.core.state.journeys.fetch(stream)
            before[stream] = kept
        await self.close()
        self.restarts += 1
        self.move_to(self.now + gap)
        await self.open()
        await self.settled()
        for stream, kept in before.items():
            # What rings at the start may have changed it: only what did not is compared.
            again = await self.core.state.journeys.fetch(stream)
            assert again is not None
            assert kept is not None
            if again.seq == kept.seq:
                assert again.journey == kept.journey, f"{stream} is another after a restart"

    # --- what people do ---

    def at(self, when: datetime, deed: Deed) -> None:
        heapq.heappush(self._deeds, (when, next(_numbers), deed))

    def after(self, wait: timedelta, deed: Deed) -> None:
        self.at(self.now + wait, deed)

    async def handle(self, inbound: Inbound) -> Reply:
        return await self.core.desk.handle(inbound)

    # --- time ---

    def move_to(self, when: datetime) -> None:
        # A hair later: who sleeps does so in seconds that are finer than a moment is.
        self.clock.move_to((when - BEGINS).total_seconds() + 1e-6)

    async def live(self, until: datetime) -> None:
        while (when := await self._next()) is not None and when <= until:
            self.move_to(max(when, self.now))
            await self.core.alarm.ring_due()
            await self.core.reminders.say_due()
            await self.settled()
            while self._deeds and self._deeds[0][0] <= self.now:
                await heapq.heappop(self._deeds)[2]()
            await self.settled()
        self.move_to(until)

    async def _next(self) -> datetime | None:
        timers = [timer.due for timer in await self.core.store.timers()]
        nudge = await self.core.store.first_nudge()
        deed = self._deeds[0][0] if self._deeds else None
        wait = self._wait()
        wake = self.now + wait if wait is not None else None
        return min((one for one in (min(timers, default=None), nudge, deed, wake) if one), default=None)

    def _wait(self) -> timedelta | None:
        """Until the next of those wakes who wait for the clock."""
        wake = self.clock.next_wake()
        return None if wake is None else timedelta(seconds=max(0.0, wake - self.clock.seconds))

    async def settled(self) -> None:
        """Everything that is wanted stands; who waits for the clock need not wait long."""
        quiet = 0
        for _ in range(200_000):
            if self.core.courier.idle():
                return
            calls = len(self.platform.calls)
            await asyncio.sleep(0.0005)
            quiet = quiet + 1 if len(self.platform.calls) == calls else 0
            wait = self._wait()
            if quiet > 2 and wait is not None and wait <= SOON:
                self.move_to(self.now + wait)
                quiet = 0
            elif quiet > 50 and wait is not None:
                return  # what was not to leave today any more
        raise AssertionError("something that was wanted does not come")


def verbs(card: Card) -> list[tuple[str, tuple[str, ...], str]]:
    """(verb, arguments, stream) of the buttons on a card."""
    groups = [block.buttons for block in card.blocks if isinstance(block, Buttons)]
    return [
        (one.action.verb, one.action.args, one.action.session)
        for buttons in groups
        for one in buttons
        if one.action is not None
    ]


def shown(card: Card) -> str:
    """A card as plain text."""
    return render(card)
