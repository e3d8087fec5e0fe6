"""Rate limits and faults of the fake Slack."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

Rate = tuple[float, float]
"""How many at once, and how many a second after that."""

DOCUMENTED: dict[str, Rate] = {
    "chat.postMessage": (5, 1),  # 1/s in each channel, short bursts are let through
    "chat.update": (50, 50 / 60),
    "chat.delete": (50, 50 / 60),
    "chat.postEphemeral": (100, 100 / 60),
    "conversations.open": (50, 50 / 60),
    "conversations.info": (50, 50 / 60),
    "conversations.history": (50, 50 / 60),
    "conversations.replies": (50, 50 / 60),
    "conversations.members": (100, 100 / 60),
    "users.info": (100, 100 / 60),
    "dnd.teamInfo": (20, 20 / 60),
    "views.open": (100, 100 / 60),
    "views.push": (100, 100 / 60),
    "views.update": (100, 100 / 60),
    "views.publish": (100, 100 / 60),
    "files.getUploadURLExternal": (100, 100 / 60),
    "files.completeUploadExternal": (100, 100 / 60),
}


class Rates:
    """A bucket for each method, and for each channel of `chat.postMessage`. `clock` tells seconds."""

    def __init__(self, rates: Mapping[str, Rate] = DOCUMENTED) -> None:
        self.rates = dict(rates)
        self.clock: Callable[[], float] = time.monotonic
        self._buckets: dict[tuple[str, str], tuple[float, float]] = {}

    def wait(self, method: str, channel: str) -> int:
        """Seconds to wait before this call would be let through, 0 when it is let through now."""
        if method not in self.rates:
            return 0
        most, rate = self.rates[method]
        key = (method, channel if method == "chat.postMessage" else "")
        left, at = self._buckets.get(key, (most, self.clock()))
        now = self.clock()
        left = min(most, left + (now - at) * rate)
        enough = left >= 1
        self._buckets[key] = (left - enough, now)
        return 0 if enough else max(1, ceil((1 - left) / rate))


@dataclass
class Fault:
    """Something goes wrong with the next `times` calls of `method` ("*": any), after `skip` that go well.

    `kind`: `status` (an HTTP status), `error` (a code), `drop` (the connection), `delay` (only seconds).
    `accepted`: the call has its effect before it goes wrong.
    """

    method: str
    kind: str
    times: int = 1
    skip: int = 0
    status: int = 500
    error: str = ""
    after: int = 1
    delay: float = 0.0
    accepted: bool = False


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self.coming: list[Fault] = []

    def add(self, **about: Any) -> None:
        """Let something go wrong."""
        self.coming.append(Fault(**about))

    def next(self, method: str) -> Fault | None:
        """The fault of this call, if any."""
        for fault in self.coming:
            if fault.method in (method, "*") and fault.times > 0:
                if fault.skip > 0:
                    fault.skip -= 1
                    return None
                fault.times -= 1
                return fault
        return None
