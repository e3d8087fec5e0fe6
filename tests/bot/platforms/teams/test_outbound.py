"""Cards on their way to Teams: where they go, what edits them, and what every refusal means."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Attachment, Button, Buttons, Card, Mention, Paragraph, Picture, Span
from bot.platforms.platform import (
    Address,
    AddressKind,
    Content,
    DeliveryError,
    DoubtfulError,
    Member,
    MessageGoneError,
    Parcel,
    PassingError,
    PictureRefusedError,
    RateLimitedError,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)
from tests.support.card_strategies import HOSTILE
from tests.support.fake_teams_world import CHANNEL, GROUP, TENANT
from tests.support.recording_desk import RecordingDesk
from tests.support.teams_app import TeamsApp, teams_app

CARD = Card(
    "Paja", (Paragraph((Span("Hei"),)), Buttons((Button("Liity", Action("join", "s1")),))), "Paja alkaa"
)
IN_CHANNEL = Address(AddressKind.CHANNEL, f"teams:{TENANT}:{CHANNEL}")
IN_GROUP = Address(AddressKind.CHANNEL, f"teams:{TENANT}:{GROUP}")


def parcel(address: Address = IN_CHANNEL, card: Card = CARD, previous: str = "") -> Parcel:
    return Parcel("key-1", address, card, previous)


def saying(text: str) -> Card:
    return Card("", (Paragraph((Span(text),)),), text)


@pytest.fixture
async def app() -> AsyncIterator[TeamsApp]:
    """Maija has already written in the channel and in the group chat."""
    async with teams_app(RecordingDesk()) as made:
        maija = await made.person(1)
        assert await maija.command("aloita 1") == 202
        assert await maija.command("aloita 1", GROUP) == 202
        yield made
        assert made.fake.refused == []


async def failing(app: TeamsApp, given: Parcel, **fault: Any) -> DeliveryError:
    app.fake.faults.add(**fault)
    with pytest.raises(DeliveryError) as caught:
        await app.platform.deliver(given)
    return caught.value


async def test_a_card_in_a_channel_starts_a_thread_that_others_hang_under(app: TeamsApp) -> None:
    root = await app.platform.deliver(parcel())
    thread = Address(AddressKind.THREAD, IN_CHANNEL.conversation, root=root)
    reply = await app.platform.deliver(parcel(thread, saying("Ryhmä 1")))
    maija = await app.person(1)
    posted = [one for one in await maija.messages(CHANNEL) if one["from"].startswith("28:")]
    assert [(one["id"], one["thread"], one["summary"]) for one in posted] == [
        (root.split()[0], root.split()[0], "Paja alkaa"),
        (reply.split()[0], root.split()[0], "Ryhmä 1"),
    ]
    under_reply = Address(AddressKind.THREAD, IN_CHANNEL.conversation, root=reply)
    third = await app.platform.deliver(parcel(under_reply, saying("Sama ketju")))
    assert (await maija.messages(CHANNEL))[-1]["thread"] == root.split()[0]
    assert len({root, reply, third}) == 3


async def test_an_edit_takes_the_place_of_what_was_there(app: TeamsApp) -> None:
    maija = await app.person(1)
    for address, where in ((IN_CHANNEL, CHANNEL), (IN_GROUP, GROUP)):
        first = await app.platform.deliver(parcel(address))
        assert await app.platform.deliver(parcel(address, saying("2 mukana"), first)) == first
        assert (await maija.messages(where))[-1]["edits"] == 1
        assert (await maija.sees(where))[-1] == "2 mukana"


async def test_in_a_group_chat_a_thread_is_one_more_message(app: TeamsApp) -> None:
    root = await app.platform.deliver(parcel(IN_GROUP))
    thread = Address(AddressKind.THREAD, IN_GROUP.conversation, root=root)
    await app.platform.deliver(parcel(thread, saying("Ryhmä 1")))
    assert (await (await app.person(1)).sees(GROUP))[-1] == "Ryhmä 1"


async def test_somebody_is_written_to_first_and_the_chat_is_opened_once(app: TeamsApp) -> None:
    anna = await app.person(2)
    direct = Address(AddressKind.DIRECT, people=(anna.ours,))
    first = await app.platform.deliver(parcel(direct))
    await app.platform.deliver(parcel(direct, saying("Toinen")))
    await app.platform.deliver(parcel(direct, saying("Muutettu"), first))
    assert await anna.sees() == ["Muutettu", "Toinen"]
    assert [one["doing"] for one in app.fake.calls] == ["open", "post", "post", "edit"]
    assert app.book.pages[f"teams.person:{anna.ours}"] == {"direct": anna.direct}


async def test_whoever_has_written_needs_no_opening(app: TeamsApp) -> None:
    anna = await app.person(2)
    assert await anna.write("ohje") == 202
    await app.platform.deliver(parcel(Address(AddressKind.DIRECT, people=(anna.ours,))))
    assert [one["doing"] for one in app.fake.calls] == ["post"]


async def test_one_who_cannot_be_reached_stops_nobody_else(app: TeamsApp) -> None:
    anna, ville, sari = [await app.person(number) for number in (2, 3, 4)]
    await app.people.control("person", person=2, installed=False)
    await app.people.control("person", person=3, blocked=True)
    for person in (anna, ville):
        with pytest.raises(UnreachableError):
            await app.platform.deliver(parcel(Address(AddressKind.DIRECT, people=(person.ours,))))
    await app.platform.deliver(parcel(Address(AddressKind.DIRECT, people=(sari.ours,))))
    assert len(await sari.messages()) == 1
    assert [one.split(" ")[:2] for one in app.fake.refused] == [["open", "403"], ["post", "403"]]
    app.fake.refused.clear()


async def test_a_chat_that_is_gone_is_opened_anew_at_the_next_try(app: TeamsApp) -> None:
    anna = await app.person(2)
    direct = Address(AddressKind.DIRECT, people=(anna.ours,))
    await app.platform.deliver(parcel(direct))
    fault = {"doing": "post", "kind": "status", "status": 404, "code": "ConversationNotFound"}
    assert isinstance(await failing(app, parcel(direct), **fault), PassingError)
    await app.platform.deliver(parcel(direct))
    assert [one["doing"] for one in app.fake.calls] == ["open", "post", "open", "post"]
    app.fake.faults.add(**{**fault, "doing": "open"})
    app.book.pages.clear()


STATUSES = [
    (400, "BadSyntax", RefusedError, RefusedError, RefusedError),
    (401, "BotNotRegistered", RefusedError, RefusedError, RefusedError),
    (401, "Unauthorized", PassingError, PassingError, PassingError),
    (403, "ConversationBlockedByUser", RoomGoneError, RoomGoneError, UnreachableError),
    (403, "MessageWritesBlocked", RoomGoneError, RoomGoneError, UnreachableError),
    (403, "BotNotInConversationRoster", RoomGoneError, RoomGoneError, UnreachableError),
    (403, "BotDisabledByAdmin", RoomGoneError, RoomGoneError, UnreachableError),
    (403, "ForbiddenOperationException", RoomGoneError, RoomGoneError, UnreachableError),
    (404, "ConversationNotFound", RoomGoneError, MessageGoneError, PassingError),
    (404, "ActivityNotFoundInConversation", RoomGoneError, MessageGoneError, PassingError),
    (405, "BadArgument", RefusedError, RefusedError, RefusedError),
    (412, "PreconditionFailed", PassingError, PassingError, PassingError),
    (413, "MessageSizeTooBig", RefusedError, RefusedError, RefusedError),
    (429, "Throttled", RateLimitedError, RateLimitedError, RateLimitedError),
    (500, "ServiceError", DoubtfulError, PassingError, DoubtfulError),
    (502, "ServiceError", DoubtfulError, PassingError, DoubtfulError),
    (503, "ServiceUnavailable", PassingError, PassingError, PassingError),
    (504, "GatewayTimeout", DoubtfulError, PassingError, DoubtfulError),
    (302, "Found", RefusedError, RefusedError, RefusedError),
]


@pytest.mark.parametrize(("status", "code", "posting", "editing", "writing"), STATUSES)
async def test_what_teams_answers_has_a_meaning(
    app: TeamsApp,
    status: int,
    code: str,
    posting: type[DeliveryError],
    editing: type[DeliveryError],
    writing: type[DeliveryError],
) -> None:
    maija = await app.person(1)
    assert await maija.write("ohje") == 202
    direct = Address(AddressKind.DIRECT, people=(maija.ours,))
    first = await app.platform.deliver(parcel())
    fault = {"kind": "status", "status": status, "code": code}
    found = [
        await failing(app, parcel(), doing="post", **fault),
        await failing(app, parcel(previous=first), doing="edit", **fault),
        await failing(app, parcel(direct), doing="post", **fault),
    ]
    assert [type(one) for one in found] == [posting, editing, writing]
    assert {one.reason for one in found} == {f"{status} {code}"}


@pytest.mark.parametrize(
    ("status", "error"), [(403, RoomGoneError), (500, DoubtfulError), (429, RateLimitedError)]
)
async def test_an_answer_without_json_is_understood(
    app: TeamsApp, status: int, error: type[DeliveryError]
) -> None:
    found = await failing(app, parcel(), doing="post", kind="html", status=status)
    assert (type(found), found.reason) == (error, str(status))


async def test_too_fast_says_how_long(app: TeamsApp) -> None:
    found = await failing(app, parcel(), doing="post", kind="status", status=429, after=7)
    assert (type(found), found.after) == (RateLimitedError, 7)


@pytest.mark.parametrize("accepted", [False, True])
async def test_a_lost_answer_leaves_a_doubt_and_is_asked_for_once(app: TeamsApp, accepted: bool) -> None:  # noqa: FBT001
    """The SDK beneath must not try again by itself (with urllib3 1.26 it did, reliability.md finding 8)."""
    await app.platform.deliver(parcel(IN_GROUP))
    before = len(app.fake.calls)
    app.fake.faults.add(doing="post", kind="drop", accepted=accepted)
    app.fake.faults.add(doing="post", kind="status", status=418, times=5)
    with pytest.raises(DoubtfulError):
        await app.platform.deliver(parcel(IN_GROUP))
    assert [fault.times for fault in app.fake.faults.coming] == [0, 5]
    assert len(app.fake.calls) - before == int(accepted)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
async def test_one_send_makes_exactly_one_post(app: TeamsApp, status: int) -> None:
    app.fake.faults.add(doing="post", kind="status", status=status, times=10)
    with pytest.raises(DeliveryError):
        await app.platform.deliver(parcel(IN_GROUP))
    assert [fault.times for fault in app.fake.faults.coming] == [9]


async def test_a_lost_edit_may_be_made_again(app: TeamsApp) -> None:
    first = await app.platform.deliver(parcel())
    found = await failing(app, parcel(previous=first), doing="edit", kind="drop", accepted=True, times=2)
    assert isinstance(found, PassingError)


async def test_nobody_there_is_no_doubt(app: TeamsApp) -> None:
    room = app.book.pages[f"teams.room:{CHANNEL}"]
    dead = "http://127.0.0.1:9/"
    parts = await app.platform._ready()  # noqa: SLF001
    parts.references._known[f"room:{CHANNEL}"] = {**room, "service_url": dead}  # noqa: SLF001
    with pytest.raises(PassingError):
        await app.platform.deliver(parcel())


async def test_a_service_address_that_is_not_believed_gets_no_token(app: TeamsApp) -> None:
    parts = await app.platform._ready()  # noqa: SLF001
    evil = {**app.book.pages[f"teams.room:{CHANNEL}"], "service_url": "https://evil.example/"}
    parts.references._known[f"room:{CHANNEL}"] = evil  # noqa: SLF001
    with pytest.raises(RefusedError, match="service url"):
        await app.platform.deliver(parcel())


async def test_one_message_at_a_time_in_a_conversation(app: TeamsApp) -> None:
    app.fake.latency = 0.02
    first = await app.platform.deliver(parcel())
    edits = (app.platform.deliver(parcel(card=saying(str(n)), previous=first)) for n in range(3))
    posts = (app.platform.deliver(parcel(card=saying(f"p{n}"))) for n in range(2))
    await asyncio.gather(*edits, *posts)
    assert app.fake.refused == []


async def test_we_keep_to_teams_pace(app: TeamsApp) -> None:
    sent, waits = 0, []
    for _ in range(12):
        try:
            await app.platform.deliver(parcel(IN_GROUP))
            sent += 1
        except RateLimitedError as error:
            waits.append(error.after)
    assert app.fake.rates.refused == 0
    assert sent >= 7
    assert all(0 < wait <= 30 for wait in waits)


async def test_a_bot_cannot_make_a_group_chat_and_cannot_look_for_a_message(app: TeamsApp) -> None:
    with pytest.raises(RefusedError):
        await app.platform.deliver(parcel(Address(AddressKind.TOGETHER, people=("a", "b"))))
    with pytest.raises(RefusedError):
        await app.platform.find(parcel())


@pytest.mark.parametrize(
    ("address", "error"),
    [
        (Address(AddressKind.CHANNEL, "teams:other-tenant:19:x@thread.tacv2"), RoomGoneError),
        (Address(AddressKind.DIRECT, people=("teams:other-tenant:aad",)), UnreachableError),
        (Address(AddressKind.CHANNEL, f"teams:other-tenant:{CHANNEL}"), RoomGoneError),
        (Address(AddressKind.DIRECT, people=("slack:T1:U1",)), UnreachableError),
    ],
)
async def test_where_we_never_were_we_do_not_write(
    app: TeamsApp, address: Address, error: type[DeliveryError]
) -> None:
    with pytest.raises(error):
        await app.platform.deliver(parcel(address))
    assert app.fake.calls == []


async def test_a_message_without_an_id_cannot_be_edited(app: TeamsApp) -> None:
    with pytest.raises(MessageGoneError):
        await app.platform.deliver(parcel(previous="123"))


async def test_pictures_go_by_address_or_not_at_all(app: TeamsApp) -> None:
    card = Card("", (Picture("flower", "Kukka"), Attachment("doc", "paja.docx", "Vie Wordiin")), "Kukka")
    url = f"{app.fake.url}/picture.png"
    content = Content(b"x", "image/png", "flower.png", url)
    good = replace(parcel(card=card), enclosures={"flower": content, "doc": content})
    await app.platform.deliver(good)
    maija = await app.person(1)
    assert (await maija.sees(CHANNEL))[-1] == "(Kukka)\n[Vie Wordiin]"
    for bad in ("", "http://paja.example/x.png"):
        with pytest.raises(PictureRefusedError):
            await app.platform.deliver(replace(good, enclosures={"flower": replace(content, url=bad)}))


async def test_people_are_named_so_that_teams_tells_them(app: TeamsApp) -> None:
    anna = await app.person(2)
    card = Card("", (Paragraph((Span("Kirjuri: "), Mention(anna.ours, anna.name))),), "Kirjuri")
    await app.platform.deliver(parcel(card=card))
    assert (await anna.sees(CHANNEL))[-1] == "Kirjuri: @Anna Aalto"


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_arrives_as_text(app: TeamsApp, text: str) -> None:
    card = Card(text, (Paragraph((Span(text),)),), text)
    await app.platform.deliver(parcel(card=card))


async def test_members_are_known_by_name(app: TeamsApp) -> None:
    maija, anna = await app.person(1), await app.person(2)
    assert await app.platform.member(maija.ours) == Member(
        maija.ours, "Maija Meri", "fi-FI", "Europe/Helsinki"
    )
    parts = await app.platform._ready()  # noqa: SLF001
    parts.roster._names.clear()  # noqa: SLF001 -- as after a restart
    assert await app.platform.member(maija.ours) == Member(
        maija.ours, "Maija Meri", "fi-FI", "Europe/Helsinki"
    )
    assert await app.platform.member(anna.ours) == Member(anna.ours, "Anna Aalto")
    assert await app.platform.member(f"teams:{TENANT}:nobody") is None
    assert await app.platform.member("slack:T1:U1") is None


async def test_a_roster_that_cannot_be_read_is_no_fault(app: TeamsApp) -> None:
    maija = await app.person(1)
    parts = await app.platform._ready()  # noqa: SLF001
    parts.roster._names.clear()  # noqa: SLF001
    app.fake.faults.add(doing="members", kind="html", status=500)
    assert await app.platform.member(maija.ours) == Member(maija.ours, "", "fi-FI", "Europe/Helsinki")


async def test_a_token_is_asked_for_once_and_again_when_it_is_not_taken(app: TeamsApp) -> None:
    await asyncio.gather(*(app.platform.deliver(parcel(one)) for one in (IN_CHANNEL, IN_GROUP)))
    assert app.fake.login.asked == 1
    app.fake.login.tokens.clear()
    with pytest.raises(PassingError):
        await app.platform.deliver(parcel(IN_GROUP))
    app.fake.refused.clear()
    await app.platform.deliver(parcel(IN_GROUP))
    assert app.fake.login.asked == 2


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"kind": "html", "status": 503}, PassingError),
        ({"kind": "drop"}, PassingError),
    ],
)
async def test_a_login_that_is_down_passes(
    app: TeamsApp, fault: dict[str, Any], error: type[DeliveryError]
) -> None:
    app.fake.faults.add(doing="login", times=5, **fault)
    with pytest.raises(error):
        await app.platform.deliver(parcel(IN_GROUP))
    app.fake.faults.coming.clear()
    await app.platform.deliver(parcel(IN_GROUP))


async def test_what_is_known_of_a_person_can_be_forgotten(app: TeamsApp) -> None:
    maija = await app.person(1)
    await app.platform.forget(maija.ours)
    assert app.book.pages[f"teams.person:{maija.ours}"] == {}
    left = {key: value for key, value in app.book.pages.items() if value}
    assert maija.account["aadObjectId"] not in str(left)
    assert maija.account["id"] not in str(left)
