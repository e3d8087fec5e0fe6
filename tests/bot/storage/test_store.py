"""The contract of the store, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import asyncio
import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.storage.changes import BoardKey, Changes, FactRow, PersonRow, SentRow, SessionRow, TroubleRow
from bot.storage.errors import ConflictError
from bot.storage.rows import BoardRow, TimerRow
from bot.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 0, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
LOBBY = BoardKey("s1", "channel=", "lobby")
COCKPIT = BoardKey("s1", "direct=slack:T1:maija", "cockpit/1")
ANNA = "slack:T1:anna"


def fact(seq: int, text: str = "{}", session: str = "s1") -> FactRow:
    return FactRow(session, seq, "NoteWritten", text.encode())


def opening(session: str = "s1", place: str = "slack:T1:C1") -> Changes:
    return Changes(NOW, sessions=[SessionRow(session, place, "e1", NOW)], editions={"e1": b'{"a":1}'})


async def shown(store: Store, *keys: BoardKey, at: datetime = NOW) -> list[BoardRow]:
    return await store.commit(Changes(at, shows=dict.fromkeys(keys)))


async def standing(store: Store, key: BoardKey, ref: str = "m1") -> BoardRow:
    (row,) = await shown(store, key)
    await store.commit(Changes(NOW, sent=[SentRow(row.id, row.wanted, ref, "d1", NOW)]))
    found = await store.board(key)
    assert found is not None
    return found


# --- facts ---


async def test_a_log_comes_back_in_order(store: Store) -> None:
    await store.commit(opening())
    await store.commit(Changes(NOW, facts=[fact(1, "yksi"), fact(2, "kaksi")]))
    await store.commit(Changes(NOW, facts=[fact(3, "äö \N{GRINNING FACE}")]))

    log = await store.log("s1")

    assert log == ("e1", [fact(1, "yksi"), fact(2, "kaksi"), fact(3, "äö \N{GRINNING FACE}")])
    assert await store.edition("e1") == b'{"a":1}'
    assert await store.log("s2") is None


async def test_a_lost_race_writes_nothing_of_the_whole_batch(store: Store) -> None:
    await store.commit(opening())
    await store.commit(Changes(NOW, facts=[fact(1)]))

    with pytest.raises(ConflictError):
        await store.commit(
            Changes(NOW, deliveries=[b"d" * 16], facts=[fact(2), fact(1)], shows={LOBBY: None})
        )

    assert await store.log("s1") == ("e1", [fact(1)])
    assert await store.seen([b"d" * 16]) == set()
    assert await store.unfinished() == []


async def test_an_arrival_that_comes_twice_is_known_by_its_own_row(store: Store) -> None:
    first, second = b"1" * 16, b"2" * 16
    await store.commit(Changes(NOW, deliveries=[first]))

    with pytest.raises(ConflictError):
        await store.commit(Changes(NOW, deliveries=[second, first]))

    assert await store.seen([first, second]) == {first}


async def test_old_arrivals_are_let_go(store: Store) -> None:
    await store.commit(Changes(NOW - timedelta(hours=30), deliveries=[b"1" * 16]))
    await store.commit(Changes(NOW, deliveries=[b"2" * 16]))

    assert await store.purge_deliveries(NOW - timedelta(hours=25)) == 1
    assert await store.seen([b"1" * 16, b"2" * 16]) == {b"2" * 16}


async def test_there_is_one_live_session_in_a_place(store: Store) -> None:
    await store.commit(opening())
    with pytest.raises(ConflictError):
        await store.commit(opening("s2"))

    await store.commit(Changes(LATER, closed=["s1"]))
    await store.commit(opening("s2"))

    assert await store.live() == [("s2", "slack:T1:C1")]
    assert await store.last_in("slack:T1:C1") in {"s1", "s2"}


# --- boards ---


async def test_a_board_that_is_wanted_thrice_is_one_row(store: Store) -> None:
    (first,) = await shown(store, LOBBY)
    await shown(store, LOBBY, at=LATER)
    (third,) = await shown(store, LOBBY, at=LATER)

    assert third == BoardRow(first.id, LOBBY, 3, 0, NOW, None, None, 0, "", "")
    assert await store.unfinished() == [third]
    assert await store.oldest_unfinished() == NOW


async def test_boards_come_back_in_the_order_in_which_they_are_wanted(store: Store) -> None:
    (known,) = await shown(store, LOBBY)
    others = [LOBBY._replace(board=f"step/{number}") for number in range(450)]

    rows = await shown(store, *others[:225], LOBBY, *others[225:], at=LATER)

    assert [row.key for row in rows] == [*others[:225], LOBBY, *others[225:]]
    assert rows[225] == dataclasses.replace(known, wanted=2)


async def test_a_board_that_was_sent_is_wanted_again_since_then(store: Store) -> None:
    row = await standing(store, LOBBY)
    assert row == BoardRow(row.id, LOBBY, 1, 1, NOW, None, NOW, 0, "m1", "d1")
    assert await store.unfinished() == []
    assert await store.oldest_unfinished() is None

    (again,) = await shown(store, LOBBY, at=LATER)

    assert again == dataclasses.replace(row, wanted=2, wanted_at=LATER)


async def test_a_post_on_its_way_is_marked_until_something_is_known_of_it(store: Store) -> None:
    (row,) = await shown(store, LOBBY)
    await store.commit(Changes(LATER, sending=[row.id]))
    assert await store.unfinished() == [dataclasses.replace(row, sending_at=LATER)]

    await store.commit(Changes(LATER, not_sent=[row.id]))
    assert await store.unfinished() == [row]


async def test_a_message_that_is_gone_is_posted_anew_under_another_key(store: Store) -> None:
    row = await standing(store, LOBBY)
    await shown(store, LOBBY, at=LATER)
    await store.commit(Changes(LATER, lost=[row.id]))

    found = await store.board(LOBBY)

    assert found == dataclasses.replace(row, wanted=2, wanted_at=LATER, ref="", digest="", posts=1)


async def test_what_will_never_be_sent_is_finished(store: Store) -> None:
    (row,) = await shown(store, LOBBY)
    trouble = TroubleRow(NOW, "s1", "channel=", "lobby", "invalid_blocks")
    await store.commit(Changes(NOW, dropped=[row.id], troubles=[trouble]))

    assert await store.unfinished() == []


async def test_a_board_asked_for_once_more_is_a_message_of_its_own(store: Store) -> None:
    await standing(store, LOBBY)
    (copy,) = await store.commit(Changes(NOW, copies=[LOBBY[:3]]))
    (other,) = await store.commit(Changes(NOW, copies=[("s1", "channel=", "thanks")]))

    assert copy.key == BoardKey("s1", "channel=", "lobby", 1)
    assert other.key == BoardKey("s1", "channel=", "thanks", 0)


async def test_everything_that_stands_is_looked_at_again_when_somebody_is_forgotten(store: Store) -> None:
    row = await standing(store, LOBBY)
    await shown(store, COCKPIT)
    await standing(store, BoardKey("s2", "channel=", "lobby"))

    again = await store.commit(Changes(LATER, shows_again=["s1"]))

    assert again == [dataclasses.replace(row, wanted=2, wanted_at=LATER)]
    assert [one.key for one in await store.standing(["s1", "s2"])] == [
        LOBBY,
        BoardKey("s2", "channel=", "lobby"),
    ]


# --- timers, people, notes ---


async def test_timers_are_set_moved_and_cleared(store: Store) -> None:
    await store.commit(
        Changes(NOW, timers={("s1", "warn/1"): NOW, ("s1", "over/1"): LATER, ("s2", "over/1"): NOW})
    )
    await store.commit(
        Changes(NOW, timers={("s1", "warn/1"): LATER, ("s1", "over/1"): None, ("s1", "no"): None})
    )

    assert sorted(await store.timers()) == [TimerRow("s1", "warn/1", LATER), TimerRow("s2", "over/1", NOW)]
    assert await store.timers_of("s1") == {"warn/1": LATER}


async def test_people_and_what_they_chose(store: Store) -> None:
    anna = PersonRow(ANNA, "Anna", "en", "Europe/Helsinki", reachable=True)
    assert await store.person(ANNA) == (None, "")

    await store.commit(Changes(NOW, people={ANNA: anna}, languages={ANNA: "sv"}))
    await store.commit(Changes(NOW, people={ANNA: anna._replace(reachable=False)}, languages={ANNA: "fi"}))

    assert await store.person(ANNA) == (anna._replace(reachable=False), "fi")


async def test_a_platform_keeps_notes(store: Store) -> None:
    await store.commit(Changes(NOW, notes={"a": {"x": 1}}))
    await store.commit(Changes(NOW, notes={"a": {"x": "ä"}, "b": {}}))

    assert (await store.note("a"), await store.note("b"), await store.note("c")) == ({"x": "ä"}, {}, None)


async def test_the_sessions_of_a_person(store: Store) -> None:
    await store.commit(opening())
    await store.commit(opening("s2", "slack:T1:C2"))
    await store.commit(Changes(NOW, attendance=[(ANNA, "s1"), (ANNA, "s2"), (ANNA, "s1")], closed=["s1"]))

    assert await store.sessions_of(ANNA) == [("s1", False), ("s2", True)]


# --- many at once ---


async def test_none_of_200_wishes_at_once_is_lost(store: Store) -> None:
    await asyncio.gather(*(shown(store, LOBBY) for _ in range(200)))

    (row,) = await store.unfinished()

    assert row.wanted == 200


async def test_of_200_who_want_the_same_place_in_the_log_one_gets_it(store: Store) -> None:
    tries = [store.commit(Changes(NOW, facts=[fact(1, str(one))])) for one in range(200)]

    results: list[Any] = await asyncio.gather(*tries, return_exceptions=True)

    assert [isinstance(one, ConflictError) for one in results].count(False) == 1


# --- what must go ---


async def test_a_person_who_is_forgotten_is_in_no_table(store: Store) -> None:
    room, own = (
        BoardKey("s1", f"direct={ANNA}", "welcome"),
        BoardKey(f"person:{ANNA}", f"direct={ANNA}", "data/1"),
    )
    anna = PersonRow(ANNA, "Anna", "en", "", reachable=True)
    await store.commit(opening())
    await store.commit(
        Changes(
            NOW,
            facts=[fact(1, "Annan lappu"), fact(2, "muuta")],
            attendance=[(ANNA, "s1")],
            shows=dict.fromkeys((room, own, LOBBY)),
            people={ANNA: anna, ANNA + "2": anna._replace(person=ANNA + "2")},
            languages={ANNA: "sv"},
            notes={
                f"teams.person:{ANNA}": {"id": ANNA},
                "slack:T1:conversation:U1,anna": {},
                "slack:T1:conversation:anna": {},
                f"teams.person:{ANNA}2": {"keep": 1},
                "slack:T2:conversation:anna": {"keep": 2},
            },
            troubles=[TroubleRow(NOW, "s1", f"direct={ANNA}", "welcome", "x")],
        )
    )
    assert (await store.about(ANNA))["people"] == [
        {"person": ANNA, "name": "Anna", "language": "en", "timezone": "", "reachable": 1}
    ]

    await store.forget(ANNA, {"s1": [fact(1, "-"), fact(2, "muuta")]}, Changes(LATER))

    assert not any((await store.about(ANNA)).values())
    assert await store.sessions_of(ANNA) == []
    assert await store.log("s1") == ("e1", [fact(1, "-"), fact(2, "muuta")])
    assert [row.key for row in await store.unfinished()] == [LOBBY]
    assert await store.note(f"teams.person:{ANNA}2") == {"keep": 1}
    assert await store.note("slack:T2:conversation:anna") == {"keep": 2}
    assert await store.note("slack:T1:conversation:U1,anna") is None
    assert (await store.person(ANNA + "2"))[0] is not None
