"""What Teams' activities mean: pure."""

from __future__ import annotations

from typing import Any

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Values
from bot.platforms.inbound import (
    BotRemoved,
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
)
from bot.platforms.teams.arrived import Arrived
from bot.platforms.teams.inbound import inbound
from tests.support import teams_activities as activities
from tests.support.fake_teams_world import BOT, CHANNEL, GROUP, TEAM, TENANT, World

Json = dict[str, Any]
URL = "https://smba.trafficmanager.net/emea/"
ANNA, VILLE = World().people[2], World().people[3]
CALLER = Caller(ANNA.ours, "Anna Aalto", "fi-FI", "Europe/Helsinki")
IN_CHANNEL = {"conversation": f"{CHANNEL};messageid=7", "kind": "channel"}
IN_GROUP = {"conversation": GROUP, "kind": "groupChat"}
DIRECT = {"conversation": ANNA.direct, "kind": "personal"}
NOTE = Action("note", "s1", ("2",))
DATA = {"paja": NOTE.encode()}


def ours(conversation: str) -> str:
    return f"teams:{TENANT}:{conversation}"


def meant(activity: Json) -> tuple[Inbound, ...]:
    return inbound(Arrived.model_validate(activity), "digest")


def only(activity: Json) -> Inbound:
    (found,) = meant(activity)
    return found


def said(text: str, where: Json = DIRECT, id_: str = "7", *more: Json) -> Json:
    made = activities.message(ANNA.account, where, URL, text, id_)
    made["entities"] += more
    return made


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (IN_CHANNEL, Place(ours(CHANNEL), PlaceKind.CHANNEL)),
        (IN_GROUP, Place(ours(GROUP), PlaceKind.GROUP)),
    ],
)
def test_naming_the_bot_is_a_command(where: Json, place: Place) -> None:
    found = only(said("<at>Paja</at> aloita 1", where))
    assert isinstance(found, CommandGiven)
    assert found == CommandGiven(found.delivery, CALLER, place, "aloita 1")


def test_in_a_direct_chat_everything_is_a_command() -> None:
    found = only(said("aloita 1"))
    assert isinstance(found, CommandGiven)
    assert (found.text, found.place) == ("aloita 1", Place(ours(ANNA.direct), PlaceKind.DIRECT))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<at>Paja</at> aloita Paja 1", "aloita Paja 1"),
        ("<at>Paja</at>&nbsp;aloita&nbsp;1\n", "aloita 1"),
        ("<at>Paja</at> /paja aloita 1", "aloita 1"),
        ("<at>Paja</at> /PAJA", ""),
        ("<at>Paja</at>", ""),
        ("  <at>Paja</at>  tila  ", "tila"),
        ("<at>Paja</at> havainto a &lt;b&gt; &amp;amp; c", "havainto a <b> &amp; c"),
        ("<at>Paja</at> havainto /paja on hyvä", "havainto /paja on hyvä"),
        ("<at>Paja</at> /pajat", "/pajat"),
        ("tila <at>Paja</at>", "tila @Paja"),
        ("<at>Paja</at> havainto rivi\ntoinen", "havainto rivi\ntoinen"),
    ],
)
def test_only_the_name_of_the_bot_is_taken_away(written: str, text: str) -> None:
    found = only(said(written, IN_CHANNEL))
    assert isinstance(found, CommandGiven)
    assert found.text == text


def test_a_direct_chat_knows_the_slash_too() -> None:
    found = only(said("/paja aloita 1"))
    assert isinstance(found, CommandGiven)
    assert found.text == "aloita 1"


def test_people_named_in_a_command_come_along_and_the_bot_does_not() -> None:
    ville = activities.mention(VILLE.user, VILLE.name)
    tag = {"type": "mention", "text": "<at>Kaikki</at>", "mentioned": {"id": "ta/g==", "name": "Kaikki"}}
    text = "<at>Paja</at> fasilitaattori <at>Ville Vuori</at>"
    found = only(said(text, IN_CHANNEL, "7", ville, ville, tag))
    assert isinstance(found, CommandGiven)
    assert found.text == "fasilitaattori @Ville Vuori"
    assert found.mentioned == (Caller(ours(VILLE.user), VILLE.name),)


def test_a_message_to_somebody_else_is_none_of_our_business() -> None:
    assert meant(said("hei vaan", IN_CHANNEL)) == ()
    ville = activities.mention(VILLE.user, "Paja")
    made = said("<at>Paja</at> aloita 1", IN_CHANNEL)
    made["entities"] = [ville]  # somebody who is called like the bot
    assert meant(made) == ()


def test_what_a_bot_says_is_not_a_command() -> None:
    made = said("aloita 1")
    made["from"] = {**made["from"], "role": "bot"}
    assert meant(made) == ()


def test_a_private_message_to_the_bot_needs_no_name() -> None:
    made = said("aloita 1", IN_CHANNEL)
    made["recipient"]["isTargeted"] = True
    assert isinstance(only(made), CommandGiven)


def test_a_command_in_a_thread_says_so() -> None:
    found = only(said("<at>Paja</at> tila", IN_CHANNEL, "8"))
    assert isinstance(found, CommandGiven)
    assert found.place == Place(ours(CHANNEL), PlaceKind.CHANNEL, "7")


def press(where: Json, data: Json) -> Json:
    value = activities.executed({"verb": "note", "data": data})
    return activities.invoke(ANNA.account, where, URL, "adaptiveCard/action", value)


def test_a_press_happens_at_its_card() -> None:
    at_root = only(press({**IN_CHANNEL, "card": "7"}, DATA))
    assert isinstance(at_root, Pressed)
    assert at_root == Pressed(at_root.delivery, CALLER, Place(ours(CHANNEL), PlaceKind.CHANNEL), NOTE)
    in_thread = only(press({**IN_CHANNEL, "card": "9"}, DATA))
    assert isinstance(in_thread, Pressed)
    assert in_thread.place.thread == "7"


