"""Forged, replayed, malformed and odd requests to `/slack/events`: a clear 4xx, no 5xx, no effect."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Card, Paragraph, Span
from bot.platforms.inbound import CommandGiven, Pressed
from bot.platforms.platform import Address, AddressKind, DeliveryError, Parcel
from bot.platforms.slack.platform import SlackPlatform
from tests.support import slack_payloads as payloads
from tests.support.recording_desk import MemoryBook, RecordingDesk
from tests.support.slack_app import SlackApp, slack_app

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
SECRET_WORDS = "salaisia sanoja"
NOW = time.time()

USER = {"id": "U1", "name": "maija.meri"}
CHANNEL = {"id": "C1", "kind": "channel", "name": "tukipalvelut"}
ACTED = {"trigger_id": "1.2.abc", "response_url": "https://hooks.slack.com/actions/T1/1/x"}
BUTTON = {"text": {"type": "plain_text", "text": "Liity"}, "action_id": "paja.join.0", "value": "join|s1"}


def press(**changes: Any) -> dict[str, Any]:
    made = payloads.pressed(USER, BUTTON, "b1", ACTED)
    message = {"ts": "1.1", "text": SECRET_WORDS}
    return {**payloads.in_message(made, CHANNEL, message, ACTED), **changes}


def command(**changes: str) -> dict[str, Any]:
    return {**payloads.command(USER, CHANNEL, SECRET_WORDS, ACTED), **changes}


GOOD = payloads.form_body(press())
GOOD_EVENT = json.dumps(payloads.event({"type": "app_uninstalled"}, "Ev1")).encode()
SIGNED = payloads.signed(GOOD)
STAMP, SIGNATURE = SIGNED["X-Slack-Request-Timestamp"], SIGNED["X-Slack-Signature"]


@pytest.fixture
async def desk() -> RecordingDesk:
    return RecordingDesk()


@pytest.fixture
async def app(desk: RecordingDesk, caplog: pytest.LogCaptureFixture) -> AsyncIterator[SlackApp]:
    caplog.set_level(logging.DEBUG)
    async with slack_app(desk) as made:
        yield made


def stamped(at: float) -> dict[str, str]:
    return payloads.signed(GOOD, at=NOW + at)


FORGED: dict[str, tuple[dict[str, str], int]] = {
    "no headers": ({}, 401),
    "no signature": ({"X-Slack-Request-Timestamp": STAMP}, 401),
    "no timestamp": ({"X-Slack-Signature": SIGNATURE}, 401),
    "empty signature": ({**SIGNED, "X-Slack-Signature": ""}, 400),
    "empty timestamp": ({**SIGNED, "X-Slack-Request-Timestamp": ""}, 400),
    "wrong secret": (payloads.signed(GOOD, secret="another"), 401),
    "empty secret": (payloads.signed(GOOD, secret=""), 401),
    "another body's": (payloads.signed(GOOD + b" "), 401),
    "one digit off": (
        {**SIGNED, "X-Slack-Signature": SIGNATURE[:-1] + ("0" if SIGNATURE[-1] != "0" else "1")},
        401,
    ),
    "too short": ({**SIGNED, "X-Slack-Signature": SIGNATURE[:-1]}, 400),
    "too long": ({**SIGNED, "X-Slack-Signature": SIGNATURE + "0"}, 400),
    "upper case": ({**SIGNED, "X-Slack-Signature": SIGNATURE.upper()}, 400),
    "without version": ({**SIGNED, "X-Slack-Signature": SIGNATURE[3:]}, 400),
    "another version": ({**SIGNED, "X-Slack-Signature": "v1" + SIGNATURE[2:]}, 400),
    "not hexadecimal": ({**SIGNED, "X-Slack-Signature": "v0=" + "z" * 64}, 400),
    "not ASCII": ({**SIGNED, "X-Slack-Signature": "v0=" + "ä" * 64}, 400),
    "full width digits": ({**SIGNED, "X-Slack-Signature": "v0=" + "\uff11" * 64}, 400),
    "a huge signature": ({**SIGNED, "X-Slack-Signature": "v0=" + "0" * 7000}, 400),
    "two in one": ({**SIGNED, "X-Slack-Signature": f"{SIGNATURE},{SIGNATURE}"}, 400),
    "a worded time": ({**SIGNED, "X-Slack-Request-Timestamp": "now"}, 400),
    "a broken time": ({**SIGNED, "X-Slack-Request-Timestamp": STAMP + ".5"}, 400),
    "a negative time": ({**SIGNED, "X-Slack-Request-Timestamp": "-1"}, 400),
    "a signed time": ({**SIGNED, "X-Slack-Request-Timestamp": "+" + STAMP}, 400),
    "time with blanks inside": ({**SIGNED, "X-Slack-Request-Timestamp": STAMP[:3] + " " + STAMP[3:]}, 400),
    "a huge time": ({**SIGNED, "X-Slack-Request-Timestamp": "9" * 400}, 400),
    "infinity": ({**SIGNED, "X-Slack-Request-Timestamp": "inf"}, 400),
    "not a number": ({**SIGNED, "X-Slack-Request-Timestamp": "NaN"}, 400),
    "hexadecimal time": ({**SIGNED, "X-Slack-Request-Timestamp": "0x10"}, 400),
    "underscored time": ({**SIGNED, "X-Slack-Request-Timestamp": "1_000"}, 400),
    "arabic digits": ({**SIGNED, "X-Slack-Request-Timestamp": "١٢٣"}, 400),
    "time zero": (payloads.signed(GOOD, at=0), 401),
    "too old": (stamped(-320), 401),
    "too new": (stamped(4000), 401),
    "milliseconds": (payloads.signed(GOOD, at=NOW * 1000), 400),
}


@pytest.mark.parametrize(("headers", "status"), FORGED.values(), ids=FORGED)
async def test_a_forged_request_is_refused(
    app: SlackApp, desk: RecordingDesk, headers: dict[str, str], status: int
) -> None:
    answer = await app.people.post(GOOD, FORM, headers)

    assert answer[0] == status
    assert desk.arrived == []


@pytest.mark.parametrize("at", [-290, -10, 0, 10, 290])
async def test_a_signature_holds_for_five_minutes(app: SlackApp, desk: RecordingDesk, at: float) -> None:
    assert await app.people.post(GOOD, FORM, payloads.signed(GOOD, at=time.time() + at)) == (200, None)
    assert len(desk.arrived) == 1


@pytest.mark.parametrize("name", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
async def test_a_header_given_twice_is_refused(app: SlackApp, desk: RecordingDesk, name: str) -> None:
    headers = "".join(f"{key}: {value}\r\n" for key, value in SIGNED.items())
    request = (
        f"POST /slack/events HTTP/1.1\r\nHost: paja\r\n{headers}{name}: {SIGNED[name]}\r\n"
        f"Content-Type: {FORM}\r\nContent-Length: {len(GOOD)}\r\nConnection: close\r\n\r\n"
    ).encode() + GOOD

    assert (await raw(app, request)).startswith(b"HTTP/1.1 400")
    assert desk.arrived == []


async def raw(app: SlackApp, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(app.url.rpartition(":")[2]))
    writer.write(request)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return answer


def form(**fields: Any) -> bytes:
    return urlencode(fields).encode()


def nested(depth: int) -> bytes:
    return b'{"type":"event_callback","event":' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


MALFORMED: dict[str, tuple[bytes, str, int]] = {
    "nothing": (b"", JSON, 400),
    "an empty form": (b"", FORM, 400),
    "a list": (b"[]", JSON, 400),
    "a number": (b"1", JSON, 400),
    "null": (b"null", JSON, 400),
    "a string": (b'"type"', JSON, 400),
    "half an object": (b'{"type":', JSON, 400),
    "two objects": (b"{}{}", JSON, 400),
    "a trailing comma": (b'{"type":"x",}', JSON, 400),
    "not a number in JSON": (b'{"type":NaN}', JSON, 400),
    "half a character": (b'{"type":"\\ud800"}', JSON, 400),
    "not UTF-8": (b'{"type":"\xff\xfe"}', JSON, 400),
    "UTF-16": ('{"type":"x"}'.encode("utf-16"), JSON, 400),
    "a byte order mark": (b'\xef\xbb\xbf{"type":"url_verification","challenge":"x"}', JSON, 400),
    "deeply nested": (nested(100_000), JSON, 413),
    "nested enough to overflow": (nested(20_000), JSON, 400),
    "a challenge that is none": (as_json({"type": "url_verification"}), JSON, 400),
    "a challenge that is an object": (as_json({"type": "url_verification", "challenge": {}}), JSON, 400),
    "binary in a form": (bytes(range(256)), FORM, 400),
    "a form without fields of ours": (form(a="b"), FORM, 400),
    "a field without value": (b"command", FORM, 400),
    "a field twice": (b"command=a&command=b", FORM, 400),
    "a thousand fields": (form(command="/paja", **{f"f{n}": n for n in range(1000)}), FORM, 400),
    "not UTF-8 in a field": (b"command=%ff%fe", FORM, 400),
    "a payload that is no JSON": (form(payload="{"), FORM, 400),
    "a payload that is a list": (form(payload="[]"), FORM, 400),
    "an empty payload": (form(payload=""), FORM, 400),
    "a payload of half a character": (form(payload='{"type":"\\udc00"}'), FORM, 400),
    "too large": (b"x" * (256 * 1024 + 1), JSON, 413),
    "much too large": (b"x" * 1_000_000, JSON, 413),
    "text": (GOOD, "text/plain", 415),
    "XML": (GOOD, "application/xml", 415),
    "multipart": (GOOD, "multipart/form-data; boundary=x", 415),
    "a kind that is none": (GOOD, "nonsense", 415),
    "no kind": (GOOD, "", 415),
    "JSON called a form": (GOOD_EVENT, FORM, 400),
    "a form called JSON": (GOOD, JSON, 400),
}


@pytest.mark.parametrize(("body", "kind", "status"), MALFORMED.values(), ids=MALFORMED)
async def test_a_malformed_request_is_refused_though_signed(
    app: SlackApp, desk: RecordingDesk, body: bytes, kind: str, status: int
) -> None:
    answer = await app.people.post(body, kind)

    assert answer[0] == status
    assert desk.arrived == []


@pytest.mark.parametrize(("body", "kind", "status"), MALFORMED.values(), ids=MALFORMED)
async def test_the_same_unsigned_tells_nothing_more(
    app: SlackApp, desk: RecordingDesk, body: bytes, kind: str, status: int
) -> None:
    answer = await app.people.post(body, kind, {})

    assert answer[0] == (status if status in (413, 415) else 401)
    assert desk.arrived == []


ODD: dict[str, Any] = {
    "no actions": press(actions=[]),
    "actions of another shape": press(actions={"a": 1}),
    "an action without id": press(actions=[{"value": "join|s1"}]),
    "an action without value": press(actions=[{"action_id": "paja.join.0"}]),
    "a value that nobody knows": press(actions=[{"action_id": "paja.join.0", "value": "<script>"}]),
    "a huge value": press(actions=[{"action_id": "paja.join.0", "value": "x|" * 900}]),
    "a value that is a number": press(actions=[{"action_id": "paja.join.0", "value": 7}]),
    "somebody else's button": press(actions=[{"action_id": "other", "value": "join|s1"}]),
    "no user": press(user=None),
    "a user without id": press(user={}),
    "a form without view": {**press(), "type": "view_submission"},
    "a form without metadata": {**press(), "type": "view_submission", "view": {"state": {"values": {}}}},
    "a form with odd metadata": {
        **press(),
        "type": "view_submission",
        "view": {"callback_id": "paja-form", "private_metadata": '{"action":5}', "state": {"values": {}}},
    },
    "a form without state": {
        **press(),
        "type": "view_submission",
        "view": {"callback_id": "paja-form", "private_metadata": '{"action":"note|s1"}'},
    },
    "a closed view": payloads.view_closed(USER, {"id": "V1", "type": "modal", "blocks": []}),
    "a shortcut": {
        "type": "shortcut",
        "callback_id": "x",
        "trigger_id": "1",
        "team": {"id": "T1"},
        "user": USER,
    },
    "a message shortcut": press(type="message_action", callback_id="x"),
    "options asked for": press(type="block_suggestion", action_id="x", value="a"),
    "a kind of tomorrow": {"type": "telepathy", "team": {"id": "T1"}},
    "an old dialog": press(type="dialog_submission", callback_id="x", submission={}),
}


@pytest.mark.parametrize("payload", ODD.values(), ids=ODD)
async def test_what_slack_may_send_but_nobody_uses_is_answered_and_has_no_effect(
    app: SlackApp, desk: RecordingDesk, payload: dict[str, Any]
) -> None:
    status, _ = await app.people.send(payload, "interactive")

    assert status in (200, 404)
    assert desk.arrived == []


EVENTS: dict[str, dict[str, Any]] = {
    "of tomorrow": {"type": "mind_read"},
    "without type": {},
    "of a bot": {"type": "message", "channel_type": "im", "bot_id": "B1", "text": "x", "channel": "D1"},
    "of ourselves": {"type": "message", "channel_type": "im", "user": "UBOT", "text": "x", "channel": "D1"},
    "of an edit": {"type": "message", "subtype": "message_changed", "channel_type": "im", "channel": "D1"},
    "of a channel's talk": {
        "type": "message",
        "channel_type": "channel",
        "user": "U1",
        "text": "x",
        "channel": "C1",
    },
    "without channel": {"type": "app_mention", "user": "U1", "text": "x"},
    "of a living profile": {"type": "user_change", "user": {"id": "U1", "deleted": False}},
    "with an odd profile": {"type": "user_change", "user": "U1"},
    "of an edited mention": {
        "type": "app_mention",
        "user": "U1",
        "text": "x",
        "channel": "C1",
        "edited": {"ts": "1"},
    },
    "of revoked people": {"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}},
}


@pytest.mark.parametrize("inside", EVENTS.values(), ids=EVENTS)
async def test_an_event_that_means_nothing_to_us_is_taken(
    app: SlackApp, desk: RecordingDesk, inside: dict[str, Any]
) -> None:
    assert await app.people.event(inside) == (200, None)
    assert desk.arrived == []


async def test_another_workspace_is_not_listened_to(app: SlackApp, desk: RecordingDesk) -> None:
    assert app.platform.team == "T1"
    stranger = press(team={"id": "T2"})

    assert (await app.people.send(stranger, "interactive"))[0] == 403
    assert (await app.people.send(command(team_id="T2"), "slash_commands"))[0] == 403
    assert (await app.people.send(press(team=None), "interactive"))[0] == 403
    assert (await app.people.send(press(team=["T1"]), "interactive"))[0] == 403
    assert desk.arrived == []


async def test_slack_verifies_the_address(app: SlackApp) -> None:
    body = as_json({"type": "url_verification", "challenge": "abc", "token": "x"})

    assert await app.people.post(body, JSON) == (200, {"challenge": "abc"})
    assert (await app.people.post(body, JSON, {}))[0] == 401
    assert await app.people.post(b"ssl_check=1&token=x", FORM) == (200, None)


@pytest.mark.parametrize(("method", "query", "status"), [("GET", "?ssl_check=1", 200), ("GET", "", 405)])
async def test_slack_tries_the_certificate(app: SlackApp, method: str, query: str, status: int) -> None:
    line = f"{method} /slack/events{query} HTTP/1.1\r\nHost: paja\r\nConnection: close\r\n\r\n"

    assert (await raw(app, line.encode())).startswith(f"HTTP/1.1 {status}".encode())


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])
async def test_other_methods_are_not_allowed(app: SlackApp, method: str) -> None:
    line = f"{method} /slack/events HTTP/1.1\r\nHost: paja\r\nConnection: close\r\n\r\n"

    assert (await raw(app, line.encode())).startswith(b"HTTP/1.1 405")


async def test_a_packed_body_is_not_unpacked(app: SlackApp, desk: RecordingDesk) -> None:
    headers = {**SIGNED, "Content-Encoding": "gzip"}

    assert (await app.people.post(GOOD, FORM, headers))[0] in (400, 415)
    assert desk.arrived == []


async def test_a_body_in_endless_pieces_is_cut_off(app: SlackApp, desk: RecordingDesk) -> None:
    line = "POST /slack/events HTTP/1.1\r\nHost: paja\r\nConnection: close\r\n"
    head = f"{line}Content-Type: {JSON}\r\nTransfer-Encoding: chunked\r\n\r\n"
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"

    answer = await raw(app, head.encode() + piece * 5 + b"0\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 413")
    assert desk.arrived == []


async def test_what_is_said_reaches_the_desk_and_only_the_desk(
    app: SlackApp, desk: RecordingDesk, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    await app.people.send(press(), "interactive")
    await app.people.send(command(), "slash_commands")
    desk.fails = ValueError(SECRET_WORDS)
    assert (await app.people.send(command(), "slash_commands"))[0] == 503
    await app.people.post(payloads.form_body(press()), FORM, {})
    await app.people.post(json.dumps({"x": SECRET_WORDS}).encode(), FORM)

    assert [type(one) for one in desk.arrived] == [Pressed, CommandGiven]
    assert desk.arrived[0].action == Action("join", "s1")  # type: ignore[union-attr]
    logged = "\n".join([caplog.text, *capsys.readouterr()])
    assert SECRET_WORDS not in logged
    assert "xoxb" not in logged
    assert "recording_desk.py:" in logged


async def test_what_is_delivered_is_not_logged_either(
    app: SlackApp, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = Card("", (Paragraph((Span(SECRET_WORDS),)),), SECRET_WORDS)
    parcel = Parcel("k", Address(AddressKind.CHANNEL, "slack:T1:C1"), secret)
    for fault in ({"kind": "drop"}, {"kind": "error", "error": "invalid_blocks"}, {"kind": "status"}):
        app.fake.faults.add(method="chat.postMessage", **fault)
        with pytest.raises(DeliveryError) as failure:
            await app.platform.deliver(parcel)
        assert SECRET_WORDS not in repr(failure.value)
    await app.platform.deliver(parcel)

    logged = "\n".join([caplog.text, *capsys.readouterr()])
    assert SECRET_WORDS not in logged
    assert "xoxb" not in logged


async def test_a_secret_is_needed() -> None:
    with pytest.raises(ValueError, match="signing secret"):
        SlackPlatform(bot_token="xoxb", signing_secret="", book=MemoryBook())


async def test_nobody_is_served_before_the_start_and_after_the_stop(desk: RecordingDesk) -> None:
    async with slack_app(desk) as app:
        await app.platform.stop()

        assert await app.people.send(press(), "interactive") == (503, "not now")
        body = as_json({"type": "url_verification", "challenge": "abc"})
        assert await app.people.post(body, JSON) == (200, {"challenge": "abc"})
    assert desk.arrived == []
