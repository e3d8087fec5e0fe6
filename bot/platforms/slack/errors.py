"""What Slack's answers and silences mean for a delivery.

Source: Slack, "Web API: evaluating responses" and the errors of each method; platforms.md 1.3 and 1.10.
"""

from __future__ import annotations

from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.platforms.platform import (
    DeliveryError,
    DoubtfulError,
    MessageGoneError,
    PassingError,
    RateLimitedError,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)

TOO_MANY = 429
SERVER_ERROR = 500

_RATE = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
_ROOM = frozenset(
    {
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "channel_is_archived",
        "thread_not_found",
        "no_permission",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "posting_to_channel_denied",
        "invalid_channel",
        "team_access_not_granted",
    }
)
_PERSON = frozenset(
    {
        "user_not_found",
        "users_not_found",
        "user_disabled",
        "user_not_visible",
        "user_not_in_channel",
        "cannot_dm_bot",
        "messages_tab_disabled",
        "invalid_user_combination",
    }
)
_MESSAGE = frozenset(
    {"message_not_found", "cant_update_message", "edit_window_closed", "is_inactive", "block_mismatch"}
)
_PASSING = frozenset(
    {
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
        "external_channel_migrating",
        "rollup_error",
    }
)
_DOUBTFUL = frozenset({"fatal_error", "internal_error"})


def of_code(code: str, after: float = 0.0, *, repeatable: bool = False) -> DeliveryError:
    """The error for Slack's `code`. `repeatable`: doing it twice does no harm: doubt is passing trouble."""
    if code in _RATE:
        return RateLimitedError(code, after=after or 1.0)
    for codes, error in _BY_CODE:
        if code in codes:
            return error(code)
    if code in _DOUBTFUL:
        return doubt(code, repeatable=repeatable)
    return RefusedError(code)


_BY_CODE: tuple[tuple[frozenset[str], type[DeliveryError]], ...] = (
    (_ROOM, RoomGoneError),
    (_PERSON, UnreachableError),
    (_MESSAGE, MessageGoneError),
    (_PASSING, PassingError),
)


def of_exception(error: Exception, *, repeatable: bool = False) -> DeliveryError:
    """The error for whatever a call of the Web API raised; it never quotes what was sent or answered."""
    if isinstance(error, DeliveryError):
        return error
    if isinstance(error, SlackApiError):
        return _of_answer(error.response, repeatable=repeatable)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return PassingError(type(error).__name__)  # nothing was sent
    if isinstance(error, aiohttp.InvalidURL):
        return RefusedError(type(error).__name__)
    return doubt(type(error).__name__, repeatable=repeatable)


def doubt(reason: str, *, repeatable: bool) -> DeliveryError:
    """It may have happened, or not."""
    return PassingError(reason) if repeatable else DoubtfulError(reason)


def of_status(status: int, headers: Any, *, repeatable: bool = False) -> DeliveryError:
    """The error for an HTTP status without an error code of Slack's."""
    if status == TOO_MANY:
        return RateLimitedError("ratelimited", after=_after(headers) or 1.0)
    if status >= SERVER_ERROR:
        # Slack's edge answers 502 to 504 also when what stands behind it has taken the call.
        return doubt(f"http_{status}", repeatable=repeatable)
    return RefusedError(f"http_{status}")


def _of_answer(response: Any, *, repeatable: bool) -> DeliveryError:
    status = getattr(response, "status_code", None) or getattr(response, "status", 0)
    data = getattr(response, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    if isinstance(code, str) and code and status != TOO_MANY:
        return of_code(code, _after(response.headers), repeatable=repeatable)
    return of_status(status or SERVER_ERROR, response.headers, repeatable=repeatable)


def _after(headers: Any) -> float:
    try:
        return max(0.0, float(headers.get("Retry-After", 0)))
    except (TypeError, ValueError):
        return 0.0
