"""The courier against a platform that fails in every way that platforms fail."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from adaptive_cards.card import Picture
from bot.outbox.manners import Manners
from bot.outbox.rendering import Rendered, Renderer
from bot.platforms.platform import (
    AddressKind,
    DeliveryError,
    DoubtfulError,
    Parcel,
    PassingError,
    PictureRefusedError,
    RateLimitedError,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)
from bot.storage import schema
from bot.storage.changes import BoardKey, Changes
from tests.support.house import CHANNEL, QUICK, House, said
from tests.support.phrases import phrase
from tests.support.until import until

STEP = "muutoskeskustelu"
ANNA = "slack:T1:anna"
MAIJA = "slack:T1:maija"


def posts(parcel: Parcel) -> bool:
    return not parcel.previous


def edits(parcel: Parcel) -> bool:
    return bool(parcel.previous)


def in_channel(parcel: Parcel) -> bool:
    return parcel.address.kind is AddressKind.CHANNEL


def to(person: str) -> Callable[[Parcel], bool]:
    return lambda parcel: parcel.address.people == (person,)


def doubles(house: House) -> list[str]:
    return [key for key, times in house.platform.posts.items() if times > 1]


async def note(house: House, text: str, who: str = "anna") -> None:
    reply = await house.send(who, "note", STEP, "all", cell="muutokset", text=text)
    assert reply.form is not None, said(reply)


async def as_it_should_be(house: House) -> None:
    """Every board stands once, in the newest state, in the order of the outbox."""
    await house.settled()
    assert await house.core.store.unfinished() == []
    rows = await house.core.store.standing([house.session])
    visit = (await house.kept()).session.visit
    for row in rows:
        if not row.key.board.startswith(("lobby", "step", "canvas", "guide", f"cockpit/{visit}")):
            continue  # a welcome, or an older panel: stays as it was when it was wanted
        rendered = await house.core.renderer.render(row.key)
        assert rendered is None or house.platform.messages[row.ref].cards[-1] == rendered.card, row.key
    assert [row.ref for row in rows if row.key.room == "channel="] == [
        one.ref for one in house.platform.messages.values() if one.address.kind is AddressKind.CHANNEL
    ]
    assert doubles(house) == []


# --- what goes well ---


async def test_posted_once_and_then_edited(any_house: House) -> None:
    await any_house.to_step(STEP)
    for number in range(5):
        await note(any_house, f"lappu {number}")

    await as_it_should_be(any_house)

    assert "lappu 4" in any_house.seen()[-1]
    assert max(Counter(any_house.platform.titles(CHANNEL.id)).values()) == 1


async def test_16_answers_within_a_second_are_at_most_two_edits(sqlite_url: str) -> None:
    house = House(sqlite_url, manners=Manners())
    await house.open()
    await house.to_step(STEP)
    await house.settled()
    before = house.platform.calls.count(("edit", CHANNEL.id))

    for number in range(16):
        await note(house, f"lappu {number}")
    await house.settled()

    assert house.platform.calls.count(("edit", CHANNEL.id)) - before <= 2
    assert "lappu 15" in house.seen()[-1]
    await house.close()


async def test_a_card_that_would_look_the_same_is_not_sent_again(house: House) -> None:
    await house.to_step(STEP)
    await house.settled()
    before = len(house.platform.calls)
    lobby = BoardKey(house.session, "channel=", "lobby")

    for _ in range(3):
        await house.core.writer.write(Changes(house.clock.now(), shows={lobby: None}))
        await house.settled()

    assert len(house.platform.calls) == before


async def test_a_thread_waits_for_the_card_that_it_hangs_under(house: House) -> None:
    house.platform.fail(PassingError("502"), in_channel, times=4)

    await house.to_step("voimavararuudukko")
    await house.settled()

    threads = [one for one in house.platform.messages.values() if one.address.kind is AddressKind.THREAD]
    assert threads
    assert all(one.address.root in house.platform.messages for one in threads)
    await as_it_should_be(house)


async def test_rooms_go_side_by_side(house: House) -> None:
    house.platform.slowness = 0.05
    await house.to_step("toimintatavat")

    await as_it_should_be(house)

    assert house.platform.most_at_once > 1


# --- too fast ---


@pytest.mark.parametrize("fits", [posts, edits])
async def test_too_fast_is_waited_out(house: House, fits: Callable[[Parcel], bool]) -> None:
    house.platform.fail(RateLimitedError("ratelimited", after=0.05), fits, times=5)
    await house.to_step(STEP)
    await note(house, "lappu")

    await as_it_should_be(house)

    assert not house.platform.orders


async def test_when_it_says_how_long_nothing_of_the_kind_is_tried_before(house: House) -> None:
    await house.to_step(STEP)
    await house.settled()
    house.platform.fail(RateLimitedError("ratelimited", after=0.3), edits)
    await note(house, "lappu 1")
    await asyncio.sleep(0.05)
    before = len(house.platform.calls)
    await note(house, "lappu 2")
    await asyncio.sleep(0.1)
    assert [call for call in house.platform.calls[before:] if call[0] == "edit"] == []

    await as_it_should_be(house)


# --- perhaps, perhaps not ---


@pytest.mark.parametrize("landed", [True, False])
async def test_a_post_whose_answer_was_lost_is_looked_for(any_house: House, landed: bool) -> None:  # noqa: FBT001
    house = any_house
    house.platform.fail(DoubtfulError("timeout"), posts, landed=landed, times=6)
    await house.to_step(STEP)

    await as_it_should_be(house)

    assert [kind for kind, _ in house.platform.calls].count("find") == 6


async def test_looking_may_fail_too(house: House) -> None:
    house.platform.fail(DoubtfulError("timeout"), posts, landed=True)
    failures = iter(
        [RateLimitedError("ratelimited", after=0.02), PassingError("503"), DoubtfulError("reset")]
    )
    found = house.platform.find

    async def find(parcel: Parcel) -> str | None:
        if error := next(failures, None):
            raise error
        return await found(parcel)

    house.platform.find = find  # type: ignore[method-assign]
    await house.command("maija", "aloita 1")

    await as_it_should_be(house)


async def test_where_nobody_can_tell_it_is_posted_again(house: House) -> None:
    house.platform.can_find = False
    house.platform.fail(DoubtfulError("timeout"), to(MAIJA), landed=True)

    await house.command("maija", "aloita 1")
    await house.settled()

    assert len(doubles(house)) == 1
    assert len(house.seen(MAIJA)) == 2


async def killed_in_doubt(house: House, *, landed: bool) -> None:
    """Both first cards were on their way; the bot is killed, and started again."""
    house.platform.fail(DoubtfulError("reset"), posts, landed=landed, times=2)
    await house.command("maija", "aloita 1")

    async def both_tried() -> bool:
        return house.platform.orders == []

    await until(both_tried)
    await house.kill()
    await house.open()


async def test_after_a_crash_what_did_arrive_is_found_at_once(sqlite_url: str) -> None:
    house = House(sqlite_url, manners=replace(QUICK, doubt=3600.0))
    await house.open()
    await killed_in_doubt(house, landed=True)

    await as_it_should_be(house)

    assert [kind for kind, _ in house.platform.calls].count("find") == 2
    await house.close()


async def test_after_a_crash_what_is_not_there_may_still_come_and_is_waited_for(sqlite_url: str) -> None:
    house = House(sqlite_url, manners=replace(QUICK, doubt=0.5))
    await house.open()
    await killed_in_doubt(house, landed=False)

    await as_it_should_be(house)

    assert [kind for kind, _ in house.platform.calls].count("find") == 4
    await house.close()


async def test_after_a_crash_nobody_waits_for_an_answer_that_no_platform_can_give(sqlite_url: str) -> None:
    house = House(sqlite_url, manners=replace(QUICK, doubt=3600.0))
    house.platform.can_find = False
    await house.open()
    await killed_in_doubt(house, landed=True)

    await house.settled()

    assert [len(house.seen(room)) for room in (CHANNEL.id, MAIJA)] == [2, 2]
    await house.close()


async def test_an_edit_whose_answer_was_lost_is_made_again(house: House) -> None:
    await house.to_step(STEP)
    await house.settled()
    house.platform.fail(DoubtfulError("timeout"), edits, landed=True, times=3)
    await note(house, "lappu")

    await as_it_should_be(house)

    assert "find" not in {kind for kind, _ in house.platform.calls}


async def test_down_for_a_while_then_everything_comes_in_its_newest_state(house: House) -> None:
    house.platform.fail(PassingError("503"), times=200)
    await house.to_step(STEP)
    for number in range(10):
        await note(house, f"lappu {number}")
    await asyncio.sleep(0.2)
    assert house.seen() == []
    house.platform.orders.clear()

    await as_it_should_be(house)


async def test_what_fails_while_everything_closes_is_sent_by_the_next_start(house: House) -> None:
    def closed(_: Parcel) -> None:
        raise RuntimeError("the session is closed")

    house.platform.slowness, house.platform.before = 0.1, closed
    await house.command("maija", "aloita 1")
    await asyncio.sleep(0.05)
    await house.core.stop()
    assert house.platform.messages == {}

    house.platform.slowness, house.platform.before = 0.0, lambda _: None
    await house.open()

    await as_it_should_be(house)


# --- gone for good ---


async def test_a_message_that_is_gone_is_posted_anew(house: House) -> None:
    await house.to_step(STEP)
    await house.settled()
    row = await house.core.store.board(BoardKey(house.session, "channel=", f"step/{STEP}/3"))
    assert row is not None
    del house.platform.messages[row.ref]

    await note(house, "lappu")
    await house.settled()

    again = await house.core.store.board(row.key)
    assert again is not None
    assert (again.posts, again.ref != row.ref) == (1, True)
    assert "lappu" in house.seen()[-1]
    assert doubles(house) == []


async def test_somebody_who_cannot_be_reached_holds_up_nobody(house: House) -> None:
    await house.command("maija", "aloita 1")
    house.platform.fail(UnreachableError("not_installed"), to(ANNA))
    for who in ("anna", "ville"):
        await house.press(who, "join")
    await house.press("maija", "begin")
    while (await house.kept()).session.current != "joo-ja":
        await house.command("maija", "seuraava")
    await house.settled()

    assert house.seen(ANNA) == []
    assert house.seen("slack:T1:ville")
    assert not (await house.kept()).session.people[ANNA].reachable
    assert [call for call in house.platform.calls if call[1] == ANNA] == [("post", ANNA)]
    assert "Anna" in house.seen(MAIJA)[-1]


async def test_who_comes_back_is_written_to_again(house: House) -> None:
    await house.command("maija", "aloita 1")
    house.platform.fail(UnreachableError("not_installed"), to(ANNA))
    await house.press("anna", "join")
    await house.settled()
    await house.command("anna", "poistu")
    assert house.seen(ANNA) == []

    await house.press("anna", "join")
    await house.settled()

    assert len(house.seen(ANNA)) == 1


@pytest.mark.parametrize("error", [RoomGoneError("is_archived"), RoomGoneError("channel_not_found")])
async def test_a_channel_that_is_gone_ends_the_session(house: House, error: DeliveryError) -> None:
    await house.command("maija", "aloita 1")
    session = house.session
    await house.settled()
    house.platform.fail(error, in_channel, times=100)

    await house.press("anna", "join")
    await house.settled()

    assert (await house.kept(session)).session.close_reason == "gone"
    assert house.core.state.places == {}
    assert await house.core.store.unfinished() == []


async def test_a_card_that_is_refused_is_given_up_and_the_others_go_on(house: House) -> None:
    house.platform.fail(
        RefusedError("invalid_blocks"), lambda parcel: "toimintatavat" in parcel.card.title, times=9
    )

    await house.to_step(STEP)
    await house.settled()

    assert "Pajan toimintatavat" not in house.platform.titles(CHANNEL.id)
    assert len(house.platform.titles(CHANNEL.id)) == 3
    assert await house.core.store.unfinished() == []


async def test_what_we_cannot_draw_ourselves_holds_up_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = Renderer.render

    async def broken(renderer: Renderer, key: BoardKey, patience: float | None = None) -> Rendered | None:
        if key.board.startswith("step/alustus"):
            raise ZeroDivisionError
        return await render(renderer, key, patience)

    monkeypatch.setattr(Renderer, "render", broken)
    await house.to_step(STEP)
    await house.settled()

    assert len(house.platform.titles(CHANNEL.id)) == 3


# --- pictures ---


async def with_picture(house: House) -> Picture:
    await house.to_step("alustus")
    await house.settled()
    (picture,) = [block for block in house.platform.seen(CHANNEL.id)[-1].blocks if isinstance(block, Picture)]
    return picture


async def test_a_picture_goes_with_its_card(sqlite_url: str) -> None:
    house = House(sqlite_url, public_url="https://paja.example.fi/")
    await house.open()
    picture = await with_picture(house)
    (enclosed,) = [one.enclosed for one in house.platform.messages.values() if one.enclosed]
    assert enclosed == {picture.ref}
    await house.close()


async def test_a_picture_that_is_refused_is_left_out_and_said_once(house: House) -> None:
    house.platform.fail(PictureRefusedError("missing_scope"), lambda parcel: bool(parcel.enclosures), times=9)
    await with_picture(house)
    session = (await house.kept()).session

    assert session.picture_trouble == "missing_scope"
    assert not any(one.enclosed for one in house.platform.messages.values())
    assert await house.core.store.unfinished() == []
    assert phrase("cockpit.picture", reason="missing_scope")[:20] in house.seen(MAIJA)[-1]


# --- a pair's own conversation ---


async def test_a_pair_opens_its_own_conversation(house: House) -> None:
    await house.to_step("joo-ja")
    run = (await house.kept()).session.run
    group = run.group_of(ANNA) if run else None
    assert group is not None

    for _ in range(2):
        assert said(await house.press("anna", "together", "joo-ja")) == ""
        await house.settled()
    assert said(await house.press("maija", "together", "joo-ja")) == phrase("receipt.unknown")
    assert said(await house.press("anna", "together", "nonsense")) == phrase("receipt.unknown")

    (message,) = [m for m in house.platform.messages.values() if m.address.kind is AddressKind.TOGETHER]
    assert message.address.people == tuple(sorted(group.members))
    assert phrase("exchange.together") in house.seen("+".join(message.address.people))[0]


async def test_where_pairs_cannot_have_one_nothing_else_is_held_up(house: House) -> None:
    await house.to_step("joo-ja")
    house.platform.fail(
        RefusedError("no_group_chats"), lambda parcel: parcel.address.kind is AddressKind.TOGETHER
    )

    await house.press("anna", "together", "joo-ja")
    await house.settled()

    assert await house.core.store.unfinished() == []


# --- ours ---


async def test_a_room_of_a_platform_that_is_not_there_any_more_is_left(sqlite_url: str) -> None:
    house = House(sqlite_url)
    await house.open()
    await house.command("maija", "aloita 1")
    await house.close()
    house.core.platforms.clear()

    later = House(sqlite_url, manners=QUICK)
    later.platform.name = "teams"
    await later.open()
    await later.settled()

    assert later.platform.messages == {}
    await later.close()


async def test_what_is_of_a_session_and_what_is_of_a_person_meet_one_at_a_time(house: House) -> None:
    await house.to_step(STEP)
    await house.settled()
    house.platform.slowness = 0.3
    before = len(house.seen(ANNA))
    direct, session = f"direct={ANNA}", house.session
    own = {BoardKey(f"person:{ANNA}", direct, f"data/{number}"): None for number in range(3)}
    changes = Changes(house.clock.now(), shows=own, copies=[(session, direct, "welcome")])
    await house.core.writer.write(changes)
    await house.settled()

    assert len(house.seen(ANNA)) == before + 4
    assert await house.core.database.read(lambda one: one.execute(schema.troubles.select()).all()) == []
