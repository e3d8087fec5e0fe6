"""Which workspace the bot's token belongs to, learnt from Slack once it can be reached."""

from __future__ import annotations

import asyncio

import structlog

from bot.platforms.platform import DeliveryError
from bot.platforms.slack.api import Api

_log = structlog.get_logger(__name__)
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 60.0


class Workspace:
    """`team` and `bot` (the bot's user id) are "" until Slack has told."""

    def __init__(self) -> None:
        self.team = ""
        self.bot = ""
        self.bot_id = ""

    def knows(self, team: str) -> bool:
        """Whether `team` may be listened to: only our own, as soon as that is known."""
        return bool(team) and self.team in ("", team)

    async def learn(self, api: Api) -> None:
        """Ask Slack who we are, until it answers."""
        wait = _FIRST_WAIT
        while not await self._asked(api):
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)

    async def _asked(self, api: Api) -> bool:
        try:
            answer = await api.call("auth.test", {}, repeatable=True)
        except DeliveryError as error:
            _log.warning("Slack does not tell who we are", reason=error.reason)
            return False
        self.team, self.bot = str(answer.get("team_id", "")), str(answer.get("user_id", ""))
        self.bot_id = str(answer.get("bot_id", ""))
        _log.info("Slack has told who we are", team=self.team)
        return True
