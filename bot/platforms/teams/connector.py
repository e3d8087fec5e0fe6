"""All that we ask of the Bot Connector.

Opening chats and reading rosters go through the SDK's client (one for each service address, made once: it
costs 6 ms). Messages do not: the SDK's serialiser copies and checks a card value by value, which takes
longer than all the rest of a reply, so posts and edits are written out by us, over the same wire.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from botbuilder.schema import ChannelAccount, ConversationParameters
from botframework.connector import AsyncBfPipeline, BotFrameworkConnectorConfiguration
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import ConnectorFactory

from adaptive_cards.renderers.adaptive_card import CONTENT_TYPE
from bot.platforms.platform import RefusedError
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.sender import AioSender
from bot.platforms.teams.service_url import ServiceUrls
from bot.platforms.teams.wire import Wire

Json = dict[str, Any]
_PAGE = 200
_HEADERS = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}


class Connector(ConnectorFactory):
    """Raises `Answer`, `Lost`, `RefusedError` and `PassingError`; asks no address that is not believed."""

    def __init__(
        self, session: aiohttp.ClientSession, credentials: Credentials, allowed: ServiceUrls
    ) -> None:
        self._wire = Wire(session, credentials)
        self._allowed = allowed
        self._clients: dict[str, Any] = {}

    async def create(self, service_url: str, audience: str = "") -> Any:  # noqa: ARG002 -- the SDK's signature
        """The SDK's client for a service address."""
        return self._client(service_url)

    async def post(self, service_url: str, conversation: str, message: Json) -> str:
        """Post into a conversation; the new activity's id."""
        made = await self._send("POST", service_url, f"/{_path(conversation)}/activities", message)
        return str(made.get("id") or "")

    async def edit(self, service_url: str, conversation: str, id_: str, message: Json) -> None:
        """Replace an activity of ours."""
        await self._send("PUT", service_url, f"/{_path(conversation)}/activities/{_path(id_)}", message)

    async def open_thread(self, service_url: str, channel: str, message: Json) -> tuple[str, str]:
        """A new post in a channel: its conversation (with its thread) and its activity id."""
        asked = {"isGroup": True, "channelData": {"channel": {"id": channel}}, "activity": message}
        made = await self._send("POST", service_url, "", asked)
        return str(made.get("id") or channel), str(made.get("activityId") or "")

    async def open_direct(self, service_url: str, tenant: str, bot: str, user: str) -> str:
        """The 1:1 conversation with a person, the same one every time."""
        parameters = ConversationParameters(
            is_group=False,
            bot=ChannelAccount(id=bot),
            members=[ChannelAccount(id=user)],
            tenant_id=tenant,
            channel_data={"tenant": {"id": tenant}},
        )
        made = await self._client(service_url).conversations.create_conversation(parameters)
        return str(made.id)

    async def members(self, service_url: str, conversation: str, page: str = "") -> tuple[list[Json], str]:
        """One page of the people in a conversation, and the token of the next ("" when it was the last)."""
        ask = self._client(service_url).conversations.get_teams_conversation_paged_members
        found = await ask(conversation, _PAGE, page or None)
        return [_member(one) for one in found.members or ()], str(found.continuation_token or "")

    async def _send(self, method: str, service_url: str, path: str, body: Json) -> Json:
        url = f"{self._believed(service_url).rstrip('/')}/v3/conversations{path}"
        _, _, data = await self._wire.ask(method, url, orjson.dumps(body), _HEADERS)
        try:
            made = orjson.loads(data or b"{}")
        except orjson.JSONDecodeError:
            made = {}
        return made if isinstance(made, dict) else {}

    def _believed(self, service_url: str) -> str:
        """The address, when our token may go there; `RefusedError` otherwise."""
        if not self._allowed.allow(service_url):
            raise RefusedError("service url")
        return service_url

    def _client(self, service_url: str) -> Any:
        if self._believed(service_url) not in self._clients:
            self._clients[service_url] = self._made(service_url)
        return self._clients[service_url]

    def _made(self, service_url: str) -> Any:
        nobody = ""  # the wire brings the token along
        sender = AioSender(self._wire)
        configuration = BotFrameworkConnectorConfiguration(nobody, service_url, sender=sender)
        client = ConnectorClient(None, custom_configuration=configuration)
        # Only now: the client's constructor puts a pipeline of its own in this place.
        configuration.pipeline = AsyncBfPipeline(configuration)
        client.conversations._serialize = _Mended(client.conversations._serialize)
        return client


def message(card: Json, bot: str, conversation: str) -> Json:
    """A message that is one card and nothing else: Teams makes two messages of a card with a text."""
    summary = card["fallbackText"] or "…"  # the line of the notification
    made: Json = {"type": "message", "summary": summary, "conversation": {"id": conversation}}
    if bot:
        made["from"] = {"id": bot}
    return {**made, "attachments": [{"contentType": CONTENT_TYPE, "content": card}]}


def _path(id_: str) -> str:
    return quote(id_, safe="")


def _member(one: Any) -> Json:
    """Teams calls the Entra id by two names."""
    aad = one.aad_object_id or (one.additional_properties or {}).get("objectId")
    return {"id": one.id, "name": one.name or "", "aad": aad or "", "upn": one.user_principal_name or ""}


class _Mended:
    """The SDK's serialiser, which spells a tenant's id in a way of its own."""

    def __init__(self, serializer: Any) -> None:
        self._serializer = serializer

    def body(self, value: Any, kind: str, **more: Any) -> Any:
        """The JSON of `value`."""
        made = self._serializer.body(value, kind, **more)
        if "tenantID" in made:
            made["tenantId"] = made.pop("tenantID")
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._serializer, name)
