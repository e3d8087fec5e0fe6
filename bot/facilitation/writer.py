"""The one writer.

All that waits is decided in turn and written in one transaction; only then is anybody answered.

Theory of operation. A flush to the disk costs the same for one arrival as for sixty, so arrivals that come
while one is going on wait for it and then go together (group commit), with those that are just being read:
if half of them went ahead, the thread that writes and the loop that reads would take the interpreter from
each other at every step, and both would be slower than one after the other. Decisions are made in memory on a
draft: when the transaction fails, the draft is thrown away and nothing has happened. Then each arrival is
tried alone, so that one that cannot be written harms no other. A repeated arrival is found by its own row,
without asking first: its row is there already, the transaction fails, and alone it is looked up and answered
as before.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog

from bot.clock import Clock
from bot.facilitation.job import Draft, Job, Writing
from bot.facilitation.state import State
from bot.log import fault
from bot.storage.changes import BoardKey, Changes
from bot.storage.errors import ConflictError, DatabaseBusyError
from bot.storage.rows import BoardRow

T = TypeVar("T")
MOST_TOGETHER = 64
_LINGER = 0.005
"""Seconds at most for which an arrival waits for others, while those keep coming."""
_QUIET = 2
"""Turns of the loop without an arrival after which none is on its way."""
_PATIENCE = (0.05, 0.2, 0.5, 1.0)
"""Seconds between the tries when the database is away for a moment (PostgreSQL restarts)."""
_RACES = 3
log = structlog.get_logger(__name__)


class RepeatedError(Exception):
    """This arrival was taken in before; its answer is not known any more."""


class StoppedError(Exception):
    """The bot is stopping and takes nothing in."""


@dataclass(slots=True)
class _Waiting:
    job: Job
    future: asyncio.Future[Any]


@dataclass(slots=True)
class _Alone:
    work: Callable[[], Awaitable[Any]]
    future: asyncio.Future[Any]


class Writer:
    """Start with `start()`, stop with `await stop()`.

    `on_…` are told what was written, as soon as it is. `ticket` tells the place in line of a board that waits
    to be sent, None for one that does not.
    """

    def __init__(self, state: State, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._waiting: deque[_Waiting | _Alone] = deque()
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self.on_boards: Callable[[Sequence[BoardRow]], None] = lambda _: None
        self.on_changes: Callable[[Changes], None] = lambda _: None
        self.ticket: Callable[[BoardKey], int | None] = lambda _: None
        self._owed: dict[BoardKey, None] = {}

    def start(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._run(), name="writer")

    async def stop(self) -> None:
        """Take in nothing more, write what waits, and end."""
        self._stopping = True
        self._news.set()
        if self._task is not None:
            await self._task

    async def submit(self, job: Job) -> Any:
        """Have `job` decided and written; returns its answer. Raises what it raised, or `RepeatedError`."""
        return await self._enqueue(lambda future: _Waiting(job, future))

    async def alone(self, work: Callable[[], Awaitable[T]]) -> T:
        """Run `work` while nothing else is decided or written."""
        result: T = await self._enqueue(lambda future: _Alone(work, future))
        return result

    async def write(self, changes: Changes) -> None:
        """Write `changes`, which nothing needs to be decided for."""
        await self.submit(Writing(changes))

    def published(self, changes: Changes, boards: Sequence[BoardRow]) -> None:
        """`changes` are durable: let the courier and the alarm know."""
        try:
            self.on_changes(changes)
            self.on_boards(boards)
        except Exception as error:
            # It is written all the same, and whoever waits must hear so.
            log.exception("could not be told on", **fault(error))

    def _enqueue(self, make: Callable[[asyncio.Future[Any]], _Waiting | _Alone]) -> asyncio.Future[Any]:
        if self._stopping:
            raise StoppedError
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append(make(future))
        self._news.set()
        return future

    async def _run(self) -> None:
        while self._waiting or not self._stopping:
            if not self._waiting:
                self._news.clear()
                await self._news.wait()
                continue
            first = self._waiting[0]
            if isinstance(first, _Alone):
                self._waiting.popleft()
                await _settle(first.future, first.work())
            else:
                await self._company()
                await self._together(self._take())

    async def _company(self) -> None:
        """Wait as long as others come in with nearly every turn of the loop, but not for long."""
        end, seen, quiet = self._clock.steady() + _LINGER, len(self._waiting), 0
        while quiet < _QUIET and len(self._waiting) < MOST_TOGETHER and self._clock.steady() < end:
            await asyncio.sleep(0)
            quiet = quiet + 1 if len(self._waiting) == seen else 0
            seen = len(self._waiting)

    def _take(self) -> list[_Waiting]:
        batch: list[_Waiting] = []
        while self._waiting and len(batch) < MOST_TOGETHER:
            first = self._waiting[0]
            if isinstance(first, _Alone):
                break
            batch.append(first)
            self._waiting.popleft()
        return batch

    async def _together(self, batch: Sequence[_Waiting]) -> None:
        try:
            await self._load(batch)
            await self._try(batch)
        except Exception as error:  # noqa: BLE001 -- it is one arrival's, and not all the others'
            self._drop(batch)
            if len(batch) == 1:
                await _settle(batch[0].future, self._mend(batch[0], error))
            elif isinstance(error, DatabaseBusyError) and not await self._back():
                for one in batch:
                    _fail(one.future, error)
            else:
                for one in batch:
                    await self._together([one])

    async def _try(self, batch: Sequence[_Waiting]) -> None:
        """Decide all, write all, tell everybody.

        Raises when it could not be written: then nothing has happened.
        """
        now = self._clock.now()
        draft = Draft(self._state, now, Changes(now))
        answers = [(one, self._decide(one, draft)) for one in batch]
        spared = self._spare(draft.changes)
        boards = await self._state.store.commit(draft.changes) if draft.changes else []
        self._state.publish(draft.changes, draft.kept.values(), draft.journeys.values(), draft.answers)
        self.published(draft.changes, boards)
        await self._make_good(spared)
        for one, (answer, error) in answers:
            if error is not None:
                _fail(one.future, error)
            elif not one.future.done():
                one.future.set_result(answer)

    def _spare(self, changes: Changes) -> dict[BoardKey, int]:
        """Leave out what is wanted already and waits to be sent; returns the places in line.

        Such a board is unsent in the database, and will be sent as it is then: in a burst of replies only the
        first one need write that their card has changed.
        """
        if changes.dropped:
            return {}
        waiting = {key: ticket for key in changes.shows if (ticket := self.ticket(key)) is not None}
        for key in waiting:
            del changes.shows[key]
        return waiting

    async def _make_good(self, spared: Mapping[BoardKey, int]) -> None:
        """What was sent before the changes counted is wanted once more, before anybody is answered."""
        self._owed.update({key: None for key, ticket in spared.items() if self.ticket(key) != ticket})
        if self._owed:
            changes = Changes(self._clock.now(), shows=dict(self._owed))
            self.published(changes, await self._state.store.commit(changes))
            self._owed.clear()

    def _decide(self, waiting: _Waiting, draft: Draft) -> tuple[Any, Exception | None]:
        job = waiting.job
        answered, answer = self._state.answered(job.delivery)
        if job.delivery and (answered or job.delivery in draft.answers):
            return (answer if answered else draft.answers[job.delivery]), None
        try:
            outcome = job.decide(draft)
        except Exception as error:  # noqa: BLE001 -- one arrival that cannot be decided harms no other
            return None, error
        draft.accept(outcome, job.delivery)
        return outcome.answer, None

    async def _mend(self, one: _Waiting, error: Exception) -> Any:
        """Try again what failed alone, as long as that makes sense; returns its answer."""
        for wait in _PATIENCE[: _RACES if isinstance(error, ConflictError) else len(_PATIENCE)]:
            if isinstance(error, ConflictError):
                if one.job.delivery and await self._state.store.seen([one.job.delivery]):
                    raise RepeatedError
                await self._state.load()
            elif isinstance(error, DatabaseBusyError):
                await self._clock.sleep(wait)
            else:
                break
            inner = _Waiting(one.job, asyncio.get_running_loop().create_future())
            try:
                await self._load([inner])
                await self._try([inner])
            except Exception as again:  # noqa: BLE001 -- looked at in the next round
                self._drop([inner])
                error = again
            else:
                return await inner.future
        raise error

    async def _back(self) -> bool:
        """Wait a little for the database; whether it answers again."""
        for wait in _PATIENCE:
            await self._clock.sleep(wait)
            try:
                await self._state.store.ping()
            except DatabaseBusyError:
                continue
            return True
        return False

    async def _load(self, batch: Sequence[_Waiting]) -> None:
        for one in batch:
            if one.job.session:
                await self._state.bring(one.job.session)

    def _drop(self, batch: Sequence[_Waiting]) -> None:
        for one in batch:
            self._state.drop(one.job.session)


async def _settle(future: asyncio.Future[Any], work: Awaitable[Any]) -> None:
    try:
        result = await work
    except Exception as error:  # noqa: BLE001 -- it belongs to whoever waits for the future
        _fail(future, error)
    else:
        if not future.done():
            future.set_result(result)


def _fail(future: asyncio.Future[Any], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
