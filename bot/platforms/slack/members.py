"""Names, languages and time zones of people in Slack, asked once in a while. Source: Slack, `users.info`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog

from bot.platforms.platform import DeliveryError, Member
from bot.platforms.slack.api import Api
from bot.platforms.slack.ids import local

_log = structlog.get_logger(__name__)
_FRESH = 6 * 3600.0
_MOST = 20_000


class Members:
    """A cache of members; `clock` tells seconds."""

    def __init__(self, api: Api, clock: Callable[[], float]) -> None:
        self._api = api
        self._clock = clock
        self._known: dict[str, tuple[float, Member | None]] = {}

    async def member(self, person: str) -> Member | None:
        """The person, or None when unknown, deactivated, or when Slack cannot be asked just now."""
        at, known = self._known.get(person, (0.0, None))
        if known is not None and self._clock() - at < _FRESH:
            return known
        try:
            answer = await self._api.read("users.info", user=local(person), include_locale=True)
        except DeliveryError as error:
            _log.info("Slack does not tell of a person", person=person, reason=error.reason)
            return known
        return self._note(person, _member(person, answer.get("user") or {}))

    def forget(self, person: str) -> None:
        """Ask again next time: something about the person has changed."""
        self._known.pop(person, None)

    def _note(self, person: str, member: Member | None) -> Member | None:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[person] = (self._clock(), member)
        return member


def _member(person: str, user: dict[str, Any]) -> Member | None:
    if user.get("deleted") or not user.get("id"):
        return None
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    name = next((str(name) for name in names if name), "")
    return Member(person, name, str(user.get("locale") or "").partition("-")[0], str(user.get("tz") or ""))
