"""The one writer: many arrivals, few transactions, nobody answered too early, nobody harmed by another."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import pytest

from bot.facilitation.job import Draft, Outcome
from bot.outbox.manners import Manners
from bot.platforms.inbound import Place, PlaceKind
from bot.storage.changes import Changes, FactRow
from bot.storage.database import Database
from bot.storage.errors import DatabaseBusyError
from bot.storage.rows import BoardRow
from bot.storage.store import Store
from tests.support.house import QUICK, House, said
from tests.support.phrases import phrase
from tests.support.until import until

STEP = "muutoskeskustelu"


class WatchedStore(Store):
    """Counts its transactions, and does `before` each; `gate` holds them up."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.transactions = 0
        self.before: Callable[[Changes], None] = lambda _: None
        self.after: Callable[[Changes], None] = lambda _: None
        self.gate = asyncio.Event()
        self.gate.set()

    async def commit(self, changes: Changes) -> list[BoardRow]:
        self.transactions += 1
        await self.gate.wait()
        self.before(changes)
        boards = await super().commit(changes)
        self.after(changes)
        return boards


Watched = tuple[House, WatchedStore]


async def opened(url: str, manners: Manners = QUICK) -> Watched:
    house = House(url, manners=manners, store=WatchedStore)
    await house.open()
    await house.to_step(STEP)
    await house.settled()
    store = house.core.store
    assert isinstance(store, WatchedStore)
    return house, store


@pytest.fixture
async def watched(sqlite_url: str) -> AsyncIterator[Watched]:
    house, store = await opened(sqlite_url)
    yield house, store
    await house.close()


async def note(house: House, number: int) -> str:
    text = f"lappu {number}"
    return said(await house.send("anna", "note", STEP, "all", cell="muutokset", text=text))


async def texts(house: House) -> list[str]:
    return sorted(one.text for one in (await house.kept()).session.notes.values())


async def test_nobody_is_answered_before_it_is_written(watched: Watched) -> None:
    house, store = watched
    store.gate.clear()

    answers = [asyncio.create_task(note(house, number)) for number in range(3)]
    await asyncio.sleep(0.1)
    assert not any(one.done() for one in answers)
    assert not await texts(house)

    store.gate.set()
    await asyncio.gather(*answers)
    assert sorted(await texts(house)) == ["lappu 0", "lappu 1", "lappu 2"]


async def test_what_waits_goes_together(watched: Watched) -> None:
    house, store = watched
    before = store.transactions

    await asyncio.gather(*(note(house, number) for number in range(200)))

    assert len(await texts(house)) == 200
    # 200 notes at 64 together are 4; the courier's own bookkeeping is the rest.
    assert store.transactions - before < 20


async def test_what_is_just_coming_in_goes_along(watched: Watched) -> None:
    """Each comes one turn of the loop after the other, as requests of many connections do."""
    house, store = watched
    written: list[int] = []
    store.before = lambda changes: written.append(sum(one.kind == "NoteWritten" for one in changes.facts))

    async def after(turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)
        await note(house, turns)

    await asyncio.gather(*(after(turns) for turns in range(16)))

    assert [notes for notes in written if notes] == [16]


async def test_a_card_that_waits_to_be_sent_is_not_wanted_again(watched: Watched) -> None:
    house, store = watched
    wanted: list[tuple[bool, bool]] = []
    store.before = lambda changes: wanted.append((bool(changes.facts), bool(changes.shows)))
    house.core.writer.ticket = lambda _: 7

    await note(house, 1)

    assert wanted == [(True, False)]
    assert await texts(house) == ["lappu 1"]


async def test_a_card_whose_turn_came_meanwhile_is_wanted_again_before_anybody_is_answered(
    watched: Watched,
) -> None:
    """What was sent may have been rendered before the note counted."""
    house, store = watched
    tickets = itertools.count()
    house.core.writer.ticket = lambda _: next(tickets)
    written: list[tuple[int, set[str]]] = []

    def after(changes: Changes) -> None:
        written.append((len(changes.facts), {key.board for key in changes.shows}))
        if changes.facts:
            store.gate.clear()

    store.after = after
    before = store.transactions
    answer = asyncio.create_task(note(house, 1))

    async def begun() -> bool:
        return store.transactions == before + 2

    await until(begun)
    assert await texts(house) == ["lappu 1"]
    assert not answer.done()

    store.gate.set()
    assert await answer == "[Lisää lappu]"
    assert written[:2] == [(1, set()), (0, {f"step/{STEP}/3", "cockpit/3"})]


async def test_what_is_being_written_while_its_card_goes_out_stands_on_it_in_the_end(
    watched: Watched,
) -> None:
    house, store = watched
    house.core.courier._manners = replace(QUICK, between_edits=0.5)  # noqa: SLF001 -- time to write before the card goes
    spared: list[bool] = []

    def after(changes: Changes) -> None:
        if changes.facts:
            spared.append(not changes.shows)

    store.after = after
    for number in range(3):  # the first one's edit goes out at once, so the card waits before the next
        await note(house, number)
    edits = len(house.platform.calls)
    store.gate.clear()
    last = asyncio.create_task(note(house, 3))

    async def sent() -> bool:
        return len(house.platform.calls) > edits

    await until(sent)
    store.gate.set()
    await last
    await house.settled()

    assert spared[-1]
    assert "lappu 3" in house.seen()[-1]
    await house.close()


