"""Rows of reminders: they wait, are said, answered and set anew; to look past what waits costs nothing."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, event

from bot.storage import nudging
from bot.storage.changes import BoardKey, Changes, NudgeKey, NudgeTimes, PutOffRow, SaidRow, SentRow
from bot.storage.database import Database
from bot.storage.rows import BoardRow, NudgeRow
from bot.storage.store import Store

NOON = datetime(2027, 3, 1, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANNA, VILLE = "slack:T1:anna", "slack:T1:ville"
ONE = NudgeKey(ANNA, "j1", "experiment/1", "review")
TWO = NudgeKey(ANNA, "j1", "experiment/2", "half_way")
VILLES = NudgeKey(VILLE, "j1", "experiment/1", "review")
BOARD = "digest/2027-03-01/1"


def on(board: str, person: str = ANNA) -> BoardKey:
    return BoardKey(f"person:{person}", f"direct={person}", board)


async def set_(
    store: Store, *keys: NudgeKey, due: datetime = NOON, ends: datetime | None = None
) -> list[str]:
    return await boards(store, Changes(NOON, nudges=dict.fromkeys(keys, NudgeTimes(due, ends))))


async def say(store: Store, *keys: NudgeKey, due: datetime = NOON, board: str = BOARD) -> list[str]:
    return await boards(store, Changes(NOON, said=[SaidRow(key, due, board) for key in keys]))


async def answer(store: Store, *keys: NudgeKey) -> list[str]:
    return await boards(store, Changes(NOON, nudges=dict.fromkeys(keys)))


async def posted(store: Store) -> None:
    """All that is wanted stands."""
    rows = await store.unfinished()
    sent = [SentRow(row.id, row.wanted, f"r{row.id}", "", NOON) for row in rows]
    await store.commit(Changes(NOON, sent=sent))


async def boards(store: Store, changes: Changes) -> list[str]:
    return [_name(one) for one in await store.commit(changes)]


def _name(row: BoardRow) -> str:
    return f"{row.key.room} {row.key.board} {row.wanted}"


async def rows(store: Store) -> list[NudgeRow]:
    return await store.nudges_of("j1")


async def test_all_that_waits_today_is_read_of_those_for_whom_something_is_due(store: Store) -> None:
    await set_(store, ONE, ends=NOON + 3 * HOUR)
    await set_(store, TWO, due=NOON + 20 * HOUR)
    await set_(store, VILLES, due=NOON + HOUR)
    first = NudgeRow(ONE, NOON, NOON + 3 * HOUR, nudging.WAITS, "")
    second = NudgeRow(TWO, NOON + 20 * HOUR, None, nudging.WAITS, "")
    assert await store.due_nudges(NOON, 24 * HOUR, 10) == [first, second]
    assert await store.due_nudges(NOON, HOUR, 10) == [first]
    assert await store.due_nudges(NOON - HOUR, 24 * HOUR, 10) == []
    assert await store.first_nudge() == NOON


async def test_who_has_waited_longest_comes_first(store: Store) -> None:
    await set_(store, ONE, due=NOON)
    await set_(store, VILLES, due=NOON - HOUR)
    found = await store.due_nudges(NOON, HOUR, 1)
    assert [row.key for row in found] == [VILLES]


async def test_what_is_said_stands_on_one_board(store: Store) -> None:
    await set_(store, ONE, TWO, VILLES)
    assert await say(store, ONE, TWO) == [f"direct={ANNA} {BOARD} 1"]
    assert [row.key for row in await store.nudges_on(ANNA, BOARD)] == [ONE, TWO]
    assert await store.first_nudge() == NOON
    assert await store.pending_digests([ANNA, VILLE]) == {ANNA: BOARD}
    assert await store.digests_since([ANNA, VILLE], NOON - HOUR) == {}

    await posted(store)
    assert await store.pending_digests([ANNA, VILLE]) == {}
    assert await store.digests_since([ANNA, VILLE], NOON - HOUR) == {ANNA: [NOON]}
    assert await store.digests_since([ANNA], NOON + HOUR) == {}


async def test_what_was_moved_or_answered_in_between_is_not_said(store: Store) -> None:
    await set_(store, ONE, VILLES)
    await set_(store, ONE, due=NOON + HOUR)
    await answer(store, VILLES)
    assert await say(store, ONE, VILLES) == []
    assert [row.due for row in await rows(store)] == [NOON + HOUR]
    assert await store.unfinished() == []


async def test_what_was_moved_in_between_is_neither_put_off_nor_let_go(store: Store) -> None:
    await set_(store, ONE, TWO, due=NOON + HOUR)
    put_off = [PutOffRow(ONE, NOON, NOON + 5 * HOUR), PutOffRow(TWO, NOON, None)]
    await store.commit(Changes(NOON, put_off=put_off))
    assert [(row.key, row.due) for row in await rows(store)] == [(ONE, NOON + HOUR), (TWO, NOON + HOUR)]

    later = [PutOffRow(ONE, NOON + HOUR, NOON + 5 * HOUR), PutOffRow(TWO, NOON + HOUR, None)]
    await store.commit(Changes(NOON, put_off=later))
    assert [(row.key, row.due) for row in await rows(store)] == [(ONE, NOON + 5 * HOUR)]


async def test_an_answer_is_seen_on_the_board_and_counts_no_more(store: Store) -> None:
    await set_(store, ONE, TWO)
    await say(store, ONE, TWO)
    kinds = ("review", "half_way")
    assert await store.unanswered_nudges([ANNA], kinds) == Counter(
        {(ANNA, "j1", "experiment/1"): 1, (ANNA, "j1", "experiment/2"): 1}
    )
    assert await store.unanswered_nudges([ANNA], ("first_step",)) == Counter()

    assert await answer(store, ONE) == [f"direct={ANNA} {BOARD} 2"]
    assert await store.unanswered_nudges([ANNA], kinds) == Counter({(ANNA, "j1", "experiment/2"): 1})
    assert [row.state for row in await store.nudges_on(ANNA, BOARD)] == [nudging.ANSWERED, nudging.SAID]
    assert [row.key for row in await rows(store)] == [TWO]


async def test_set_anew_it_waits_again_and_the_old_board_knows(store: Store) -> None:
    await set_(store, ONE, ends=NOON + HOUR)
    await say(store, ONE)
    await posted(store)
    assert await set_(store, ONE, due=NOON + 9 * HOUR, ends=NOON + 99 * HOUR) == [f"direct={ANNA} {BOARD} 2"]
    (row,) = await rows(store)
    assert row == NudgeRow(ONE, NOON + 9 * HOUR, NOON + 99 * HOUR, nudging.WAITS, BOARD)
    await posted(store)
    assert await store.digests_since([ANNA], NOON) == {ANNA: [NOON]}

    assert await answer(store, ONE) == [f"direct={ANNA} {BOARD} 3"]
    assert await store.first_nudge() is None
    assert [row.state for row in await store.nudges_on(ANNA, BOARD)] == [nudging.ANSWERED]


async def test_what_is_answered_before_it_is_said_leaves_no_trace(store: Store) -> None:
    await set_(store, ONE)
    assert await answer(store, ONE) == []
    assert await rows(store) == []
    assert await store.about(ANNA) == {**await store.about("slack:T1:nobody")}


async def test_somebody_elses_board_is_left_alone(store: Store) -> None:
    await set_(store, ONE, VILLES)
    await say(store, ONE)
    await say(store, VILLES)
    assert await answer(store, VILLES) == [f"direct={VILLE} {BOARD} 2"]


async def test_to_look_for_what_is_due_no_row_that_waits_is_read(database: Database, store: Store) -> None:
    """Neither database may walk through all rows: the small index of what waits, by due time, must do."""
    many = [NudgeKey(f"slack:T1:u{number}", "j1", f"task/{number}", "task_given") for number in range(3000)]
    await set_(store, *many, due=NOON + 24 * HOUR)
    plans: list[str] = []

    def explained(connection: Connection) -> None:
        def also(_: Any, cursor: Any, statement: str, parameters: Any, *__: Any) -> None:
            prefix = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
            extra = cursor.connection.cursor()
            extra.execute(f"{prefix} {statement}", parameters)
            plans.append(repr(extra.fetchall()))
            extra.close()

        event.listen(connection, "before_cursor_execute", also)
        nudging.first(connection)
        nudging.due(connection, NOON, HOUR, 10)
        event.remove(connection, "before_cursor_execute", also)

    if (await database.read(lambda connection: connection.dialect.name)) == "postgresql":
        await database.write(lambda connection: connection.exec_driver_sql("ANALYZE nudges"))
    await database.read(explained)
    assert len(plans) == 3
    assert ["nudges_waiting" in plan for plan in plans[:2]] == [True, True]
