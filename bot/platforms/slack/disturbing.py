"""Who does not want to be disturbed now. Source: Slack, `dnd.teamInfo` (tier 2, up to 50 people a call)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.platforms.platform import DeliveryError
from bot.platforms.slack.api import Api
from bot.platforms.slack.ids import local

_log = structlog.get_logger(__name__)
_MOST = 50
_PAUSE = 3600.0
"""Seconds for which Slack is not asked again after it did not tell (the scope is missing, too many asked)."""


class Disturbing:
    """`clock` tells seconds of the epoch."""

    def __init__(self, api: Api, clock: Callable[[], float]) -> None:
        self._api = api
        self._clock = clock
        self._not_before = 0.0

    async def quiet(self, people: Collection[str]) -> Mapping[str, datetime]:
        """Those of `people` who are not to be disturbed now, and until when (UTC).

        Whom Slack does not tell of may be disturbed: a missing scope never keeps a reminder back.
        """
        found: dict[str, datetime] = {}
        for some in _by_fifty(list(people)):
            if self._clock() < self._not_before:
                break
            found |= await self._ask(some)
        return found

    async def _ask(self, some: list[str]) -> dict[str, datetime]:
        try:
            users = {local(person): person for person in some}
            answer = await self._api.read("dnd.teamInfo", users=",".join(users))
        except DeliveryError as error:
            _log.info("Slack does not tell who is quiet", reason=error.reason)
            self._not_before = self._clock() + _PAUSE
            return {}
        told = answer.get("users")
        return {
            users[user]: until
            for user, one in (told.items() if isinstance(told, dict) else ())
            if user in users and (until := _until(one, self._clock()))
        }


def _until(told: Any, now: float) -> datetime | None:
    """The end of the quiet time that goes on now; None when none does, or what is told makes no sense."""
    if not isinstance(told, dict) or told.get("dnd_enabled") is not True:
        return None
    start, end = told.get("next_dnd_start_ts"), told.get("next_dnd_end_ts")
    if not isinstance(start, int) or not isinstance(end, int) or not start <= now < end:
        return None
    return datetime.fromtimestamp(min(end, now + _LONGEST), UTC)


_LONGEST = 7 * 24 * 3600.0
"""Seconds; one who wants to be left alone for longer is asked about again."""


def _by_fifty(people: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(people), _MOST):
        yield people[first : first + _MOST]