async def test_200_at_once_on_one_session_lose_nothing(any_house: House) -> None:
    await any_house.to_step(STEP)

    await asyncio.gather(*(note(any_house, number) for number in range(200)))
    before = await texts(any_house)
    await any_house.restart()

    assert sorted(await texts(any_house)) == sorted(before) == sorted(f"lappu {n}" for n in range(200))


async def test_one_that_cannot_be_written_harms_no_other(watched: Watched) -> None:
    house, store = watched

    def poison(changes: Changes) -> None:
        if any(b"lappu 3" in fact.body for fact in changes.facts):
            raise ValueError("a row that no database takes")

    store.before = poison
    answers = await asyncio.gather(*(note(house, number) for number in range(8)))

    assert sorted(await texts(house)) == [f"lappu {number}" for number in range(8) if number != 3]
    assert phrase("field.went_wrong") in answers[3]
    assert not any(phrase("field.went_wrong") in one for one in answers[:3] + answers[4:])
    store.before = lambda _: None
    assert phrase("field.went_wrong") not in await note(house, 3)


@dataclass(frozen=True)
class Faulty:
    delivery: bytes = b""
    session: str = ""

    def decide(self, _: Draft) -> Outcome:
        raise ZeroDivisionError


async def test_one_that_cannot_be_decided_harms_no_other(watched: Watched) -> None:
    house, _ = watched
    writer = house.core.writer

    results = await asyncio.gather(writer.submit(Faulty()), note(house, 1), return_exceptions=True)

    assert isinstance(results[0], ZeroDivisionError)
    assert await texts(house) == ["lappu 1"]


async def test_a_database_that_is_away_for_a_moment_is_waited_for(
    watched: Watched,
) -> None:
    house, store = watched
    failures = iter(range(3))

    def away(_: Changes) -> None:
        if next(failures, None) is not None:
            raise DatabaseBusyError("away")

    store.before = away
    await asyncio.gather(*(note(house, number) for number in range(4)))

    assert len(await texts(house)) == 4


async def test_a_full_disk_is_told_kindly_and_work_goes_on_when_there_is_space(
    watched: Watched,
) -> None:
    house, store = watched

    def full(_: Changes) -> None:
        raise DatabaseBusyError("SQLITE_FULL")

    store.before = full
    assert phrase("field.went_wrong") in await note(house, 1)
    assert said(await house.press("anna", "ready", STEP)) == phrase("desk.wrong.text")
    store.before = lambda _: None

    assert await note(house, 2) == "[Lisää lappu]"
    assert await texts(house) == ["lappu 2"]


async def test_written_but_not_heard_of_is_found_out(watched: Watched) -> None:
    """The connection broke when the answer to COMMIT was on its way: the row of the delivery tells."""
    house, store = watched
    once = iter([True])

    def broken(_: Changes) -> None:
        if next(once, False):
            raise DatabaseBusyError("lost after commit")

    store.after = broken
    await note(house, 1)

    assert await texts(house) == ["lappu 1"]
    assert await note(house, 2) == "[Lisää lappu]"
    assert await texts(house) == ["lappu 1", "lappu 2"]


async def test_a_lost_race_is_run_again_on_what_is_true(watched: Watched) -> None:
    """As if another process had written first."""
    house, store = watched
    kept = await house.kept()
    log = await store.log(house.session)
    assert log is not None
    theirs = log.facts[1]._replace(seq=kept.seq + 1)
    await Store.commit(store, Changes(house.clock.now(), facts=[FactRow(*theirs)]))

    assert await note(house, 1) == "[Lisää lappu]"
    assert (await house.kept()).seq > kept.seq + 1
    assert await texts(house) == ["lappu 1"]


async def test_work_alone_sees_nothing_half_done(watched: Watched) -> None:
    house, store = watched
    seen: list[int] = []

    async def alone() -> None:
        seen.append(store.transactions)
        await asyncio.sleep(0.05)
        seen.append(store.transactions)

    await asyncio.gather(*(note(house, n) for n in range(3)), house.core.writer.alone(alone), note(house, 9))

    assert seen[0] == seen[1]
    assert len(await texts(house)) == 4


async def test_when_it_stops_all_that_was_taken_in_is_written(watched: Watched) -> None:
    house, _ = watched
    writing = [asyncio.create_task(house.core.book.put(f"key {n}", {"n": n})) for n in range(3)]
    await asyncio.sleep(0)
    await house.restart()
    await asyncio.gather(*writing)

    assert [await house.core.book.get(f"key {n}") for n in range(3)] == [{"n": 0}, {"n": 1}, {"n": 2}]


async def test_a_log_that_cannot_be_read_parks_its_session_and_no_other(
    watched: Watched,
) -> None:
    house, store = watched
    broken = house.session
    seq = (await house.kept()).seq + 1
    await Store.commit(store, Changes(house.clock.now(), facts=[FactRow(broken, seq, "NoSuchFact", b"{}")]))
    house.core.shelf.drop(broken)

    assert phrase("field.went_wrong") in await note(house, 1)
    await house.command("maija", "aloita 1", at=Place("slack:T1:C9", PlaceKind.CHANNEL))
    assert len(house.core.state.places) == 2
