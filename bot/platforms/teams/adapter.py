"""The SDK's adapter and handler, with what is broken in them left aside.

`CloudAdapter.process` answers every press with 500 and blocks the loop (platforms.md 2.3, 2.4), so the front
door does its work and hands over an activity that is already authenticated. The turn then runs as the SDK
means it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
)

from bot.platforms.teams.arrived import Arrived
from bot.platforms.teams.connector import Connector

Json = dict[str, Any]
Take = Callable[[Arrived, str], Awaitable[Json | None]]
"""Takes an activity (and the digest of its body), and answers it: a body for invokes, None otherwise."""

_TAKEN = "paja.arrived"


class Adapter(CloudAdapter):
    """Runs turns for activities that the front door has let in."""

    def __init__(self, connector: Connector, app_id: str, take: Take) -> None:
        super().__init__(_Authentication(connector))
        self._connector = connector
        self._identity = ClaimsIdentity({"aud": app_id, "appid": app_id}, True)  # noqa: FBT003 -- the SDK's signature
        self._handler = Handler(take)

    async def run(self, arrived: Arrived, digest: str) -> Json | None:
        """One turn; the body of the answer when it is an invoke."""
        result = AuthenticateRequestResult()
        result.claims_identity, result.connector_factory = self._identity, self._connector

        async def logic(context: TurnContext) -> None:
            context.turn_state[_TAKEN] = (arrived, digest)
            await self._handler.on_turn(context)

        answer = await self.process_activity(result, _activity(arrived), logic)
        body: Json | None = answer.body if isinstance(answer, InvokeResponse) else None
        return body


class Handler(TeamsActivityHandler):
    """Everything that we use goes the same way; the rest is the SDK's, which does nothing."""

    def __init__(self, take: Take) -> None:
        self._take = take

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """A command, or a press in an old client."""
        await self._taken(turn_context)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """People leave, channels and teams go."""
        await self._taken(turn_context)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """The app comes and goes."""
        await self._taken(turn_context)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """A press, or a dialog."""
        return InvokeResponse(status=200, body=await self._taken(turn_context) or {})

    async def _taken(self, turn_context: TurnContext) -> Json | None:
        return await self._take(*turn_context.turn_state[_TAKEN])


class _Authentication(BotFrameworkAuthentication):
    """The front door has looked at the token; what is left is where clients come from."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def authenticate_request(self, *_: Any) -> AuthenticateRequestResult:
        """Never asked: the front door hands over the result."""
        raise PermissionError

    async def authenticate_streaming_request(self, *_: Any) -> AuthenticateRequestResult:
        """Streaming is off."""
        raise PermissionError

    def create_connector_factory(self, *_: Any) -> Connector:
        """The one that keeps its clients."""
        return self._connector

    async def create_user_token_client(self, *_: Any) -> None:
        """Nobody signs in."""


def _activity(arrived: Arrived) -> Activity:
    """What a turn needs to know. The SDK's deserialiser takes 0.4 ms, and 500 for an odd timestamp."""
    recipient = arrived.recipient
    return Activity(
        type=arrived.type,
        id=arrived.id,
        name=arrived.name or None,
        channel_id=arrived.channel_id,
        service_url=arrived.service_url,
        from_property=ChannelAccount(
            id=arrived.sender.id, name=arrived.sender.name, aad_object_id=arrived.sender.aad_object_id
        ),
        recipient=ChannelAccount(id=recipient.id, name=recipient.name) if recipient else None,
        conversation=ConversationAccount(
            id=arrived.conversation.id, conversation_type=arrived.conversation.conversation_type
        ),
        channel_data={"tenant": {"id": arrived.tenant}},
        text=arrived.text,
        value=arrived.value,
        locale=arrived.locale,
        reply_to_id=arrived.reply_to_id or None,
    )
