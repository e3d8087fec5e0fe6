"""Slack's payloads as values: one by one, without a server."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adaptive_cards.actions import Action
from bot.platforms.inbound import (
    BotRemoved,
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
)
from bot.platforms.slack.inbound import delivery, inbound, team_of
from bot.platforms.slack.inbound_text import after_name, mentioned_in, readable, unescaped
from tests.support import slack_payloads as payloads

ANNA = Caller("slack:T1:U2")
CHANNEL = Place("slack:T1:C1", PlaceKind.CHANNEL)
USER = {"id": "U2", "name": "anna.aalto"}
ACTED = {"trigger_id": "13.37.abc", "response_url": "https://hooks.slack.com/actions/T1/1/x"}


def command(text: str, channel: str = "C1", named: str = "tukipalvelut") -> CommandGiven:
    where = {"id": channel, "kind": "channel", "name": named}
    made = inbound(payloads.command(USER, where, text, ACTED))
    assert isinstance(made, CommandGiven)
    return made


def event(event_id: str = "Ev1", **inside: Any) -> object:
    return inbound(payloads.event(inside, event_id))


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("aloita 1", "aloita 1"),
        ("  aloita   1 ", "aloita   1"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("&amp;lt;", "&lt;"),
        ("&amp;amp;", "&amp;"),
        ("<@U7|ville.vuori>", "@ville.vuori"),
        ("<@U7>", "@U7"),
        ("<#C1|yleinen> <#C2>", "#yleinen #C2"),
        ("<!channel> <!here|here> <!subteam^S1|@tiimi> <!date^1^x|eilen>", "@channel here @tiimi eilen"),
        ("<https://paja.example|sivu> <https://paja.example>", "sivu https://paja.example"),
        ("<mailto:a@b.fi|a@b.fi> <mailto:a@b.fi>", "a@b.fi a@b.fi"),
        ("a < b > c <b> <!> <@>", "a < b > c <b> <!> <@>"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_text_is_turned_back_into_what_was_meant(raw: str, meant: str) -> None:
    assert command(raw).text == meant


@given(st.text())
def test_what_slack_escapes_comes_back_as_it_was_typed(typed: str) -> None:
    assert unescaped(payloads.escaped(typed)) == typed
    assert readable(payloads.escaped(typed)) == typed


def test_people_named_are_callers_once_each_and_never_the_bot() -> None:
    text = "<@UBOT> <@U7|ville> <@U7|ville> <@W8> <!channel> <@evil> @nimi"

    named = mentioned_in(text, lambda user: f"slack:T1:{user}", bot="UBOT")

    assert named == (Caller("slack:T1:U7", "ville"), Caller("slack:T1:W8"))


@pytest.mark.parametrize(
    ("text", "bot", "rest"),
    [
        ("<@UBOT> aloita 1", "UBOT", " aloita 1"),
        ("hei <@UBOT|paja> aloita 1", "UBOT", " aloita 1"),
        ("<@U9> <@UBOT> tila", "UBOT", " tila"),
        ("<@UBOT> fasilitaattori <@U9>", "", " fasilitaattori <@U9>"),
        ("tila", "UBOT", "tila"),
    ],
)
def test_a_command_is_what_follows_the_bots_name(text: str, bot: str, rest: str) -> None:
    assert after_name(text, bot) == rest


@pytest.mark.parametrize(
    ("channel", "named", "kind"),
    [
        ("C1", "tukipalvelut", PlaceKind.CHANNEL),
        ("C1", "privategroup", PlaceKind.CHANNEL),
        ("G1", "privategroup", PlaceKind.CHANNEL),
        ("G1", "mpdm-anna--ville-1", PlaceKind.GROUP),
        ("C1", "mpdm-anna--ville-1", PlaceKind.GROUP),
        ("D1", "directmessage", PlaceKind.DIRECT),
    ],
)
def test_a_place_is_a_channel_a_group_or_direct(channel: str, named: str, kind: PlaceKind) -> None:
    assert command("tila", channel, named).place == Place(f"slack:T1:{channel}", kind)


def test_a_command_given_twice_is_two_deliveries_and_delivered_twice_is_one() -> None:
    where = {"id": "C1", "kind": "channel", "name": "x"}
    first = payloads.command(USER, where, "tila", ACTED)
    other = {**first, "trigger_id": "14.15.abc"}
    bare = {key: value for key, value in first.items() if key != "trigger_id"}

    ids = [inbound(one).delivery for one in (first, dict(first), other, bare, dict(bare))]  # type: ignore[union-attr]

    assert ids[0] == ids[1] == "slack:command:13.37.abc"
    assert ids[3] == ids[4]
    assert len(set(ids)) == 3


@pytest.mark.parametrize("odd", ["a b", "x" * 500, "ä|\n", "<script>"])
def test_a_delivery_id_is_always_short_and_plain(odd: str) -> None:
    assert len(delivery("event", odd)) <= 126
    assert delivery("event", odd).isascii()
    assert delivery("event", odd) == delivery("event", odd) != delivery("press", odd)


def press(**about: Any) -> dict[str, Any]:
    button = {
        "text": {"type": "plain_text", "text": "Liity"},
        "action_id": "paja.join.3",
        "value": "join|s1|a",
    }
    message = {"ts": "5.5", **about}
    made = payloads.pressed(USER, button, "b1", ACTED)
    return payloads.in_message(made, {"id": "C1", "kind": "channel", "name": "x"}, message, ACTED)


@pytest.mark.parametrize(
    ("about", "thread"), [({}, ""), ({"thread_ts": "5.5"}, ""), ({"thread_ts": "4.4"}, "4.4")]
)
def test_a_press_knows_its_thread(about: dict[str, Any], thread: str) -> None:
    expected = Pressed(
        "slack:press:13.37.abc",
        ANNA,
        Place("slack:T1:C1", PlaceKind.CHANNEL, thread),
        Action("join", "s1", ("a",)),
    )
    assert inbound(press(**about)) == expected


def shortcut(callback: str = "paja_havainto", **message: Any) -> dict[str, Any]:
    return {
        "type": "message_action",
        "callback_id": callback,
        "team": {"id": "T1", "domain": "paja"},
        "user": {"id": "U2", "name": "anna.aalto"},
        "channel": {"id": "C1", "name": "tukipalvelut"},
        "message_ts": "5.5",
        "message": {"type": "message", "ts": "5.5", **message},
        **ACTED,
    }


def test_the_shortcut_of_a_message_asks_for_the_form_with_its_words() -> None:
    made = inbound(shortcut(text="Kokous &amp; <@U7|ville> siirtyi <!channel>"))
    assert made == FormAsked(
        "slack:shortcut:13.37.abc",
        ANNA,
        CHANNEL,
        Action("observe"),
        {"text": "Kokous & @ville siirtyi @channel"},
    )
    assert isinstance(empty := inbound(shortcut()), FormAsked)
    assert empty.values == {"text": ""}
    assert inbound(shortcut("somebody_elses", text="a")) is None


def test_an_ephemeral_message_in_a_thread_knows_it_too() -> None:
    payload = press(thread_ts="4.4")
    payload.pop("message")

    made = inbound(payload)

    assert isinstance(made, Pressed)
    assert made.place.thread == "4.4"


def view(values: dict[str, Any], metadata: str = '{"action":"note|s1","nonce":"n1"}') -> dict[str, Any]:
    return {
        "id": "V1",
        "type": "modal",
        "callback_id": "paja-form",
        "private_metadata": metadata,
        "blocks": [],
        "title": {"type": "plain_text", "text": "Lappu"},
        "values": values,
    }


def test_a_sent_form_holds_what_each_kind_of_field_holds() -> None:
    option = {"text": {"type": "plain_text", "text": "x"}, "value": "v1"}
    values: dict[str, Any] = {
        "text": {"f": {"type": "plain_text_input", "value": "R&amp;D & &lt;3"}},
        "empty": {"f": {"type": "plain_text_input", "value": None}},
        "radio": {"f": {"type": "radio_buttons", "selected_option": option}},
        "unset": {"f": {"type": "static_select", "selected_option": None}},
        "boxes": {"f": {"type": "checkboxes", "selected_options": [option, {**option, "value": "v2"}]}},
        "none": {"f": {"type": "multi_static_select", "selected_options": []}},
    }

    made = inbound(payloads.submission(USER, view({}), values, "9.9.z"))

    assert made == FormSent(
        "slack:form:9.9.z",
        ANNA,
        Place("slack:T1:U2", PlaceKind.DIRECT),
        Action("note", "s1"),
        "n1",
        {"text": "R&D & <3", "empty": "", "radio": "v1", "unset": "", "boxes": ("v1", "v2"), "none": ()},
    )


def test_events_become_what_they_mean() -> None:
    assert event(type="app_home_opened", user="U2", channel="D2", tab="home") == HomeOpened(
        "slack:event:Ev1", ANNA, Place("slack:T1:D2", PlaceKind.DIRECT)
    )
    assert event(type="member_left_channel", user="U2", channel="C1") == PersonLeft(
        "slack:event:Ev1", "slack:T1:U2", CHANNEL
    )
    assert event(type="member_left_channel", user="UBOT", channel="C1") == BotRemoved(
        "slack:event:Ev1", "slack:T1", CHANNEL
    )
    assert event(type="user_change", user={"id": "U2", "deleted": True}) == PersonLeft(
        "slack:event:Ev1", "slack:T1:U2"
    )
    assert event(type="tokens_revoked", tokens={"bot": ["UBOT"]}) == BotRemoved("slack:event:Ev1", "slack:T1")
    assert event(type="app_uninstalled") == BotRemoved("slack:event:Ev1", "slack:T1")


@pytest.mark.parametrize(
    "kind", ["channel_archive", "channel_deleted", "group_archive", "group_deleted", "channel_left"]
)
def test_a_room_that_goes_is_a_bot_removed(kind: str) -> None:
    assert event(type=kind, channel="C1") == BotRemoved("slack:event:Ev1", "slack:T1", CHANNEL)


def test_a_message_in_a_direct_conversation_is_a_command() -> None:
    said = {"type": "message", "channel_type": "im", "user": "U2", "channel": "D2", "ts": "1.1"}

    assert event(**said, text="aloita 1") == CommandGiven(
        "slack:event:Ev1", ANNA, Place("slack:T1:D2", PlaceKind.DIRECT), "aloita 1"
    )
    assert event(**said, text="kuva", subtype="file_share") is not None
    assert event(**said, text="x", subtype="bot_message") is None
    assert event(**said, text="x", subtype="message_deleted") is None


def test_the_team_is_where_each_payload_has_it() -> None:
    assert team_of({"team_id": "T1"}) == team_of({"team": {"id": "T1"}}) == team_of({"team": "T1"}) == "T1"
    assert team_of({}) == team_of({"team": None}) == team_of({"team": {}}) == team_of({"team": [1]}) == ""


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), nested, max_leaves=8
)
KEYS = [
    "user",
    "actions",
    "view",
    "event",
    "event_id",
    "channel",
    "message",
    "container",
    "team",
    "trigger_id",
]
KINDS = ["block_actions", "view_submission", "event_callback", None]


@given(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(KEYS), json_values))
def test_no_shape_whatever_makes_it_stumble(kind: str | None, rest: dict[str, Any]) -> None:
    payload = {"team_id": "T1", **({"type": kind} if kind else {"command": "/paja"}), **rest}
    inbound(payload)


@given(st.sampled_from([*KEYS, "text", "channel_id", "user_id"]), json_values)
def test_no_single_odd_part_makes_it_stumble(key: str, value: Any) -> None:
    where = {"id": "C1", "kind": "channel", "name": "x"}
    inbound({**payloads.command(USER, where, "x", ACTED), key: value})
    inbound({**press(), key: value})
    inbound({**payloads.submission(USER, view({}), {}, "1"), key: value})
    inbound({**payloads.event({"type": "message", "channel_type": "im", key: value}), key: value})
