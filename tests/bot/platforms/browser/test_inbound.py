"""From the page's words to the desk's."""

from __future__ import annotations

import pytest

from adaptive_cards.actions import Action
from bot.platforms.browser import inbound
from bot.platforms.browser.arrivals import Pressing, Saying, Sending
from bot.platforms.browser.places import THE_CHANNEL, direct, thread
from bot.platforms.inbound import (
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Place,
    PlaceKind,
    Pressed,
)
from bot.platforms.platform import Member

MAIJA = Member("browser:local:maija", "Maija", "fi", "Europe/Helsinki")
VILLE = Member("browser:local:ville", "Ville")
CALLER = Caller("browser:local:maija", "Maija", "fi", "Europe/Helsinki")
ID = "0123456789abcdef"


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/paja aloita 1", "aloita 1"),
        ("  /PAJA   aloita 1 ", "aloita 1"),
        ("/paja", ""),
        ("paja aloita 1", "aloita 1"),
        ("@Paja aloita 1", "aloita 1"),
        ("Paja, aloita 1", "aloita 1"),
        ("Paja: aloita 1", "aloita 1"),
        ("/paja havainto eka\ntoka", "havainto eka\ntoka"),
        ("pajalla on kivaa", None),
        ("Aloita paja 1", None),
        ("huomenta", None),
    ],
)
def test_what_is_a_command_in_the_channel(text: str, command: str | None) -> None:
    assert inbound.command_in(text, PlaceKind.CHANNEL) == command
    assert inbound.command_in(text, PlaceKind.GROUP) == command


@pytest.mark.parametrize(
    ("text", "command"), [("/paja aloita 1", "aloita 1"), (" aloita 1 ", "aloita 1"), ("Moi!", "Moi!")]
)
def test_in_a_direct_chat_everything_is_said_to_the_bot(text: str, command: str) -> None:
    assert inbound.command_in(text, PlaceKind.DIRECT) == command


@pytest.mark.parametrize("kind", list(PlaceKind))
def test_a_slip_in_the_slash_is_not_shown_to_everybody(kind: PlaceKind) -> None:
    with pytest.raises(inbound.NoSuchSlashError):
        inbound.command_in("/pjaa aloita 1", kind)


def test_a_command_carries_whom_it_names() -> None:
    said = Saying(me=MAIJA.person, room="x", id=ID, text="/paja fasilitaattori @ville, @villen @anna\x00")
    assert inbound.command(
        said, MAIJA, THE_CHANNEL, "fasilitaattori @ville\x00", [MAIJA, VILLE]
    ) == CommandGiven(
        f"browser:local:maija/{ID}",
        CALLER,
        THE_CHANNEL.place,
        "fasilitaattori @ville",
        (Caller("browser:local:ville", "Ville"),),
    )
    assert inbound.command(said, MAIJA, THE_CHANNEL, "@villen", [MAIJA, VILLE]).mentioned == ()


def test_buttons_and_forms_keep_their_place() -> None:
    press = Pressing(me=MAIJA.person, room="x", id=ID, action="go|s1")
    action, delivery = Action("go", "s1"), f"browser:local:maija/{ID}"
    place = Place("browser:local:channel.harjoituspaja", PlaceKind.CHANNEL, "root")
    assert inbound.pressed(press, MAIJA, thread("root"), action) == Pressed(delivery, CALLER, place, action)
    assert inbound.form_asked(press, MAIJA, thread("root"), action) == FormAsked(
        delivery, CALLER, place, action
    )
    sent = Sending(
        me=MAIJA.person, room="x", id=ID, action="go|s1", nonce="n1", values={"a": "x\x00y", "b": ["1", "2"]}
    )
    assert inbound.form_sent(sent, MAIJA, thread("root"), action) == FormSent(
        delivery, CALLER, place, action, "n1", {"a": "xy", "b": ("1", "2")}
    )


def test_coming_in_is_one_delivery_however_often_it_happens() -> None:
    assert inbound.home_opened(MAIJA) == HomeOpened(
        "browser:local:maija/home", CALLER, direct(MAIJA.person).place
    )
