"""Rate limits and faults of the fake Teams (platforms.md 2.10)."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

DOCUMENTED = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""How many messages, in how many seconds, in one conversation with all its threads."""


class Rates:
    """What was let through lately. `clock` tells seconds."""

    def __init__(self, limits: tuple[tuple[int, float], ...] = DOCUMENTED) -> None:
        self.limits = limits
        self.clock: Callable[[], float] = time.monotonic
        self.refused = 0
        self._sent: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=1800))

    def allow(self, conversation: str) -> bool:
        """Whether one more may go, which is then counted."""
        sent, now = self._sent[conversation], self.clock()
        for most, span in self.limits:
            if len(sent) >= most and now - sent[-most] < span:
                self.refused += 1
                return False
        sent.append(now)
        return True


@dataclass
class Fault:
    """Something goes wrong with the next `times` calls of `doing` ("*": any), after `skip` that go well.

    `doing`: post, edit, delete, open, members, login, keys. `kind`: `status` (with `status`, `code`, and
    `after` seconds of Retry-After when not 0), `html` (a status without JSON), `drop` (the connection),
    `delay` (only seconds). `accepted`: the call has its effect before it goes wrong. `conversation` limits
    it to one.
    """

    doing: str
    kind: str
    times: int = 1
    skip: int = 0
    status: int = 500
    code: str = ""
    after: int = 0
    delay: float = 0.0
    accepted: bool = False
    conversation: str = ""


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self.coming: list[Fault] = []

    def add(self, **about: Any) -> None:
        """Let something go wrong."""
        self.coming.append(Fault(**about))

    def next(self, doing: str, conversation: str = "") -> Fault | None:
        """The fault of this call, if any."""
        for fault in self.coming:
            if fault.doing not in (doing, "*") or fault.times < 1:
                continue
            if fault.conversation and fault.conversation != conversation:
                continue
            if fault.skip > 0:
                fault.skip -= 1
                return None
            fault.times -= 1
            return fault
        return None
