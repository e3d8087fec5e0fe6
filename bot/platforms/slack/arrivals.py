"""The one way in that HTTP and Socket Mode share: payload -> desk -> what to answer."""

from __future__ import annotations

from typing import Any

from bot.platforms.inbound import FormAsked
from bot.platforms.platform import Desk
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.ids import ours
from bot.platforms.slack.inbound import inbound, team_of
from bot.platforms.slack.members import Members
from bot.platforms.slack.workspace import Workspace

Json = dict[str, Any]


class StrangerError(Exception):
    """The payload is of a workspace that is not ours."""


class Arrivals:
    """Hands payloads to the desk. Whatever `arrive` returns may be told to Slack: all is durable by then."""

    def __init__(self, desk: Desk, workspace: Workspace, members: Members, answers: Answers) -> None:
        self._desk = desk
        self._workspace = workspace
        self._members = members
        self._answers = answers

    async def arrive(self, payload: Json) -> Json | None:
        """The JSON to answer with, None for an empty answer; `StrangerError`, or what the desk raises."""
        team = team_of(payload)
        if not self._workspace.knows(team):
            raise StrangerError
        self._notice(payload, team)
        arrived = inbound(payload, bot=self._workspace.bot)
        if arrived is None:
            return None
        opening = self._answers.open_waiting(payload, arrived) if isinstance(arrived, FormAsked) else None
        reply = await self._desk.handle(arrived)
        return self._answers.give(payload, arrived, reply, opening)

    def _notice(self, payload: Json, team: str) -> None:
        """A changed profile is asked for anew the next time that it is needed."""
        event = payload.get("event")
        if (
            isinstance(event, dict)
            and event.get("type") == "user_change"
            and isinstance(event.get("user"), dict)
        ):
            self._members.forget(ours(team, str(event["user"].get("id"))))
