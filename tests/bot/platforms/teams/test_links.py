"""Links to people's own chats, in the place of buttons that a bot of Teams cannot keep its word with."""

from __future__ import annotations

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Button, Buttons, Card
from bot.platforms.teams.links import chat, linked, people

OTHERS = ("teams:t1:ville", "teams:t1:sari")
PLAIN = Button("Olen paikalla", Action("arrive", "s1", ("joo",)))
TOGETHER = Button("Avaa", Action("together", "s1", ("joo",)), people=OTHERS)
CARD = Card("", (Buttons((PLAIN, TOGETHER)),), "Joo")


@pytest.mark.parametrize(
    ("users", "address"),
    [
        (("a@b.fi",), "https://teams.microsoft.com/l/chat/0/0?tenantId=t1&users=a@b.fi"),
        (("a@b.fi", "c@b.fi"), "https://teams.microsoft.com/l/chat/0/0?tenantId=t1&users=a@b.fi,c@b.fi"),
        (("g_x#EXT#@b.fi",), "https://teams.microsoft.com/l/chat/0/0?tenantId=t1&users=g_x%23EXT%23@b.fi"),
        (("a,b&x=1@b.fi",), "https://teams.microsoft.com/l/chat/0/0?tenantId=t1&users=a%2Cb%26x%3D1@b.fi"),
        (("a@b.fi", ""), ""),
        ((), ""),
    ],
)
def test_the_address_of_a_chat(users: tuple[str, ...], address: str) -> None:
    assert chat("t1", users) == address


def test_a_button_becomes_a_link_where_everybody_has_an_address() -> None:
    found = linked(CARD, "t1", {OTHERS[0]: "v@b.fi", OTHERS[1]: "s@b.fi"})
    url = "https://teams.microsoft.com/l/chat/0/0?tenantId=t1&users=v@b.fi,s@b.fi"
    link = Button("Avaa", url=url, people=OTHERS)
    assert found == Card("", (Buttons((PLAIN, link)),), "Joo")
    assert people(CARD) == frozenset(OTHERS)


def test_a_button_goes_away_where_somebody_has_none() -> None:
    assert linked(CARD, "t1", {OTHERS[0]: "v@b.fi"}) == Card("", (Buttons((PLAIN,)),), "Joo")
