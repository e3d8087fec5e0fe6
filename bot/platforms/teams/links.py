"""A bot of Teams cannot open a chat for a pair; a link can where the others have an address. Pure.

Source: Microsoft, "Deep link to Teams chat": `/l/chat/0/0?tenantId=…&users=…`. It takes user principal names
only, and always takes in whoever presses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

from adaptive_cards.card import Block, Button, Buttons, Card

_CHAT = "https://teams.microsoft.com/l/chat/0/0"


def chat(tenant: str, users: tuple[str, ...]) -> str:
    """The address of the chat with these people; "" when one of them has no address."""
    if not users or not all(users):
        return ""
    named = ",".join(quote(user, safe="@") for user in users)
    return f"{_CHAT}?tenantId={quote(tenant, safe='')}&users={named}"


def people(card: Card) -> frozenset[str]:
    """Everybody whose address is needed for the card."""
    return frozenset(one for button in _buttons(card) for one in button.people)


def linked(card: Card, tenant: str, addresses: Mapping[str, str]) -> Card:
    """The card with links in the place of buttons that open a common chat; without those that cannot."""
    return replace(card, blocks=tuple(_block(block, tenant, addresses) for block in card.blocks))


def _block(block: Block, tenant: str, addresses: Mapping[str, str]) -> Block:
    if not isinstance(block, Buttons):
        return block
    made = (_button(button, tenant, addresses) for button in block.buttons)
    return Buttons(tuple(button for button in made if button))


def _button(button: Button, tenant: str, addresses: Mapping[str, str]) -> Button | None:
    if not button.people:
        return button
    url = chat(tenant, tuple(addresses.get(one, "") for one in button.people))
    return replace(button, url=url, action=None) if url else None


def _buttons(card: Card) -> Iterator[Button]:
    for block in card.blocks:
        if isinstance(block, Buttons):
            yield from block.buttons