def test_an_old_client_submits() -> None:
    made = activities.submitted(ANNA.account, {**DIRECT, "card": "7"}, URL, DATA)
    found = only(made)
    assert isinstance(found, Pressed)
    assert (found.action, found.place.kind) == (NOTE, PlaceKind.DIRECT)


def test_a_dialog_is_asked_for_and_sent() -> None:
    asked = only(
        activities.invoke(
            ANNA.account,
            DIRECT,
            URL,
            "task/fetch",
            activities.dialog({**DATA, "msteams": {"type": "task/fetch"}}),
        )
    )
    assert isinstance(asked, FormAsked)
    assert asked.action == NOTE
    data = {
        **DATA,
        "nonce": "n1",
        "fields": "text,cell,*picks,*none,empty",
        "text": "a,b",
        "cell": "c",
        "picks": "x,y",
    }
    sent = only(activities.invoke(ANNA.account, DIRECT, URL, "task/submit", activities.dialog(data)))
    assert isinstance(sent, FormSent)
    values: Values = {"text": "a,b", "cell": "c", "picks": ("x", "y"), "none": (), "empty": ""}
    assert sent == FormSent(sent.delivery, CALLER, asked.place, NOTE, "n1", values)


@pytest.mark.parametrize(
    "data",
    [
        None,
        "x",
        [],
        {},
        {"paja": 1},
        {"paja": ""},
        {"paja": "a"},
        {"paja": "a|b|ä"},
        {"paja": "a|" + "b" * 200},
    ],
)
@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit"])
def test_what_is_not_ours_is_nothing(name: str, data: Any) -> None:
    value: Any = activities.dialog(data) if name != "adaptiveCard/action" else {"action": {"data": data}}
    assert meant(activities.invoke(ANNA.account, DIRECT, URL, name, value)) == ()
    assert meant(activities.invoke(ANNA.account, DIRECT, URL, name, data)) == ()


@pytest.mark.parametrize("values", [{"fields": 5}, {"fields": "a"}, {"fields": "a", "a": {"b": 1}}, {}])
def test_odd_values_are_empty(values: Json) -> None:
    data = {**DATA, "nonce": "n", **values}
    sent = only(activities.invoke(ANNA.account, DIRECT, URL, "task/submit", activities.dialog(data)))
    assert isinstance(sent, FormSent)
    assert sent.values in ({}, {"a": ""})


def test_adding_the_app_opens_the_home_and_removing_it_ends_it() -> None:
    opened = only(activities.installed(ANNA.account, DIRECT, URL))
    assert isinstance(opened, HomeOpened)
    assert opened == HomeOpened(opened.delivery, CALLER, Place(ours(ANNA.direct), PlaceKind.DIRECT))
    assert meant(activities.installed(ANNA.account, IN_CHANNEL, URL)) == ()
    removed = only(activities.installed(ANNA.account, IN_CHANNEL, URL, "remove"))
    assert isinstance(removed, BotRemoved)
    assert (removed.tenant, removed.place) == (TENANT, Place(ours(CHANNEL), PlaceKind.CHANNEL))
    assert meant(activities.installed(ANNA.account, DIRECT, URL, "add-upgrade")) == ()


def test_people_who_leave_have_left_and_the_bot_is_told_of_otherwise() -> None:
    team = {"conversation": TEAM, "kind": "channel"}
    left = [ANNA.account, VILLE.account, {"id": BOT}]
    found = meant(activities.members_removed(ANNA.account, team, URL, left))
    assert [(one.person, one.place) for one in found if isinstance(one, PersonLeft)] == [
        (ANNA.ours, Place(ours(TEAM), PlaceKind.CHANNEL)),
        (VILLE.ours, Place(ours(TEAM), PlaceKind.CHANNEL)),
    ]
    assert len({one.delivery for one in found}) == len(found) == 2


def test_a_channel_that_is_deleted_is_gone() -> None:
    found = only(activities.channel_deleted(ANNA.account, URL))
    assert isinstance(found, BotRemoved)
    assert found.place == Place(ours(CHANNEL), PlaceKind.CHANNEL)


@pytest.mark.parametrize(
    "kind", ["typing", "messageReaction", "messageUpdate", "messageDelete", "event", "new"]
)
def test_everything_else_is_nothing(kind: str) -> None:
    assert meant({**said("aloita 1"), "type": kind}) == ()


def test_a_delivery_is_known_by_its_conversation_and_its_id() -> None:
    first = only(said("aloita 1"))
    again = only(said("tila"))
    other = only(said("aloita 1", DIRECT, "8"))
    elsewhere = only(said("<at>Paja</at> aloita 1", IN_GROUP))
    assert first.delivery == again.delivery
    assert len({first.delivery, other.delivery, elsewhere.delivery}) == 3
    without = {**said("aloita 1"), "id": None}
    assert only(without).delivery == only(without).delivery != first.delivery


def test_someone_without_an_entra_id_is_known_by_the_other() -> None:
    made = said("tila")
    del made["from"]["aadObjectId"]
    found = only(made)
    assert isinstance(found, CommandGiven)
    assert found.caller.person == ours(ANNA.user)


def test_a_client_that_says_little_is_understood() -> None:
    made = said("tila")
    for name in ("locale", "localTimezone", "entities", "attachments", "timestamp", "textFormat"):
        del made[name]
    made["conversation"] = {"id": ANNA.direct}
    found = only(made)
    assert isinstance(found, CommandGiven)
    assert (found.caller, found.place.kind) == (Caller(ANNA.ours, "Anna Aalto"), PlaceKind.DIRECT)
