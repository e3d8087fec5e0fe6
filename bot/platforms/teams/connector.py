"""The SDK's connector client: one for each service address, made once, with our sender underneath.

Cards skip the SDK's serialiser, which copies them value by value (3 ms for a large card, more than all the
rest of a reply); everything around them goes through its schema.
"""

from __future__ import annotations

from typing import Any

import aiohttp
from botbuilder.schema import (
    Activity,
    Attachment,
    ChannelAccount,
    ConversationParameters,
)
from botframework.connector import BotFrameworkConnectorConfiguration
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import ConnectorFactory

from adaptive_cards.renderers.adaptive_card import CONTENT_TYPE
from bot.platforms.platform import RefusedError
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.sender import AioSender, AsyncBfPipeline, Bearer
from bot.platforms.teams.service_url import ServiceUrls

Json = dict[str, Any]
_PAGE = 200


class Connector(ConnectorFactory):
    """Everything that we ask of Teams. Raises `Answer`, `Lost`, `RefusedError` and `PassingError`."""

    def __init__(
        self, session: aiohttp.ClientSession, credentials: Credentials, allowed: ServiceUrls
    ) -> None:
        self._session = session
        self._credentials = credentials
        self._allowed = allowed
        self._clients: dict[str, Any] = {}

    async def create(self, service_url: str, audience: str = "") -> Any:  # noqa: ARG002 -- the SDK's signature
        """The client for a service address; raises `RefusedError` for one that our token may not go to."""
        return self._client(service_url)

    async def post(self, service_url: str, conversation: str, activity: Activity) -> str:
        """Post into a conversation; the new activity's id."""
        sent = await self._of(service_url).send_to_conversation(conversation, activity)
        return str(sent.id or "") if sent else ""

    async def edit(self, service_url: str, conversation: str, id_: str, activity: Activity) -> None:
        """Replace an activity of ours."""
        await self._of(service_url).update_activity(conversation, id_, activity)

    async def open_direct(self, service_url: str, tenant: str, bot: str, user: str) -> str:
        """The 1:1 conversation with a person, the same one every time."""
        parameters = ConversationParameters(
            is_group=False,
            bot=ChannelAccount(id=bot),
            members=[ChannelAccount(id=user)],
            tenant_id=tenant,
            channel_data={"tenant": {"id": tenant}},
        )
        made = await self._of(service_url).create_conversation(parameters)
        return str(made.id)

    async def open_thread(self, service_url: str, channel: str, activity: Activity) -> tuple[str, str]:
        """A new post in a channel: its conversation (with its thread) and its activity id."""
        parameters = ConversationParameters(
            is_group=True, channel_data={"channel": {"id": channel}}, activity=activity
        )
        made = await self._of(service_url).create_conversation(parameters)
        return str(made.id), str(made.activity_id or "")

    async def members(self, service_url: str, conversation: str, page: str = "") -> tuple[list[Json], str]:
        """One page of the people in a conversation, and the token of the next ("" when it was the last)."""
        found = await self._of(service_url).get_teams_conversation_paged_members(
            conversation, _PAGE, page or None
        )
        people = [
            {"id": one.id, "name": one.name or "", "aad": one.aad_object_id or ""}
            for one in found.members or ()
        ]
        return people, str(found.continuation_token or "")

    def _of(self, service_url: str) -> Any:
        return self._client(service_url).conversations

    def _client(self, service_url: str) -> Any:
        if not self._allowed.allow(service_url):
            raise RefusedError("service url")
        if service_url not in self._clients:
            self._clients[service_url] = self._made(service_url)
        return self._clients[service_url]

    def _made(self, service_url: str) -> Any:
        sender = AioSender(self._session, self._credentials)
        configuration = BotFrameworkConnectorConfiguration(
            Bearer(self._credentials), service_url, sender=sender
        )
        client = ConnectorClient(None, custom_configuration=configuration)
        # Only now: the client's constructor puts a pipeline of its own in this place.
        configuration.pipeline = AsyncBfPipeline(configuration)
        client.conversations._serialize = _Whole(client.conversations._serialize)
        return client


def message(card: Json, summary: str, bot: str) -> Activity:
    """A message that is one card and nothing else: Teams makes two messages of a card with a text."""
    return Activity(
        type="message",
        from_property=ChannelAccount(id=bot) if bot else None,
        summary=summary,
        attachments=[Attachment(content_type=CONTENT_TYPE, content=card)],
    )


class _Whole:
    """The SDK's serialiser, with cards taken out before it and put back whole after it."""

    def __init__(self, serializer: Any) -> None:
        self._serializer = serializer

    def body(self, value: Any, kind: str, **more: Any) -> Any:
        """The JSON of `value`."""
        activity = value if isinstance(value, Activity) else getattr(value, "activity", None)
        held = list(getattr(activity, "attachments", None) or ())
        cards = [one.content for one in held]
        for one in held:
            one.content = None
        try:
            made = self._serializer.body(value, kind, **more)
        finally:
            for one, card in zip(held, cards, strict=True):
                one.content = card
        inner = made if isinstance(value, Activity) else made.get("activity", {})
        for one, card in zip(inner.get("attachments", ()), cards, strict=True):
            one["content"] = card
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._serializer, name)
