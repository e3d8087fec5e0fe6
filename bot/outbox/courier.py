"""The courier: brings every wanted board to its room and keeps it as it is wanted there.

Theory of operation. The outbox says which boards are wanted; what stands on them is made when they are sent,
so many wishes are one sending and the newest state wins. A room is served by one task, one parcel at a time.
Before a new post leaves, the row says so durably: found again after a crash, such a post is *doubtful*, and
the platform is asked for it before it is posted again. What happened to a parcel is written by the same
writer as everything else. Laws: `sent` is never more than what was rendered; a message's reference is durable
before its board is sent again; no error of one room reaches another.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import SystemRandom

import structlog

from bot.clock import Clock
from bot.facilitation.people import People
from bot.facilitation.writer import StoppedError, Writer
from bot.log import fault
from bot.outbox.addressing import No, address_of, platform_of, whose
from bot.outbox.manners import Manners, OneAtATime
from bot.outbox.pace import Pace
from bot.outbox.rendering import OF_PERSON, Rendered, Renderer
from bot.outbox.rooms import Item, Queue, ids, post_key
from bot.platforms import platform as p
from bot.storage.changes import BoardKey, Changes, SentRow, TroubleRow
from bot.storage.errors import DatabaseBusyError
from bot.storage.rows import BoardRow
from bot.storage.store import Store
from dialogs import events as e
from dialogs.boards import Room, RoomKind
from dialogs.journey.journey import is_journey

log = structlog.get_logger(__name__)
_chance = SystemRandom()
_MANY = 5_000
_FRESH = timedelta(minutes=10)  # so long after it was composed a digest may leave without a look at the hours
Happen = Callable[[str, e.Event], Awaitable[None]]
Calm = Callable[[str], Awaitable[float]]


class Courier:
    """Start with `await start()`, stop with `await stop()`.

    `happen` tells the engine what the platforms refused; `calm`: for how many seconds to leave somebody be.
    """

    def __init__(  # noqa: PLR0913 -- it stands between all of these
        self,
        *,
        store: Store,
        writer: Writer,
        renderer: Renderer,
        people: People,
        platforms: Mapping[str, p.Platform],
        happen: Happen,
        clock: Clock,
        manners: Manners,
    ) -> None:
        self._store = store
        self._writer = writer
        self._renderer = renderer
        self._people = people
        self._platforms = platforms
        self._happen = happen
        self._clock = clock
        self._manners = manners
        self._pace = Pace(manners.limits)
        self._queues: dict[tuple[str, str], Queue] = {}
        self._edited: dict[int, float] = {}
        self._running = False
        self._one = OneAtATime()
        self.calm: Calm = _never

    async def start(self) -> None:
        """Take up everything that is not as it is wanted."""
        self._running = True
        self.wanted(await self._store.unfinished())
        for queue in self._queues.values():
            for item in queue.items.values():
                item.overdue = True

    async def stop(self) -> None:
        """Finish the parcels that are on their way, and rest."""
        self._running = False
        tasks = [queue.task for queue in self._queues.values() if queue.task is not None]
        for queue in self._queues.values():
            queue.news.set()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wanted(self, boards: Iterable[BoardRow]) -> None:
        """These boards are wanted as they are now."""
        if not self._running:
            return
        for row in boards:
            key = row.key.stream, row.key.room
            queue = self._queues.get(key)
            if queue is None:
                queue = self._queues[key] = Queue(row.key.stream, Room.parse(row.key.room))
            queue.want(row)
            if queue.task is None:
                queue.task = asyncio.create_task(self._serve(key, queue), name="courier")

    def ticket(self, key: BoardKey) -> int | None:
        """The place in line of a board that waits to be sent, None for one that does not.

        As long as it has that place, whatever happens will stand on it when it is sent.
        """
        queue = self._queues.get((key.stream, key.room)) if self._running else None
        return queue.ticket(key) if queue else None

    def forget(self, person: str) -> None:
        """Nothing more goes to this person of what was wanted before."""
        for queue in self._queues.values():
            if queue.room.kind is RoomKind.DIRECT and queue.room.person == person:
                queue.items.clear()
        self._renderer.studio.forget()

    def idle(self) -> bool:
        """Whether nothing waits anywhere."""
        return not any(queue.items for queue in self._queues.values())

    # --- one room ---

    async def _serve(self, key: tuple[str, str], queue: Queue) -> None:
        while self._running and queue.items:
            item, wait = queue.next(self._clock.steady())
            if item is None:
                await self._rest(queue, wait)
                continue
            await self._guarded(queue, item)
        queue.task = None
        if self._queues.get(key) is queue and not queue.items:
            del self._queues[key]

    async def _rest(self, queue: Queue, wait: float) -> None:
        """Sleep until something may go, or something new is wanted."""
        queue.news.clear()
        news = asyncio.ensure_future(queue.news.wait())
        alarm = asyncio.ensure_future(self._clock.sleep(wait)) if wait < math.inf else None
        try:
            await asyncio.wait([one for one in (news, alarm) if one], return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
            if alarm:
                alarm.cancel()

    async def _guarded(self, queue: Queue, item: Item) -> None:
        """One board; whatever goes wrong with it stays with it."""
        revision = item.wanted
        queue.begin(item)
        try:
            await self._attend(queue, item, revision)
        except (DatabaseBusyError, StoppedError):
            item.not_before = self._clock.steady() + self._manners.first_wait
        except Exception as error:
            log.exception("board failed", **ids(item), **fault(error))
            if not self._running:
                return  # what fails while everything closes is taken up by the next start
            # So that a fault that comes again and again is not met again at once.
            item.not_before = self._clock.steady() + self._manners.longest_wait
            with suppress(DatabaseBusyError, StoppedError):
                await self._give_up(queue, item, revision, f"fault:{type(error).__name__}")
        finally:
            queue.serving = None

    async def _attend(self, queue: Queue, item: Item, revision: int) -> None:
        """Bring one board as it is now."""
        if queue.room.kind is RoomKind.DIRECT and not await self._people.reachable(queue.room.person):
            await self._drop(queue, list(queue.items.values()))
            return
        if self._too_soon(item) or await self._too_late(queue, item):
            return
        if item.posted and queue.room.kind is RoomKind.TOGETHER:
            # Who is in it may have changed, and what stands there names nobody.
            await self._stands(queue, item, revision, item.row.ref, item.row.digest)
            return
        address = await address_of(item.row.key, self._renderer, self._store)
        if address is No.YET:
            item.not_before = self._clock.steady() + self._manners.root_wait
        elif isinstance(address, No) or platform_of(address) not in self._platforms:
            await self._drop(queue, [item])
        elif self._may_go(item, address):
            await self._bring(queue, item, revision, address)

    async def _bring(self, queue: Queue, item: Item, revision: int, address: p.Address) -> None:
        """Send it, unless it stands there already as it is now."""
        rendered = await self._renderer.render(item.row.key, self._patience(item))
        if rendered is not None and rendered.trouble:
            log.warning("picture not drawn", **ids(item), reason=rendered.trouble)
            await self._tell(queue.stream, e.PictureFailed(rendered.trouble))
        turn, item.turn = item.turn, None
        if rendered is not None and (not item.posted or rendered.changes(item.row.digest)):
            await self._send(queue, item, revision, rendered, address)
            return
        self._pace.give_back(*whose(address), edit=bool(turn), unhurried=item.unhurried)
        if rendered is not None and rendered.unready:
            item.not_before = self._clock.steady() + self._manners.root_wait
        else:
            await self._stands(queue, item, revision, item.row.ref, item.row.digest)

    def _patience(self, item: Item) -> float:
        """Seconds for which the whole room waits until the board's picture is drawn.

        What stands there already can wait outside the line. And whoever waits since before a start has waited
        long enough: a bot that lives shorter than a picture takes would never send anything in that room.
        """
        return 0.0 if item.posted or item.overdue else self._manners.picture_wait

    def _too_soon(self, item: Item) -> bool:
        """Whether it was edited just now; then it is put off."""
        last = self._edited.get(item.row.id) if item.posted else None
        if last is None or last + self._manners.between_edits <= self._clock.steady():
            return False
        item.not_before = last + self._manners.between_edits
        return True

    async def _too_late(self, queue: Queue, item: Item) -> bool:
        """Whether the working day ended while a digest waited; then it is put off to the next one."""
        fresh = self._clock.now() - item.row.wanted_at < _FRESH
        if not item.unhurried or item.posted or item.doubtful or fresh:
            return False
        wait = await self.calm(queue.room.person)
        item.not_before = self._clock.steady() + wait
        return wait > 0

    def _may_go(self, item: Item, address: p.Address) -> bool:
        """Whether the platform may hear of it now; else it is put off until its turn comes.

        Asked before it is rendered: of a thousand rooms that wait for one limit each renders once.
        """
        now, wait = self._clock.steady(), 0.0
        if (stopped := self._pace.stopped(*whose(address), now, edit=item.posted)) > 0:
            item.turn, wait = None, stopped
        elif item.turn is not item.posted:
            item.turn = item.posted
            wait = self._pace.turn(*whose(address), now, edit=item.posted, unhurried=item.unhurried)
        item.not_before = now + wait
        return wait <= 0

    # --- one parcel ---

    async def _send(
        self, queue: Queue, item: Item, revision: int, rendered: Rendered, address: p.Address
    ) -> None:
        platform = self._platforms[platform_of(address)]
        parcel = p.Parcel(post_key(item.row), address, rendered.card, item.row.ref, rendered.enclosures)
        try:
            async with self._one.within(address):
                if item.doubtful and await self._looked_for(platform, queue, item, parcel):
                    return
                ref = await self._deliver(platform, queue, item, parcel)
        except p.DeliveryError as error:
            await self._failed(queue, item, revision, address, error)
            return
        if parcel.previous:
            self._note_edit(item)
        item.tries, item.not_before = 0, 0.0
        # Without its picture it is not yet as it is wanted.
        revision = item.row.sent if rendered.unready else revision
        await self._stands(queue, item, revision, ref, rendered.digest)

    async def _deliver(self, platform: p.Platform, queue: Queue, item: Item, parcel: p.Parcel) -> str:
        """The message's reference."""
        if not item.posted and item.row.sending_at is None:
            await self._writer.write(Changes(self._clock.now(), sending=[item.row.id]))
            item.row = replace(item.row, sending_at=self._clock.now())
        try:
            return await platform.deliver(parcel)
        except p.PictureRefusedError as error:
            log.warning("picture refused", **ids(item), reason=error.reason)
            await self._tell(queue.stream, e.PictureFailed(error.reason[:100]))
            return await platform.deliver(replace(parcel, enclosures={}))

    async def _looked_for(self, platform: p.Platform, queue: Queue, item: Item, parcel: p.Parcel) -> bool:
        """Whether that is all for now; False when the post surely did not arrive and may go again.

        What is found is found, and the room goes on; only what is not there may still be on its way.
        """
        since = item.row.sending_at or self._clock.now()
        wait = self._manners.doubt - (self._clock.now() - since).total_seconds()
        try:
            found = await platform.find(parcel)
        except p.RefusedError:
            # The platform cannot tell, later neither. A message that comes twice is better than one that
            # never comes: what is pressed on either counts once.
            found, wait = None, 0.0
        if found is None and wait > 0:
            item.not_before = self._clock.steady() + wait
            return True
        item.doubtful = False
        if found is None:
            item.row = replace(item.row, sending_at=None)
            return item.unhurried  # by now it may be too late for today
        # What it says may be older than what is wanted: it counts as posted, and is edited.
        await self._stands(queue, item, item.row.sent, found, "")
        return True

    def _note_edit(self, item: Item) -> None:
        now = self._clock.steady()
        self._edited[item.row.id] = now
        if len(self._edited) > _MANY:
            recent = self._manners.between_edits
            self._edited = {one: at for one, at in self._edited.items() if now - at < recent}

    # --- what came of it ---

    async def _stands(
        self,
        queue: Queue,
        item: Item,
        revision: int,
        ref: str,
        digest: str,
        trouble: TroubleRow | None = None,
    ) -> None:
        """Note durably what stands there now."""
        now = self._clock.now()
        changes = Changes(now, sent=[SentRow(item.row.id, revision, ref, digest, now)])
        if trouble is not None:
            changes.troubles.append(trouble)
        await self._writer.write(changes)
        item.row = replace(item.row, sent=revision, ref=ref, digest=digest, sent_at=now, sending_at=None)
        if item.wanted <= revision:
            queue.items.pop(item.row.id, None)
        if queue.room.kind is RoomKind.CHANNEL:
            self._wake_threads(queue.stream)

    def _wake_threads(self, stream: str) -> None:
        for (other, _), queue in self._queues.items():
            if other == stream and queue.room.kind is RoomKind.THREAD:
                for item in queue.items.values():
                    item.not_before = 0.0
                queue.news.set()

    async def _failed(
        self, queue: Queue, item: Item, revision: int, address: p.Address, error: p.DeliveryError
    ) -> None:
        log.info("delivery failed", **ids(item), error=type(error).__name__, reason=error.reason)
        match error:
            case p.RateLimitedError():
                await self._too_fast(item, address, error)
            case p.DoubtfulError() if not item.posted:
                item.doubtful = True
                item.not_before = self._clock.steady() + self._manners.doubt
            case p.PassingError() | p.DoubtfulError():
                await self._later(item)
            case p.MessageGoneError() if item.posted:
                await self._writer.write(Changes(self._clock.now(), lost=[item.row.id]))
                item.row = replace(item.row, ref="", digest="", posts=item.row.posts + 1, sending_at=None)
            case p.UnreachableError() | p.RoomGoneError() if queue.room.kind is RoomKind.DIRECT:
                await self._unreachable(queue.room.person, error.reason)
            case p.RoomGoneError():
                await self._room_gone(queue)
            case _:
                await self._give_up(queue, item, revision, error.reason or type(error).__name__)

    async def _too_fast(self, item: Item, address: p.Address, error: p.DeliveryError) -> None:
        now = self._clock.steady()
        wait = max(error.after, self._manners.first_wait)
        self._pace.stop(*whose(address), now + wait, edit=item.posted)
        await self._surely_not_sent(item)
        item.not_before = now + wait

    async def _later(self, item: Item) -> None:
        """Nothing was delivered: wait twice as long each time, and not all at the same moment."""
        await self._surely_not_sent(item)
        wait = min(self._manners.first_wait * 2**item.tries, self._manners.longest_wait)
        item.tries += 1
        item.not_before = self._clock.steady() + wait * _chance.uniform(0.8, 1.2)

    async def _surely_not_sent(self, item: Item) -> None:
        if not item.posted and not item.doubtful and item.row.sending_at is not None:
            await self._writer.write(Changes(self._clock.now(), not_sent=[item.row.id]))
            item.row = replace(item.row, sending_at=None)

    async def _unreachable(self, person: str, reason: str) -> None:
        """Nobody waits for them, and nothing is tried again; the facilitators of their sessions see it."""
        row = await self._people.mark(person, reachable=False)
        await self._writer.write(Changes(self._clock.now(), people={person: row}))
        for queue in [one for one in self._queues.values() if one.room.person == person]:
            await self._drop(queue, list(queue.items.values()))
        for session, goes_on in await self._store.sessions_of(person):
            if goes_on:
                await self._tell(session, e.NotReached(person))
        log.info("not reached", person=person, reason=reason)

    async def _room_gone(self, queue: Queue) -> None:
        for one in [one for one in self._queues.values() if one.stream == queue.stream]:
            if one.room.kind is not RoomKind.DIRECT:
                await self._drop(one, list(one.items.values()))
        await self._tell(queue.stream, e.ChannelGone())

    async def _give_up(self, queue: Queue, item: Item, revision: int, reason: str) -> None:
        """This state of the board will never be sent; the next one is tried again."""
        now, row = self._clock.now(), item.row
        log.error("board given up", **ids(item), reason=reason[:200])
        trouble = TroubleRow(now, row.key.stream, row.key.room, row.key.board, reason[:200])
        await self._stands(queue, item, revision, row.ref, row.digest, trouble)

    async def _drop(self, queue: Queue, items: Sequence[Item]) -> None:
        """Nothing of this will be sent."""
        await self._writer.write(Changes(self._clock.now(), dropped=[item.row.id for item in items]))
        for item in items:
            queue.items.pop(item.row.id, None)

    async def _tell(self, stream: str, event: e.Event) -> None:
        # A journey's card can do without its picture, whose words stand beside it.
        if not stream.startswith(OF_PERSON) and not is_journey(stream):
            await self._happen(stream, event)


async def _never(_: str) -> float:
    return 0.0
