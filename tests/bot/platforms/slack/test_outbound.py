"""Parcels on their way to Slack: what is shown, and what each kind of trouble becomes."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from adaptive_cards.card import Attachment, Card, Mention, Paragraph, Picture, Span
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
from tests.support.fake_slack import FakeSlack
from tests.support.recording_desk import RecordingDesk
from tests.support.slack_app import SlackApp, slack_app

CHANNEL = Address(AddressKind.CHANNEL, "slack:T1:C1")
ANNA = Address(AddressKind.DIRECT, people=("slack:T1:U2",))
PAIR = Address(AddressKind.TOGETHER, people=("slack:T1:U3", "slack:T1:U2"))
HOSTILE = "<!channel> *kaikki* <@U1> https://x"
PNG = Content(b"\x89PNG made up", "image/png", "kukka.png")


def card(words: str = "Hei", *more: Any) -> Card:
    return Card("", (Paragraph((Span(words),)), *more), words)


def parcel(address: Address = CHANNEL, words: str = "Hei", **about: Any) -> Parcel:
    return Parcel(about.pop("key", "k1"), address, about.pop("card", card(words)), **about)


@pytest.fixture
async def app() -> AsyncIterator[SlackApp]:
    async with slack_app(RecordingDesk()) as made:
        made.fake.rates.rates.clear()
        yield made


async def test_a_card_is_posted_literally_and_carries_its_key(app: SlackApp) -> None:
    reference = await app.platform.deliver(parcel(words=HOSTILE))

    (message,) = await app.person(2).messages("C1")
    assert reference == f"C1:{message['ts']}"
    assert await app.person(2).sees("C1") == [HOSTILE]
    assert message["metadata"] == {"event_type": "paja_post", "event_payload": {"key": "k1"}}
    (posted,) = await app.people.control("calls", method="chat.postMessage")
    asked = posted["arguments"]
    named = ("parse", "link_names", "unfurl_links", "unfurl_media", "mrkdwn")
    assert [asked[name] for name in named] == ["none", False, False, False, False]


async def test_an_edit_replaces_the_card_in_its_place(app: SlackApp) -> None:
    first = await app.platform.deliver(parcel(words="0 mukana"))
    await app.platform.deliver(parcel(words="muuta", key="k2"))

    assert await app.platform.deliver(parcel(words="1 mukana", previous=first)) == first

    assert await app.person(2).sees("C1") == ["1 mukana", "muuta"]
    assert (await app.person(2).messages("C1"))[0]["metadata"]["event_payload"] == {"key": "k1"}


async def test_a_person_is_reached_in_their_own_conversation_which_is_opened_once(app: SlackApp) -> None:
    first = await app.platform.deliver(parcel(ANNA, "Mukana ollaan."))
    await app.platform.deliver(parcel(ANNA, "Parisi: Ville", key="k2"))
    await app.platform.deliver(parcel(ANNA, "Mukana.", previous=first))

    assert await app.person(2).sees() == ["Mukana.", "Parisi: Ville"]
    assert await app.person(3).sees() == []
    assert len(await app.people.control("calls", method="conversations.open")) == 1
    assert first.startswith("D")


async def test_a_pair_has_one_conversation_however_they_are_named(app: SlackApp) -> None:
    first = await app.platform.deliver(parcel(PAIR, "Hei, te kaksi"))
    again = await app.platform.deliver(
        parcel(Address(AddressKind.TOGETHER, people=PAIR.people[::-1]), "Vielä", key="k2")
    )

    channel = first.partition(":")[0]
    assert again.startswith(f"{channel}:")
    assert await app.person(3).sees(channel) == ["Hei, te kaksi", "Vielä"]
    assert channel in [one["id"] for one in await app.person(2).conversations()]
    assert channel not in [one["id"] for one in await app.person(4).conversations()]


async def test_a_group_works_in_a_thread(app: SlackApp) -> None:
    root = await app.platform.deliver(parcel(words="Ryhmä 1"))
    thread = Address(AddressKind.THREAD, "slack:T1:C1", root=root)

    inside = await app.platform.deliver(parcel(thread, "Ohjeet", key="k2"))
    await app.platform.deliver(parcel(thread, "Uudet ohjeet", key="k2", previous=inside))

    assert await app.person(2).sees("C1", thread=root.partition(":")[2]) == ["Uudet ohjeet"]


async def test_a_mention_is_a_real_one(app: SlackApp) -> None:
    named = Card("", (Paragraph((Span("Kirjuri: "), Mention("slack:T1:U3", "Ville"))),), "Kirjuri")

    await app.platform.deliver(parcel(card=named))

    assert await app.person(2).sees("C1") == ["Kirjuri: @U3"]


def with_picture(ref: str = "flower-1") -> Parcel:
    flower = card("Kukka", Picture(ref, "Viisi terälehteä", "Voimavarakukka"))
    return parcel(card=flower, enclosures={ref: PNG})


async def test_a_picture_is_uploaded_once_and_shown_in_its_card(app: SlackApp) -> None:
    reference = await app.platform.deliver(with_picture())
    again = with_picture()
    await app.platform.deliver(
        Parcel("k1", again.address, again.card, previous=reference, enclosures=again.enclosures)
    )

    assert await app.person(2).sees("C1") == ["Kukka\n(Viisi terälehteä)"]
    assert await app.people.control("files") == {
        file: {"name": "kukka.png", "shared": [], "size": len(PNG.data)} for file in app.fake.world.files
    }
    assert len(app.fake.world.files) == 1


async def test_a_picture_that_slack_still_processes_is_awaited(app: SlackApp) -> None:
    await app.people.control("change", processing=0.7)

    await app.platform.deliver(with_picture())

    assert len(await app.person(2).messages("C1")) == 1


async def test_a_picture_that_slack_never_shows_is_given_up(
    app: SlackApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.slack.outbound._PICTURE_WAITS", (0.01, 0.01))
    await app.people.control("change", processing=60)

    with pytest.raises(PictureRefusedError, match="invalid_blocks"):
        await app.platform.deliver(with_picture())

    await app.people.control("change", processing=0)
    await app.platform.deliver(with_picture())
    assert len(app.fake.world.files) == 2


async def test_a_picture_that_was_left_out_leaves_the_rest(app: SlackApp) -> None:
    await app.platform.deliver(parcel(card=with_picture().card))

    assert await app.person(2).sees("C1") == ["Kukka"]


async def test_a_file_is_shared_once_into_the_conversation_and_named_in_the_card(app: SlackApp) -> None:
    data = Content(b"{}", "application/json", "tietosi.json")
    mine = card("Tässä kaikki", Attachment("data-1", "tietosi.json", "Tietosi"))
    sent = parcel(ANNA, card=mine, enclosures={"data-1": data})
    app.fake.faults.add(method="chat.postMessage", kind="status", status=503)
    with pytest.raises(DoubtfulError):
        await app.platform.deliver(sent)

    reference = await app.platform.deliver(sent)

    assert await app.person(2).sees() == ["", "Tässä kaikki\nTietosi tietosi.json"]
    ((shared),) = (file["shared"] for file in (await app.people.control("files")).values())
    assert shared == [reference.partition(":")[0]]


FILES = ["files.getUploadURLExternal", "files.completeUploadExternal"]


@pytest.mark.parametrize("method", FILES)
@pytest.mark.parametrize("code", ["missing_scope", "unknown_method", "access_denied"])
async def test_files_that_slack_does_not_take_are_refused_pictures(
    app: SlackApp, method: str, code: str
) -> None:
    app.fake.faults.add(method=method, kind="error", error=code)

    with pytest.raises(PictureRefusedError, match=code):
        await app.platform.deliver(with_picture())


async def test_trouble_while_uploading_passes(app: SlackApp) -> None:
    app.fake.faults.add(method="upload", kind="status", status=502)
    app.fake.faults.add(method=FILES[1], kind="error", error="ratelimited", after=7)

    with pytest.raises(PassingError):
        await app.platform.deliver(with_picture())
    with pytest.raises(RateLimitedError) as limited:
        await app.platform.deliver(with_picture())
    assert limited.value.after == 7
    await app.platform.deliver(with_picture())
    assert len(await app.person(2).messages("C1")) == 1


TROUBLE: list[tuple[dict[str, Any], type[DeliveryError], type[DeliveryError]]] = [
    ({"kind": "status", "status": 500}, DoubtfulError, PassingError),
    ({"kind": "status", "status": 502}, DoubtfulError, PassingError),
    ({"kind": "status", "status": 503}, DoubtfulError, PassingError),
    ({"kind": "status", "status": 504, "accepted": True}, DoubtfulError, PassingError),
    ({"kind": "drop"}, DoubtfulError, PassingError),
    ({"kind": "drop", "accepted": True}, DoubtfulError, PassingError),
    ({"kind": "error", "error": "fatal_error"}, DoubtfulError, PassingError),
    ({"kind": "error", "error": "internal_error"}, DoubtfulError, PassingError),
    ({"kind": "error", "error": "service_unavailable"}, PassingError, PassingError),
    ({"kind": "error", "error": "ratelimited"}, RateLimitedError, RateLimitedError),
    ({"kind": "error", "error": "is_archived"}, RoomGoneError, RoomGoneError),
    ({"kind": "error", "error": "not_in_channel"}, RoomGoneError, RoomGoneError),
    ({"kind": "error", "error": "restricted_action"}, RoomGoneError, RoomGoneError),
    ({"kind": "error", "error": "message_not_found"}, MessageGoneError, MessageGoneError),
    ({"kind": "error", "error": "cant_update_message"}, MessageGoneError, MessageGoneError),
    ({"kind": "error", "error": "edit_window_closed"}, MessageGoneError, MessageGoneError),
    ({"kind": "error", "error": "invalid_blocks"}, RefusedError, RefusedError),
    ({"kind": "error", "error": "msg_too_long"}, RefusedError, RefusedError),
    ({"kind": "error", "error": "token_revoked"}, RefusedError, RefusedError),
    ({"kind": "error", "error": "account_inactive"}, RefusedError, RefusedError),
    ({"kind": "error", "error": "missing_scope"}, RefusedError, RefusedError),
    ({"kind": "error", "error": "an_error_of_tomorrow"}, RefusedError, RefusedError),
    ({"kind": "status", "status": 404}, RefusedError, RefusedError),
]


@pytest.mark.parametrize(("fault", "when_posting", "when_editing"), TROUBLE)
async def test_trouble_is_named_and_never_repeated_by_itself(
    app: SlackApp, fault: dict[str, Any], when_posting: type[DeliveryError], when_editing: type[DeliveryError]
) -> None:
    there = await app.platform.deliver(parcel(words="on jo"))
    app.fake.faults.add(method="chat.postMessage", **fault)
    app.fake.faults.add(method="chat.update", **fault)

    with pytest.raises(when_posting) as posting:
        await app.platform.deliver(parcel(words="uusi", key="k2"))
    with pytest.raises(when_editing):
        await app.platform.deliver(parcel(words="toinen", previous=there))

    assert type(posting.value) is when_posting
    assert "uusi" not in repr(posting.value)
    accepted = fault.get("accepted", False)
    assert await app.person(2).sees("C1") == (["toinen", "uusi"] if accepted else ["on jo"])


async def test_retry_after_is_told(app: SlackApp) -> None:
    app.fake.faults.add(method="chat.postMessage", kind="error", error="ratelimited", after=30)

    with pytest.raises(RateLimitedError) as limited:
        await app.platform.deliver(parcel())
    assert limited.value.after == 30


async def test_a_burst_into_one_channel_is_held_back_by_slack() -> None:
    async with slack_app(RecordingDesk()) as app:
        for number in range(5):
            await app.platform.deliver(parcel(key=f"k{number}"))
        with pytest.raises(RateLimitedError):
            await app.platform.deliver(parcel(key="k6"))
        await app.platform.deliver(parcel(ANNA, key="k7"))


async def test_after_doubt_a_post_is_found_by_its_key_or_surely_not_there(app: SlackApp) -> None:
    app.fake.faults.add(method="chat.postMessage", kind="drop", accepted=True)
    with pytest.raises(DoubtfulError):
        await app.platform.deliver(parcel(key="lost"))
    for number in range(250):
        await app.people.control("said", user="U4", channel="C1", text=f"puhetta {number}")

    found = await app.platform.find(parcel(key="lost"))

    assert found is not None
    assert await app.platform.deliver(parcel(words="Löytyi", key="lost", previous=found)) == found
    assert await app.platform.find(parcel(key="never sent")) is None
    assert "Löytyi" in await app.person(2).sees("C1")


@pytest.mark.parametrize("address", [ANNA, PAIR])
async def test_private_posts_are_found_too(app: SlackApp, address: Address) -> None:
    sent = await app.platform.deliver(parcel(address, key="a"))

    assert await app.platform.find(parcel(address, key="a")) == sent
    assert await app.platform.find(parcel(address, key="b")) is None


async def test_posts_in_threads_are_found_too(app: SlackApp) -> None:
    root = await app.platform.deliver(parcel(key="root"))
    thread = Address(AddressKind.THREAD, "slack:T1:C1", root=root)
    sent = await app.platform.deliver(parcel(thread, key="inside"))

    assert await app.platform.find(parcel(thread, key="inside")) == sent
    assert await app.platform.find(parcel(key="inside")) is None


async def test_without_history_nobody_can_tell(app: SlackApp) -> None:
    await app.people.control("change", scopes=["chat:write"])

    with pytest.raises(RefusedError, match="missing_scope"):
        await app.platform.find(parcel())


async def test_a_person_who_is_gone_cannot_be_reached(app: SlackApp) -> None:
    await app.people.control("change", users={"U2": {"deleted": True}})

    with pytest.raises(UnreachableError, match="user_disabled"):
        await app.platform.deliver(parcel(ANNA))
    with pytest.raises(RefusedError, match="user_disabled"):
        await app.platform.deliver(parcel(PAIR))
    with pytest.raises(UnreachableError, match="user_not_found"):
        await app.platform.deliver(parcel(Address(AddressKind.DIRECT, people=("slack:T1:U999",))))


async def test_a_conversation_noted_wrongly_is_opened_anew(app: SlackApp) -> None:
    app.book.pages["slack:T1:conversation:U2"] = {"channel": "D999"}

    await app.platform.deliver(parcel(ANNA, "Hei Anna"))

    assert await app.person(2).sees() == ["Hei Anna"]


async def test_rooms_that_are_gone(app: SlackApp) -> None:
    await app.people.control("add_channel", id="C2", name="muu", members=["U1"])
    await app.people.control("add_channel", id="C3", name="salainen", kind="private", members=["U1"])
    await app.people.control("change", conversations={"C1": {"archived": True}})

    for channel, reason in (("C1", "is_archived"), ("C2", "not_in_channel"), ("C3", "channel_not_found")):
        with pytest.raises(RoomGoneError, match=reason):
            await app.platform.deliver(parcel(Address(AddressKind.CHANNEL, f"slack:T1:{channel}")))


@pytest.mark.parametrize("people", [0, 1, 9])
async def test_too_many_or_too_few_together(app: SlackApp, people: int) -> None:
    together = Address(AddressKind.TOGETHER, people=tuple(f"slack:T1:U{n + 1}" for n in range(people)))

    if people == 1:
        assert (await app.platform.deliver(parcel(together))).startswith("D")
    else:
        with pytest.raises(RefusedError):
            await app.platform.deliver(parcel(together))


@pytest.mark.parametrize("identifier", ["teams:T1:19:x@thread", "browser:local:sali", "C1", "slack:T1:", ""])
async def test_other_platforms_conversations_are_refused(app: SlackApp, identifier: str) -> None:
    with pytest.raises(RefusedError):
        await app.platform.deliver(parcel(Address(AddressKind.CHANNEL, identifier)))


async def test_an_edit_without_a_reference_of_ours_is_refused(app: SlackApp) -> None:
    with pytest.raises(RefusedError):
        await app.platform.deliver(parcel(previous="nonsense"))


async def test_slack_that_cannot_be_reached_got_nothing() -> None:
    async with slack_app(RecordingDesk(), api_url="http://127.0.0.1:9/api/") as app:
        with pytest.raises(PassingError):
            await app.platform.deliver(parcel())


async def test_a_member_is_asked_once_and_again_after_a_change(app: SlackApp) -> None:
    assert await app.platform.member("slack:T1:U1") == Member(
        "slack:T1:U1", "Maija Meri", "fi", "Europe/Helsinki"
    )
    await app.platform.member("slack:T1:U1")
    assert len(await app.people.control("calls", method="users.info")) == 1

    await app.people.control(
        "change", users={"U1": {"profile": {"real_name": "Maija Uusi"}, "locale": "sv-SE"}}
    )
    await app.people.event({"type": "user_change", "user": {"id": "U1", "deleted": False}})

    assert await app.platform.member("slack:T1:U1") == Member(
        "slack:T1:U1", "Maija Uusi", "sv", "Europe/Helsinki"
    )


@pytest.mark.parametrize("person", ["slack:T1:U999", "teams:T1:x", "", "slack:T1:U2"])
async def test_a_stranger_is_nobody(app: SlackApp, person: str) -> None:
    await app.people.control("change", users={"U2": {"deleted": True}})

    assert await app.platform.member(person) is None


async def test_the_journal_of_a_fake_in_its_own_process_survives(tmp_path: Path) -> None:
    journal = tmp_path / "slack.jsonl"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.support.fake_slack",
        "--journal",
        str(journal),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    url = (await process.stdout.readline()).decode().strip()
    try:
        async with slack_app(RecordingDesk(), api_url=f"{url}/api/") as app:
            await app.platform.deliver(parcel(key="kept"))
    finally:
        process.kill()
        await process.wait()

    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    posted = [line for line in lines if line["method"] == "chat.postMessage"]
    assert [line["arguments"]["metadata"]["event_payload"]["key"] for line in posted] == ["kept"]
    assert isinstance(app.fake, FakeSlack)
